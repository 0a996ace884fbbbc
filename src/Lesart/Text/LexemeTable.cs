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
    private FormCache.Place[] _forms;
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
        _forms = ArrayPool<FormCache.Place>.Shared.Rent(size);
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
            FormCache.Place known = _forms[number - 1];
            if (known.Key == key && form.SequenceEqual(_text.Slice(known.Start, known.Length)))
                return number - 1;
        }

        _forms[_count] = new FormCache.Place(start, end - start, key);
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
            all[i] = _forms[i].Key;
        keys = ImmutableCollectionsMarshal.AsImmutableArray(all);
        return ImmutableCollectionsMarshal.AsImmutableArray(cache.GetAll(_text, _forms.AsSpan(0, _count)));
    }

    public readonly void Dispose()
    {
        ArrayPool<int>.Shared.Return(_slots);
        ArrayPool<FormCache.Place>.Shared.Return(_forms);
    }

    private void Grow()
    {
        int size = (_mask + 1) * 2;
        int[] slots = ArrayPool<int>.Shared.Rent(size);
        FormCache.Place[] forms = ArrayPool<FormCache.Place>.Shared.Rent(size);
        slots.AsSpan(0, size).Clear();
        _forms.AsSpan(0, _count).CopyTo(forms);
        for (int i = 0; i < _count; i++)
        {
            int slot = (int)forms[i].Key & (size - 1);
            while (slots[slot] != 0)
                slot = (slot + 1) & (size - 1);
            slots[slot] = i + 1;
        }

        Dispose();
        (_slots, _forms, _mask) = (slots, forms, size - 1);
    }
}
