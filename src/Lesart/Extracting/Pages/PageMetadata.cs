using System.Text.Json.Nodes;

namespace Lesart.Extracting;

/// <summary>What a page says of its article for machines, source by source, unjudged.</summary>
internal sealed class PageMetadata
{
    private static readonly string[] PublishedKeys =
    [
        "article:published_time", "og:article:published_time", "article:published", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.issued",
        "dcterms.created", "dc.date.created", "publish-date", "publishdate", "publish_date", "pubdate", "publication_date", "publicationdate", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
        "cxenseparse:time", "originalpublicationdate", "article_date_original", "displaydate", "iso-8601-publish-date", "rnews:datepublished", "citation_publication_date", "bt:pubdate", "last-published",
    ];

    private static readonly string[] ModifiedKeys = ["article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified", "dc.date.modified", "lastmod", "revised"];
    private static readonly string[] AuthorKeys = ["author", "article:author", "dc.creator", "dcterms.creator", "creator", "parsely-author", "sailthru.author", "cxenseparse:author", "byl", "article:author_name", "citation_author"];

    private readonly Dictionary<string, List<string>> _metas = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _items = new(StringComparer.Ordinal);

    /// <summary>Sorts a page's values.</summary>
    public PageMetadata(Page page)
    {
        foreach (PageValue value in page.Values.Where(static value => value.Element == "meta" && value.Value.Length > 0))
        {
            if (!_metas.TryGetValue(value.Key, out List<string>? list))
                _metas[value.Key] = list = [];
            list.Add(value.Value);
        }

        foreach (PageValue value in page.Values.Where(static value => value.Element == "item"))
            _items.TryAdd(value.Key, TextCleaner.Clean(value.Value));
        Canonical = page.Values.FirstOrDefault(static value => value.Element == "link" && value.Key == "canonical")?.Value ?? Meta("og:url") ?? Meta("twitter:url");
        Data = LinkedData.Read(page.DataScripts);
        Article = Data.Article;
        Published = [.. PublishedKeys.SelectMany(Metas)];
        Modified = [.. ModifiedKeys.SelectMany(Metas)];
        Authors = [.. AuthorKeys.Select(Metas).FirstOrDefault(static list => list.Count > 0) ?? []];
        Titles = [.. new[] { Meta("og:title"), Meta("twitter:title"), Meta("dc.title"), Meta("dcterms.title"), Meta("title") }.OfType<string>().Select(static title => TextCleaner.Clean(title))];
        Description = Data.Text(Article?["description"]) ?? Clean(Meta("og:description")) ?? Clean(Meta("description")) ?? Clean(Meta("twitter:description"));
        Descriptions = [.. new[] { Data.Text(Article?["description"]), Clean(Meta("og:description")), Clean(Meta("description")), Clean(Meta("twitter:description")), Data.Text(Article?["alternativeHeadline"]) }.OfType<string>().Distinct()];
    }

    /// <summary>The schema.org data.</summary>
    public LinkedData Data { get; }

    /// <summary>Its article node.</summary>
    public JsonObject? Article { get; }

    /// <summary>The page's address as it gives it.</summary>
    public string? Canonical { get; }

    /// <summary>Values of meta elements that tell the publication, most reliable first.</summary>
    public IReadOnlyList<string> Published { get; }

    /// <summary>Values of meta elements that tell the last change.</summary>
    public IReadOnlyList<string> Modified { get; }

    /// <summary>Values of the first meta key that names authors.</summary>
    public IReadOnlyList<string> Authors { get; }

    /// <summary>Titles of meta elements.</summary>
    public IReadOnlyList<string> Titles { get; }

    /// <summary>The summary that most likely is the standfirst.</summary>
    public string? Description { get; }

    /// <summary>All summaries.</summary>
    public IReadOnlyList<string> Descriptions { get; }

    /// <summary>The first value of a meta key.</summary>
    public string? Meta(string key) => _metas.TryGetValue(key, out List<string>? values) ? values[0] : null;

    /// <summary>The first value of a microdata property that stands in an element of the text.</summary>
    public string? Item(string property) => _items.GetValueOrDefault(property);

    /// <summary>All values of a meta key.</summary>
    public IReadOnlyList<string> Metas(string key) => _metas.TryGetValue(key, out List<string>? values) ? values : [];

    private static string? Clean(string? value) => value is null ? null : TextCleaner.Clean(value) is { Length: > 0 } clean ? clean : null;
}
