using System.Globalization;

namespace Lesart;

/// <summary>Compares temporal expressions as a reader would: "March 2024" and the 12th of that month agree, March and April differ.</summary>
public static class TimeComparison
{
    private const double MostHoursBetweenZones = 14;
    private const double LengthShare = 0.10; // months and years differ in days; twelve months are a year

    /// <summary>Whether both can be true of the same event. Symmetric.</summary>
    public static bool Compatible(TimeExpression first, TimeExpression second) => Compare(first, second) == Agreement.Compatible;

    /// <summary>Compares two expressions for the same event; that it is the same event is for the caller to know. Symmetric.</summary>
    /// <returns><see cref="Agreement.Incomparable"/> where a length meets a date without a range, or the text leaves the day open.</returns>
    public static Agreement Compare(TimeExpression first, TimeExpression second)
    {
        if (first.Type == second.Type && string.Equals(first.Value, second.Value, StringComparison.Ordinal) && !first.Value.Contains('X', StringComparison.Ordinal))
            return Agreement.Compatible;
        if (first.Type == TimeType.Set || second.Type == TimeType.Set)
            return Agreement.Incomparable;
        if (first.From is DateOnly a && first.To is DateOnly b && second.From is DateOnly c && second.To is DateOnly d)
        {
            if (TryInstant(first.Value, out DateTimeOffset one, out bool isZoned) && TryInstant(second.Value, out DateTimeOffset other, out bool isOtherZoned))
                return CompareInstants(one, other, isZoned, isOtherZoned);
            return a > d || c > b ? Agreement.Different : Agreement.Compatible;
        }

        if (first.Type == TimeType.Duration && second.Type == TimeType.Duration && Days(first.Value) is double x && Days(second.Value) is double y)
            return Math.Abs(x - y) <= LengthShare * Math.Min(x, y) ? Agreement.Compatible : Agreement.Different;
        return Agreement.Incomparable;
    }

    // Clock times of two zones are compared as instants, so that "23:00 GMT" and "1 a.m." of the next day in Berlin agree; where only one of them names its zone,
    // times that lie no further apart than zones do leave it open.
    private static Agreement CompareInstants(DateTimeOffset one, DateTimeOffset other, bool isZoned, bool isOtherZoned)
    {
        if (isZoned == isOtherZoned)
            return one == other ? Agreement.Compatible : Agreement.Different;
        double hoursApart = Math.Abs((one.DateTime - other.DateTime).TotalHours);
        return hoursApart == 0 ? Agreement.Compatible : hoursApart > MostHoursBetweenZones ? Agreement.Different : Agreement.Incomparable;
    }

    // day and time of the clock ("2024-06-20T14:30", "T24:00", "...+02:00"); false for a bare day or a part of one
    private static bool TryInstant(string value, out DateTimeOffset instant, out bool isZoned)
    {
        (instant, isZoned) = (default, false);
        if (value.Length < 16 || value[10] != 'T' || !DateOnly.TryParseExact(value.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            || !int.TryParse(value.AsSpan(11, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int hour) || !int.TryParse(value.AsSpan(14, 2), NumberStyles.None, CultureInfo.InvariantCulture, out int minute))
            return false;
        ReadOnlySpan<char> zone = value.AsSpan(16);
        isZoned = zone.Length > 0;
        TimeSpan offset = TimeSpan.Zero;
        if (zone.Length == 6 && TimeSpan.TryParseExact(zone[1..], "hh\\:mm", CultureInfo.InvariantCulture, out TimeSpan told))
            offset = zone[0] == '-' ? -told : told;
        if (day.Year is < 2 or > 9997)
            return false;
        instant = new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue).AddHours(hour).AddMinutes(minute), offset);
        return true;
    }

    /// <summary>Days in a length as TIMEX3 writes it; null where it names none.</summary>
    internal static double? Days(string value)
    {
        if (value.Length < 3 || value[0] != 'P' || value.Contains('X', StringComparison.Ordinal))
            return null;
        double days = 0;
        bool inClock = false;
        for (int at = 1; at < value.Length;)
        {
            if (value[at] == 'T')
            {
                inClock = true;
                at++;
                continue;
            }

            int start = at;
            while (at < value.Length && (char.IsAsciiDigit(value[at]) || value[at] == '.'))
                at++;
            int unitStart = at;
            while (at < value.Length && char.IsAsciiLetterUpper(value[at]) && !(value[at] == 'T' && at > unitStart))
                at++;
            if (unitStart == start || at == unitStart || !double.TryParse(value.AsSpan(start, unitStart - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double count))
                return null;
            double? unit = (inClock, value[unitStart..at]) switch
            {
                (false, "Y") => 365.25,
                (false, "Q") => 91.3,
                (false, "M") => 30.44,
                (false, "W") => 7,
                (false, "WE") => 2,
                (false, "D") => 1,
                (false, "DE") => 3652.5,
                (false, "CE") => 36525,
                (true, "H") => 1.0 / 24,
                (true, "M") => 1.0 / 1440,
                (true, "S") => 1.0 / 86400,
                _ => null,
            };
            if (unit is not double length)
                return null;
            days += count * length;
        }

        return days;
    }
}
