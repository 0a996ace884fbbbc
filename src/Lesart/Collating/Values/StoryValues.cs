using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>The figures, dates and lengths of time of a story's clauses, and what their accounts tell of each: of which day and place it is, what else they give.</summary>
internal sealed class StoryValues
{
    private const double SureEnough = 0.3;
    private const int MaxWordsWithoutYear = 2; // "4. November", but not "March of next year"
    private const int DaysOfYear = 365;
    private const int MaxWordsToNoun = 3;
    private const int MaxWordsAround = 3; // on either side
    private const int MaxDaysVaguer = 7;
    private const double RoundedShare = 0.12; // a sixth of 15 percent, a fifth of 22
    private const double MostOfLeast = 0.9; // of "more than an hour": 54 minutes round it
    private const double MostTimesLeast = 1.25; // nine hours are more than eight, not more than six
    private const int MinLettersOfUnit = 4;
    private const int MaxSides = 60; // of one account and dimension; a table of figures is no narration

    private readonly IReadOnlyList<AccountText> _texts;
    private readonly ILookup<int, Side> _ofUnit;
    private readonly ILookup<(int Account, string Dimension), Side> _ofAccount;
    private readonly ILookup<(int Account, int Sentence), Unit> _sentences;
    private readonly Dictionary<int, List<Unit>> _met = [];
    private readonly Dictionary<int, HashSet<string>> _kinds = [];
    private readonly Dictionary<Side, (string Lemma, WordVector? Vector)[]> _around = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<int, string[]> _people = []; // by clause
    private readonly Dictionary<Side, string> _fates = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Side, string> _sums = new(ReferenceEqualityComparer.Instance);
    private readonly Lazy<(Side One, Side Two)[]> _twoCounts;
    private ILookup<int, int>? _pointsOf;

    public StoryValues(IReadOnlyList<AccountText> texts, ImmutableArray<Unit> units, Alignment alignment)
    {
        (_texts, Alignment, Places) = (texts, alignment, new StoryPlaces(texts, units));
        SurelyMet = [.. alignment.Likely.Where(static pair => pair.Value >= SureEnough).Select(static pair => pair.Key).Order().Select(pair => (units[pair.Left], units[pair.Right]))];
        Side[] sides = [.. units.SelectMany(unit => Dates(unit).Concat(ReadingValues.Lengths(unit)).Concat(ReadingValues.Figures(unit)).Where(side => !AgeFinder.IsAge(TextOf(side.Unit), side) && !FigurePieces.IsPiece(TextOf(side.Unit), side)).Concat(TextOf(unit).Ordinals?.Find(TextOf(unit), unit) ?? []).Concat(Places.Of(unit)))];
        HashSet<int> peopled = [.. sides.Where(IsCountOfPeople).Select(static side => side.Unit.Index)];
        sides = [.. sides, .. SurelyMet.SelectMany(static pair => ((Unit Unit, Unit Other)[])[(pair.Left, pair.Right), (pair.Right, pair.Left)])
            .Where(pair => peopled.Contains(pair.Other.Index) && !peopled.Contains(pair.Unit.Index)).Select(static pair => pair.Unit).DistinctBy(static unit => unit.Index).OrderBy(static unit => unit.Index).SelectMany(SinglePerson)];
        _ofUnit = sides.ToLookup(static side => side.Unit.Index);
        _ofAccount = sides.ToLookup(side => (side.Unit.Account, ReadingValues.DimensionOf(side)));
        _sentences = units.ToLookup(static unit => (unit.Account, unit.Sentence));
        _twoCounts = new(() => [.. texts.SelectMany(text => TwoCountsFinder.Find(text, [.. units.Where(unit => unit.Account == text.Index)])).Select(static counts => (counts.One, counts.Two)),
            .. sides.GroupBy(static side => side.Unit.Account).SelectMany(account => TwoCountsFinder.FindTold(texts[account.Key], account, FateOf))]);
        foreach (IGrouping<Unit, Side> clause in sides.Where(static side => side.Quantity is not null && !side.IsOrdinal && ReadingValues.DimensionOf(side) == ReadingValues.CountDimension).GroupBy(static side => side.Unit))
        {
            Side[] counts = [.. clause.OrderBy(static side => side.Span.Start)];
            string?[] fates = TextOf(clause.Key).Fates?.Read(TextOf(clause.Key), clause.Key, [.. counts.Select(static side => side.Span)]) ?? [];
            foreach ((Side side, string? fate) in counts.Zip(fates))
            {
                if (fate is not null)
                    _fates[side] = fate;
            }
        }

        foreach (IGrouping<Unit, Side> clause in sides.Where(static side => side.Quantity is not null && ReadingValues.IsMoney(ReadingValues.DimensionOf(side))).GroupBy(static side => side.Unit))
        {
            Side[] sums = [.. clause.OrderBy(static side => side.Span.Start)];
            string?[] kinds = TextOf(clause.Key).Sums?.Read(TextOf(clause.Key), clause.Key, [.. sums.Select(static side => side.Span)]) ?? [];
            foreach ((Side side, string? kind) in sums.Zip(kinds).Where(static item => item.Second is not null))
                _sums[side] = kind!; // filtered
        }

        // the very sum of which another account says what it is
        foreach (IGrouping<string, Side> sum in sides.Where(static side => side.Quantity is { Value: not null } && ReadingValues.IsMoney(ReadingValues.DimensionOf(side))).GroupBy(static side => side.Value, StringComparer.Ordinal).ToArray())
        {
            if (sum.Where(_sums.ContainsKey).Select(side => _sums[side]).Distinct(StringComparer.Ordinal).ToArray() is [string kind])
            {
                foreach (Side side in sum)
                    _sums[side] = kind;
            }
        }

        foreach ((Unit left, Unit right) in SurelyMet)
        {
            foreach ((Unit unit, Unit other) in ((Unit, Unit)[])[(left, right), (right, left)])
            {
                if (!_met.TryGetValue(unit.Index, out List<Unit>? list))
                    _met[unit.Index] = list = [];
                list.Add(other);
            }
        }
    }

