using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Lesart.Collating;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Evaluation;

/// <summary>Fits the weights by which two nouns are judged to call one thing, and tries them on stories that were left out.</summary>
/// <remarks>Gold names some things with all their terms: two terms of one are a right pair, a term and a noun that is none of its thing's a wrong one. Pairs without a term of gold say nothing.</remarks>
internal static class NounWeightsVerb
{
    private const string Terms = "--terms=";
    private const string Look = "--look=";
    private const double Penalty = 3;
    private const double LeftOutShare = 0.5;
    private const double MaxLeftOut = 0.02; // of articles: nouns of more (rank 2,000) are in any such table
    private const int Trained = 4; // tables without half of their rarer nouns by which weights are fitted, beside the whole

    public static int Run(string[] args)
    {
        string[] paths = [.. args.Where(static arg => !arg.StartsWith("--", StringComparison.Ordinal))];
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });
        GoldStory[] stories = [.. paths[..^1].SelectMany(folder => GoldStory.ReadAll(folder, engine))];
        LabelledTerms[] labelled = [.. args.Where(static arg => arg.StartsWith(Terms, StringComparison.Ordinal)).SelectMany(arg => LabelledTerms.ReadAll(arg[Terms.Length..], engine))];
        LanguagePacks whole = new(DataFolder.BuiltIn("languages/"));
        (double[] Features, bool IsPositive)[][] rows = Rows(stories, labelled, whole);
        Console.WriteLine($"{rows.Sum(static story => story.Length)} pairs of nouns, {rows.Sum(static story => story.Count(static row => row.IsPositive))} of one thing");
        foreach ((double[] Features, bool IsPositive)[][] part in Enumerable.Range(0, Trained).Select(part => Rows(stories, labelled, WithoutPart(part))))
            rows = [.. rows.Zip(part, static (one, other) => ((double[], bool)[])[.. one, .. other])];
        GoldStory[] all = [.. stories, .. labelled.Select(static story => story.Story)];
        NounWeights[] weights = [.. Enumerable.Range(0, all.Length).AsParallel().AsOrdered().Select(left => new NounWeights(Fit(rows.Where((_, at) => all[at].Story.Id != all[left].Story.Id && all[at].MayFit))))];
        foreach (IGrouping<string, (LabelledTerms Story, NounWeights Of)> use in labelled.Zip(weights[stories.Length..]).GroupBy(static story => story.First.Use, StringComparer.Ordinal))
        {
            RowScore score = new(use.Key, showErrors: false);
            foreach ((LabelledTerms story, NounWeights of) in use)
                score.Add(story, new Collator(whole, "de", nouns: of).Collate(story.Story.Story, []).Wording, RowsVerb.EntitiesOf(story.Story));
            score.Print();
        }

        (string Title, LanguagePacks Packs)[] tables = [("the whole table", whole), ("without half of its rarer nouns", WithoutPart(Trained)), ("without another half", WithoutPart(Trained + 1))];
        Console.WriteLine("each story by weights that have not seen it");
        foreach ((string title, LanguagePacks packs) in tables)
        {
            Console.WriteLine(title);
            SplitScore score = new(title, args);
            foreach ((GoldStory story, NounWeights of) in stories.Zip(weights))
                score.Add(story.Story.Id, new Collator(packs, "de", nouns: of).Collate(story.Story, []), story.Gold, story.Accounts);
            score.PrintWording();
        }

        double[] fitted = Fit(rows.Where((_, at) => all[at].MayFit));
        StringBuilder table = new("# What each feature of two nouns adds to the log odds that they call one thing. Fitted by 'noun-weights' (eval/) on the stories in eval/collation/dev, those of ECB+ in eval/collation/real-open, and the labels of own stories and ECB+ in eval/collation/rows.\n# feature\tweight\n");
        foreach (NounFeature feature in Enum.GetValues<NounFeature>())
            table.Append(CultureInfo.InvariantCulture, $"{FeatureTable<NounFeature>.NameOf(feature)}\t{fitted[(int)feature]:0.000}\n");
        File.WriteAllText(paths[^1], table.ToString());
        NounWeights unseen = new(fitted);
        foreach (string folder in args.Where(static arg => arg.StartsWith(Look, StringComparison.Ordinal)).Select(static arg => arg[Look.Length..]))
        {
            GoldStory[] looked = [.. GoldStory.ReadAll(folder, engine)];
            foreach ((string title, LanguagePacks packs) in tables)
            {
                Console.WriteLine($"{folder} by all of them, {title}");
                SplitScore score = new(title, []);
                foreach (GoldStory story in looked)
                    score.Add(story.Story.Id, new Collator(packs, "de", nouns: unseen).Collate(story.Story, []), story.Gold, story.Accounts);
                score.PrintWording();
            }
        }

        return 0;
    }

    /// <summary>The languages without half of the rarer nouns of their tables of kinds: what is in view of whoever writes such a table is in it, what a new story speaks of often is not.</summary>
    public static LanguagePacks WithoutPart(int part)
    {
        LanguagePacks packs = new(DataFolder.BuiltIn("languages/"));
        foreach (LanguagePack pack in packs.All) // before anything else asks for the table
            pack.Table(pack => new NounFamilies(pack, TermLexicon.Of(pack, packs), TermClasses.Of(pack, packs), NounFamilies.Listed(pack).Where(listed => !IsLeftOut(pack, listed.Noun))));
        return packs;

        bool IsLeftOut(LanguagePack pack, string noun) => TermLexicon.Of(pack, packs).Look(noun[(noun.LastIndexOf(' ') + 1)..]).NounFrequency < MaxLeftOut
            && FormCache.Hash(string.Create(CultureInfo.InvariantCulture, $"{part} {noun}")) % 1000 < 1000 * LeftOutShare;
    }

    private static (double[] Features, bool IsPositive)[][] Rows(GoldStory[] stories, LabelledTerms[] labelled, LanguagePacks packs) => [.. stories.Select(story => Rows(story, packs).ToArray()), .. labelled.Select(story => Rows(story, packs).ToArray())];

    private static NounPairs PairsOf(GoldStory story, LanguagePacks packs)
    {
        TermIds ids = new();
        AccountText[] texts = [.. StoryPeople.Unify(story.Story.Accounts).Select((account, i) => AccountText.Of(i, account, packs, ids))];
        ImmutableArray<Unit> units = new UnitReader(packs, ids).Read(texts);
        return NounPairs.Of(texts, StoryNouns.Of(texts), units, new PointAligner(ClauseWeights.BuiltIn).Align(units));
    }

    /// <summary>Pairs of nouns that a reader labelled both: of one thing where any of their uses call one.</summary>
    private static IEnumerable<(double[] Features, bool IsPositive)> Rows(LabelledTerms story, LanguagePacks packs)
    {
        NounPairs pairs = PairsOf(story.Story, packs);
        string[][] things = [.. pairs.Nouns.Select(noun => noun.Uses.GroupBy(static use => use.Text.Account.Id, StringComparer.Ordinal).Select(uses => story.ThingOf(uses.Key, uses.First().Span.In(uses.First().Text.Text).ToString(), uses.Select(static use => use.Span))).OfType<string>().Distinct(StringComparer.Ordinal).ToArray())];
        return pairs.Find().Where(pair => things[pair.Pair.Left].Length > 0 && things[pair.Pair.Right].Length > 0)
            .Select(pair => (pair.Features, things[pair.Pair.Left].Intersect(things[pair.Pair.Right], StringComparer.Ordinal).Any(static thing => thing != LabelledTerm.Nothing)));
    }

    private static IEnumerable<(double[] Features, bool IsPositive)> Rows(GoldStory story, LanguagePacks packs)
    {
        NounPairs pairs = PairsOf(story, packs);
        HashSet<int>[] called = [.. pairs.Nouns.Select(noun => story.Gold.GetProperty("wording").EnumerateArray().Index().Where(entity => entity.Item.GetProperty("terms").EnumerateArray().Any(term => Calls(noun, term))).Select(static entity => entity.Index).ToHashSet())];
        return pairs.Find().Where(pair => called[pair.Pair.Left].Count + called[pair.Pair.Right].Count > 0).Select(pair => (pair.Features, called[pair.Pair.Left].Overlaps(called[pair.Pair.Right])));
    }

    private static bool Calls(StoryNoun noun, JsonElement term) => noun.Uses.Any(use => use.Text.Account.Id == term.GetProperty("account").GetString() && CollationScore.IsLike(use.Span.In(use.Text.Text).ToString(), term.GetProperty("term").GetString()!)); // terms are strings

    private static double[] Fit(IEnumerable<(double[] Features, bool IsPositive)[]> stories) => LogisticRegression.Fit([.. stories.SelectMany(static rows => rows)], [.. Enumerable.Repeat(true, NounWeights.Width)], Penalty);
}
