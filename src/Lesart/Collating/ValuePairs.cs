using System.Collections.Immutable;
using System.Globalization;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Finds values of different accounts that measure, count or date in one dimension and exclude one another, and reads what speaks for and against one thing told in two ways.</summary>
/// <remarks>The index of the clauses proposes: clauses that share a key, the other clauses of their sentences where they surely meet, and figures with the same digits.</remarks>
internal sealed class ValuePairs
{
    private const double SureEnough = 0.3;
    private const double MostOdds = 4;
    private const double MostNats = 12;
    private const double RoundingShare = 0.03;
    private const string YearUnit = "a"; // UCUM
    private const double MinForShares = 0.5;
    private const double MinForBareFigures = 0.5;
    private const int DaysOfNews = 7;
    private const int MaxTimesOfPart = 5;
    private const int MaxHoursApart = 6;
    private const int MaxDaysAhead = 180; // a day without its year that lies further ahead may be last year's
    private const int MaxWordsWithoutYear = 2; // "4. November", but not "March of next year"
    private const int DaysOfYear = 365;
    private const int MaxSides = 60; // of one account and dimension; a table of figures is no narration

    private readonly IReadOnlyList<AccountText> _texts;
    private readonly ImmutableArray<Unit> _units;
    private readonly Alignment _alignment;
    private readonly PairReader _reader;
    private readonly ILookup<int, Side> _ofUnit;
    private readonly ILookup<(int Account, string Dimension), Side> _ofAccount;
    private readonly ILookup<(int Account, int Sentence), Unit> _sentences;
    private readonly Dictionary<int, List<(int Other, double Likely)>> _met = [];
    private readonly Dictionary<(int, int), HashSet<int>> _keysOfSentence = [];
    private readonly Dictionary<int, HashSet<string>> _kinds = [];

    public ValuePairs(IReadOnlyList<AccountText> texts, ImmutableArray<Unit> units, Alignment alignment)
    {
        (_texts, _units, _alignment) = (texts, units, alignment);
        _reader = alignment.Reader;
        Side[] sides = [.. units.SelectMany(unit => ReadingValues.Dates(unit).Concat(ReadingValues.Lengths(unit)).Concat(ReadingValues.Figures(unit)).Where(side => !IsAge(side)))];
        _ofUnit = sides.ToLookup(static side => side.Unit.Index);
        _ofAccount = sides.ToLookup(side => (side.Unit.Account, ReadingValues.DimensionOf(side)));
        _sentences = units.ToLookup(static unit => (unit.Account, unit.Sentence));
        foreach (((int left, int right), double likely) in alignment.Likely.Where(static pair => pair.Value >= SureEnough).OrderBy(static pair => pair.Key))
        {
            foreach ((int unit, int other) in ((int, int)[])[(left, right), (right, left)])
            {
                if (!_met.TryGetValue(unit, out List<(int, double)>? list))
                    _met[unit] = list = [];
                list.Add((other, likely));
            }
        }
    }

    /// <summary>Pairs of values that were looked at and put aside, with the reason.</summary>
    public IEnumerable<(Side Left, Side Right, string Why)> PutAside() => Candidates()
        .SelectMany(pair => _ofUnit[pair.Left].SelectMany(left => _ofUnit[pair.Right].Select(right => (left, right, Compare(left, right) is Agreement.Different ? Against(left, right) : Compare(left, right).ToString()))))
        .Where(static item => item.Item3 is not null).Select(static item => (item.left, item.right, item.Item3!));

    /// <summary>Pairs of values that exclude one another, the earlier clause's first, with their features.</summary>
    public IEnumerable<(Side Left, Side Right, double[] Features)> Find()
    {
        foreach ((int left, int right) in Candidates())
        {
            double[]? ofClauses = null;
            foreach (Side one in _ofUnit[left])
            {
                foreach (Side other in _ofUnit[right])
                {
                    if (Compare(one, other) == Agreement.Different && Against(one, other) is null)
                        yield return (one, other, Read(one, other, ofClauses ??= _reader.Read(one.Unit, other.Unit)));
                }
            }
        }
    }

