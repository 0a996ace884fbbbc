using Lesart.Languages;

namespace Lesart.Extracting;

/// <summary>What reads pages, put together once: the words of all packs, the judges of their parts, the reader itself.</summary>
internal sealed class PageReading
{
    /// <summary>Puts the parts together.</summary>
    /// <param name="packs">The languages.</param>
    /// <param name="outlets">The outlets' tables.</param>
    /// <param name="weights">Weights of the features by which blocks are judged; those of the table where not given.</param>
    /// <exception cref="DataException">A data file can't be used.</exception>
    public PageReading(LanguagePacks packs, DataFolder outlets, BlockWeights? weights = null)
    {
        Words = new ArticleWords(packs, outlets);
        Bylines = new BylineParser(Words);
        Credits = new AgencyCredits(Bylines);
        Boilerplate = new BoilerplateRules(Words);
        Times = new PublicationTimeReader(Words);
        Markup = new MarkupWords(outlets);
        Features = new BlockFeatures(Words, Markup, Boilerplate, Bylines, Times);
        Bodies = new BodyFinder(Features, Markup, weights ?? new BlockWeights(outlets));
        Fragments = new FragmentReader(Boilerplate);
        Recipes = new OutletRecipes(outlets);
        Pages = new HtmlArticleReader(
            Words, Recipes, Bodies, new TitleChooser(Markup), new AuthorFinder(Words, Bylines, Markup), Credits, new PageTimes(Words, Times), new PageKinds(Markup), new PaywallSigns(Boilerplate, Markup), Fragments);
    }

    public ArticleWords Words { get; }

    public BylineParser Bylines { get; }

    public AgencyCredits Credits { get; }

    public BoilerplateRules Boilerplate { get; }

    public PublicationTimeReader Times { get; }

    public MarkupWords Markup { get; }

    public BlockFeatures Features { get; }

    public BodyFinder Bodies { get; }

    public FragmentReader Fragments { get; }

    public OutletRecipes Recipes { get; }

    public HtmlArticleReader Pages { get; }
}
