namespace Lesart;

/// <summary>An article that a feed, sitemap or list of feeds points to.</summary>
/// <param name="Url">Its address.</param>
/// <param name="Title">Headline or name; null where the source gives none.</param>
/// <param name="Published">When it was published; null where the source doesn't say.</param>
/// <param name="IsFeed">Whether the address is that of a further feed or sitemap.</param>
public sealed record PageLink(string Url, string? Title, PublicationTime? Published, bool IsFeed);
