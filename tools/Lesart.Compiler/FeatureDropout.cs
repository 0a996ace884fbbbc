namespace Lesart.Compiler;

/// <summary>Leaves out a share of a decision's features, other ones each time, so that none is leaned on alone. The same calls give the same choices.</summary>
internal sealed class FeatureDropout(float share)
{
    private readonly uint _limit = (uint)(share * uint.MaxValue);
    private uint _state = 12345;

    public void Thin(ReadOnlySpan<int> rows, List<int> kept)
    {
        kept.Clear();
        foreach (int row in rows)
        {
            _state ^= _state << 13;
            _state ^= _state >> 17;
            _state ^= _state << 5;
            if (_state >= _limit)
                kept.Add(row);
        }
    }

    /// <summary>An order of examples that is fixed and differs from round to round.</summary>
    public static int[] Order(int count, int round) =>
        [.. Enumerable.Range(0, count).OrderBy(i => (((uint)i * 2654435761u) + ((uint)round * 40503u)) * 2246822519u)];
}
