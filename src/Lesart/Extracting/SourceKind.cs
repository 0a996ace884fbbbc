using System.Text;

namespace Lesart.Extracting;

/// <summary>What a source is, told by its first bytes and, where these leave it open, by the ending of its name.</summary>
internal enum SourceKind
{
    /// <summary>No bytes at all.</summary>
    Empty,

    /// <summary>Nothing that text could be read from.</summary>
    Binary,

    /// <summary>Running text, with Markdown or without.</summary>
    Text,

    /// <summary>A page.</summary>
    Html,

    /// <summary>One JSON object a line.</summary>
    JsonLines,

    /// <summary>Compressed by gzip.</summary>
    Gzip,
}

/// <summary>Tells kinds of sources.</summary>
internal static class SourceKinds
{
    private const double MaxControlShare = 0.02;

    /// <summary>The kind of a source.</summary>
    /// <param name="head">Its first bytes.</param>
    /// <param name="name">Its name without the ending of a compression.</param>
    /// <param name="media">Its media type.</param>
    public static SourceKind Of(ReadOnlySpan<byte> head, string name, MediaType media)
    {
        if (head.IsEmpty)
            return SourceKind.Empty;
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]))
            return SourceKind.Gzip;
        if (IsBinary(head))
            return SourceKind.Binary;
        string start = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\t', '\r', '\n').Replace("\0", "", StringComparison.Ordinal);
        string ending = Path.GetExtension(name).ToLowerInvariant();
        if (start.StartsWith('{') && ending is not ".txt" and not ".md")
            return SourceKind.JsonLines;
        if (ending is ".jsonl" or ".ndjson" or ".json")
            return SourceKind.JsonLines;
        if (media.IsPage || ending is ".html" or ".htm" or ".xhtml" or ".mhtml" || LooksLikePage(start))
            return SourceKind.Html;
        return SourceKind.Text;
    }

    private static bool LooksLikePage(string start) =>
        start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
        || (start.StartsWith('<') && (start.Contains("<html", StringComparison.OrdinalIgnoreCase) || start.Contains("<body", StringComparison.OrdinalIgnoreCase)
            || start.Contains("<head", StringComparison.OrdinalIgnoreCase)));

    private static bool IsBinary(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return false;
        if (head.StartsWith("%PDF-"u8) || head.StartsWith("\u0089PNG"u8))
            return true;
        int controls = 0;
        foreach (byte value in head)
            controls += value is < 0x20 and not (0x09 or 0x0A or 0x0C or 0x0D or 0x1B) or 0x7F ? 1 : 0;
        return controls > MaxControlShare * head.Length;
    }
}
