using System.Text;
using Lesart.Tests.House;

namespace Lesart.SystemTests.Commands;

/// <summary>Bad input gets a message that names file and reason; the others go on; no stack trace.</summary>
public sealed class BadInputTests
{
    private const string GoodText = "Berlin. Die Regierung hat am Mittwoch beschlossen, dass die Brücke über den Fluss im kommenden Jahr erneuert wird. Der Minister sagte, die Arbeiten seien dringend.";

    public static TheoryData<string, byte[], string> Files() => new()
    {
        { "leer.txt", [], "empty" },
        { "bild.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0x0D, 0x49, 0x48, 0x44, 0x52, 0, 1, 2, 3], "" },
        { "halb.txt.gz", Gzipped(string.Concat(Enumerable.Range(0, 400).Select(static number => $"Satz {number * number} über den Fluss. ")))[..400], "truncated" },
        { "kaputt.html.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3], "" },
        { "halb.zip", [.. "PK"u8, 3, 4, .. new byte[60]], "the archive is damaged or only partly there" },
        { "scan.pdf", [.. "%PDF-1.7\n"u8, 1, 2, 3], "this is a PDF: save what it says as text or HTML" },
        { "brief.rtf", Encoding.UTF8.GetBytes("{\\rtf1\\ansi Die Br\\u252?cke bleibt gesperrt.\\par}"), "this is a text in RTF" },
        { "brief.doc", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[500]], "a document of an office program" },
        { "brief.docx", Zipped(("[Content_Types].xml", "<Types/>"), ("word/document.xml", "<w:document><w:body><w:p>Die Brücke bleibt gesperrt.</w:p></w:body></w:document>")), "a document of an office program" },
        { "brief.odt", Zipped(("mimetype", "application/vnd.oasis.opendocument.text"), ("content.xml", "<office/>")), "a document of an office program" },
        { "buch.epub", Zipped(("mimetype", "application/epub+zip"), ("META-INF/container.xml", "<container/>"), ("OEBPS/kapitel1.xhtml", "<html><body><p>" + GoodText + "</p></body></html>")), "this is an electronic book, not an article" },
        { "mappe.tar", [.. "gut.txt"u8, .. new byte[250], .. "ustar"u8, .. new byte[250]], "an archive of a kind that is not opened" },
        { "bild.jpg", [0xFF, 0xD8, 0xFF, 0xE0, 0, 0x10], "this is a picture" },
        { "nichts.json", "[]"u8.ToArray(), "it holds no article" },
        { "nichts.jsonl", "  \n\n"u8.ToArray(), "it holds no article" },
        { "nichts.csv", "title,text\n"u8.ToArray(), "it holds no article" },
        { "zeile.jsonl", Encoding.UTF8.GetBytes("{\"text\": \"abc\n"), ":1:" },
        { "tief.html", Encoding.UTF8.GetBytes("<html><body>" + string.Concat(Enumerable.Repeat("<div>", 100_000))), "" },
    };

    private static byte[] Zipped(params (string Name, string Text)[] members)
    {
        using MemoryStream packed = new();
        using (System.IO.Compression.ZipArchive archive = new(packed, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, string text) in members)
            {
                using Stream member = archive.CreateEntry(name).Open();
                member.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return packed.ToArray();
    }

    private static byte[] Gzipped(string text)
    {
        using MemoryStream packed = new();
        using (System.IO.Compression.GZipStream gzip = new(packed, System.IO.Compression.CompressionLevel.Fastest))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    [Fact]
    public void A_file_s_name_cannot_steer_the_terminal()
    {
        LesartCommand.Result result = LesartCommand.Run("extract", "rot\u001b[31m\u202Eum.txt");
        result.ExitStatus.ShouldBe(1);
        result.Error.Trim().ShouldBe("lesart: rot\uFFFD[31m\uFFFDum.txt: there is no such file or folder");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_bad_file_is_named_and_the_others_go_on(string name, byte[] bytes, string reason)
    {
        using ScratchFolder scratch = new();
        scratch.Write(name, bytes);
        scratch.Write("gut.txt", GoodText);
        LesartCommand.Result result = LesartCommand.Run("extract", scratch.Root);
        result.ExitStatus.ShouldBe(1);
        result.Error.ShouldContain(name);
        result.Error.ShouldContain(reason);
        result.Error.ShouldNotContain("   at ");
        result.Text.ShouldContain("Brücke");
    }

    [Theory]
    [InlineData("raed samples", "there is no command 'raed' (commands: read, extract, analyze, group, collate, export)", "try 'lesart --help'")]
    [InlineData("samples/gipfel", "there is no command 'samples/gipfel'", "to read it: lesart read samples/gipfel")]
    [InlineData("help read", "there is no command 'help' (commands: read, extract, analyze, group, collate, export)", "try 'lesart --help'")]
    [InlineData("read samples --languages nowhere", "--languages: there is no folder 'nowhere'", "try 'lesart read --help'")]
    [InlineData("read", "read needs one or more of: files, folders, addresses", "try 'lesart read --help'")]
    [InlineData("export samples", "export needs --as with one of: csv, json", "try 'lesart export --help'")]
    public void A_wrong_call_is_answered_with_what_to_type(string arguments, string fault, string advice)
    {
        LesartCommand.Result result = LesartCommand.RunIn(Repository.Root, null, arguments.Split(' '));
        result.ExitStatus.ShouldBe(2);
        result.Error.ShouldContain(fault);
        result.Error.ShouldContain(advice);
        result.Error.ShouldNotContain("Required");
        result.Error.ShouldNotContain("Unrecognized");
    }

    [Fact]
    public void What_stands_before_the_place_where_a_packed_file_breaks_off_is_read()
    {
        using ScratchFolder scratch = new();
        string line = $$"""{"text":"{{GoodText}}"}""";
        LesartCommand.Result result = LesartCommand.Run("extract", scratch.Write("halb.jsonl.gz", [.. Gzipped($"{line}\n"), .. Gzipped($"{line}\n")[..^12]])); // less than what a source is told by
        result.ExitStatus.ShouldBe(1);
        result.Error.ShouldContain("halb.jsonl.gz: the archive is damaged or only partly there");
        result.Text.ShouldContain("Brücke");
    }

    [Theory]
    [InlineData("extract", "zwei.jsonl: its id 'x' is that of another article (zwei.jsonl); it is left out")]
    [InlineData("group", "x: its id 'x' is that of another article; it is left out")]
    public void A_second_article_with_an_id_is_named_as_one_that_is_left_out(string stage, string reason)
    {
        using ScratchFolder scratch = new();
        string articles = scratch.Write("zwei.jsonl", $$"""
            {"id":"x","language":"de","text":"Der Rat tagt am 3. Mai.","sentences":[{"start":0,"end":23}]}
            {"id":"x","language":"de","text":"{{GoodText}}","sentences":[{"start":0,"end":50}]}
            """);
        LesartCommand.Result result = LesartCommand.RunIn(scratch.Root, null, stage, Path.GetFileName(articles));
        result.ExitStatus.ShouldBe(1);
        result.Error.Trim().ShouldBe("lesart: " + reason);
        result.Text.ShouldContain("Der Rat tagt");
        result.Text.ShouldNotContain("Brücke");
    }

    [Theory]
    [InlineData("group")]
    [InlineData("collate")]
    public void A_stage_that_is_given_articles_says_which_stage_was_left_out(string stage)
    {
        using ScratchFolder scratch = new();
        LesartCommand.Result result = LesartCommand.Run(stage, scratch.Write("artikel.jsonl", "{\"text\":\"Der Rat tagt am 3. Mai.\",\"source\":\"rat.txt\"}\n"));
        result.ExitStatus.ShouldBe(1);
        result.Error.ShouldContain("rat.txt: this is an article, not an account: 'lesart analyze' makes accounts of articles");
        result.Text.ShouldBeEmpty();
    }

    [Fact]
    public void A_stage_that_is_given_a_short_text_says_what_it_reads()
    {
        using ScratchFolder scratch = new();
        LesartCommand.Run("analyze", scratch.Write("rat.txt", "Der Rat tagt am 3. Mai.\n")).Error.ShouldContain("it holds no record: this stage reads the JSON Lines that the stage before it writes");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n \n")]
    public void A_stage_that_is_given_an_empty_file_names_it_and_a_pipe_without_records_is_none(string content)
    {
        using ScratchFolder scratch = new();
        string path = scratch.Write("leer.jsonl", content);
        LesartCommand.Result result = LesartCommand.Run("analyze", path);
        result.ExitStatus.ShouldBe(1);
        result.Error.ShouldContain($"{path}: it holds no record");
        LesartCommand.RunWith(Encoding.UTF8.GetBytes(content), "analyze").ExitStatus.ShouldBe(0);
    }

    [Fact]
    public void A_missing_path_is_named_and_the_others_go_on()
    {
        using ScratchFolder scratch = new();
        string good = scratch.Write("gut.txt", GoodText);
        LesartCommand.Result result = LesartCommand.Run("extract", scratch.Path("fehlt.txt"), good);
        result.ExitStatus.ShouldBe(1);
        result.Error.ShouldContain("fehlt.txt: there is no such file or folder");
        result.Text.ShouldContain("Brücke");
    }

    [Theory]
    [InlineData(null, "there is no file")]
    [InlineData("Rat\n", ":1: a row has")]
    public void A_table_of_identities_that_says_nothing_is_a_wrong_call(string? table, string reason)
    {
        using ScratchFolder scratch = new();
        string good = scratch.Write("gut.txt", GoodText), identities = table is null ? scratch.Path("fehlt.tsv") : scratch.Write("wer.tsv", table);
        LesartCommand.Result result = LesartCommand.Run("read", good, "-o", scratch.Path("out"), "--identities", identities);
        result.ExitStatus.ShouldBe(2);
        result.Error.ShouldContain(reason);
    }

    [Fact]
    public void A_folder_without_files_is_named()
    {
        using ScratchFolder scratch = new();
        LesartCommand.Result result = LesartCommand.Run("read", scratch.Root, "-o", scratch.Path("out"));
        result.ExitStatus.ShouldBe(1);
        result.Error.ShouldContain("the folder holds no files");
    }

    [Fact]
    public void A_malformed_line_is_named_with_its_number_and_the_others_go_on()
    {
        byte[] input = Encoding.UTF8.GetBytes($$"""
            {"id":"a","language":"de","text":"{{GoodText}}"}
            {"id":"b","language":"de","text":
            {"id":"c","language":"de","authors":7,"text":"{{GoodText}}"}
            {"id":"d","language":"de"}
            {"id":"e","language":"de","text":"{{GoodText}}"}
            """);
        LesartCommand.Result result = LesartCommand.RunWith(input, "analyze");
        result.ExitStatus.ShouldBe(1);
        result.Error.ShouldContain("standard input:2: ");
        result.Error.ShouldContain("standard input:3: ");
        result.Error.ShouldContain("standard input:4: the record has no text");
        result.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(2);
    }

    [Fact]
    public void A_page_handed_to_a_stage_that_reads_records_is_told_in_one_message()
    {
        using ScratchFolder scratch = new();
        string page = scratch.Write("seite.html", string.Concat(Enumerable.Repeat("<p>\n", 100))), lines = scratch.Write("gut.jsonl", $$"""{"text":"{{GoodText}}"}""" + "\n");
        LesartCommand.Result result = LesartCommand.Run("analyze", page, lines);
        result.ExitStatus.ShouldBe(1);
        result.Error.Trim().Split('\n').Length.ShouldBe(1);
        result.Error.ShouldContain("seite.html: none of its first 10 lines is a record");
        result.Text.ShouldContain("Brücke");
    }

    [Fact]
    public void A_link_that_leads_back_is_not_followed()
    {
        using ScratchFolder scratch = new();
        scratch.Write("gut.txt", GoodText);
        Directory.CreateSymbolicLink(scratch.Path("zurück"), scratch.Root);
        LesartCommand.Result result = LesartCommand.Run("extract", scratch.Root);
        result.ExitStatus.ShouldBe(0, result.Error);
        result.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(1);
    }

    [UnprivilegedFact]
    public void A_folder_that_may_not_be_read_is_named_and_the_others_go_on()
    {
        if (OperatingSystem.IsWindows()) // for the analyzer: the attribute skips it there
            return;
        using ScratchFolder scratch = new();
        scratch.Write("gut.txt", GoodText);
        Directory.CreateDirectory(scratch.Path("zu"), UnixFileMode.None);
        LesartCommand.Result result = LesartCommand.Run("extract", scratch.Root);
        File.SetUnixFileMode(scratch.Path("zu"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        result.ExitStatus.ShouldBe(1);
        result.Error.ShouldContain("zu: ");
        result.Text.ShouldContain("Brücke");
    }

    [Fact]
    public void The_command_alone_shows_its_help_and_ends_with_2()
    {
        LesartCommand.Result result = LesartCommand.Run();
        result.ExitStatus.ShouldBe(2);
        result.Error.ShouldContain("lesart read samples/gipfel");
    }

    [Theory]
    [InlineData("--reader takes de or en, not 'xx'", "read", "a", "--reader", "xx")]
    [InlineData("--as takes csv, json, markdown, annotations, graphml, gexf or timeml, not 'xlsx'", "export", "a", "--as", "xlsx")]
    [InlineData("-o names nothing", "read", "a", "-o", "")]
    [InlineData("PATH is empty", "read", "")]
    public void A_wrong_value_is_answered_with_the_right_ones(string reason, params string[] call)
    {
        LesartCommand.Result result = LesartCommand.Run(call);
        result.ExitStatus.ShouldBe(2);
        result.Error.ShouldContain(reason);
        result.Error.ShouldNotContain("   at ");
    }

    [Fact]
    public void Another_language_is_a_problem_not_a_guess()
    {
        byte[] input = Encoding.UTF8.GetBytes("{\"id\":\"a\",\"language\":\"sw\",\"text\":\"Habari za asubuhi.\"}\n");
        LesartCommand.Result result = LesartCommand.RunWith(input, "analyze");
        result.ExitStatus.ShouldBe(1);
        result.Error.ShouldContain("no language pack for 'sw'");
    }

    [SkippableFact("/dev/full")]
    public void A_full_disk_is_named()
    {
        LesartCommand.Result result = LesartCommand.Run("extract", Repository.PathOf("samples", "gipfel"), "-o", "/dev/full");
        result.ExitStatus.ShouldBe(1);
        result.Error.ShouldContain("/dev/full: can't be written");
        result.Error.ShouldNotContain("   at ");
    }

    [Theory]
    [InlineData("lesen")]
    [InlineData("extract")]
    [InlineData("extract", "a", "--threads", "0")]
    [InlineData("read", "a", "--reader", "xx")]
    [InlineData("analyze", "--nonsense")]
    public void A_wrong_call_ends_with_2(params string[] call)
    {
        LesartCommand.Result result = LesartCommand.Run(call);
        result.ExitStatus.ShouldBe(2);
        result.Error.ShouldContain("--help");
    }

    [Fact]
    public void Problems_carry_no_colour_codes_into_files()
    {
        LesartCommand.Run("extract", "/no/such/path").Error.ShouldNotContain("\u001b");
    }
}
