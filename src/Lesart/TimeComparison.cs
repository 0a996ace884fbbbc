using System.Globalization;

namespace Lesart;

/// <summary>Compares temporal expressions as a reader would: "March 2024" and the 12th of that month agree, March and April differ.</summary>
public static class TimeComparison
{
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
            if (a > d || c > b)
                return Agreement.Different;
            return Clock(first.Value) is string one && Clock(second.Value) is string other && !string.Equals(one, other, StringComparison.Ordinal) && a == c
                ? Agreement.Different
                : Agreement.Compatible;
        }

        if (first.Type == TimeType.Duration && second.Type == TimeType.Duration && Days(first.Value) is double x && Days(second.Value) is double y)
            return Math.Abs(x - y) <= LengthShare * Math.Min(x, y) ? Agreement.Compatible : Agreement.Different;
        return Agreement.Incomparable;
    }

    // the time of the clock ("14:30"); null for a bare day or a part of one
    private static string? Clock(string value)
    {
        int at = value.IndexOf('T', StringComparison.Ordinal);
        return at > 0 && at + 1 < value.Length && char.IsAsciiDigit(value[at + 1]) ? value[(at + 1)..] : null;
    }

    /// <summary>Days in a length as TIMEX3 writes it; null where it names none.</summary>
    private static double? Days(string value)
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
