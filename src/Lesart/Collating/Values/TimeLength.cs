using System.Globalization;

namespace Lesart.Collating;

/// <summary>Reads clock times and lengths of time out of TIMEX3 values.</summary>
internal static class TimeLength
{
    private const decimal DaysInMonth = 30.4375m;
    private const decimal DaysInYear = 365.25m;
    private const int MaxDigits = 9;
    private const int ClockLetters = 6; // "T06:50"

    /// <summary>Hour and minute of a value that names them ("2024-06-20T06:50"); null for any other.</summary>
    public static (int Hour, int Minute)? ClockOf(string value)
    {
        int at = value.IndexOf('T', StringComparison.Ordinal);
        return at >= 0 && at + ClockLetters <= value.Length && value[at + 3] == ':' && TryDigits(value.AsSpan(at + 1, 2), out int hour) && TryDigits(value.AsSpan(at + 4, 2), out int minute) ? (hour, minute) : null;
    }

    /// <summary>The days of a length of time ("P24M", "P1Y6M", "PT2H"), months and years by their mean; null for what gives no number.</summary>
    public static decimal? DaysOf(string value)
    {
        if (!value.StartsWith('P'))
            return null;
        decimal days = 0;
        bool isClock = false;
        for (int at = 1, end; at < value.Length; at = end + 1)
        {
            end = at;
            if (value[at] == 'T')
            {
                isClock = true;
                continue;
            }

            while (end < value.Length && (char.IsAsciiDigit(value[end]) || value[end] == '.'))
                end++;
            if (end == value.Length || end - at > MaxDigits || !decimal.TryParse(value.AsSpan(at, end - at), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) || DaysIn(value[end], isClock) is not decimal of)
                return null;
            days += number * of;
        }

        return days > 0 ? days : null;
    }

    private static decimal? DaysIn(char unit, bool isClock) => (isClock, unit) switch
    {
        (false, 'Y') => DaysInYear,
        (false, 'M') => DaysInMonth,
        (false, 'W') => 7,
        (false, 'D') => 1,
        (true, 'H') => 1m / 24,
        (true, 'M') => 1m / (24 * 60),
        (true, 'S') => 1m / (24 * 60 * 60),
        _ => null,
    };

    private static bool TryDigits(ReadOnlySpan<char> digits, out int number) => int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
