using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Finds which clauses of several accounts state the same.</summary>
/// <remarks>An index over the keys proposes pairs; a logistic regression over named features judges each alone and then again beside its rivals and
/// neighbours; the surest groups join first, by the mean over all pairs of two accounts (average linkage), and an account brings few clauses to one point.
/// A clause that tells several things stands in several points.</remarks>
internal sealed class PointAligner(ClauseWeights weights, bool explains = false)
{
    // The first two were set on the stories in eval/collation/dev, each by weights that had not seen it.
    internal const double MinToJoin = 0.3;
    private const double MinToAdd = 0.5;
    private const double MinApart = 0.6; // on dev and the real stories by the shipped weights: three of five such pairs hold from 0.7 on, one of two from 0.5 on
    private const int MaxOfAccount = 2;

    /// <summary>Groups of clauses, by first clause; a clause that nothing matches is a group of its own.</summary>
    public Alignment Align(ImmutableArray<Unit> units)
    {
        PairReader reader = new(units);
        PairTable likely = PairFinder.Judge(units, reader, weights);
        AnsweredClaims answers = new(units, (left, right) => Logistic.Of(weights.First(reader.Read(left, right))));
        List<List<Unit>> groups = Group(units, likely);
        AddAnswers(groups, answers.All.Concat(answers.OfPartners(likely, MinToJoin)));
        return new(groups, likely, reader, answers) { Features = explains ? PairFinder.Find(units, reader, weights).ToDictionary(static pair => pair.Pair, static pair => pair.Features) : null };
    }

    /// <summary>Groups of clauses by how likely pairs state the same, by first clause.</summary>
    public static List<List<Unit>> Group(ImmutableArray<Unit> units, PairTable likely)
    {
        ClauseGroups joined = new([.. units.Select(static unit => unit.Account)], likely, MinToJoin, MaxOfAccount);
        List<List<Unit>> groups = [.. joined.Groups.Select(group => UnitsOf(units, group)).OrderBy(static group => group[0].Index)];
        Share(units, groups, likely);
        JoinApart(units, groups, likely);
        return groups;
    }

    private static List<Unit> UnitsOf(ImmutableArray<Unit> units, int[] group) => [.. group.Order().Select(unit => units[unit])];

    /// <summary>A clause that tells two things stands in both points.</summary>
    private static void Share(ImmutableArray<Unit> units, List<List<Unit>> groups, PairTable likely)
    {
        List<Unit>[] home = new List<Unit>[units.Length];
        foreach (List<Unit> group in groups)
        {
            foreach (Unit unit in group)
                home[unit.Index] = group;
        }

        List<(Unit Unit, List<Unit> Group)> added = [];
        double[] sums = new double[units.Length]; // by the first clause of a group
        List<int> met = [];
        foreach (Unit unit in units)
        {
            ReadOnlySpan<int> partners = likely.PartnersOf(unit.Index);
            ReadOnlySpan<double> how = likely.LikelyOf(unit.Index);
            for (int i = 0; i < partners.Length; i++)
            {
                List<Unit> group = home[partners[i]];
                if (group.Count < 2 || home[unit.Index] == group)
                    continue;
                if (sums[group[0].Index] == 0)
                    met.Add(group[0].Index);
                sums[group[0].Index] += how[i];
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
            Insert(group, unit);

        RemoveSingles(groups, [.. added.Select(static one => one.Unit.Index)]);
    }

    /// <summary>Clauses that likely state the same and met in no point, since each went with others that the other one doesn't meet, make points of their own.</summary>
    private static void JoinApart(ImmutableArray<Unit> units, List<List<Unit>> groups, PairTable likely)
    {
        ILookup<int, int> points = groups.SelectMany(static (group, point) => group.Select(unit => (unit.Index, point))).ToLookup(static item => item.Index, static item => item.point);
        KeyValuePair<(int Left, int Right), double>[] apart = [.. likely.Where(pair => pair.Value >= MinApart && !points[pair.Key.Left].Intersect(points[pair.Key.Right]).Any())];
        if (apart.Length == 0)
            return;
        PairTable rest = new(new PairRows(units.Length, [.. apart.Select(static pair => pair.Key)]), [.. apart.Select(static pair => pair.Value)]);
        int[][] joined = [.. new ClauseGroups([.. units.Select(static unit => unit.Account)], rest, MinApart, mostOfAccount: 1).Groups.Where(static group => group.Length > 1)];
        groups.AddRange(joined.Select(group => UnitsOf(units, group)));
        RemoveSingles(groups, [.. joined.SelectMany(static group => group)]);
        groups.Sort(static (left, right) => (left[0].Index, left[^1].Index).CompareTo((right[0].Index, right[^1].Index)));
    }

    /// <summary>A denial joins the points of the claim that it answers.</summary>
    private static void AddAnswers(List<List<Unit>> groups, IEnumerable<(Unit Denial, Unit Claim)> answers)
    {
        HashSet<int> added = [];
        foreach ((Unit denial, Unit claim) in answers)
        {
            foreach (List<Unit> group in groups.Where(group => group.Count > 1 && group.Contains(claim) && !group.Contains(denial)))
            {
                Insert(group, denial);
                added.Add(denial.Index);
            }
        }

        RemoveSingles(groups, added);
    }

    private static void Insert(List<Unit> group, Unit unit)
    {
        int at = group.FindIndex(other => other.Index > unit.Index);
        group.Insert(at < 0 ? group.Count : at, unit);
    }

    /// <summary>A clause that stands in a point with others is none of its own.</summary>
    private static void RemoveSingles(List<List<Unit>> groups, HashSet<int> elsewhere) => groups.RemoveAll(group => group.Count == 1 && elsewhere.Contains(group[0].Index));
}

/// <summary>Which clauses state the same, and how sure each pair is.</summary>
/// <param name="Groups">By first clause; a clause may stand in two.</param>
/// <param name="Likely">From 0 to 1; a pair that is not there has nothing in common.</param>
/// <param name="Reader">What else can be said of two clauses.</param>
/// <param name="Answers">What denials answer in their own account.</param>
internal sealed record Alignment(List<List<Unit>> Groups, PairTable Likely, PairReader Reader, AnsweredClaims Answers)
{
    /// <summary>The features of both passes, by the clauses' indices; null where nobody asked.</summary>
    public IReadOnlyDictionary<(int Left, int Right), double[]>? Features { get; init; }

    /// <summary>The features of two clauses; null where they were not compared, or nobody asked.</summary>
    public double[]? FeaturesOf(Unit left, Unit right) => Features?.GetValueOrDefault((Math.Min(left.Index, right.Index), Math.Max(left.Index, right.Index)));

    /// <summary>How surely two clauses state the same.</summary>
    public double LikelinessOf(Unit left, Unit right) => Likely.Of(left.Index, right.Index);
}
