using System.Globalization;

namespace Lesart.Evaluation;

/// <summary>How well pairs that belong together rank before all others, and how many of them were proposed at all.</summary>
internal sealed class PairRanking
{
    private readonly List<(double Odds, bool IsPositive)> _pairs = [];
    private int _positives;

    /// <summary>Adds pairs that were proposed.</summary>
    /// <param name="pairs">Log odds, and whether the pair belongs together.</param>
    /// <param name="positives">Pairs that belong together, proposed or not.</param>
    public void Add(IEnumerable<(double Odds, bool IsPositive)> pairs, int positives)
    {
        _pairs.AddRange(pairs);
        _positives += positives;
    }

    /// <summary>Adds the pairs of another ranking.</summary>
    public void Add(PairRanking other) => Add(other._pairs, other._positives);

    /// <summary>The mean precision at each pair that belongs together, from 0 to 1; one that was not proposed counts 0.</summary>
    public double AveragePrecision()
    {
        double sum = 0;
        int seen = 0, right = 0;
        foreach ((_, bool isPositive) in _pairs.OrderByDescending(static pair => pair.Odds).ThenBy(static pair => pair.IsPositive))
        {
            seen++;
            if (isPositive)
                sum += (double)++right / seen;
        }

        return sum / Math.Max(1, _positives);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        int proposed = _pairs.Count(static pair => pair.IsPositive);
        return string.Create(CultureInfo.InvariantCulture, $"proposed {100.0 * proposed / Math.Max(1, _positives):0.0} ({proposed}/{_positives}) among {_pairs.Count}, average precision {100 * AveragePrecision():0.0}");
    }
}
