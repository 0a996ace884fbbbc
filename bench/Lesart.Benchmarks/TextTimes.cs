using System.Diagnostics;
using System.Globalization;
using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Benchmarks;

/// <summary>Tokens and tags a second on one core, memory for each article, and how long a pack takes to start.</summary>
internal static class TextTimes
{
    private const int Seconds = 5;

    /// <param name="args">The code of a built-in pack and a folder or file of texts in its language.</param>
    public static int Run(string[] args)
    {
        string[] texts = Directory.Exists(args[1]) ? [.. Directory.EnumerateFiles(args[1]).Order(StringComparer.Ordinal).Select(File.ReadAllText)] : File.ReadAllText(args[1]).Split("\n\n\n");
        long start = Stopwatch.GetTimestamp();
        LanguagePack pack = new(args[0], DataFolder.BuiltIn("languages/").Below(args[0]));
        Tagger.Tag(Tokenizer.Tokenize(texts[0][..Math.Min(texts[0].Length, 40)], pack));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pack started and first words tagged after {Stopwatch.GetElapsedTime(start).TotalMilliseconds:f0} ms"));
        Measure("tokens", texts, text => Tokenizer.Tokenize(text, pack).Count);
        Measure("tokens and tags", texts, text => Tagger.Tag(Tokenizer.Tokenize(text, pack)).Count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"largest working set {Process.GetCurrentProcess().PeakWorkingSet64 >> 20} MB"));
        return 0;
    }

    private static void Measure(string what, string[] texts, Func<string, int> read)
    {
        foreach (string text in texts)
            read(text);
        long tokens = 0, articles = 0, before = GC.GetAllocatedBytesForCurrentThread(), start = Stopwatch.GetTimestamp();
        TimeSpan processor = Process.GetCurrentProcess().TotalProcessorTime;
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < Seconds)
        {
            foreach (string text in texts)
                tokens += read(text);
            articles += texts.Length;
        }

        double busy = (Process.GetCurrentProcess().TotalProcessorTime - processor).TotalSeconds;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}: {tokens / busy:n0} tokens a second of processor time, {(GC.GetAllocatedBytesForCurrentThread() - before) / articles / 1024.0:f1} KB an article of {tokens / articles} tokens"));
    }
}
