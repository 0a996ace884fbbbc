using System.Text;
using System.Text.Json;
using Lesart.Json;
using Lesart.Tests.House;

namespace Lesart.SystemTests.Commands;

/// <summary><c>export</c> over what <c>read</c> wrote, and over what it didn't.</summary>
public sealed class ExportTests
{
    [Fact]
    public void Tables_of_a_run_lie_in_a_folder_and_the_report_goes_to_standard_output()
    {
        using ScratchFolder scratch = new();
        LesartCommand.Run("read", Repository.PathOf("samples", "gipfel"), "-o", scratch.Root).ExitStatus.ShouldBe(0);
        string tables = scratch.Path("tables");
        LesartCommand.Run("export", scratch.Root, "--as", "csv", "-o", tables).ExitStatus.ShouldBe(0);
        using JsonDocument records = JsonDocument.Parse(File.ReadAllBytes(scratch.Path("lesart.json")));
        File.ReadAllText(Path.Combine(tables, "articles.csv")).ShouldContain("Hansepost");
        string report = LesartCommand.Run("export", scratch.Path("lesart.json"), "--as", "markdown").Text;
        foreach (JsonElement collation in records.RootElement.GetProperty("collations").EnumerateArray())
            report.ShouldContain($"# {collation.GetProperty("title").GetString()}");
        LesartCommand.RunWith(File.ReadAllBytes(scratch.Path("lesart.json")), "export", "-", "--as", "markdown").Text.ShouldBe(report);
        LesartCommand.RunWith([], "export", "-", "--as", "markdown").Error.ShouldStartWith("lesart: standard input:1: it doesn't hold the records of a run");
    }

    [Theory]
    [InlineData("{\"articles\": [", "doesn't hold the records of a run")]
    [InlineData("null", "not the records of a run")]
    [InlineData("{}", "doesn't hold the records of a run")]
    [InlineData("{\"name\": \"x\", \"version\": 1}", "doesn't hold the records of a run")]
    public void A_file_that_holds_no_run_is_named(string content, string reason)
    {
        using ScratchFolder scratch = new();
        string file = scratch.Write("lesart.json", Encoding.UTF8.GetBytes(content));
        LesartCommand.Result result = LesartCommand.Run("export", file, "--as", "json");
        result.ExitStatus.ShouldBe(1);
        result.Error.ShouldContain(file);
        result.Error.ShouldContain(reason);
        result.Error.ShouldNotContain("   at ");
    }

    [SkippableFact("/bin/sh")]
    public void A_run_of_more_articles_than_a_process_may_hold_files_is_exported()
    {
        using ScratchFolder scratch = new();
        Account[] accounts = [.. Enumerable.Range(0, 400).Select(static i => new Account { Id = $"a{i}", Text = "Der Rat tagt am 3. Mai.", Language = "de" })];
        Collation collation = new() { Story = "s", Accounts = [.. accounts.Select(static account => new CollatedAccount(account.Id, null, null, null, null, "de", "st1"))] };
        string file = scratch.Write("lesart.json", LesartJson.ToLine(new RunRecords { Stories = [.. accounts], Collations = [collation] }));
        LesartCommand.RunLimited("-n 300", "export", file, "--as", "timeml", "-o", scratch.Path("times")).Error.ShouldBe("");
        Directory.GetFiles(scratch.Path("times"), "*.tml").Length.ShouldBe(accounts.Length);
    }

    [Theory]
    [InlineData("export", "x.json", "--as", "pdf")]
    [InlineData("export", "x.json", "--as", "csv")]
    [InlineData("export", "x.json", "--as", "3")]
    [InlineData("export", "x.json")]
    public void A_wrong_call_is_told_from_bad_input(params string[] call) => LesartCommand.Run(call).ExitStatus.ShouldBe(2);
}
