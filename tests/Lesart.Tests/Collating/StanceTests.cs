using System.Collections.Immutable;
using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Tests.Collating;

public sealed class StanceTests
{
    private static readonly LanguagePacks Packs = BuiltIn.Packs;

    [Theory]
    [InlineData("de", "Der Bürgermeister bestritt die Absprache.", true, false)]
    [InlineData("de", "Die Kanzlei schloss am Abend jede Zahlung aus.", true, false)]
    [InlineData("de", "Die Kanzlei schloss eine Zahlung nicht aus.", false, false)] // who rules nothing out denies nothing
    [InlineData("de", "Die Klage war haltlos.", true, false)]
    [InlineData("de", "Von einem Verkauf könne keine Rede sein.", true, false)]
    [InlineData("de", "Dass die Mühle verkauft wurde, ist nicht falsch.", false, false)]
    [InlineData("de", "Das sei eine Lüge, sagte der Wirt.", true, false)]
    [InlineData("de", "Der Angeklagte baute auf Lügen.", false, true)] // speaks of no claim
    [InlineData("de", "Die Partei lehnte das Angebot ab.", false, false)] // an offer
    [InlineData("en", "The mayor ruled out any sale.", true, false)]
    [InlineData("en", "The workers walked out in a dispute over pay.", false, false)]
    [InlineData("en", "The mayor disputes the figure.", true, false)]
    [InlineData("en", "The board rejects that accusation.", false, true)]
    [InlineData("en", "The mayor, Pat Muster, disputes that account.", true, false)]
    [InlineData("en", "The caretaker said the report was wrong.", true, false)]
    [InlineData("en", "The caretaker took the wrong report home.", false, false)]
    [InlineData("en", "The caretaker pleaded not guilty to theft.", false, false)] // who is charged with theft is charged with it all the same
    [InlineData("en", "The caretaker rebuffed the accusation.", false, true)]
    [InlineData("en", "The defence rebuffed the attack.", false, false)]
    [InlineData("de", "Die Vorsitzende verwahrte sich gegen diese Darstellung.", true, false)]
    [InlineData("de", "Die Mühle verwahrte das Korn im Turm.", false, false)]
    [InlineData("de", "Das habe er nicht getan, sagte der Wirt.", true, false)]
    [InlineData("de", "Der Wirt sprach von Hysterie, als er die Vorwürfe hörte.", false, true)]
    [InlineData("en", "The talks ended with rejects from the mill.", false, false)] // a noun
    [InlineData("en", "The mayor did not rule out a sale.", false, false)]
    [InlineData("en", "The mayor said that this was a lie.", true, false)]
    [InlineData("en", "The mill stands in a field that lies along the road.", false, false)]
    [InlineData("en", "The board rejected the plan.", false, true)] // an offer, or a claim
    [InlineData("en", "The caretaker was dismissed in spring.", false, false)] // from his post
    [InlineData("en", "The allegations were dismissed by the caretaker.", false, true)]
    [InlineData("en", "The caretaker had nothing to do with the theft.", true, false)]
    [InlineData("de", "Der Hausmeister habe mit dem Diebstahl nichts zu tun.", true, false)]
    [InlineData("de", "Die Zahl ist reine Fantasie.", true, false)]
    [InlineData("de", "Der Wirt nahm das Geld entgegen.", false, false)]
    [InlineData("de", "Das sei nie geschehen, sagte der Wirt.", true, false)]
    [InlineData("de", "Dreimal ist das seit Mai geschehen, aber nie so laut wie gestern.", false, false)] // it happened
    [InlineData("en", "The mill closed after weeks of clashes over the mayor's disputed decision.", false, false)] // who disputes it is not told
    [InlineData("en", "The mill disputed decisions of the mayor.", true, false)]
    [InlineData("en", "The date of the sale has not been confirmed.", false, false)] // it may be true all the same
    [InlineData("en", "The caretaker discounted rumours that the mill was for sale.", true, false)]
    [InlineData("en", "The mill discounted its flour in spring.", false, false)]
    [InlineData("en", "The caretaker rejected a subpoena for his diary.", false, false)] // who is asked for something
    [InlineData("en", "The caretaker is accused of filing false returns.", false, false)] // calls no claim false
    [InlineData("en", "The caretaker spoke of false allegations.", true, false)]
    [InlineData("en", "The caretaker rejected calls for a vote.", false, false)] // who is asked for something
    [InlineData("de", "Der Hausmeister wies die Forderung zurück.", false, false)]
    [InlineData("en", "The caretaker was denied a fishing permit in spring.", false, false)]
    [InlineData("en", "Nobody knows why the permit was denied.", false, false)]
    [InlineData("en", "The caretaker was denied a fair hearing of these allegations.", true, false)]
    [InlineData("en", "That does not necessarily contradict the caretaker.", false, false)]
    [InlineData("en", "The caretaker spoke of a ridiculous little bill that the board was to pay.", false, false)] // calls no claim so
    [InlineData("en", "The caretaker called the allegations ridiculous.", false, true)]
    [InlineData("en", "Three sisters made up the board of the mill.", false, false)]
    [InlineData("en", "The figures are made up.", true, false)]
    [InlineData("en", "The sale came after weeks of speculation.", false, false)]
    [InlineData("en", "One of them, declining to be named, spoke of millions.", false, false)]
    [InlineData("de", "Nach Verlesung der Anklage schloss die Kammer die Öffentlichkeit aus.", false, false)] // shuts people out, and rules nothing out
    [InlineData("de", "Die Kammer hat die Zuschauer ausgeschlossen.", false, false)]
    [InlineData("de", "Den Antrag, den der Wirt gestellt hatte, wies die Kammer zurück.", false, false)] // asked for
    [InlineData("de", "Der Wirt hat einen Turm aus Lügen gebaut.", false, false)]
    [InlineData("en", "The caretaker ruled himself out of the race.", false, false)]
    [InlineData("en", "The judge denied the caretaker's second bid for bail.", false, false)]
    [InlineData("en", "The mill will answer for its lies.", false, false)]
    [InlineData("en", "The caretaker asked the board to say what it was disputing.", false, false)] // somebody else
    [InlineData("en", "The mill announced that it would dismiss 40 workers.", false, false)] // people, and nothing that was said
    [InlineData("de", "In der Mühle nahm man ihm das nicht ab.", true, false)]
    [InlineData("de", "Die Zahl der Gäste nahm nicht ab.", false, false)] // it stayed as high
    [InlineData("de", "Der Wirt verbat sich solche Unterstellungen.", true, false)]
    [InlineData("de", "Der Wirt sieht das anders.", false, true)]
    [InlineData("de", "Die Wirtin schüttelte darüber den Kopf.", false, true)]
    [InlineData("en", "The caretaker begs to differ.", true, false)]
    [InlineData("en", "The mayor would have none of it.", true, false)]
    [InlineData("en", "The caretaker told a different story.", false, true)]
    [InlineData("en", "There is no sign that the report is inaccurate.", false, false)] // stands by it
    public void Words_deny_surely_or_perhaps(string language, string text, bool denies, bool refuses)
    {
        Unit unit = Units(Read("a", language, text)).First();
        unit.Denies.ShouldBe(denies);
        unit.Refuses.ShouldBe(refuses);
    }

