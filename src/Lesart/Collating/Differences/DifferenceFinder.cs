using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Finds where the readings of a point part: values are normalised first, and what can be the same is no difference.</summary>
/// <remarks>Precision first: values are compared only between clauses that surely state the same, and figures only where they measure the same.</remarks>
internal sealed class DifferenceFinder(NoteWords words, IReadOnlyList<AccountText> texts, Alignment alignment, PersonRoles roles)
{
    private const double MinForNames = 0.75;

    private readonly HashSet<string> _told = []; // persons, by their ids: a story tells once that they are two
    private readonly StanceFinder _stances = new(words, texts, alignment);

    /// <summary>Differences of a point, by slot.</summary>
    /// <param name="point">Its id.</param>
    /// <param name="units">Its clauses.</param>
    /// <param name="things">Camps of its figures and dates by what they measure.</param>
    public IEnumerable<Difference> Find(string point, IReadOnlyList<Unit> units, IReadOnlyCollection<List<List<Side>>> things)
    {
        foreach (List<List<Side>> camps in things.Where(camps => !LaterStates.Explain(camps, texts)))
            yield return Tell(point, SlotOf(camps[0][0]), [.. camps.Select(camp => camp.Select(Shown).ToList())]);
        if (!things.Any(static camps => SlotOf(camps[0][0]) is DifferenceSlot.Stance) && (things.Count > 0 ? null : _stances.Firmness(units)) is { } stances)
            yield return Tell(point, DifferenceSlot.Stance, stances);
        if (Persons(units) is { } persons && _told.Add(string.Join(' ', persons.Select(static camp => camp[0].Value).Order(StringComparer.Ordinal))))
            yield return Tell(point, DifferenceSlot.Name, persons);
    }

    /// <summary>A difference of an account with itself.</summary>
    public Difference Tell(string point, InnerDifference inner)
    {
        string account = texts[inner.One.Unit.Account].Account.Id;
        return new Difference
        {
            Point = point,
            Slot = DifferenceSlot.Quantity,
            Note = words.Say("inside", words.Say("against", words.Say("side", inner.One.Shown, inner.OneBy), words.Say("side", inner.Two.Shown, inner.TwoBy)), Outlet(inner.One.Unit.Account)),
            Readings =
            [
                new DifferingReading(account, inner.One.Span.Start, inner.One.Span.End, inner.One.Value) { InTitle = inner.IsTitle },
                new DifferingReading(account, inner.Two.Span.Start, inner.Two.Span.End, inner.Two.Value),
            ],
        };
    }

    private static DifferenceSlot SlotOf(Side side) => side.Slot ?? (side.Time is { Type: not TimeType.Duration } ? DifferenceSlot.Date : side.Time is null && side.Quantity is null ? DifferenceSlot.Stance : DifferenceSlot.Quantity);

    private Side Shown(Side side) => SlotOf(side) switch
    {
        DifferenceSlot.Date => side with { Shown = ReadingValues.IsNight(side.Value) ? Quote(side) : words.Date(side.Value) },
        DifferenceSlot.Stance => _stances.SideOf(side.Unit, isDenial: side.Value == "denied"),
        DifferenceSlot.Name or DifferenceSlot.Speaker or DifferenceSlot.Place => side,
        _ => side with { Shown = Quote(side) },
    };

    /// <summary>One person here and another there, whom neither account has for somebody else.</summary>
    private List<List<Side>>? Persons(IReadOnlyList<Unit> units)
    {
        List<List<Side>> readings = [.. units.Select(unit => unit.Mentions.Where(mention => mention.Kind == MentionKind.Name && mention.Entity != unit.Speaker && TypeOf(unit, mention.Entity) is EntityType.Person)
            .DistinctBy(static mention => mention.Entity, StringComparer.Ordinal)
            .Select(mention => new Side(unit, mention.Span, mention.Entity, NameOf(unit, mention.Entity))).ToList())];
        return Camps.Find(readings, ComparePersons, (left, right) => alignment.LikelinessOf(left, right) >= MinForNames).FirstOrDefault();
    }

