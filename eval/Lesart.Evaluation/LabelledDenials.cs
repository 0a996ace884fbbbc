using Lesart.Collating;

namespace Lesart.Evaluation;

/// <summary>Denials of a story beside clauses that they may mean, with what its gold says of them.</summary>
/// <param name="pairs">The pairs with their features.</param>
/// <param name="alignment">By clause weights that have not seen the story.</param>
/// <param name="noteOf">The note of the gold difference of stance that holds clauses on two sides; null where none does.</param>
/// <param name="show">A clause with its account.</param>
internal sealed class LabelledDenials((Unit Denial, Unit Other, double[] Features)[] pairs, Alignment alignment, Func<IReadOnlyList<Unit>, string?> noteOf, Func<Unit, string> show)
{
    /// <summary>Whether a reader left open what clauses are to one another.</summary>
    public Func<IReadOnlyList<Unit>, bool> IsOpen { get; init; } = static _ => false;

    /// <summary>The pairs, and whether one gold difference holds both clauses on two sides.</summary>
    public ValueRow[] Rows => field ??= [.. pairs.Select(pair => (Pair: pair, Note: noteOf([pair.Denial, pair.Other]))).Where(item => item.Note is not null || !IsOpen([item.Pair.Denial, item.Pair.Other]))
        .Select(item => new ValueRow(item.Pair.Features, item.Note, $"{show(item.Pair.Denial)} | {show(item.Pair.Other)}"))];

    /// <summary>What hangs together by pairs that the weights find likely, and whether one gold difference has two sides in what is shown of it; without what a reader left open.</summary>
    public IEnumerable<ValueRow> Partings(StanceWeights weights) => Judged(weights).Select(static judged => judged.Row);

    /// <summary>The same, with whether it is shown and how likely it is one thing.</summary>
    public IEnumerable<(ValueRow Row, bool IsShown, double Likely)> Judged(StanceWeights weights) =>
        All(weights).Where(static judged => !judged.IsOpen).Select(judged => (judged.Row, StanceJudge.IsShown(weights, judged.Parting), weights.LikelyParting(judged.Parting.Features))); // none is put aside

    /// <summary>How many things are shown that a reader left open.</summary>
    public int CountOpen(StanceWeights weights) => All(weights).Count(judged => judged.IsOpen && StanceJudge.IsShown(weights, judged.Parting));

    private IEnumerable<(StanceParting Parting, ValueRow Row, bool IsOpen)> All(StanceWeights weights) =>
        from parting in StanceParting.Find(pairs.Select(pair => (pair.Denial, pair.Other, weights.Likely(pair.Features))), alignment)
        let shown = parting.Camps().SelectMany(static camp => camp.Select(static side => side.Unit)).ToArray()
        let note = noteOf(shown)
        select (parting, new ValueRow(parting.Features, note, string.Join(" | ", shown.Select(show))), note is null && IsOpen(shown));
}
