namespace Lesart.Extracting;

/// <summary>Buffered reading of lines and counted stretches from a stream that can't seek.</summary>
internal sealed class ByteSource(Stream stream)
{
    private const int MaxLineBytes = 65_536;

    private readonly byte[] _buffer = new byte[65_536];
    private int _at, _end;

    /// <summary>A line, without its end, read as UTF-8; null at the end of the stream.</summary>
    /// <exception cref="UnreadableSourceException">The line is longer than 64 KB.</exception>
    public string? ReadLine()
    {
        using MemoryStream line = new();
        bool any = false;
        while (Fill())
        {
            any = true;
            int feed = _buffer.AsSpan(_at, _end - _at).IndexOf((byte)'\n');
            int take = feed < 0 ? _end - _at : feed;
            if (line.Length + take > MaxLineBytes)
                throw new UnreadableSourceException("has a header line without end; the rest was not read");
            line.Write(_buffer, _at, take);
            _at += feed < 0 ? take : take + 1;
            if (feed >= 0)
                break;
        }

        return any ? System.Text.Encoding.UTF8.GetString(line.GetBuffer().AsSpan(0, (int)line.Length)).TrimEnd('\r') : null;
    }

    /// <summary>The next bytes, at most <paramref name="keep"/> of them; the others of <paramref name="count"/> are passed over.</summary>
    /// <exception cref="UnreadableSourceException">The stream ends before all of <paramref name="count"/> are read.</exception>
    public byte[] Read(long count, int keep)
    {
        using MemoryStream kept = new((int)Math.Min(count, Math.Min(keep, 1 << 20)));
        while (count > 0 && Fill())
        {
            int take = (int)Math.Min(count, _end - _at);
            int write = (int)Math.Min(take, keep - kept.Length);
            if (write > 0)
                kept.Write(_buffer, _at, write);
            _at += take;
            count -= take;
        }

        if (count > 0)
            throw new UnreadableSourceException("breaks off within a record; that record was not read");
        return kept.ToArray();
    }

    private bool Fill()
    {
        if (_at < _end)
            return true;
        _at = 0;
        _end = stream.Read(_buffer, 0, _buffer.Length);
        return _end > 0;
    }
}
