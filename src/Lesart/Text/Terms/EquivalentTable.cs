using Lesart.Languages;

namespace Lesart.Text;

/// <summary>What words are called in another language that the pack names (<c>equivalents</c> and <c>equivalents-in</c> of <c>pack.tsv</c>): a lemma and its equivalents a row, the most usual first.</summary>
internal sealed class EquivalentTable
{
    private readonly Dictionary<string, string> _rows;

    private EquivalentTable(LanguagePack pack)
    {
        Language = pack.Setting("equivalents-in");
        Dictionary<string, string> rows = new(StringComparer.Ordinal);
        if (pack.Setting("equivalents") is { Length: > 0 } file)
        {
            foreach (DataRow row in pack.Data.Rows(file))
            {
                if (row.Cells.Count != 2)
                    throw row.Error("a row names a lemma and its equivalents");
                rows.TryAdd(row[0], row[1]);
            }
        }

        _rows = rows;
    }

    /// <summary>BCP 47 code of the other language; empty where the pack names none.</summary>
    public string Language { get; }

    /// <summary>Reads the pack's table; an empty one where it names none.</summary>
    /// <exception cref="DataException">A row can't be used.</exception>
    public static EquivalentTable Load(LanguagePack pack) => new(pack);

    /// <summary>The words or phrases that a lemma is called by, the most usual first; empty where the table lacks it.</summary>
    public string[] Of(string lemma) => _rows.TryGetValue(lemma, out string? cell) ? cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [];
}
