using System.Text.Json;
using Lesart.Json;
using Lesart.Languages;

namespace Lesart.Extracting;

/// <summary>Reads JSON Lines of articles, one at a time: known fields are taken, unknown ones passed through.</summary>
internal sealed class JsonLinesReader(LanguageDetector detector)
{
    /// <summary>The articles in file order; a line that can't be read is a problem with its number.</summary>
    public IEnumerable<Outcome<Article>> Read(Stream stream, string source)
    {
        int number = 0;
        foreach (ReadOnlyMemory<byte> line in LineSplitter.Lines(stream))
        {
            number++;
            if (line.Span.Trim(" \t\r\uFEFF"u8).IsEmpty)
                continue;
            yield return ReadLine(line.Span, source, number);
        }

        if (number == 0)
            yield return new Problem(source, null, "the file is empty");
    }

    /// <summary>The article of one JSON value.</summary>
    public Outcome<Article> Read(JsonElement item, string source, int? number) => ReadLine(System.Text.Encoding.UTF8.GetBytes(item.GetRawText()), source, number);

    private Outcome<Article> ReadLine(ReadOnlySpan<byte> line, string source, int? number)
    {
        Article? article;
        try
        {
            article = LesartJson.FromLine<Article>(line.StartsWith("\uFEFF"u8) ? line[3..] : line);
        }
        catch (JsonException error)
        {
            return new Problem(source, number, $"no article in JSON: {JsonFaults.Explain(line, error)}");
        }

        if (article is null)
            return new Problem(source, number, "no article in JSON: the line is null");
        return Complete(article, source, number);
    }

    private Outcome<Article> Complete(Article article, string source, int? number)
    {
        if (string.IsNullOrWhiteSpace(article.Text))
            return new Problem(source, number, "the article has no text");
        return article with
        {
            Id = string.IsNullOrEmpty(article.Id) ? ArticleId.Of(article.Outlet, article.Title, article.Text) : article.Id,
            Source = string.IsNullOrEmpty(article.Source) ? source : article.Source,
            Language = string.IsNullOrEmpty(article.Language) ? detector.Detect(article.Text) : article.Language,
        };
    }
}
