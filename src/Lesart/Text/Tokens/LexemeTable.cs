using System.Buffers;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;

namespace Lesart.Text;

/// <summary>The distinct forms of one text. Give it back with <see cref="Dispose"/>.</summary>
internal ref struct LexemeTable
{
    private readonly ReadOnlySpan<char> _text;
    private int[] _slots; // number of a form from 1
    private int[] _starts, _lengths, _keys;
    private int _mask;
    private int _count;

    /// <summary>A table with room for a text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="expected">Tokens to expect.</param>
    public LexemeTable(ReadOnlySpan<char> text, int expected)
    {
        int size = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(64, expected + 1));
        _text = text;
        _slots = ArrayPool<int>.Shared.Rent(size);
        (_starts, _lengths, _keys) = (ArrayPool<int>.Shared.Rent(size), ArrayPool<int>.Shared.Rent(size), ArrayPool<int>.Shared.Rent(size));
        _slots.AsSpan(0, size).Clear();
        _mask = size - 1;
    }

    /// <summary>The number in this text of the form that stands there.</summary>
    public int Add(int start, int end)
    {
        ReadOnlySpan<char> form = _text[start..end];
        uint key = FormCache.Key(form);
        int slot = (int)key & _mask;
        for (; _slots[slot] is > 0 and int number; slot = (slot + 1) & _mask)
        {
            if (_keys[number - 1] == (int)key && form.SequenceEqual(_text.Slice(_starts[number - 1], _lengths[number - 1])))
                return number - 1;
        }

        (_starts[_count], _lengths[_count], _keys[_count]) = (start, end - start, (int)key);
        _slots[slot] = ++_count;
        if (_count * 4 > _mask * 3)
            Grow();
        return _count - 1;
    }

    /// <summary>All forms by their number.</summary>
    /// <param name="cache">Strings already made for other texts.</param>
    /// <param name="keys">Receives their keys.</param>
    public readonly ImmutableArray<string> ToImmutable(FormCache cache, out ImmutableArray<uint> keys)
    {
        uint[] all = new uint[_count];
        for (int i = 0; i < all.Length; i++)
            all[i] = (uint)_keys[i];
        keys = ImmutableCollectionsMarshal.AsImmutableArray(all);
        return ImmutableCollectionsMarshal.AsImmutableArray(cache.GetAll(_text, _starts, _lengths, all));
    }

    public readonly void Dispose()
    {
        ArrayPool<int>.Shared.Return(_slots);
        ArrayPool<int>.Shared.Return(_starts);
        ArrayPool<int>.Shared.Return(_lengths);
        ArrayPool<int>.Shared.Return(_keys);
    }

    private void Grow()
    {
        LexemeTable larger = new(_text, _mask + 1);
        _starts.AsSpan(0, _count).CopyTo(larger._starts);
        _lengths.AsSpan(0, _count).CopyTo(larger._lengths);
        _keys.AsSpan(0, _count).CopyTo(larger._keys);
        for (int i = 0; i < _count; i++)
        {
            int slot = _keys[i] & larger._mask;
            while (larger._slots[slot] != 0)
                slot = (slot + 1) & larger._mask;
            larger._slots[slot] = i + 1;
        }

        larger._count = _count;
        Dispose();
        this = larger;
    }
}
