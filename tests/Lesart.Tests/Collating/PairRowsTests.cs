using Lesart.Collating;

namespace Lesart.Tests.Collating;

public sealed class PairRowsTests
{
    private static readonly PairRows Rows = new(5, [(0, 2), (0, 4), (1, 2), (2, 4)]);

    [Fact]
    public void Partners_of_both_sides_stand_in_order() => Rows.Partners[Rows.Start(2)..Rows.End(2)].ShouldBe([0, 1, 4]);

    [Fact]
    public void A_value_of_a_pair_is_found_from_both_its_clauses()
    {
        PairTable table = new(Rows, [0.1, 0.2, 0.3, 0.4]);
        table.Of(2, 1).ShouldBe(0.3);
        table.Of(1, 2).ShouldBe(0.3);
        table.Of(1, 4).ShouldBe(0);
        table.Of(3, 4).ShouldBe(0);
    }

    [Fact]
    public void A_group_joins_by_the_mean_and_takes_one_item_of_an_account()
    {
        // items 0 and 1 are of one account, 3 and 4 of another; 2 lies nearer to 0 than to 4
        PairTable likely = new(new PairRows(5, [(0, 2), (0, 3), (0, 4), (1, 2), (2, 4)]), [0.9, 0.2, 0.2, 0.8, 0.35]);
        Groups(0.3).ShouldBe(["0 2", "1", "3", "4"]);
        Groups(0.25).ShouldBe(["0 2 4", "1", "3"]);

        string[] Groups(double least) => [.. new AverageLinkage([0, 0, 1, 2, 2], likely, least).Groups.Select(static group => string.Join(' ', group.Order())).Order(StringComparer.Ordinal)];
    }

    [Fact]
    public void A_number_is_found_where_it_first_stands()
    {
        KeySet keys = new([3, 7, 7, 2000]);
        keys.IndexOf(7).ShouldBe(1);
        keys.IndexOf(2000).ShouldBe(3);
        Enumerable.Range(0, 3000).Count(key => keys.IndexOf(key) >= 0).ShouldBe(3);
    }
}
