using Lesart.Collating;

namespace Lesart.Evaluation;

/// <summary>Fits the weights of values: a logistic regression on one scale, in which what plainly speaks for one thing never counts against it, nor the other way round. Figures, dates and places are fitted apart.</summary>
/// <remarks>A feature whose weight comes out with the wrong sign is left out, and the others are fitted again: that equal words speak against two values being of one thing is true of the stories at hand only.</remarks>
internal static class ValueFit
{
    private static readonly double[] Penalties = [30, 10, 30]; // by kind

    private static readonly ValueFeature[] For =
    [
        ValueFeature.Aligned, ValueFeature.SharedAround, ValueFeature.SameCounted, ValueFeature.SwappedDigits, ValueFeature.OneDigit, ValueFeature.TenTimes, ValueFeature.Held, ValueFeature.Lonely, ValueFeature.SameKind,
        ValueFeature.SameWordBefore, ValueFeature.SameBeside, ValueFeature.NearLike, ValueFeature.TwoCounts, ValueFeature.PlaceAligned, ValueFeature.PlaceAround, ValueFeature.PlaceOdds, ValueFeature.PlaceSameRole,
        ValueFeature.PlaceKind, ValueFeature.PlaceHeld, ValueFeature.DateBorder, ValueFeature.SentenceAligned, ValueFeature.SameFate, ValueFeature.CountedNats, ValueFeature.SoleCount, ValueFeature.FigureSentence, ValueFeature.OnePoint, ValueFeature.PlaceThrough,
    ];

    private static readonly ValueFeature[] Against =
    [
        ValueFeature.OtherNames, ValueFeature.OtherCounted, ValueFeature.OtherPlaces, ValueFeature.OnePlace, ValueFeature.Unmet, ValueFeature.Rivals, ValueFeature.Crowd, ValueFeature.OtherTime, ValueFeature.Distance, ValueFeature.Part,
        ValueFeature.Interim, ValueFeature.GivesBoth, ValueFeature.ToldApart, ValueFeature.PlaceOtherRole, ValueFeature.PlaceAttribute, ValueFeature.PlaceNoRole, ValueFeature.PlaceBoth, ValueFeature.PlaceRivals, ValueFeature.PlaceDistance,
        ValueFeature.PlaceUnmet, ValueFeature.DateOtherBorder, ValueFeature.OtherOfKind, ValueFeature.OtherPeople, ValueFeature.Figures,
    ];

    /// <summary>By <see cref="ValueKind"/> a weight for each <see cref="ValueFeature"/>; 0 for one that is left out.</summary>
    /// <param name="rows">Pairs, none of them put aside.</param>
    public static double[][] Fit(IReadOnlyCollection<ValueRow> rows) => [.. Enum.GetValues<ValueKind>().Select(kind => Fit([.. rows.Where(row => ValueWeights.KindOf(row.Features) == kind).Select(static row => (row.Features!, row.Difference is not null))], Penalties[(int)kind]))]; // none is put aside

    private static double[] Fit(IReadOnlyList<(double[] Features, bool IsOne)> rows, double penalty)
    {
        bool[] used = [.. Enumerable.Repeat(true, ValueWeights.Width)];
        while (true)
        {
            double[] weights = LogisticRegression.FitScaled(rows, used, penalty);
            int[] wrong = [.. For.Where(feature => weights[(int)feature] < 0).Concat(Against.Where(feature => weights[(int)feature] > 0)).Select(static feature => (int)feature)];
            if (wrong.Length == 0)
                return weights;
            foreach (int feature in wrong)
                used[feature] = false;
        }
    }
}
