using System.Text.RegularExpressions;

namespace Lesart.Tests.House;

/// <summary>Dependencies run one way: Cli → engine; inside the engine a folder uses only those above it.</summary>
public sealed partial class DependencyTests
{
    // For each folder of the engine, the folders it may use besides itself and the records at the root.
    private static readonly Dictionary<string, string[]> MayUse = new(StringComparer.Ordinal)
    {
        ["Json"] = [],
        ["Languages"] = [],
        ["Text"] = ["Languages"],
        ["Extracting"] = ["Languages", "Text", "Json"],
        ["Analyzing"] = ["Languages", "Text"],
        ["Grouping"] = ["Languages", "Text"],
        ["Collating"] = ["Languages", "Text"],
        ["Dossiers"] = ["Languages", "Json"],
        ["Exporting"] = ["Json", "Dossiers"],
    };

    public static TheoryData<string> Folders() =>
        [.. Directory.EnumerateDirectories(Repository.PathOf("src", "Lesart")).Select(static path => Path.GetFileName(path)).Where(static name => name is not ("bin" or "obj"))];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_of_the_engine_uses_only_those_above_it(string folder)
    {
        MayUse.ShouldContainKey(folder, "say here what a new folder may use");
        List<string> wrong = [];
        foreach (string file in Directory.EnumerateFiles(Repository.PathOf("src", "Lesart", folder), "*.cs", SearchOption.AllDirectories))
        {
            foreach (Match use in UsesEngineFolder().Matches(File.ReadAllText(file)))
            {
                string used = use.Groups[1].Value;
                if (used != folder && !MayUse[folder].Contains(used))
                    wrong.Add($"{Path.GetFileName(file)} uses {used}");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void The_engine_references_no_front_end()
    {
        string[] references = [.. typeof(Engine).Assembly.GetReferencedAssemblies().Select(static name => name.Name!)];
        references.ShouldNotContain("Lesart.Cli");
        references.ShouldNotContain("System.Console");
        references.ShouldNotContain("System.Net.Http");
    }

    [Fact]
    public void Reading_and_comparing_know_no_language_by_name()
    {
        string[] wrong = [.. new[] { "Text", "Analyzing", "Grouping", "Collating" }
            .SelectMany(static folder => Directory.EnumerateFiles(Repository.PathOf("src", "Lesart", folder), "*.cs", SearchOption.AllDirectories))
            .Where(static file => NamesLanguage().IsMatch(File.ReadAllText(file)))
            .Select(static file => Path.GetFileName(file))];
        wrong.ShouldBeEmpty();
    }

    [GeneratedRegex(@"^using (?:static )?Lesart\.(Json|Languages|Text|Extracting|Analyzing|Grouping|Collating|Dossiers|Exporting)\b", RegexOptions.Multiline)]
    private static partial Regex UsesEngineFolder();

    [GeneratedRegex("\"(?:de|en|fr)\"")]
    private static partial Regex NamesLanguage();
}
