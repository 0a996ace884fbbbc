using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>Finds where the readings of a point part in firmness: a fact here, only under reserve there; and says whose stance a clause tells.</summary>
internal sealed class StanceFinder(NoteWords words, IReadOnlyList<AccountText> texts, Alignment alignment)
{
    private const double MinForFirmness = 0.8;
    private const double MinHeld = 0.6; // of either clause by the other: a word of reserve may be about the rest

    /// <summary>Told as a fact here, only under reserve there; null where an account does both.</summary>
    public List<List<Side>>? Firmness(IReadOnlyList<Unit> units)
    {
        Unit[] firm = [.. units.Where(static unit => unit is { Kind: StatementKind.Narrated, Stance: Stance.Asserted, HoldsNegation: false, IsQuoted: false, IsHedged: false, Accuses: false, NamesCharge: false } && HasPredicate(unit))];
        Unit[] loose = [.. units.Where(static unit => unit is { Stance: Stance.Hedged, IsHedged: true, HoldsNegation: false } && HasPredicate(unit))];
        firm = [.. firm.Where(unit => !Array.Exists(loose, other => other.Account == unit.Account))];
        loose = [.. loose.Where(unit => !Array.Exists(firm, other => other.Account == unit.Account))];
        Unit[] asserting = [.. firm.Where(unit => Array.Exists(loose, other => SayTheSame(unit, other)))];
        Unit[] hedging = [.. loose.Where(unit => Array.Exists(asserting, other => SayTheSame(unit, other)))];
        return hedging.Length == 0 ? null : [[.. asserting.Select(unit => SideOf(unit, isDenial: false))], [.. hedging.Select(unit => SideOf(unit, isDenial: false))]];
    }

    /// <summary>A clause as one side, with its stance as a note tells it.</summary>
    public Side SideOf(Unit unit, bool isDenial)
    {
        string stance = isDenial ? "denied" : unit.Stance == Stance.Hedged ? "hedged" : "asserted";
        return new Side(unit, unit.Span, stance, unit.Kind == StatementKind.Narrated ? words.Word(stance) : Attributed(unit, stance));
    }

    private bool SayTheSame(Unit one, Unit other) => alignment.LikelinessOf(one, other) >= MinForFirmness && Math.Min(alignment.Reader.PartOf(one, other), alignment.Reader.PartOf(other, one)) >= MinHeld;

    private static bool HasPredicate(Unit unit) => unit.Terms.Any(static term => term.IsPredicate);

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
