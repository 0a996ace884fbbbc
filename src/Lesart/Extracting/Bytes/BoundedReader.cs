using System.Buffers;

namespace Lesart.Extracting;

/// <summary>Reads streams into memory up to a limit.</summary>
internal static class BoundedReader
{
    /// <summary>All bytes of the stream.</summary>
    /// <exception cref="UnreadableSourceException">There are more than <see cref="ExtractionLimits.MaxRecordBytes"/>.</exception>
    public static byte[] ReadAll(Stream stream)
    {
        if (stream is PeekedStream { Remaining: >= 0 and <= ExtractionLimits.MaxRecordBytes and long length })
            return ReadKnown(stream, (int)length);
        return ReadUnknown(stream, ExtractionLimits.MaxRecordBytes);
    }

    // One buffer of the right size; what comes beyond what the stream said of its length is read like any other.
    private static byte[] ReadKnown(Stream stream, int length)
    {
        byte[] all = new byte[length];
        int filled = ReadUpTo(stream, all);
        byte[] rest = filled < length ? [] : ReadUnknown(stream, ExtractionLimits.MaxRecordBytes - length);
        return filled == length && rest.Length == 0 ? all : [.. all.AsSpan(0, filled), .. rest];
    }

    private static byte[] ReadUnknown(Stream stream, int maxBytes)
    {
        byte[] chunk = ArrayPool<byte>.Shared.Rent(81_920);
        try
        {
            using MemoryStream all = new();
            for (int read; (read = stream.Read(chunk, 0, chunk.Length)) > 0;)
            {
                if (all.Length + read > maxBytes)
                    throw new UnreadableSourceException($"is larger than {ExtractionLimits.MaxRecordText}");
                all.Write(chunk, 0, read);
            }

            return all.ToArray();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(chunk);
        }
    }

    /// <summary>Fills as much of <paramref name="target"/> as the stream has.</summary>
    /// <returns>Number of bytes read.</returns>
    public static int ReadUpTo(Stream stream, Span<byte> target)
    {
        int filled = 0;
        for (int read; filled < target.Length && (read = stream.Read(target[filled..])) > 0;)
            filled += read;
        return filled;
    }
}
