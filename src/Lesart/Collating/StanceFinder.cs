using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>Finds where the readings of a point part in stance: denied here and asserted there, a fact here and only under reserve there.</summary>
internal sealed class StanceFinder(NoteWords words, IReadOnlyList<AccountText> texts, Alignment alignment)
{
    private const double MinForStance = 0.5;
    private const double MinForFirmness = 0.8;
    private const double MinForNegation = 0.85;

    /// <summary>Denied here, asserted there; null where no clause contradicts another.</summary>
    public List<List<Side>>? Contradictions(IReadOnlyList<Unit> units)
    {
        Unit[] denying = [.. units.Where(static unit => IsDenial(unit) || unit is { IsNegated: true, Stance: Stance.Denied })];
        Unit[] parted = [.. units.Where(unit => !IsDenial(unit) && denying.Any(other => Contradicts(other, unit)))];
        Unit[] answering = [.. denying.Where(unit => parted.Any(other => other != unit && Contradicts(unit, other)))];
        if (parted.Length == 0 || answering.Length == 0)
            return null;
        Side[] sides = [.. parted.Concat(answering).OrderBy(static unit => unit.Index).Select(unit => SideOf(unit, isDenial: answering.Contains(unit)))];
        return [.. sides.GroupBy(static side => side.Value, StringComparer.Ordinal).OrderBy(static group => group.Key, StringComparer.Ordinal).Select(static group => group.ToList())];
    }

    /// <summary>Told as a fact here, only under reserve there; null where an account does both.</summary>
    public List<List<Side>>? Firmness(IReadOnlyList<Unit> units)
    {
        Unit[] firm = [.. units.Where(static unit => unit is { Kind: StatementKind.Narrated, Stance: Stance.Asserted, IsNegated: false, IsQuoted: false, IsHedged: false } && HasPredicate(unit))];
        Unit[] loose = [.. units.Where(static unit => unit is { Stance: Stance.Hedged, IsHedged: true } && HasPredicate(unit))];
        firm = [.. firm.Where(unit => !Array.Exists(loose, other => other.Account == unit.Account))];
        loose = [.. loose.Where(unit => !Array.Exists(firm, other => other.Account == unit.Account))];
        Unit[] asserting = [.. firm.Where(unit => Array.Exists(loose, other => alignment.LikelinessOf(unit, other) >= MinForFirmness))];
        Unit[] hedging = [.. loose.Where(unit => Array.Exists(asserting, other => alignment.LikelinessOf(unit, other) >= MinForFirmness))];
        return hedging.Length == 0 ? null : [[.. asserting.Select(unit => SideOf(unit, isDenial: false))], [.. hedging.Select(unit => SideOf(unit, isDenial: false))]];
    }

    /// <summary>A clause as one side, with its stance as a note tells it.</summary>
    public Side SideOf(Unit unit, bool isDenial)
    {
        string stance = isDenial ? "denied" : unit.Stance == Stance.Hedged ? "hedged" : "asserted";
        return new Side(unit, unit.Span, stance, unit.Kind == StatementKind.Narrated ? words.Word(stance) : Attributed(unit, stance));
    }

    private static bool HasPredicate(Unit unit) => unit.Terms.Any(static term => term.IsPredicate);

    private static bool IsDenial(Unit unit) => (unit.Denies && unit.Kind is not StatementKind.Mixed && (unit.Kind is not StatementKind.Narrated || unit.Quantities.IsEmpty)) || (unit is { Stance: Stance.Denied, Kind: StatementKind.Indirect or StatementKind.Reported } && (unit.IsDeniedByCue || unit.Statement?.CueClass is "denies" or "doubts" or "rejects"));

    /// <summary>Whether one says that what the other states is not so; a bare negation must meet the other's verb.</summary>
    private bool Contradicts(Unit denial, Unit other)
    {
        if (denial.Account == other.Account || other.Asks || !HasPredicate(other))
            return false;
        if (IsDenial(denial))
            return alignment.LikelinessOf(denial, other) >= MinForStance;
        return denial is { IsNegated: true, Stance: Stance.Denied, Kind: StatementKind.Indirect } && !other.IsNegated && alignment.LikelinessOf(denial, other) >= MinForNegation && denial.Terms.Any(term => term.IsPredicate && other.Terms.Any(met => met.IsPredicate && met.Keys.Intersect(term.Keys).Any()));
    }

    /// <summary>A stance with its speaker's name, or with the words that name the source; alone where there is neither, or a pronoun.</summary>
    private string Attributed(Unit unit, string stance)
    {
        AccountText text = texts[unit.Account];
        if (unit.Speaker is not null && text.Account.Entities.FirstOrDefault(entity => entity.Id == unit.Speaker) is Entity entity)
            return words.Say(stance + "-by", entity.Name);
        if (unit.Statement is not { Source: [TextSpan source, ..] })
            return words.Word(stance);
        bool isNamed = Enumerable.Range(text.WordAt(source.Start), Math.Max(0, text.WordAt(source.End) - text.WordAt(source.Start))).Any(word => !text.Words[word].Term.IsFunctionWord);
        return isNamed ? words.Say(stance + "-quoted", source.In(text.Text).ToString().ReplaceLineEndings(" ")) : words.Word(stance);
    }
}