    public Alignment Alignment { get; }

    /// <summary>The places that the accounts name.</summary>
    public StoryPlaces Places { get; }

    /// <summary>Number of accounts.</summary>
    public int Accounts => _texts.Count;

    /// <summary>Pairs of clauses that likely state the same, the earlier first.</summary>
    public ImmutableArray<(Unit Left, Unit Right)> SurelyMet { get; }

    /// <summary>All values by clause.</summary>
    public IEnumerable<Side> All => _ofUnit.SelectMany(static sides => sides);

    public AccountText TextOf(Unit unit) => _texts[unit.Account];

    public IEnumerable<Side> Of(int unit) => _ofUnit[unit];

    public bool Has(int unit) => _ofUnit.Contains(unit);

    /// <summary>The clauses of a clause's sentence.</summary>
    public IEnumerable<Unit> Sentence(Unit unit) => _sentences[(unit.Account, unit.Sentence)];

    /// <summary>Clauses of other accounts that likely state the same.</summary>
    public IReadOnlyList<Unit> Met(Unit unit) => _met.TryGetValue(unit.Index, out List<Unit>? met) ? met : [];

    /// <summary>Values of an account in one dimension.</summary>
    public IEnumerable<Side> Of(int account, string dimension) => _ofAccount[(account, dimension)].Take(MaxSides);

    /// <summary>What two values say about each other if they are of one thing.</summary>
    public Agreement Compare(Side left, Side right) => !ReadingValues.AreOfOneDimension(left, right)
        ? Agreement.Incomparable
        : left.Slot is DifferenceSlot.Place ? Places.Compare(left, right)
        : left.Time is null ? AreInOneWord(left, right) || RoundsShare(left, right) ? Agreement.Compatible : ReadingValues.CompareSizes(left, right)
        : left.Time.Type is TimeType.Duration ? CompareLengths(left, right)
        : ReadingValues.Compare(left, right, Quote(left), Quote(right));

