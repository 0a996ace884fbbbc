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
        Dictionary<(int Left, int Right), double> sure = [];
        Dictionary<(int Left, int Right), double[]>? shares = explains ? [] : null;
        foreach (((int, int) pair, double[] features) in PairFinder.Find(units, reader, weights))
        {
            sure[pair] = 1 / (1 + Math.Exp(-weights.Second(features)));
            shares?.Add(pair, features);
        }

        Dictionary<int, List<Unit>> groups = units.ToDictionary(static unit => unit.Index, static unit => new List<Unit> { unit });
        Dictionary<int, Dictionary<int, double>> sums = []; // between groups, the sum over their pairs
        PriorityQueue<(int Left, int Right), (double, int, int)> queue = new();
        foreach (((int left, int right), double likely) in sure.OrderBy(static pair => pair.Key))
        {
            Put(sums, left, right, likely);
            if (likely >= MinToJoin)
                queue.Enqueue((left, right), (-likely, left, right));
        }

        int next = units.Length;
        while (queue.TryDequeue(out (int Left, int Right) best, out _))
        {
            if (!groups.TryGetValue(best.Left, out List<Unit>? left) || !groups.TryGetValue(best.Right, out List<Unit>? right) || IsCrowded(left, right))
                continue;
            int joined = next++;
            groups.Remove(best.Left);
            groups.Remove(best.Right);
            groups[joined] = [.. left, .. right];
            Dictionary<int, double> row = sums[joined] = [];
            foreach (int side in (int[])[best.Left, best.Right])
            {
                if (!sums.Remove(side, out Dictionary<int, double>? old))
                    continue;
                foreach ((int other, double sum) in old)
                {
                    if (groups.ContainsKey(other))
                        row[other] = row.GetValueOrDefault(other) + sum;
                }
            }

            foreach ((int other, double sum) in row.OrderBy(static pair => pair.Key))
            {
                sums[other][joined] = sum;
                double mean = sum / PairsBetween(groups[joined], groups[other]);
                if (mean >= MinToJoin)
                    queue.Enqueue((Math.Min(joined, other), Math.Max(joined, other)), (-mean, Math.Min(joined, other), Math.Max(joined, other)));
            }
        }

        List<List<Unit>> found = [.. groups.Values.Select(static group => group.OrderBy(static unit => unit.Index).ToList()).OrderBy(static group => group[0].Index)];
        Alignment alignment = new(found, sure, reader) { Features = shares };
        Share(units, alignment);
        return alignment;
    }

    /// <summary>A clause that tells two things stands in both points.</summary>
    private static void Share(ImmutableArray<Unit> units, Alignment alignment)
    {
        Dictionary<int, List<Unit>> home = [];
        foreach (List<Unit> group in alignment.Groups)
        {
            foreach (Unit unit in group)
                home[unit.Index] = group;
        }

        Dictionary<(int Unit, int Group), (double Sum, List<Unit> Group)> sums = [];
        foreach (((int left, int right), double likely) in alignment.Likely.OrderBy(static pair => pair.Key))
        {
            foreach ((int unit, int other) in ((int, int)[])[(left, right), (right, left)])
            {
                List<Unit> group = home[other];
                if (group.Count < 2 || home[unit] == group)
                    continue;
                (int, int) key = (unit, group[0].Index);
                sums[key] = (sums.GetValueOrDefault(key).Sum + likely, group);
            }
        }

        List<(Unit Unit, List<Unit> Group)> added = [];
        foreach (((int unit, int _), (double sum, List<Unit> group)) in sums.OrderBy(static pair => pair.Key))
        {
            int others = group.Count(other => other.Account != units[unit].Account);
            if (others > 0 && others == group.Count && sum / others >= MinToAdd)
                added.Add((units[unit], group));
        }

        foreach ((Unit unit, List<Unit> group) in added)
        {
            int at = group.FindIndex(other => other.Index > unit.Index);
            group.Insert(at < 0 ? group.Count : at, unit);
        }

        alignment.Groups.RemoveAll(group => group.Count == 1 && added.Exists(one => one.Unit == group[0]));
    }

    private static bool IsCrowded(List<Unit> left, List<Unit> right)
    {
        foreach (Unit unit in left)
        {
            int account = unit.Account;
            if (right.Exists(other => other.Account == account) && left.Count(other => other.Account == account) + right.Count(other => other.Account == account) > MaxOfAccount)
                return true;
        }

        return false;
    }

    private static int PairsBetween(List<Unit> left, List<Unit> right)
    {
        int pairs = 0;
        foreach (Unit unit in left)
        {
            foreach (Unit other in right)
                pairs += unit.Account != other.Account ? 1 : 0;
        }

        return Math.Max(1, pairs);
    }

    private static void Put(Dictionary<int, Dictionary<int, double>> sums, int left, int right, double sum)
    {
        foreach ((int from, int to) in ((int, int)[])[(left, right), (right, left)])
        {
            if (!sums.TryGetValue(from, out Dictionary<int, double>? row))
                sums[from] = row = [];
            row[to] = sum;
        }
    }
}

/// <summary>Which clauses state the same, and how sure each pair is.</summary>
/// <param name="Groups">By first clause; a clause may stand in two.</param>
/// <param name="Likely">From 0 to 1, by the clauses' indices, the smaller first; a pair that is not there has nothing in common.</param>
/// <param name="Reader">What else can be said of two clauses.</param>
internal sealed record Alignment(List<List<Unit>> Groups, IReadOnlyDictionary<(int Left, int Right), double> Likely, PairReader Reader)
{
    /// <summary>The features of both passes, by the clauses' indices; null where nobody asked.</summary>
    public IReadOnlyDictionary<(int Left, int Right), double[]>? Features { get; init; }

    /// <summary>The features of two clauses; null where they were not compared, or nobody asked.</summary>
    public double[]? FeaturesOf(Unit left, Unit right) => Features?.GetValueOrDefault((Math.Min(left.Index, right.Index), Math.Max(left.Index, right.Index)));

    /// <summary>How surely two clauses state the same.</summary>
    public double LikelinessOf(Unit left, Unit right) => Likely.GetValueOrDefault((Math.Min(left.Index, right.Index), Math.Max(left.Index, right.Index)));
}
