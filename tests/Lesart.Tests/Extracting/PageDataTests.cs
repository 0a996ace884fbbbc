using System.Text;

namespace Lesart.Tests.Extracting;

/// <summary>What pages say of their articles for machines, and where they say it.</summary>
public sealed class PageDataTests
{
    private const string Body = "<p>The council of Lower Meadow voted on Tuesday to buy the old mill by the river, although nobody knows yet who is going to run it once the roof is mended.</p><p>Mayor Agnes Thornbury said the purchase would cost nine million pounds over six years, most of it borrowed, and promised that no library would close because of it.</p>";

    private static readonly Engine Engine = BuiltIn.Engine;

    [Theory]
    [InlineData("<meta itemprop='datePublished' content='2025-06-10T18:30:00+01:00'>", "2025-06-10T18:30:00+01:00")]
    [InlineData("<span itemprop='datePublished' content='2025-06-10T18:30:00+01:00'>yesterday</span>", "2025-06-10T18:30:00+01:00")]
    [InlineData("<span itemprop='datePublished'>10 June 2025</span>", "2025-06-10")]
    [InlineData("<time itemprop='dateModified' datetime='2025-06-12'>12 June</time><time datetime='2025-06-10'>10 June</time>", "2025-06-10")]
    [InlineData("<p>Published: 10 June 2025, 6:30 pm BST</p>", "2025-06-10T18:30:00+01:00")]
    [InlineData("<p>Veröffentlicht am 10. Juni 2025</p>", "2025-06-10")]
    public void The_day_is_read_wherever_the_page_gives_it(string markup, string expected) => Page($"<article><h1>Council buys the old mill</h1>{markup}{Body}</article>").Published.ToString().ShouldBe(expected);

    [Theory]
    [InlineData("https://www.zeit.de/a/b", "2025-06-10T18:30:00", "2025-06-10T18:30:00+02:00")] // summer time in Berlin
    [InlineData("https://www.zeit.de/a/b", "2025-12-10T18:30:00", "2025-12-10T18:30:00+01:00")]
    [InlineData("https://www.zeit.de/a/b", "2025-06-10T18:30:00Z", "2025-06-10T18:30:00Z")] // an offset of its own wins
    [InlineData("https://www.zeit.de/a/b", "2025-06-10T00:00:00", "2025-06-10")] // midnight stands for no time
    [InlineData("https://unknown.example/a/b", "2025-06-10T18:30:00", "2025-06-10")]
    public void A_time_without_offset_is_read_by_the_outlets_clock(string address, string written, string expected) =>
        Page($"<article><h1>Council buys the old mill</h1>{Body}</article>", $"<link rel=canonical href='{address}'><meta property='article:published_time' content='{written}'>").Published.ToString().ShouldBe(expected);

    [Fact]
    public void A_bar_with_todays_date_is_not_the_articles_day()
    {
        Article article = Page($"<div class='bar'><div>Sunday, 22 November 2026</div></div><ul><li>News</li><li>Sport</li><li>Weather</li><li>Letters</li></ul><article><h1>Council buys the old mill</h1><p>10 June 2025</p><p>Updated: 12 June 2025</p>{Body}</article>");
        (article.Published.ToString(), article.Modified.ToString()).ShouldBe(("2025-06-10", "2025-06-12"));
    }

    [Fact]
    public void Dublin_core_is_read()
    {
        Article article = Page($"<div>{Body}</div>", "<meta name='DC.title' content='Council buys the old mill'><meta name='DC.creator' content='Ida Fenwick'><meta name='DC.date.issued' content='2025-06-10'><meta name='DC.publisher' content='Meadow Mail'>");
        (article.Title, article.Outlet, article.Published.ToString()).ShouldBe(("Council buys the old mill", "Meadow Mail", "2025-06-10"));
        article.Authors.ShouldBe(["Ida Fenwick"]);
    }

    [Theory]
    [InlineData("<h1><span class='kicker'>Town hall</span> Council finds the money at last</h1>")]
    [InlineData("<header><p class='kicker'>Town hall</p><h1>Council finds the money at last</h1></header>")]
    [InlineData("<div><div class='dachzeile'>Town hall</div></div><h1>Council finds the money at last</h1>")]
    public void The_kicker_stands_in_section(string headline)
    {
        Article article = Page($"<article>{headline}{Body}</article>");
        (article.Title, article.Section).ShouldBe(("Council finds the money at last", "Town hall"));
        article.Text.ShouldNotContain("Town hall");
    }

    [Fact]
    public void Microdata_name_the_headline() =>
        Page($"<article itemscope itemtype='https://schema.org/NewsArticle'><h2 itemprop='headline'>Council buys the old mill</h2><div itemprop='articleBody'>{Body}</div></article>", "<title>Meadow Mail</title>").Title.ShouldBe("Council buys the old mill");

    private static Article Page(string body, string head = "") =>
        Engine.Extract(new SourceFile("page.html", () => new MemoryStream(Encoding.UTF8.GetBytes($"<html><head>{head}</head><body>{body}</body></html>")))).ShouldHaveSingleItem().Value!;
}
