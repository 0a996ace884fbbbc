using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>A table of weights of which most rows hold nothing: only the others are kept, found by counting bits (Jacobson's rank, 1989).</summary>
/// <remarks>Summing rows that lie anywhere in memory waits for memory. So the bits, which fit in the processor's nearest caches, tell first which rows there are, and these lie close together.</remarks>
internal sealed class SparseRows
{
    private readonly int _width;
    // of each 32 rows: which of them are kept, a bit each, and above the bits how many came before
    private readonly ulong[] _blocks;
    private AlignedWeights _weights;
    private int _last = -1;

    /// <summary>A table without rows.</summary>
    /// <param name="rows">How many rows it has room for: a power of two from 32 on.</param>
    /// <param name="width">Weights in a row: a multiple of 8.</param>
    /// <param name="expected">How many rows to expect that hold something; too many cost nothing, as memory that isn't touched isn't taken.</param>
    public SparseRows(int rows, int width, int expected)
    {
        _width = width;
        _blocks = new ulong[rows / 32];
        _weights = new AlignedWeights(expected * width);
    }

    /// <summary>How many rows hold something.</summary>
    public int Count { get; private set; }

    /// <summary>Adds a row behind those that came before.</summary>
    /// <param name="row">Its number, higher than that of any before.</param>
    /// <param name="weights">One weight a byte.</param>
    public void Add(int row, ReadOnlySpan<byte> weights)
    {
        if (row <= _last || weights.Length != _width)
            throw new ArgumentOutOfRangeException(nameof(row), row, "rows come in order, each of the table's width");
        for (int block = (_last >> 5) + 1; block <= row >> 5; block++)
            _blocks[block] = (ulong)Count << 32;
        _blocks[row >> 5] |= 1ul << (row & 31);
        if (Count * _width == _weights.Count)
            Grow();
        weights.CopyTo(_weights.Bytes[(Count * _width)..]);
        (_last, Count) = (row, Count + 1);
    }

    /// <summary>Adds all rows that hold something.</summary>
    /// <param name="read">Fills a buffer with the next rows, empty ones too.</param>
    public void AddAll(Action<Span<byte>> read)
    {
        byte[] buffer = new byte[64 * _width];
        for (int first = 0; first < _blocks.Length * 32; first += 64)
        {
            read(buffer);
            for (int row = 0; row < 64; row++)
            {
                ReadOnlySpan<byte> weights = buffer.AsSpan(row * _width, _width);
                if (HoldsAny(weights))
                    Add(first + row, weights);
            }
        }
    }

    /// <summary>Finds the rows that hold something.</summary>
    /// <param name="features">Hashes of features.</param>
    /// <param name="shift">How far they are shifted to the right; the lowest bits of what is left number a row.</param>
    /// <param name="found">Receives where each row's weights begin behind <see cref="First"/>; has room for as many as there are features.</param>
    /// <returns>How many there are; they are asked for.</returns>
    public int Find(ReadOnlySpan<uint> features, int shift, Span<int> found)
    {
        ref ulong blocks = ref MemoryMarshal.GetArrayDataReference(_blocks);
        ref sbyte weights = ref First;
        uint last = (uint)_blocks.Length - 1;
        int count = 0;
        found = found[..features.Length];
        foreach (uint feature in features)
        {
            uint row = feature >> shift;
            ulong block = Unsafe.Add(ref blocks, (row >> 5) & last), bit = 1ul << (int)(row & 31);
            // no branch, which would be guessed wrong half of the time: what isn't there is overwritten by the next
            found[count] = ((int)(block >> 32) + BitOperations.PopCount((uint)block & (bit - 1))) * _width;
            count += (block & bit) != 0 ? 1 : 0;
        }

        foreach (int place in found[..count])
            CacheLine.Prefetch(in Unsafe.Add(ref weights, place));
        return count;
    }

    /// <summary>Says that rows are looked for soon.</summary>
    /// <inheritdoc cref="Find"/>
    public void Prefetch(ReadOnlySpan<uint> features, int shift)
    {
        ref ulong blocks = ref MemoryMarshal.GetArrayDataReference(_blocks);
        uint last = (uint)_blocks.Length - 1;
        foreach (uint feature in features)
            CacheLine.Prefetch(in Unsafe.Add(ref blocks, (feature >> shift >> 5) & last));
    }

    /// <summary>The first weight of all; the places that <see cref="Find"/> gives are counted from it.</summary>
    public ref sbyte First => ref _weights.First;

    private void Grow()
    {
        AlignedWeights larger = new(_weights.Count * 2);
        _weights.Bytes.CopyTo(larger.Bytes);
        _weights = larger;
    }

    private static bool HoldsAny(ReadOnlySpan<byte> weights)
    {
        ulong any = 0;
        for (; weights.Length > 0; weights = weights[sizeof(ulong)..])
            any |= BinaryPrimitives.ReadUInt64LittleEndian(weights);
        return any != 0;
    }
}
