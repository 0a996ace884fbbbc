using System.Runtime.InteropServices;

namespace Lesart.Text;

/// <summary>A number for each of many keys of 64 bits, in one plain table: quick to fill when a process starts.</summary>
/// <remarks>Open addressing with linear probing. Words are known by their hash alone: among 200,000 of them a word that is not there is taken for one of them once in 10^14 times,
/// and a test sees to it that those of the tables differ. No key is 0.</remarks>
internal sealed class HashTable
{
    private const int Least = 16;

    private readonly bool _isCompiled;
    private LargeMemory _memory;

    /// <summary>A table with room for about so many keys; it grows where there are more.</summary>
    public HashTable(int expected) => _memory = Empty(Math.Max(Least, 2 * expected));

    /// <summary>The next table of a file, where no key can be added.</summary>
    public HashTable(TableFile file) => (_memory, _isCompiled) = (file.Next(), true);

    [StructLayout(LayoutKind.Sequential, Pack = sizeof(int))]
    private struct Slot
    {
        public const int Bytes = sizeof(ulong) + sizeof(int);

        public ulong Key;
        public int Value;
    }

    /// <summary>How many keys were added.</summary>
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
        if (_isCompiled)
            throw new InvalidOperationException("a table of a file is complete");
        if (Count * 2 >= Slots.Length)
            Resize(2 * Slots.Length);
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
    public void Prefetch(ulong key) => CacheLine.Prefetch(in Slots[FirstOf(key, Slots.Length)].Key);

    /// <summary>Writes the table, with a quarter of its places empty.</summary>
    public void Write(TableWriter file)
    {
        Resize(Math.Max(Least, Count * 4 / 3));
        file.Add<Slot>(Slots);
        GC.KeepAlive(this);
    }

    // the upper half of the key's product says where it belongs, from 0 to the last place
    private static int FirstOf(ulong key, int length) => (int)(((key * 0x9E3779B97F4A7C15) >> 32) * (uint)length >> 32);

    private ref Slot SlotOf(ulong key)
    {
        Span<Slot> slots = Slots;
        int at = FirstOf(key, slots.Length);
        while (slots[at].Key != key && slots[at].Key != 0)
            at = at + 1 == slots.Length ? 0 : at + 1;
        return ref slots[at];
    }

    private static LargeMemory Empty(int length) => LargeMemory.Of(Slot.Bytes * length);

    private void Resize(int length)
    {
        LargeMemory before = _memory;
        _memory = Empty(length);
        foreach (Slot slot in MemoryMarshal.Cast<byte, Slot>(before.Bytes))
        {
            if (slot.Key != 0)
                SlotOf(slot.Key) = slot;
        }

        GC.KeepAlive(before);
    }
}
