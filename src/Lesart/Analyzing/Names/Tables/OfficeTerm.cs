using System.Globalization;
using Lesart.Languages;

namespace Lesart.Analyzing;

/// <summary>A term of office.</summary>
/// <param name="Office">Key ("president").</param>
/// <param name="Scope">ISO code of the state or id of the body.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day; the last day of all where it goes on.</param>
internal readonly record struct OfficeTerm(string Office, string Scope, DateOnly From, DateOnly To)
{
    /// <summary>Whether the term covers the day; a missing day is after all others.</summary>
    public bool Covers(DateOnly? day) => day is DateOnly known ? From <= known && known <= To : To == DateOnly.MaxValue;

    /// <summary>Reads a term: <c>president:AE 2022-05-14..</c>.</summary>
    /// <param name="value">A value of a cell.</param>
    /// <param name="table">Stands at its row, for messages.</param>
    /// <exception cref="DataException">It can't be read.</exception>
    public static OfficeTerm Read(ReadOnlySpan<char> value, ColumnTable table)
    {
        int colon = value.IndexOf(':'), blank = value.IndexOf(' '), dots = value.IndexOf("..", StringComparison.Ordinal);
        if (colon < 0 || blank < colon || dots < blank)
            throw table.Error($"'{value}' is no office with scope and dates");
        return new OfficeTerm(value[..colon].ToString(), value[(colon + 1)..blank].ToString(), Day(value[(blank + 1)..dots], isLast: false, table), Day(value[(dots + 2)..], isLast: true, table));
    }

    /// <summary>A day, or the first or last day of a month or year.</summary>
    private static DateOnly Day(ReadOnlySpan<char> cell, bool isLast, ColumnTable table)
    {
        if (cell.Length == 0)
            return isLast ? DateOnly.MaxValue : DateOnly.MinValue;
        ReadOnlySpan<char> rest = cell;
        if (!TryNext(ref rest, DateOnly.MaxValue.Year, out int year))
            throw table.Error($"'{cell}' is no date");
        int month = isLast ? 12 : 1;
        if (rest.Length > 0 && !TryNext(ref rest, 12, out month))
            throw table.Error($"'{cell}' is no date");
        int last = DateTime.DaysInMonth(year, month), day = isLast ? last : 1;
        if (rest.Length > 0 && !TryNext(ref rest, last, out day))
            throw table.Error($"'{cell}' is no date");
        return new DateOnly(year, month, day);
    }

    /// <summary>Takes the next number of a date, from 1.</summary>
    private static bool TryNext(ref ReadOnlySpan<char> rest, int most, out int number)
    {
        int dash = rest.IndexOf('-');
        ReadOnlySpan<char> part = dash < 0 ? rest : rest[..dash];
        rest = dash < 0 ? [] : rest[(dash + 1)..];
        return int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number >= 1 && number <= most;
    }
}
