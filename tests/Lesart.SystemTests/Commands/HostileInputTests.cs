using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Lesart.SystemTests.Commands;

/// <summary>Whatever is handed to the built command, it ends within ten seconds of processor time and 512 MB of memory, in articles or in named problems.</summary>
/// <remarks>Processor time, because a busy machine says nothing about a record; the kernel ends a process that takes more (<c>ulimit -t</c>). Memory is the process's own high-water mark, and its heap may not
/// grow beyond 400 MB.</remarks>
public sealed class HostileInputTests : IDisposable
{
    private const long MaxBytes = 512L * 1024 * 1024;
    private const string HeapBytes = "0x19000000";
    private const string Prose = "<p>The council of Lower Meadow voted on Tuesday to buy the old mill by the river, although nobody knows yet who is going to run it.</p>";

    private readonly ScratchFolder _folder = new();

    public static TheoryData<string> Attacks() =>
    [
        "nested.html", "formatting.html", "tables.html", "attributes.html", "attribute.html", "entities.html", "comments.html", "open-tag.html", "lists.html", "huge.html", "one-line.txt", "digits.html", "names.html",
        "headlines.html", "data.html", "zeros.html.gz", "zeros.jsonl.gz", "zeros.warc.gz", "gzip-in-gzip.gz", "zeros.zip", "many.zip", "paths.zip", "laughs.xml", "quadratic.xml", "external.xml", "deep.xml", "deep.json", "wide.jsonl",
        "quote.csv", "commas.csv", "parts.eml", "headers.eml", "box.mbox", "length.warc", "markdown.md", "brackets.md",
    ];

    [SkippableTheory("/proc/self/status")]
    [MemberData(nameof(Attacks))]
    public void An_attack_is_held_by_its_limits(string name)
    {
        Measured measured = Extract(_folder.Write(name, Attack(name)), null);
        measured.ExitStatus.ShouldBeInRange(0, 1, measured.Error);
        measured.PeakBytes.ShouldBeInRange(1, MaxBytes);
        if (measured.ExitStatus == 1)
            measured.Error.ShouldContain(name); // the problem names its source
        Directory.GetFileSystemEntries(_folder.Root).Length.ShouldBe(1); // nothing was written beside it
        measured.Error.ShouldNotContain("Unhandled");
        measured.Output.ShouldNotContain("root:");
    }

    [SkippableFact("/proc/self/status")]
    public void An_endless_stream_is_given_up()
    {
        Measured measured = Extract("-", static stdin =>
        {
            byte[] chunk = Encoding.ASCII.GetBytes(new string('x', 1 << 20));
            while (true)
                stdin.Write(chunk); // until the reader hangs up
        });
        measured.ExitStatus.ShouldBe(1);
        measured.PeakBytes.ShouldBeInRange(1, MaxBytes);
        measured.Error.ShouldContain("24 MB");
    }

    public void Dispose() => _folder.Dispose();

    private static Measured Extract(string path, Action<Stream>? feed)
    {
        ProcessStartInfo start = new("/bin/sh")
        {
            UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
            ArgumentList = { "-c", "ulimit -t 10; exec dotnet exec \"$0\" extract \"$1\" --threads 1", Path.Combine(AppContext.BaseDirectory, "Lesart.Cli.dll"), path },
            Environment = { ["DOTNET_GCHeapHardLimit"] = HeapBytes, ["DOTNET_gcServer"] = "0" },
        };
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("the shell could not be started");
        Task<string> error = process.StandardError.ReadToEndAsync(), output = process.StandardOutput.ReadToEndAsync();
        Task feeding = Task.Run(() =>
        {
            try
            {
                using Stream stdin = process.StandardInput.BaseStream;
                feed?.Invoke(stdin);
            }
            catch (IOException) // the reader has had enough
            {
            }
        });
        long peak = 0;
        while (!process.WaitForExit(10))
            peak = Math.Max(peak, HighWater(process.Id));
        feeding.Wait();
        return new Measured(process.ExitCode, peak, output.Result, error.Result);
    }

