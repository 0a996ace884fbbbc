using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Lesart.Text;

/// <summary>Writes tables as they lie in memory, one after the other, for <see cref="TableFile"/>.</summary>
internal sealed class TableWriter
{
    private readonly ArrayBufferWriter<byte> _file = new();

    /// <param name="fingerprint">Of the files that the tables are made from.</param>
    public TableWriter(ulong fingerprint)
    {
        _file.Write(TableFile.Magic);
        Span<byte> number = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(number, fingerprint);
        _file.Write(number);
    }

    /// <summary>Adds a table.</summary>
    /// <typeparam name="T">Numbers, or what consists of them.</typeparam>
    public void Add<T>(ReadOnlySpan<T> table) where T : unmanaged
    {
        ReadOnlySpan<byte> bytes = MemoryMarshal.AsBytes(table);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, bytes.Length);
        _file.Write(length);
        _file.Write(bytes);
    }

    /// <summary>All that was written.</summary>
    public byte[] ToArray() => _file.WrittenSpan.ToArray();
}
