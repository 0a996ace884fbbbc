using System.Collections.Immutable;
using System.Text;
using Lesart.Languages;

namespace Lesart.Extracting;

/// <summary>Drafts to articles: joins the blocks, counts offsets, names language and id.</summary>
internal sealed class ArticleAssembler(LanguageDetector detector, AuthorNotes notes)
{
    /// <summary>The article of a draft.</summary>
    /// <returns>A problem where no block has any text, or all together have more than an article.</returns>
    public Outcome<Article> Assemble(ArticleDraft draft)
    {
        notes.RemoveFrom(draft.Blocks, draft.Authors);
        StringBuilder text = new();
        ImmutableArray<TextBlock>.Builder blocks = ImmutableArray.CreateBuilder<TextBlock>(draft.Blocks.Count);
        foreach (DraftBlock block in WithoutEmptySections(draft.Blocks))
        {
            if (block.Kind == BlockKind.List && blocks.Count > 0 && blocks[^1].Kind == BlockKind.List) // one list, one item a line
            {
                text.Append('\n').Append(block.Text);
                blocks[^1] = blocks[^1] with { End = text.Length };
                continue;
            }

            if (text.Length > 0)
                text.Append("\n\n");
            int start = text.Length;
            text.Append(block.Text);
            blocks.Add(new TextBlock(start, text.Length, block.Kind));
        }

        if (text.Length == 0)
            return new Problem(draft.Source, null, "no article text was found");
        if (text.Length > ExtractionLimits.MaxArticleLetters)
            return new Problem(draft.Source, null, "its text is longer than 4 million letters, which no article is");
        string body = text.ToString();
        string? title = draft.Title is { Length: > 0 } ? draft.Title : null;
        return new Article
        {
            Id = draft.Id ?? ArticleId.Of(draft.Outlet, title, body),
            Source = draft.Source,
            Url = draft.Url,
            Outlet = draft.Outlet,
            Title = title,
            Section = draft.Section,
            Authors = [.. draft.Authors.Distinct(StringComparer.OrdinalIgnoreCase)],
            Byline = draft.Byline.Exists(name => !draft.Authors.Contains(name, StringComparer.OrdinalIgnoreCase)) ? [.. draft.Byline.Distinct(StringComparer.OrdinalIgnoreCase)] : null,
            Agencies = [.. draft.Agencies.Distinct(StringComparer.OrdinalIgnoreCase)],
            Published = draft.Published,
            Modified = draft.Modified,
            Language = detector.Detect(body) ?? Normalised(draft.DeclaredLanguage),
            Text = body,
            Blocks = blocks.ToImmutable(),
            Incomplete = draft.Incomplete,
        };
    }

    // A heading with no text after it introduced something that is no body.
    private static List<DraftBlock> WithoutEmptySections(List<DraftBlock> blocks)
    {
        int end = blocks.Count;
        while (end > 0 && (blocks[end - 1].Kind == BlockKind.Heading || blocks[end - 1].Text.Length == 0))
            end--;
        return [.. blocks.Take(end).Where(static block => block.Text.Length > 0)];
    }

    private static string? Normalised(string? language)
    {
        if (string.IsNullOrWhiteSpace(language) || language.Length > 12)
            return null;
        int end = language.AsSpan().IndexOfAny("-_,; ");
        string code = (end < 0 ? language : language[..end]).ToLowerInvariant();
        return code.Length is 2 or 3 && code.All(char.IsAsciiLetterLower) ? code : null;
    }
}
