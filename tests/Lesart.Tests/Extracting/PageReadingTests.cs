using System.Text;

namespace Lesart.Tests.Extracting;

public sealed class PageReadingTests
{
    private const string First = "The council of Lower Meadow voted on Tuesday to buy the old mill by the river, although nobody knows yet who is going to run it once the roof is mended.";
    private const string Second = "Mayor Agnes Thornbury said the purchase would cost nine million pounds over six years, most of it borrowed, and promised that no library would close because of it.";
    private const string Third = "Opponents gathered outside the town hall with saucepans and whistles; they want the money spent on the swimming pool, which has been shut since the flood of last winter.";

    private static readonly Engine Engine = BuiltIn.Engine;

    [Fact]
    public void Body_parts_in_several_boxes_are_all_found_and_the_frame_is_not()
    {
        Article article = Page($"""
            <nav><a href=a>Start</a></nav><div class="story"><h1>Council buys the old mill</h1>
            <div class="part"><p class="text">{First}</p></div><div class="ad-slot"><p>Buy one umbrella and get another one for half the price, only this week and only in our shop at the station, while stocks last.</p></div>
            <div class="part"><p class="text">{Second}</p></div><div class="related"><h3>More on this story</h3><ul><li><a href=b>The mill that would not burn</a></li></ul></div>
            <div class="part"><p class="text">{Third}</p></div></div><footer><p>All rights reserved.</p></footer>
            """);
        article.Text.ShouldBe($"{First}\n\n{Second}\n\n{Third}");
        article.Title.ShouldBe("Council buys the old mill");
    }

    [Fact]
    public void Words_for_screen_readers_and_hidden_elements_are_left_out()
    {
        Article article = Page($"<article><h1>Council buys the old mill</h1><p>{First[..^1]} <a href=x>soon<span class=\"sr-only\">, opens new tab</span></a>.</p><p style=\"display: none\">{Third}</p><p>{Second}</p></article>");
        article.Text.ShouldNotContain("new tab");
        article.Text.ShouldNotContain("saucepans");
    }

    [Fact]
    public void Json_ld_that_is_broken_is_still_read()
    {
        Article article = Page($$"""
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Council buys the old mill","description":"A line
            break","datePublished":"2025-06-10T18:30:00+01:00","author":{"@id":"#a"},"publisher":{"@type":"Organization","name":"Meadow Mail"},},{"@type":"Person","@id":"#a","name":"Ida Fenwick"}]}</script>
            <article><p>{{First}}</p><p>{{Second}}</p></article>
            """);
        (article.Title, article.Outlet, article.Published.ToString()).ShouldBe(("Council buys the old mill", "Meadow Mail", "2025-06-10T18:30:00+01:00"));
        article.Authors.ShouldBe(["Ida Fenwick"]);
    }

    [Theory]
    [InlineData("Council buys the old mill | Meadow Mail", "Council buys the old mill", "Council buys the old mill")] // the site's name goes
    [InlineData("Search: mill council purchase", "Council buys the old mill", "Council buys the old mill")] // what is printed and shared outvotes what search engines get
    public void The_headline_is_the_one_that_sources_agree_on(string element, string printed, string expected)
    {
        Article article = Engine.Extract(Source($"<html><head><title>{element}</title><meta property='og:site_name' content='Meadow Mail'><meta property='og:title' content='{printed}'></head><body><article><h1>{printed}</h1><p>{First}</p><p>{Second}</p></article></body></html>"))
            .ShouldHaveSingleItem().Value!;
        article.Title.ShouldBe(expected);
    }

    [Theory]
    [InlineData("<div class='byline'>By <a>Ida Fenwick</a> and <a>Bo Lind</a></div>", "Ida Fenwick,Bo Lind", "")]
    [InlineData("<p class='author'>von Ida Fenwick, RUNDFUNK NORD</p>", "Ida Fenwick", "")]
    [InlineData("<meta name='author' content='Ida Fenwick, dpa'>", "Ida Fenwick", "dpa")]
    [InlineData("<meta name='author' content='Meadow Mail'><meta property='og:site_name' content='Meadow Mail'>", "", "")]
    public void Authors_are_people_and_agencies_stand_apart(string markup, string authors, string agencies)
    {
        Article article = Page($"<article><h1>Council buys the old mill</h1>{markup}<p>{First}</p><p>{Second}</p></article>");
        string.Join(',', article.Authors).ShouldBe(authors);
        string.Join(',', article.Agencies).ShouldBe(agencies);
    }

