using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>How much each feature of two values speaks for one thing that is told in two ways: the table <c>languages/value-weights.tsv</c>.</summary>
/// <param name="weights">By feature.</param>
internal sealed class ValueWeights(double[] weights)
{
    private readonly double[] _weights = weights;

    /// <summary>Number of features.</summary>
    public static readonly int Width = Enum.GetValues<ValueFeature>().Length;

    /// <summary>Reads the table.</summary>
    /// <exception cref="DataException">A row can't be used.</exception>
    public ValueWeights(DataFolder languages)
        : this(FeatureTable<ValueFeature>.Read(languages.Rows("value-weights.tsv"), "two values"))
    {
    }

    /// <summary>The same weights, to which another bar is given.</summary>
    public ValueWeights(ValueWeights other)
        : this(other._weights)
    {
    }

    /// <summary>The table that is compiled in.</summary>
    public static ValueWeights BuiltIn { get; } = new(DataFolder.BuiltIn("languages/"));

    /// <summary>From how likely on two values are told to part. Set on the stories in eval/collation/dev and real-values, each by weights that had not seen it.</summary>
    public double MinLikely { get; init; } = 0.3;

    /// <summary>The same for places: what real accounts tell of is scattered over many.</summary>
    public double MinLikelyPlaces { get; init; } = 0.4;

    /// <summary>How likely both values are of one thing, from 0 to 1.</summary>
    public double Likely(ReadOnlySpan<double> features) => Logistic.Of(features, _weights);
}
