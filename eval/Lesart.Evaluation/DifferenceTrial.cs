using System.Globalization;
using System.Text;
using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Evaluation;

/// <summary>Stories, each collated by weights of clauses, values and stances that have not seen it.</summary>
internal sealed class DifferenceTrial
{
    private const double StancePenalty = 60; // on one scale
    private const double PartingPenalty = 10;
    private const int Parts = 5; // of the stories, for weights of pairs that have not seen what hangs together
    private const double MinShown = 0.25;
    private const string Real = "--real=";

    private readonly LanguagePacks _packs = new(DataFolder.BuiltIn("languages/"));
    private readonly string[] _args;
    private readonly bool _showErrors;
    private readonly Folds _folds;
    private readonly LabelledStory[] _stories;
    private readonly ClauseWeights[] _clauses;
    private readonly ValueRow[][] _all; // with those that were put aside
    private readonly ValueRow[][] _values;
    private readonly LabelledDenials[] _stances;
    private readonly LabelledStory[] _realStories;
    private readonly ValueRow[][] _realValues; // none put aside
    private readonly LabelledDenials[] _real; // taken for stories without a denial of what another account tells

    /// <summary>Reads the stories.</summary>
    /// <param name="args">Folders and the table to write; --errors, --apart, --folds, --real.</param>
    public DifferenceTrial(string[] args)
    {
        (_args, _showErrors) = (args, args.Contains("--errors", StringComparer.Ordinal));
        string[] paths = [.. args.Where(static arg => !arg.StartsWith("--", StringComparison.Ordinal))];
        Table = paths[^1];
        Engine engine = Engine.Create(new EngineOptions { Analysis = new AnalysisOptions { TextAsIs = true } });
        _stories = [.. paths[..^1].SelectMany(folder => GoldStory.ReadAll(folder, engine)).Select(story => new LabelledStory(story, _packs))];
        _folds = new Folds(args, _stories.Length);
        _clauses = _folds.Each(fold => ClauseWeightsVerb.Fit([.. _folds.Without(fold, _stories)]));
        _all = [.. _stories.Zip(_clauses, static (story, weights) => story.ValueRows(weights).ToArray())];
        _values = [.. _all.Select(static story => story.Where(static row => row.Features is not null).ToArray())];
        _stances = [.. _stories.Zip(_clauses, static (story, weights) => story.Denials(weights))];
        _realStories = Array.Find(args, static arg => arg.StartsWith(Real, StringComparison.Ordinal)) is string real ? [.. GoldStory.ReadAll(real[Real.Length..], engine).Select(story => new LabelledStory(story, _packs))] : [];
        _real = [.. _realStories.Select(static story => story.Denials(ClauseWeights.BuiltIn))];
        _realValues = [.. _realStories.Select(static story => story.ValueRows(ClauseWeights.BuiltIn).Where(static row => row.Features is not null).ToArray())];
    }

    /// <summary>Where the table of weights is written.</summary>
    public string Table { get; }

    /// <summary>Prints the figures of each story and of all.</summary>
    public void Print()
    {
        Console.WriteLine($"{_values.Sum(static story => story.Length)} pairs of values, {_values.Sum(static story => story.Count(static row => row.Difference is not null))} of one thing");
        Console.WriteLine($"{_stances.Sum(static story => story.Rows.Length)} denials beside clauses, {_stances.Sum(static story => story.Rows.Count(static row => row.Difference is not null))} of what they deny");
        SplitScore leftOut = new("each story by weights that have not seen it", _args);
        (ValueWeights Values, StanceWeights Stances)[] fitted = _folds.Each(fold => (FitValues(_folds.Without(fold, _values).Concat(_realValues)), FitStances(_folds.Without(fold, _stances), _real)));
        PairRanking ranking = new();
        for (int i = 0; i < _stories.Length; i++)
        {
            (ValueWeights values, StanceWeights stances) = fitted[i];
            ranking.Add(RankedBy(values, _values[i]), _values[i].Count(static row => row.Difference is not null));
            GoldStory story = _stories[i].Story;
            Collation collation = new Collator(_packs, "de", _clauses[i], values, stances).Collate(story.Story, []);
            leftOut.Add(story.Story.Id, collation, story.Gold, story.Accounts);
            CollationScore alone = new(story.Story.Id, showErrors: false);
            alone.Add(story.Story.Id, collation, story.Gold, story.Accounts);
            alone.PrintPoints();
            if (_showErrors)
                PrintPairs(i, values, stances);
        }

        leftOut.Print();
        Console.WriteLine($"pairs of values: {ranking}");
        PrintReal();
        if (_real.Length > 0)
            Console.WriteLine($"{Enumerable.Range(0, Parts).Sum(ShownOfReal)} differences of stance in {_real.Length} real stories, each by weights that have not seen it");
    }

