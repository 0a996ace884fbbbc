using System.Globalization;

namespace Lesart.Dossiers;

/// <summary>Writes a page so that text from outside can't become markup: of an interpolated string the constant parts are written as they
/// are, and everything that fills a hole is escaped.</summary>
/// <remarks>A text's length in UTF-16 code units survives the way through a browser's parser, so that offsets hold in the page: a carriage return is
/// written as a reference, and what a page can't carry (NUL, other control characters, half a surrogate pair) becomes U+FFFD, one for one.</remarks>
internal sealed class HtmlWriter(TextWriter output, InterfaceTexts texts)
{
    private const char Replacement = '\uFFFD';

    /// <summary>Writes the parts of an interpolated string; the handler has done it by the time of the call.</summary>
#pragma warning disable IDE0060, CA1801 // the handler needs the writer, not the other way round
    public void Write([System.Runtime.CompilerServices.InterpolatedStringHandlerArgument("")] Markup markup)
#pragma warning restore IDE0060, CA1801
    {
    }

    /// <summary>Writes constant markup.</summary>
    public void Raw(string markup) => output.Write(markup);

    /// <summary>Writes a number without grouping.</summary>
    public void Number(int number) => output.Write(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Writes a coordinate of a picture with at most one decimal.</summary>
    public void Coordinate(double number) => output.Write(Math.Round(number, 1).ToString("0.#", CultureInfo.InvariantCulture));

    /// <summary>Writes an interface text in every language; the style sheet shows one of them.</summary>
    public void Phrase(Phrase phrase)
    {
        if (phrase.IsSame)
        {
            Text(phrase[0]);
            return;
        }

        for (int i = 0; i < texts.Languages.Length; i++)
        {
            output.Write("<x-");
            output.Write(texts.Languages[i]);
            output.Write('>');
            Text(phrase[i]);
            output.Write("</x-");
            output.Write(texts.Languages[i]);
            output.Write('>');
        }
    }

    /// <summary>Writes text from outside, for content and for attributes in double quotation marks.</summary>
    public void Text(ReadOnlySpan<char> text)
    {
        int from = 0;
        for (int at = 0; at < text.Length; at++)
        {
            string? escaped = Escape(text, at);
            if (escaped is null)
            {
                if (char.IsHighSurrogate(text[at]))
                    at++;
                continue;
            }

            output.Write(text[from..at]);
            output.Write(escaped);
            from = at + 1;
        }

        output.Write(text[from..]);
    }

    private static string? Escape(ReadOnlySpan<char> text, int at) => text[at] switch
    {
        '<' => "&lt;",
        '>' => "&gt;",
        '&' => "&amp;",
        '"' => "&quot;",
        '\'' => "&#39;",
        '\r' => "&#13;",
        '\t' or '\n' => null,
        < ' ' or (>= '\u007F' and <= '\u009F') => ReplacementText,
        '\uFFFE' or '\uFFFF' => ReplacementText,
        >= '\uD800' and <= '\uDBFF' => at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? null : ReplacementText,
        >= '\uDC00' and <= '\uDFFF' => ReplacementText,
        _ => null,
    };

    private static readonly string ReplacementText = Replacement.ToString();
}
