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

    [Theory]
    [InlineData("en", "The mayor defended the 2019 bridge act.", 0)]
    [InlineData("en", "The bridge act was passed in 2019 by the council.", 1)]
    [InlineData("de", "Die 2019 gegründete Gerberei schließt.", 1)]
    public void A_year_in_the_name_of_a_thing_is_no_event(string language, string text, int entries) => Timeline(text, language).Length.ShouldBe(entries);

    [Theory]
    [InlineData("Vera Lindholz tritt am 14. Juni gegen Heiko Brandt an.", 0)] // the one to come or the last one
    [InlineData("Am 14. Februar stürzte das Dach der Gerberei ein.", 1)]
    [InlineData("Am 14. Juni 2025 stürzte das Dach der Gerberei ein.", 1)]
    [InlineData("Im März 2025 zog die Gerberei um. Am 14. Juni stürzte das Dach der Gerberei ein.", 2)]
    public void A_day_whose_year_is_guessed_far_back_is_left_out(string text, int entries) => Timeline(text).Count(static entry => entry.From < new DateOnly(2026, 3, 3)).ShouldBe(entries);

    [Fact]
    public void Today_is_the_day_of_publication() =>
        Timeline("The council closed the tannery because of today's ruling on the bridge.", "en").ShouldHaveSingleItem().Value.ShouldBe("2026-03-03");

    private static TimelineEntry[] Timeline(string text, string language = "de") => [.. Engine.Collate(new Story("s", [Engine.Analyze(new Article
    {
        Id = "a0",
        Outlet = "Blatt",
        Language = language,
        Text = text,
        Published = PublicationTime.TryParse("2026-03-03T20:00:00+01:00", out PublicationTime time) ? time : null,
    }).Value!]), []).Timeline]; // own texts can be read
}
