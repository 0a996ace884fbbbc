namespace Lesart.Extracting;

/// <summary>Reads markup that is known to be an article's body (a feed's full text, an agency's XHTML, a mail): every block but what frames it.</summary>
internal sealed class FragmentReader(BoilerplateRules boilerplate)
{
    private const double MaxLinkDensity = 0.6;

    /// <summary>The blocks of a piece of markup, or of plain text where there is none.</summary>
    /// <param name="markup">The markup.</param>
    /// <param name="title">A block that only repeats it is left out.</param>
    /// <exception cref="UnreadableSourceException">It nests deeper than any text for readers.</exception>
    public List<DraftBlock> Read(string markup, string? title)
    {
        List<DraftBlock> chosen = [];
        string? squeezedTitle = title is null ? null : PageSurvey.Squeeze(title);
        bool inList = false;
        foreach (PageBlock block in BlockCutter.Cut(Page.Parse(Bodied(markup)).Root))
        {
            Boilerplate judged = boilerplate.Judge(block.Text);
            if (judged == Boilerplate.End && chosen.Count > 0)
                break;
            inList = (inList || judged == Boilerplate.ListHeading) && !PageLayout.IsRunning(block);
            if (inList || judged != Boilerplate.None || block.LinkDensity > MaxLinkDensity || block.Tag is "figcaption" || PageSurvey.Squeeze(block.Text) == squeezedTitle)
                continue;
            chosen.Add(DraftBlocks.Of(block));
        }

        return chosen;
    }

    private static string Bodied(string markup)
    {
        if (markup.Contains("<body", StringComparison.OrdinalIgnoreCase))
            return markup;
        return markup.Contains('<', StringComparison.Ordinal) ? $"<body>{markup}</body>" : $"<body><p>{markup.ReplaceLineEndings("\n").Replace("\n\n", "</p><p>", StringComparison.Ordinal)}</p></body>";
    }
}
