using Lesart.Languages;

namespace Lesart;

/// <summary>How an engine is put together.</summary>
public sealed record EngineOptions
{
    /// <summary>Language folders; the built-in ones where null.</summary>
    public DataFolder? Languages { get; init; }

    /// <summary>Additions to the plain account.</summary>
    public AnalysisOptions Analysis { get; init; } = new();

    /// <summary>The language of notes that are written for the reader (<c>de</c>, <c>en</c>).</summary>
    public string ReaderLanguage { get; init; } = "de";
}
