using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>A clause of an account with what it says, who says it and how firmly: what points are made of.</summary>
internal sealed record Unit
{
    /// <summary>Place among the story's units: by account, then by text order.</summary>
    public required int Index { get; init; }

    public required int Account { get; init; }

    public required int Sentence { get; init; }

    /// <summary>The clause.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The whole sentence.</summary>
    public required TextSpan Whole { get; init; }

    public required ImmutableArray<UnitWord> Words { get; init; }

    /// <summary>Null where no statement covers the clause.</summary>
    public Statement? Statement { get; init; }

    public Stance Stance { get; init; }

    public StatementKind Kind { get; init; } = StatementKind.Narrated;

    public string? Speaker { get; init; }

    public ImmutableArray<TimeExpression> Times { get; init; } = [];

    public ImmutableArray<Quantity> Quantities { get; init; } = [];

    /// <summary>Named entities of the clause, by first mention.</summary>
    public ImmutableArray<Mention> Mentions { get; init; } = [];

    /// <summary>Whether most of its words stand in quotation marks.</summary>
    public bool IsQuoted { get; init; }

    public double Weight { get; init; }
}

/// <summary>A word, name, figure or day of a unit: it matches another that shares one of its keys.</summary>
/// <param name="Keys">Sorted.</param>
/// <param name="Parts">Keys of a compound's parts, sorted: a match by them counts less.</param>
/// <param name="Weight">How much a match says.</param>
/// <param name="Kind">What it is: names alone make no two clauses alike.</param>
internal readonly record struct UnitWord(int[] Keys, int[] Parts, double Weight, UnitWordKind Kind);

/// <summary>Kinds of what is matched.</summary>
internal enum UnitWordKind
{
    /// <summary>A word that says what happens, to what, how.</summary>
    Content,

    /// <summary>A name, a speaker, a pronoun that stands for one.</summary>
    Name,

    /// <summary>A figure with what it measures.</summary>
    Figure,

    /// <summary>A day or month; that something is counted.</summary>
    Frame,

    /// <summary>What a figure is measured in: clauses that measure the same need to share less.</summary>
    Unit,
}
