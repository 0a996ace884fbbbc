using System.Text;

namespace Lesart.Tests.Extracting;

/// <summary>What only shows when articles come together: standing text, doubles, versions.</summary>
public sealed class RunReviewTests
{
    private const string Standing = "The Meadow Mail has been the voice of the valley since the year of the great flood; it is printed on Fridays by hand.";

    private static readonly Engine Engine = BuiltIn.Engine;

    [Fact]
    public void What_stands_below_most_articles_of_an_outlet_is_left_out_in_any_order()
    {
        Outcome<Article>[] pages = [.. Enumerable.Range(1, 6).Select(static number => Page("Meadow Mail", number, Standing))];
        Article[] forth = [.. Engine.Review(pages).Select(static outcome => outcome.Value!)], back = [.. Engine.Review(pages.Reverse()).Select(static outcome => outcome.Value!).Reverse()];
        forth.ShouldAllBe(static article => !article.Text.Contains("voice of the valley") && article.Text.Contains("council") && article.Blocks.Last().End == article.Text.Length);
        forth.Select(static article => article.Id).ShouldBe(back.Select(static article => article.Id));
        forth[0].Id.ShouldBe(ArticleId.Of(forth[0].Outlet, forth[0].Title, forth[0].Text));
    }

    [Theory]
    [InlineData(4, 0)] // too few to learn from
    [InlineData(5, 6)] // below less than half of the outlet's articles: several of them tell one event
    public void What_only_some_articles_share_stays(int with, int without) =>
        Engine.Review([.. Enumerable.Range(1, with).Select(static number => Page("Meadow Mail", number, Standing)), .. Enumerable.Range(with + 1, without).Select(static number => Page("Meadow Mail", number, "Nothing else was decided on that evening, and everybody went home early."))])
            .Count(static outcome => outcome.Value!.Text.Contains("voice of the valley", StringComparison.Ordinal)).ShouldBe(with);

    [Fact]
    public void An_outlets_standing_text_stays_where_another_outlet_prints_it() =>
        Engine.Review([.. Enumerable.Range(1, 6).Select(static number => Page("Meadow Mail", number, Standing)), Page("Hill Herald", 7, Standing)]).Last().Value!.Text.ShouldContain("voice of the valley");

    [Fact]
    public void The_same_text_of_an_outlet_under_another_title_is_read_once_and_that_of_another_outlet_twice()
    {
        Article first = Page("Meadow Mail", 1, Standing).Value!;
        Outcome<Article>[] reviewed = [.. Engine.Review([first, first with { Title = "Another title", Id = "a", Source = "b.html" }, first with { Outlet = "Hill Herald", Id = "c" }])];
        reviewed[1].Problem!.Reason.ShouldContain(first.Id);
        reviewed[2].Value.ShouldNotBeNull();
    }

    [Fact]
    public void Another_text_at_the_same_address_is_a_new_version()
    {
        Article first = Page("Meadow Mail", 1, Standing).Value! with { Url = "https://www.meadow.example/mill?utm_source=mail" };
        Article changed = Page("Meadow Mail", 1, "Corrected: the roof has been mended already.").Value! with { Url = "http://meadow.example/mill/#top" };
        Article[] reviewed = [.. Engine.Review([first, changed]).Select(static outcome => outcome.Value!)];
        (reviewed[0].Version, reviewed[0].Previous).ShouldBe((0, null));
        (reviewed[1].Version, reviewed[1].Previous).ShouldBe((2, reviewed[0].Id));
    }

    [Theory]
    [InlineData("https://meadow.example/mill?page=2")]
    [InlineData("https://meadow.example:8443/mill")]
    [InlineData("https://hill.example/mill")]
    public void Another_address_is_no_version(string address)
    {
        Article first = Page("Meadow Mail", 1, Standing).Value! with { Url = "https://meadow.example/mill" };
        Article other = Page("Meadow Mail", 2, Standing).Value! with { Url = address };
        Engine.Review([first, other]).ShouldAllBe(static outcome => outcome.Value!.Version == 0 && outcome.Value.Previous == null);
    }

    [Fact]
    public void Fields_and_ids_of_others_keep_their_text()
    {
        Article[] foreign = [.. Enumerable.Range(1, 6).Select(static number => Page("Meadow Mail", number, Standing).Value! with { Id = $"own-{number}" })];
        Engine.Review(foreign.Select(static article => (Outcome<Article>)article)).ShouldAllBe(static outcome => outcome.Value!.Text.Contains("voice of the valley"));
    }

    private static Outcome<Article> Page(string outlet, int number, string last) =>
        Engine.Extract(new SourceFile($"{number}.html", () => new MemoryStream(Encoding.UTF8.GetBytes($"""
            <html><head><meta property="og:site_name" content="{outlet}"></head><body><article><h1>Decision number {number} of the council</h1>
            <p>The council of Lower Meadow took its decision number {number} on Tuesday, about the roof of the old mill by the river, and nobody spoke against it for once.</p>
            <p>Mayor Agnes Thornbury said that {number} million pounds would be needed over six years, and that {number + 1} libraries would stay open all the same.</p><p>{last}</p></article></body></html>
            """)))).ShouldHaveSingleItem();
}
