using System.Text;
using System.Xml;

namespace Lesart.Exporting;

/// <summary>XML 1.0 as the exports write it: UTF-8, indented or not, with texts from outside made fit for it.</summary>
internal static class XmlText
{
    /// <summary>A writer whose stream stays open. A carriage return, and in an attribute a line break too, is written as a reference: a reader would make another letter of it.</summary>
    public static XmlWriter Create(Stream stream, bool isIndented) =>
        XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = isIndented, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize, CloseOutput = false });

    /// <summary>The text with U+FFFD in the place of what XML 1.0 can't hold: control characters and halves of surrogate pairs. The length stays.</summary>
    public static string Fit(string text)
    {
        StringBuilder? fit = null;
        for (int at = 0; at < text.Length; at++)
        {
            if (XmlConvert.IsXmlChar(text[at]))
                continue;
            if (at + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[at + 1], text[at]))
            {
                at++;
                continue;
            }

            fit ??= new StringBuilder(text);
            fit[at] = '\uFFFD';
        }

        return fit?.ToString() ?? text;
    }
}
