using System.Collections.Immutable;
using System.Globalization;
using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Evaluation;

/// <summary>Stories, each collated by weights of clauses, values and stances that have not seen it.</summary>
internal sealed class DifferenceTrial
{
    private const int Parts = 5; // of the real stories
    private const double MinShown = 0.25;
    private const string Real = "--real=";
    private const string RealDenied = "--denials=";
    private const string Looked = "--look=";
    private const string Bars = "--bars=";

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
    private readonly (string Folder, LabelledStory[] Stories)[] _looked; // scored by what is fitted on all others
    private readonly StanceFit _stanceFit;
    private readonly bool _hasDenials;

    /// <summary>Reads the stories.</summary>
    /// <param name="args">Folders and the table to write; --errors, --apart, --folds, --real, --denials, --look (a folder that is scored by the weights fitted here on all others; may be given more than once), --bars (of how likely two figures, dates and places are of one thing).</param>
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
        RealDenials[] denials = Array.Find(args, static arg => arg.StartsWith(RealDenied, StringComparison.Ordinal)) is string folder ? [.. RealDenials.ReadAll(folder[RealDenied.Length..], engine).Where(static group => group.IsForFitting)] : [];
        (_stanceFit, _hasDenials) = (new StanceFit(denials), denials.Length > 0);
        _looked = [.. args.Where(static arg => arg.StartsWith(Looked, StringComparison.Ordinal)).Select(arg => (arg[Looked.Length..], GoldStory.ReadAll(arg[Looked.Length..], engine).Select(story => new LabelledStory(story, _packs)).ToArray()))];
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
        (ValueWeights Values, StanceWeights Stances)[] fitted = _folds.Each(fold => (FitValues(_folds.Without(fold, _values).Concat(_realValues)), _stanceFit.Fit(_folds.Without(fold, _stances))));
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
        PrintBars("each story by weights that have not seen it", [.. _stories], (i, bars) => new Collator(_packs, "de", _clauses[i], new ValueWeights(fitted[i].Values) { MinLikely = bars }, fitted[i].Stances));
        PrintReal();
        PrintLooked();
        PairRanking denials = new();
        foreach ((LabelledDenials story, StanceWeights weights) in _stances.Zip(fitted, static (story, of) => (story, of.Stances)))
            denials.Add(story.Rows.Select(row => (weights.Likely(row.Features!), row.Difference is not null)), story.Rows.Count(static row => row.Difference is not null)); // none is put aside
        Console.WriteLine($"denials beside clauses: {denials}");
        if (_hasDenials)
            _stanceFit.PrintReal(_stances, _showErrors);
    }

    /// <summary>The weights of values that fit all stories best, as a table.</summary>
    public string ValueTable() => WeightTable.Write<ValueFeature>("two values adds to the log odds that they are of one thing. Fitted with eval/collation/real-values by 'value-weights'", "figure\tdate\tplace", ValueFit.Fit([.. _values.Concat(_realValues).SelectMany(static rows => rows)]));

    /// <summary>The weights of denials, and of what hangs together by them, that fit all stories best, as tables.</summary>
    public (string Stances, string Partings) StanceTables() => _stanceFit.Tables(_stances);

    /// <summary>Prints the figures of the real stories, each by weights of values that have not seen its part; those of stance are told apart.</summary>
    private void PrintReal()
    {
        if (_realStories.Length == 0)
            return;
        Console.WriteLine($"real stories: {_realValues.Sum(static story => story.Length)} pairs of values, {_realValues.Sum(static story => story.Count(static row => row.Difference is not null))} of one thing");
        SplitScore leftOut = new("real stories by weights of values that have not seen them", _args);
        PairRanking ranking = new();
        ValueWeights[] fitted = new ValueWeights[_realStories.Length];
        for (int part = 0; part < Parts; part++)
        {
            ValueWeights values = FitValues(_values.Concat(_realValues.Where((_, at) => at % Parts != part)));
            for (int i = part; i < _realStories.Length; i += Parts)
            {
                GoldStory story = _realStories[i].Story;
                fitted[i] = values;
                leftOut.Add(story.Story.Id, new Collator(_packs, "de", values: values).Collate(story.Story, []), story.Gold, story.Accounts);
                ranking.Add(RankedBy(values, _realValues[i]), _realValues[i].Count(static row => row.Difference is not null));
                if (_showErrors)
                    Show(story, "value", _realValues[i], features => values.Likely(features));
            }
        }

        leftOut.Print();
        Console.WriteLine($"pairs of values: {ranking}");
        PrintBars("real stories by weights of values that have not seen them", _realStories, (i, bars) => new Collator(_packs, "de", values: new ValueWeights(fitted[i]) { MinLikely = bars }));
    }

    /// <summary>Prints the differences once more for each set of bars of --bars=FIGURE/DATE/PLACE,FIGURE/DATE/PLACE.</summary>
    private void PrintBars(string title, LabelledStory[] stories, Func<int, ImmutableArray<double>, Collator> collator)
    {
        foreach (string bars in Array.Find(_args, static arg => arg.StartsWith(Bars, StringComparison.Ordinal)) is string all ? all[Bars.Length..].Split(',') : [])
        {
            ImmutableArray<double> of = [.. bars.Split('/').Select(static bar => double.Parse(bar, CultureInfo.InvariantCulture))];
            CollationScore score = new(title, showErrors: false);
            for (int i = 0; i < stories.Length; i++)
                score.Add(stories[i].Story.Story.Id, collator(i, of).Collate(stories[i].Story.Story, []), stories[i].Story.Gold, stories[i].Story.Accounts);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"bars {bars}, {title}: {stories.Length} stories"));
            score.PrintDifferences();
        }
    }

    /// <summary>Prints the figures of the folders on which nothing is fitted, by shipped weights of clauses and denials.</summary>
    private void PrintLooked()
    {
        ValueWeights values = FitValues(_values.Concat(_realValues));
        foreach ((string folder, LabelledStory[] stories) in _looked)
        {
            SplitScore score = new(folder + " by weights of values fitted on all others", _args);
            foreach (LabelledStory story in stories)
            {
                score.Add(story.Story.Story.Id, new Collator(_packs, "de", values: values).Collate(story.Story.Story, []), story.Story.Gold, story.Story.Accounts);
                if (_showErrors)
                    PrintValues(story.Story, [.. story.ValueRows(ClauseWeights.BuiltIn)], values);
            }

            score.Print();
            PrintBars(folder, stories, (_, bars) => new Collator(_packs, "de", values: new ValueWeights(values) { MinLikely = bars }));
        }
    }

    private void PrintPairs(int at, ValueWeights values, StanceWeights stances)
    {
        GoldStory story = _stories[at].Story;
        PrintValues(story, _all[at], values);
        Show(story, "denial", _stances[at].Rows, features => stances.Likely(features));
        Show(story, "parting", [.. _stances[at].Partings(stances)], features => stances.LikelyParting(features));
    }

    /// <summary>How likely each pair of values is judged, which of a difference's pairs were put aside where none was judged, and differences without a pair.</summary>
    private static void PrintValues(GoldStory story, ValueRow[] all, ValueWeights values)
    {
        ValueRow[] judged = [.. all.Where(static row => row.Features is not null)];
        Show(story, "value", judged, features => values.Likely(features));
        foreach (ValueRow row in all.Where(row => row.Features is null && !Array.Exists(judged, other => other.Difference == row.Difference)))
            Console.WriteLine($"{story.Story.Id}  put aside ({row.Difference}) {row.Shown}");
        foreach (string note in story.Gold.GetProperty("differences").EnumerateArray().Where(static difference => difference.GetProperty("slot").GetString() is "date" or "quantity" or "place").Select(static difference => difference.GetProperty("note").GetString()!).Except(all.Select(static row => row.Difference).OfType<string>(), StringComparer.Ordinal))
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
}
