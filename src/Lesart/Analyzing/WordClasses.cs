using System.Globalization;
using Lesart.Languages;

namespace Lesart.Analyzing;

/// <summary>Classes of words that are used alike (<c>word-classes.tsv</c>); a pack may have none.</summary>
internal sealed class WordClasses
{
    private const int ShortestPart = 5;
    private const int LongestPart = 14;

    // plain: a frozen one takes longer to build than it saves, as each form is asked for once
    private readonly Dictionary<string, ushort> _classes = new(StringComparer.Ordinal);

    // whether the table holds the language's own words, by their lemmas; names are in it as they stand
    private readonly bool _hasLemmas;

    private WordClasses(LanguagePack pack)
    {
        _hasLemmas = pack.Setting("equivalents").Length > 0;
        foreach (DataRow row in pack.Data.Rows("word-classes.tsv"))
        {
            if (!ushort.TryParse(row[0], CultureInfo.InvariantCulture, out ushort number))
                throw row.Error($"'{row[0]}' is no number of a class");
            foreach (string word in row[1].Split('|'))
                _classes.TryAdd(word, (ushort)(number + 1));
        }
    }

    public static WordClasses Load(LanguagePack pack) => new(pack);

    /// <summary>The number of a word's class, from 1; 0 where neither it nor what it is a form of has one. Marks count only where the table knows the word with them.</summary>
    /// <param name="form">The word.</param>
    /// <param name="lemma">The word it is a form of, as the dictionary has it; null where it has none.</param>
    /// <param name="stem">The word without a genitive's ending.</param>
    public uint ClassOf(string form, string? lemma, string stem)
    {
        string lower = form.ToLowerInvariant();
        uint group = Find(lower);
        if (!_hasLemmas || group != 0)
            return group;
        if (lemma is not null)
            group = Find(lemma.ToLowerInvariant());
        if (group == 0 && stem.Length < form.Length)
            group = Find(lower[..stem.Length]);
        return group == 0 ? OfLastWord(lower) : group;
    }

    /// <summary>A compound is used like its last word: "Künstlervereinigung".</summary>
    private uint OfLastWord(string lower)
    {
        Dictionary<string, ushort>.AlternateLookup<ReadOnlySpan<char>> classes = _classes.GetAlternateLookup<ReadOnlySpan<char>>();
        int dash = lower.LastIndexOf('-');
        if (dash >= 0)
            return classes.TryGetValue(lower.AsSpan(dash + 1), out ushort last) ? last : 0u;
        for (int length = Math.Min(LongestPart, lower.Length - 3); length >= ShortestPart; length--)
        {
            if (classes.TryGetValue(lower.AsSpan(lower.Length - length), out ushort part))
                return part;
        }

        return 0;
    }

    private uint Find(string lower) => _classes.TryGetValue(lower, out ushort group) || _classes.TryGetValue(LetterComposer.WithoutMarks(lower), out group) ? group : 0u;
}
