using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using CsvHelper;
using Lesart.Dossiers;
using Lesart.Exporting;
using Lesart.Tests.Dossiers;

namespace Lesart.Tests.Exporting;

/// <summary>What other programs read back is what the records say.</summary>
public sealed class ExporterTests
{
    private static readonly RunRecords Crane = RecordsOf(DossierSketches.Crane());

    // A text with all that formats trip over: a pair of surrogates before the words, a control character, a lone half of a pair, marks of Markdown, HTML and tables.
    private static readonly RunRecords Hostile = RecordsOf(new AccountSketch(
            "../../etc/x", "=HYPERLINK(\"http://evil.example\")", "2027-03-04T14:20:00+01:00", "de", "A | B <script>alert(1)</script> *fett* [x](y)",
            "🚢 Der Minister \u0001 sagte: \"Ja, 12 Boote sanken am Montag\nin <b>Emden</b>.\" \uD83D Ende.")
        .Names("minister-x", EntityType.Person, "Minister X", "Minister")
        .Says("s1", StatementKind.Direct, Stance.Asserted, "minister-x", "Der Minister", "sagte", "Ja, 12 Boote sanken am Montag\nin <b>Emden</b>."));

    [Theory]
    [InlineData(ExportFormat.Csv)]
    [InlineData(ExportFormat.Json)]
    [InlineData(ExportFormat.Markdown)]
    [InlineData(ExportFormat.Annotations)]
    [InlineData(ExportFormat.Graphml)]
    [InlineData(ExportFormat.Gexf)]
    [InlineData(ExportFormat.Timeml)]
    public void The_same_records_give_the_same_bytes_under_names_that_stay_in_their_folder(ExportFormat format)
    {
        Dictionary<string, byte[]> first = Export(Hostile, format), second = Export(Hostile, format);
        first.ShouldNotBeEmpty();
        first.Values.ShouldAllBe(static bytes => bytes.Length > 0);
        foreach ((string name, byte[] bytes) in first)
        {
            bytes.ShouldBe(second[name]);
            name.ShouldMatch("^[A-Za-z0-9_-]+(\\.[a-z]+)+$");
        }
    }

    [Fact]
    public void Tables_come_back_from_csv_with_every_row_and_cell()
    {
        Dictionary<string, byte[]> files = Export(Crane, ExportFormat.Csv);
        using JsonDocument tables = JsonDocument.Parse(Export(Crane, ExportFormat.Json).Single().Value);
        foreach (JsonProperty table in tables.RootElement.EnumerateObject())
        {
            List<Dictionary<string, string>> rows = Rows(files[table.Name + ".csv"]);
            rows.Count.ShouldBe(table.Value.GetArrayLength(), table.Name);
            foreach ((Dictionary<string, string> row, JsonElement expected) in rows.Zip(table.Value.EnumerateArray()))
            {
                foreach (JsonProperty cell in expected.EnumerateObject())
                    row[cell.Name].TrimStart('\'').ShouldBe(TextOf(cell.Value), $"{table.Name}.{cell.Name}");
            }
        }
    }

    [Fact]
    public void Every_statement_and_reading_is_a_row_with_its_words()
    {
        List<Dictionary<string, string>> statements = Rows(Export(Crane, ExportFormat.Csv)["statements.csv"]);
        statements.Count.ShouldBe(Crane.Stories.Sum(static account => account.Statements.Length));
        foreach (Dictionary<string, string> row in statements)
        {
            Account account = Crane.Stories.Single(account => account.Id == row["article"]);
            Statement statement = account.Statements.Single(statement => statement.Id == row["statement"]);
            row["content"].ShouldBe(statement.Content[0].In(account.Text).ToString());
            int.Parse(row["start"], CultureInfo.InvariantCulture).ShouldBe(statement.Content[0].Start);
        }

        Rows(Export(Crane, ExportFormat.Csv)["readings.csv"]).Count.ShouldBe(Crane.Collations[0].Points.Sum(static point => point.Readings.Length));
    }

