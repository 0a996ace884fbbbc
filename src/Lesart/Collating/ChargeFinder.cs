using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Finds charges that one account tells and another only lets be denied by name ("called the accusations baseless").</summary>
/// <remarks>A denial that names the charge shares hardly a word with it, so that no likeness of clauses brings them together.</remarks>
internal static class ChargeFinder
{
    private const string Accuses = "accuses";

    /// <summary>The clauses that accuse and those that deny, as camps; nothing where the story has only one side, or only one account of both.</summary>
    public static IEnumerable<List<List<Side>>> Find(IReadOnlyList<AccountText> texts, ImmutableArray<Unit> units)
    {
        List<Side> accusing = [.. units.Where(static unit => unit is { Statement.CueClass: Accuses, Stance: not Stance.Denied, Denies: false }).Select(static unit => new Side(unit, unit.Span, "asserted", ""))];
        List<Side> denying = [.. units.Where(unit => unit.Denies && NamesCharge(texts[unit.Account], unit)).Select(static unit => new Side(unit, unit.Span, "denied", ""))];
        if (accusing.Exists(one => denying.Exists(other => other.Unit.Account != one.Unit.Account)))
            yield return [accusing, denying];
    }

    private static bool NamesCharge(AccountText text, Unit unit)
    {
        for (int i = text.WordAt(unit.Span.Start); i < text.Words.Length && text.Words[i].Start < unit.Span.End; i++)
        {
            if (text.Replies?.Charges.Contains(text.Words[i].Term.Lemma) == true)
                return true;
        }

        return false;
    }
}
