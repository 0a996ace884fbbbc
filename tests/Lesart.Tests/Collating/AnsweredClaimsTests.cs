using Lesart.Collating;

namespace Lesart.Tests.Collating;

public sealed class AnsweredClaimsTests
{
    [Fact]
    public void A_denial_without_words_of_its_own_answers_what_others_say_right_before_it() =>
        Answered(Said(0, "ministry"), Told(0), Said(1, "harbour"), Denial(2, "company")).ShouldBe([(3, 2)]);

    [Theory]
    [InlineData("reederei", 0)] // "contradicted the company": what its chief said
    [InlineData("behörde", 1)] // speaks nowhere: the nearest
    public void A_denial_that_names_whom_it_contradicts_answers_what_these_say(string contradicted, int claim) =>
        Answered(Said(0, "chief") with { SourceNouns = ["reederei-chef"] }, Said(0, "union") with { SourceNouns = ["gewerkschaft"] }, Denial(1, "police") with { Contradicted = [contradicted] }).ShouldBe([(2, claim)]);

    [Fact]
    public void A_denial_that_contradicts_those_who_speak_elsewhere_alone_answers_nothing_here()
    {
        Unit[] units = Placed(Told(0) with { Kind = StatementKind.Indirect, Speaker = "union" }, Denial(1, "police") with { Contradicted = ["reederei"] }, Said(0, "company") with { Account = 1, SourceNouns = ["reederei"] });
        AnsweredClaims answers = new([.. units], static (_, _) => 1);

        answers.All.ShouldBeEmpty();
        answers.CanMean(units[1], units[0]).ShouldBeFalse();
        answers.CanMean(units[1], units[2]).ShouldBeTrue();
    }

    [Fact]
    public void Nobody_answers_what_they_said_themselves() => Answered(Said(0, "harbour"), Said(0, "company"), Denial(1, "company")).ShouldBe([(2, 0)]);

    [Fact]
    public void What_an_outlet_tells_itself_is_no_claim() => Answered(Said(0, "harbour"), Told(1), Denial(2, "company")).ShouldBeEmpty();

    [Fact]
    public void Who_rejects_accusations_means_the_nearest_one() =>
        Answered(Said(0, "harbour") with { Accuses = true }, Said(1, "union"), Denial(2, "company") with { NamesCharge = true }).ShouldBe([(2, 0)]);

    [Fact]
    public void An_accusation_far_behind_is_not_meant() =>
        Answered(Said(0, "harbour") with { Accuses = true }, Told(1), Told(2), Told(3), Denial(4, "company") with { NamesCharge = true }).ShouldBeEmpty();

    [Theory]
    [InlineData(true, 0)] // "The company denies the accusations": those that the story is about
    [InlineData(false, 1)] // "The company denies the accusation": the nearest
    public void Who_rejects_accusations_without_naming_any_means_the_one_that_the_account_begins_with(bool areMany, int claim) =>
        Answered(Told(0) with { Accuses = true }, Told(4) with { Accuses = true }, Denial(5, "company") with { NamesCharge = true, NamesCharges = areMany }).ShouldBe([(2, claim)]);

    [Fact]
    public void Who_accuses_somebody_does_not_reject_that() =>
        Answered(Said(0, "company") with { Accuses = true }, Said(4, "harbour") with { Accuses = true }, Denial(5, "company") with { NamesCharge = true, NamesCharges = true }).ShouldBe([(2, 1)]);

    [Fact]
    public void What_an_outlet_denies_itself_in_words_of_its_own_answers_nobody() => Answered(Said(0, "harbour"), Denial(1, "company") with { IsBare = false, Kind = StatementKind.Narrated }).ShouldBeEmpty();

    [Fact]
    public void A_verb_of_denying_behind_what_it_denies_answers_nothing_else() => Answered(Said(0, "harbour") with { Stance = Stance.Denied }, Denial(0, "company")).ShouldBeEmpty();

    [Fact]
    public void A_pronoun_that_denies_means_what_the_outlet_tells_right_before_it() =>
        Answered(Told(0), Told(1), Denial(2, "company") with { PointsBack = true, Kind = StatementKind.Narrated }).ShouldBe([(2, 1)]);

