using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>How much the features of two clauses speak for one point: alone by weights (<c>languages/clause-weights.tsv</c>), and beside what other pairs say by trees (<see cref="ClauseTrees"/>).</summary>
internal sealed class ClauseWeights
{
    /// <summary>Number of features.</summary>
    public static readonly int Width = Enum.GetValues<PairFeature>().Length;

    private const int Weighed = (int)PairFeature.Once; // the first feature that only trees ask for

    private readonly double[] _weights;
    private readonly ClauseTrees _trees;

    /// <summary>Weights and trees given directly.</summary>
    public ClauseWeights(double[] weights, ClauseTrees trees) => (_weights, _trees) = (weights, trees);

    /// <summary>Reads both tables.</summary>
    /// <exception cref="DataException">A row can't be used.</exception>
    public ClauseWeights(DataFolder languages)
        : this(FeatureTable<PairFeature>.Read(languages.Rows("clause-weights.tsv"), "two clauses"), ClauseTrees.Read(languages))
    {
    }

    /// <summary>The tables that are compiled in.</summary>
    public static ClauseWeights BuiltIn { get; } = new(DataFolder.BuiltIn("languages/"));

    /// <summary>Log odds by the pair alone.</summary>
    public double First(ReadOnlySpan<double> features)
    {
        double sum = 0;
        for (int i = 0; i < Weighed; i++)
            sum += features[i] * _weights[i];
        return sum;
    }

    /// <summary>Log odds with what other pairs say.</summary>
    public double Second(ReadOnlySpan<double> features) => _trees.Of(features);

    /// <summary>What each feature adds to <see cref="Second"/>, in the order of the features.</summary>
    public IEnumerable<(PairFeature Feature, double Share)> Shares(double[] features) => _trees.Shares(features).Select(static (share, feature) => ((PairFeature)feature, share));
}
