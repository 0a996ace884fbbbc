using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>How much each feature of a denial and a clause of another account speaks for one thing that is denied here and asserted there: the table <c>languages/stance-weights.tsv</c>; and each feature of several that hang together: <c>languages/parting-weights.tsv</c>.</summary>
/// <param name="ofDenials">By feature, where a word or verb denies.</param>
/// <param name="ofNegations">By feature, where only a negation stands.</param>
/// <param name="ofPartings">By <see cref="PartingFeature"/>.</param>
internal sealed class StanceWeights(double[] ofDenials, double[] ofNegations, double[] ofPartings)
{
    /// <summary>Number of features.</summary>
    public static readonly int Width = Enum.GetValues<StanceFeature>().Length;

    /// <summary>Number of features of what hangs together.</summary>
    public static readonly int PartingWidth = Enum.GetValues<PartingFeature>().Length;

    /// <summary>The tables that are compiled in.</summary>
    public static StanceWeights BuiltIn { get; } = Read(DataFolder.BuiltIn("languages/"));

    /// <summary>Whether the features are those of a clause in which a word or verb denies.</summary>
    public static bool IsDenial(ReadOnlySpan<double> features) => features[(int)StanceFeature.ByCue] + features[(int)StanceFeature.ByWord] + features[(int)StanceFeature.Refuses] > 0;

    /// <summary>How likely one denies what the other states, from 0 to 1.</summary>
    public double Likely(ReadOnlySpan<double> features) => Logistic.Of(features, IsDenial(features) ? ofDenials : ofNegations);

    /// <summary>How likely denials and claims that hang together are one thing, from 0 to 1.</summary>
    public double LikelyParting(ReadOnlySpan<double> features) => Logistic.Of(features, ofPartings);

    /// <summary>Reads the tables.</summary>
    /// <exception cref="DataException">A row can't be used.</exception>
    public static StanceWeights Read(DataFolder languages)
    {
        (double[] ofDenials, double[] ofNegations) = (new double[Width], new double[Width]);
        FeatureTable<StanceFeature>.Read(languages.Rows("stance-weights.tsv"), "a denial and a clause", ofDenials, ofNegations);
        return new StanceWeights(ofDenials, ofNegations, FeatureTable<PartingFeature>.Read(languages.Rows("parting-weights.tsv"), "denials and claims"));
    }
}
