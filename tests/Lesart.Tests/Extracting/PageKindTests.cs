using System.Text;

namespace Lesart.Tests.Extracting;

/// <summary>Pages that are more, less or other than one article: live blogs, interviews, stubs, galleries, section fronts.</summary>
public sealed class PageKindTests
{
    private const string First = "Der Gemeinderat von Niederwiesen hat am Dienstag beschlossen, die alte Mühle am Fluss zu kaufen, obwohl noch niemand weiß, wer sie einmal betreiben soll.";
    private const string Second = "Bürgermeisterin Agnes Dornburg sagte, der Kauf koste über sechs Jahre neun Millionen Euro, das meiste davon geliehen, und keine Bücherei werde deshalb schließen.";

    private static readonly Engine Engine = BuiltIn.Engine;

    [Fact]
    public void A_section_front_is_refused_with_its_reason() =>
        Refused("<title>Lokales - Wiesenbote</title>", string.Concat(Enumerable.Range(1, 12).Select(static number => $"<article><h2><a href='/a{number}'>Nachricht Nummer {number} aus dem Kreis Niederwiesen</a></h2><p>Was in der {number}. Gemeinde geschah, erfahren Sie im Artikel; es war nicht wenig, aber auch nicht viel.</p></article>")))
            .ShouldContain("section front");

    [Theory]
    [InlineData("{\"@type\":\"ImageGallery\",\"name\":\"Bilder vom Mühlenfest\"}")]
    [InlineData("{\"@type\":\"WebPage\",\"name\":\"Bilder vom Mühlenfest\"}")]
    public void A_gallery_is_refused_with_its_reason(string data) =>
        Refused($"<script type='application/ld+json'>{data}</script>", "<h1>Bilder vom Mühlenfest</h1>" + string.Concat(Enumerable.Range(1, 9).Select(static number => $"<figure><img src='{number}.jpg'><figcaption>Der {number}. Wagen des Umzugs fährt über die neue Brücke.</figcaption></figure>")))
            .ShouldContain("gallery");

    [Fact]
    public void An_article_among_many_teasers_is_no_section_front() =>
        Page("", $"<main><h1>Gemeinderat kauft die alte Mühle</h1>{string.Concat(Enumerable.Range(1, 3).Select(static number => $"<p>{First} Das war die {number}. Abstimmung. {Second}</p>"))}</main><aside>{string.Concat(Enumerable.Range(1, 12).Select(static number => $"<h3><a href='/a{number}'>Nachricht Nummer {number} aus dem Kreis</a></h3>"))}</aside>")
            .Text.ShouldStartWith(First);

    [Fact]
    public void A_live_blog_keeps_its_entries_in_order() =>
        Page($$"""<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Hochwasser in Niederwiesen","liveBlogUpdate":[{"@type":"BlogPosting","headline":"Pegel fällt wieder","articleBody":"{{First}}"}]}</script>""",
            $"<main><h1>Hochwasser in Niederwiesen</h1><article class='entry'><time datetime='2026-06-10T18:00:00+02:00'>18:00</time><h2>Pegel fällt wieder</h2><p>{First}</p></article><article class='entry'><time datetime='2026-06-10T17:00:00+02:00'>17:00</time><h2>Brücke gesperrt</h2><p>{Second}</p></article></main>")
            .Text.ShouldBe($"Pegel fällt wieder\n\n{First}\n\nBrücke gesperrt\n\n{Second}");

    [Fact]
    public void Entries_of_a_live_blog_that_are_not_printed_come_from_its_data()
    {
        Article article = Page(
            $$"""<script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"Hochwasser in Niederwiesen","liveBlogUpdate":[{"@type":"BlogPosting","headline":"Pegel fällt wieder","articleBody":"<p>{{First}}</p>"},{"@type":"BlogPosting","headline":"Brücke gesperrt","articleBody":"{{Second}} {{Second}}"}]}</script>""",
            "<main><h1>Hochwasser in Niederwiesen</h1><p>Seit dem Morgen steigt das Wasser an der Mühle, viele Keller sind vollgelaufen; wir berichten laufend über die Lage.</p></main>");
        article.Text.ShouldContain($"Pegel fällt wieder\n\n{First}\n\nBrücke gesperrt\n\n{Second}");
        article.Incomplete.ShouldBeFalse();
    }

    [Fact]
    public void An_interview_keeps_its_speakers_labels()
    {
        string text = Page("", $"<main><h1>„Die Mühle war billig“</h1><p>{First}</p><p><strong>Wiesenbote: Frau Dornburg, war das nicht sehr viel Geld?</strong></p><p><b>Dornburg:</b> {Second}</p><p><strong>Und wer soll das bezahlen?</strong><br>{Second}</p></main>").Text;
        text.ShouldContain("Wiesenbote: Frau Dornburg, war das nicht sehr viel Geld?");
        text.ShouldContain($"Dornburg: {Second}");
        text.ShouldContain($"Und wer soll das bezahlen? {Second}");
    }

    [Theory]
    [InlineData("<meta property='article:content_tier' content='locked'>", "")]
    [InlineData("<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Gemeinderat kauft die alte Mühle\",\"hasPart\":{\"isAccessibleForFree\":\"False\"}}</script>", "")]
    [InlineData("", "<div class='paywall'><p>Vier Wochen für einen Euro, danach monatlich kündbar.</p></div>")]
    [InlineData("", "<div class='offer'><p>Jetzt weiterlesen: ein Monat kostenlos, dann 9,90 Euro.</p></div>")]
    public void A_stub_before_a_paywall_is_incomplete_and_loses_the_offer(string head, string offer)
    {
        Article article = Page(head, $"<main><h1>Gemeinderat kauft die alte Mühle</h1><p>{First}</p><p>{Second}</p>{offer}</main>");
        article.Incomplete.ShouldBeTrue();
        article.Text.ShouldBe($"{First}\n\n{Second}");
    }

    [Fact]
    public void A_whole_text_behind_a_curtain_is_complete() =>
        Page("<meta property='article:content_tier' content='locked'>", $"<main><h1>Gemeinderat kauft die alte Mühle</h1>{string.Concat(Enumerable.Range(1, 6).Select(static number => $"<p>{First} Das war die {number}. Abstimmung. {Second}</p>"))}</main>").Incomplete.ShouldBeFalse();

    private static string Refused(string head, string body) => Read(head, body).Problem!.Reason;

    private static Article Page(string head, string body) => Read(head, body).Value!;

    private static Outcome<Article> Read(string head, string body) =>
        Engine.Extract(new SourceFile("seite.html", () => new MemoryStream(Encoding.UTF8.GetBytes($"<html lang='de'><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>")))).ShouldHaveSingleItem();
}
