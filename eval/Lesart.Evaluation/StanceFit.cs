using Lesart.Collating;

namespace Lesart.Evaluation;

/// <summary>Fits the weights of denials and of what hangs together by them on invented stories and on real groups.</summary>
/// <remarks>What hangs together is made by pairs' weights of the stories alone: with those of real groups, where hardly anything is denied, too little hangs together to learn from.</remarks>
/// <param name="real">Groups whose denials were labelled, all that weights may be fitted on.</param>
internal sealed class StanceFit(IReadOnlyList<RealDenials> real)
{
    private const double Penalty = 60; // on one scale
    private const double PartingPenalty = 30;
    private const int Parts = 5; // for weights of pairs that have not seen what hangs together

    private readonly LabelledDenials[] _real = [.. real.Select(static group => group.Denials)];

    /// <summary>The weights that fit stories and all groups best.</summary>
    public StanceWeights Fit(IEnumerable<LabelledDenials> stories) => Fit([.. stories], _real);

    /// <summary>The tables of denials and of what hangs together.</summary>
    public (string Stances, string Partings) Tables(LabelledDenials[] stories)
    {
        (double[] ofDenials, double[] ofNegations) = PairColumns(stories.Concat(_real));
        return (WeightTable.Write<StanceFeature>("a clause that denies and of one of another account adds to the log odds that one denies what the other states. Fitted by 'stance-weights'", "by a word or verb that denies\tby a negation", ofDenials, ofNegations),
            WeightTable.Write<PartingFeature>("denials and claims that hang together adds to the log odds that they are one thing, asserted here and denied there. Fitted by 'stance-weights'", "weight", PartingColumn(stories, _real)));
    }

    /// <summary>Prints what is shown of the groups, each by weights that have not seen its story.</summary>
    public void PrintReal(LabelledDenials[] stories, bool showErrors)
    {
        DenialScore score = new($"{_real.Length} real groups, each by weights that have not seen its story", showErrors);
        foreach (IGrouping<int, (RealDenials Group, int Part)> part in real.GroupBy(static group => group.Story, StringComparer.Ordinal).Index().SelectMany(static story => story.Item.Select(group => (group, story.Index % Parts))).GroupBy(static item => item.Item2))
        {
            HashSet<RealDenials> left = [.. part.Select(static item => item.Group)];
            StanceWeights weights = Fit(stories, [.. real.Where(group => !left.Contains(group)).Select(static group => group.Denials)]);
            foreach (RealDenials group in left)
                score.Add(group, weights);
        }

        score.Print();
    }

    private static StanceWeights Fit(LabelledDenials[] stories, LabelledDenials[] real)
    {
        (double[] ofDenials, double[] ofNegations) = PairColumns(stories.Concat(real));
        return new StanceWeights(ofDenials, ofNegations, PartingColumn(stories, real));
    }

    /// <summary>Fitted on what hangs together by weights of pairs that have not seen its story.</summary>
    private static double[] PartingColumn(LabelledDenials[] stories, LabelledDenials[] real)
    {
        LabelledDenials[] all = [.. stories, .. real];
        return FitScaled(Enumerable.Range(0, Parts).SelectMany(part =>
        {
            (double[] ofDenials, double[] ofNegations) = PairColumns(stories.Where((_, at) => at % Parts != part));
            StanceWeights pairs = new(ofDenials, ofNegations, new double[StanceWeights.PartingWidth]);
            return all.Where((_, at) => at % Parts == part).SelectMany(story => story.Partings(pairs));
        }), StanceWeights.PartingWidth, PartingPenalty);
    }

    private static (double[] OfDenials, double[] OfNegations) PairColumns(IEnumerable<LabelledDenials> stories)
    {
        ILookup<bool, ValueRow> rows = stories.SelectMany(static story => story.Rows).ToLookup(static row => StanceWeights.IsDenial(row.Features!)); // none is put aside
        return (FitScaled(rows[true], StanceWeights.Width, Penalty), FitScaled(rows[false], StanceWeights.Width, Penalty));
    }

    private static double[] FitScaled(IEnumerable<ValueRow> rows, int width, double penalty) =>
        LogisticRegression.FitScaled([.. rows.Select(static row => (row.Features!, row.Difference is not null))], [.. Enumerable.Repeat(true, width)], penalty); // none is put aside
}
