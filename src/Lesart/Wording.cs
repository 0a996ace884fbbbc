using System.Collections.Immutable;

namespace Lesart;

/// <summary>What accounts call the same thing.</summary>
/// <param name="Entity">Id of an entity; for a thing without a name the term that most accounts use.</param>
/// <param name="Terms">By account.</param>
public sealed record Wording(string Entity, ImmutableArray<WordingTerm> Terms)
{
    /// <summary>How sure it is that the terms call one thing, from 0 to 1; null where it is sure enough to be told as such.</summary>
    public decimal? Certainty { get; init; }
}

/// <summary>A term of one account.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="Term">The shortest of the forms that the account uses, without leading function words.</param>
/// <param name="Count">How often it stands there.</param>
/// <param name="Spans">Where, in text order; UTF-16 code units.</param>
public sealed record WordingTerm(string Account, string Term, int Count, ImmutableArray<TextSpan> Spans)
{
    /// <summary>How many of <see cref="Count"/> stand in words of others.</summary>
    public int Quoted { get; init; }
}
