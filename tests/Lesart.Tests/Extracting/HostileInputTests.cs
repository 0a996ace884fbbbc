using System.IO.Compression;
using System.Text;

namespace Lesart.Tests.Extracting;

/// <summary>Whatever comes in ends in an article or a named problem; how much time and memory that may take is tested on the built command.</summary>
public sealed class HostileInputTests
{
    private const string Prose = "<p>The council of Lower Meadow voted on Tuesday to buy the old mill by the river, although nobody knows yet who is going to run it.</p>";

    private static readonly Engine Engine = BuiltIn.Engine;

    public static TheoryData<string> Attacks() => ["nested divs", "nested formatting", "nested tables", "unclosed formatting", "attributes", "long attribute", "entities", "comments", "open tag", "lists"];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void An_attack_ends_in_an_article_or_a_problem(string attack)
    {
        string markup = attack switch
        {
            "nested divs" => Repeat("<div>", 100_000),
            "nested formatting" => Repeat("<b><i><font>", 50_000),
            "nested tables" => Repeat("<table><tr><td>", 50_000),
            "unclosed formatting" => Repeat("<b class=x>", 1_000) + Repeat("<p>x", 20_000),
            "attributes" => "<div " + Repeat("a", 1, 300_000) + ">",
            "long attribute" => "<div title=\"" + Repeat("x", 2_000_000) + "\">",
            "entities" => Repeat("&amp;&nbsp;&lt;&#x41;&bogus;", 200_000),
            "comments" => Repeat("<!--", 300_000) + "-->",
            "open tag" => Repeat("<a b='", 200_000),
            _ => Repeat("<ul><li>", 60_000),
        };
        Outcome<Article> outcome = Read("attack.html", Encoding.UTF8.GetBytes($"<html><body>{Prose}{markup}{Prose}</body></html>")).ShouldHaveSingleItem();
        (outcome.Value is not null || outcome.Problem is not null).ShouldBeTrue();
    }

    [Fact]
    public void A_page_beyond_the_limit_is_a_problem()
    {
        Problem? problem = Read("huge.html", Encoding.UTF8.GetBytes("<html><body>" + Repeat(Prose, 400_000))).ShouldHaveSingleItem().Problem;
        problem.ShouldNotBeNull();
        problem.Reason.ShouldContain("larger than");
    }

    [Fact]
    public void A_page_nested_100000_deep_is_a_problem_that_says_so()
    {
        Problem? problem = Read("deep.html", Encoding.UTF8.GetBytes("<html><body>" + Repeat("<div>", 100_000) + Prose)).ShouldHaveSingleItem().Problem;
        problem.ShouldNotBeNull();
        problem.Reason.ShouldContain("nests");
    }

    [Theory]
    [InlineData("bomb.html.gz")]
    [InlineData("bomb.jsonl.gz")]
    [InlineData("bomb.txt.gz")]
    public void A_gzip_bomb_is_stopped(string name)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            byte[] chunk = Encoding.ASCII.GetBytes(new string('a', 1 << 20));
            for (int i = 0; i < 200; i++)
                gzip.Write(chunk);
        }

        Problem? problem = Read(name, packed.ToArray()).ShouldHaveSingleItem().Problem;
        problem.ShouldNotBeNull();
        problem.Reason.ShouldContain("24 MB");
    }

    [Fact]
    public void An_endless_stream_is_stopped() =>
        Engine.Extract(new SourceFile("endless.txt", static () => new EndlessStream())).ShouldHaveSingleItem().Problem.ShouldNotBeNull();

    [Fact]
    public void A_stream_that_breaks_off_is_a_problem()
    {
        Outcome<Article> outcome = Read("broken.txt.gz", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2, 3]).ShouldHaveSingleItem();
        outcome.Problem.ShouldNotBeNull();
    }

    private static Outcome<Article>[] Read(string name, byte[] bytes) => [.. Engine.Extract(new SourceFile(name, () => new MemoryStream(bytes)))];

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Repeat(string name, int from, int count)
    {
        StringBuilder all = new();
        for (int i = from; i <= count; i++)
            all.Append(name).Append(i).Append("=1 ");
        return all.ToString();
    }

    private sealed class EndlessStream : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => 0; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            buffer.AsSpan(offset, count).Fill((byte)'x');
            return count;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
