using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lesart.Text;

/// <summary>A bounded table of what is kept of forms, by a key of each form, without locks.</summary>
/// <remarks>Each key has one of a few neighbouring places (set-associative: keys that fall on one set do not drive each other out). Keys lie by themselves, close together, so that a look-up asks memory for
/// one entry only. Threads may overwrite one another's entries, and two forms may have one key: whoever asks makes sure that the entry is of its form.</remarks>
internal sealed class FormSets<T> where T : class
{
    private const int Ways = 4;
    private const int SetBits = 13;

    private readonly uint[] _keys = new uint[Ways << SetBits];
    private readonly T?[] _entries = new T?[Ways << SetBits];

    /// <summary>Says that a key is looked up soon.</summary>
    public void Prefetch(uint key)
    {
        CacheLine.Prefetch(in _keys[FirstOf(key)]);
        CacheLine.Prefetch(in _entries[FirstOf(key)]);
    }

    /// <summary>What is kept under a key; null for nothing.</summary>
    public T? Find(uint key)
    {
        int first = FirstOf(key);
        // no branch, which would be guessed wrong half of the time
        uint equal = Vector128.Equals(Vector128.LoadUnsafe(ref MemoryMarshal.GetArrayDataReference(_keys), (nuint)first), Vector128.Create(key)).ExtractMostSignificantBits();
        return _entries[first + (BitOperations.TrailingZeroCount(equal) & (Ways - 1))];
    }

    /// <summary>Keeps an entry, in the place of another where the set is full.</summary>
    public void Keep(uint key, T entry)
    {
        int first = FirstOf(key);
        Span<T?> set = _entries.AsSpan(first, Ways);
        int way = 0;
        while (way < Ways && set[way] is not null && _keys[first + way] != key)
            way++;
        // the key's highest bits: the set took the lowest
        way = way < Ways ? way : (int)(key >> 30);
        _keys[first + way] = key;
        set[way] = entry;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int FirstOf(uint key) => (int)(key & ((1 << SetBits) - 1)) * Ways;
}
