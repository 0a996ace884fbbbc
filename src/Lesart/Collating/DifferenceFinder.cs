using System.Collections.Immutable;
using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>Finds where the readings of a point part: values are normalised first, and what can be the same is no difference.</summary>
/// <remarks>Precision first. A slot is compared only where each side gives one value for it, and figures only where they measure the same.</remarks>
internal sealed class DifferenceFinder(NoteWords words, IReadOnlyList<AccountText> texts)
{
    private const double MinLikenessWithoutNames = 0.45;
    private const double MinLikenessToCompare = 0.25;
    private const double MinLikenessToDenial = 0.3;
    private const double MinLikenessToNegation = 0.7; // "not until" and "not apart" deny nothing: a bare negation must meet nearly the same words
    private const int MinSharedByNegation = 3;
    private static readonly string[] DenialClasses = ["denies", "doubts"];

    /// <summary>Differences of a point, at most one for each slot.</summary>
    public IEnumerable<Difference> Find(string point, IReadOnlyList<Unit> units)
    {
        if (Values(units, Dates) is { } dates && Part(dates, DatesAgree) is { } partedDates)
            yield return Tell(point, DifferenceSlot.Date, partedDates, side => words.Date(side.Value));
        if (Values(units, Figures) is { } figures && Part(figures, FiguresAgree) is { } partedFigures)
            yield return Tell(point, DifferenceSlot.Quantity, partedFigures, Quote);
        if (Stances(units) is { } stances)
            yield return Tell(point, DifferenceSlot.Stance, stances, side => words.Word(side.Value));
        if (Speakers(units) is { } speakers)
            yield return Tell(point, DifferenceSlot.Speaker, speakers, side => Name(side));
        foreach ((DifferenceSlot slot, Func<EntityType, bool> isOfType) in ((DifferenceSlot, Func<EntityType, bool>)[])[
            (DifferenceSlot.Name, static type => type == EntityType.Person),
            (DifferenceSlot.Place, static type => type is EntityType.GeoPolitical or EntityType.Location)])
        {
            if (Named(units, isOfType) is { } named)
                yield return Tell(point, slot, named, side => Name(side));
        }
    }

    /// <summary>A value that a unit gives, with the words that carry it.</summary>
    internal sealed record Side(Unit Unit, TextSpan Span, string Value, TimeExpression? Time = null, Measure? Measure = null, string? Of = null);

    /// <summary>The values of one slot that a reading can be said to give, as shown beside it.</summary>
    public static IEnumerable<Side> Dates(Unit unit) => unit.Times
        .Where(static time => time is { Type: TimeType.Date or TimeType.Time, From: not null, To: not null } && !IsVague(time.Value))
        .Select(time => new Side(unit, time.Span, time.Value, Time: time));

    /// <summary>Weeks and seasons are told loosely: they part from nothing.</summary>
    private static bool IsVague(string value) => value.Length > 5 && value[4] == '-' && char.IsAsciiLetter(value[5]) && value[5] != 'Q';

    public static IEnumerable<Side> Figures(Unit unit) => unit.Quantities
        .Select(quantity => Collating.Measure.TryOf(quantity, out Measure measure)
            ? new Side(unit, quantity.Span, System.Globalization.CultureInfo.InvariantCulture.TextInfo.ToLower(FormattableString.Invariant($"{measure.Middle:0.############}")) + " " + measure.Unit, Measure: measure, Of: quantity.Of ?? quantity.Unit)
            : null)
        .OfType<Side>();

    private static List<List<Side>>? Values(IReadOnlyList<Unit> units, Func<Unit, IEnumerable<Side>> valuesOf)
    {
        List<List<Side>> values = [.. units.Where(unit => units.Any(other => other.Account != unit.Account && LikenessOf(unit, other) >= MinLikenessToCompare)).Select(unit => valuesOf(unit).ToList()).Where(static sides => sides.Count > 0)];
        return values.Select(static sides => sides[0].Unit.Account).Distinct().Count() > 1 ? values : null;
    }

