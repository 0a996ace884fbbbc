namespace Lesart.Tests.Analyzing;

/// <summary>Trained weights find in the press what rules miss.</summary>
public sealed class PressVoteTests
{
    private static readonly Engine Engine = BuiltIn.Engine;

    [Theory]
    [InlineData("Der Prüfer zeigte sich zuversichtlich, dass die Fähre im Mai fährt.", "Der Prüfer", "dass die Fähre im Mai fährt")]
    [InlineData("Das Amtsgericht sah es als erwiesen an, dass der Wirt gelogen hatte.", "Das Amtsgericht", "dass der Wirt gelogen hatte")]
    public void A_cue_that_no_table_has_is_found_where_a_clause_follows(string text, string source, string content)
    {
        Statement statement = Read(text).ShouldHaveSingleItem();
        statement.Kind.ShouldBe(StatementKind.Indirect);
        statement.Source.ShouldHaveSingleItem().In(text).ToString().ShouldBe(source);
        statement.Content.ShouldHaveSingleItem().In(text).ToString().ShouldBe(content);
    }

    [Theory]
    [InlineData("Das Wasser hält es nicht auf, wenn der Damm bricht.")]
    [InlineData("Die Sonde trägt dazu bei, dass Stürme früher erkannt werden.")]
    [InlineData("Das Seil hilft, den Mast zu halten.")]
    [InlineData("Der Wirt ging hinaus, um Luft zu holen.")] // a purpose
    public void A_clause_alone_makes_no_speech(string text) => Read(text).ShouldHaveSingleItem().Kind.ShouldBe(StatementKind.Narrated);

    private static IReadOnlyList<Statement> Read(string text) => Engine.Analyze(new Article { Id = "x", Language = "de", Text = text }).Value.ShouldNotBeNull().Statements;
}
