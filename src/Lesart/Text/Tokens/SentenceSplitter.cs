using System.Collections.Immutable;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>Finds where sentences end: at blank lines, at lines that no paragraph was wrapped at, and at closing marks whose surroundings allow it.</summary>
internal static class SentenceSplitter
{
    private const int NarrowestWrap = 40; // shorter lines are lines
    private const int WidestWrap = 120; // a paragraph with longer lines was not wrapped by hand

    public static ImmutableArray<Sentence> Split(string text, ImmutableArray<Token> tokens, TokenRules rules)
    {
        ImmutableArray<Sentence>.Builder sentences = ImmutableArray.CreateBuilder<Sentence>((tokens.Length / 16) + 4);
        int first = 0, paragraph = 0;
        bool beginsLine = true;
        for (int i = 0; i < tokens.Length; i++)
        {
            bool isLast = i + 1 == tokens.Length;
            ReadOnlySpan<char> gap = isLast ? "\n\n" : text.AsSpan(tokens[i].End, tokens[i + 1].Start - tokens[i].End);
            int lineBreaks = gap.Count('\n');
            bool endsParagraph = lineBreaks > 1;
            bool endsLine = endsParagraph || (lineBreaks == 1 && !IsWrap(text, tokens[i].End, tokens[i + 1].Start));
            if (!endsLine && !Ends(text, tokens, i, first, rules))
                continue;
            bool isHeading = beginsLine && endsLine && !IsClosed(text, tokens, first, i);
            sentences.Add(new Sentence(first, i + 1, paragraph, isHeading));
            first = i + 1;
            beginsLine = endsLine;
            paragraph += endsParagraph ? 1 : 0;
        }

        return sentences.DrainToImmutable();
    }

    /// <summary>Whether a single line break only wraps a paragraph: the next word wouldn't have fitted into the paragraph's widest line.</summary>
    private static bool IsWrap(string text, int end, int next)
    {
        if (text[end - 1] is '.' or '!' or '?' or ':' || !Letters.IsLetter(text[next]))
            return false;
        int start = text.LastIndexOf("\n\n", end, StringComparison.Ordinal);
        start = start < 0 ? 0 : start + 2;
        int close = text.IndexOf("\n\n", next, StringComparison.Ordinal);
        close = close < 0 ? text.Length : close;
        int widest = 0;
        foreach (Range line in text.AsSpan(start, close - start).Split('\n'))
            widest = Math.Max(widest, line.End.Value - line.Start.Value);
        int lineStart = text.LastIndexOf('\n', end - 1) + 1;
        int word = next;
        while (word < text.Length && !Letters.IsBlank(text[word]))
            word++;
        return widest is >= NarrowestWrap and <= WidestWrap && end - lineStart + 1 + (word - next) > widest;
    }

    private static bool IsClosed(string text, ImmutableArray<Token> tokens, int first, int last)
    {
        while (last > first && IsClosing(text, tokens, last))
            last--;
        return text[tokens[last].End - 1] is '.' or '!' or '?' or '…' or ':' or ';' or ',';
    }

    /// <summary>Whether a sentence ends after token <paramref name="i"/> within its line.</summary>
    private static bool Ends(string text, ImmutableArray<Token> tokens, int i, int first, TokenRules rules)
    {
        // The mark that closes the sentence, before any quotation marks and brackets that close with it.
        int mark = i;
        while (mark > first && IsClosing(text, tokens, mark))
            mark--;
        Token closer = tokens[mark];
        int next = i + 1;
        if (IsClosing(text, tokens, next) && mark < next)
        {
            if (IsMark(text, closer) || closer.Kind is TokenKind.Abbreviation)
                return false; // the sentence ends behind it, if at all
        }

        int word = next;
        while (word + 1 < tokens.Length && word < next + 3 && IsOpening(text, tokens, word))
            word++;
        ReadOnlySpan<char> form = text.AsSpan(tokens[word].Start, tokens[word].End - tokens[word].Start);
        bool isCapital = char.IsUpper(form[0]), isFigure = Letters.IsDigit(form[0]);
        bool opens = word > next;
        if (closer.Kind == TokenKind.Abbreviation)
        {
            if (!isCapital || IsDash(text, tokens[next]))
                return false; // "London, U.K. – The minister"
            bool endsPair = closer.End - closer.Start == 2 && mark > first && tokens[mark - 1] is { Kind: TokenKind.Abbreviation } before && before.End - before.Start == 2 && char.IsLower(text[before.Start]);
            if (endsPair)
                return opens || rules.IsFunctionWord(form);
            if (!rules.TryGetAbbreviation(text.AsSpan(closer.Start, closer.End - closer.Start), out AbbreviationClass kind))
                return false;
            return kind switch
            {
                AbbreviationClass.Either => opens || rules.IsFunctionWord(form),
                AbbreviationClass.Final => true,
                _ => false,
            };
        }

        if (!IsMark(text, closer))
            return false;
        // "1." and "A." at a line's beginning count
        if (mark == first + 1 && i == mark && text[closer.Start] == '.' && (tokens[first].Kind == TokenKind.Number || tokens[first].End - tokens[first].Start == 1)
            && (first == 0 || text.AsSpan(tokens[first - 1].End, tokens[first].Start - tokens[first - 1].End).Contains('\n')))
            return false;
        bool isEllipsis = text[closer.Start] == '…' || (closer.End - closer.Start > 1 && text[closer.Start] == '.');
        if (isEllipsis)
            return mark > first && (isCapital ? opens || i > mark || rules.IsFunctionWord(form) : false);
        if (tokens[i].End == tokens[next].Start && i == mark && text[closer.Start] == '.' && !opens)
            return isCapital && closer.Start > 0 && char.IsLower(text[closer.Start - 1]); // a blank was lost
        return isCapital || isFigure || (i == mark && !char.IsLower(form[0]) && Letters.IsLetter(form[0])) || (opens && i == mark && !Letters.IsLetter(form[0]) && tokens[word].Kind == TokenKind.Symbol);
    }

    private static bool IsDash(string text, Token token) => text[token.Start] is '-' or '–' or '—';

    private static bool IsMark(string text, Token token) => token.Kind == TokenKind.Punctuation && text[token.Start] is '.' or '!' or '?' or '…';

    /// <summary>Whether the token is a quotation mark or bracket that closes: it stands right behind something.</summary>
    private static bool IsClosing(string text, ImmutableArray<Token> tokens, int i)
    {
        Token token = tokens[i];
        char c = text[token.Start];
        if (c is ')' or ']' or '}')
            return true;
        if (token.Kind != TokenKind.QuotationMark || token.Start == 0 || c is '„' or '‚')
            return false;
        if (Letters.IsBlank(text[token.Start - 1]) && c is not ('»' or '›')) // French sets its marks apart from the words
            return false;
        return token.End == text.Length || !Letters.IsLetterOrDigit(text[token.End]);
    }

    private static bool IsOpening(string text, ImmutableArray<Token> tokens, int i)
    {
        Token token = tokens[i];
        return IsDash(text, token) || text[token.Start] is '(' or '[' or '•' || (token.Kind == TokenKind.QuotationMark && !IsClosing(text, tokens, i));
    }
}
