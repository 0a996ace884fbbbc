using System.Collections.Immutable;
using System.Globalization;

namespace Lesart.Grouping;

/// <summary>Says how surely two fingerprints tell the same story, by named features with their weights.</summary>
internal sealed record StoryScorer
{
    public static StoryScorer Default { get; } = new();

    // Measured on the visible halves of basil, ECB+ and SemEval-2022 task 8; see docs/quality/group.md.
    public double WordsWeight { get; init; } = 0.65;

    public double LeadWeight { get; init; } = 0.25;

    public double NamesWeight { get; init; } = 0.15;

    public double NumbersWeight { get; init; } = 0.1;

    public double DaysWeight { get; init; } = 0.05;

    public double TitleWeight { get; init; } = 0.05;

    /// <summary>What the same places add within one language: where an event lies tells it from others of its kind.</summary>
    public double PlacesWeight { get; init; } = 0.05;

    /// <summary>What a pair in one language must reach.</summary>
    public double MinScore { get; init; } = 0.1625;

    /// <summary>What a pair in two languages must reach.</summary>
    public double MinScoreOverLanguages { get; init; } = 0.1;

    /// <summary>What sharing a desk takes from the score: a desk writes of many events in the same words, and seldom of one event twice in other words.</summary>
    public double DeskCost { get; init; } = 0.35;

    /// <summary>What publication on one day or on neighbouring days adds; nothing where a day is missing.</summary>
    public double NearWeight { get; init; } = 0.08;

    /// <summary>What each day between the nearest publications takes from the score.</summary>
    public double CostPerDay { get; init; } = 0.01;

    /// <summary>What each year beyond the first takes, where a day of publication is missing.</summary>
    public double CostPerYear { get; init; } = 0.04;

    /// <summary>What it takes, within one language and where a day of publication is missing, that both name months and none in common ("im März", "im April").</summary>
    public double OtherMonthsCost { get; init; } = 0.05;

    /// <summary>What it takes that both open with places, and neither speaks of a state in which a place of the other's opening lies.</summary>
    public double OtherLandsCost { get; init; } = 0.3;

    /// <summary>Places of other states take their full cost from openings as like as this, less from others: twins are told in the same words, a comment on an event opens somewhere else.</summary>
    public double FullLeadLikeness { get; init; } = 0.3;

    /// <summary>What it takes that both number the same thing in title or opening, and otherwise ("first debate", "second debate").</summary>
    public double OtherEditionCost { get; init; } = 0.8;

    /// <summary>What it takes that two figures on one scale are further apart than <see cref="MaxGaugeApart"/> ("magnitude 6.1", "magnitude 7.4").</summary>
    public double OtherGaugeCost { get; init; } = 0.4;

    /// <summary>First measurements are corrected, seldom by more.</summary>
    public double MaxGaugeApart { get; init; } = 0.5;

    private const int MaxYearsCounted = 5;

    /// <summary>How much of the likeness to what lies around both is taken off.</summary>
    public double SurroundingsWeight { get; init; } = 1.3;

    /// <summary>The nearest accounts may be of the same story: surroundings begin behind them.</summary>
    public int SurroundingsFrom { get; init; } = 20;

    /// <summary>What is so like is of the same story and no surroundings: a story of a hundred accounts must not be taken apart by its own size.</summary>
    public double MaxOfSurroundings { get; init; } = 0.5;

    /// <summary>The score over what is needed: 1 and more is one story.</summary>
    public double Score(Fingerprint left, Fingerprint right)
    {
        double best = 0;
        foreach (ImmutableArray<Share> shares in Readings(left, right))
            best = Math.Max(best, shares.Sum(static share => share.Value));
        return best;
    }

    /// <summary>The better of the readings (one language, over languages), feature by feature.</summary>
    public ImmutableArray<Share> Explain(Fingerprint left, Fingerprint right) =>
        Readings(left, right).OrderByDescending(static shares => shares.Sum(static share => share.Value)).FirstOrDefault([]);

    private IEnumerable<ImmutableArray<Share>> Readings(Fingerprint left, Fingerprint right)
    {
        double names = Like(left.Names, right.Names, left, right);
        double numbers = Like(left.Numbers, right.Numbers, left, right);
        double days = Like(left.Days, right.Days, left, right);
        int? apart = DaysApart(left, right);
        double cost = (CostPerDay * (apart ?? 0)) + YearsApart(left, right);
        double near = apart <= 1 ? NearWeight : 0;
        double desk = DeskCost * Math.Min(1, Like(left.Desks, right.Desks, left, right));
        double elsewhere = Elsewhere(left, right);
        double another = Another(left, right);
        double around = SurroundingsWeight * (left.Surroundings + right.Surroundings) / 2;
        bool shareLanguage = false;
        foreach ((string language, TermVector words) in left.Words)
        {
            if (!right.Words.TryGetValue(language, out TermVector? others))
                continue;
            shareLanguage = true;
            double title = TitleLikeness(left, right, language), lead = LeadLikeness(left, right, language, words, others);
            yield return Shares(Like(words, others, left, right), lead, names, Like(left.Places, right.Places, left, right), numbers, days, title, near, desk, around, OtherMonths(left, right), elsewhere * Math.Min(1, lead / FullLeadLikeness), another, cost, MinScore);
        }

        if (!shareLanguage)
            yield return Shares(Like(left.Pivots, right.Pivots, left, right), 0, names, 0, numbers, days, 0, near, desk, around, 0, 0, another, cost, MinScoreOverLanguages);
    }

