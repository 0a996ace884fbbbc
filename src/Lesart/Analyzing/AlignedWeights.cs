using System.Runtime.CompilerServices;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Weights that begin where a line of the processor's cache begins, so that no row of 16 or 32 lies across two lines.</summary>
/// <remarks>Whoever reads them by <see cref="Bytes"/> or <see cref="First"/> keeps this object alive until that is done.</remarks>
internal sealed class AlignedWeights
{
    private readonly LargeMemory _memory;

    /// <summary>Room for so many weights, all 0.</summary>
    public AlignedWeights(int count) => _memory = LargeMemory.Of(count);

    public int Count => _memory.Length;

    /// <summary>The weights as bytes.</summary>
    public Span<byte> Bytes => _memory.Bytes;

    /// <summary>The first weight; the others lie behind it.</summary>
    public ref sbyte First => ref Unsafe.As<byte, sbyte>(ref _memory.First);
}
