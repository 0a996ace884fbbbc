using System.Collections.Immutable;

namespace Lesart;

/// <summary>A mention of possibly relevant conduct, as somebody claims it; never a violation.</summary>
public sealed record Finding(
    string Lens, string Category, ImmutableArray<string> Provisions, string? Statement, string Account, int Start, int End, Stance Stance, string? Speaker, int Strands);
