using System.Globalization;
using System.Runtime.CompilerServices;
using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>Boosted regression trees over the features of two clauses: the table <c>languages/clause-trees.tsv</c>. What one feature says depends on others, which a weighted sum can't tell.</summary>
/// <remarks>Gradient boosting (Friedman, 2001) of the logistic loss; the sum of the leaves that a pair reaches is its log odds.</remarks>
internal sealed class ClauseTrees
{
    private const int Enough = 30; // trees after which a pair is given up that can't become one: over half of all pairs
    private const double Hopeless = -3.3; // log odds by then; of the pairs of 138 stories none that lay below came above -1 with all trees

    private readonly ClauseTreeNode[] _nodes; // tree by tree, each from its root, what is at most the bar right behind its node
    private readonly (float Number, short Feature, short Above)[] _packed; // the same: a leaf's value or an inner node's bar, so small that all trees stay in the cache
    private readonly int[] _roots;

    /// <summary>Trees given directly.</summary>
    /// <param name="nodes">Tree by tree, each from its root.</param>
    public ClauseTrees(IReadOnlyList<ClauseTreeNode> nodes)
    {
        _nodes = [.. nodes];
        _packed = [.. nodes.Select(static node => ((float)(node.Above == 0 ? node.Value : node.AtMost), (short)node.Feature, (short)node.Above))];
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // a story of ten accounts asks thousands of times before it would be compiled for speed
    public double Of(ReadOnlySpan<double> features)
    {
        Span<float> small = stackalloc float[features.Length];
        for (int i = 0; i < small.Length; i++)
            small[i] = (float)features[i];
        double sum = 0;
        ReadOnlySpan<(float Number, short Feature, short Above)> nodes = _packed;
        for (int tree = 0; tree < _roots.Length && !IsGivenUp(tree, sum); tree++)
        {
            int at = _roots[tree];
            while (nodes[at].Above > 0)
                at += small[nodes[at].Feature] <= nodes[at].Number ? 1 : nodes[at].Above;
            sum += nodes[at].Number;
        }

        return sum;
    }

    /// <summary>What each feature adds to <see cref="Of"/>, by <see cref="PairFeature"/>: by how much the mean changes at the nodes that ask for it (Saabas, 2014); what holds of any pair counts for <see cref="PairFeature.Bias"/>.</summary>
    /// <param name="features">By <see cref="PairFeature"/>.</param>
    public double[] Shares(ReadOnlySpan<double> features)
    {
        double[] shares = new double[ClauseWeights.Width];
        double sum = 0;
        for (int tree = 0; tree < _roots.Length && !IsGivenUp(tree, sum); tree++)
        {
            int at = _roots[tree];
            shares[(int)PairFeature.Bias] += _nodes[at].Value;
            for (int next; _nodes[at].Above > 0; at = next)
            {
                next = at + (features[(int)_nodes[at].Feature] <= _nodes[at].AtMost ? 1 : _nodes[at].Above);
                shares[(int)_nodes[at].Feature] += _nodes[next].Value - _nodes[at].Value;
            }

            sum += _nodes[at].Value;
        }

        return shares;
    }

    private static bool IsGivenUp(int tree, double sum) => tree == Enough && sum < Hopeless;

    private int EndOf(int node) => _nodes[node].Above == 0 ? node + 1 : EndOf(node + _nodes[node].Above);
}

/// <summary>A node of a tree.</summary>
/// <param name="Value">Log odds that it adds: of a leaf; of any other node their mean.</param>
/// <param name="Feature">What it asks for.</param>
/// <param name="AtMost">The greatest value of the feature that leads to the next node.</param>
/// <param name="Above">How many nodes farther on the one for greater values stands; 0 for a leaf.</param>
internal readonly record struct ClauseTreeNode(double Value, PairFeature Feature = PairFeature.Bias, double AtMost = 0, int Above = 0);
