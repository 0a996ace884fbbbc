using System.Runtime.InteropServices;

namespace Lesart.Text;

/// <summary>A number for each of many keys of 64 bits, in one plain table: quick to fill when a process starts.</summary>
/// <remarks>Open addressing with linear probing. Words are known by their hash alone: among 200,000 of them a word that is not there is taken for one of them once in 10^14 times,
/// and a test sees to it that those of the tables differ. No key is 0.</remarks>
internal sealed class HashTable
{
    private LargeMemory _memory;
    private int _shift;

    /// <summary>A table with room for about so many keys; it grows where there are more.</summary>
    public HashTable(int expected)
    {
        int bits = 4;
        while (1 << bits < 2 * expected)
            bits++;
        _memory = Empty(bits);
    }

    [StructLayout(LayoutKind.Sequential, Pack = sizeof(int))]
    private struct Slot
    {
        public const int Bytes = sizeof(ulong) + sizeof(int);

        public ulong Key;
        public int Value;
    }

    public int Count { get; private set; }

    private Span<Slot> Slots => MemoryMarshal.Cast<byte, Slot>(_memory.Bytes);

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
        ref Slot slot = ref SlotOf(key);
        value = slot.Value;
        bool isKnown = slot.Key == key;
        GC.KeepAlive(this);
        return isKnown;
    }

    /// <summary>A word's number.</summary>
    public bool TryGetValue(ReadOnlySpan<char> word, out int value) => TryGetValue(KeyOf(word), out value);

    /// <summary>The place of a key's number; a new key has 0.</summary>
    /// <returns>A place that is good until the next key comes, and as long as the table is there.</returns>
    public ref int At(ulong key)
    {
        if (Count * 2 >= 1 << (64 - _shift))
            Grow();
        ref Slot slot = ref SlotOf(key);
        if (slot.Key == 0)
        {
            slot.Key = key;
            Count++;
        }

        return ref slot.Value;
    }

    /// <summary>The place of a word's number.</summary>
    /// <inheritdoc cref="At(ulong)"/>
    public ref int At(ReadOnlySpan<char> word) => ref At(KeyOf(word));

    /// <summary>Says that a key's number is asked for soon.</summary>
    public void Prefetch(ulong key) => CacheLine.Prefetch(in Slots[FirstOf(key)].Key);

    private int FirstOf(ulong key) => (int)(key * 0x9E3779B97F4A7C15 >> _shift);

    private ref Slot SlotOf(ulong key)
    {
        Span<Slot> slots = Slots;
        int at = FirstOf(key);
        while (slots[at].Key != key && slots[at].Key != 0)
            at = (at + 1) & (slots.Length - 1);
        return ref slots[at];
    }

    private LargeMemory Empty(int bits)
    {
        _shift = 64 - bits;
        return LargeMemory.Of(Slot.Bytes << bits);
    }

    private void Grow()
    {
        LargeMemory before = _memory;
        _memory = Empty(64 - _shift + 1);
        foreach (Slot slot in MemoryMarshal.Cast<byte, Slot>(before.Bytes))
        {
            if (slot.Key != 0)
                SlotOf(slot.Key) = slot;
        }

        GC.KeepAlive(before);
    }
}
