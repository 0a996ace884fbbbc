namespace Lesart.Extracting;

/// <summary>An element or a text of a parsed page, as light as the judgement about it needs.</summary>
internal sealed class PageNode
{
    /// <summary>Lower-case element name; <c>#text</c> for text.</summary>
    public required string Tag { get; init; }

    /// <summary>Null for the root.</summary>
    public PageNode? Parent { get; init; }

    /// <summary>In page order; empty for text.</summary>
    public PageNode[] Children { get; set; } = [];

    /// <summary>The text of a text node.</summary>
    public string Text { get; init; } = "";

    /// <summary>Class, id and the attributes that name components, as written, one after another; <see cref="MarkupWords"/> takes them apart.</summary>
    public string Hints { get; init; } = "";

    /// <summary>What the hints say, filled by <see cref="MarkupWords"/> when it is first asked; null before.</summary>
    public MarkupRole? Roles { get; set; }

    /// <summary>Position in page order.</summary>
    public int Order { get; init; }

    /// <summary>Distance from the root.</summary>
    public int Depth { get; init; }

    /// <summary>Schema.org property, lower case.</summary>
    public string? ItemProperty { get; init; }

    /// <summary>WAI-ARIA role.</summary>
    public string? Role { get; init; }

    /// <summary>Where a link leads.</summary>
    public string? Link { get; init; }

    /// <summary>The class as written.</summary>
    public string Class { get; init; } = "";

    /// <summary>Whether a reader's browser would not show it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>Whether it is text.</summary>
    public bool IsText { get; init; }

    /// <summary>This node's element ancestors, nearest first.</summary>
    public IEnumerable<PageNode> Ancestors()
    {
        for (PageNode? node = Parent; node is not null; node = node.Parent)
            yield return node;
    }

    /// <summary>Whether the node is <paramref name="other"/> or inside it.</summary>
    public bool IsIn(PageNode other)
    {
        PageNode? node = this;
        while (node is not null && node.Depth > other.Depth)
            node = node.Parent;
        return ReferenceEquals(node, other);
    }

    /// <summary>All elements and texts below, in page order.</summary>
    public IEnumerable<PageNode> Descendants()
    {
        Stack<PageNode> open = new();
        PushChildren(open);
        while (open.TryPop(out PageNode? node))
        {
            yield return node;
            node.PushChildren(open);
        }
    }

    /// <summary>All text below, cleaned.</summary>
    public string CleanText() => TextCleaner.Clean(string.Concat(Descendants().Select(static node => node.IsText ? node.Text : node.Tag is "br" or "p" or "div" or "li" ? " " : "")));

    private void PushChildren(Stack<PageNode> open)
    {
        for (int i = Children.Length - 1; i >= 0; i--)
            open.Push(Children[i]);
    }
}
