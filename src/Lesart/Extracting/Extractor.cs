using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Lesart.Languages;

namespace Lesart.Extracting;

/// <summary>Files in, articles out: tells the kind of a source and hands it to its reader; archives are read member by member.</summary>
internal sealed class Extractor
{
    private const int HeadBytes = 4_096;
    private const int MaxMembers = 100_000;

    private readonly TextArticleReader _texts;
    private readonly HtmlArticleReader _pages;
    private readonly JsonLinesReader _lines;
    private readonly FeedReader _feeds;
    private readonly AgencyXmlReader _agencies;
    private readonly NinjsReader _ninjs;
    private readonly MailReader _mails;
    private readonly TableReader _tables;
    private readonly ArticleAssembler _assembler;

    /// <summary>Builds the readers.</summary>
    /// <exception cref="DataException">A data file can't be used.</exception>
    public Extractor(LanguagePacks packs, LanguageDetector detector, DataFolder outlets)
    {
        PageReading reading = new(packs, outlets);
        (ArticleWords words, BylineParser bylines, PublicationTimeReader times) = (reading.Words, reading.Bylines, reading.Times);
        FragmentReader fragments = reading.Fragments;
        _texts = new TextArticleReader(words, bylines, reading.Boilerplate, times, reading.Credits);
        _pages = reading.Pages;
        _lines = new JsonLinesReader(detector);
        _feeds = new FeedReader(words, bylines, times, fragments);
        _agencies = new AgencyXmlReader(words, bylines, times, fragments);
        _ninjs = new NinjsReader(words, bylines, times, fragments);
        _mails = new MailReader(times, fragments);
        _tables = new TableReader(words, bylines, times, _texts, fragments);
        _assembler = new ArticleAssembler(detector, new AuthorNotes(words));
    }

    /// <summary>The articles of one source, each an article or a problem; a source that breaks off leaves a problem after what could be read.</summary>
    public IEnumerable<Outcome<Article>> Extract(SourceFile source) => Guarded(source.Name, Records(source));

    /// <summary>What a feed, sitemap or list of feeds points to; nothing for any other source.</summary>
    public IReadOnlyList<PageLink> Links(SourceFile source)
    {
        try
        {
            using Stream stream = source.Open();
            using PeekedStream peeked = PeekedStream.Over(stream, HeadBytes, out ReadOnlyMemory<byte> head);
            if (SourceKinds.Of(head.Span, source.Name, MediaType.Parse(source.MediaType)) is not (SourceKind.Xml or SourceKind.Gzip))
                return [];
            using Stream unpacked = head.Span.StartsWith((ReadOnlySpan<byte>)[0x1F, 0x8B]) ? new GZipStream(peeked, CompressionMode.Decompress) : peeked;
            return [.. _feeds.Links(XmlSource.Parse(TextDecoder.Decode(BoundedReader.ReadAll(unpacked))))];
        }
        catch (Exception error) when (IsExpected(error)) // the reason is told when the source is extracted
        {
            return [];
        }
    }

    private static bool IsExpected(Exception error) => error is IOException or UnauthorizedAccessException or UnreadableSourceException or InvalidDataException;

    private static IEnumerable<Outcome<Article>> Guarded(string source, IEnumerable<Outcome<Article>> outcomes)
    {
        using IEnumerator<Outcome<Article>> records = outcomes.GetEnumerator();
        for (bool isBroken = false; !isBroken;)
        {
            Outcome<Article> outcome;
            try
            {
                if (!records.MoveNext())
                    yield break;
                outcome = records.Current;
            }
            catch (Exception error) when (IsExpected(error))
            {
                outcome = new Problem(source, null, error is InvalidDataException ? $"the archive is damaged or only partly there ({error.Message.TrimEnd('.')})" : error.Message);
                isBroken = true;
            }

            yield return outcome;
        }
    }

    private IEnumerable<Outcome<Article>> Records(SourceFile source)
    {
        using Stream stream = source.Open();
        foreach (Outcome<Article> outcome in Records(stream, new SourceNotes(source.Name, source.Name, MediaType.Parse(source.MediaType), source.Columns), depth: 0))
            yield return outcome;
    }

