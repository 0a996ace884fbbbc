using Lesart.Grouping;

namespace Lesart.Tests.Grouping;

public sealed class DeskReaderTests
{
    [Theory]
    [InlineData("Hellingen (nwd) - Die Brücke bleibt gesperrt.", "nwd")]
    [InlineData("POL-HL: Fahrrad gestohlen\nHellingen (ots) Am Montag wurde ein Fahrrad gestohlen.", "ots pol-hl")]
    [InlineData("HELLINGEN, May 4 (Nordwire) — The bridge stays closed.", "nordwire")]
    [InlineData("HELLINGEN, May 4, 2031 /Firmenwire/ -- Nordkabel grows.", "firmenwire")]
    [InlineData("Hellingen, May 4, NWD - The bridge stays closed.", "nwd")]
    [InlineData("Hellingen, 4. Mai, NWDAG\n\nDie Brücke bleibt gesperrt.", "nwdag")]
    [InlineData("Der Film läuft um 20.15 Uhr, NWDAG\n\nDie Brücke bleibt gesperrt.", "")]
    [InlineData("HELLINGEN, N.Y. (WNWD) — The bridge stays closed.", "wnwd")]
    [InlineData("EQS-Adhoc: Nordkabel AG senkt die Prognose", "eqs")]
    [InlineData("EU-Adhoc: Gipfel vertagt", "")]
    [InlineData("Die Partei (CDU) will das nicht, sagte Frank Mehl (Grüne).", "")]
    [InlineData("Ministerin Ines Kahl (CDU) - seit März im Amt - sagte ab.", "")]
    [InlineData("EU-Gipfel: Keine Einigung über den Haushalt", "")]
    [InlineData("US-Wahl: Zählung dauert an", "")]
    [InlineData("BERLIN - Der Bundestag hat beschlossen.", "")]
    [InlineData("MOSCOW — The talks ended late.", "")]
    [InlineData("Der Zug - ein ICE - stand still.", "")]
    [InlineData("Im Jahr (2019) - so die Behörde - war es anders.", "")]
    public void The_sign_of_a_head_or_dateline_names_the_desk(string text, string signs) =>
        string.Join(' ', DeskReader.Desks(new Account { Id = "a", Text = text }).Order(StringComparer.Ordinal)).ShouldBe(signs);

    [Fact]
    public void A_place_in_brackets_is_no_desk()
    {
        Account account = new() { Id = "a", Text = "Frankfurt (Oder) - Die Brücke ist gesperrt.", Entities = [new Entity { Id = "frankfurt-oder", Type = EntityType.GeoPolitical, Name = "Frankfurt (Oder)" }] };
        DeskReader.Desks(account).ShouldBeEmpty();
    }

    [Fact]
    public void Outlet_and_credited_agencies_are_desks() =>
        DeskReader.Desks(new Account { Id = "a", Text = "", Outlet = "Hellinger Bote", Agencies = ["nwd"] }).ShouldBe(["nwd", "hellinger bote"]);

    [Fact]
    public void An_outlet_is_no_desk_where_the_day_is_known() =>
        DeskReader.Desks(new Account { Id = "a", Text = "", Outlet = "Hellinger Bote", Agencies = ["nwd"], Published = PublicationTime.OfDay(new DateOnly(2031, 5, 4)) }).ShouldBe(["nwd"]);
}
