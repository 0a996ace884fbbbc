using System.Globalization;
using System.Text.RegularExpressions;

namespace Lesart.Extracting;

/// <summary>Reads when something was published from metadata values and visible lines.</summary>
internal sealed partial class PublicationTimeReader(ArticleWords words)
{
    private const int FirstYear = 1800, LastYear = 2200;

    /// <summary>Reads a metadata value: ISO 8601 in its many shapes, RFC 1123, Unix seconds, or a date in words.</summary>
    /// <param name="value">The value.</param>
    /// <param name="time">Day, and the instant where value or zone tell it.</param>
    /// <param name="clock">Where the outlet's clock stands, for times without an offset; null where that isn't known.</param>
    public bool TryReadValue(string? value, out PublicationTime time, OutletClock? clock = null)
    {
        time = default;
        if (string.IsNullOrWhiteSpace(value) || value.Length > 80)
            return false;
        value = value.Trim();
        if (PublicationTime.TryParse(value, out time) && (clock is null || time.Instant is not null))
            return IsPlausible(time);
        Match iso = Iso().Match(value);
        if (iso.Success && TryCompose(iso, clock, out time))
            return IsPlausible(time);
        if (DateTimeOffset.TryParseExact(value, ["r", "ddd, d MMM yyyy HH:mm:ss zzz", "ddd, dd MMM yyyy HH:mm:ss 'GMT'", "ddd, d MMM yyyy HH:mm zzz"], CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal, out DateTimeOffset rfc))
        {
            time = PublicationTime.OfInstant(rfc);
            return IsPlausible(time);
        }

        if (value.Length is 10 or 13 && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out long unix))
        {
            time = PublicationTime.OfInstant(DateTimeOffset.FromUnixTimeSeconds(value.Length == 13 ? unix / 1_000 : unix));
            return IsPlausible(time);
        }

