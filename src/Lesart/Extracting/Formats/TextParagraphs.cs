using System.Text.RegularExpressions;

namespace Lesart.Extracting;

/// <summary>Plain text and Markdown cut into paragraphs, each with its kind.</summary>
internal static partial class TextParagraphs
{
    private const int MinWrappedLine = 40;
    private const int MinColumn = 60; // of two lines alone, which are often two lines of a head
    private const int MaxWrappedLine = 110;

    /// <summary>Cuts a text. Blank lines part paragraphs; where there is none, each line is a paragraph; lines wrapped at a column are joined.</summary>
    public static List<TextParagraph> Cut(string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        bool hasBlankLines = HasBlankLinesBetween(lines);
        List<TextParagraph> paragraphs = [];
        List<string> open = [];
        int group = 0;
        foreach (string raw in lines)
        {
            string line = raw.TrimEnd();
            string bare = line.TrimStart();
            if (bare.Length == 0 || !hasBlankLines)
            {
                Close(open, paragraphs, group);
                group += bare.Length == 0 ? 1 : 0;
                if (bare.Length == 0)
                    continue;
            }

            if (Rule().IsMatch(bare))
            {
                Close(open, paragraphs, group);
                paragraphs.Add(new TextParagraph(TextParagraphKind.Rule, "", group));
                continue;
            }

            if (Heading().Match(bare) is { Success: true } heading)
            {
                Close(open, paragraphs, group);
                paragraphs.Add(new TextParagraph(heading.Groups[1].Length == 1 ? TextParagraphKind.Title : TextParagraphKind.Heading, heading.Groups[2].Value, group));
                continue;
            }

            open.Add(bare);
        }

        Close(open, paragraphs, group);
        return paragraphs;
    }

    private static void Close(List<string> lines, List<TextParagraph> paragraphs, int group)
    {
        if (lines.Count == 0)
            return;
        if (lines.TrueForAll(static line => Item().IsMatch(line)))
            paragraphs.Add(new TextParagraph(TextParagraphKind.List, string.Join('\n', lines.Select(static line => Item().Replace(line, ""))), group));
        else if (lines.TrueForAll(static line => line[0] == '>'))
            paragraphs.Add(new TextParagraph(TextParagraphKind.Quote, string.Join(' ', lines.Select(static line => line.TrimStart('>', ' '))), group));
        else if (IsWrapped(lines))
            paragraphs.Add(new TextParagraph(TextParagraphKind.Paragraph, string.Join(' ', lines), group));
        else
            paragraphs.AddRange(lines.Select(line => new TextParagraph(TextParagraphKind.Paragraph, line, group)));
        lines.Clear();
    }

    // Wrapped at a column: all lines but the last are about as long as one another.
    private static bool IsWrapped(List<string> lines)
    {
        if (lines.Count == 1)
            return true;
        int longest = lines.Max(static line => line.Length);
        return longest <= MaxWrappedLine && (lines.Count > 2 || longest >= MinColumn) && lines.Take(lines.Count - 1).All(line => line.Length >= MinWrappedLine && line.Length >= longest * 2 / 3);
    }

    private static bool HasBlankLinesBetween(string[] lines)
    {
        bool text = false, blank = false;
        foreach (string line in lines)
        {
            bool isBlank = string.IsNullOrWhiteSpace(line);
            if (!isBlank && text && blank)
                return true;
            blank = isBlank;
            text |= !isBlank;
        }

        return false;
    }

    [GeneratedRegex(@"^(?:-{3,}|\*{3,}|_{3,}|={3,}|(?:\* ){3,}|\* \* \*)$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(#{1,6})\s+(.{1,400}?)\s*#*$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^(?:[-*+•‣▪–]|\d{1,3}[.)])\s+", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Item();
}

/// <summary>A paragraph of a plain text.</summary>
/// <param name="Kind">What its marks make of it.</param>
/// <param name="Text">Without the marks of its kind.</param>
/// <param name="Group">Paragraphs with no blank line between them share a number.</param>
internal sealed record TextParagraph(TextParagraphKind Kind, string Text, int Group);

/// <summary>Kinds of paragraphs of a plain text.</summary>
internal enum TextParagraphKind
{
    /// <summary>A line or several.</summary>
    Paragraph,

    /// <summary>A heading of the first rank.</summary>
    Title,

    /// <summary>A lower heading.</summary>
    Heading,

    /// <summary>A list, one item a line.</summary>
    List,

    /// <summary>A quotation.</summary>
    Quote,

    /// <summary>A line across.</summary>
    Rule,
}
