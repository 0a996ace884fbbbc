using System.Text.Json;
using Lesart.Cli;

namespace Lesart.Tests.Fetching;

/// <summary>The command <c>read</c>, given an address.</summary>
public sealed class ReadAddressTests : IDisposable
{
    private static readonly string Page = "<html><head><title>Two ferries stay in harbour</title></head><body><article><h1>Two ferries stay in harbour</h1>"
        + string.Concat(Enumerable.Range(1, 5).Select(static i => $"<p>The ferry company told the {i}. hearing on Monday that two boats would stay in the harbour until the engines had been repaired.</p>"))
        + "</article></body></html>";

    private readonly LoopbackSite _site = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("lesart-read-").FullName;

    [Fact]
    public void A_page_on_loopback_is_read_where_private_addresses_are_allowed()
    {
        _site.Answers["/a"] = LoopbackSite.Answer("200 OK", Page, "Content-Type: text/html");
        (int status, JsonElement records) = Read("--allow-private", "--cache", Path.Combine(_folder, "kept"));
        status.ShouldBe(0);
        records.GetProperty("articles").EnumerateArray().ShouldHaveSingleItem().GetProperty("source").GetString().ShouldBe(_site.Url + "/a");
    }

    [Fact]
    public void Otherwise_it_is_refused_with_the_option_named()
    {
        (int status, JsonElement records) = Read();
        status.ShouldBe(1);
        records.GetProperty("problems").EnumerateArray().ShouldHaveSingleItem().GetRawText().ShouldContain("--allow-private");
        _site.Reached.ShouldBeEmpty();
    }

    [Fact]
    public void A_password_in_an_address_shows_nowhere()
    {
        (int status, JsonElement records) = ReadFrom(_site.Url.Replace("//", "//me:secret@", StringComparison.Ordinal) + "/a", "--allow-private");
        status.ShouldBe(1);
        records.GetProperty("problems").EnumerateArray().ShouldHaveSingleItem().GetProperty("source").GetString().ShouldBe(_site.Url.Replace("//", "//***@", StringComparison.Ordinal) + "/a");
        records.GetRawText().ShouldNotContain("secret");
    }

    [Fact]
    public void A_list_of_addresses_that_is_named_stands_for_the_pages_behind_it()
    {
        string list = Path.Combine(_folder, "subscriptions.opml");
        File.WriteAllText(list, $"<opml version='2.0'><body><outline text='Mail' xmlUrl='{_site.Url}/feed'/></body></opml>");
        _site.Answers["/feed"] = LoopbackSite.Answer("200 OK", $"<rss version='2.0'><channel><title>Mail</title><item><title>Ferries</title><link>{_site.Url}/a</link></item></channel></rss>", "Content-Type: application/rss+xml");
        _site.Answers["/a"] = LoopbackSite.Answer("200 OK", Page, "Content-Type: text/html");
        (int status, JsonElement records) = ReadFrom(list, "--allow-private");
        status.ShouldBe(0);
        records.GetProperty("articles").EnumerateArray().ShouldHaveSingleItem().GetProperty("source").GetString().ShouldBe(_site.Url + "/a");
    }

    [Theory]
    [InlineData("headline=Title", "no field 'headline'")]
    [InlineData("Title", "FIELD=NAME")]
    public void A_column_for_no_field_is_a_wrong_call(string column, string reason) =>
        ReadCommand.Create().Parse(["table.csv", "-o", _folder, "--columns", column]).Errors.ShouldHaveSingleItem().Message.ShouldContain(reason);

    public void Dispose()
    {
        _site.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private (int Status, JsonElement Records) Read(params string[] options) => ReadFrom(_site.Url + "/a", options);

    private (int Status, JsonElement Records) ReadFrom(string path, params string[] options)
    {
        int status = ReadCommand.Create().Parse([path, "-o", _folder, .. options]).Invoke();
        using JsonDocument records = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder, "lesart.json")));
        return (status, records.RootElement.Clone());
    }
}
