using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>What formulas of time rules can call. Functions know the calendar; which of them a word means stands in the rules.</summary>
/// <remarks>Units are TIMEX3's letters: <c>Y M W D Q H1 DE CE WE SE</c>, of the clock <c>TH TM TS</c>. Where the anchor is not known, the value keeps X for what
/// depends on it and the range stays open.</remarks>
internal static class TimeFunctions
{
    public static IReadOnlyDictionary<string, RuleFunction> All { get; } = new Dictionary<string, RuleFunction>(StringComparer.Ordinal)
    {
        // parts of a date, to be resolved by the rule that reports
        ["fields"] = new(1, 4, static (_, a) => new TimeFields(Int(a[0]), Int(a[1]), Int(a[2]), Int(a[3]))),
        ["clock"] = new(1, 3, static (_, a) => Clock(Int(a[0]), Int(a[1]), a[2] as string)),
        ["clock4"] = new(1, 1, static (_, a) => Int(a[0]) is int four ? Clock(four / 100, four % 100, null) : null),
        ["zoned"] = new(2, 2, static (_, a) => a[0] is TimeClock clock ? clock with { Zone = a[1] is string zone and not "local" ? zone : "" } : null),
        ["resolve"] = new(1, 2, static (scope, a) => a[0] is TimeFields fields ? Resolve((TimeScope)scope, fields, a[1]) : null),
        ["hourOn"] = new(1, 2, static (scope, a) => a[0] is TimeClock clock ? On((TimeScope)scope, a[1] as TimePoint, clock) : null),

        // stretches of the calendar
        ["year"] = new(1, 1, static (_, a) => Year(a[0])),
        ["year2"] = new(1, 1, static (scope, a) => Int(a[0]) is int two and >= 0 and < 100 ? (decimal)FullYear((TimeScope)scope, two) : null),
        ["endYear"] = new(2, 2, static (_, a) => Int(a[0]) is int begin && Int(a[1]) is int two ? (decimal)((begin / 100 * 100) + two + (two < begin % 100 ? 100 : 0)) : null),
        ["month"] = new(2, 2, static (scope, a) => Resolve((TimeScope)scope, new TimeFields(Int(YearNumber(a[0])), Int(a[1]), null, null), null)),
        ["season"] = new(2, 3, static (scope, a) => Season((TimeScope)scope, YearNumber(a[0]), a[1] as string, Int(a[2]))),
        ["quarter"] = new(2, 3, static (scope, a) => Part((TimeScope)scope, TimeGrain.Quarter, YearNumber(a[0]), Int(a[1]), 4, 3)),
        ["half"] = new(2, 2, static (scope, a) => Part((TimeScope)scope, TimeGrain.Half, YearNumber(a[0]), Int(a[1]), 2, 6)),
        ["decade"] = new(1, 1, static (_, a) => Int(a[0]) is int year and >= 10 and < 9990 ? TimePoint.Of(TimeGrain.Decade, new DateOnly(year, 1, 1)) : null),
        ["decade2"] = new(1, 1, static (scope, a) => Int(a[0]) is int two and >= 0 and < 100 ? Decade((TimeScope)scope, two) : null),
        ["century"] = new(1, 1, static (_, a) => Int(a[0]) is int number and > 1 and < 99 ? TimePoint.Of(TimeGrain.Century, new DateOnly((number - 1) * 100, 1, 1)) : null),
        ["weekday"] = new(1, 2, static (scope, a) => Weekday((TimeScope)scope, Int(a[0]), Int(a[1]))),
        ["weekdayBefore"] = new(1, 1, static (scope, a) => Beside((TimeScope)scope, Int(a[0]), 1)),
        ["weekdayAfter"] = new(1, 1, static (scope, a) => Beside((TimeScope)scope, Int(a[0]), -7)),
        ["holiday"] = new(1, 2, static (scope, a) => Holiday((TimeScope)scope, a[0] as string, YearNumber(a[1]))),
        ["part"] = new(2, 2, static (_, a) => a[0] is TimePoint { Grain: <= TimeGrain.Day } day && a[1] is string part ? day with { Grain = TimeGrain.Part, Part = part } : null),
        ["anypart"] = new(1, 1, static (_, a) => a[0] is string part ? new TimePoint(TimeGrain.Part, default) { Part = part, IsAnyDay = true } : null),

        // counted from the anchor or from another point
        ["at"] = new(1, 2, static (scope, a) => At((TimeScope)scope, Grain(a[0]), a[1] is decimal count ? count : 0)),
        ["shift"] = new(3, 3, static (_, a) => a[0] is TimePoint point && a[1] is decimal count && Grain(a[2]) is TimeGrain by ? Shift(point, count, by, isExact: false) : null),
        ["in"] = new(2, 2, static (_, a) => a[0] is TimePoint point && Grain(a[1]) is TimeGrain grain ? Within(point, grain) : null),
        ["ago"] = new(2, 2, static (scope, a) => a[0] is decimal count && Grain(a[1]) is TimeGrain by ? FromAnchor((TimeScope)scope, -count, by) : null),
        ["ahead"] = new(2, 2, static (scope, a) => a[0] is decimal count && Grain(a[1]) is TimeGrain by ? FromAnchor((TimeScope)scope, count, by) : null),

        // lengths
        ["length"] = new(2, 4, static (_, a) => Length(a[0], a[1] as string, a[2], a[3] as string)),
        ["lengthX"] = new(1, 1, static (_, a) => a[0] is string unit ? new TimeLength((null, unit)) : null),

        // questions
        ["grain"] = new(1, 1, static (_, a) => a[0] is TimePoint point ? point.Grain.ToString().ToLowerInvariant() : null),
        ["hour"] = new(1, 1, static (_, a) => a[0] is TimeClock clock ? (decimal)clock.Hour : null),
        ["near"] = new(1, 1, static (scope, a) => a[0] is string name && ((TimeScope)scope).IsNear(name)),
        ["isClock"] = new(1, 1, static (_, a) => a[0] is string unit && unit[0] == 'T'),
        ["yearOf"] = new(1, 1, static (_, a) => YearNumber(a[0])),
        ["weekdayOf"] = new(1, 1, static (_, a) => a[0] is TimePoint { Grain: TimeGrain.Day, IsAnyYear: false } point ? (decimal)((((int)point.First.DayOfWeek + 6) % 7) + 1) : null),
        ["from"] = new(1, 1, static (_, a) => a[0] is TimePoint point ? new TimePoint(TimeGrain.Day, point.First) : null),
        ["to"] = new(1, 1, static (_, a) => a[0] is TimePoint point ? new TimePoint(TimeGrain.Day, point.Last) : null),
        ["text"] = new(1, 6, static (_, a) => string.Concat(a.Where(static part => part is not null).Select(Text))),
        ["word"] = new(1, 1, static (_, a) => a[0] as string),
        ["value"] = new(1, 1, static (_, a) => a[0] is TimePoint point ? point.Value : a[0] as string),
    };

