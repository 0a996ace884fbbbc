using System.Text.RegularExpressions;
using Lesart.SystemTests.Commands;
using Lesart.Tests.House;

namespace Lesart.SystemTests.Docs;

/// <summary>What <c>--help</c> offers, the guide explains.</summary>
public sealed partial class GuidePageTests
{
    private static readonly string Guide = File.ReadAllText(Path.Combine(Repository.Root, "docs", "guide.md"));
    private static readonly string Readme = File.ReadAllText(Path.Combine(Repository.Root, "README.md"));

    [Theory]
    [InlineData("read")]
    [InlineData("extract")]
    [InlineData("analyze")]
    [InlineData("group")]
    [InlineData("collate")]
    [InlineData("export")]
    public void Every_option_of_a_command_is_explained(string command)
    {
        string help = LesartCommand.Run(command, "--help").Text;
        string[] options = [.. LongOption().Matches(help).Select(static match => match.Value).Distinct(StringComparer.Ordinal)];
        options.Length.ShouldBeGreaterThan(2);
        options.Where(static option => !Guide.Contains($"`{option}", StringComparison.Ordinal) && !Guide.Contains($"{option} ", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_command_is_named_in_the_readme()
    {
        string[] commands = [.. Command().Matches(LesartCommand.Run("--help").Text).Select(static match => match.Groups[1].Value)];
        commands.Length.ShouldBeGreaterThan(4);
        commands.Where(static command => !Readme.Contains($"./lesart {command}", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [GeneratedRegex("--[a-z][a-z-]+")]
    private static partial Regex LongOption();

    [GeneratedRegex(@"^  ([a-z]+) (?:<|\s)", RegexOptions.Multiline)]
    private static partial Regex Command();
}
