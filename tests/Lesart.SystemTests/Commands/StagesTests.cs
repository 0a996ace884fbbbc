using System.Text.Json;
using System.Text.RegularExpressions;
using Lesart.Tests.House;

namespace Lesart.SystemTests.Commands;

/// <summary>The stages as commands do what docs/formats.md promises.</summary>
public sealed partial class StagesTests
{
    private static readonly string Samples = Repository.PathOf("samples", "gipfel");

    [Fact]
    public void Four_stages_piped_give_the_same_bytes_as_read()
    {
        using ScratchFolder scratch = new();
        LesartCommand.Run("read", Samples, "-o", scratch.Root).Error.ShouldBe("");
        byte[] articles = LesartCommand.Run("extract", Samples).Output;
        byte[] accounts = LesartCommand.RunWith(articles, "analyze").Output;
        byte[] stories = LesartCommand.RunWith(accounts, "group").Output;
        byte[] collations = LesartCommand.RunWith(stories, "collate").Output;

        using JsonDocument read = JsonDocument.Parse(File.ReadAllBytes(scratch.Path("lesart.json")));
        Lines(read, "articles").ShouldBe(System.Text.Encoding.UTF8.GetString(articles));
        Lines(read, "accounts").ShouldBe(System.Text.Encoding.UTF8.GetString(accounts));
        Lines(read, "stories").ShouldBe(System.Text.Encoding.UTF8.GetString(stories));
        Lines(read, "collations").ShouldBe(System.Text.Encoding.UTF8.GetString(collations));
        articles.Length.ShouldBeGreaterThan(1000);
        collations.Length.ShouldBeGreaterThan(1000);
    }

    [Fact]
    public void Asked_to_explain_collate_shows_what_made_each_point_and_changes_nothing_else()
    {
        byte[] stories = LesartCommand.RunWith(LesartCommand.RunWith(LesartCommand.Run("extract", Samples).Output, "analyze").Output, "group").Output;
        string plain = LesartCommand.RunWith(stories, "collate").Text, explained = LesartCommand.RunWith(stories, "collate", "--explain").Text;
        plain.ShouldNotContain("\"explain\"");
        int shared = 0;
        foreach (string line in explained.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            using JsonDocument collation = JsonDocument.Parse(line);
            foreach (JsonElement point in collation.RootElement.GetProperty("points").EnumerateArray().Where(static point => point.GetProperty("readings").GetArrayLength() > 1))
            {
                shared++;
                point.GetProperty("explain").EnumerateArray().Select(static why => why.GetString()).ShouldContain(static why => why!.Contains("% in the mean", StringComparison.Ordinal)); // each line is a string
                point.GetProperty("explain").EnumerateArray().ShouldContain(static why => Pair().IsMatch(why.GetString() ?? ""));
            }
        }

        shared.ShouldBeGreaterThan(10);
        Explain().Replace(explained, "").ShouldBe(plain);
    }

    [GeneratedRegex(""",?"explain":\[(?:"(?:[^"\\]|\\.)*",?)*\]""")]
    private static partial Regex Explain();

    [GeneratedRegex(@"^\w+ \d+-\d+ \[.+\] with \w+ \d+-\d+ \[.+\]: \d+ %; [a-z-]+ -?\d+\.\d\d, .*; sum -?\d+\.\d\d$")]
    private static partial Regex Pair();

    [Fact]
    public void One_thread_and_four_give_the_same_bytes()
    {
        using ScratchFolder one = new();
        using ScratchFolder four = new();
        LesartCommand.Run("read", Samples, "-o", one.Root, "--threads", "1").ExitStatus.ShouldBe(0);
        LesartCommand.Run("read", Samples, "-o", four.Root, "--threads", "4").ExitStatus.ShouldBe(0);
        File.ReadAllBytes(one.Path("lesart.json")).ShouldBe(File.ReadAllBytes(four.Path("lesart.json")));
        File.ReadAllBytes(one.Path("dossier.html")).ShouldBe(File.ReadAllBytes(four.Path("dossier.html")));
    }

    [Fact]
    public void Records_keep_their_order_and_unknown_fields()
    {
        string line = """{"id":"N","text":"Der Minister sprach am Mittwoch in Berlin über den Haushalt und die Bahn.","language":"de","desk":{"name":"Politik"}}""";
        byte[] input = System.Text.Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Range(0, 40).Select(number => line.Replace("\"N\"", $"\"{number}\"", StringComparison.Ordinal))));
        string[] lines = LesartCommand.RunWith(input, "analyze", "--threads", "4").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBe(40);
        for (int i = 0; i < lines.Length; i++)
        {
            using JsonDocument account = JsonDocument.Parse(lines[i]);
            account.RootElement.GetProperty("id").GetString().ShouldBe(i.ToString(System.Globalization.CultureInfo.InvariantCulture));
            account.RootElement.GetProperty("desk").GetProperty("name").GetString().ShouldBe("Politik");
            account.RootElement.GetProperty("sentences").GetArrayLength().ShouldBe(1);
        }
    }

    [Fact]
    public void Output_goes_to_the_named_file()
    {
        using ScratchFolder scratch = new();
        string file = scratch.Path("articles.jsonl");
        LesartCommand.Run("extract", Samples, "-o", file).Output.ShouldBeEmpty();
        File.ReadAllBytes(file).ShouldBe(LesartCommand.Run("extract", Samples).Output);
    }

    [Theory]
    [InlineData("read")]
    [InlineData("extract")]
    [InlineData("analyze")]
    [InlineData("group")]
    [InlineData("collate")]
    public void Help_shows_an_example_and_ends_well(string command)
    {
        LesartCommand.Result help = LesartCommand.Run(command, "--help");
        help.ExitStatus.ShouldBe(0);
        help.Text.ShouldContain("Example:");
        help.Text.ShouldContain($"lesart {command}");
    }

    [Fact]
    public void The_version_is_told()
    {
        LesartCommand.Run("--version").Text.Trim().ShouldMatch(@"^\d+\.\d+\.\d+$");
    }

    private static string Lines(JsonDocument read, string list) =>
        string.Concat(read.RootElement.GetProperty(list).EnumerateArray().Select(static record => record.GetRawText() + "\n"));
}
