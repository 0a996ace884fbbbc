namespace Lesart.Extracting;

/// <summary>Bounds that keep memory and time small whatever comes in.</summary>
internal static class ExtractionLimits
{
    /// <summary>Most bytes of one page, text, line or archive record after decompression.</summary>
    public const int MaxRecordBytes = 24 * 1024 * 1024;

    /// <summary>The same as people say it.</summary>
    public const string MaxRecordText = "24 MB";

    /// <summary>Most letters of an article's text; a long novel has a third of them.</summary>
    public const int MaxArticleLetters = 4_000_000;

    /// <summary>Most letters of all blocks of a page: what a reader would see, the article and what frames it.</summary>
    public const int MaxPageLetters = 12_000_000;

    /// <summary>Most bytes of a table's row: its parser keeps the place of every separator.</summary>
    public const int MaxRowBytes = 8 * 1024 * 1024;

    /// <summary>Deepest nesting that is kept; deeper elements are flattened into this depth.</summary>
    public const int MaxKeptNesting = 400;

    /// <summary>Deepest nesting that is read at all: no page made for readers comes near.</summary>
    public const int MaxNesting = 10_000;

    /// <summary>Most elements of a page; tags beyond are passed over, their text is kept.</summary>
    public const int MaxElements = 80_000;

    /// <summary>Most attributes of one element.</summary>
    public const int MaxAttributes = 40;

    /// <summary>Longest attribute value, in UTF-16 code units.</summary>
    public const int MaxAttributeLength = 16_384;

    /// <summary>Archives in archives in archives end here.</summary>
    public const int MaxArchiveDepth = 3;
}
