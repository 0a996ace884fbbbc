using System.Net;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace Lesart.Extracting;

/// <summary>Parses XML from strangers: no external entities, no expansion, bounded depth.</summary>
internal static partial class XmlSource
{
    private const int MaxDepth = 200;

    /// <summary>The document.</summary>
    /// <exception cref="UnreadableSourceException">It is not well-formed, or beyond the bounds.</exception>
    public static XDocument Parse(string text)
    {
        text = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        try
        {
            return Load(text);
        }
        catch (XmlException)
        {
            // Feeds use entities of HTML that XML doesn't know, and characters that it forbids.
            try
            {
                return Load(Mended(text));
            }
            catch (XmlException error)
            {
                throw new UnreadableSourceException($"is no well-formed XML: {error.Message}");
            }
        }
    }

    /// <summary>The local name of the root element within the first characters of a document; empty where there is none.</summary>
    public static string RootName(string head) => Root().Match(head) is { Success: true } match ? match.Groups[1].Value : "";

    private static XDocument Load(string text)
    {
        XmlReaderSettings settings = new() { DtdProcessing = DtdProcessing.Ignore, XmlResolver = null, MaxCharactersFromEntities = 100_000, CheckCharacters = true };
        using (XmlReader check = XmlReader.Create(new StringReader(text), settings))
        {
            while (check.Read())
            {
                if (check.Depth > MaxDepth)
                    throw new UnreadableSourceException($"nests more than {MaxDepth} elements in one another");
            }
        }

        using XmlReader reader = XmlReader.Create(new StringReader(text), settings);
        return XDocument.Load(reader);
    }

    private static string Mended(string text)
    {
        string decoded = Entity().Replace(text, static match => match.Groups[1].Value is "amp" or "lt" or "gt" or "quot" or "apos" ? match.Value
            : WebUtility.HtmlDecode(match.Value) is string value && value != match.Value ? value : "&amp;" + match.Value[1..]);
        decoded = LoneAmpersand().Replace(decoded, "&amp;");
        return string.Concat(decoded.Where(static letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter)));
    }

    [GeneratedRegex(@"&([A-Za-z][A-Za-z0-9]{1,30});", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Entity();

    [GeneratedRegex(@"&(?!#?\w{1,32};)", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex LoneAmpersand();

    [GeneratedRegex(@"\A(?:\s|<\?[^>]{0,500}>|<!--.{0,2000}?-->|<!DOCTYPE[^>\[]{0,500}(?:\[[^\]]{0,2000}\])?\s*>)*<(?:[\w.\-]+:)?([\w.\-]+)", RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.IgnoreCase, 1_000)]
    private static partial Regex Root();
}
