using System.Text;
using Lesart.Languages;

namespace Lesart.Extracting;

/// <summary>One block of text as readers see it: single blanks, no invisible characters, no ligatures, accents on their letters.</summary>
internal static class TextCleaner
{
    /// <summary>Cleans a block; line breaks become blanks.</summary>
    public static string Clean(ReadOnlySpan<char> text)
    {
        StringBuilder clean = new(text.Length);
        bool blank = false;
        for (int at = 0; at < text.Length; at++)
        {
            char letter = text[at];
            if (IsBlank(letter))
            {
                blank = true;
                continue;
            }

            if (IsInvisible(letter))
                continue;
            if (char.IsSurrogate(letter) && !IsPaired(text, at))
                continue;
            if (blank && clean.Length > 0)
                clean.Append(' ');
            blank = false;
            if (letter is >= '\uFB00' and <= '\uFB06')
                clean.Append(Ligature(letter));
            else
                clean.Append(letter);
        }

        return LetterComposer.Compose(clean.ToString()); // a letter and its accent apart, as macOS writes names of files and some sites their texts
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
