using Lesart.Grouping;

namespace Lesart.Tests.Grouping;

public sealed class TermVectorTests
{
    [Fact]
    public void Of_a_long_sum_the_heaviest_terms_stay_wherever_they_stand_and_of_equal_ones_the_smaller()
    {
        TermVector sum = TermVector.Sum(TermVector.Ones([1, 2, 3, 9]), TermVector.Ones([7, 9]), maxTerms: 3);
        sum.Terms.ToArray().ShouldBe([1, 2, 9]);
        sum.Weights.ToArray().ShouldBe([1, 1, 2]);
    }

    [Fact]
    public void A_sum_that_is_short_enough_keeps_all_terms() =>
        TermVector.Sum(TermVector.Ones([2, 5]), TermVector.Ones([1, 5]), maxTerms: 3).Terms.ToArray().ShouldBe([1, 2, 5]);
}
