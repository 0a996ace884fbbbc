using System.Collections.Immutable;

namespace Lesart;

/// <summary>A figure of one thing that changes from one publication to the next.</summary>
public sealed record Drift
{
    /// <summary>The point's id.</summary>
    public required string Point { get; init; }

    /// <summary>What is counted or measured, as the first account words it; null where none says.</summary>
    public string? Of { get; init; }

    /// <summary>The unit, as quantities have it; null for things counted.</summary>
    public string? Unit { get; init; }

    /// <summary>The figure in the order of publication.</summary>
    public ImmutableArray<DriftStep> Steps { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>A figure as one account gives it.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="Published">When it appeared.</param>
/// <param name="Strand">Id of the account's strand.</param>
/// <param name="Value">The figure; the middle of a range.</param>
/// <param name="Start">UTF-16 code unit, inclusive.</param>
/// <param name="End">UTF-16 code unit, exclusive.</param>
public sealed record DriftStep(string Account, PublicationTime Published, string Strand, string Value, int Start, int End);
