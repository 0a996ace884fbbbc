using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace Lesart.Cli.Fetching;

/// <summary>Gets pages over HTTP: under its own name, as robots.txt allows, within limits of time and size, from public addresses only.</summary>
/// <remarks>Every connection is made to an address that was checked after the name was resolved, so that neither a redirect nor a second DNS answer
/// leads into a private network.</remarks>
internal sealed class PageFetcher : IDisposable
{
    private const string Product = "Lesart";
    private const int MaxRedirects = 8;
    private const int MaxRobotBytes = 512 * 1024;

    private readonly FetchOptions _options;
    private readonly PageCache? _cache;
    private readonly HttpClient _client;
    private readonly Dictionary<string, RobotRules> _robots = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (TimeSpan Length, long Since)> _pauses = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Makes ready; nothing is fetched yet.</summary>
    public PageFetcher(FetchOptions options)
    {
        _options = options;
        _cache = options.CacheFolder is null ? null : new PageCache(options.CacheFolder);
        SocketsHttpHandler handler = new()
        {
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseProxy = false,
            UseCookies = false,
            MaxResponseHeadersLength = 64,
            ConnectCallback = ConnectAsync,
            SslOptions = { RemoteCertificateValidationCallback = CertificateCheck.Check },
        };
        _client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue(Product, typeof(PageFetcher).Assembly.GetName().Version?.ToString(3) ?? "0"));
        _client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("(compares news articles; started by a reader)"));
        _client.DefaultRequestHeaders.Accept.ParseAdd("text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5");
    }

    /// <summary>Whether a path on the command line is an address.</summary>
    public static bool IsAddress(string path) => path.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || path.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>An address as it may be shown: a user name and password in it are left out.</summary>
    public static string Shown(string url)
    {
        int start = url.IndexOf("//", StringComparison.Ordinal) + 2;
        if (start < 2)
            return url;
        int length = url.AsSpan(start).IndexOfAny('/', '?', '#');
        int at = url.AsSpan(start, length < 0 ? url.Length - start : length).LastIndexOf('@');
        return at < 0 ? url : string.Concat(url.AsSpan(0, start), "***", url.AsSpan(start + at));
    }

    /// <summary>Gets a page.</summary>
    /// <exception cref="FetchException">It can't or may not be got; the message says why.</exception>
    public FetchedPage Fetch(string url) => FetchAsync(url).GetAwaiter().GetResult();

    /// <summary>Gets a page.</summary>
    /// <exception cref="FetchException">It can't or may not be got; the message says why.</exception>
    public async Task<FetchedPage> FetchAsync(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out Uri? address))
            throw new FetchException("is no address that can be read");
        if (_pauses.TryGetValue(address.Authority, out (TimeSpan Length, long Since) pause))
            await PauseAsync(pause.Length - Stopwatch.GetElapsedTime(pause.Since));
        using CancellationTokenSource stop = new(_options.Timeout);
        try
        {
            FetchedPage? kept = _cache?.Find(url);
            FetchedPage page = await FollowAsync(address, kept, stop.Token);
            if (!ReferenceEquals(page, kept))
                _cache?.Keep(url, page);
            return page;
        }
        catch (OperationCanceledException error)
        {
            throw new FetchException($"no answer within {_options.Timeout.TotalSeconds:0} seconds", error);
        }
        catch (HttpRequestException error)
        {
            throw new FetchException(error.InnerException is FetchException inner ? inner.Message : error.InnerException?.Message ?? error.Message, error);
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new FetchException(error.Message, error);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<FetchedPage> FollowAsync(Uri address, FetchedPage? kept, CancellationToken stop)
    {
        for (int redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            if (address.Scheme is not ("http" or "https"))
                throw new FetchException($"leads to an address that is not read ({address.Scheme}:)");
            if (address.UserInfo.Length > 0)
                throw new FetchException("carries a user name or password, which are not sent");
            RobotRules robots = await RobotsOfAsync(address, stop);
            if (ReferenceEquals(robots, RobotRules.None))
                throw new FetchException("robots.txt of the site can't be read, so nothing there may be");
            if (!robots.Allow(address.PathAndQuery))
                throw new FetchException("robots.txt of the site doesn't allow it");
            if (robots.Pause > TimeSpan.Zero)
                _pauses[address.Authority] = (robots.Pause, Stopwatch.GetTimestamp());
            using HttpRequestMessage request = new(HttpMethod.Get, address);
            bool isKept = kept?.Url == address.AbsoluteUri;
            if (isKept)
                AddConditions(request, kept!);
            using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            if (response.StatusCode == HttpStatusCode.NotModified && isKept)
                return kept!;
            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is Uri next)
            {
                address = TargetOf(address, next);
                continue;
            }

            if (!response.IsSuccessStatusCode)
                throw new FetchException($"the server answers {(int)response.StatusCode} {response.ReasonPhrase}");
            byte[] body = await ReadAsync(response, _options.MaxBytes, stop) ?? throw new FetchException($"the answer is larger than {_options.MaxBytes / (1024 * 1024)} MB");
            // As it stands there: a header that breaks the grammar still names a charset.
            string? type = response.Content.Headers.NonValidated.TryGetValues("Content-Type", out HeaderStringValues given) ? given.ToString() : null;
            return new FetchedPage(address.AbsoluteUri, type, body, response.Headers.ETag?.ToString(), response.Content.Headers.LastModified?.ToString("r", System.Globalization.CultureInfo.InvariantCulture));
        }

        throw new FetchException($"redirects more than {MaxRedirects} times");
    }

    private static Uri TargetOf(Uri address, Uri location) => Uri.TryCreate(address, location, out Uri? target) ? target : throw new FetchException($"leads to an address that is not read ({Shown(location.OriginalString)})");

    private static void AddConditions(HttpRequestMessage request, FetchedPage kept)
    {
        if (kept.Tag is not null && EntityTagHeaderValue.TryParse(kept.Tag, out EntityTagHeaderValue? tag))
            request.Headers.IfNoneMatch.Add(tag);
        if (kept.Changed is not null)
            request.Headers.TryAddWithoutValidation("If-Modified-Since", kept.Changed);
    }

    private Task PauseAsync(TimeSpan left) => left > TimeSpan.Zero ? Task.Delay(left < _options.MaxPause ? left : _options.MaxPause) : Task.CompletedTask;

    // Null for what is larger; what is cut at the limit ends there.
    private static async Task<byte[]?> ReadAsync(HttpResponseMessage response, int maxBytes, CancellationToken stop, bool cut = false)
    {
        await using Stream stream = await response.Content.ReadAsStreamAsync(stop);
        using MemoryStream body = new();
        byte[] chunk = new byte[65_536];
        for (int read; (read = await stream.ReadAsync(chunk, stop)) > 0;)
        {
            if (body.Length + read > maxBytes)
                return cut ? body.ToArray() : null;
            body.Write(chunk, 0, read);
        }

        return body.ToArray();
    }

    // Once for each server: what is missing allows all, what fails allows nothing (RFC 9309).
    private async Task<RobotRules> RobotsOfAsync(Uri address, CancellationToken stop)
    {
        string server = address.GetLeftPart(UriPartial.Authority);
        if (_robots.TryGetValue(server, out RobotRules? known))
            return known;
        Uri robots = new(server + "/robots.txt");
        RobotRules rules = RobotRules.None;
        for (int redirects = 0; redirects <= MaxRedirects; redirects++)
        {
            using HttpRequestMessage request = new(HttpMethod.Get, robots);
            using HttpResponseMessage response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is Uri next)
            {
                robots = TargetOf(robots, next);
                if (robots.Scheme is "http" or "https")
                    continue;
            }

            if (response.IsSuccessStatusCode)
                rules = RobotRules.Parse(Encoding.UTF8.GetString((await ReadAsync(response, MaxRobotBytes, stop, cut: true))!), Product);
            else if ((int)response.StatusCode is >= 400 and < 500)
                rules = RobotRules.All;
            break;
        }

        return _robots[server] = rules;
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        IPAddress[] found = IPAddress.TryParse(context.DnsEndPoint.Host.Trim('[', ']'), out IPAddress? literal) ? [literal] : await _options.Resolve(context.DnsEndPoint.Host, stop);
        IPAddress[] allowed = _options.AllowPrivate ? found : [.. found.Where(_options.IsPublic)];
        if (allowed.Length == 0)
            throw new FetchException(found.Length == 0 ? $"'{context.DnsEndPoint.Host}' has no address" : $"'{context.DnsEndPoint.Host}' lies in a private network (--allow-private reads it)");
        Socket socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, context.DnsEndPoint.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
