using Lesart.Text;

namespace Lesart.Collating;

/// <summary>What shows that two values that exclude one another are surely told of two things: another time, another place, a part of the whole, an account that gives both.</summary>
internal sealed class ValueVetoes(StoryValues values)
{
    private const double RoundingShare = 0.03;
    private const double MinForShares = 0.5;
    private const double MinForBareFigures = 0.65;
    private const double MinLikeBare = 0.45; // of the words beside them
    private const double MinLikeMeasure = 0.3;
    private const double MinForLonely = 0.1; // measures of a kind that either account gives once
    private const double MinForOtherNouns = 0.9; // nouns of two languages that no table knows: the clauses have to be surely one point
    private const double MinForBareDays = 0.5;
    private const double MinForBareMonths = 0.15; // months and years, of which a text gives fewer
    private const double MinForGivenDays = 0.75; // where an account gives the other's day, too: the clauses have to be surely one point
    private const double MinForOrdinals = 0.5;
    private const double MinForLikeOrdinals = 0.15; // of things of one kind
    private const double MinForToldApart = 0.5;
    private const double MinForAnother = 0.3;
    private const double MinForBodies = 0.3; // for a place where a body sits to be where something happens
    private const double MinForSomebody = 0.75; // or for one where somebody is
    private const double MinLikeVerb = 0.5;
    private const double SumTolerance = 1e-6; // of the total: figures in floating point
    private const int DaysOfNews = 7;
    private const int MaxWordsFromCue = 2; // "said late on Friday"
    private const int MaxTimesOfPart = 5;
    private const int MaxHoursApart = 6;
    private const int MaxDaysAhead = 150; // a day without its year that lies further ahead may be last year's

