using System.Globalization;

namespace Lesart.Extracting;

/// <summary>Tells pages that hold no article of their own: section fronts and picture galleries.</summary>
internal sealed class PageKinds(MarkupWords markup)
{
    private const int MinTeasers = 8;
    private const int MaxSummary = 500; // letters of text between two headlines of a front
    private const int MinPictures = 5;
    private const int MaxGalleryText = 600;
    private const double MinLinked = 0.7;

    /// <summary>Why the page is refused; null where it holds an article.</summary>
    public string? Refusal(Page page, PageMetadata metadata, List<PageBlock> blocks, List<PageBlock> body)
    {
        int letters = body.Where(static block => !block.IsHeading).Sum(static block => block.Text.Length);
        int pictures = blocks.Count(block => block.Text.Length > 20 && block.Node.Ancestors().Prepend(block.Node).Take(4).Any(node => node.Tag is "figure" or "figcaption" || markup.Has(node, MarkupRole.Caption)));
        bool saysArticle = SaysArticle(page, metadata);
        if (letters < MaxGalleryText && ((metadata.Data.IsGallery && pictures > 1) || (!saysArticle && pictures >= MinPictures)))
            return string.Create(CultureInfo.InvariantCulture, $"is a picture gallery ({pictures} captions, hardly any text)");
        if (saysArticle)
            return null;
        int teasers = blocks.Count(static block => block.IsHeading && block.LinkDensity > MinLinked);
        return teasers >= MinTeasers && LongestStretch(blocks, body) < MaxSummary
            ? string.Create(CultureInfo.InvariantCulture, $"is a section front ({teasers} headlines lead to articles, none is its own)")
            : null;
    }

    // Letters of body text that no headline of another article interrupts.
    private static int LongestStretch(List<PageBlock> blocks, List<PageBlock> body)
    {
        HashSet<int> chosen = [.. body.Where(static block => !block.IsHeading).Select(static block => block.Index)];
        int longest = 0, letters = 0;
        foreach (PageBlock block in blocks)
        {
            if (block.IsHeading && block.LinkDensity > MinLinked)
                letters = 0;
            else if (chosen.Contains(block.Index))
                longest = Math.Max(longest, letters += block.Text.Length);
        }

        return longest;
    }

    private static bool SaysArticle(Page page, PageMetadata metadata)
    {
        if (metadata.Meta("og:type") is "article" || metadata.Meta("article:published_time") is not null || page.Root.Descendants().Any(static node => node.ItemProperty == "articlebody"))
            return true;
        string? headline = metadata.Data.Text(metadata.Article?["headline"]);
        string name = PageSurvey.Squeeze(metadata.Meta("og:title") ?? page.TitleElement ?? "");
        return headline is not null && (name.Length == 0 || name.Contains(PageSurvey.Squeeze(headline), StringComparison.Ordinal) || PageSurvey.Squeeze(headline).Contains(name, StringComparison.Ordinal));
    }
}
