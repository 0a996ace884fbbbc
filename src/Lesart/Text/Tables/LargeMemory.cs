using System.Runtime.InteropServices;
using Lesart.Languages;
using Microsoft.Win32.SafeHandles;

namespace Lesart.Text;

/// <summary>Memory outside of what the runtime manages, all 0 at first; it begins where a line of the processor's cache begins.</summary>
/// <remarks>For tables that are kept: a few megabytes of them in managed memory make the runtime clear all of it while a pack is opened. Whoever reads by <see cref="Bytes"/> or
/// <see cref="First"/> keeps this object alive until that is done. With <see cref="FileBytes"/> and <see cref="CacheLine"/> the only unsafe code of the engine.</remarks>
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

    private LargeMemory(byte* mapped, int length)
        : base(ownsHandle: false)
    {
        SetHandle((nint)mapped);
        _first = mapped;
        Length = length;
    }

    /// <summary>Room for so many bytes; it is given back when nobody holds it any more.</summary>
    public static LargeMemory Of(int length) => new(length);

    /// <summary>A part of a data file: where the system has mapped it, if it has, and then nothing can be written to it and it may begin anywhere.</summary>
    /// <param name="file">The file.</param>
    /// <param name="start">Where the part begins.</param>
    /// <param name="length">How many bytes it has.</param>
    public static LargeMemory Of(FileBytes file, int start, int length)
    {
        ReadOnlySpan<byte> part = file.Span.Slice(start, length);
        if (file.IsMapped)
        {
            // what is mapped stays where it is
            fixed (byte* first = part)
                return new LargeMemory(first, length);
        }

        LargeMemory copy = new(length);
        part.CopyTo(copy.Bytes);
        return copy;
    }

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
