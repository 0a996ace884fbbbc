using Lesart.Tests.Specs;

namespace Lesart.Tests.House;

/// <summary><c>docs/languages.md</c> tells of every file of every language folder and of every notation of spec pages.</summary>
public sealed class LanguagesPageTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("docs", "languages.md"));

    [Fact]
    public void Every_file_of_a_language_folder_is_on_the_page()
    {
        string[] files = [.. Directory.EnumerateDirectories(Repository.PathOf("languages")).SelectMany(static folder => Directory.EnumerateFiles(folder))
            .Select(static path => Path.GetFileName(path)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        files.Length.ShouldBeGreaterThan(20);
        files.Where(static file => !Page.Contains($"`{file}`", StringComparison.Ordinal)).ShouldBeEmpty("docs/languages.md does not tell of these files");
    }

    [Fact]
    public void Every_notation_is_on_the_page()
    {
        string[] keywords = [.. typeof(ISpecNotation).Assembly.GetTypes()
            .Where(static type => type is { IsClass: true, IsAbstract: false } && typeof(ISpecNotation).IsAssignableFrom(type))
            .Select(static type => ((ISpecNotation)Activator.CreateInstance(type, nonPublic: true)!).Keyword)]; // as the spec runner makes them
        keywords.Length.ShouldBeGreaterThan(3);
        keywords.Where(static keyword => !Page.Contains($"| `{keyword}` |", StringComparison.Ordinal)).ShouldBeEmpty("docs/languages.md does not tell of these notations");
    }
}
