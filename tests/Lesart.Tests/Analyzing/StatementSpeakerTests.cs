namespace Lesart.Tests.Analyzing;

/// <summary>Who a source means: its head, not what stands in front of it.</summary>
public sealed class StatementSpeakerTests
{
    private static readonly Engine Engine = Engine.Create();

    [Theory]
    [InlineData("US-Diplomaten sagten, die Lage bleibe schwierig.", null)] // diplomats of a state are not the state
    [InlineData("Die EU-Kommissarin sagte, die Lage bleibe schwierig.", null)]
    [InlineData("Frankreichs Präsident Emmanuel Macron sagte, die Lage bleibe schwierig.", "emmanuel-macron")]
    public void The_first_part_of_a_compound_speaks_for_nobody(string text, string? speaker)
    {
        Account account = Engine.Analyze(new Article { Id = "x", Language = "de", Text = text, Published = PublicationTime.OfDay(new DateOnly(2024, 3, 4)) }).Value.ShouldNotBeNull();
        account.Statements.ShouldHaveSingleItem().Speaker.ShouldBe(speaker);
    }
}
