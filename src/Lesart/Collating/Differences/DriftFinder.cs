using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Follows figures of one thing over the times of publication: how many were hurt in the morning, at noon, in the evening.</summary>
internal static class DriftFinder
{
    private const int MinSteps = 2;

    /// <summary>One record for each thing of a point whose figure changes, by point.</summary>
    /// <param name="point">Its id.</param>
    /// <param name="things">Camps of its values by what they measure: only what is judged one thing with excluding values is followed.</param>
    /// <param name="texts">The story's accounts.</param>
    /// <param name="strands">Its strands.</param>
    /// <param name="strandOf">The place of each account's strand.</param>
    public static IEnumerable<Drift> Find(string point, IEnumerable<List<List<Side>>> things, IReadOnlyList<AccountText> texts, ImmutableArray<Strand> strands, int[] strandOf) =>
        things.Select(camps => Tell(point, camps, texts, strands, strandOf)).OfType<Drift>();

    /// <summary>Whether figures count the same; that a clause speaks of the hurt makes its passengers no number of them where it counts both.</summary>
    private static bool CountSame(Side one, Side two) =>
        one.Counted.Length == 0 || two.Counted.Length == 0 || one.Counted.Intersect(two.Counted).Any() || (one.Unit.Quantities.Length == 1 && two.Unit.Quantities.Length == 1);

    private static Drift? Tell(string point, List<List<Side>> camps, IReadOnlyList<AccountText> texts, ImmutableArray<Strand> strands, int[] strandOf)
    {
        (PublicationTime Published, Side Side, int Camp)[] dated = [.. camps.SelectMany((camp, at) => camp
            .Where(static side => side is { Quantity: not null, Slot: null, IsOrdinal: false, Unit.Stance: not Stance.Denied })
            .Select(side => (texts[side.Unit.Account].Account.Published, side, at)))
            .Where(static step => step.Published is not null).Select(static step => (step.Published!.Value, step.side, step.at))];
        HashSet<DateOnly> timed = [.. dated.Where(static step => step.Published.Instant is not null).Select(static step => step.Published.Day)];
        List<(PublicationTime Published, Side Side, int Camp)> steps = [.. dated
            .Where(step => step.Published.Instant is not null || !timed.Contains(step.Published.Day)) // a bare day has no place among times of that day
            .OrderBy(static step => step.Published).ThenBy(static step => step.Side.Unit.Index).DistinctBy(static step => (step.Side.Unit.Account, step.Side.Value))];
        bool changes = Enumerable.Range(1, Math.Max(0, steps.Count - 1)).Any(i => steps[i - 1].Camp != steps[i].Camp && steps[i - 1].Published.CompareTo(steps[i].Published) < 0);
        bool isMixed = steps.Select(static step => step.Side.Unit.Account).Distinct().Count() < steps.Count; // who gives two figures tells of two things
        bool isOne = steps.TrueForAll(step => steps.TrueForAll(other => other.Side == step.Side || CountSame(step.Side, other.Side)));
        if (steps.Count < MinSteps || !changes || isMixed || !isOne)
            return null;
        Quantity first = steps.MinBy(static step => step.Side.Unit.Index).Side.Quantity!; // sides of figures carry their quantity
        UnitTable.Base(first.Unit, out string dimension, out _);
        return new Drift
        {
            Point = point,
            Of = first.Of ?? (dimension == "#" ? first.Unit : null),
            Unit = dimension == "#" ? null : first.Unit,
            Steps =
            [
                .. steps.Select(step => new DriftStep(
                    texts[step.Side.Unit.Account].Account.Id, step.Published, strands[strandOf[step.Side.Unit.Account]].Id, step.Side.Value.Split(' ')[0], step.Side.Span.Start, step.Side.Span.End)),
            ],
        };
    }
}
