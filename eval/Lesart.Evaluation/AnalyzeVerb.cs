using System.Diagnostics;
using System.Globalization;
using Lesart.Json;

namespace Lesart.Evaluation;

/// <summary>Accounts of a corpus's texts, untouched.</summary>
internal static class AnalyzeVerb
{
    public static int Run(string[] args)
    {
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true, Tokens = args.Contains("--tokens", StringComparer.Ordinal), Explain = args.Contains("--explain", StringComparer.Ordinal) } });
        using FileStream output = File.Create(args[1]);
        long letters = 0;
        int failed = 0;
        Stopwatch watch = new();
        foreach (Article article in Corpus.Read(args[0]))
        {
            watch.Start();
            Outcome<Account> outcome = engine.Analyze(article);
            watch.Stop();
            letters += article.Text.Length;
            if (outcome.TryGet(out Account? account, out Problem? problem))
            {
                RecordLines.Write(output, account);
            }
            else
            {
                failed++;
                Console.Error.WriteLine(problem);
            }
        }

        Console.Error.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{letters / 1e6:0.00} million letters in {watch.Elapsed.TotalSeconds:0.00} s, {failed} not read"));
        return failed == 0 ? 0 : 1;
    }
}
