using System.Text.Json;
using Lesart.Cli;

namespace Lesart.Tests.Fetching;

/// <summary>The command <c>read</c>, given an address.</summary>
public sealed class ReadAddressTests : IDisposable
{
    private readonly LoopbackSite _site = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("lesart-read-").FullName;

    [Fact]
    public void A_page_on_loopback_is_read_where_private_addresses_are_allowed()
    {
        string body = string.Concat(Enumerable.Range(1, 5).Select(static i => $"<p>The ferry company told the {i}. hearing on Monday that two boats would stay in the harbour until the engines had been repaired.</p>"));
        _site.Answers["/a"] = LoopbackSite.Answer("200 OK", $"<html><head><title>Two ferries stay in harbour</title></head><body><article><h1>Two ferries stay in harbour</h1>{body}</article></body></html>", "Content-Type: text/html");
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

    public void Dispose()
    {
        _site.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private (int Status, JsonElement Records) Read(params string[] options)
    {
        int status = ReadCommand.Create().Parse([_site.Url + "/a", "-o", _folder, .. options]).Invoke();
        using JsonDocument records = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(_folder, "lesart.json")));
        return (status, records.RootElement.Clone());
    }
}
