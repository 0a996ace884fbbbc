using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Evaluation;

/// <summary>Fits the weights by which two nouns are judged to call one thing, and tries them on stories that were left out.</summary>
/// <remarks>Gold names some things with all their terms: two terms of one are a right pair, a term and a noun that is none of its thing's a wrong one. Pairs without a term of gold say nothing.</remarks>
internal static class NounWeightsVerb
{
    private const double Penalty = 3;

    public static int Run(string[] args)
    {
        bool showErrors = args.Contains("--errors", StringComparer.Ordinal);
        string[] paths = [.. args.Where(static arg => !arg.StartsWith("--", StringComparison.Ordinal))];
        LanguagePacks packs = new(DataFolder.BuiltIn("languages/"));
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });
        GoldStory[] stories = [.. paths[..^1].SelectMany(folder => GoldStory.ReadAll(folder, engine))];
        (double[] Features, bool IsPositive)[][] rows = [.. stories.Select(story => Rows(story, packs).ToArray())];
        Console.WriteLine($"{rows.Sum(static story => story.Length)} pairs of nouns, {rows.Sum(static story => story.Count(static row => row.IsPositive))} of one thing");
        CollationScore leftOut = new("each story by weights that have not seen it", showErrors);
        for (int i = 0; i < stories.Length; i++)
        {
            int left = i;
            NounWeights weights = new(Fit(rows.Where((_, at) => at != left)));
            leftOut.Add(stories[i].Story.Id, new Collator(packs, "de", nouns: weights).Collate(stories[i].Story, []), stories[i].Gold, stories[i].Accounts);
        }

        leftOut.PrintWording();
        double[] fitted = Fit(rows);
        StringBuilder table = new("# What each feature of two nouns adds to the log odds that they call one thing. Fitted by 'noun-weights' (eval/) on the stories in eval/collation/dev.\n# feature\tweight\n");
        foreach (NounFeature feature in Enum.GetValues<NounFeature>())
            table.Append(CultureInfo.InvariantCulture, $"{FeatureTable<NounFeature>.NameOf(feature)}\t{fitted[(int)feature]:0.000}\n");
        File.WriteAllText(paths[^1], table.ToString());
        return 0;
    }

    private static IEnumerable<(double[] Features, bool IsPositive)> Rows(GoldStory story, LanguagePacks packs)
    {
        TermIds ids = new();
        AccountText[] texts = [.. StoryPeople.Unify(story.Story.Accounts).Select((account, i) => AccountText.Of(i, account, packs, ids))];
        ImmutableArray<Unit> units = new UnitReader(packs, ids).Read(texts);
        NounPairs pairs = NounPairs.Of(texts, StoryNouns.Of(texts), units, new PointAligner(ClauseWeights.BuiltIn).Align(units));
        HashSet<int>[] called = [.. pairs.Nouns.Select(noun => story.Gold.GetProperty("wording").EnumerateArray().Index().Where(entity => entity.Item.GetProperty("terms").EnumerateArray().Any(term => Calls(noun, term))).Select(static entity => entity.Index).ToHashSet())];
        return pairs.Find().Where(pair => called[pair.Pair.Left].Count + called[pair.Pair.Right].Count > 0).Select(pair => (pair.Features, called[pair.Pair.Left].Overlaps(called[pair.Pair.Right])));
    }

    private static bool Calls(StoryNoun noun, JsonElement term) => noun.Uses.Any(use => use.Text.Account.Id == term.GetProperty("account").GetString() && CollationScore.IsLike(use.Span.In(use.Text.Text).ToString(), term.GetProperty("term").GetString()!)); // terms are strings

    private static double[] Fit(IEnumerable<(double[] Features, bool IsPositive)[]> stories) => LogisticRegression.Fit([.. stories.SelectMany(static rows => rows)], [.. Enumerable.Repeat(true, NounWeights.Width)], Penalty);
}
