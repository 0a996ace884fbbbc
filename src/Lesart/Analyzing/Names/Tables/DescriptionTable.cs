using Lesart.Languages;

namespace Lesart.Analyzing;

/// <summary>Which words describe or stand for a person named before (<c>descriptions.tsv</c>).</summary>
internal sealed class DescriptionTable
{
    private DescriptionTable(LanguagePack pack)
    {
        List<AgeWord> ages = [];
        foreach (DataRow row in pack.Data.Rows("descriptions.tsv"))
        {
            switch (row[0])
            {
                case "age" or "aged": ages.Add(new AgeWord(row[1], row[2], SexOf(row[3]), row[0] == "aged")); break;
                case "article": Articles.Add(row[1], SexOf(row[2])); break;
                case "other": Others.Add(row[1], SexOf(row[2])); break;
                case "owner": Owners.Add(row[1]); break;
                case "pronoun": Pronouns.Add(row[1], new Pronoun(SexOf(row[2]), row[3].Length > 0)); break;
            }
        }

        Ages = ages;
    }

    public static DescriptionTable Of(LanguagePack pack) => pack.Table(static pack => new DescriptionTable(pack));

    /// <summary>An article with the ending of the word of age behind it.</summary>
    public readonly record struct AgeWord(string Article, string Ending, char Sex, bool NeedsNoun);

    /// <summary>A pronoun; <paramref name="NeedsSingular"/> where the same form means several.</summary>
    public readonly record struct Pronoun(char Sex, bool NeedsSingular);

    public IReadOnlyList<AgeWord> Ages { get; }

    public Dictionary<string, char> Articles { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Nouns that mean the other of two.</summary>
    public Dictionary<string, char> Others { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Owners { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, Pronoun> Pronouns { get; } = new(StringComparer.OrdinalIgnoreCase);

    private static char SexOf(string cell) => cell.Length > 0 ? cell[0] : '\0';
}
