using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Which nouns stand where others stand in clauses that state the same.</summary>
/// <remarks>Of two aligned clauses the nouns and names that both hold are put aside; what is left of one can be what is left of the other, the surer the less there is.</remarks>
internal sealed class NounSlots
{
    private const double MinLikely = 0.4;
    private const int MaxOfClause = 12;

    private readonly Dictionary<(int, int), double> _votes = [];

    /// <summary>Counts over the clauses of a story.</summary>
    /// <param name="fillers">What stands in each clause, by number of the noun or name.</param>
    /// <param name="units">Clauses.</param>
    /// <param name="alignment">Which of them state the same.</param>
    /// <param name="areSame">Whether two are one word or name.</param>
    public NounSlots(IReadOnlyList<int>[] fillers, ImmutableArray<Unit> units, Alignment alignment, Func<int, int, bool> areSame)
    {
        foreach (Unit unit in units)
        {
            ReadOnlySpan<int> partners = alignment.Likely.PartnersOf(unit.Index);
            ReadOnlySpan<double> likely = alignment.Likely.LikelyOf(unit.Index);
            for (int i = 0; i < partners.Length; i++)
            {
                if (partners[i] <= unit.Index || likely[i] < MinLikely)
                    continue;
                (IReadOnlyList<int> here, IReadOnlyList<int> there) = (fillers[unit.Index], fillers[partners[i]]);
                int[] left = here.Count == 0 || there.Count == 0 ? [] : [.. here.Where(one => !there.Any(other => areSame(one, other)))], right = left.Length == 0 ? [] : [.. there.Where(one => !here.Any(other => areSame(one, other)))];
                if (left.Length == 0 || right.Length == 0 || left.Length > MaxOfClause || right.Length > MaxOfClause)
                    continue;
                foreach (int one in left)
                {
                    foreach (int other in right)
                        _votes[(Math.Min(one, other), Math.Max(one, other))] = _votes.GetValueOrDefault((Math.Min(one, other), Math.Max(one, other))) + (likely[i] / (left.Length * right.Length));
                }
            }
        }
    }

    /// <summary>Pairs that stand for one another somewhere.</summary>
    public IEnumerable<(int Left, int Right)> Pairs => _votes.Keys;

    /// <summary>How often, and how surely, one stands for the other.</summary>
    public double Of(int one, int other) => _votes.GetValueOrDefault((Math.Min(one, other), Math.Max(one, other)));
}
