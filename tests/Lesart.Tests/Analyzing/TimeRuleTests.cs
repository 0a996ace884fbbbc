using System.Collections.Immutable;
using System.Globalization;
using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Tests.Analyzing;

/// <summary>Each example beside a time rule holds.</summary>
public sealed class TimeRuleTests
{
    private static readonly LanguagePacks Packs = BuiltIn.Packs;

    public static TheoryData<string, string, string> Examples(bool isCounterexample)
    {
        TheoryData<string, string, string> rows = [];
        foreach (LanguagePack pack in Packs.All)
        {
            foreach (Rule rule in new TimeRules(pack).Rules.Rules)
            {
                foreach (RuleExample example in rule.Examples.Where(example => example.IsCounterexample == isCounterexample))
                    rows.Add(pack.Code, rule.Name, string.Join(" | ", example.Cells));
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Examples), false)]
    public void A_rule_reads_its_example(string language, string rule, string example)
    {
        string[] cells = example.Split(" | ");
        int open = cells[0].IndexOf('[', StringComparison.Ordinal), close = cells[0].IndexOf(']', StringComparison.Ordinal);
        string marked = open < 0 ? cells[0] : cells[0][(open + 1)..close];
        string text = cells[0].Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        string[] found = [.. Tag(language, text, cells[1]).Select(time => $"{text[time.Start..time.End]} = {time.Value}")];
        found.ShouldContain($"{marked} = {cells[2]}", $"example of rule {rule}");
    }

    [Theory]
    [MemberData(nameof(Examples), true)]
    public void A_rule_leaves_its_counterexample_alone(string language, string rule, string example)
    {
        string[] cells = example.Split(" | ");
        Tag(language, cells[0], cells.Length > 1 ? cells[1] : "2024-06-20").ShouldNotContain(time => time.Explain!.StartsWith($"rule {rule};", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("de", "Am Mittwoch kam er an.", "2024-06-26 (looking ahead)")]
    [InlineData("de", "Am Mittwoch wird er ankommen.", "2024-06-19 (looking back)")]
    [InlineData("de", "Im dritten Quartal stieg der Umsatz.", "2024-Q3 (looking ahead)")]
    [InlineData("de", "Heute regnet es.", "2024-06-20 (rule day-word)")]
    [InlineData("en", "On March 2, 2009 it began. The next day it ended.", "2024-06-21 (from publication)")]
    [InlineData("en", "The harbour closed on Friday.", "2024-06-21 (looking ahead)")]
    public void The_reading_that_was_put_aside_is_told(string language, string text, string aside) =>
        Tag(language, text, "2024-06-20")[^1].Explain!.ShouldEndWith("not " + aside);

    [Fact]
    public void Where_the_text_names_no_day_the_next_one_is_left_open()
    {
        TimeExpression time = Tag("de", "Im Jahr 2009 zog er fort, tags darauf kam sie.", "2024-06-20")[^1];
        (time.Value, time.From, time.To).ShouldBe(("XXXX-XX-XX", null, null));
    }

    private static ImmutableArray<TimeExpression> Tag(string language, string text, string published)
    {
        Packs.TryGet(language, out LanguagePack? pack).ShouldBeTrue();
        TaggedText tagged = Tagger.Tag(Tokenizer.Tokenize(text, pack!));
        PublicationTime day = PublicationTime.OfDay(DateOnly.ParseExact(published, "yyyy-MM-dd", CultureInfo.InvariantCulture));
        return TimeTagger.Tag(tagged, day, new AnalysisOptions { Explain = true });
    }
}
