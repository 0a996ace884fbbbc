using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Lesart.Dossiers;

namespace Lesart.Tests.Dossiers;

public sealed partial class DossierWriterTests
{
    [Fact]
    public void Every_link_inside_the_page_has_its_target()
    {
        IDocument page = Open(DossierSketches.Crane());
        string[] missing = [.. page.QuerySelectorAll("a[href^='#']").Select(static link => link.GetAttribute("href")![1..]).Where(id => page.GetElementById(id) is null).Distinct()];
        missing.ShouldBeEmpty();
        page.QuerySelectorAll("a.ev").Length.ShouldBeGreaterThan(30);
    }

    [Fact]
    public void No_name_is_given_twice() =>
        Open(DossierSketches.Crane()).QuerySelectorAll("[id]").GroupBy(static element => element.Id).Where(static group => group.Count() > 1).Select(static group => group.Key).ShouldBeEmpty();

    [Fact]
    public void Evidence_leads_to_the_sentence_that_holds_the_words()
    {
        IDocument page = Open(DossierSketches.Crane());
        IElement link = page.QuerySelectorAll(".diff .by a").First(static link => link.TextContent.Contains("Ems-Kurier"));
        page.GetElementById(link.GetAttribute("href")![1..])!.TextContent.ShouldStartWith("Fünf Verletzte, ein Kran im Wasser");
    }

    [Fact]
    public void Paragraphs_hold_the_text_letter_by_letter_at_their_offsets()
    {
        foreach (Dossier dossier in new[] { DossierSketches.Crane(), DossierSketches.Hostile() })
        {
            IHtmlCollection<IElement> articles = Open(dossier).QuerySelectorAll("article.text");
            articles.Length.ShouldBe(dossier.Accounts.Length);
            foreach (IElement article in articles)
            {
                string title = article.QuerySelector("h4")!.TextContent;
                string text = dossier.Accounts.Single(account => account.Title == title).Text;
                foreach (IElement paragraph in article.QuerySelectorAll("[data-o]"))
                {
                    string shown = paragraph.TextContent;
                    AsShown(text.Substring(int.Parse(paragraph.GetAttribute("data-o")!, CultureInfo.InvariantCulture), shown.Length)).ShouldBe(shown);
                }
            }
        }

        // A page can carry neither NUL nor half a surrogate pair.
        static string AsShown(string text) => text.Replace('\0', '\uFFFD').Replace("\uD800 ", "\uFFFD ", StringComparison.Ordinal);
    }

    [Fact]
    public void Who_parts_from_a_point_without_a_reading_is_not_shown_as_silent()
    {
        Dossier crane = DossierSketches.Crane();
        Collation collation = crane.Collations[0];
        Difference denied = new() { Point = "p4", Slot = DifferenceSlot.Stance, Note = "", Readings = [new DifferingReading("ems-kurier", 0, 16, "denied")] };
        IDocument page = Open(crane with { Collations = [collation with { Points = [.. collation.Points.Select(static point => point.Id == "p4" ? point with { Silent = [] } : point)], Differences = collation.Differences.Add(denied) }] });
        page.QuerySelectorAll("tr[id$='-pt-p4'] td").Single(static cell => cell.QuerySelector(".who")?.TextContent.Contains("Ems-Kurier") == true).QuerySelector("a.ev")!.GetAttribute("data-s").ShouldBe("denied");
    }

    [Fact]
    public void The_table_shows_a_points_own_words_where_a_long_sentence_begins_before_them()
    {
        const string before = "Als der Kran am frühen Morgen bei Sturm auf den Kai stürzte und die Feuerwehr aus drei Städten anrückte, ", own = "blieb der Fährhafen offen";
        Dossier crane = DossierSketches.Crane();
        Account account = crane.Accounts[0] with { Text = before + own + ".", Sentences = [], Blocks = [], Statements = [], Mentions = [], Times = [], Quantities = [] };
        Point point = new() { Id = "p1", Gloss = account.Text, Relation = Relation.Single, Strands = 1, Readings = [new Reading { Account = account.Id, Spans = [new TextSpan(before.Length, before.Length + own.Length)], Stance = Stance.Asserted, Kind = StatementKind.Narrated }] };
        Collation collation = new() { Story = crane.Collations[0].Story, Title = null, Accounts = [crane.Collations[0].Accounts[0]], Strands = [], Points = [point] };
        Open(new Dossier([account], [collation], [])).QuerySelector(".point .gloss")!.TextContent.ShouldBe("… aus drei Städten anrückte, blieb der Fährhafen offen.");
    }

    [Theory]
    [InlineData(0, "Five articles in German and English, no outlet given; counted by common origin: four strands.")]
    [InlineData(3, "Three outlets report, and two articles with no outlet given, in German and English; counted by common origin: four strands.")]
    public void Who_names_no_outlet_is_counted_as_none(int named, string sentence)
    {
        Dossier crane = DossierSketches.Crane();
        Dossier unnamed = crane with { Accounts = [.. crane.Accounts.Select((account, i) => i < named ? account : account with { Outlet = null, Url = null })] };
        Open(unnamed).DocumentElement.OuterHtml.ShouldContain(sentence);
    }

    [Fact]
    public void A_strand_of_many_members_is_told_by_its_first_ones()
    {
        Dossier large = DossierSketches.Large(30, 10);
        Collation one = large.Collations[0] with { Strands = [new Strand("0", [.. large.Accounts.Select(static account => account.Id)], null)] };
        string summary = string.Join(" ", Open(large with { Collations = [one] }).QuerySelectorAll(".summary x-de").Select(static part => part.TextContent));
        summary.ShouldMatch("(Blatt [0-9]+, ){4}Blatt [0-9]+ und 25 weitere teilen");
    }

    [Theory]
    [InlineData("2027-03-04T14:20:00+01:00", "2027-03-05T05:30:00+01:00", "Der erste erschien am 4. März 2027, 14:20 Uhr (UTC+1), der letzte am 5. März 2027, 05:30 Uhr (UTC+1).")]
    [InlineData("2027-03-04", "2027-03-04T05:30:00+01:00", "Erschienen am 4. März 2027.")] // which of the two was first is not known
    [InlineData("2027-03-04", "2027-03-04", "Erschienen am 4. März 2027.")]
    [InlineData("2027-03-04T14:20:00+01:00", "2027-03-04T14:20:00+01:00", "Erschienen am 4. März 2027, 14:20 Uhr (UTC+1).")]
    [InlineData("2027-03-04", "2027-03-05T05:30:00+01:00", "Der erste erschien am 4. März 2027, der letzte am 5. März 2027, 05:30 Uhr (UTC+1).")]
    [InlineData("2027-03-04", null, "Erschienen am 4. März 2027. Ein Artikel nennt sein Erscheinungsdatum nicht.")]
    [InlineData(null, null, "Kein Artikel nennt sein Erscheinungsdatum.")]
    public void The_summary_says_of_publication_what_is_known(string? first, string? second, string told)
    {
        IDocument page = Open(Published(first, second));
        string.Join(" ", page.QuerySelectorAll(".summary x-de").Select(static part => part.TextContent)).ShouldContain(" Strang. " + told + " ");
    }

