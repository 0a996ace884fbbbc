using System.Net;
using System.Net.Sockets;
using System.Text;
using Lesart.Cli.Fetching;

namespace Lesart.Tests.Fetching;

/// <summary>A server on loopback plays the site.</summary>
public sealed class PageFetcherTests : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Dictionary<string, string> _answers = new(StringComparer.Ordinal);
    private readonly List<string> _requests = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;
    private readonly string _site;

    public PageFetcherTests()
    {
        _listener.Start();
        _site = $"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";
        _serving = Task.Run(ServeAsync);
    }

    [Fact]
    public void A_page_is_got_under_an_honest_name()
    {
        _answers["/a"] = Answer("200 OK", "hello", "Content-Type: text/html; charset=utf-8");
        FetchedPage page = Fetch("/a");
        Encoding.UTF8.GetString(page.Body).ShouldBe("hello");
        page.MediaType.ShouldBe("text/html; charset=utf-8");
        _requests[^1].ShouldContain("User-Agent: Lesart/");
    }

    [Fact]
    public void Redirects_are_followed_a_few_times_and_never_out_of_http()
    {
        _answers["/old"] = Answer("301 Moved", "", "Location: /new");
        _answers["/new"] = Answer("200 OK", "moved");
        _answers["/loop"] = Answer("302 Found", "", "Location: /loop");
        _answers["/file"] = Answer("302 Found", "", "Location: file:///etc/passwd");
        Fetch("/old").Url.ShouldBe(_site + "/new");
        Should.Throw<FetchException>(() => Fetch("/loop")).Message.ShouldContain("redirects");
        Should.Throw<FetchException>(() => Fetch("/file")).Message.ShouldContain("file:");
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/a")]
    [InlineData("http://localhost:{0}/a")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/a")]
    [InlineData("http://2130706433:{0}/a")] // 127.0.0.1 as one number
    public void Private_addresses_are_refused_unless_allowed(string shape)
    {
        _answers["/a"] = Answer("200 OK", "secret");
        string url = string.Format(System.Globalization.CultureInfo.InvariantCulture, shape, new Uri(_site).Port);
        using PageFetcher fetcher = new(new FetchOptions(AllowPrivate: false, null));
        Should.Throw<FetchException>(() => fetcher.Fetch(url)).Message.ShouldContain("private");
        _requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("127.0.0.1", false)]
    [InlineData("10.1.2.3", false)]
    [InlineData("169.254.169.254", false)] // cloud metadata
    [InlineData("172.31.0.1", false)]
    [InlineData("100.64.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("fd00::1", false)]
    [InlineData("fe80::1", false)]
    [InlineData("64:ff9b::7f00:1", false)]
    [InlineData("2002:7f00:1::", false)]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2606:4700::1111", true)]
    public void Public_addresses_are_told_from_others(string address, bool isPublic) => AddressGuard.IsPublic(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Fact]
    public void Robots_txt_is_obeyed()
    {
        _answers["/robots.txt"] = Answer("200 OK", "User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /closed\nAllow: /closed/open$\n");
        _answers["/closed/page"] = _answers["/closed/open"] = Answer("200 OK", "x");
        Should.Throw<FetchException>(() => Fetch("/closed/page")).Message.ShouldContain("robots.txt");
        Fetch("/closed/open").Body.Length.ShouldBe(1);
    }

    [Fact]
    public void Size_and_errors_are_named()
    {
        _answers["/big"] = Answer("200 OK", new string('x', 5_000));
        using PageFetcher fetcher = new(new FetchOptions(AllowPrivate: true, null) { MaxBytes = 1_000 });
        Should.Throw<FetchException>(() => fetcher.Fetch(_site + "/big")).Message.ShouldContain("larger");
        Should.Throw<FetchException>(() => Fetch("/missing")).Message.ShouldContain("404");
    }

    [Fact]
    public void A_kept_page_is_asked_for_conditionally()
    {
        string folder = Directory.CreateTempSubdirectory("lesart-cache-").FullName;
        try
        {
            _answers["/a"] = Answer("200 OK", "first", "ETag: \"1\"");
            using PageFetcher fetcher = new(new FetchOptions(AllowPrivate: true, folder));
            fetcher.Fetch(_site + "/a");
            _answers["/a"] = Answer("304 Not Modified", "");
            Encoding.UTF8.GetString(fetcher.Fetch(_site + "/a").Body).ShouldBe("first");
            _requests[^1].ShouldContain("If-None-Match: \"1\"");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_feed_of_teasers_leads_to_its_pages()
    {
        _answers["/feed"] = Answer("200 OK", $"<rss version='2.0'><channel><item><title>a</title><link>{_site}/a</link><description>short</description></item></channel></rss>", "Content-Type: application/rss+xml");
        _answers["/a"] = Answer("200 OK", "<html></html>", "Content-Type: text/html");
        FetchOptions options = new(AllowPrivate: true, null);
        using PageFetcher fetcher = new(options);
        SourceFile source = new WebSources(Engine.Create(), fetcher, options).Of(_site + "/feed").ShouldHaveSingleItem().Value!;
        (source.Name, source.MediaType).ShouldBe((_site + "/a", "text/html"));
    }

    public void Dispose()
    {
        _stop.Cancel();
        _listener.Stop();
        _serving.Wait(TimeSpan.FromSeconds(5));
        _stop.Dispose();
    }

    private static string Answer(string status, string body, params string[] headers) =>
        $"HTTP/1.1 {status}\r\n{string.Concat(headers.Select(static header => header + "\r\n"))}Content-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";

    private FetchedPage Fetch(string path)
    {
        using PageFetcher fetcher = new(new FetchOptions(AllowPrivate: true, null));
        return fetcher.Fetch(_site + path);
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            TcpClient client;
            try
            {
                client = await _listener.AcceptTcpClientAsync(_stop.Token);
            }
            catch (Exception error) when (error is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }

            using (client)
            {
                NetworkStream stream = client.GetStream();
                byte[] buffer = new byte[8_192];
                int length = await stream.ReadAsync(buffer);
                string request = Encoding.ASCII.GetString(buffer, 0, length);
                string path = request.Split(' ') is [_, string asked, ..] ? asked : "/";
                if (path != "/robots.txt")
                    _requests.Add(request);
                await stream.WriteAsync(Encoding.UTF8.GetBytes(_answers.GetValueOrDefault(path) ?? Answer("404 Not Found", "")));
            }
        }
    }
}
