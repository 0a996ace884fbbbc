using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>How much each feature of a denial and a clause of another account speaks for one thing that is denied here and asserted there: the table <c>languages/stance-weights.tsv</c>.</summary>
/// <param name="ofDenials">By feature, where a word or verb denies.</param>
/// <param name="ofNegations">By feature, where only a negation stands.</param>
internal sealed class StanceWeights(double[] ofDenials, double[] ofNegations)
{
    /// <summary>Number of features.</summary>
    public static readonly int Width = Enum.GetValues<StanceFeature>().Length;

    /// <summary>The table that is compiled in.</summary>
    public static StanceWeights BuiltIn { get; } = Read(DataFolder.BuiltIn("languages/"));

    /// <summary>Whether the features are those of a clause in which a word or verb denies.</summary>
    public static bool IsDenial(ReadOnlySpan<double> features) => features[(int)StanceFeature.ByCue] + features[(int)StanceFeature.ByWord] + features[(int)StanceFeature.Refuses] > 0;

    /// <summary>How likely one denies what the other states, from 0 to 1.</summary>
    public double Likely(ReadOnlySpan<double> features) => Logistic.Of(features, IsDenial(features) ? ofDenials : ofNegations);

    /// <summary>Reads the table.</summary>
    /// <exception cref="DataException">A row can't be used.</exception>
    public static StanceWeights Read(DataFolder languages)
    {
        (double[] ofDenials, double[] ofNegations) = (new double[Width], new double[Width]);
        FeatureTable<StanceFeature>.Read(languages.Rows("stance-weights.tsv"), "a denial and a clause", ofDenials, ofNegations);
        return new StanceWeights(ofDenials, ofNegations);
    }
}