    /// <summary>Why the values are surely not of one thing; null where nothing speaks against it.</summary>
    public string? Against(Side left, Side right)
    {
        string dimension = ReadingValues.DimensionOf(left);
        double likely = values.Alignment.LikelinessOf(left.Unit, right.Unit);
        bool isCount = dimension == ReadingValues.CountDimension && ReadingValues.DimensionOf(right) == dimension;
        bool isDate = left.Time is { Type: not TimeType.Duration };
        if (isDate && !(left.NamesDay && right.NamesDay && likely >= MinForBareDays && !values.NamesFigure(left) && !values.NamesFigure(right)) && values.IsAhead(left) != values.IsAhead(right) && values.IsAheadOf(left, right) != values.IsAheadOf(right, left) && !IsYearOpen(left) && !IsYearOpen(right))
            return "one is over, the other is to come";
        if (dimension == ReadingValues.PlaceDimension)
            return AgainstPlaces(left, right); // no other veto is asked of places
        if (isDate && IsInPassing(left) != IsInPassing(right))
            return "one tells of a thing in passing";
        if (isDate && IsOfSaying(left) != IsOfSaying(right))
            return "one is when it was said";
        if (isDate && dimension != ReadingValues.ClockDimension && AreOfOwnNews(left, right))
            return "each is the day of its account's news";
        if ((values.IsMarked(left, FigureMark.Former) || IsLeft(left)) != (values.IsMarked(right, FigureMark.Former) || IsLeft(right)))
            return "one held before";
        if (left.Time is null && (!isCount || NounOf(left) is null || NounOf(right) is null) && IsOfMarket(left) && IsOfMarket(right) && !ReadingValues.HaveSwappedDigits(left, right))
            return "prices of two moments";
        if (left.Size != right.Size && values.IsMarked(left.Size > right.Size ? left : right, FigureMark.Less))
            return "one is below a bound";
        if (isCount && !ReadingValues.CountSame(left, right) && !values.AreTwoCounts(left, right) && !(ReadingValues.HaveSwappedDigits(left, right) && ReadingValues.DigitsOf(left).Length > 2)
            && !HaveOneFate(left, right) && !(IsBare(left) || IsBare(right) ? likely >= MinForBareFigures && MayCountOne(left, right) : CountKin(left, right)))
            return "other things are counted";
        if (values.AreOtherSums(left, right))
            return "sums of other kinds";
        if (isCount && values.HaveOtherFates(left, right))
            return "other things became of them";
        if (left.IsArticle != right.IsArticle && !HaveOneFate(left, right))
            return "one person by an article, of whom nothing else is told";
        if (isCount && IsBroken(left) != IsBroken(right) && (IsBroken(left) ? right : left) is { Counted.Length: > 0 })
            return "a measure and a count";
        if (left.Time is null && ReadingValues.IsMeasure(left) && likely < MinForOtherNouns && values.LikenessAround(left, right) < MinLikeMeasure && !ReadingValues.HaveSwappedDigits(left, right) && !(likely >= MinForLonely && AreLonely(left, right)))
            return "sizes of other things";
        if (dimension == ReadingValues.OrdinalDimension && likely < (CountKin(left, right) ? MinForLikeOrdinals : MinForOrdinals))
            return "numbers of other things";
        if (left.Scope.Except(right.Scope, StringComparer.Ordinal).Any() && right.Scope.Except(left.Scope, StringComparer.Ordinal).Any())
            return "numbered among others";
        if (values.SpeaksOfAnother(left.Unit) != values.SpeaksOfAnother(right.Unit) && (likely < MinForAnother || values.SpeaksOfAnother(left.Unit, ofOne: true) != values.SpeaksOfAnother(right.Unit, ofOne: true)))
            return "one clause speaks of another of the kind";
        if (dimension == ReadingValues.ClockDimension && values.IsMarked(left, FigureMark.Zone) != values.IsMarked(right, FigureMark.Zone) && values.ApartOf(left, right) == Math.Round(values.ApartOf(left, right)))
            return "clocks of two zones";
        if (dimension == ReadingValues.ClockDimension && values.ApartOf(left, right) > MaxHoursApart)
            return "too many hours apart";
        if ((isCount || dimension == ReadingValues.LengthDimension) && left.Size > 0 && right.Size > 0 && Math.Max(left.Size, right.Size) > MaxTimesOfPart * Math.Min(left.Size, right.Size))
            return "a part and its whole";
        if ((isCount || dimension == ReadingValues.ShareDimension) && values.HaveOtherPlaces(left.Unit, right.Unit))
            return "other places";
        if (dimension == ReadingValues.ShareDimension && likely < MinForShares && !ReadingValues.HaveSwappedDigits(left, right) && !values.AreTwoCounts(left, right))
            return "shares of what is not said";
        if (isCount && (!values.IsDated(left.Unit) || !values.IsDated(right.Unit)) && IsOfNow(left) && IsOfNow(right))
            return "states of times that nobody knows";
        if (!isDate && HaveOtherTimes(left.Unit, right.Unit))
            return "told of other times";
        bool areTwoCounts = values.AreTwoCounts(left, right);
        if (!areTwoCounts && (Gives(left, right) || Gives(right, left)))
            return "one clause gives both";
        if (isCount && left.Size != right.Size && IsRest(left.Size < right.Size ? left : right) && !IsRest(left.Size < right.Size ? right : left))
            return "one leaves out who was told of before";
        if (!isDate && (IsPartOfSum(left, right) || IsPartOfSum(right, left)))
            return "one is a part of what adds up to the other";
        bool isOfTheDay = isDate && IsNear(left) && IsNear(right); // any account names the days of the news for one thing or another
        if (isOfTheDay || areTwoCounts)
            return null;
        if (isDate && (GivesLike(left, right) || GivesLike(right, left)))
            return "one account gives both";
        return values.TellApart(left, right).ToldApart >= MinForToldApart ? "an account gives both" : null;
    }

    /// <summary>Why two places are surely not told of one thing: nothing says what one of them is there, one is where somebody goes and the other where it happens, one says how far away something is.</summary>
    private string? AgainstPlaces(Side left, Side right)
    {
        if (values.Places.IsLandmark(left) || values.Places.IsLandmark(right))
            return "a distance is told from one";
        if (values.Places.RoleOf(left) is PlaceRole.Against || values.Places.RoleOf(right) is PlaceRole.Against)
            return "one stands for those who come from there";
        if (values.Places.IsListed(left) || values.Places.IsListed(right))
            return "one is told in a row of places";
        if (values.AreBesideOneNoun(left, right))
            return null;
        if (IsAside(left) || IsAside(right))
            return "one says whence somebody comes";
        (PlaceRole one, PlaceRole two) = (values.Places.RoleOf(left), values.Places.RoleOf(right));
        return one is PlaceRole.None || two is PlaceRole.None ? "nothing says what one place is there" : AtOf(one) != AtOf(two) ? "places of two parts" : null;

        // where a body sits or somebody is may be what both clauses tell, where they surely tell one thing
        bool IsAside(Side side) => values.Places.TieOf(side) switch
        {
            PlaceTie.None => false,
            PlaceTie.Origin => true,
            PlaceTie tie => values.Alignment.LikelinessOf(left.Unit, right.Unit) < (tie is PlaceTie.Body ? MinForBodies : MinForSomebody),
        };

        static PlaceRole AtOf(PlaceRole role) => role is PlaceRole.Near or PlaceRole.Of ? PlaceRole.In : role;
    }

