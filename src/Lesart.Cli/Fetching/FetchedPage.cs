namespace Lesart.Cli.Fetching;

/// <summary>An answer.</summary>
/// <param name="Url">Where it came from in the end.</param>
/// <param name="MediaType">As the server named it; null where it did not.</param>
/// <param name="Body">Decompressed.</param>
/// <param name="Tag">For conditional requests; null for none.</param>
/// <param name="Changed">The server's last change, for conditional requests; null for none.</param>
internal sealed record FetchedPage(string Url, string? MediaType, byte[] Body, string? Tag, string? Changed);
