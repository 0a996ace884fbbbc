using System.Diagnostics;
using System.Globalization;

namespace Lesart.Evaluation;

/// <summary>How many pages a second <c>extract</c> reads on one core, decoding and parsing included, files in memory.</summary>
internal static class PageSpeedVerb
{
    private const int Passes = 5;

    public static int Run(string[] args)
    {
        Engine engine = Engine.Create();
        byte[][] pages = [.. args.SelectMany(static corpus => Directory.EnumerateFiles(Path.Combine(corpus, "html"), "*.html.gz").Order(StringComparer.Ordinal)).Select(Corpus.ReadPage)];
        double best = 0;
        for (int pass = 0; pass < Passes; pass++)
        {
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
            foreach (byte[] page in pages)
            {
                foreach (Outcome<Article> outcome in engine.Extract(new SourceFile("page.html", () => new MemoryStream(page))))
                    GC.KeepAlive(outcome);
            }

            double seconds = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
            best = Math.Max(best, pages.Length / seconds);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"pass {pass + 1}: {pages.Length / seconds:0} pages per second of processor time, {pages.Sum(static page => (double)page.Length) / seconds / 1e6:0} MB/s"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"best: {best:0} pages per second"));
        return 0;
    }
}
