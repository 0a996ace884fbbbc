using System.Buffers;
using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Finds people to whom the accounts of a story give two ages: "the 36-year-old" here, "63 years old" there.</summary>
/// <remarks>An age belongs to one person, never to a count: it is compared where a name stands beside both, whatever the clauses tell, or in clauses that surely state the same where neither account, and no third one, gives both ages.</remarks>
internal sealed class AgeFinder
{
    private const string YearUnit = "a"; // UCUM
    private const double MinForUnnamed = 0.5;
    private const double MinForUncalled = 0.6; // "the 38-year-old" may be anybody
    private const int OldestPerson = 115;
    private const int MaxDaysApart = 3;
    private const int MaxWordsToName = 3; // "the 45-year-old master baker Ida Muster"
    private const int MaxSentencesBack = 2; // to whom "the 34-year-old" is
    private const int MaxWordsToNoun = 3; // "Mann im Alter von 45 Jahren"

    private static readonly SearchValues<char> Marks = SearchValues.Create(",;.:()");

    private readonly IReadOnlyList<AccountText> _texts;
    private readonly Alignment _alignment;
    private readonly Age[] _ages;
    private readonly HashSet<(int Account, string Fate)> _soleFates; // of which an account gives one age and counts no more than one

    private AgeFinder(IReadOnlyList<AccountText> texts, ImmutableArray<Unit> units, Alignment alignment)
    {
        (_texts, _alignment) = (texts, alignment);
        _ages = [.. units.SelectMany(unit => ReadingValues.Figures(unit).Where(side => IsAge(texts[unit.Account], side)).Select(Read))];
        HashSet<(int Account, string Fate)> several = [.. units.SelectMany(FatesOfSeveral)];
        _soleFates = [.. _ages.Where(static age => age.Fate is not null).GroupBy(static age => (age.Side.Unit.Account, age.Fate!)).Where(fate => fate.Select(static age => age.Side.Size).Distinct().Count() == 1 && !several.Contains(fate.Key)).Select(static fate => fate.Key)]; // filtered
    }

    /// <summary>For each person of two ages the clauses that give either.</summary>
    public static IEnumerable<List<List<Side>>> Find(IReadOnlyList<AccountText> texts, ImmutableArray<Unit> units, Alignment alignment) => new AgeFinder(texts, units, alignment).Find();

    /// <summary>Whether a figure is somebody's age: it is told in years of age, beside one that is, or stands alone between commas behind a noun that calls people ("the suspect, 38, was").</summary>
    public static bool IsAge(AccountText text, Side side)
    {
        if (side.Quantity is not { } quantity || quantity.Unit == YearUnit)
            return side.Quantity is not null;
        if (quantity is not { Unit: null, Value: > 0 and <= OldestPerson })
            return false;
        int before = text.WordAt(side.Span.Start) - 1, behind = text.WordAt(side.Span.End);
        if (behind + 1 < text.Words.Length && text.Words[behind].Term.IsFunctionWord && side.Unit.Quantities.Any(other => other.Unit == YearUnit && other.Start == text.Words[behind + 1].Start))
            return true; // "61 and 48 years old"
        return before >= 0 && text.Words[before].End <= side.Span.Start && text.Text.AsSpan(text.Words[before].End, side.Span.Start - text.Words[before].End) is ", "
            && text.Text.AsSpan(side.Span.End) is [',' or '.', ..] && CallsPeople(text, before);
    }