    [Fact]
    public void A_text_that_a_spreadsheet_would_run_is_shown_instead()
    {
        byte[] file = Export(Hostile, ExportFormat.Csv)["articles.csv"];
        file.AsSpan(0, 3).ToArray().ShouldBe([0xEF, 0xBB, 0xBF]);
        Rows(file)[0]["outlet"].ShouldStartWith("'=");
    }

    [Fact]
    public void Annotations_point_at_their_words_by_code_points()
    {
        string text = Hostile.Stories[0].Text;
        int[] points = [.. text.EnumerateRunes().Select(static rune => rune.Value)];
        using JsonDocument page = JsonDocument.Parse(Export(Hostile, ExportFormat.Annotations).Single().Value);
        JsonElement[] items = [.. page.RootElement.GetProperty("items").EnumerateArray()];
        items.Length.ShouldBe(2);
        foreach (JsonElement target in items.SelectMany(static item => item.GetProperty("target").EnumerateArray()))
        {
            JsonElement[] selectors = [.. target.GetProperty("selector").EnumerateArray()];
            int start = selectors[1].GetProperty("start").GetInt32(), end = selectors[1].GetProperty("end").GetInt32();
            string words = string.Concat(points[start..end].Select(static point => new Rune(point).ToString()));
            words.ShouldBe(selectors[0].GetProperty("exact").GetString());
            text.ShouldContain(selectors[0].GetProperty("prefix").GetString() + words);
        }

        items[0].GetProperty("target")[0].GetProperty("selector")[1].GetProperty("start").GetInt32().ShouldBe(text.IndexOf("Ja, 12", StringComparison.Ordinal) - 1); // the ship is one code point, two code units
    }

    [Theory]
    [InlineData(ExportFormat.Graphml, "edge", "node")]
    [InlineData(ExportFormat.Gexf, "edge", "node")]
    public void Networks_link_nodes_that_are_there(ExportFormat format, string edge, string node)
    {
        XDocument network = XDocument.Load(new MemoryStream(Export(Crane, format).Single().Value));
        XNamespace space = network.Root!.Name.Namespace; // a document that loads has a root
        HashSet<string> nodes = [.. network.Descendants(space + node).Select(static element => (string)element.Attribute("id")!)]; // the format demands ids
        XElement[] edges = [.. network.Descendants(space + edge).Where(static element => element.Attribute("source") is not null)];
        edges.ShouldAllBe(element => nodes.Contains((string)element.Attribute("source")!) && nodes.Contains((string)element.Attribute("target")!)); // filtered above
        int reports = edges.Count(element => element.Descendants().Any(static value => value.Value == "reports" || (string?)value.Attribute("value") == "reports"));
        reports.ShouldBe(Crane.Stories.SelectMany(static account => account.Sayings.Where(static statement => statement.Speaker is not null).Select(statement => (account.Outlet, statement.Speaker))).Distinct().Count());
    }

    [Fact]
    public void Timeml_holds_the_text_and_its_times()
    {
        Account account = Crane.Stories[0] with { Times = [Time(Crane.Stories[0].Text, "Donnerstagmorgen", "2027-03-04TMO"), Time(Crane.Stories[0].Text, "2019", "2019")] };
        XElement document = XDocument.Load(new MemoryStream(Export(Crane with { Stories = [account] }, ExportFormat.Timeml).Single().Value)).Root!; // a document that loads has a root
        XElement text = document.Element("TEXT")!; // written always
        text.Value.ShouldBe(account.Text);
        text.Elements("TIMEX3").Select(static time => (time.Value, (string?)time.Attribute("value"))).ShouldBe([("Donnerstagmorgen", "2027-03-04TMO"), ("2019", "2019")]);
        ((string?)document.Element("DCT")?.Element("TIMEX3")?.Attribute("value")).ShouldBe("2027-03-04T14:20:00+01:00");
    }

