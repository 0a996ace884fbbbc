using System.Runtime.CompilerServices;

namespace Lesart.Dossiers;

/// <summary>What becomes of an interpolated string that is handed to <see cref="HtmlWriter.Write"/>.</summary>
[InterpolatedStringHandler]
internal readonly ref struct Markup
{
    private readonly HtmlWriter _html;

    /// <summary>Called by the compiler.</summary>
#pragma warning disable IDE0060, CA1801 // the compiler hands over both counts
    public Markup(int literalLength, int formattedCount, HtmlWriter html) => _html = html;
#pragma warning restore IDE0060, CA1801

    /// <summary>Constant markup.</summary>
    public void AppendLiteral(string literal) => _html.Raw(literal);

    /// <summary>Text from outside.</summary>
    public void AppendFormatted(string? text) => _html.Text(text);

    /// <summary>Text from outside.</summary>
    public void AppendFormatted(ReadOnlySpan<char> text) => _html.Text(text);

    /// <summary>A number.</summary>
    public void AppendFormatted(int number) => _html.Number(number);

    /// <summary>A coordinate of a picture.</summary>
    public void AppendFormatted(double number) => _html.Coordinate(number);

    /// <summary>An interface text.</summary>
    public void AppendFormatted(Phrase phrase) => _html.Phrase(phrase);

    /// <summary>A picture of the page's own set.</summary>
    public void AppendFormatted(Icon icon) => _html.Raw(icon.Markup);
}