    private IEnumerable<List<List<Side>>> Find()
    {
        HashSet<Side> told = new(ReferenceEqualityComparer.Instance);
        foreach (Age[] person in People())
        {
            List<List<Side>> camps = [.. person.GroupBy(static age => age.Side.Size).Select(static camp => camp.DistinctBy(static age => age.Side.Unit.Account).Select(static age => age.Side).ToList()).OrderBy(static camp => camp[0].Unit.Index)];
            if (camps.Count < 2 || !AreApart(camps) || !camps.Exists(one => camps.Exists(other => AreFar(one[0], other[0]))))
                continue;
            told.UnionWith(camps.SelectMany(static camp => camp));
            yield return camps;
        }

        HashSet<(int Account, double Age)> given = [.. _ages.Select(static age => (age.Side.Unit.Account, age.Side.Size))];
        Side[] sides = [.. _ages.Select(static age => age.Side)];
        UnionFind things = new(sides.Length);
        HashSet<(int, int)> conflicts = [];
        for (int i = 0; i < _ages.Length; i++)
        {
            for (int j = i + 1; j < _ages.Length; j++)
            {
                if (told.Contains(sides[i]) || told.Contains(sides[j]) || !AreMet(_ages[i], _ages[j]) || (sides[i].Size != sides[j].Size && (IsNearerTo(_ages[i], _ages[j]) || IsNearerTo(_ages[j], _ages[i]))))
                    continue;
                if (sides[i].Size != sides[j].Size && Enumerable.Range(0, _texts.Count).Any(account => given.Contains((account, sides[i].Size)) && given.Contains((account, sides[j].Size))))
                    continue;
                things.Join(i, j);
                if (sides[i].Size != sides[j].Size)
                    conflicts.Add((i, j));
            }
        }

        foreach (List<List<Side>> camps in Camps.Sort(sides, things, conflicts, static (left, right) => left.Size == right.Size ? Agreement.Compatible : Agreement.Different).Where(AreApart))
            yield return camps;
    }

    /// <summary>Whether two ages of two accounts may be one person's, in clauses that likely state the same; whatever they tell where the digits are swapped, as few happen to be.</summary>
    private bool AreMet(Age left, Age right) => left.Side.Unit.Account != right.Side.Unit.Account && (AreOfOneFate(left, right) || (_alignment.LikelinessOf(left.Side.Unit, right.Side.Unit) >= (ReadingValues.HaveSwappedDigits(left.Side, right.Side) ? 0 : left.Calls.Length > 0 && right.Calls.Length > 0 ? MinForUnnamed : MinForUncalled) && MayBeOne(left, right)));

    /// <summary>Whether the same became of both, and of no other whom either account counts or gives an age: who died here is who died there, named or not.</summary>
    private bool AreOfOneFate(Age left, Age right) => left.Fate is string fate && fate == right.Fate && _soleFates.Contains((left.Side.Unit.Account, fate)) && _soleFates.Contains((right.Side.Unit.Account, fate))
        && (left.Side.Size == right.Side.Size || AreFar(left.Side, right.Side)) && (left.Person is null || right.Person is null || AreOne(left.Person, right.Person))
        && (left.Calls.Length == 0 || right.Calls.Length == 0 || Array.Exists(left.Calls, family => Array.Exists(right.Calls, family.IsKin)));

    /// <summary>What became of those of whom a clause counts several.</summary>
    private IEnumerable<(int Account, string Fate)> FatesOfSeveral(Unit unit)
    {
        AccountText text = _texts[unit.Account];
        Side[] counts = [.. ReadingValues.Figures(unit).Where(side => ReadingValues.DimensionOf(side) == ReadingValues.CountDimension && !IsAge(text, side)).OrderBy(static side => side.Span.Start)];
        string?[] fates = text.Fates?.Read(text, unit, [.. counts.Select(static side => side.Span)]) ?? [];
        return counts.Zip(fates).Where(static count => count.First.Size > 1 && count.Second is not null).Select(count => (unit.Account, count.Second!)); // filtered
    }

    /// <summary>Whether the account of one age gives another one that lies nearer to the other and may be told of its person: who is 56 here is rather the one of 58 than the one of 44.</summary>
    private bool IsNearerTo(Age age, Age other) => Array.Exists(_ages, rival => rival.Side.Unit.Account == age.Side.Unit.Account && !ReferenceEquals(rival, age) && Math.Abs(rival.Side.Size - other.Side.Size) < Math.Abs(age.Side.Size - other.Side.Size) && AreMet(rival, other));

