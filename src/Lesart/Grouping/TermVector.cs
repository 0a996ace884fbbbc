namespace Lesart.Grouping;

/// <summary>Weights by term, sorted by term. Never changed once made.</summary>
internal sealed class TermVector
{
    public static TermVector Empty { get; } = new([], []);

    private readonly int[] _terms;
    private readonly float[] _weights;

    private TermVector(int[] terms, float[] weights)
    {
        _terms = terms;
        _weights = weights;
        double sum = 0;
        foreach (float weight in weights)
            sum += (double)weight * weight;
        Norm = Math.Sqrt(sum);
    }

    public double Norm { get; }

    public int Count => _terms.Length;

    public ReadOnlySpan<int> Terms => _terms;

    public ReadOnlySpan<float> Weights => _weights;

    /// <summary>A vector of a given length; the empty one where nothing weighs anything.</summary>
    public static TermVector Of(double length, Dictionary<int, float> weights)
    {
        double sum = 0;
        int[] terms = [.. weights.Where(static pair => pair.Value > 0).Select(static pair => pair.Key).Order()];
        foreach (int term in terms)
            sum += (double)weights[term] * weights[term];
        if (sum <= 0)
            return Empty;
        double norm = Math.Sqrt(sum) / length;
        return new TermVector(terms, [.. terms.Select(term => (float)(weights[term] / norm))]);
    }

    /// <summary>Each term with weight 1; they must differ.</summary>
    public static TermVector Ones(IEnumerable<int> terms)
    {
        int[] sorted = [.. terms.Order()];
        float[] ones = new float[sorted.Length];
        Array.Fill(ones, 1);
        return new TermVector(sorted, ones);
    }

    /// <summary>The sum of two vectors; the <paramref name="maxTerms"/> heaviest terms stay, ties by the smaller term.</summary>
    public static TermVector Sum(TermVector left, TermVector right, int maxTerms)
    {
        if (left.Count == 0)
            return right;
        if (right.Count == 0)
            return left;
        int[] terms = new int[left.Count + right.Count];
        float[] weights = new float[terms.Length];
        int count = 0;
        for (int i = 0, j = 0; i < left.Count || j < right.Count; count++)
        {
            if (j == right.Count || (i < left.Count && left._terms[i] < right._terms[j]))
                (terms[count], weights[count]) = (left._terms[i], left._weights[i++]);
            else if (i == left.Count || right._terms[j] < left._terms[i])
                (terms[count], weights[count]) = (right._terms[j], right._weights[j++]);
            else
                (terms[count], weights[count]) = (left._terms[i], left._weights[i++] + right._weights[j++]);
        }

        if (count <= maxTerms)
            return new TermVector(terms[..count], weights[..count]);
        float[] sorted = weights[..count];
        Array.Sort(sorted);
        float least = sorted[count - maxTerms];
        int ties = Array.LastIndexOf(sorted, least) - (count - maxTerms) + 1, kept = 0; // how many of the least may stay
        for (int i = 0; i < count; i++)
        {
            if (weights[i] > least || (weights[i] == least && ties-- > 0))
                (terms[kept], weights[kept++]) = (terms[i], weights[i]);
        }

        return new TermVector(terms[..kept], weights[..kept]);
    }

    /// <summary>The product of the two directions, from 0 to 1.</summary>
    public double Cosine(TermVector other)
    {
        if (Norm <= 0 || other.Norm <= 0)
            return 0;
        return Dot(other) / (Norm * other.Norm);
    }

    public double Dot(TermVector other)
    {
        double dot = 0;
        int[] mine = _terms, theirs = other._terms;
        for (int i = 0, j = 0; i < mine.Length && j < theirs.Length;)
        {
            if (mine[i] < theirs[j])
                i++;
            else if (mine[i] > theirs[j])
                j++;
            else
                dot += (double)_weights[i++] * other._weights[j++];
        }

        return dot;
    }
}
