using System.Collections.Immutable;

namespace Lesart;

/// <summary>A mention of possibly relevant conduct, as somebody claims it; never a violation.</summary>
/// <param name="Lens">Name of the lens that picks it out.</param>
/// <param name="Category">The lens's category.</param>
/// <param name="Provisions">The provisions that the lens names for it.</param>
/// <param name="Statement">The statement's id in its account; null for a narrated sentence that is none.</param>
/// <param name="Account">The account's id.</param>
/// <param name="Start">UTF-16 code unit, inclusive.</param>
/// <param name="End">UTF-16 code unit, exclusive.</param>
/// <param name="Stance">How firmly.</param>
/// <param name="Speaker">Entity id of who claims it; null for the outlet itself or an unnamed source.</param>
/// <param name="Strands">How many independent strands carry it.</param>
public sealed record Finding(
    string Lens, string Category, ImmutableArray<string> Provisions, string? Statement, string Account, int Start, int End, Stance Stance, string? Speaker, int Strands);
