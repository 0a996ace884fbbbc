using System.Text.Json;
using System.Xml.Linq;

namespace Lesart.Extracting;

/// <summary>Reads feeds: RSS, Atom and JSON Feed with the text they carry; OPML and sitemaps as lists of links.</summary>
internal sealed class FeedReader(ArticleWords words, BylineParser bylines, PublicationTimeReader times, FragmentReader fragments)
{
    private const int MinFullText = 600; // letters; teasers of German and English feeds stay below 400
    private const int MinMarkedText = 300; // of what the feed itself gives as the whole text, beside a summary

    /// <summary>The entries of an RSS or Atom feed.</summary>
    public IEnumerable<ArticleDraft> Read(XDocument feed, string source)
    {
        XElement root = feed.Root!; // a parsed document has a root
        XElement channel = Child(root, "channel") ?? root;
        string? site = Text(Child(channel, "title")), language = Text(Child(channel, "language")) ?? root.Attributes().FirstOrDefault(static attribute => attribute.Name.LocalName == "lang")?.Value;
        foreach (XElement entry in root.Descendants().Where(static element => element.Name.LocalName is "item" or "entry"))
        {
            string? url = LinkOf(entry);
            ArticleDraft draft = new()
            {
                Source = url is null ? source : $"{source}#{url}",
                Url = url,
                Title = Text(Child(entry, "title")) is string title ? PlainText(title) : null,
                Section = Text(Child(entry, "category")) ?? Child(entry, "category")?.Attribute("term")?.Value,
                DeclaredLanguage = language,
                Outlet = OutletOf(url, site),
            };
            foreach (XElement author in entry.Elements().Where(static element => element.Name.LocalName is "creator" or "author"))
                bylines.ReadValue(MailName(Text(Child(author, "name")) ?? Text(author)), draft.Outlet, draft.Authors, draft.Agencies);
            draft.Published = Time(entry, "pubDate") ?? Time(entry, "published") ?? Time(entry, "date") ?? Time(entry, "issued") ?? Time(entry, "updated");
            draft.Modified = Time(entry, "updated") ?? Time(entry, "modified");
            string? full = Markup(entry, "encoded") ?? Markup(entry, "content"), summary = Markup(entry, "description") ?? Markup(entry, "summary");
            Fill(draft, full, summary);
            yield return draft;
        }
    }

