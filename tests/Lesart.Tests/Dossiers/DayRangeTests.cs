using System.Globalization;
using Lesart.Dossiers;

namespace Lesart.Tests.Dossiers;

public sealed class DayRangeTests
{
    [Theory]
    [InlineData("2026-06-10", "2026-06-10", "2026-06-10", "10. Juni 2026", "10. Juni|2026")]
    [InlineData("2026-06", "2026-06-01", "2026-06-30", "Juni 2026", "Juni|2026")]
    [InlineData("2024", "2024-01-01", "2024-12-31", "2024", "2024|")]
    [InlineData("197", "1970-01-01", "1979-12-31", "1970 bis 1979", "1970 bis 1979|")]
    [InlineData("2024-SU", "2024-06-01", "2024-08-31", "Sommer 2024", "Sommer|2024")]
    [InlineData("2024-WI", "2024-12-01", "2025-02-28", "Winter 2024/25", "Winter|2024/25")]
    [InlineData("2024-Q3", "2024-07-01", "2024-09-30", "3. Quartal 2024", "3. Quartal|2024")]
    [InlineData("x", "2026-04-01", "2026-09-30", "April bis September 2026", "April–Sept.|2026")]
    [InlineData("x", "2025-12-01", "2026-02-28", "Dezember 2025 bis Februar 2026", "Dez. 2025–|Feb. 2026")]
    [InlineData("2026-W24", "2026-06-08", "2026-06-14", "8. bis 14. Juni 2026", "8. Juni–14. Juni|2026")]
    [InlineData("2027", "2027-01-01", "2027-05-02", "etwa Januar bis Mai 2027", "Jan.–Mai|2027")] // "Anfang 2027" names no day
    [InlineData("2026-05", "2026-05-21", "2026-05-31", "etwa 21. bis 31. Mai 2026", "21. Mai–31. Mai|2026")] // "Ende Mai"
    [InlineData("x", "2026-05-30", "2026-06-02", "30. Mai bis 2. Juni 2026", "30. Mai–2. Juni|2026")]
    [InlineData("x", "2025-12-30", "2026-01-02", "30. Dezember 2025 bis 2. Januar 2026", "30. Dez. 2025–|2. Jan. 2026")]
    public void Days_are_written_as_people_write_them(string value, string from, string to, string whole, string shown)
    {
        DayRange days = new(InterfaceTexts.BuiltIn.StartingWith("de"));
        DateOnly first = DateOnly.ParseExact(from, "yyyy-MM-dd", CultureInfo.InvariantCulture), last = DateOnly.ParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        TimelineEntry entry = new() { Value = value, From = first, To = last, Gloss = "" };
        days.Whole(entry)[0].ShouldBe(whole);
        (Phrase top, Phrase bottom) = days.Short(entry, first, last);
        $"{top[0]}|{bottom[0]}".ShouldBe(shown);
    }

    [Theory]
    [InlineData("2026-06-10", null, "ab 10. Juni 2026")]
    [InlineData(null, "2026-06-10", "bis 10. Juni 2026")]
    [InlineData(null, null, "PAST_REF")] // the value itself where no day is known
    public void Open_ends_are_said(string? from, string? to, string whole)
    {
        static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        new DayRange(InterfaceTexts.BuiltIn.StartingWith("de")).Whole(new TimelineEntry { Value = "PAST_REF", From = Day(from), To = Day(to), Gloss = "" })[0].ShouldBe(whole);
    }
}
