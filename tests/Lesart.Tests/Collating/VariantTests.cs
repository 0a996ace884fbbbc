using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Tests.Collating;

public sealed class VariantTests
{
    private static readonly LanguagePacks Packs = BuiltIn.Packs;

    [Theory]
    [InlineData("Jörn Hallweg", "Jürgen Hallweg", true)]
    [InlineData("Ida Ravnsborg", "Ida Ravnsberg", true)]
    [InlineData("Ole van Grooten", "Ole van Groeten", true)]
    [InlineData("Petra Lindqvist", "Ole Lindqvist", false)] // two of one family
    [InlineData("Ida Ravnsborg", "Ida Mertens", false)]
    [InlineData("Ida Ravnsborg", "Jörn Hallweg", false)]
    [InlineData("Ida R.", "Ida Ravnsborg", false)]
    [InlineData("Ravnsborg", "Ida Ravnsborg", false)]
    [InlineData("Zoran Kovačić", "Zoran Kovacic", false)]
    [InlineData("Dr. Ida Ravnsborg", "Ina Ravnsborg", true)] // a title is no name
    [InlineData("Michael Ravnsborg", "Mike Ravnsborg", false)] // short for it
    [InlineData("Ida Ravnsborg", "Ida Ravnssborg", false)] // a slip: a letter doubled,
    [InlineData("Catherine Ravnsborg", "Katherine Ravnsborg", false)] // two that sound alike,
    [InlineData("Ida Ravnsborg", "Ida Ravsnborg", false)] // two that changed places,
    [InlineData("Ida Mertens", "Ida Mertense", false)] // or a mute end
    [InlineData("Salma Wolnasch", "Salma Volnash", false)] // what two ways of transcription make of one name
    [InlineData("Jurij Tolmatschajew", "Juri Tolmatschaiew", false)] // in one language, too
    [InlineData("Dimitar Scheljasow", "Dimitar Zheliazov", false)]
    [InlineData("Plamen Wutschew", "Plamen Wuchev", false)]
    [InlineData("Nadschib Ravnsborg", "Najib Ravnsborg", false)]
    [InlineData("Ida Ravnsborg", "Ida [Ravnsborg", false)] // a bracket is no letter
    [InlineData("Ravnsborg", "Ravnsberg", false)] // no given name says that it is one person
    public void Names_that_differ_in_one_word_and_there_by_some_letters_may_be_one_person(string left, string right, bool areVariants) =>
        NameForms.AreVariants(left, right).ShouldBe(areVariants);

    [Theory]
    [InlineData("Hollmar Jinlong Logistics", "Hollmar Jilong", true)]
    [InlineData("Hollmar Distributors", "Hollmar Distribution", true)]
    [InlineData("Hollmar Advisors", "Hollmar Advisers", false)] // two forms of one word
    [InlineData("Hollmar Bank", "Hollmar Bahn", false)] // short words are soon alike
    [InlineData("Hollmar Distributors", "Hollmar Foundation", false)]
    [InlineData("Distributors", "Distribution", false)] // no other word says that it is one body
    public void Names_of_bodies_that_differ_in_one_word_by_some_letters_may_be_one_body(string left, string right, bool areVariants) =>
        NameForms.AreVariantsOfBody(left, right, static word => word != "Jinlong" && word != "Jilong").ShouldBe(areVariants);

    [Fact]
    public void Two_given_names_that_sound_alike_to_the_tables_part_in_one_language() =>
        Collate(Read("a", "Am Steg klaffen Risse, sagte Direktorin Birte Nollenmann am Morgen."), Read("b", "Am Steg klaffen Risse, sagte Direktorin Britta Nollenmann am Morgen."))
            .Differences.ShouldContain(static difference => difference.Slot == DifferenceSlot.Name);

    [Theory]
    [InlineData("Pieter Nollenmann", "Peter Nollenmann", true)]
    [InlineData("Zuzana Nollenmann", "Susanna Nollenmann", true)]
    [InlineData("Michael Nollenmann", "Mike Nollenmann", false)] // short for it
    [InlineData("Jurij Nollenmann", "Juri Nollenmann", false)] // one name of other letters
    public void Two_given_names_that_people_bear_are_no_slip_of_the_pen(string first, string second, bool differ) =>
        Collate(Read("a", $"Am Steg klaffen Risse, sagte Baumeister {first} am Morgen."), Read("b", $"Am Steg klaffen Risse, sagte Baumeister {second} am Morgen."))
            .Differences.Any(static difference => difference.Slot == DifferenceSlot.Name).ShouldBe(differ);

    [Theory]
    [InlineData(EntityType.Person)]
    [InlineData(EntityType.Organization)] // what one account alone takes for a body
    public void Whom_any_account_takes_for_a_person_is_one(EntityType type)
    {
        Account third = Read("c", "Am Steg klaffen Risse, sagte Baumeister Pieter Nollenmann am Morgen.");
        Collate(Read("a", "Am Steg klaffen Risse, sagte Baumeister Pieter Nollenmann am Morgen."), Read("b", "Im Holz sind Spalten. Peter Nollenmann hat sie gefunden."), third with { Entities = [.. third.Entities.Select(entity => entity with { Type = type })] })
            .Differences.ShouldContain(static difference => difference.Slot == DifferenceSlot.Name);
    }

