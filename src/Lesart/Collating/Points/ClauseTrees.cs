using System.Globalization;
using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>Boosted regression trees over the features of two clauses: the table <c>languages/clause-trees.tsv</c>. What one feature says depends on others, which a weighted sum can't tell.</summary>
/// <remarks>Gradient boosting (Friedman, 2001) of the logistic loss; the sum of the leaves that a pair reaches is its log odds.</remarks>
internal sealed class ClauseTrees
{
    private readonly ClauseTreeNode[] _nodes; // tree by tree, each from its root, what is at most the bar right behind its node
    private readonly int[] _roots;

    /// <summary>Trees given directly.</summary>
    /// <param name="nodes">Tree by tree, each from its root.</param>
    public ClauseTrees(IReadOnlyList<ClauseTreeNode> nodes)
    {
        _nodes = [.. nodes];
        List<int> roots = [];
        for (int root = 0; root < _nodes.Length; root = EndOf(root))
            roots.Add(root);
        _roots = [.. roots];
    }

    /// <summary>Reads the table.</summary>
    /// <exception cref="DataException">A row can't be used.</exception>
    public static ClauseTrees Read(DataFolder languages)
    {
        Dictionary<string, PairFeature> features = Enum.GetValues<PairFeature>().ToDictionary(FeatureTable<PairFeature>.NameOf, StringComparer.Ordinal);
        DataRow[] rows = [.. languages.Rows("clause-trees.tsv")];
        return new([.. rows.Select((row, at) => NodeOf(row, at, rows.Length))]);

        ClauseTreeNode NodeOf(DataRow row, int at, int count)
        {
            double value = NumberOf(row, 0);
            if (row.Cells.Count < 2)
                return new(value);
            if (!features.TryGetValue(row[1], out PairFeature feature))
                throw row.Error($"'{row[1]}' is no feature of two clauses");
            if (!int.TryParse(row[3], NumberStyles.None, CultureInfo.InvariantCulture, out int above) || above < 2 || at + above >= count)
                throw row.Error("expected how many rows farther on the node for more stands");
            return new(value, feature, NumberOf(row, 2), above);
        }

        static double NumberOf(DataRow row, int column) => double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : throw row.Error("expected a number");
    }

    /// <summary>Log odds that two clauses state the same.</summary>
    /// <param name="features">By <see cref="PairFeature"/>.</param>
    public double Of(ReadOnlySpan<double> features)
    {
        double sum = 0;
        ReadOnlySpan<ClauseTreeNode> nodes = _nodes;
        foreach (int root in _roots)
        {
            int at = root;
            while (nodes[at].Above > 0)
                at += features[(int)nodes[at].Feature] <= nodes[at].AtMost ? 1 : nodes[at].Above;
            sum += nodes[at].Value;
        }

        return sum;
    }

    /// <summary>What each feature adds to <see cref="Of"/>, by <see cref="PairFeature"/>: by how much the mean changes at the nodes that ask for it (Saabas, 2014); what holds of any pair counts for <see cref="PairFeature.Bias"/>.</summary>
    /// <param name="features">By <see cref="PairFeature"/>.</param>
    public double[] Shares(ReadOnlySpan<double> features)
    {
        double[] shares = new double[ClauseWeights.Width];
        foreach (int root in _roots)
        {
            shares[(int)PairFeature.Bias] += _nodes[root].Value;
            for (int at = root, next; _nodes[at].Above > 0; at = next)
            {
                next = at + (features[(int)_nodes[at].Feature] <= _nodes[at].AtMost ? 1 : _nodes[at].Above);
                shares[(int)_nodes[at].Feature] += _nodes[next].Value - _nodes[at].Value;
            }
        }

        return shares;
    }

    private int EndOf(int node) => _nodes[node].Above == 0 ? node + 1 : EndOf(node + _nodes[node].Above);
}

/// <summary>A node of a tree.</summary>
/// <param name="Value">Log odds that it adds: of a leaf; of any other node their mean.</param>
/// <param name="Feature">What it asks for.</param>
/// <param name="AtMost">The greatest value of the feature that leads to the next node.</param>
/// <param name="Above">How many nodes farther on the one for greater values stands; 0 for a leaf.</param>
internal readonly record struct ClauseTreeNode(double Value, PairFeature Feature = PairFeature.Bias, double AtMost = 0, int Above = 0);
