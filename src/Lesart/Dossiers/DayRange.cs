using System.Globalization;

namespace Lesart.Dossiers;

/// <summary>The days of a timeline's entry, written as people write them: a day, a month, a season, a year, or from one to the other.</summary>
internal sealed class DayRange(InterfaceTexts texts)
{
    /// <summary>The days that an account's words mean ("Tuesday": 12 May 2026).</summary>
    /// <returns>Null where the words name no day, say it themselves ("12 May 2026"), or are no temporal expression of the account.</returns>
    public Phrase? Of(AccountView account, DifferingReading reading) =>
        account.Account.Times.FirstOrDefault(time => time.Start == reading.Start && time.End == reading.End) is { From: DateOnly from, To: DateOnly } time
            && !SaysItself(account.Words(time.Span), from, time.To ?? from)
            ? Whole(new TimelineEntry { Value = time.Value, From = time.From, To = time.To, Gloss = "" })
            : null;

    // Day and year in digits, whatever the month is called; of a whole month or year the year alone.
    private static bool SaysItself(string words, DateOnly day, DateOnly last)
    {
        string[] numbers = new string([.. words.Select(static letter => char.IsAsciiDigit(letter) ? letter : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        bool isWhole = IsWholeMonths(day, last) && day.Year == last.Year && (day.Month == last.Month || (day.Month == 1 && last.Month == 12));
        return numbers.Contains(day.Year.ToString(CultureInfo.InvariantCulture))
            && (isWhole || numbers.Contains(day.Day.ToString(CultureInfo.InvariantCulture)) || numbers.Contains(day.ToString("dd", CultureInfo.InvariantCulture)));
    }

    /// <summary>On one line.</summary>
    public Phrase Whole(TimelineEntry entry)
    {
        if (entry.From is not DateOnly from || entry.To is not DateOnly to)
            return Open(entry);
        if (Named(entry.Value, from, to) is (Phrase top, Phrase bottom))
            return bottom[0].Length == 0 ? top : texts.Of("month.year", top, bottom);
        if (from == to)
            return texts.Day(from);
        if (IsWholeMonths(from, to))
            return Months(from, to);
        // "Early next year" and "at the end of May" have borders that nobody named.
        if (entry.Value.Length is 4 or 7 && entry.Value.All(static letter => char.IsAsciiDigit(letter) || letter == '-'))
            return texts.Of("time.about", entry.Value.Length == 4 ? Months(from, to) : Days(from, to));
        return Days(from, to);
    }

    private Phrase Months(DateOnly from, DateOnly to) => from.Year == to.Year
        ? texts.Of("month.year", from.Month == to.Month ? Month(from) : texts.Of("time.range", Month(from), Month(to)), Number(from.Year))
        : texts.Of("time.range", texts.Of("month.year", Month(from), Number(from.Year)), texts.Of("month.year", Month(to), Number(to.Year)));

    private Phrase Days(DateOnly from, DateOnly to) =>
        texts.Of("time.range", from.Year != to.Year ? texts.Day(from) : from.Month != to.Month ? texts.ShortDay(from) : texts.Of("day.number", Number(from.Day)), texts.Day(to));

    /// <summary>On two short lines, the year below; only for entries with both ends.</summary>
    public (Phrase Top, Phrase Bottom) Short(TimelineEntry entry, DateOnly from, DateOnly to)
    {
        if (Named(entry.Value, from, to) is (Phrase top, Phrase bottom))
            return (top, bottom);
        bool inMonths = entry.Value.Length == 4 || IsWholeMonths(from, to);
        Phrase start = inMonths ? ShortMonth(from) : texts.ShortDay(from);
        if (from == to)
            return (start, Number(from.Year));
        Phrase end = inMonths ? ShortMonth(to) : texts.ShortDay(to);
        return from.Year == to.Year
            ? (start + texts.Same("–") + end, Number(from.Year))
            : (start + texts.Same(" ") + Number(from.Year) + texts.Same("–"), end + texts.Same(" ") + Number(to.Year));
    }

    private Phrase Open(TimelineEntry entry)
    {
        if (entry.From is DateOnly from)
            return texts.Of("time.since", texts.Day(from));
        return entry.To is DateOnly to ? texts.Of("time.until", texts.Day(to)) : texts.Same(entry.Value);
    }

    // Years, months and what TIMEX3 names itself: seasons, quarters, halves ("2024-SU", "2024-Q3").
    private (Phrase Top, Phrase Bottom)? Named(string value, DateOnly from, DateOnly to)
    {
        if (value.Length is 7 && value[4] == '-' && value[..4].All(char.IsAsciiDigit) && char.IsAsciiLetterUpper(value[5]))
            return (texts.Find("part." + value[5..], value[5..]), texts.Same(from.Year == to.Year ? value[..4] : string.Create(CultureInfo.InvariantCulture, $"{from.Year}/{to.Year % 100:00}")));
        if (!IsWholeMonths(from, to))
            return null;
        if (from is { Month: 1 } && to is { Month: 12 })
        {
            return from.Year == to.Year
                ? (Number(from.Year), texts.Same(""))
                : (texts.Of("time.range", Number(from.Year), Number(to.Year)), texts.Same(""));
        }

        return from.Year == to.Year && from.Month == to.Month ? (Month(from), Number(from.Year)) : null;
    }

    private static bool IsWholeMonths(DateOnly from, DateOnly to) => from.Day == 1 && to < DateOnly.MaxValue && to.AddDays(1).Day == 1;

    private Phrase Month(DateOnly day) => texts["month." + day.Month.ToString(CultureInfo.InvariantCulture)];

    private Phrase ShortMonth(DateOnly day) => texts["month.short." + day.Month.ToString(CultureInfo.InvariantCulture)];

    private Phrase Number(int number) => texts.Same(number.ToString(CultureInfo.InvariantCulture));
}
