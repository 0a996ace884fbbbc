using System.Collections.Immutable;
using Lesart.Tests.Dossiers;

namespace Lesart.Tests;

/// <summary>The people of a story are one over its accounts.</summary>
public sealed class StoryPeopleTests
{
    [Theory]
    [InlineData("Asamat Dschumagulow", "Azamat Zhumagulov")]
    [InlineData("Dilschod Dschurajew", "Dilshod Djurayev")]
    public void Transcriptions_of_one_name_get_one_id(string german, string english) =>
        Ids(Told("a", german), Told("b", english), Told("c", english)).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);

    [Fact]
    public void A_surname_by_itself_is_the_only_one_of_the_story_who_bears_it()
    {
        Ids(Told("a", "Holger Wendlandt"), Told("b", "Wendlandt")).ShouldBe(["holger-wendlandt", "holger-wendlandt"]);
        Ids(Told("a", "Holger Wendlandt"), Told("b", "Wendlandt"), Told("c", "Ines Wendlandt")).Distinct(StringComparer.Ordinal).Count().ShouldBe(3);
        Ids(Told("a", "Holger Wendlandt"), Told("b", "Wendland"))[1].ShouldNotBe("holger-wendlandt");
        Ids(Told("a", "Peter Maier"), Told("b", "Meier"))[1].ShouldNotBe("peter-maier"); // native names count letter by letter
    }

    [Fact]
    public void What_is_a_persons_name_elsewhere_is_one_here()
    {
        ImmutableArray<Account> unified = StoryPeople.Unify([Told("a", "Shukhrat Ergalov"), Told("b", "Schuchrat Ergalow", EntityType.Other)]);
        unified[1].Entities.ShouldHaveSingleItem().Type.ShouldBe(EntityType.Person);
        unified[1].Mentions.ShouldAllBe(mention => mention.Entity == unified[0].Entities[0].Id);
        Ids(Told("a", "Shukhrat Ergalov"), Told("b", "Gelber Drache", EntityType.Other))[1].ShouldBe(Ids(Told("b", "Gelber Drache", EntityType.Other))[0]);
    }

    [Fact]
    public void Whom_an_account_or_a_person_tells_apart_stays_apart()
    {
        Account both = new AccountSketch("a", "A", "2027-01-01", "de", "T", "Asamat Dschumagulow traf Azamat Zhumagulov.")
            .Names("one", EntityType.Person, "Asamat Dschumagulow", "Asamat Dschumagulow").Names("two", EntityType.Person, "Azamat Zhumagulov", "Azamat Zhumagulov").Draw("s");
        StoryPeople.Unify([both, Told("b", "Azamat Zhumagulov")])[0].Entities.Length.ShouldBe(2);
        Account decided = new AccountSketch("b", "B", "2027-01-01", "de", "T", "Wendlandt kam.").Names("der-andere", EntityType.Person, "Wendlandt", "Wendlandt").Draw("s");
        StoryPeople.Unify([Told("a", "Holger Wendlandt"), decided])[1].Entities[0].Id.ShouldBe("der-andere");
    }

    private static string[] Ids(params Account[] accounts) => [.. StoryPeople.Unify([.. accounts]).Select(static account => account.Entities[0].Id)];

    private static Account Told(string id, string name, EntityType type = EntityType.Person) =>
        new AccountSketch(id, id, "2027-01-01", "de", "T", name + " kam.").Names(Lesart.Analyzing.NameForm.Of(name, type == EntityType.Person).Id, type, name, name).Draw("s");
}
