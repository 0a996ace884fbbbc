namespace Lesart;

/// <summary>Something to extract articles from.</summary>
/// <param name="Name">Path or URL as the user named it; its ending helps to tell the kind.</param>
/// <param name="Open">Opens the bytes; may throw <see cref="IOException"/> or <see cref="UnauthorizedAccessException"/>, which become a problem.</param>
public sealed record SourceFile(string Name, Func<Stream> Open)
{
    /// <summary>The media type where whoever hands the bytes over knows it (<c>text/html; charset=utf-8</c>); null else.</summary>
    public string? MediaType { get; init; }
}