    /// <summary>Whether one of two shares is told in words alone and rounds the other ("jeder Fünfte" of 22 percent).</summary>
    private bool RoundsShare(Side left, Side right) => ReadingValues.DimensionOf(left) == ReadingValues.ShareDimension && ReadingValues.DimensionOf(right) == ReadingValues.ShareDimension && NamesFigure(left) != NamesFigure(right)
        && Math.Abs(left.Size - right.Size) <= RoundedShare * Math.Max(left.Size, right.Size);

    /// <summary>Whether two lengths of time exclude one another: what is longer than one ("more than eight hours") is no shorter one, and may be somewhat longer.</summary>
    private Agreement CompareLengths(Side left, Side right)
    {
        (bool isLeast, bool isOtherLeast) = (IsMarked(left, FigureMark.More), IsMarked(right, FigureMark.More));
        if (isLeast == isOtherLeast)
            return ReadingValues.CompareLengths(left, right);
        (double least, double told) = isLeast ? (left.Size, right.Size) : (right.Size, left.Size);
        return told < MostOfLeast * least ? Agreement.Different : told <= MostTimesLeast * least ? Agreement.Compatible : ReadingValues.CompareLengths(left, right);
    }

    /// <summary>Whether two figures are one number in a unit that one of them names in short ("13 nautical miles", "13 miles").</summary>
    private bool AreInOneWord(Side left, Side right)
    {
        if (left.Quantity is not { Value: decimal figure, Unit: string unit } || right.Quantity is not { Unit: string otherUnit } other || other.Value != figure || unit == otherUnit || left.Unit.Language != right.Unit.Language)
            return false;
        (string one, string two) = (LastWord(Quote(left)), LastWord(Quote(right)));
        return one.Length >= MinLettersOfUnit && two.Length >= MinLettersOfUnit && (one.EndsWith(two, StringComparison.OrdinalIgnoreCase) || two.EndsWith(one, StringComparison.OrdinalIgnoreCase));

        static string LastWord(string words) => words[(words.LastIndexOf(' ') + 1)..];
    }

    /// <summary>Whether a word of the kind stands beside a value.</summary>
    public bool IsMarked(Side side, FigureMark mark) => TextOf(side.Unit) is { Figures: FigureWords words } text && words.Has(mark, text, side.Unit.Span, side.Span);

    /// <summary>What became of those whom a figure counts; null where its clause says nothing of it.</summary>
    public string? FateOf(Side side) => _fates.GetValueOrDefault(side);

    /// <summary>Whether other things became of those whom two figures count: at least 31 dead are none of 41 who fell ill.</summary>
    public bool HaveOtherFates(Side left, Side right) => FateOf(left) is string fate && FateOf(right) is string other && fate != other;

    /// <summary>Whether two sums of money are of two kinds: a price is no fine.</summary>
    public bool AreOtherSums(Side left, Side right) => _sums.TryGetValue(left, out string? kind) && _sums.TryGetValue(right, out string? other) && kind != other;

    /// <summary>How little one would expect of a clause of this story to tell what two figures both count, in nats; 0 where they count two things, or what nobody names.</summary>
    public static double SurpriseOfCounted(Side left, Side right)
    {
        int[] shared = [.. left.Counted.Intersect(right.Counted)];
        double most = 0;
        foreach (UnitTerm term in left.Unit.Terms.Where(static term => term.Kind is UnitTermKind.Counted))
        {
            for (int i = 0; i < term.Keys.Length && i < term.KeySurprise.Length; i++)
                most = shared.Contains(term.Keys[i]) ? Math.Max(most, term.KeySurprise[i]) : most;
        }

        return most;
    }

    /// <summary>Whether something begins or ends with both of two dates.</summary>
    public bool AreBorders(Side left, Side right) => IsMarked(left, FigureMark.Border) && IsMarked(right, FigureMark.Border);

    /// <summary>Whether the same noun stands before both, or one that can call the same ("the islet of", "Insel").</summary>
    public bool AreBesideOneNoun(Side left, Side right)
    {
        if (NounBefore(left) is not Term one || NounBefore(right) is not Term two)
            return false;
        return (left.Unit.Language == right.Unit.Language ? one.Lemma == two.Lemma : NameForms.AreCognates(one.Lemma, two.Lemma))
            || (TextOf(left.Unit).Families?.Of(one) is { Length: > 0 } here && TextOf(right.Unit).Families?.Of(two) is { Length: > 0 } there && Array.Exists(here, family => Array.Exists(there, other => family.Path == other.Path)));
    }

