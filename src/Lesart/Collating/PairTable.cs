using System.Collections;

namespace Lesart.Collating;

/// <summary>How likely pairs of clauses state the same, by their indices, the smaller first.</summary>
internal sealed class PairTable : IReadOnlyCollection<KeyValuePair<(int Left, int Right), double>>
{
    private readonly (int Left, int Right)[] _pairs;
    private readonly double[] _likely;
    private readonly int[] _first; // by left clause, its first pair

    /// <summary>A table of pairs.</summary>
    /// <param name="units">Number of clauses.</param>
    /// <param name="pairs">In order.</param>
    /// <param name="likely">For each of them.</param>
    public PairTable(int units, (int Left, int Right)[] pairs, double[] likely)
    {
        (_pairs, _likely, _first) = (pairs, likely, new int[units + 1]);
        foreach ((int left, _) in pairs)
            _first[left + 1]++;
        for (int i = 0; i < units; i++)
            _first[i + 1] += _first[i];
    }

    /// <inheritdoc/>
    public int Count => _pairs.Length;

    /// <summary>The pairs, in order.</summary>
    public IReadOnlyList<(int Left, int Right)> Keys => _pairs;

    /// <summary>How likely two clauses state the same, in either order; 0 where they were not compared.</summary>
    public double Of(int one, int other)
    {
        (one, other) = (Math.Min(one, other), Math.Max(one, other));
        int low = _first[one], high = _first[one + 1];
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_pairs[middle].Right < other)
                low = middle + 1;
            else
                high = middle;
        }

        return low < _first[one + 1] && _pairs[low].Right == other ? _likely[low] : 0;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<(int Left, int Right), double>> GetEnumerator()
    {
        for (int i = 0; i < _pairs.Length; i++)
            yield return new(_pairs[i], _likely[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
