namespace Lesart.Collating;

/// <summary>What can be said of two nouns of a story that may call one thing; each has its weight in <c>languages/noun-weights.tsv</c> under its name in words.</summary>
internal enum NounFeature
{
    /// <summary>Always 1.</summary>
    Bias,

    /// <summary>One is the head of the other, a compound.</summary>
    Head,

    /// <summary>The same where no account uses both, and no family is known: a "Halle" need not be the "Stadthalle" of another account.</summary>
    FarHead,

    /// <summary>Both are compounds of one head.</summary>
    TwoOfHead,

    /// <summary>Both are compounds, of two heads.</summary>
    Compounds,

    /// <summary>What stands before the head of one stands before that of the other, or is the other, and a kind is common to both: "rescue team", "rescue personnel"; "rebels", "rebel fighters".</summary>
    SameModifier,

    /// <summary>The same word, or one that means the same by the table of synonyms.</summary>
    SameConcept,

    /// <summary>One translates the other.</summary>
    Translation,

    /// <summary>The same of nouns of which none is known to call people.</summary>
    ThingTranslation,

    /// <summary>Both have one family, the same.</summary>
    SameFamily,

    /// <summary>Both have one of several families in common, or the family of one is a kind of the other's.</summary>
    KinFamily,

    /// <summary>Which share of their families they have in common, from 0 to 1.</summary>
    FamilyOverlap,

    /// <summary>How alike nouns of one family, or of kin, are used.</summary>
    FamilyLikeness,

    /// <summary>Both call bodies or places of one family, or of kin: in a story there are mostly several.</summary>
    BodyFamily,

    /// <summary>Both call events or documents of one family, or of kin: a story is mostly about one.</summary>
    EventFamily,

    /// <summary>Both have families of one kind, none of them the same.</summary>
    OtherFamily,

    /// <summary>Both have families, and no kind in common.</summary>
    OtherKind,

    /// <summary>Only one has a family.</summary>
    OneFamily,

    /// <summary>How alike they are used by the word vectors, from 0 to 1.</summary>
    Likeness,

    /// <summary>How far that is above a half.</summary>
    HighLikeness,

    /// <summary>The same, where neither has a family.</summary>
    UnknownLikeness,

    /// <summary>How near each is to the other among all nouns of the story: 1 where none is nearer to either.</summary>
    Nearest,

    /// <summary>The same of nouns of which none is known to call people.</summary>
    ThingNearest,

    /// <summary>The word vectors lack one of them.</summary>
    NoLikeness,

    /// <summary>How much two nouns have in common by what they are kinds of, from 0 to 1.</summary>
    ClassLikeness,

    /// <summary>The same, where one has no family.</summary>
    UnknownClassLikeness,

    /// <summary>One is a kind of what the other is.</summary>
    KindOf,

    /// <summary>The same, where one has no family.</summary>
    UnknownKindOf,

    /// <summary>Both are of one family, or of kin, where the family of one is guessed.</summary>
    GuessedFamily,

    /// <summary>Which share of their families they have in common then.</summary>
    GuessedOverlap,

    /// <summary>Both have families of one kind, none of them the same, where that of one is guessed.</summary>
    GuessedOtherFamily,

    /// <summary>Both have families, and no kind in common, where that of one is guessed.</summary>
    GuessedOtherKind,

    /// <summary>Nobody knows what one of them is a kind of.</summary>
    NoClass,

    /// <summary>One calls one thing, the other several.</summary>
    OtherNumber,

    /// <summary>Both call several.</summary>
    BothMany,

    /// <summary>Both call several, and one number stands beside both.</summary>
    SameCount,

    /// <summary>Both call people.</summary>
    People,

    /// <summary>One account uses both.</summary>
    SameAccount,

    /// <summary>Both are used as of something known.</summary>
    BothDefinite,

    /// <summary>One stands where the other stands in clauses that state the same.</summary>
    Slot,

    /// <summary>The same, of nouns that are used alike or have a kind in common.</summary>
    LikeSlot,

    /// <summary>The same as <see cref="Slot"/> among what calls people, things or events as both do.</summary>
    KindSlot,

    /// <summary>The same of nouns for one person.</summary>
    PersonSlot,

    /// <summary>An account says that one is the other: "the man, a former miner,", "the driver was a miner".</summary>
    Told,

    /// <summary>In an account one is used as of something known where the other was told of shortly before; from 0 to 1, the surer the less else is there.</summary>
    Meant,

    /// <summary>The same of nouns for somebody whom an event made what he is: the suspect, the prisoner.</summary>
    MeantRole,

    /// <summary>An account that has told of one brings in the other as something new.</summary>
    Anew,

    /// <summary>One clause tells of both, two people.</summary>
    Beside,

    /// <summary>How many accounts use the rarer of them, as a logarithm.</summary>
    Accounts,

    /// <summary>How often the rarer of them is used by an account that uses it, as a logarithm.</summary>
    Often,

    /// <summary>One calls something named.</summary>
    Named,

    /// <summary>One calls something named whose name stands where the other stands.</summary>
    NamedSlot,

    /// <summary>One calls something named that an account with the other doesn't name, or call.</summary>
    Elsewhere,

    /// <summary>They belong to one language.</summary>
    SameLanguage,
}
