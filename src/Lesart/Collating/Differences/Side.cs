namespace Lesart.Collating;

/// <summary>A value that a reading gives in one slot, with the words that carry it.</summary>
/// <param name="Unit">The clause.</param>
/// <param name="Span">The words.</param>
/// <param name="Value">Normalised: readings with the same value agree.</param>
/// <param name="Shown">As a note tells it.</param>
internal sealed record Side(Unit Unit, TextSpan Span, string Value, string Shown)
{
    /// <summary>What kind of value it is, where it is neither a figure, a date nor a stance.</summary>
    public DifferenceSlot? Slot { get; init; }

    /// <summary>Whether it is told in the difference alone: too unsure for a reading of the point.</summary>
    public bool IsLoose { get; init; }

    public TimeExpression? Time { get; init; }

    /// <summary>Whether a date's words name its day: a part of a day mostly leaves that to the text around it.</summary>
    public bool NamesDay { get; init; }

    public Quantity? Quantity { get; init; }

    /// <summary>Whether the quantity numbers its noun ("the fourth test"), and counts nothing.</summary>
    public bool IsOrdinal { get; init; }

    /// <summary>Of an ordinal: the names right behind it.</summary>
    public string[] Scope { get; init; } = [];

    /// <summary>Whether the number is an article's: "a woman" beside "two people".</summary>
    public bool IsArticle { get; init; }

    /// <summary>Keys of what the quantity counts; empty where the text gives none.</summary>
    public int[] Counted { get; init; } = [];

    /// <summary>The figure in its dimension's base.</summary>
    public double Size { get; init; }

    /// <summary>How loosely the value is told; 0 for an exact one.</summary>
    public double Width { get; init; }
}
