namespace Lesart.Extracting;

/// <summary>Blocks of a page as blocks of an article.</summary>
internal static class DraftBlocks
{
    private const int MaxHeadingLength = 120;

    /// <summary>The kind follows the element; a short line that is set bold throughout is a heading.</summary>
    public static DraftBlock Of(PageBlock block) => new(block switch
    {
        { IsHeading: true } => BlockKind.Heading,
        { Text.Length: < MaxHeadingLength } when block.BoldLetters > 0.9 * block.Text.Length && char.IsLetterOrDigit(block.Text[^1]) => BlockKind.Heading,
        { Tag: "li" or "tr" } => BlockKind.List,
        { Tag: "blockquote" } => BlockKind.Quote,
        _ => BlockKind.Paragraph,
    }, block.Text);
}
