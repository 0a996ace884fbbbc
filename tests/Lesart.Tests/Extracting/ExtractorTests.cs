using System.IO.Compression;
using System.Text;

namespace Lesart.Tests.Extracting;

public sealed class ExtractorTests
{
    private const string Prose = "Der Stadtrat von Niederau hat am Dienstag beschlossen, die alte Mühle am Fluss für neun Millionen Euro zu kaufen und sie den Vereinen zu geben.";

    private static readonly Engine Engine = BuiltIn.Engine;

    [Fact]
    public void Header_lines_of_a_plain_text_become_fields()
    {
        Article article = One("rheinau.txt", $"""
            Niederauer Bote
            Lokales

            Rat kauft die alte Mühle

            12.03.2025, 18:20 Uhr

            NIEDERAU (dpa/nb) - {Prose}

            Lesen Sie auch: Wo das Rad stehen blieb

            Niederauer Bote Plus: Jetzt Angebot sichern!
            """);
        article.Outlet.ShouldBe("Niederauer Bote");
        article.Section.ShouldBe("Lokales");
        article.Title.ShouldBe("Rat kauft die alte Mühle");
        article.Published.ToString().ShouldBe("2025-03-12");
        article.Agencies.ShouldBe(["dpa"]);
        article.Text.ShouldBe($"NIEDERAU (dpa/nb) - {Prose}");
        article.Language.ShouldBe("de");
    }

    [Theory]
    [InlineData("Mill Post", "Mill Post", null)]
    [InlineData("Town hall", null, "Town hall")] // nobody is credited by that name
    public void A_line_between_headline_and_date_is_the_outlet_where_the_dateline_credits_it(string line, string? outlet, string? section)
    {
        Article article = One("mill.txt", $"""
            Council buys the old mill by the river

            {line}
            March 12, 2025 4:02 PM GMT

            By Harriet Loam

            NIEDERAU, March 12 (Mill Post) - The town council of Niederau decided on Tuesday to buy the old mill by the river for nine million euros and to give it to the clubs of the town.
            """);
        (article.Outlet, article.Section, article.Title).ShouldBe((outlet, section, "Council buys the old mill by the river"));
    }

    [Fact]
    public void Markdown_loses_its_marks_and_keeps_its_blocks()
    {
        Article article = One("muehle.md", $"""
            # Rat kauft *die* Mühle

            Von **Berta Kornblum**

            {Prose}

            ## Was sie kostet

            > „Billiger wird sie nicht“, sagte der [Kämmerer](https://niederau.example/k) dazu.

            - neun Millionen für das Haus
            - eine für das Rad

            [Mehr aus Niederau](https://niederau.example) | [Drucken](#)
            """);
        article.Title.ShouldBe("Rat kauft die Mühle");
        article.Authors.ShouldBe(["Berta Kornblum"]);
        article.Blocks.Select(static block => block.Kind).ShouldBe([BlockKind.Paragraph, BlockKind.Heading, BlockKind.Quote, BlockKind.List]);
        article.Text.ShouldBe($"{Prose}\n\nWas sie kostet\n\n„Billiger wird sie nicht“, sagte der Kämmerer dazu.\n\nneun Millionen für das Haus\neine für das Rad");
    }

    [Fact]
    public void A_sentence_that_a_page_break_cut_is_mended()
    {
        Article article = One("schnitt.txt", $"""
            {Prose} Danach stritten sich die Fraktionen noch lange über den Preis, denn die einen fanden ihn zu hoch und die

            Anderen wollten gar nicht bauen.

            Ein Ende ist nicht abzusehen, sagte die Bürgermeisterin.
            """);
        article.Text.ShouldContain("zu hoch und die Anderen wollten gar nicht bauen.");
        article.Blocks.Length.ShouldBe(2);
    }

    [Fact]
    public void A_closing_byline_and_the_day_in_a_recordings_address_are_read()
    {
        Article article = One("podcast.txt", $"""
            {Prose} Von **Berta Kornblum**.

            Dieser Beitrag ist auch als Podcast verfügbar.

            <https://www.taz.de/upload/250312-muehle.mp3>

            Nun muss das Land noch zustimmen, das sich bisher nicht geäußert hat.
            """);
        article.Authors.ShouldBe(["Berta Kornblum"]);
        article.Published.ToString().ShouldBe("2025-03-12");
        article.Outlet.ShouldBe("taz");
        article.Text.ShouldBe($"{Prose}\n\nNun muss das Land noch zustimmen, das sich bisher nicht geäußert hat.");
    }

    [Theory]
    [InlineData("Die Mühle im Morgenlicht. © AFP | Rita Rädlein")]
    [InlineData("Foto: Rita Rädlein/dpa")]
    [InlineData("Unterstützen Sie unseren Journalismus jetzt mit einer Spende: Schon mit 5 Euro sind Sie dabei, wir sind dankbar.")] // an appeal
    [InlineData("Podcast: [Play in new window](#) | [Download](#)")]
    [InlineData("Jetzt den Newsletter abonnieren!")]
    public void Paragraphs_that_frame_an_article_are_left_out(string frame) =>
        One("rahmen.txt", $"{Prose}\n\n{frame}\n\n{Prose}").Text.ShouldBe($"{Prose}\n\n{Prose}");

