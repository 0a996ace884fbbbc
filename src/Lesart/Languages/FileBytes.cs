namespace Lesart.Languages;

/// <summary>The bytes of a data file where they lie: in the assembly as the system has mapped it, so that nothing is copied and only what is read takes memory, or in an array.</summary>
/// <remarks>An assembly's data stay where they are as long as the process runs.</remarks>
internal sealed unsafe class FileBytes
{
    private readonly byte* _mapped;
    private readonly byte[]? _array;

    private FileBytes(byte* mapped, int length)
    {
        _mapped = mapped;
        Length = length;
    }

    /// <summary>The bytes of an array.</summary>
    public FileBytes(byte[] bytes) => (_array, Length) = (bytes, bytes.Length);

    public int Length { get; }

    /// <summary>Whether the bytes lie where the system has mapped them.</summary>
    public bool IsMapped => _array is null;

    public ReadOnlySpan<byte> Span => _array is null ? new ReadOnlySpan<byte>(_mapped, Length) : _array;

    /// <summary>All bytes of a data file, and closes it.</summary>
    public static FileBytes Read(Stream stream)
    {
        using (stream)
        {
            if (stream is UnmanagedMemoryStream mapped)
                return new FileBytes(mapped.PositionPointer, checked((int)stream.Length));
            byte[] bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return new FileBytes(bytes);
        }
    }
}
