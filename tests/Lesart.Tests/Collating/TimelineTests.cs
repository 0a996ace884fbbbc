namespace Lesart.Tests.Collating;

public sealed class TimelineTests
{
    private static readonly Engine Engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });

    [Fact]
    public void A_day_is_in_the_order_of_its_clock() =>
        Timeline("Um 17.20 Uhr brach in der Gerberei ein Feuer aus. Um 9.15 Uhr hatte der Pförtner am Dienstag Rauch gerochen.").Select(static entry => entry.Gloss[..9]).ShouldBe(["Um 9.15 U", "Um 17.20 "]);

    [Fact]
    public void What_lies_ahead_is_announced()
    {
        TimelineEntry[] entries = Timeline("Am Montag stürzte das Dach der Markthalle ein. Die Markthalle soll am 4. Mai 2026 wieder öffnen.");
        entries.Select(static entry => entry.Announced).ShouldBe([false, true]);
    }

    [Fact]
    public void A_range_stands_once() =>
        Timeline("Zwischen 2019 und 2023 verkaufte der Händler acht gefälschte Uhren.").ShouldHaveSingleItem().Value.ShouldBe("2019");

    [Theory]
    [InlineData("Vera Lindholz besuchte vom 19. bis zum 20. Januar die Gerberei.", 1)]
    [InlineData("Der Umsatz der Gerberei fiel von 2015 bis zum Jahr 2021.", 1)]
    [InlineData("Vera Lindholz besuchte am 12. Januar und am 19. Januar die Gerberei.", 2)]
    public void A_range_with_two_words_between_its_ends_stands_once(string text, int entries) => Timeline(text).Length.ShouldBe(entries);

    [Theory]
    [InlineData("Die Brücke ist in diesem Jahr das größte Ärgernis der Stadt.", 0)]
    [InlineData("„Heute ist das Dach ein Schandfleck“, sagte Vera Lindholz.", 0)]
    [InlineData("Im vergangenen Jahr stürzte das Dach der Gerberei ein.", 1)]
    [InlineData("Heute stürzte das Dach der Gerberei ein.", 1)]
    public void What_is_so_in_these_days_is_no_event(string text, int entries) => Timeline(text).Length.ShouldBe(entries);

    [Fact]
    public void When_something_was_said_to_a_paper_is_no_event() =>
        Timeline("„Wir bauen die Brücke neu“, sagte Landrätin Vera Lindholz am Dienstag.").ShouldBeEmpty();

    private static TimelineEntry[] Timeline(string text) => [.. Engine.Collate(new Story("s", [Engine.Analyze(new Article
    {
        Id = "a0",
        Outlet = "Blatt",
        Language = "de",
        Text = text,
        Published = PublicationTime.TryParse("2026-03-03T20:00:00+01:00", out PublicationTime time) ? time : null,
    }).Value!]), []).Timeline]; // own texts can be read
}
