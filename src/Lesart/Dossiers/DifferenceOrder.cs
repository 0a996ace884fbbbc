using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>The order in which a story's differences are shown, in the dossier and at the terminal.</summary>
public static class DifferenceOrder
{
    private static readonly DifferenceSlot[] Slots =
        [DifferenceSlot.Quantity, DifferenceSlot.Date, DifferenceSlot.Name, DifferenceSlot.Place, DifferenceSlot.Speaker, DifferenceSlot.Stance];

    /// <summary>Differences by their point: contradictions first, then what differs in a value before what differs only in how firmly it is told, then what more strands tell.</summary>
    public static ImmutableArray<IGrouping<string, Difference>> Of(Collation collation)
    {
        Dictionary<string, Point> points = PointsOf(collation);
        return
        [
            .. collation.Differences
                .OrderBy(static difference => Array.IndexOf(Slots, difference.Slot))
                .GroupBy(static difference => difference.Point, StringComparer.Ordinal)
                .OrderBy(group => points.GetValueOrDefault(group.Key)?.Relation == Relation.Contradict ? 0 : 1)
                .ThenBy(static group => group.All(static difference => difference.Slot == DifferenceSlot.Stance) ? 1 : 0)
                .ThenByDescending(group => points.GetValueOrDefault(group.Key)?.Strands ?? 0),
        ];
    }

    /// <summary>The points by their ids; of those that share an id the first.</summary>
    public static Dictionary<string, Point> PointsOf(Collation collation) =>
        collation.Points.DistinctBy(static point => point.Id, StringComparer.Ordinal).ToDictionary(static point => point.Id, StringComparer.Ordinal);
}
