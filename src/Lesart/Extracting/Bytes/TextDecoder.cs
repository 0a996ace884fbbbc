using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace Lesart.Extracting;

/// <summary>Bytes to text: byte-order mark, what the source declares, then what the bytes can be.</summary>
/// <remarks>Follows the Encoding Standard (WHATWG) in taking latin-1 and ASCII labels for windows-1252; departs from it where bytes
/// that are valid UTF-8 beyond ASCII are labelled otherwise, which in running text is never by chance.</remarks>
internal static partial class TextDecoder
{
    private const int DeclarationBytes = 4_096;
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!; // always part of the provider

    /// <summary>Decodes a whole file or record.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="declared">Charset of a transport header, or null.</param>
    public static string Decode(ReadOnlySpan<byte> bytes, string? declared = null)
    {
        string text = DecodeAsDeclared(bytes, declared);
        return MojibakeRepair.Repair(text);
    }

    /// <summary>The encoding of a text that is read bit by bit, told by its first bytes.</summary>
    public static Encoding EncodingOf(ReadOnlyMemory<byte> head) => Utf8.IsValid(head.Span) || LooksLikeBrokenUtf8(head.Span) ? Encoding.UTF8 : Windows1252;

    private static string DecodeAsDeclared(ReadOnlySpan<byte> bytes, string? declared)
    {
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            return Encoding.UTF8.GetString(bytes[3..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
            return Encoding.Unicode.GetString(bytes[2..]);
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
            return Encoding.BigEndianUnicode.GetString(bytes[2..]);
        if (Utf8.IsValid(bytes))
        {
            Encoding? other = Named(declared) ?? Named(DeclaredInside(bytes));
            bool sevenBit = other is not null && other.CodePage is 50220 or 50221 or 50222 or 50225 or 52936; // ISO-2022 and HZ hide in ASCII
            return (sevenBit ? other! : Encoding.UTF8).GetString(bytes); // sevenBit is only true where other is set
        }

        Encoding encoding = Named(declared) ?? Named(DeclaredInside(bytes)) ?? (LooksLikeBrokenUtf8(bytes) ? Encoding.UTF8 : Windows1252);
        if (encoding is UTF8Encoding && !LooksLikeBrokenUtf8(bytes))
            encoding = Windows1252;
        return encoding.GetString(bytes);
    }

    private static string? DeclaredInside(ReadOnlySpan<byte> bytes)
    {
        string head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, DeclarationBytes)]);
        Match match = Declaration().Match(head);
        return match.Success ? match.Groups[1].Value : null;
    }

    private static Encoding? Named(string? label)
    {
        if (string.IsNullOrWhiteSpace(label))
            return null;
        label = label.Trim(' ', '"', '\'').ToLowerInvariant();
        switch (label)
        {
            case "utf-8" or "utf8" or "unicode-1-1-utf-8" or "utf-16" or "utf-16le" or "utf-16be": // a page that can be read so far is no UTF-16
                return Encoding.UTF8;
            case "iso-8859-1" or "iso8859-1" or "latin1" or "latin-1" or "us-ascii" or "ascii" or "windows-1252" or "cp1252":
                return Windows1252;
            default:
                try
                {
                    return CodePagesEncodingProvider.Instance.GetEncoding(label);
                }
                catch (ArgumentException) // an unknown label declares nothing
                {
                    return null;
                }
        }
    }

    // Mostly valid sequences with a few broken ones (a cut record, a mixed page), not another encoding altogether.
    private static bool LooksLikeBrokenUtf8(ReadOnlySpan<byte> bytes)
    {
        int good = 0, bad = 0;
        while (!bytes.IsEmpty)
        {
            if (bytes[0] < 0x80)
            {
                int next = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                bytes = next < 0 ? [] : bytes[next..];
                continue;
            }

            if (Rune.DecodeFromUtf8(bytes, out _, out int used) == System.Buffers.OperationStatus.Done)
                good++;
            else
                bad++;
            bytes = bytes[Math.Max(1, used)..];
        }

        return good > 4 * bad;
    }

    [GeneratedRegex(@"(?:charset\s*=|encoding\s*=)\s*[""']?\s*([A-Za-z0-9_:.\-]{2,40})", RegexOptions.IgnoreCase, 1_000)]
    private static partial Regex Declaration();
}
