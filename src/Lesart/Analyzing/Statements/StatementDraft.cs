using System.Collections.Immutable;

namespace Lesart.Analyzing;

/// <summary>A statement while it is put together.</summary>
internal sealed class StatementDraft(StatementKind kind, string rule)
{
    public StatementKind Kind { get; set; } = kind;

    /// <summary>Which rule found it.</summary>
    public string Rule { get; } = rule;

    /// <summary>How the cue puts the speaker; null where nothing does.</summary>
    public string? CueClass { get; set; }

    public bool IsCueNegated { get; init; }

    public List<TextSpan> Content { get; } = [];

    public List<TextSpan> Cue { get; } = [];

    public TextSpan? Source { get; set; }

    /// <summary>Whose words the source names by a word for "own" ("nach eigenen Angaben"): the clause's subject; null where it does not.</summary>
    public TextSpan? Owner { get; set; }

    /// <summary>Whether the source stands outside the statement's own sentence.</summary>
    public bool IsSourceInherited { get; set; }

    /// <summary>The cue verb and its sentence's stretches; null where no verb carries it.</summary>
    public (ImmutableArray<Clause> Clauses, StatementCue Cue)? Origin { get; init; }

    public List<TextSpan> Via { get; } = [];

    /// <summary>The statement in which a quoted wording stands.</summary>
    public StatementDraft? Within { get; set; }

    /// <summary>End of the last content, or of the last cue where nothing is named.</summary>
    public int End => Content.Count > 0 ? Content[^1].End : Cue.Count > 0 ? Cue[^1].End : 0;

    public int Start => Math.Min(Content.Count > 0 ? Content[0].Start : int.MaxValue, Cue.Count > 0 ? Cue[0].Start : int.MaxValue);
}