    [Theory]
    [InlineData("Die Kahlbrauerei verliert Geld, sagte Ines Kahl. Ines Kahl bestritt das.", false)] // not what she said herself
    [InlineData("Die Kahlbrauerei verliert Geld, sagte Udo Brenz. Ines Kahl bestritt das.", true)]
    public void Nobody_denies_what_they_said_themselves(string told, bool denies)
    {
        TermIds ids = new();
        AccountText[] texts =
        [
            AccountText.Of(0, Read("a", "de", "Die Brauerei hat im Herbst wieder Geld verloren."), Packs, ids),
            AccountText.Of(1, Read("b", "de", told), Packs, ids),
        ];
        ImmutableArray<Unit> units = new UnitReader(Packs, ids).Read(texts);
        new StancePairs(units, new PointAligner(ClauseWeights.BuiltIn).Align(units)).Find().Any(pair => pair.Denial.Span.In(texts[1].Text).Contains("bestritt", StringComparison.Ordinal)).ShouldBe(denies);
    }

    [Theory]
    [InlineData("sobald beide Gemeinden einem Rabatt zugestimmt haben", false)] // states nothing
    [InlineData("weil beide Gemeinden einem Rabatt zugestimmt haben", true)]
    public void A_condition_is_no_claim_that_anybody_denies(string clause, bool denies)
    {
        TermIds ids = new();
        AccountText[] texts =
        [
            AccountText.Of(0, Read("a", "de", $"Der Pachtvertrag gilt ab Januar, {clause}."), Packs, ids),
            AccountText.Of(1, Read("b", "de", "Bürgermeisterin Ines Kahl bestritt, dass die beiden Gemeinden einem Rabatt zugestimmt haben."), Packs, ids),
        ];
        ImmutableArray<Unit> units = new UnitReader(Packs, ids).Read(texts);
        new StancePairs(units, new PointAligner(ClauseWeights.BuiltIn).Align(units)).Find().Any(pair => pair.Other.Span.In(texts[0].Text).Contains("Rabatt", StringComparison.Ordinal)).ShouldBe(denies);
    }