    [Fact]
    public void A_pronoun_that_denies_means_what_others_said_rather_than_a_fact_told_since() =>
        Answered(Said(0, "harbour"), Told(1), Denial(2, "company") with { PointsBack = true, Kind = StatementKind.Narrated }).ShouldBe([(2, 0)]);

    [Fact]
    public void An_outlets_own_words_for_who_denies_make_a_pronoun_no_denial_of_its_own() =>
        Answered(Said(0, "harbour"), Denial(1, "company") with { IsBare = false, OwnWords = 3, PointsBack = true, Kind = StatementKind.Narrated }).ShouldBe([(1, 0)]);

    [Fact]
    public void A_pronoun_among_many_words_points_nowhere() =>
        Answered(Said(0, "harbour"), Denial(1, "company") with { IsBare = false, OwnWords = 6, PointsBack = true, Kind = StatementKind.Narrated }).ShouldBeEmpty();

    [Fact]
    public void Who_rejects_one_report_means_what_others_say_right_before_it() =>
        Answered(Said(0, "harbour"), Said(1, "union"), Denial(2, "company") with { NamesCharge = true }).ShouldBe([(2, 1)]);

    [Fact]
    public void Who_rejects_many_reports_means_no_single_one() =>
        Answered(Said(0, "harbour"), Said(1, "union"), Denial(2, "company") with { NamesCharge = true, NamesCharges = true }).ShouldBeEmpty();

    [Fact]
    public void Who_rejects_somebodys_account_means_what_others_said_even_where_a_fact_stands_between() =>
        Answered(Said(0, "harbour"), Told(1), Denial(2, "company") with { NamesTelling = true }).ShouldBe([(2, 0)]);

    [Fact]
    public void A_denial_that_goes_on_with_what_is_denied_means_nothing_that_was_said_farther_back() =>
        Answered(Said(0, "harbour"), Told(1), Denial(2, "company") with { NamesCharge = true }, Told(2)).ShouldBeEmpty();

    [Fact]
    public void Who_denies_means_what_concerns_them_rather_than_what_was_said_of_others_behind_it()
    {
        Mention company = new(0, 1, "company", MentionKind.Name);
        Answered(Said(0, "harbour") with { Mentions = [company] }, Said(1, "harbour"), Denial(2, "company") with { PointsBack = true }).ShouldBe([(2, 0)]);
    }

    [Theory]
    [InlineData("harbour", true, true)]
    [InlineData("company", true, false)] // who denies
    [InlineData("harbour", false, false)] // what is said there is no claim of which a denial could speak
    public void A_denial_of_a_report_that_opens_an_account_means_what_others_say_behind_it(string speaker, bool accuses, bool isMeant) =>
        Answered(Denial(0, "company") with { NamesTelling = true }, Said(1, speaker) with { Accuses = accuses }).ShouldBe(isMeant ? [(0, 1)] : []);

    [Fact]
    public void What_an_outlet_tells_with_reserve_is_a_claim_though_the_denial_stands_in_the_same_sentence()
    {
        Statement told = new() { Id = "s1", Kind = StatementKind.Narrated, Stance = Stance.Hedged };
        Answered(Said(0, "harbour"), Told(1) with { Statement = told, Stance = Stance.Hedged }, Told(1) with { Statement = told, Stance = Stance.Hedged, Denies = true, IsBare = true, PointsBack = true }).ShouldBe([(2, 1)]);
    }

    [Fact]
    public void Who_goes_on_to_speak_behind_a_bare_denial_answers_the_same() =>
        Answered(Said(0, "harbour"), Denial(1, "company"), Negation(2, "spokeswoman")).ShouldBe([(1, 0), (2, 0)]);

    [Fact]
    public void A_bare_denial_in_somebodys_words_answers_what_others_say_right_before_it() =>
        Answered(Said(0, "harbour"), Denial(1, "company") with { Kind = StatementKind.Direct }).ShouldBe([(1, 0)]);

    [Fact]
    public void Who_made_the_claim_does_not_go_on_denying_it() => Answered(Said(0, "harbour"), Denial(1, "company"), Negation(2, "harbour")).ShouldBe([(1, 0)]);