    [Theory]
    [InlineData("Der Minister sagte, die Unterstützung der Mitgliedstaaten für den Euro sei jetzt größer als je zuvor, auch der Journalismus habe das erkannt.")]
    [InlineData("Das Foto zeigt nach Angaben der Polizei den Mann, der am Montag die Mühle verlassen haben soll.")]
    [InlineData("Kommentare lehnte die Ministerin ab.")]
    public void Paragraphs_that_only_sound_like_a_frame_stay(string body) => One("koerper.txt", $"{Prose}\n\n{body}\n\n{Prose}").Text.ShouldContain(body);

    [Theory]
    [InlineData("[1,2]", "expected an object, found a list")]
    [InlineData("\"abc\"", "expected an object, found a string")]
    [InlineData("{\"text\":5}", "wrong type (at $.text)")]
    public void A_line_that_is_no_article_is_told_in_plain_words(string line, string reason)
    {
        string told = Read("a.jsonl", Encoding.UTF8.GetBytes(line + "\n{\"text\":\"x y\"}\n"))[0].Problem!.Reason;
        told.ShouldContain(reason);
        told.ShouldNotContain("Lesart.");
    }

    [Fact]
    public void The_outlet_in_the_line_with_day_and_time_is_read()
    {
        Article article = One("meldung.md", $"# Die Fähre fährt wieder\n\nHafenblick, 22. August 2026, 17:30 Uhr\n\nVon Lars Beispiel\n\n{Prose}\n\n{Prose}\n");
        (article.Outlet, article.Published.ToString()).ShouldBe(("Hafenblick", "2026-08-22"));
    }

    [Fact]
    public void Json_lines_pass_unknown_fields_through_and_name_the_line_of_an_error()
    {
        Outcome<Article>[] outcomes = Read("a.jsonl", Encoding.UTF8.GetBytes($$$"""
            {"id":"x","text":"{{{Prose}}}","mood":{"sun":3}}
            {"text":

            {"title":"leer","text":" "}
            {"text":"{{{Prose}}}"}
            """));
        outcomes.Length.ShouldBe(4);
        outcomes[0].Value!.Extra!["mood"].GetProperty("sun").GetInt32().ShouldBe(3);
        outcomes[1].Problem!.Line.ShouldBe(2);
        outcomes[2].Problem!.Line.ShouldBe(4);
        outcomes[3].Value!.Id.ShouldBe(ArticleId.Of(null, null, Prose));
    }

    [Theory]
    [InlineData("windows-1252", false)]
    [InlineData("windows-1252", true)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", false)]
    public void Encodings_are_told_without_being_named(string encoding, bool isCompressed)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Encoding chosen = Encoding.GetEncoding(encoding);
        byte[] bytes = [.. chosen.GetPreamble(), .. chosen.GetBytes($"{Prose}\n\nGrüße aus Österreich – „schöne“ Straße.")];
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(bytes);
        Outcome<Article> outcome = Read(isCompressed ? "a.txt.gz" : "a.txt", isCompressed ? packed.ToArray() : bytes).ShouldHaveSingleItem();
        outcome.Value!.Text.ShouldEndWith("Grüße aus Österreich – „schöne“ Straße.");
    }

    [Fact]
    public void Utf8_that_was_decoded_twice_is_mended() =>
        One("a.txt", $"{Prose}\n\nGrÃ¼ÃŸe aus Ã–sterreich â€“ schÃ¶n.").Text.ShouldEndWith("Grüße aus Österreich – schön.");

    [Theory]
    [InlineData("Bu\u0308rgermeister Rene\u0301", "Bürgermeister René")] // accents apart from their letters
    [InlineData("Haus\u00ADhalt und Geld\u200Bgeber", "Haushalt und Geldgeber")]
    [InlineData("O\uFB03zier und Ho\uFB00nung", "Offizier und Hoffnung")]
    [InlineData("zwei\u00A0\u202F\u2009Drittel\u2028mehr", "zwei Drittel mehr")]
    [InlineData("\u202Alinks\u202C und \uFEFFrechts", "links und rechts")]
    public void Invisible_and_joined_characters_are_written_out(string written, string read) =>
        One("seite.html", $"<article><h1>Eine Schlagzeile, die lang genug ist</h1><p>{written}. {Prose}</p><p>{Prose}</p></article>").Text.ShouldStartWith(read + ".");

    [Theory]
    [InlineData("a.txt", "")]
    [InlineData("a.jsonl", "")]
    [InlineData("a.html", "<html><body><nav><a href=x>Start</a></nav></body></html>")]
    [InlineData("a.bin", "MZ\0\0\u0001\u0002\u0003\u0004\0\0\0\0\0\0\0")]
    public void What_holds_no_article_is_a_problem(string name, string content)
    {
        Problem? problem = Read(name, Encoding.UTF8.GetBytes(content)).ShouldHaveSingleItem().Problem;
        problem.ShouldNotBeNull();
        problem.Source.ShouldBe(name);
        problem.Reason.ShouldNotContain("\n");
    }

    private static Article One(string name, string text)
    {
        Outcome<Article> outcome = Read(name, Encoding.UTF8.GetBytes(text)).ShouldHaveSingleItem();
        outcome.Problem.ShouldBeNull();
        return outcome.Value!;
    }

    private static Outcome<Article>[] Read(string name, byte[] bytes) => [.. Engine.Extract(new SourceFile(name, () => new MemoryStream(bytes)))];
}
