namespace Lesart.Collating;

/// <summary>Reads what speaks for and against two values of different accounts being of one thing.</summary>
internal sealed class ValueReader(StoryValues values)
{
    private const double MostOdds = 4;
    private const double MostNats = 12;

    private static readonly (ValueFeature, PairFeature)[] OfClausesOfDates =
    [
        (ValueFeature.DateContent, PairFeature.SharedContent), (ValueFeature.DateVerb, PairFeature.SharedVerb), (ValueFeature.DateNames, PairFeature.SharedNames),
        (ValueFeature.DateContained, PairFeature.LikeContained), (ValueFeature.DateLikeVerb, PairFeature.LikeVerb),
    ];

    private static readonly (ValueFeature, PairFeature)[] OfClausesOfFigures =
    [
        (ValueFeature.FigureSentence, PairFeature.InSentence), (ValueFeature.FigureNear, PairFeature.NearFigure),
    ];

    private readonly Dictionary<(int, int), HashSet<int>> _keysOfSentence = [];

    /// <summary>By <see cref="ValueFeature"/>.</summary>
    /// <param name="left">A value.</param>
    /// <param name="right">One of another account that excludes it.</param>
    /// <param name="clauses">What the clauses say about each other, by <see cref="PairFeature"/>.</param>
    public double[] Read(Side left, Side right, double[] clauses)
    {
        double[] features = new double[ValueWeights.Width];
        string dimension = ReadingValues.DimensionOf(left);
        double likely = Math.Clamp(values.Alignment.LikelinessOf(left.Unit, right.Unit), 1e-6, 1 - 1e-6);
        if (dimension == ReadingValues.PlaceDimension)
        {
            ReadPlaces(left, right, clauses, Math.Clamp(Math.Log(likely / (1 - likely)), -MostOdds, MostOdds), features);
            return features;
        }

        bool isDate = left.Time is { Type: not TimeType.Duration };
        Set(ValueFeature.Bias, 1);
        Set(ValueFeature.Date, isDate);
        Set(ValueFeature.Share, dimension == ReadingValues.ShareDimension);
        Set(ValueFeature.Count, dimension == ReadingValues.CountDimension);
        Set(ValueFeature.Clock, dimension == ReadingValues.ClockDimension);
        Set(ValueFeature.Aligned, Math.Clamp(Math.Log(likely / (1 - likely)), -MostOdds, MostOdds));
        Set(ValueFeature.OtherNames, clauses[(int)PairFeature.OtherNames]);
        Set(ValueFeature.SharedAround, Math.Min(MostNats, SharedAround(left.Unit, right.Unit)));
        (string one, string two) = (ReadingValues.DigitsOf(left), ReadingValues.DigitsOf(right));
        Set(ValueFeature.SwappedDigits, ReadingValues.HaveSwappedDigits(left, right));
        Set(ValueFeature.OneDigit, isDate && one.Length > 1 && one.Length == two.Length && one.Zip(two).Count(static pair => pair.First != pair.Second) == 1);
        if (isDate)
        {
            Set(ValueFeature.Apart, Math.Log10(1 + values.ApartOf(left, right)));
            Set(ValueFeature.OtherTime, values.IsAhead(left) != values.IsAhead(right));
        }
        else
        {
            bool isMet = ReadingValues.CountSame(left, right);
            Set(ValueFeature.SameCounted, isMet);
            Set(ValueFeature.OtherCounted, !isMet && left.Counted.Length > 0 && right.Counted.Length > 0);
            double apart = left.Size > 0 && right.Size > 0 ? Math.Abs(Math.Log10(left.Size / right.Size)) : 0;
            Set(ValueFeature.TenTimes, apart > 0 && one.TrimEnd('0') == two.TrimEnd('0'));
            Set(ValueFeature.Apart, apart);
            Set(ValueFeature.OtherTime, values.HasTimeAhead(left.Unit) != values.HasTimeAhead(right.Unit));
        }

        Set(ValueFeature.Held, Math.Log(1 + Holders(left, right) + Holders(right, left)));
        Set(ValueFeature.Lonely, (values.IsLonely(left) ? 1 : 0) + (values.IsLonely(right) ? 1 : 0));
        Set(ValueFeature.OtherPlaces, values.HaveOtherPlaces(left.Unit, right.Unit));
        Set(ValueFeature.OnePlace, values.PlacesOf(left.Unit).Length > 0 != values.PlacesOf(right.Unit).Length > 0);
        bool isOfKind = values.KindsOf(left.Unit).Overlaps(values.KindsOf(right.Unit));
        Set(ValueFeature.SameKind, isOfKind);
        Set(ValueFeature.Unmet, !isOfKind && clauses[(int)PairFeature.SharedContent] + features[(int)ValueFeature.SharedAround] + clauses[(int)PairFeature.SharedNames] == 0);
        Set(ValueFeature.Rivals, Math.Log(1 + CountRivals(left, right) + CountRivals(right, left)));
        Set(ValueFeature.Crowd, Math.Log(values.Of(left.Unit.Index).Count(side => ReadingValues.DimensionOf(side) == dimension) + values.Of(right.Unit.Index).Count(side => ReadingValues.DimensionOf(side) == dimension)) - Math.Log(2));
        Set(ValueFeature.SameWordBefore, WordBefore(left) is string before && before == WordBefore(right));
        Set(ValueFeature.Distance, clauses[(int)PairFeature.Distance]);
        Set(ValueFeature.SameWidth, isDate ? left.Width == right.Width : (left.Width > 0) == (right.Width > 0));
        Set(ValueFeature.SameBeside, values.AreBesideOneNoun(left, right));
        Set(ValueFeature.Part, values.IsMarked(left, FigureMark.Part) != values.IsMarked(right, FigureMark.Part));
        Set(ValueFeature.Interim, values.IsMarked(left, FigureMark.Interim) || values.IsMarked(right, FigureMark.Interim));
        Set(ValueFeature.Length, dimension == ReadingValues.LengthDimension);
        Set(ValueFeature.Money, ReadingValues.IsMoney(dimension));
        Set(ValueFeature.NearLike, values.LikenessAround(left, right));
        (bool givesBoth, double toldApart) = values.TellApart(left, right);
        Set(ValueFeature.GivesBoth, givesBoth);
        Set(ValueFeature.ToldApart, toldApart);
        Set(ValueFeature.TwoCounts, values.AreTwoCounts(left, right));
        Set(ValueFeature.SentenceAligned, OddsAround(left.Unit, right.Unit));
        (string? fate, string? otherFate) = (values.FateOf(left), values.FateOf(right));
        Set(ValueFeature.SameFate, fate is not null && fate == otherFate);
        double nats = isDate ? 0 : StoryValues.SurpriseOfCounted(left, right);
        Set(ValueFeature.CountedNats, nats);
        Set(ValueFeature.OtherPeople, !isDate && values.HaveOtherPeople(left.Unit, right.Unit));
        Set(ValueFeature.Figures, isDate ? 0 : Math.Log(Math.Max(2, left.Unit.Quantities.Length + right.Unit.Quantities.Length)) - Math.Log(2));
        Set(ValueFeature.Ordinal, left.IsOrdinal);
        Set(ValueFeature.AcrossLanguages, left.Unit.Language != right.Unit.Language);
        Set(ValueFeature.Weight, clauses[(int)PairFeature.GreaterWeight]);
        if (!isDate)
        {
            foreach ((ValueFeature of, PairFeature clause) in OfClausesOfFigures)
                Set(of, clauses[(int)clause]);
        }

        Set(ValueFeature.OtherOfKind, values.SpeaksOfAnother(left.Unit) != values.SpeaksOfAnother(right.Unit));
        Set(ValueFeature.SoleCount, nats > 0 && features[(int)ValueFeature.Rivals] == 0);
        if (isDate)
        {
            foreach ((ValueFeature of, PairFeature clause) in OfClausesOfDates)
                Set(of, clauses[(int)clause]);
            Set(ValueFeature.OnePoint, values.AreInOnePoint(left.Unit, right.Unit));
            Set(ValueFeature.DateBorder, values.AreBorders(left, right));
            Set(ValueFeature.DateOtherBorder, values.IsMarked(left, FigureMark.Border) != values.IsMarked(right, FigureMark.Border));
        }

        return features;

        void Set(ValueFeature feature, IConvertible value) => features[(int)feature] = value.ToDouble(null);
    }

