using Lesart.Collating;

namespace Lesart.Tests.Collating;

public sealed class AnsweredClaimsTests
{
    [Fact]
    public void A_denial_without_words_of_its_own_answers_what_others_say_right_before_it() =>
        Answered(Said(0, "ministry"), Told(0), Said(1, "harbour"), Denial(2, "company")).ShouldBe([(3, 2)]);

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

    [Fact]
    public void What_an_outlet_denies_itself_in_words_of_its_own_answers_nobody() => Answered(Said(0, "harbour"), Denial(1, "company") with { IsBare = false, Kind = StatementKind.Narrated }).ShouldBeEmpty();

    [Fact]
    public void A_verb_of_denying_behind_what_it_denies_answers_nothing_else() => Answered(Said(0, "harbour") with { Stance = Stance.Denied }, Denial(0, "company")).ShouldBeEmpty();

    private static Unit Told(int sentence) => new() { Index = 0, Account = 0, Sentence = sentence, Span = new TextSpan(0, 1), Whole = new TextSpan(0, 1), Terms = [], Language = "de" };

    private static Unit Said(int sentence, string speaker) => Told(sentence) with { Kind = StatementKind.Indirect, Speaker = speaker };

    private static Unit Denial(int sentence, string speaker) => Told(sentence) with { Kind = StatementKind.Reported, Speaker = speaker, Denies = true, IsBare = true };

    /// <summary>Places of denials and of the claims that they answer, of one account.</summary>
    private static (int Denial, int Claim)[] Answered(params Unit[] units)
    {
        Unit[] told = [.. units.Select(static (unit, i) => unit with { Index = i, Span = new TextSpan(i, i + 1), Whole = new TextSpan(i, i + 1) })];
        return [.. new AnsweredClaims([.. told], new PairReader([.. told]), ClauseWeights.BuiltIn).Find().Select(static answer => (answer.Denial.Index, answer.Claim.Index))];
    }
}
