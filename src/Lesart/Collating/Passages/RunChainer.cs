namespace Lesart.Collating;

/// <summary>Chains the places where two accounts agree to runs.</summary>
/// <remarks>While the words between two equal stretches stay few, inserted words, another word order or another figure do not end a run; a whole sentence that one side has alone does, since its words are not shared. What is left of a sentence, or of a quotation that one side
/// prints to its end, belongs to the run: a reader sees there what the other left out.</remarks>
internal sealed class RunChainer(AccountText left, AccountText right)
{
    private readonly RunQuotation _quotation = new(left, right);

    private const int MaxGapWords = 14;
    private const int MaxGapWordsOfBoth = 18;
    private const int MinWords = 10;
    private const int MinWordsWithoutVerb = 15; // titles, names and dates in a row are common property
    private const int MinWordsBesideMore = 7;
    private const int MinQuotedWords = 5;
    private const int MinContentWords = 5;
    private const double MinLikeness = 0.7;
    private const int MaxRestWords = 8;
    private const int MaxEdgeWords = 3;
    private const int MinTimesEdge = 2; // as many words of the sentence lie in the run
    private const int MinSharedOfSentence = 4;
    private const int MuchWords = 40; // two accounts that share so much elsewhere share a short sentence by no chance
    private const int MinContentBesideMore = 3;

    /// <summary>Runs in the order of the left text.</summary>
    /// <param name="seeds">Words at which <see cref="PassageFinder.ShingleWords"/> words of both sides agree.</param>
    public List<SharedRun> Chain(List<(int Left, int Right)> seeds)
    {
        List<(TextSpan Left, TextSpan Right)> stretches = Extend(seeds);
        List<SharedRun> runs = [];
        for (int i = 0; i < stretches.Count;)
        {
            List<((TextSpan Left, TextSpan Right) Chain, int Same)> parts = []; // of a run that sentences of one side's own cut
            bool goesOn = true;
            while (goesOn)
            {
                (TextSpan Left, TextSpan Right) chain = stretches[i];
                int same = chain.Left.Length;
                goesOn = false;
                for (i++; i < stretches.Count; i++)
                {
                    (TextSpan Left, TextSpan Right) stretch = stretches[i];
                    int gapLeft = stretch.Left.Start - chain.Left.End, gapRight = stretch.Right.Start - chain.Right.End;
                    if (gapLeft < 0 || gapRight < 0 || gapLeft > MaxGapWords || gapRight > MaxGapWords || gapLeft + gapRight > MaxGapWordsOfBoth)
                        break;
                    goesOn = HoldsOwnSentence(new TextSpan(chain.Left.End, stretch.Left.Start), new TextSpan(chain.Right.End, stretch.Right.Start));
                    if (goesOn)
                        break;
                    chain = (new TextSpan(chain.Left.Start, stretch.Left.End), new TextSpan(chain.Right.Start, stretch.Right.End));
                    same += stretch.Left.Length;
                }

                parts.Add((chain, same));
            }

            bool isQuoted = parts.TrueForAll(part => _quotation.Holds(part.Chain));
            runs.AddRange(parts.Select(part => Finish(part.Chain, part.Same, parts.Count > 1, isQuoted)).OfType<SharedRun>());
        }

        runs.RemoveAll(run => runs.Exists(other => other != run && other.Left.Contains(run.Left) && other.Right.Contains(run.Right) && (other.Left.Length > run.Left.Length || other.Right.Length > run.Right.Length)));
        int shared = runs.Where(static run => !run.IsQuotation).Sum(static run => run.SameWords);
        runs.RemoveAll(run => !run.IsQuotation && shared - run.SameWords < MuchWords && (run.SameWords < MinWords || left.CountContent(run.Left) < MinContentWords || (run.SameWords < MinWordsWithoutVerb && !SaysSomething(left, run.Left))));
        return shared < MuchWords ? runs : [.. runs.Concat(new ReorderedSentences(left, right).Find(runs)).OrderBy(static run => run.Left)];
    }

    /// <summary>Whether one side has a sentence of its own between two stretches.</summary>
    private bool HoldsOwnSentence(TextSpan gapLeft, TextSpan gapRight)
    {
        int shared = left.CountShared(gapLeft, right, gapRight);
        return HoldsOwnSentence(left, gapLeft, shared) || HoldsOwnSentence(right, gapRight, shared);
    }