    /// <summary>How like the words beside two values are: the mean of what the words beside the one find beside the other, from 0 to 1.</summary>
    public double LikenessAround(Side left, Side right)
    {
        ((string Lemma, WordVector? Vector)[] one, (string Lemma, WordVector? Vector)[] two) = (WordsAround(left), WordsAround(right));
        if (one.Length == 0 || two.Length == 0)
            return 0;
        return (Mean(one, two) + Mean(two, one)) / 2;

        static double Mean((string Lemma, WordVector? Vector)[] words, (string Lemma, WordVector? Vector)[] others) => words.Average(word => others.Max(other =>
            word.Lemma == other.Lemma ? 1 : word.Vector is not null && other.Vector is not null ? Math.Clamp(word.Vector.LikenessTo(other.Vector), 0, 1) : 0));
    }

    /// <summary>Whether an account gives both values, and how surely it gives them of the two things that the clauses tell: by how likely its clauses and these state the same.</summary>
    public (bool GivesBoth, double ToldApart) TellApart(Side left, Side right)
    {
        (bool gives, double apart) = (false, 0);
        for (int account = 0; account < Accounts; account++)
        {
            foreach (Side one in account == left.Unit.Account ? [left] : Given(account, left))
            {
                foreach (Side other in account == right.Unit.Account ? [right] : Given(account, right))
                {
                    if ((ReferenceEquals(one, left) && ReferenceEquals(other, right)) || ReferenceEquals(one, other))
                        continue;
                    gives = true;
                    double first = ReferenceEquals(one, left) ? 1 : Alignment.LikelinessOf(one.Unit, left.Unit), second = ReferenceEquals(other, right) ? 1 : Alignment.LikelinessOf(other.Unit, right.Unit);
                    apart = Math.Max(apart, Math.Min(first, second));
                }
            }
        }

        return (gives, apart);
    }

    /// <summary>Whether an account tells of two values as two counts of one thing.</summary>
    public bool AreTwoCounts(Side left, Side right) => left.Quantity is not null && right.Quantity is not null && _twoCounts.Value.Any(counts =>
        (Compare(counts.One, left) is Agreement.Compatible && Compare(counts.Two, right) is Agreement.Compatible) || (Compare(counts.One, right) is Agreement.Compatible && Compare(counts.Two, left) is Agreement.Compatible));

    /// <summary>Whether an account tells of a value as one of two counts of one thing; what other accounts print of the two stands on its side, too.</summary>
    public bool IsOfTwoCounts(Side side) => side.Quantity is not null && _twoCounts.Value.Any(counts => counts.One.Unit.Account == side.Unit.Account ? counts.One.Span == side.Span || counts.Two.Span == side.Span
        : Compare(counts.One, side) is Agreement.Compatible || Compare(counts.Two, side) is Agreement.Compatible);

    /// <summary>Whether a date or a length of time is told so much more loosely than another that it doesn't give it: "this year" gives no day, "five years" no four years and nine months.</summary>
    private static bool IsVaguer(Side date, Side other) => date.Time is not null && (date.Time.Type is TimeType.Duration ? date.Width > other.Width && date.Size != other.Size : date.Width - other.Width > MaxDaysVaguer);

    /// <summary>The values of an account that agree with one and are of the same kind of thing.</summary>
    public IEnumerable<Side> Given(int account, Side side) => Of(account, ReadingValues.DimensionOf(side))
        .Where(other => other.Quantity is not { Value: null } && Compare(other, side) == Agreement.Compatible && !IsVaguer(other, side) && (side.Quantity is null || side.Counted.Length == 0 || other.Counted.Length == 0 || ReadingValues.CountSame(side, other)));