    private IEnumerable<Outcome<Article>> Records(Stream stream, SourceNotes notes, int depth)
    {
        string source = notes.Source;
        PeekedStream peeked = PeekedStream.Over(stream, HeadBytes, out ReadOnlyMemory<byte> head); // closed with the stream by whoever opened that
        SourceKind kind = SourceKinds.Of(head.Span, notes.Name, notes.Media);
        switch (kind)
        {
            case SourceKind.Empty:
                return [new Problem(source, null, "the file is empty")];
            case SourceKind.Binary:
                return [new Problem(source, null, ForeignFormats.Explain(head.Span))];
            case SourceKind.Gzip or SourceKind.Zip when depth >= ExtractionLimits.MaxArchiveDepth:
                return [new Problem(source, null, "archives lie in archives in it, over and over")];
            default:
                return kind switch
                {
                    SourceKind.Gzip => Unpacked(peeked, notes, depth),
                    SourceKind.Zip => Members(stream, peeked, notes, depth),
                    SourceKind.Warc => Captures(peeked, notes, depth),
                    SourceKind.MailBox => Mails(peeked, source),
                    SourceKind.JsonLines => OrNone(_lines.Read(peeked, source), source),
                    SourceKind.Table => OrNone(Rows(peeked, notes), source),
                    _ => Whole(kind, BoundedReader.ReadAll(peeked), notes),
                };
        }
    }

    // A list without an entry is named like an empty file.
    private static IEnumerable<Outcome<Article>> OrNone(IEnumerable<Outcome<Article>> outcomes, string source)
    {
        bool isEmpty = true;
        foreach (Outcome<Article> outcome in outcomes)
        {
            isEmpty = false;
            yield return outcome;
        }

        if (isEmpty)
            yield return new Problem(source, null, "it holds no article");
    }

    private IEnumerable<Outcome<Article>> Unpacked(Stream packed, SourceNotes notes, int depth)
    {
        using GZipStream unpacked = new(packed, CompressionMode.Decompress);
        string name = notes.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? notes.Name[..^3] : notes.Name;
        foreach (Outcome<Article> outcome in Records(unpacked, notes with { Name = name }, depth + 1))
            yield return outcome;
    }

    // WACZ is a zip with its captures below archive/; any other zip is a folder. Members are named, never written to disk.
    private IEnumerable<Outcome<Article>> Members(Stream stream, PeekedStream peeked, SourceNotes notes, int depth)
    {
        Stream seekable = stream;
        if (stream.CanSeek)
            stream.Position = 0;
        else
            seekable = new MemoryStream(BoundedReader.ReadAll(peeked));
        using ZipArchive archive = new(seekable, ZipArchiveMode.Read, leaveOpen: true);
        if (ForeignFormats.ExplainZip(archive.Entries.Select(static entry => entry.FullName)) is string reason)
        {
            yield return new Problem(notes.Source, null, reason);
            yield break;
        }

        bool isWacz = archive.Entries.Any(static entry => entry.FullName == "datapackage.json") && archive.Entries.Any(static entry => entry.FullName.StartsWith("archive/", StringComparison.Ordinal));
        foreach (ZipArchiveEntry entry in archive.Entries.Take(MaxMembers))
        {
            if (entry.Name.Length == 0 || (isWacz && !entry.FullName.StartsWith("archive/", StringComparison.Ordinal)))
                continue;
            string member = $"{notes.Source}#{TextCleaner.Clean(entry.FullName)}";
            foreach (Outcome<Article> outcome in Guarded(member, Member(entry, notes with { Source = member, Name = entry.Name, Media = MediaType.Parse(null) }, depth)))
                yield return outcome;
        }
    }

    private IEnumerable<Outcome<Article>> Member(ZipArchiveEntry entry, SourceNotes notes, int depth)
    {
        using Stream opened = entry.Open();
        foreach (Outcome<Article> outcome in Records(opened, notes, depth + 1))
            yield return outcome;
    }

    private IEnumerable<Outcome<Article>> Captures(Stream stream, SourceNotes notes, int depth)
    {
        foreach (WarcPage page in WarcReader.Read(stream))
        {
            string source = page.Url.Length > 0 ? $"{notes.Source}#{page.Url}" : notes.Source;
            if (page.Fault is not null)
            {
                yield return new Problem(source, null, page.Fault);
                continue;
            }

            SourceNotes capture = new(source, page.Url.Length > 0 ? page.Url : notes.Name, page.Media, null) { Url = page.Url.Length > 0 ? page.Url : null };
            foreach (Outcome<Article> outcome in Guarded(source, Capture(page, capture, depth)))
                yield return outcome;
        }
    }

    private IEnumerable<Outcome<Article>> Capture(WarcPage page, SourceNotes notes, int depth)
    {
        using MemoryStream body = new(page.Body.ToArray());
        foreach (Outcome<Article> outcome in Records(body, notes, depth + 1))
            yield return outcome;
    }

    private IEnumerable<Outcome<Article>> Mails(Stream stream, string source)
    {
        int number = 0;
        foreach (byte[] mail in MailReader.Mails(stream))
            yield return Assembled(_mails.Read(mail, $"{source}#{++number}"));
    }

