namespace Lesart.Text;

/// <summary>A word form as matching sees it.</summary>
/// <param name="Folded">Lower case without marks.</param>
/// <param name="Stem">Without its ending.</param>
/// <param name="Concept">The stem that stands for its synonyms; the stem itself where it has none.</param>
/// <param name="Parts">The concepts of a compound's parts, head last; empty for a simple word.</param>
/// <param name="Pivots">Keys that languages share: concepts of the pivot language, or the word itself as a cognate.</param>
/// <param name="Frequency">The share of articles that hold it, from 0 to 1.</param>
/// <param name="IsFunctionWord">Whether it carries no content.</param>
/// <param name="IsCommon">Whether it is among the language's common words.</param>
internal sealed record Term(string Folded, string Stem, string Concept, string[] Parts, string[] Pivots, double Frequency, bool IsFunctionWord, bool IsCommon)
{
    /// <summary>What it means, by names that languages share (<c>meanings.tsv</c>).</summary>
    public string[] Meanings { get; init; } = [];

    /// <summary>What a compound's parts mean.</summary>
    public string[] PartMeanings { get; init; } = [];

    /// <summary>Whether <see cref="Pivots"/> carry the parts over, and not the word itself.</summary>
    public bool HasPivotsOfParts { get; init; }

    /// <summary>Whether it can be a verb.</summary>
    public bool IsVerb { get; init; }

    /// <summary>Whether it can be a finite verb.</summary>
    public bool IsFinite { get; init; }

    /// <summary>Whether it is a noun.</summary>
    public bool IsNoun { get; init; }

    /// <summary>Its dictionary form as a noun, folded; the folded form where none is known.</summary>
    public string Lemma { get; init; } = Folded;

    /// <summary>The share of articles that hold the noun, from 0 to 1: a builder is rarer than what is built.</summary>
    public double NounFrequency { get; init; }

    /// <summary>The dictionary form of a compound's head; empty for a simple word.</summary>
    public string HeadLemma { get; init; } = "";

    /// <summary>All its dictionary forms as written, the likelier first; the form itself where none is known. Empty for a function word.</summary>
    public string[] Lemmas { get; init; } = [];

    /// <summary>Concepts of the pivot language by the table of equivalents.</summary>
    public string[] Equivalents { get; init; } = [];

    /// <summary>The same of a compound's parts.</summary>
    public string[] PartEquivalents { get; init; } = [];

    /// <summary>A compound's parts as written, head last; empty for a simple word.</summary>
    public string[] Pieces { get; init; } = [];

    /// <summary>Whether one of its readings is a noun.</summary>
    public bool CanBeNoun { get; init; }

    /// <summary>Whether one of its readings is an adjective.</summary>
    public bool IsAdjective { get; init; }

    /// <summary>Whether it is a plural wherever it is a noun.</summary>
    public bool IsPlural { get; init; }

    /// <summary>Its gender as a noun; none where there are several, or none is known.</summary>
    public Gender Gender { get; init; }

    /// <summary>Whether it looks like a name: a capital, and no dictionary knows it as anything else.</summary>
    public bool IsName { get; init; }
}
