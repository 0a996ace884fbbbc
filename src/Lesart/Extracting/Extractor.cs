using System.Text;
using Lesart.Languages;

namespace Lesart.Extracting;

/// <summary>Files in, articles out: tells the kind of a source and hands it to its reader.</summary>
internal sealed class Extractor(LanguageDetector detector)
{
    /// <summary>The articles of one source, each an article or a problem.</summary>
    public IEnumerable<Outcome<Article>> Extract(SourceFile source)
    {
        string text;
        Problem? problem = null;
        try
        {
            using StreamReader reader = new(source.Open(), Encoding.UTF8);
            text = reader.ReadToEnd().Trim();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            problem = new Problem(source.Name, null, error.Message);
            text = "";
        }

        if (problem is null && text.Length == 0)
            problem = new Problem(source.Name, null, "the file is empty");
        yield return problem is not null
            ? problem
            : new Article { Id = ArticleId.Of(null, null, text), Source = source.Name, Language = detector.Detect(text), Text = text };
    }
}
