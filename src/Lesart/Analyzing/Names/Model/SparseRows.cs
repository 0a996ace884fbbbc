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
    private readonly LargeArray<ulong> _blocks;
    private readonly AlignedWeights _weights;

    private SparseRows(int width, LargeArray<ulong> blocks, AlignedWeights weights) => (_width, _blocks, _weights) = (width, blocks, weights);

    /// <summary>How many rows hold something.</summary>
    public int Count => _weights.Count / _width;

    /// <summary>Reads what <see cref="Write"/> wrote, straight to where it stays.</summary>
    /// <param name="stream">Stands at the table.</param>
    /// <param name="rows">How many rows the table has, empty ones too: a power of two from 32 on.</param>
    /// <param name="width">Weights in a row.</param>
    /// <exception cref="EndOfStreamException">The table is cut off.</exception>
    public static SparseRows Read(Stream stream, int rows, int width)
    {
        LargeArray<ulong> blocks = new(rows / 32);
        LargeArray<byte> bits = new(rows / 8);
        stream.ReadExactly(bits.Span);
        int count = 0;
        for (int i = 0; i < blocks.Length; i++)
        {
            uint kept = BinaryPrimitives.ReadUInt32LittleEndian(bits.Span[(i * sizeof(uint))..]);
            blocks[i] = ((ulong)count << 32) | kept;
            count += BitOperations.PopCount(kept);
        }

        GC.KeepAlive(bits);
        AlignedWeights weights = new(count * width);
        stream.ReadExactly(weights.Bytes);
        GC.KeepAlive(weights);
        return new SparseRows(width, blocks, weights);
    }

    /// <summary>Writes a bit for each row that holds something, lowest first, then the weights of these rows, a byte each.</summary>
    /// <param name="stream">Receives them.</param>
    /// <param name="weights">The weights of all rows, empty ones too.</param>
    /// <param name="width">Weights in a row.</param>
    public static void Write(Stream stream, ReadOnlySpan<sbyte> weights, int width)
    {
        byte[] bits = new byte[weights.Length / width / 8];
        for (int row = 0; row * width < weights.Length; row++)
            bits[row >> 3] |= (byte)((weights.Slice(row * width, width).ContainsAnyExcept((sbyte)0) ? 1 : 0) << (row & 7));
        stream.Write(bits);
        for (int row = 0; row * width < weights.Length; row++)
        {
            if ((bits[row >> 3] >> (row & 7) & 1) != 0)
                stream.Write(MemoryMarshal.AsBytes(weights.Slice(row * width, width)));
        }
    }

    /// <summary>Finds the rows that hold something.</summary>
    /// <param name="features">Hashes of features.</param>
    /// <param name="shift">How far they are shifted to the right; the lowest bits of what is left number a row.</param>
    /// <param name="found">Receives where each row's weights begin behind <see cref="First"/>; has room for as many as there are features.</param>
    /// <returns>How many there are; they are asked for.</returns>
    public int Find(ReadOnlySpan<uint> features, int shift, Span<int> found)
    {
        ref ulong blocks = ref _blocks.First;
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
        GC.KeepAlive(this);
        return count;
    }

    /// <summary>Says that rows are looked for soon.</summary>
    /// <inheritdoc cref="Find"/>
    public void Prefetch(ReadOnlySpan<uint> features, int shift)
    {
        ref ulong blocks = ref _blocks.First;
        uint last = (uint)_blocks.Length - 1;
        foreach (uint feature in features)
            CacheLine.Prefetch(in Unsafe.Add(ref blocks, (feature >> shift >> 5) & last));
        GC.KeepAlive(this);
    }

    /// <summary>The first weight of all; the places that <see cref="Find"/> gives are counted from it. The table is to be kept alive while they are read.</summary>
    public ref sbyte First => ref _weights.First;
}
