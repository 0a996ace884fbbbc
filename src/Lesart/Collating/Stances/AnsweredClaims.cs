using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Finds what denials answer in their own account ("Kuwait said the boat had fired. Iran denied it."): the one place that says so, for points, differences of stance and replies.</summary>
/// <remarks>Such a denial shares no word with what other accounts tell of the claim: it joins their point by the claim alone. Only what others than the denier are said to say, or
/// what is held against somebody, can be meant; a fact only by a pronoun right behind it. Who goes on to speak behind a bare denial ("Iran denied it. Nobody had been hurt, a spokesman said.") answers the same.</remarks>
internal sealed class AnsweredClaims
{
    private const int ReachOfCharge = 3; // sentences
    private const int MostWords = 3; // of a denial that points back or names a charge; an outlet's own words for who denies are among them

    // By the first pass: on a rare pair it is low. Of what a verb denies two of three such pairs hold in eval/collation/dev and plain; of what is only negated, one of two from 0.1 on.
    private const double MinLikely = 0.1;
    private const double MinLikelyNegated = 0.2;

    private readonly ImmutableArray<Unit> _units;
    private readonly Func<Unit, Unit, double> _likely;
    private readonly SortedDictionary<int, Unit> _claims = []; // by denial
    private readonly HashSet<int> _contradicting = [];

    /// <summary>Finds all of them.</summary>
    /// <param name="units">The clauses of a story.</param>
    /// <param name="likely">How likely two clauses state the same, by what both say alone.</param>
    public AnsweredClaims(ImmutableArray<Unit> units, Func<Unit, Unit, double> likely)
    {
        (_units, _likely) = (units, likely);
        _contradicting = [.. units.Where(denial => !denial.Contradicted.IsEmpty && units.Any(unit => unit.IsContradictedBy(denial))).Select(static denial => denial.Index)];
        foreach (Unit denial in units)
        {
            if ((denial.Rejects ? Rejected(denial) : IsNegatedByOther(denial) ? GoneOnAbout(denial) ?? Likeliest(denial, MinLikelyNegated) : null) is Unit claim)
                _claims.Add(denial.Index, claim);
        }
    }

    /// <summary>The claim that a denial answers; null where it answers none, or is no denial.</summary>
    public Unit? Of(Unit denial) => _claims.GetValueOrDefault(denial.Index);

    /// <summary>Whether a denial may mean a clause: one that names whom it contradicts, and these speak in the story, means nothing but what they say.</summary>
    public bool CanMean(Unit denial, Unit claim) => !_contradicting.Contains(denial.Index) || claim.IsContradictedBy(denial);

    /// <summary>Denials with the claim that each answers, in order.</summary>
    public IEnumerable<(Unit Denial, Unit Claim)> All => _claims.Select(item => (_units[item.Key], item.Value));

    /// <summary>Denials of other accounts with the claim of one that likely says the same; one without words of its own says nothing by which it could be met.</summary>
    public IEnumerable<(Unit Denial, Unit Claim)> OfPartners(PairTable likely, double minLikely)
    {
        foreach ((Unit denial, Unit claim) in All)
        {
            int[] partners = denial.IsBare ? [] : [.. likely.PartnersOf(denial.Index)];
            foreach (Unit other in partners.Select(partner => _units[partner]).Where(other => (other.Rejects || other.HoldsNegation) && !other.IsBare && likely.Of(denial.Index, other.Index) >= minLikely))
                yield return (other, claim);
        }
    }

    /// <summary>Whether a denial of accusations names none of them and answers the one that its whole story is about.</summary>
    public static bool IsOfStory(Unit denial, Unit claim) => denial is { NamesCharges: true, IsBare: true } && claim.Accuses && denial.Sentence - claim.Sentence > ReachOfCharge;

    private static bool IsNegatedByOther(Unit unit) => unit is { HoldsNegation: true, NegatesMeasure: false, Kind: not StatementKind.Narrated };

    private Unit? Rejected(Unit denial)
    {
        Unit[] told = [.. Before(denial).Where(static unit => IsTold(unit))]; // the nearest first
        Unit[] claims = [.. told.Where(static unit => !IsAnswer(unit))];
        if (denial is { IsBare: true, NamesCharges: true } && FirstCharge(denial) is Unit charge)
            return charge;
        if (!Array.Exists(claims, claim => denial.Sentence - claim.Sentence <= 1))
            claims = told;
        Unit? nearest = Array.Find(claims, claim => denial.Sentence - claim.Sentence <= 1);
        if (denial.IsBare && nearest?.Sentence == denial.Sentence)
            return nearest.Stance is Stance.Denied ? null : nearest; // its own verb: "it had fired first, the ministry denied"
        Unit? near = Meant(denial, claims);
        if ((denial.NamesTelling || denial.NamesCharge) && denial.OwnWords <= MostWords)
            return (denial.NamesCharge ? Array.Find(claims, static claim => claim.Accuses && !claim.Rejects) : null) ?? (denial is { IsBare: true, NamesCharges: false } && (near is not null || !NamesContent(denial)) ? Array.Find(claims, static claim => claim.Kind is not StatementKind.Narrated && !claim.Rejects) : null) ?? (denial.IsBare && claims.Length == 0 ? ToldBehind(denial) : null); // many charges stand in more than one sentence
        if (denial.PointsBack && denial.OwnWords <= MostWords)
            return near is null ? ToldFarther(denial, claims) ?? FactBefore(denial) : denial.IsBare || near.Sentence < denial.Sentence ? near : null;
        if (denial.IsBare)
            return near;
        return denial.Kind is StatementKind.Narrated ? null : Likeliest(denial, MinLikely);
    }