    [Theory]
    [InlineData("Ravina Star", true)]
    [InlineData("Ravna Star", false)]
    [InlineData("Holmar Star", false)]
    public void A_ship_has_two_names_that_differ_by_some_letters(string name, bool differ) =>
        Collate(ReadShip("a", "Ravna Star"), ReadShip("b", name)).Differences.Any(static difference => difference.Slot == DifferenceSlot.Name).ShouldBe(differ);

    [Fact]
    public void A_person_under_two_names_is_one_difference_though_the_clauses_share_nothing()
    {
        Collation collation = Collate(
            Read("a", "Das Seebad bleibt zu. Bademeister Ruprecht Nollendahl hat am Steg Risse entdeckt. „Da geht mir keiner mehr rauf“, sagt Ruprecht Nollendahl."),
            Read("b", "Keine Freude für Schwimmer: Im Holz des Stegs klaffen Spalten. Gefunden hat sie Ruprecht Nollenthal, der dort seit Jahren Aufsicht führt."));
        Difference difference = collation.Differences.Where(static difference => difference.Slot == DifferenceSlot.Name).ShouldHaveSingleItem();
        difference.Note.ShouldBe("Ruprecht Nollendahl (a) gegen Ruprecht Nollenthal (b)");
        difference.Readings.Length.ShouldBe(2);
    }

    [Fact]
    public void An_account_that_has_both_names_speaks_of_two_people()
    {
        Collate(
            Read("a", "Das Seebad bleibt zu. Bademeister Ruprecht Nollendahl hat am Steg Risse entdeckt."),
            Read("b", "Gefunden hat die Spalten Ruprecht Nollenthal, der dort Aufsicht führt. Sein Vorgänger Ruprecht Nollendahl ist seit Mai im Ruhestand."))
            .Differences.ShouldNotContain(static difference => difference.Slot == DifferenceSlot.Name);
    }

    [Fact]
    public void An_account_that_has_the_other_given_name_too_speaks_of_two() =>
        Collate(Read("a", "Gefunden haben die Spalten Ulf und Olaf Nollendahl, die Werftchefs."), Read("b", "Gefunden haben die Spalten Olaf und Ulf Nollendahl, die Werftchefs."))
            .Differences.ShouldNotContain(static difference => difference.Slot == DifferenceSlot.Name);

    [Fact]
    public void Three_names_of_one_person_are_one_difference() =>
        Collate(Read("a", "Gefunden hat die Spalten Ruprecht Nollendahl."), Read("b", "Gefunden hat die Spalten Ruprecht Nollenthal."), Read("c", "Gefunden hat die Spalten Ruprecht Nollendohl."))
            .Differences.Where(static difference => difference.Slot == DifferenceSlot.Name).ShouldHaveSingleItem().Readings.Length.ShouldBe(3);

    [Theory]
    [InlineData("Werftchef Ulf Nollendahl", "Werftchef Olaf Nollendahl", true)]
    [InlineData("Werftchef Ulf Nollendahl", "Schwimmerin Ilse Nollendahl", false)] // two of one family
    public void One_surname_and_one_role_are_one_person(string first, string second, bool differ) =>
        Collate(Read("a", $"Das Seebad bleibt zu. {first} hat am Steg Risse entdeckt."), Read("b", $"Keine Freude an der See: Im Holz klaffen Spalten. {second} war gestern da."))
            .Differences.Any(static difference => difference.Slot == DifferenceSlot.Name).ShouldBe(differ);

    [Theory]
    [InlineData("Ulf Nollendahl", "Olaf Nollendahl", true)]
    [InlineData("Leonid Wassin", "Leonid Wassiljew", true)]
    [InlineData("Leonid Wassin", "Leonid Petrow", false)]
    [InlineData("Nollendahl", "Olaf Nollendahl", false)]
    [InlineData("Ida Raite", "Ida Rait", false)]
    public void Names_that_are_less_alike_may_be_one_person_where_more_speaks_for_it(string left, string right, bool mayBe) => NameForms.MayBeOnePerson(left, right).ShouldBe(mayBe);

    /// <summary>An account of a ship, whose name is that of a thing.</summary>
    private static Account ReadShip(string id, string name)
    {
        const string Before = "Der Zoll hat am Morgen im Hafen von Kallholm die „";
        Account account = Read(id, Before + name + "“ nach verbotenem Dünger durchsucht.");
        return account with { Entities = [new Entity { Id = "ship-" + name, Type = EntityType.Other, Name = name }], Mentions = [new Mention(Before.Length, Before.Length + name.Length, "ship-" + name, MentionKind.Name)] };
    }

    private static Account Read(string id, string text) =>
        BuiltIn.Engine.Analyze(new Article { Id = id, Source = id, Outlet = id, Language = "de", Text = text }).Value.ShouldNotBeNull();

    private static Collation Collate(params Account[] accounts) => new Collator(Packs, "de").Collate(new Story("s", [.. accounts]), []);
}
