using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Benchmarks;

/// <summary>What each reading layer costs: megabytes of text a second on one thread, the median of several rounds after a warm-up.</summary>
internal static class LayerTimes
{
    private const int WarmUpSeconds = 2;
    private const int Rounds = 9;

    /// <param name="args">Folders or files that <c>extract</c> can read; <c>samples</c> where none is given.</param>
    public static int Run(string[] args)
    {
        Engine engine = Engine.Create();
        LanguagePacks packs = new(DataFolder.BuiltIn("languages/"));
        Article[] articles = [.. (args.Length > 0 ? args : ["samples"])
            .SelectMany(static path => Directory.Exists(path) ? Directory.GetFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal) : (IEnumerable<string>)[path])
            .Where(static path => !path.EndsWith("README.md", StringComparison.Ordinal))
            .SelectMany(path => engine.Extract(new SourceFile(path, () => File.OpenRead(path))))
            .Select(static outcome => outcome.Value).OfType<Article>()];
        foreach (IGrouping<string, Article> group in articles.Where(article => packs.TryGet(article.Language, out _)).GroupBy(static article => article.Language!, StringComparer.Ordinal))
            Measure(group.Key, [.. group], packs);
        return 0;
    }

    private static void Measure(string language, Article[] articles, LanguagePacks packs)
    {
        if (!packs.TryGet(language, out LanguagePack? pack))
            return;
        ReportRules(pack, "times.rules", TimeFunctions.All);
        ReportRules(pack, "quantities.rules", QuantityFunctions.All);
        long letters = articles.Sum(static article => (long)article.Text.Length);
        AnalysisOptions options = new();
        TokenizedText[] tokens = [.. articles.Select(article => Tokenizer.Tokenize(article.Text, pack))];
        TaggedText[] tagged = [.. tokens.Select(Tagger.Tag)];
        ImmutableArray<TimeExpression>[] times = [.. tagged.Select((text, i) => TimeTagger.Tag(text, articles[i].Published, options))];
        ImmutableArray<Quantity>[] quantities = [.. tagged.Select((text, i) => QuantityTagger.Tag(text, times[i], options))];
        ImmutableArray<FoundName>[] names = [.. tagged.Select(NameFinder.Find)];
        MentionLayer[] mentions = [.. tagged.Select((text, i) => EntityLinker.Link(text, names[i], articles[i], options))];

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{language}: {articles.Length} articles, {letters} letters, median of {Rounds} rounds"));
        Report("tokens", letters, articles.Length, i => Tokenizer.Tokenize(articles[i].Text, pack));
        Report("tags", letters, articles.Length, i => Tagger.Tag(tokens[i]));
        Report("times", letters, articles.Length, i => TimeTagger.Tag(tagged[i], articles[i].Published, options));
        Report("quantities", letters, articles.Length, i => QuantityTagger.Tag(tagged[i], times[i], options));
        Report("times and quantities", letters, articles.Length, i => QuantityTagger.Tag(tagged[i], TimeTagger.Tag(tagged[i], articles[i].Published, options), options));
        Report("names found", letters, articles.Length, i => NameFinder.Find(tagged[i]));
        Report("names linked", letters, articles.Length, i => EntityLinker.Link(tagged[i], names[i], articles[i], options));
        Report("statements", letters, articles.Length, i => StatementFinder.Find(tagged[i], mentions[i], times[i], quantities[i], articles[i], options));
    }

    // compiled once in a process: the first time counts, with the code that is not yet compiled either
    private static void ReportRules(LanguagePack pack, string file, IReadOnlyDictionary<string, RuleFunction> functions)
    {
        long began = Stopwatch.GetTimestamp();
        RuleSet rules = RuleSet.Load(pack, file, functions);
        double cold = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        began = Stopwatch.GetTimestamp();
        RuleSet.Load(pack, file, functions);
        double warm = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{pack.Code} {file}: compiled in {cold:0} ms, again in {warm:0} ms, {string.Join('+', rules.Layers.Select(static layer => layer.Count))} states"));
    }

    private static void Report(string layer, long letters, int articles, Func<int, object> read)
    {
        long began = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < WarmUpSeconds)
        {
            for (int i = 0; i < articles; i++)
                read(i);
        }

        double[] seconds = new double[Rounds];
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < articles; i++)
                read(i);
            seconds[round] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        }

        double kilobytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 1024.0 / Rounds / articles;
        Array.Sort(seconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {layer,-22} {letters / seconds[Rounds / 2] / 1e6,8:0.00} MB/s  {kilobytes,8:0.0} KB an article"));
    }
}
