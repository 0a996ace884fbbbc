namespace Lesart.Extracting;

/// <summary>Reads an article from a page: what it says of itself for machines, then what a reader sees.</summary>
internal sealed class HtmlArticleReader(
    ArticleWords words, OutletRecipes recipes, BodyFinder bodies, TitleChooser titles, AuthorFinder authors, AgencyCredits credits, PageTimes times, PageKinds kinds, PaywallSigns walls, FragmentReader fragments)
{
    /// <summary>Reads one page.</summary>
    /// <param name="source">The page's source.</param>
    /// <param name="name">The source as the user named it.</param>
    /// <param name="url">The page's address where it is known.</param>
    /// <exception cref="UnreadableSourceException">The page can't be parsed within the limits, or holds no article of its own.</exception>
    public ArticleDraft Read(string source, string name, string? url = null)
    {
        Page page = Page.Parse(source);
        PageMetadata metadata = new(page);
        ArticleDraft draft = Head(page, metadata, name, url);
        List<PageBlock> blocks = Blocks(page, draft.Url);
        if (blocks.Sum(static block => (long)block.Text.Length) > ExtractionLimits.MaxPageLetters)
            throw new UnreadableSourceException("it has more than 12 million letters of text, which no article's page has");
        List<PageBlock> body = bodies.Find(blocks, metadata, draft.Title);
        if (kinds.Refusal(page, metadata, blocks, body) is string reason)
            throw new UnreadableSourceException(reason);
        authors.Find(metadata, blocks, body, draft);
        credits.Read(blocks, body, draft.Agencies);
        times.Read(page, metadata, blocks, body, draft);
        draft.Blocks = LiveBlog.Complete(metadata.Article, metadata.Data, [.. body.Select(DraftBlocks.Of)], fragments);
        draft.Incomplete = !LiveBlog.Is(metadata.Article) && walls.IsStub(metadata, blocks, body);
        return draft;
    }

    /// <summary>What a page says of its article before anybody looks for the body: address, outlet, title, section, language.</summary>
    public ArticleDraft Head(Page page, PageMetadata metadata, string name, string? url)
    {
        string? address = Address(metadata.Canonical, url) ?? url;
        ArticleDraft draft = new() { Source = name, Url = address, DeclaredLanguage = page.Language ?? metadata.Meta("dc.language") ?? metadata.Meta("dcterms.language") };
        draft.Outlet = Outlet(metadata, address);
        (draft.Title, string? kicker) = titles.Choose(page, metadata, draft.Outlet);
        draft.Section = kicker ?? metadata.Data.Text(metadata.Article?["articleSection"]) ?? metadata.Meta("article:section") ?? metadata.Item("articlesection");
        return draft;
    }

    /// <summary>The page's blocks without what its outlet's recipe leaves out.</summary>
    public List<PageBlock> Blocks(Page page, string? address) => BlockCutter.Cut(page.Root, recipes.DroppedAt(address));

    private static string? Address(string? canonical, string? url)
    {
        if (string.IsNullOrWhiteSpace(canonical))
            return null;
        if (Uri.TryCreate(canonical, UriKind.Absolute, out Uri? absolute) && absolute.Scheme is "http" or "https")
            return canonical;
        return url is not null && Uri.TryCreate(url, UriKind.Absolute, out Uri? root) && Uri.TryCreate(root, canonical, out Uri? joined) ? joined.AbsoluteUri : null;
    }

    private string? Outlet(PageMetadata metadata, string? address)
    {
        string? host = Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) ? uri.Host : null;
        if (words.OutletAt(host) is OutletName known)
            return known.Name;
        string? named = metadata.Meta("og:site_name") ?? metadata.Data.Text(metadata.Article?["publisher"]) ?? metadata.Data.SiteName ?? metadata.Meta("application-name") ?? metadata.Meta("dc.publisher") ?? metadata.Meta("dcterms.publisher");
        return named is not null && TextCleaner.Clean(named) is { Length: > 0 and < 80 } clean ? clean : host is null ? null : host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }
}