    /// <summary>The accusation with which an account begins, where who rejects accusations names none of them: they are what its story is about.</summary>
    private Unit? FirstCharge(Unit denial) =>
        _units.SkipWhile(unit => unit.Account != denial.Account).TakeWhile(unit => unit.Index < denial.Index).FirstOrDefault(unit => unit is { Accuses: true, Rejects: false, HoldsNegation: false } && !IsOfOneSpeaker(unit, denial));

    /// <summary>What others are said to say right before a denial: of the clauses of one sentence the one that is likeliest the same, and what concerns who denies rather than what was said of others behind it.</summary>
    private Unit? Meant(Unit denial, Unit[] claims)
    {
        Unit? near = Array.Find(claims, claim => denial.Sentence - claim.Sentence <= 1 && !claim.Rejects);
        if (near is null)
            return null;
        if (denial.OwnWords > ClauseDenials.MostOfBare && near.Sentence < denial.Sentence)
            near = claims.Where(claim => claim.Sentence == near.Sentence && !claim.Rejects).MaxBy(claim => _likely(claim, denial)) ?? near;
        return denial.Speaker is string denier && !Concerns(near, denier) ? Array.Find(claims, claim => near.Sentence - claim.Sentence is 0 or 1 && !claim.Rejects && Concerns(claim, denier)) ?? near : near;
    }

    /// <summary>Whether a clause says that something is not so: it mostly answers, too.</summary>
    private static bool IsAnswer(Unit unit) => unit is { HoldsNegation: true, NegatesMeasure: false };

    /// <summary>Whether the sentence goes on with what is denied ("He rejected the charge of having sold it").</summary>
    private bool NamesContent(Unit denial) => denial.Index + 1 < _units.Length && _units[denial.Index + 1] is var next && next.Account == denial.Account && next.Sentence == denial.Sentence && (next.IsComplement || (!next.IsFinite && next.Statement == denial.Statement));

    private static bool Concerns(Unit claim, string entity) => claim.Mentions.Any(mention => mention.Entity == entity);

    /// <summary>What others are said to say before a denial that says no more than that this is not so, where the outlet tells facts between them.</summary>
    private static Unit? ToldFarther(Unit denial, Unit[] claims) => denial.IsBare ? Array.Find(claims, static claim => !claim.Rejects) : null;

    /// <summary>What an outlet tells itself in the sentence before a denial that says no more than that this is not so.</summary>
    private Unit? FactBefore(Unit denial) => denial.IsBare ? Before(denial).FirstOrDefault(unit => !unit.Rejects && !unit.IsSource && unit.Sentence == denial.Sentence - 1) : null;

    /// <summary>What others are said to say in the sentence behind a denial with which an account begins to speak of it ("The mine rejected a report. The paper had written that ...").</summary>
    private Unit? ToldBehind(Unit denial)
    {
        for (int i = denial.Index + 1; i < _units.Length && _units[i].Account == denial.Account && _units[i].Sentence <= denial.Sentence + 1; i++)
        {
            if (_units[i] is { Kind: not StatementKind.Narrated, Rejects: false, HoldsNegation: false } claim && claim.Sentence > denial.Sentence && !IsOfOneSpeaker(claim, denial) && (claim.Accuses || claim.Statement?.CueClass is "claims" or "reports"))
                return claim;
        }

        return null;
    }

    private Unit? Likeliest(Unit denial, double least) =>
        Before(denial).Where(unit => denial.Sentence - unit.Sentence <= 1 && IsTold(unit) && !unit.Rejects && (denial.Rejects || !unit.HoldsNegation) && _likely(unit, denial) >= least).MaxBy(unit => _likely(unit, denial));

    /// <summary>What a bare denial right before answers, which this one goes on about.</summary>
    private Unit? GoneOnAbout(Unit denial)
    {
        for (int i = denial.Index - 1; i >= 0 && _units[i].Account == denial.Account && denial.Sentence - _units[i].Sentence <= 1; i--)
        {
            if (_units[i] is { Rejects: true, IsBare: true } && _claims.TryGetValue(i, out Unit? claim) && claim.Kind is not StatementKind.Narrated && !IsOfOneSpeaker(claim, denial))
                return claim;
        }

        return null;
    }

    /// <summary>Clauses before one that others than its speaker may be said to say, the nearest first.</summary>
    private IEnumerable<Unit> Before(Unit unit)
    {
        for (int i = unit.Index - 1; i >= 0 && _units[i].Account == unit.Account && unit.Sentence - _units[i].Sentence <= ReachOfCharge; i--)
        {
            if (!IsOfOneSpeaker(_units[i], unit) && CanMean(unit, _units[i]))
                yield return _units[i];
        }
    }

    private static bool IsTold(Unit unit) => unit.Kind is not StatementKind.Narrated || unit.Stance is Stance.Hedged || unit.Accuses || unit.IsComplement;

    private static bool IsOfOneSpeaker(Unit one, Unit other) => (one.Speaker is not null && one.Speaker == other.Speaker) || (one.Statement is { Kind: not StatementKind.Narrated } && one.Statement == other.Statement);
}