    /// <summary>Whether each is the only measure of its kind in its account: a weight, a speed, an area. Lengths and degrees are told of many things.</summary>
    private bool AreLonely(Side left, Side right) => ReadingValues.DimensionOf(left) is not (ReadingValues.MetreDimension or ReadingValues.DegreeDimension) && values.IsLonely(left) && values.IsLonely(right);

    /// <summary>Whether the sentence of a figure tells what is known by now ("mittlerweile", "so far").</summary>
    private bool IsOfNow(Side side) => values.TextOf(side.Unit) is { Figures: FigureWords words } text && (words.Has(FigureMark.Risen, text, side.Unit.Whole, side.Span) || words.Has(FigureMark.Interim, text, side.Unit.Whole, side.Span));

    /// <summary>Whether a day belongs to a thing that its clause only names ("die am Freitag begonnene Reise", "die Wahl vom Dienstag", "Tuesday's vote"); a report "vom 3. Mai" has its date by it.</summary>
    private bool IsInPassing(Side side) => values.IsMarked(side, FigureMark.Attribute)
        || (!values.NamesFigure(side) && (values.IsMarked(side, FigureMark.Owner) || values.Quote(side) is [.., '\'' or '’', 's'] || values.TextOf(side.Unit).Text.AsSpan(side.Span.End) is ['\'' or '’', 's', ' ', ..]));

    /// <summary>Whether a figure counts what is left beside others that were told of ("17 weitere", "the other 17").</summary>
    private bool IsRest(Side side) => values.IsMarked(side, FigureMark.Rest);

    private bool IsLeft(Side side) => side.Quantity is not null && values.TextOf(side.Unit) is { Figures: FigureWords words } text && words.IsLeft(text, side.Span);

    /// <summary>Whether a figure tells what is paid on a market: its sentence names what is traded.</summary>
    private bool IsOfMarket(Side side) => values.TextOf(side.Unit) is { Figures: FigureWords words } text && words.Has(FigureMark.Market, text, side.Unit.Whole, side.Span);

    /// <summary>Whether a day stands with the words that name who says it ("officials said on Friday"), outside of what they say.</summary>
    private bool IsOfSaying(Side side) => (side.Unit.Statement is { Kind: StatementKind.Indirect or StatementKind.Direct or StatementKind.Mixed, Cue.Length: > 0 } statement && statement.Content.Any(side.Unit.Span.Overlaps) && !statement.Content.Any(side.Span.Overlaps))
        || IsBehindCue(side);

    /// <summary>Whether a day stands right behind a word of saying that is set off with its source behind what the clause tells ("..., the mayor said on Friday"), and no content holds it.</summary>
    private bool IsBehindCue(Side side)
    {
        AccountText text = values.TextOf(side.Unit);
        int first = text.WordAt(side.Span.Start);
        return text.Account.Sayings.Any(said => said.Kind is StatementKind.Indirect or StatementKind.Direct or StatementKind.Mixed && !said.Content.Any(side.Span.Overlaps)
            && said.Source.Any(source => source.Start > side.Unit.Span.Start && source.End <= side.Span.Start && text.Text.AsSpan(side.Unit.Span.Start, source.Start - side.Unit.Span.Start).TrimEnd() is [.., ','])
            && said.Cue.Any(cue => cue.Start >= side.Unit.Whole.Start && cue.End <= side.Span.Start && text.WordAt(cue.End) is int next && first - next <= MaxWordsFromCue && Enumerable.Range(next, first - next).All(word => text.Words[word].Term.IsFunctionWord)));
    }

    /// <summary>Whether two days stand in clauses that share no word and no like verb and are not surely one point, by a higher bar where an account gives both days and a lower one for months and years: each tells of something else.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">One of another account.</param>
    /// <param name="clauses">What the clauses say about each other, by <see cref="PairFeature"/>.</param>
    public bool AreOfOtherEvents(Side left, Side right, double[] clauses) => left.Time is { Type: not TimeType.Duration }
        && clauses[(int)PairFeature.SharedContent] <= 0 && clauses[(int)PairFeature.LikeVerb] < MinLikeVerb && values.Alignment.LikelinessOf(left.Unit, right.Unit) is double likely
        && !values.AreBorders(left, right) && !AreOfOneKind(left, right) && (likely < (left.Width > 0 && left.Width == right.Width && !ReadingValues.IsNight(left.Value) ? MinForBareMonths : MinForBareDays) || (likely < MinForGivenDays && (values.Given(left.Unit.Account, right).Any() || values.Given(right.Unit.Account, left).Any())));

