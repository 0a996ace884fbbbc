using System.Collections.Immutable;

namespace Lesart.Tests.Analyzing;

/// <summary>What counts as the same figure or date, read from the words themselves.</summary>
public sealed class ComparisonTests
{
    private static readonly Engine Engine = Engine.Create();

    [Theory]
    [InlineData("rund 30 Tote", "29 Tote", Agreement.Compatible)]
    [InlineData("mehr als 10.000 Container", "10.400 Container", Agreement.Compatible)]
    [InlineData("Millionen Menschen", "2,4 Mio. Menschen", Agreement.Compatible)]
    [InlineData("23 Tote", "24 Tote", Agreement.Different)]
    [InlineData("30 Tote", "29 Tote", Agreement.Different)] // nobody said "about"
    [InlineData("10.000 Besucher", "10.400 Besucher", Agreement.Compatible)] // a round count
    [InlineData("10.000 Besucher", "14.000 Besucher", Agreement.Different)]
    [InlineData("mindestens 12 Verletzte", "9 Verletzte", Agreement.Different)]
    [InlineData("bis zu 50 Boote", "44 Boote", Agreement.Compatible)]
    [InlineData("fast 200 Euro", "197 Euro", Agreement.Compatible)]
    [InlineData("15 Milliarden Dollar", "15 Milliarden Euro", Agreement.Incomparable)]
    [InlineData("12,4 Prozent", "12 Prozent", Agreement.Compatible)]
    [InlineData("12,4 Prozent", "13 Prozent", Agreement.Different)]
    [InlineData("3 Prozent", "3 Prozentpunkte", Agreement.Incomparable)]
    [InlineData("17 Kilometer", "17.000 Meter", Agreement.Compatible)]
    [InlineData("152 Millimeter", "15 Zentimeter", Agreement.Compatible)]
    [InlineData("17 Kilometer", "17 Tonnen", Agreement.Incomparable)]
    [InlineData("zwischen 20 und 25 Schiffe", "23 Schiffe", Agreement.Compatible)]
    [InlineData("zwischen 20 und 25 Schiffe", "27 Schiffe", Agreement.Different)]
    [InlineData("Dutzende Festnahmen", "300 Festnahmen", Agreement.Different)]
    public void Figures_agree_as_a_reader_would_say(string first, string second, Agreement agreement)
    {
        Quantity one = Read(first).Quantities.ShouldHaveSingleItem(), other = Read(second).Quantities.ShouldHaveSingleItem();
        QuantityComparison.Compare(one, other).ShouldBe(agreement);
        QuantityComparison.Compare(other, one).ShouldBe(agreement);
        QuantityComparison.Compatible(one, other).ShouldBe(agreement == Agreement.Compatible);
    }

    [Theory]
    [InlineData("im März 2024", "am 12. März 2024", Agreement.Compatible)]
    [InlineData("im April 2024", "am 12. März 2024", Agreement.Different)]
    [InlineData("2024", "am 12. März 2024", Agreement.Compatible)]
    [InlineData("am 11. März 2024", "am 12. März 2024", Agreement.Different)]
    [InlineData("am Mittwoch", "am 19. Juni 2024", Agreement.Compatible)] // published on the 20th
    [InlineData("in den vergangenen Wochen", "am 3. Juni 2024", Agreement.Compatible)]
    [InlineData("am 3. Juni 2024 um 14 Uhr", "am 3. Juni 2024 um 16 Uhr", Agreement.Different)]
    [InlineData("zwölf Monate", "ein Jahr", Agreement.Compatible)]
    [InlineData("drei Jahre", "vier Jahre", Agreement.Different)]
    [InlineData("jeden Montag", "am 3. Juni 2024", Agreement.Incomparable)]
    public void Dates_agree_as_a_reader_would_say(string first, string second, Agreement agreement)
    {
        ImmutableArray<TimeExpression> one = Read(first).Times, other = Read(second).Times;
        TimeComparison.Compare(one[^1], other[^1]).ShouldBe(agreement);
        TimeComparison.Compare(other[^1], one[^1]).ShouldBe(agreement);
    }

    private static Account Read(string text) =>
        Engine.Analyze(new Article { Id = "comparison", Text = text, Language = "de", Published = PublicationTime.OfDay(new DateOnly(2024, 6, 20)) }).Value!;
}
