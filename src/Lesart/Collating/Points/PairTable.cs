using System.Collections;

namespace Lesart.Collating;

/// <summary>How likely pairs of clauses (or of sentences, or nouns) go together, by their indices, the smaller first.</summary>
internal sealed class PairTable(PairRows rows, double[] likely) : IReadOnlyCollection<KeyValuePair<(int Left, int Right), double>>
{
    private readonly double[] _spread = rows.Spread(likely);

    /// <inheritdoc/>
    public int Count => likely.Length;

    /// <summary>The pairs, in order.</summary>
    public IReadOnlyList<(int Left, int Right)> Keys => rows.Pairs;

    /// <summary>The clauses that one was compared with, in order.</summary>
    public ReadOnlySpan<int> PartnersOf(int unit) => rows.Partners.AsSpan(rows.Start(unit)..rows.End(unit));

    /// <summary>For each of <see cref="PartnersOf"/>, how likely both state the same.</summary>
    public ReadOnlySpan<double> LikelyOf(int unit) => _spread.AsSpan(rows.Start(unit)..rows.End(unit));

    /// <summary>How likely two clauses state the same; 0 where they were not compared.</summary>
    public double Of(int one, int other) => rows.Find(one, other) is >= 0 and int at ? _spread[at] : 0;

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<(int Left, int Right), double>> GetEnumerator()
    {
        for (int i = 0; i < likely.Length; i++)
            yield return new(rows.Pairs[i], likely[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
