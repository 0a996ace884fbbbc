using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>What comparing knows of a language's words, a table for each question; opened once a pack and shared by all accounts in its language.</summary>
internal sealed class LanguageWords
{
    private LanguageWords(LanguagePack pack, LanguagePacks packs)
    {
        Pack = pack;
        Lexicon = TermLexicon.Of(pack, packs);
        Vectors = TermVectors.Of(pack, packs);
        Classes = TermClasses.Of(pack, packs);
        Families = NounFamilies.Of(pack, Lexicon, Classes);
        Replies = ReplyWords.Of(pack, Lexicon);
        Denials = DenialWords.Of(pack);
        Opposites = OppositeWords.Of(pack);
        Figures = FigureWords.Of(pack);
        Ordinals = OrdinalWords.Of(pack);
        Days = DayNames.Of(pack);
        Fates = FigureFates.Of(pack);
        Sums = FigureFates.OfSums(pack);
        Places = PlaceWords.Of(pack);
    }

    /// <summary>The tables of a pack; those of the language that its equivalents belong to are opened too.</summary>
    public static LanguageWords Of(LanguagePack pack, LanguagePacks packs) => pack.Table(pack => new LanguageWords(pack, packs));

    public LanguagePack Pack { get; }

    /// <summary>What matching knows of the words.</summary>
    public TermLexicon Lexicon { get; }

    /// <summary>Where the words stand in the word vectors.</summary>
    public TermVectors Vectors { get; }

    /// <summary>What the nouns are kinds of.</summary>
    public TermClasses Classes { get; }

    /// <summary>What the nouns can call.</summary>
    public NounFamilies Families { get; }

    /// <summary>How the language tells of accusations and answers.</summary>
    public ReplyWords Replies { get; }

    /// <summary>How the language says that something is not so.</summary>
    public DenialWords Denials { get; }

    /// <summary>Which words say what others exclude.</summary>
    public OppositeWords Opposites { get; }

    /// <summary>What words make of the figures beside them.</summary>
    public FigureWords Figures { get; }

    /// <summary>The ordinal numbers.</summary>
    public OrdinalWords Ordinals { get; }

    /// <summary>The names of days.</summary>
    public DayNames Days { get; }

    /// <summary>What becomes of those whom a figure counts.</summary>
    public FigureFates Fates { get; }

    /// <summary>What says what a sum of money is.</summary>
    public FigureFates Sums { get; }

    /// <summary>What words make of the places that they stand before.</summary>
    public PlaceWords Places { get; }
}
