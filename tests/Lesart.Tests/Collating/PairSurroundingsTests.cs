using Lesart.Collating;

namespace Lesart.Tests.Collating;

public sealed class PairSurroundingsTests
{
    // Three accounts of two sentences, a clause each: 0 and 1, 2 and 3, 4 and 5.
    private static readonly Unit[] Units = [.. Enumerable.Range(0, 6).Select(static i => new Unit { Index = i, Account = i / 2, Sentence = i % 2, Span = new TextSpan(i, i + 1), Whole = new TextSpan(i, i + 1), Terms = [], Language = "de" })];

    [Fact]
    public void A_clause_is_the_surer_the_fewer_others_of_its_account_come_near()
    {
        Func<PairFeature, double> alone = Read((0, 2, 2.0), (0, 3, -6.0)), rivalled = Read((0, 2, 2.0), (0, 3, 2.0));
        alone(PairFeature.LesserShare).ShouldBeGreaterThan(0.8);
        rivalled(PairFeature.LesserShare).ShouldBe(0.45, 0.05); // two are as likely on the side of the left one,
        rivalled(PairFeature.GreaterShare).ShouldBeGreaterThan(0.8); // and the right one has no other
    }

    [Fact]
    public void Clauses_that_third_accounts_tell_apart_are_two()
    {
        Read((0, 2, 0.0), (0, 4, 3.0), (2, 5, 3.0))(PairFeature.ThirdsApart).ShouldBe(0.95, 0.01);
        Read((0, 2, 0.0), (0, 4, 3.0), (2, 4, 3.0))(PairFeature.ThirdsApart).ShouldBe(0); // here they meet in one
        Read((0, 2, 0.0), (0, 4, 3.0), (2, 5, -3.0))(PairFeature.ThirdsApart).ShouldBe(0); // and here one of them meets none
    }

    [Fact]
    public void A_third_clause_that_meets_both_speaks_for_them() =>
        Read((0, 2, 0.0), (0, 4, 3.0), (2, 4, 1.0))(PairFeature.Third).ShouldBeGreaterThan(Read((0, 2, 0.0), (0, 4, 3.0), (2, 5, 1.0))(PairFeature.Third));

    [Fact]
    public void A_clause_is_the_surer_the_farther_the_next_best_of_its_account_lies()
    {
        Func<PairFeature, double> pair = Read((0, 2, 2.0), (0, 3, 0.0), (1, 2, -6.0));
        pair(PairFeature.LesserMargin).ShouldBe(Logistic.Of(2) - 0.5, 0.01); // clause 3 comes near the left one
        pair(PairFeature.GreaterMargin).ShouldBe(Logistic.Of(2), 0.01); // and hardly any the right one
        Read((0, 2, 0.0), (0, 3, 2.0))(PairFeature.LesserMargin).ShouldBe(0.5 - Logistic.Of(2), 0.01);
    }

    [Fact]
    public void Clauses_that_meet_the_same_ones_of_third_accounts_have_one_profile()
    {
        double same = Read((0, 2, 0.0), (0, 4, 3.0), (2, 4, 3.0))(PairFeature.Profile), other = Read((0, 2, 0.0), (0, 4, 3.0), (2, 5, 3.0))(PairFeature.Profile);
        same.ShouldBeInRange(0.9, 1);
        other.ShouldBe(0, 0.01);
        Read((0, 2, 3.0))(PairFeature.Profile).ShouldBe(0); // nobody else meets either
    }

    [Fact]
    public void What_many_accounts_tell_is_known_by_how_many_likely_do()
    {
        Func<PairFeature, double> pair = Read((0, 2, 3.0), (0, 4, 3.0), (1, 2, -3.0));
        pair(PairFeature.GreaterMet).ShouldBe(Logistic.Of(3), 0.01); // both other accounts
        pair(PairFeature.LesserMet).ShouldBe(Logistic.Of(3) / 2, 0.01); // one of two
        pair(PairFeature.Accounts).ShouldBe(3);
        pair(PairFeature.Odds).ShouldBe(3);
    }

    /// <summary>The features of the first pair, by log odds of all.</summary>
    private static Func<PairFeature, double> Read(params (int Left, int Right, double Odds)[] pairs)
    {
        double[] features = new double[ClauseWeights.Width];
        new PairSurroundings([.. Units], new PairRows(Units.Length, [.. pairs.Select(static pair => (pair.Left, pair.Right))]), [.. pairs.Select(static pair => pair.Odds)]).ReadNext(features);
        return feature => features[(int)feature];
    }
}