    /// <summary>Log odds that the clause of a third account that fits both best states what either states.</summary>
    public double OddsThroughOthers(Unit left, Unit right, double most)
    {
        double best = 0;
        foreach (Unit met in Met(left))
            best = met.Account == right.Account ? best : Math.Max(best, Math.Min(Alignment.LikelinessOf(left, met), Alignment.LikelinessOf(met, right)));
        foreach (Unit met in Met(right))
            best = met.Account == left.Account ? best : Math.Max(best, Math.Min(Alignment.LikelinessOf(right, met), Alignment.LikelinessOf(met, left)));
        best = Math.Clamp(best, 1e-6, 1 - 1e-6);
        return Math.Clamp(Math.Log(best / (1 - best)), -most, most);
    }

    /// <summary>Whether two clauses stand in one point.</summary>
    public bool AreInOnePoint(Unit left, Unit right)
    {
        _pointsOf ??= Alignment.Groups.SelectMany(static (group, at) => group.Select(unit => (unit.Index, at))).ToLookup(static item => item.Index, static item => item.at);
        return _pointsOf[left.Index].Intersect(_pointsOf[right.Index]).Any();
    }

    /// <summary>Places of a place's account, itself aside, that the account of another place doesn't name.</summary>
    public int CountOtherPlaces(Side place, Side other) => _ofAccount[(place.Unit.Account, ReadingValues.PlaceDimension)].Select(static side => side.Value).Distinct(StringComparer.Ordinal).Count(value => value != place.Value && !Places.Knows(other.Unit.Account, value));

    /// <summary>Values that agree with one, in clauses of other accounts that surely state the same.</summary>
    public IEnumerable<Side> Agreeing(Side side) => Met(side.Unit).SelectMany(met => _ofUnit[met.Index]).Where(other => Compare(side, other) == Agreement.Compatible && !HaveOtherFates(side, other));

    /// <summary>Days between two dates, hours between two times of day.</summary>
    public double ApartOf(Side left, Side right) => ReadingValues.TryClock(left.Time!.Value, out int first) && ReadingValues.TryClock(right.Time!.Value, out int second) ? Math.Abs(first - second) / 60.0 : DaysApart(left, right); // asked of dates

    /// <summary>Whether a value is told in digits: a weekday alone may be last week's or the next.</summary>
    public bool NamesFigure(Side side) => ReadingValues.NamesFigure(Quote(side));

    /// <summary>Whether a date is told with its year.</summary>
    public bool HasYear(Side side) => Quote(side) is string words && (ReadingValues.NamesYear(words) || words.Split(' ').Length > MaxWordsWithoutYear);

    /// <summary>Whether a date lies after its publication.</summary>
    public bool IsAhead(Side side) => TextOf(side.Unit).Account.Published is PublicationTime published && side.Time!.From > published.Day; // only asked of dates

    /// <summary>Whether a date lies after its publication and still after that of the account that gives the other: what is to come for one may be over for the other.</summary>
    public bool IsAheadOf(Side side, Side other) => IsAhead(side) && !(TextOf(other.Unit).Account.Published is PublicationTime published && side.Time!.From <= published.Day); // only asked of dates

    /// <summary>Whether a clause tells of a day after its publication.</summary>
    public bool HasTimeAhead(Unit unit) => ReadingValues.Dates(unit).Any(IsAhead);

    /// <summary>Whether the day is known on which a clause's account was published.</summary>
    public bool IsDated(Unit unit) => TextOf(unit).Account.Published is not null;

    /// <summary>Whether its account gives one value of its dimension and size only.</summary>
    public bool IsLonely(Side side) => side.Time is null or { Type: TimeType.Duration } && ReadingValues.DimensionOf(side) is string dimension && dimension != ReadingValues.CountDimension
        && _ofAccount[(side.Unit.Account, dimension)].Count(other => Math.Abs(ReadingValues.OrderOf(other) - ReadingValues.OrderOf(side)) <= 1) == 1;

