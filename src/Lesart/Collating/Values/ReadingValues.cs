using System.Globalization;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>The days and figures that a clause gives, as readings show them and differences compare them.</summary>
internal static class ReadingValues
{
    /// <summary>The dimension of "%" in <c>ucum.tsv</c>.</summary>
    public const string ShareDimension = "share";

    /// <summary>The dimension of things counted.</summary>
    public const string CountDimension = "#";

    /// <summary>The dimension of lengths of time.</summary>
    public const string LengthDimension = "duration of time";

    /// <summary>The dimension of times of day.</summary>
    public const string ClockDimension = "time of day";

    /// <summary>The dimension of places.</summary>
    public const string PlaceDimension = "place";

    /// <summary>The dimension of ordinal numbers.</summary>
    public const string OrdinalDimension = "#.";

    /// <summary>The dimension of "m" in <c>ucum.tsv</c>.</summary>
    public const string MetreDimension = "length";

    /// <summary>The dimension of degrees in <c>ucum.tsv</c>.</summary>
    public const string DegreeDimension = "temperature";

    private const string DateDimension = "day";
    private const string Night = "TNI"; // TIMEX3
    private const int MaxDaysOfNight = 1;
    private const double RoundedLength = 0.05;
    private const double MostOfUnit = 0.499; // "a year" may be seven months, not six
    private const double LeastRoundedUnits = 3; // "four months" round four and a half, "a year" doesn't round one and a half
    private const double LeastBareMoney = 100_000;
    private const int MaxDays = 400;
    private const int DaysOfYear = 364;
    private const double ConvertedShare = 0.02; // a figure told in two units
    private const double MostTimesOfKindred = 1.15; // of two units by one name: short and long tons
    private const double MaxTimes = 30; // a figure thirty times as large is told of something else
    private const double MaxTimesCounted = 10;
    private const double MinTimesOfBound = 1.75;
    private const double MinTimesOfLimit = 1.1; // less is rounding
    private const int RoundMinutes = 5;
    private const int MinutesOfHour = 60;
    private const int MaxClockMinutes = 20; // "shortly before seven" is 6.50

    /// <summary>Days, months, years and clock times that the clause names.</summary>
    public static IEnumerable<Side> Dates(Unit unit) => unit.Times
        .Where(static time => time is { Type: TimeType.Date or TimeType.Time, From: not null, To: not null } && !IsVague(time.Value))
        .Select(time => new Side(unit, time.Span, time.Value, time.Value) { Time = time, Width = time.To!.Value.DayNumber - time.From!.Value.DayNumber }); // the filter asks for both

    /// <summary>Exact lengths of time ("14 months", "3,600 years ago").</summary>
    public static IEnumerable<Side> Lengths(Unit unit) => unit.Times
        .Where(static time => time.Type is TimeType.Duration && time.Value.Length > 2 && !time.Value.Contains('X', StringComparison.Ordinal))
        .Select(time => new Side(unit, time.Span, time.Value, time.Value) { Time = time, Size = TimeComparison.Days(time.Value) ?? 0, Width = DaysOfUnit(time.Value) });

    /// <summary>Figures with what they measure or count.</summary>
    public static IEnumerable<Side> Figures(Unit unit)
    {
        foreach (Quantity quantity in unit.Quantities)
        {
            if ((quantity is { Low: decimal low, High: decimal high } ? (low / 2) + (high / 2) : quantity.Value ?? quantity.Low ?? quantity.High) is not decimal middle || (quantity.Value is null && middle == 0))
                continue; // "below zero" is a kind of weather
            UnitTable.Base(quantity.Unit, out string dimension, out decimal factor);
            string figure = quantity.Value is null ? string.Create(CultureInfo.InvariantCulture, $"{quantity.Low:0.############}..{quantity.High:0.############}") : string.Create(CultureInfo.InvariantCulture, $"{middle:0.############}");
            string value = figure + " " + (dimension == "#" ? "#" : quantity.Unit);
            yield return new Side(unit, quantity.Span, value, "") { Quantity = quantity, Counted = unit.CountedKeys(quantity), Size = Math.Abs((double)middle * (double)factor), Width = quantity.Value is null ? 2 : quantity.Approximate ? 1 : 0 };
        }
    }

    /// <summary>What a value measures: days, the clock, things counted, a unit's dimension, a currency.</summary>
    public static string DimensionOf(Side side)
    {
        if (side.Slot is DifferenceSlot.Place)
            return PlaceDimension;
        if (side.Time is TimeExpression { Type: TimeType.Duration })
            return LengthDimension;
        if (side.Time is TimeExpression time)
            return TryClock(time.Value, out _) ? ClockDimension : DateDimension;
        if (side.IsOrdinal)
            return OrdinalDimension;
        UnitTable.Base(side.Quantity!.Unit, out string dimension, out _); // a side is a date or a figure
        return dimension;
    }

