using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>What became of the people or things that a figure counts (<c>fates.tsv</c>): "23 Personen wurden verletzt" and "17 injured" count one thing by it, whatever they call whom they count. And what a sum of money is (<c>sums.tsv</c>): a price is no fine.</summary>
internal sealed class FigureFates
{
    private const int MaxWordsToNoun = 2; // "23 schwer Verletzte"
    private const int MaxWordsOfFate = 6; // from its first word to its last: "verloren vier Arbeiter das Leben"
    private const int MaxWordsOfSum = 9; // "setzte im vergangenen Jahr rund 24 Millionen Euro um"

    private readonly Dictionary<string, (string Fate, string[] Others)[]> _fates; // by the first word of each phrase

    private readonly int _maxWords;

    private FigureFates(LanguagePack pack, string table, int maxWords)
    {
        _maxWords = maxWords;
        Dictionary<string, List<(string, string[])>> fates = new(StringComparer.Ordinal);
        foreach (DataRow row in pack.Data.Rows(table))
        {
            foreach (string phrase in row[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            {
                string[] words = [.. phrase.Split(' ').Select(static word => Folding.Fold(word))];
                if (!fates.TryGetValue(words[0], out List<(string, string[])>? known))
                    fates[words[0]] = known = [];
                known.Add((row[0], words[1..]));
            }
        }

        _fates = fates.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>The fates of a language.</summary>
    public static FigureFates Of(LanguagePack pack) => pack.Table(static pack => new FigureFates(pack, "fates.tsv", MaxWordsOfFate));

    /// <summary>What sums of money are in a language.</summary>
    public static FigureFates OfSums(LanguagePack pack) => pack.Table(static pack => new SumTable(new FigureFates(pack, "sums.tsv", MaxWordsOfSum))).Sums;

    /// <summary>What the clause says of those whom each of its figures counts, by the figures' order; null where it says nothing.</summary>
    /// <param name="text">The account.</param>
    /// <param name="unit">The clause.</param>
    /// <param name="figures">Where its figures stand, in order.</param>
    /// <remarks>Right behind a figure its noun says it. Else one word goes with each figure: the one before it where the clause begins so ("killing two and wounding five"), else the one behind; figures in a row share theirs.</remarks>
    public string?[] Read(AccountText text, Unit unit, IReadOnlyList<TextSpan> figures)
    {
        string?[] read = new string?[figures.Count];
        int begin = text.WordAt(unit.Span.Start), end = text.WordAt(unit.Span.End);
        List<(int Word, string Fate)> told = [];
        for (int word = begin; word < end; word++)
        {
            if (FateAt(text, word, begin, end) is string fate)
                told.Add((word, fate));
        }

        if (told.Count == 0 || figures.Count == 0)
            return read;
        int[] at = [.. figures.Select(span => text.WordAt(span.Start))];
        bool isBefore = told[0].Word < at[0];
        for (int i = 0; i < at.Length; i++)
        {
            int next = i + 1 < at.Length ? at[i + 1] : end, last = i > 0 ? at[i - 1] : begin - 1, behind = text.WordAt(figures[i].End);
            string? noun = told.Where(fate => fate.Word >= at[i] && fate.Word < Math.Min(next, behind + MaxWordsToNoun)).Select(static fate => fate.Fate).FirstOrDefault();
            string? after = told.Where(fate => fate.Word > at[i] && fate.Word < next).Select(static fate => fate.Fate).FirstOrDefault(), before = told.Where(fate => fate.Word < at[i] && fate.Word > last).Select(static fate => fate.Fate).LastOrDefault();
            read[i] = noun ?? (isBefore ? before ?? after : after ?? before);
        }

        for (int i = 1; isBefore && i < read.Length; i++)
            read[i] ??= read[i - 1];
        for (int i = read.Length - 2; !isBefore && i >= 0; i--)
            read[i] ??= read[i + 1];
        return read;
    }

    private string? FateAt(AccountText text, int word, int begin, int end)
    {
        foreach (string form in FormsOf(text.Words[word].Term))
        {
            if (!_fates.TryGetValue(form, out (string Fate, string[] Others)[]? fates))
                continue;
            foreach ((string fate, string[] others) in fates)
            {
                if (Array.TrueForAll(others, other => Enumerable.Range(Math.Max(begin, word - _maxWords), Math.Min(end, word + _maxWords) - Math.Max(begin, word - _maxWords)).Any(near => near != word && FormsOf(text.Words[near].Term).Contains(other, StringComparer.Ordinal))))
                    return fate;
            }
        }

        return null;
    }

    /// <summary>A pack keeps one table of each type.</summary>
    private sealed record SumTable(FigureFates Sums);

    private static IEnumerable<string> FormsOf(Term term) => term.Lemmas.Select(static lemma => Folding.Fold(lemma)).Append(term.Lemma).Append(term.Folded).Distinct(StringComparer.Ordinal);
}
