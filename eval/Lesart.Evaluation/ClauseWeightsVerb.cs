using System.Globalization;
using System.Text;
using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Evaluation;

/// <summary>Fits the weights by which two clauses are judged to state the same, and tries them on stories that were left out.</summary>
/// <remarks>A pair is right where one gold point has readings that overlap both. A regression by the pair alone, then boosted trees with what the first says of the surroundings.</remarks>
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
        (double[] first, List<ClauseTreeNode> trees) = FitTables(stories);
        File.WriteAllText(paths[^1], WeightTable.Write<PairFeature>("two clauses adds to the log odds that they state the same. Fitted by 'clause-weights'", "weight", first));
        File.WriteAllText(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(paths[^1]))!, "clause-trees.tsv"), TableOf(trees)); // a file's path
        return 0;
    }

    /// <summary>A story by weights that have not seen it.</summary>
    private static (LabelledStory Story, Collation Collation, PairRanking Ranking) Try(LabelledStory story, ClauseWeights weights, LanguagePacks packs)
    {
        PairRanking ranking = new();
        ranking.Add(story.Rows(weights).Select(row => (weights.Second(row.Features), row.IsPositive)), story.Positives);
        return (story, new Collator(packs, "de", weights).Collate(story.Story.Story, []), ranking);
    }

    /// <summary>The weights and trees that fit stories best.</summary>
    public static ClauseWeights Fit(IReadOnlyList<LabelledStory> stories)
    {
        (double[] weights, List<ClauseTreeNode> trees) = FitTables(stories);
        return new ClauseWeights(weights, new ClauseTrees(trees));
    }

    private static (double[] Weights, List<ClauseTreeNode> Trees) FitTables(IReadOnlyList<LabelledStory> stories)
    {
        bool[] weighed = [.. Enum.GetValues<PairFeature>().Select(static feature => feature < PairFeature.Once)];
        bool[] asked = [.. Enum.GetValues<PairFeature>().Select(static feature => feature > PairFeature.Bias)];
        ClauseTrees none = new([]);
        double[] weights = LogisticRegression.Fit([.. stories.SelectMany(story => story.Rows(new ClauseWeights(new double[ClauseWeights.Width], none)))], weighed, Penalty);
        return (weights, TreeBoosting.Fit([.. stories.SelectMany(static story => story.Cuts.Prepend(story)).SelectMany(story => story.Rows(new ClauseWeights(weights, none)))], asked));
    }

    private static string TableOf(List<ClauseTreeNode> nodes)
    {
        StringBuilder table = new("# Boosted trees of the log odds that two clauses state the same. Fitted by 'clause-weights' (eval/) on the invented stories in eval/collation that are open, whole and cut to two accounts or three sentences.\n# A node's value (of an inner one the mean); the feature that it asks for, the greatest value of those that go to the next row, and how many rows farther on the others go. A tree ends where its last leaf stands.\n# value\tfeature\tat most\tabove\n");
        foreach (ClauseTreeNode node in nodes)
        {
            table.Append(CultureInfo.InvariantCulture, $"{node.Value:0.#####}");
            if (node.Above > 0)
                table.Append(CultureInfo.InvariantCulture, $"\t{FeatureTable<PairFeature>.NameOf(node.Feature)}\t{node.AtMost:0.######}\t{node.Above}");
            table.Append('\n');
        }

        return table.ToString();
    }
}