    /// <summary>Whether clauses that speak of an event of one kind give both times of day, or both a month or a year: days of the news are many.</summary>
    private bool AreOfOneKind(Side left, Side right) => left.Width == right.Width && (left.Width > 0 || ReadingValues.DimensionOf(left) == ReadingValues.ClockDimension) && values.KindsOf(left.Unit).Overlaps(values.KindsOf(right.Unit));

    /// <summary>Whether a date's account gives another one, too, for something that begins or ends with it as with the other, or for something that doesn't as with the other.</summary>
    private bool GivesLike(Side side, Side other) => values.Given(side.Unit.Account, other).Any(given => values.IsMarked(given, FigureMark.Border) == values.IsMarked(other, FigureMark.Border));

    private bool IsNear(Side side) => values.TextOf(side.Unit).Account.Published is PublicationTime published && Math.Abs(side.Time!.From!.Value.DayNumber - published.Day.DayNumber) <= DaysOfNews; // asked of dates

    /// <summary>Whether two days are those on which their accounts were published, or the days before, and these are two: each account tells what is new on its day.</summary>
    private bool AreOfOwnNews(Side left, Side right) => left.Width == 0 && right.Width == 0 && DaysOld(left) is 0 or 1 && DaysOld(right) is 0 or 1
        && values.TextOf(left.Unit).Account.Published?.Day != values.TextOf(right.Unit).Account.Published?.Day;

    private int? DaysOld(Side side) => values.TextOf(side.Unit).Account.Published is PublicationTime published ? published.Day.DayNumber - side.Time!.From!.Value.DayNumber : null; // asked of dates

    private bool IsYearOpen(Side side) => !values.HasYear(side) && values.TextOf(side.Unit).Account.Published is PublicationTime published && side.Time!.From!.Value.DayNumber - published.Day.DayNumber > MaxDaysAhead; // asked of dates

    /// <summary>Whether the same became of those whom two figures count, and neither counts things of a kind that the other doesn't.</summary>
    private bool HaveOneFate(Side left, Side right) => values.FateOf(left) is string fate && fate == values.FateOf(right)
        && (FamiliesOf(left) is not { Length: > 0 } one || FamiliesOf(right) is not { Length: > 0 } other || Array.Exists(one, family => Array.Exists(other, kin => kin.Kind == family.Kind)));

    /// <summary>Whether nothing says what a figure counts.</summary>
    private bool IsBare(Side side) => side.Counted.Length == 0 && !side.IsArticle && !values.CountsPeople(side);

    /// <summary>Whether two figures, one of them without a noun, may count one thing: like words stand beside both, both have decimals, or the same digits.</summary>
    private bool MayCountOne(Side left, Side right) => values.LikenessAround(left, right) >= MinLikeBare || ReadingValues.HaveSwappedDigits(left, right) || (IsBroken(left) && IsBroken(right));

    private static bool IsBroken(Side side) => side.Quantity?.Value is decimal value && value != decimal.Truncate(value);

    /// <summary>Whether the nouns that two figures count can call the same: people, or things of one kind; a figure without a noun counts what the other does.</summary>
    private bool CountKin(Side left, Side right)
    {
        if (left.Quantity!.Unit is string unit && unit == right.Quantity!.Unit) // figures carry their quantity
            return true;
        if (left.Unit.Language != right.Unit.Language && NounOf(left) is string noun && NounOf(right) is string foreign && NameForms.AreCognates(noun, foreign))
            return true;
        if (values.CountsPeople(left) && values.CountsPeople(right))
            return true;
        NounFamily[] one = FamiliesOf(left), other = FamiliesOf(right);
        if (one.Length == 0 || other.Length == 0)
            return left.Unit.Language != right.Unit.Language && values.Alignment.LikelinessOf(left.Unit, right.Unit) >= MinForOtherNouns;
        return Array.Exists(one, family => Array.Exists(other, family.IsKin));
    }

    private static string? NounOf(Side side) => side.Quantity is { } quantity ? quantity.Unit ?? quantity.Of : null;

    private NounFamily[] FamiliesOf(Side side)
    {
        AccountText text = values.TextOf(side.Unit);
        return NounOf(side) is string noun && text is { Lexicon: TermLexicon lexicon, Families: NounFamilies families } ? families.Of(lexicon.Look(noun)) : [];
    }

