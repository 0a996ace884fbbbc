namespace Lesart.Collating;

/// <summary>Finds sentences that two accounts share in another order of words, so that no five words in a row are the same.</summary>
/// <remarks>Only accounts that share much text otherwise are asked: of others such a sentence proves nothing.</remarks>
internal sealed class ReorderedSentences(AccountText left, AccountText right)
{
    private const int MinWords = 7;
    private const int MinContentWords = 3;
    private const double MinLikeness = 0.75;

    /// <summary>Runs of one sentence each, outside the runs that are known; each sentence once, with the one that it is most like.</summary>
    public List<SharedRun> Find(IReadOnlyList<SharedRun> known)
    {
        List<TextSpan> open = Open(right, [.. known.Select(static run => run.Right)]);
        List<SharedRun> found = [];
        foreach (TextSpan sentence in Open(left, [.. known.Select(static run => run.Left)]))
        {
            (TextSpan Other, int Same, double Likeness) best = default;
            foreach (TextSpan other in open)
            {
                int same = Math.Min(left.CountShared(sentence, right, other), right.CountShared(other, left, sentence));
                double likeness = 2.0 * same / (sentence.Length + other.Length);
                if (likeness > best.Likeness)
                    best = (other, same, likeness);
            }

            if (best.Likeness < MinLikeness)
                continue;
            open.Remove(best.Other);
            found.Add(new SharedRun(left.Index, right.Index, sentence, best.Other, best.Same, best.Likeness, IsQuotation: false));
        }

        return found;
    }

    private static List<TextSpan> Open(AccountText text, TextSpan[] known) =>
    [
        .. text.Sentences.Select(sentence => new TextSpan(text.WordAt(sentence.Start), text.WordAt(sentence.End)))
            .Where(sentence => sentence.Length >= MinWords && !Array.Exists(known, sentence.Overlaps) && text.CountContent(sentence) >= MinContentWords && !text.Words.Skip(sentence.Start).Take(sentence.Length).Any(static word => word.IsSaid)),
    ];
}
