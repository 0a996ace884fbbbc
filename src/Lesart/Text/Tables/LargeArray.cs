using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Lesart.Text;

/// <summary>A large array in <see cref="LargeMemory"/>, all 0 at first; whoever reads from it keeps it alive until that is done.</summary>
/// <typeparam name="T">Numbers, or what consists of them.</typeparam>
internal sealed class LargeArray<T> where T : unmanaged
{
    private readonly LargeMemory _memory;

    /// <summary>An array of elements that are all 0.</summary>
    /// <param name="length">How many there are.</param>
    public LargeArray(int length) => _memory = LargeMemory.Of(length * Unsafe.SizeOf<T>());

    /// <summary>The next table of a file, which nothing can be written to.</summary>
    public LargeArray(TableFile file) => _memory = file.Next();

    public int Length => _memory.Length / Unsafe.SizeOf<T>();

    public Span<T> Span => MemoryMarshal.Cast<byte, T>(_memory.Bytes);

    /// <summary>The first element; the others lie behind it.</summary>
    public ref T First => ref Unsafe.As<byte, T>(ref _memory.First);

    public ref T this[int number] => ref Span[number];
}
