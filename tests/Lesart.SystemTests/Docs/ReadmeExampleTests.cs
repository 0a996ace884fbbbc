using System.Text;
using Lesart.SystemTests.Commands;
using Lesart.Tests.House;

namespace Lesart.SystemTests.Docs;

/// <summary>Every example of the README runs as it stands there, in the order in which it stands there.</summary>
public sealed class ReadmeExampleTests
{
    [Fact]
    public void The_readmes_commands_run_and_write_what_they_say()
    {
        string root = Repository.Root;
        using ScratchFolder scratch = new();
        string[] lines = [.. File.ReadAllLines(Path.Combine(root, "README.md")).Where(static line => line.StartsWith("    ./lesart ", StringComparison.Ordinal))];
        lines.Length.ShouldBeGreaterThan(5);
        foreach (string line in lines)
            RunLine(line, root, scratch);
        File.Exists(scratch.Path("lesart-out/dossier.html")).ShouldBeTrue();
        File.Exists(scratch.Path("my-dossier/lesart.json")).ShouldBeTrue();
        // stage by stage or in one line: the same collations, whatever stands between
        File.ReadAllBytes(scratch.Path("collations.jsonl")).ShouldBe(File.ReadAllBytes(scratch.Path("piped.jsonl")));
    }

    [Fact]
    public void What_the_first_command_prints_stands_in_the_readme()
    {
        using ScratchFolder scratch = new();
        string printed = Encoding.UTF8.GetString(LesartCommand.RunIn(scratch.Root, null, "read", Repository.PathOf("samples", "gipfel")).Output);
        string shown = string.Join('\n', File.ReadAllLines(Path.Combine(Repository.Root, "README.md")).Select(static line => line.StartsWith("    ", StringComparison.Ordinal) ? line[4..] : line));
        shown.ShouldContain(printed.ReplaceLineEndings("\n").Trim());
    }

    /// <summary>Runs one line as a shell would: stages joined by <c>|</c>, perhaps <c>&gt; FILE</c> at the end; words after three blanks are explanation.</summary>
    private static void RunLine(string line, string root, ScratchFolder scratch)
    {
        string call = line.Trim();
        int explanation = call.IndexOf("   ", StringComparison.Ordinal);
        if (explanation > 0)
            call = call[..explanation];
        bool isRedirected = call.Contains(" > ", StringComparison.Ordinal);
        byte[]? input = null;
        foreach (string stage in call.Split(" > ")[0].Split(" | "))
        {
            string[] words = [.. stage.Split(' ').Skip(1).Select(word => word.StartsWith("samples/", StringComparison.Ordinal) ? Path.Combine(root, word) : word)];
            LesartCommand.Result result = LesartCommand.RunIn(scratch.Root, input, words);
            result.ExitStatus.ShouldBe(0, $"{line}\n{result.Error}");
            input = result.Output;
        }

        if (isRedirected)
            scratch.Write("piped.jsonl", input ?? []);
    }
}
