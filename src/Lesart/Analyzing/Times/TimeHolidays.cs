using System.Collections.Frozen;
using System.Globalization;

namespace Lesart.Analyzing;

/// <summary>Days that move with the year, from a formula in the pack's data.</summary>
/// <remarks>
/// <c>12-24</c>: a fixed day; <c>easter-2</c>, <c>easter+49</c>: days from Easter Sunday (Gregorian; Meeus, Jones and Butcher); <c>advent+0</c>: from the first
/// Sunday of Advent; <c>orthodox+0</c>: from Easter Sunday of the churches that keep the Julian calendar; <c>hebrew:15 7</c>, <c>islamic:1 9</c>, <c>lunar:1 1</c>: a day and month of the
/// Jewish year (Tishri is 1, Nisan 7, without the month of a leap year), the Muslim one (Umm al-Qura) and the Chinese one; <c>11/4/4</c>: the fourth Thursday of November; <c>5/1/-1</c>: the last Monday of May; <c>11/4/4+1</c>: the day after it. In round brackets
/// stand the first and the last day of a feast of several days: <c>12-25 (12-24..12-26)</c>.
/// </remarks>
internal static class TimeHolidays
{
    /// <summary>The day in a year; null where the formula can't be read.</summary>
    public static TimePoint? Day(string formula, int year)
    {
        if (year is < 2 or > 9997)
            return null;
        if (formula.Split(" (") is [string named, string span])
        {
            return Day(named, year) is TimePoint main && span.TrimEnd(')').Split("..") is [string first, string last] && Day(first, year) is TimePoint from && Day(last, year) is TimePoint to
                ? main with { Feast = (from.First, to.First) }
                : null;
        }

        if (formula.Split('|') is [string nearest, _, ..])
            return Day(nearest, year);
        DateOnly? day = null;
        if (formula.StartsWith("easter", StringComparison.Ordinal) && TryOffset(formula.AsSpan(6), out int fromEaster))
            day = TimePoint.AddDays(Easter(year), fromEaster);
        else if (formula.StartsWith("advent", StringComparison.Ordinal) && TryOffset(formula.AsSpan(6), out int fromAdvent))
            day = TimePoint.AddDays(FirstAdvent(year), fromAdvent);
        else if (formula.StartsWith("orthodox", StringComparison.Ordinal) && TryOffset(formula.AsSpan(8), out int fromOrthodox))
            day = TimePoint.AddDays(OrthodoxEaster(year), fromOrthodox);
        else if (formula.Split(':') is [string calendar, string inIt])
            return Calendars.TryGetValue(calendar, out Calendar? other) && OfCalendar(other, inIt, year) is DateOnly there ? new TimePoint(TimeGrain.Day, there) : null;
        else if (formula.Split('/') is [string month, string weekday, string nth])
            day = TimePoint.AddDays(NthWeekday(year, Number(month), Number(weekday), Number(nth[..OffsetAt(nth)])), OffsetAt(nth) < nth.Length ? Number(nth[OffsetAt(nth)..]) : 0);
        else if (formula.Split('-') is [string fixedMonth, string fixedDay])
            day = new DateOnly(year, Number(fixedMonth), Number(fixedDay));
        return day is DateOnly found ? new TimePoint(TimeGrain.Day, found) : null;
    }

    /// <summary>Whether the formula names the same day in every year.</summary>
    public static bool HasOneDay(string formula) => char.IsAsciiDigit(formula[0]) && !formula.AsSpan().ContainsAny('/', '|');

    private static readonly FrozenDictionary<string, Calendar> Calendars = new Dictionary<string, Calendar>(StringComparer.Ordinal)
    {
        ["hebrew"] = new HebrewCalendar(),
        ["islamic"] = new UmAlQuraCalendar(),
        ["lunar"] = new ChineseLunisolarCalendar(),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    // "15 7+1": the day after the fifteenth of the seventh month, where that lies in a year of ours; a Muslim year may begin twice in one
    private static DateOnly? OfCalendar(Calendar calendar, string dayAndMonth, int year)
    {
        int sign = dayAndMonth.AsSpan().IndexOfAny('+', '-');
        int offset = sign < 0 ? 0 : Number(dayAndMonth[sign..]);
        if ((sign < 0 ? dayAndMonth : dayAndMonth[..sign]).Split(' ') is not [string day, string month])
            return null;
        DateTime january = new(year, 1, 1), december = new(year, 12, 31);
        if (january < calendar.MinSupportedDateTime || december > calendar.MaxSupportedDateTime)
            return null;
        for (int there = calendar.GetYear(january); there <= calendar.GetYear(december); there++)
        {
            int number = Number(month);
            int leap = calendar is HebrewCalendar ? (calendar.IsLeapYear(there) ? 7 : 0) : calendar.GetLeapMonth(there);
            DateTime found = calendar.ToDateTime(there, leap > 0 && number >= leap ? number + 1 : number, Number(day), 0, 0, 0, 0);
            if (found.Year == year)
                return TimePoint.AddDays(DateOnly.FromDateTime(found), offset);
        }

        return null;
    }

    private static DateOnly OrthodoxEaster(int year)
    {
        int d = ((19 * (year % 19)) + 15) % 30;
        int e = ((2 * (year % 4)) + (4 * (year % 7)) - d + 34) % 7;
        int sum = d + e + 114;
        // what the Julian calendar lags behind the Gregorian one
        return TimePoint.AddDays(new DateOnly(year, sum / 31, (sum % 31) + 1), (year / 100) - (year / 400) - 2);
    }

    /// <summary>Easter Sunday.</summary>
    public static DateOnly Easter(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int h = ((19 * a) + b - (b / 4) - ((b - ((b + 8) / 25) + 1) / 3) + 15) % 30;
        int l = (32 + (2 * (b % 4)) + (2 * (c / 4)) - h - (c % 4)) % 7;
        int m = (a + (11 * h) + (22 * l)) / 451;
        int sum = h + l - (7 * m) + 114;
        return new DateOnly(year, sum / 31, (sum % 31) + 1);
    }

    private static DateOnly FirstAdvent(int year)
    {
        DateOnly christmas = new(year, 12, 25);
        int toSunday = christmas.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)christmas.DayOfWeek;
        return TimePoint.AddDays(christmas, -toSunday - 21);
    }

    private static DateOnly NthWeekday(int year, int month, int weekday, int nth)
    {
        if (nth > 0)
        {
            DateOnly first = new(year, month, 1);
            return TimePoint.AddDays(first, ((weekday - IsoWeekday(first) + 7) % 7) + (7 * (nth - 1)));
        }

        DateOnly last = new(year, month, DateTime.DaysInMonth(year, month));
        return TimePoint.AddDays(last, -((IsoWeekday(last) - weekday + 7) % 7) + (7 * (nth + 1)));
    }

    private static int IsoWeekday(DateOnly day) => day.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)day.DayOfWeek;

    // where the days counted from it begin: "2+1", "-1-2"
    private static int OffsetAt(string nth) => nth.AsSpan(1).IndexOfAny('+', '-') is >= 0 and int at ? at + 1 : nth.Length;

    private static bool TryOffset(ReadOnlySpan<char> text, out int offset) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out offset);

    private static int Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : 1;
}
