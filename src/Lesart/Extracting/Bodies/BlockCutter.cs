using System.Collections.Frozen;
using System.Text;

namespace Lesart.Extracting;

/// <summary>Cuts a page's tree into blocks of text, as a browser would set them.</summary>
internal static class BlockCutter
{
    private const int MaxCellLength = 120;

    private static readonly FrozenSet<string> BlockTags = new[]
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> ScreenReaderWords = new[]
    {
        "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "screenreader-text", "u-visually-hidden", "a11y", "is-visually-hidden", "assistive-text",
        "hide-visually", "show-for-sr", "element-invisible", "screenreader", "screen-reader",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SpokenNames = ScreenReaderWords.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> Unread = new[] { "button", "input", "label", "option", "video", "audio", "object", "map", "rt", "rp" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The blocks in page order.</summary>
    /// <param name="root">The page's body.</param>
    /// <param name="dropped">Classes of elements that are passed over with all they hold.</param>
    public static List<PageBlock> Cut(PageNode root, IReadOnlySet<string>? dropped = null)
    {
        List<PageBlock> blocks = [];
        OpenBlock open = new(blocks) { Dropped = dropped };
        Walk(root, root, open, isLink: false, isBold: false);
        open.Close(root);
        return blocks;
    }

    private static void Walk(PageNode node, PageNode block, OpenBlock open, bool isLink, bool isBold, bool isInRow = false)
    {
        foreach (PageNode child in node.Children)
        {
            if (child.IsText)
            {
                open.Append(child.Text, isLink, isBold);
            }
            else if (child.Tag == "br")
            {
                open.Break(block);
            }
            else if (!Unread.Contains(child.Tag) && !child.IsHidden && !IsForScreenReaders(child) && !open.Drops(child))
            {
                if (child.Tag == "tr" && IsDataRow(child))
                {
                    open.Close(block);
                    foreach (PageNode cell in child.Children)
                    {
                        Walk(cell, child, open, isLink, isBold || cell.Tag == "th", isInRow: true);
                        open.Append(" ", isLink, isBold);
                    }

                    open.Close(child);
                    continue;
                }

                bool isBlock = BlockTags.Contains(child.Tag) && !isInRow;
                if (isBlock)
                    open.Close(block);
                Walk(child, isBlock ? child : block, open, isLink || child.Tag == "a", isBold || child.Tag is "b" or "strong", isInRow);
                if (isBlock)
                    open.Close(child);
            }
        }
    }

    // A row of several short cells is one line of a table; tables that lay out a page have long cells or blocks in them.
    private static bool IsDataRow(PageNode row)
    {
        int cells = 0;
        foreach (PageNode cell in row.Children.Where(static child => !child.IsText))
        {
            if (cell.Tag is not ("td" or "th") || cell.Descendants().Take(24).Count() >= 24 || cell.Descendants().Any(static node => node.IsText ? node.Text.Length > MaxCellLength : BlockTags.Contains(node.Tag) && node.Tag != "p"))
                return false;
            cells++;
        }

        return cells > 1;
    }

    // Words that only a screen reader says (", opens new tab") are no part of the printed text.
    private static bool IsForScreenReaders(PageNode node)
    {
        if (node.Class.Length == 0 || node.Children.Length >= 4)
            return false;
        ReadOnlySpan<char> names = node.Class;
        foreach (Range name in names.Split(' '))
        {
            if (SpokenNames.Contains(names[name]))
                return true;
        }

        return false;
    }

    private static string WithoutDropCap(string text, PageNode block)
    {
        bool hasDropCap = text.Length > 4 && char.IsUpper(text[0]) && text[1] == ' ' && char.IsLower(text[2]) && text[0] is not ('A' or 'I' or 'O')
            && block.Descendants().FirstOrDefault(static node => node.IsText && !string.IsNullOrWhiteSpace(node.Text)) is { } first && first.Text.Trim().Length == 1;
        return hasDropCap ? text[0] + text[2..] : text;
    }

    /// <summary>Text on its way to a block. Two line breaks in a row begin a new one.</summary>
    private sealed class OpenBlock(List<PageBlock> blocks)
    {
        private readonly StringBuilder _text = new();
        private int _links, _bold, _breaks;

        public IReadOnlySet<string>? Dropped { get; init; }

        public bool Drops(PageNode node) => Dropped is not null && node.Class.Length > 0 && Dropped.Overlaps(node.Class.Split(' '));

        public void Append(string text, bool isLink, bool isBold)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                _text.Append(' ');
                return;
            }

            _breaks = 0;
            _text.Append(text);
            _links += isLink ? text.AsSpan().Trim().Length : 0;
            _bold += isBold ? text.AsSpan().Trim().Length : 0;
        }

        public void Break(PageNode block)
        {
            if (++_breaks >= 2)
                Close(block);
            else
                _text.Append(' ');
        }

        public void Close(PageNode block)
        {
            if (_text.Length > 0)
            {
                string text = WithoutDropCap(TextCleaner.Clean(_text.ToString()), block);
                if (text.Length > 0)
                    blocks.Add(new PageBlock { Node = block, Text = text, LinkLetters = _links, BoldLetters = _bold, Index = blocks.Count });
            }

            _text.Clear();
            (_links, _bold, _breaks) = (0, 0, 0);
        }
    }
}
