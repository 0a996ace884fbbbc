using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>In what a row is told differently without parting: by which values, and whether by how firmly.</summary>
internal sealed class TellingApart
{
    private static readonly TellingApart Nothing = new([], []);

    private readonly ImmutableArray<(DifferenceSlot Slot, DifferingReading Reading)> _values;

    private TellingApart(ImmutableArray<DifferenceSlot> slots, ImmutableArray<(DifferenceSlot, DifferingReading)> values) => (Slots, _values) = (slots, values);

    /// <summary>Dates, figures, stance, in this order; none for a row that is not told differently.</summary>
    public ImmutableArray<DifferenceSlot> Slots { get; }

    /// <summary>The words of an account for what others tell with another value.</summary>
    public IEnumerable<(DifferenceSlot Slot, DifferingReading Reading)> ValuesOf(AccountView account) => _values.Where(value => value.Reading.Account == account.Account.Id);

    /// <summary>Compares what the accounts of a row tell.</summary>
    public static TellingApart Of(StoryView story, PointRow row)
    {
        if (row.Relation != Relation.Differ)
            return Nothing;
        SortedSet<DifferenceSlot> slots = [];
        List<(DifferenceSlot, DifferingReading)> values = [];
        foreach (Point point in row.Points.Where(static point => point.Relation is Relation.Differ))
        {
            foreach (DifferenceSlot slot in (ReadOnlySpan<DifferenceSlot>)[DifferenceSlot.Date, DifferenceSlot.Quantity])
            {
                (Reading Reading, string[] Values)[] told = [.. point.Readings.Where(reading => reading.Values.ContainsKey(Names.Of(slot))).Select(reading => (reading, ValuesIn(slot, reading.Values[Names.Of(slot)])))];
                if (told.Any(one => told.Any(other => one.Values.Except(other.Values, StringComparer.Ordinal).Any())))
                    slots.Add(slot);
                foreach ((Reading reading, string[] own) in told)
                {
                    if (story.Find(reading.Account) is AccountView account)
                        values.AddRange(Words(account, slot, reading, Instead(reading, own, told)).Select(span => (slot, new DifferingReading(reading.Account, span.Start, span.End, ""))));
                }
            }

            if (point.Readings.Where(reading => story.Find(reading.Account) is not null).Select(reading => story.TellingOf(story.Find(reading.Account)!, reading).Stance).Distinct().Skip(1).Any()) // the filter keeps known accounts
                slots.Add(DifferenceSlot.Stance);
        }

        return new TellingApart([.. slots], [.. values]);
    }

    private static string[] ValuesIn(DifferenceSlot slot, string values) => values.Split(slot is DifferenceSlot.Date ? " " : "; ", StringSplitOptions.RemoveEmptyEntries);

    // The values in whose place another account has others; one that is told beside all of another's is no other value.
    private static string[] Instead(Reading reading, string[] own, IEnumerable<(Reading Reading, string[] Values)> told) =>
        [.. told.Where(other => other.Reading.Account != reading.Account && other.Values.Except(own, StringComparer.Ordinal).Any()).SelectMany(other => own.Except(other.Values, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)];

    // The words of a date are found by its value; those of a figure only where the reading has no second one.
    private static IEnumerable<TextSpan> Words(AccountView account, DifferenceSlot slot, Reading reading, string[] values)
    {
        if (slot is DifferenceSlot.Date)
            return account.Account.Times.Where(time => values.Contains(time.Value, StringComparer.Ordinal) && reading.Spans.Any(span => span.Contains(time.Span))).Select(static time => time.Span);
        if (values.Length == 0)
            return [];
        TextSpan[] figures = [.. account.Account.Quantities.Select(static quantity => quantity.Span).Where(figure => reading.Spans.Any(span => span.Contains(figure)))];
        return figures.Length == 1 ? figures : [];
    }
}