    [Theory]
    [InlineData("Geschäftsführerin Ines Kahl schloss einen Fehler der Schicht aus: Ein Ventil im Kesselhaus sei geplatzt gewesen.", false)]
    [InlineData("Geschäftsführerin Ines Kahl bestritt, dass ein Ventil im Kesselhaus geplatzt sei.", true)]
    public void Who_gives_what_holds_instead_denies_nobody_who_says_the_same(string answer, bool denies)
    {
        TermIds ids = new();
        AccountText[] texts =
        [
            AccountText.Of(0, Read("a", "de", "In der Brauerei Harms ist Lauge ausgelaufen. Im Kesselhaus sei ein Ventil geplatzt, sagte ein Sprecher der Brauerei."), Packs, ids),
            AccountText.Of(1, Read("b", "de", "Lauge ist in der Brauerei Harms ausgelaufen. " + answer), Packs, ids),
        ];
        ImmutableArray<Unit> units = new UnitReader(Packs, ids).Read(texts);
        new StancePairs(units, new PointAligner(ClauseWeights.BuiltIn).Align(units)).Find()
            .Any(pair => pair.Denial.Span.In(texts[1].Text).Contains("Ventil", StringComparison.Ordinal) && pair.Other.Span.In(texts[0].Text).Contains("Ventil", StringComparison.Ordinal)).ShouldBe(denies);
    }

    [Theory]
    [InlineData("de", "Die Stadt zahlt nicht: Der Kreis übernimmt die Rechnung.", Stance.Denied, Stance.Asserted)]
    [InlineData("de", "Die Stadt zahlt nicht: Der Kreis übernimmt die Rechnung nicht.", Stance.Denied, Stance.Denied)]
    [InlineData("de", "Die Stadt zahlt: Der Kreis übernimmt keine Rechnung.", Stance.Asserted, Stance.Asserted)] // the first level of a sentence ends at its colon
    [InlineData("en", "The city will not pay: the county takes over the bill.", Stance.Denied, Stance.Asserted)]
    public void What_stands_behind_the_colon_of_a_denial_is_asserted(string language, string text, Stance before, Stance behind)
    {
        Unit[] units = [.. Units(Read("a", language, text))];
        units[0].Stance.ShouldBe(before);
        units[^1].Stance.ShouldBe(behind);
    }

    [Theory]
    [InlineData("Der Kapitän schloss einen Fehler aus: Eine Boje sei abgetrieben.", true)]
    [InlineData("Der Kapitän nannte einen Grund: Eine Boje sei abgetrieben.", false)]
    public void What_holds_instead_of_the_denied_still_answers_it(string text, bool counters)
    {
        Unit behind = Units(Read("a", "de", text)).Last();
        behind.Stance.ShouldBe(Stance.Asserted);
        behind.Counters.ShouldBe(counters);
        behind.Rejects.ShouldBe(counters);
    }

    [Theory]
    [InlineData("Die Reederei bestritt das.", true)]
    [InlineData("Die Reederei wies die Vorwürfe zurück.", true)]
    [InlineData("Die Reederei bestritt, Altöl vor der Küste abgelassen zu haben.", false)]
    [InlineData("Die Reederei wies die Schilderung des Hafenmeisters zurück.", true)] // whose words they are
    [InlineData("Die Reederei wies die Gerüchte über einen Verkauf der Mühle zurück.", false)]
    [InlineData("Gerüchte über einen Verkauf wies die Reederei zurück.", false)]
    [InlineData("Der Wirt schloss das aus.", true)]
    [InlineData("Einen Rücktritt schloss der Wirt aus.", false)] // nobody had said that he would
    public void A_denial_without_words_of_its_own_is_bare(string text, bool isBare) => Units(Read("a", "de", text)).First().IsBare.ShouldBe(isBare);

    [Theory]
    [InlineData("de", "Die Reederei bestritt das.", true)]
    [InlineData("en", "The shipping line denied this.", true)]
    [InlineData("en", "The captain said that was a lie.", true)]
    [InlineData("en", "The captain denied that anybody had been hurt.", false)] // opens what is denied
    [InlineData("en", "The shipping line denied any involvement.", true)]
    [InlineData("en", "The shipping line said it would reject the accusation.", false)] // who will reject it
    [InlineData("en", "The captain said it was not true.", true)]
    public void A_denial_by_a_pronoun_points_back(string language, string text, bool pointsBack) => Units(Read("a", language, text)).First().PointsBack.ShouldBe(pointsBack);

