using System.Collections.Immutable;
using System.Text;

namespace Lesart.Extracting;

/// <summary>Takes standing paragraphs out of articles: what an outlet prints below most of its articles is learned from those that come together.</summary>
/// <remarks>A paragraph stands where it recurs, letter for letter, in at least <see cref="MinArticles"/> different articles of an outlet and in at least <see cref="MinShare"/> of them. The share keeps what several
/// articles about one event repeat. Counts only: order and threads change nothing.</remarks>
internal static class SiteRecurrence
{
    /// <summary>Fewer different articles teach nothing of an outlet.</summary>
    public const int MinArticles = 5;

    /// <summary>Share of an outlet's articles.</summary>
    public const double MinShare = 0.5;

    private const int MinLength = 20; // shorter lines are headings and names, which may well recur
    private const int MaxLength = 500;

    /// <summary>The articles without their outlets' standing paragraphs, in their order; one that would lose all its text keeps it.</summary>
    public static IEnumerable<Article> Clean(IReadOnlyList<Article> articles)
    {
        Dictionary<string, HashSet<string>> standing = Learn(articles);
        foreach (Article article in articles)
            yield return article.Outlet is string outlet && IsOurs(article) && standing.TryGetValue(outlet, out HashSet<string>? paragraphs) ? Without(article, paragraphs) : article;
    }

    // Articles that came with an id or with fields of somebody else's are theirs: offsets into them must hold.
    private static bool IsOurs(Article article) => article.Extra is null && article.Id == ArticleId.Of(article.Outlet, article.Title, article.Text);

    private static Dictionary<string, HashSet<string>> Learn(IReadOnlyList<Article> articles)
    {
        Dictionary<string, HashSet<string>> standing = new(StringComparer.Ordinal);
        foreach (IGrouping<string, Article> outlet in articles.Where(static article => article.Outlet is not null).GroupBy(static article => article.Outlet!, StringComparer.Ordinal)) // the filter leaves no null
        {
            IGrouping<string, Article>[] different = [.. outlet.GroupBy(static article => article.Title ?? article.Text, StringComparer.Ordinal)]; // versions of one article count once
            if (different.Length < MinArticles)
                continue;
            Dictionary<string, int> counts = new(StringComparer.Ordinal);
            foreach (string paragraph in different.SelectMany(static same => same.SelectMany(Paragraphs).Distinct(StringComparer.Ordinal)))
                counts[paragraph] = counts.GetValueOrDefault(paragraph) + 1;
            HashSet<string> found = [.. counts.Where(pair => pair.Value >= MinArticles && pair.Value >= MinShare * different.Length).Select(static pair => pair.Key)];
            if (found.Count > 0)
                standing[outlet.Key] = found;
        }

        return standing;
    }

    private static IEnumerable<string> Paragraphs(Article article) => article.Blocks.Where(CanStand).Select(block => article.Text[block.Start..block.End]);

    private static bool CanStand(TextBlock block) => block.Kind != BlockKind.Heading && block.End - block.Start is >= MinLength and <= MaxLength;

    private static Article Without(Article article, HashSet<string> standing)
    {
        TextBlock[] kept = [.. article.Blocks.Where(block => !CanStand(block) || !standing.Contains(article.Text[block.Start..block.End]))];
        while (kept is [.., { Kind: BlockKind.Heading }])
            kept = kept[..^1];
        if (kept.Length == article.Blocks.Length || kept.Length == 0)
            return article;
        StringBuilder text = new(article.Text.Length);
        ImmutableArray<TextBlock>.Builder blocks = ImmutableArray.CreateBuilder<TextBlock>(kept.Length);
        foreach (TextBlock block in kept)
        {
            text.Append(text.Length > 0 ? "\n\n" : "");
            int start = text.Length;
            text.Append(article.Text, block.Start, block.End - block.Start);
            blocks.Add(new TextBlock(start, text.Length, block.Kind));
        }

        string body = text.ToString();
        return article with { Text = body, Blocks = blocks.ToImmutable(), Id = ArticleId.Of(article.Outlet, article.Title, body) };
    }
}