    [Fact]
    public void A_story_without_dates_says_so_once_and_claims_no_silence()
    {
        IDocument page = Open(Published(null, null));
        page.QuerySelectorAll(".map .when").ShouldAllBe(static when => when.TextContent.Length == 0);
        page.QuerySelector(".legend li:last-child x-de")!.TextContent.ShouldStartWith("leer: nichts dazu gefunden; wer schweigt");
        page.QuerySelectorAll(".part-gaps p x-de").Select(static part => part.TextContent).ShouldContain("Kein Artikel nennt sein Erscheinungsdatum.");
        Open(Published("2027-03-04", null)).QuerySelectorAll(".map .when x-de").Select(static when => when.TextContent).ShouldBe(["4. März", "ohne Datum"]);
    }

    [Theory]
    [InlineData("2027-03-04T14:20:00+01:00", "2027-03-04T14:10:00Z", "4. März, 14:20 UTC+1", "4. März, 14:10 UTC")]
    [InlineData("2027-03-04T14:20:00+01:00", "2027-03-04T14:30:00+01:00", "4. März, 14:20", "4. März, 14:30")]
    public void Times_of_two_offsets_name_them_wherever_they_stand_side_by_side(string first, string second, params string[] times)
    {
        IDocument page = Open(Published(first, second));
        page.QuerySelectorAll(".map .when x-de").Select(static when => when.TextContent).ShouldBe(times);
        page.QuerySelectorAll("#s1-points thead .when x-de").Select(static when => when.TextContent).ShouldBe(times);
        page.QuerySelectorAll(".passage .when x-de").Select(static when => when.TextContent).Distinct().ShouldBe(times);
    }

    // The two accounts of one strand.
    private static Dossier Published(string? first, string? second)
    {
        Dossier crane = DossierSketches.Crane();
        Account[] accounts = [.. crane.Accounts.Take(2).Zip([first, second], static (account, time) => account with { Published = PublicationTime.TryParse(time, out PublicationTime published) ? published : null })];
        Collation collation = crane.Collations[0];
        return crane with
        {
            Accounts = [.. accounts, .. crane.Accounts.Skip(2)],
            Collations = [collation with
            {
                Accounts = [.. accounts.Select(static account => new CollatedAccount(account.Id, account.Outlet, account.Title, account.Published, account.Url, account.Language, "1"))],
                Strands = [new Strand("1", ["kuestenbote", "deichblatt"], "nda")],
                Points = [collation.Points[3] with { Silent = [], Readings = [.. collation.Points[3].Readings.Take(2)] }],
                Differences = [],
            }],
        };
    }

    [Fact]
    public void Words_that_tell_of_a_denial_are_marked_alike_in_table_and_difference_and_put_into_the_deniers_mouth()
    {
        Dossier crane = DossierSketches.Crane();
        Account bote = crane.Accounts[0];
        int start = bote.Text.IndexOf("Die Betreiberfirma Nordkai wies", StringComparison.Ordinal), end = bote.Text.IndexOf(", sie habe Warnungen", StringComparison.Ordinal);
        Reading narrated = new() { Account = bote.Id, Spans = [new TextSpan(start, end)], Stance = Stance.Asserted, Kind = StatementKind.Narrated };
        Collation collation = crane.Collations[0];
        collation = collation with
        {
            Points = [.. collation.Points.Select(point => point.Id == "p2" ? point with { Readings = [narrated, .. point.Readings.Where(reading => reading.Account != bote.Id)] } : point)],
            Replies = [new Reply { Accused = "nordkai", Accusations = [new Accusation("ems-kurier", "s1", null, Stance.Hedged, [new TextSpan(0, 5)])], Answers = [new Answer(bote.Id, "s3", "nordkai", Stance.Denied, [new TextSpan(start, end)], AnswerKind.Denial)] }],
        };
        IDocument page = Open(crane with { Collations = [collation] });
        IElement cell = page.QuerySelector("tr[id$='-pt-p2'] td a.ev")!;
        cell.GetAttribute("data-s").ShouldBe("denied");
        cell.QuerySelector(".how bdi")!.TextContent.ShouldBe("Nordkai");
        page.QuerySelectorAll(".diff .sides > li").Single(static side => side.QuerySelector(".value .s-denied") is not null).QuerySelector(".from bdi + bdi")!.TextContent.ShouldBe("Nordkai");
    }

    [Fact]
    public void A_figure_whose_course_has_its_own_section_is_not_told_twice()
    {
        Dossier crane = DossierSketches.Crane();
        Drift drift = new() { Point = "p1", Of = "Arbeiter", Steps = [.. new[] { 0, 2 }.Select(account => new DriftStep(crane.Accounts[account].Id, crane.Accounts[account].Published!.Value, "1", $"{account}", 0, 4))] }; // drawn with times
        IDocument page = Open(crane with { Collations = [crane.Collations[0] with { Drifts = [drift] }] });
        page.QuerySelectorAll(".part-differences .course").Length.ShouldBe(1, "that of the damage");
        page.QuerySelector(".part-drifts .meta x-de")!.TextContent.ShouldBe("gezählt: Arbeiter");
        Open(crane).QuerySelectorAll(".part-differences .course").Length.ShouldBe(2);
    }

    [Fact]
    public void What_one_article_says_against_itself_is_counted_apart()
    {
        Dossier crane = DossierSketches.Crane();
        Collation collation = crane.Collations[0];
        Difference inner = new() { Point = "p5", Slot = DifferenceSlot.Quantity, Note = "zwei gegen drei", Readings = [new DifferingReading("ems-kurier", 0, 4, "2"), new DifferingReading("ems-kurier", 5, 9, "3")] };
        IDocument page = Open(crane with { Collations = [collation with { Differences = [.. collation.Differences, inner] }] });
        string.Join(" ", page.QuerySelectorAll(".summary x-de").Select(static part => part.TextContent)).ShouldContain("Bei drei Punkten gehen die Berichte auseinander: Zahlen und Darstellung. Ein Artikel nennt selbst zweierlei Angaben.");
        page.QuerySelector(".diff .note x-en")!.TextContent.ShouldBe("within one article");
        page.QuerySelector(".diff .slot-line .meta")!.TextContent.ShouldBe("zwei gegen drei", "who counts stands in the note");
    }

    [Fact]
    public void A_note_on_one_article_is_told_in_both_languages()
    {
        IElement note = Open(DossierSketches.Inner()).QuerySelector(".diff .slot-line .meta")!; // drawn with one
        note.QuerySelector("x-de")!.TextContent.ShouldBe("5 (Titel) gegen 3 (Text), Ems-Kurier");
        note.QuerySelector("x-en")!.TextContent.ShouldBe("5 (title) against 3 (text), Ems-Kurier");
    }

    [Fact]
    public void A_saying_bears_the_stance_of_each_of_its_clauses()
    {
        Dossier crane = DossierSketches.Crane();
        Point point = crane.Collations[0].Points[3];
        Reading reading = point.Readings[0];
        TextSpan words = reading.Spans[0];
        Reading[] clauses = [reading with { Spans = [new TextSpan(words.Start, words.Start + 26)], Stance = Stance.Denied }, reading with { Spans = [new TextSpan(words.Start + 27, words.End)] }];
        Dossier parted = crane with { Collations = [crane.Collations[0] with { Points = [.. crane.Collations[0].Points.Replace(point, point with { Readings = [.. clauses, .. point.Readings.Skip(1)] })] }] };
        Chips(crane).ShouldBe(["asserted"]);
        Chips(parted).ShouldBe(["denied", "asserted"]);

        string?[] Chips(Dossier dossier) => [.. Open(dossier).QuerySelectorAll("#s1-speakers .saying .chip").Where(static chip => chip.TextContent.Contains("Küstenbote", StringComparison.Ordinal) && chip.GetAttribute("data-p") == "Enno Tjarks").Select(static chip => chip.GetAttribute("data-s"))];
    }

