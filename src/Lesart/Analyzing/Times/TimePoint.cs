using System.Globalization;

namespace Lesart.Analyzing;

/// <summary>How fine a point in time is told, from fine to coarse.</summary>
internal enum TimeGrain : byte
{
    Minute, Hour, Part, Day, Weekend, Week, Month, Season, Quarter, Half, Year, Decade, Century,
}

/// <summary>A stretch of the calendar: a day, a week, a year, a part of a day.</summary>
/// <param name="Grain">How fine it is.</param>
/// <param name="First">Its first day.</param>
internal sealed record TimePoint(TimeGrain Grain, DateOnly First)
{
    /// <summary>TIMEX3's letters for a part of a day or a season (<c>MO</c>, <c>SU</c>).</summary>
    public string Part { get; init; } = "";

    public int Hour { get; init; }

    public int Minute { get; init; }

    /// <summary>Offset from UTC of a clock time (<c>Z</c>, <c>+02:00</c>); empty where the text names no zone.</summary>
    public string Zone { get; init; } = "";

    /// <summary>First and last day of a feast that lasts longer than the day it is named after; null for any other point.</summary>
    public (DateOnly First, DateOnly Last)? Feast { get; init; }

    /// <summary>Whether nothing tells the day of a clock time or part of a day.</summary>
    public bool IsAnyDay { get; init; }

    /// <summary>Whether it means every year (or nothing tells which).</summary>
    public bool IsAnyYear { get; init; }

    /// <summary>Value where nothing tells which one it is (<c>XXXX-WXX-3</c>); null for a point that is known.</summary>
    public string? Open { get; init; }

    /// <summary>A stretch of which only the grain is known.</summary>
    public static TimePoint Unknown(TimeGrain grain, string? value = null) => new(grain, new DateOnly(2000, 1, 1))
    {
        IsAnyYear = true,
        Open = value ?? grain switch
        {
            TimeGrain.Weekend => "XXXX-WXX-WE",
            TimeGrain.Week => "XXXX-WXX",
            TimeGrain.Month => "XXXX-XX",
            TimeGrain.Quarter => "XXXX-QX",
            TimeGrain.Half => "XXXX-HX",
            TimeGrain.Year => "XXXX",
            TimeGrain.Decade => "XXX",
            TimeGrain.Century => "XX",
            _ => "XXXX-XX-XX",
        },
    };

    /// <summary>Its last day.</summary>
    public DateOnly Last => Grain switch
    {
        TimeGrain.Weekend => AddDays(First, 1),
        TimeGrain.Week => AddDays(First, 6),
        TimeGrain.Month => AddDays(AddMonths(First, 1), -1),
        TimeGrain.Season or TimeGrain.Quarter => AddDays(AddMonths(First, 3), -1),
        TimeGrain.Half => AddDays(AddMonths(First, 6), -1),
        TimeGrain.Year => AddDays(AddMonths(First, 12), -1),
        TimeGrain.Decade => AddDays(AddMonths(First, 120), -1),
        TimeGrain.Century => AddDays(AddMonths(First, 1200), -1),
        _ => First,
    };

    /// <summary>The year that names it: a winter that ends in March bears the name of the year it began in.</summary>
    public int Year => First.Year;

    /// <summary>TIMEX3 value.</summary>
    public string Value => Open is not null ? OpenValue : Grain switch
    {
        TimeGrain.Minute => string.Create(CultureInfo.InvariantCulture, $"{Day}T{Hour:00}:{Minute:00}{Zone}"),
        TimeGrain.Hour => string.Create(CultureInfo.InvariantCulture, $"{Day}T{Hour:00}"),
        TimeGrain.Part => $"{(IsAnyDay ? "XXXX-XX-XX" : Day)}T{Part}",
        TimeGrain.Day => Day,
        TimeGrain.Weekend => Week + "-WE",
        TimeGrain.Week => Week,
        TimeGrain.Month => string.Create(CultureInfo.InvariantCulture, $"{YearText}-{First.Month:00}"),
        TimeGrain.Season => $"{YearText}-{Part}",
        TimeGrain.Quarter => string.Create(CultureInfo.InvariantCulture, $"{YearText}-Q{((First.Month - 1) / 3) + 1}"),
        TimeGrain.Half => string.Create(CultureInfo.InvariantCulture, $"{YearText}-H{((First.Month - 1) / 6) + 1}"),
        TimeGrain.Decade => string.Create(CultureInfo.InvariantCulture, $"{First.Year / 10:000}"),
        TimeGrain.Century => string.Create(CultureInfo.InvariantCulture, $"{First.Year / 100:00}"),
        _ => YearText,
    };

    private string OpenValue => Grain switch
    {
        TimeGrain.Minute => string.Create(CultureInfo.InvariantCulture, $"{Open}T{Hour:00}:{Minute:00}{Zone}"),
        TimeGrain.Part => $"{Open}T{Part}",
        _ => Open ?? "",
    };

    private string YearText => IsAnyYear ? "XXXX" : First.Year.ToString("0000", CultureInfo.InvariantCulture);

