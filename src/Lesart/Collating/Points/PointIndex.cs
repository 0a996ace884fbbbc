namespace Lesart.Collating;

/// <summary>The points of a story by the keys of their clauses, so that a heading is compared with few of them however many accounts there are.</summary>
internal sealed class PointIndex
{
    private const int MaxHolders = 120; // a key that more points hold proposes nothing
    private const int MaxPoints = 20;

    private readonly Dictionary<int, List<int>> _holders = [];
    private readonly List<List<Unit>> _points;

    /// <summary>Indexes points of two clauses and more.</summary>
    public PointIndex(IEnumerable<List<Unit>> groups)
    {
        _points = [.. groups.Where(static group => group.Count > 1)];
        foreach ((int point, List<Unit> units) in _points.Index())
        {
            foreach (int key in units.SelectMany(static unit => unit.Terms).SelectMany(static term => term.Keys.Concat(term.Parts)).Distinct())
            {
                if (!_holders.TryGetValue(key, out List<int>? list))
                    _holders[key] = list = [];
                list.Add(point);
            }
        }
    }

    /// <summary>The points that share the most with a clause, the most first.</summary>
    public IEnumerable<List<Unit>> Near(Unit unit)
    {
        Dictionary<int, double> shared = [];
        foreach (UnitTerm term in unit.Terms)
        {
            foreach (int point in term.Keys.Concat(term.Parts).Select(key => _holders.GetValueOrDefault(key)).Where(static holders => holders is { Count: <= MaxHolders }).SelectMany(static holders => holders!).Distinct()) // filtered
                shared[point] = shared.GetValueOrDefault(point) + term.Weight;
        }

        return shared.OrderByDescending(static item => item.Value).ThenBy(static item => item.Key).Take(MaxPoints).Select(item => _points[item.Key]);
    }
}
