namespace Lesart.Collating;

/// <summary>What can be said of a clause that denies and a clause of another account; each has its weight in <c>languages/stance-weights.tsv</c> under its name in words.</summary>
internal enum StanceFeature
{
    /// <summary>Always 1.</summary>
    Bias,

    /// <summary>The verb that tells the statement denies it ("bestritt, ...").</summary>
    ByCue,

    /// <summary>A word of the clause says that something is not so ("unfounded").</summary>
    ByWord,

    /// <summary>A word turns something down that may be a claim ("dismissed").</summary>
    Refuses,

    /// <summary>The clause has a negation that is no part of a phrase.</summary>
    Negated,

    /// <summary>A word or the verb denies, and a negation stands beside it.</summary>
    TwiceNegated,

    /// <summary>The statement is told as denied.</summary>
    Denied,

    /// <summary>Log odds that the clauses state the same, from 0 for none.</summary>
    Aligned,

    /// <summary>Nats of words that both share.</summary>
    SharedContent,

    /// <summary>Nats that are shared by verbs.</summary>
    SharedVerb,

    /// <summary>The likest verbs of both.</summary>
    LikeVerb,

    /// <summary>The like part of the clause that finds more of itself in the other.</summary>
    LikeContained,

    /// <summary>What the denial negates stands in the other clause, in nats.</summary>
    NegatedMet,

    /// <summary>It does not stand there.</summary>
    NegatedUnmet,

    /// <summary>Nats of shared names.</summary>
    SharedNames,

    /// <summary>Both have names, none of them the same.</summary>
    OtherNames,

    /// <summary>The denial says nothing of its own ("He denied it").</summary>
    Bare,

    /// <summary>Log odds that what stands before a denial without words of its own states the same as the other clause.</summary>
    BareAntecedent,

    /// <summary>The same before a denial that has words of its own.</summary>
    Antecedent,

    /// <summary>Log odds that another clause of the denial's sentence states the same as the other clause.</summary>
    InSentence,

    /// <summary>Log odds that a clause of the denial's sentence that says what is denied ("dass ...") states the same as the other clause.</summary>
    Complement,

    /// <summary>Log odds that an accusation before a denial that names it states the same as the other clause.</summary>
    ChargeAntecedent,

    /// <summary>What stands before a denial without words of its own is told by the other outlet as a fact.</summary>
    BareNarrated,

    /// <summary>Log odds that a denial behind the other clause states the same as this one.</summary>
    Answered,

    /// <summary>The other clause speaks of who denies.</summary>
    Accused,

    /// <summary>Two speakers.</summary>
    OtherSpeaker,

    /// <summary>The denial calls what it denies an accusation.</summary>
    NamesCharge,

    /// <summary>And the other clause is one, by its cue.</summary>
    ChargeMet,

    /// <summary>The other clause is an accusation.</summary>
    Accuses,

    /// <summary>The other clause is told with reserve.</summary>
    Hedged,

    /// <summary>The other clause is told by the outlet itself.</summary>
    Narrated,

    /// <summary>The denial is told by the outlet itself.</summary>
    DenialNarrated,

    /// <summary>The other clause asks.</summary>
    Asks,

    /// <summary>The other clause says with a verb what happens.</summary>
    HasVerb,

    /// <summary>Words of the other clause, as a logarithm.</summary>
    Length,

    /// <summary>How much likelier another clause of the same account states what the denial does.</summary>
    Rival,

    /// <summary>How far apart they stand in their accounts, from 0 to 1.</summary>
    Distance,

    /// <summary>They are in two languages.</summary>
    AcrossLanguages,

    /// <summary>The other clause stands in the first two sentences.</summary>
    Lead,

    /// <summary>The denial speaks of what stands before it ("denied this").</summary>
    PointsBack,

    /// <summary>Log odds that the claim right before such a denial states the same as the other clause.</summary>
    BackAntecedent,
}
