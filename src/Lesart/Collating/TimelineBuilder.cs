using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>What happened when, merged over accounts: points by the day, month or year that they name.</summary>
internal static class TimelineBuilder
{
    private const int MaxDays = 1100;
    private const int MinDaysOfYear = 360;
    private const int MaxDaysOfMonth = 31;
    private const int MinDaysOfGuess = 180;
    private const int YearReach = 400; // letters

    /// <summary>Entries in order of time; of one day, those without a clock time come first; of entries of one time, the one that more accounts tell.</summary>
    public static ImmutableArray<TimelineEntry> Build(IReadOnlyList<AccountText> texts, IReadOnlyList<(List<Unit> Units, Unit Central)> groups, GlossPicker glosses)
    {
        List<(TimelineEntry Entry, string Clock)> entries = [];
        foreach ((List<Unit> units, Unit central) in groups)
        {
            IEnumerable<IGrouping<string, (Unit Unit, TimeExpression Time)>> byValue = units
                .SelectMany(unit => unit.Times.Where((time, i) => !EndsRange(texts[unit.Account], unit, i) && !DatesSaying(texts[unit.Account], unit, time) && !MeansNow(texts[unit.Account], unit, time) && !NamesThing(texts[unit.Account], time) && !IsYearGuessed(texts[unit.Account], time)).Select(time => (Unit: unit, Time: time)))
                .Where(static item => item.Time is { Type: TimeType.Date or TimeType.Time, From: not null, To: not null }
                    && item.Time.To.Value.DayNumber - item.Time.From.Value.DayNumber <= MaxDays && item.Unit.Stance is not Stance.Denied)
                .GroupBy(static item => DayOf(item.Time), StringComparer.Ordinal);
            foreach (IGrouping<string, (Unit Unit, TimeExpression Time)> value in byValue)
            {
                (Unit unit, TimeExpression time) = value.FirstOrDefault(item => item.Unit == central, value.MaxBy(item => glosses.Clarity(item.Unit)));
                TimelineEntry entry = new()
                {
                    Value = value.Key,
                    From = time.From,
                    To = time.To,
                    Gloss = unit.Whole.In(texts[unit.Account].Text).ToString(),
                    Evidence = [.. value.Select(item => new AccountSpan(texts[item.Unit.Account].Account.Id, item.Unit.Span.Start, item.Unit.Span.End)).Distinct()],
                    Actors = [.. value.SelectMany(static item => item.Unit.Mentions).Where(static mention => mention.Kind == MentionKind.Name).Select(static mention => mention.Entity).Distinct(StringComparer.Ordinal)],
                    Announced = value.All(item => texts[item.Unit.Account].Account.Published is PublicationTime published && item.Time.From > published.Day),
                };
                entries.Add((entry, value.Select(static item => ClockOf(item.Time.Value)).Min(StringComparer.Ordinal) ?? ""));
            }
        }

        return
        [
            .. Merge(OnceEach(entries)).OrderBy(static item => item.Entry.From).ThenBy(static item => item.Entry.To).ThenBy(static item => item.Clock, StringComparer.Ordinal)
                .ThenByDescending(static item => Accounts(item.Entry)).ThenBy(static item => item.Entry.Gloss, StringComparer.Ordinal).Select(static item => item.Entry),
        ];
    }

    private static int Accounts(TimelineEntry entry) => entry.Evidence.Select(static span => span.Account).Distinct(StringComparer.Ordinal).Count();

    /// <summary>A clause that two points hold stands once a day: in the entry that more accounts tell.</summary>
    private static List<(TimelineEntry Entry, string Clock)> OnceEach(List<(TimelineEntry Entry, string Clock)> entries)
    {
        HashSet<(string Value, AccountSpan Span)> told = [];
        List<(int Place, TimelineEntry Entry, string Clock)> kept = [];
        foreach ((int place, (TimelineEntry entry, string clock)) in entries.Index().OrderByDescending(static item => Accounts(item.Item.Entry)))
        {
            AccountSpan[] fresh = [.. entry.Evidence.Where(span => told.Add((entry.Value, span)))];
            if (fresh.Length > 0)
                kept.Add((place, entry with { Evidence = [.. fresh] }, clock));
        }

        return [.. kept.OrderBy(static item => item.Place).Select(static item => (item.Entry, item.Clock))];
    }

    /// <summary>Whether a time is the end of a range whose beginning the clause names right before it: "from 2019 to 2023", "vom 19. bis zum 20. Juni" stand once.</summary>
    private static bool EndsRange(AccountText text, Unit unit, int time)
    {
        if (time == 0 || unit.Times[time - 1].Value.Length != unit.Times[time].Value.Length || unit.Times[time].Value.Contains('T', StringComparison.Ordinal))
            return false;
        (int first, int low, int high) = (text.WordAt(unit.Times[time - 1].Start), text.WordAt(unit.Times[time - 1].End), text.WordAt(unit.Times[time].Start));
        // "am Montag und am Dienstag" are two
        return high - low <= 1 || (high - low == 2 && first > 0 && !text.HasMarkBefore(low) && Enumerable.Range(low, 2).Prepend(first - 1).All(word => text.Words[word].Term.IsFunctionWord)
            && text.Words[first - 1].Term.Folded != text.Words[high - 1].Term.Folded);
    }