    /// <summary>Whether two values measure the same; a large figure without a noun may be money ("83 million").</summary>
    public static bool AreOfOneDimension(Side left, Side right)
    {
        (string one, string other) = (DimensionOf(left), DimensionOf(right));
        return one == other || (IsBare(left) && IsMoney(other)) || (IsBare(right) && IsMoney(one));

        static bool IsBare(Side side) => side.Quantity is { Unit: null } && side.Counted.Length == 0 && side.Size >= LeastBareMoney && DimensionOf(side) == CountDimension;
    }

    /// <summary>Whether a dimension is that of a currency.</summary>
    public static bool IsMoney(string dimension) => dimension.Length == 3 && char.IsAsciiLetterUpper(dimension[0]);

    /// <summary>Whether a figure is a measure of length, mass, speed and the like, not a count, a share or a sum of money.</summary>
    public static bool IsMeasure(Side side) => DimensionOf(side) is not (CountDimension or ShareDimension or PlaceDimension) and [>= 'a' and <= 'z', ..];

    /// <summary>The digits of a figure, without zeros before the first other one: "38000000" of 38 million.</summary>
    public static string DigitsOf(Side side) => string.Concat((side.Time is { Type: not TimeType.Duration } time ? time.Value[(time.Value.IndexOf('T', StringComparison.Ordinal) + 1)..] : side.Value).Split(' ')[0].Where(char.IsAsciiDigit)).TrimStart('0');

    /// <summary>Whether two values have the same digits in another order: 38 and 83. Ranges have no digits of their own.</summary>
    public static bool HaveSwappedDigits(Side left, Side right)
    {
        if (left.Quantity is { Value: null } || right.Quantity is { Value: null })
            return false;
        (string one, string two) = (DigitsOf(left), DigitsOf(right));
        return one.Length > 1 && one.Length == two.Length && one != two && one.Order().SequenceEqual(two.Order());
    }

    /// <summary>Digits before the decimal mark, less one.</summary>
    public static int OrderOf(Side side) => side.Size >= 1 ? (int)Math.Log10(side.Size) : 0;

    /// <summary>Whether two figures count or measure the same by the nouns beside them.</summary>
    public static bool CountSame(Side left, Side right) => left.Counted.Intersect(right.Counted).Any() || Says(right.Unit, left.Counted) || Says(left.Unit, right.Counted);

    /// <summary>Whether two figures of one dimension exclude one another if they are of one thing.</summary>
    public static Agreement CompareSizes(Side left, Side right)
    {
        (Quantity one, Quantity two) = (left.Quantity!, right.Quantity!); // asked of figures
        bool isCount = DimensionOf(left) == CountDimension || DimensionOf(right) == CountDimension;
        if (left.Size > 0 && right.Size > 0 && Math.Max(left.Size, right.Size) / Math.Min(left.Size, right.Size) > (isCount ? MaxTimesCounted : MaxTimes))
            return Agreement.Incomparable;
        if (!isCount && one.Unit != two.Unit && Math.Abs(left.Size - right.Size) <= ConvertedShare * Math.Max(left.Size, right.Size))
            return Agreement.Compatible; // a bound of 120 miles an hour is one of 193 kilometres
        if (!isCount && one.Unit != two.Unit && one.Value is not null && one.Value == two.Value && Math.Max(left.Size, right.Size) <= MostTimesOfKindred * Math.Min(left.Size, right.Size))
            return Agreement.Compatible; // 5,000 tonnes become 5,000 tons
        if (isCount && (Passes(one, two) || Passes(two, one)))
            return Agreement.Different;
        if (AreBoundsApart(one, two))
            return Agreement.Different;
        return isCount ? QuantityComparison.Compare(one with { Unit = null }, two with { Unit = null }) : QuantityComparison.Compare(one, two);
    }

    /// <summary>Whether a figure lies so far above a bound ("more than 60", 112) that nobody who knew it would have told the bound.</summary>
    private static bool Passes(Quantity bound, Quantity figure) => bound is { Value: null, High: null, Low: decimal low } && (double?)figure.Value >= MinTimesOfBound * (double)low;

