using Lesart.Languages;

namespace Lesart.Analyzing;

/// <summary>A language's words that weaken or deny (<c>hedges.tsv</c>).</summary>
internal sealed class StanceLexicon
{
    private readonly Dictionary<string, StanceSign> _signs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<(string[] Words, StanceSign Sign)>> _phrases = new(StringComparer.Ordinal);

    public StanceLexicon(LanguagePack pack)
    {
        foreach (DataRow row in pack.Data.Rows("hedges.tsv"))
        {
            string[] words = row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (row[0] is "phrase" or "false-phrase")
            {
                if (!_phrases.TryGetValue(words[0], out List<(string[], StanceSign)>? phrases))
                    _phrases.Add(words[0], phrases = []);
                phrases.Add((words, row[0] == "phrase" ? StanceSign.Hedge : StanceSign.False));
                continue;
            }

            StanceSign sign = row[0] switch
            {
                "hedge" => StanceSign.Hedge,
                "modal" => StanceSign.Modal,
                "perfect" => StanceSign.PerfectModal,
                "restrictor" => StanceSign.Restrictor,
                "belief" => StanceSign.Belief,
                "false" => StanceSign.False,
                _ => throw row.Error($"'{row[0]}' is no kind of hedge"),
            };
            foreach (string word in words)
                _signs[word] = _signs.GetValueOrDefault(word) | sign;
        }
    }

    /// <summary>What a word in lower case does to its clause.</summary>
    public StanceSign Sign(string lower) => _signs.GetValueOrDefault(lower);

    /// <summary>Whether a phrase with the sign begins at a token and ends before <paramref name="last"/>.</summary>
    public bool BeginsPhrase(StatementText text, int at, int last, StanceSign sign)
    {
        if (!_phrases.TryGetValue(text.Lower(at), out List<(string[] Words, StanceSign Sign)>? phrases))
            return false;
        foreach ((string[] words, StanceSign found) in phrases)
        {
            bool matches = found == sign && at + words.Length <= last;
            for (int w = 1; matches && w < words.Length; w++)
                matches = text.Lower(at + w) == words[w];
            if (matches)
                return true;
        }

        return false;
    }
}

/// <summary>What a word does to the stance of its clause.</summary>
[Flags]
internal enum StanceSign : byte
{
    None = 0,
    Hedge = 1,

    /// <summary>A modal that hedges with an infinitive.</summary>
    Modal = 2,

    /// <summary>A modal that hedges with a perfect infinitive only.</summary>
    PerfectModal = 4,

    /// <summary>A negation right before it denies nothing ("nicht nur").</summary>
    Restrictor = 8,
    Belief = 16,

    /// <summary>Says of a claim that it is not so ("called the report false").</summary>
    False = 32,
}
