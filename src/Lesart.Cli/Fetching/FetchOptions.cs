using System.Net;

namespace Lesart.Cli.Fetching;

/// <summary>What a run may fetch.</summary>
/// <param name="AllowPrivate">Whether addresses of this machine and of private networks may be read.</param>
/// <param name="CacheFolder">Where answers are kept for conditional requests; null for nowhere.</param>
internal sealed record FetchOptions(bool AllowPrivate, string? CacheFolder)
{
    /// <summary>Longest wait for one answer, redirects included.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest answer after decompression, in bytes.</summary>
    public int MaxBytes { get; init; } = 24 * 1024 * 1024;

    /// <summary>Longest pause between two requests that a robots.txt may ask for (Crawl-delay).</summary>
    public TimeSpan MaxPause { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Finds the addresses of a host name.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Tells addresses that may always be read from those that <see cref="AllowPrivate"/> is asked for.</summary>
    public Func<IPAddress, bool> IsPublic { get; init; } = AddressGuard.IsPublic;

    /// <summary>Most pages that one feed, sitemap or list of feeds leads to.</summary>
    public int MaxPages { get; init; } = 200;
}
