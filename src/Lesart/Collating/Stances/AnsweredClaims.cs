using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Finds denials that answer what stands before them in their own account ("Kuwait said the boat had fired. Iran denied it.").</summary>
/// <remarks>Such a denial shares no word with what other accounts tell of the claim: it joins their point by the claim alone. Only what others than the denier are said to say, or
/// what is held against somebody, can be meant.</remarks>
internal sealed class AnsweredClaims(ImmutableArray<Unit> units, PairReader reader, ClauseWeights weights)
{
    private const int ReachOfCharge = 3; // sentences
    private const double MinLikely = 0.1; // by the first pass: on a rare pair it is low

    /// <summary>Denials with the claim that each answers, in order.</summary>
    public IEnumerable<(Unit Denial, Unit Claim)> Find()
    {
        foreach (Unit denial in units.Where(static unit => unit.Denies || unit.IsDeniedByCue || (unit.Refuses && unit.IsBare)))
        {
            if (ClaimOf(denial) is Unit claim)
                yield return (denial, claim);
        }
    }

    private Unit? ClaimOf(Unit denial)
    {
        Unit[] claims = [.. Before(denial).Where(unit => IsTold(unit) && !IsOfOneSpeaker(unit, denial))]; // the nearest first
        Unit[] near = [.. claims.Where(claim => denial.Sentence - claim.Sentence <= 1)];
        if (!denial.IsBare)
            return denial.Kind is StatementKind.Narrated ? null : near.Where(claim => !Rejects(claim) && LikelinessOf(claim, denial) >= MinLikely).MaxBy(claim => LikelinessOf(claim, denial));
        if (near.Length > 0 && near[0].Sentence == denial.Sentence)
            return near[0].Stance is Stance.Denied ? null : near[0]; // its own verb: "it had fired first, the ministry denied"
        if (denial.NamesCharge)
            return Array.Find(claims, static claim => claim.Accuses && !Rejects(claim));
        return denial.Kind is StatementKind.Reported && near.Length > 0 ? near[0] : null;
    }

    private IEnumerable<Unit> Before(Unit unit)
    {
        for (int i = unit.Index - 1; i >= 0 && units[i].Account == unit.Account && unit.Sentence - units[i].Sentence <= ReachOfCharge; i--)
            yield return units[i];
    }

    private static bool Rejects(Unit unit) => unit.Denies || unit.IsDeniedByCue || unit.Refuses;

    private static bool IsTold(Unit unit) => unit.Kind is not StatementKind.Narrated || unit.Stance is Stance.Hedged || unit.Accuses || unit.IsComplement;

    private static bool IsOfOneSpeaker(Unit one, Unit other) => (one.Speaker is not null && one.Speaker == other.Speaker) || (one.Statement is not null && one.Statement == other.Statement);

    private double LikelinessOf(Unit one, Unit other) => Logistic.Of(weights.First(reader.Read(one, other)));
}