    [Theory]
    [InlineData("Ida Fenwick", "Ida Fenwick", null)] // people only: nothing to add
    [InlineData("Ida Fenwick, AP", "Ida Fenwick", "Ida Fenwick|AP")]
    [InlineData("The Associated Press", "", "The Associated Press")] // as it is written, not by its usual name
    [InlineData("Meadow Mail newsdesk", "", "Meadow Mail newsdesk")]
    public void The_byline_names_whoever_signs(string author, string people, string? byline)
    {
        Article article = Page($$"""<script type="application/ld+json">{"@type":"NewsArticle","headline":"Council buys the old mill","author":{"@type":"Person","name":"{{author}}"} }</script><article><p>{{First}}</p><p>{{Second}}</p></article>""");
        string.Join('|', article.Authors).ShouldBe(people);
        (article.Byline is { } names ? string.Join('|', names) : null).ShouldBe(byline);
    }

    [Fact]
    public void A_person_in_the_visible_byline_wins_over_the_outlet_in_the_data()
    {
        Article article = Page($$"""
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Council buys the old mill","author":{"name":"Meadow Mail"},"publisher":{"name":"Meadow Mail"} }</script>
            <article><h1>Council buys the old mill</h1><div class="byline">by Meadow Mail</div><p><strong>Ida Fenwick/Bo Lind</strong></p><p>{{First}}</p><p>{{Second}}</p></article>
            """);
        article.Authors.ShouldBe(["Ida Fenwick", "Bo Lind"]);
    }

    [Fact]
    public void A_label_names_the_author_wherever_it_stands() =>
        Page($"<article><h1>Council buys the old mill</h1><p>{First}</p><p>{Second}</p></article><div><h4>Watch and listen</h4><p>More of the mill, the river and the council, in pictures of our own.</p><ul><li>Date 10.06.2025</li><li>Author Ida Fenwick</li></ul></div>")
            .Authors.ShouldBe(["Ida Fenwick"]);

    [Theory]
    [InlineData("LOWER MEADOW (AP) - ", "", "AP")]
    [InlineData("", "<p>(dpa/lby)</p>", "dpa")]
    [InlineData("", "<p>Quelle: mit Material von dpa und AFP</p>", "dpa,AFP")]
    [InlineData("", "<p>© Reuters, 2025</p>", "Reuters")]
    [InlineData("", "<p>The AP was founded when nobody in the valley had a telephone.</p>", "")] // named in a sentence, not credited
    public void Agencies_are_read_from_dateline_and_credits(string dateline, string note, string agencies) =>
        string.Join(',', Page($"<article><h1>Council buys the old mill</h1><p>{dateline}{First}</p><p>{Second}</p><p>{Third}</p>{note}</article>").Agencies).ShouldBe(agencies);

    [Fact]
    public void Rows_of_a_data_table_are_lines_and_layout_tables_are_not()
    {
        Article article = Page($"<table><tr><td><h1>Council buys the old mill</h1><p>{First}</p><p>{Second}</p><p>{Third}</p></td><td><a href=x>Home</a></td></tr></table>");
        article.Text.ShouldBe($"{First}\n\n{Second}\n\n{Third}");
    }

    [Fact]
    public void Other_articles_below_the_one_with_the_headline_are_not_its_body()
    {
        string others = string.Concat(Enumerable.Range(1, 5).Select(static number => $"<article class='card'><p>{Third} It was the {number}. evening of that kind, and the {number}. in a row on which nobody from the council came out to speak with them, they say.</p><p>Share Like Save</p></article>"));
        Article article = Page($"<div id='all'><article class='card'><h1>Council buys the old mill</h1><p>{First} {Second} {First} {Second}</p></article>{others}</div>");
        article.Text.ShouldStartWith(First);
        article.Text.ShouldNotContain("saucepans");
    }

    [Fact]
    public void What_the_pages_own_data_leave_out_between_paragraphs_is_no_body()
    {
        const string Offer = "Walk with us: on four Sundays in autumn our readers can see the mills of the county from the inside, with tea and cake, for a small fee that goes to the bell tower fund.";
        Article article = Page($$"""
            <script type="application/ld+json">{"@type":"NewsArticle","headline":"Council buys the old mill","articleBody":"{{First}} {{Second}} {{Third}}"}</script>
            <article><h1>Council buys the old mill</h1><p>{{First}}</p><div><p>{{Offer}}</p></div><p>{{Second}}</p><p>{{Third}}</p></article>
            """);
        article.Text.ShouldBe($"{First}\n\n{Second}\n\n{Third}");
    }

    private static Article Page(string body) => Engine.Extract(Source($"<html><body>{body}</body></html>")).ShouldHaveSingleItem().Value!;

    private static SourceFile Source(string page) => new("page.html", () => new MemoryStream(Encoding.UTF8.GetBytes(page)));
}