    /// <summary>What two values say about each other if they are of one thing.</summary>
    public Agreement Compare(Side left, Side right) => !ReadingValues.AreOfOneDimension(left, right)
        ? Agreement.Incomparable
        : left.Time is null ? ReadingValues.CompareSizes(left, right)
        : left.Time.Type is TimeType.Duration ? ReadingValues.CompareLengths(left, right)
        : ReadingValues.Compare(left, right, Quote(left), Quote(right));

    /// <summary>Values that agree with one, in clauses of other accounts that surely state the same.</summary>
    public IEnumerable<Side> Agreeing(Side side) => !_met.TryGetValue(side.Unit.Index, out List<(int Other, double Likely)>? met) ? []
        : met.SelectMany(pair => _ofUnit[pair.Other]).Where(other => Compare(side, other) == Agreement.Compatible);

    private SortedSet<(int Left, int Right)> Candidates()
    {
        SortedSet<(int, int)> pairs = [];
        foreach (((int left, int right), double likely) in _alignment.Likely)
        {
            if (_ofUnit.Contains(left) && _ofUnit.Contains(right))
                pairs.Add((left, right));
            if (likely < SureEnough)
                continue;
            foreach (Unit one in _sentences[(_units[left].Account, _units[left].Sentence)].Where(unit => _ofUnit.Contains(unit.Index)))
            {
                foreach (Unit other in _sentences[(_units[right].Account, _units[right].Sentence)].Where(unit => _ofUnit.Contains(unit.Index)))
                    pairs.Add((one.Index, other.Index));
            }
        }

        Add(_ofUnit.SelectMany(static sides => sides).SelectMany(side => KindsOf(side.Unit).Select(kind => (Side: side, Key: (ReadingValues.DimensionOf(side), kind)))).GroupBy(static item => item.Key, static item => item.Side));
        Add(_ofUnit.SelectMany(static sides => sides).Where(side => side.Quantity is not null && ReadingValues.IsMeasure(side) && IsLonely(side)).GroupBy(static side => (ReadingValues.DimensionOf(side), OrderOf(side).ToString(CultureInfo.InvariantCulture))));
        Add(_ofUnit.SelectMany(static sides => sides).Where(static side => side.Quantity is not null && ReadingValues.DigitsOf(side).Distinct().Count() > 1)
            .GroupBy(static side => (ReadingValues.DimensionOf(side), string.Concat(ReadingValues.DigitsOf(side).Order()))));
        return pairs;

        void Add(IEnumerable<IEnumerable<Side>> groups)
        {
            foreach (Side[] sides in groups.Select(static group => group.Take(MaxSides).ToArray()))
            {
                foreach ((Side one, Side other) in sides.SelectMany((one, at) => sides.Skip(at + 1).Select(other => (one, other))).Where(static pair => pair.one.Unit.Account != pair.other.Unit.Account && pair.one.Value != pair.other.Value))
                    pairs.Add((Math.Min(one.Unit.Index, other.Unit.Index), Math.Max(one.Unit.Index, other.Unit.Index)));
            }
        }
    }

