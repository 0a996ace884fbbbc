namespace Lesart.Extracting;

/// <summary>A stretch of a page that is set as one block of text.</summary>
internal sealed class PageBlock
{
    /// <summary>The element that is set as a block; for text between blocks, their parent.</summary>
    public required PageNode Node { get; init; }

    /// <summary>Cleaned text.</summary>
    public required string Text { get; init; }

    /// <summary>Letters of it that are links.</summary>
    public required int LinkLetters { get; init; }

    /// <summary>Letters of it that are set bold.</summary>
    public required int BoldLetters { get; init; }

    /// <summary>Position among the page's blocks.</summary>
    public required int Index { get; init; }

    /// <summary>The nearest ancestor or self that tells the kind: p, h1 to h6, li, blockquote, figcaption, td, pre, div ...</summary>
    public string Tag => Node.Tag;

    /// <summary>How the block is set: its element with its class, without numbers; the parent's too where it has none.</summary>
    public string Signature => field ??= SignatureOf(Node);

    /// <summary>Share of the letters that are links.</summary>
    public double LinkDensity => Text.Length == 0 ? 0 : Math.Min(1, (double)LinkLetters / Text.Length);

    /// <summary>Whether it is set as a heading.</summary>
    public bool IsHeading => Node.Tag is ['h', >= '1' and <= '6'];

    private static string SignatureOf(PageNode node)
    {
        string name = Plain(node.Class);
        return name.Length > 0 ? $"{node.Tag}.{name}" : $"{node.Tag}<{node.Parent?.Tag}.{Plain(node.Parent?.Class ?? "")}";
    }

    private static string Plain(string name) => name.AsSpan().ContainsAnyInRange('0', '9') ? string.Concat(name.Where(static letter => !char.IsAsciiDigit(letter))) : name;
}
