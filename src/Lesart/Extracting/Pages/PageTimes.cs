namespace Lesart.Extracting;

/// <summary>Reads when a page's article was published and changed: schema.org data, meta elements, microdata, <c>time</c> elements, visible lines, the address.</summary>
/// <remarks>Clock times without an offset are read by the outlet's clock where its table tells the zone; else only the day is kept.</remarks>
internal sealed class PageTimes(ArticleWords words, PublicationTimeReader times)
{
    private const int MaxLineLength = 100;
    private const int NearBlocks = 4; // a line with the date stands close to the headline or right below the text

    /// <summary>Fills the draft's times.</summary>
    public void Read(Page page, PageMetadata metadata, List<PageBlock> blocks, List<PageBlock> body, ArticleDraft draft)
    {
        string? host = Uri.TryCreate(draft.Url, UriKind.Absolute, out Uri? address) ? address.Host : null;
        OutletClock? clock = OutletClock.Of(words.OutletAt(host)?.Zone);
        IEnumerable<string?> marked = page.Values.Where(static value => value.Element == "time" && value.Key != "datemodified").OrderBy(static value => value.Key == "datepublished" ? 0 : 1).Select(static value => value.Value);
        draft.Published = First([metadata.Data.Text(metadata.Article?["datePublished"]), .. metadata.Published, metadata.Item("datepublished"), metadata.Data.Text(metadata.Article?["dateCreated"]), .. marked], clock);
        draft.Modified = First([metadata.Data.Text(metadata.Article?["dateModified"]), .. metadata.Modified, metadata.Item("datemodified"),
            .. page.Values.Where(static value => value.Element == "time" && value.Key == "datemodified").Select(static value => value.Value)], clock);
        ReadLines(blocks, body, clock, draft);
        if (draft.Published is null && draft.Url is not null && PublicationTimeReader.TryFindInAddress(draft.Url, out PublicationTime day))
            draft.Published = day;
    }

    private PublicationTime? First(IEnumerable<string?> values, OutletClock? clock)
    {
        foreach (string? value in values)
        {
            if (times.TryReadValue(value, out PublicationTime time, clock))
                return time;
        }

        return null;
    }

    // Lines close to the article first: a bar at the top of many pages tells today's date.
    private void ReadLines(List<PageBlock> blocks, List<PageBlock> body, OutletClock? clock, ArticleDraft draft)
    {
        if (draft.Published is not null && draft.Modified is not null)
            return;
        int first = body.Count > 0 ? body[0].Index : 0, last = body.Count > 0 ? body[^1].Index : blocks.Count;
        PublicationTime? published = null, modified = null;
        foreach (PageBlock block in blocks.Where(static block => block.Text.Length < MaxLineLength).OrderBy(block => IsNear(block.Index, first, last) ? 0 : 1))
        {
            if (!block.Text.AsSpan().ContainsAnyInRange('0', '9') || !times.TryFind(block.Text, out PublicationTime time, out TextSpan span, clock))
                continue;
            string before = block.Text[..span.Start];
            if (IsNear(block.Index, first, last) && words.Phrases("modified").Any(word => before.Contains(word, StringComparison.OrdinalIgnoreCase)))
                modified ??= time;
            else
                published ??= time;
            if (published is not null && block.Index > last)
                break;
        }

        draft.Published ??= published ?? modified;
        draft.Modified ??= modified is PublicationTime change && draft.Published is PublicationTime start && change >= start ? change : null;
    }

    private static bool IsNear(int index, int first, int last) => (index >= first - NearBlocks && index <= first + NearBlocks) || (index > last && index <= last + NearBlocks);
}
