using System.Collections.Frozen;
using Lesart.Languages;

namespace Lesart.Analyzing;

/// <summary>Which words describe or stand for a person named before (<c>descriptions.tsv</c>).</summary>
internal sealed class DescriptionTable
{
    private DescriptionTable(LanguagePack pack)
    {
        DataRow[] rows = [.. pack.Data.Rows("descriptions.tsv")];
        Ages = [.. rows.Where(static row => row[0] is "age" or "aged").Select(static row => new AgeWord(row[1], row[2], SexOf(row[3]), row[0] == "aged"))];
        Articles = rows.Where(static row => row[0] == "article").ToFrozenDictionary(static row => row[1], static row => SexOf(row[2]), StringComparer.OrdinalIgnoreCase);
        Others = rows.Where(static row => row[0] == "other").ToFrozenDictionary(static row => row[1], static row => SexOf(row[2]), StringComparer.Ordinal);
        Owners = rows.Where(static row => row[0] == "owner").Select(static row => row[1]).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        Pronouns = rows.Where(static row => row[0] == "pronoun").ToFrozenDictionary(static row => row[1], static row => new Pronoun(SexOf(row[2]), row[3].Length > 0), StringComparer.OrdinalIgnoreCase);
    }

    public static DescriptionTable Of(LanguagePack pack) => pack.Table(static pack => new DescriptionTable(pack));

    /// <summary>An article with the ending of the word of age behind it.</summary>
    public readonly record struct AgeWord(string Article, string Ending, char Sex, bool NeedsNoun);

    /// <summary>A pronoun; <paramref name="NeedsSingular"/> where the same form means several.</summary>
    public readonly record struct Pronoun(char Sex, bool NeedsSingular);

    public IReadOnlyList<AgeWord> Ages { get; }

    public FrozenDictionary<string, char> Articles { get; }

    /// <summary>Nouns that mean the other of two.</summary>
    public FrozenDictionary<string, char> Others { get; }

    public FrozenSet<string> Owners { get; }

    public FrozenDictionary<string, Pronoun> Pronouns { get; }

    private static char SexOf(string cell) => cell.Length > 0 ? cell[0] : '\0';
}
