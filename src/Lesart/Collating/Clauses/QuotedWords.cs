using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Tells which words of an account are somebody else's by its quotation marks, also where these are nested, straight, left out or set again at the start of a line.</summary>
/// <remarks>Passages read this. Points read the plainer pairing of <see cref="AccountText"/> with which their weights were fitted: with this one they lose 0.9 on real stories (eval/collation/real-open) and stay as they are on our own.</remarks>
internal static class QuotedWords
{
    /// <summary>Which tokens stand between quotation marks.</summary>
    /// <remarks>A mark at the start of a line reminds that a quotation goes on, over paragraphs too. One that is never closed ends with its line.</remarks>
    public static bool[] Of(TokenizedText text)
    {
        bool[] quoted = new bool[text.Count];
        char closing = default;
        int opened = -1, depth = 0, paragraph = -1, sentence = 0;
        for (int i = 0; i < text.Count; i++)
        {
            while (sentence < text.Sentences.Length - 1 && text.Sentences[sentence].Last <= i)
                sentence++;
            char mark = MarkAt(text, i);
            bool isReminder = opened >= 0 && ClosingOf(mark) == closing && StartsLine(text, i) && !IsFreeBehind(text, i);
            if (text.Sentences.Length > 0 && text.Sentences[sentence].Paragraph != paragraph)
            {
                paragraph = text.Sentences[sentence].Paragraph;
                if (opened >= 0)
                    quoted.AsSpan(opened + 1, (isReminder ? i : LineEnd(text, opened, i)) - opened - 1).Fill(true);
                opened = isReminder ? i : -1;
            }

            if (isReminder)
                continue;
            if (opened < 0 && ClosingOf(mark) is char closes and not default(char) && !OnlyCloses(text, i))
            {
                (opened, closing, depth) = (i, closes, 0);
            }
            else if (opened >= 0 && mark != closing && ClosingOf(mark) == closing)
            {
                depth++;
            }
            else if (opened >= 0 && mark != default && Closes(mark, closing) && depth-- == 0)
            {
                quoted.AsSpan(opened + 1, i - opened - 1).Fill(true);
                opened = -1;
            }
        }

        if (opened >= 0)
            quoted.AsSpan(opened + 1, LineEnd(text, opened, text.Count) - opened - 1).Fill(true);
        return quoted;
    }

    private static char MarkAt(TokenizedText text, int i)
    {
        Token token = text.Tokens[i];
        char first = text.Text[token.Start];
        if (token.End - token.Start == 2 && first is '\'' or '`' && text.Text[token.Start + 1] == first)
            return '"'; // typed as two single marks
        return token.Kind == TokenKind.QuotationMark ? first : default;
    }

    private static bool StartsLine(TokenizedText text, int i) =>
        i == 0 || text.Text.AsSpan(text.Tokens[i - 1].End, text.Tokens[i].Start - text.Tokens[i - 1].End).Contains('\n');

    /// <summary>The first token before <paramref name="last"/> that begins another line.</summary>
    private static int LineEnd(TokenizedText text, int first, int last)
    {
        int i = first + 1;
        while (i < last && !StartsLine(text, i))
            i++;
        return i;
    }

    private static bool IsFreeBehind(TokenizedText text, int i) => text.Tokens[i].End == text.Text.Length || char.IsWhiteSpace(text.Text[text.Tokens[i].End]);

    /// <summary>Whether a mark hangs on the word before it and not on the one behind it.</summary>
    private static bool OnlyCloses(TokenizedText text, int i)
    {
        (int start, int end) = (text.Tokens[i].Start, text.Tokens[i].End);
        return start > 0 && (char.IsLetterOrDigit(text.Text[start - 1]) || text.Text[start - 1] is '.' or ',' or '!' or '?') && (end == text.Text.Length || !char.IsLetterOrDigit(text.Text[end]));
    }

    /// <summary>The mark that usually closes what a mark opens; the default where it opens nothing.</summary>
    public static char ClosingOf(char mark) => mark switch
    {
        '„' => '“',
        '“' => '”',
        '»' => '«',
        '«' => '»',
        '"' => '"',
        _ => default,
    };

    /// <summary>Whether a mark closes: low German opening marks are closed by either upper mark, straight ones by a round one.</summary>
    public static bool Closes(char mark, char closing) => mark == closing || (closing == '“' && mark is '”' or '"') || (closing == '”' && mark == '"') || (closing == '"' && mark == '”');
}
