using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Lesart.Tests.Extracting;

public sealed class FeedAndArchiveTests
{
    private const string First = "The council of Lower Meadow voted on Tuesday to buy the old mill by the river, although nobody knows yet who is going to run it once the roof is mended.";
    private const string Second = "Mayor Agnes Thornbury said the purchase would cost nine million pounds over six years, most of it borrowed, and promised that no library would close because of it.";
    private const string Body = $"<p>{First}</p><p>{Second}</p><p>{First} {Second}</p><p>{Second} {First}</p>";
    private const string PageSource = $"<html><head><title>Mill bought</title></head><body><article><h1>Council buys the old mill</h1>{Body}</article></body></html>";

    private static readonly Engine Engine = BuiltIn.Engine;

    [Fact]
    public void Rss_gives_its_full_text()
    {
        Article article = Read("feed.xml", $"""
            <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Meadow Mail - News</title><language>en</language>
            <item><title>Council buys&nbsp;mill</title><link>https://meadow.example/mill</link><dc:creator>Ida Fenwick</dc:creator><pubDate>Tue, 10 Jun 2025 18:30:00 +0100</pubDate>
            <description>A mill.</description><content:encoded><![CDATA[{Body}<p>Sign up to our newsletter</p>]]></content:encoded></item></channel></rss>
            """).ShouldHaveSingleItem().Value!;
        article.Title.ShouldBe("Council buys mill");
        article.Outlet.ShouldBe("Meadow Mail");
        article.Authors.ShouldBe(["Ida Fenwick"]);
        article.Published.ToString().ShouldBe("2025-06-10T18:30:00+01:00");
        article.Text.ShouldStartWith($"{First}\n\n{Second}");
        article.Text.ShouldNotContain("newsletter");
        article.Incomplete.ShouldBeFalse();
    }

    [Fact]
    public void Atom_with_a_summary_only_is_incomplete()
    {
        Article article = Read("atom.xml", $"""
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Meadow Mail</title><entry><title>Mill</title><link rel="alternate" href="https://meadow.example/2"/>
            <published>2025-06-10T18:30:00Z</published><summary>{First}</summary></entry></feed>
            """).ShouldHaveSingleItem().Value!;
        article.Incomplete.ShouldBeTrue();
        article.Text.ShouldBe(First);
        article.Url.ShouldBe("https://meadow.example/2");
    }

    [Theory]
    [InlineData("", false)] // short news that the feed gives whole
    [InlineData("<p>Read on at the Meadow Mail …</p>", true)] // a longer teaser in the same place
    public void A_short_text_that_the_feed_gives_beside_a_summary_is_whole_unless_it_breaks_off(string ending, bool incomplete)
    {
        Article article = Read("feed.xml", $"""
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Meadow Mail</title>
            <item><title>Mill</title><link>https://meadow.example/mill</link><description>A mill.</description><content:encoded><![CDATA[<p>{First}</p><p>{Second}</p>{ending}]]></content:encoded></item></channel></rss>
            """).ShouldHaveSingleItem().Value!;
        article.Incomplete.ShouldBe(incomplete);
        article.Text.ShouldStartWith($"{First}\n\n{Second}");
    }

    [Fact]
    public void A_column_that_the_table_lacks_is_named()
    {
        SourceFile mapped = new("b.csv", () => new MemoryStream(Encoding.UTF8.GetBytes($"a,b\nMill,\"{First}\"\n"))) { Columns = new Dictionary<string, string>(StringComparer.Ordinal) { ["title"] = "headline", ["text"] = "b" } };
        Engine.Extract(mapped).ShouldHaveSingleItem().Problem!.Reason.ShouldBe("there is no column 'headline' (columns: a, b)");
    }

    [Fact]
    public void Json_feed_is_read()
    {
        string markup = Body.Replace("\"", "\\\"", StringComparison.Ordinal);
        Article article = Read("feed.json", $$"""{"version":"https://jsonfeed.org/version/1.1","title":"Meadow Mail","items":[{"id":"1","url":"https://meadow.example/3","title":"Mill","content_html":"{{markup}}","date_published":"2025-06-10T18:30:00Z","authors":[{"name":"Ida Fenwick"}]}]}""")
            .ShouldHaveSingleItem().Value!;
        article.Authors.ShouldBe(["Ida Fenwick"]);
        article.Text.ShouldStartWith(First);
    }

    [Theory]
    [InlineData("<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>https://meadow.example/4</loc><lastmod>2025-06-10</lastmod></url></urlset>", "https://meadow.example/4")]
    [InlineData("<opml version='2.0'><body><outline text='Mail' xmlUrl='https://meadow.example/feed'/></body></opml>", "https://meadow.example/feed")]
    [InlineData("<rss version='2.0'><channel><item><title>a</title><link>https://meadow.example/5</link></item></channel></rss>", "https://meadow.example/5")]
    public void Links_of_lists_are_named(string xml, string url)
    {
        SourceFile source = new("list.xml", () => new MemoryStream(Encoding.UTF8.GetBytes(xml)));
        Engine.Links(source).ShouldHaveSingleItem().Url.ShouldBe(url);
        Engine.Extract(source).ShouldAllBe(static outcome => outcome.Problem != null);
    }

