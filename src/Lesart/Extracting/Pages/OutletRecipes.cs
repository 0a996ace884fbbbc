using Lesart.Languages;

namespace Lesart.Extracting;

/// <summary>What is known of single outlets' pages where the general way fails: the table <c>outlets/recipes.tsv</c>. Each has a page of its own in <c>outlets/specs/</c>.</summary>
internal sealed class OutletRecipes
{
    private readonly Dictionary<string, HashSet<string>> _dropped = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the table.</summary>
    /// <exception cref="DataException">A row can't be used.</exception>
    public OutletRecipes(DataFolder outlets)
    {
        foreach (DataRow row in outlets.Rows("recipes.tsv"))
        {
            if (row[1] != "drop" || row[2].Length == 0)
                throw row.Error("expected a host, 'drop' and the name of a class");
            if (!_dropped.TryGetValue(row[0], out HashSet<string>? classes))
                _dropped[row[0]] = classes = new HashSet<string>(StringComparer.Ordinal);
            classes.Add(row[2]);
        }
    }

    /// <summary>Hosts with a recipe.</summary>
    public IEnumerable<string> Hosts => _dropped.Keys;

    /// <summary>Class names of elements that are no part of the article on pages of an address; null where there is nothing to say.</summary>
    public IReadOnlySet<string>? DroppedAt(string? address)
    {
        if (_dropped.Count == 0 || !Uri.TryCreate(address, UriKind.Absolute, out Uri? uri))
            return null;
        for (string host = uri.Host; host.Contains('.', StringComparison.Ordinal); host = host[(host.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (_dropped.TryGetValue(host, out HashSet<string>? classes))
                return classes;
        }

        return null;
    }
}
