using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
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

    /// <summary>Sixteen weights as numbers that can be summed.</summary>
    /// <param name="first">The first of them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<short> Widen(ref sbyte first)
    {
        Vector128<sbyte> weights = Vector128.LoadUnsafe(ref first);
        if (Avx2.IsSupported)
            return Avx2.ConvertToVector256Int16(weights);
        (Vector128<short> low, Vector128<short> high) = Vector128.Widen(weights);
        return Vector256.Create(low, high);
    }
}