    [Fact]
    public void NewsMl_and_nitf_give_agency_headline_and_text()
    {
        Article newsMl = Read("a.xml", $"""
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:1" xml:lang="en"><itemMeta><provider literal="dpa"/><versionCreated>2025-06-10T18:40:00+02:00</versionCreated></itemMeta>
            <contentMeta><contentCreated>2025-06-10T18:30:00+02:00</contentCreated><headline>Mill bought</headline><by>By Ida Fenwick</by></contentMeta>
            <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>{Body}</body></html></inlineXML></contentSet></newsItem>
            """).ShouldHaveSingleItem().Value!;
        newsMl.Agencies.ShouldBe(["dpa"]);
        newsMl.Title.ShouldBe("Mill bought");
        newsMl.Published.ToString().ShouldBe("2025-06-10T18:30:00+02:00");
        newsMl.Text.ShouldStartWith(First);
        Article nitf = Read("b.xml", $"""
            <nitf><head><docdata><date.issue norm="20250610T183000Z"/></docdata></head><body><body.head><hedline><hl1>Mill bought</hl1></hedline><byline>By Ida Fenwick</byline><distributor>AFP</distributor></body.head>
            <body.content><p>{First}</p><hl2>The price</hl2><p>{Second}</p><media><media-caption>A mill</media-caption></media></body.content></body></nitf>
            """).ShouldHaveSingleItem().Value!;
        nitf.Agencies.ShouldBe(["AFP"]);
        nitf.Authors.ShouldBe(["Ida Fenwick"]);
        nitf.Blocks.Select(static block => block.Kind).ShouldBe([BlockKind.Paragraph, BlockKind.Heading, BlockKind.Paragraph]);
        nitf.Published.ToString().ShouldBe("2025-06-10T18:30:00Z");
    }

    [Fact]
    public void Ninjs_is_read()
    {
        Article article = Read("n.json", $$"""{"uri":"urn:2","headline":"Mill bought","byline":"By Ida Fenwick","versioncreated":"2025-06-10T18:30:00Z","body_text":"{{First}}","provider":"Reuters"}""").ShouldHaveSingleItem().Value!;
        article.Agencies.ShouldBe(["Reuters"]);
        article.Text.ShouldBe(First);
    }