    private double[] Read(Side left, Side right, double[] clauses)
    {
        double[] features = new double[ValueWeights.Width];
        string dimension = ReadingValues.DimensionOf(left);
        double likely = Math.Clamp(_alignment.LikelinessOf(left.Unit, right.Unit), 1e-6, 1 - 1e-6);
        bool isDate = left.Time is { Type: not TimeType.Duration };
        Set(ValueFeature.Bias, 1);
        Set(ValueFeature.Date, isDate);
        Set(ValueFeature.Share, dimension == ReadingValues.ShareDimension);
        Set(ValueFeature.Count, dimension == ReadingValues.CountDimension);
        Set(ValueFeature.Clock, dimension == ReadingValues.ClockDimension);
        Set(ValueFeature.Aligned, Math.Clamp(Math.Log(likely / (1 - likely)), -MostOdds, MostOdds));
        Set(ValueFeature.SharedContent, clauses[(int)PairFeature.SharedContent]);
        Set(ValueFeature.SharedVerb, clauses[(int)PairFeature.SharedVerb]);
        Set(ValueFeature.SharedNames, clauses[(int)PairFeature.SharedNames]);
        Set(ValueFeature.OtherNames, clauses[(int)PairFeature.OtherNames]);
        Set(ValueFeature.SharedAround, Math.Min(MostNats, SharedAround(left.Unit, right.Unit)));
        (string one, string two) = (ReadingValues.DigitsOf(left), ReadingValues.DigitsOf(right));
        Set(ValueFeature.SwappedDigits, HaveSwappedDigits(left, right));
        Set(ValueFeature.OneDigit, isDate && one.Length > 1 && one.Length == two.Length && one.Zip(two).Count(static pair => pair.First != pair.Second) == 1);
        if (isDate)
        {
            Set(ValueFeature.Apart, ApartOf(left, right));
            Set(ValueFeature.OtherTime, IsAhead(left) != IsAhead(right));
        }
        else
        {
            bool isMet = ReadingValues.CountSame(left, right);
            Set(ValueFeature.SameCounted, isMet);
            Set(ValueFeature.OtherCounted, !isMet && left.Counted.Length > 0 && right.Counted.Length > 0);
            double apart = left.Size > 0 && right.Size > 0 ? Math.Abs(Math.Log10(left.Size / right.Size)) : 0;
            Set(ValueFeature.TenTimes, apart > 0 && one.TrimEnd('0') == two.TrimEnd('0'));
            Set(ValueFeature.Apart, apart);
            Set(ValueFeature.OtherTime, HasTimeAhead(left.Unit) != HasTimeAhead(right.Unit));
        }

        Set(ValueFeature.Held, Math.Log(1 + Holders(left, right) + Holders(right, left)));
        Set(ValueFeature.Lonely, (IsLonely(left) ? 1 : 0) + (IsLonely(right) ? 1 : 0));
        Set(ValueFeature.OtherPlaces, HaveOtherPlaces(left.Unit, right.Unit));
        Set(ValueFeature.OnePlace, PlacesOf(left.Unit).Length > 0 != PlacesOf(right.Unit).Length > 0);
        bool isOfKind = KindsOf(left.Unit).Overlaps(KindsOf(right.Unit));
        Set(ValueFeature.SameKind, isOfKind);
        Set(ValueFeature.Unmet, !isOfKind && features[(int)ValueFeature.SharedContent] + features[(int)ValueFeature.SharedAround] + features[(int)ValueFeature.SharedNames] == 0);
        Set(ValueFeature.Rivals, Math.Log(1 + CountRivals(left, right) + CountRivals(right, left)));
        Set(ValueFeature.Crowd, Math.Log(_ofUnit[left.Unit.Index].Count(side => ReadingValues.DimensionOf(side) == dimension) + _ofUnit[right.Unit.Index].Count(side => ReadingValues.DimensionOf(side) == dimension)) - Math.Log(2));
        Set(ValueFeature.SameWordBefore, WordBefore(left) is string before && before == WordBefore(right));
        Set(ValueFeature.Distance, clauses[(int)PairFeature.Distance]);
        Set(ValueFeature.SameWidth, isDate ? left.Width == right.Width : (left.Width > 0) == (right.Width > 0));
        return features;

        void Set(ValueFeature feature, IConvertible value) => features[(int)feature] = value.ToDouble(null);
    }

