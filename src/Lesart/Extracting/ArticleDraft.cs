namespace Lesart.Extracting;

/// <summary>What a reader found in one source, before it becomes an <see cref="Article"/>. Lives inside one reader only.</summary>
internal sealed class ArticleDraft
{
    public required string Source { get; init; }

    public string? Id { get; set; }

    public string? Url { get; set; }

    public string? Outlet { get; set; }

    public string? Title { get; set; }

    public string? Section { get; set; }

    public List<string> Authors { get; } = [];

    /// <summary>Everybody named as author, as the source writes them.</summary>
    public List<string> Byline { get; set; } = [];

    public List<string> Agencies { get; } = [];

    public PublicationTime? Published { get; set; }

    public PublicationTime? Modified { get; set; }

    /// <summary>What the source says its language is; the text has the last word.</summary>
    public string? DeclaredLanguage { get; set; }

    public bool Incomplete { get; set; }

    public List<DraftBlock> Blocks { get; set; } = [];
}

/// <summary>A block of text, cleaned.</summary>
internal sealed record DraftBlock(BlockKind Kind, string Text);
