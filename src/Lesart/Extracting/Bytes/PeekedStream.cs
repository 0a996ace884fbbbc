using System.Runtime.ExceptionServices;

namespace Lesart.Extracting;

/// <summary>A stream whose first bytes were looked at: gives them again, then the rest.</summary>
/// <remarks>A packed stream that turns out damaged while it is looked at gives what came before, then its fault.</remarks>
internal sealed class PeekedStream(byte[] head, int length, Stream rest, ExceptionDispatchInfo? fault = null) : Stream
{
    private int _at;

    /// <summary>Looks at the first bytes of a stream.</summary>
    /// <param name="stream">The stream; read on only through the result.</param>
    /// <param name="bytes">How many bytes to look at.</param>
    /// <param name="head">The bytes, as many as there are.</param>
    public static PeekedStream Over(Stream stream, int bytes, out ReadOnlyMemory<byte> head)
    {
        byte[] buffer = new byte[bytes];
        int filled = 0;
        ExceptionDispatchInfo? fault = null;
        try
        {
            for (int read; filled < bytes && (read = stream.Read(buffer.AsSpan(filled))) > 0;)
                filled += read;
        }
        catch (InvalidDataException error) when (filled > 0)
        {
            fault = ExceptionDispatchInfo.Capture(error);
        }

        head = buffer.AsMemory(0, filled);
        return new PeekedStream(buffer, filled, stream, fault);
    }

    /// <summary>How many bytes are still to come, where the stream below knows its length.</summary>
    public long? Remaining => rest.CanSeek ? length - _at + rest.Length - rest.Position : null;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override int Read(Span<byte> buffer)
    {
        if (_at == length)
        {
            fault?.Throw();
            return rest.Read(buffer);
        }

        int given = Math.Min(buffer.Length, length - _at);
        head.AsSpan(_at, given).CopyTo(buffer);
        _at += given;
        return given;
    }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            rest.Dispose();
        base.Dispose(disposing);
    }
}