    private string Day => IsAnyDay ? "" : string.Create(CultureInfo.InvariantCulture, $"{YearText}-{First.Month:00}-{First.Day:00}");

    private string Week => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(First.ToDateTime(TimeOnly.MinValue)):0000}-W{ISOWeek.GetWeekOfYear(First.ToDateTime(TimeOnly.MinValue)):00}");

    /// <summary>The stretch of this grain that holds a day.</summary>
    public static TimePoint Of(TimeGrain grain, DateOnly day) => grain switch
    {
        TimeGrain.Weekend => new(grain, AddDays(MondayOf(day), 5)),
        TimeGrain.Week => new(grain, MondayOf(day)),
        TimeGrain.Month => new(grain, new DateOnly(day.Year, day.Month, 1)),
        TimeGrain.Quarter => new(grain, new DateOnly(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1)),
        TimeGrain.Half => new(grain, new DateOnly(day.Year, day.Month <= 6 ? 1 : 7, 1)),
        TimeGrain.Year => new(grain, new DateOnly(day.Year, 1, 1)),
        TimeGrain.Decade => new(grain, new DateOnly(Math.Max(1, day.Year / 10 * 10), 1, 1)),
        TimeGrain.Century => new(grain, new DateOnly(Math.Max(1, day.Year / 100 * 100), 1, 1)),
        TimeGrain.Season => SeasonOf(day),
        _ => new(TimeGrain.Day, day),
    };

    /// <summary>Days, weeks, months, years, or more, from here; null where the calendar ends.</summary>
    public TimePoint? Shift(decimal count, TimeGrain by)
    {
        if (Math.Abs(count) > 12_000 && by >= TimeGrain.Month)
            return null;
        decimal months = by switch
        {
            TimeGrain.Month => count,
            TimeGrain.Quarter or TimeGrain.Season => count * 3,
            TimeGrain.Half => count * 6,
            TimeGrain.Year => count * 12,
            TimeGrain.Decade => count * 120,
            TimeGrain.Century => count * 1200,
            _ => 0,
        };
        DateOnly first;
        if (by >= TimeGrain.Month)
        {
            decimal index = (First.Year * 12) + First.Month - 1 + Math.Truncate(months);
            if (index < 12 || index >= 9998 * 12)
                return null;
            first = AddMonths(First, (int)Math.Truncate(months));
        }
        else
        {
            decimal days = count * (by is TimeGrain.Week or TimeGrain.Weekend ? 7 : 1);
            if (Math.Abs(days) > 3_000_000 || First.DayNumber + days < 0 || First.DayNumber + days > DateOnly.MaxValue.DayNumber - 800)
                return null;
            first = AddDays(First, (int)days);
        }

        return this with { First = first };
    }

    public static DateOnly MondayOf(DateOnly day) => AddDays(day, -(((int)day.DayOfWeek + 6) % 7));

    private static TimePoint SeasonOf(DateOnly day)
    {
        int year = day.Month < 3 ? day.Year - 1 : day.Year;
        string[] names = ["WI", "SP", "SU", "FA"];
        return Season(Math.Max(1, year), names[day.Month / 3 % 4]);
    }

    /// <summary>Meteorological seasons: spring from March, winter from December on.</summary>
    public static TimePoint Season(int year, string name) =>
        new(TimeGrain.Season, new DateOnly(year, name switch { "SP" => 3, "SU" => 6, "FA" => 9, _ => 12 }, 1)) { Part = name };

    public static DateOnly AddDays(DateOnly day, int days)
    {
        int number = day.DayNumber + days;
        return DateOnly.FromDayNumber(Math.Clamp(number, 0, DateOnly.MaxValue.DayNumber));
    }

    private static DateOnly AddMonths(DateOnly day, int months)
    {
        long index = ((long)day.Year * 12) + day.Month - 1 + months;
        return index < 12 ? DateOnly.MinValue : index >= 9999 * 12 ? DateOnly.MaxValue : day.AddMonths(months);
    }
}

/// <summary>A length of time as TIMEX3 writes it (<c>P3Y4M</c>, <c>PT2H</c>, <c>PXD</c>).</summary>
/// <param name="Parts">Count (null: unknown) and unit of each part; units of clock time begin with <c>T</c>.</param>
internal sealed record TimeLength(params (decimal? Count, string Unit)[] Parts)
{
    public string Value
    {
        get
        {
            string value = "P";
            bool inClock = false;
            foreach ((decimal? count, string unit) in Parts.SelectMany(Whole))
            {
                if (unit[0] == 'T' && !inClock)
                    (value, inClock) = (value + "T", true);
                value += (count is decimal number ? (number / 1.000000000000m).ToString("0.####", CultureInfo.InvariantCulture) : "X") + unit.TrimStart('T');
            }

            return value;
        }
    }

    // "two and a half years" are written as two years and six months
    private static IEnumerable<(decimal?, string)> Whole((decimal? Count, string Unit) part)
    {
        if (part.Count is decimal count && count > 1 && count % 1 == 0.5m && part.Unit is "Y" or "TH")
            return [(Math.Truncate(part.Count!.Value), part.Unit), part.Unit == "Y" ? (6, "M") : (30, "TM")];
        return [part];
    }
}
