using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Lesart.Text;

/// <summary>Asks the processor for memory that is needed soon, so that nobody waits for it then. Changes no result.</summary>
/// <remarks>A form's entries and rows of weights lie anywhere in some megabytes: two thirds of the time of the language layer was waiting for them. An address is
/// never read from, so that it may be one that memory management has just moved away from. Processors that lack the instruction wait as before.</remarks>
internal static class CacheLine
{
    private const int Bytes = 64;

    /// <summary>Asks for the line that holds a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch<T>(ref readonly T place)
    {
        if (Sse.IsSupported)
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in place)));
    }

    /// <summary>Asks for the line that holds a place and for those behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch<T>(ref readonly T place, int lines)
    {
        if (!Sse.IsSupported)
            return;
        byte* at = (byte*)Unsafe.AsPointer(ref Unsafe.AsRef(in place));
        for (int line = 0; line < lines; line++)
            Sse.Prefetch0(at + (line * Bytes));
    }
}
