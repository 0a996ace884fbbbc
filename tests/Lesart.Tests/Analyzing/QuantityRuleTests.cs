using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Tests.Specs;
using Lesart.Text;

namespace Lesart.Tests.Analyzing;

/// <summary>Each example beside a quantity rule holds.</summary>
public sealed class QuantityRuleTests
{
    private static readonly LanguagePacks Packs = BuiltIn.Packs;
    private static readonly Engine Engine = BuiltIn.Engine;

    public static TheoryData<string, string, string, bool> Examples()
    {
        TheoryData<string, string, string, bool> rows = [];
        foreach (LanguagePack pack in Packs.All)
        {
            foreach (Rule rule in new QuantityRules(pack).Rules.Rules)
            {
                foreach (RuleExample example in rule.Examples)
                    rows.Add(pack.Code, rule.Name, string.Join(" | ", example.Cells), example.IsCounterexample);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_rule_reads_its_examples(string language, string rule, string example, bool isCounterexample)
    {
        string[] cells = example.Split(" | ");
        int open = cells[0].IndexOf('[', StringComparison.Ordinal), close = cells[0].IndexOf(']', StringComparison.Ordinal);
        string marked = open < 0 ? cells[0] : cells[0][(open + 1)..close];
        string text = cells[0].Replace("[", "", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal);
        Account account = Engine.Analyze(new Article { Id = "example", Text = text, Language = language }).Value!;
        string[] found = [.. account.Quantities.Select(quantity => $"{text[quantity.Start..quantity.End]} = {QuantitySpecNotation.Text(quantity)}")];
        if (isCounterexample)
            found.ShouldBeEmpty($"counterexample of rule {rule}");
        else
            found.ShouldContain($"{marked} = {cells[1]}", $"example of rule {rule}");
    }

    [Theory]
    [InlineData("de", "30.000 US-Soldaten sind stationiert.", "US-Soldat", "united-states")]
    [InlineData("en", "30,000 U.S. troops are based there.", "troops", "united-states")]
    [InlineData("de", "10.000 Container mit Rüstungsgütern kamen an.", "Container", null)]
    [InlineData("de", "Zwei der drei Brücken in Kiew sind zerstört.", "Brücke", null)] // where it stands is not what is counted
    public void What_is_counted_is_told_as_lemma_and_as_entity(string language, string text, string lemma, string? entity)
    {
        Quantity quantity = Engine.Analyze(new Article { Id = "of", Text = text, Language = language }).Value!.Quantities[0];
        (quantity.Of, quantity.OfEntity).ShouldBe((lemma, entity));
    }
}
