using System.IO.Compression;
using Lesart.Languages;

namespace Lesart.Extracting;

/// <summary>Files in, articles out: tells the kind of a source and hands it to its reader.</summary>
internal sealed class Extractor
{
    private const int HeadBytes = 4_096;

    private readonly TextArticleReader _texts;
    private readonly HtmlArticleReader _pages;
    private readonly JsonLinesReader _lines;
    private readonly ArticleAssembler _assembler;

    /// <summary>Builds the readers.</summary>
    /// <exception cref="DataException">A data file can't be used.</exception>
    public Extractor(LanguagePacks packs, LanguageDetector detector, DataFolder outlets)
    {
        ArticleWords words = new(packs, outlets);
        BylineParser bylines = new(words);
        BoilerplateRules boilerplate = new(words);
        PublicationTimeReader times = new(words);
        _texts = new TextArticleReader(words, bylines, boilerplate, times);
        MarkupWords markup = new(outlets);
        BodyFinder bodies = new(new BlockFeatures(words, markup, boilerplate, bylines, times), markup, new BlockWeights(outlets));
        _pages = new HtmlArticleReader(words, times, bodies, new TitleChooser(markup), new AuthorFinder(words, bylines, markup));
        _lines = new JsonLinesReader(detector);
        _assembler = new ArticleAssembler(detector);
    }

    /// <summary>The articles of one source, each an article or a problem; a source that breaks off leaves a problem after what could be read.</summary>
    public IEnumerable<Outcome<Article>> Extract(SourceFile source)
    {
        using IEnumerator<Outcome<Article>> records = Records(source).GetEnumerator();
        for (bool isBroken = false; !isBroken;)
        {
            Outcome<Article> outcome;
            try
            {
                if (!records.MoveNext())
                    yield break;
                outcome = records.Current;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or UnreadableSourceException or InvalidDataException)
            {
                outcome = new Problem(source.Name, null, error.Message);
                isBroken = true;
            }

            yield return outcome;
        }
    }

    private IEnumerable<Outcome<Article>> Records(SourceFile source)
    {
        using Stream stream = source.Open();
        foreach (Outcome<Article> outcome in Records(stream, new SourceNotes(source.Name, source.Name, MediaType.Parse(source.MediaType)), depth: 0))
            yield return outcome;
    }

    private IEnumerable<Outcome<Article>> Records(Stream stream, SourceNotes notes, int depth)
    {
        string source = notes.Source;
        using PeekedStream peeked = PeekedStream.Over(stream, HeadBytes, out ReadOnlyMemory<byte> head);
        switch (SourceKinds.Of(head.Span, notes.Name, notes.Media))
        {
            case SourceKind.Empty:
                yield return new Problem(source, null, "the file is empty");
                break;
            case SourceKind.Binary:
                yield return new Problem(source, null, "this is no text (a picture, a PDF, a program?)");
                break;
            case SourceKind.Gzip when depth < ExtractionLimits.MaxArchiveDepth:
                using (GZipStream unpacked = new(peeked, CompressionMode.Decompress))
                {
                    foreach (Outcome<Article> outcome in Records(unpacked, notes with { Name = WithoutEnding(notes.Name, ".gz") }, depth + 1))
                        yield return outcome;
                }

                break;
            case SourceKind.Gzip:
                yield return new Problem(source, null, "is compressed over and over");
                break;
            case SourceKind.JsonLines:
                foreach (Outcome<Article> outcome in _lines.Read(peeked, source))
                    yield return outcome;
                break;
            case SourceKind.Html:
                yield return _assembler.Assemble(_pages.Read(TextDecoder.Decode(BoundedReader.ReadAll(peeked), notes.Media.Charset), source, notes.Url));
                break;
            default:
                yield return _assembler.Assemble(_texts.Read(TextDecoder.Decode(BoundedReader.ReadAll(peeked), notes.Media.Charset), source));
                break;
        }
    }

    private static string WithoutEnding(string name, string ending) => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name[..^ending.Length] : name;

    /// <summary>What is known of a stretch of bytes before it is read.</summary>
    /// <param name="Source">What the user calls it.</param>
    /// <param name="Name">Its name, whose ending helps to tell the kind.</param>
    /// <param name="Media">Its media type.</param>
    private sealed record SourceNotes(string Source, string Name, MediaType Media)
    {
        public string? Url => Source.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || Source.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? Source : null;
    }
}
