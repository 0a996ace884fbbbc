using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Tests.Collating;

public sealed class PointTellerTests
{
    private const string Text = "Das Dach brach gegen Mitternacht ein, als der Schnee taute, und begrub zwei Wagen. Verletzt wurde nach Angaben der Wache niemand.";

    [Fact]
    public void What_one_sentence_brings_to_a_point_in_one_voice_is_one_reading() =>
        Spans(Clause(0, "Das Dach brach gegen Mitternacht ein", 0), Clause(2, "und begrub zwei Wagen", 0)).ShouldBe(["Das Dach brach gegen Mitternacht ein, als der Schnee taute, und begrub zwei Wagen"]);

    [Fact]
    public void Two_sentences_of_an_account_are_two_readings() =>
        Spans(Clause(0, "Das Dach brach gegen Mitternacht ein", 0), Clause(3, "Verletzt wurde nach Angaben der Wache niemand", 1)).Length.ShouldBe(2);

    [Fact]
    public void A_claim_and_its_denial_in_one_sentence_are_two_readings() =>
        Spans(Clause(0, "Das Dach brach gegen Mitternacht ein", 0), Clause(2, "und begrub zwei Wagen", 0) with { Denies = true }).Length.ShouldBe(2);

    private static string[] Spans(params Unit[] told)
    {
        AccountText text = AccountText.Of(0, new Account { Id = "a", Text = Text, Language = "de" }, BuiltIn.Packs, new TermIds());
        List<Unit> group = [.. told];
        Alignment alignment = new([group], new PairTable(new PairRows(4, []), []), new PairReader([]), new AnsweredClaims([], static (_, _) => 0));
        return [.. new PointTeller([text], [0], alignment).Tell("p1", group, told[0], []).Readings.Select(static reading => reading.Spans.ShouldHaveSingleItem().In(Text).ToString())];
    }

    private static Unit Clause(int index, string words, int sentence)
    {
        int start = Text.IndexOf(words, StringComparison.Ordinal);
        return new Unit { Index = index, Account = 0, Sentence = sentence, Span = new TextSpan(start, start + words.Length), Whole = new TextSpan(0, Text.Length), Terms = [], Language = "de" };
    }
}
