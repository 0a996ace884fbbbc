using System.Globalization;

namespace Lesart.Evaluation;

/// <summary>Sentence borders against <c>eval/sentences/borders.tsv</c>.</summary>
internal static class BordersVerb
{
    private const char Mark = '¦';

    public static int Run(string[] args)
    {
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });
        SortedDictionary<string, Counts> groups = new(StringComparer.Ordinal);
        bool showErrors = args.Contains("--errors", StringComparer.Ordinal);
        foreach (string line in File.ReadLines(args[0]).Where(static line => line.Length > 0 && line[0] != '#'))
        {
            string[] cells = line.Split('\t');
            string marked = cells[2].Replace("\\n", "\n", StringComparison.Ordinal);
            string text = marked.Replace(Mark.ToString(), "", StringComparison.Ordinal);
            HashSet<int> gold = [];
            for (int i = 0, at = 0; i < marked.Length; i++)
            {
                if (marked[i] == Mark)
                    gold.Add(at);
                else
                    at++;
            }

            if (!engine.Analyze(new Article { Id = "border", Language = cells[0], Text = text }).TryGet(out Account? account, out Problem? problem))
            {
                Console.Error.WriteLine(problem);
                return 1;
            }

            HashSet<int> found = [.. account.Sentences.SkipLast(1).Select(sentence => text[..sentence.End].TrimEnd().Length)];
            foreach (string group in new[] { cells[0], $"{cells[0]} {cells[1]}" })
            {
                Counts counts = groups.GetValueOrDefault(group) ?? new Counts();
                counts.Add(gold.Count(found.Contains), found.Count, gold.Count);
                groups[group] = counts;
            }

            if (showErrors && !gold.SetEquals(found))
                Console.WriteLine($"{cells[0]}  {cells[1]}  {cells[2]}\n    read: {string.Join(" ¦ ", account.Sentences.Select(sentence => text[sentence.Start..sentence.End].Replace("\n", "\\n", StringComparison.Ordinal)))}");
        }

        foreach ((string group, Counts counts) in groups)
            Console.WriteLine($"{group,-20} {counts}");
        return 0;
    }
}

/// <summary>Right, predicted and expected items, and what comes of them.</summary>
internal sealed class Counts
{
    public int Right { get; private set; }

    public int Predicted { get; private set; }

    public int Expected { get; private set; }

    public int Found { get; private set; }

    public double Precision => Predicted == 0 ? 0 : (double)Right / Predicted;

    public double Recall => Expected == 0 ? 0 : (double)Found / Expected;

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    /// <param name="right">Predicted items that are right.</param>
    /// <param name="predicted">Predicted items.</param>
    /// <param name="expected">Items in the gold.</param>
    /// <param name="found">Gold items that were found; <paramref name="right"/> where each predicted item stands for one.</param>
    public void Add(int right, int predicted, int expected, int? found = null)
    {
        Right += right;
        Predicted += predicted;
        Expected += expected;
        Found += found ?? right;
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"precision {100 * Precision,5:0.0} ({Right}/{Predicted})  recall {100 * Recall,5:0.0} ({Found}/{Expected})  F1 {100 * F1,5:0.0}");
}
