using System.Collections.Frozen;
using Lesart.Languages;

namespace Lesart.Extracting;

/// <summary>The words of all installed languages that frame articles: bylines, months, boilerplate.</summary>
/// <remarks>All packs at once, because the language is known only when the body is found, and a German page may credit its pictures in English.
/// Read from <c>bylines.tsv</c>, <c>publication.tsv</c> and <c>boilerplate.tsv</c> of each pack, and <c>agencies.tsv</c> and <c>names.tsv</c> of <c>outlets/</c>.</remarks>
internal sealed class ArticleWords
{
    private readonly Dictionary<string, List<string>> _phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _months = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, TimeSpan> _zones = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _agencies = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, OutletName> _outlets = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the tables.</summary>
    /// <exception cref="DataException">A row can't be used.</exception>
    public ArticleWords(LanguagePacks packs, DataFolder outlets)
    {
        HashSet<string> functionWords = new(StringComparer.OrdinalIgnoreCase);
        foreach (LanguagePack pack in packs.All)
        {
            functionWords.UnionWith(pack.Data.Rows("function-words.txt").Select(static row => row[0]));
            foreach (DataRow row in pack.Data.Rows("bylines.tsv").Concat(pack.Data.Rows("boilerplate.tsv")).Concat(pack.Data.Rows("columns.tsv")))
                AddPhrase(row);
            foreach (DataRow row in pack.Data.Rows("publication.tsv"))
                AddPublicationWord(row);
        }

        foreach (DataRow row in outlets.Rows("agencies.tsv"))
        {
            foreach (string spelling in row.Cells)
                _agencies.TryAdd(spelling, row[0]);
        }

        foreach (DataRow row in outlets.Rows("names.tsv"))
        {
            if (!_outlets.TryAdd(row[0], new OutletName(row[1], row[2].Length > 0 ? row[2] : null)))
                throw row.Error($"'{row[0]}' is defined twice");
        }

        FunctionWords = functionWords.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        OutletNames = _outlets.Values.Select(static outlet => outlet.Name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Words without content of their own.</summary>
    public FrozenSet<string> FunctionWords { get; }

    /// <summary>Usual names of known outlets.</summary>
    public FrozenSet<string> OutletNames { get; }

    /// <summary>Lower-case phrases of a kind, in file order; empty for a kind that no pack has.</summary>
    public IReadOnlyList<string> Phrases(string kind) => _phrases.TryGetValue(kind, out List<string>? list) ? list : [];

    /// <summary>A month's number by its name or abbreviation, without full stop.</summary>
    public bool TryGetMonth(ReadOnlySpan<char> word, out int month) => _months.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out month);

    /// <summary>The offset of a time zone's usual abbreviation.</summary>
    public bool TryGetZone(ReadOnlySpan<char> word, out TimeSpan offset) => _zones.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out offset);

    /// <summary>The usual name of an agency under any of its spellings.</summary>
    public bool TryGetAgency(string spelling, out string name)
    {
        bool found = _agencies.TryGetValue(spelling.Trim(), out string? known);
        name = known ?? "";
        return found;
    }

    /// <summary>What is known of the outlet at a host or one of its parent domains.</summary>
    public OutletName? OutletAt(string? host)
    {
        for (string rest = host ?? ""; rest.Contains('.', StringComparison.Ordinal); rest = rest[(rest.IndexOf('.', StringComparison.Ordinal) + 1)..])
        {
            if (_outlets.TryGetValue(rest, out OutletName? outlet))
                return outlet;
        }

        return null;
    }

    private void AddPhrase(DataRow row)
    {
        if (row.Cells.Count < 2 || row[1].Length == 0)
            throw row.Error("expected a kind and a phrase");
        if (!_phrases.TryGetValue(row[0], out List<string>? list))
            _phrases[row[0]] = list = [];
        string phrase = row[1].ToLowerInvariant();
        if (!list.Contains(phrase))
            list.Add(phrase);
    }

    private void AddPublicationWord(DataRow row)
    {
        switch (row[0])
        {
            case "month" when int.TryParse(row[1], out int month) && month is >= 1 and <= 12:
                foreach (string name in row.Cells.Skip(2))
                    _months[name] = month;
                break;
            case "zone" when TimeSpan.TryParse(row[2].TrimStart('+'), System.Globalization.CultureInfo.InvariantCulture, out TimeSpan offset):
                _zones[row[1]] = offset;
                break;
            case "published" or "modified" or "clock" or "morning" or "afternoon":
                AddPhrase(row);
                break;
            default:
                throw row.Error($"'{row[0]}' is no kind of publication word, or its value can't be read");
        }
    }
}

/// <summary>An outlet as people call it, and where its clock stands.</summary>
/// <param name="Name">Usual name.</param>
/// <param name="Zone">Time zone (<c>Europe/Berlin</c>), or null.</param>
internal sealed record OutletName(string Name, string? Zone);
