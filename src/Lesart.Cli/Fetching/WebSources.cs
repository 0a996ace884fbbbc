using Lesart.Json;

namespace Lesart.Cli.Fetching;

/// <summary>What an address on the command line means: a page; a feed whose entries carry their text; or the pages that a feed, sitemap or list of feeds points to.</summary>
internal sealed class WebSources(Engine engine, PageFetcher fetcher, FetchOptions options)
{
    private const int MaxListDepth = 2;

    private static readonly string[] Lists = [".opml", ".xml", ".opml.gz", ".xml.gz"];

    /// <summary>The sources behind an address, fetched one after another as they are asked for.</summary>
    public IEnumerable<Outcome<SourceFile>> Of(string url)
    {
        HashSet<string> seen = new(StringComparer.Ordinal) { url };
        foreach (Outcome<SourceFile> source in Of(url, seen, 0))
            yield return source;
    }

    /// <summary>What a file stands for: itself, or the pages behind it where it is nothing but a list of addresses (OPML, a sitemap).</summary>
    public IEnumerable<Outcome<SourceFile>> Of(SourceFile file)
    {
        bool mayBeList = Lists.Any(ending => file.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        IReadOnlyList<PageLink> links = mayBeList ? engine.Links(file) : [];
        return links.Count == 0 || engine.Extract(file).Any(static outcome => outcome.Value is not null) ? [file] : Behind(links, new HashSet<string>(StringComparer.Ordinal), 0);
    }

    private IEnumerable<Outcome<SourceFile>> Of(string url, HashSet<string> seen, int depth)
    {
        Outcome<SourceFile> fetched = Fetch(url);
        if (!fetched.TryGet(out SourceFile? source, out Problem? problem))
        {
            yield return problem;
            yield break;
        }

        IReadOnlyList<PageLink> links = engine.Links(source);
        Article[] entries = links.Count == 0 ? [] : [.. engine.Extract(source).Select(static outcome => outcome.Value).OfType<Article>()];
        // a feed is read itself where most of its entries are whole articles
        if (links.Count == 0 || entries.Count(static entry => !entry.Incomplete) * 2 > entries.Length)
        {
            yield return source;
            yield break;
        }

        ILookup<string?, Article> byUrl = entries.ToLookup(static entry => entry.Url, StringComparer.Ordinal);
        foreach (Outcome<SourceFile> page in Behind(links, seen, depth))
        {
            yield return page;
            // of a page that can't be had, what the feed says of it is left
            if (page.Problem is Problem missing && byUrl[missing.Source].FirstOrDefault() is Article entry)
                yield return new SourceFile(entry.Source + ".jsonl", () => new MemoryStream(LesartJson.ToLine(entry)));
        }
    }

    private IEnumerable<Outcome<SourceFile>> Behind(IReadOnlyList<PageLink> links, HashSet<string> seen, int depth)
    {
        foreach (PageLink link in links)
        {
            if (!PageFetcher.IsAddress(link.Url) || seen.Count > options.MaxPages || (link.IsFeed && depth >= MaxListDepth) || !seen.Add(link.Url))
                continue;
            foreach (Outcome<SourceFile> page in link.IsFeed ? Of(link.Url, seen, depth + 1) : [Fetch(link.Url)])
                yield return page;
        }
    }

    private Outcome<SourceFile> Fetch(string url)
    {
        try
        {
            FetchedPage page = fetcher.Fetch(url);
            return new SourceFile(url, () => new MemoryStream(page.Body)) { MediaType = page.MediaType };
        }
        catch (FetchException error)
        {
            return new Problem(PageFetcher.Shown(url), null, error.Message);
        }
    }
}
