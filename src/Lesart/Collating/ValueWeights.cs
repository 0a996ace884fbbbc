using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>How much each feature of two values speaks for one thing that is told in two ways: the table <c>languages/value-weights.tsv</c>.</summary>
/// <param name="weights">By feature.</param>
internal sealed class ValueWeights(double[] weights)
{
    /// <summary>Number of features.</summary>
    public static readonly int Width = Enum.GetValues<ValueFeature>().Length;

    /// <summary>Reads the table.</summary>
    /// <exception cref="DataException">A row can't be used.</exception>
    public ValueWeights(DataFolder languages)
        : this(Read(languages))
    {
    }

    /// <summary>The table that is compiled in.</summary>
    public static ValueWeights BuiltIn { get; } = new(DataFolder.BuiltIn("languages/"));

    /// <summary>How likely both values are of one thing, from 0 to 1.</summary>
    public double Likely(double[] features) => Likely(features, weights);

    /// <summary>The logistic function of the features' weighted sum.</summary>
    public static double Likely(ReadOnlySpan<double> features, double[] weights)
    {
        double sum = 0;
        for (int i = 0; i < features.Length; i++)
            sum += features[i] * weights[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    private static double[] Read(DataFolder languages)
    {
        double[] read = new double[Width];
        FeatureTable<ValueFeature>.Read(languages.Rows("value-weights.tsv"), "two values", read);
        return read;
    }
}
