using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Lesart.Evaluation;

/// <summary>Mutates files for as long as one likes and reads them: throws nothing, ends soon.</summary>
internal static class FuzzVerb
{
    private static readonly string[] Insertions = ["<div>", "<b>", "<!--", "<script>", "\"", "<table>", "&#x110000;", "\0", "<![CDATA[", "{\"@type\":\"Article\",", "<p", "</", "](", "WARC/1.0\r\n", "From a\n", "<?xml?>", "\u202E"];

    public static int Run(string[] args)
    {
        Engine engine = Engine.Create();
        string[] files = [.. Directory.EnumerateFiles(args[0], "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        double minutes = double.Parse(args[1], CultureInfo.InvariantCulture);
        int seed = args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 1;
        Random random = new(seed);
        Stopwatch watch = Stopwatch.StartNew();
        int runs = 0, faults = 0;
        TimeSpan slowest = TimeSpan.Zero;
        string slowestRun = "";
        while (watch.Elapsed.TotalMinutes < minutes)
        {
            string file = files[random.Next(files.Length)];
            byte[] bytes = Mutated(Corpus.ReadPage(file), random);
            TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime; // a busy machine says nothing about a file
            try
            {
                foreach (Outcome<Article> outcome in engine.Extract(new SourceFile(Path.GetFileName(file).Replace(".gz", "", StringComparison.Ordinal), () => new MemoryStream(bytes))))
                    GC.KeepAlive(outcome);
            }
            catch (Exception error) // whatever it is, it is the finding
            {
                faults++;
                Console.WriteLine($"seed {seed}, run {runs}, {file}: {error.GetType().Name} {error.Message}\n{error.StackTrace}");
            }

            TimeSpan taken = Process.GetCurrentProcess().TotalProcessorTime - before;
            if (taken > slowest)
                (slowest, slowestRun) = (taken, $"run {runs}, {Path.GetFileName(file)}");
            runs++;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{runs} runs, {faults} faults, slowest {slowest.TotalSeconds:0.00} s of processor time ({slowestRun}), {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6:0} MB at most"));
        return faults == 0 ? 0 : 1;
    }

    private static byte[] Mutated(byte[] sample, Random random)
    {
        List<byte> bytes = [.. sample];
        for (int change = random.Next(1, 20); change > 0; change--)
        {
            int at = random.Next(bytes.Count + 1), length = Math.Min(random.Next(1, 2_000), bytes.Count - at);
            switch (random.Next(4))
            {
                case 0:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(Insertions[random.Next(Insertions.Length)], random.Next(1, 2_000)))));
                    break;
                case 1:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                    break;
                default:
                    for (int i = at; i < at + Math.Min(length, 8); i++)
                        bytes[i] = (byte)random.Next(256);
                    break;
            }
        }

        return [.. bytes];
    }
}
