using System.Globalization;
using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Evaluation;

/// <summary>Scores denials of real articles, read beside what they may mean, against what a reader said of them.</summary>
internal static class DenialsVerb
{
    private const string List = "--list=";
    private const string Weights = "--weights=";

    public static int Run(string[] args)
    {
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });
        double? least = Array.Find(args, static arg => arg.StartsWith(List, StringComparison.Ordinal)) is string list ? double.Parse(list[List.Length..], CultureInfo.InvariantCulture) : null;
        StanceWeights weights = Array.Find(args, static arg => arg.StartsWith(Weights, StringComparison.Ordinal)) is string folder ? StanceWeights.Read(DataFolder.At(folder[Weights.Length..])) : StanceWeights.BuiltIn;
        foreach (IGrouping<string, RealDenials> corpus in RealDenials.ReadAll(args[0], engine).GroupBy(static group => group.Corpus, StringComparer.Ordinal))
        {
            DenialScore score = new(corpus.Key, args.Contains("--errors", StringComparer.Ordinal));
            foreach (RealDenials group in corpus)
            {
                score.Add(group, weights);
                foreach ((double likely, ValueRow row) in group.Denials.Rows.Select(row => (Likely: weights.Likely(row.Features!), Row: row)).Where(item => item.Likely >= least).OrderByDescending(static item => item.Likely))
                    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Name}  {likely:0.00} {row.Difference ?? "-"}\n    D {row.Shown.Replace(" | ", "\n    C ", StringComparison.Ordinal)}"));
            }

            score.Print();
        }

        return 0;
    }
}
