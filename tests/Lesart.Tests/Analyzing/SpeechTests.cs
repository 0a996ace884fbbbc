using System.Collections.Immutable;
using Lesart.Dossiers;

namespace Lesart.Tests.Analyzing;

/// <summary>Speeches are told from the press by their own words, and read by trained weights.</summary>
public sealed class SpeechTests
{
    private static readonly Engine Engine = BuiltIn.Engine;

    [Theory]
    [InlineData("Liebe Kolleginnen und Kollegen! Wir haben heute viel vor. Über diesen Antrag haben wir lange diskutiert.", true)]
    [InlineData("Wir haben heute viel vor. Über diesen Antrag haben wir lange diskutiert.", false)] // addresses nobody
    [InlineData("Ich glaube, Sie haben mich nicht verstanden. Über Ihren Antrag haben wir lange diskutiert.", true)] // an answer, without a title
    [InlineData("„Liebe Kolleginnen und Kollegen, wir haben viel vor“, sagte sie. Über diesen Antrag wurde lange diskutiert.", false)] // addressed inside a quotation
    public void A_speech_addresses_its_audience_and_speaks_of_itself(string text, bool isSpeech) =>
        Read(text).Statements.Any(static statement => statement.Content.IsEmpty).ShouldBe(isSpeech);

    [Fact]
    public void Who_says_I_is_the_only_author()
    {
        const string Text = "Liebe Mitglieder! Ich heiße Petra Vogt. Ich glaube, dass unser Verein vor einer Wende steht.";
        Said(Read(Text, "Petra Vogt")).Speaker.ShouldBe("petra-vogt");
        Said(Read(Text)).Speaker.ShouldBeNull();
        Said(Read(Text, "Petra Vogt", "Jens Ohm")).Speaker.ShouldBeNull(); // one of both
    }

    [Fact]
    public void One_pronoun_in_a_long_text_makes_no_speech()
    {
        string text = string.Concat(Enumerable.Repeat("Der Saal war bis auf den letzten Platz besetzt. ", 40)) + "Meine Damen und Herren vom Verein kamen spät. Über den Antrag wurde diskutiert.";
        Read(text).Statements.ShouldAllBe(static statement => !statement.Content.IsEmpty);
    }

    [Fact]
    public void A_statement_without_content_goes_through_to_the_dossier()
    {
        Account account = Read("Liebe Mitglieder! Wir haben heute viel vor. Darüber haben wir lange diskutiert.");
        account.Statements.ShouldContain(static statement => statement.Content.IsEmpty && statement.Kind == StatementKind.Reported);
        ImmutableArray<Account> accounts = Engine.Group([account]);
        Story story = Engine.Stories(accounts).ShouldHaveSingleItem();
        using MemoryStream page = new();
        DossierWriter.Write(page, new Dossier(accounts, [Engine.Collate(story, [])], []));
        page.Length.ShouldBeGreaterThan(0);
    }

    private static Statement Said(Account account) => account.Statements.Single(static statement => statement.Kind == StatementKind.Indirect);

    private static Account Read(string text, params string[] authors) =>
        Engine.Analyze(new Article { Id = "x", Language = "de", Text = text, Authors = [.. authors], Published = PublicationTime.OfDay(new DateOnly(2024, 3, 4)) }).Value.ShouldNotBeNull();
}
