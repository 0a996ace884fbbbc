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
            if (row[0] is "phrase" or "false-phrase" or "idle-phrase")
            {
                if (!_phrases.TryGetValue(words[0], out List<(string[], StanceSign)>? phrases))
                    _phrases.Add(words[0], phrases = []);
                phrases.Add((words, row[0] switch { "phrase" => StanceSign.Hedge, "false-phrase" => StanceSign.False, _ => StanceSign.Idle }));
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
                "open" => StanceSign.Open,
                "asking" => StanceSign.Asking,
                "pending" => StanceSign.Pending,
                "attitude" => StanceSign.Attitude,
                "ability" => StanceSign.Ability,
                "anyone" => StanceSign.Anyone,
                "plan" => StanceSign.Plan,
                "state" => StanceSign.State,
                "perfect-auxiliary" => StanceSign.PerfectAuxiliary,
                "attributive" => StanceSign.Attributive,
                "verdict" => StanceSign.Verdict,
                "ought" => StanceSign.Ought,
                "unsure-source" => StanceSign.UnsureSource,
                _ => throw row.Error($"'{row[0]}' is no kind of hedge"),
            };
            foreach (string word in words)
                _signs[word] = _signs.GetValueOrDefault(word) | sign;
        }
    }

    /// <summary>What a word in lower case does to its clause; <see cref="StanceSign.Anyone"/> is known by its case ("Sie").</summary>
    public StanceSign Sign(string lower) => _signs.GetValueOrDefault(lower);

    /// <summary>Whether a phrase with the sign begins at a token and ends before <paramref name="last"/>.</summary>
    public bool BeginsPhrase(StatementText text, int at, int last, StanceSign sign) => PhraseLength(text, at, last, sign) > 0;

    /// <summary>How many words the phrase with the sign has that begins at a token and ends before <paramref name="last"/>; 0 where there is none.</summary>
    public int PhraseLength(StatementText text, int at, int last, StanceSign sign)
    {
        if (!_phrases.TryGetValue(text.Lower(at), out List<(string[] Words, StanceSign Sign)>? phrases))
            return 0;
        foreach ((string[] words, StanceSign found) in phrases)
        {
            bool matches = found == sign && at + words.Length <= last;
            for (int w = 1; matches && w < words.Length; w++)
                matches = text.Lower(at + w) == words[w];
            if (matches)
                return words.Length;
        }

        return 0;
    }
}

/// <summary>What a word does to the stance of its clause.</summary>
[Flags]
internal enum StanceSign : uint
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

    /// <summary>A phrase whose negation denies nothing ("never before").</summary>
    Idle = 64,

    /// <summary>Negated and followed by a question it leaves that open ("not clear who").</summary>
    Open = 128,

    /// <summary>Beside a negation it tells that a thing is open for now ("not yet known").</summary>
    Pending = 256,

    /// <summary>Tells how a thing strikes somebody: its negation denies nothing that happened ("convince").</summary>
    Attitude = 512,

    /// <summary>A modal of what is possible.</summary>
    Ability = 1024,

    /// <summary>A subject that stands for anybody ("man", "you").</summary>
    Anyone = 2048,

    /// <summary>Begins a question that isn't begun by a question word ("whether").</summary>
    Asking = 4096,

    /// <summary>A modal that tells plans, and with a perfect infinitive or that of a state hearsay ("soll").</summary>
    Plan = 8192,

    /// <summary>An infinitive that tells how things stand.</summary>
    State = 16384,

    /// <summary>The infinitive of an auxiliary that makes a perfect infinitive behind a participle.</summary>
    PerfectAuxiliary = 32768,

    /// <summary>Before a noun it doubts what the noun says, not the clause ("the alleged thief").</summary>
    Attributive = 65536,

    /// <summary>Before a noun for a source it says that what the source tells is not sure ("unconfirmed reports").</summary>
    UnsureSource = 131072,

    /// <summary>Says of a noun for a claim that it is not so, of other things how they are judged ("absurd").</summary>
    Verdict = 262144,

    /// <summary>A modal of what shall be: negated it says what shall not be, and denies nothing.</summary>
    Ought = 524288,
}
