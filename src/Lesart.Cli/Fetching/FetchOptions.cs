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

    /// <summary>Most pages that one feed, sitemap or list of feeds leads to.</summary>
    public int MaxPages { get; init; } = 200;
}
