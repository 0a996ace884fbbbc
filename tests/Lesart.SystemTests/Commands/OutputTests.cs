using System.Diagnostics;
using System.Text;
using Lesart.Tests.House;

namespace Lesart.SystemTests.Commands;

/// <summary>A file stands under its name only when it was written to its end.</summary>
public sealed class OutputTests
{
    private const string Record = "{\"id\":\"a\",\"text\":\"Der Rat tagt am 3. Mai und berät über die Brücke.\",\"language\":\"de\"}\n";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [InterruptFact]
    public void A_stage_that_is_interrupted_leaves_no_half_file_and_says_so() => LeavesNoHalfFile("INT", 130);

    [SkippableFact(SentSignal.Kill)]
    public void A_stage_that_is_stopped_leaves_no_half_file_and_says_so() => LeavesNoHalfFile("TERM", 143);

    [InterruptFact]
    public void A_read_that_is_stopped_leaves_the_dossier_of_before()
    {
        using ScratchFolder scratch = new();
        scratch.Write("dossier.html", "the dossier of before");
        using Process process = LesartCommand.Start(scratch.Root, "read", "-", "-o", ".");
        process.StandardInput.Write(Record);
        process.StandardInput.Flush();
        Thread.Sleep(2000); // nothing shows from outside that it reads
        SentSignal.Stop(process, "INT", Patience).ShouldStartWith("lesart: stopped before the end");
        process.ExitCode.ShouldBe(130);
        Directory.EnumerateFiles(scratch.Root).ShouldBe([scratch.Path("dossier.html")]);
        File.ReadAllText(scratch.Path("dossier.html")).ShouldBe("the dossier of before");
    }

    [Fact]
    public void What_cannot_be_written_to_its_end_leaves_the_run_of_before()
    {
        using ScratchFolder scratch = new();
        scratch.Write("lesart.json", "the records of before");
        Directory.CreateDirectory(scratch.Path("dossier.html"));
        LesartCommand.Result result = LesartCommand.RunIn(scratch.Root, null, "read", Repository.PathOf("samples", "faehre"), "-o", ".");
        result.ExitStatus.ShouldBe(1);
        result.Error.ShouldContain("dossier.html: can't be written: it is a folder");
        File.ReadAllText(scratch.Path("lesart.json")).ShouldBe("the records of before");
        Directory.EnumerateFiles(scratch.Root).Count().ShouldBe(1);
    }

    [Fact]
    public void An_output_in_a_folder_that_is_not_there_is_told_in_the_caller_s_words()
    {
        using ScratchFolder scratch = new();
        LesartCommand.Result result = LesartCommand.RunIn(scratch.Root, Encoding.UTF8.GetBytes(Record), "analyze", "-o", "nowhere/accounts.jsonl");
        result.ExitStatus.ShouldBe(1);
        result.Error.Trim().ShouldBe("lesart: nowhere/accounts.jsonl: can't be written: its folder is not there");
    }

    [SkippableFact("/bin/ln")]
    public void A_link_still_leads_to_the_file_that_was_written()
    {
        using ScratchFolder scratch = new();
        string target = scratch.Write("there.jsonl", "");
        File.CreateSymbolicLink(scratch.Path("here.jsonl"), target);
        LesartCommand.RunIn(scratch.Root, Encoding.UTF8.GetBytes(Record), "analyze", "-o", "here.jsonl").ExitStatus.ShouldBe(0);
        File.ResolveLinkTarget(scratch.Path("here.jsonl"), returnFinalTarget: true)!.FullName.ShouldBe(target); // made a few lines above
        File.ReadAllText(target).ShouldContain("über die Brücke");
    }

    [Fact]
    public void Nobody_quoted_is_no_empty_line_of_the_summary()
    {
        using ScratchFolder scratch = new();
        LesartCommand.Result result = LesartCommand.RunIn(scratch.Root, Encoding.UTF8.GetBytes(Record), "read", "-", "-o", "out");
        result.Text.ShouldContain("differences");
        result.Text.ShouldNotContain("speak most");
    }

    private static void LeavesNoHalfFile(string signal, int exitStatus)
    {
        using ScratchFolder scratch = new();
        scratch.Write("accounts.jsonl", "what was there");
        using Process process = LesartCommand.Start(scratch.Root, "analyze", "-o", "accounts.jsonl");
        process.StandardInput.Write(string.Concat(Enumerable.Range(0, 400).Select(static i => Record.Replace("\"a\"", $"\"a{i}\"", StringComparison.Ordinal))));
        process.StandardInput.Flush();
        WaitFor(() => new DirectoryInfo(scratch.Root).EnumerateFiles(".accounts.jsonl.*").Any(static part => part.Length > 0)); // it goes on to wait for more
        SentSignal.Stop(process, signal, Patience).ShouldStartWith("lesart: stopped before the end");
        process.ExitCode.ShouldBe(exitStatus);
        Directory.EnumerateFiles(scratch.Root).ShouldBe([scratch.Path("accounts.jsonl")]);
        File.ReadAllText(scratch.Path("accounts.jsonl")).ShouldBe("what was there");
    }

    private static void WaitFor(Func<bool> condition)
    {
        for (int attempt = 0; attempt < 600 && !condition(); attempt++)
            Thread.Sleep(100);
        condition().ShouldBeTrue();
    }
}
