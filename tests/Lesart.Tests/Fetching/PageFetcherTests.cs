using System.IO.Compression;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Lesart.Cli.Fetching;

namespace Lesart.Tests.Fetching;

public sealed class PageFetcherTests : IDisposable
{
    private readonly LoopbackSite _site = new();

    [Fact]
    public void A_page_is_got_under_an_honest_name()
    {
        _site.Answers["/a"] = LoopbackSite.Answer("200 OK", "hello", "Content-Type: text/html; charset=utf-8");
        FetchedPage page = Fetch("/a");
        Encoding.UTF8.GetString(page.Body).ShouldBe("hello");
        page.MediaType.ShouldBe("text/html; charset=utf-8");
        _site.Requests[^1].ShouldContain("User-Agent: Lesart/");
    }

    [Fact]
    public void Redirects_are_followed_a_few_times_and_never_out_of_http()
    {
        _site.Answers["/old"] = LoopbackSite.Answer("301 Moved", "", "Location: /new");
        _site.Answers["/new"] = LoopbackSite.Answer("200 OK", "moved");
        for (int i = 0; i < 5; i++)
            _site.Answers[$"/{i}"] = LoopbackSite.Answer("308 Permanent Redirect", "", $"Location: /{i + 1}");
        _site.Answers["/5"] = LoopbackSite.Answer("200 OK", "moved");
        _site.Answers["/loop"] = LoopbackSite.Answer("302 Found", "", "Location: /loop");
        _site.Answers["/file"] = LoopbackSite.Answer("302 Found", "", "Location: file:///etc/passwd");
        Fetch("/old").Url.ShouldBe(_site.Url + "/new");
        Fetch("/0").Url.ShouldBe(_site.Url + "/5");
        Should.Throw<FetchException>(() => Fetch("/loop")).Message.ShouldContain("redirects");
        Should.Throw<FetchException>(() => Fetch("/file")).Message.ShouldContain("file:");
    }

    [Fact]
    public void Size_and_errors_are_named()
    {
        _site.Answers["/big"] = LoopbackSite.Answer("200 OK", new string('x', 5_000));
        using PageFetcher fetcher = new(new FetchOptions(AllowPrivate: true, null) { MaxBytes = 1_000 });
        Should.Throw<FetchException>(() => fetcher.Fetch(_site.Url + "/big")).Message.ShouldContain("larger");
        Should.Throw<FetchException>(() => Fetch("/missing")).Message.ShouldContain("404");
    }

