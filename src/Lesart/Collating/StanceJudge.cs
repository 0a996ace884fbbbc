using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Finds what is asserted in one account and denied in another, be it in one point or not.</summary>
/// <remarks>A logistic regression over named features judges each denial beside each clause of another account that it may mean; of each account a denial takes the likeliest.</remarks>
internal sealed class StanceJudge(StanceWeights weights)
{
    // Set on the stories in eval/collation/dev, each by weights that had not seen it.
    private const double MinLikely = 0.45;
    private const double MaxBehind = 0.1;
    private const double MinAlike = 0.3;

    /// <summary>For each thing the clauses that assert and those that deny it, as camps.</summary>
    public List<List<List<Side>>> Find(ImmutableArray<Unit> units, Alignment alignment)
    {
        (Unit Denial, Unit Other)[] pairs = [.. new StancePairs(units, alignment).Find().Select(pair => (pair.Denial, pair.Other, Likely: weights.Likely(pair.Features))).Where(static pair => pair.Likely >= MinLikely)
            .GroupBy(static pair => pair.Denial.Index).SelectMany(of => Meant([.. of], alignment))];
        HashSet<int> denying = [.. pairs.Select(static pair => pair.Denial.Index)];
        UnionFind things = new(units.Length);
        foreach ((Unit denial, Unit other) in pairs)
            things.Join(denial.Index, other.Index);
        return [.. pairs.GroupBy(pair => things.Root(pair.Denial.Index)).OrderBy(static thing => thing.Key).Select(thing => (List<List<Side>>)
            [
                [.. thing.Select(static pair => pair.Other).Where(unit => !denying.Contains(unit.Index)).DistinctBy(static unit => unit.Index).OrderBy(static unit => unit.Index).Select(static unit => new Side(unit, unit.Span, "asserted", ""))],
                [.. thing.Select(static pair => pair.Denial).GroupBy(static unit => (unit.Account, unit.Sentence)).Select(static sentence => sentence.MinBy(static unit => (unit.IsBare, unit.Index))!).OrderBy(static unit => unit.Index).Select(static unit => new Side(unit, unit.Span, "denied", ""))], // a group has units
            ]).Where(static camps => camps[0].Count > 0)];
    }

    /// <summary>Of each account the clause that a denial means: the likeliest of all, and of the other accounts those that say the same or are as likely.</summary>
    private static IEnumerable<(Unit Denial, Unit Other)> Meant((Unit Denial, Unit Other, double Likely)[] of, Alignment alignment)
    {
        (Unit Denial, Unit Other, double Likely) best = of.MaxBy(static pair => pair.Likely);
        return of.GroupBy(static pair => pair.Other.Account).Select(static account => account.MaxBy(static pair => pair.Likely))
            .Where(pair => pair.Other == best.Other || pair.Likely >= best.Likely - MaxBehind || alignment.LikelinessOf(pair.Other, best.Other) >= MinAlike).Select(static pair => (pair.Denial, pair.Other));
    }
}
