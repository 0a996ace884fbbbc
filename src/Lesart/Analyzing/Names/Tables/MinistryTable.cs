using Lesart.Languages;

namespace Lesart.Analyzing;

/// <summary>Words for ministries in one language (<c>names/ministries.tsv</c>).</summary>
internal sealed class MinistryTable
{
    private readonly Dictionary<string, List<(string[] Words, string Kind)>> _byFirst = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Kind, string Country), string> _own = [];

    /// <summary>The words of a name, as texts are cut.</summary>
    public delegate string[] WordsOf(ReadOnlySpan<char> name);

    public MinistryTable(ColumnTable table, string code, WordsOf words)
    {
        int ownColumn = table["own"], column = table.Find(code);
        while (table.Next())
        {
            string kind = table[0].ToString();
            foreach (string own in table.Values(ownColumn))
                _own.Add((kind, own[..own.IndexOf(':', StringComparison.Ordinal)]), own[(own.IndexOf(':', StringComparison.Ordinal) + 1)..]);
            foreach (string name in table.Values(column))
            {
                string[] parts = words(name);
                List<(string[] Words, string Kind)> entries = _byFirst.TryGetValue(parts[0], out List<(string[] Words, string Kind)>? known) ? known : _byFirst[parts[0]] = [];
                entries.Add((parts, kind));
            }
        }
    }

    /// <summary>Names that begin with the word, and the kind of ministry of each.</summary>
    public IReadOnlyList<(string[] Words, string Kind)> StartingWith(string word) => _byFirst.TryGetValue(word, out List<(string[] Words, string Kind)>? entries) ? entries : [];

    /// <summary>The id in the tables of a ministry that has a name of its own there.</summary>
    public bool TryGetOwn(string kind, string country, out string id) => _own.TryGetValue((kind, country), out id!);
}