    /// <summary>The grain a unit's letters stand for.</summary>
    public static TimeGrain? Grain(object? unit) => (unit as string) switch
    {
        "D" => TimeGrain.Day,
        "W" => TimeGrain.Week,
        "WE" => TimeGrain.Weekend,
        "M" => TimeGrain.Month,
        "Q" => TimeGrain.Quarter,
        "H1" => TimeGrain.Half,
        "SE" => TimeGrain.Season,
        "Y" => TimeGrain.Year,
        "DE" => TimeGrain.Decade,
        "CE" => TimeGrain.Century,
        _ => null,
    };

    private static int? Int(object? value) => value is decimal number && number == Math.Truncate(number) && Math.Abs(number) < 1_000_000 ? (int)number : null;

    private static string Text(object? part) => part switch
    {
        decimal number => number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture),
        TimePoint point => point.Value,
        _ => part as string ?? "",
    };

    // of a text without a date nobody knows which year "this year" is
    private static object? YearNumber(object? value) => value is TimePoint point ? point.IsAnyYear ? null : (decimal)point.Year : value;

    private static TimePoint? Year(object? value) => value switch
    {
        TimePoint point => point.IsAnyYear ? TimePoint.Unknown(TimeGrain.Year) : TimePoint.Of(TimeGrain.Year, point.First),
        decimal number when number is >= 1 and <= 9998 => TimePoint.Of(TimeGrain.Year, new DateOnly((int)number, 1, 1)),
        _ => null,
    };

    // two digits mean the latest such year that lies no further ahead of publication than the rules allow
    private static int FullYear(TimeScope scope, int two)
    {
        int now = scope.Published?.Year ?? 2000;
        int year = (now / 100 * 100) + two;
        return year > now + scope.MostYearsAhead ? year - 100 : year;
    }

    // the decade of this century where the clause looks ahead or the decade is old enough to be spoken of, else the one before
    private static TimePoint? Decade(TimeScope scope, int two)
    {
        int now = scope.Published?.Year ?? 2000;
        int year = (now / 100 * 100) + two;
        if (year + scope.YearsOfDecade > now && scope.Direction is not (TimeDirection.Future or TimeDirection.LikelyFuture))
            year -= 100;
        return year >= 10 ? TimePoint.Of(TimeGrain.Decade, new DateOnly(year, 1, 1)) : null;
    }

    private static TimeClock? Clock(int? hour, int? minute, string? half)
    {
        if (hour is not (>= 0 and <= 24) || minute is < 0 or > 59)
            return null;
        int full = half switch { "PM" when hour < 12 => hour.Value + 12, "AM" when hour == 12 => 0, _ => hour.Value };
        return new TimeClock(full, minute ?? 0);
    }

    private static TimePoint On(TimeScope scope, TimePoint? day, TimeClock clock)
    {
        day ??= scope.Anchor;
        return day is null
            ? new TimePoint(TimeGrain.Minute, default) { Hour = clock.Hour, Minute = clock.Minute, Zone = clock.Zone, IsAnyDay = true }
            : new TimePoint(TimeGrain.Minute, day.First) { Hour = clock.Hour, Minute = clock.Minute, Zone = clock.Zone, IsAnyYear = day.IsAnyYear, Open = day.Open };
    }

    private static TimePoint? Resolve(TimeScope scope, TimeFields fields, object? year)
    {
        int? wanted = fields.Year ?? Int(YearNumber(year));
        if (wanted is < 1 or > 9998 || fields.Month is < 1 or > 12)
            return null;
        if (fields.Month is not int month)
            return wanted is int only ? TimePoint.Of(TimeGrain.Year, new DateOnly(only, 1, 1)) : null;
        if (fields.Day is int day && (day < 1 || day > DateTime.DaysInMonth(wanted ?? 2000, month)))
            return null;
        TimePoint Make(int inYear) => fields.Day is int number
            ? new TimePoint(TimeGrain.Day, new DateOnly(inYear, month, Math.Min(number, DateTime.DaysInMonth(inYear, month))))
            : new TimePoint(TimeGrain.Month, new DateOnly(inYear, month, 1));
        if (wanted is int known)
            return Make(known);
        if (scope.Anchor is not TimePoint anchor)
            return Make(2000) with { IsAnyYear = true };
        return Choose(scope, anchor, Make);
    }

    // the year that puts a point where the direction says, seen from the anchor
    private static TimePoint Choose(TimeScope scope, TimePoint anchor, Func<int, TimePoint> make)
    {
        int year = Math.Clamp(anchor.Year, 2, 9996);
        TimePoint same = make(year);
        switch (scope.Direction)
        {
            case TimeDirection.Past:
                return same.First > anchor.Last ? make(year - 1) : same;
            case TimeDirection.Future:
                return same.Last < anchor.First ? make(year + 1) : same;
            default:
                // against what the tense says only where the other choice is much further away
                TimePoint[] three = [same, make(year - 1), make(year + 1)];
                return three.MinBy(point => Distance(scope, point, anchor)) ?? same;
        }
    }

    private static int Distance(TimeScope scope, TimePoint point, TimePoint anchor)
    {
        int ahead = Math.Max(0, point.First.DayNumber - anchor.Last.DayNumber), behind = Math.Max(0, anchor.First.DayNumber - point.Last.DayNumber);
        return (ahead * (scope.Direction == TimeDirection.LikelyPast ? scope.WeightAgainstTense : 1)) + (behind * (scope.Direction == TimeDirection.LikelyFuture ? scope.WeightAgainstTense : 1));
    }

    private static TimePoint? Season(TimeScope scope, object? year, string? name, int? shift)
    {
        if (name is not ("SP" or "SU" or "FA" or "WI"))
            return null;
        if (Int(year) is int known)
            return known is >= 1 and <= 9997 ? TimePoint.Season(known, name) : null;
        if (scope.Anchor is not TimePoint anchor)
            return TimePoint.Season(2000, name) with { IsAnyYear = true };
        int now = Math.Clamp(anchor.Year, 3, 9996);
        // last and next season: the nearest one that is over, or has not begun
        if (shift is -1)
            return new[] { now, now - 1, now - 2 }.Select(y => TimePoint.Season(y, name)).FirstOrDefault(point => point.Last < anchor.First);
        if (shift is 1)
            return new[] { now, now + 1 }.Select(y => TimePoint.Season(y, name)).FirstOrDefault(point => point.First > anchor.First);
        TimePoint current = TimePoint.Season(now, name);
        TimePoint before = TimePoint.Season(now - 1, name);
        if (before.Last >= anchor.First)
            return before;
        return shift is 0 ? current : Choose(scope, anchor, y => TimePoint.Season(y, name));
    }

    private static TimePoint? Part(TimeScope scope, TimeGrain grain, object? year, int? number, int count, int months)
    {
        if (number is not int n || n < 1 || n > count)
            return null;
        TimePoint Make(int y) => new(grain, new DateOnly(y, ((n - 1) * months) + 1, 1));
        if (Int(year) is int known)
            return known is >= 1 and <= 9998 ? Make(known) : null;
        return scope.Anchor is TimePoint anchor ? Choose(scope, anchor, Make) : Make(2000) with { IsAnyYear = true };
    }

    private static TimePoint? Weekday(TimeScope scope, int? number, int? weeks)
    {
        if (number is not (>= 1 and <= 7))
            return null;
        if (scope.Anchor is not TimePoint anchor)
            return TimePoint.Unknown(TimeGrain.Day, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"XXXX-WXX-{number}"));
        DateOnly monday = TimePoint.MondayOf(anchor.First);
        DateOnly inWeek = TimePoint.AddDays(monday, number.Value - 1);
        if (weeks is int count)
            return new TimePoint(TimeGrain.Day, TimePoint.AddDays(inWeek, 7 * count));
        int behind = (anchor.First.DayNumber - inWeek.DayNumber + 7) % 7;
        DateOnly past = TimePoint.AddDays(anchor.First, -behind);
        DateOnly future = behind == 0 ? anchor.First : TimePoint.AddDays(anchor.First, 7 - behind);
        return scope.Direction switch
        {
            TimeDirection.Future => new TimePoint(TimeGrain.Day, future),
            TimeDirection.Past => new TimePoint(TimeGrain.Day, past),
            _ => new TimePoint(TimeGrain.Day, behind <= 3 ? past : future),
        };
    }

    private static TimePoint? Beside(TimeScope scope, int? weekday, int leastDays) =>
        weekday is not (>= 1 and <= 7) ? null : scope.Anchor is TimePoint anchor ? Behind(anchor, weekday.Value, leastDays) : Weekday(scope, weekday, null);

    // the weekday that lies at least so many days behind the anchor (negative: the first one after it)
    private static TimePoint Behind(TimePoint anchor, int weekday, int leastDays)
    {
        DateOnly latest = TimePoint.AddDays(anchor.First, -leastDays);
        DateOnly monday = TimePoint.MondayOf(latest);
        int back = (latest.DayNumber - TimePoint.AddDays(monday, weekday - 1).DayNumber + 7) % 7;
        return new TimePoint(TimeGrain.Day, TimePoint.AddDays(latest, -back));
    }

    private static TimePoint? Holiday(TimeScope scope, string? name, object? year)
    {
        if (name is null)
            return null;
        if (Int(year) is int known)
            return known is >= 1 and <= 9998 ? TimeHolidays.Day(name, known) : null;
        if (TimeHolidays.Day(name, 2000) is not TimePoint some)
            return null;
        if (scope.Anchor is not TimePoint anchor)
            return TimeHolidays.HasOneDay(name) ? some with { IsAnyYear = true } : null;
        // a name that several countries give to different days means the one that is nearest
        return name.Split('|').Select(formula => Choose(scope, anchor, y => TimeHolidays.Day(formula, y)!)) // the day exists in one year, so it does in each
            .MinBy(point => Distance(scope, point, anchor));
    }

    private static TimePoint? At(TimeScope scope, TimeGrain? grain, decimal count)
    {
        if (grain is not TimeGrain wanted)
            return null;
        if (scope.Anchor is not TimePoint anchor)
            return TimePoint.Unknown(wanted);
        // of a year nobody knows which day is meant by "the next day"
        if (anchor.Grain > wanted && anchor.Grain > TimeGrain.Day)
            return TimePoint.Unknown(wanted);
        TimePoint point = Within(anchor, wanted);
        return point.Shift(count, wanted);
    }

    private static TimePoint? FromAnchor(TimeScope scope, decimal count, TimeGrain by) => scope.Anchor is TimePoint anchor ? Shift(anchor, count, by, isExact: true) : TimePoint.Unknown(by);

    private static TimePoint Within(TimePoint point, TimeGrain grain) => TimePoint.Of(grain, point.First) with { IsAnyYear = point.IsAnyYear };

    /// <summary>A shift by years from a day is told as a year, by months as a month, by weeks as a week; from something coarser it keeps its grain.</summary>
    private static TimePoint? Shift(TimePoint point, decimal count, TimeGrain by, bool isExact)
    {
        if (point.Open is not null)
            return point;
        TimePoint? shifted = (point.Grain < TimeGrain.Day ? TimePoint.Of(TimeGrain.Day, point.First) : point).Shift(count, by);
        if (shifted is null || !isExact)
            return shifted;
        TimeGrain grain = by switch { TimeGrain.Decade => TimeGrain.Decade, TimeGrain.Century => TimeGrain.Century, _ => (TimeGrain)Math.Max((int)by, (int)TimeGrain.Day) };
        return shifted.Grain < grain ? Within(shifted, grain) : shifted;
    }

    private static TimeLength? Length(object? count, string? unit, object? more, string? smaller)
    {
        if (unit is null || count is not decimal number)
            return null;
        if (smaller is not null && more is decimal rest)
            return new TimeLength((number, unit), (rest, smaller));
        return new TimeLength((number, unit));
    }
}

/// <summary>Parts of a date that a pattern caught.</summary>
internal sealed record TimeFields(int? Year, int? Month, int? Day, int? Weekday);

/// <summary>A time of the day.</summary>
internal sealed record TimeClock(int Hour, int Minute)
{
    /// <summary>Offset from UTC as ISO 8601 writes it; empty where none is told.</summary>
    public string Zone { get; init; } = "";
}