    /// <summary>The weights of values that fit all stories best, as a table.</summary>
    public string ValueTable() => Write<ValueFeature>("two values adds to the log odds that they are of one thing. Fitted with eval/collation/real-values by 'value-weights'", "weight", ValueFit.Fit([.. _values.Concat(_realValues).SelectMany(static rows => rows)]));

    /// <summary>The weights of stances that fit all stories best, as a table.</summary>
    public string StanceTable()
    {
        (double[] ofDenials, double[] ofNegations) = StanceColumns(_stances);
        return Write<StanceFeature>("a clause that denies and of one of another account adds to the log odds that one denies what the other states. Fitted by 'stance-weights'", "by a word or verb that denies\tby a negation", ofDenials, ofNegations);
    }

    /// <summary>The weights of denials and claims that hang together, as a table.</summary>
    public string PartingTable() => Write<PartingFeature>("denials and claims that hang together adds to the log odds that they are one thing, asserted here and denied there. Fitted by 'stance-weights'", "weight", PartingColumn([.. _stances], _real));

    /// <summary>Prints the figures of the real stories, each by weights of values that have not seen its part; those of stance are told apart.</summary>
    private void PrintReal()
    {
        if (_realStories.Length == 0)
            return;
        Console.WriteLine($"real stories: {_realValues.Sum(static story => story.Length)} pairs of values, {_realValues.Sum(static story => story.Count(static row => row.Difference is not null))} of one thing");
        SplitScore leftOut = new("real stories by weights of values that have not seen them", _args);
        PairRanking ranking = new();
        for (int part = 0; part < Parts; part++)
        {
            ValueWeights values = FitValues(_values.Concat(_realValues.Where((_, at) => at % Parts != part)));
            for (int i = part; i < _realStories.Length; i += Parts)
            {
                GoldStory story = _realStories[i].Story;
                leftOut.Add(story.Story.Id, new Collator(_packs, "de", values: values).Collate(story.Story, []), story.Gold, story.Accounts);
                ranking.Add(RankedBy(values, _realValues[i]), _realValues[i].Count(static row => row.Difference is not null));
                if (_showErrors)
                    Show(story, "value", _realValues[i], features => values.Likely(features));
            }
        }

        leftOut.Print();
        Console.WriteLine($"pairs of values: {ranking}");
    }

    private int ShownOfReal(int part)
    {
        StanceWeights weights = FitStances(_stances, [.. _real.Where((_, at) => at % Parts != part)]);
        return _real.Where((_, at) => at % Parts == part).Sum(story => story.CountShown(weights));
    }

