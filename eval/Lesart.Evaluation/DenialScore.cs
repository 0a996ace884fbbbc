using System.Globalization;
using Lesart.Collating;

namespace Lesart.Evaluation;

/// <summary>How well denials of real groups are told from others, and how many of what is shown hold.</summary>
/// <param name="title">What is scored.</param>
/// <param name="showErrors">Whether what is shown, and what is labelled and not shown, is printed.</param>
internal sealed class DenialScore(string title, bool showErrors)
{
    private const double MinPrinted = 0.15;

    private readonly PairRanking _pairs = new();
    private readonly PairRanking _partings = new();
    private int _shown;
    private int _right;
    private int _open;
    private int _labelled;
    private int _found;

    /// <summary>Counts a group, judged by weights.</summary>
    public void Add(RealDenials group, StanceWeights weights)
    {
        ValueRow[] rows = group.Denials.Rows;
        _pairs.Add(rows.Select(row => (weights.Likely(row.Features!), row.Difference is not null)), rows.Count(static row => row.Difference is not null)); // none is put aside
        (ValueRow Row, bool IsShown, double Likely)[] partings = [.. group.Denials.Judged(weights)];
        _partings.Add(partings.Select(static parting => (parting.Likely, parting.Row.Difference is not null)), partings.Count(static parting => parting.Row.Difference is not null));
        ValueRow[] shown = [.. partings.Where(static parting => parting.IsShown).Select(static parting => parting.Row)];
        string[] found = [.. shown.Select(static row => row.Difference).OfType<string>().Distinct(StringComparer.Ordinal)];
        string[] labelled = [.. rows.Select(static row => row.Difference).OfType<string>().Distinct(StringComparer.Ordinal)];
        (_shown, _right) = (_shown + shown.Length, _right + shown.Count(static row => row.Difference is not null));
        (_labelled, _found) = (_labelled + labelled.Length, _found + found.Length);
        _open += group.Denials.CountOpen(weights);
        if (!showErrors)
            return;
        foreach ((ValueRow row, bool isShown, double likely) in partings.Where(static parting => parting.Likely > MinPrinted || parting.Row.Difference is not null).OrderByDescending(static parting => parting.Likely))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Name}  parting {likely:0.00} {(isShown ? "shown " : "")}{row.Difference ?? "-"}\n    {row.Shown.Replace(" | ", "\n    ", StringComparison.Ordinal)}"));
    }

    /// <summary>Prints the figures.</summary>
    public void Print() => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{title}: pairs {_pairs}; things {_partings}; shown {_shown}, right {_right} (and {_open} left open); of {_labelled} labelled things {_found} found"));
}