    [Theory]
    [InlineData("Die Reederei Nordkap hat vor der Küste Altöl abgelassen.", "Die Reederei Nordkap bestritt, vor der Küste Altöl abgelassen zu haben.", true)]
    [InlineData("Laut Polizei hat die Reederei Nordkap vor der Küste Altöl abgelassen.", "Von Altöl, das vor der Küste abgelassen worden sei, könne keine Rede sein, sagte ein Sprecher der Reederei Nordkap.", true)]
    [InlineData("Die Reederei Nordkap hat vor der Küste kein Altöl abgelassen.", "Die Reederei Nordkap bestritt, vor der Küste Altöl abgelassen zu haben.", false)] // both say no
    [InlineData("Die Reederei Nordkap bestreitet es, vor der Küste Altöl abzulassen.", "Die Reederei Nordkap bestritt, vor der Küste Altöl abgelassen zu haben.", false)]
    [InlineData("Im Hafen stieg der Preis für Dorsch um ein Drittel.", "Die Reederei Nordkap bestritt, vor der Küste Altöl abgelassen zu haben.", false)]
    public void What_one_account_asserts_and_another_denies_parts_them(string first, string second, bool parts) => Stances(Read("a", "de", first), Read("b", "de", second)).Length.ShouldBe(parts ? 1 : 0);

    [Fact]
    public void A_bare_denial_means_what_stands_before_it()
    {
        const string Asserted = "Nach Darstellung der Fischer hat der Frachter zwei Netze zerrissen.";
        Difference difference = Stances(Read("a", "de", Asserted), Read("b", "de", "Laut den Fischern hat der Frachter zwei Netze zerrissen. Der Reeder wies das zurück.")).ShouldHaveSingleItem();
        difference.Readings.Select(static reading => reading.Account + " " + reading.Value).ShouldBe(["a asserted", "b asserted", "b denied"]);
    }

    [Theory]
    [InlineData("Die Absprache mit dem Kreis sei der Brauerei Harms unbekannt gewesen, sagte Udo Brenz.", false)] // the opposite, negated
    [InlineData("Die Absprache mit dem Kreis sei der Brauerei Harms bekannt gewesen, sagte Udo Brenz.", true)]
    public void Who_says_the_same_by_an_opposite_word_denies_nothing(string other, bool denies)
    {
        TermIds ids = new();
        AccountText[] texts =
        [
            AccountText.Of(0, Read("a", "de", other), Packs, ids),
            AccountText.Of(1, Read("b", "de", "Ines Kahl sagte, die Brauerei Harms habe von der Absprache mit dem Kreis nichts gewusst."), Packs, ids),
        ];
        ImmutableArray<Unit> units = new UnitReader(Packs, ids).Read(texts);
        new StancePairs(units, new PointAligner(ClauseWeights.BuiltIn).Align(units)).Find().Any(static pair => pair.Denial.Account == 1).ShouldBe(denies);
    }

    [Fact]
    public void Denials_and_claims_of_several_accounts_that_hang_together_are_one_difference()
    {
        const string Claim = "Die Reederei Nordkap hat vor der Küste Altöl abgelassen.";
        const string Denial = "Die Reederei Nordkap bestritt, vor der Küste Altöl abgelassen zu haben.";
        Difference difference = Stances(Read("a", "de", Claim), Read("b", "de", Denial), Read("c", "de", Claim), Read("d", "de", Denial)).ShouldHaveSingleItem();
        difference.Readings.Select(static reading => reading.Account + " " + reading.Value).Order(StringComparer.Ordinal).ShouldBe(["a asserted", "b denied", "c asserted", "d denied"]);
    }

    [Theory]
    [InlineData("Der Frachter Nordkap hat vor der Küste angeblich Altöl abgelassen.", 1)]
    [InlineData("Der Frachter Nordkap hat vor der Küste Altöl abgelassen, angeblich nach einem Streit des Kapitäns mit seinem Reeder über den Preis der Entsorgung.", 0)] // the reserve is about the rest
    public void Reserve_parts_what_both_clauses_say_alone(string hedged, int differences) =>
        Stances(Read("a", "de", "Der Frachter Nordkap hat vor der Küste Altöl abgelassen."), Read("b", "de", hedged)).Length.ShouldBe(differences);

    private static IEnumerable<Unit> Units(Account account)
    {
        TermIds ids = new();
        return new UnitReader(Packs, ids).Read([AccountText.Of(0, account, Packs, ids)]);
    }

    private static Difference[] Stances(params Account[] accounts) => [.. new Collator(Packs, "de").Collate(new Story("s", [.. accounts]), []).Differences.Where(static difference => difference.Slot == DifferenceSlot.Stance)];

    private static Account Read(string id, string language, string text) =>
        BuiltIn.Engine.Analyze(new Article { Id = id, Source = id, Outlet = id, Language = language, Text = text }).Value.ShouldNotBeNull();
}