    /// <summary>Whether a clause gives a value beside its own, of whatever thing.</summary>
    private bool Gives(Side own, Side side) => values.Of(own.Unit.Index).Any(other => other.Span != own.Span && (values.Compare(other, side) == Agreement.Compatible || (other.Size > 0 && ReadingValues.DimensionOf(other) == ReadingValues.DimensionOf(side) && Math.Abs(other.Size - side.Size) <= RoundingShare * other.Size)));

    /// <summary>Whether a figure and others beside it add up to another account's, in its own clause or where a third account tells the figure of the same noun.</summary>
    private bool IsPartOfSum(Side part, Side whole)
    {
        if (AddsUpTo(part, whole) || AddsUpWithOne(part, whole))
            return true;
        string dimension = ReadingValues.DimensionOf(part);
        return dimension == ReadingValues.CountDimension && part.Quantity is { Value: not null } && Enumerable.Range(0, values.Accounts).Where(account => account != part.Unit.Account)
            .Any(account => values.Of(account, dimension).Any(told => told.Size == part.Size && told.Quantity is { Value: not null } && ReadingValues.CountSame(told, part) && (AddsUpTo(told, whole) || AddsUpWithOne(told, whole))));
    }

    /// <summary>Whether a figure of people is one short of another, and behind it its clause names one more ("45 passengers and the driver", "46 people").</summary>
    private bool AddsUpWithOne(Side part, Side whole)
    {
        if (whole.Size - part.Size != 1 || part.Size < 2 || !values.CountsPeople(part) || values.TextOf(part.Unit) is not { Families: NounFamilies families, Figures: FigureWords words } text)
            return false;
        int end = text.WordAt(part.Unit.Span.End);
        for (int i = text.WordAt(part.Span.End); i + 1 < end; i++)
        {
            Term word = text.Words[i].Term;
            if ((families.IsDefinite(word) || families.IsIndefinite(word)) && words.IsPlus(text.Words[i - 1].Term) && text.Words[i + 1].Term is { IsNoun: true, IsPlural: false } noun && families.Of(noun).Any(static family => family.Kind is NounKind.Person))
                return true;
        }

        return false;
    }

    /// <summary>Whether a figure and others of its clause add up to one of another account ("142 passengers and six crew members", "148 people").</summary>
    private bool AddsUpTo(Side part, Side whole)
    {
        if (part.Size <= 0 || part.Size >= whole.Size)
            return false;
        double[] rest = [.. values.Of(part.Unit.Index).Where(other => other.Size > 0 && !other.Span.Overlaps(part.Span) && ReadingValues.DimensionOf(other) == ReadingValues.DimensionOf(part)).Select(static other => other.Size)];
        double open = whole.Size - part.Size, tolerance = SumTolerance * whole.Size;
        return Array.Exists(rest, size => Math.Abs(size - open) <= tolerance) || (rest.Length > 1 && Math.Abs(rest.Sum() - open) <= tolerance);
    }

    /// <summary>A figure of the morning and one of the evening, of last year and of this one, are told of two times.</summary>
    private bool HaveOtherTimes(Unit left, Unit right)
    {
        Side[] one = DatesOf(left), two = DatesOf(right);
        return HaveOtherHours(left, right) || one.Length > 0 && two.Length > 0 && !one.Any(side => two.Any(other => ReadingValues.Compare(side, other, values.Quote(side), values.Quote(other)) != Agreement.Different));
    }

    /// <summary>The dates of a clause; where it has none, the days of its sentence ("said on Monday that six had died and twelve had been hurt").</summary>
    private Side[] DatesOf(Unit unit) => ReadingValues.Dates(unit).ToArray() is { Length: > 0 } own ? own : [.. values.Sentence(unit).SelectMany(ReadingValues.Dates).Where(static date => !ReadingValues.TryClock(date.Value, out _))];

    /// <summary>Until noon here, until midnight there.</summary>
    private static bool HaveOtherHours(Unit left, Unit right)
    {
        string[] one = [.. Hours(left)], two = [.. Hours(right)];
        return one.Length > 0 && two.Length > 0 && !one.Intersect(two, StringComparer.Ordinal).Any();

        static IEnumerable<string> Hours(Unit unit) => unit.Times.Where(static time => time.Type is TimeType.Time && time.Value.Contains('T', StringComparison.Ordinal)).Select(static time => time.Value[time.Value.IndexOf('T', StringComparison.Ordinal)..]);
    }
}