    private IEnumerable<Outcome<Article>> Rows(Stream stream, SourceNotes notes)
    {
        char separator = notes.Name.EndsWith(".tsv", StringComparison.OrdinalIgnoreCase) || notes.Media.Name == "text/tab-separated-values" ? '\t' : ',';
        PeekedStream peeked = PeekedStream.Over(stream, HeadBytes, out ReadOnlyMemory<byte> head);
        int line = head.Span.IndexOf((byte)'\n');
        ReadOnlySpan<byte> header = line < 0 ? head.Span : head.Span[..line];
        if (separator == ',' && header.Count((byte)';') > header.Count((byte)','))
            separator = ';';
        foreach (Outcome<ArticleDraft> row in _tables.Read(peeked, notes.Source, notes.Columns, separator, head))
            yield return row.TryGet(out ArticleDraft? draft, out Problem? problem) ? Assembled(draft) : problem;
    }

    // Sources that are read as a whole.
    private IEnumerable<Outcome<Article>> Whole(SourceKind kind, byte[] bytes, SourceNotes notes)
    {
        switch (kind)
        {
            case SourceKind.Html:
                return [Assembled(_pages.Read(TextDecoder.Decode(bytes, notes.Media.Charset), notes.Source, notes.Url))];
            case SourceKind.Xml:
                return Xml(XmlSource.Parse(TextDecoder.Decode(bytes, notes.Media.Charset)), bytes, notes);
            case SourceKind.Mail:
                return [Assembled(_mails.Read(bytes, notes.Source))];
            case SourceKind.Json:
                return OrNone(Json(bytes, notes), notes.Source);
            default:
                return [Assembled(_texts.Read(TextDecoder.Decode(bytes, notes.Media.Charset), notes.Source))];
        }
    }

    private IEnumerable<Outcome<Article>> Xml(XDocument document, byte[] bytes, SourceNotes notes)
    {
        switch (document.Root?.Name.LocalName.ToLowerInvariant())
        {
            case "rss" or "feed" or "rdf":
                ArticleDraft[] entries = [.. _feeds.Read(document, notes.Source)];
                return entries.Length == 0 ? [new Problem(notes.Source, null, "the feed has no entries")] : entries.Select(Assembled);
            case "newsmessage" or "newsitem" or "newsitems" or "packageitem" or "newsml":
                ArticleDraft[] items = [.. _agencies.ReadNewsMl(document, notes.Source)];
                return items.Length == 0 ? [new Problem(notes.Source, null, "the NewsML document has no news item")] : items.Select(Assembled);
            case "nitf":
                return [Assembled(_agencies.ReadNitf(document, notes.Source))];
            case "urlset" or "sitemapindex" or "opml":
                int links = _feeds.Links(document).Count();
                return [new Problem(notes.Source, null, $"is a list of {links} addresses without texts")];
            case "html":
                return Whole(SourceKind.Html, bytes, notes);
            default:
                return [new Problem(notes.Source, null, $"is XML of an unknown kind (<{document.Root?.Name.LocalName}>)")];
        }
    }

    private IEnumerable<Outcome<Article>> Json(byte[] bytes, SourceNotes notes)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 64 });
        }
        catch (JsonException) // several values one after another: lines, or broken, which the reader of lines says
        {
            return _lines.Read(new MemoryStream(bytes), notes.Source);
        }

        JsonElement root = document.RootElement;
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("version", out JsonElement version) && version.ToString().Contains("jsonfeed.org", StringComparison.Ordinal))
            return _feeds.Read(root, notes.Source).Select(Assembled);
        if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("articles", out JsonElement articles) && articles.ValueKind == JsonValueKind.Array)
            root = articles;
        IEnumerable<JsonElement> items = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray() : [root];
        return items.Select((item, index) => NinjsReader.IsNinjs(item) ? Assembled(_ninjs.Read(item, notes.Source)) : _lines.Read(item, notes.Source, index + 1));
    }

    private Outcome<Article> Assembled(ArticleDraft draft) => _assembler.Assemble(draft);

    /// <summary>What is known of a stretch of bytes before it is read.</summary>
    /// <param name="Source">What the user calls it.</param>
    /// <param name="Name">Its name, whose ending helps to tell the kind.</param>
    /// <param name="Media">Its media type.</param>
    /// <param name="Columns">The map of a table's columns.</param>
    private sealed record SourceNotes(string Source, string Name, MediaType Media, IReadOnlyDictionary<string, string>? Columns)
    {
        public string? Url { get; init; } = Source.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || Source.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? Source : null;
    }
}
