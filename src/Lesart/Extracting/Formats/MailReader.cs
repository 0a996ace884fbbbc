using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lesart.Extracting;

/// <summary>Reads mails (RFC 5322 with MIME): a newsletter's text with its subject as title and its sender as outlet.</summary>
internal sealed partial class MailReader(PublicationTimeReader times, FragmentReader fragments)
{
    private const int MaxParts = 200;
    private const int MaxPartDepth = 8;

    /// <summary>Whether a file begins with the headers of a mail.</summary>
    public static bool LooksLikeMail(string head)
    {
        int known = 0;
        foreach (string line in head.Split('\n').Take(40))
        {
            if (line.TrimEnd('\r').Length == 0)
                break;
            known += MailHeader().IsMatch(line) ? 1 : 0;
        }

        return known >= 3;
    }

    /// <summary>The article of one mail.</summary>
    public ArticleDraft Read(ReadOnlySpan<byte> mail, string source)
    {
        string text = Encoding.Latin1.GetString(mail);
        (Dictionary<string, string> headers, string body) = Split(text);
        ArticleDraft draft = new() { Source = source, Title = Words(headers.GetValueOrDefault("subject")), Outlet = SenderOf(Words(headers.GetValueOrDefault("from"))) };
        if (times.TryReadValue(Comment().Replace(headers.GetValueOrDefault("date") ?? "", "").Trim(), out PublicationTime sent))
            draft.Published = sent;
        List<(MediaType Media, string Text)> parts = [];
        Collect(headers, body, parts, 0);
        string? chosen = parts.Find(static part => part.Media.IsPage).Text ?? parts.Find(static part => part.Media.Name is "text/plain" or "").Text;
        draft.Blocks = chosen is null ? [] : fragments.Read(chosen, draft.Title);
        return draft;
    }

    /// <summary>The mails of an mbox file, one at a time.</summary>
    /// <exception cref="UnreadableSourceException">A mail is larger than a record may be.</exception>
    public static IEnumerable<byte[]> Mails(Stream stream)
    {
        MemoryStream mail = new();
        bool isBlank = true;
        foreach (ReadOnlyMemory<byte> line in LineSplitter.Lines(stream))
        {
            if (isBlank && line.Span.StartsWith("From "u8))
            {
                if (mail.Length > 0)
                    yield return mail.ToArray();
                mail.SetLength(0);
                isBlank = false;
                continue;
            }

            isBlank = line.Span.Trim("\r"u8).IsEmpty;
            if (mail.Length + line.Length > ExtractionLimits.MaxRecordBytes)
                throw new UnreadableSourceException($"holds a mail larger than {ExtractionLimits.MaxRecordText}; the rest was not read");
            mail.Write(line.Span.StartsWith(">From "u8) ? line.Span[1..] : line.Span);
            mail.WriteByte((byte)'\n');
        }

        if (mail.Length > 0)
            yield return mail.ToArray();
    }

    private static (Dictionary<string, string> Headers, string Body) Split(string text)
    {
        Dictionary<string, string> headers = new(StringComparer.OrdinalIgnoreCase);
        string? last = null;
        int at = 0;
        while (at < text.Length)
        {
            int feed = text.IndexOf('\n', at);
            string line = (feed < 0 ? text[at..] : text[at..feed]).TrimEnd('\r');
            at = feed < 0 ? text.Length : feed + 1;
            if (line.Length == 0)
                break;
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (char.IsWhiteSpace(line[0]) && last is not null)
                headers[last] += " " + line.Trim();
            else if (colon > 0 && headers.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim()))
                last = line[..colon].Trim();
            else
                last = null;
        }

