using System.Runtime.InteropServices;

namespace Lesart.Analyzing;

/// <summary>Weights that begin where a line of the processor's cache begins, so that no row of 16 or 32 lies across two lines.</summary>
internal sealed class AlignedWeights
{
    private const int Line = 64;

    private readonly sbyte[] _weights;
    private readonly int _start;

    /// <summary>Room for so many weights, all 0.</summary>
    public AlignedWeights(int count)
    {
        _weights = GC.AllocateArray<sbyte>(count + Line, pinned: true);
        _start = (int)(-Marshal.UnsafeAddrOfPinnedArrayElement(_weights, 0) & (Line - 1));
        Count = count;
    }

    public int Count { get; }

    /// <summary>The weights as bytes.</summary>
    public Span<byte> Bytes => MemoryMarshal.AsBytes(_weights.AsSpan(_start, Count));

    /// <summary>The first weight; the others lie behind it.</summary>
    public ref sbyte First => ref _weights[_start];
}
