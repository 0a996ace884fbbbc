using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Lesart.Extracting;

/// <summary>Reads web archives (WARC 1.0 and 1.1, ISO 28500) record by record in constant memory.</summary>
/// <remarks>Responses and resources that are pages or texts are given on; a payload in segments is put together; a revisit names a payload that was
/// captured before and is passed over, as are requests, metadata and all other media types.</remarks>
internal static class WarcReader
{
    private const int MaxHeaderLines = 500;
    private const int MaxOpenSegments = 4;

    /// <summary>The pages of an archive, in its order.</summary>
    /// <exception cref="UnreadableSourceException">The archive is damaged; what follows is not read.</exception>
    public static IEnumerable<WarcPage> Read(Stream stream)
    {
        ByteSource bytes = new(stream);
        Dictionary<string, (MemoryStream Bytes, Dictionary<string, string> Headers)> segments = new(StringComparer.Ordinal);
        while (NextVersionLine(bytes))
        {
            Dictionary<string, string> headers = ReadHeaders(bytes);
            if (!long.TryParse(headers.GetValueOrDefault("content-length"), NumberStyles.None, CultureInfo.InvariantCulture, out long length))
                throw new UnreadableSourceException("has a WARC record without a length; the rest was not read");
            string type = headers.GetValueOrDefault("warc-type", "");
            if (type is not ("response" or "resource" or "conversion" or "continuation"))
            {
                bytes.Read(length, 0);
                continue;
            }

            byte[] block = bytes.Read(length, ExtractionLimits.MaxRecordBytes);
            if (headers.ContainsKey("warc-segment-number"))
            {
                (block, Dictionary<string, string>? first) = Joined(segments, headers, block);
                if (first is null)
                    continue;
                headers = first;
                type = headers.GetValueOrDefault("warc-type", "");
            }

            bool isWhole = length <= ExtractionLimits.MaxRecordBytes;
            if (PageOf(headers, type, block, isWhole) is WarcPage page)
                yield return page;
        }
    }

    private static bool NextVersionLine(ByteSource bytes)
    {
        for (int blank = 0; bytes.ReadLine() is string line; blank++)
        {
            if (line.StartsWith("WARC/", StringComparison.Ordinal))
                return true;
            if (line.Length > 0 || blank > 20)
                throw new UnreadableSourceException("is damaged: a WARC record was expected; the rest was not read");
        }

        return false;
    }

    private static Dictionary<string, string> ReadHeaders(ByteSource bytes)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        string? last = null;
        for (int count = 0; bytes.ReadLine() is { Length: > 0 } line; count++)
        {
            if (count > MaxHeaderLines)
                throw new UnreadableSourceException("has a record with endless headers; the rest was not read");
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (char.IsWhiteSpace(line[0]) && last is not null)
                headers[last] += " " + line.Trim();
            else if (colon > 0)
                headers[last = line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        return headers;
    }

    // Gives the whole payload and the first segment's headers with the last segment, nothing before.
    private static (byte[] Block, Dictionary<string, string>? First) Joined(
        Dictionary<string, (MemoryStream Bytes, Dictionary<string, string> Headers)> segments, Dictionary<string, string> headers, byte[] block)
    {
        bool isFirst = headers["warc-segment-number"] == "1";
        string id = (isFirst ? headers.GetValueOrDefault("warc-record-id") : headers.GetValueOrDefault("warc-segment-origin-id")) ?? "";
        if (isFirst && segments.Count < MaxOpenSegments)
            segments[id] = (new MemoryStream(), headers);
        if (!segments.TryGetValue(id, out (MemoryStream Bytes, Dictionary<string, string> Headers) open))
            return ([], null);
        if (open.Bytes.Length + block.Length <= ExtractionLimits.MaxRecordBytes)
            open.Bytes.Write(block);
        if (!headers.ContainsKey("warc-segment-total-length"))
            return ([], null);
        segments.Remove(id);
        return (open.Bytes.ToArray(), open.Headers);
    }

    private static WarcPage? PageOf(Dictionary<string, string> headers, string type, byte[] block, bool isWhole)
    {
        string url = headers.GetValueOrDefault("warc-target-uri", "").Trim('<', '>');
        MediaType media = MediaType.Parse(headers.GetValueOrDefault("content-type"));
        if (type is "resource" or "conversion")
            return IsText(media) ? new WarcPage(url, media, block, isWhole ? null : TooLarge) : null;
        if (media.Name is not "application/http")
            return null;
        int end = block.AsSpan().IndexOf("\r\n\r\n"u8);
        int skip = 4;
        if (end < 0)
            (end, skip) = (block.AsSpan().IndexOf("\n\n"u8), 2);
        if (end < 0)
            return null;
        string[] lines = Encoding.Latin1.GetString(block, 0, end).Split('\n');
        string[] status = lines[0].Split(' ');
        if (status.Length < 2 || status[1] != "200")
            return null;
        Dictionary<string, string> http = new(StringComparer.OrdinalIgnoreCase);
        foreach (string line in lines.Skip(1))
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0)
                http.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        MediaType content = MediaType.Parse(http.GetValueOrDefault("content-type"));
        if (content.Name.Length > 0 && !IsText(content))
            return null;
        if (!isWhole)
            return new WarcPage(url, content, default, TooLarge);
        return Decoded(url, content, block.AsMemory(end + skip), http);
    }

