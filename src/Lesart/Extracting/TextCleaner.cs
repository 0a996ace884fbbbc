using System.Buffers;
using Lesart.Languages;

namespace Lesart.Extracting;

/// <summary>One block of text as readers see it: single blanks, no invisible characters, no ligatures, accents on their letters.</summary>
internal static class TextCleaner
{
    private const int MaxOnStack = 256;
    private const int MaxLigature = 3; // letters
    private const char FirstMark = '\u0300';

    /// <summary>Cleans a block; line breaks become blanks.</summary>
    public static string Clean(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
            return "";
        char[]? rented = null;
        int most = text.ContainsAnyInRange('\uFB00', '\uFB06') ? MaxLigature * text.Length : text.Length;
        Span<char> clean = most <= MaxOnStack ? stackalloc char[MaxOnStack] : rented = ArrayPool<char>.Shared.Rent(most);
        int length = 0;
        bool blank = false, mayHaveMarks = false;
        for (int at = 0; at < text.Length; at++)
        {
            char letter = text[at];
            if (IsBlank(letter))
            {
                blank = true;
                continue;
            }

            if (IsInvisible(letter) || (char.IsSurrogate(letter) && !IsPaired(text, at)))
                continue;
            if (blank && length > 0)
                clean[length++] = ' ';
            blank = false;
            if (letter is >= '\uFB00' and <= '\uFB06')
            {
                string ligature = Ligature(letter);
                ligature.CopyTo(clean[length..]);
                length += ligature.Length;
            }
            else
            {
                clean[length++] = letter;
                mayHaveMarks |= letter >= FirstMark;
            }
        }

        string result = new(clean[..length]);
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        return mayHaveMarks ? LetterComposer.Compose(result) : result; // a letter and its accent apart, as macOS writes names of files and some sites their texts
    }

    /// <summary>Whether the character is white space of any kind.</summary>
    public static bool IsBlank(char letter) => char.IsWhiteSpace(letter) || letter is '\u200A' or '\u202F' or '\u205F' or '\u2028' or '\u2029';

    private static bool IsInvisible(char letter) =>
        letter is '\u00AD' or '\u200B' or '\u200C' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF' or '\uFFFC'
        || (letter is >= '\u202A' and <= '\u202E') || (letter is >= '\u2066' and <= '\u2069') || char.IsControl(letter);

    private static bool IsPaired(ReadOnlySpan<char> text, int at) => char.IsHighSurrogate(text[at])
        ? at + 1 < text.Length && char.IsLowSurrogate(text[at + 1])
        : at > 0 && char.IsHighSurrogate(text[at - 1]);

    private static string Ligature(char letter) => letter switch
    {
        '\uFB00' => "ff",
        '\uFB01' => "fi",
        '\uFB02' => "fl",
        '\uFB03' => "ffi",
        '\uFB04' => "ffl",
        _ => "st",
    };
}
