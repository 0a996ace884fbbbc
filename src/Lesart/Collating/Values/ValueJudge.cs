using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Finds things of which accounts give values that exclude one another: the same figure, another number; the same event, another day.</summary>
/// <remarks>A logistic regression over named features judges each pair of values; a value parts from at most one of each other account, where both prefer each other to all others.</remarks>
internal sealed class ValueJudge(ValueWeights weights)
{
    /// <summary>For each thing its camps of values, as <see cref="Camps"/> sorts them.</summary>
    public List<List<List<Side>>> Find(IReadOnlyList<AccountText> texts, ImmutableArray<Unit> units, Alignment alignment)
    {
        StoryValues values = new(texts, units, alignment);
        List<Side> sides = [];
        Dictionary<Side, int> index = new(ReferenceEqualityComparer.Instance);
        List<(int Left, int Right, double Likely)> judged = [.. new ValuePairs(values).Find().Select(pair => (IndexOf(pair.Left), IndexOf(pair.Right), weights.Likely(pair.Features)))];
        (int Left, int Right, double Likely)[] likely = [.. judged.Where(pair => pair.Likely >= BarOf(sides[pair.Left]))];
        Dictionary<(int Side, int Account), double> best = [];
        foreach ((int left, int right, double of) in likely)
        {
            Prefer((left, sides[right].Unit.Account), of);
            Prefer((right, sides[left].Unit.Account), of);
        }

        HashSet<(int, int)> conflicts = [.. likely.Where(pair => best[(pair.Left, sides[pair.Right].Unit.Account)] <= pair.Likely && best[(pair.Right, sides[pair.Left].Unit.Account)] <= pair.Likely)
            .Select(static pair => (Math.Min(pair.Left, pair.Right), Math.Max(pair.Left, pair.Right)))];
        (int, int)[] same = [.. conflicts.SelectMany(static pair => (int[])[pair.Item1, pair.Item2]).Distinct().Order().ToArray().SelectMany(at => values.Agreeing(sides[at]).Where(other => !TellsOther(at, other)).Select(other => (at, IndexOf(other))).ToArray())];
        UnionFind things = new(sides.Count);
        foreach ((int left, int right) in same.Concat(conflicts))
            things.Join(left, right);
        ILookup<int, (int Left, int Right, double Likely)> ofThing = judged.ToLookup(pair => things.Root(pair.Left));
        return [.. Camps.Sort(sides, things, conflicts, values.Compare, values.IsOfTwoCounts).Where(camps => MeanBetween(camps) >= BarOf(camps[0][0]))];

        // where several accounts stand on a side, most of them have to be met by the other one; clauses of two languages share less, and count where no others do
        double MeanBetween(List<List<Side>> camps)
        {
            Dictionary<int, int> campOf = camps.SelectMany((camp, at) => camp.Select(side => (Side: index[side], Camp: at))).ToDictionary(static item => item.Side, static item => item.Camp);
            (int Left, int Right, double Likely)[] all = [.. ofThing[things.Root(campOf.Keys.First())].Where(pair => campOf.TryGetValue(pair.Left, out int left) && campOf.TryGetValue(pair.Right, out int right) && left != right)];
            double[] plain = [.. all.Where(pair => sides[pair.Left].Unit.Language == sides[pair.Right].Unit.Language).Select(static pair => pair.Likely)];
            return all.Length == 0 ? 1 : (all.Max(static pair => pair.Likely) + (plain.Length > 0 ? plain.Average() : all.Average(static pair => pair.Likely))) / 2;
        }

        // what merely agrees with a value is told of another thing where its account gives the opposed one in a clause that more likely tells of this
        bool TellsOther(int at, Side other) => sides[at].Quantity is not null && conflicts.Where(pair => pair.Item1 == at || pair.Item2 == at).Select(pair => sides[pair.Item1 == at ? pair.Item2 : pair.Item1]).SelectMany(opposed => values.Agreeing(opposed).Append(opposed))
            .Any(opposed => opposed.Unit.Account == other.Unit.Account && !ReferenceEquals(opposed, other) && !values.IsOfTwoCounts(other) && alignment.LikelinessOf(opposed.Unit, sides[at].Unit) > alignment.LikelinessOf(other.Unit, sides[at].Unit));

        double BarOf(Side side) => weights.MinLikely[(int)(side.Slot is DifferenceSlot.Place ? ValueKind.Place : side.Time is { Type: not TimeType.Duration } ? ValueKind.Date : ValueKind.Figure)];

        void Prefer((int, int) key, double of) => best[key] = Math.Max(best.GetValueOrDefault(key), of);

        int IndexOf(Side side)
        {
            if (!index.TryGetValue(side, out int at))
            {
                index[side] = at = sides.Count;
                sides.Add(side);
            }

            return at;
        }
    }

    /// <summary>Puts the clauses of each thing into one point: that of most of them.</summary>
    /// <param name="groups">Clauses by point; clauses are added, and points of a single clause that found another home are taken away.</param>
    /// <param name="things">Camps of values by thing.</param>
    /// <returns>The things of each point.</returns>
    public static ILookup<List<Unit>, List<List<Side>>> Gather(List<List<Unit>> groups, IEnumerable<List<List<Side>>> things)
    {
        List<(List<Unit> Group, List<List<Side>> Thing)> found = [];
        Dictionary<int, List<List<Unit>>> homes = [];
        foreach ((List<Unit> group, Unit unit) in groups.SelectMany(static group => group.Select(unit => (group, unit))))
        {
            if (!homes.TryGetValue(unit.Index, out List<List<Unit>>? list))
                homes[unit.Index] = list = [];
            list.Add(group);
        }

        HashSet<int> moved = [];
        foreach (List<List<Side>> thing in things)
        {
            Unit[] units = [.. thing.SelectMany(static camp => camp).Select(static side => side.Unit).DistinctBy(static unit => unit.Index).OrderBy(static unit => unit.Index)];
            List<Unit> home = units.SelectMany(unit => homes[unit.Index]).Distinct()
                .MaxBy(group => (group.Count(unit => Array.Exists(units, other => other.Index == unit.Index)), group.Count, -group[0].Index))!; // each clause has a group
            HashSet<int> loose = [.. thing.SelectMany(static camp => camp).Where(static side => side.IsLoose).Select(static side => side.Unit.Index)];
            foreach (Unit unit in units.Where(unit => !loose.Contains(unit.Index) && !home.Exists(other => other.Index == unit.Index)))
            {
                home.Insert(home.FindIndex(other => other.Index > unit.Index) is >= 0 and int at ? at : home.Count, unit);
                homes[unit.Index].Add(home);
                moved.Add(unit.Index);
            }

            found.Add((home, thing));
        }

        groups.RemoveAll(group => group.Count == 1 && moved.Contains(group[0].Index) && !found.Exists(item => item.Group == group));
        groups.Sort(static (one, other) => one[0].Index.CompareTo(other[0].Index));
        return found.ToLookup(static item => item.Group, static item => item.Thing);
    }
}
