using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>How much each feature of two clauses speaks for one point: the table <c>languages/clause-weights.tsv</c>, one column a pass.</summary>
internal sealed class ClauseWeights
{
    /// <summary>Number of features.</summary>
    public static readonly int Width = Enum.GetValues<PairFeature>().Length;

    private const int Alone = (int)PairFeature.Rival; // the first feature that needs other pairs

    private readonly double[] _first;
    private readonly double[] _second;

    /// <summary>Weights given directly.</summary>
    public ClauseWeights(double[] first, double[] second) => (_first, _second) = (first, second);

    /// <summary>Reads the table.</summary>
    /// <exception cref="DataException">A row can't be used.</exception>
    public ClauseWeights(DataFolder languages)
        : this(new double[Width], new double[Width])
    {
        FeatureTable<PairFeature>.Read(languages.Rows("clause-weights.tsv"), "two clauses", _first, _second);
    }

    /// <summary>The table that is compiled in.</summary>
    public static ClauseWeights BuiltIn { get; } = new(DataFolder.BuiltIn("languages/"));

    /// <summary>Log odds by the pair alone.</summary>
    public double First(ReadOnlySpan<double> features) => Sum(0, features, _first, 0, Width);

    /// <summary>Log odds with what other pairs say.</summary>
    public double Second(ReadOnlySpan<double> features) => Sum(0, features, _second, 0, Width);

    /// <summary>What the features that need no other pair add to the log odds with what other pairs say.</summary>
    public double SecondAlone(ReadOnlySpan<double> features) => Sum(0, features, _second, 0, Alone);

    /// <summary>Log odds with what other pairs say, from <see cref="SecondAlone"/> and the other features.</summary>
    public double SecondFrom(double alone, ReadOnlySpan<double> features) => Sum(alone, features, _second, Alone, Width);

    /// <summary>What each feature adds to <see cref="Second"/>, in the order of the features.</summary>
    public IEnumerable<(PairFeature Feature, double Share)> Shares(double[] features) => Enum.GetValues<PairFeature>().Select(feature => (feature, features[(int)feature] * _second[(int)feature]));

    private static double Sum(double sum, ReadOnlySpan<double> features, double[] weights, int first, int next)
    {
        for (int i = first; i < next; i++)
            sum += features[i] * weights[i];
        return sum;
    }
}