    /// <summary>Log odds of the likeliest other pair of clauses of two sentences; the least where there is none.</summary>
    private double OddsAround(Unit left, Unit right)
    {
        double best = 0;
        foreach (Unit one in values.Sentence(left))
        {
            foreach (Unit other in values.Sentence(right))
                best = one == left && other == right ? best : Math.Max(best, values.Alignment.LikelinessOf(one, other));
        }

        best = Math.Clamp(best, 1e-6, 1 - 1e-6);
        return Math.Clamp(Math.Log(best / (1 - best)), -MostOdds, MostOdds);
    }

    /// <summary>Sets what is said of two places.</summary>
    private void ReadPlaces(Side left, Side right, double[] clauses, double odds, double[] features)
    {
        (PlaceRole one, PlaceRole two) = (values.Places.RoleOf(left), values.Places.RoleOf(right));
        bool isOfKind = values.KindsOf(left.Unit).Overlaps(values.KindsOf(right.Unit));
        double around = Math.Min(MostNats, SharedAround(left.Unit, right.Unit));
        Set(ValueFeature.Bias, 1);
        Set(ValueFeature.PlaceEarly, clauses[(int)PairFeature.EarlierPlace]);
        Set(ValueFeature.PlaceThrough, values.OddsThroughOthers(left.Unit, right.Unit, MostOdds));
        if (values.AreBesideOneNoun(left, right))
        {
            Set(ValueFeature.Place, 1);
            Set(ValueFeature.PlaceAligned, odds);
            Set(ValueFeature.PlaceAround, around);
            return;
        }

        Set(ValueFeature.PlaceAlone, 1);
        Set(ValueFeature.PlaceOdds, odds);
        Set(ValueFeature.PlaceSameRole, one is not PlaceRole.None && AtOf(one) == AtOf(two) ? 1 : 0);
        Set(ValueFeature.PlaceOtherRole, one is not PlaceRole.None && two is not PlaceRole.None && AtOf(one) != AtOf(two) ? 1 : 0);
        Set(ValueFeature.PlaceAttribute, (values.Places.IsAttribute(left) ? 1 : 0) + (values.Places.IsAttribute(right) ? 1 : 0));
        Set(ValueFeature.PlaceNoRole, (one is PlaceRole.None ? 1 : 0) + (two is PlaceRole.None ? 1 : 0));
        Set(ValueFeature.PlaceKind, isOfKind ? 1 : 0);
        Set(ValueFeature.PlaceHeld, Math.Log(1 + values.Places.CountNaming(left, right) + values.Places.CountNaming(right, left)));
        Set(ValueFeature.PlaceBoth, Math.Log(1 + values.Places.CountNamingBoth(left, right)));
        Set(ValueFeature.PlaceRivals, Math.Log(1 + values.CountOtherPlaces(left, right) + values.CountOtherPlaces(right, left)));
        Set(ValueFeature.PlaceDistance, clauses[(int)PairFeature.Distance]);
        Set(ValueFeature.PlaceUnmet, !isOfKind && clauses[(int)PairFeature.SharedContent] + around + clauses[(int)PairFeature.SharedNames] == 0 ? 1 : 0);

        void Set(ValueFeature feature, double value) => features[(int)feature] = value;
        static PlaceRole AtOf(PlaceRole role) => role is PlaceRole.Near ? PlaceRole.In : role;
    }