    [Fact]
    public void Carriage_returns_come_back_from_timeml_and_line_breaks_from_the_names_of_a_network()
    {
        Account account = Crane.Stories[0] with { Text = "Eins am Montag.\r\n\r\nZwei.", Outlet = "Zwei\r\nZeilen", Times = [], Mentions = [], Entities = [], Statements = [new Statement { Id = "s1", Kind = StatementKind.Indirect, Stance = Stance.Asserted, Speaker = "x", Content = [new TextSpan(0, 4)] }] };
        RunRecords records = Crane with { Stories = [account] };
        XDocument.Load(new MemoryStream(Export(records, ExportFormat.Timeml).Single().Value)).Root!.Element("TEXT")!.Value.ShouldBe(account.Text); // written always
        XDocument.Load(new MemoryStream(Export(records, ExportFormat.Gexf).Single().Value)).Descendants().Attributes("label").Select(static label => label.Value).ShouldContain(account.Outlet);
        XDocument.Load(new MemoryStream(Export(records, ExportFormat.Graphml).Single().Value)).Descendants().Select(static element => element.Value).ShouldContain(account.Outlet);
    }

    [Fact]
    public void What_lies_outside_the_text_is_no_annotation()
    {
        Account account = Crane.Stories[0] with { Mentions = [new Mention(5000, 5004, "x", MentionKind.Name)], Statements = [new Statement { Id = "s1", Kind = StatementKind.Indirect, Stance = Stance.Asserted, Content = [new TextSpan(5000, 5004)] }] };
        using JsonDocument page = JsonDocument.Parse(Export(Crane with { Stories = [account] }, ExportFormat.Annotations).Single().Value);
        page.RootElement.GetProperty("items").GetArrayLength().ShouldBe(0); // an annotation without a target is none
    }

    [Fact]
    public void Letters_that_xml_has_not_are_replaced_and_nothing_else()
    {
        XElement text = XDocument.Load(new MemoryStream(Export(Hostile, ExportFormat.Timeml).Single().Value)).Root!.Element("TEXT")!; // written always
        text.Value.ShouldBe(Hostile.Stories[0].Text.Replace('\u0001', '\uFFFD').Replace("\uD83D Ende", "\uFFFD Ende", StringComparison.Ordinal));
    }

    [Fact]
    public void The_report_shows_texts_from_outside_and_runs_none()
    {
        string report = Encoding.UTF8.GetString(Export(Hostile, ExportFormat.Markdown).Single().Value);
        report.ShouldContain(@"# A \| B &lt;script\>alert(1)&lt;/script\> \*fett\* \[x\](y)");
        report.ShouldNotContain("<script");
    }

    [Theory]
    [InlineData("19. Juni: Der Rat tagt", "19\\. Juni: Der Rat tagt")]
    [InlineData("7) Der Rat tagt", "7\\) Der Rat tagt")]
    [InlineData("- so der Rat", "\\- so der Rat")]
    [InlineData("+49 ist die Vorwahl", "+49 ist die Vorwahl")]
    [InlineData("+ 4 Grad", "\\+ 4 Grad")]
    [InlineData("    Der Rat", "Der Rat")]
    [InlineData("2027 tagt der Rat.", "2027 tagt der Rat.")]
    public void A_text_that_begins_a_line_of_the_report_begins_no_list_in_it(string gloss, string shown)
    {
        Collation collation = Crane.Collations[0] with { Points = [.. Crane.Collations[0].Points.Select(point => point with { Gloss = gloss })], Drifts = [new Drift { Point = "p1", Steps = [] }] };
        Account[] accounts = [.. Crane.Stories.Select(account => account with { Outlet = gloss })];
        string report = Encoding.UTF8.GetString(Write(Exporter.Export(new RunRecords { Stories = [.. accounts], Collations = [collation] }, ExportFormat.Markdown)[0]));
        report.ShouldContain($"\n- {shown} **");
        report.ShouldContain($"\n- {shown}\n");
        report.ShouldContain($"\n- {shown} (");
        report.ShouldContain($"]: {shown}, ");
    }

