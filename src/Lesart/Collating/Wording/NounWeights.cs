using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>How much each feature of two nouns speaks for one thing that both call: the table <c>languages/noun-weights.tsv</c>.</summary>
/// <param name="weights">By feature.</param>
internal sealed class NounWeights(double[] weights)
{
    /// <summary>Number of features.</summary>
    public static readonly int Width = Enum.GetValues<NounFeature>().Length;

    /// <summary>The table that is compiled in.</summary>
    public static NounWeights BuiltIn { get; } = new(DataFolder.BuiltIn("languages/"));

    /// <summary>Reads the table.</summary>
    /// <exception cref="DataException">A row can't be used.</exception>
    public NounWeights(DataFolder languages)
        : this(FeatureTable<NounFeature>.Read(languages.Rows("noun-weights.tsv"), "two nouns"))
    {
    }

    /// <summary>How likely both call one thing, from 0 to 1.</summary>
    public double Likely(ReadOnlySpan<double> features) => Logistic.Of(features, weights);
}
