using System.Globalization;
using System.Net;
using System.Text;
using Lesart.Cli.Fetching;

namespace Lesart.Tests.Fetching;

/// <summary>127.0.0.1 plays the internet where a test says so, 127.0.0.2 the network behind the wall.</summary>
public sealed class AddressGuardTests : IDisposable
{
    private static readonly IPAddress Inside = IPAddress.Parse("127.0.0.2");
    private readonly LoopbackSite _site = new();

    [Theory]
    [InlineData("http://127.0.0.1:{0}/a")]
    [InlineData("http://localhost:{0}/a")]
    [InlineData("http://[::1]:{0}/a")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/a")]
    [InlineData("http://2130706433:{0}/a")] // 127.0.0.1 as one number
    [InlineData("http://0177.0.0.1:{0}/a")]
    [InlineData("http://0x7f.1:{0}/a")]
    [InlineData("http://0:{0}/a")]
    public void Private_addresses_are_refused_unless_allowed(string shape)
    {
        _site.Answers["/a"] = LoopbackSite.Answer("200 OK", "secret");
        using PageFetcher fetcher = new(new FetchOptions(AllowPrivate: false, null));
        Should.Throw<FetchException>(() => fetcher.Fetch(string.Format(CultureInfo.InvariantCulture, shape, _site.Port))).Message.ShouldContain("--allow-private");
        _site.Requests.ShouldBeEmpty();
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
    [InlineData("0.0.0.0", false)]
    [InlineData("255.255.255.255", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::", false)]
    [InlineData("::7f00:1", false)]
    [InlineData("::ffff:10.0.0.1", false)]
    [InlineData("::ffff:0:7f00:1", false)] // translated (RFC 2765)
    [InlineData("64:ff9b:1::7f00:1", false)] // translation of a local network
    [InlineData("2001:0:7f00:1::", false)] // Teredo
    [InlineData("fe80::1%1", false)]
    [InlineData("ff02::1", false)]
    [InlineData("::ffff:8.8.8.8", true)]
    [InlineData("2001:4860:4860::8888", true)]
    [InlineData("100.128.0.1", true)]
    [InlineData("8.8.8.8", true)]
    [InlineData("172.32.0.1", true)]
    [InlineData("2606:4700::1111", true)]
    public void Public_addresses_are_told_from_others(string address, bool isPublic) => AddressGuard.IsPublic(IPAddress.Parse(address)).ShouldBe(isPublic);

    [Theory]
    [InlineData("/a")]
    [InlineData("/robots.txt")]
    public void A_redirect_from_a_public_site_into_a_private_network_is_refused(string path)
    {
        _site.Answers[path] = LoopbackSite.Answer("302 Found", "", $"Location: http://127.0.0.2:{_site.Port}/secret");
        _site.Answers["/secret"] = LoopbackSite.Answer("200 OK", "secret");
        using PageFetcher fetcher = new(Outside());
        Should.Throw<FetchException>(() => fetcher.Fetch(_site.Url + "/a")).Message.ShouldContain("'127.0.0.2' lies in a private network");
        _site.Requests.ShouldNotContain(static request => request.Contains("/secret", StringComparison.Ordinal));
    }

    [Fact]
    public void A_name_that_changes_its_answer_is_checked_at_each_connection()
    {
        int asked = 0;
        _site.Answers["/a"] = LoopbackSite.Answer("200 OK", "secret");
        using PageFetcher fetcher = new(Outside() with { Resolve = (_, _) => Task.FromResult<IPAddress[]>([asked++ == 0 ? IPAddress.Loopback : Inside]) });
        Should.Throw<FetchException>(() => fetcher.Fetch($"http://news.example:{_site.Port}/a")).Message.ShouldContain("private");
        (asked, _site.Requests.Count).ShouldBe((2, 0));
    }

    [Fact]
    public void The_connection_goes_to_the_address_that_was_checked()
    {
        int asked = 0;
        _site.Answers["/a"] = LoopbackSite.Answer("200 OK", "news");
        using PageFetcher fetcher = new(Outside() with { Resolve = (_, _) => Task.FromResult<IPAddress[]>(asked++ < 2 ? [Inside, IPAddress.Loopback] : [Inside]) });
        Encoding.UTF8.GetString(fetcher.Fetch($"http://news.example:{_site.Port}/a").Body).ShouldBe("news");
        asked.ShouldBe(2, "one look-up for each connection: robots.txt and the page");
        _site.Reached.ShouldAllBe(static address => address.Equals(IPAddress.Loopback));
    }

    public void Dispose() => _site.Dispose();

    private static FetchOptions Outside() => new(AllowPrivate: false, null) { IsPublic = static address => !address.Equals(Inside) };
}
