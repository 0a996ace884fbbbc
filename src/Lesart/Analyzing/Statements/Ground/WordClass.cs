namespace Lesart.Analyzing;

/// <summary>Closed classes of words that clauses are cut and read by (<c>clause-words.tsv</c>). A word may be in several.</summary>
[Flags]
internal enum WordClass : ulong
{
    None = 0,

    /// <summary>Introduces a content clause ("dass", "ob", "that").</summary>
    Complementizer = 1 << 0,
    Subordinator = 1 << 1,
    Question = 1 << 2,
    Relative = 1 << 3,
    Coordinator = 1 << 4,
    Auxiliary = 1 << 5,
    AuxiliaryBase = 1 << 6,

    /// <summary>The auxiliary of the passive.</summary>
    Passive = 1 << 7,
    Be = 1 << 8,
    Modal = 1 << 9,

    /// <summary>A form of indirect speech that can't be indicative.</summary>
    Subjunctive = 1 << 10,
    SubjunctiveSecond = 1 << 11,
    NominativeArticle = 1 << 12,
    ObliqueArticle = 1 << 13,
    GenitiveArticle = 1 << 14,
    Preposition = 1 << 15,

    /// <summary>A preposition that often belongs to the noun before it.</summary>
    AttributePreposition = 1 << 16,
    SubjectPronoun = 1 << 17,
    ObjectPronoun = 1 << 18,

    /// <summary>A pronoun that stands for what is said ("dies").</summary>
    ContentPronoun = 1 << 19,
    Reflexive = 1 << 20,
    AddresseeArticle = 1 << 21,
    Negation = 1 << 22,
    Focus = 1 << 23,
    InfinitiveMark = 1 << 24,
    Than = 1 << 25,

    /// <summary>Names the agent of a passive, or the owner of a noun.</summary>
    Of = 1 << 26,
    Adverb = 1 << 27,

    /// <summary>An adverb that announces a content clause ("darauf, dass").</summary>
    Correlate = 1 << 28,
    Honorific = 1 << 29,

    /// <summary>Day, month, season: ends a group of nouns that names a person.</summary>
    TimeNoun = 1 << 30,

    /// <summary>Names the text or office from which impersonal speech comes ("it says in").</summary>
    TextPreposition = 1UL << 31,

    /// <summary>A prefix that stands apart at its clause's end and makes another verb of it ("sprach ... frei").</summary>
    VerbPrefix = 1UL << 32,

    /// <summary>A quotation behind it is a name ("unter dem Titel „...“").</summary>
    TitleNoun = 1UL << 33,

    /// <summary>Who says it is the writer: no reported speech without a cue.</summary>
    FirstPerson = 1UL << 34,

    /// <summary>A subject that names nobody by itself ("es").</summary>
    ImpersonalPronoun = 1UL << 35,

    /// <summary>Names to whom somebody speaks ("gegenüber", "mit").</summary>
    AddresseePreposition = 1UL << 36,

    /// <summary>Names behind a noun what is wanted ("a claim for damages").</summary>
    Purpose = 1UL << 37,

    /// <summary>Says that a text is that of the clause's subject ("nach eigenen Angaben").</summary>
    Own = 1UL << 38,

    /// <summary>With an infinitive behind it somebody has something done or said ("ließ erklären").</summary>
    Causative = 1UL << 39,
}