    /// <summary>Why the values are surely not of one thing; null where nothing speaks against it.</summary>
    public string? Against(Side left, Side right)
    {
        string dimension = ReadingValues.DimensionOf(left);
        double likely = _alignment.LikelinessOf(left.Unit, right.Unit);
        bool isCount = dimension == ReadingValues.CountDimension && ReadingValues.DimensionOf(right) == dimension;
        bool isDate = left.Time is { Type: not TimeType.Duration };
        if (isDate && IsAhead(left) != IsAhead(right) && !IsYearOpen(left) && !IsYearOpen(right))
            return "one is over, the other is to come";
        if (isCount && !ReadingValues.CountSame(left, right) && !(HaveSwappedDigits(left, right) && ReadingValues.DigitsOf(left).Length > 2)
            && !(left.Counted.Length == 0 || right.Counted.Length == 0 ? likely >= MinForBareFigures : CountKin(left, right)))
            return "other things are counted";
        if (SpeaksOfAnother(left.Unit) != SpeaksOfAnother(right.Unit))
            return "one clause speaks of another of the kind";
        if (dimension == ReadingValues.ClockDimension && ApartOf(left, right) > Math.Log10(1 + MaxHoursApart))
            return "too many hours apart";
        if ((isCount || dimension == ReadingValues.LengthDimension) && left.Size > 0 && right.Size > 0 && Math.Max(left.Size, right.Size) > MaxTimesOfPart * Math.Min(left.Size, right.Size))
            return "a part and its whole";
        if ((isCount || dimension == ReadingValues.ShareDimension) && HaveOtherPlaces(left.Unit, right.Unit))
            return "other places";
        if (dimension == ReadingValues.ShareDimension && likely < MinForShares && !HaveSwappedDigits(left, right))
            return "shares of what is not said";
        if (!isDate && HaveOtherTimes(left.Unit, right.Unit))
            return "told of other times";
        if (Gives(left.Unit, right) || Gives(right.Unit, left))
            return "one clause gives both";
        bool isOfTheDay = isDate && IsNear(left) && IsNear(right); // any account names the days of the news for one thing or another
        if (!isOfTheDay && (GivesToo(left.Unit.Account, right) || GivesToo(right.Unit.Account, left)))
            return "one account gives both";
        return !isOfTheDay && Enumerable.Range(0, _texts.Count).Any(account => account != left.Unit.Account && account != right.Unit.Account && Given(account, left).Any(one => Given(account, right).Any(other => !ReferenceEquals(one, other))))
            ? "a third account gives both"
            : null;
    }

    private bool IsNear(Side side) => _texts[side.Unit.Account].Account.Published is PublicationTime published && Math.Abs(side.Time!.From!.Value.DayNumber - published.Day.DayNumber) <= DaysOfNews; // asked of dates

    /// <summary>Days between two dates, hours between two times of day, as a logarithm.</summary>
    private double ApartOf(Side left, Side right) => Math.Log10(1 + (ReadingValues.TryClock(left.Time!.Value, out int first) && ReadingValues.TryClock(right.Time!.Value, out int second) ? Math.Abs(first - second) / 60.0 : DaysApart(left, right))); // asked of dates

    /// <summary>Days between two dates; where one is told without its year, by the nearest that it can be.</summary>
    private int DaysApart(Side left, Side right)
    {
        int days = Math.Abs(left.Time!.From!.Value.DayNumber - right.Time!.From!.Value.DayNumber); // dates carry their days
        return HasYear(left) && HasYear(right) ? days : Math.Min(days % DaysOfYear, DaysOfYear - (days % DaysOfYear));
    }

    private bool IsYearOpen(Side side) => !HasYear(side) && _texts[side.Unit.Account].Account.Published is PublicationTime published && side.Time!.From!.Value.DayNumber - published.Day.DayNumber > MaxDaysAhead; // asked of dates

