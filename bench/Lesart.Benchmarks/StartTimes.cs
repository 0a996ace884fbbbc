using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Reflection.PortableExecutable;
using System.Runtime;
using Lesart.Analyzing;
using Lesart.Collating;
using Lesart.Grouping;
using Lesart.Json;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Benchmarks;

/// <summary>What a process spends before it reads at full speed: the tables of a pack, then what the runtime compiles for the first article, then the other pack, then the first collation.</summary>
/// <remarks>The parts of a pack are opened one after the other in a process of their own; <c>PACK READY</c> is the whole pack as <see cref="Analyzer"/> opens it, on two threads where there are two
/// processors. Each round is a process of its own, with the command's settings; the rows are medians. To say what the command takes, the benchmarks must be compiled ahead as the script <c>lesart</c> compiles it.</remarks>
internal static class StartTimes
{
    private const int Rounds = 9;
    private static readonly string[] Columns = ["ms", "processor ms", "methods compiled", "ms compiling", "ms clearing memory", "KB allocated", "MB at most"];

    /// <param name="args">How many rounds; then the packs in the order in which they are loaded, <c>de en</c> where none is named. Articles are those of <c>samples/gipfel</c>.</param>
    public static int Run(string[] args)
    {
        if (args is ["parts", _, .. string[] parts])
            return RunParts(parts);
        if (args is ["once", _, .. string[] languages])
            return RunOnce(args[1], languages);
        int rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : Rounds;
        string articles = Path.GetTempFileName();
        try
        {
            using (FileStream stream = File.Create(articles))
            {
                Engine engine = Engine.Create();
                foreach (Article article in Directory.GetFiles("samples/gipfel").Order(StringComparer.Ordinal).SelectMany(path => engine.Extract(new SourceFile(path, () => File.OpenRead(path)))).Select(static outcome => outcome.Value).OfType<Article>())
                    RecordLines.Write(stream, article);
            }

            List<string> names = [];
            Dictionary<string, List<double[]>> rows = new(StringComparer.Ordinal);
            for (int i = 0; i < rounds; i++)
            {
                foreach (string kind in (string[])["parts", "once"])
                    ReadRound([kind, articles, .. args.Length > 1 ? args[1..] : ["de", "en"]], names, rows);
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median of {rounds} processes; Lesart.dll is {(IsCompiledAhead ? "" : "not ")}compiled ahead"));
            Console.WriteLine($"{"",-34}{string.Concat(Columns.Select(static column => $"{column,19}"))}");
            foreach (string name in names)
                Console.WriteLine($"{name,-34}{string.Concat(Columns.Select((_, column) => string.Create(CultureInfo.InvariantCulture, $"{Median(rows[name], column),19:n1}")))}");
        }
        finally
        {
            File.Delete(articles);
        }

        return 0;
    }

    private static bool IsCompiledAhead
    {
        get
        {
            using PEReader image = new(File.OpenRead(typeof(Engine).Assembly.Location));
            return image.PEHeaders.CorHeader?.ManagedNativeHeaderDirectory.Size > 0;
        }
    }

    private static double Median(List<double[]> rows, int column)
    {
        double[] values = [.. rows.Select(row => row[column])];
        Array.Sort(values);
        return values[values.Length / 2];
    }

    private static void ReadRound(string[] args, List<string> names, Dictionary<string, List<double[]>> rows)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!, [typeof(StartTimes).Assembly.Location, "start", .. args]) { RedirectStandardOutput = true, UseShellExecute = false };
        // as the command runs
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_GCConserveMemory"] = "5";
        using Process process = Process.Start(start)!;
        while (process.StandardOutput.ReadLine() is string line)
        {
            string[] cells = line.Split('\t');
            if (!rows.TryGetValue(cells[0], out List<double[]>? known))
            {
                names.Add(cells[0]);
                rows.Add(cells[0], known = []);
            }

            known.Add([.. cells[1..].Select(static cell => double.Parse(cell, CultureInfo.InvariantCulture))]);
        }

        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException("a round broke off");
    }

    private static int RunParts(string[] languages)
    {
        List<(string Name, double[] Values)> rows = [];
        LanguagePacks packs = new(DataFolder.BuiltIn("languages/"));
        foreach (string language in languages)
        {
            LanguagePack pack = PackOf(packs, language);
            Mark first = Mark.Now;
            foreach ((string name, Action load) in Steps(pack))
            {
                Mark before = Mark.Now;
                load();
                rows.Add(($"{language}: {name}", (Mark.Now - before).Values));
            }

            rows.Add(($"{language}: one part after the other", (Mark.Now - first).Values));
        }

        Show(rows);
        return 0;
    }

    private static LanguagePack PackOf(LanguagePacks packs, string language) => packs.TryGet(language, out LanguagePack? pack) ? pack : throw new ArgumentException($"no pack '{language}'");

    private static void Show(List<(string Name, double[] Values)> rows)
    {
        foreach ((string name, double[] values) in rows)
            Console.WriteLine(string.Join('\t', [name, .. values.Select(static value => value.ToString(CultureInfo.InvariantCulture))]));
    }

    private static int RunOnce(string file, string[] languages)
    {
        List<(string Name, double[] Values)> rows = [];
        rows.Add(("runtime, until the program begins", (Mark.Now - default(Mark)).Values));
        Mark begin = Mark.Now;
        LanguagePacks packs = new(DataFolder.BuiltIn("languages/"));
        LanguageDetector detector = new(packs);
        Analyzer analyzer = new(packs, detector, new AnalysisOptions());
        rows.Add(("packs found", (Mark.Now - begin).Values));
        Article[] articles = [];
        foreach (string language in languages)
        {
            LanguagePack pack = PackOf(packs, language);
            Mark first = Mark.Now;
            PackOpening.Open(pack);
            foreach ((_, Action load) in Steps(pack))
                load();
            rows.Add(($"{language}: PACK READY", (Mark.Now - first).Values));
            if (articles.Length == 0)
            {
                Mark before = Mark.Now;
                using FileStream stream = File.OpenRead(file);
                articles = [.. RecordLines.Read<Article>("articles", stream).Select(static outcome => outcome.Value?.Record).OfType<Article>()];
                rows.Add(("articles read from JSON", (Mark.Now - before).Values));
            }

            int count = 0;
            foreach (Article article in articles.Where(article => article.Language == language).Take(4))
            {
                Mark before = Mark.Now;
                analyzer.Analyze(article);
                rows.Add(($"{language}: article {++count}", (Mark.Now - before).Values));
            }
        }

        Account[] accounts = [.. articles.Select(article => analyzer.Analyze(article).Value).OfType<Account>()];
        Mark collating = Mark.Now;
        RecordLines.Write(Stream.Null, accounts[0]);
        rows.Add(("first account written as JSON", (Mark.Now - collating).Values));
        collating = Mark.Now;
        ImmutableArray<Story> stories = Engine.Stories(StoryPeople.UnifyEach(new Grouper(packs, explains: false).Group(accounts)));
        rows.Add(("grouped", (Mark.Now - collating).Values));
        Collator collator = new(packs, new EngineOptions().ReaderLanguage, explains: false);
        for (int i = 1; i <= 3; i++)
        {
            collating = Mark.Now;
            foreach (Story story in stories)
                collator.Collate(story, stories);
            rows.Add(($"collated, {accounts.Length} accounts, pass {i}", (Mark.Now - collating).Values));
        }

        Show(rows);
        return 0;
    }

    /// <summary>Everything that reading takes from a pack.</summary>
    private static IEnumerable<(string Name, Action Load)> Steps(LanguagePack pack)
    {
        TaggedText nothing = null!; // set by the step of the tagger
        yield return ("token rules", () => pack.Table(TokenRules.Load));
        yield return ("forms", () => pack.Table(FormReader.Load));
        yield return ("tagger", () => nothing = Tagger.Tag(Tokenizer.Tokenize("", pack)));
        yield return ("rules of times", () => TimeTagger.Tag(nothing, null, new AnalysisOptions()));
        yield return ("rules of quantities", () => QuantityTagger.Tag(nothing, [], new AnalysisOptions()));
        yield return ("lists of people's names", () => _ = (PersonNameLists.Instance, Transcription.Instance));
        yield return ("tables of names", () => NameTables.Of(pack));
        yield return ("names.model", () => NameModel.TryOf(pack, out _));
        yield return ("words of names", () => EntityLinker.Link(NameText.Of(nothing), NameFinder.Find(NameText.Of(nothing)), new Article { Text = "" }, new AnalysisOptions()));
        yield return ("words of statements", () => _ = (StatementLexicon.Of(pack), StatementRegister.Of(pack)));
        yield return ("statements.bin", () => pack.Table(StatementModel.Load));
    }

    /// <summary>A point in the process's life.</summary>
    private readonly record struct Mark(long Wall, TimeSpan Processor, long Methods, TimeSpan Compiling, TimeSpan Clearing, long Allocated)
    {
        public static Mark Now => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime, JitInfo.GetCompiledMethodCount(), JitInfo.GetCompilationTime(), GC.GetTotalPauseDuration(), GC.GetTotalAllocatedBytes());

        public static Since operator -(Mark later, Mark earlier) => new(earlier, later);
    }

    private readonly record struct Since(Mark From, Mark To)
    {
        /// <summary>In the order of <see cref="Columns"/>.</summary>
        public double[] Values =>
        [
            From == default ? (DateTimeOffset.UtcNow - Process.GetCurrentProcess().StartTime).TotalMilliseconds : Stopwatch.GetElapsedTime(From.Wall, To.Wall).TotalMilliseconds,
            (To.Processor - From.Processor).TotalMilliseconds,
            To.Methods - From.Methods,
            (To.Compiling - From.Compiling).TotalMilliseconds,
            (To.Clearing - From.Clearing).TotalMilliseconds,
            (To.Allocated - From.Allocated) / 1024.0,
            Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0,
        ];
    }
}