    [Fact]
    public void The_summary_is_made_of_counted_facts()
    {
        IDocument page = Open(DossierSketches.Crane());
        string german = string.Join(" ", page.QuerySelectorAll(".summary x-de").Select(static part => part.TextContent));
        german.ShouldContain("Fünf Medien berichten mit je einem Artikel auf Deutsch und Englisch; nach gemeinsamer Herkunft gezählt: vier Stränge.");
        german.ShouldContain("Küstenbote und Deichblatt teilen Text von nda.");
        german.ShouldContain("Bei drei Punkten gehen die Berichte auseinander: Zahlen und Darstellung.");
        string english = string.Join(" ", page.QuerySelectorAll(".summary x-en").Select(static part => part.TextContent));
        english.ShouldContain("Five outlets report with one article each, in German and English; counted by common origin: four strands.");
    }

    [Fact]
    public void Points_that_part_come_before_points_that_agree() =>
        Open(DossierSketches.Crane()).QuerySelectorAll("tr.point").Select(static row => row.Id).ShouldBe(["s1-pt-p1", "s1-pt-p2", "s1-pt-p3", "s1-pt-p4", "s1-pt-p5"]);

    [Fact]
    public void What_is_only_told_differently_is_not_called_a_difference()
    {
        IDocument page = Open(DossierSketches.Crane());
        page.QuerySelector(".g-contradict .head x-en")!.TextContent.ShouldBe("Differences");
        page.QuerySelector(".g-differ .head x-en")!.TextContent.ShouldBe("Told differently");
    }

    [Fact]
    public void A_later_version_of_an_article_says_so()
    {
        Dossier crane = DossierSketches.Crane();
        IDocument page = Open(crane with { Accounts = [crane.Accounts[0] with { Version = 2, Previous = "x" }, .. crane.Accounts.Skip(1)] });
        page.QuerySelectorAll("article.text header").Select(static header => header.TextContent.Contains("version 2", StringComparison.Ordinal)).ShouldBe([true, false, false, false, false]);
    }

    [Fact]
    public void Stories_after_the_first_wait_for_a_script_and_need_none()
    {
        IDocument page = Open(DossierSketches.Several());
        page.QuerySelectorAll("section.story").Select(static story => story.Id).ShouldBe(["s1", "s2", "s3"]);
        page.QuerySelectorAll("noscript > section.story").Select(static story => story.Id).ShouldBe(["s2", "s3"]);
        page.QuerySelectorAll("noscript").Select(static held => held.GetAttribute("data-story")).ShouldBe(["s2", "s3"]);
    }

    [Fact]
    public void A_cell_says_how_it_is_told_and_by_whom()
    {
        IElement row = Open(DossierSketches.Crane()).GetElementById("s1-pt-p2")!;
        string[] cells = [.. row.QuerySelectorAll("td").Select(static cell => string.Join(" | ", cell.QuerySelectorAll(".r").Select(static told => $"{told.GetAttribute("data-s")} {told.GetAttribute("data-k")} {told.GetAttribute("data-p")}")) + (cell.ClassName ?? ""))];
        cells.ShouldBe(["denied indirect Nordkai", "none", "none", "hedged indirect ein Kranführer | denied direct Swantje Ulfers", "denied direct Swantje Ulfers"]);
        row.QuerySelectorAll("td")[2].TextContent.ShouldContain("nicht lesbar");
    }

    [Fact]
    public void Sides_of_a_difference_are_joined_by_value_and_ordered_by_strands()
    {
        IElement difference = Open(DossierSketches.Crane()).QuerySelectorAll(".diff").First(static card => card.TextContent.Contains("14 Millionen"));
        difference.QuerySelectorAll(".sides > li").Select(static side => side.QuerySelector(".value")!.TextContent).ShouldBe(["14 Millionen Euro", "mehr als 30 Millionen Euro"]);
        difference.QuerySelectorAll(".sides > li")[0].QuerySelectorAll(".by a").Length.ShouldBe(3);
    }

    [Fact]
    public void A_side_is_headed_by_what_most_of_its_articles_write_and_quotes_each_wording_with_its_articles()
    {
        Dossier crane = DossierSketches.Crane();
        Difference damage = crane.Collations[0].Differences[1];
        DifferingReading first = damage.Readings[0] with { Start = damage.Readings[0].Start - "auf ".Length }; // "auf 14 Millionen Euro"
        IElement side = Open(crane with { Collations = [crane.Collations[0] with { Differences = [damage with { Readings = [first, damage.Readings[1], damage.Readings[1] with { Account = "copy" }, .. damage.Readings.Skip(2)] }], Accounts = [.. crane.Collations[0].Accounts, crane.Collations[0].Accounts[1] with { Id = "copy", Outlet = "Abschrift" }] }], Accounts = [.. crane.Accounts, crane.Accounts[1] with { Id = "copy", Outlet = "Abschrift" }] }).QuerySelectorAll(".diff .sides > li")[0];
        side.QuerySelector(".value")!.TextContent.ShouldBe("14 Millionen Euro");
        side.QuerySelectorAll(".wordings .from").Select(static from => from.TextContent).ShouldBe(["Abschrift, Deichblatt", "Küstenbote", "North Sea Post"], "a copied sentence stands once");
        side.QuerySelectorAll(".wordings > blockquote").Length.ShouldBe(2);
        side.QuerySelector(".wordings details blockquote mark")!.TextContent.ShouldBe("14 million euros");
    }

    [Fact]
    public void Two_counts_of_one_article_are_no_course()
    {
        Dossier crane = DossierSketches.Crane();
        Difference hurt = crane.Collations[0].Differences[0];
        Open(crane with { Collations = [crane.Collations[0] with { Differences = [hurt] }] }).QuerySelectorAll(".course").Length.ShouldBe(1);
        DifferingReading second = new("kuestenbote", 0, 5, "5");
        Open(crane with { Collations = [crane.Collations[0] with { Differences = [hurt with { Readings = [.. hurt.Readings, second] }] }] }).QuerySelectorAll(".course").ShouldBeEmpty();
    }

    [Fact]
    public void Points_that_share_most_of_their_sentences_are_one_row_that_says_so()
    {
        Dossier crane = DossierSketches.Crane();
        Collation collation = crane.Collations[0];
        Point like = collation.Points[0] with { Id = "p6", Gloss = "einer von ihnen schwer", Relation = Relation.Agree, Readings = [.. collation.Points[0].Readings.Where(static reading => reading.Account != "ems-kurier")] };
        Point other = like with { Id = "p7", Strands = 1, Readings = [like.Readings[0], .. collation.Points[3].Readings.Skip(1)] };
        IDocument page = Open(crane with { Collations = [collation with { Points = [.. collation.Points, like, other] }] });
        page.QuerySelectorAll("tr.point").Select(static row => row.Id).ShouldBe(["s1-pt-p1", "s1-pt-p2", "s1-pt-p3", "s1-pt-p4", "s1-pt-p5"], ignoreOrder: true, "all sentences of p6 stand in p1, most of p7 in p4");
        IElement row = page.GetElementById("s1-pt-p1")!;
        row.QuerySelectorAll(".gloss").Select(static gloss => gloss.TextContent.TrimStart('…', ' ')).ShouldBe(["Drei Arbeiter wurden nach Angaben der Feuerwehr verletzt", "einer von ihnen schwer"]);
        row.QuerySelector(".meta")!.TextContent.ShouldContain("2 Punkte, meist aus denselben Sätzen");
        row.QuerySelectorAll(".r").Length.ShouldBe(4, "no sentence twice");
        page.QuerySelector(".g-contradict .head .n")!.TextContent.ShouldBe("3", "points are counted");
    }