    /// <summary>Whether the nouns that two figures count can call the same: people, or things of one kind; a figure without a noun counts what the other does.</summary>
    private bool CountKin(Side left, Side right)
    {
        if (left.Quantity!.Unit is string unit && unit == right.Quantity!.Unit) // figures carry their quantity
            return true;
        NounFamily[] one = FamiliesOf(left), other = FamiliesOf(right);
        if (one.Length == 0 || other.Length == 0)
            return _alignment.LikelinessOf(left.Unit, right.Unit) >= MinForBareFigures;
        return Array.Exists(one, family => Array.Exists(other, kin => family.IsKin(kin) || (family.Kind is NounKind.Person && kin.Kind is NounKind.Person)));
    }

    private NounFamily[] FamiliesOf(Side side)
    {
        AccountText text = _texts[side.Unit.Account];
        return side.Quantity is { } quantity && (quantity.Unit ?? quantity.Of) is string noun && text is { Lexicon: TermLexicon lexicon, Families: NounFamilies families } ? families.Of(lexicon.Look(noun)) : [];
    }

    private bool HasYear(Side side) => Quote(side) is string words && (ReadingValues.NamesYear(words) || words.Split(' ').Length > MaxWordsWithoutYear);

    /// <summary>An age stands as one word or in brackets ("the 29-year-old", "Muster, 63,"): it says who is meant.</summary>
    private bool IsAge(Side side) => side.Quantity?.Unit == YearUnit && !Quote(side).Contains(' ', StringComparison.Ordinal);

    /// <summary>Nats of words that the sentences share and the clauses don't; the rarer account's count.</summary>
    private double SharedAround(Unit left, Unit right)
    {
        HashSet<int> here = KeysOf(left), there = KeysOf(right), clause = [.. left.Terms.SelectMany(static term => term.Keys)];
        clause.IntersectWith(right.Terms.SelectMany(static term => term.Keys));
        double sum = 0;
        foreach (UnitTerm term in _sentences[(left.Account, left.Sentence)].SelectMany(static unit => unit.Terms).Where(static term => term.Kind is UnitTermKind.Content))
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
            _keysOfSentence[sentence] = keys = [.. _sentences[sentence].SelectMany(static unit => unit.Terms).SelectMany(static term => term.Keys)];
        return keys;
    }

    /// <summary>Third accounts that give the value where they surely state what its clause states.</summary>
    private int Holders(Side side, Side other) => !_met.TryGetValue(side.Unit.Index, out List<(int Other, double Likely)>? met) ? 0
        : met.Where(pair => _units[pair.Other].Account != other.Unit.Account && _ofUnit[pair.Other].Any(held => Compare(held, side) == Agreement.Compatible)).Select(pair => _units[pair.Other].Account).Distinct().Count();

    /// <summary>Whether a clause gives a value, of whatever thing.</summary>
    private bool Gives(Unit unit, Side side) => _ofUnit[unit.Index].Any(other => Compare(other, side) == Agreement.Compatible || (other.Size > 0 && ReadingValues.DimensionOf(other) == ReadingValues.DimensionOf(side) && Math.Abs(other.Size - side.Size) <= RoundingShare * other.Size));

    private bool GivesToo(int account, Side side) => Given(account, side).Any();

    /// <summary>The values of an account that agree with one and are of the same kind of thing.</summary>
    private IEnumerable<Side> Given(int account, Side side) => _ofAccount[(account, ReadingValues.DimensionOf(side))].Take(MaxSides)
        .Where(other => other.Quantity is not { Value: null } && Compare(other, side) == Agreement.Compatible && (side.Quantity is null || side.Counted.Length == 0 || other.Counted.Length == 0 || ReadingValues.CountSame(side, other)));

    private int CountRivals(Side side, Side other) => _ofAccount[(side.Unit.Account, ReadingValues.DimensionOf(side))].Take(MaxSides)
        .Count(rival => rival.Unit != side.Unit && (ReadingValues.DimensionOf(side) != ReadingValues.CountDimension || ReadingValues.CountSame(rival, other)));

