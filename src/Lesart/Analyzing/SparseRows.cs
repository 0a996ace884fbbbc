using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Lesart.Analyzing;

/// <summary>A table of weights of which most rows hold nothing: only the others are kept, found by counting bits (Jacobson's rank, 1989).</summary>
internal sealed class SparseRows
{
    /// <summary>Weights in a row.</summary>
    public const int Width = 16;

    private readonly ulong[] _isKept;
    private readonly int[] _keptBefore;
    private readonly sbyte[] _weights;

    /// <summary>Reads a table.</summary>
    /// <param name="rows">How many rows it has, empty ones too: a multiple of 64.</param>
    /// <param name="read">Fills a buffer with the next rows, one weight a byte.</param>
    public SparseRows(int rows, Action<Span<byte>> read)
    {
        _isKept = new ulong[rows / 64];
        _keptBefore = new int[rows / 64];
        _weights = new sbyte[rows / 4 * Width];
        byte[] buffer = new byte[64 * Width];
        int kept = 0;
        for (int block = 0; block < _isKept.Length; block++)
        {
            read(buffer);
            _keptBefore[block] = kept;
            for (int row = 0; row < 64; row++)
            {
                ReadOnlySpan<byte> weights = buffer.AsSpan(row * Width, Width);
                if ((BinaryPrimitives.ReadUInt64LittleEndian(weights) | BinaryPrimitives.ReadUInt64LittleEndian(weights[(Width / 2)..])) == 0)
                    continue;
                _isKept[block] |= 1ul << row;
                if (kept * Width == _weights.Length)
                    Array.Resize(ref _weights, _weights.Length * 2);
                weights.CopyTo(MemoryMarshal.AsBytes(_weights.AsSpan(kept * Width, Width)));
                kept++;
            }
        }

        Array.Resize(ref _weights, kept * Width);
    }

    /// <summary>A row's weights; zeros where it is empty.</summary>
    public Vector256<short> this[int row]
    {
        get
        {
            ulong block = _isKept[row >> 6], bit = 1ul << (row & 63);
            if ((block & bit) == 0)
                return Vector256<short>.Zero;
            int at = _keptBefore[row >> 6] + BitOperations.PopCount(block & (bit - 1));
            (Vector128<short> low, Vector128<short> high) = Vector128.Widen(Vector128.Create<sbyte>(_weights.AsSpan(at * Width, Width)));
            return Vector256.Create(low, high);
        }
    }
}
