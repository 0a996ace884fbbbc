using System.Globalization;

namespace Lesart.Text;

/// <summary>What a code unit is to the tokenizer.</summary>
internal enum LetterClass : byte
{
    Other,
    Blank,
    Letter,
    Digit,
    QuotationMark,
    Apostrophe,
    Hyphen,
    Dot,
    Symbol,
}

/// <summary>Classes of code units, read from a table of 64 KB.</summary>
internal static class Letters
{
    private const string QuotationMarks = "\"„“”‟«»‹›‚‛「」『』〝〞〟＂`´";
    private const string Apostrophes = "'’‘ʼ＇";
    private const string Hyphens = "-‐‑";

    private static readonly LetterClass[] Classes = Build();

    public static LetterClass Class(char c) => Classes[c];

    public static bool IsBlank(char c) => Classes[c] == LetterClass.Blank;

    public static bool IsLetter(char c) => Classes[c] == LetterClass.Letter;

    public static bool IsDigit(char c) => Classes[c] == LetterClass.Digit;

    public static bool IsLetterOrDigit(char c) => Classes[c] is LetterClass.Letter or LetterClass.Digit;

    public static bool IsApostrophe(char c) => Classes[c] == LetterClass.Apostrophe;

    public static bool IsHyphen(char c) => Classes[c] == LetterClass.Hyphen;

    private static LetterClass[] Build()
    {
        LetterClass[] classes = new LetterClass[char.MaxValue + 1];
        for (int i = 0; i < classes.Length; i++)
        {
            char c = (char)i;
            classes[i] = CharUnicodeInfo.GetUnicodeCategory(c) switch
            {
                UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
                    or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark or UnicodeCategory.LetterNumber
                    => LetterClass.Letter,
                UnicodeCategory.DecimalDigitNumber => LetterClass.Digit,
                UnicodeCategory.CurrencySymbol or UnicodeCategory.MathSymbol or UnicodeCategory.OtherSymbol or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherNumber
                    or UnicodeCategory.Surrogate => LetterClass.Symbol,
                UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control => LetterClass.Blank,
                _ => LetterClass.Other,
            };
        }

        classes['\u00AD'] = classes['\u200C'] = classes['\u200D'] = LetterClass.Letter; // a soft hyphen or joiner inside a word cuts nothing
        classes['\u200B'] = classes['\uFEFF'] = classes['\u2060'] = LetterClass.Blank;
        classes['%'] = classes['‰'] = classes['#'] = LetterClass.Symbol;
        classes['.'] = LetterClass.Dot;
        foreach (char c in QuotationMarks)
            classes[c] = LetterClass.QuotationMark;
        foreach (char c in Apostrophes)
            classes[c] = LetterClass.Apostrophe;
        foreach (char c in Hyphens)
            classes[c] = LetterClass.Hyphen;
        return classes;
    }
}
