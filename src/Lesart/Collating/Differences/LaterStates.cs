using System.Diagnostics;

namespace Lesart.Collating;

/// <summary>Tells counts that have changed from counts that contradict one another: "die Zahl der Toten stieg auf sieben", two days after others told of six. Such are told as a drift, not as a difference.</summary>
internal static class LaterStates
{
    private const double MinHours = 12; // what is known changes from one day's papers to the next
    private const double HoursOfDay = 24;

    /// <summary>Whether each camp was published half a day or more after the one before it, and one of its accounts says in so many words that its figure has changed.</summary>
    public static bool Explain(IReadOnlyCollection<List<Side>> camps, IReadOnlyList<AccountText> texts)
    {
        if (camps.Any(static camp => camp.Exists(static side => side.Quantity is null || side.IsOrdinal || ReadingValues.DimensionOf(side) != ReadingValues.CountDimension)) || camps.Any(camp => camp.Exists(side => texts[side.Unit.Account].Account.Published is null)))
            return false;
        List<Side>[] ordered = [.. camps.OrderBy(camp => camp.Min(PublishedOf))];
        return ordered.Zip(ordered.Skip(1)).All(pair => pair.Second.Exists(IsChanged) && HoursBetween(pair.First.Max(PublishedOf), pair.Second.Min(PublishedOf)) >= MinHours);

        PublicationTime PublishedOf(Side side) => texts[side.Unit.Account].Account.Published ?? throw new UnreachableException(); // those without one were sorted out
        bool IsChanged(Side side) => texts[side.Unit.Account].Figures?.Has(FigureMark.Risen, texts[side.Unit.Account], side.Unit.Span, side.Span) == true;
    }

    private static double HoursBetween(PublicationTime one, PublicationTime two) =>
        one.Instant is DateTimeOffset first && two.Instant is DateTimeOffset second ? (second - first).TotalHours : (two.Day.DayNumber - one.Day.DayNumber) * HoursOfDay;
}
