using System.Collections.Concurrent;

namespace Lesart.Languages;

/// <summary>Everything particular to a language, read from its folder. A loaded pack never changes.</summary>
/// <remarks>Each reading layer keeps its own tables in a class of its own, built from <see cref="Data"/> once and reached through <see cref="Table{T}"/>.</remarks>
public sealed class LanguagePack
{
    private readonly ConcurrentDictionary<Type, Lazy<object>> _tables = new();

    /// <summary>Opens the pack in <paramref name="data"/>.</summary>
    /// <exception cref="DataException">A data file can't be used.</exception>
    public LanguagePack(string code, DataFolder data)
    {
        Code = code;
        Data = data;
        foreach (DataRow row in data.Rows("pack.tsv"))
            _settings[row[0]] = row[1];
        if (_settings.Count == 0)
            throw new DataException($"language '{code}': pack.tsv is missing or empty");
    }

    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);

    /// <summary>BCP 47 code, the folder's name.</summary>
    public string Code { get; }

    /// <summary>The pack's folder.</summary>
    public DataFolder Data { get; }

    /// <summary>A setting of <c>pack.tsv</c>; empty where it is not given.</summary>
    public string Setting(string key) => _settings.GetValueOrDefault(key, "");

    /// <summary>A table of this pack, built on first use and shared from then on.</summary>
    /// <param name="build">Builds the table from this pack's data; may throw <see cref="DataException"/>.</param>
    public T Table<T>(Func<LanguagePack, T> build) where T : class =>
        (T)(_tables.TryGetValue(typeof(T), out Lazy<object>? table) ? table : Add(build)).Value;

    private Lazy<object> Add<T>(Func<LanguagePack, T> build) where T : class => _tables.GetOrAdd(typeof(T), _ => new Lazy<object>(() => build(this)));
}