    [Theory]
    [InlineData(0.3, true)]
    [InlineData(0.15, false)] // a verb of denying would do
    public void What_is_only_negated_answers_what_is_likelier_the_same(double likely, bool answers) =>
        Answered(likely, Said(0, "harbour"), Negation(1, "company")).ShouldBe(answers ? [(1, 0)] : []);

    [Fact]
    public void What_denies_is_no_claim() => Answered(Said(0, "harbour"), Said(0, "union") with { Denies = true }, Denial(1, "company")).ShouldContain((2, 0));

    [Fact]
    public void A_denial_of_another_account_that_likely_says_the_same_answers_the_same()
    {
        Unit[] units = Placed(Said(0, "harbour"), Denial(0, "company") with { IsBare = false }, Negation(0, "company") with { Account = 1 }, Denial(1, "company") with { Account = 1 });
        AnsweredClaims answers = new([.. units], static (_, _) => 0.2);
        PairTable likely = new(new PairRows(4, [(1, 2), (1, 3)]), [0.5, 0.5]);
        answers.OfPartners(likely, minLikely: 0.3).Select(static answer => (answer.Denial.Index, answer.Claim.Index)).ShouldBe([(2, 0)]); // the bare one says nothing by which it could be met
        answers.OfPartners(likely, minLikely: 0.6).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(0.6, true, true)]
    [InlineData(0.4, true, false)] // the claims may be two
    [InlineData(0.6, false, false)] // an accusation in words of its own may be another one
    public void What_a_bare_denial_answers_and_another_account_tells_parts_them_for_sure(double likely, bool isBare, bool isShown)
    {
        Unit[] units = Placed(Said(0, "harbour"), Said(0, "harbour") with { Account = 1 }, Denial(1, "company") with { Account = 1, IsBare = isBare, NamesCharge = !isBare });
        AnsweredClaims answers = new([.. units], static (_, _) => 0.2);
        Alignment alignment = new([.. units.Select(static unit => new List<Unit> { unit })], new PairTable(new PairRows(3, [(0, 1)]), [likely]), new PairReader([.. units]), answers);
        StanceParting.Find([(units[2], units[0], 0.01)], alignment).Any(static parting => parting.IsSure).ShouldBe(isShown);
    }

    [Theory]
    [InlineData(0.4, true, false, false, false, true)]
    [InlineData(0.2, true, false, false, false, false)] // nobody else tells it
    [InlineData(0.3, true, false, false, false, true)] // nothing else can be meant
    [InlineData(0.3, false, false, true, false, false)]
    [InlineData(0.4, true, true, false, false, false)] // any part, in whatever
    [InlineData(0.4, false, false, false, false, false)] // what it means is not said
    [InlineData(0.4, false, false, true, false, true)] // who rejects a charge means the charge
    [InlineData(0.4, true, false, false, true, false)] // the claim is an answer itself
    public void What_a_pronoun_or_the_denial_of_a_charge_answers_and_another_account_tells_parts_them_without_any_pair(double likely, bool pointsBack, bool deniesPart, bool isCharge, bool isNegated, bool isShown)
    {
        Unit[] units = Placed(Said(0, "harbour"), Said(0, "harbour") with { Account = 1, Accuses = isCharge, HoldsNegation = isNegated }, Denial(1, "company") with { Account = 1, PointsBack = pointsBack, DeniesPart = deniesPart, NamesCharge = isCharge });
        Alignment alignment = new([.. units.Select(static unit => new List<Unit> { unit })], new PairTable(new PairRows(3, [(0, 1)]), [likely]), new PairReader([.. units]), new([.. units], static (_, _) => 0.2));
        StanceParting[] found = [.. StanceParting.Find([], alignment)];
        found.Count(static parting => parting.IsSure).ShouldBe(isShown ? 1 : 0);
        found.SelectMany(static parting => parting.Camps()).Select(static camp => camp.Select(static side => side.Unit.Index).ToArray()).ShouldBe(isShown ? [[0, 1], [2]] : []);
    }