    /// <summary>Readings sorted by value where at least two accounts can't both be right.</summary>
    private static List<List<Side>>? Part(List<List<Side>> readings, Func<Side, Side, bool> agree)
    {
        List<List<Side>> camps = [];

        // The closest first: what is told loosely goes with the one camp it agrees with, and joins no two.
        foreach (Side side in readings.Where(static sides => sides.Count == 1).Select(static sides => sides[0]).OrderBy(WidthOf))
        {
            List<Side>[] agreeing = [.. camps.Where(camp => camp.Exists(other => agree(other, side)))];
            if (agreeing.Length == 0)
                camps.Add([side]);
            else if (agreeing.Length == 1)
                agreeing[0].Add(side);
        }

        camps = [.. camps.Select(static camp => camp.OrderBy(static side => side.Unit.Index).ToList()).OrderBy(static camp => camp[0].Unit.Index)];

        // A reading with several values takes back a difference that one of them would settle.
        bool isSettled = readings.Where(static sides => sides.Count > 1).Any(sides => camps.Count(camp => sides.Exists(side => camp.Exists(other => agree(other, side)))) > 1);
        camps.RemoveAll(camp => camps.Count > 1 && !camps.Exists(other => other != camp && other.Exists(side => camp.Exists(mine => mine.Unit.Account != side.Unit.Account && LikenessOf(mine.Unit, side.Unit) >= MinLikenessToCompare))));
        return camps.Count > 1 && !isSettled && camps.SelectMany(static camp => camp).Select(static side => side.Unit.Account).Distinct().Count() > 1 ? camps : null;
    }

    /// <summary>How loosely a value is told: days of a date, the spread of a figure.</summary>
    private static double WidthOf(Side side) => side.Time is { From: DateOnly from, To: DateOnly to } ? to.DayNumber - from.DayNumber
        : side.Measure is Measure measure ? (double)(measure.High - measure.Low) / Math.Max(1e-9, (double)Math.Abs(measure.Middle)) : 0;

    private bool DatesAgree(Side left, Side right)
    {
        (TimeExpression one, TimeExpression two) = (left.Time!, right.Time!); // sides of this slot carry their time
        if (left.Unit.Account != right.Unit.Account && SameWords(left, right))
            return true; // equal words that were resolved apart prove a misreading, no difference
        if (one.From > two.To || two.From > one.To)
            return false;
        return one.Type != TimeType.Time || two.Type != TimeType.Time || ClockAgrees(one.Value, two.Value);
    }

    /// <summary>Clock times agree within half an hour; parts of a day hold their hours.</summary>
    private static bool ClockAgrees(string left, string right) =>
        !TryClock(left, out int one) || !TryClock(right, out int two) || Math.Abs(one - two) < 30;

    private static bool TryClock(string value, out int minutes)
    {
        minutes = 0;
        int at = value.IndexOf('T', StringComparison.Ordinal);
        if (at < 0 || value.Length < at + 3 || !int.TryParse(value.AsSpan(at + 1, 2), System.Globalization.CultureInfo.InvariantCulture, out int hours))
            return false;
        _ = value.Length >= at + 6 && int.TryParse(value.AsSpan(at + 4, 2), System.Globalization.CultureInfo.InvariantCulture, out minutes);
        minutes += 60 * hours;
        return true;
    }

    private bool FiguresAgree(Side left, Side right)
    {
        (Measure one, Measure two) = (left.Measure!.Value, right.Measure!.Value); // sides of this slot carry their measure
        return one.Unit != two.Unit || SameWords(left, right) || one.IsCompatibleWith(two) || AreCompatible(left, right) || HaveOtherTimes(left.Unit, right.Unit);
    }

    /// <summary>Rounded, converted or bounded alike, as the engine compares quantities.</summary>
    private static bool AreCompatible(Side left, Side right) =>
        left.Unit.Quantities.FirstOrDefault(quantity => quantity.Span == left.Span) is Quantity one
        && right.Unit.Quantities.FirstOrDefault(quantity => quantity.Span == right.Span) is Quantity two && QuantityComparison.Compatible(one, two);

