using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Proposes clauses that deny beside clauses of other accounts that may state what they deny, and reads what speaks for and against it.</summary>
/// <remarks>A denial shares few words with what it denies ("He called that a lie"): what stands before it is looked at, too, and denials that stand behind the other clause.</remarks>
internal sealed class StancePairs(ImmutableArray<Unit> units, Alignment alignment)
{
    private const double LeastLikely = 0.05;
    private const double MostOdds = 4;
    private const double MinToSaySo = 0.5;
    private const int MinTerms = 2; // "They are working on it" says nothing

    /// <summary>Denials, each with a clause of another account, in order.</summary>
    public IEnumerable<(Unit Denial, Unit Other, double[] Features)> Find()
    {
        Unit[] accusing = [.. units.Where(static unit => unit.Accuses && !unit.Rejects)];
        foreach (Unit denial in units.Where(static unit => unit.Rejects || unit is { HoldsNegation: true, NegatesMeasure: false }))
        {
            foreach (Unit other in OthersOf(denial, accusing).Where(other => CanBeDenied(denial, other)).DistinctBy(static unit => unit.Index).OrderBy(static unit => unit.Index))
                yield return (denial, other, Read(denial, other));
        }
    }

    private static bool IsDenied(Unit unit) => unit.Stance is Stance.Denied || unit.Counters;

    /// <summary>Whether a clause of another account can be meant: who denies doesn't say it, too, and it denies nothing itself.</summary>
    private bool CanBeDenied(Unit denial, Unit other) => other.Account != denial.Account && alignment.Answers.CanMean(denial, other) && !other.Rejects && !other.HoldsNegation && !other.Asks && !other.IsCondition && !other.NamesCharges && !SaysSo(denial, other) && (denial.Speaker is null || denial.Speaker != other.Speaker)
        && !other.IsSource && !(denial.Rejects && !denial.IsBare && !denial.PointsBack && IsOfDenial(other)) && !(denial.HoldsNegation && AreOpposed(denial, other)) // "knew nothing" beside "was unaware"
        && (denial.SaidBy is null || denial.SaidBy != other.SaidBy) && !(denial.OwnWords <= ClauseDenials.MostOfBare && SharesDenying(denial, other))
        && other.Terms.Count(static term => term.Kind is not UnitTermKind.Counted) >= MinTerms
        && !(HasVerb(other) ? Mentions(other, denial.Speaker) && InSentenceOf(other).Any(static unit => unit.Rejects) : InSentenceOf(other).Any(static unit => unit.Rejects || unit.HoldsNegation)); // "Its spokesman, Pat Muster," stands before "denied that"

    /// <summary>Whether the words of a denial that says nothing of its own mean something else in another clause ("dismissed the claim", "she was dismissed").</summary>
    private static bool SharesDenying(Unit denial, Unit other) => other.Terms.Any(term => term.Kind is UnitTermKind.Content && term.Keys.Intersect(denial.Denying).Any());

    /// <summary>Whether one says the opposite of what the other says.</summary>
    private static bool AreOpposed(Unit denial, Unit other) => denial.Poles.Any(pole => other.Poles.Contains(pole with { IsOther = !pole.IsOther }));

    /// <summary>Whether a clause is part of what its own sentence denies: it stands behind the denial, joined by no word like "and", or before it, and the denial has words of its own ("The spokesman said the report, ..., was wrong").</summary>
    private bool IsOfDenial(Unit other) => InSentenceOf(other).Any(unit => unit.Rejects && (unit.Index > other.Index
        ? !unit.IsFinite || !(unit.PointsBack || unit.IsBare)
        : !other.IsCoordinated && !unit.PointsBack && !unit.IsBare));

    /// <summary>Whether a clause that gives what holds instead ("He denied it: a buoy had drifted") and another tell the same.</summary>
    private bool SaysSo(Unit denial, Unit other) => denial is { Counters: true, HoldsNegation: false, Denies: false } && alignment.LikelinessOf(denial, other) >= MinToSaySo;

    private static bool Mentions(Unit unit, string? entity) => entity is not null && unit.Mentions.Any(mention => mention.Entity == entity);