    /// <summary>Nats of words that the sentences share and the clauses don't; the rarer account's count.</summary>
    private double SharedAround(Unit left, Unit right)
    {
        HashSet<int> here = KeysOf(left), there = KeysOf(right), clause = [.. left.Terms.SelectMany(static term => term.Keys)];
        clause.IntersectWith(right.Terms.SelectMany(static term => term.Keys));
        double sum = 0;
        foreach (UnitTerm term in values.Sentence(left).SelectMany(static unit => unit.Terms).Where(static term => term.Kind is UnitTermKind.Content))
        {
            int at = Array.FindIndex(term.Keys, key => there.Contains(key) && here.Contains(key) && !clause.Contains(key));
            if (at >= 0)
                sum += term.Information * term.KeySurprise[at];
        }

        return sum;
    }

    private HashSet<int> KeysOf(Unit unit)
    {
        (int, int) sentence = (unit.Account, unit.Sentence);
        if (!_keysOfSentence.TryGetValue(sentence, out HashSet<int>? keys))
            _keysOfSentence[sentence] = keys = [.. values.Sentence(unit).SelectMany(static unit => unit.Terms).SelectMany(static term => term.Keys)];
        return keys;
    }

    private int CountRivals(Side side, Side other) => values.Of(side.Unit.Account, ReadingValues.DimensionOf(side))
        .Count(rival => rival.Unit != side.Unit && (ReadingValues.DimensionOf(side) != ReadingValues.CountDimension
            || (values.FateOf(rival) is string fate && values.FateOf(other) is string otherFate ? fate == otherFate : ReadingValues.CountSame(rival, other))));

    private string? WordBefore(Side side)
    {
        AccountText text = values.TextOf(side.Unit);
        int at = text.WordAt(side.Span.Start) - 1;
        return at >= 0 && text.Words[at].Term.IsFunctionWord ? text.Words[at].Term.Folded : null;
    }

    /// <summary>Third accounts that give the value where they surely state what its clause states.</summary>
    private int Holders(Side side, Side other) =>
        values.Met(side.Unit).Where(met => met.Account != other.Unit.Account && values.Of(met.Index).Any(held => values.Compare(held, side) == Agreement.Compatible)).Select(static met => met.Account).Distinct().Count();
}
