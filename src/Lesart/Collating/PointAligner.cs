using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Finds which clauses of several accounts state the same.</summary>
/// <remarks>An index over the keys proposes pairs; a logistic regression over named features judges each alone and then again beside its rivals and
/// neighbours; the surest groups join first, by the mean over all pairs of two accounts (average linkage), and an account brings few clauses to one point.</remarks>
internal sealed class PointAligner(ClauseWeights weights, bool explains = false)
{
    // Both were set on the stories in eval/collation/dev, each by weights that had not seen it.
    internal const double MinToJoin = 0.3;
    private const double MinToAdd = 0.5;
    private const int MaxOfAccount = 2;

    /// <summary>Groups of clauses, by first clause; a clause that nothing matches is a group of its own.</summary>
    public Alignment Align(ImmutableArray<Unit> units)
    {
        PairReader reader = new(units);
        PairTable likely = PairFinder.Judge(units, reader, weights);
        ClauseGroups groups = new([.. units.Select(static unit => unit.Account)], likely, MinToJoin, MaxOfAccount);
        List<List<Unit>> found = [.. groups.Groups.Select(group => group.Order().Select(unit => units[unit]).ToList()).OrderBy(static group => group[0].Index)];
        Alignment alignment = new(found, likely, reader) { Features = explains ? PairFinder.Find(units, reader, weights).ToDictionary(static pair => pair.Pair, static pair => pair.Features) : null };
        Share(units, alignment);
        return alignment;
    }

    /// <summary>A clause that tells two things stands in both points.</summary>
    private static void Share(ImmutableArray<Unit> units, Alignment alignment)
    {
        List<Unit>[] home = new List<Unit>[units.Length];
        foreach (List<Unit> group in alignment.Groups)
        {
            foreach (Unit unit in group)
                home[unit.Index] = group;
        }

        List<(Unit Unit, List<Unit> Group)> added = [];
        double[] sums = new double[units.Length]; // by the first clause of a group
        List<int> met = [];
        foreach (Unit unit in units)
        {
            ReadOnlySpan<int> partners = alignment.Likely.PartnersOf(unit.Index);
            ReadOnlySpan<double> likely = alignment.Likely.LikelyOf(unit.Index);
            for (int i = 0; i < partners.Length; i++)
            {
                List<Unit> group = home[partners[i]];
                if (group.Count < 2 || home[unit.Index] == group)
                    continue;
                if (sums[group[0].Index] == 0)
                    met.Add(group[0].Index);
                sums[group[0].Index] += likely[i];
            }

            met.Sort();
            foreach (int first in met)
            {
                List<Unit> group = home[first];
                if (sums[first] / group.Count >= MinToAdd && group.TrueForAll(other => other.Account != unit.Account))
                    added.Add((unit, group));
                sums[first] = 0;
            }

            met.Clear();
        }

        foreach ((Unit unit, List<Unit> group) in added)
        {
            int at = group.FindIndex(other => other.Index > unit.Index);
            group.Insert(at < 0 ? group.Count : at, unit);
        }

        HashSet<int> elsewhere = [.. added.Select(static one => one.Unit.Index)];
        alignment.Groups.RemoveAll(group => group.Count == 1 && elsewhere.Contains(group[0].Index));
    }
}

/// <summary>Which clauses state the same, and how sure each pair is.</summary>
/// <param name="Groups">By first clause; a clause may stand in two.</param>
/// <param name="Likely">From 0 to 1; a pair that is not there has nothing in common.</param>
/// <param name="Reader">What else can be said of two clauses.</param>
internal sealed record Alignment(List<List<Unit>> Groups, PairTable Likely, PairReader Reader)
{
    /// <summary>The features of both passes, by the clauses' indices; null where nobody asked.</summary>
    public IReadOnlyDictionary<(int Left, int Right), double[]>? Features { get; init; }

    /// <summary>The features of two clauses; null where they were not compared, or nobody asked.</summary>
    public double[]? FeaturesOf(Unit left, Unit right) => Features?.GetValueOrDefault((Math.Min(left.Index, right.Index), Math.Max(left.Index, right.Index)));

    /// <summary>How surely two clauses state the same.</summary>
    public double LikelinessOf(Unit left, Unit right) => Likely.Of(left.Index, right.Index);
}
