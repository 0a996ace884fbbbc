namespace Lesart.Analyzing;

/// <summary>What a stretch between separators is to its sentence.</summary>
internal enum ClauseKind : byte
{
    /// <summary>A main clause: finite verb behind its first part.</summary>
    Main,

    /// <summary>Begins with its finite verb: an inserted cue, the rest of a main clause, a condition or a question.</summary>
    VerbFirst,
    Subordinate,

    /// <summary>Begins with a question word and its verb stands last.</summary>
    Question,
    Relative,
    Infinitive,

    /// <summary>Has no verb of its own.</summary>
    Fragment,

    /// <summary>A quotation that is a sentence of its own.</summary>
    Quote,
}

/// <summary>A stretch of a sentence between separators.</summary>
/// <param name="First">First token.</param>
/// <param name="Last">Token after the last one; separators belong to none.</param>
/// <param name="Kind">Of the clause that it begins or goes on with.</param>
/// <param name="Finite">Its finite verb; -1 where it has none.</param>
/// <param name="Unit">Index of the stretch that began the same clause; its own where it begins one.</param>
/// <param name="Parent">Index of the stretch whose clause it depends on; -1 for none.</param>
/// <param name="Marker">The word that introduces it ("dass", "die"); -1 for none.</param>
/// <param name="IsCoordinated">Whether a coordinator begins it.</param>
internal readonly record struct Clause(int First, int Last, ClauseKind Kind, int Finite, int Unit, int Parent, int Marker, bool IsCoordinated);