    private static bool HoldsOwnSentence(AccountText text, TextSpan gap, int shared)
    {
        for (int word = gap.Start; word < gap.End;)
        {
            TextSpan sentence = text.SentenceOf(word);
            if (sentence.Start >= gap.Start && sentence.End <= gap.End && 2 * shared < sentence.Length)
                return true;
            word = Math.Max(word + 1, sentence.End);
        }

        return false;
    }

    /// <summary>The run of a chain up to its edges; null where too little of it is the same.</summary>
    private SharedRun? Finish((TextSpan Left, TextSpan Right) chain, int same, bool isPart, bool isQuotation)
    {
        if (isQuotation)
        {
            same -= _quotation.Trim(ref chain);
        }
        else
        {
            same += Complete(ref chain);
            isQuotation = !isPart && _quotation.Holds(chain);
        }

        bool isMarked = isQuotation && _quotation.IsMarked(chain);
        if (Likeness(chain, same) < MinLikeness || same < (isMarked ? MinQuotedWords : isQuotation ? MinWords : isPart ? PassageFinder.ShingleWords : MinWordsBesideMore) || left.CountContent(chain.Left) < (isMarked ? 2 : MinContentBesideMore))
            return null;
        if (isMarked)
            _quotation.Complete(ref chain);
        return new SharedRun(left.Index, right.Index, chain.Left, chain.Right, same, Likeness(chain, same), isQuotation);
    }

    /// <summary>Whether words hold a verb that is more than the cue of a statement.</summary>
    private static bool SaysSomething(AccountText text, TextSpan words)
    {
        for (int i = words.Start; i < words.End; i++)
        {
            Word word = text.Words[i];
            if (word.Term.IsFinite && !text.Account.Statements.Any(statement => statement.Cue.Any(cue => cue.Contains(word.Start))))
                return true;
        }

        return false;
    }

    private static double Likeness((TextSpan Left, TextSpan Right) chain, int same) => 2.0 * same / (chain.Left.Length + chain.Right.Length);

    /// <summary>Lets a run reach the edge of its sentences where few words are left and one of them is shared ("... 300.000 Euro", "... 400.000 Euro"), or hardly any at all, and take in sentences beside it that differ in a word or its place ("Neun Menschen werden vermisst", "Sieben Menschen werden vermisst").</summary>
    /// <returns>How many shared words were added.</returns>
    private int Complete(ref (TextSpan Left, TextSpan Right) chain)
    {
        int added = 0;
        (TextSpan l, TextSpan r) = (left.SentenceOf(chain.Left.End - 1), right.SentenceOf(chain.Right.End - 1));
        if (IsRest(l, new TextSpan(chain.Left.End, l.End), r, new TextSpan(chain.Right.End, r.End), chain.Left.Length, out int same))
            (chain, added) = ((new TextSpan(chain.Left.Start, l.End), new TextSpan(chain.Right.Start, r.End)), same);
        while (chain.Left.End == l.End && chain.Right.End == r.End && l.End < left.Words.Length && r.End < right.Words.Length)
        {
            (l, r) = (left.SentenceOf(l.End), right.SentenceOf(r.End));
            if (!IsEdited(l, r, out same))
                break;
            (chain, added) = ((new TextSpan(chain.Left.Start, l.End), new TextSpan(chain.Right.Start, r.End)), added + same);
        }

        (l, r) = (left.SentenceOf(chain.Left.Start), right.SentenceOf(chain.Right.Start));
        if (IsRest(l, new TextSpan(l.Start, chain.Left.Start), r, new TextSpan(r.Start, chain.Right.Start), chain.Left.Length, out same))
            (chain, added) = ((new TextSpan(l.Start, chain.Left.End), new TextSpan(r.Start, chain.Right.End)), added + same);
        while (chain.Left.Start == l.Start && chain.Right.Start == r.Start && l.Start > 0 && r.Start > 0)
        {
            (l, r) = (left.SentenceOf(l.Start - 1), right.SentenceOf(r.Start - 1));
            if (!IsEdited(l, r, out same))
                break;
            (chain, added) = ((new TextSpan(l.Start, chain.Left.End), new TextSpan(r.Start, chain.Right.End)), added + same);
        }

        return added;
    }

