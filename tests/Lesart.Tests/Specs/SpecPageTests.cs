using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Lesart.Tests.House;

namespace Lesart.Tests.Specs;

/// <summary>Spec pages are documentation that runs.</summary>
/// <remarks>
/// An example is one or more lines that begin with <c>&gt;</c> (a lone <c>&gt;</c> is a blank line), the last of them perhaps with <c>(published 2024-06-20)</c>,
/// and below them, without a blank line, the expected lines. Each begins with the keyword of a notation. Everything else is prose.
/// </remarks>
public sealed partial class SpecPageTests
{
    private static readonly Dictionary<string, ISpecNotation> Notations = typeof(SpecPageTests).Assembly.GetTypes()
        .Where(static type => type is { IsClass: true, IsAbstract: false } && typeof(ISpecNotation).IsAssignableFrom(type))
        .Select(static type => (ISpecNotation)Activator.CreateInstance(type, nonPublic: true)!)
        .ToDictionary(static notation => notation.Keyword, StringComparer.Ordinal);

    /// <summary>One row for each example and keyword, by the line it stands in.</summary>
    public static TheoryData<string, int, string> Examples()
    {
        TheoryData<string, int, string> rows = [];
        foreach (string folder in Directory.EnumerateDirectories(Repository.PathOf("languages")).Order(StringComparer.Ordinal))
        {
            string specs = Path.Combine(folder, "specs");
            if (!Directory.Exists(specs))
                continue;
            foreach (string page in Directory.EnumerateFiles(specs, "*.md").Order(StringComparer.Ordinal))
            {
                foreach (SpecExample example in Read(page))
                {
                    foreach (string keyword in example.Expected.Select(KeywordOf).Distinct(StringComparer.Ordinal))
                        rows.Add(Path.GetRelativePath(Repository.Root, page), example.Line, keyword);
                }
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void Reads_as_the_page_says(string page, int line, string keyword)
    {
        SpecExample example = Read(Repository.PathOf(page)).Single(candidate => candidate.Line == line);
        Notations.ShouldContainKey(keyword, $"{page}:{line}: no notation has this keyword");
        SpecExample asked = new(page, line, example.Language, example.Text, example.Published, [.. example.Expected.Where(expected => KeywordOf(expected) == keyword)]);
        string actual = string.Join('\n', Notations[keyword].Actual(asked).Select(Squeeze));
        actual.ShouldBe(string.Join('\n', asked.Expected.Select(Squeeze)), $"{page}:{line}");
    }

    [Fact]
    public void Pages_hold_examples() => Examples().Count.ShouldBeGreaterThan(20);

    /// <summary>The examples of a page in its order.</summary>
    internal static IEnumerable<SpecExample> Read(string page)
    {
        string language = Path.GetFileName(Path.GetDirectoryName(Path.GetDirectoryName(page))!);
        string[] lines = File.ReadAllLines(page);
        for (int i = 0; i < lines.Length; i++)
        {
            if (!IsQuoted(lines[i]))
                continue;
            int start = i;
            List<string> text = [];
            for (; i < lines.Length && IsQuoted(lines[i]); i++)
                text.Add(lines[i] == ">" ? "" : lines[i][2..].TrimEnd());
            Match published = PublishedNote().Match(text[^1]);
            if (published.Success)
                text[^1] = text[^1][..published.Index].TrimEnd();
            List<string> expected = [];
            for (; i < lines.Length && lines[i].Trim().Length > 0; i++)
                expected.Add(lines[i].Trim());
            yield return new SpecExample(Path.GetRelativePath(Repository.Root, page), start + 1, language, string.Join('\n', text),
                published.Success ? published.Groups[1].Value : null, [.. expected]);
        }
    }

    private static bool IsQuoted(string line) => line == ">" || line.StartsWith("> ", StringComparison.Ordinal);

    private static string KeywordOf(string line) => line.Split([' ', '\t'], 2)[0];

    private static string Squeeze(string line) => string.Join(' ', line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));

    [GeneratedRegex(@"\s*\(published ([^)]+)\)$")]
    private static partial Regex PublishedNote();
}
