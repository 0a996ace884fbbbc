using Lesart.Languages;

namespace Lesart.Tests.Languages;

/// <summary>A sorted list is searched where it lies.</summary>
public sealed class SortedLinesTests
{
    private static readonly DataFolder Names = DataFolder.BuiltIn("names/");
    private static readonly string[] Settlements = [.. Names.Rows("settlements.txt").Select(static row => row[0])];

    [Fact]
    public void Each_line_is_found()
    {
        SortedLines lines = SortedLines.Open(Names, "settlements.txt");
        Settlements.Length.ShouldBeGreaterThan(50_000);
        Settlements.Where(word => !lines.Contains(word)).ShouldBeEmpty();
    }

    [Fact]
    public void What_is_no_line_is_not_found()
    {
        SortedLines lines = SortedLines.Open(Names, "settlements.txt");
        HashSet<string> known = new(Settlements, StringComparer.Ordinal);
        string[] others = ["", "#", "A", "Zzz", "Źródło", "Ödland", "\n", "Aachen\nAalen", .. Settlements.Take(3_000).Select(static word => word + "x"), .. Settlements.Take(3_000).Select(static word => word[..^1])];
        others.Where(word => lines.Contains(word) && !known.Contains(word)).ShouldBeEmpty();
    }

    [Fact]
    public void Settlements_stand_in_byte_order() =>
        Settlements.Zip(Settlements.Skip(1)).Where(static pair => System.Text.Encoding.UTF8.GetBytes(pair.First).AsSpan().SequenceCompareTo(System.Text.Encoding.UTF8.GetBytes(pair.Second)) >= 0).ShouldBeEmpty();
}
