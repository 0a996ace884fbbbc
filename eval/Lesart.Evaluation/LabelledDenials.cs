using Lesart.Collating;

namespace Lesart.Evaluation;

/// <summary>Denials of a story beside clauses that they may mean, with what its gold says of them.</summary>
/// <param name="pairs">The pairs with their features.</param>
/// <param name="alignment">By clause weights that have not seen the story.</param>
/// <param name="noteOf">The note of the gold difference of stance that holds clauses on two sides; null where none does.</param>
/// <param name="show">A clause with its account.</param>
internal sealed class LabelledDenials((Unit Denial, Unit Other, double[] Features)[] pairs, Alignment alignment, Func<IReadOnlyList<Unit>, string?> noteOf, Func<Unit, string> show)
{
    /// <summary>The pairs, and whether one gold difference holds both clauses on two sides.</summary>
    public ValueRow[] Rows { get; } = [.. pairs.Select(pair => new ValueRow(pair.Features, noteOf([pair.Denial, pair.Other]), $"{show(pair.Denial)} | {show(pair.Other)}"))];

    /// <summary>What hangs together by pairs that the weights find likely, and whether one gold difference has two sides in what is shown of it.</summary>
    public IEnumerable<ValueRow> Partings(StanceWeights weights) =>
        from parting in StanceParting.Find(pairs.Select(pair => (pair.Denial, pair.Other, weights.Likely(pair.Features))), alignment)
        let shown = parting.Camps().SelectMany(static camp => camp.Select(static side => side.Unit)).ToArray()
        select new ValueRow(parting.Features, noteOf(shown), string.Join(" | ", shown.Select(show)));

    /// <summary>How many things are shown.</summary>
    public int CountShown(StanceWeights weights) => StanceParting.Find(pairs.Select(pair => (pair.Denial, pair.Other, weights.Likely(pair.Features))), alignment).Count(parting => StanceJudge.IsShown(weights, parting));
}