    private static WarcPage Decoded(string url, MediaType content, ReadOnlyMemory<byte> body, Dictionary<string, string> http)
    {
        try
        {
            if (http.GetValueOrDefault("transfer-encoding", "").Contains("chunked", StringComparison.OrdinalIgnoreCase))
                body = Unchunked(body.Span);
            using MemoryStream packed = new(body.ToArray());
            using Stream? unpacked = http.GetValueOrDefault("content-encoding", "").Trim().ToLowerInvariant() switch
            {
                "gzip" or "x-gzip" when body.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) => new GZipStream(packed, CompressionMode.Decompress),
                "br" => new BrotliStream(packed, CompressionMode.Decompress),
                "deflate" => new ZLibStream(packed, CompressionMode.Decompress),
                _ => null,
            };
            return new WarcPage(url, content, unpacked is null ? body : BoundedReader.ReadAll(unpacked), null);
        }
        catch (Exception error) when (error is InvalidDataException or UnreadableSourceException or IOException or FormatException)
        {
            return new WarcPage(url, content, default, $"the record can't be unpacked: {error.Message}");
        }
    }

    // A body that says it is chunked but isn't comes back as it is: some archives store it decoded.
    private static ReadOnlyMemory<byte> Unchunked(ReadOnlySpan<byte> body)
    {
        using MemoryStream whole = new();
        ReadOnlySpan<byte> rest = body;
        while (true)
        {
            int feed = rest.IndexOf((byte)'\n');
            string size = feed is > 0 and < 40 ? Encoding.ASCII.GetString(rest[..feed]).Split(';')[0].Trim() : "";
            if (!int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int length) || length < 0)
                return whole.Length == 0 ? body.ToArray() : whole.ToArray();
            rest = rest[(feed + 1)..];
            if (length == 0)
                return whole.ToArray();
            whole.Write(rest[..Math.Min(length, rest.Length)]);
            rest = rest[Math.Min(length, rest.Length)..].TrimStart("\r\n"u8);
        }
    }

    private static bool IsText(MediaType media) => media.IsPage || media.Name is "text/plain" or "application/rss+xml" or "application/atom+xml" or "application/feed+json";

    private static string TooLarge => $"the record is larger than {ExtractionLimits.MaxRecordText}";
}

/// <summary>A page of an archive.</summary>
/// <param name="Url">Where it was captured.</param>
/// <param name="Media">Its media type.</param>
/// <param name="Body">Its bytes, without transfer and content encodings.</param>
/// <param name="Fault">Why it can't be read; null where it can.</param>
internal sealed record WarcPage(string Url, MediaType Media, ReadOnlyMemory<byte> Body, string? Fault);
