using System.Text.Json;

namespace Lesart.Extracting;

/// <summary>Reads ninjs (IPTC's news in JSON), versions 1 to 3.</summary>
internal sealed class NinjsReader(ArticleWords words, BylineParser bylines, PublicationTimeReader times, FragmentReader fragments)
{
    /// <summary>Whether the object has what only ninjs has.</summary>
    public static bool IsNinjs(JsonElement item) => item.ValueKind == JsonValueKind.Object && item.TryGetProperty("uri", out _)
        && (item.TryGetProperty("body_xhtml", out _) || item.TryGetProperty("body_html", out _) || item.TryGetProperty("body_text", out _) || item.TryGetProperty("bodies", out _));

    /// <summary>The article of an item.</summary>
    public ArticleDraft Read(JsonElement item, string source)
    {
        ArticleDraft draft = new()
        {
            Source = source,
            Title = Text(item, "headline") ?? FirstValue(item, "headlines") ?? Text(item, "title"),
            DeclaredLanguage = Text(item, "language"),
            Url = Text(item, "uri") is string uri && uri.StartsWith("http", StringComparison.Ordinal) ? uri : null,
        };
        draft.Published = Time(item, "firstcreated") ?? Time(item, "firstCreated") ?? Time(item, "versioncreated") ?? Time(item, "versionCreated");
        draft.Modified = Time(item, "versioncreated") ?? Time(item, "versionCreated");
        bylines.ReadValue(Text(item, "byline") ?? Text(item, "by"), null, draft.Authors, draft.Agencies);
        foreach (string provider in new[] { Text(item, "provider"), Text(item, "copyrightholder"), Text(item, "copyrightHolder"), FirstName(item, "infosources"), FirstName(item, "infoSources"), FirstName(item, "organisation") }.OfType<string>())
        {
            if (words.TryGetAgency(provider, out string agency))
                draft.Agencies.Add(agency);
            else
                draft.Outlet ??= provider;
        }

        string? body = Text(item, "body_xhtml") ?? Text(item, "body_html") ?? Text(item, "body_text") ?? FirstValue(item, "bodies");
        draft.Blocks = body is null ? [] : fragments.Read(body, draft.Title);
        return draft;
    }

    private PublicationTime? Time(JsonElement item, string name) => times.TryReadValue(Text(item, name), out PublicationTime time) ? time : null;

    private static string? Text(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static string? FirstValue(JsonElement item, string name) => First(item, name, "value");

    private static string? FirstName(JsonElement item, string name) => First(item, name, "name");

    private static string? First(JsonElement item, string list, string name) =>
        item.TryGetProperty(list, out JsonElement values) && values.ValueKind == JsonValueKind.Array
            ? values.EnumerateArray().Where(static value => value.ValueKind == JsonValueKind.Object).Select(value => Text(value, name)).FirstOrDefault(static text => text is not null) : null;
}
