using System.Globalization;
using System.Text;
using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Evaluation;

/// <summary>Fits the weights by which two clauses are judged to state the same, and tries them on stories that were left out.</summary>
/// <remarks>A pair is right where one gold point has readings that overlap both. Two regressions, the second with what the first says of the surroundings.</remarks>
internal static class ClauseWeightsVerb
{
    private const double Penalty = 10;

    public static int Run(string[] args)
    {
        string[] paths = [.. args.Where(static arg => !arg.StartsWith("--", StringComparison.Ordinal))];
        LanguagePacks packs = new(DataFolder.BuiltIn("languages/"));
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });
        List<LabelledStory> stories = [.. paths[..^1].SelectMany(folder => GoldStory.ReadAll(folder, engine)).Select(story => new LabelledStory(story, packs))];
        Folds folds = new(args, stories.Count);
        ClauseWeights[] weights = folds.Each(fold => Fit([.. folds.Without(fold, stories)]));
        SplitScore leftOut = new("each story by weights that have not seen it", args);
        PairRanking pairs = new();
        foreach ((LabelledStory story, Collation collation, PairRanking ranking) in stories.Zip(weights, (story, weights) => Try(story, weights, packs)))
        {
            leftOut.Add(story.Story.Story.Id, collation, story.Story.Gold, story.Story.Accounts);
            CollationScore alone = new(story.Story.Story.Id, showErrors: false);
            alone.Add(story.Story.Story.Id, collation, story.Story.Gold, story.Story.Accounts);
            alone.PrintPoints();
            pairs.Add(ranking);
        }

        leftOut.Print();
        Console.WriteLine($"pairs of clauses  {pairs}");
        ClauseWeights all = Fit(stories);
        StringBuilder table = new("# What each feature of two clauses adds to the log odds that they state the same. Fitted by 'clause-weights' (eval/) on the stories in eval/collation/dev.\n# feature\tfirst pass\tsecond pass\n");
        foreach (PairFeature feature in Enum.GetValues<PairFeature>())
        {
            double[] one = new double[ClauseWeights.Width];
            one[(int)feature] = 1;
            table.Append(CultureInfo.InvariantCulture, $"{FeatureTable<PairFeature>.NameOf(feature)}\t{all.First(one):0.000}\t{all.Second(one):0.000}\n");
        }

        File.WriteAllText(paths[^1], table.ToString());
        return 0;
    }

    /// <summary>A story by weights that have not seen it.</summary>
    private static (LabelledStory Story, Collation Collation, PairRanking Ranking) Try(LabelledStory story, ClauseWeights weights, LanguagePacks packs)
    {
        PairRanking ranking = new();
        ranking.Add(story.Rows(weights).Select(row => (weights.Second(row.Features), row.IsPositive)), story.Positives);
        return (story, new Collator(packs, "de", weights).Collate(story.Story.Story, []), ranking);
    }

    /// <summary>The weights that fit stories best.</summary>
    public static ClauseWeights Fit(IReadOnlyList<LabelledStory> stories)
    {
        bool[] alone = [.. Enum.GetValues<PairFeature>().Select(static feature => feature < PairFeature.Rival)];
        bool[] every = [.. alone.Select(static _ => true)];
        double[] none = new double[ClauseWeights.Width];
        double[] first = LogisticRegression.Fit([.. stories.SelectMany(story => story.Rows(new ClauseWeights(none, none)))], alone, Penalty);
        double[] second = LogisticRegression.Fit([.. stories.SelectMany(story => story.Rows(new ClauseWeights(first, none)))], every, Penalty);
        return new ClauseWeights(first, second);
    }
}
