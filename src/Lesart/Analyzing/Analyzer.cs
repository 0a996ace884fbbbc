using System.Collections.Immutable;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Article in, account out: the order of the reading layers. Each gets what it needs and returns one new layer.</summary>
internal sealed class Analyzer(LanguagePacks packs, LanguageDetector detector, AnalysisOptions options)
{
    /// <summary>Reads an article. Throws on no text whatever.</summary>
    /// <returns>The account; or a problem where no installed language fits.</returns>
    public Outcome<Account> Analyze(Article article)
    {
        string? language = article.Language ?? detector.Detect(article.Text);
        if (!packs.TryGet(language, out LanguagePack? pack))
            return new Problem(Name(article), null, language is null ? "the text's language could not be told" : $"no language pack for '{language}'");

        PackOpening.Open(pack);
        TaggedText text = Tagger.Tag(Tokenizer.Tokenize(article.Text, pack));
        ImmutableArray<TimeExpression> times = TimeTagger.Tag(text, article.Published, options);
        ImmutableArray<Quantity> quantities = QuantityTagger.Tag(text, times, options);
        NameText words = NameText.Of(text);
        MentionLayer mentions = EntityLinker.Link(words, NameFinder.Find(words), article, options);
        quantities = QuantityTagger.WithEntities(quantities, mentions);
        ImmutableArray<Statement> statements = StatementFinder.Find(text, mentions, times, quantities, article, options);
        return new Account(article)
        {
            Language = language,
            Sentences = [.. text.Sentences.Select(text.Tokenized.SpanOf)],
            Entities = mentions.Entities,
            Mentions = mentions.Mentions,
            Times = times,
            Quantities = quantities,
            Statements = statements,
            Tokens = options.Tokens ? TokenReadings.Of(text) : null,
        };
    }

    private static string Name(Article article) => article.Source.Length > 0 ? article.Source : article.Id;
}
