using System.Collections.Immutable;
using System.Globalization;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Pairs quotation marks of all kinds: nested, over sentences and paragraphs, opened and never closed, closed by the mark that opened.</summary>
/// <remarks>One pass with a stack. Whether a mark opens or closes is told by the mark itself where it has one side, else by the blanks around it and by what
/// is open. A quotation that is open at a paragraph's end goes on when the next paragraph begins with an opening mark again or closes it before opening
/// another; else it ends with its paragraph.</remarks>
internal static class QuotationFinder
{
    private const int MaxParagraphs = 8;
    private const int MinOpaqueWords = 3;
    private const int MinUntaggedWords = 5;
    private const int LongestInterruption = 14;

    /// <summary>Finds the quotations of a text, by first token, outer before inner.</summary>
    public static ImmutableArray<Quotation> Find(TaggedText text)
    {
        List<Open> stack = [];
        List<Quotation> found = [];
        TokenizedText tokens = text.Tokenized;
        int paragraph = 0, sentence = 0;
        for (int i = 0; i < tokens.Count; i++)
        {
            while (sentence + 1 < tokens.Sentences.Length && tokens.Sentences[sentence + 1].First <= i)
                sentence++;
            if (tokens.Sentences[sentence].Paragraph != paragraph)
            {
                paragraph = tokens.Sentences[sentence].Paragraph;
                CloseAtParagraph(text, stack, found, i, paragraph);
            }

            char mark = MarkAt(tokens, i);
            if (mark == '\0')
                continue;
            int match = MatchOf(tokens, stack, mark, i);
            if (match >= 0)
            {
                for (int inner = stack.Count - 1; inner > match; inner--)
                    Add(text, found, stack[inner].Token, i, inner, isClosed: false);
                Add(text, found, stack[match].Token, i + 1, match, isClosed: true);
                stack.RemoveRange(match, stack.Count - match);
            }
            else if ((Opens(tokens, mark, i) || OpensApart(tokens, stack, mark, i)) && !Repeats(tokens, stack, mark, i))
            {
                stack.Add(new Open(mark, i, paragraph));
            }
        }

        CloseAtParagraph(text, stack, found, tokens.Count, int.MaxValue);
        MarkInterrupted(tokens, found);
        found.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Last.CompareTo(a.Last));
        return [.. found];
    }

    /// <summary>Two quotations with a short clause between commas are one that the cue interrupts ("„Die Halle“, sagte sie, „wird neu.“").</summary>
    private static void MarkInterrupted(TokenizedText tokens, List<Quotation> found)
    {
        found.Sort(static (a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.Last.CompareTo(a.Last));
        for (int q = 0; q + 1 < found.Count; q++)
        {
            Quotation first = found[q], second = found[q + 1];
            bool isInterrupted = first.IsClosed && first.Depth == second.Depth && second.First - first.Last is > 2 and <= LongestInterruption
                && char.IsUpper(tokens.Text[tokens.Tokens[first.First + 1].Start]) && char.IsLower(tokens.Text[tokens.Tokens[second.First + 1].Start])
                && (tokens.Is(first.Last, ",") || tokens.Is(first.InnerLast - 1, ",")) && tokens.Is(second.First - 1, ",");
            if (isInterrupted)
                (found[q], found[q + 1]) = (first with { IsOpaque = true }, second with { IsOpaque = true });
        }
    }

    private static char MarkAt(TokenizedText tokens, int i)
    {
        Token token = tokens.Tokens[i];
        char c = tokens.Text[token.Start];
        return c switch
        {
            '„' or '“' or '”' or '»' or '«' or '"' or '›' or '‹' or '‚' or '‘' or '’' or '\'' or '‟' or '＂' when token.End - token.Start == 1 => c,
            '\'' or '`' or ',' when token.End - token.Start == 2 && tokens.Text[token.Start + 1] == c => '"', // typed as two single marks
            _ => '\0',
        };
    }

    /// <summary>Index on the stack of the quotation that the mark closes; -1 where it closes none.</summary>
    private static int MatchOf(TokenizedText tokens, List<Open> stack, char mark, int i)
    {
        for (int s = stack.Count - 1; s >= 0; s--)
        {
            if (!Closes(stack[s].Mark, mark) || stack[s].Token == i - 1)
                continue;
            bool canOpen = LooksOpening(tokens, i), canClose = LooksClosing(tokens, i);
            // a mark that may be either opens a second level only where nothing of its kind is open
            if (stack[s].Mark != mark || canClose || !canOpen)
                return mark is '“' or '»' or '‘' or '"' && canOpen && !canClose ? -1 : s;
        }

        return -1;
    }

    private static bool Closes(char open, char mark) => open switch
    {
        '„' or '‟' => mark is '“' or '”' or '"' or '„',
        '“' => mark is '”' or '"' or '“',
        '”' => mark is '”',
        '"' => mark is '"' or '“' or '”',
        '»' => mark is '«' or '»',
        '«' => mark is '»' or '«',
        '›' => mark is '‹' or '›',
        '‹' => mark is '›' or '‹',
        '‚' => mark is '‘' or '’' or '\'',
        '‘' => mark is '’' or '\'' or '‘',
        '\'' => mark is '\'' or '’',
        '’' => mark is '’',
        '＂' => mark is '＂',
        _ => false,
    };

    private static bool Opens(TokenizedText tokens, char mark, int i) => mark switch
    {
        '„' or '‚' or '‟' => true,
        '’' => false,
        _ => LooksOpening(tokens, i),
    };

    /// <summary>Whether a pointed mark with blanks on both sides opens, as French sets it: « Non ».</summary>
    private static bool OpensApart(TokenizedText tokens, List<Open> stack, char mark, int i) =>
        mark is '«' && i + 1 < tokens.Count && char.IsWhiteSpace(tokens.Text[tokens.Tokens[i].End]) && (i == 0 || char.IsWhiteSpace(tokens.Text[tokens.Tokens[i].Start - 1])) && !stack.Exists(static open => open.Mark is '«' or '»');

    /// <summary>Whether the mark only reminds at a paragraph's start that a quotation goes on.</summary>
    private static bool Repeats(TokenizedText tokens, List<Open> stack, char mark, int i) =>
        stack.Count > 0 && stack[^1].Mark == mark && stack[^1].Token != i - 1 && StartsLine(tokens, i);

    private static bool StartsLine(TokenizedText tokens, int i) =>
        i == 0 || tokens.Text.AsSpan(tokens.Tokens[i - 1].End, tokens.Tokens[i].Start - tokens.Tokens[i - 1].End).Contains('\n');

    private static bool LooksOpening(TokenizedText tokens, int i)
    {
        int start = tokens.Tokens[i].Start, end = tokens.Tokens[i].End;
        bool freeBefore = start == 0 || char.IsWhiteSpace(tokens.Text[start - 1]) || tokens.Text[start - 1] is '(' or '[' or '-' or '–' or '—' or '/' or '„' or '‚' or '»' or '“' or '"' or '‘';
        return freeBefore && end < tokens.Text.Length && !char.IsWhiteSpace(tokens.Text[end]) && tokens.Text[end] is not (',' or ';' or ')');
    }

    private static bool LooksClosing(TokenizedText tokens, int i)
    {
        int start = tokens.Tokens[i].Start, end = tokens.Tokens[i].End;
        return start > 0 && !char.IsWhiteSpace(tokens.Text[start - 1])
            && (end == tokens.Text.Length || !char.IsLetterOrDigit(tokens.Text[end]) || CharUnicodeInfo.GetUnicodeCategory(tokens.Text[end]) == UnicodeCategory.LowercaseLetter);
    }

    private static void CloseAtParagraph(TaggedText text, List<Open> stack, List<Quotation> found, int at, int paragraph)
    {
        if (stack.Count == 0 || GoesOn(text.Tokenized, stack, at, paragraph))
            return;
        for (int s = stack.Count - 1; s >= 0; s--)
        {
            int last = at;
            // an unclosed quotation ends with its own paragraph
            if (paragraph != int.MaxValue || stack[s].Paragraph < text.Tokenized.Sentences[^1].Paragraph)
                last = Math.Min(at, ParagraphEnd(text.Tokenized, stack[s].Token));
            Add(text, found, stack[s].Token, last, s, isClosed: false);
        }

        stack.Clear();
    }

    private static int ParagraphEnd(TokenizedText tokens, int token)
    {
        int sentence = tokens.SentenceOf(token);
        int paragraph = tokens.Sentences[sentence].Paragraph;
        while (sentence + 1 < tokens.Sentences.Length && tokens.Sentences[sentence + 1].Paragraph == paragraph)
            sentence++;
        return tokens.Sentences[sentence].Last;
    }

    private static bool GoesOn(TokenizedText tokens, List<Open> stack, int at, int paragraph)
    {
        if (at >= tokens.Count || paragraph - stack[0].Paragraph > MaxParagraphs)
            return false;
        int end = ParagraphEnd(tokens, at);
        for (int i = at; i < end; i++)
        {
            char mark = MarkAt(tokens, i);
            if (mark == '\0' || mark == '’' || mark == '\'')
                continue;
            if (i == at)
                return mark == stack[0].Mark && Closes(mark, mark == '„' ? '“' : mark) && !IsClosedHere(tokens, at, end, stack[0].Mark);
            return Closes(stack[0].Mark, mark) && mark != stack[0].Mark && !LooksOpening(tokens, i);
        }

        return false;
    }

    /// <summary>Whether a paragraph that begins with an opening mark holds a whole quotation of its own and the one before was just never closed.</summary>
    private static bool IsClosedHere(TokenizedText tokens, int first, int end, char open)
    {
        for (int i = first + 1; i < end; i++)
        {
            char mark = MarkAt(tokens, i);
            if (mark != '\0' && Closes(open, mark) && mark != open)
                return i < end - 2; // the cue behind it makes it a quotation of its own
        }

        return false;
    }

    private static void Add(TaggedText text, List<Quotation> found, int first, int last, int depth, bool isClosed)
    {
        int innerLast = isClosed ? last - 1 : last;
        if (first + 1 >= innerLast)
            return;
        int head = first + 1;
        if (head + 1 < last && text.Form(head) is "[" or "(")
            head++;
        bool startsHigh = char.IsUpper(text.Text[text.Token(head).Start]);
        int words = 0;
        bool hasVerb = false, hasStop = false, hasInnerStop = false;
        for (int i = first + 1; i < innerLast; i++)
        {
            words += text.Token(i).Kind is TokenKind.Punctuation or TokenKind.QuotationMark ? 0 : 1;
            hasInnerStop |= text.Form(i) is "." or "!" or "?" && i + 1 < innerLast && text.Token(i - 1).Kind != TokenKind.Number;
            hasVerb |= text.Tags[i].VerbForm is VerbForm.Finite || text.Tags[i].Upos is Upos.Aux;
            hasStop |= text.Form(i) is "." or "!" or "?" && (startsHigh || i + 1 < innerLast) && text.Token(i - 1).Kind != TokenKind.Number; // "...seien „gut geeignet.“": the full stop is the sentence's own
        }

        if (words == 0)
            return;
        bool isTagged = text.Tags[first + 1].Upos is not (Upos.X or Upos.Punct);
        bool isOpaque = !(isClosed && !hasInnerStop && IsInClause(text, first)) && (hasStop || (words >= MinOpaqueWords && startsHigh && (hasVerb || (!isTagged && words >= MinUntaggedWords))));
        found.Add(new Quotation(first, last, depth, words, isClosed, isOpaque));
    }

    /// <summary>Whether the word right before a quotation belongs to what it begins, so that it goes on with the clause around it ("should not meet until “Norvia takes steps”").</summary>
    private static bool IsInClause(TaggedText text, int first) =>
        first > 0 && !StartsLine(text.Tokenized, first) && text.Token(first - 1).Kind == TokenKind.Word && text.Tags[first - 1].Upos is Upos.Sconj or Upos.Adp or Upos.Det or Upos.Aux;

    private readonly record struct Open(char Mark, int Token, int Paragraph);
}
