using System.Buffers;
using System.Collections.Immutable;

namespace Lesart.Text;

/// <summary>The distinct forms of one text. Give it back with <see cref="Dispose"/>.</summary>
internal ref struct LexemeTable
{
    private readonly FormCache _cache;
    private ImmutableArray<string>.Builder _forms;
    private int[] _slots;
    private uint[] _hashes;
    private int _mask;

    /// <summary>A table with room for a text.</summary>
    /// <param name="expected">Tokens to expect.</param>
    /// <param name="cache">Strings already made for other texts.</param>
    public LexemeTable(int expected, FormCache cache)
    {
        int size = (int)uint.RotateLeft(1, 32 - System.Numerics.BitOperations.LeadingZeroCount((uint)Math.Max(64, expected)));
        _cache = cache;
        _forms = ImmutableArray.CreateBuilder<string>(Math.Max(16, expected / 2));
        _slots = ArrayPool<int>.Shared.Rent(size);
        _hashes = ArrayPool<uint>.Shared.Rent(size);
        _slots.AsSpan(0, size).Clear();
        _mask = size - 1;
    }

    /// <summary>The form's number in this text.</summary>
    public int Add(ReadOnlySpan<char> form)
    {
        uint hash = FormCache.Hash(form);
        int slot = (int)hash & _mask;
        for (; _slots[slot] != 0; slot = (slot + 1) & _mask)
        {
            if (_hashes[slot] == hash && form.SequenceEqual(_forms[_slots[slot] - 1]))
                return _slots[slot] - 1;
        }

        _forms.Add(_cache.Get(form, hash));
        _slots[slot] = _forms.Count;
        _hashes[slot] = hash;
        if (_forms.Count * 4 > _mask * 3)
            Grow();
        return _forms.Count - 1;
    }

    /// <summary>All forms by their number.</summary>
    public readonly ImmutableArray<string> ToImmutable() => _forms.DrainToImmutable();

    public readonly void Dispose()
    {
        ArrayPool<int>.Shared.Return(_slots);
        ArrayPool<uint>.Shared.Return(_hashes);
    }

    private void Grow()
    {
        int size = (_mask + 1) * 2;
        int[] slots = ArrayPool<int>.Shared.Rent(size);
        uint[] hashes = ArrayPool<uint>.Shared.Rent(size);
        slots.AsSpan(0, size).Clear();
        for (int i = 0; i <= _mask; i++)
        {
            if (_slots[i] == 0)
                continue;
            int slot = (int)_hashes[i] & (size - 1);
            while (slots[slot] != 0)
                slot = (slot + 1) & (size - 1);
            (slots[slot], hashes[slot]) = (_slots[i], _hashes[i]);
        }

        Dispose();
        (_slots, _hashes, _mask) = (slots, hashes, size - 1);
    }
}