    private static bool HasVerb(Unit unit) => unit.Terms.Any(static term => term.IsPredicate);

    private IEnumerable<Unit> OthersOf(Unit denial, Unit[] accusing)
    {
        foreach (Unit met in Met(denial))
        {
            yield return met;
            if (met.Rejects)
            {
                foreach (Unit before in Before(met))
                    yield return before;
            }
        }

        if (alignment.Answers.Of(denial) is Unit claim)
        {
            foreach (Unit met in Met(claim))
                yield return met;
        }

        if (!denial.Rejects)
            yield break;
        foreach (Unit met in Before(denial).SelectMany(Met))
            yield return met;
        foreach (Unit unit in InSentenceOf(denial).SelectMany(Met))
            yield return unit;
        if (!denial.NamesCharge)
            yield break;
        foreach (Unit unit in ChargesBefore(denial).SelectMany(Met).Concat(accusing))
            yield return unit;
    }

    private IEnumerable<Unit> ChargesBefore(Unit denial)
    {
        for (int i = denial.Index - 1; i >= 0 && units[i].Account == denial.Account; i--)
        {
            if (units[i].Accuses && !units[i].Rejects)
                yield return units[i];
        }
    }

    private List<Unit> Met(Unit unit)
    {
        List<Unit> met = [];
        ReadOnlySpan<int> partners = alignment.Likely.PartnersOf(unit.Index);
        ReadOnlySpan<double> likely = alignment.Likely.LikelyOf(unit.Index);
        for (int i = 0; i < partners.Length; i++)
        {
            if (likely[i] >= LeastLikely)
                met.Add(units[partners[i]]);
        }

        return met;
    }

    /// <summary>The clauses before one in its sentence, and those of the sentence before; nobody denies what they said themselves.</summary>
    private IEnumerable<Unit> Before(Unit unit)
    {
        for (int i = unit.Index - 1; i >= 0 && units[i].Account == unit.Account && units[i].Sentence >= unit.Sentence - 1; i--)
        {
            if (!units[i].Rejects && !(unit.Speaker is not null && units[i].Speaker == unit.Speaker))
                yield return units[i];
        }
    }

    /// <summary>The other clauses of its sentence.</summary>
    private IEnumerable<Unit> InSentenceOf(Unit unit)
    {
        for (int i = unit.Index - 1; i >= 0 && units[i].Account == unit.Account && units[i].Sentence == unit.Sentence; i--)
            yield return units[i];
        for (int i = unit.Index + 1; i < units.Length && units[i].Account == unit.Account && units[i].Sentence == unit.Sentence; i++)
            yield return units[i];
    }

    /// <summary>Denials behind a clause, in its sentence and the next.</summary>
    private IEnumerable<Unit> AnswersTo(Unit unit)
    {
        for (int i = unit.Index + 1; i < units.Length && units[i].Account == unit.Account && units[i].Sentence <= unit.Sentence + 1; i++)
        {
            if (units[i].Rejects)
                yield return units[i];
        }
    }

    private double Odds(Unit left, Unit right) => Math.Log(Math.Clamp(alignment.LikelinessOf(left, right), 0.018, 0.982) is double likely ? likely / (1 - likely) : 0) + MostOdds;

