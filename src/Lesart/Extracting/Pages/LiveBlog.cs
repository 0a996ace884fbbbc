using System.Text.Json.Nodes;

namespace Lesart.Extracting;

/// <summary>The entries of a live blog as the page's data give them, for pages that print only the first of them.</summary>
internal static class LiveBlog
{
    private const int MaxEntries = 500;
    private const double EnoughPrinted = 0.5;

    /// <summary>Whether the article is a live blog.</summary>
    public static bool Is(JsonObject? article) => article?["liveBlogUpdate"] is JsonArray { Count: > 0 };

    /// <summary>The body with the entries of the data, each under its headline, where less than half of their text is printed.</summary>
    /// <param name="article">The article's node.</param>
    /// <param name="data">The page's data.</param>
    /// <param name="printed">The blocks that were found on the page.</param>
    /// <param name="fragments">Reads entries that are markup.</param>
    public static List<DraftBlock> Complete(JsonObject? article, LinkedData data, List<DraftBlock> printed, FragmentReader fragments)
    {
        if (article?["liveBlogUpdate"] is not JsonArray updates)
            return printed;
        List<DraftBlock> entries = [];
        foreach (JsonObject update in updates.OfType<JsonObject>().Take(MaxEntries))
        {
            if (LinkedData.LongText(update["articleBody"]) is not string text)
                continue;
            string? headline = data.Text(update["headline"]);
            List<DraftBlock> body = fragments.Read(System.Net.WebUtility.HtmlDecode(text), headline);
            if (body.Count == 0)
                continue;
            if (headline is not null)
                entries.Add(new DraftBlock(BlockKind.Heading, headline));
            entries.AddRange(body);
        }

        HashSet<string> shown = printed.Select(static block => PageSurvey.Squeeze(block.Text)).ToHashSet(StringComparer.Ordinal);
        int all = entries.Sum(static block => block.Text.Length), found = entries.Where(block => shown.Contains(PageSurvey.Squeeze(block.Text))).Sum(static block => block.Text.Length);
        if (found >= EnoughPrinted * all)
            return printed;
        HashSet<string> given = entries.Select(static block => PageSurvey.Squeeze(block.Text)).ToHashSet(StringComparer.Ordinal);
        return [.. printed.Where(block => !given.Contains(PageSurvey.Squeeze(block.Text))), .. entries];
    }
}