    [Fact]
    public void A_kept_page_is_asked_for_conditionally()
    {
        string folder = Directory.CreateTempSubdirectory("lesart-cache-").FullName;
        try
        {
            _site.Answers["/a"] = LoopbackSite.Answer("200 OK", "first", "ETag: \"1\"");
            using PageFetcher fetcher = new(new FetchOptions(AllowPrivate: true, folder));
            fetcher.Fetch(_site.Url + "/a");
            _site.Answers["/a"] = LoopbackSite.Answer("304 Not Modified", "");
            Encoding.UTF8.GetString(fetcher.Fetch(_site.Url + "/a").Body).ShouldBe("first");
            _site.Requests[^1].ShouldContain("If-None-Match: \"1\"");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Theory]
    [InlineData("//", "not read (//)")]
    [InlineData("http://", "302")]
    [InlineData("ftp://127.0.0.1/a", "not read (ftp:)")]
    [InlineData("data:text/html,x", "not read (data:)")]
    [InlineData("http://me:secret@127.0.0.1/a", "password")]
    public void A_redirect_to_what_is_no_page_is_refused_with_a_reason(string location, string reason)
    {
        _site.Answers["/a"] = LoopbackSite.Answer("302 Found", "", "Location: " + location);
        Should.Throw<FetchException>(() => Fetch("/a")).Message.ShouldContain(reason);
        _site.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public void A_password_in_an_address_is_neither_sent_nor_silently_dropped()
    {
        using PageFetcher fetcher = new(new FetchOptions(AllowPrivate: true, null));
        Should.Throw<FetchException>(() => fetcher.Fetch(_site.Url.Replace("//", "//me:secret@", StringComparison.Ordinal) + "/a")).Message.ShouldContain("password");
        _site.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("https://me:secret@paper.example/a@b", "https://***@paper.example/a@b")]
    [InlineData("https://token@paper.example?q=1", "https://***@paper.example?q=1")]
    [InlineData("https://paper.example/a@b", "https://paper.example/a@b")]
    [InlineData("folder/a@b.html", "folder/a@b.html")]
    public void Addresses_are_shown_without_user_and_password(string url, string shown) => PageFetcher.Shown(url).ShouldBe(shown);

    [Theory]
    [InlineData("localhost", 1, "nobody whom this machine trusts has signed it (self-signed?)")]
    [InlineData("paper.example", 1, "it is made out to another name")]
    [InlineData("localhost", -1, "it has expired or is not valid yet")]
    public async Task A_server_whose_certificate_is_not_trusted_is_refused_with_the_reason(string name, int daysLeft, string reason)
    {
        using RSA key = RSA.Create(2_048);
        SubjectAlternativeNameBuilder names = new();
        names.AddDnsName(name);
        CertificateRequest request = new($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(names.Build());
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 certificate = request.CreateSelfSigned(now.AddDays(-9), now.AddDays(daysLeft));
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        Task serving = ServeAsync(listener, certificate);
        using PageFetcher fetcher = new(new FetchOptions(AllowPrivate: true, null) { Resolve = static (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]) });
        string message = (await Should.ThrowAsync<FetchException>(() => fetcher.FetchAsync($"https://localhost:{((IPEndPoint)listener.LocalEndpoint).Port}/a"))).Message;
        message.ShouldStartWith("the server's certificate can't be trusted: ");
        message.ShouldContain(reason);
        await serving.WaitAsync(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Time_is_limited_for_the_whole_answer()
    {
        _site.Streams["/drip"] = static async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray());
            for (int i = 0; i < 100; i++)
            {
                await stream.WriteAsync("x"u8.ToArray());
                await Task.Delay(50);
            }
        };
        using PageFetcher fetcher = new(new FetchOptions(AllowPrivate: true, null) { Timeout = TimeSpan.FromMilliseconds(400) });
        Should.Throw<FetchException>(() => fetcher.Fetch(_site.Url + "/drip")).Message.ShouldContain("no answer within");
    }

    [Fact]
    public void An_endless_answer_ends_at_the_limit_of_size()
    {
        _site.Streams["/endless"] = static async stream =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n\r\n"u8.ToArray());
            for (byte[] chunk = new byte[65_536]; ;)
                await stream.WriteAsync(chunk);
        };
        Should.Throw<FetchException>(() => FetchSmall("/endless")).Message.ShouldContain("larger");
    }

    [Fact]
    public void Size_is_measured_after_decompression()
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(new byte[8 * 1024 * 1024]);
        packed.Length.ShouldBeLessThan(100_000);
        _site.Streams["/bomb"] = async stream =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n"));
            await stream.WriteAsync(packed.ToArray());
        };
        Should.Throw<FetchException>(() => FetchSmall("/bomb")).Message.ShouldContain("larger");
    }

    [Theory]
    [InlineData("Content-Length: 50\r\n\r\nshort")]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nZZ\r\nbody")]
    [InlineData("Content-Encoding: gzip\r\nContent-Length: 8\r\n\r\nnot gzip")]
    public void An_answer_that_breaks_off_or_breaks_its_rules_is_a_named_error(string rest)
    {
        _site.Answers["/a"] = "HTTP/1.1 200 OK\r\nConnection: close\r\n" + rest;
        FetchException? error = Record.Exception(() => Fetch("/a")) as FetchException;
        (error?.Message ?? "").ShouldNotBe("", "half an answer was taken for a page");
    }

    [Fact]
    public void The_charset_of_the_header_is_used()
    {
        string body = string.Concat(Enumerable.Range(1, 6).Select(static i => $"<p>Die Behörde prüft die Brücke über den Fluß zum {i}. Mal, sagte eine Sprecherin am Dienstag in Köln. Über die Größe der Schäden sei noch nichts bekannt.</p>"));
        string html = $"<html><head><title>Prüfung der Brücke dauert länger</title></head><body><article><h1>Prüfung der Brücke dauert länger</h1>{body}</article></body></html>";
        _site.Streams["/a"] = stream => stream.WriteAsync(Encoding.Latin1.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=iso-8859-1;;\r\n\r\n" + html)).AsTask();
        FetchOptions options = new(AllowPrivate: true, null);
        using PageFetcher fetcher = new(options);
        SourceFile source = new WebSources(Engine.Create(), fetcher, options).Of(_site.Url + "/a").ShouldHaveSingleItem().Value!;
        source.MediaType.ShouldBe("text/html; charset=iso-8859-1;;");
        BuiltIn.Engine.Extract(source).ShouldHaveSingleItem().Value!.Text.ShouldContain("Die Behörde prüft die Brücke über den Fluß");
    }

    [Fact]
    public void A_kept_page_behind_a_redirect_is_asked_for_where_it_lies()
    {
        string folder = Directory.CreateTempSubdirectory("lesart-cache-").FullName;
        try
        {
            _site.Answers["/old"] = LoopbackSite.Answer("301 Moved", "", "Location: /new");
            _site.Answers["/new"] = LoopbackSite.Answer("200 OK", "first", "Last-Modified: Mon, 02 Nov 2026 08:00:00 GMT");
            using PageFetcher fetcher = new(new FetchOptions(AllowPrivate: true, folder));
            fetcher.Fetch(_site.Url + "/old");
            _site.Answers["/new"] = LoopbackSite.Answer("304 Not Modified", "");
            Encoding.UTF8.GetString(fetcher.Fetch(_site.Url + "/old").Body).ShouldBe("first");
            _site.Requests[^2].ShouldNotContain("If-Modified-Since");
            _site.Requests[^1].ShouldContain("If-Modified-Since: Mon, 02 Nov 2026 08:00:00 GMT");
            _site.Answers["/new"] = LoopbackSite.Answer("200 OK", "second");
            Encoding.UTF8.GetString(fetcher.Fetch(_site.Url + "/old").Body).ShouldBe("second");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_feed_of_teasers_leads_to_its_pages()
    {
        _site.Answers["/feed"] = LoopbackSite.Answer("200 OK", $"<rss version='2.0'><channel><item><title>a</title><link>{_site.Url}/a</link><description>short</description></item></channel></rss>", "Content-Type: application/rss+xml");
        _site.Answers["/a"] = LoopbackSite.Answer("200 OK", "<html></html>", "Content-Type: text/html");
        FetchOptions options = new(AllowPrivate: true, null);
        using PageFetcher fetcher = new(options);
        SourceFile source = new WebSources(Engine.Create(), fetcher, options).Of(_site.Url + "/feed").ShouldHaveSingleItem().Value!;
        (source.Name, source.MediaType).ShouldBe((_site.Url + "/a", "text/html"));
    }

    [Fact]
    public void Of_a_page_that_cannot_be_had_the_teaser_of_the_feed_is_left()
    {
        const string Teaser = "Am Hafen von Osterbrück ist in der Nacht ein Kran umgestürzt; verletzt wurde niemand.";
        _site.Answers["/feed"] = LoopbackSite.Answer("200 OK", $"<rss version='2.0'><channel><item><title>Kran umgestürzt</title><link>{_site.Url}/gone</link><description>{Teaser}</description></item></channel></rss>", "Content-Type: application/rss+xml; charset=utf-8");
        FetchOptions options = new(AllowPrivate: true, null);
        using PageFetcher fetcher = new(options);
        Engine engine = Engine.Create();
        Outcome<SourceFile>[] outcomes = [.. new WebSources(engine, fetcher, options).Of(_site.Url + "/feed")];
        outcomes.Length.ShouldBe(2);
        outcomes[0].Problem.ShouldNotBeNull().Source.ShouldBe(_site.Url + "/gone");
        Article article = engine.Extract(outcomes[1].Value.ShouldNotBeNull()).ShouldHaveSingleItem().Value.ShouldNotBeNull();
        (article.Title, article.Text, article.Url, article.Incomplete).ShouldBe(("Kran umgestürzt", Teaser, _site.Url + "/gone", true));
    }

    public void Dispose() => _site.Dispose();

    private FetchedPage FetchSmall(string path)
    {
        using PageFetcher fetcher = new(new FetchOptions(AllowPrivate: true, null) { MaxBytes = 1024 * 1024 });
        return fetcher.Fetch(_site.Url + path);
    }

    private static async Task ServeAsync(TcpListener listener, X509Certificate2 certificate)
    {
        using TcpClient client = await listener.AcceptTcpClientAsync();
        await using SslStream encrypted = new(client.GetStream());
        try
        {
            await encrypted.AuthenticateAsServerAsync(certificate);
        }
        catch (Exception error) when (error is IOException or AuthenticationException)
        {
            // The reader went away when it saw the certificate.
        }
    }

    private FetchedPage Fetch(string path)
    {
        using PageFetcher fetcher = new(new FetchOptions(AllowPrivate: true, null));
        return fetcher.Fetch(_site.Url + path);
    }
}