    /// <summary>Whether no account gives two of the ages: it would tell of two people, or of two times.</summary>
    private static bool AreApart(List<List<Side>> camps) => !camps.SelectMany(static camp => camp.Select(static side => side.Unit.Account).Distinct()).GroupBy(static account => account).Any(static account => account.Count() > 1);

    /// <summary>The ages of each person who is named beside them.</summary>
    private IEnumerable<Age[]> People()
    {
        Age[] named = [.. _ages.Where(static age => age.Person is not null)];
        UnionFind people = new(named.Length);
        for (int i = 0; i < named.Length; i++)
        {
            for (int j = i + 1; j < named.Length; j++)
            {
                if (AreOne(named[i].Person!, named[j].Person!)) // filtered
                    people.Join(i, j);
            }
        }

        return named.Select((age, at) => (Age: age, Person: people.Root(at))).GroupBy(static item => item.Person, static item => item.Age).Select(static person => person.ToArray());
    }

    private static bool AreOne(Entity one, Entity other) => one.Id == other.Id || (one.Name.Contains(' ', StringComparison.Ordinal) && other.Name.Contains(' ', StringComparison.Ordinal) && NameForms.AreOne(one.Name, other.Name));

    /// <summary>Whether no name and no noun says that two ages are those of two people; an age beside no name is not one of the people whom its clause names, and meets a named one's by nouns alone.</summary>
    private bool MayBeOne(Age left, Age right) => (left.Side.Size == right.Side.Size || AreFar(left.Side, right.Side))
        && (left.Person is null == right.Person is null || (left.Calls.Length > 0 && right.Calls.Length > 0)) && (left.Person is null || right.Person is null || AreOne(left.Person, right.Person)) && (left.Person is null && left.IsAmongNames) == (right.Person is null && right.IsAmongNames)
        && (left.Calls.Length == 0 || right.Calls.Length == 0 || Array.Exists(left.Calls, family => Array.Exists(right.Calls, family.IsKin)));

    /// <summary>Whether no birthday lies between two ages: they are more than a year apart, or not known to be told at other times.</summary>
    private bool AreFar(Side one, Side other) => Math.Abs(one.Size - other.Size) > 1 || (one.Size != other.Size && !(_texts[one.Unit.Account].Account.Published is PublicationTime first && _texts[other.Unit.Account].Account.Published is PublicationTime second
        && Math.Abs(first.Day.DayNumber - second.Day.DayNumber) > MaxDaysApart));

    private Age Read(Side side)
    {
        AccountText text = _texts[side.Unit.Account];
        double years = (double)(side.Quantity!.Value ?? side.Quantity.Low ?? 0); // a side of a figure
        return new Age(side with { Value = FormattableString.Invariant($"{years} {YearUnit}"), Size = years, Slot = DifferenceSlot.Quantity }, PersonOf(text, side) ?? PersonBefore(text, side), CallsOf(text, side), NamesPeople(text, side.Unit), text.Fates?.Read(text, side.Unit, [side.Span])[0]);
    }

    /// <summary>Whose name stands right before an age, perhaps with an article between, or behind it with nothing between but what calls the person; whatever a name beside an age was taken for, it is a person's.</summary>
    private static Entity? PersonOf(AccountText text, Side side)
    {
        int first = text.WordAt(side.Span.Start), next = text.WordAt(side.Span.End);
        foreach (Mention mention in text.Account.Mentions.Where(mention => mention.Kind is MentionKind.Name && mention.Span.Overlaps(side.Unit.Whole)))
        {
            bool isBefore = mention.End <= side.Span.Start && text.Text.AsSpan(mention.End, side.Span.Start - mention.End).TrimStart(". ") is [] or [',' or '(', ..]
                && Enumerable.Range(text.WordAt(mention.End), first - text.WordAt(mention.End)).All(word => first - word == 1 && text.Words[word].Term.IsFunctionWord);
            bool isBehind = mention.Start >= side.Span.End && text.WordAt(mention.Start) is int at && at - next <= MaxWordsToName && text.Text.AsSpan(side.Span.End, mention.Start - side.Span.End).IndexOfAny(Marks) < 0
                && Enumerable.Range(next, at - next).All(word => !text.Words[word].Term.IsFunctionWord && !text.Words[word].Term.IsVerb);
            if (isBefore || isBehind)
                return text.Account.Entities.FirstOrDefault(entity => entity.Id == mention.Entity);
        }

        return null;
    }