    private void PrintPairs(int at, ValueWeights values, StanceWeights stances)
    {
        GoldStory story = _stories[at].Story;
        Show(story, "value", _values[at], features => values.Likely(features));
        Show(story, "denial", _stances[at].Rows, features => stances.Likely(features));
        Show(story, "parting", [.. _stances[at].Partings(stances)], features => stances.LikelyParting(features));
        foreach (ValueRow row in _all[at].Where(row => row.Features is null && !Array.Exists(_values[at], other => other.Difference == row.Difference)))
            Console.WriteLine($"{story.Story.Id}  put aside ({row.Difference}) {row.Shown}");
        foreach (string note in story.Gold.GetProperty("differences").EnumerateArray().Where(static difference => difference.GetProperty("slot").GetString() is "date" or "quantity" or "place").Select(static difference => difference.GetProperty("note").GetString()!).Except(_all[at].Select(static row => row.Difference).OfType<string>(), StringComparer.Ordinal))
            Console.WriteLine($"{story.Story.Id}  no pair of values for {note}");
    }

    /// <summary>Pairs with how likely they are of one thing, whatever order that is told in.</summary>
    private static IEnumerable<(double Odds, bool IsPositive)> RankedBy(ValueWeights weights, ValueRow[] rows) => rows.Select(row => (weights.Likely(row.Features!), row.Difference is not null)); // none is put aside

    private static void Show(GoldStory story, string kind, ValueRow[] rows, Func<double[], double> likely)
    {
        foreach ((ValueRow row, double of) in rows.Select(row => (Row: row, Likely: likely(row.Features!))).OrderByDescending(static item => item.Likely).Where(static item => item.Row.Difference is not null || item.Likely > MinShown)) // those that were put aside are not among them
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{story.Story.Id}  {kind} {of:0.00} {(row.Difference is null ? "-" : $"+ ({row.Difference})")} {row.Shown}"));
    }

    private static ValueWeights FitValues(IEnumerable<ValueRow[]> stories) => new(ValueFit.Fit([.. stories.SelectMany(static rows => rows)]));

    private static StanceWeights FitStances(IEnumerable<LabelledDenials> stories, LabelledDenials[] real)
    {
        LabelledDenials[] all = [.. stories];
        (double[] ofDenials, double[] ofNegations) = StanceColumns(all);
        return new StanceWeights(ofDenials, ofNegations, PartingColumn(all, real));
    }

    /// <summary>Fitted on what hangs together by weights of pairs that have not seen its story.</summary>
    private static double[] PartingColumn(LabelledDenials[] stories, LabelledDenials[] real) => FitScaled(Enumerable.Range(0, Parts).SelectMany(part =>
    {
        (double[] ofDenials, double[] ofNegations) = StanceColumns(stories.Where((_, at) => at % Parts != part));
        StanceWeights pairs = new(ofDenials, ofNegations, new double[StanceWeights.PartingWidth]);
        return stories.Concat(real).Where((_, at) => at % Parts == part).SelectMany(story => story.Partings(pairs));
    }), StanceWeights.PartingWidth, PartingPenalty);

    private static (double[] OfDenials, double[] OfNegations) StanceColumns(IEnumerable<LabelledDenials> stories)
    {
        ILookup<bool, ValueRow> rows = stories.SelectMany(static story => story.Rows).ToLookup(static row => StanceWeights.IsDenial(row.Features!)); // none is put aside
        return (FitScaled(rows[true], StanceWeights.Width, StancePenalty), FitScaled(rows[false], StanceWeights.Width, StancePenalty));
    }

    private static double[] FitScaled(IEnumerable<ValueRow> rows, int width, double penalty) =>
        LogisticRegression.FitScaled([.. rows.Select(static row => (row.Features!, row.Difference is not null))], [.. Enumerable.Repeat(true, width)], penalty); // none is put aside

    private static string Write<TFeature>(string of, string columns, params double[][] fitted) where TFeature : struct, Enum
    {
        StringBuilder table = new($"# What each feature of {of} (eval/) on the stories in eval/collation/dev.\n# feature\t{columns}\n");
        foreach ((int at, TFeature feature) in Enum.GetValues<TFeature>().Index())
            table.Append(CultureInfo.InvariantCulture, $"{FeatureTable<TFeature>.NameOf(feature)}\t{string.Join('\t', fitted.Select(column => column[at].ToString("0.000", CultureInfo.InvariantCulture)))}\n");
        return table.ToString();
    }
}