    [Fact]
    public void Points_that_meet_in_one_account_alone_stay_apart()
    {
        Dossier crane = DossierSketches.Crane();
        Collation collation = crane.Collations[0];
        Point other = collation.Points[0] with { Id = "p6", Readings = [collation.Points[0].Readings[0]] };
        Open(crane with { Collations = [collation with { Points = [.. collation.Points, other] }] }).GetElementById("s1-pt-p6").ShouldNotBeNull();
    }

    [Fact]
    public void Clauses_that_a_sentence_tells_in_one_voice_are_one_entry_of_a_cell()
    {
        Dossier crane = DossierSketches.Crane();
        Point damage = crane.Collations[0].Points[2];
        Reading whole = damage.Readings[0];
        int start = crane.Accounts[0].Text.IndexOf("Den Schaden", StringComparison.Ordinal);
        Point split = damage with { Readings = [whole, whole with { Spans = [new TextSpan(start, start + "Den Schaden".Length)] }, .. damage.Readings.Skip(1)] };
        IElement cell = Open(crane with { Collations = [crane.Collations[0] with { Points = [split] }] }).QuerySelector("#s1-pt-p3 td")!;
        cell.QuerySelectorAll(".own-words").ShouldHaveSingleItem().TextContent.ShouldBe("Den Schaden schätzt sie auf 14 Millionen Euro");
    }

    [Fact]
    public void On_paper_one_of_several_stories_says_that_it_is_one()
    {
        Dossier crane = DossierSketches.Crane();
        Open(crane).QuerySelectorAll(".on-paper").ShouldBeEmpty();
        Open(DossierSketches.Several()).QuerySelector(".on-paper x-de")!.TextContent.ShouldStartWith("Gedruckt ist die gewählte Geschichte, eine von ");
    }

    [Fact]
    public void A_weekday_on_which_accounts_part_stands_with_the_date_that_it_was_read_as()
    {
        Dossier crane = DossierSketches.Crane();
        (Account first, DifferingReading thursday) = Dated(crane.Accounts[0], "Donnerstagmorgen", "2027-03-04TMO", new DateOnly(2027, 3, 4));
        (Account second, DifferingReading monday) = Dated(crane.Accounts[2], "Montag", "2027-03-08", new DateOnly(2027, 3, 8));
        Collation collation = crane.Collations[0] with { Differences = [new Difference { Point = "p1", Slot = DifferenceSlot.Date, Note = "", Readings = [thursday, monday] }] };
        IDocument page = Open(crane with { Accounts = [first, second], Collations = [collation] });
        page.QuerySelectorAll(".diff .value").Select(static value => value.QuerySelector("bdi")!.TextContent + " " + value.QuerySelector(".when x-de")!.TextContent)
            .ShouldBe(["Donnerstagmorgen gelesen als 4. März 2027", "Montag gelesen als 8. März 2027"]);
        page.QuerySelectorAll("#s1-pt-p1 .val x-en").Select(static day => day.TextContent).ShouldBe(["4 March 2027", "8 March 2027"]);

        Account spelled = new(new Article { Id = crane.Accounts[2].Id, Outlet = "Ems-Kurier", Text = "Er kippte am 8. März 2027." });
        (second, monday) = Dated(spelled, "8. März 2027", "2027-03-08", new DateOnly(2027, 3, 8));
        collation = collation with { Differences = [collation.Differences[0] with { Readings = [thursday, monday] }] };
        Open(crane with { Accounts = [first, second], Collations = [collation] }).QuerySelectorAll(".diff .value .when").Length.ShouldBe(1, "a date that says itself is not said again");

        static (Account Account, DifferingReading Reading) Dated(Account account, string words, string value, DateOnly day)
        {
            int start = account.Text.IndexOf(words, StringComparison.Ordinal);
            return (account with { Times = [new TimeExpression(start, start + words.Length, TimeType.Date, value, day, day)] }, new DifferingReading(account.Id, start, start + words.Length, value));
        }
    }

    [Fact]
    public void Days_of_a_course_are_steps_only_where_the_day_changes()
    {
        Dossier crane = DossierSketches.Crane();
        Account[] accounts = [Said(0, "Donnerstagmorgen", "2027-03-04TMO", 4), Said(1, "Donnerstagmorgen", "2027-03-04", 4), Said(2, "Montag", "2027-03-08", 8)];
        Difference difference = new() { Point = "p1", Slot = DifferenceSlot.Date, Note = "", Readings = [.. accounts.Select(static account => new DifferingReading(account.Id, account.Times[0].Start, account.Times[0].End, account.Times[0].Value))] };
        IElement course = Open(crane with { Accounts = [.. accounts], Collations = [crane.Collations[0] with { Differences = [difference] }] }).QuerySelector(".diff .course")!;
        course.QuerySelectorAll(".step > bdi x-de").Select(static day => day.TextContent).ShouldBe(["4. März 2027", "4. März 2027", "8. März 2027"]);
        course.QuerySelectorAll(".step.new").Length.ShouldBe(1);

        Account Said(int number, string words, string value, int day)
        {
            Account account = crane.Accounts[number];
            int start = account.Text.IndexOf(words, StringComparison.Ordinal);
            return account with { Times = [new TimeExpression(start, start + words.Length, TimeType.Date, value, new DateOnly(2027, 3, day), new DateOnly(2027, 3, day))] };
        }
    }

    [Fact]
    public void Steps_of_a_figure_name_their_offset_where_there_are_several()
    {
        Dossier crane = DossierSketches.Crane();
        Drift drift = new() { Point = crane.Collations[0].Points[0].Id, Steps = [Step(0), Step(2)] };
        Steps(drift).ShouldBe(["4. März, 14:20", "5. März, 05:30"]);
        Steps(drift with { Steps = [Step(0), Step(3)] }).ShouldBe(["4. März, 14:20 UTC+1", "5. März, 09:00 UTC"]);

        DriftStep Step(int account) => new(crane.Accounts[account].Id, crane.Accounts[account].Published!.Value, "1", $"{account}", 0, 4);
        string[] Steps(Drift drift) =>
            [.. Open(crane with { Collations = [crane.Collations[0] with { Drifts = [drift] }] }).QuerySelectorAll(".part-drifts .step")
                .Select(static step => step.QuerySelector("x-de")!.TextContent)];
    }

    [Fact]
    public void A_side_says_who_takes_it_though_the_account_tells_the_other_side_too()
    {
        Dossier crane = DossierSketches.Crane();
        Account kurier = crane.Accounts[2];
        int denial = kurier.Text.IndexOf("Es gab keine Warnung", StringComparison.Ordinal);
        Difference stance = crane.Collations[0].Differences.Single(static difference => difference.Slot == DifferenceSlot.Stance);
        stance = stance with { Readings = [stance.Readings.Single(reading => reading.Account == kurier.Id), new DifferingReading(kurier.Id, denial, denial + 20, "denied")] };
        IDocument page = Open(crane with { Collations = [crane.Collations[0] with { Differences = [stance] }] });
        page.QuerySelectorAll(".diff .value .when").Select(static teller => (teller.QuerySelector("x-de") ?? teller).TextContent + "|" + teller.QuerySelector("bdi")!.TextContent).ShouldBe(["„ein Kranführer“|„ein Kranführer““ein Kranführer”", "wörtlich|Swantje Ulfers"]);
    }

