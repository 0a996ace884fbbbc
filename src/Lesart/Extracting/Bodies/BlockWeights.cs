using Lesart.Languages;

namespace Lesart.Extracting;

/// <summary>How much each feature of a block speaks for its being body: the table <c>outlets/block-weights.tsv</c>, one column a pass.</summary>
internal sealed class BlockWeights
{
    private readonly double[] _first = new double[FeatureSet.Capacity];
    private readonly double[] _second = new double[FeatureSet.Capacity];

    /// <summary>Weights given directly.</summary>
    public BlockWeights(double[] first, double[] second) => (_first, _second) = (first, second);

    /// <summary>Reads the table.</summary>
    /// <exception cref="DataException">A row can't be used.</exception>
    public BlockWeights(DataFolder outlets)
    {
        FeatureTable<BlockFeature>.Read(outlets.Rows("block-weights.tsv"), "a block", _first, _second);
    }

    /// <summary>The first pass: positive speaks for body.</summary>
    public double First(FeatureSet features) => features.Sum(_first);

    /// <summary>The second pass.</summary>
    public double Second(FeatureSet features) => features.Sum(_second);
}
