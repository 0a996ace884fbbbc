namespace Lesart.Text;

/// <summary>Kinds of tokens.</summary>
internal enum TokenKind : byte
{
    /// <summary>A word, a name, a compound with hyphens.</summary>
    Word,

    /// <summary>Digits with their decimal and thousands marks.</summary>
    Number,

    /// <summary>Digits with an ordinal mark ("19." in "19. Juni").</summary>
    Ordinal,

    /// <summary>An abbreviation with its full stop.</summary>
    Abbreviation,

    /// <summary>A quotation mark of any kind.</summary>
    QuotationMark,

    /// <summary>Any other punctuation.</summary>
    Punctuation,

    /// <summary>A currency sign, a percent sign, an arrow.</summary>
    Symbol,

    /// <summary>A web address, an e-mail address.</summary>
    Address,
}

/// <summary>A token of a text.</summary>
/// <param name="Start">UTF-16 code unit, inclusive.</param>
/// <param name="End">UTF-16 code unit, exclusive.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Lexeme">Index into the text's lexeme table: equal forms share one entry.</param>
internal readonly record struct Token(int Start, int End, TokenKind Kind, int Lexeme)
{
    public TextSpan Span => new(Start, End);
}

/// <summary>A sentence as a range of tokens.</summary>
/// <param name="First">First token.</param>
/// <param name="Last">Token after the last one.</param>
/// <param name="Paragraph">Number of its paragraph, from 0.</param>
/// <param name="IsHeading">Whether it stands as a line of its own without a closing mark.</param>
internal readonly record struct Sentence(int First, int Last, int Paragraph, bool IsHeading);
