using System.Diagnostics;
using System.Globalization;
using Lesart.Cli.Fetching;

namespace Lesart.Tests.Fetching;

public sealed class RobotRulesTests : IDisposable
{
    private readonly LoopbackSite _site = new();

    [Fact]
    public void Robots_txt_is_obeyed()
    {
        _site.Answers["/robots.txt"] = LoopbackSite.Answer("200 OK", "User-agent: other\nDisallow: /\n\nUser-agent: *\nDisallow: /closed\nAllow: /closed/open$\n");
        _site.Answers["/closed/page"] = _site.Answers["/closed/open"] = LoopbackSite.Answer("200 OK", "x");
        Should.Throw<FetchException>(() => Fetch("/closed/page")).Message.ShouldContain("robots.txt");
        _site.Requests.ShouldBeEmpty();
        Fetch("/closed/open").Body.Length.ShouldBe(1);
    }

    [Theory]
    [InlineData("200 OK", true)]
    [InlineData("404 Not Found", true)]
    [InlineData("403 Forbidden", true)]
    [InlineData("500 Internal Server Error", false)]
    [InlineData("503 Service Unavailable", false)]
    public void A_missing_robots_txt_allows_all_and_a_failing_one_nothing(string status, bool isRead)
    {
        _site.Answers["/robots.txt"] = LoopbackSite.Answer(status, "");
        _site.Answers["/a"] = LoopbackSite.Answer("200 OK", "x");
        if (isRead)
            Fetch("/a").Body.Length.ShouldBe(1);
        else
            Should.Throw<FetchException>(() => Fetch("/a")).Message.ShouldContain("robots.txt of the site can't be read");
        _site.Requests.Count.ShouldBe(isRead ? 1 : 0);
    }

    [Fact]
    public void A_robots_txt_that_moved_is_read_where_it_is()
    {
        _site.Answers["/robots.txt"] = LoopbackSite.Answer("301 Moved", "", "Location: /rules.txt");
        _site.Answers["/rules.txt"] = LoopbackSite.Answer("200 OK", "User-agent: *\nDisallow: /a\n");
        Should.Throw<FetchException>(() => Fetch("/a")).Message.ShouldContain("doesn't allow");
        _site.Answers["/robots.txt"] = LoopbackSite.Answer("301 Moved", "", "Location: /robots.txt");
        Should.Throw<FetchException>(() => Fetch("/a")).Message.ShouldContain("can't be read");
    }

    [Fact]
    public void Of_a_huge_robots_txt_the_start_counts()
    {
        _site.Answers["/robots.txt"] = LoopbackSite.Answer("200 OK", "User-agent: *\nDisallow: /closed\n" + new string('#', 1024 * 1024));
        _site.Answers["/a"] = LoopbackSite.Answer("200 OK", "x");
        Fetch("/a").Body.Length.ShouldBe(1);
        Should.Throw<FetchException>(() => Fetch("/closed")).Message.ShouldContain("doesn't allow");
    }

    [Theory]
    [InlineData("User-agent: *\nDisallow: /a", "/a/b", false)]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("USER-AGENT: * # all\r\ndisallow: /a # not this\r\n", "/a", false)]
    [InlineData("User-agent: lesart/1.0\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: Lesart\nDisallow:\n\nUser-agent: *\nDisallow: /", "/a", true)]
    [InlineData("User-agent: Lesartig\nDisallow: /", "/a", true)]
    [InlineData("User-agent: one\nUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\nCrawl-delay: 5\nUser-agent: bad\nDisallow: /", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /übersicht", "/%C3%BCbersicht", false)]
    [InlineData("User-agent: *\nDisallow: /*?print=", "/a?print=1", false)]
    [InlineData("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", true)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    public void Rules_are_read_as_their_standard_says(string text, string path, bool isAllowed) => RobotRules.Parse(text, "Lesart").Allow(path).ShouldBe(isAllowed);

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 2.5", 2.5)]
    [InlineData("User-agent: other\nCrawl-delay: 9\n\nUser-agent: *\nDisallow:", 0)]
    [InlineData("User-agent: Lesart\nCrawl-delay: 1\n\nUser-agent: *\nCrawl-delay: 9", 1)]
    [InlineData("User-agent: *\nCrawl-delay: -1", 0)]
    [InlineData("User-agent: *\nCrawl-delay: soon", 0)]
    [InlineData("User-agent: *\nCrawl-delay: 99999999999999999999", 86_400)]
    public void A_pause_is_asked_for_in_seconds(string text, double seconds) => RobotRules.Parse(text, "Lesart").Pause.TotalSeconds.ShouldBe(seconds);

    [Theory]
    [InlineData(0.3, 10_000, 0.3)]
    [InlineData(3_600, 300, 0.3)]
    public void The_pause_is_kept_between_two_pages_up_to_a_limit(double asked, int limit, double atLeast)
    {
        _site.Answers["/robots.txt"] = LoopbackSite.Answer("200 OK", string.Create(CultureInfo.InvariantCulture, $"User-agent: *\nCrawl-delay: {asked}\n"));
        _site.Answers["/a"] = LoopbackSite.Answer("200 OK", "x");
        using PageFetcher fetcher = new(new FetchOptions(AllowPrivate: true, null) { MaxPause = TimeSpan.FromMilliseconds(limit) });
        long start = Stopwatch.GetTimestamp();
        fetcher.Fetch(_site.Url + "/a");
        long first = Stopwatch.GetTimestamp();
        fetcher.Fetch(_site.Url + "/a");
        Stopwatch.GetElapsedTime(start).TotalSeconds.ShouldBeGreaterThan(atLeast - 0.02);
        Stopwatch.GetElapsedTime(first).TotalSeconds.ShouldBeLessThan(30);
    }

    public void Dispose() => _site.Dispose();

    private FetchedPage Fetch(string path)
    {
        using PageFetcher fetcher = new(new FetchOptions(AllowPrivate: true, null));
        return fetcher.Fetch(_site.Url + path);
    }
}
