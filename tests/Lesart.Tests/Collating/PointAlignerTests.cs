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
        Group([.. pairs, (1, 2, 0.7)]).ShouldBe(["0 1", "1 2", "2 3 4"]);
        Group([.. pairs, (1, 2, 0.35)]).ShouldBe(["0 1", "2 3 4"]);
    }

    [Fact]
    public void Sentences_meet_as_surely_as_their_surest_clauses_and_those_that_carry_it_stand_there()
    {
        // two accounts of two sentences with two clauses each; 0 and 4 meet surely, 1 and 5 hardly, 3 and 7 not at all
        Unit[] units = [.. Enumerable.Range(0, 8).Select(static i => new Unit { Index = i, Account = i / 4, Sentence = i / 2 % 2, Span = new TextSpan(i, i + 1), Whole = new TextSpan(i, i + 1), Terms = [], Language = "de" })];
        Group(units, (0, 4, 0.9), (1, 5, 0.1), (2, 6, 0.5), (3, 6, 0.4)).ShouldBe(["0 4", "1", "2 3 6", "5", "7"]);
    }

    [Fact]
    public void What_an_account_tells_again_stands_beside_what_it_told_once_where_it_is_sure()
    {
        // an account of two sentences, and two of one each
        Unit[] units = [.. Enumerable.Range(0, 4).Select(static i => new Unit { Index = i, Account = Math.Max(0, i - 1), Sentence = i == 1 ? 1 : 0, Span = new TextSpan(i, i + 1), Whole = new TextSpan(i, i + 1), Terms = [], Language = "de" })];
        Group(units, (0, 2, 0.9), (0, 3, 0.9), (1, 2, 0.6), (1, 3, 0.6), (2, 3, 0.9)).ShouldBe(["0 1 2 3"]);
        Group(units, (0, 2, 0.9), (0, 3, 0.9), (1, 2, 0.3), (1, 3, 0.3), (2, 3, 0.9)).ShouldBe(["0 2 3", "1"]);
    }

    [Fact]
    public void Where_no_third_account_can_speak_against_a_pair_more_is_needed()
    {
        Group(Units[..2], (0, 1, 0.45)).ShouldBe(["0", "1"]);
        Group(Units[..2], (0, 1, 0.55)).ShouldBe(["0 1"]);
        Group(Units[..3], (0, 1, 0.45)).ShouldBe(["0 1", "2"]);
    }

    [Theory]
    [InlineData(4, true, "0 1 2|0 1 3")] // "Officers searched an office on suspicion of fraud. ... The owner denies the accusations."
    [InlineData(1, true, "0 1 2 3")] // right behind it the denial answers the sentence
    [InlineData(4, false, "0 1 2 3")] // one accusation is the nearest
    public void Who_rejects_what_the_whole_story_is_about_stands_beside_what_accuses_them_alone(int sentence, bool areMany, string expected)
    {
        Unit denial = Units[3] with { Account = 1, Sentence = sentence, Denies = true, IsBare = true, NamesCharge = true, NamesCharges = areMany };
        List<List<Unit>> groups = [[Units[0] with { Accuses = true }, Units[1] with { Accuses = true }, Units[2]], [denial]];
        PointAligner.AddAnswers(groups, [(denial, groups[0][1])]);
        string.Join('|', groups.Select(static group => string.Join(' ', group.Select(static unit => unit.Index).Order()))).ShouldBe(expected);
    }

    private static string[] Group(params (int Left, int Right, double Likely)[] pairs) => Group(Units, pairs);

    /// <summary>The groups by how likely pairs state the same, each by its clauses' numbers.</summary>
    private static string[] Group(Unit[] units, params (int Left, int Right, double Likely)[] pairs)
    {
        (int Left, int Right, double Likely)[] ordered = [.. pairs.OrderBy(static pair => (pair.Left, pair.Right))];
        PairTable likely = new(new PairRows(units.Length, [.. ordered.Select(static pair => (pair.Left, pair.Right))]), [.. ordered.Select(static pair => pair.Likely)]);
        return [.. PointAligner.Group([.. units], likely).Select(static group => string.Join(' ', group.Select(static unit => unit.Index.ToString(CultureInfo.InvariantCulture))))];
    }
}