    private static long HighWater(int id)
    {
        try
        {
            string line = File.ReadLines($"/proc/{id}/status").FirstOrDefault(static line => line.StartsWith("VmHWM:", StringComparison.Ordinal)) ?? "VmHWM: 0";
            return long.Parse(line.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1_024;
        }
        catch (IOException) // it has just ended
        {
            return 0;
        }
    }

    private static byte[] Attack(string name) => name switch
    {
        "nested.html" => Page(Repeat("<div>", 100_000)),
        "formatting.html" => Page(Repeat("<b class=x>", 1_000) + Repeat("<p>x", 20_000) + Repeat("<b><i><font>", 50_000)),
        "tables.html" => Page(Repeat("<table><tr><td>", 50_000)),
        "attributes.html" => Page("<div " + string.Concat(Enumerable.Range(0, 300_000).Select(static number => $"a{number}=1 ")) + ">"),
        "attribute.html" => Page("<div title=\"" + new string('x', 8_000_000) + "\">"),
        "entities.html" => Page(Repeat("&amp;&nbsp;&lt;&#x41;&bogus;", 400_000)),
        "comments.html" => Page(Repeat("<!--", 300_000) + "-->"),
        "open-tag.html" => Page(Repeat("<a b='", 400_000)),
        "lists.html" => Page(Repeat("<ul><li>", 60_000)),
        "huge.html" => Page(Repeat(Prose, 150_000)),
        "one-line.txt" => Encoding.UTF8.GetBytes(new string('a', 12_000_000)),
        "digits.html" => Page(Repeat("<p>1.1.1.1.1.1 20202020 10:10:10 Von Mai 1 2 </p>", 60_000)),
        "names.html" => Page(string.Concat(Enumerable.Repeat("<div class='author byline'>By " + Repeat("Anna Muster and ", 300) + "</div>", 400))),
        "headlines.html" => Page(Repeat("<h1>Council buys mill</h1><article><h2><a href=x>Mill</a></h2>", 20_000)),
        "data.html" => Page("<script type='application/ld+json'>" + Repeat("{\"@graph\":[", 50_000) + "</script><script type='application/ld+json'>{\"articleBody\":\"" + Repeat("\\u0041", 1_000_000) + "</script>"),
        "zeros.html.gz" or "zeros.jsonl.gz" or "zeros.warc.gz" => Packed(static stream => Zeros(stream, 1_000)),
        "gzip-in-gzip.gz" => Enumerable.Range(0, 8).Aggregate(Packed(static stream => Zeros(stream, 100)), static (inner, _) => Packed(stream => stream.Write(inner))),
        "zeros.zip" => Zip(("a.html", static stream => Zeros(stream, 1_000)), ("b.txt", static stream => Zeros(stream, 1_000))),
        "many.zip" => Zip([.. Enumerable.Range(0, 20_000).Select(static number => ($"{number}.txt", (Action<Stream>)(static _ => { })))]),
        "paths.zip" => Zip(("../../outside.html", static stream => stream.Write(Page(""))), ("/etc/outside.html", static stream => stream.Write(Page(""))), ("..\\outside.txt", static stream => stream.Write(Page("")))),
        "laughs.xml" => Xml("<!DOCTYPE rss [<!ENTITY a 'ha'>" + string.Concat(Enumerable.Range(0, 20).Select(static level => $"<!ENTITY {(char)('b' + level)} '{Repeat($"&{(char)('a' + level)};", 10)}'>")) + "]>", "&u;"),
        "quadratic.xml" => Xml($"<!DOCTYPE rss [<!ENTITY a '{new string('a', 100_000)}'>]>", Repeat("&a;", 100_000)),
        "external.xml" => Xml("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>", "&x;"),
        "deep.xml" => Xml("", Repeat("<b>", 300_000)),
        "deep.json" => Encoding.UTF8.GetBytes(Repeat("[", 5_000_000)),
        "wide.jsonl" => Encoding.UTF8.GetBytes("{\"text\":\"" + Repeat("wide ", 4_000_000) + "\"}\n"),
        "quote.csv" => Encoding.UTF8.GetBytes("title,text\nMill,\"" + Repeat("never closed,\n", 3_000_000)),
        "commas.csv" => Encoding.UTF8.GetBytes("title,text\n" + new string(',', 40_000_000)),
        "parts.eml" => Encoding.UTF8.GetBytes("From: a@b.example\nSubject: x\nMIME-Version: 1.0\n" + Repeat("Content-Type: multipart/mixed; boundary=b\n\n--b\n", 50_000)),
        "headers.eml" => Encoding.UTF8.GetBytes("From: a@b.example\n" + Repeat("X-Long: y\n z\n", 800_000)),
        "box.mbox" => Encoding.UTF8.GetBytes(Repeat("From a@b.example Mon Jun  2 10:00:00 2025\nSubject: x\n\nHi\n", 30_000)),
        "length.warc" => Encoding.UTF8.GetBytes("WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: 9223372036854775807\r\n\r\nHTTP/1.1 200 OK\r\n\r\n" + Repeat("x", 30_000_000)),
        "markdown.md" => Encoding.UTF8.GetBytes(Repeat("> ", 100_000) + Repeat("* [a](b) **c** _d_ ", 200_000)),
        _ => Encoding.UTF8.GetBytes(new string('[', 500_000) + new string('(', 500_000) + new string('*', 500_000)),
    };

    private static byte[] Page(string attack) => Encoding.UTF8.GetBytes($"<html><body>{Prose}{attack}{Prose}</body></html>");

    private static byte[] Xml(string type, string content) => Encoding.UTF8.GetBytes($"<?xml version='1.0'?>{type}<rss><channel><item><title>t</title><description>{content}</description></item></channel></rss>");

    private static void Zeros(Stream stream, int megabytes)
    {
        byte[] chunk = new byte[1 << 20];
        chunk.AsSpan().Fill((byte)'0');
        for (int i = 0; i < megabytes; i++)
            stream.Write(chunk);
    }

    private static byte[] Packed(Action<Stream> write)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest, leaveOpen: true))
            write(gzip);
        return packed.ToArray();
    }

    private static byte[] Zip(params (string Name, Action<Stream> Write)[] members)
    {
        using MemoryStream packed = new();
        using (ZipArchive archive = new(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach ((string name, Action<Stream> write) in members)
            {
                using Stream member = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                write(member);
            }
        }

        return packed.ToArray();
    }

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private sealed record Measured(int ExitStatus, long PeakBytes, string Output, string Error);
}
