namespace Lesart.Collating;

/// <summary>Sorts the values that the readings of a point give for one slot into camps that exclude one another.</summary>
internal static class Camps
{
    /// <summary>All camps of each thing that is told in two ways; at least two camps with different accounts.</summary>
    /// <param name="readings">The values of each clause.</param>
    /// <param name="compare">What two values say about each other; only asked of two clauses.</param>
    /// <param name="isMet">Whether two clauses are sure enough to state the same for their values to be compared.</param>
    /// <remarks>Two clauses part where each has exactly one value that the other's exclude; values that agree are set aside first.</remarks>
    public static IEnumerable<List<List<Side>>> Find(IReadOnlyList<List<Side>> readings, Func<Side, Side, Agreement> compare, Func<Unit, Unit, bool> isMet)
    {
        List<Side> sides = [.. readings.SelectMany(static reading => reading)];
        Dictionary<Side, int> index = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < sides.Count; i++)
            index[sides[i]] = i;
        UnionFind things = new(sides.Count);
        HashSet<(int, int)> conflicts = [];
        for (int i = 0; i < readings.Count; i++)
        {
            for (int j = i + 1; j < readings.Count; j++)
            {
                if (readings[i].Count == 0 || readings[j].Count == 0 || readings[i][0].Unit.Account == readings[j][0].Unit.Account || !isMet(readings[i][0].Unit, readings[j][0].Unit))
                    continue;
                (List<Side> left, List<Side> right) = ([.. readings[i]], [.. readings[j]]);
                foreach ((Side one, Side other) in (List<(Side, Side)>)[.. left.SelectMany(one => right.Select(other => (one, other)))])
                {
                    if (compare(one, other) != Agreement.Compatible)
                        continue;
                    things.Join(index[one], index[other]);
                    left.Remove(one);
                    right.Remove(other);
                }

                foreach (Side one in left)
                {
                    Side[] others = [.. right.Where(other => compare(one, other) == Agreement.Different)];
                    if (others.Length != 1 || left.Count(side => compare(side, others[0]) == Agreement.Different) != 1)
                        continue;
                    conflicts.Add((index[one], index[others[0]]));
                    things.Join(index[one], index[others[0]]);
                }
            }
        }

        return Sort(sides, things, conflicts, compare);
    }

    /// <summary>The camps of each thing; at least two of them with different accounts.</summary>
    /// <param name="sides">All values.</param>
    /// <param name="things">Which of them are of one thing, by place among <paramref name="sides"/>.</param>
    /// <param name="conflicts">Which exclude one another, the smaller place first.</param>
    /// <param name="compare">What two values say about each other.</param>
    /// <param name="isOfTwoCounts">Whether its account gives a value beside another of the same thing: it stands on both sides.</param>
    public static IEnumerable<List<List<Side>>> Sort(IReadOnlyList<Side> sides, UnionFind things, IReadOnlySet<(int, int)> conflicts, Func<Side, Side, Agreement> compare, Func<Side, bool>? isOfTwoCounts = null)
    {
        Dictionary<Side, int> index = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < sides.Count; i++)
            index[sides[i]] = i;
        foreach (IGrouping<int, (int Left, int Right)> thing in conflicts.Order().GroupBy(pair => things.Root(pair.Item1)))
        {
            HashSet<int> parted = [.. thing.SelectMany(static pair => (int[])[pair.Left, pair.Right])];
            List<List<Side>> camps = Sort([.. sides.Where(side => things.Root(index[side]) == thing.Key)], compare);
            foreach (List<Side> camp in camps)
                camp.RemoveAll(side => IsOfAnother(side, camp, camps, parted));
            camps.RemoveAll(camp => !camps.Exists(other => other != camp && other.Exists(side => camp.Exists(mine => IsConflict(index[mine], index[side])))));
            if (camps.Exists(one => camps.Exists(other => other != one && ArePartedBy(one, other))))
                yield return camps;
        }

        // a figure that merely agrees with one side, of an account that is known to take the other: "the two pilots" beside "three jets"; what stands side by side may be the counts of two sources
        bool IsOfAnother(Side side, List<Side> camp, List<List<Side>> camps, HashSet<int> parted) => side.Quantity is not null && !parted.Contains(index[side])
            && camps.Exists(other => other != camp && other.Exists(told => told.Unit.Account == side.Unit.Account && parted.Contains(index[told]) && Math.Abs(told.Unit.Sentence - side.Unit.Sentence) > 1 && !ReadingValues.CountSame(told, side)));

        bool ArePartedBy(List<Side> one, List<Side> other) => !AccountsOf(one, isOfTwoCounts).Intersect(AccountsOf(other, isOfTwoCounts)).Any() && AccountsOf(one, null).Union(AccountsOf(other, null)).Distinct().Count() > 1;
        static IEnumerable<int> AccountsOf(List<Side> camp, Func<Side, bool>? except) => camp.Where(side => except?.Invoke(side) != true).Select(static side => side.Unit.Account);
        bool IsConflict(int left, int right) => conflicts.Contains((Math.Min(left, right), Math.Max(left, right)));
    }

    /// <summary>The closest first: what is told loosely goes with the one camp it agrees with, and joins no two.</summary>
    private static List<List<Side>> Sort(List<Side> sides, Func<Side, Side, Agreement> compare)
    {
        List<List<Side>> camps = [];
        foreach (Side side in sides.OrderBy(static side => side.Width).ThenBy(static side => side.Unit.Index).ThenBy(static side => side.Span.Start))
        {
            List<Side>[] agreeing = [.. camps.Where(camp => camp.Exists(other => other.Value == side.Value || compare(other, side) == Agreement.Compatible))];
            if (agreeing.Length == 0)
                camps.Add([side]);
            else if (agreeing.Length == 1)
                agreeing[0].Add(side);
        }

        return [.. camps.Select(static camp => camp.OrderBy(static side => side.Unit.Index).ThenBy(static side => side.Span.Start).ToList()).OrderBy(static camp => camp[0].Unit.Index)];
    }
}