    [Fact]
    public void The_report_has_each_difference_with_all_its_sides_and_a_footnote_for_each()
    {
        string report = Encoding.UTF8.GetString(Export(Crane, ExportFormat.Markdown).Single().Value);
        Crane.Collations[0].Differences.ShouldNotBeEmpty();
        foreach (Difference difference in Crane.Collations[0].Differences)
            report.ShouldContain(difference.Note);
        report.ShouldContain("[^1]: ");
        report.ShouldContain("#:~:text=");
        report.ShouldContain("## Wo die Berichte auseinandergehen");
        Encoding.UTF8.GetString(Write(Exporter.Export(Crane, ExportFormat.Markdown, "en")[0])).ShouldContain("## Where the accounts differ");
    }

    [Fact]
    public void The_report_says_where_no_difference_was_found_and_which_article_breaks_off()
    {
        string Report(Collation collation) => Encoding.UTF8.GetString(Write(Exporter.Export(Crane with { Collations = [collation] }, ExportFormat.Markdown)[0]));
        Report(Crane.Collations[0] with { Differences = [] }).ShouldContain("## Wo die Berichte auseinandergehen\n\nDas Programm hat keine abweichenden Daten, Zahlen, Namen, Orte oder Darstellungen gefunden. Das heißt nicht, dass es keine gibt.\n");
        Report(Crane.Collations[0]).ShouldContain("| 5. März 2027, unvollständig | ");
        Report(Crane.Collations[0]).ShouldContain("- sie habe Warnungen missachtet (Unterschied, 3 Stränge; in 1 nicht gefunden: Deichblatt)\n");
    }

    [Fact]
    public void The_report_tells_differences_in_the_order_of_the_dossier_and_points_of_the_same_sentences_once()
    {
        Collation collation = Crane.Collations[0];
        Point like = collation.Points[2] with { Id = "p9", Gloss = "so hoch ist der Schaden" };
        RunRecords records = Crane with { Collations = [collation with { Differences = [.. collation.Differences.Reverse()], Points = [.. collation.Points, like] }] };
        string report = Encoding.UTF8.GetString(Write(Exporter.Export(records, ExportFormat.Markdown)[0]));
        report.IndexOf("mit Vorbehalt (Ems-Kurier)", StringComparison.Ordinal).ShouldBeGreaterThan(report.IndexOf("drei (Küstenbote)", StringComparison.Ordinal));
        report.ShouldContain("- Den Schaden schätzt sie auf 14 Millionen Euro / so hoch ist der Schaden (");
    }

    [Theory]
    [InlineData("„Es gab keine Warnung“, sagte sie.", "„‚Es gab keine Warnung‘, sagte sie.“")]
    [InlineData("\"Es gab keine Warnung\"", "„Es gab keine Warnung“")]
    [InlineData("Er nennt es «Unsinn»", "„Er nennt es ‹Unsinn›“")]
    [InlineData("Es gab keine Warnung“, sagte sie.", "„‚Es gab keine Warnung‘, sagte sie.“")]
    [InlineData("No warning reached us,” she said.", "„‘No warning reached us,’ she said.“")]
    [InlineData("Sie sagte: „Es gab keine Warnung.", "„Sie sagte: ‚Es gab keine Warnung.‘“")]
    public void Marks_inside_a_quotation_of_the_report_are_single_ones(string words, string shown)
    {
        Account account = Crane.Stories[0] with { Text = words, Sentences = [new TextSpan(0, words.Length)], Blocks = [], Statements = [], Mentions = [], Times = [], Quantities = [] };
        Point point = new() { Id = "p1", Gloss = words, Relation = Relation.Agree, Strands = 2, Readings = [new Reading { Account = account.Id, Spans = [new TextSpan(0, words.Length)] }, new Reading { Account = Crane.Stories[1].Id, Spans = [new TextSpan(0, 4)] }] };
        Collation collation = Crane.Collations[0] with { Points = [point], Differences = [], Passages = [], Timeline = [] };
        RunRecords records = new() { Stories = [account, .. Crane.Stories.Skip(1)], Collations = [collation] };
        Encoding.UTF8.GetString(Write(Exporter.Export(records, ExportFormat.Markdown)[0])).ShouldContain($": {shown}[^1]");
    }

