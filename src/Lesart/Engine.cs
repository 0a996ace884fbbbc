using System.Collections.Immutable;
using Lesart.Analyzing;
using Lesart.Collating;
using Lesart.Extracting;
using Lesart.Grouping;
using Lesart.Languages;

namespace Lesart;

/// <summary>The four stages. An engine is immutable, holds no open files, and may be used by any number of threads at once.</summary>
public sealed class Engine
{
    private readonly Extractor _extractor;
    private readonly Analyzer _analyzer;
    private readonly Grouper _grouper;
    private readonly Collator _collator;

    private Engine(Extractor extractor, Analyzer analyzer, Grouper grouper, Collator collator) =>
        (_extractor, _analyzer, _grouper, _collator) = (extractor, analyzer, grouper, collator);

    /// <summary>Puts an engine together.</summary>
    /// <exception cref="DataException">A data file can't be used; the message names file, line and reason.</exception>
    public static Engine Create(EngineOptions? options = null)
    {
        options ??= new EngineOptions();
        LanguagePacks packs = new(options.Languages ?? DataFolder.BuiltIn("languages/"));
        LanguageDetector detector = new(packs);
        Extractor extractor = new(packs, detector, DataFolder.BuiltIn("outlets/"));
        return new Engine(extractor, new Analyzer(packs, detector, options.Analysis), new Grouper(packs, explains: options.Analysis.Explain), new Collator(packs, options.ReaderLanguage, explains: options.Analysis.Explain));
    }

    /// <summary>The articles of one source, in its order; what can't be used is a problem in its place.</summary>
    public IEnumerable<Outcome<Article>> Extract(SourceFile source) => _extractor.Extract(source);

    /// <summary>Looks over all articles of a run, in their order: paragraphs that an outlet prints below most of its articles are taken out, the same text of an outlet again becomes a problem, and another text at
    /// an address that came before a new version.</summary>
    /// <remarks>Up to 2,048 records are held at once; standing paragraphs are learned within so many.</remarks>
    public static IEnumerable<Outcome<Article>> Review(IEnumerable<Outcome<Article>> articles) => RunReview.Of(articles);

    /// <summary>What a feed, a sitemap or a list of feeds points to, in its order; empty for any other source.</summary>
    public IReadOnlyList<PageLink> Links(SourceFile source) => _extractor.Links(source);

    /// <summary>Reads an article.</summary>
    /// <returns>The account; or a problem where no installed language fits.</returns>
    public Outcome<Account> Analyze(Article article) => _analyzer.Analyze(article);

    /// <summary>Names the story of each account, in the order in which they came.</summary>
    public ImmutableArray<Account> Group(IReadOnlyList<Account> accounts) => StoryPeople.UnifyEach(_grouper.Group(accounts));

    /// <summary>The stories of accounts that carry a story's id, by their first account.</summary>
    public static ImmutableArray<Story> Stories(IEnumerable<Account> accounts) =>
        [.. accounts.GroupBy(static account => account.Story ?? account.Id, StringComparer.Ordinal).Select(static group => new Story(group.Key, [.. group]))];

    /// <summary>Lays a story's accounts side by side.</summary>
    /// <param name="story">The story.</param>
    /// <param name="others">The other stories of the run or library: related ones are named, never merged.</param>
    public Collation Collate(Story story, IReadOnlyList<Story> others) => _collator.Collate(story, others);
}