        return TryFind(value, out time, out _, clock);
    }

    /// <summary>Finds the first date in a visible line ("10. Juni 2026, 17:31 Uhr", "June 10, 2026 4:02 PM GMT+1").</summary>
    /// <param name="line">The line.</param>
    /// <param name="time">Day, and the instant where the line names a zone.</param>
    /// <param name="span">Where date and clock time stand.</param>
    /// <param name="outletClock">Where the outlet's clock stands, for times without a zone.</param>
    public bool TryFind(string line, out PublicationTime time, out TextSpan span, OutletClock? outletClock = null)
    {
        Match iso = Iso().Match(line);
        if (iso.Success && TryCompose(iso, outletClock, out time))
        {
            span = new TextSpan(iso.Index, iso.Index + iso.Length);
            return true;
        }

        foreach (Match match in Visible().Matches(line))
        {
            if (!TryDay(match, out DateOnly day))
                continue;
            span = new TextSpan(match.Index, match.Index + match.Length);
            time = PublicationTime.OfDay(day);
            Match clock = Clock().Match(line, span.End);
            if (clock.Success && TryClock(clock, out TimeOnly at))
            {
                span = new TextSpan(span.Start, clock.Index + clock.Length);
                if (TryOffset(clock, out TimeSpan offset))
                    time = PublicationTime.OfInstant(new DateTimeOffset(day.ToDateTime(at), offset));
                else if (outletClock is not null)
                    time = outletClock.At(day, at);
            }

            return true;
        }

        time = default;
        span = default;
        return false;
    }

    /// <summary>Finds a day in an address: <c>/2024/06/21/</c>, <c>2024-06-21</c>, <c>20240621</c>, <c>240621-</c>.</summary>
    public static bool TryFindInAddress(string url, out PublicationTime time)
    {
        foreach (Match match in AddressDay().Matches(url))
        {
            int year = int.Parse(match.Groups["y"].ValueSpan, CultureInfo.InvariantCulture);
            if (match.Groups["y"].Length == 2)
                year += 2_000;
            int month = int.Parse(match.Groups["m"].ValueSpan, CultureInfo.InvariantCulture), day = int.Parse(match.Groups["d"].ValueSpan, CultureInfo.InvariantCulture);
            if (TryDate(year, month, day, out DateOnly date) && year is > 1990 and < 2060)
            {
                time = PublicationTime.OfDay(date);
                return true;
            }
        }

        time = default;
        return false;
    }

    private static bool TryCompose(Match iso, OutletClock? clock, out PublicationTime time)
    {
        time = default;
        if (!TryDate(Number(iso, "y"), Number(iso, "m"), Number(iso, "d"), out DateOnly day))
            return false;
        time = PublicationTime.OfDay(day);
        if (!iso.Groups["h"].Success)
            return true;
        int hour = Number(iso, "h"), minute = Number(iso, "min"), second = iso.Groups["s"].Success ? Number(iso, "s") : 0;
        if (hour > 23 || minute > 59 || second > 59)
            return true;
        TimeOnly at = new(hour, minute, second);
        if (!iso.Groups["zone"].Success)
            time = clock is null || at == TimeOnly.MinValue ? time : clock.At(day, at); // midnight stands for no time at all
        else if (OffsetOf(iso.Groups["zone"].Value) is TimeSpan offset && offset.Duration() <= TimeSpan.FromHours(14))
            time = PublicationTime.OfInstant(new DateTimeOffset(day.ToDateTime(at), offset));
        return true;
    }

    private static TimeSpan OffsetOf(string zone)
    {
        if (zone[0] is not ('+' or '-' or '−'))
            return TimeSpan.Zero;
        string digits = zone[1..].Replace(":", "", StringComparison.Ordinal).PadRight(4, '0');
        TimeSpan offset = new(int.Parse(digits.AsSpan(0, 2), CultureInfo.InvariantCulture), int.Parse(digits.AsSpan(2, 2), CultureInfo.InvariantCulture), 0);
        return zone[0] == '+' ? offset : -offset;
    }

    private bool TryDay(Match match, out DateOnly day)
    {
        day = default;
        int month;
        if (match.Groups["name"].Success)
        {
            if (!words.TryGetMonth(match.Groups["name"].ValueSpan.TrimEnd('.'), out month))
                return false;
        }
        else
        {
            month = Number(match, "month");
        }

        int year = Number(match, "year"), date = Number(match, "day");
        if (month > 12 && date <= 12) // 06/21/2024
            (month, date) = (date, month);
        return TryDate(year < 100 ? year + 2_000 : year, month, date, out day);
    }

    private bool TryClock(Match clock, out TimeOnly time)
    {
        int hour = Number(clock, "h"), minute = Number(clock, "min");
        string half = clock.Groups["half"].Value.Replace(".", "", StringComparison.Ordinal).ToLowerInvariant();
        if (half.Length > 0 && words.Phrases("afternoon").Contains(half) && hour < 12)
            hour += 12;
        else if (half.Length > 0 && words.Phrases("morning").Contains(half) && hour == 12)
            hour = 0;
        bool valid = hour < 24 && minute < 60;
        time = valid ? new TimeOnly(hour, minute) : default;
        return valid;
    }

    private bool TryOffset(Match clock, out TimeSpan offset)
    {
        offset = TimeSpan.Zero;
        if (clock.Groups["shift"].Success)
        {
            string[] parts = clock.Groups["shift"].Value[1..].Split(':');
            offset = new TimeSpan(int.Parse(parts[0], CultureInfo.InvariantCulture), parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0, 0);
            if (clock.Groups["shift"].Value[0] != '+')
                offset = -offset;
            return offset.Duration() <= TimeSpan.FromHours(14);
        }

        return clock.Groups["zone"].Success && words.TryGetZone(clock.Groups["zone"].ValueSpan, out offset);
    }

    private static bool TryDate(int year, int month, int day, out DateOnly date)
    {
        bool valid = year is >= FirstYear and <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month);
        date = valid ? new DateOnly(year, month, day) : default;
        return valid;
    }

    private static bool IsPlausible(PublicationTime time) => time.Day.Year is >= FirstYear and <= LastYear;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![\d])(?:(?<y>\d{4})[-/](?<m>\d{1,2})[-/](?<d>\d{1,2})(?!\d)|(?<y>\d{4})(?<m>\d{2})(?<d>\d{2})(?=T\d))(?:[T ]+(?<h>\d{2}):?(?<min>\d{2})(?::?(?<s>\d{2})(?:[.,]\d+)?)?\s?(?<zone>Z|UTC|GMT|[+\-−]\d{2}:?(?:\d{2})?)?)?", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Iso();

    [GeneratedRegex(@"(?<!\d)(?:(?<day>\d{1,2})(?:\.|st|nd|rd|th)?\s*(?:of\s+)?(?<name>\p{L}{3,9})\.?,?\s+(?<year>\d{4})|(?<name>\p{L}{3,9})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})|(?<day>\d{1,2})\.\s?(?<month>\d{1,2})\.\s?(?<year>\d{4}|\d{2})|(?<day>\d{1,2})/(?<month>\d{1,2})/(?<year>\d{4}))(?!\d)", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Visible();

    [GeneratedRegex(@"\G[\s,|•·–\-@]*(?:\p{L}{2,3}\s+)?(?<h>\d{1,2})[:.](?<min>\d{2})(?::\d{2})?(?!\d)\s*(?<half>[aApP]\.?[mM]\b\.?)?\s*(?:\(?(?:(?<zone>[A-Z]{2,5})?(?<shift>[+\-−]\d{1,2}(?::\d{2})?)?))?", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Clock();

    [GeneratedRegex(@"(?<![\d])(?:(?<y>(?:19|20)\d{2})([/\-_]?)(?<m>\d{2})\1(?<d>\d{2})|(?<y>\d{2})(?<m>\d{2})(?<d>\d{2})(?=[\-_]))(?![\d])", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex AddressDay();
}