    /// <summary>The only person named in the nearest of the sentences right before somebody who is called by the age alone ("The 34-year-old was not hurt"), or before them in theirs.</summary>
    private static Entity? PersonBefore(AccountText text, Side side)
    {
        int first = text.WordAt(side.Span.Start);
        if (side.Quantity is not { Of: null } || first == 0 || text.Families?.IsDefinite(text.Words[first - 1].Term) != true || side.Span.In(text.Text).Contains(' '))
            return null;
        int own = text.Account.Sentences.Count(sentence => sentence.Start <= side.Span.Start) - 1;
        for (int at = own; at >= Math.Max(0, own - MaxSentencesBack); at--)
        {
            Entity[] named = [.. text.Account.Mentions.Where(mention => mention.Kind is MentionKind.Name && mention.End <= side.Span.Start && text.Account.Sentences[at].Overlaps(mention.Span)).Select(static mention => mention.Entity).Distinct(StringComparer.Ordinal)
                .Select(id => text.Account.Entities.FirstOrDefault(entity => entity.Id == id)).OfType<Entity>().Where(static entity => entity.Type is EntityType.Person)];
            if (named.Length > 0)
                return named.Length == 1 ? named[0] : null;
        }

        return null;
    }

    /// <summary>What the nearest noun for people beside an age calls; empty where none stands there ("the 38-year-old").</summary>
    private static NounFamily[] CallsOf(AccountText text, Side side)
    {
        int first = text.WordAt(side.Span.Start), next = text.WordAt(side.Span.End), begin = text.WordAt(side.Unit.Span.Start), end = text.WordAt(side.Unit.Span.End);
        return Enumerable.Range(next, Math.Max(0, Math.Min(MaxWordsToNoun, end - next))).Concat(Enumerable.Range(Math.Max(begin, first - MaxWordsToNoun), Math.Max(0, Math.Min(MaxWordsToNoun, first - begin))).Reverse())
            .Select(word => FamiliesOf(text, word)).FirstOrDefault(static families => families.Length > 0) ?? [];
    }

    private static bool NamesPeople(AccountText text, Unit unit) => unit.Mentions.Any(mention => mention.Kind is MentionKind.Name && text.Account.Entities.Any(entity => entity.Id == mention.Entity && entity.Type is EntityType.Person));

    private static bool CallsPeople(AccountText text, int word) => FamiliesOf(text, word).Length > 0 || text.Account.Mentions.Any(mention => mention.Kind is MentionKind.Name && mention.Span.Contains(text.Words[word].Start));

    private static NounFamily[] FamiliesOf(AccountText text, int word) => text.Families is NounFamilies families && !text.Words[word].Term.IsFunctionWord ? [.. families.Of(text.Words[word].Term).Where(static family => family.Kind is NounKind.Person)] : [];

    /// <summary>An age that a clause gives.</summary>
    /// <param name="Side">Its words.</param>
    /// <param name="Person">Whose it is by a name beside it; null where none stands there.</param>
    /// <param name="Calls">What the noun beside it calls.</param>
    /// <param name="IsAmongNames">Whether its clause names people.</param>
    /// <param name="Fate">What became of the person; null where the clause says nothing of it.</param>
    private sealed record Age(Side Side, Entity? Person, NounFamily[] Calls, bool IsAmongNames, string? Fate);
}
