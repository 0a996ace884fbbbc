using Lesart.Collating;

namespace Lesart.Evaluation;

/// <summary>Fits boosted regression trees to the logistic loss: each tree takes the steps of Newton's method that the ones before left, and grows where that gains most. The same rows give the same trees.</summary>
/// <remarks>Gradient boosting (Friedman, 2001) with histograms of binned features and leaf-wise growth (Ke and others, 2017). No row is drawn by chance.</remarks>
internal sealed class TreeBoosting
{
    private const int Trees = 120;
    private const int Leaves = 16;
    private const int MinRows = 80; // of a leaf
    private const int MaxBins = 255;
    private const double Rate = 0.12;
    private const double Penalty = 5; // of squared leaf values

    private readonly bool[] _isPositive;
    private readonly double[][] _bars; // by feature: the greatest value of each bin but the last
    private readonly byte[][] _bins; // by feature and row
    private readonly double[] _odds; // by row, as the next two
    private readonly float[] _gradients;
    private readonly float[] _curvatures;

    private TreeBoosting(IReadOnlyList<(double[] Features, bool IsPositive)> rows, bool[] used)
    {
        _isPositive = [.. rows.Select(static row => row.IsPositive)];
        (_bars, _bins) = (new double[used.Length][], new byte[used.Length][]);
        Parallel.For(0, used.Length, feature =>
        {
            double[] values = [.. rows.Select(row => row.Features[feature])];
            _bars[feature] = used[feature] ? BarsOf(values) : [];
            _bins[feature] = [.. values.Select(value => (byte)BinOf(_bars[feature], value))];
        });
        (_odds, _gradients, _curvatures) = (new double[rows.Count], new float[rows.Count], new float[rows.Count]);
    }

    /// <summary>The nodes of all trees; the first tree is one leaf with the log odds of any row.</summary>
    /// <param name="rows">Features and whether the row is positive.</param>
    /// <param name="used">For each feature, whether it takes part.</param>
    public static List<ClauseTreeNode> Fit(IReadOnlyList<(double[] Features, bool IsPositive)> rows, bool[] used)
    {
        TreeBoosting boosting = new(rows, used);
        double part = rows.Count(static row => row.IsPositive) / (double)rows.Count, any = Math.Log(part / (1 - part));
        Array.Fill(boosting._odds, any);
        List<ClauseTreeNode> nodes = [new(any)];
        for (int i = 0; i < Trees; i++)
            boosting.Grow(nodes);
        return nodes;
    }

    /// <summary>Bars between values that are told apart: all of them where they are few, else such that bins hold about as many rows.</summary>
    private static double[] BarsOf(double[] values)
    {
        double[] sorted = [.. values.Order()], distinct = [.. sorted.Distinct()];
        if (distinct.Length <= MaxBins)
            return [.. distinct.Zip(distinct.Skip(1), static (one, next) => (one + next) / 2)];
        return [.. Enumerable.Range(1, MaxBins - 1).Select(bin => sorted[(int)((long)bin * sorted.Length / MaxBins)]).Distinct()];
    }

    private static int BinOf(double[] bars, double value)
    {
        int at = Array.BinarySearch(bars, value);
        return at >= 0 ? at : ~at;
    }

