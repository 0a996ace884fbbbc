using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;

namespace Lesart.Benchmarks;

/// <summary>Articles a second per stage over a folder, on one thread: the median of several rounds after a warm-up.</summary>
internal static class StageTimes
{
    private const int WarmUpSeconds = 4; // until the just-in-time compiler has made its last version of what is hot
    private const int Rounds = 15;

    public static int Run(string[] args)
    {
        string folder = args.Length > 0 ? args[0] : "samples";
        if (!Directory.Exists(folder))
        {
            Console.Error.WriteLine($"{folder}: there is no such folder");
            return 1;
        }

        SourceFile[] sources = [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(static path => !path.EndsWith("README.md", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal).Select(static path =>
            {
                byte[] bytes = File.ReadAllBytes(path);
                return new SourceFile(path, () => new MemoryStream(bytes));
            })];
        Engine engine = Engine.Create();
        Article[] articles = [.. sources.SelectMany(engine.Extract).Select(static outcome => outcome.Value).OfType<Article>()];
        Account[] accounts = [.. articles.Select(article => engine.Analyze(article).Value).OfType<Account>()];
        ImmutableArray<Account> grouped = engine.Group(accounts);
        ImmutableArray<Story> stories = Engine.Stories(grouped);
        long letters = articles.Sum(static article => (long)article.Text.Length);

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{articles.Length} articles, {letters} letters, one thread, median of {Rounds} rounds"));
        Measure("extract", sources.Length, () => sources.Sum(source => engine.Extract(source).Count()));
        Measure("analyze", articles.Length, () => articles.Sum(article => engine.Analyze(article).Value?.Statements.Length ?? 0));
        Measure("group", accounts.Length, () => engine.Group(accounts).Length);
        Measure("collate", accounts.Length, () => stories.Sum(story => engine.Collate(story, stories).Points.Length));
        return 0;
    }

    private static void Measure(string stage, int articles, Func<int> work)
    {
        long began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < WarmUpSeconds)
            work();
        double[] seconds = new double[Rounds];
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < Rounds; i++)
        {
            long start = Stopwatch.GetTimestamp();
            work();
            seconds[i] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        long bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds / articles;
        Array.Sort(seconds);
        double median = seconds[Rounds / 2];
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{stage,-8} {articles / median,10:0} articles/s  {1000 * median / articles,8:0.000} ms an article  {bytes / 1024,8} KB allocated an article"));
    }
}
