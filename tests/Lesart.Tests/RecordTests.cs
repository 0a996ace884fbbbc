using System.Text;
using Lesart.Json;

namespace Lesart.Tests;

/// <summary>The records' own rules.</summary>
public sealed class RecordTests
{
    [Theory]
    [InlineData("2024-06-19", "2024-06-19", false)]
    [InlineData("2024-06-19T23:30:00-05:00", "2024-06-19T23:30:00-05:00", true)] // the publisher's own day
    [InlineData("2024-06-19T10:00:00Z", "2024-06-19T10:00:00Z", true)]
    [InlineData("2024-06-19T10:00:00+0200", "2024-06-19T10:00:00+02:00", true)]
    [InlineData("2024-06-19T10:00:00", "2024-06-19", false)] // no offset: the instant is not known
    [InlineData("19.06.2024", null, false)]
    [InlineData("2024-02-30", null, false)]
    [InlineData("", null, false)]
    public void Publication_times_are_ISO_8601(string text, string? written, bool hasInstant)
    {
        bool isTime = PublicationTime.TryParse(text, out PublicationTime time);
        isTime.ShouldBe(written is not null);
        (isTime ? time.ToString() : null).ShouldBe(written);
        time.Instant.HasValue.ShouldBe(hasInstant);
    }

    [Fact]
    public void Publication_times_of_several_zones_have_one_order()
    {
        string[] sorted = ["2026-01-01", "2026-01-02", "2026-01-02T01:00:00+01:00", "2026-01-01T23:30:00-05:00", "2026-01-02T05:00:00Z"];
        PublicationTime[] times = [.. sorted.Select(static text => PublicationTime.TryParse(text, out PublicationTime time) ? time : default)];
        foreach (int first in Enumerable.Range(0, times.Length))
            times.Skip(first).Concat(times.Take(first)).Order().ShouldBe(times);
    }

    [Fact]
    public void A_line_that_lacks_everything_but_its_text_is_an_article()
    {
        Article article = LesartJson.FromLine<Article>("""{"text":"Ein Satz."}"""u8).ShouldNotBeNull();
        article.Id.ShouldBe("");
        article.Authors.IsDefault.ShouldBeFalse();
        article.Blocks.IsDefault.ShouldBeFalse();
        Encoding.UTF8.GetString(LesartJson.ToLine(article)).ShouldContain("\"authors\":[]");
    }

    [Fact]
    public void Null_lists_and_bare_strings_of_foreign_exports_are_lists()
    {
        Article article = LesartJson.FromLine<Article>("""{"text":"x","authors":null,"agencies":"dpa"}"""u8).ShouldNotBeNull();
        article.Authors.ShouldBeEmpty();
        article.Agencies.ShouldBe(["dpa"]);
    }

    [Fact]
    public void What_a_line_gives_as_a_blank_string_it_does_not_say()
    {
        Article article = LesartJson.FromLine<Article>("""{"text":"x","url":"","outlet":"","title":" ","section":"","language":"","authors":[""," ","Ada Brook"],"agencies":""}"""u8).ShouldNotBeNull();
        new[] { article.Url, article.Outlet, article.Title, article.Section, article.Language }.ShouldAllBe(static said => said == null);
        article.Authors.ShouldBe(["Ada Brook"]);
        article.Agencies.ShouldBeEmpty();
    }

    [Fact]
    public void Ids_come_from_outlet_title_and_text()
    {
        ArticleId.Of("taz", "Titel", "Text").ShouldBe(ArticleId.Of("taz", "Titel", "Text"));
        ArticleId.Of("taz", "Titel", "Text").ShouldNotBe(ArticleId.Of("FAZ", "Titel", "Text"));
        ArticleId.Of(null, null, "Text").ShouldMatch("^[0-9a-f]{16}$");
    }

    [Fact]
    public void Lines_of_any_length_and_ending_are_read()
    {
        string lines = "\uFEFF{\"text\":\"a\"}\r\n\n{\"text\":\"" + new string('b', 300_000) + "\"}\n{\"text\":\"c\"}";
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(lines));
        NumberedRecord<Article>[] records = [.. RecordLines.Read<Article>("x", stream).Select(static outcome => outcome.Value.ShouldNotBeNull())];
        records.Select(static record => record.Line).ShouldBe([1, 3, 4]);
        records.Select(static record => record.Record.Text.Length).ShouldBe([1, 300_000, 1]);
    }

    [Theory]
    [InlineData("""{"text":"x \ud83d"}""", "a text holds half of a letter (an escaped surrogate without its other half) (at $.text)")]
    [InlineData("""{"text":"x","title":"\udea2 x"}""", "a text holds half of a letter (an escaped surrogate without its other half) (at $.title)")]
    [InlineData("""{"text":7}""", "a value is of the wrong type (at $.text)")]
    public void A_line_that_is_no_record_says_why(string line, string reason)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(line));
        RecordLines.Read<Article>("x", stream).ToArray().ShouldHaveSingleItem().Problem.ShouldNotBeNull().Reason.ShouldEndWith(reason);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public void Results_come_in_the_order_of_their_records(int threads)
    {
        int[] results = [.. OrderedParallel.Map(Enumerable.Range(0, 500), static number => { Thread.SpinWait((number * 7919) % 1000); return number * 2; }, threads)];
        results.ShouldBe(Enumerable.Range(0, 500).Select(static number => number * 2));
    }

    [Fact]
    public void An_error_in_a_thread_surfaces_at_its_record()
    {
        using IEnumerator<int> results = OrderedParallel.Map(Enumerable.Range(0, 10), static number => number == 3 ? throw new InvalidOperationException("three") : number, 4).GetEnumerator();
        for (int i = 0; i < 3; i++)
            results.MoveNext().ShouldBeTrue();
        Should.Throw<InvalidOperationException>(() => results.MoveNext()).Message.ShouldBe("three");
    }
}
