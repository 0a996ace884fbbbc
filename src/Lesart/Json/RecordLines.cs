using System.Buffers;
using System.Text.Json;

namespace Lesart.Json;

/// <summary>Reads and writes JSON Lines.</summary>
public static class RecordLines
{
    private const int MaxLineBytes = 256 * 1024 * 1024;
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The records of a stream of JSON Lines, one line at a time. Blank lines are passed over.</summary>
    /// <param name="name">How problems name the stream.</param>
    /// <param name="stream">UTF-8; a byte-order mark is passed over. Not closed.</param>
    /// <returns>For each line the record with its line number (from 1), or a problem that names the line and the reason.</returns>
    /// <exception cref="IOException">The stream can't be read.</exception>
    public static IEnumerable<Outcome<NumberedRecord<T>>> Read<T>(string name, Stream stream) where T : class
    {
        int line = 0;
        foreach (ReadOnlyMemory<byte> bytes in Lines(stream))
        {
            line++;
            ReadOnlyMemory<byte> text = line == 1 && bytes.Span.StartsWith(ByteOrderMark) ? bytes[3..] : bytes;
            if (text.Span.Trim(" \t\r"u8).IsEmpty)
                continue;
            yield return text.Length > MaxLineBytes
                ? new Problem(name, line, $"the line is longer than {MaxLineBytes / (1024 * 1024)} MB")
                : Parse<T>(name, line, text.Span);
        }
    }

    /// <summary>Writes one record and a line feed.</summary>
    public static void Write<T>(Stream stream, T record)
    {
        stream.Write(LesartJson.ToLine(record));
        stream.WriteByte((byte)'\n');
    }

    private static Outcome<NumberedRecord<T>> Parse<T>(string name, int line, ReadOnlySpan<byte> text) where T : class
    {
        try
        {
            return LesartJson.FromLine<T>(text) is T record ? new NumberedRecord<T>(record, line) : new Problem(name, line, "the line is 'null', not a record");
        }
        catch (JsonException error)
        {
            return new Problem(name, line, $"the line is no record: {JsonFaults.Explain(text, error)}");
        }
    }

    private static IEnumerable<ReadOnlyMemory<byte>> Lines(Stream stream)
    {
        byte[] buffer = ArrayPool<byte>.Shared.Rent(64 * 1024);
        try
        {
            int start = 0, end = 0;
            while (true)
            {
                int searched = start;
                int feed;
                while ((feed = buffer.AsSpan(searched, end - searched).IndexOf((byte)'\n')) < 0)
                {
                    searched = end;
                    if (start > 0)
                    {
                        buffer.AsSpan(start, end - start).CopyTo(buffer);
                        (start, searched, end) = (0, searched - start, end - start);
                    }

                    bool tooLong = end > MaxLineBytes; // keep no more of it; the rest is read and dropped
                    if (end == buffer.Length && !tooLong)
                    {
                        byte[] larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
                        buffer.AsSpan(0, end).CopyTo(larger);
                        ArrayPool<byte>.Shared.Return(buffer);
                        buffer = larger;
                    }
                    else if (end == buffer.Length)
                    {
                        (searched, end) = (MaxLineBytes + 1, MaxLineBytes + 1);
                    }

                    int read = stream.Read(buffer, end, buffer.Length - end);
                    if (read == 0)
                    {
                        if (end > start)
                            yield return buffer.AsMemory(start, end - start);
                        yield break;
                    }

                    end += read;
                }

                yield return buffer.AsMemory(start, searched + feed - start);
                start = searched + feed + 1;
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}

/// <summary>A record with its line in the stream it came from.</summary>
/// <param name="Record">The record.</param>
/// <param name="Line">From 1.</param>
public sealed record NumberedRecord<T>(T Record, int Line);
