using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Tests.Collating;

public sealed class InnerDifferenceTests
{
    private static readonly LanguagePacks Packs = BuiltIn.Packs;

    [Theory]
    [InlineData("de", "Zwölf Tote bei Brand in Seniorenheim", "In einem Seniorenheim in Kallholm sind bei einem Brand 14 Menschen ums Leben gekommen.", "Zwölf (Titel) gegen 14 (Text), Rheinblatt")]
    [InlineData("de", "12 Verletzte bei Brand in Seniorenheim", "Ein Brand in einem Seniorenheim in Kallholm hat 14 Verletzte gefordert.", "12 (Titel) gegen 14 (Text), Rheinblatt")]
    [InlineData("en", "12 dead in care home fire", "Fourteen people were killed when a fire broke out in a care home in Kallholm.", "12 (Titel) gegen Fourteen (Text), Rheinblatt")]
    [InlineData("de", "14 Tote bei Brand in Seniorenheim", "In einem Seniorenheim in Kallholm sind bei einem Brand 14 Menschen ums Leben gekommen.", null)]
    [InlineData("de", "Mehr als zwölf Tote bei Brand", "In einem Seniorenheim in Kallholm sind bei einem Brand 14 Menschen ums Leben gekommen.", null)] // a bound
    [InlineData("de", "Zwölf Tote bei Brand", "In einem Seniorenheim in Kallholm sind bei einem Brand elf Menschen ums Leben gekommen. Im Spital starb ein Helfer.", null)] // fewer may be a part
    [InlineData("de", "Zwölf Tote bei Brand", "In einem Seniorenheim in Kallholm sind bei einem Brand 14 Menschen verletzt worden.", null)] // something else
    [InlineData("de", "Zwölf Tote bei Brand", "Ein Brand in Kallholm hat Tote gefordert. Im Juni 2019 waren dort 14 Menschen ums Leben gekommen.", null)] // another time
    [InlineData("de", "Zwölf Tote bei Brand", "Ein Brand in Kallholm hat 14 Tote gefordert, zwölf von ihnen waren Bewohner.", null)] // the text has the title's figure too
    public void A_title_parts_from_its_text(string language, string title, string text, string? note) => Inner(Read(title, text, language)).Select(static difference => difference.Note).SingleOrDefault().ShouldBe(note);

    [Fact]
    public void A_place_in_a_title_counts_in_the_title()
    {
        const string Title = "Nach dem Brand: Zwölf Tote in Seniorenheim";
        Difference difference = Inner(Read(Title, "In einem Seniorenheim in Kallholm sind bei einem Brand 14 Menschen ums Leben gekommen.", "de")).ShouldHaveSingleItem();
        difference.Readings.Select(static reading => (reading.InTitle, reading.Value)).ShouldBe([(true, "12 #"), (false, "14 #")]);
        Title[difference.Readings[0].Start..difference.Readings[0].End].ShouldBe("Zwölf");
    }

    [Theory]
    [InlineData("de", "Die Polizei sprach von 45.000 Teilnehmern, der Gewerkschaftsbund von 120.000.", "45.000 (Die Polizei) gegen 120.000 (Gewerkschaftsbund), Rheinblatt")]
    [InlineData("de", "Die Reederei sprach von zwölf Menschen auf der Fähre, darunter drei Kinder. Die Polizei sprach dagegen von elf Passagieren.", "zwölf (Die Reederei) gegen elf (Die Polizei), Rheinblatt")] // people by any word; what is a part is passed over
    [InlineData("en", "Organisers said that 1,200 people had joined the march, while police put the number at 450.", "1,200 (Organisers) gegen 450 (police), Rheinblatt")]
    [InlineData("de", "Der Gewerkschaftsbund spricht von einer Beteiligung von 80 Prozent. Nach Zählung des Unternehmens waren es 60 Prozent.", "80 Prozent (Der Gewerkschaftsbund) gegen 60 Prozent (Unternehmens), Rheinblatt")]
    [InlineData("de", "Der Gewerkschaftsbund spricht von einer Beteiligung von 80 Prozent. Im Unternehmen sind 60 Prozent in der Nachtschicht.", null)] // nobody's count
    [InlineData("de", "Die Polizei sprach von 450 Teilnehmern. Später zählte die Polizei 1200 Teilnehmer.", null)] // one source, two times
    [InlineData("de", "Die Polizei sprach von 450 Teilnehmern, das Rote Kreuz versorgte 120 von ihnen.", null)] // a part
    [InlineData("de", "Die Polizei sprach von 450 Teilnehmern, der Gewerkschaftsbund von rund 450.", null)]
    public void Two_sources_part_in_one_account(string language, string text, string? note) => Inner(Read("Marsch in Kallholm", text, language)).Select(static difference => difference.Note).SingleOrDefault().ShouldBe(note);

    [Fact]
    public void What_parts_inside_one_account_contradicts_no_other()
    {
        const string Text = "Bei einem Brand in einem Seniorenheim in Kallholm sind 14 Menschen ums Leben gekommen.";
        Collation collation = Collate(Read("Zwölf Tote bei Brand", Text, "de"), Read("Brand in Kallholm", Text, "de") with { Id = "b", Outlet = "Moorpost" });
        collation.Differences.ShouldHaveSingleItem().IsInner.ShouldBeTrue();
        collation.Points.ShouldAllBe(static point => point.Relation != Relation.Contradict);
    }

    private static IEnumerable<Difference> Inner(Account account) => Collate(account).Differences.Where(static difference => difference.IsInner);

    private static Account Read(string title, string text, string language) =>
        BuiltIn.Engine.Analyze(new Article { Id = "a", Source = "a", Outlet = "Rheinblatt", Language = language, Title = title, Published = PublicationTime.OfDay(new DateOnly(2026, 3, 4)), Text = text }).Value.ShouldNotBeNull();

    private static Collation Collate(params Account[] accounts) => new Collator(Packs, "de").Collate(new Story("s", [.. accounts]), []);
}
