using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lesart.Text;

/// <summary>A bounded table of what is kept of forms, by a key of each form, without locks.</summary>
/// <remarks>Each key has one of a few neighbouring places (set-associative: keys that fall on one set do not drive each other out). Keys lie by themselves, close together, so that a look-up asks memory for
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

    /// <summary>Keeps an entry, in the place of another where the set is full.</summary>
    public void Keep(uint key, T entry)
    {
        int first = FirstOf(key);
        Span<T?> set = _entries.AsSpan(first, Ways);
        int way = 0;
        while (way < Ways && set[way] is not null && _keys[first + way] != key)
            way++;
        // the key's highest bits: the set took the lowest
        way = way < Ways ? way : (int)(key >> 28);
        _keys[first + way] = key;
        set[way] = entry;
    }

    private static int FirstOf(uint key) => (int)(key & ((1 << SetBits) - 1)) * Ways;
}