    [Fact]
    public void Words_that_only_name_a_source_stand_in_quotation_marks()
    {
        IElement row = Open(DossierSketches.Crane()).GetElementById("s1-pt-p2")!;
        row.QuerySelector("[data-p='ein Kranführer'] x-de bdi, [data-p='ein Kranführer'] bdi x-de")!.TextContent.ShouldBe("„ein Kranführer“");
        row.QuerySelector("[data-p='Swantje Ulfers'] bdi")!.TextContent.ShouldBe("Swantje Ulfers");
    }

    [Fact]
    public void A_point_inside_a_longer_sentence_is_told_from_the_rest_of_it()
    {
        Dossier crane = DossierSketches.Crane();
        Point denial = crane.Collations[0].Points.Single(static point => point.Id == "p2") with { Gloss = "Die Betreiberfirma Nordkai wies den Vorwurf zurück, sie habe Warnungen missachtet." };
        IElement gloss = Open(crane with { Collations = [crane.Collations[0] with { Points = [denial] }] }).QuerySelector("tr.point .gloss")!;
        gloss.TextContent.ShouldBe(denial.Gloss);
        gloss.QuerySelectorAll(".around").Select(static part => part.TextContent).ShouldBe(["Die Betreiberfirma Nordkai wies den Vorwurf zurück, ", "."]);
        Open(crane).QuerySelectorAll("#s1-pt-p4 .around").ShouldBeEmpty("where the sentence is the point nothing steps back");
    }

    [Fact]
    public void A_point_in_one_strand_says_so_once() =>
        Open(DossierSketches.Crane()).QuerySelector("#s1-pt-p5 th .meta")!.TextContent.ShouldNotContain("1 Strang");

    [Fact]
    public void An_article_without_outlet_and_title_is_named_by_its_file_and_its_beginning()
    {
        Account account = new(new Article { Id = "x", Source = "mappe/05-hafen.md", Text = "Am Montag sank vor der Insel ein Boot.\n\nNiemand kam zu Schaden." });
        IDocument page = Open(new Dossier([account], [new Collation { Story = "x", Accounts = [new CollatedAccount("x", null, null, null, null, null, "1")] }], []));
        page.QuerySelector(".story-head h2")!.TextContent.ShouldBe("Am Montag sank vor der Insel ein Boot.");
        page.QuerySelector("#a1 .outlet bdi")!.TextContent.ShouldBe("05-hafen");
    }

    [Fact]
    public void A_saying_that_is_a_part_of_a_sentence_stands_with_the_rest_of_it()
    {
        IDocument page = Open(DossierSketches.Crane());
        string[] sayings = [.. page.QuerySelectorAll("#s1-speakers .words").Select(static words => words.TextContent)];
        sayings.ShouldContain("Die Betreiberfirma Nordkai wies den Vorwurf zurück, sie habe Warnungen missachtet.", "who says it, and that it is denied, stands before it");
        page.QuerySelectorAll("#s1-speakers .words .around").Select(static words => words.TextContent).ShouldContain("Die Betreiberfirma Nordkai wies den Vorwurf zurück, ");
        sayings.ShouldContain("Wir hatten die Windwarnung um sechs Uhr auf dem Tisch");
    }

    [Fact]
    public void The_list_of_stories_says_where_accounts_part_and_how_often()
    {
        Dossier crane = DossierSketches.Crane();
        Collation even = crane.Collations[0] with { Story = "even", Differences = [] };
        Open(crane with { Collations = [crane.Collations[0], even] }).QuerySelectorAll(".stories .meta").Select(static meta => meta.TextContent.Contains("3 Unterschiede", StringComparison.Ordinal)).ShouldBe([true, false]);
    }

    [Fact]
    public void Where_no_point_stands_in_two_strands_the_summary_says_none()
    {
        Dossier crane = DossierSketches.Crane();
        Collation collation = crane.Collations[0] with { Points = [.. crane.Collations[0].Points.Select(static point => point with { Strands = 1 })] };
        Open(crane with { Collations = [collation] }).QuerySelector(".summary")!.TextContent.ShouldContain("Fünf Punkte, keiner davon in mindestens zwei Strängen.");
    }

    [Fact]
    public void Of_two_articles_of_an_outlet_the_first_is_the_earlier_one()
    {
        Dossier crane = DossierSketches.Crane();
        Account[] accounts = [.. crane.Accounts.Select((account, i) => i is 0 or 2 ? account with { Outlet = "Hafenblatt", Published = PublicationTime.OfDay(new DateOnly(2027, 3, i == 0 ? 6 : 4)) } : account)];
        Collation collation = crane.Collations[0] with { Accounts = [.. crane.Collations[0].Accounts.Select((column, i) => column with { Published = accounts[i].Published })] };
        Open(crane with { Accounts = [.. accounts], Collations = [collation] }).QuerySelectorAll("#s1-points .accounts th bdi").Select(static head => head.TextContent)
            .ShouldBe(["Deichblatt", "Hafenblatt (2)", "Hafenblatt (1)", "Welle Nord", "North Sea Post"], "columns by strand, numbers by time");
    }

    [Fact]
    public void A_passage_that_only_the_typesetter_changed_is_the_same_word_for_word()
    {
        Dossier crane = DossierSketches.Crane();
        Account[] accounts = [crane.Accounts[0] with { Text = "Er sagt’s – so ist's." }, crane.Accounts[1] with { Text = "Er sagt's - so ist’s." }];
        Passage passage = new([.. accounts.Select(static account => new AccountSpan(account.Id, 0, account.Text.Length))], 5, PassageKind.Copy) { Likeness = 0.99m };
        IElement shown = Open(crane with { Accounts = [.. accounts], Collations = [crane.Collations[0] with { Passages = [passage], Points = [], Differences = [], Timeline = [], Wording = [] }] }).QuerySelector(".passage")!;
        shown.QuerySelectorAll("mark").ShouldBeEmpty();
        shown.QuerySelector(".meta")!.TextContent.ShouldContain("wortgleich");
    }

    [Fact]
    public void A_term_with_a_capital_at_the_beginning_of_a_sentence_is_no_other_term()
    {
        Dossier crane = DossierSketches.Crane();
        WordingTerm operatorTerm = crane.Collations[0].Wording[1].Terms[3];
        Wording wording = new("nordkai", [operatorTerm, operatorTerm with { Term = "operator", Account = "kuestenbote", Quoted = 0 }, operatorTerm with { Term = "operator", Spans = [new TextSpan(0, 1)], Count = 2, Quoted = 0 }]);
        IElement[] rows = [.. Open(crane with { Collations = [crane.Collations[0] with { Wording = [wording] }] }).QuerySelectorAll(".terms tr.item")];
        rows.ShouldHaveSingleItem().QuerySelectorAll(".uses").Select(static use => use.TextContent).ShouldBe(["1×", "2×, 1× im Zitat1× quoted"]);
    }

    [Fact]
    public void Words_that_may_not_call_one_thing_are_folded_and_said_to_be_less_sure()
    {
        Dossier crane = DossierSketches.Crane();
        Wording[] rows = [.. crane.Collations[0].Wording];
        IElement section = Open(crane with { Collations = [crane.Collations[0] with { Wording = [rows[0], rows[1] with { Certainty = 0.5m }] }] }).QuerySelector(".part-wording")!;
        section.QuerySelector(".n")!.TextContent.ShouldBe("1");
        section.QuerySelectorAll(":scope > .scroll .entity").ShouldHaveSingleItem();
        IElement folded = section.QuerySelector("details.unsure")!;
        folded.QuerySelector("summary")!.TextContent.ShouldContain("weniger sicher");
        folded.QuerySelectorAll(".entity").ShouldHaveSingleItem().TextContent.ShouldContain("Hafengesellschaft");
    }

