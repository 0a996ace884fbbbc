namespace Lesart.Extracting;

/// <summary>Files that hold no article in a form that Lesart reads, told by their first bytes, and what to do with them.</summary>
internal static class ForeignFormats
{
    private const string Book = "this is an electronic book, not an article: save the chapter as text or HTML";
    private const string Office = "this is a document of an office program: save it as text or HTML";

    private const string Archive = "this is an archive of a kind that is not opened (only zip and gzip are): unpack it first";
    private const string Picture = "this is a picture, not a text";
    private const int TarMarkAt = 257;

    private static readonly (byte[] Start, string Reason)[] Known =
    [
        ("%PDF-"u8.ToArray(), "this is a PDF: save what it says as text or HTML"),
        ("{\\rtf"u8.ToArray(), "this is a text in RTF: save it as plain text or HTML"),
        ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], Office),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], Picture),
        ([0xFF, 0xD8, 0xFF], Picture),
        ("GIF8"u8.ToArray(), Picture),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], Archive),
        ("Rar!"u8.ToArray(), Archive),
        ("BZh"u8.ToArray(), Archive),
        ([0xFD, (byte)'7', (byte)'z', (byte)'X', (byte)'Z', 0], Archive),
        ([0x28, 0xB5, 0x2F, 0xFD], Archive),
    ];

    /// <summary>Whether the first bytes are those of such a file.</summary>
    public static bool IsKnown(ReadOnlySpan<byte> head) => Find(head) is not null;

    /// <summary>Why a file without text isn't read.</summary>
    public static string Explain(ReadOnlySpan<byte> head) => Find(head) ?? "this is no text (a picture, a program?)";

    /// <summary>Why a zip with these members isn't opened: an office document (OOXML or OpenDocument), an electronic book (EPUB); null for any other.</summary>
    public static string? ExplainZip(IEnumerable<string> members)
    {
        HashSet<string> names = [.. members];
        return names.Contains("[Content_Types].xml") || (names.Contains("mimetype") && names.Contains("content.xml")) ? Office
            : names.Contains("META-INF/container.xml") ? Book : null;
    }

    private static string? Find(ReadOnlySpan<byte> head)
    {
        foreach ((byte[] start, string reason) in Known)
        {
            if (head.StartsWith(start))
                return reason;
        }

        return head.Length > TarMarkAt && head[TarMarkAt..].StartsWith("ustar"u8) ? Archive : null;
    }
}
