namespace Lesart.Collating;

/// <summary>Numbers that are looked up often and found seldom: a bit tells of most that they are not there (Bloom, 1970, with one hash).</summary>
internal sealed class KeySet
{
    private const int Bits = 1024;
    private const int HashShift = 22; // leaves the bits of a place

    private readonly int[] _keys;
    private readonly ulong[] _bits = new ulong[Bits / 64];

    /// <summary>A set of numbers.</summary>
    /// <param name="keys">Sorted; one may stand there several times.</param>
    public KeySet(int[] keys)
    {
        _keys = keys;
        foreach (int key in keys)
        {
            int bit = BitOf(key);
            _bits[bit >> 6] |= 1UL << bit;
        }
    }

    /// <summary>The numbers, sorted.</summary>
    public ReadOnlySpan<int> Keys => _keys;

    /// <summary>Where a number first stands among <see cref="Keys"/>; -1 where it does not.</summary>
    public int IndexOf(int key)
    {
        int bit = BitOf(key);
        if (((_bits[bit >> 6] >> bit) & 1) == 0)
            return -1;
        int low = 0, high = _keys.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (_keys[middle] < key)
                low = middle + 1;
            else
                high = middle;
        }

        return low < _keys.Length && _keys[low] == key ? low : -1;
    }

    private static int BitOf(int key) => (int)(unchecked((uint)key * 2654435769) >> HashShift);
}
