using System.Security.Cryptography;
using System.Text;

namespace Lesart.Extracting;

/// <summary>Recognises articles that came before: the same text of an outlet again, and the same address with another text, which is a new version.</summary>
/// <remarks>Keeps an id and two short strings for each article. Not for several threads.</remarks>
internal sealed class ArticleVersions
{
    private const int MinText = 200; // letters and digits; below, two articles may well share all their words

    private static readonly string[] TrackingKeys = ["utm_", "fbclid", "gclid", "wt_", "wtmc", "xtor", "ref=", "cmpid", "cid=", "ns_", "mc_", "smid", "at_"];

    private readonly Dictionary<string, Article> _byText = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string Id, int Version)> _byAddress = new(StringComparer.Ordinal);

    /// <summary>The article, with its version where its address came before; or a problem that names the first one where it is the same again.</summary>
    public Outcome<Article> Review(Article article)
    {
        string squeezed = PageSurvey.Squeeze(article.Text);
        string text = $"{article.Outlet}\n{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(squeezed)).AsSpan(0, 16))}";
        if (article.Outlet is not null && squeezed.Length >= MinText)
        {
            if (_byText.TryGetValue(text, out Article? first) && first.Id != article.Id) // the same id twice is told by whoever reads the records
                return new Problem(article.Source, null, $"the same text as {first.Source} (id {first.Id}); it is read once");
            _byText.TryAdd(text, new Article { Id = article.Id, Source = article.Source });
        }

        if (AddressOf(article.Url) is not string address)
            return article;
        if (_byAddress.TryGetValue(address, out (string Id, int Version) before) && before.Id != article.Id)
        {
            _byAddress[address] = (article.Id, before.Version + 1);
            return article with { Version = before.Version + 1, Previous = before.Id };
        }

        _byAddress.TryAdd(address, (article.Id, 1));
        return article;
    }

    // Without what differs from visit to visit: scheme, www, tracking, fragment, slash at the end. A site's root is no article's address.
    private static string? AddressOf(string? url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? uri) || uri.AbsolutePath.Length <= 1)
            return null;
        IEnumerable<string> query = uri.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(static part => !Array.Exists(TrackingKeys, key => part.StartsWith(key, StringComparison.OrdinalIgnoreCase)));
        string host = uri.Authority.StartsWith("www.", StringComparison.Ordinal) ? uri.Authority[4..] : uri.Authority;
        return $"{host}{uri.AbsolutePath.TrimEnd('/')}?{string.Join('&', query)}";
    }
}
