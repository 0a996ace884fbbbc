namespace Lesart.Collating;

/// <summary>What can be said of two clauses of different accounts; <c>languages/clause-weights.tsv</c> and <c>clause-trees.tsv</c> name each by its words.</summary>
/// <remarks>Those from <see cref="Rival"/> on look at other pairs and take part in the second pass only.</remarks>
internal enum PairFeature
{
    /// <summary>Always 1.</summary>
    Bias,

    /// <summary>What both say, in nats, less what the number of clauses makes likely by chance.</summary>
    Surprise,

    /// <summary>Words and figures that both share, in nats, without names and days.</summary>
    SharedContent,

    /// <summary>The shared part of both, from 0 to 1.</summary>
    SharedPart,

    /// <summary>The shared part of the one that has more in common.</summary>
    Contained,

    /// <summary>The shared part of words and figures alone.</summary>
    SharedContentPart,

    /// <summary>Nats of the best word that both share.</summary>
    BestWord,

    /// <summary>Nats that are shared by verbs.</summary>
    SharedVerb,

    /// <summary>Both have verbs, and none of them is met.</summary>
    OtherVerbs,

    /// <summary>How many words and figures are met, as a logarithm.</summary>
    Matches,

    /// <summary>Words of the shorter one, as a logarithm.</summary>
    Length,

    /// <summary>A figure that both give, of the same or of nothing named.</summary>
    SameFigure,

    /// <summary>A figure that both give, but of other things.</summary>
    FigureOfOther,

    /// <summary>Nats of what both count.</summary>
    SameCounted,

    /// <summary>The same measured or counted, but other figures.</summary>
    OtherFigure,

    /// <summary>Nats shared beside figures in one unit.</summary>
    SameMeasure,

    /// <summary>Only one gives figures.</summary>
    OneFigure,

    /// <summary>A day or month that both name.</summary>
    SameDay,

    /// <summary>Both name days or months, none of them the same.</summary>
    OtherDay,

    /// <summary>Nats of shared names.</summary>
    SharedNames,

    /// <summary>Both have names, none of them the same.</summary>
    OtherNames,

    /// <summary>One speaker says both.</summary>
    SameSpeaker,

    /// <summary>Two speakers.</summary>
    OtherSpeaker,

    /// <summary>One stands in quotation marks and the other doesn't.</summary>
    QuotedApart,

    /// <summary>What they don't share, from 0 to 1, where both stand in the first two sentences: all leads tell of one event, not all of one fact.</summary>
    BothLead,

    /// <summary>How far apart they stand in their accounts, from 0 to 1.</summary>
    Distance,

    /// <summary>They are in two languages.</summary>
    AcrossLanguages,

    /// <summary>What both say in like words, in nats: each word counts by the likest one of the other clause.</summary>
    LikeContent,

    /// <summary>The like part of both, from 0 to 1.</summary>
    LikePart,

    /// <summary>The like part of the one that finds more of itself in the other.</summary>
    LikeContained,

    /// <summary>The likest verbs of both, from 0 to 1.</summary>
    LikeVerb,

    /// <summary>How like the clauses are as wholes, less what all clauses of the story have in common.</summary>
    LikeWhole,

    /// <summary>Nats of the weightiest word that the other clause lacks, of the clause where it weighs less.</summary>
    Unmet,

    /// <summary>What either says and the other clause lacks, but what stands around that has, in nats.</summary>
    AroundContent,

    /// <summary>How like the sentences around both are, less what all clauses of the story have in common.</summary>
    LikeAround,

    /// <summary>The part of a clause that the other's sentence holds, times the part of the other that the clause holds: a sentence cut in other places.</summary>
    InSentence,

    /// <summary>How near figures of one unit are that aren't the same, from 0 for twice as much to 1.</summary>
    NearFigure,

    /// <summary>Where in its account the one stands that stands earlier, from 0 to 1: what comes first is told by all.</summary>
    EarlierPlace,

    /// <summary>Where in its account the other one stands.</summary>
    LaterPlace,

    /// <summary>The same where both stand in the first sentence.</summary>
    BothFirst,

    /// <summary>Only one stands in the first sentence.</summary>
    OneFirst,

    /// <summary>The decimal order of the greatest figure on which both agree within a twentieth: two small ones often meet by chance.</summary>
    FigureOrder,

    /// <summary>A figure that both give to the last digit.</summary>
    ExactFigure,

    /// <summary>Nats of the one that says more, as a logarithm.</summary>
    GreaterWeight,

    /// <summary>Letters of the shorter one, as a logarithm.</summary>
    Letters,

    /// <summary>Words of the longest run that both hold word for word, as a logarithm.</summary>
    SharedRun,

    /// <summary>The part of the shorter clause that this run makes up.</summary>
    RunPart,

    /// <summary>Nats of what both hold and no account tells twice. From here on only trees ask.</summary>
    Once,

    /// <summary>In how many clauses an account that holds their best shared word holds it, in the mean.</summary>
    HeldTimes,

    /// <summary>The part of what one says that the other lacks and its account tells elsewhere, of the side where that is more.</summary>
    Elsewhere,

    /// <summary>The part of what one says that no other account says, of the side where that is more.</summary>
    OwnPart,

    /// <summary>How many of the two deny or turn down what somebody said.</summary>
    Rejections,

    /// <summary>How many of the two are negated.</summary>
    Negations,

    /// <summary>How many of the two hold something against somebody.</summary>
    Accusations,

    /// <summary>How many of the two nobody says but the outlet.</summary>
    Narrated,

    /// <summary>Words of the longer one.</summary>
    MostWords,

    /// <summary>How much likelier another clause of the same account is, mean of both sides.</summary>
    Rival,

    /// <summary>How likely the neighbours meet.</summary>
    Neighbours,

    /// <summary>How likely other clauses of their sentences meet.</summary>
    Mates,

    /// <summary>How likely a clause of a third account meets both.</summary>
    Third,

    /// <summary>In how many third accounts both likely meet clauses of two sentences.</summary>
    ThirdsApart,

    /// <summary>How much of what likely meets either in the other's account is the other, from 0 to 1, of the side where that is less.</summary>
    LesserShare,

    /// <summary>The same of the side where it is more.</summary>
    GreaterShare,

    /// <summary>How much likelier it is than the likeliest other clause of the same account, by the pairs alone, from -1 to 1, of the side where that is less.</summary>
    LesserMargin,

    /// <summary>The same of the side where it is more.</summary>
    GreaterMargin,

    /// <summary>How alike the clauses of third accounts are that both meet: the cosine of how likely they do.</summary>
    Profile,

    /// <summary>The part of the other accounts that likely tell the one which fewer tell.</summary>
    LesserMet,

    /// <summary>The same of the one that more tell.</summary>
    GreaterMet,

    /// <summary>Log odds by the pair alone.</summary>
    Odds,

    /// <summary>How many accounts the story has.</summary>
    Accounts,
}
