namespace Lesart.Collating;

/// <summary>Sets that grow together; the smallest member stands for its set.</summary>
internal sealed class UnionFind(int count)
{
    private readonly int[] _parents = [.. Enumerable.Range(0, count)];

    public int Root(int item)
    {
        while (_parents[item] != item)
            item = _parents[item] = _parents[_parents[item]];
        return item;
    }

    public void Join(int left, int right)
    {
        (left, right) = (Root(left), Root(right));
        _parents[Math.Max(left, right)] = Math.Min(left, right);
    }
}
