using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lesart.Text;

/// <summary>A bounded table of what is kept of forms, by a key of each form, without locks.</summary>
/// <remarks>Each key has one of a few neighbouring places (set-associative: keys that fall on one set do not drive each other out), or where those are taken one of a few others. Keys lie by themselves, close together, so that a look-up asks memory for
/// one entry only. Threads may overwrite one another's entries, and two forms may have one key: whoever asks makes sure that the entry is of its form.</remarks>
internal sealed class FormSets<T> where T : class
{
    private const int Ways = 16;
    private const int SetBits = 11;

    private readonly uint[] _keys = new uint[Ways << SetBits];
    private readonly T?[] _entries = new T?[Ways << SetBits];

    /// <summary>Says that a key's place is asked for soon.</summary>
    public void Prefetch(uint key) => CacheLine.Prefetch(in _keys[FirstOf(key)], lines: 2);

    /// <summary>Where the key's entry is, if there is one; says that it is read soon.</summary>
    public int PlaceOf(uint key)
    {
        int first = FirstOf(key);
        // no branch, which would be guessed wrong half of the time
        ref uint keys = ref MemoryMarshal.GetArrayDataReference(_keys);
        uint equal = Vector256.Equals(Vector256.LoadUnsafe(ref keys, (nuint)first), Vector256.Create(key)).ExtractMostSignificantBits()
            | Vector256.Equals(Vector256.LoadUnsafe(ref keys, (nuint)first + Ways / 2), Vector256.Create(key)).ExtractMostSignificantBits() << (Ways / 2);
        int place = first + (BitOperations.TrailingZeroCount(equal) & (Ways - 1));
        CacheLine.Prefetch(in _entries[place]);
        return place;
    }

    /// <summary>The entry in a place; null for none.</summary>
    public T? this[int place] => _entries[place];

    /// <summary>What is kept under a key, or anything where nothing is; null for nothing.</summary>
    public T? Find(uint key) => _entries[PlaceOf(key)];

    /// <summary>What is kept under a key away from <see cref="PlaceOf"/>, because all places there were taken; null for nothing.</summary>
    public T? FindElsewhere(uint key)
    {
        int first = SecondOf(key), way = _keys.AsSpan(first, Ways).IndexOf(key);
        return way < 0 ? null : _entries[first + way];
    }

    /// <summary>Keeps an entry, in the place of another where both of its sets are full.</summary>
    public void Keep(uint key, T entry)
    {
        if (TryKeep(FirstOf(key), key, entry) || TryKeep(SecondOf(key), key, entry))
            return;
        // the key's highest bits: the set took the lowest
        int place = FirstOf(key) + (int)(key >> 28);
        _keys[place] = key;
        _entries[place] = entry;
    }

    private bool TryKeep(int first, uint key, T entry)
    {
        Span<T?> set = _entries.AsSpan(first, Ways);
        int way = 0;
        while (way < Ways && set[way] is not null && _keys[first + way] != key)
            way++;
        if (way == Ways)
            return false;
        _keys[first + way] = key;
        set[way] = entry;
        return true;
    }

    private static int FirstOf(uint key) => (int)(key & ((1 << SetBits) - 1)) * Ways;

    private static int SecondOf(uint key) => (int)(key * 0x9E3779B1 >> (32 - SetBits)) * Ways;
}
