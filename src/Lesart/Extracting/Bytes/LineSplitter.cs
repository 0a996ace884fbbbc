namespace Lesart.Extracting;

/// <summary>Cuts a stream at line feeds with one growing buffer.</summary>
internal static class LineSplitter
{
    /// <summary>The lines without line feeds. Each is only valid until the next is asked for.</summary>
    /// <exception cref="UnreadableSourceException">A line is longer than a record may be; what follows is not read.</exception>
    public static IEnumerable<ReadOnlyMemory<byte>> Lines(Stream stream)
    {
        byte[] buffer = new byte[65_536];
        int start = 0, end = 0;
        while (true)
        {
            int feed = buffer.AsSpan(start, end - start).IndexOf((byte)'\n');
            if (feed >= 0)
            {
                yield return buffer.AsMemory(start, feed);
                start += feed + 1;
                continue;
            }

            if (start > 0)
            {
                buffer.AsSpan(start, end - start).CopyTo(buffer);
                (start, end) = (0, end - start);
            }

            if (end == buffer.Length)
            {
                if (buffer.Length >= ExtractionLimits.MaxRecordBytes)
                    throw new UnreadableSourceException($"has a line longer than {ExtractionLimits.MaxRecordText}; the rest was not read");
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            int from = end;
            int read = stream.Read(buffer, end, buffer.Length - end);
            end += read;
            if (read == 0)
            {
                if (from > start)
                    yield return buffer.AsMemory(start, from - start);
                yield break;
            }
        }
    }
}
