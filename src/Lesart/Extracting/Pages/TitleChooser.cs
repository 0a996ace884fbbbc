namespace Lesart.Extracting;

/// <summary>Chooses a page's headline among what it gives for one, and parts the kicker from it.</summary>
internal sealed class TitleChooser(MarkupWords markup)
{
    private const int MaxTitleLength = 300;
    private const int MaxKickerLength = 60;
    private const int MaxKickerNodes = 6;
    private const double HeadlineWeight = 2.5;
    private const double SearchHeadlineWeight = 1.2;
    private const double PrintedWeight = 1.15;
    private const double TieBreakWeight = 0.1;
    private static readonly string[] Separators = [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " « "];

    /// <summary>The headline, and the kicker where the page prints one above it.</summary>
    /// <remarks>The sources vote: the schema.org headline counts most, unless it is just the title that search engines get; then the Open Graph
    /// title and the printed one outvote it together. A headline for other places (Twitter) only breaks ties. Of two that agree but for what stands in front, the shorter one is the
    /// headline and the rest its kicker.</remarks>
    public (string? Title, string? Kicker) Choose(Page page, PageMetadata metadata, string? outlet)
    {
        string? headline = WithoutSite(metadata.Data.Text(metadata.Article?["headline"]) ?? metadata.Item("headline"), outlet);
        string? shared = WithoutSite(metadata.Meta("og:title"), outlet), element = WithoutSite(page.TitleElement, outlet);
        string? named = headline ?? shared ?? element;
        (string? printed, string? kicker) = Printed(page, named);
        string? other = metadata.Titles.Count > 0 ? WithoutSite(metadata.Titles[^1], outlet) : null;
        List<(string Title, double Weight)> candidates = [];
        bool isForSearch = headline is not null && element is not null && PageSurvey.Squeeze(headline) == PageSurvey.Squeeze(element);
        Add(candidates, headline, isForSearch ? SearchHeadlineWeight : HeadlineWeight);
        Add(candidates, shared, 1);
        Add(candidates, printed, headline is null ? PrintedWeight : 1);
        Add(candidates, other, TieBreakWeight);
        Add(candidates, element, TieBreakWeight);
        if (candidates.Count == 0)
            return (null, null);
        string best = candidates.GroupBy(static candidate => PageSurvey.Squeeze(candidate.Title), StringComparer.Ordinal).OrderByDescending(static group => group.Sum(static one => one.Weight)).First().First().Title;
        return ShorterOf(best, shared, kicker) ?? ShorterOf(best, headline, kicker) ?? WithoutKicker(best, kicker, candidates);
    }

    private static void Add(List<(string Title, double Weight)> candidates, string? title, double weight)
    {
        if (title is { Length: > 3 and < MaxTitleLength })
            candidates.Add((title, weight));
    }

    private static (string Title, string? Kicker)? ShorterOf(string best, string? other, string? kicker)
    {
        if (other is null || other.Length < 15 || other.Length >= best.Length || !best.EndsWith(other, StringComparison.OrdinalIgnoreCase) || char.IsLetterOrDigit(best[^(other.Length + 1)]))
            return null;
        return (other, kicker ?? Before(best, other));
    }

    // A kicker is cut off where the page marks it as one and no source that names the article for others repeats it.
    private static (string Title, string? Kicker) WithoutKicker(string best, string? kicker, List<(string Title, double Weight)> candidates)
    {
        bool isRepeated = kicker is not null && candidates.Count(candidate => candidate.Title.StartsWith(kicker, StringComparison.OrdinalIgnoreCase)) > 1;
        return kicker is not null && !isRepeated && best.StartsWith(kicker, StringComparison.Ordinal) && best.Length > kicker.Length + 10
            ? (best[kicker.Length..].Trim(' ', ':', '|', '-', '–'), kicker)
            : (best, kicker);
    }

    private static string? Before(string printed, string title)
    {
        int at = printed.LastIndexOf(title, StringComparison.OrdinalIgnoreCase);
        string kicker = at > 0 ? printed[..at].Trim(' ', ':', '|', '-', '–') : "";
        return kicker.Length is > 1 and < MaxKickerLength ? kicker : null;
    }

    // The h1 that is nearest to what the page is named; without such, the first with words in it.
    private (string? Title, string? Kicker) Printed(Page page, string? named)
    {
        PageNode? best = null;
        string? bestText = null;
        double bestLikeness = -1;
        foreach (PageNode node in page.Root.Descendants().Where(static node => node.Tag == "h1"))
        {
            string text = node.CleanText();
            if (text.Length is < 8 or > MaxTitleLength)
                continue;
            double likeness = Likeness(text, named);
            if (likeness > bestLikeness)
                (best, bestText, bestLikeness) = (node, text, likeness);
        }

        if (best is null || bestText is null || (named is not null && bestLikeness < 0.2))
            return (null, null);
        PageNode? kicker = best.Descendants().FirstOrDefault(node => !node.IsText && markup.Has(node, MarkupRole.Kicker)) ?? KickerAbove(best);
        if (kicker is null)
            return (bestText, null);
        string above = kicker.CleanText();
        return (bestText, above.Length is > 1 and < MaxKickerLength ? above.Trim(' ', ':') : null);
    }

    // An element right above the headline that is marked as kicker.
    private PageNode? KickerAbove(PageNode headline)
    {
        for (PageNode node = headline; node.Parent is PageNode parent && parent.Tag is not ("body" or "main"); node = parent)
        {
            int at = Array.FindLastIndex(parent.Children, child => child.Order < node.Order && (!child.IsText || !string.IsNullOrWhiteSpace(child.Text)));
            if (at >= 0)
                return parent.Children[at].Descendants().Take(MaxKickerNodes).Prepend(parent.Children[at]).FirstOrDefault(above => !above.IsText && markup.Has(above, MarkupRole.Kicker));
        }

        return null;
    }

    // Share of the shorter one's words that the other has.
    private static double Likeness(string text, string? other)
    {
        if (other is null)
            return 0.5;
        HashSet<string> mine = Words(text), theirs = Words(other);
        return (double)mine.Intersect(theirs).Count() / Math.Max(1, Math.Min(mine.Count, theirs.Count));
    }

    private static HashSet<string> Words(string text) => [.. text.ToLowerInvariant().Split([' ', ':', ',', '.', '-', '–', '"', '„', '“', '”', '’', '\'', '?', '!', '|'], StringSplitOptions.RemoveEmptyEntries).Where(static word => word.Length > 2)];

    private static string? WithoutSite(string? title, string? outlet)
    {
        if (title is null)
            return null;
        title = TextCleaner.Clean(title);
        foreach (string separator in Separators)
        {
            int at = title.LastIndexOf(separator, StringComparison.Ordinal);
            if (at < 15)
                continue;
            string tail = title[(at + separator.Length)..];
            bool isSite = outlet is not null && (PageSurvey.Squeeze(tail).Contains(PageSurvey.Squeeze(outlet), StringComparison.Ordinal) || PageSurvey.Squeeze(outlet).Contains(PageSurvey.Squeeze(tail), StringComparison.Ordinal));
            bool isRubric = separator is " | " && !tail.Contains(' ', StringComparison.Ordinal) && at > 2 * tail.Length;
            if (isSite || isRubric)
                return WithoutSite(title[..at].TrimEnd(), outlet);
        }

        return title.Length == 0 ? null : title;
    }
}