    /// <summary>A figure of the morning and one of the evening, of last year and of this one, are no difference.</summary>
    private bool HaveOtherTimes(Unit left, Unit right)
    {
        Side[] one = [.. Dates(left)], two = [.. Dates(right)];
        return one.Length > 0 && two.Length > 0 && !one.Any(side => two.Any(other => DatesAgree(side, other)));
    }

    /// <summary>Denied here, asserted there.</summary>
    private static List<List<Side>>? Stances(IReadOnlyList<Unit> units)
    {
        // Only what says nearly the same: a weak match proves no contradiction.
        Unit[] denied = [.. units.Where(static unit => unit.Stance == Stance.Denied && (IsDenial(unit) || IsMostOf(unit)) && unit.Kind is not (StatementKind.Direct or StatementKind.Mixed))];
        Side[] sides = [.. units.Where(unit => denied.Contains(unit) || denied.Any(other => other.Account != unit.Account && LikenessOf(unit, other) >= (IsDenial(other) ? MinLikenessToDenial : MinLikenessToNegation) && SharedContent(unit, other) >= (IsDenial(other) ? 1 : MinSharedByNegation))).Select(static unit => new Side(unit, unit.Span, unit.Stance == Stance.Denied ? "denied" : unit.Stance == Stance.Hedged ? "hedged" : "asserted"))];
        if (!sides.Any(static side => side.Value == "denied") || sides.All(static side => side.Value == "denied"))
            return null;
        return [.. sides.GroupBy(static side => side.Value, StringComparer.Ordinal).OrderBy(static group => group.Key, StringComparer.Ordinal).Select(static group => group.ToList())];
    }

    private static bool IsDenial(Unit unit) => unit.Statement?.CueClass is string cue && DenialClasses.Contains(cue, StringComparer.Ordinal);

    /// <summary>The same words in quotation marks, said by two.</summary>
    private List<List<Side>>? Speakers(IReadOnlyList<Unit> units)
    {
        Side[] sides = [.. units.Where(static unit => unit is { IsQuoted: true, Speaker: not null, Statement.Kind: StatementKind.Direct })
            .Select(static unit => new Side(unit, unit.Statement!.Source.Length > 0 ? unit.Statement.Source[0] : unit.Span, unit.Speaker!))]; // the pattern asks for both
        List<List<Side>> camps = [.. sides.GroupBy(static side => side.Value, StringComparer.Ordinal).Select(static group => group.ToList())];
        if (camps.Count < 2)
            return null;
        HashSet<int> first = [.. camps[0][0].Unit.Terms.SelectMany(static word => word.Keys)];
        return camps.TrueForAll(camp => camp[0].Unit.Terms.Count(word => word.Keys.Any(first.Contains)) >= 0.9 * camp[0].Unit.Terms.Length)
            && camps.SelectMany(static camp => camp).Select(static side => side.Unit.Account).Distinct().Count() > 1 ? camps : null;
    }

    /// <summary>One name here and another there in clauses that are alike beside it.</summary>
    private List<List<Side>>? Named(IReadOnlyList<Unit> units, Func<EntityType, bool> isOfType)
    {
        List<Side> sides = [];
        foreach (Unit unit in units)
        {
            Mention[] named = [.. unit.Mentions.Where(mention => mention.Kind == MentionKind.Name && mention.Entity != unit.Speaker && isOfType(TypeOf(unit, mention.Entity)))];
            string[] entities = [.. named.Select(static mention => mention.Entity).Distinct(StringComparer.Ordinal)];
            if (entities.Length == 1)
                sides.Add(new Side(unit, named[0].Span, entities[0]));
        }

        List<List<Side>> camps = [.. sides.GroupBy(static side => side.Value, StringComparer.Ordinal).Select(static group => group.ToList())];
        if (camps.Count != 2 || sides.Select(static side => side.Unit.Account).Distinct().Count() < 2)
            return null;
        foreach (Side left in camps[0])
        {
            foreach (Side right in camps[1])
            {
                if (SharesName(left, right) || KnowsOf(left.Unit.Account, right.Value) || KnowsOf(right.Unit.Account, left.Value) || LikenessOf(left.Unit, right.Unit) < MinLikenessWithoutNames)
                    return null;
            }
        }

        return camps;
    }

