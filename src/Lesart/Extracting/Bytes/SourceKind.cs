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

    /// <summary>One JSON value.</summary>
    Json,

    /// <summary>A feed, a sitemap, agency XML.</summary>
    Xml,

    /// <summary>A web archive.</summary>
    Warc,

    /// <summary>A zip, among them WACZ.</summary>
    Zip,

    /// <summary>A mail.</summary>
    Mail,

    /// <summary>Many mails in one file.</summary>
    MailBox,

    /// <summary>A table.</summary>
    Table,

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
        if (head.StartsWith("PK\u0003\u0004"u8))
            return SourceKind.Zip;
        if (head.StartsWith("WARC/"u8))
            return SourceKind.Warc;
        if (IsBinary(head))
            return SourceKind.Binary;
        string start = Encoding.Latin1.GetString(head).TrimStart('\u00EF', '\u00BB', '\u00BF', '\u00FF', '\u00FE', ' ', '\t', '\r', '\n').Replace("\0", "", StringComparison.Ordinal);
        return OfText(start, Path.GetExtension(name).ToLowerInvariant(), media);
    }

    private static SourceKind OfText(string start, string ending, MediaType media)
    {
        if (ending is ".jsonl" or ".ndjson")
            return SourceKind.JsonLines;
        if (start.Length > 0 && start[0] is '{' or '[' && ending is not ".txt" and not ".md" and not ".html")
            return ending is ".json" || start[0] == '[' || media.Name.Contains("json", StringComparison.Ordinal) ? SourceKind.Json : SourceKind.JsonLines;
        if (ending is ".json")
            return SourceKind.Json;
        if (ending is ".mbox" || (start.StartsWith("From ", StringComparison.Ordinal) && MailReader.LooksLikeMail(start[(start.IndexOf('\n', StringComparison.Ordinal) + 1)..])))
            return SourceKind.MailBox;
        if (ending is ".eml" || MailReader.LooksLikeMail(start))
            return SourceKind.Mail;
        if (ending is ".csv" or ".tsv" || media.Name is "text/csv" or "text/tab-separated-values")
            return SourceKind.Table;
        if (IsXml(start))
            return SourceKind.Xml;
        return media.IsPage || ending is ".html" or ".htm" or ".xhtml" || LooksLikePage(start) ? SourceKind.Html : SourceKind.Text;
    }

    private static bool IsXml(string start) => start.StartsWith('<')
        && XmlSource.RootName(start).ToLowerInvariant() is "rss" or "feed" or "rdf" or "opml" or "urlset" or "sitemapindex" or "newsmessage" or "newsitem" or "newsitems" or "packageitem" or "newsml" or "nitf";

    private static bool LooksLikePage(string start) =>
        start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
        || (start.StartsWith('<') && (start.Contains("<html", StringComparison.OrdinalIgnoreCase) || start.Contains("<body", StringComparison.OrdinalIgnoreCase)
            || start.Contains("<head", StringComparison.OrdinalIgnoreCase)));

    private static bool IsBinary(ReadOnlySpan<byte> head)
    {
        if (head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || head.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return false;
        if (ForeignFormats.IsKnown(head))
            return true;
        int controls = 0;
        foreach (byte value in head)
            controls += value is < 0x20 and not (0x09 or 0x0A or 0x0C or 0x0D or 0x1B) or 0x7F ? 1 : 0;
        return controls > MaxControlShare * head.Length;
    }
}
