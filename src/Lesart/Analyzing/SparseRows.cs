using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lesart.Analyzing;

/// <summary>A table of weights of which most rows hold nothing: only the others are kept, found by counting bits (Jacobson's rank, 1989).</summary>
/// <remarks>Summing rows that lie anywhere in memory waits for memory. So the bits, which fit in the processor's nearest caches, tell first which rows there are, and these lie close together.</remarks>
internal sealed class SparseRows
{
    private readonly int _width;
    private readonly ulong[] _isKept;
    private readonly int[] _keptBefore;
    private AlignedWeights _weights;
    private int _last = -1;

    /// <summary>A table without rows.</summary>
    /// <param name="rows">How many rows it has room for: a multiple of 64.</param>
    /// <param name="width">Weights in a row: a multiple of 8.</param>
    /// <param name="expected">How many rows to expect that hold something; too many cost nothing, as memory that isn't touched isn't taken.</param>
    public SparseRows(int rows, int width, int expected)
    {
        _width = width;
        _isKept = new ulong[rows / 64];
        _keptBefore = new int[rows / 64];
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
        for (int block = (_last >> 6) + 1; block <= row >> 6; block++)
            _keptBefore[block] = Count;
        _isKept[row >> 6] |= 1ul << (row & 63);
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
        for (int first = 0; first < _isKept.Length * 64; first += 64)
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
    /// <returns>How many there are.</returns>
    public int Find(ReadOnlySpan<uint> features, int shift, Span<int> found)
    {
        ref ulong isKept = ref MemoryMarshal.GetArrayDataReference(_isKept);
        ref int keptBefore = ref MemoryMarshal.GetArrayDataReference(_keptBefore);
        uint blocks = (uint)_isKept.Length - 1;
        int count = 0;
        found = found[..features.Length];
        foreach (uint feature in features)
        {
            uint row = feature >> shift, block = (row >> 6) & blocks;
            ulong bits = Unsafe.Add(ref isKept, block), bit = 1ul << (int)(row & 63);
            // no branch, which would be guessed wrong half of the time: what isn't there is overwritten by the next
            found[count] = (Unsafe.Add(ref keptBefore, block) + BitOperations.PopCount(bits & (bit - 1))) * _width;
            count += (bits & bit) != 0 ? 1 : 0;
        }

        return count;
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