    /// <summary>Whether two figures are told as bounds of one kind: limits ("up to 30 million", "up to 35 million"), or what is at least so ("more than 40", "more than 100") and lies far apart.</summary>
    private static bool AreBoundsApart(Quantity one, Quantity two)
    {
        UnitTable.Base(one.Unit, out string dimension, out decimal factor);
        UnitTable.Base(two.Unit, out string other, out decimal otherFactor);
        return dimension == other && (AreApart(BoundOf(one, isUpper: false), BoundOf(two, isUpper: false), MinTimesOfBound) || AreApart(BoundOf(one, isUpper: true), BoundOf(two, isUpper: true), MinTimesOfLimit));

        bool AreApart(decimal? left, decimal? right, double times) => left is > 0 and decimal first && right is > 0 and decimal second && first * factor is decimal here && second * otherFactor is decimal there
            && (double)Math.Max(here, there) >= times * (double)Math.Min(here, there);
        static decimal? BoundOf(Quantity quantity, bool isUpper) => quantity is { Value: null, Low: null } && isUpper ? quantity.High : quantity is { Value: null, High: null } && !isUpper ? quantity.Low : null;
    }

    /// <summary>Whether two lengths of time exclude one another: 14 months are "just over a year".</summary>
    public static Agreement CompareLengths(Side left, Side right)
    {
        bool isRounded = left.Width == right.Width && IsBroken(left) != IsBroken(right) && Math.Min(left.Size, right.Size) >= LeastRoundedUnits * left.Width;
        double slack = isRounded ? left.Width * (0.5 + RoundedLength) : left.Width == right.Width ? RoundedLength * Math.Min(left.Size, right.Size) : Math.Max(left.Width, right.Width) * MostOfUnit;
        return Math.Abs(left.Size - right.Size) <= slack ? Agreement.Compatible : Agreement.Different;
    }

    private static bool IsBroken(Side length) => length.Width > 0 && Math.Abs((length.Size / length.Width) - Math.Round(length.Size / length.Width)) > RoundedLength;

    /// <summary>Days of the unit in which a length of time is told, the smallest where it has several: "P1Y6M" is told in months.</summary>
    private static double DaysOfUnit(string value) => TimeComparison.Days((value.Contains('T', StringComparison.Ordinal) ? "PT1" : "P1") + value[^1]) ?? 0;

    /// <summary>Whether two dates of one event exclude one another.</summary>
    public static Agreement Compare(Side left, Side right, string leftWords, string rightWords)
    {
        (TimeExpression one, TimeExpression two) = (left.Time!, right.Time!); // sides of dates carry their time
        if (left.Width > MaxDays || right.Width > MaxDays)
            return Agreement.Incomparable;
        if (Math.Abs(left.Width - right.Width) >= DaysOfYear && one.From!.Value.Year != two.From!.Value.Year)
            return Agreement.Incomparable; // the day of the news beside a year of its history
        if (!NamesFigure(leftWords) && !NamesFigure(rightWords) && IsSameWeekday(one, two))
            return Agreement.Compatible; // last week's or this week's: a reader can't tell either
        if (leftWords.Equals(rightWords, StringComparison.OrdinalIgnoreCase) || (IsSameDayOfYear(one.Value, two.Value) && !NamesYear(leftWords) && !NamesYear(rightWords)))
            return Agreement.Compatible; // equal words that were resolved apart prove a misreading, no difference
        bool areClocks = TryClock(one.Value, out int first) & TryClock(two.Value, out int second);
        if (areClocks && !(left.NamesDay && right.NamesDay) && (first == second || (Math.Abs(first - second) < MaxClockMinutes && !(IsToTheMinute(first) && IsToTheMinute(second)))))
            return Agreement.Compatible; // of which day, the text around told: the clock is the same, or nearly so
        if (one.From == two.From && areClocks)
        {
            if (left.Unit.Language != right.Unit.Language && first != second && first % MinutesOfHour == second % MinutesOfHour)
                return Agreement.Incomparable; // the same minute, whole hours apart, for readers in other places: clocks of two zones
            return first == second || (Math.Abs(first - second) < MaxClockMinutes && !(IsToTheMinute(first) && IsToTheMinute(second))) ? Agreement.Compatible : Agreement.Different;
        }

        if (one.From == two.From && (one.Value.Contains('T', StringComparison.Ordinal) || two.Value.Contains('T', StringComparison.Ordinal)))
            return Agreement.Compatible; // parts of a day hold their hours
        if (!IsPartOfDay(one.Value) && !IsPartOfDay(two.Value))
            return TimeComparison.Compare(one, two);
        if (!left.NamesDay || !right.NamesDay || left.Width > MaxDaysOfNight || right.Width > MaxDaysOfNight)
            return Agreement.Incomparable; // of which day, the text around mostly leaves open
        (DateOnly begin, DateOnly end) = DaysOf(one, two);
        (DateOnly otherBegin, DateOnly otherEnd) = DaysOf(two, one);
        return begin <= otherEnd && otherBegin <= end ? Agreement.Compatible : Agreement.Different;
    }