    /// <summary>A figure of the morning and one of the evening, of last year and of this one, are told of two times.</summary>
    private bool HaveOtherTimes(Unit left, Unit right)
    {
        Side[] one = [.. ReadingValues.Dates(left)], two = [.. ReadingValues.Dates(right)];
        return one.Length > 0 && two.Length > 0 && !one.Any(side => two.Any(other => ReadingValues.Compare(side, other, Quote(side), Quote(other)) != Agreement.Different));
    }

    private bool HasTimeAhead(Unit unit) => ReadingValues.Dates(unit).Any(IsAhead);

    private bool IsAhead(Side side) => _texts[side.Unit.Account].Account.Published is PublicationTime published && side.Time!.From > published.Day; // only asked of dates

    /// <summary>Whether its account gives one value of its dimension and size only.</summary>
    private bool IsLonely(Side side) => side.Time is null or { Type: TimeType.Duration } && ReadingValues.DimensionOf(side) is string dimension && dimension != ReadingValues.CountDimension
        && _ofAccount[(side.Unit.Account, dimension)].Count(other => Math.Abs(OrderOf(other) - OrderOf(side)) <= 1) == 1;

    /// <summary>Digits before the decimal mark.</summary>
    private static int OrderOf(Side side) => side.Size >= 1 ? (int)Math.Log10(side.Size) : 0;

    private static bool HaveSwappedDigits(Side left, Side right)
    {
        (string one, string two) = (ReadingValues.DigitsOf(left), ReadingValues.DigitsOf(right));
        return one.Length > 1 && one.Length == two.Length && one != two && one.Order().SequenceEqual(two.Order());
    }

    private bool HaveOtherPlaces(Unit left, Unit right)
    {
        (string[] here, string[] there) = (PlacesOf(left), PlacesOf(right));
        return here.Length > 0 && there.Length > 0 && !here.Intersect(there, StringComparer.Ordinal).Any();
    }

    private string[] PlacesOf(Unit unit) => [.. unit.Mentions.Where(mention => mention.Kind is MentionKind.Name
        && _texts[unit.Account].Account.Entities.Any(entity => entity.Id == mention.Entity && entity.Type is EntityType.GeoPolitical or EntityType.Location)).Select(static mention => mention.Entity).Distinct(StringComparer.Ordinal)];

    /// <summary>Kinds of events and things that the clause's nouns call, at their roots: "leak" and "collision" are accidents.</summary>
    private HashSet<string> KindsOf(Unit unit)
    {
        if (_kinds.TryGetValue(unit.Index, out HashSet<string>? kinds))
            return kinds;
        AccountText text = _texts[unit.Account];
        _kinds[unit.Index] = kinds = new(StringComparer.Ordinal);
        for (int i = text.WordAt(unit.Span.Start); i < text.Words.Length && text.Words[i].Start < unit.Span.End; i++)
        {
            if (text.Words[i].Term is { IsFunctionWord: false } term && text.Families is NounFamilies families)
                kinds.UnionWith(families.Of(term).Where(static family => family.Kind is NounKind.Event or NounKind.Document or NounKind.Thing).Select(static family => family.Path.Split('/')[0]));
        }

        return kinds;
    }

    /// <summary>Whether the clause says that it tells of another thing of the kind ("a similar case", "the neighbouring valley").</summary>
    private bool SpeaksOfAnother(Unit unit)
    {
        AccountText text = _texts[unit.Account];
        for (int i = text.WordAt(unit.Span.Start); i < text.Words.Length && text.Words[i].Start < unit.Span.End; i++)
        {
            if (text.Families is NounFamilies families && families.IsAnother(text.Words[i].Term))
                return true;
        }

        return false;
    }

    private string? WordBefore(Side side)
    {
        AccountText text = _texts[side.Unit.Account];
        int at = text.WordAt(side.Span.Start) - 1;
        return at >= 0 && text.Words[at].Term.IsFunctionWord ? text.Words[at].Term.Folded : null;
    }

    private string Quote(Side side) => side.Span.In(_texts[side.Unit.Account].Text).ToString().ReplaceLineEndings(" ");
}
