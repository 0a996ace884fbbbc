using System.Reflection;
using System.Text;

namespace Lesart.Languages;

/// <summary>Readable data by its path below the repository's root (<c>languages/de/pack.tsv</c>): from the assembly, or from a folder that replaces it.</summary>
public sealed class DataFolder
{
    private static readonly Assembly Assembly = typeof(DataFolder).Assembly;
    private static readonly string[] Embedded = [.. Assembly.GetManifestResourceNames().Order(StringComparer.Ordinal)];

    private readonly string _prefix;
    private readonly string? _root;

    private DataFolder(string prefix, string? root) => (_prefix, _root) = (prefix, root);

    /// <summary>The data compiled into the assembly, below <paramref name="prefix"/> (<c>languages/</c>).</summary>
    public static DataFolder BuiltIn(string prefix) => new(prefix, null);

    /// <summary>A folder on disk in the place of the built-in one.</summary>
    /// <exception cref="DirectoryNotFoundException">The folder is not there.</exception>
    public static DataFolder At(string path) =>
        Directory.Exists(path) ? new(path.TrimEnd('/') + "/", path) : throw new DirectoryNotFoundException($"no folder '{path}'");

    /// <summary>A folder inside this one.</summary>
    public DataFolder Below(string name) => new(_prefix + name + "/", _root is null ? null : Path.Combine(_root, name));

    /// <summary>Names of the folders right below, sorted.</summary>
    public IReadOnlyList<string> Folders()
    {
        if (_root is not null)
            return [.. Directory.EnumerateDirectories(_root).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        return [.. Embedded.Where(name => name.StartsWith(_prefix, StringComparison.Ordinal) && name.IndexOf('/', _prefix.Length) > 0)
            .Select(name => name[_prefix.Length..name.IndexOf('/', _prefix.Length)]).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Names of the files right here, sorted.</summary>
    public IReadOnlyList<string> Files()
    {
        if (_root is not null)
            return [.. Directory.EnumerateFiles(_root).Select(static path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];
        return [.. Embedded.Where(name => name.StartsWith(_prefix, StringComparison.Ordinal) && name.IndexOf('/', _prefix.Length) < 0)
            .Select(name => name[_prefix.Length..])];
    }

    /// <summary>Whether the file is there.</summary>
    public bool Has(string name) => _root is not null ? File.Exists(Path.Combine(_root, name)) : Assembly.GetManifestResourceInfo(_prefix + name) is not null;

    /// <summary>Opens a file.</summary>
    /// <exception cref="FileNotFoundException">It is not there.</exception>
    public Stream Open(string name) => _root is not null
        ? File.OpenRead(Path.Combine(_root, name))
        : Assembly.GetManifestResourceStream(_prefix + name) ?? throw new FileNotFoundException($"no data file '{_prefix}{name}'");

    /// <summary>A file's bytes where they lie.</summary>
    /// <inheritdoc cref="Open"/>
    internal FileBytes Bytes(string name) => FileBytes.Read(Open(name));

    /// <summary>The rows of a tab-separated table. Blank lines and those that begin with <c>#</c> are passed over; a cell keeps no outer blanks.</summary>
    /// <returns>Empty where the file is not there.</returns>
    public IEnumerable<DataRow> Rows(string name)
    {
        if (!Has(name))
            yield break;
        using StreamReader reader = new(Open(name), Encoding.UTF8);
        int line = 0;
        while (reader.ReadLine() is string text)
        {
            line++;
            if (text.Length == 0 || text[0] == '#' || string.IsNullOrWhiteSpace(text))
                continue;
            yield return new DataRow(_prefix + name, line, text.Split('\t', StringSplitOptions.TrimEntries));
        }
    }
}
