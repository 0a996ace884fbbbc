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
        Side one = Compare(words, left, right, leftMet), other = Compare(words, right, left, rightMet);
        return new SoftMatch(
            (one.Content + other.Content) / 2,
            Ratio(one.Content + other.Content, one.Weight + other.Weight),
            Math.Max(Ratio(one.Content, one.Weight), Ratio(other.Content, other.Weight)),
            Math.Max(one.Verb, other.Verb),
            Math.Min(one.Unmet, other.Unmet));
    }

    private readonly record struct Side(double Content, double Weight, double Verb, double Unmet);

    private static Side Compare(LikeWords words, Unit of, Unit with, ReadOnlySpan<double> met)
    {
        double content = 0, weight = 0, verb = 0, unmet = 0;
        int[] mine = words.WordsOf(of), theirs = words.WordsOf(with);
        for (int i = 0; i < met.Length; i++)
        {
            ref readonly UnitTerm term = ref of.Terms.ItemRef(i);
            if (term.Kind is not UnitTermKind.Content)
                continue;
            double best = met[i];
            for (int j = 0; j < theirs.Length && mine[i] != LikeWords.None; j++)
            {
                if (theirs[j] == LikeWords.None)
                    continue;
                (double likeness, double nats) = words.Compare(mine[i], theirs[j]);
                if (likeness <= LeastLikeness)
                    continue;
                ref readonly UnitTerm other = ref with.Terms.ItemRef(j);
                double soft = Math.Clamp((likeness - LeastLikeness) / (FullLikeness - LeastLikeness), 0, 1);
                best = Math.Max(best, Math.Min(term.Information, other.Information) * nats * soft);
                verb = term.IsPredicate && other.IsPredicate ? Math.Max(verb, soft) : verb;
            }

            content += best;
            weight += term.Weight;
            unmet = Math.Max(unmet, term.Weight - best);
        }

        return new Side(content, weight, verb, unmet);
    }

    private static double Ratio(double part, double whole) => whole <= 0 ? 0 : Math.Min(1, part / whole);
}