        return (headers, text[at..]);
    }

    private static void Collect(Dictionary<string, string> headers, string body, List<(MediaType Media, string Text)> parts, int depth)
    {
        string type = headers.GetValueOrDefault("content-type", "text/plain");
        MediaType media = MediaType.Parse(type);
        if (media.Name.StartsWith("multipart/", StringComparison.Ordinal))
        {
            string boundary = Boundary().Match(type) is { Success: true } match ? match.Groups[1].Success ? match.Groups[1].Value : match.Groups[2].Value : "";
            if (boundary.Length == 0 || depth >= MaxPartDepth)
                return;
            foreach (string part in body.Split("--" + boundary).Skip(1).Take(MaxParts))
            {
                if (part.StartsWith("--", StringComparison.Ordinal))
                    return;
                (Dictionary<string, string> inner, string content) = Split(part.TrimStart('\r', '\n'));
                Collect(inner, content, parts, depth + 1);
            }
        }
        else if (media.IsPage || media.Name is "text/plain" or "")
        {
            parts.Add((media, TextDecoder.Decode(Bytes(body, headers.GetValueOrDefault("content-transfer-encoding", "")), media.Charset)));
        }
    }

    private static byte[] Bytes(string body, string encoding)
    {
        switch (encoding.Trim().ToLowerInvariant())
        {
            case "base64":
                string letters = string.Concat(body.Where(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '+' or '/'));
                letters = letters[..(letters.Length - (letters.Length % 4 == 1 ? 1 : 0))];
                return Convert.FromBase64String(letters.PadRight((letters.Length + 3) / 4 * 4, '='));
            case "quoted-printable":
                return Unquoted(body);
            default:
                return Encoding.Latin1.GetBytes(body);
        }
    }

    private static byte[] Unquoted(string text)
    {
        using MemoryStream bytes = new(text.Length);
        for (int at = 0; at < text.Length; at++)
        {
            if (text[at] != '=')
                bytes.WriteByte((byte)text[at]);
            else if (at + 2 < text.Length && byte.TryParse(text.AsSpan(at + 1, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out byte value))
                (_, at) = (Write(bytes, value), at + 2);
            else if (at + 1 < text.Length && text[at + 1] == '\n')
                at++;
            else if (at + 2 < text.Length && text[at + 1] == '\r' && text[at + 2] == '\n')
                at += 2;
            else
                bytes.WriteByte((byte)'=');
        }

        return bytes.ToArray();
    }

    private static bool Write(MemoryStream bytes, byte value)
    {
        bytes.WriteByte(value);
        return true;
    }

    // RFC 2047: "=?utf-8?Q?Gr=C3=BC=C3=9Fe?=".
    private static string? Words(string? header)
    {
        if (header is null)
            return null;
        string joined = BetweenWords().Replace(header, "?==?");
        string decoded = EncodedWord().Replace(joined, static match => TextDecoder.Decode(
            match.Groups[2].Value is "B" or "b" ? Bytes(match.Groups[3].Value, "base64") : Unquoted(match.Groups[3].Value.Replace('_', ' ')), match.Groups[1].Value));
        if (decoded == header)
            decoded = TextDecoder.Decode(Encoding.Latin1.GetBytes(header));
        return TextCleaner.Clean(decoded) is { Length: > 0 } text ? text : null;
    }

    private static string? SenderOf(string? from)
    {
        if (from is null)
            return null;
        int open = from.IndexOf('<', StringComparison.Ordinal);
        string name = (open > 0 ? from[..open] : from).Trim(' ', '"', '\'');
        return name.Length == 0 ? null : name.Contains('@', StringComparison.Ordinal) ? name[(name.IndexOf('@', StringComparison.Ordinal) + 1)..].TrimEnd('>') : name;
    }

    [GeneratedRegex(@"^(?:From|To|Subject|Date|Message-ID|MIME-Version|Content-Type|Received|Return-Path|Delivered-To|Reply-To|List-Unsubscribe|Content-Transfer-Encoding):", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex MailHeader();

    [GeneratedRegex(@"boundary\s*=\s*(?:""([^""]{1,200})""|([^\s;""]{1,200}))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\?=\s+=\?", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex BetweenWords();

    [GeneratedRegex(@"=\?([\w\-.:]{2,40})\?([BQbq])\?([^?\s]{0,2000})\?=", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\([^()]*\)", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Comment();
}
