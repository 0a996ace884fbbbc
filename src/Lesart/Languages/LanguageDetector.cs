namespace Lesart.Languages;

/// <summary>Tells a text's language by the share of its words that are among each pack's most frequent function words (<c>function-words.txt</c>).</summary>
public sealed class LanguageDetector
{
    private const int WordsLooked = 2_000;
    private const double MinShare = 0.08; // running German and English prose have 0.30 and more; other languages stay below 0.05
    private const int ShortText = 100; // words; a programme or a list of results has hardly any function words, and says little else
    private const double MinShareOfShortText = 0.03;

    private readonly List<(string Code, HashSet<string> Words)> _languages = [];

    /// <summary>Reads the word list of each pack.</summary>
    public LanguageDetector(LanguagePacks packs)
    {
        foreach (LanguagePack pack in packs.All)
            _languages.Add((pack.Code, new HashSet<string>(pack.Data.Rows("function-words.txt").Select(static row => row[0]), StringComparer.OrdinalIgnoreCase)));
    }

    /// <summary>The BCP 47 code, or null where no installed language fits.</summary>
    public string? Detect(ReadOnlySpan<char> text)
    {
        Span<int> hits = stackalloc int[_languages.Count];
        hits.Clear();
        int words = 0;
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>>[] lookups = [.. _languages.Select(static language => language.Words.GetAlternateLookup<ReadOnlySpan<char>>())];
        int nameEnd = -1; // end of the word before, where it is capitalised
        for (int at = 0; at < text.Length && words < WordsLooked;)
        {
            if (!char.IsLetter(text[at]))
            {
                at++;
                continue;
            }

            int start = at;
            while (at < text.Length && char.IsLetter(text[at]))
                at++;
            words++;
            bool isCapitalised = char.IsUpper(text[start]);
            bool isInsideName = !isCapitalised && nameEnd == start - 1 && at + 1 < text.Length && text[at] == ' ' && char.IsUpper(text[at + 1]);
            nameEnd = isCapitalised ? at : -1;
            if (isInsideName)
                continue; // "Tour de France", "Bank of Scotland": the name's language, not the text's

            for (int i = 0; i < lookups.Length; i++)
                hits[i] += lookups[i].Contains(text[start..at]) ? 1 : 0;
        }

        int best = -1;
        for (int i = 0; i < hits.Length; i++)
            best = best < 0 || hits[i] > hits[best] ? i : best;
        double minShare = words < ShortText ? MinShareOfShortText : MinShare;
        return best >= 0 && hits[best] > 0 && hits[best] >= minShare * words ? _languages[best].Code : null;
    }
}
