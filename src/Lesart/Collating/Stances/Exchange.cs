using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>A claim and, behind it in its own account, a denial that means just that ("The company denies this"), with what other accounts tell of the claim: surely asserted here and denied there.</summary>
/// <param name="Denial">The denial.</param>
/// <param name="Claims">The claim and the clauses of other accounts that likely state it.</param>
/// <param name="Denials">The denial and the clauses of other accounts that tell the claim as denied.</param>
internal sealed record Exchange(Unit Denial, ImmutableArray<Unit> Claims, ImmutableArray<Unit> Denials)
{
    private const double MinAlike = 0.4; // from there on 10 of 11 that no pair shows hold in dev, plain's first five, kept6 and opened8
    private const double MinAlikeOfPronoun = 0.25; // a pronoun means the claim before it and nothing else; set with dev, plain's first five, kept6, opened8 and opened9 in view

    /// <summary>Those of all accounts of which another account tells the claim, too, in the order of their denials.</summary>
    public static IEnumerable<Exchange> Find(Alignment alignment)
    {
        Dictionary<int, Unit> units = [];
        foreach (Unit unit in alignment.Groups.SelectMany(static group => group))
            units.TryAdd(unit.Index, unit);
        foreach ((Unit denial, Unit claim) in alignment.Answers.All.Where(static answer => MeansClaim(answer.Denial, answer.Claim)))
        {
            Unit[] alike = [.. PartnersOf(claim).Where(unit => unit.Account != claim.Account && !unit.Asks && alignment.LikelinessOf(claim, unit) >= (denial is { IsBare: true, PointsBack: true } ? MinAlikeOfPronoun : MinAlike))];
            if (alike.Length > 0)
                yield return new Exchange(denial, [claim, .. Likeliest(alike, claim, static unit => !unit.Rejects && !unit.HoldsNegation)], [denial, .. Likeliest(alike, claim, static unit => unit.Rejects && !unit.IsBare)]);
        }

        IEnumerable<Unit> Likeliest(Unit[] alike, Unit claim, Func<Unit, bool> isOf) => // one of each account
            alike.Where(isOf).GroupBy(static unit => unit.Account).Select(account => account.MaxBy(unit => alignment.LikelinessOf(claim, unit))!); // a group has units

        IEnumerable<Unit> PartnersOf(Unit unit)
        {
            foreach (int partner in alignment.Likely.PartnersOf(unit.Index).ToArray())
                yield return units[partner];
        }
    }

    /// <summary>Whether a denial means the claim and nothing else: by a pronoun, since it says no more than that, and the claim is a charge, or since its own words likely say what somebody else is said to say right before it.
    /// A denial of any part in something may mean whatever stands there, and what says that something is not so mostly answers something itself.</summary>
    private static bool MeansClaim(Unit denial, Unit claim) => denial is { Rejects: true, DeniesPart: false } && claim is not { HoldsNegation: true, NegatesMeasure: false } && !AnsweredClaims.IsOfStory(denial, claim)
        && (denial.PointsBack || (denial is { IsBare: true, NamesCharge: true } && (claim.Accuses || claim.Statement?.CueClass is "accuses" or "claims"))
        || (denial is { IsBare: false, NamesCharge: false, RulesOut: false, Kind: StatementKind.Indirect or StatementKind.Reported } && (denial.Denies || denial.IsDeniedByVerb) && claim is { Kind: not StatementKind.Narrated, Accuses: false } && claim.Sentence < denial.Sentence));
}