    private ImmutableArray<Share> Shares(double words, double lead, double names, double places, double numbers, double days, double title, double near, double desk, double around, double months, double elsewhere, double another, double cost, double needed) =>
    [
        new("words", WordsWeight * words / needed),
        new("lead", LeadWeight * lead / needed),
        new("names", NamesWeight * names / needed),
        new("places", PlacesWeight * places / needed),
        new("numbers", NumbersWeight * numbers / needed),
        new("days", DaysWeight * days / needed),
        new("title", TitleWeight * title / needed),
        new("near", near / needed),
        new("desk", -desk / needed),
        new("surroundings", -around / needed),
        new("months", -months / needed),
        new("elsewhere", -elsewhere / needed),
        new("another", -another / needed),
        new("apart", -cost / needed),
    ];

    private static double TitleLikeness(Fingerprint left, Fingerprint right, string language) =>
        left.Title.TryGetValue(language, out TermVector? mine) && right.Title.TryGetValue(language, out TermVector? theirs) ? mine.Cosine(theirs) : 0;

    // The weaker side: what opens one account must stand in the other, and the other way round.
    private static double LeadLikeness(Fingerprint left, Fingerprint right, string language, TermVector words, TermVector others) =>
        left.Lead.TryGetValue(language, out TermVector? mine) && right.Lead.TryGetValue(language, out TermVector? theirs)
            ? Math.Min(Like(mine, others, left, right), Like(theirs, words, right, left))
            : 0;

    /// <summary>The likeness by which surroundings are measured: what tells two events apart takes nothing from it.</summary>
    public double Likeness(Fingerprint left, Fingerprint right) => Score(Alike(left), Alike(right)) * MinScore;

    private static Fingerprint Alike(Fingerprint fingerprint) => fingerprint with { Surroundings = 0, NamingMonths = 0, NamingLands = 0, Numbered = TermVector.Empty, Gauge = null };

    /// <summary>The mean over all pairs of accounts.</summary>
    private static double Like(TermVector left, TermVector right, Fingerprint of, Fingerprint and) => left.Dot(right) / ((double)of.Accounts * and.Accounts);

    /// <summary>Where a day of publication is missing: texts whose newest year is far apart tell of other events.</summary>
    private double YearsApart(Fingerprint left, Fingerprint right)
    {
        if ((left.From is not null && right.From is not null) || left.NewestYear is not int one || right.NewestYear is not int two)
            return 0;
        return CostPerYear * Math.Clamp(Math.Abs(one - two) - 1, 0, MaxYearsCounted);
    }

    /// <summary>Where a day of publication is missing: the mean over all pairs of accounts that both name months, where no month is in common.</summary>
    private double OtherMonths(Fingerprint left, Fingerprint right)
    {
        if ((left.From is not null && right.From is not null) || (left.Months & right.Months) != 0)
            return 0;
        return OtherMonthsCost * left.NamingMonths * right.NamingMonths / ((double)left.Accounts * right.Accounts);
    }

    /// <summary>Both open with places, and neither speaks of a state with which the other opens.</summary>
    private double Elsewhere(Fingerprint left, Fingerprint right) =>
        OtherLandsCost * Apart((double)left.NamingLands * right.NamingLands, Math.Max(left.Lands.Dot(right.AllLands), right.Lands.Dot(left.AllLands)), left, right);

    /// <summary>One thing is numbered otherwise, or figures on one scale are far apart.</summary>
    private double Another(Fingerprint left, Fingerprint right)
    {
        bool isFarApart = left.Gauge is (double low, double high) && right.Gauge is (double otherLow, double otherHigh) && Math.Max(otherLow - high, low - otherHigh) > MaxGaugeApart;
        return (OtherEditionCost * Apart(left.Numbered.Dot(right.Numbered), left.Editions.Dot(right.Editions), left, right)) + (isFarApart ? OtherGaugeCost : 0);
    }

    // Pairs of accounts that tell a thing at all and otherwise: the geometric mean of their shares of the pairs that tell it and of all pairs,
    // so that few accounts that tell it can speak for a story, and a stray one can't.
    private static double Apart(double telling, double alike, Fingerprint left, Fingerprint right) =>
        telling <= 0 ? 0 : Math.Clamp((telling - alike) / Math.Sqrt(telling * left.Accounts * right.Accounts), 0, 1);

    private static int? DaysApart(Fingerprint left, Fingerprint right)
    {
        if (left.From is not DateOnly from || left.To is not DateOnly to || right.From is not DateOnly otherFrom || right.To is not DateOnly otherTo)
            return null;
        return Math.Max(0, Math.Max(otherFrom.DayNumber - to.DayNumber, from.DayNumber - otherTo.DayNumber));
    }

    /// <summary>What a feature adds to a score, as a share of what is needed.</summary>
    internal readonly record struct Share(string Feature, double Value)
    {
        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Feature} {Value:+0.00;-0.00;0.00}");
    }
}