    /// <summary>The entries of a JSON Feed.</summary>
    public IEnumerable<ArticleDraft> Read(JsonElement feed, string source)
    {
        string? site = Json(feed, "title"), language = Json(feed, "language");
        if (!feed.TryGetProperty("items", out JsonElement items) || items.ValueKind != JsonValueKind.Array)
            yield break;
        foreach (JsonElement entry in items.EnumerateArray().Where(static entry => entry.ValueKind == JsonValueKind.Object))
        {
            string? url = Json(entry, "url") ?? Json(entry, "external_url");
            ArticleDraft draft = new()
            {
                Source = url is null ? source : $"{source}#{url}", Url = url, Title = Json(entry, "title"), DeclaredLanguage = Json(entry, "language") ?? language, Outlet = OutletOf(url, site),
            };
            if (entry.TryGetProperty("authors", out JsonElement authors) && authors.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement author in authors.EnumerateArray().Where(static author => author.ValueKind == JsonValueKind.Object))
                    bylines.ReadValue(Json(author, "name"), draft.Outlet, draft.Authors, draft.Agencies);
            }
            else if (entry.TryGetProperty("author", out JsonElement one) && one.ValueKind == JsonValueKind.Object)
            {
                bylines.ReadValue(Json(one, "name"), draft.Outlet, draft.Authors, draft.Agencies);
            }

            draft.Published = times.TryReadValue(Json(entry, "date_published"), out PublicationTime published) ? published : null;
            draft.Modified = times.TryReadValue(Json(entry, "date_modified"), out PublicationTime modified) ? modified : null;
            Fill(draft, Json(entry, "content_html") ?? Json(entry, "content_text"), Json(entry, "summary"));
            yield return draft;
        }
    }

    /// <summary>What a feed, sitemap or list of feeds points to, in its order.</summary>
    public IEnumerable<PageLink> Links(XDocument document)
    {
        foreach (XElement element in document.Descendants())
        {
            switch (element.Name.LocalName)
            {
                case "outline" when element.Attribute("xmlUrl")?.Value is string feed:
                    yield return new PageLink(feed.Trim(), element.Attribute("title")?.Value ?? element.Attribute("text")?.Value, null, IsFeed: true);
                    break;
                case "url" or "sitemap" when Text(Child(element, "loc")) is string address:
                    XElement? day = element.Descendants().FirstOrDefault(static inner => inner.Name.LocalName is "publication_date") ?? Child(element, "lastmod");
                    yield return new PageLink(address, Text(element.Descendants().FirstOrDefault(static inner => inner.Name.LocalName == "title")),
                        times.TryReadValue(Text(day), out PublicationTime time) ? time : null, element.Name.LocalName == "sitemap");
                    break;
                case "item" or "entry" when LinkOf(element) is string page:
                    yield return new PageLink(page, Text(Child(element, "title")), Time(element, "pubDate") ?? Time(element, "published") ?? Time(element, "date"), IsFeed: false);
                    break;
            }
        }
    }

    private void Fill(ArticleDraft draft, string? full, string? summary)
    {
        List<DraftBlock> blocks = full is null ? [] : fragments.Read(full, draft.Title);
        if (blocks.Sum(static block => block.Text.Length) < MinFullText && summary is not null)
        {
            List<DraftBlock> teaser = fragments.Read(summary, draft.Title);
            if (teaser.Sum(static block => block.Text.Length) > blocks.Sum(static block => block.Text.Length))
                blocks = teaser;
        }

        draft.Blocks = blocks;
        bool isMarked = full is not null && summary is not null && summary != full && blocks is [_, _, ..] && !blocks[^1].Text.EndsWith('…') && !blocks[^1].Text.EndsWith("...", StringComparison.Ordinal);
        draft.Incomplete = blocks.Sum(static block => block.Text.Length) < (isMarked ? MinMarkedText : MinFullText);
    }

    private string? OutletOf(string? url, string? site)
    {
        string? host = Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) ? uri.Host : null;
        if (words.OutletAt(host) is OutletName known)
            return known.Name;
        string? name = site?.Split([" - ", " | ", " – ", ": ", " » "], StringSplitOptions.TrimEntries)[0];
        return string.IsNullOrWhiteSpace(name) ? host : name;
    }

    private PublicationTime? Time(XElement entry, string name) => times.TryReadValue(Text(Child(entry, name)), out PublicationTime time) ? time : null;

    private static string? LinkOf(XElement entry)
    {
        XElement[] links = [.. entry.Elements().Where(static element => element.Name.LocalName == "link")];
        XElement? link = Array.Find(links, static element => element.Attribute("href") is not null && element.Attribute("rel")?.Value is null or "alternate") ?? (links.Length > 0 ? links[0] : null);
        string? url = link?.Attribute("href")?.Value ?? Text(link) ?? Text(Child(entry, "guid"));
        return Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) && uri.Scheme is "http" or "https" ? url : null;
    }

    // Atom may give its text as elements, all others as escaped markup.
    private static string? Markup(XElement entry, string name)
    {
        XElement? element = Child(entry, name);
        if (element is null)
            return null;
        string text = element.HasElements ? string.Concat(element.Nodes().Select(static node => node.ToString())) : element.Value;
        return string.IsNullOrWhiteSpace(text) ? null : text;
    }

    private static XElement? Child(XElement element, string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name);

    private static string? Text(XElement? element) => element is null ? null : TextCleaner.Clean(element.Value) is { Length: > 0 } text ? text : null;

    private static string PlainText(string title) => title.Contains('<', StringComparison.Ordinal) || title.Contains('&', StringComparison.Ordinal)
        ? Page.Parse($"<body>{title}</body>").Root.CleanText() : title;

    // RSS wants "mail@example.org (Anna Muster)".
    private static string? MailName(string? author)
    {
        int open = author?.IndexOf('(', StringComparison.Ordinal) ?? -1;
        return author is not null && open > 0 && author.Contains('@', StringComparison.Ordinal) ? author[(open + 1)..].TrimEnd(')', ' ') : author;
    }

    private static string? Json(JsonElement item, string name) =>
        item.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
