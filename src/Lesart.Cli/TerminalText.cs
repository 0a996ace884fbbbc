using System.Text;

namespace Lesart.Cli;

/// <summary>Texts from outside, fit for a terminal.</summary>
internal static class TerminalText
{
    /// <summary>The text with U+FFFD for what could steer the terminal (control characters, marks that turn the direction of writing), and on one line.</summary>
    public static string Of(string text)
    {
        StringBuilder plain = new(text.Length);
        foreach (Rune letter in text.EnumerateRunes()) // half a surrogate pair comes out as the sign
        {
            bool isSteering = Rune.IsControl(letter) || letter.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
            plain.Append(letter.Value is '\t' or '\n' ? " " : isSteering ? "\uFFFD" : letter.ToString());
        }

        return plain.ToString();
    }
}