    /// <summary>Whether two sentences are one with a word or its place changed.</summary>
    private bool IsEdited(TextSpan sentence, TextSpan other, out int same)
    {
        same = left.CountShared(sentence, right, other);
        return same >= MinSharedOfSentence && 2 * same >= MinLikeness * (sentence.Length + other.Length);
    }

    /// <summary>Whether what is left of two sentences is of the same sentence.</summary>
    private bool IsRest(TextSpan sentence, TextSpan rest, TextSpan otherSentence, TextSpan other, int wordsOfRun, out int same)
    {
        same = 0;
        if (Math.Max(rest.Length, other.Length) > MaxGapWords || rest.Length + other.Length == 0)
            return false;
        same = left.CountShared(rest, right, other);
        if (Math.Max(rest.Length, other.Length) > MaxRestWords)
            return same >= MinSharedOfSentence && same >= MinLikeness * Math.Min(rest.Length, other.Length) && MinTimesEdge * Math.Max(rest.Length, other.Length) <= wordsOfRun;
        return (same > 0 && 3 * same >= Math.Max(rest.Length, other.Length)) || (IsEdge(sentence, rest) && IsEdge(otherSentence, other));

        static bool IsEdge(TextSpan sentence, TextSpan rest) => rest.Length <= MaxEdgeWords && sentence.Length - rest.Length >= MinTimesEdge * rest.Length;
    }

    /// <summary>Seeds as the longest equal stretches, in the order of the left text; of two that overlap, the longer stays and the other keeps what is left of it.</summary>
    private List<(TextSpan Left, TextSpan Right)> Extend(List<(int Left, int Right)> seeds)
    {
        List<(TextSpan Left, TextSpan Right)> stretches = [];
        Dictionary<int, int> reached = []; // by how far the right place is from the left one: where the last equal stretch ends
        foreach ((int l, int r) in seeds.Order())
        {
            if (l < reached.GetValueOrDefault(r - l))
                continue; // within a stretch
            int back = 0;
            while (l - back > 0 && r - back > 0 && left.Words[l - back - 1].Stem == right.Words[r - back - 1].Stem)
                back++;
            int ahead = PassageFinder.ShingleWords;
            while (l + ahead < left.Words.Length && r + ahead < right.Words.Length && left.Words[l + ahead].Stem == right.Words[r + ahead].Stem)
                ahead++;
            reached[r - l] = l + ahead;
            stretches.Add((new TextSpan(l - back, l + ahead), new TextSpan(r - back, r + ahead)));
        }

        List<(TextSpan Left, TextSpan Right)> kept = [];
        foreach ((TextSpan Left, TextSpan Right) stretch in stretches.OrderByDescending(static stretch => stretch.Left.Length).ThenBy(static stretch => stretch.Left.Start).ThenBy(static stretch => stretch.Right.Start))
        {
            (int first, int last) = (0, stretch.Left.Length);
            foreach ((TextSpan Left, TextSpan Right) other in kept)
            {
                Cut(stretch.Left, other.Left, ref first, ref last);
                Cut(stretch.Right, other.Right, ref first, ref last);
            }

            if (last - first >= PassageFinder.ShingleWords)
                kept.Add((new TextSpan(stretch.Left.Start + first, stretch.Left.Start + last), new TextSpan(stretch.Right.Start + first, stretch.Right.Start + last)));
        }

        kept.Sort(static (one, two) => one.Left.CompareTo(two.Left));
        return kept;
    }

    /// <summary>Takes off a stretch what another covers at its start or end; all of it where that lies in the middle.</summary>
    private static void Cut(TextSpan stretch, TextSpan other, ref int first, ref int last)
    {
        if (last <= first || other.End <= stretch.Start + first || other.Start >= stretch.Start + last)
            return;
        if (other.Start <= stretch.Start + first)
            first = other.End - stretch.Start;
        else if (other.End >= stretch.Start + last)
            last = other.Start - stretch.Start;
        else
            last = first;
    }
}