    private bool SameWords(Side left, Side right) => Quote(left).Equals(Quote(right), StringComparison.OrdinalIgnoreCase);

    private bool SharesName(Side left, Side right)
    {
        string[] one = Name(left).Split(' '), two = Name(right).Split(' ');
        return one.Any(part => part.Length > 2 && two.Contains(part, StringComparer.OrdinalIgnoreCase));
    }

    // Who speaks of both has two things to tell; only a name that takes the place of the other is another version.
    private bool KnowsOf(int account, string entity) => texts[account].Account.Entities.Any(known => known.Id == entity);

    // A negation elsewhere in the sentence denies nothing of this clause.
    private static bool IsMostOf(Unit unit) => unit.Statement is Statement statement && unit.Span.Length >= 0.7 * statement.Content.Sum(static span => span.Length);

    private static int SharedContent(Unit left, Unit right)
    {
        HashSet<int> keys = [.. right.Terms.SelectMany(static word => word.Keys.Concat(word.Parts))];
        return left.Terms.Count(term => term.Kind is UnitTermKind.Content && (term.Keys.Any(keys.Contains) || term.Parts.Any(keys.Contains)));
    }

    /// <summary>What both say beside names and days, as a share of what they say beside them.</summary>
    private static double LikenessOf(Unit left, Unit right)
    {
        UnitTerm[] one = Content(left), two = Content(right);
        double all = one.Sum(static word => word.Weight) + two.Sum(static word => word.Weight);
        return all <= 0 ? 0 : (SharedWeight(one, two) + SharedWeight(two, one)) / all;

        static UnitTerm[] Content(Unit unit) => [.. unit.Terms.Where(static term => term.Kind is UnitTermKind.Content)];
        static double SharedWeight(UnitTerm[] of, UnitTerm[] with)
        {
            HashSet<int> keys = [.. with.SelectMany(static word => word.Keys.Concat(word.Parts))];
            return of.Where(word => word.Keys.Any(keys.Contains) || word.Parts.Any(keys.Contains)).Sum(static word => word.Weight);
        }
    }

    private EntityType TypeOf(Unit unit, string entity) =>
        texts[unit.Account].Account.Entities.FirstOrDefault(candidate => candidate.Id == entity)?.Type ?? EntityType.Other;

    private string Name(Side side) =>
        texts[side.Unit.Account].Account.Entities.FirstOrDefault(entity => entity.Id == side.Value)?.Name ?? Quote(side);

    private string Quote(Side side) => side.Span.In(texts[side.Unit.Account].Text).ToString();

    private Difference Tell(string point, DifferenceSlot slot, List<List<Side>> camps, Func<Side, string> say)
    {
        List<List<Side>> ordered = [.. camps.OrderByDescending(static camp => camp.Select(static side => side.Unit.Account).Distinct().Count()).ThenBy(static camp => camp.Min(static side => side.Unit.Index))];
        string note = ordered
            .Select(camp => words.Say("side", say(camp[0]), string.Join(", ", camp.Select(side => Outlet(side.Unit.Account)).Distinct(StringComparer.Ordinal))))
            .Aggregate((left, right) => words.Say("against", left, right));
        return new Difference
        {
            Point = point,
            Slot = slot,
            Note = note,
            Readings = [.. ordered.SelectMany(static camp => camp.Select(side => (Camp: camp[0].Value, Side: side)))
                .Select(item => new DifferingReading(texts[item.Side.Unit.Account].Account.Id, item.Side.Span.Start, item.Side.Span.End, item.Side.Value))],
        };
    }

    /// <summary>The outlet; where none is known the file's name, else the title.</summary>
    private string Outlet(int account)
    {
        Account told = texts[account].Account;
        if (told.Outlet is string outlet)
            return outlet;
        string file = Path.GetFileNameWithoutExtension(told.Source);
        return file.Length > 0 ? file : told.Title ?? told.Id;
    }
}
