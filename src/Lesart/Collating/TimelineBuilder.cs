using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>What happened when, merged over accounts: points by the day, month or year that they name.</summary>
internal static class TimelineBuilder
{
    private const int MaxDays = 1100;

    /// <summary>Entries in order of time; of entries of one time, the one that more accounts tell comes first.</summary>
    public static ImmutableArray<TimelineEntry> Build(IReadOnlyList<AccountText> texts, IReadOnlyList<(List<Unit> Units, Unit Central)> groups)
    {
        List<TimelineEntry> entries = [];
        foreach ((List<Unit> units, Unit central) in groups)
        {
            IEnumerable<IGrouping<string, (Unit Unit, TimeExpression Time)>> byValue = units
                .SelectMany(static unit => unit.Times.Select(time => (Unit: unit, Time: time)))
                .Where(static item => item.Time is { Type: TimeType.Date or TimeType.Time, From: not null, To: not null }
                    && item.Time.To.Value.DayNumber - item.Time.From.Value.DayNumber <= MaxDays && item.Unit.Stance is not Stance.Denied)
                .GroupBy(static item => DayOf(item.Time.Value), StringComparer.Ordinal);
            foreach (IGrouping<string, (Unit Unit, TimeExpression Time)> value in byValue)
            {
                (Unit unit, TimeExpression time) = value.FirstOrDefault(item => item.Unit == central, value.First());
                entries.Add(new TimelineEntry
                {
                    Value = value.Key,
                    From = time.From,
                    To = time.To,
                    Gloss = unit.Whole.In(texts[unit.Account].Text).ToString(),
                    Evidence = [.. value.Select(item => new AccountSpan(texts[item.Unit.Account].Account.Id, item.Unit.Span.Start, item.Unit.Span.End)).Distinct()],
                    Actors = [.. value.SelectMany(static item => item.Unit.Mentions).Where(static mention => mention.Kind == MentionKind.Name).Select(static mention => mention.Entity).Distinct(StringComparer.Ordinal)],
                });
            }
        }

        return
        [
            .. Merge(entries).OrderBy(static entry => entry.From).ThenBy(static entry => entry.To)
                .ThenByDescending(static entry => entry.Evidence.Select(static span => span.Account).Distinct(StringComparer.Ordinal).Count())
                .ThenBy(static entry => entry.Gloss, StringComparer.Ordinal),
        ];
    }

    /// <summary>Entries of one year or month that speak of a common actor are one; days may hold many things.</summary>
    private static List<TimelineEntry> Merge(List<TimelineEntry> entries)
    {
        List<TimelineEntry> merged = [];
        foreach (TimelineEntry entry in entries)
        {
            int home = entry.From == entry.To ? -1 : merged.FindIndex(other => other.Value == entry.Value && other.Actors.Intersect(entry.Actors, StringComparer.Ordinal).Any());
            if (home < 0)
                merged.Add(entry);
            else
                merged[home] = merged[home] with { Evidence = [.. merged[home].Evidence.Union(entry.Evidence)], Actors = [.. merged[home].Actors.Union(entry.Actors, StringComparer.Ordinal)] };
        }

        return merged;
    }

    private static string DayOf(string value)
    {
        int clock = value.IndexOf('T', StringComparison.Ordinal);
        return clock > 0 ? value[..clock] : value;
    }
}
