using Lesart.Collating;

namespace Lesart.Tests.Collating;

/// <summary>Agency text in other words, and what looks like it. The texts are written for these tests.</summary>
public sealed class ParaphraseTests
{
    private const string Wire = """
        Die Werft Nordkiel in Husum hat am Montag Insolvenz angemeldet. Betroffen sind 640 Beschäftigte an zwei Standorten. Das Amtsgericht Flensburg bestellte die Anwältin Petra Lund zur vorläufigen Verwalterin.
        Im vergangenen Jahr hatte die Werft einen Verlust von 38 Millionen Euro geschrieben. Drei Fähren für eine Reederei aus Norwegen liegen halbfertig im Dock. Die Löhne sind nach Angaben des Unternehmens bis Ende Mai gesichert.
        Die IG Metall verlangte einen Einstieg des Landes Schleswig-Holstein. Wirtschaftsminister Jens Rickmers kündigte Gespräche mit der Werft für Donnerstag an.
        """;

    private const string Reworded = """
        Insolvenz angemeldet hat am Montag Husums Werft Nordkiel. An ihren zwei Standorten sind davon 640 Beschäftigte betroffen. Zur vorläufigen Verwalterin hat das Flensburger Amtsgericht die Anwältin Petra Lund bestellt.
        38 Millionen Euro betrug der Verlust der Werft im vergangenen Jahr. Halbfertig im Dock liegen noch drei Fähren, bestellt von einer Reederei aus Norwegen. Bis Ende Mai sind laut Unternehmen die Löhne gesichert.
        Einen Einstieg des Landes Schleswig-Holstein verlangte die IG Metall. Für Donnerstag kündigte Wirtschaftsminister Jens Rickmers mit der Werft Gespräche an.
        """;

    // the same press conference: the same facts, in an order of its own, between things seen and asked there
    private const string OwnReport = """
        Der Saal der Stadthalle war zu klein für alle, die am Montag hören wollten, wie es weitergeht. Petra Lund, seit dem Vormittag vorläufige Verwalterin der Werft Nordkiel, sprach elf Minuten lang. Die Löhne seien bis Ende Mai gesichert, sagte sie.
        In der dritten Reihe weinte ein Schweißer. Sein Vater hat hier gelernt, sein Sohn lernt es gerade. 640 Beschäftigte zählt der Betrieb noch, vor zehn Jahren waren es doppelt so viele. Auf die Frage, was aus den drei Fähren im Dock werde, hob die Anwältin die Schultern.
        38 Millionen Euro Verlust stehen in den Büchern. Der Wirt gegenüber stellte am Abend Suppe auf die Straße. Wirtschaftsminister Jens Rickmers war nicht gekommen, er ließ Gespräche für Donnerstag ausrichten.
        """;

    [Fact]
    public void Two_accounts_that_credit_one_agency_and_tell_the_same_in_order_are_proposed_as_reworded()
    {
        Collation collation = Collate(Told("Hansebote", Wire, 8, "dpa"), Told("Deichkurier", Reworded, 9, "dpa"));
        Passage passage = collation.Passages.Where(static passage => passage.Certainty is not null).ShouldHaveSingleItem();
        passage.Kind.ShouldBe(PassageKind.Wire);
        passage.Certainty!.Value.ShouldBeInRange(0.4m, 0.99m); // filtered above
        passage.Likeness.ShouldBeLessThan(1);
        passage.Spans.Select(static span => span.Account).ShouldBe(["Hansebote", "Deichkurier"]);
        passage.Spans.ShouldAllBe(static span => span.End - span.Start > 300);
    }

    [Fact]
    public void An_account_without_a_credit_that_follows_sentence_by_sentence_is_proposed_less_surely_and_stays_a_strand_of_its_own()
    {
        Passage credited = Collate(Told("Hansebote", Wire, 8, "dpa"), Told("Deichkurier", Reworded, 9, "dpa")).Passages.Single(static passage => passage.Certainty is not null);
        Collation collation = Collate(Told("Hansebote", Wire, 8, "dpa"), Told("Deichkurier", Reworded, 9));
        collation.Passages.Single(static passage => passage.Certainty is not null).Certainty!.Value.ShouldBeLessThan(credited.Certainty!.Value); // both filtered
        collation.Strands.Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("dpa", Reworded, 7, "the reworded account came first")]
    [InlineData(null, Reworded, 9, "nobody credits an agency")]
    [InlineData("dpa", OwnReport, 9, "an account of its own of one press conference")]
    public void What_need_not_be_the_agencys_text_is_not_proposed(string? agency, string other, int hour, string why) =>
        Collate(Told("Hansebote", Wire, 8, agency), Told("Deichkurier", other, hour)).Passages.ShouldAllBe(static passage => passage.Certainty == null, why);

    [Fact]
    public void A_press_release_is_not_the_agencys_text_reworded() =>
        Collate(Told("Hansebote", Wire, 8, "dpa"), Told("Nordkiel", Reworded, 9)).Passages.ShouldAllBe(static passage => passage.Certainty == null);

    [Fact]
    public void Two_accounts_of_one_agency_with_reports_of_their_own_are_not_proposed() =>
        Collate(Told("Hansebote", Wire, 8, "dpa"), Told("Deichkurier", OwnReport, 9, "dpa")).Passages.ShouldAllBe(static passage => passage.Certainty == null);

    [Fact]
    public void A_third_account_that_shares_as_much_makes_it_the_storys_order_and_no_rewording()
    {
        Account third = Told("Funk Vier", Reworded.Replace("Husums Werft Nordkiel", "die Husumer Werft", StringComparison.Ordinal).Replace("betroffen", "gefährdet", StringComparison.Ordinal), 10);
        Collation collation = Collate(Told("Hansebote", Wire, 8, "dpa"), Told("Deichkurier", Wire.Replace("Betroffen", "Gefährdet", StringComparison.Ordinal), 9), third);
        collation.Passages.Where(static passage => passage.Certainty is not null).SelectMany(static passage => passage.Spans).ShouldNotContain(static span => span.Account == "Deichkurier");
    }

    private static Collation Collate(params Account[] accounts) => BuiltIn.Engine.Collate(new Story("s", [.. accounts]), []);

    private static Account Told(string id, string text, int hour, string? agency = null) => BuiltIn.Engine.Analyze(new Article
    {
        Id = id,
        Source = id,
        Outlet = id,
        Language = "de",
        Text = text.ReplaceLineEndings(" "),
        Published = PublicationTime.TryParse($"2026-04-13T{hour:00}:00:00+02:00", out PublicationTime time) ? time : null,
        Agencies = agency is null ? [] : [agency],
    }).Value.ShouldNotBeNull();
}