    [Fact]
    public void Where_no_row_of_words_is_sure_it_says_so()
    {
        Dossier crane = DossierSketches.Crane();
        IElement section = Open(crane with { Collations = [crane.Collations[0] with { Wording = [.. crane.Collations[0].Wording.Select(static row => row with { Certainty = 0.4m })] }] }).QuerySelector(".part-wording")!;
        section.QuerySelector(".empty").ShouldNotBeNull();
        section.QuerySelectorAll("details.unsure .entity").Length.ShouldBe(2);
    }

    [Fact]
    public void Only_the_changed_words_of_a_passage_are_marked() =>
        Open(DossierSketches.Crane()).QuerySelectorAll(".passage mark.own").Select(static mark => mark.TextContent).ShouldBe(["riesiger"]);

    [Fact]
    public void Unresolved_speakers_and_broken_off_articles_are_listed()
    {
        IElement gaps = Open(DossierSketches.Crane()).GetElementById("s1-gaps")!;
        gaps.TextContent.ShouldContain("ein Kranführer");
        gaps.QuerySelector("a.chip[href='#a3']").ShouldNotBeNull();
    }

    [Fact]
    public void Outside_text_never_becomes_markup()
    {
        IDocument page = Open(DossierSketches.Hostile());
        page.QuerySelectorAll("img, iframe, form, object, base").ShouldBeEmpty();
        page.QuerySelectorAll("script").Length.ShouldBe(2);
        page.QuerySelectorAll("*").SelectMany(static element => element.Attributes).Where(static attribute => attribute.Name.StartsWith("on", StringComparison.Ordinal) || attribute.Name == "style").ShouldBeEmpty();
        page.QuerySelectorAll("a").Select(static link => link.GetAttribute("href")!).Where(static address => !address.StartsWith('#')).ShouldBeEmpty();
        page.QuerySelector("#a1 .body")!.TextContent.ShouldContain("<script>window.pwned=1</script>");
    }

