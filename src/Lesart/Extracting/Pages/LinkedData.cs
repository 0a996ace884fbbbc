using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Lesart.Extracting;

/// <summary>The schema.org data of a page: the node that describes its article, and the publisher's name.</summary>
/// <remarks>Lenient where publishers are careless: raw line breaks in strings, comments, trailing commas, several roots, HTML comments around the data.</remarks>
internal sealed class LinkedData
{
    private const int MaxDepth = 60;
    private const int MaxNodes = 5_000;

    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip, MaxDepth = MaxDepth };

    private readonly List<JsonObject> _nodes = [];
    private readonly Dictionary<string, JsonObject> _byId = new(StringComparer.Ordinal);

    /// <summary>Reads the scripts; one that can't be read is passed over, as browsers and search engines do.</summary>
    public static LinkedData Read(IEnumerable<string> scripts)
    {
        LinkedData data = new();
        foreach (string script in scripts)
        {
            if (TryParse(script) is JsonNode root)
                data.Collect(root, 0);
        }

        return data;
    }

    /// <summary>The node of the page's article: the first of an article's type with a headline, else the first of an article's type.</summary>
    public JsonObject? Article => _nodes.Find(node => IsArticle(node) && Text(node["headline"]) is not null) ?? _nodes.Find(IsArticle);

    /// <summary>Whether the page calls itself a gallery of pictures.</summary>
    public bool IsGallery => _nodes.Exists(static node => TypesOf(node).Any(static type => type is "ImageGallery" or "MediaGallery"));

    /// <summary>All article nodes, in page order.</summary>
    public IEnumerable<JsonObject> Articles => _nodes.Where(IsArticle);

    /// <summary>The site's name: a WebSite's or a news organisation's.</summary>
    public string? SiteName => _nodes.Where(static node => TypesOf(node).Any(static type => type is "WebSite" or "NewsMediaOrganization"))
        .Select(node => Text(node["name"])).FirstOrDefault(static name => name is not null);

    /// <summary>A property's text; of an array the first, of an object its name.</summary>
    public string? Text(JsonNode? node, int depth = 0)
    {
        if (depth > 6)
            return null;
        switch (node)
        {
            case JsonValue value when value.TryGetValue(out string? text):
                text = TextCleaner.Clean(System.Net.WebUtility.HtmlDecode(text));
                return text.Length > 0 ? text : null;
            case JsonValue value when value.GetValueKind() == JsonValueKind.Number:
                return value.ToJsonString();
            case JsonArray array:
                return array.Select(item => Text(item, depth + 1)).FirstOrDefault(static text => text is not null);
            case JsonObject item:
                JsonObject target = Resolve(item);
                return Text(target["name"], depth + 1) ?? Text(target["@value"], depth + 1) ?? Text(target["headline"], depth + 1);
            default:
                return null;
        }
    }

    /// <summary>The long text of a property, line breaks kept; null where there is none.</summary>
    public static string? LongText(JsonNode? node) => node is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0 ? text : null;

    /// <summary>Names of a property's values with the types of those that say it.</summary>
    public IEnumerable<(string Name, bool IsPerson, bool IsOrganization)> Names(JsonNode? node, int depth = 0)
    {
        if (depth > 4 || node is null)
            yield break;
        if (node is JsonArray array)
        {
            foreach ((string, bool, bool) name in array.SelectMany(item => Names(item, depth + 1)))
                yield return name;
        }
        else if (node is JsonObject reference)
        {
            JsonObject item = Resolve(reference);
            bool isPerson = TypesOf(item).Any(static type => type == "Person"), isBody = TypesOf(item).Any(static type => type.EndsWith("Organization", StringComparison.Ordinal));
            if (item["name"] is JsonArray several)
            {
                foreach (JsonNode? one in several)
                {
                    if (Text(one) is string each)
                        yield return (each, isPerson, isBody);
                }
            }
            else if (Text(item["name"]) is string name)
            {
                yield return (name, isPerson, isBody);
            }
        }
        else if (Text(node) is string text)
        {
            yield return (text, false, false);
        }
    }

    /// <summary>Whether the node, or a part of it, says that not all can be read without paying.</summary>
    public static bool IsPaid(JsonObject node) => node["isAccessibleForFree"] is JsonValue free
        ? free.ToString().Equals("false", StringComparison.OrdinalIgnoreCase)
        : node["hasPart"] is JsonObject part && part["isAccessibleForFree"] is JsonValue closed && closed.ToString().Equals("false", StringComparison.OrdinalIgnoreCase);

    private JsonObject Resolve(JsonObject item) =>
        item["name"] is null && item["@id"] is JsonValue id && _byId.TryGetValue(id.ToString(), out JsonObject? target) ? target : item;

    private static bool IsArticle(JsonObject node) => TypesOf(node).Any(static type =>
        type.EndsWith("Article", StringComparison.Ordinal) || type.EndsWith("Posting", StringComparison.Ordinal) || type is "Report" or "Review" or "NewsStory");

    private static IEnumerable<string> TypesOf(JsonObject node) => node["@type"] switch
    {
        JsonValue value => [LocalName(value.ToString())],
        JsonArray array => array.OfType<JsonValue>().Select(static value => LocalName(value.ToString())),
        _ => [],
    };

    private static string LocalName(string type) => type[(type.LastIndexOfAny(['/', ':', '#']) + 1)..];

    private void Collect(JsonNode node, int depth)
    {
        if (depth > MaxDepth || _nodes.Count > MaxNodes)
            return;
        if (node is JsonArray array)
        {
            foreach (JsonNode? item in array)
            {
                if (item is JsonObject or JsonArray)
                    Collect(item, depth + 1);
            }
        }
        else if (node is JsonObject found)
        {
            if (found.ContainsKey("@type"))
                _nodes.Add(found);
            if (found["@id"] is JsonValue id && (found.ContainsKey("name") || found.ContainsKey("headline")))
                _byId.TryAdd(id.ToString(), found);
            foreach ((_, JsonNode? value) in found)
            {
                if (value is JsonObject or JsonArray)
                    Collect(value, depth + 1);
            }
        }
    }

    private static JsonNode? TryParse(string script)
    {
        string text = script.Trim();
        if (text.StartsWith("<!--", StringComparison.Ordinal))
            text = text[4..].Replace("-->", "", StringComparison.Ordinal);
        text = text.Replace("<![CDATA[", "", StringComparison.Ordinal).Replace("]]>", "", StringComparison.Ordinal).Trim().TrimEnd(';');
        if (text.Length == 0)
            return null;
        return Parse(text) ?? Parse(Mended(text)) ?? (text[0] == '{' ? Parse($"[{Mended(text).Replace("}\n{", "},{", StringComparison.Ordinal).Replace("}{", "},{", StringComparison.Ordinal)}]") : null);
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            JsonNode? node = JsonNode.Parse(text, documentOptions: Lenient);
            Touch(node, 0);
            return node;
        }
        catch (Exception error) when (error is JsonException or ArgumentException or InvalidOperationException) // broken, a name twice in one object, a lone surrogate
        {
            return null;
        }
    }

    // Objects are read lazily and complain about names given twice only then.
    private static void Touch(JsonNode? node, int depth)
    {
        if (node is JsonObject item && depth < MaxDepth)
        {
            foreach ((_, JsonNode? value) in item)
                Touch(value, depth + 1);
        }
        else if (node is JsonArray array && depth < MaxDepth)
        {
            foreach (JsonNode? value in array)
                Touch(value, depth + 1);
        }
    }

    // Escapes raw control characters and lone quotation marks inside strings.
    private static string Mended(string text)
    {
        StringBuilder mended = new(text.Length + 16);
        bool inString = false;
        for (int at = 0; at < text.Length; at++)
        {
            char letter = text[at];
            if (inString && letter == '\\' && at + 1 < text.Length)
            {
                char next = text[at + 1];
                if (next is '"' or '\\' or '/' or 'b' or 'f' or 'n' or 'r' or 't' or 'u')
                    mended.Append(letter).Append(next);
                else
                    mended.Append(next);
                at++;
            }
            else if (letter == '"')
            {
                bool closes = !inString || ClosesString(text, at);
                mended.Append(closes ? "\"" : "\\\"");
                inString = inString ? !closes : true;
            }
            else if (char.IsControl(letter))
            {
                mended.Append(inString ? ' ' : letter);
            }
            else
            {
                mended.Append(letter);
            }
        }

        return mended.ToString();
    }

    private static bool ClosesString(string text, int at)
    {
        ReadOnlySpan<char> after = text.AsSpan(at + 1).TrimStart();
        return after.IsEmpty || after[0] is ',' or '}' or ']' or ':';
    }
}