    private double[] Read(Unit denial, Unit other)
    {
        double[] features = new double[StanceWeights.Width];
        double[] clauses = denial.Index < other.Index ? alignment.Reader.Read(denial, other) : alignment.Reader.Read(other, denial);
        bool isOnlyNegated = !denial.Rejects;
        double aligned = Odds(denial, other), verb = clauses[(int)PairFeature.SharedVerb];
        Set(StanceFeature.Bias, 1);
        Set(StanceFeature.ByCue, denial.IsDeniedByVerb);
        Set(StanceFeature.ByWord, denial.Denies);
        Set(StanceFeature.Refuses, denial.Refuses);
        Set(StanceFeature.Negated, denial.IsNegated);
        Set(StanceFeature.TwiceNegated, !isOnlyNegated && denial.HoldsNegation);
        Set(StanceFeature.Denied, IsDenied(denial));
        Set(StanceFeature.Aligned, aligned);
        Set(StanceFeature.SharedContent, clauses[(int)PairFeature.SharedContent]);
        Set(StanceFeature.SharedVerb, verb);
        Set(StanceFeature.LikeVerb, clauses[(int)PairFeature.LikeVerb]);
        Set(StanceFeature.LikeContained, clauses[(int)PairFeature.LikeContained]);
        double met = denial.Negated.Length == 0 ? 0 : other.Terms.Where(static term => term.Kind is UnitTermKind.Content).Select(term => term.Keys.Intersect(denial.Negated).Any() ? term.Weight : 0).DefaultIfEmpty(0).Max();
        Set(StanceFeature.NegatedMet, met);
        Set(StanceFeature.NegatedUnmet, denial.Negated.Length > 0 && met == 0);
        Set(StanceFeature.SharedNames, clauses[(int)PairFeature.SharedNames]);
        Set(StanceFeature.OtherNames, clauses[(int)PairFeature.OtherNames]);
        double antecedent = isOnlyNegated ? 0 : Before(denial).Select(before => Odds(before, other)).DefaultIfEmpty(0).Max();
        bool isBare = denial.IsBare && !InSentenceOf(denial).Any(static unit => unit.IsComplement);
        Set(StanceFeature.Bare, isBare);
        Set(StanceFeature.BareAntecedent, isBare ? antecedent : 0);
        Set(StanceFeature.Antecedent, isBare ? 0 : antecedent);
        Set(StanceFeature.InSentence, isOnlyNegated ? 0 : InSentenceOf(denial).Select(unit => Odds(unit, other)).DefaultIfEmpty(0).Max());
        Set(StanceFeature.Complement, isOnlyNegated ? 0 : InSentenceOf(denial).Where(static unit => unit.IsComplement).Select(unit => Odds(unit, other)).DefaultIfEmpty(0).Max());
        Set(StanceFeature.ChargeAntecedent, denial.NamesCharge ? ChargesBefore(denial).Select(unit => Odds(unit, other)).DefaultIfEmpty(0).Max() : 0);
        Set(StanceFeature.BareNarrated, isBare && other.Kind is StatementKind.Narrated ? antecedent : 0);
        Set(StanceFeature.Answered, AnswersTo(other).Select(answer => Odds(answer, denial)).DefaultIfEmpty(0).Max());
        Set(StanceFeature.Accused, Mentions(other, denial.Speaker));
        Set(StanceFeature.OtherSpeaker, denial.Speaker is not null && other.Speaker is not null && denial.Speaker != other.Speaker);
        Set(StanceFeature.NamesCharge, denial.NamesCharge);
        Set(StanceFeature.ChargeMet, denial.NamesCharge && other.Accuses);
        Set(StanceFeature.Accuses, other.Accuses);
        Set(StanceFeature.Hedged, other.Stance is Stance.Hedged || other.IsHedged);
        Set(StanceFeature.Narrated, other.Kind is StatementKind.Narrated);
        Set(StanceFeature.DenialNarrated, denial.Kind is StatementKind.Narrated);
        Set(StanceFeature.Asks, other.Stance is Stance.Questioned);
        Set(StanceFeature.HasVerb, HasVerb(other));
        Set(StanceFeature.Length, Math.Log(1 + other.Terms.Count(static term => term.Kind is UnitTermKind.Content)));
        Set(StanceFeature.Rival, Met(denial).Where(rival => rival.Account == other.Account).Select(rival => Odds(denial, rival) - aligned).DefaultIfEmpty(0).Max());
        Set(StanceFeature.Distance, clauses[(int)PairFeature.Distance]);
        Set(StanceFeature.AcrossLanguages, clauses[(int)PairFeature.AcrossLanguages]);
        Set(StanceFeature.Lead, other.Sentence < 2);
        Set(StanceFeature.PointsBack, denial.PointsBack);
        Set(StanceFeature.BackAntecedent, alignment.Answers.Of(denial) is Unit claim && denial.PointsBack ? Odds(claim, other) : 0);
        return features;

        void Set(StanceFeature feature, IConvertible value) => features[(int)feature] = value.ToDouble(null);
    }
}
