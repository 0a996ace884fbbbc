namespace Lesart;

/// <summary>What an analysis shall add to the plain account.</summary>
public sealed record AnalysisOptions
{
    /// <summary>The article's text is taken untouched, so that offsets agree with the caller's.</summary>
    public bool TextAsIs { get; init; }

    /// <summary>Accounts carry their tokens.</summary>
    public bool Tokens { get; init; }

    /// <summary>Items say which rule or model found them and what else they could have been.</summary>
    public bool Explain { get; init; }
}
