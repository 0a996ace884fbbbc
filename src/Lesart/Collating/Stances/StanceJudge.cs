using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Finds what is asserted in one account and denied in another, be it in one point or not.</summary>
/// <remarks>A logistic regression over named features judges each denial beside each clause of another account that it may mean; of each account a denial takes the likeliest.
/// A second one judges what hangs together by such pairs: several weak ones of several accounts tell more than one.</remarks>
internal sealed class StanceJudge(StanceWeights weights)
{
    private const double MinLikely = 0.62; // below, weights of more invented stories show more false ones in the groups of eval/collation/denials-real than those of dev alone did
    private const double MinOfTwo = 0.38; // set on the stories in eval/collation/dev, each by weights that had not seen it: in a story of two accounts, where no third can tell it, too; the stories of dev have more

    /// <summary>For each thing the clauses that assert and those that deny it, as camps.</summary>
    public List<List<List<Side>>> Find(ImmutableArray<Unit> units, Alignment alignment) =>
        [.. StanceParting.Find(new StancePairs(units, alignment).Find().Select(pair => (pair.Denial, pair.Other, weights.Likely(pair.Features))), alignment)
            .Where(parting => IsShown(weights, parting)).Select(static parting => parting.Camps()).Where(static camps => camps[0].Count > 0)];

    /// <summary>Whether what hangs together is likely enough to be told.</summary>
    internal static bool IsShown(StanceWeights weights, StanceParting parting) => parting.IsSure || weights.LikelyParting(parting.Features) >= (parting.IsOfTwo ? MinOfTwo : MinLikely);
}
