using Lesart.Extracting;

namespace Lesart;

/// <summary>Something to extract articles from.</summary>
/// <param name="Name">Path or URL as the user named it; its ending helps to tell the kind.</param>
/// <param name="Open">Opens the bytes; may throw <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>, which become a problem.</param>
public sealed record SourceFile(string Name, Func<Stream> Open)
{
    /// <summary>The media type where whoever hands the bytes over knows it (<c>text/html; charset=utf-8</c>); null else.</summary>
    public string? MediaType { get; init; }

    /// <summary>The fields of an article that a column of a table can hold.</summary>
    public static IReadOnlyList<string> ColumnFields => TableReader.Fields;

    /// <summary>For tables: field of an article (<c>text</c>, <c>title</c> ...) to name of a column; where null, the columns' own names tell.</summary>
    public IReadOnlyDictionary<string, string>? Columns { get; init; }
}
