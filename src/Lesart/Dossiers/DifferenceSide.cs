using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>A value on one side of a difference, with its readings.</summary>
/// <param name="Readings">In the order of the columns.</param>
/// <param name="Stance">How the point is told, where accounts part in that.</param>
/// <param name="Speaker">Who says it, where accounts part in that.</param>
/// <param name="Point">The point in which accounts part; null where the story has none of that name.</param>
internal sealed record DifferenceSide(ImmutableArray<(AccountView Account, DifferingReading Reading)> Readings, Stance? Stance, string? Speaker, Point? Point)
{
    /// <summary>The reading whose words stand for the side: what most of its articles write, of several the first.</summary>
    public (AccountView Account, DifferingReading Reading) Head { get; } =
        Readings.GroupBy(static item => item.Account.Words(item.Reading), StringComparer.OrdinalIgnoreCase).MaxBy(static words => words.Count()) is { } most ? most.First() : Readings[0];

    /// <summary>The values of a difference, each as a part of its side: sides of more strands first, inside of them values of more strands.</summary>
    public static List<DifferenceSide> Of(StoryView story, Difference difference)
    {
        List<DifferenceSide> values =
        [
            .. difference.Readings
                .Select(reading => (Account: story.Find(reading.Account), Reading: reading))
                .Where(static item => item.Account is not null)
                .Select(static item => (Account: item.Account!, item.Reading)) // the line above keeps known accounts alone
                .GroupBy(static item => (item.Reading.Side, item.Reading.Value))
                .Select((group, i) => new DifferenceSide(
                    [.. group.OrderBy(static item => item.Account.Number)],
                    difference.Slot == DifferenceSlot.Stance && Names.TryStance(group.Key.Value, out Stance stance) ? stance : null,
                    difference.Slot == DifferenceSlot.Speaker && story.Entities.ContainsKey(group.Key.Value) ? story.NameOf(group.Key.Value) : null,
                    story.Collation.Points.FirstOrDefault(point => point.Id == difference.Point))
                { Side = group.Key.Side > 0 ? group.Key.Side : -i - 1 })
                .OrderByDescending(static value => Strands([value])).ThenByDescending(static value => value.Readings.Length),
        ];
        return [.. values.GroupBy(static value => value.Side).OrderByDescending(Strands).ThenByDescending(static side => side.Sum(static value => value.Readings.Length)).SelectMany(static side => side)];
    }

    /// <summary>The number of the side; values of one side go together.</summary>
    public required int Side { get; init; }

    /// <summary>How all of its readings are told alike; null where they aren't: then who tells is said beside each.</summary>
    public Telling? SharedTelling(StoryView story)
    {
        List<Telling?> tellings = [.. Readings.Select(item => TellingOf(story, item.Account, new TextSpan(item.Reading.Start, item.Reading.End)))];
        return tellings.TrueForAll(telling => telling?.Key == tellings[0]?.Key) ? tellings[0] : null;
    }

    private static int Strands(IEnumerable<DifferenceSide> values) => values.SelectMany(static value => value.Readings).Select(static item => item.Account.Strand).Distinct().Count();

    /// <summary>How an account tells the words: by the reading of the point that holds them; where none does, one of their sentence. Others may be somebody else's.</summary>
    public Telling? TellingOf(StoryView story, AccountView account, TextSpan words)
    {
        Reading[] readings = [.. (Point?.Readings ?? []).Where(reading => reading.Account == account.Account.Id)];
        int sentence = account.SentenceAt(words.Start);
        Reading? reading = Array.Find(readings, reading => reading.Spans.Any(words.Overlaps))
            ?? Array.Find(readings, reading => (Stance is null || reading.Stance == Stance) && reading.Spans.Any(span => account.SentenceAt(span.Start) == sentence));
        return reading is null ? null : story.TellingOf(account, reading);
    }
}
