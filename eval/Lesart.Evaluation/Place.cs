namespace Lesart.Evaluation;

/// <summary>A piece of an account.</summary>
internal readonly record struct Place(string Account, TextSpan Span)
{
    /// <summary>At least half of the shorter one is shared.</summary>
    public bool Meets(Place other) =>
        Account == other.Account && 2 * (Math.Min(Span.End, other.Span.End) - Math.Max(Span.Start, other.Span.Start)) >= Math.Min(Span.Length, other.Span.Length);
}
