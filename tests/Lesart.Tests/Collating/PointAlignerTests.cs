using System.Globalization;
using Lesart.Collating;

namespace Lesart.Tests.Collating;

public sealed class PointAlignerTests
{
    // Five accounts of one clause each.
    private static readonly Unit[] Units = [.. Enumerable.Range(0, 5).Select(static i => new Unit { Index = i, Account = i, Sentence = 0, Span = new TextSpan(i, i + 1), Whole = new TextSpan(i, i + 1), Terms = [], Language = "de" })];

    [Fact]
    public void The_surest_pairs_join_first_and_the_rest_stays_alone() => Group((0, 1, 0.9), (0, 2, 0.2), (1, 2, 0.2), (3, 4, 0.4)).ShouldBe(["0 1", "2", "3 4"]);

    [Fact]
    public void A_clause_that_meets_all_of_another_point_stands_there_too() => Group((0, 1, 0.95), (1, 2, 0.55), (2, 3, 0.9), (1, 3, 0.55)).ShouldBe(["0 1", "1 2 3", "4"]);

    [Fact]
    public void Two_sure_clauses_whose_points_do_not_meet_are_a_point_of_their_own()
    {
        // 1 tells what 0 tells, and what 2 tells beside what it has in common with 3 and 4
        (int, int, double)[] pairs = [(0, 1, 0.95), (2, 3, 0.95), (2, 4, 0.95), (3, 4, 0.95)];
        Group([.. pairs, (1, 2, 0.8)]).ShouldBe(["0 1", "1 2", "2 3 4"]);
        Group([.. pairs, (1, 2, 0.55)]).ShouldBe(["0 1", "2 3 4"]);
    }

    /// <summary>The groups by how likely pairs state the same, each by its clauses' numbers.</summary>
    private static string[] Group(params (int Left, int Right, double Likely)[] pairs)
    {
        (int Left, int Right, double Likely)[] ordered = [.. pairs.OrderBy(static pair => (pair.Left, pair.Right))];
        PairTable likely = new(new PairRows(Units.Length, [.. ordered.Select(static pair => (pair.Left, pair.Right))]), [.. ordered.Select(static pair => pair.Likely)]);
        return [.. PointAligner.Group([.. Units], likely).Select(static group => string.Join(' ', group.Select(static unit => unit.Index.ToString(CultureInfo.InvariantCulture))))];
    }
}
