using System.Security.Cryptography;
using System.Text;

namespace Lesart;

/// <summary>Ids made from content, so that the same article is the same record everywhere.</summary>
public static class ArticleId
{
    /// <summary>The first 16 hex digits of the SHA-256 of outlet, title and text, joined by line feeds, in UTF-8.</summary>
    public static string Of(string? outlet, string? title, string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{outlet}\n{title}\n{text}")).AsSpan(0, 8));
}
