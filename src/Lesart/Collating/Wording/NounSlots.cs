using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Which nouns stand where others stand in clauses that state the same.</summary>
/// <remarks>Of two aligned clauses the nouns and names that both hold are put aside; what is left of one can be what is left of the other, the surer the less there is.</remarks>
internal sealed class NounSlots
{
    private const double MinLikely = 0.4;
    private const int MaxOfClause = 12;

    private readonly Dictionary<(int, int), double> _votes = [];
    private readonly Dictionary<(int, int), double> _kindVotes = [];

    /// <summary>Counts over the clauses of a story.</summary>
    /// <param name="fillers">What stands in each clause, by number of the noun or name.</param>
    /// <param name="units">Clauses.</param>
    /// <param name="alignment">Which of them state the same.</param>
    /// <param name="areSame">Whether two are one word or name.</param>
    /// <param name="kindOf">What each calls; null where nothing is known.</param>
    public NounSlots(IReadOnlyList<int>[] fillers, ImmutableArray<Unit> units, Alignment alignment, Func<int, int, bool> areSame, Func<int, ThingKind?> kindOf)
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
                Vote(_votes, left, right, likely[i]);
                foreach (IGrouping<ThingKind?, int> kind in left.GroupBy(kindOf).Where(static kind => kind.Key is not null))
                {
                    int[] others = [.. right.Where(other => kindOf(other) == kind.Key)];
                    Vote(_kindVotes, [.. kind], others, likely[i]);
                }
            }
        }
    }

    /// <summary>Pairs that stand for one another somewhere.</summary>
    public IEnumerable<(int Left, int Right)> Pairs => _votes.Keys;

    /// <summary>The same among what calls people, things or events as both do.</summary>
    public double AmongKind(int one, int other) => _kindVotes.GetValueOrDefault((Math.Min(one, other), Math.Max(one, other)));

    private static void Vote(Dictionary<(int, int), double> votes, int[] left, int[] right, double likely)
    {
        foreach (int one in left)
        {
            foreach (int other in right)
            {
                (int, int) pair = (Math.Min(one, other), Math.Max(one, other));
                votes[pair] = votes.GetValueOrDefault(pair) + (likely / (left.Length * right.Length));
            }
        }
    }

    /// <summary>How often, and how surely, one stands for the other.</summary>
    public double Of(int one, int other) => _votes.GetValueOrDefault((Math.Min(one, other), Math.Max(one, other)));
}
