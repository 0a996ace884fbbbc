using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Follows figures of one thing over the times of publication: how many were hurt in the morning, at noon, in the evening.</summary>
internal static class DriftFinder
{
    private const int MinSteps = 2;

    /// <summary>One record for each thing of a point whose figure changes, by point.</summary>
    public static IEnumerable<Drift> Find(string point, IReadOnlyList<Unit> units, IReadOnlyList<AccountText> texts, ImmutableArray<Strand> strands, int[] strandOf)
    {
        List<Side> figures = [.. units.Where(unit => unit.Stance is not Stance.Denied && texts[unit.Account].Account.Published is not null).SelectMany(ReadingValues.Figures)];
        bool[] taken = new bool[figures.Count];
        for (int i = 0; i < figures.Count; i++)
        {
            if (taken[i])
                continue;
            List<Side> course = [figures[i]];
            for (int j = i + 1; j < figures.Count; j++)
            {
                // a clause with two figures of one thing tells a change or a range of its own
                if (taken[j] || course.Exists(side => side.Unit == figures[j].Unit) || !course.TrueForAll(side => AreOfOneThing(side, figures[j])))
                    continue;
                course.Add(figures[j]);
                taken[j] = true;
            }

            if (Tell(point, course, texts, strands, strandOf) is Drift drift)
                yield return drift;
        }
    }

    /// <summary>Whether figures count the same; that a clause speaks of the hurt makes its passengers no number of them where it counts both.</summary>
    private static bool AreOfOneThing(Side one, Side two) => ReadingValues.Compare(one, two, isSure: false) is not Agreement.Incomparable
        && (one.Counted.Length == 0 || two.Counted.Length == 0 || one.Counted.Intersect(two.Counted).Any() || (one.Unit.Quantities.Length == 1 && two.Unit.Quantities.Length == 1));

    private static Drift? Tell(string point, List<Side> course, IReadOnlyList<AccountText> texts, ImmutableArray<Strand> strands, int[] strandOf)
    {
        (PublicationTime Published, Side Side)[] dated = [.. course.Select(side => (texts[side.Unit.Account].Account.Published!.Value, side))]; // only dated accounts come in
        HashSet<DateOnly> timed = [.. dated.Where(static step => step.Published.Instant is not null).Select(static step => step.Published.Day)];
        List<(PublicationTime Published, Side Side)> steps = [.. dated
            .Where(step => step.Published.Instant is not null || !timed.Contains(step.Published.Day)) // a bare day has no place among times of that day
            .OrderBy(static step => step.Published).ThenBy(static step => step.Side.Unit.Index).DistinctBy(static step => (step.Side.Unit.Account, step.Side.Value))];
        bool changes = Enumerable.Range(1, Math.Max(0, steps.Count - 1)).Any(i => ReadingValues.Compare(steps[i - 1].Side, steps[i].Side, isSure: false) is Agreement.Different && steps[i - 1].Published.CompareTo(steps[i].Published) < 0);
        bool isMixed = steps.Select(static step => step.Side.Unit.Account).Distinct().Count() < steps.Count; // who gives two figures tells of two things
        if (steps.Count < MinSteps || !changes || isMixed)
            return null;
        Quantity first = course[0].Quantity!; // sides of figures carry their quantity
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
