using System.Buffers.Binary;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>A file of tables as they lie in memory, made beforehand from readable ones: opened, it costs nothing but the places that are read.</summary>
/// <remarks>It holds the fingerprint of the files that it was made from (<see cref="SourceFingerprint"/>); where these have changed, the tables are made anew from them.</remarks>
internal sealed class TableFile
{
    private const int Head = 12;

    private readonly FileBytes _file;
    private int _next = Head;

    private TableFile(FileBytes file) => _file = file;

    /// <summary>The first bytes of each file.</summary>
    public static ReadOnlySpan<byte> Magic => "LST1"u8;

    /// <summary>Opens what was made from files with a fingerprint: the compiled file where it was, else what is made now.</summary>
    /// <param name="folder">The folder of the compiled file.</param>
    /// <param name="file">Its name; it need not be there.</param>
    /// <param name="fingerprint">Of the readable files as they are.</param>
    /// <param name="make">Makes the file's content.</param>
    public static TableFile Open(DataFolder folder, string file, ulong fingerprint, Func<byte[]> make)
    {
        FileBytes? compiled = folder.Has(file) ? folder.Bytes(file) : null;
        return new TableFile(compiled is not null && IsOf(compiled.Span, fingerprint) ? compiled : new FileBytes(make()));
    }

    /// <summary>Whether a file's content was made from files with a fingerprint.</summary>
    public static bool IsOf(ReadOnlySpan<byte> file, ulong fingerprint) =>
        BitConverter.IsLittleEndian && file.Length > Head && file.StartsWith(Magic) && BinaryPrimitives.ReadUInt64LittleEndian(file[Magic.Length..]) == fingerprint;

    /// <summary>The next table.</summary>
    /// <exception cref="DataException">There is none.</exception>
    public LargeMemory Next()
    {
        ReadOnlySpan<byte> rest = _file.Span[_next..];
        int length = rest.Length < sizeof(int) ? -1 : BinaryPrimitives.ReadInt32LittleEndian(rest);
        if (length < 0 || length > rest.Length - sizeof(int))
            throw new DataException("a file of compiled tables is cut off");
        _next += sizeof(int) + length;
        return LargeMemory.Of(_file, _next - length, length);
    }
}