    /// <summary>Names that differ in one word are told once a story, by <see cref="VariantFinder"/>.</summary>
    private Agreement ComparePersons(Side left, Side right)
    {
        if (left.Value == right.Value)
            return Agreement.Compatible;
        if (Knows(left.Unit.Account, right) || Knows(right.Unit.Account, left))
            return Agreement.Incomparable; // who speaks of both has two things to tell
        if (NameForms.AreOne(left.Shown, right.Shown) || NameForms.AreVariants(left.Shown, right.Shown))
            return Agreement.Compatible;
        return IsWhole(left) && IsWhole(right) && !NameForms.SharePart(left.Shown, right.Shown) && HaveOneRole(left, right) ? Agreement.Different : Agreement.Incomparable; // "Oma Ilse", and two of one family
    }

    /// <summary>Whether the story calls two persons alike: a deputy here and a deputy there. Two whom it calls nothing may have any part in what happens.</summary>
    private bool HaveOneRole(Side left, Side right)
    {
        NounFamily[] one = [.. roles.Of(left.Value, left.Shown)], two = [.. roles.Of(right.Value, right.Shown)];
        return Array.Exists(one, family => Array.Exists(two, family.IsKin));
    }

    /// <summary>Whether a name has several words; a single one may be anything's.</summary>
    private static bool IsWhole(Side side) => side.Shown.Contains(' ', StringComparison.Ordinal);

    /// <summary>Whether an account speaks of a person: by its layers, or by the surname alone.</summary>
    private bool Knows(int account, Side person)
    {
        if (texts[account].Account.Entities.Any(known => known.Id == person.Value))
            return true;
        string surname = Folding.Fold(person.Shown.AsSpan(person.Shown.LastIndexOf(' ') + 1));
        return texts[account].Words.Any(word => word.Term.Folded is string folded && folded.StartsWith(surname, StringComparison.Ordinal) && folded.Length <= surname.Length + 1); // with the ending of a genitive
    }

    private EntityType TypeOf(Unit unit, string entity) =>
        texts[unit.Account].Account.Entities.FirstOrDefault(candidate => candidate.Id == entity)?.Type ?? EntityType.Other;

    private string NameOf(Unit unit, string entity) =>
        texts[unit.Account].Account.Entities.FirstOrDefault(candidate => candidate.Id == entity)?.Name ?? entity;

    private string Quote(Side side) => side.Span.In(texts[side.Unit.Account].Text).ToString().ReplaceLineEndings(" ");

    private Difference Tell(string point, DifferenceSlot slot, List<List<Side>> camps)
    {
        List<List<Side>> ordered = [.. camps.OrderByDescending(static camp => camp.Select(static side => side.Unit.Account).Distinct().Count()).ThenBy(static camp => camp.Min(static side => side.Unit.Index))];
        return new Difference
        {
            Point = point,
            Slot = slot,
            Note = ordered.Select(Say).Aggregate((left, right) => words.Say("against", left, right)),
            Readings = [.. ordered.SelectMany((camp, i) => camp.Select(side => new DifferingReading(texts[side.Unit.Account].Account.Id, side.Span.Start, side.Span.End, side.Value) { Side = i + 1 }))],
        };
    }

    /// <summary>The values of a camp, each with the outlets that give it; what is shown alike is one.</summary>
    private string Say(List<Side> camp) => string.Join(", ", camp.GroupBy(static side => side.Value, StringComparer.Ordinal)
        .SelectMany(static group => group.Select(side => (Shown: group.Key is "asserted" or "hedged" or "denied" ? side.Shown : group.First().Shown, Side: side)))
        .GroupBy(static item => item.Shown, static item => item.Side, StringComparer.Ordinal)
        .Select(group => words.Say("side", group.Key, string.Join(", ", group.Select(side => Outlet(side.Unit.Account)).Distinct(StringComparer.Ordinal)))));

    /// <summary>The outlet; where none is known the file's name, or, where the file holds several accounts, title or id.</summary>
    private string Outlet(int account)
    {
        Account told = texts[account].Account;
        if (told.Outlet is string outlet)
            return outlet;
        string file = Path.GetFileNameWithoutExtension(told.Source);
        return file.Length > 0 && texts.Count(text => text.Account.Source == told.Source) == 1 ? file : told.Title ?? told.Id;
    }
}