    [Fact]
    public void The_data_block_is_JSON_that_can_end_neither_element_nor_line()
    {
        string block = Open(DossierSketches.Hostile()).GetElementById("data")!.TextContent;
        block.ShouldNotContain("<");
        block.ShouldNotContain("\u2028");
        using JsonDocument json = JsonDocument.Parse(block);
        json.RootElement.GetProperty("accounts")[0].GetProperty("outlet").GetString()!.ShouldContain("</script>");
        json.RootElement.GetProperty("accounts")[0].GetProperty("url").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public void The_security_policy_allows_this_style_and_this_script_alone()
    {
        IDocument page = Open(DossierSketches.Crane());
        string policy = page.QuerySelector("meta[http-equiv='Content-Security-Policy']")!.GetAttribute("content")!;
        policy.ShouldBe($"default-src 'none'; script-src '{Hash(page.QuerySelector("script:not([type])")!.TextContent)}'; style-src '{Hash(page.QuerySelector("style")!.TextContent)}'; base-uri 'none'; form-action 'none'");

        static string Hash(string content) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));
    }

    [Fact]
    public void Same_dossier_same_bytes() => Write(DossierSketches.Crane()).ShouldBe(Write(DossierSketches.Crane()));

    [Fact]
    public void The_page_opens_in_the_readers_language()
    {
        IDocument page = Open(DossierSketches.Crane() with { ReaderLanguage = "en" });
        page.DocumentElement.GetAttribute("lang").ShouldBe("en");
        page.QuerySelector("nav.toc")!.GetAttribute("aria-label").ShouldBe("Sections");
    }

    [Fact]
    public void An_empty_run_is_a_page_too()
    {
        IDocument page = Open(new Dossier([], [], []));
        page.QuerySelector("h1")!.TextContent.ShouldContain("0 Geschichten");
        page.QuerySelector("#method").ShouldNotBeNull();
    }

    [Fact]
    public void Many_articles_that_stand_alone_are_listed_instead_of_shown()
    {
        Dossier crane = DossierSketches.Crane();
        Account[] singles = [.. Enumerable.Range(0, 60).Select(static number => new Account(new Article { Id = $"x{number}", Outlet = $"Blatt {number}", Title = $"Allein {number}", Text = "Ein Satz." }))];
        Dossier dossier = crane with
        {
            Accounts = [.. crane.Accounts, .. singles],
            Collations = [.. crane.Collations, .. singles.Select(static account => new Collation { Story = account.Id, Accounts = [new CollatedAccount(account.Id, account.Outlet, account.Title, null, null, null, "1")] })],
        };
        IDocument page = Open(dossier);
        page.QuerySelectorAll("section.story").Length.ShouldBe(1);
        page.QuerySelectorAll("#singles li").Length.ShouldBe(60);
        page.QuerySelector("h1")!.TextContent.ShouldContain("65 Artikel");
    }

    [Fact]
    public void Related_stories_are_linked_where_the_page_shows_them()
    {
        Dossier crane = DossierSketches.Crane();
        Collation other = crane.Collations[0] with { Story = "other", Title = "Ein anderer Kran", Accounts = [crane.Collations[0].Accounts[4]] };
        IDocument page = Open(crane with { Collations = [crane.Collations[0] with { Related = [new RelatedStory("other", "dieselben Namen"), new RelatedStory("gone", "dieselben Orte")] }, other] });
        IElement[] related = [.. page.QuerySelectorAll("#s1 .related li")];
        related[0].QuerySelector("a[href='#s2']")!.TextContent.ShouldBe("Ein anderer Kran");
        related[1].QuerySelector("a").ShouldBeNull();
        page.QuerySelectorAll("nav.stories a").Length.ShouldBe(2);
    }

    [Fact]
    public void Where_nothing_parts_the_summary_says_so_though_points_are_told_differently()
    {
        Dossier crane = DossierSketches.Crane();
        Collation collation = crane.Collations[0] with { Differences = [], Points = [.. crane.Collations[0].Points.Select(static point => point with { Relation = point.Id is "p2" or "p3" ? Relation.Differ : Relation.Agree })] };
        string summary = Open(crane with { Collations = [collation] }).QuerySelector(".summary")!.TextContent;
        summary.ShouldContain("Widersprüche hat das Programm nicht gefunden; zwei Punkte werden anders oder verschieden genau erzählt.");
        summary.ShouldContain("The program found no contradictions; two points are told differently or less exactly.");
        Open(crane with { Collations = [collation with { Points = [collation.Points[0]] }] }).QuerySelector(".summary")!.TextContent.ShouldContain("Unterschiede hat das Programm nicht gefunden.");
    }

    [Fact]
    public void A_section_that_holds_nothing_says_that_and_not_how_to_read_it()
    {
        Dossier crane = DossierSketches.Crane();
        IDocument page = Open(crane with { Collations = [crane.Collations[0] with { Differences = [], Passages = [], Points = [], Timeline = [crane.Collations[0].Timeline[0]] }] });
        foreach (string name in new[] { "differences", "passages", "points" })
        {
            page.QuerySelector($"#s1-{name} .empty").ShouldNotBeNull();
            page.QuerySelector($"#s1-{name} .lead").ShouldBeNull();
        }

        page.QuerySelector("#s1-timeline .lead")!.TextContent.ShouldNotContain("Bild", customMessage: "of one date there is no picture");
        Open(crane).QuerySelector("#s1-timeline .lead")!.TextContent.ShouldContain("Bild");
    }

    [Fact]
    public void What_two_articles_of_one_strand_tell_alike_stands_among_what_one_strand_tells()
    {
        Dossier crane = DossierSketches.Crane();
        Point copied = crane.Collations[0].Points.Single(static point => point.Id == "p4");
        copied = copied with { Strands = 1, Readings = copied.Readings[..2] };
        IElement row = Open(crane with { Collations = [crane.Collations[0] with { Points = [.. crane.Collations[0].Points.Where(static point => point.Id != "p4"), copied] }] }).GetElementById("s1-pt-p4")!;
        row.Closest("tbody")!.ClassList.ShouldContain("g-single");
        row.QuerySelector("th .meta")!.TextContent.ShouldContain("nur ein Strang");
    }

    [Fact]
    public void A_fold_of_what_one_strand_tells_bears_its_heading_once()
    {
        Dossier crane = DossierSketches.Crane();
        Point[] single = [.. Enumerable.Range(0, 13).Select(number => crane.Collations[0].Points[4] with { Id = $"q{number}" })];
        IElement fold = Open(crane with { Collations = [crane.Collations[0] with { Points = [.. crane.Collations[0].Points, .. single] }] }).QuerySelector("details.singles")!;
        fold.QuerySelectorAll("tr.point").Length.ShouldBe(14);
        fold.QuerySelectorAll("x-de").Count(static text => text.TextContent == "Nur in einem Strang").ShouldBe(1);
    }

    [Fact]
    public void A_row_that_is_told_differently_says_in_what()
    {
        Dossier crane = DossierSketches.Crane();
        Account[] accounts = [.. crane.Accounts];
        Point damage = crane.Collations[0].Points.Single(static point => point.Id == "p3");
        accounts = [.. accounts.Select(account => damage.Readings.FirstOrDefault(reading => reading.Account == account.Id) is Reading reading ? account with { Quantities = [new Quantity { Start = reading.Spans[0].Start, End = reading.Spans[0].End, Value = 1 }] } : account)];
        damage = damage with { Readings = [.. damage.Readings.Select(static reading => reading with { Values = System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("quantity", reading.Account == "ems-kurier" ? "30000000.. EUR" : "14000000 EUR") })] };
        IElement row = Open(crane with { Accounts = [.. accounts], Collations = [crane.Collations[0] with { Differences = [], Points = [damage] }] }).GetElementById("s1-pt-p3")!;
        row.QuerySelector("th .meta")!.TextContent.ShouldContain(": Zahlen: figures · ");
        row.QuerySelectorAll(".val").Select(static value => value.TextContent).ShouldBe(["14 Millionen Euro", "14 Millionen Euro", "mehr als 30 Millionen Euro", "14 million euros"]);
        Open(crane).QuerySelector("#s1-pt-p1 th .meta")!.TextContent.ShouldNotContain("Zahlen", customMessage: "where accounts part, a section of its own says in what");
    }

    [Fact]
    public void Who_alone_tells_a_point_has_its_words_in_the_row_once()
    {
        IDocument page = Open(DossierSketches.Crane());
        page.QuerySelectorAll("#s1-pt-p5 .own-words").ShouldBeEmpty();
        page.QuerySelectorAll("#s1-pt-p2 .own-words").Select(static words => words.TextContent).ShouldContain("… sie habe Warnungen missachtet", "a clause cut out of its sentence begins with dots");
    }

    [Fact]
    public void An_article_that_stands_alone_is_compared_with_none()
    {
        IDocument page = Open(DossierSketches.Quoted());
        string summary = page.QuerySelector(".summary")!.TextContent;
        summary.ShouldContain("Kein anderer gelesener Artikel erzählt diese Geschichte.");
        summary.ShouldNotContain("mindestens zwei Strängen");
        page.QuerySelectorAll("#s1-points tr.point").Length.ShouldBe(4);
        page.QuerySelectorAll("#s1-points .head, #s1-points tr.point .meta, #s1-points .legend .none, #s1-strands").ShouldBeEmpty();
    }

    [Fact]
    public void Who_is_named_by_other_words_alone_stands_in_the_list_of_names_with_these()
    {
        Dossier crane = DossierSketches.Crane();
        IDocument page = Open(crane with { Accounts = [.. crane.Accounts.Select(static account => account with { Entities = [.. account.Entities.Select(static entity => entity.Id == "feuerwehr-emden" ? entity with { Names = [] } : entity)] })] });
        page.QuerySelectorAll("#s1-names tr.item").Single(static row => row.QuerySelector("th")!.TextContent.StartsWith("Feuerwehr Emden", StringComparison.Ordinal)).QuerySelector("td")!.TextContent.ShouldBe("der Feuerwehr, the fire brigade");
    }

    [Fact]
    public void A_cell_names_its_article_with_the_strand_for_screens_without_columns() =>
        Open(DossierSketches.Crane()).QuerySelectorAll("#s1-pt-p4 td .who").Select(static who => who.TextContent).ShouldBe(["A Küstenbote", "A Deichblatt", "Welle Nord", "Ems-Kurier", "D North Sea Post"], ignoreOrder: true);

    [Fact]
    public void Of_stories_with_as_many_articles_those_that_part_more_come_first()
    {
        Dossier crane = DossierSketches.Crane();
        Collation even = crane.Collations[0] with { Story = "even", Title = "Ohne Abweichung", Differences = [] };
        Open(crane with { Collations = [even, crane.Collations[0]] }).QuerySelectorAll(".stories .name").Select(static name => name.TextContent).Last().ShouldBe("Ohne Abweichung");
    }

    [Fact]
    public void Below_the_summary_stand_the_first_differences_and_what_one_article_alone_tells()
    {
        IDocument page = Open(DossierSketches.Crane());
        page.QuerySelectorAll(".glance ol:first-of-type li").Select(static line => Of(line, ".sides")).ShouldBe(
            ["Drei Arbeiter (3 Artikel) ≠ Fünf Verletzte (Ems-Kurier)", "verneint (Küstenbote, North Sea Post) ≠ mit Vorbehalt „ein Kranführer“ (Ems-Kurier)", "14 Millionen Euro (3 Artikel) ≠ mehr als 30 Millionen Euro (Ems-Kurier)"]);
        page.QuerySelectorAll(".glance ol .what").First(static what => what.TextContent.Contains("Schaden")).QuerySelector("mark")!.TextContent.ShouldBe("14 Millionen Euro");
        page.QuerySelectorAll(".glance .alone a").Select(static link => link.TextContent + " " + link.GetAttribute("href")).ShouldBe(["Ems-Kurier 1 #s1-pt-p5"]);
        Open(new Dossier([DossierSketches.Crane().Accounts[0]], [DossierSketches.Crane().Collations[0] with { Accounts = [DossierSketches.Crane().Collations[0].Accounts[0]] }], [])).QuerySelectorAll(".glance").ShouldBeEmpty("an article that stands alone is compared with none");

        static string Of(IElement line, string part)
        {
            foreach (IElement english in line.QuerySelectorAll("x-en").ToArray())
                english.Remove();
            return line.QuerySelector(part)!.TextContent;
        }
    }

    [Fact]
    public void Below_the_summary_stands_what_several_strands_tell_without_parting()
    {
        Dossier crane = DossierSketches.Crane();
        IElement[] lines = Lines(crane);
        lines.Select(static line => line.QuerySelector("a")!.GetAttribute("href")).ShouldBe(["#s1-pt-p4"], "the others part");
        lines[0].TextContent.ShouldContain("2 Stränge");
        Lines(crane with { Collations = [crane.Collations[0] with { Differences = [] }] }).Select(static line => line.QuerySelector("a")!.GetAttribute("href")).ShouldBe(["#s1-pt-p3", "#s1-pt-p4"], "what more strands tell comes first");
        Point again = crane.Collations[0].Points[3] with { Id = "p9", Readings = [crane.Collations[0].Points[3].Readings[0]] };
        Lines(crane with { Collations = [crane.Collations[0] with { Points = crane.Collations[0].Points.Add(again) }] }).Length.ShouldBe(1, "its sentences stand there already");

        static IElement[] Lines(Dossier dossier) => [.. Open(dossier).QuerySelectorAll(".glance ol.shared li")];
    }

    [Fact]
    public void A_figure_that_changes_stands_under_a_sentence_that_holds_it()
    {
        Dossier crane = DossierSketches.Crane();
        Account last = crane.Accounts[2];
        int damage = last.Text.IndexOf("mehr als 30 Millionen", StringComparison.Ordinal);
        Drift drift = new() { Point = "p1", Steps = [new DriftStep(crane.Accounts[0].Id, crane.Accounts[0].Published!.Value, "1", "14", crane.Accounts[0].Text.IndexOf("14 Millionen", StringComparison.Ordinal), crane.Accounts[0].Text.IndexOf("14 Millionen", StringComparison.Ordinal) + 12), new DriftStep(last.Id, last.Published!.Value, "2", "30", damage, damage + 21)] };
        Open(crane with { Collations = [crane.Collations[0] with { Drifts = [drift] }] }).QuerySelector(".part-drifts h4")!.TextContent.ShouldContain("mehr als 30 Millionen");
    }

    [Fact]
    public void Of_the_differences_of_a_point_the_one_that_its_heading_speaks_of_comes_first()
    {
        Dossier crane = DossierSketches.Crane();
        Difference damage = crane.Collations[0].Differences[1] with { Point = "p2" };
        IElement card = Open(crane with { Collations = [crane.Collations[0] with { Differences = [damage, crane.Collations[0].Differences[2]] }] }).QuerySelector(".part-differences .diff")!;
        card.QuerySelectorAll(".slot x-en").Select(static slot => slot.TextContent).ShouldBe(["Stance", "Figure"]);
    }

    [Fact]
    public void A_difference_says_whose_words_head_it()
    {
        IElement from = Open(DossierSketches.Crane()).QuerySelector(".part-differences h4 + .from")!;
        from.QuerySelector("x-en")!.TextContent.ShouldBe("in the words of Küstenbote");
    }

    [Fact]
    public void Values_that_go_together_are_one_side_and_not_set_against_each_other()
    {
        Dossier crane = DossierSketches.Crane();
        Difference damage = crane.Collations[0].Differences[1];
        DifferingReading[] readings = [.. damage.Readings.Select(static (reading, i) => reading with { Side = i == 2 ? 2 : 1, Value = i == 3 ? "10000000..20000000 EUR" : reading.Value })];
        IDocument page = Open(crane with { Collations = [crane.Collations[0] with { Differences = [damage with { Readings = [.. readings] }] }] });
        page.QuerySelectorAll(".part-differences .sides > li").Select(static side => $"{side.ClassName} {side.QuerySelector(".value")!.TextContent}").ShouldBe([" 14 Millionen Euro", "along 14 million euros", "apart mehr als 30 Millionen Euro"]);
        page.QuerySelectorAll(".glance .against").Length.ShouldBe(1);
    }

    [Fact]
    public void Where_several_tell_one_side_each_stands_with_its_own_words()
    {
        IDocument page = Open(DossierSketches.Crane());
        IElement side = page.QuerySelectorAll(".diff .sides > li").Single(static side => side.QuerySelector(".value .s-denied") is not null);
        side.QuerySelector(".value .when").ShouldBeNull("one speaker's denial is not the other's");
        side.QuerySelectorAll(".from").Select(static from => string.Join("|", from.QuerySelectorAll("bdi").Select(static name => name.TextContent))).ShouldBe(["Küstenbote|Nordkai", "North Sea Post|Swantje Ulfers"]);
    }

    [Fact]
    public void An_accusation_that_articles_print_alike_stands_once_with_all_of_them()
    {
        Dossier crane = DossierSketches.Crane();
        ImmutableArray<Accusation> alike = [.. crane.Accounts.Take(2).Select(static account => new Accusation(account.Id, null, null, Stance.Asserted, [Place(account, "Der Betrieb sei trotzdem nicht eingestellt worden")]))];
        IDocument page = Open(crane with { Collations = [crane.Collations[0] with { Replies = [new Reply { Accused = "nordkai", Accusations = alike, Answers = [] }] }] });
        IElement saying = page.QuerySelectorAll(".part-replies .sides > li").ShouldHaveSingleItem();
        saying.QuerySelectorAll(".by a").Select(static link => link.TextContent).ShouldBe(["A Küstenbote", "A Deichblatt"]);

        static TextSpan Place(Account account, string words)
        {
            int start = account.Text.IndexOf(words, StringComparison.Ordinal);
            return new TextSpan(start, start + words.Length);
        }
    }

    [Theory]
    [InlineData("im Jahr 2019", "2019-01-01", "2019-12-31", true)]
    [InlineData("im vergangenen Jahr", "2019-01-01", "2019-12-31", false)]
    [InlineData("Anfang 2019", "2019-01-01", "2019-04-30", false)]
    [InlineData("Feb. 2019", "2019-02-01", "2019-02-28", true)]
    public void A_year_that_the_words_name_is_not_named_again(string words, string from, string to, bool saysItself)
    {
        Account account = new(new Article { Id = "a", Text = words }) { Times = [new TimeExpression(0, words.Length, TimeType.Date, "2019", DateOnly.Parse(from, CultureInfo.InvariantCulture), DateOnly.Parse(to, CultureInfo.InvariantCulture))] };
        AccountView view = new(1, account, new StrandView(new Strand("1", ["a"], null), 0), "a");
        (new DayRange(InterfaceTexts.BuiltIn.StartingWith("de")).Of(view, new DifferingReading("a", 0, words.Length, "2019")) is null).ShouldBe(saysItself);
    }

    [Fact]
    public void Every_interface_text_is_used()
    {
        string code = string.Concat(new[] { "Dossiers", "Exporting" }
            .SelectMany(static folder => Directory.EnumerateFiles(House.Repository.PathOf("src", "Lesart", folder), "*.*", SearchOption.AllDirectories))
            .Where(static file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".js", StringComparison.Ordinal)).Select(File.ReadAllText));
        HashSet<string> literals = [.. Literals().Matches(code).Select(static literal => literal.Value[1..^1])];

        // "points.one" is asked for as "points", "stance.denied" as "stance." + name.
        string[] unused = [.. InterfaceTexts.BuiltIn.Keys.Where(key => !literals.Contains(key)
            && !literals.Any(literal => key == literal + ".one" || key == literal + ".other" || (literal.EndsWith('.') && literal.Length > 1 && key.StartsWith(literal, StringComparison.Ordinal))))];
        unused.ShouldBeEmpty();
    }

    [GeneratedRegex("\"[a-z.-]+\"|'[a-z.-]+'")]
    private static partial Regex Literals();

    private static byte[] Write(Dossier dossier)
    {
        using MemoryStream stream = new();
        DossierWriter.Write(stream, dossier);
        return stream.ToArray();
    }

    private static IDocument Open(Dossier dossier) => new HtmlParser().ParseDocument(Encoding.UTF8.GetString(Write(dossier)));
}