    /// <summary>Whether a time only says that something is so in these days ("this year", "today" in somebody's mouth), which tells no event.</summary>
    private static bool MeansNow(AccountText text, Unit unit, TimeExpression time) => time is { From: DateOnly from, To: DateOnly to } && text.Account.Published is PublicationTime published
        && from <= published.Day && published.Day <= to && !text.Text.AsSpan(time.Start, time.End - time.Start).ContainsAnyInRange('0', '9')
        && (to.DayNumber - from.DayNumber >= MinDaysOfYear || (from == to && unit.Statement is { Kind: StatementKind.Direct } said && said.Content.Any(span => span.Contains(time.Start))));

    /// <summary>Whether a year is part of what a thing is called ("the 2010 health law") and dates nothing that the clause tells.</summary>
    private static bool NamesThing(AccountText text, TimeExpression time)
    {
        (int first, int next) = (text.WordAt(time.Start), text.WordAt(time.End));
        return text.HasFixedOrder && time is { From: DateOnly from, To: DateOnly to } && to.DayNumber - from.DayNumber >= MinDaysOfYear && first > 0 && next < text.Words.Length
            && char.IsAsciiDigit(text.Text[time.Start]) && text.Families is { } families && text.Words[first - 1].Term is Term before
            && (families.IsDefinite(before) || families.IsIndefinite(before) || families.IsOwnerMark(before) || families.IsSign(before))
            && !text.Text.AsSpan(time.End, text.Words[next].Start - time.End).ContainsAny(",.;:") && !text.Words[next].Term.IsFunctionWord;
    }

    /// <summary>Whether a day or month without a year lies so far back that it may as well be the next one ("the election in November"), and no year stands near it.</summary>
    private static bool IsYearGuessed(AccountText text, TimeExpression time)
    {
        if (time is not { From: DateOnly from, To: DateOnly to } || text.Account.Published is not PublicationTime published || published.Day.DayNumber - to.DayNumber < MinDaysOfGuess || to.DayNumber - from.DayNumber > MaxDaysOfMonth || time.Value.Contains('W', StringComparison.Ordinal))
            return false;
        ReadOnlySpan<char> near = text.Text.AsSpan(Math.Max(0, time.Start - YearReach), Math.Min(text.Text.Length, time.End + YearReach) - Math.Max(0, time.Start - YearReach));
        bool isBare = Enumerable.Range(text.WordAt(time.Start), text.WordAt(time.End) - text.WordAt(time.Start)).All(word => !char.IsLower(text.Text[text.Words[word].Start])); // "last November" tells its year
        return isBare && !near.Contains(from.Year.ToString("0000", System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    /// <summary>Whether a time tells only when something was said to those who print it ("said on Friday").</summary>
    private static bool DatesSaying(AccountText text, Unit unit, TimeExpression time) => unit.Statement is { Kind: StatementKind.Direct or StatementKind.Indirect or StatementKind.Mixed, Cue.IsEmpty: false } statement
        && !statement.Content.Any(span => span.Contains(time.Start)) && text.Account.Published is PublicationTime published
        && time.From is DateOnly day && day == time.To && published.Day.DayNumber - day.DayNumber is 0 or 1;

    /// <summary>Entries of one year or month that speak of a common actor are one; days may hold many things.</summary>
    private static List<(TimelineEntry Entry, string Clock)> Merge(List<(TimelineEntry Entry, string Clock)> entries)
    {
        List<(TimelineEntry Entry, string Clock)> merged = [];
        foreach ((TimelineEntry entry, string clock) in entries)
        {
            int home = entry.From == entry.To ? -1 : merged.FindIndex(other => other.Entry.Value == entry.Value && other.Entry.Announced == entry.Announced && other.Entry.Actors.Intersect(entry.Actors, StringComparer.Ordinal).Any());
            if (home < 0)
                merged.Add((entry, clock));
            else
                merged[home] = (merged[home].Entry with { Evidence = [.. merged[home].Entry.Evidence.Union(entry.Evidence)], Actors = [.. merged[home].Entry.Actors.Union(entry.Actors, StringComparer.Ordinal)] }, merged[home].Clock);
        }

        return merged;
    }

    /// <summary>The clock time of a value; empty where it gives none, or only a part of the day.</summary>
    private static string ClockOf(string value) => value.IndexOf('T', StringComparison.Ordinal) is > 0 and int at && at + 1 < value.Length && char.IsAsciiDigit(value[at + 1]) ? value[(at + 1)..] : "";

    // "today" in a report is a value that names no day, but means one
    private static string DayOf(TimeExpression time)
    {
        if (!char.IsAsciiDigit(time.Value[0]) && time.From is DateOnly day && day == time.To)
            return day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        int clock = time.Value.IndexOf('T', StringComparison.Ordinal);
        return clock > 0 ? time.Value[..clock] : time.Value;
    }
}