    private void Grow(List<ClauseTreeNode> nodes)
    {
        for (int i = 0; i < _odds.Length; i++)
        {
            double likely = Logistic.Of(_odds[i]);
            (_gradients[i], _curvatures[i]) = ((float)((_isPositive[i] ? 1 : 0) - likely), (float)(likely * (1 - likely)));
        }

        Leaf root = new([.. Enumerable.Range(0, _odds.Length)]);
        Count(root);
        FindSplit(root);
        List<Leaf> leaves = [root];
        while (leaves.Count < Leaves && leaves.MaxBy(static leaf => leaf.Gain) is { Gain: > 0 } best)
        {
            leaves.Remove(best);
            byte[] bins = _bins[best.Feature];
            (best.Below, best.Above) = (new Leaf([.. best.Rows.Where(row => bins[row] <= best.Bin)]), new Leaf([.. best.Rows.Where(row => bins[row] > best.Bin)]));
            (Leaf fewer, Leaf more) = best.Below.Rows.Length <= best.Above.Rows.Length ? (best.Below, best.Above) : (best.Above, best.Below);
            Count(fewer);
            more.Bins = best.Bins!; // counted when it became a leaf
            Parallel.For(0, _bins.Length, feature =>
            {
                for (int bin = 0; bin < more.Bins[feature].Length; bin++)
                    more.Bins[feature][bin] = more.Bins[feature][bin].Without(fewer.Bins![feature][bin]);
            });
            best.Bins = null;
            FindSplit(fewer);
            FindSplit(more);
            leaves.AddRange([fewer, more]);
        }

        foreach (Leaf leaf in leaves)
        {
            foreach (int row in leaf.Rows)
                _odds[row] += leaf.Value;
        }

        Write(root);

        void Write(Leaf leaf)
        {
            int at = nodes.Count;
            nodes.Add(new(leaf.Value));
            if (leaf.Below is null || leaf.Above is null)
                return;
            Write(leaf.Below);
            nodes[at] = new(leaf.Value, (PairFeature)leaf.Feature, _bars[leaf.Feature][leaf.Bin], nodes.Count - at);
            Write(leaf.Above);
        }
    }

    private void Count(Leaf leaf)
    {
        Sum[][] sums = new Sum[_bins.Length][];
        Parallel.For(0, _bins.Length, feature =>
        {
            Sum[] of = sums[feature] = new Sum[_bars[feature].Length == 0 ? 0 : _bars[feature].Length + 1];
            byte[] bins = _bins[feature];
            if (of.Length == 0)
                return;
            foreach (int row in leaf.Rows)
                of[bins[row]].Add(_gradients[row], _curvatures[row]);
        });
        leaf.Bins = sums;
    }

    private void FindSplit(Leaf leaf)
    {
        Sum all = default;
        foreach (int row in leaf.Rows)
            all.Add(_gradients[row], _curvatures[row]);
        leaf.Value = Rate * all.Gradient / (all.Curvature + Penalty);
        if (leaf.Rows.Length < 2 * MinRows)
            return;
        (double Gain, int Bin)[] best = new (double, int)[_bins.Length];
        Parallel.For(0, _bins.Length, feature =>
        {
            Sum below = default;
            Sum[] bins = leaf.Bins![feature]; // counted before
            for (int bin = 0; bin + 1 < bins.Length; bin++)
            {
                below.Add(bins[bin]);
                Sum above = all.Without(below);
                if (below.Rows < MinRows || above.Rows < MinRows)
                    continue;
                double gain = below.Score + above.Score - all.Score;
                if (gain > best[feature].Gain)
                    best[feature] = (gain, bin);
            }
        });
        for (int feature = 0; feature < best.Length; feature++)
        {
            if (best[feature].Gain > leaf.Gain)
                (leaf.Gain, leaf.Feature, leaf.Bin) = (best[feature].Gain, feature, best[feature].Bin);
        }
    }

    private sealed class Leaf(int[] rows)
    {
        public int[] Rows { get; } = rows;

        public Sum[][]? Bins { get; set; } // by feature; null once it is split

        public double Value { get; set; }

        public double Gain { get; set; }

        public int Feature { get; set; }

        public int Bin { get; set; }

        public Leaf? Below { get; set; }

        public Leaf? Above { get; set; }
    }

    /// <summary>What rows add up to.</summary>
    private struct Sum
    {
        public double Gradient { get; private set; }

        public double Curvature { get; private set; }

        public int Rows { get; private set; }

        public readonly double Score => Gradient * Gradient / (Curvature + Penalty);

        public void Add(float gradient, float curvature) => (Gradient, Curvature, Rows) = (Gradient + gradient, Curvature + curvature, Rows + 1);

        public void Add(Sum other) => (Gradient, Curvature, Rows) = (Gradient + other.Gradient, Curvature + other.Curvature, Rows + other.Rows);

        public readonly Sum Without(Sum part) => new() { Gradient = Gradient - part.Gradient, Curvature = Curvature - part.Curvature, Rows = Rows - part.Rows };
    }
}