    /// <summary>First and last day that a day or a part of it touches: a night belongs to the day before and the day after, beside whose noon and evening it is over.</summary>
    private static (DateOnly Begin, DateOnly End) DaysOf(TimeExpression time, TimeExpression other) => (time.From!.Value, IsNight(time.Value) && !IsLateInDay(other.Value) ? time.From.Value.AddDays(1) : time.To!.Value); // dates carry their days

    private static bool IsLateInDay(string value) => value.EndsWith("TMI", StringComparison.Ordinal) || value.EndsWith("TAF", StringComparison.Ordinal) || value.EndsWith("TEV", StringComparison.Ordinal); // TIMEX3

    /// <summary>Whether two figures of one thing exclude one another.</summary>
    /// <param name="left">A figure.</param>
    /// <param name="right">A figure of another clause.</param>
    /// <param name="isSure">Whether the clauses are sure enough to state the same for a figure without a noun to count what the other one counts.</param>
    /// <returns><see cref="Agreement.Incomparable"/> where they measure or count different things.</returns>
    public static Agreement Compare(Side left, Side right, bool isSure)
    {
        (Quantity one, Quantity two) = (left.Quantity!, right.Quantity!); // sides of figures carry their quantity
        UnitTable.Base(one.Unit, out string first, out _);
        UnitTable.Base(two.Unit, out string second, out _);
        if (first != second)
            return Agreement.Incomparable;
        bool isMet = CountSame(left, right);
        bool isOpen = isSure && (left.Counted.Length == 0 || right.Counted.Length == 0);
        if (first == ShareDimension && !isSure)
            return Agreement.Incomparable; // shares of what, the words around them mostly leave open
        if (!isMet && !isOpen && (first == "#" || (left.Counted.Length > 0 && right.Counted.Length > 0)))
            return Agreement.Incomparable;
        return CompareSizes(left, right); // what is counted is met by now: the nouns themselves may be of two languages
    }

    private static bool Says(Unit unit, int[] keys) => keys.Length > 0 && unit.Terms.Any(term => term.Kind is UnitTermKind.Content && (term.Keys.Intersect(keys).Any() || term.Parts.Intersect(keys).Any()));

    /// <summary>Weeks and seasons are told loosely: they part from nothing.</summary>
    private static bool IsVague(string value) => value.Length > 5 && value[4] == '-' && char.IsAsciiLetter(value[5]) && value[5] != 'Q';

    /// <summary>Whether a value is a night, which has two days ("2026-08-19TNI").</summary>
    public static bool IsNight(string value) => value.EndsWith(Night, StringComparison.Ordinal);

    private static bool IsPartOfDay(string value) => value.IndexOf('T', StringComparison.Ordinal) is > 0 and int at && at + 1 < value.Length && char.IsAsciiLetter(value[at + 1]);

    private static bool IsToTheMinute(int clock) => clock % RoundMinutes != 0;

    private static bool IsSameDayOfYear(string left, string right) => left.Length == 10 && right.Length == 10 && left[4..] == right[4..];

    private static bool IsSameWeekday(TimeExpression one, TimeExpression two) =>
        one is { From: DateOnly first, To: DateOnly firstEnd } && two is { From: DateOnly second, To: DateOnly secondEnd } && first == firstEnd && second == secondEnd && first.DayOfWeek == second.DayOfWeek;

    /// <summary>Whether words give a day or year in digits.</summary>
    public static bool NamesFigure(string words) => words.Any(char.IsAsciiDigit);

    /// <summary>Whether words give a year in digits.</summary>
    public static bool NamesYear(string words)
    {
        for (int i = 0, digits = 0; i < words.Length; i++)
        {
            digits = char.IsAsciiDigit(words[i]) ? digits + 1 : 0;
            if (digits == 4)
                return true;
        }

        return false;
    }

    /// <summary>The minute of the day that a value of TIMEX3 names; false for a day or a part of one.</summary>
    public static bool TryClock(string value, out int minutes)
    {
        minutes = 0;
        int at = value.IndexOf('T', StringComparison.Ordinal);
        if (at < 0 || value.Length < at + 3 || !int.TryParse(value.AsSpan(at + 1, 2), CultureInfo.InvariantCulture, out int hours))
            return false;
        _ = value.Length >= at + 6 && int.TryParse(value.AsSpan(at + 4, 2), CultureInfo.InvariantCulture, out minutes);
        minutes += 60 * hours;
        return true;
    }
}
