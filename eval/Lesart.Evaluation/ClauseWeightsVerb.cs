using System.Collections.Immutable;
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
        bool showErrors = args.Contains("--errors", StringComparer.Ordinal);
        string[] paths = [.. args.Where(static arg => !arg.StartsWith("--", StringComparison.Ordinal))];
        LanguagePacks packs = new(DataFolder.BuiltIn("languages/"));
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });
        List<LabelledStory> stories = [.. paths[..^1].SelectMany(folder => GoldStory.ReadAll(folder, engine)).Select(story => new LabelledStory(story, packs))];
        CollationScore leftOut = new("each story by weights that have not seen it", showErrors);
        foreach (LabelledStory story in stories)
        {
            Collator collator = new(packs, "de", Fit([.. stories.Where(other => other != story)]));
            Collation collation = collator.Collate(story.Story.Story, []);
            leftOut.Add(story.Story.Story.Id, collation, story.Story.Gold, story.Story.Accounts);
            CollationScore alone = new(story.Story.Story.Id, showErrors: false);
            alone.Add(story.Story.Story.Id, collation, story.Story.Gold, story.Story.Accounts);
            alone.PrintPoints();
        }

        leftOut.Print();
        ClauseWeights all = Fit(stories);
        StringBuilder table = new("# What each feature of two clauses adds to the log odds that they state the same. Fitted by 'clause-weights' (eval/) on the stories in eval/collation/dev.\n# feature\tfirst pass\tsecond pass\n");
        foreach (PairFeature feature in Enum.GetValues<PairFeature>())
        {
            double[] one = new double[ClauseWeights.Width];
            one[(int)feature] = 1;
            table.Append(CultureInfo.InvariantCulture, $"{ClauseWeights.NameOf(feature)}\t{all.First(one):0.000}\t{all.Second(one):0.000}\n");
        }

        File.WriteAllText(paths[^1], table.ToString());
        return 0;
    }

    private static ClauseWeights Fit(List<LabelledStory> stories)
    {
        bool[] alone = [.. Enum.GetValues<PairFeature>().Select(static feature => feature < PairFeature.Rival)];
        bool[] every = [.. alone.Select(static _ => true)];
        double[] none = new double[ClauseWeights.Width];
        double[] first = LogisticRegression.Fit([.. stories.SelectMany(story => story.Rows(new ClauseWeights(none, none)))], alone, Penalty);
        double[] second = LogisticRegression.Fit([.. stories.SelectMany(story => story.Rows(new ClauseWeights(first, none)))], every, Penalty);
        return new ClauseWeights(first, second);
    }

    private sealed class LabelledStory
    {
        private readonly ImmutableArray<Unit> _units;
        private readonly HashSet<int>[] _points;

        public LabelledStory(GoldStory story, LanguagePacks packs)
        {
            Story = story;
            TermIds ids = new();
            AccountText[] texts = [.. story.Story.Accounts.Select((account, i) => AccountText.Of(i, account, packs, ids))];
            _units = new UnitReader(packs, ids).Read(texts);
            List<List<Place>> points = CollationScore.Points(story.Gold, story.Accounts);
            _points = [.. _units.Select(unit => new Place(texts[unit.Account].Account.Id, unit.Span)).Select(place =>
                Enumerable.Range(0, points.Count).Where(point => points[point].Exists(place.Meets)).ToHashSet())];
        }

        public GoldStory Story { get; }

        public IEnumerable<(double[] Features, bool IsPositive)> Rows(ClauseWeights weights) =>
            PairFinder.Find(_units, weights).Select(pair => (pair.Features, _points[pair.Pair.Left].Overlaps(_points[pair.Pair.Right])));
    }
}
