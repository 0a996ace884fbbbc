using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Benchmarks;

/// <summary>What each reading layer costs on one thread by processor time, which other work on the machine lengthens least: the median of several rounds after a warm-up.</summary>
internal static class LayerTimes
{
    private const int WarmUpSeconds = 2;
    private const int Rounds = 9;
    private const double LeastSeconds = 0.2; // of a round: the clock of processor time is coarse

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
        AnalysisOptions options = new();
        TokenizedText[] tokens = [.. articles.Select(article => Tokenizer.Tokenize(article.Text, pack))];
        TaggedText[] tagged = [.. tokens.Select(Tagger.Tag)];
        ImmutableArray<TimeExpression>[] times = [.. tagged.Select((text, i) => TimeTagger.Tag(text, articles[i].Published, options))];
        ImmutableArray<Quantity>[] quantities = [.. tagged.Select((text, i) => QuantityTagger.Tag(text, times[i], options))];
        NameText[] words = [.. tagged.Select(NameText.Of)];
        ImmutableArray<FoundName>[] names = [.. words.Select(NameFinder.Find)];
        MentionLayer[] mentions = [.. words.Select((text, i) => EntityLinker.Link(text, names[i], articles[i], options))];

        Volume volume = new(articles.Length, articles.Sum(static article => (long)article.Text.Length), tokens.Sum(static text => (long)text.Count));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{language}: {volume.Articles} articles, {volume.Letters} letters, {volume.Tokens} tokens, median of {Rounds} rounds"));
        Report("tokens", volume, i => Tokenizer.Tokenize(articles[i].Text, pack));
        Report("tags", volume, i => Tagger.Tag(tokens[i]));
        Report("times", volume, i => TimeTagger.Tag(tagged[i], articles[i].Published, options));
        Report("quantities", volume, i => QuantityTagger.Tag(tagged[i], times[i], options));
        Report("times and quantities", volume, i => QuantityTagger.Tag(tagged[i], TimeTagger.Tag(tagged[i], articles[i].Published, options), options));
        Report("words looked up", volume, i => NameText.Of(tagged[i]));
        Report("names found", volume, i => NameFinder.Find(words[i]));
        Report("names linked", volume, i => EntityLinker.Link(words[i], names[i], articles[i], options));
        Report("tokens to linked names", volume, i =>
        {
            NameText text = NameText.Of(Tagger.Tag(Tokenizer.Tokenize(articles[i].Text, pack)));
            return EntityLinker.Link(text, NameFinder.Find(text), articles[i], options);
        });
        Report("statements", volume, i => StatementFinder.Find(tagged[i], mentions[i], times[i], quantities[i], articles[i], options));
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

    private static void Report(string layer, Volume volume, Func<int, object> read)
    {
        long began = Stopwatch.GetTimestamp();
        int passes = 0;
        for (; Stopwatch.GetElapsedTime(began).TotalSeconds < WarmUpSeconds; passes++)
            Read(volume.Articles, read);
        passes = Math.Max(1, (int)(passes * LeastSeconds / WarmUpSeconds));
        double[] seconds = new double[Rounds];
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int round = 0; round < Rounds; round++)
        {
            TimeSpan start = Environment.CpuUsage.TotalTime;
            for (int pass = 0; pass < passes; pass++)
                Read(volume.Articles, read);
            seconds[round] = (Environment.CpuUsage.TotalTime - start).TotalSeconds / passes;
        }

        double kilobytes = (GC.GetAllocatedBytesForCurrentThread() - before) / 1024.0 / Rounds / passes / volume.Articles;
        Array.Sort(seconds);
        double median = seconds[Rounds / 2];
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {layer,-22} {volume.Letters / median / 1e6,8:0.00} MB/s  {volume.Tokens / median / 1e6,8:0.00} million tokens/s  {kilobytes,8:0.0} KB an article"));
    }

    private static void Read(int articles, Func<int, object> read)
    {
        for (int i = 0; i < articles; i++)
            read(i);
    }

    private readonly record struct Volume(int Articles, long Letters, long Tokens);
}
