using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Picks the sentence that stands for a point: near to the others, and one that a reader understands who sees nothing beside it.</summary>
/// <remarks>Each weakness of a sentence takes a share of how near it is to the others, so that among sentences that tell the point about as well the plainest is shown. The shares are set by judgement, not fitted: no gold says which sentence stands best for a point.</remarks>
internal sealed class GlossPicker(LanguagePacks packs, AccountText[] texts, Alignment alignment, string? language)
{
    private const int MostCompared = 60; // clauses of a point
    private const int ReachOfOpening = 2; // words
    private const int LongSentence = 200, VeryLongSentence = 300, ShortSentence = 30; // letters
    private const double MinShare = 0.4; // of a sentence's letters that the clause itself holds

    private readonly HashSet<(int Account, int Sentence)> _shown = [];

    /// <summary>The clause whose sentence is shown, of those in the story's main language where the point has any; the earlier on a tie. A sentence that an earlier point shows is taken again only where the point has none nearly as good.</summary>
    public Unit Pick(List<Unit> group)
    {
        Unit[] own = [.. group.Where(unit => unit.Language == language)];
        if (own.Length == 0)
            own = [.. group];
        Unit best = own.Length == 1 ? own[0] : own.MaxBy(unit => Nearness(unit, group) * Clarity(unit) * (_shown.Contains((unit.Account, unit.Sentence)) ? 0.5 : 1))!; // a group has units
        _shown.Add((best.Account, best.Sentence));
        return best;
    }

    // Of two clauses none is nearer.
    private double Nearness(Unit unit, List<Unit> group) => group.Count is <= 2 or > MostCompared ? 1 : group.Sum(other => other == unit ? 0 : alignment.LikelinessOf(unit, other));

    /// <summary>How well a clause's sentence is understood alone: 1 where nothing speaks against it.</summary>
    public double Clarity(Unit unit)
    {
        AccountText text = texts[unit.Account];
        string sentence = unit.Whole.In(text.Text).ToString();
        int first = text.WordAt(unit.Whole.Start), end = text.WordAt(unit.Whole.End);
        double clarity = 1;
        if (PointsBack(text, first, end))
            clarity *= 0.6; // "They managed to get out", "Seine Partei"
        if (unit.Statement is { Source: { IsDefaultOrEmpty: false } source } && source.All(span => text.WordAt(span.End) - text.WordAt(span.Start) == 1 && BackWords.Of(packs, text.Language)?.Pronouns.Contains(text.Words[text.WordAt(span.Start)].Term.Folded) is true))
            clarity *= 0.7; // "..., sagte sie"
        if (unit.IsBare)
            clarity *= 0.3; // "The firm denied that"
        if (unit.IsHeading || !unit.IsFinite)
            clarity *= 0.7;
        if (unit.Span.Length < MinShare * unit.Whole.Length)
            clarity *= 0.85;
        if (sentence.EndsWith('?'))
            clarity *= 0.7;
        if (LeavesOpen(sentence))
            clarity *= 0.7;
        return clarity * (sentence.Length > VeryLongSentence ? 0.6 : sentence.Length > LongSentence ? 0.8 : sentence.Length < ShortSentence ? 0.7 : 1);
    }

    // Whether a quotation begins or ends outside of the sentence.
    private static bool LeavesOpen(string sentence)
    {
        char closing = default;
        foreach (char mark in sentence)
        {
            if (closing != default && QuotedWords.Closes(mark, closing))
                closing = default;
            else if (closing == default && mark is not ('\'' or '\u2019') && QuotedWords.ClosingOf(mark) is char closes)
                closing = closes;
        }

        return closing != default;
    }

    // Whether a sentence takes up what stands before it: by a pronoun or an owner, or by a word that joins it to the last one.
    private bool PointsBack(AccountText text, int first, int end)
    {
        if (BackWords.Of(packs, text.Language) is not BackWords words)
            return false;
        for (int i = first; i < Math.Min(first + ReachOfOpening, end); i++)
        {
            string word = text.Words[i].Term.Folded;
            if (words.Pronouns.Contains(word) || (i == first && words.Joining.Contains(word)))
                return true;
            bool isArticle = i + 1 < end && text.Words[i + 1].Term is { CanBeNoun: true } or { IsAdjective: true } or { IsName: true };
            if (words.Pointing.Contains(word) && !isArticle && i == first)
                return true;
        }

        return false;
    }

    /// <summary>The words of a language that take up what stands before.</summary>
    private sealed class BackWords
    {
        private BackWords(LanguagePack pack)
        {
            Pronouns = [.. Closed(pack, "subject-pronoun"), .. Closed(pack, "object-pronoun"), .. Closed(pack, "correlate"), .. pack.Data.Rows("descriptions.tsv").Where(static row => row[0] is "owner" or "pronoun").Select(static row => Folding.Fold(row[1]))];
            Pronouns.ExceptWith([.. Closed(pack, "first-person"), .. Closed(pack, "question"), .. Closed(pack, "negation")]); // who speaks is named beside it, and nobody is meant
            Pointing = [.. Closed(pack, "content-pronoun")];
            Joining = [.. Closed(pack, "coordinator")];
        }

        /// <summary>Pronouns and owners.</summary>
        public HashSet<string> Pronouns { get; }

        /// <summary>Pronouns for what was said, some of which are articles, too.</summary>
        public HashSet<string> Pointing { get; }

        /// <summary>Words that join a sentence to the one before it.</summary>
        public HashSet<string> Joining { get; }

        public static BackWords? Of(LanguagePacks packs, string language) => packs.TryGet(language, out LanguagePack? pack) ? pack.Table(static pack => new BackWords(pack)) : null;

        private static IEnumerable<string> Closed(LanguagePack pack, string kind) => pack.Data.Rows("clause-words.tsv").Where(row => row[0] == kind).SelectMany(static row => row[1].Split(' ')).Select(static word => Folding.Fold(word));
    }
}
