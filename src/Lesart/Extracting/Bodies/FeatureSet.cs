using System.Collections;
using System.Numerics;

namespace Lesart.Extracting;

/// <summary>Features of a block, each once, told in the order of their declaration.</summary>
/// <remarks>Two words of bits: a page asks for tens of thousands of features, and hash sets of them took a tenth of its time.</remarks>
internal sealed class FeatureSet : IEnumerable<BlockFeature>
{
    /// <summary>Most features there can be.</summary>
    public const int Capacity = 128;

    private ulong _low, _high;

    /// <summary>Adds a feature; one that is there already stays.</summary>
    public void Add(BlockFeature feature)
    {
        int bit = (int)feature;
        if (bit < 64)
            _low |= 1UL << bit;
        else
            _high |= 1UL << (bit - 64);
    }

    /// <summary>Adds all features of another set.</summary>
    public void UnionWith(FeatureSet other) => (_low, _high) = (_low | other._low, _high | other._high);

    /// <summary>Whether the feature is there.</summary>
    public bool Contains(BlockFeature feature) => (int)feature < 64 ? (_low >> (int)feature & 1) != 0 : (_high >> ((int)feature - 64) & 1) != 0;

    /// <summary>The sum of the features' weights.</summary>
    /// <param name="weights">A weight for each feature, by its number.</param>
    public double Sum(double[] weights)
    {
        double sum = 0;
        for (ulong rest = _low; rest != 0; rest &= rest - 1)
            sum += weights[BitOperations.TrailingZeroCount(rest)];
        for (ulong rest = _high; rest != 0; rest &= rest - 1)
            sum += weights[64 + BitOperations.TrailingZeroCount(rest)];
        return sum;
    }

    /// <inheritdoc/>
    public IEnumerator<BlockFeature> GetEnumerator()
    {
        for (int bit = 0; bit < Capacity; bit++)
        {
            if (Contains((BlockFeature)bit))
                yield return (BlockFeature)bit;
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
