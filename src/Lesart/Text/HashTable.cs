using System.Numerics;

namespace Lesart.Text;

/// <summary>A number for each of many keys of 64 bits, in two plain arrays: quick to fill when a process starts.</summary>
/// <remarks>Open addressing with linear probing. Words are known by their hash alone: among 200,000 of them a word that is not there is taken for one of them once in 10^14 times,
/// and a test sees to it that those of the tables differ. No key is 0.</remarks>
internal sealed class HashTable
{
    private ulong[] _keys;
    private int[] _values;
    private int _shift;

    /// <summary>A table with room for about so many keys; it grows where there are more.</summary>
    public HashTable(int expected)
    {
        int bits = BitOperations.Log2((uint)Math.Max(8, expected)) + 2;
        (_keys, _values, _shift) = (new ulong[1 << bits], new int[1 << bits], 64 - bits);
    }

    public int Count { get; private set; }

    /// <summary>A word's key; of letters, not of bytes, and the same in every process.</summary>
    public static ulong KeyOf(ReadOnlySpan<char> word)
    {
        ulong hash = 0xCBF29CE484222325 ^ ((ulong)word.Length << 32);
        foreach (char letter in word)
        {
            hash = (hash ^ letter) * 0x9E3779B97F4A7C15;
            hash ^= hash >> 29;
        }

        return hash | 1;
    }

    /// <summary>The key's number.</summary>
    public bool TryGetValue(ulong key, out int value)
    {
        int slot = SlotOf(key);
        value = _values[slot];
        return _keys[slot] == key;
    }

    /// <summary>A word's number.</summary>
    public bool TryGetValue(ReadOnlySpan<char> word, out int value) => TryGetValue(KeyOf(word), out value);

    /// <summary>The place of a key's number; a new key has 0.</summary>
    /// <returns>A place that is good until the next key comes.</returns>
    public ref int At(ulong key)
    {
        if (Count * 2 >= _keys.Length)
            Grow();
        int slot = SlotOf(key);
        if (_keys[slot] == 0)
        {
            _keys[slot] = key;
            Count++;
        }

        return ref _values[slot];
    }

    /// <summary>The place of a word's number.</summary>
    /// <inheritdoc cref="At(ulong)"/>
    public ref int At(ReadOnlySpan<char> word) => ref At(KeyOf(word));

    /// <summary>Says that a key's number is asked for soon.</summary>
    public void Prefetch(ulong key)
    {
        int slot = (int)(key * 0x9E3779B97F4A7C15 >> _shift);
        CacheLine.Prefetch(in _keys[slot]);
        CacheLine.Prefetch(in _values[slot]);
    }

    private int SlotOf(ulong key)
    {
        int slot = (int)(key * 0x9E3779B97F4A7C15 >> _shift);
        while (_keys[slot] != key && _keys[slot] != 0)
            slot = (slot + 1) & (_keys.Length - 1);
        return slot;
    }

    private void Grow()
    {
        (ulong[] keys, int[] values) = (_keys, _values);
        (_keys, _values) = (new ulong[keys.Length * 2], new int[keys.Length * 2]);
        _shift--;
        for (int i = 0; i < keys.Length; i++)
        {
            if (keys[i] == 0)
                continue;
            int slot = SlotOf(keys[i]);
            (_keys[slot], _values[slot]) = (keys[i], values[i]);
        }
    }
}
