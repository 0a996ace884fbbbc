using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Lesart.Text;

/// <summary>Memory outside of what the runtime manages, all 0 at first; it begins where a line of the processor's cache begins.</summary>
/// <remarks>For tables that are kept: a few megabytes of them in managed memory make the runtime clear all of it while a pack is opened. Whoever reads by <see cref="Bytes"/> or
/// <see cref="First"/> keeps this object alive until that is done. With <see cref="Languages.FileBytes"/> and <see cref="CacheLine"/> the only unsafe code of the engine.</remarks>
internal sealed unsafe class LargeMemory : SafeHandleZeroOrMinusOneIsInvalid
{
    private const int Line = 64;

    private readonly byte* _first;

    private LargeMemory(int length)
        : base(ownsHandle: true)
    {
        void* memory = NativeMemory.AllocZeroed((nuint)length + Line);
        SetHandle((nint)memory);
        _first = (byte*)(((nuint)memory + Line - 1) & ~(nuint)(Line - 1));
        Length = length;
    }

    /// <summary>Room for so many bytes; it is given back when nobody holds it any more.</summary>
    public static LargeMemory Of(int length) => new(length);

    public int Length { get; }

    public Span<byte> Bytes => new(_first, Length);

    /// <summary>The first byte; the others lie behind it.</summary>
    public ref byte First => ref *_first;

    /// <inheritdoc/>
    protected override bool ReleaseHandle()
    {
        NativeMemory.Free((void*)handle);
        return true;
    }
}
