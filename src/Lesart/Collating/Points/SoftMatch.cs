namespace Lesart.Collating;

/// <summary>What two clauses have in common where each word may be met by a like one: its best counterpart counts by how like it is.</summary>
/// <remarks>The relaxed word mover's distance (Kusner and others, 2015) with words weighed by their surprise (soft TF-IDF; Cohen, Ravikumar and Fienberg, 2003).</remarks>
internal readonly record struct SoftMatch(double Content, double Part, double Contained, double Verb, double Unmet)
{
    private const double LeastLikeness = 0.3; // words of one field ("flood", "river") are about as like as that
    private const double FullLikeness = 0.9;

    /// <summary>Compares the words of two clauses.</summary>
    /// <param name="words">Which words of the story are alike.</param>
    /// <param name="left">One clause.</param>
    /// <param name="right">The other.</param>
    /// <param name="leftMet">For each term of the left clause, nats of the key that it shares with the other one.</param>
    /// <param name="rightMet">The same for the right clause.</param>
    public static SoftMatch Of(LikeWords words, Unit left, Unit right, ReadOnlySpan<double> leftMet, ReadOnlySpan<double> rightMet)
    {
        Span<double> leftBest = stackalloc double[leftMet.Length], rightBest = stackalloc double[rightMet.Length];
        leftMet.CopyTo(leftBest);
        rightMet.CopyTo(rightBest);
        double verb = Meet(words, left, right, leftBest, rightBest);
        Side one = Sum(left, leftBest), other = Sum(right, rightBest);
        return new SoftMatch(
            (one.Content + other.Content) / 2,
            Ratio(one.Content + other.Content, one.Weight + other.Weight),
            Math.Max(Ratio(one.Content, one.Weight), Ratio(other.Content, other.Weight)),
            verb,
            Math.Min(one.Unmet, other.Unmet));
    }

    private readonly record struct Side(double Content, double Weight, double Unmet);

    /// <summary>Lets like words count for each other where that is more than what their terms share; returns how like the predicates are.</summary>
    public static double Meet(LikeWords words, Unit left, Unit right, Span<double> leftBest, Span<double> rightBest)
    {
        double verb = 0;
        ReadOnlySpan<(int Term, int Word)> theirs = words.WordsOf(right);
        foreach ((int i, int mine) in words.WordsOf(left))
        {
            foreach ((int j, int their) in theirs)
            {
                (double likeness, double nats) = words.Compare(mine, their);
                if (likeness <= LeastLikeness || (i >= leftBest.Length && j >= rightBest.Length))
                    continue;
                ref readonly UnitTerm one = ref left.Terms.ItemRef(i);
                ref readonly UnitTerm other = ref right.Terms.ItemRef(j);
                double soft = Math.Clamp((likeness - LeastLikeness) / (FullLikeness - LeastLikeness), 0, 1);
                double says = Math.Min(one.Information, other.Information) * nats * soft;
                if (i < leftBest.Length)
                    leftBest[i] = Math.Max(leftBest[i], says);
                if (j < rightBest.Length)
                    rightBest[j] = Math.Max(rightBest[j], says);
                verb = one.IsPredicate && other.IsPredicate ? Math.Max(verb, soft) : verb;
            }
        }

        return verb;
    }

    private static Side Sum(Unit of, ReadOnlySpan<double> best)
    {
        double content = 0, weight = 0, unmet = 0;
        for (int i = 0; i < best.Length; i++)
        {
            ref readonly UnitTerm term = ref of.Terms.ItemRef(i);
            if (term.Kind is not UnitTermKind.Content)
                continue;
            content += best[i];
            weight += term.Weight;
            unmet = Math.Max(unmet, term.Weight - best[i]);
        }

        return new Side(content, weight, unmet);
    }

    private static double Ratio(double part, double whole) => whole <= 0 ? 0 : Math.Min(1, part / whole);
}
