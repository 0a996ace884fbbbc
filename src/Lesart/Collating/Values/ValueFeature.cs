namespace Lesart.Collating;

/// <summary>What can be said of two values that exclude one another, in clauses of different accounts; each has its weights for figures, dates and places in <c>languages/value-weights.tsv</c> under its name in words.</summary>
internal enum ValueFeature
{
    /// <summary>Always 1.</summary>
    Bias,

    /// <summary>The values are dates.</summary>
    Date,

    /// <summary>The values are times of day.</summary>
    Clock,

    /// <summary>The values are shares.</summary>
    Share,

    /// <summary>The values are numbers of things counted.</summary>
    Count,

    /// <summary>Log odds that the clauses state the same.</summary>
    Aligned,

    /// <summary>Both clauses have names, none of them the same.</summary>
    OtherNames,

    /// <summary>Nats of words that the sentences share beside the clauses.</summary>
    SharedAround,

    /// <summary>What both count or measure is the same.</summary>
    SameCounted,

    /// <summary>Both say what they count or measure, and it is not the same.</summary>
    OtherCounted,

    /// <summary>The same digits in another order: 38 and 83.</summary>
    SwappedDigits,

    /// <summary>Dates or clock times with as many digits, all but one of them the same.</summary>
    OneDigit,

    /// <summary>One is ten times or a hundred times the other.</summary>
    TenTimes,

    /// <summary>How far apart: logarithm of the ratio of figures, of the days between dates.</summary>
    Apart,

    /// <summary>Third accounts agree with one of the values in a clause that states the same.</summary>
    Held,

    /// <summary>How many of the two are the only value of their dimension and size in their account.</summary>
    Lonely,

    /// <summary>Both clauses name places, none of them the same.</summary>
    OtherPlaces,

    /// <summary>Only one of the clauses names places.</summary>
    OnePlace,

    /// <summary>Both clauses speak of an event or a thing of one kind.</summary>
    SameKind,

    /// <summary>Sentences and clauses share no word, name or kind.</summary>
    Unmet,

    /// <summary>Other values of the kind in the two accounts, as a logarithm.</summary>
    Rivals,

    /// <summary>Other values of the kind in the two clauses.</summary>
    Crowd,

    /// <summary>The same word stands before both.</summary>
    SameWordBefore,

    /// <summary>One tells of what is to come, the other doesn't.</summary>
    OtherTime,

    /// <summary>How far apart the clauses stand in their accounts, from 0 to 1.</summary>
    Distance,

    /// <summary>Both are told loosely, or both exactly.</summary>
    SameWidth,

    /// <summary>The same noun stands before both.</summary>
    SameBeside,

    /// <summary>One of them is told as a part of another figure.</summary>
    Part,

    /// <summary>One or both are told as what is known so far.</summary>
    Interim,

    /// <summary>The values are lengths of time.</summary>
    Length,

    /// <summary>The values are sums of money.</summary>
    Money,

    /// <summary>How like the words beside both values are.</summary>
    NearLike,

    /// <summary>An account gives both values.</summary>
    GivesBoth,

    /// <summary>How surely an account that gives both values gives them of the two things that the clauses tell.</summary>
    ToldApart,

    /// <summary>An account tells of both values as two counts of one thing.</summary>
    TwoCounts,

    /// <summary>The values are places behind one noun; what is said of figures and dates is not said of them, but what follows.</summary>
    Place,

    /// <summary>Log odds that the clauses of two places state the same.</summary>
    PlaceAligned,

    /// <summary>Nats of words that the sentences of two places share beside the clauses.</summary>
    PlaceAround,

    /// <summary>The values are places that stand behind no common noun; of them only what follows is said.</summary>
    PlaceAlone,

    /// <summary>Log odds that the clauses of two places state the same.</summary>
    PlaceOdds,

    /// <summary>The words before two places say the same of them: where, whence or whither.</summary>
    PlaceSameRole,

    /// <summary>The words before two places say different things of them.</summary>
    PlaceOtherRole,

    /// <summary>How many of two places say where somebody comes from, or where a body sits ("Rentner Muster aus Herne").</summary>
    PlaceAttribute,

    /// <summary>No word before one of two places says what it is there.</summary>
    PlaceNoRole,

    /// <summary>Both clauses of two places speak of an event or a thing of one kind.</summary>
    PlaceKind,

    /// <summary>Third accounts that name one of two places and not the other, as a logarithm.</summary>
    PlaceHeld,

    /// <summary>Third accounts that name both places, as a logarithm.</summary>
    PlaceBoth,

    /// <summary>Other places that only one of the two accounts names, as a logarithm.</summary>
    PlaceRivals,

    /// <summary>How far apart the clauses of two places stand in their accounts, from 0 to 1.</summary>
    PlaceDistance,

    /// <summary>Sentences and clauses of two places share no word or kind.</summary>
    PlaceUnmet,

    /// <summary>Of dates: nats of words that both clauses share.</summary>
    DateContent,

    /// <summary>Of dates: nats that are shared by verbs.</summary>
    DateVerb,

    /// <summary>Of dates: nats of shared names.</summary>
    DateNames,

    /// <summary>Of dates: the like part of the clause that finds more of itself in the other.</summary>
    DateContained,

    /// <summary>Of dates: the likest verbs of both.</summary>
    DateLikeVerb,

    /// <summary>Of dates: something begins or ends with both ("until", "from").</summary>
    DateBorder,

    /// <summary>Of dates: something begins or ends with one of them alone.</summary>
    DateOtherBorder,

    /// <summary>Log odds that any two clauses of the sentences of both values, these two aside, state the same.</summary>
    SentenceAligned,

    /// <summary>The same became of those whom both figures count.</summary>
    SameFate,

    /// <summary>How little one would expect a clause to name what both figures count, in nats.</summary>
    CountedNats,

    /// <summary>Both figures count one thing by its noun, and neither account counts it otherwise.</summary>
    SoleCount,

    /// <summary>One clause says that it tells of another thing of the kind.</summary>
    OtherOfKind,

    /// <summary>Of what is no date: both clauses speak of people, and of others.</summary>
    OtherPeople,

    /// <summary>Of what is no date: figures of all kinds in the two clauses, as a logarithm: a table in words tells of many things.</summary>
    Figures,

    /// <summary>The values number things ("the fourth test").</summary>
    Ordinal,

    /// <summary>The accounts are of two languages.</summary>
    AcrossLanguages,

    /// <summary>How much the heavier of both clauses says.</summary>
    Weight,

    /// <summary>Of dates: both clauses stand in one point.</summary>
    OnePoint,

    /// <summary>Of places: how early the earlier clause stands.</summary>
    PlaceEarly,

    /// <summary>Of places: log odds that a clause of a third account states what both clauses state.</summary>
    PlaceThrough,

    /// <summary>Of figures: words of the one clause that the other's sentence holds.</summary>
    FigureSentence,

    /// <summary>Of figures: how near the nearest two of one unit are, from 0 for twice as much to 1.</summary>
    FigureNear,
}
