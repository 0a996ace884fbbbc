using System.Diagnostics;
using System.Text;
using Lesart.Tests.House;

namespace Lesart.Tests.Extracting;

/// <summary>Mutated samples: whatever becomes of them, extraction ends soon, throws nothing, and gives the same again.</summary>
public sealed class FuzzTests
{
    private const int MutationsOfEach = 12;
    private static readonly Engine Engine = BuiltIn.Engine;

    public static TheoryData<int> Seeds() => [1, 2, 3];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Mutated_samples_end_in_an_article_or_a_problem(int seed)
    {
        Random random = new(seed);
        Stopwatch watch = Stopwatch.StartNew();
        foreach (string file in new[] { "samples", "outlets/specs" }.SelectMany(static folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.*", SearchOption.AllDirectories)).Order(StringComparer.Ordinal))
        {
            byte[] sample = File.ReadAllBytes(file);
            for (int i = 0; i < MutationsOfEach; i++)
            {
                byte[] mutated = PageMutations.Mutate(sample, random);
                string[] first = Read(file, mutated), second = Read(file, mutated);
                second.ShouldBe(first, $"seed {seed}, {Path.GetFileName(file)}, mutation {i}");
            }
        }

        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(2));
    }

    private static string[] Read(string name, byte[] bytes)
    {
        List<string> lines = [];
        foreach (Outcome<Article> outcome in Engine.Extract(new SourceFile(Path.GetFileName(name), () => new MemoryStream(bytes))))
        {
            if (outcome.TryGet(out Article? article, out Problem? problem))
            {
                article.Blocks.ShouldAllBe(block => block.Start < block.End && block.End <= article.Text.Length);
                new UTF8Encoding(false, throwOnInvalidBytes: true).GetByteCount(article.Text).ShouldBePositive();
                lines.Add(article.Text);
            }
            else
            {
                lines.Add(problem.ToString());
            }
        }

        return [.. lines];
    }
}