    [Fact]
    public void The_report_has_accusations_with_their_answers_and_figures_that_change()
    {
        Account[] accounts = [.. Crane.Stories];
        AccountSpan Words(int account, string words) => new(accounts[account].Id, accounts[account].Text.IndexOf(words, StringComparison.Ordinal), accounts[account].Text.IndexOf(words, StringComparison.Ordinal) + words.Length);
        AccountSpan charge = Words(2, "soll zwei Warnungen ignoriert haben"), answer = Words(0, "wies den Vorwurf zurück"), three = Words(0, "Drei"), five = Words(2, "Fünf");
        Collation collation = Crane.Collations[0] with
        {
            Replies = [new Reply { Accused = "nordkai", Accusations = [new Accusation(charge.Account, null, null, Stance.Hedged, [new TextSpan(charge.Start, charge.End)])], Answers = [new Answer(answer.Account, "s3", "nordkai", Stance.Denied, [new TextSpan(answer.Start, answer.End)], AnswerKind.Denial)], Unanswered = [accounts[1].Id] }],
            Drifts = [new Drift { Point = "p1", Of = "Arbeiter", Steps = [new DriftStep(three.Account, accounts[0].Published!.Value, "1", "3", three.Start, three.End), new DriftStep(five.Account, accounts[2].Published!.Value, "2", "5", five.Start, five.End)] }],
        };
        string report = Encoding.UTF8.GetString(Write(Exporter.Export(new RunRecords { Stories = Crane.Stories, Collations = [collation] }, ExportFormat.Markdown)[0]));
        report.ShouldContain("- **Gegen: Nordkai**\n  - Vorwurf, keine Quelle erkannt (Ems-Kurier): „Die Hafengesellschaft Nordkai soll zwei Warnungen ignoriert haben, wie ein Kranführer dem Ems-Kurier berichtete.“[^");
        report.ShouldContain("  - Antwort, weist zurück, Nordkai (Küstenbote): „Die Betreiberfirma Nordkai wies den Vorwurf zurück, sie habe Warnungen missachtet.“[^");
        report.ShouldContain("  - Hier nicht gefunden, obwohl die Antwort schon gedruckt war: Deichblatt\n");
        report.ShouldContain("  - 5. März, 05:30 UTC+1, Ems-Kurier, Strang C: **Fünf**: „Fünf Verletzte, ein Kran");
        report.ShouldContain("#:~:text=Drei%20Arbeiter%20wurden", customMessage: "a footnote leads to the sentence, not to the first figure of the page");
    }

    private static TimeExpression Time(string text, string words, string value)
    {
        int start = text.IndexOf(words, StringComparison.Ordinal);
        return new TimeExpression(start, start + words.Length, TimeType.Date, value, null, null);
    }

    private static RunRecords RecordsOf(Dossier dossier) => new() { Stories = dossier.Accounts, Collations = dossier.Collations };

    private static RunRecords RecordsOf(AccountSketch sketch)
    {
        Account account = sketch.Draw("story");
        return new RunRecords
        {
            Stories = [account],
            Collations = [new Collation { Story = "story", Title = account.Title, Accounts = [new CollatedAccount(account.Id, account.Outlet, account.Title, account.Published, account.Url, "de", "t1")] }],
        };
    }

    private static Dictionary<string, byte[]> Export(RunRecords records, ExportFormat format) =>
        Exporter.Export(records, format).ToDictionary(static file => file.Name, Write, StringComparer.Ordinal);

    private static byte[] Write(ExportFile file)
    {
        using MemoryStream stream = new();
        file.Write(stream);
        return stream.ToArray();
    }

    private static List<Dictionary<string, string>> Rows(byte[] csv)
    {
        using CsvReader reader = CsvReader.Create(new MemoryStream(csv));
        List<Dictionary<string, string>> rows = [];
        while (reader.Read())
            rows.Add(reader.Headers.ToArray().Select((name, column) => (name, Value: reader.GetString(column))).ToDictionary(static cell => cell.name, static cell => cell.Value, StringComparer.Ordinal));
        return rows;
    }

    private static string TextOf(JsonElement cell) => cell.ValueKind switch
    {
        JsonValueKind.Null => "",
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => cell.GetRawText(),
        _ => cell.GetString() ?? "",
    };
}
