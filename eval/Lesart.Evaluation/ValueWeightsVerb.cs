using System.Globalization;
using System.Text;
using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Evaluation;

/// <summary>Fits the weights by which two values are judged to be of one thing, and tries them on stories that were left out, from their clauses on.</summary>
internal static class ValueWeightsVerb
{
    private const double Penalty = 3;
    private const double MinShown = 0.25;

    public static int Run(string[] args)
    {
        bool showErrors = args.Contains("--errors", StringComparer.Ordinal);
        string[] paths = [.. args.Where(static arg => !arg.StartsWith("--", StringComparison.Ordinal))];
        LanguagePacks packs = new(DataFolder.BuiltIn("languages/"));
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });
        LabelledStory[] stories = [.. paths[..^1].SelectMany(folder => GoldStory.ReadAll(folder, engine)).Select(story => new LabelledStory(story, packs))];
        ClauseWeights[] clauses = [.. stories.Select(story => ClauseWeightsVerb.Fit([.. stories.Where(other => other != story)]))];
        ValueRow[][] all = [.. stories.Zip(clauses, static (story, weights) => story.ValueRows(weights).ToArray())];
        ValueRow[][] rows = [.. all.Select(static story => story.Where(static row => row.Features is not null).ToArray())];
        Console.WriteLine($"{rows.Sum(static story => story.Length)} pairs of values, {rows.Sum(static story => story.Count(static row => row.Difference is not null))} of one thing");
        CollationScore leftOut = new("each story by weights that have not seen it", showErrors);
        for (int i = 0; i < stories.Length; i++)
        {
            int left = i;
            ValueWeights values = new(Fit(rows.Where((_, at) => at != left)));
            GoldStory story = stories[i].Story;
            Collation collation = new Collator(packs, "de", clauses[i], values).Collate(story.Story, []);
            leftOut.Add(story.Story.Id, collation, story.Gold, story.Accounts);
            CollationScore alone = new(story.Story.Id, showErrors: false);
            alone.Add(story.Story.Id, collation, story.Gold, story.Accounts);
            alone.PrintPoints();
            foreach (ValueRow row in showErrors ? rows[i].OrderByDescending(row => values.Likely(row.Features!)).Where(row => row.Difference is not null || values.Likely(row.Features!) > MinShown) : [])
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{story.Story.Id}  value {values.Likely(row.Features!):0.00} {(row.Difference is null ? "-" : "+")} {row.Shown}"));
            foreach (ValueRow row in showErrors ? all[i].Where(row => row.Features is null && !rows[left].Any(other => other.Difference == row.Difference)) : [])
                Console.WriteLine($"{story.Story.Id}  put aside {row.Shown}");
            foreach (string note in showErrors ? story.Gold.GetProperty("differences").EnumerateArray().Where(static difference => difference.GetProperty("slot").GetString() is "date" or "quantity" or "place").Select(static difference => difference.GetProperty("note").GetString()!).Except(all[i].Select(static row => row.Difference).OfType<string>(), StringComparer.Ordinal) : [])
                Console.WriteLine($"{story.Story.Id}  no pair of values for {note}");
        }

        leftOut.Print();
        double[] fitted = Fit(rows);
        StringBuilder table = new("# What each feature of two values adds to the log odds that they are of one thing. Fitted by 'value-weights' (eval/) on the stories in eval/collation/dev.\n# feature\tweight\n");
        foreach (ValueFeature feature in Enum.GetValues<ValueFeature>())
            table.Append(CultureInfo.InvariantCulture, $"{FeatureTable<ValueFeature>.NameOf(feature)}\t{fitted[(int)feature]:0.000}\n");
        File.WriteAllText(paths[^1], table.ToString());
        return 0;
    }

    private static double[] Fit(IEnumerable<ValueRow[]> stories) =>
        LogisticRegression.Fit([.. stories.SelectMany(static rows => rows).Select(static row => (row.Features!, row.Difference is not null))], [.. Enumerable.Repeat(true, ValueWeights.Width)], Penalty);
}