    [Fact]
    public void Warc_gives_its_pages_and_passes_over_revisits_and_pictures()
    {
        byte[] archive = Gzipped(
            Record("warcinfo", "", "software: none", "text/plain"),
            Record("response", "https://meadow.example/6", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + PageSource, "application/http; msgtype=response"),
            Record("revisit", "https://meadow.example/6", "HTTP/1.1 200 OK\r\n\r\n", "application/http"),
            Record("response", "https://meadow.example/p.png", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n\u0001", "application/http"),
            Record("response", "https://meadow.example/gone", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n" + PageSource, "application/http"),
            Record("response", "https://meadow.example/7", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + Chunked(PageSource), "application/http"));
        Outcome<Article>[] outcomes = [.. Engine.Extract(new SourceFile("a.warc.gz", () => new MemoryStream(archive)))];
        outcomes.Select(static outcome => outcome.Value?.Url).ShouldBe(["https://meadow.example/6", "https://meadow.example/7"]);
        outcomes[1].Value!.Title.ShouldBe("Council buys the old mill");
    }

    [Fact]
    public void A_web_archive_that_breaks_off_within_a_record_gives_the_pages_before_and_says_so()
    {
        byte[] archive = [.. Capture("https://meadow.example/6"), .. Capture("https://meadow.example/7")[..^900]];
        Outcome<Article>[] outcomes = [.. Engine.Extract(new SourceFile("a.warc", () => new MemoryStream(archive)))];
        outcomes.Length.ShouldBe(2);
        outcomes[0].Value!.Url.ShouldBe("https://meadow.example/6");
        outcomes[1].Problem!.Reason.ShouldContain("breaks off within a record");

        static byte[] Capture(string url) => Record("response", url, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PageSource, "application/http");
    }

    [Fact]
    public void A_segmented_warc_record_is_put_together()
    {
        string http = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PageSource;
        byte[] archive = Gzipped(
            Record("response", "https://meadow.example/8", http[..300], "application/http", "WARC-Segment-Number: 1"),
            Record("continuation", "https://meadow.example/8", http[300..], "application/http", $"WARC-Segment-Number: 2\r\nWARC-Segment-Origin-ID: <urn:uuid:1>\r\nWARC-Segment-Total-Length: {http.Length}"));
        Article article = Engine.Extract(new SourceFile("a.warc.gz", () => new MemoryStream(archive))).ShouldHaveSingleItem().Value!;
        article.Text.ShouldStartWith(First);
    }

    [Fact]
    public void Wacz_and_other_zips_are_read_member_by_member()
    {
        byte[] warc = Gzipped(Record("response", "https://meadow.example/9", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + PageSource, "application/http"));
        using MemoryStream zip = new();
        using (ZipArchive archive = new(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "datapackage.json", "{}"u8.ToArray());
            Add(archive, "archive/../../data.warc.gz", warc);
            Add(archive, "pages/pages.jsonl", "{\"text\":\"not this one\"}"u8.ToArray());
        }

        Article article = Engine.Extract(new SourceFile("a.wacz", () => new MemoryStream(zip.ToArray()))).ShouldHaveSingleItem().Value!;
        article.Url.ShouldBe("https://meadow.example/9");
    }

    [Fact]
    public void A_newsletter_mail_is_read()
    {
        string markup = Convert.ToBase64String(Encoding.UTF8.GetBytes($"<html><body><table><tr><td><h2>Grüße</h2>{Body}</td></tr></table></body></html>"));
        string mail = "From: =?utf-8?Q?Meadow_Mail?= <news@meadow.example>\r\nTo: a@b.example\r\nSubject: =?utf-8?B?" + Convert.ToBase64String(Encoding.UTF8.GetBytes("Die Mühle")) + "?=\r\nDate: Tue, 10 Jun 2025 18:30:00 +0200 (CEST)\r\n"
            + "MIME-Version: 1.0\r\nContent-Type: multipart/alternative;\r\n boundary=\"x1\"\r\n\r\n--x1\r\nContent-Type: text/plain\r\n\r\nplain\r\n--x1\r\nContent-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n" + markup + "\r\n--x1--\r\n";
        Article article = Read("a.eml", mail).ShouldHaveSingleItem().Value!;
        (article.Title, article.Outlet, article.Published.ToString()).ShouldBe(("Die Mühle", "Meadow Mail", "2025-06-10T18:30:00+02:00"));
        article.Text.ShouldStartWith($"Grüße\n\n{First}");
        Read("a.mbox", $"From a@b Tue Jun 10\n{mail}\n\nFrom a@b Tue Jun 10\n{mail}").Length.ShouldBe(2);
    }

    [Fact]
    public void Tables_are_read_by_the_names_of_their_columns_or_by_a_map()
    {
        string rows = $"\uFEFFTitel;Inhalt;Datum;Autor\n\"Die \"\"Mühle\"\"\";\"{First}\n\n{Second}\";10.06.2025;Ida Fenwick\nleer;;;\n";
        Outcome<Article>[] outcomes = Read("a.csv", rows);
        outcomes[0].Value!.Title.ShouldBe("Die \"Mühle\"");
        outcomes[0].Value!.Text.ShouldBe($"{First}\n\n{Second}");
        outcomes[0].Value!.Published.ToString().ShouldBe("2025-06-10");
        outcomes[1].Problem!.Line.ShouldBe(5);
        SourceFile mapped = new("b.csv", () => new MemoryStream(Encoding.UTF8.GetBytes($"a,b\nMill,\"{First}\"\n"))) { Columns = new Dictionary<string, string>(StringComparer.Ordinal) { ["title"] = "a", ["text"] = "b" } };
        Engine.Extract(mapped).ShouldHaveSingleItem().Value!.Title.ShouldBe("Mill");
    }

    [Theory]
    [InlineData("bomb.xml", "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]><rss><channel><item><title>&b;</title></item></channel></rss>")]
    [InlineData("secret.xml", "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/hostname'>]><rss><channel><item><title>t</title><description>&x;</description></item></channel></rss>")]
    [InlineData("broken.warc", "WARC/1.0\r\nWARC-Type: response\r\n\r\n")]
    [InlineData("broken.xml", "<rss><channel><item>")]
    public void Hostile_or_broken_archives_are_problems(string name, string content) => Read(name, content).ShouldAllBe(static outcome => outcome.Problem != null);

    private static void Add(ZipArchive archive, string name, byte[] content)
    {
        using Stream stream = archive.CreateEntry(name).Open();
        stream.Write(content);
    }

    private static string Chunked(string text) => string.Create(CultureInfo.InvariantCulture, $"{100:x}\r\n{text[..100]}\r\n{Encoding.UTF8.GetByteCount(text) - 100:x}\r\n{text[100..]}\r\n0\r\n\r\n");

    private static byte[] Record(string type, string url, string block, string media, string? more = null)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(block);
        return [.. Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: {type}\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Target-URI: {url}\r\nContent-Type: {media}\r\n{(more is null ? "" : more + "\r\n")}Content-Length: {bytes.Length}\r\n\r\n"), .. bytes, .. "\r\n\r\n"u8];
    }

    private static byte[] Gzipped(params byte[][] records)
    {
        using MemoryStream packed = new();
        foreach (byte[] record in records)
        {
            using GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true);
            gzip.Write(record);
        }

        return packed.ToArray();
    }

    private static Outcome<Article>[] Read(string name, string content) => [.. Engine.Extract(new SourceFile(name, () => new MemoryStream(Encoding.UTF8.GetBytes(content))))];
}