    [Theory]
    [InlineData(1, false, false, StatementKind.Indirect, true)]
    [InlineData(0, false, false, StatementKind.Indirect, false)] // "The indictment says that he lied, denying ..."
    [InlineData(1, true, false, StatementKind.Indirect, false)] // an accusation: what is denied may be another one
    [InlineData(1, false, true, StatementKind.Indirect, false)] // "They ruled out a fight": nobody claimed one
    [InlineData(1, false, false, StatementKind.Narrated, false)]
    public void A_denial_in_words_of_its_own_that_likely_answers_what_another_account_tells_parts_them_without_any_pair(int sentence, bool isCharge, bool rulesOut, StatementKind kind, bool isShown)
    {
        Unit[] units = Placed(Said(0, "harbour"), Said(0, "harbour") with { Account = 1, Accuses = isCharge }, Denial(sentence, "company") with { Account = 1, IsBare = false, OwnWords = 4, RulesOut = rulesOut, Kind = kind });
        Alignment alignment = new([.. units.Select(static unit => new List<Unit> { unit })], new PairTable(new PairRows(3, [(0, 1)]), [0.4]), new PairReader([.. units]), new([.. units], static (_, _) => 0.2));
        StanceParting.Find([], alignment).Count(static parting => parting.IsSure).ShouldBe(isShown ? 1 : 0);
    }

    [Fact]
    public void Who_tells_the_claim_of_another_account_only_as_denied_stands_on_the_side_of_the_denial()
    {
        Unit[] units = Placed(Denial(0, "company") with { IsBare = false }, Said(0, "harbour") with { Account = 1 }, Denial(1, "company") with { Account = 1, PointsBack = true });
        Alignment alignment = new([.. units.Select(static unit => new List<Unit> { unit })], new PairTable(new PairRows(3, [(0, 1)]), [0.6]), new PairReader([.. units]), new([.. units], static (_, _) => 0.2));
        StanceParting.Find([], alignment).ShouldHaveSingleItem().Camps().Select(static camp => camp.Select(static side => side.Unit.Index).ToArray()).ShouldBe([[1], [0, 2]]);
    }

    [Fact]
    public void Of_another_account_the_clause_is_listed_that_is_likeliest_the_claim()
    {
        Unit[] units = Placed(Said(0, "harbour"), Said(1, "harbour"), Said(0, "harbour") with { Account = 1 }, Denial(1, "company") with { Account = 1, PointsBack = true });
        Alignment alignment = new([.. units.Select(static unit => new List<Unit> { unit })], new PairTable(new PairRows(4, [(0, 2), (1, 2)]), [0.5, 0.6]), new PairReader([.. units]), new([.. units], static (_, _) => 0.2));
        StanceParting.Find([], alignment).ShouldHaveSingleItem().Camps()[0].Select(static side => side.Unit.Index).ShouldBe([1, 2]);
    }

    [Fact]
    public void Who_denies_means_what_was_said_rather_than_another_answer_to_it() => // "He had struck the clerk, the clerk said. Nobody had touched him, the guard said. He called that a lie."
        Answered(Said(0, "harbour"), Said(1, "union"), Negation(1, "clerk"), Denial(2, "company")).ShouldContain((3, 1));

    private static Unit Told(int sentence) => new() { Index = 0, Account = 0, Sentence = sentence, Span = new TextSpan(0, 1), Whole = new TextSpan(0, 1), Terms = [], Language = "de" };

    private static Unit Said(int sentence, string speaker) => Told(sentence) with { Kind = StatementKind.Indirect, Speaker = speaker };

    private static Unit Denial(int sentence, string speaker) => Told(sentence) with { Kind = StatementKind.Reported, Speaker = speaker, Denies = true, IsBare = true };

    private static Unit Negation(int sentence, string speaker) => Said(sentence, speaker) with { Stance = Stance.Denied, HoldsNegation = true };

    private static (int Denial, int Claim)[] Answered(params Unit[] units) => Answered(0.1, units);

    /// <summary>Places of denials and of the claims that they answer, of one account.</summary>
    private static (int Denial, int Claim)[] Answered(double likely, params Unit[] units) =>
        [.. new AnsweredClaims([.. Placed(units)], (_, _) => likely).All.Select(static answer => (answer.Denial.Index, answer.Claim.Index))];

    private static Unit[] Placed(params Unit[] units) => [.. units.Select(static (unit, i) => unit with { Index = i, Span = new TextSpan(i, i + 1), Whole = new TextSpan(i, i + 1) })];
}
