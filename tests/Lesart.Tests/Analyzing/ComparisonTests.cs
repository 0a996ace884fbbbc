using System.Collections.Immutable;

namespace Lesart.Tests.Analyzing;

/// <summary>What counts as the same figure or date, read from the words themselves.</summary>
public sealed class ComparisonTests
{
    private static readonly Engine Engine = BuiltIn.Engine;

    [Theory]
    [InlineData("rund 30 Tote", "29 Tote", Agreement.Compatible)]
    [InlineData("rund 650.000 Gäste", "700.000 Gäste", Agreement.Different)] // "about" rounds to fifty thousand
    [InlineData("rund 650.000 Gäste", "630.000 Gäste", Agreement.Compatible)]
    [InlineData("rund 24 Tote", "23 Tote", Agreement.Compatible)] // "two dozen"
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
    [InlineData("24 Tote", "rund 30 Tote", Agreement.Different)] // about 30 begins at 27
    [InlineData("mehr als 10.000 Container", "9.400 Container", Agreement.Different)]
    [InlineData("fast 10.000 Container", "mehr als 9.500 Container", Agreement.Compatible)]
    [InlineData("Tausende Menschen", "10.400 Menschen", Agreement.Different)] // two to ten thousand
    [InlineData("Tausende Menschen", "4.200 Menschen", Agreement.Compatible)]
    [InlineData("Hunderte Millionen Euro", "400 Mio. Euro", Agreement.Compatible)]
    [InlineData("zwei Drittel der Wähler", "67 Prozent der Wähler", Agreement.Compatible)]
    [InlineData("zwei Drittel der Wähler", "60 Prozent der Wähler", Agreement.Different)]
    [InlineData("jeder fünfte Betrieb", "20 Prozent der Betriebe", Agreement.Compatible)]
    [InlineData("die Hälfte der Stimmen", "50,3 Prozent der Stimmen", Agreement.Compatible)]
    [InlineData("mehr als die Hälfte der Stimmen", "48 Prozent der Stimmen", Agreement.Different)]
    [InlineData("25 Basispunkte", "0,25 Prozentpunkte", Agreement.Compatible)]
    [InlineData("1,2 Mrd. Euro", "1,2 Milliarden Euro", Agreement.Compatible)]
    [InlineData("1,2 Mrd. Euro", "1,3 Mrd. Euro", Agreement.Different)]
    [InlineData("ein Dutzend Boote", "12 Boote", Agreement.Compatible)]
    [InlineData("sechs bis acht Boote", "acht bis zehn Boote", Agreement.Compatible)]
    [InlineData("sechs bis acht Boote", "neun bis zehn Boote", Agreement.Different)]
    [InlineData("100 Meilen", "161 Kilometer", Agreement.Compatible)]
    [InlineData("100 Meilen", "180 Kilometer", Agreement.Different)]
    [InlineData("20 Knoten", "37 km/h", Agreement.Compatible)]
    [InlineData("20 Grad", "68 Grad Fahrenheit", Agreement.Compatible)]
    [InlineData("eine Million Barrel", "159.000 Kubikmeter", Agreement.Compatible)]
    [InlineData("24 Jahre alt", "25 Jahre alt", Agreement.Different)]
    [InlineData("weniger als 90 Gäste", "mehr als 100 Gäste", Agreement.Different)]
    [InlineData("höchstens 100 Gäste", "100 Gäste", Agreement.Compatible)]
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
    [InlineData("im März 2024", "im April 2024", Agreement.Different)]
    [InlineData("Ende März 2024", "am 30. März 2024", Agreement.Compatible)]
    [InlineData("Ende März 2024", "am 3. März 2024", Agreement.Different)]
    [InlineData("im ersten Quartal 2024", "im Februar 2024", Agreement.Compatible)]
    [InlineData("im ersten Quartal 2024", "im April 2024", Agreement.Different)]
    [InlineData("im Geschäftsjahr 2023", "im Februar 2024", Agreement.Compatible)] // nobody knows when it ends
    [InlineData("in der Nacht zum Mittwoch", "am Mittwoch", Agreement.Compatible)]
    [InlineData("in den siebziger Jahren", "1974", Agreement.Compatible)]
    [InlineData("in den siebziger Jahren", "1981", Agreement.Different)]
    [InlineData("vor drei Jahren", "2021", Agreement.Compatible)]
    [InlineData("am 3. Juni 2024 um 20 Uhr MESZ", "am 3. Juni 2024 um 18 Uhr GMT", Agreement.Compatible)]
    [InlineData("am 4. Juni 2024 um 1 Uhr MESZ", "am 3. Juni 2024 um 23 Uhr GMT", Agreement.Compatible)] // two days, one instant
    [InlineData("am 3. Juni 2024 um 20 Uhr MESZ", "am 3. Juni 2024 um 20 Uhr GMT", Agreement.Different)]
    [InlineData("am 3. Juni 2024 um 20 Uhr MESZ", "am 3. Juni 2024 um 18 Uhr", Agreement.Incomparable)] // of which zone?
    [InlineData("am 3. Juni 2024 um 20 Uhr MESZ", "am 3. Juni 2024 um 20 Uhr", Agreement.Compatible)]
    [InlineData("am 3. Juni 2024 um 20 Uhr MESZ", "am 5. Juni 2024 um 20 Uhr", Agreement.Different)]
    [InlineData("am 3. Juni 2024 um 14 Uhr", "am 3. Juni 2024", Agreement.Compatible)]
    [InlineData("90 Minuten", "anderthalb Stunden", Agreement.Compatible)]
    [InlineData("zwei Wochen", "14 Tage", Agreement.Compatible)]
    [InlineData("seit Monaten", "seit Wochen", Agreement.Incomparable)]
    public void Dates_agree_as_a_reader_would_say(string first, string second, Agreement agreement)
    {
        ImmutableArray<TimeExpression> one = Read(first).Times, other = Read(second).Times;
        TimeComparison.Compare(one[^1], other[^1]).ShouldBe(agreement);
        TimeComparison.Compare(other[^1], one[^1]).ShouldBe(agreement);
    }

    private static Account Read(string text) =>
        Engine.Analyze(new Article { Id = "comparison", Text = text, Language = "de", Published = PublicationTime.OfDay(new DateOnly(2024, 6, 20)) }).Value!;
}
