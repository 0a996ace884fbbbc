namespace Lesart.Extracting;

/// <summary>Reads an article from a page: what it says of itself for machines, then what a reader sees.</summary>
internal sealed class HtmlArticleReader(ArticleWords words, PublicationTimeReader times, BodyFinder bodies, TitleChooser titles, AuthorFinder authors, AgencyCredits credits)
{
    /// <summary>Reads one page.</summary>
    /// <param name="source">The page's source.</param>
    /// <param name="name">The source as the user named it.</param>
    /// <param name="url">The page's address where it is known.</param>
    /// <exception cref="UnreadableSourceException">The page can't be parsed within the limits.</exception>
    public ArticleDraft Read(string source, string name, string? url = null)
    {
        Page page = Page.Parse(source);
        PageMetadata metadata = new(page);
        List<PageBlock> blocks = BlockCutter.Cut(page.Root);
        string? address = Address(metadata.Canonical, url) ?? url;
        ArticleDraft draft = new() { Source = name, Url = address, DeclaredLanguage = page.Language };
        draft.Outlet = Outlet(metadata, address);
        (draft.Title, string? kicker) = titles.Choose(page, metadata, draft.Outlet);
        draft.Section = kicker ?? metadata.Data.Text(metadata.Article?["articleSection"]) ?? metadata.Meta("article:section");
        List<PageBlock> body = bodies.Find(blocks, metadata, draft.Title);
        authors.Find(metadata, blocks, body, draft);
        credits.Read(blocks, body, draft.Agencies);
        ReadTimes(page, metadata, blocks, draft);
        draft.Blocks = [.. body.Select(DraftBlocks.Of)];
        draft.Incomplete = metadata.Article is not null && LinkedData.IsPaid(metadata.Article) && body.Sum(static block => block.Text.Length) < 1_200;
        return draft;
    }

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
        string? named = metadata.Meta("og:site_name") ?? metadata.Data.Text(metadata.Article?["publisher"]) ?? metadata.Data.SiteName ?? metadata.Meta("application-name");
        return named is not null && TextCleaner.Clean(named) is { Length: > 0 and < 80 } clean ? clean : host is null ? null : host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private void ReadTimes(Page page, PageMetadata metadata, List<PageBlock> blocks, ArticleDraft draft)
    {
        IEnumerable<string?> published = new[] { metadata.Data.Text(metadata.Article?["datePublished"]) }.Concat(metadata.Published)
            .Concat(page.Values.Where(static value => value.Element == "time").Select(static value => value.Value));
        foreach (string? value in published)
        {
            if (draft.Published is null && times.TryReadValue(value, out PublicationTime time))
                draft.Published = time;
        }

        foreach (string? value in new[] { metadata.Data.Text(metadata.Article?["dateModified"]) }.Concat(metadata.Modified))
        {
            if (draft.Modified is null && times.TryReadValue(value, out PublicationTime time))
                draft.Modified = time;
        }

        if (draft.Published is null)
        {
            foreach (PageBlock block in blocks.Where(static block => block.Text.Length < 100))
            {
                if (times.TryFind(block.Text, out PublicationTime time, out _))
                {
                    draft.Published = time;
                    return;
                }
            }
        }

        if (draft.Published is null && draft.Url is not null && PublicationTimeReader.TryFindInAddress(draft.Url, out PublicationTime day))
            draft.Published = day;
    }
}
