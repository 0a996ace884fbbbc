using System.Security.Cryptography;
using System.Text;

namespace Lesart.Cli.Fetching;

/// <summary>Keeps answers on disk, so that a server can say that nothing changed.</summary>
internal sealed class PageCache(string folder)
{
    /// <summary>The answer kept for an address; null for none.</summary>
    public FetchedPage? Find(string url)
    {
        string notes = PathOf(url, ".txt"), body = PathOf(url, ".body");
        if (!File.Exists(notes) || !File.Exists(body))
            return null;
        string[] lines = File.ReadAllLines(notes);
        return lines.Length < 5 || lines[0] != url ? null : new FetchedPage(lines[1], Given(lines[2]), File.ReadAllBytes(body), Given(lines[3]), Given(lines[4]));
    }

    /// <summary>Keeps an answer that can be asked for conditionally.</summary>
    public void Keep(string url, FetchedPage page)
    {
        if (page.Tag is null && page.Changed is null)
            return;
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(PathOf(url, ".body"), page.Body);
        File.WriteAllLines(PathOf(url, ".txt"), [url, page.Url, page.MediaType ?? "", page.Tag ?? "", page.Changed ?? ""]);
    }

    private static string? Given(string line) => line.Length > 0 ? line : null;

    private string PathOf(string url, string ending) => Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(url)).AsSpan(0, 16)) + ending);
}