    /// <summary>Whether both clauses name places, none of them the same, nor one that may lie in one of the other's.</summary>
    public bool HaveOtherPlaces(Unit left, Unit right)
    {
        (string[] here, string[] there) = (PlacesOf(left), PlacesOf(right));
        return here.Length > 0 && there.Length > 0 && Array.TrueForAll(here, one => Array.TrueForAll(there, other => one != other && PlaceLevels.AreOfOneLevel((one, one), (other, other)) && !PlaceLevels.IsWithin(one, other)));
    }

    /// <summary>Whether both clauses speak of people, none of them the same, and an account knows people of both for two: a figure of one is none of the other.</summary>
    public bool HaveOtherPeople(Unit left, Unit right)
    {
        (string[] here, string[] there) = (PeopleOf(left), PeopleOf(right));
        return here.Length > 0 && there.Length > 0 && !here.Intersect(there, StringComparer.Ordinal).Any()
            && Array.Exists(here, one => Array.Exists(there, other => _texts.Any(text => text.Account.Entities.Any(entity => entity.Id == one) && text.Account.Entities.Any(entity => entity.Id == other))));
    }

    private string[] PeopleOf(Unit unit)
    {
        if (_people.TryGetValue(unit.Index, out string[]? people))
            return people;
        return _people[unit.Index] = [.. unit.Mentions.Where(mention => TextOf(unit).Account.Entities.Any(entity => entity.Id == mention.Entity && entity.Type is EntityType.Person)).Select(static mention => mention.Entity).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>Entities of the places that a clause names.</summary>
    public string[] PlacesOf(Unit unit) => [.. unit.Mentions.Where(mention => mention.Kind is MentionKind.Name
        && TextOf(unit).Account.Entities.Any(entity => entity.Id == mention.Entity && entity.Type is EntityType.GeoPolitical or EntityType.Location)).Select(static mention => mention.Entity).Distinct(StringComparer.Ordinal)];

    /// <summary>Kinds of events and things that the clause's nouns call, at their roots: "leak" and "collision" are accidents.</summary>
    public HashSet<string> KindsOf(Unit unit)
    {
        if (_kinds.TryGetValue(unit.Index, out HashSet<string>? kinds))
            return kinds;
        AccountText text = TextOf(unit);
        _kinds[unit.Index] = kinds = new(StringComparer.Ordinal);
        for (int i = text.WordAt(unit.Span.Start); i < text.Words.Length && text.Words[i].Start < unit.Span.End; i++)
        {
            if (text.Words[i].Term is { IsFunctionWord: false } term && text.Families is NounFamilies families)
                kinds.UnionWith(families.Of(term).Where(static family => family.Kind is NounKind.Event or NounKind.Document or NounKind.Thing).Select(static family => family.Path.Split('/')[0]));
        }

        return kinds;
    }

    /// <summary>Whether the clause says that it tells of another thing of the kind ("a similar case", "the neighbouring valley").</summary>
    /// <param name="unit">The clause.</param>
    /// <param name="ofOne">Whether it has to be one thing: "neighbouring houses" may be those around.</param>
    public bool SpeaksOfAnother(Unit unit, bool ofOne = false)
    {
        AccountText text = TextOf(unit);
        int end = text.WordAt(unit.Span.End);
        for (int i = text.WordAt(unit.Span.Start); i < end; i++)
        {
            if (text.Families is NounFamilies families && families.IsAnother(text.Words[i].Term) && !IsOfFigure(text, i) && !(ofOne && Enumerable.Range(i + 1, Math.Min(MaxWordsToNoun, end - i - 1)).Any(word => text.Words[word].Term.IsPlural)))
                return true;
        }

        return false;
    }

    /// <summary>Whether a word for another stands right beside a figure, and says of it alone that it counts others ("33 weitere Reisende, darunter neun Kinder").</summary>
    private static bool IsOfFigure(AccountText text, int word) => text.Account.Quantities.Any(quantity => quantity.Value > 1 && (quantity.End + 1 == text.Words[word].Start || text.Words[word].End + 1 == quantity.Start));

    /// <summary>The words of a value.</summary>
    public string Quote(Side side) => side.Span.In(TextOf(side.Unit).Text).ToString().ReplaceLineEndings(" ");

    /// <summary>Days between two dates; where one is told without its year, by the nearest that it can be.</summary>
    private int DaysApart(Side left, Side right)
    {
        int days = Math.Abs(left.Time!.From!.Value.DayNumber - right.Time!.From!.Value.DayNumber); // dates carry their days
        return HasYear(left) && HasYear(right) ? days : Math.Min(days % DaysOfYear, DaysOfYear - (days % DaysOfYear));
    }

    /// <summary>The dates of a clause; the figures of a clock name no day.</summary>
    private IEnumerable<Side> Dates(Unit unit) => ReadingValues.Dates(unit).Select(side => Quote(side) is string words && ((ReadingValues.NamesFigure(words) && !ReadingValues.TryClock(side.Value, out _)) || TextOf(unit).Days?.AreIn(words) == true) ? side with { NamesDay = true } : side);

    /// <summary>The words beside a value in its clause that say something, the nearest of either side.</summary>
    private (string Lemma, WordVector? Vector)[] WordsAround(Side side)
    {
        if (_around.TryGetValue(side, out (string, WordVector?)[]? known))
            return known;
        AccountText text = TextOf(side.Unit);
        List<(string, WordVector?)> words = [];
        int first = text.WordAt(side.Span.Start), next = text.WordAt(side.Span.End), begin = text.WordAt(side.Unit.Span.Start), end = text.WordAt(side.Unit.Span.End);
        Add(Enumerable.Range(begin, Math.Max(0, first - begin)).Reverse());
        Add(Enumerable.Range(next, Math.Max(0, end - next)));
        return _around[side] = [.. words];

        void Add(IEnumerable<int> places) => words.AddRange(places.Where(at => text.Words[at] is { IsNumber: false, Term: { IsFunctionWord: false, IsName: false } }).Take(MaxWordsAround)
            .Select(at => (text.Words[at].Term.Lemma, text.Vectors?.Look(text.Words[at].Term))));
    }

    private Term? NounBefore(Side side)
    {
        AccountText text = TextOf(side.Unit);
        int first = text.WordAt(side.Span.Start);
        for (int i = first - 1; i >= 0 && i >= first - MaxWordsToNoun && text.Words[i].Start >= side.Unit.Span.Start; i--)
        {
            if (text.Words[i].Term.IsNoun || !text.Words[i].Term.IsFunctionWord)
                return text.Words[i].Term;
        }

        return null;
    }

    /// <summary>Whether a figure counts people, by whatever word.</summary>
    public bool CountsPeople(Side side) => side.Quantity is { Of: string noun } && IsOfPeople(TextOf(side.Unit), noun);

    private bool IsCountOfPeople(Side side) => CountsPeople(side) && !side.IsOrdinal && side.Size > 1 && ReadingValues.DimensionOf(side) == ReadingValues.CountDimension;

    private static bool IsOfPeople(AccountText text, string noun) => text is { Lexicon: TermLexicon lexicon, Families: NounFamilies families } && (families.IsVague(lexicon.Look(noun)) || families.Of(lexicon.Look(noun)).Any(static family => family.Kind is NounKind.Person));

    /// <summary>The one person of whom a clause tells by an article ("Eine Frau kam ums Leben"), where others count several.</summary>
    private IEnumerable<Side> SinglePerson(Unit unit)
    {
        AccountText text = TextOf(unit);
        int last = text.WordAt(unit.Span.End);
        for (int i = text.WordAt(unit.Span.Start); i + 1 < last; i++)
        {
            if (text.Families?.IsIndefinite(text.Words[i].Term) != true)
                continue;
            int noun = Enumerable.Range(i + 1, Math.Min(MaxWordsToNoun, last - i - 1)).FirstOrDefault(word => text.Words[word].Term.IsNoun && IsOfPeople(text, text.Words[word].Term.Lemma), -1);
            if (noun < 0)
                continue;
            Quantity one = new() { Start = text.Words[i].Start, End = text.Words[noun].End, Value = 1, Of = text.Words[noun].Term.Lemma };
            yield return new Side(unit, new(one.Start, one.End), "1 #", "") { Quantity = one, Size = 1, IsArticle = true };
            yield break;
        }
    }
}
