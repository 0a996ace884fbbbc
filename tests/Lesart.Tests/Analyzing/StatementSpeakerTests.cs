namespace Lesart.Tests.Analyzing;

/// <summary>Who a source means: its head, not what stands in front of it.</summary>
public sealed class StatementSpeakerTests
{
    private static readonly Engine Engine = BuiltIn.Engine;

    [Theory]
    [InlineData("US-Diplomaten sagten, die Lage bleibe schwierig.", null)] // diplomats of a state are not the state
    [InlineData("Die EU-Kommissarin sagte, die Lage bleibe schwierig.", null)]
    [InlineData("Frankreichs Präsident Emmanuel Macron sagte, die Lage bleibe schwierig.", "emmanuel-macron")]
    public void The_first_part_of_a_compound_speaks_for_nobody(string text, string? speaker)
    {
        Account account = Engine.Analyze(new Article { Id = "x", Language = "de", Text = text, Published = PublicationTime.OfDay(new DateOnly(2024, 3, 4)) }).Value.ShouldNotBeNull();
        account.Statements.ShouldHaveSingleItem().Speaker.ShouldBe(speaker);
    }

    [Theory]
    [InlineData("en", "The Berlin prosecutor's office said the man had been arrested.", null)]
    [InlineData("en", "Latvia's Janis Kalnins said the border would stay open.", "janis-kalnins")]
    [InlineData("en", "Latvia's foreign minister Janis Kalnins said the border would stay open.", "janis-kalnins")]
    [InlineData("en", "The Janis Kalnins campaign said the border would stay open.", null)]
    [InlineData("en", "President Janis Kalnins said the border would stay open.", "janis-kalnins")]
    [InlineData("en", "RIGA ― President Janis Kalnins said the border would stay open.", "janis-kalnins")]
    [InlineData("de", "Bürgermeisterin Jana Kolm (51, SPD) ringt um Worte: „Das Dorf ist weg.“", "jana-kolm")]
    [InlineData("de", "Jana Kolm (SPD) ringt um Worte: „Das Dorf ist weg.“", "jana-kolm")]
    public void Whose_the_head_is_and_what_stands_in_brackets_speak_for_nobody(string language, string text, string? speaker)
    {
        Account account = Engine.Analyze(new Article { Id = "x", Language = language, Text = text, Published = PublicationTime.OfDay(new DateOnly(2024, 3, 4)) }).Value.ShouldNotBeNull();
        account.Statements.ShouldHaveSingleItem().Speaker.ShouldBe(speaker);
    }

    [Theory]
    [InlineData("de", "Berlin – „Die Brücke ist gesperrt.“", null)]
    [InlineData("en", "LONDON: \"The bridge is closed.\"", null)]
    [InlineData("en", "SEOUL, South Korea | \"The bridge is closed.\"", null)]
    [InlineData("en", "Janis Kalnins: \"The bridge is closed.\"", "janis-kalnins")]
    [InlineData("en", "Iowa Democrat Janis Kalnins: \"The bridge is closed.\"", "janis-kalnins")]
    public void The_place_that_opens_a_text_speaks_for_nobody(string language, string text, string? speaker)
    {
        Account account = Engine.Analyze(new Article { Id = "x", Language = language, Text = text, Published = PublicationTime.OfDay(new DateOnly(2024, 3, 4)) }).Value.ShouldNotBeNull();
        Statement said = account.Statements.ShouldHaveSingleItem();
        said.Speaker.ShouldBe(speaker);
        said.Source.IsEmpty.ShouldBe(speaker is null);
    }

    [Theory]
    [InlineData("en", "KYIV, Jan 5 (Agency) — ", "The bridge is closed, the minister said.")]
    [InlineData("de", "MOSKAU/KIEW - ", "Die Brücke ist gesperrt, sagte der Minister.")]
    [InlineData("de", "BERLIN taz | ", "Die Brücke ist gesperrt.")]
    public void A_dateline_is_no_part_of_what_is_said(string language, string dateline, string text)
    {
        Account account = Engine.Analyze(new Article { Id = "x", Language = language, Text = dateline + text, Published = PublicationTime.OfDay(new DateOnly(2024, 3, 4)) }).Value.ShouldNotBeNull();
        account.Statements.ShouldHaveSingleItem().Content[0].Start.ShouldBe(dateline.Length);
    }
}
