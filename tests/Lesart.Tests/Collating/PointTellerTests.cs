using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Tests.Collating;

public sealed class PointTellerTests
{
    private const string Text = "Das Dach brach gegen Mitternacht ein, als der Schnee taute, und begrub zwei Wagen. Verletzt wurde nach Angaben der Wache niemand.";
    private const string Quotation = "Das Dach war nicht alt. Es hielt viele Winter";

    [Fact]
    public void What_one_sentence_brings_to_a_point_in_one_voice_is_one_reading() =>
        Spans(Clause(0, "Das Dach brach gegen Mitternacht ein", 0), Clause(2, "und begrub zwei Wagen", 0)).ShouldBe(["Das Dach brach gegen Mitternacht ein, als der Schnee taute, und begrub zwei Wagen"]);

    [Fact]
    public void Two_sentences_of_an_account_are_two_readings() =>
        Spans(Clause(0, "Das Dach brach gegen Mitternacht ein", 0), Clause(3, "Verletzt wurde nach Angaben der Wache niemand", 1)).Length.ShouldBe(2);

    [Fact]
    public void A_claim_and_its_denial_in_one_sentence_are_two_readings() =>
        Spans(Clause(0, "Das Dach brach gegen Mitternacht ein", 0), Clause(2, "und begrub zwei Wagen", 0) with { Denies = true }).Length.ShouldBe(2);

    [Fact]
    public void A_negation_in_the_first_sentence_of_a_quotation_negates_no_later_one() =>
        Stances(Quoted("Das Dach war nicht alt", Stance.Denied, holdsNegation: true), Quoted("Es hielt viele Winter", Stance.Denied)).ShouldBe([Stance.Denied, Stance.Asserted]);

    [Fact]
    public void A_verb_that_denies_denies_all_that_it_tells() =>
        Stances(Quoted("Es hielt viele Winter", Stance.Denied, cueClass: "denies")).ShouldBe([Stance.Denied]);

    [Theory]
    [InlineData(true, false, Stance.Hedged)] // what stands before reaches on
    [InlineData(false, true, Stance.Asserted)]
    [InlineData(false, false, Stance.Hedged)] // nobody knows what weakens it
    public void What_weakens_a_clause_reaches_forward_alone(bool isHedgedBefore, bool isHedgedBehind, Stance expected)
    {
        Statement statement = new() { Id = "s1", Kind = StatementKind.Narrated, Stance = Stance.Hedged, Content = [new TextSpan(0, 81)] };
        Stances([
            Clause(0, "Das Dach brach gegen Mitternacht ein", 0) with { Statement = statement, Stance = Stance.Hedged, IsFinite = true, IsHedged = isHedgedBefore },
            Clause(1, "als der Schnee taute", 0) with { Statement = statement, Stance = Stance.Hedged, IsFinite = true },
            Clause(2, "und begrub zwei Wagen", 0) with { Statement = statement, Stance = Stance.Hedged, IsFinite = true, IsHedged = isHedgedBehind },
        ], shown: 1).ShouldBe([expected]);
    }

    [Fact]
    public void Two_accounts_that_tell_it_alike_agree_whatever_the_rest_of_a_quotation_negates() =>
        Told([Quoted("Es hielt viele Winter", Stance.Denied), Clause(4, "Es hielt viele Winter", 0, Quotation) with { Account = 1 }]).Relation.ShouldBe(Relation.Agree);

    [Theory]
    [InlineData(StatementKind.Narrated, false, false, Stance.Asserted)] // the outlet says that nobody was hurt
    [InlineData(StatementKind.Indirect, false, false, Stance.Denied)] // somebody may answer the other account
    [InlineData(StatementKind.Indirect, false, true, Stance.Asserted)] // both say that nobody was
    [InlineData(StatementKind.Narrated, true, false, Stance.Denied)] // a word denies
    public void Who_only_says_that_something_is_not_so_denies_nobody(StatementKind kind, bool denies, bool negatesElsewhere, Stance expected) =>
        Told([Clause(0, "Das Dach war nicht alt", 0, Quotation) with { Stance = Stance.Denied, Kind = kind, HoldsNegation = true, Denies = denies }, Clause(4, "Es hielt viele Winter", 0, Quotation) with { Account = 1, HoldsNegation = negatesElsewhere }])
            .Readings[0].Stance.ShouldBe(expected);

    private static Stance[] Stances(params Unit[] clauses) => [.. Told(clauses).Readings.Select(static reading => reading.Stance)];

    // Of the clauses that are read, one stands in the point.
    private static Stance[] Stances(Unit[] clauses, int shown) => [.. Told(clauses, [clauses[shown]], Text).Readings.Select(static reading => reading.Stance)];

    private static Point Told(Unit[] clauses, List<Unit>? group = null, string text = Quotation)
    {
        AccountText[] texts = [.. Enumerable.Range(0, 2).Select(i => AccountText.Of(i, new Account { Id = i == 0 ? "a" : "b", Text = text, Language = "de" }, BuiltIn.Packs, new TermIds()))];
        Alignment alignment = new([[.. clauses]], new PairTable(new PairRows(8, []), []), new PairReader([]), new AnsweredClaims([], static (_, _) => 0));
        return new PointTeller(texts, [0, 1], alignment).Tell("p1", group ?? [.. clauses], clauses[0], []);
    }

    private static Unit Quoted(string words, Stance stance, bool holdsNegation = false, string? cueClass = null)
    {
        Unit clause = Clause(0, words, words.StartsWith("Das", StringComparison.Ordinal) ? 0 : 1, Quotation);
        return clause with
        {
            Index = clause.Sentence,
            Whole = clause.Span,
            Statement = new Statement { Id = "s1", Kind = StatementKind.Direct, Stance = stance, Content = [new TextSpan(0, Quotation.Length)], CueClass = cueClass },
            Stance = stance,
            Kind = StatementKind.Direct,
            HoldsNegation = holdsNegation,
            IsFinite = true,
        };
    }

    private static string[] Spans(params Unit[] told)
    {
        AccountText text = AccountText.Of(0, new Account { Id = "a", Text = Text, Language = "de" }, BuiltIn.Packs, new TermIds());
        List<Unit> group = [.. told];
        Alignment alignment = new([group], new PairTable(new PairRows(4, []), []), new PairReader([]), new AnsweredClaims([], static (_, _) => 0));
        return [.. new PointTeller([text], [0], alignment).Tell("p1", group, told[0], []).Readings.Select(static reading => reading.Spans.ShouldHaveSingleItem().In(Text).ToString())];
    }

    private static Unit Clause(int index, string words, int sentence, string text = Text)
    {
        int start = text.IndexOf(words, StringComparison.Ordinal);
        return new Unit { Index = index, Account = 0, Sentence = sentence, Span = new TextSpan(start, start + words.Length), Whole = new TextSpan(0, text.Length), Terms = [], Language = "de" };
    }
}
