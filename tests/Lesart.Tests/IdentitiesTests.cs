using Lesart.Languages;
using Lesart.Tests.Dossiers;

namespace Lesart.Tests;

/// <summary>Who is who is proposed by the analysis and decided by a person.</summary>
public sealed class IdentitiesTests
{
    private static readonly Account Interview = new AccountSketch("bote", "Bote", "2027-01-01", "de", "Ein Titel", "Wendlandt widersprach. Holger Wendlandt sagte, Kim habe gefehlt.")
        .Names("holger-wendlandt", EntityType.Person, "Holger Wendlandt", "Holger Wendlandt")
        .Names("vendlandt", EntityType.Person, "Wendlandt", "Wendlandt")
        .Names("kim", EntityType.Person, "Kim", "Kim")
        .Says("s1", StatementKind.Reported, Stance.Denied, "vendlandt", "Wendlandt", "widersprach", "Wendlandt widersprach")
        .Says("s2", StatementKind.Indirect, Stance.Asserted, "holger-wendlandt", "Holger Wendlandt", "sagte", "Kim habe gefehlt", "kim", "vendlandt", "holger-wendlandt")
        .Draw("story");

    [Theory]
    [InlineData("vendlandt\tholger-wendlandt")]
    [InlineData("# a comment\n\nWendlandt\tholger-wendlandt\t")]
    [InlineData("vendlandt\tholger-wendlandt\thttps://bote.example/artikel?nr=1&teil=2")]
    [InlineData("vendlandt\tholger-wendlandt\tbote")]
    public void Two_entities_become_one_everywhere(string table)
    {
        Account account = Decide(table, Interview);
        account.Entities.Select(static entity => entity.Id).ShouldBe(["holger-wendlandt", "kim"]);
        account.Entities[0].Name.ShouldBe("Holger Wendlandt");
        account.Entities[0].Names.ShouldBe(["Holger Wendlandt", "Wendlandt"]);
        account.Mentions.Select(static mention => mention.Entity).ShouldBe(["holger-wendlandt", "holger-wendlandt", "kim"]);
        account.Statements.Select(static statement => statement.Speaker).ShouldBe(["holger-wendlandt", "holger-wendlandt"]);
        account.Statements[1].About.ShouldBe(["kim", "holger-wendlandt"]);
    }

    [Fact]
    public void One_name_becomes_somebody_else_in_one_article_only()
    {
        const string Table = "kim\tkim-sekretaer\tbote.txt";
        Decide(Table, Interview).Mentions[^1].Entity.ShouldBe("kim-sekretaer");
        Decide(Table, Interview with { Source = "anders.txt" }).Mentions[^1].Entity.ShouldBe("kim");
    }

    [Fact]
    public void The_first_decision_that_fits_holds() =>
        Decide("kim\tkim-a\tbote\nkim\tkim-b", Interview).Mentions[^1].Entity.ShouldBe("kim-a");

    [Theory]
    [InlineData("kim", "identities.tsv:2: a row has")]
    [InlineData("kim\tKim Jong", "identities.tsv:2: 'Kim Jong' is no id")]
    public void A_row_that_says_nothing_is_named(string row, string message) =>
        Should.Throw<DataException>(() => Decide("# rows\n" + row, Interview)).Message.ShouldContain(message);

    private static Account Decide(string table, Account account)
    {
        string folder = Directory.CreateTempSubdirectory("lesart-identities-").FullName;
        try
        {
            File.WriteAllText(Path.Combine(folder, "identities.tsv"), table);
            return Identities.Read(DataFolder.At(folder), "identities.tsv").Apply(account);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
