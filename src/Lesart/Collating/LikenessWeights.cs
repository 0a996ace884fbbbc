namespace Lesart.Collating;

/// <summary>What the likeness of two clauses is made of, and how much is enough.</summary>
internal sealed record LikenessWeights
{
    public static LikenessWeights Default { get; } = new();

    /// <summary>Mean likeness that two groups of clauses need to be one point.</summary>
    public double MinLikeness { get; init; } = 0.25;

    /// <summary>Weight that both must share at least, whatever their length.</summary>
    public double MinShared { get; init; } = 0.5;

    /// <summary>Words that both must share, unless one of them has fewer.</summary>
    public int MinSharedWords { get; init; } = 1;

    /// <summary>The share of both clauses; the rest is the share of the shorter one.</summary>
    public double DiceWeight { get; init; } = 0.6;

    /// <summary>What likeness of the neighbouring clauses adds.</summary>
    public double ContextWeight { get; init; } = 0.12;

    /// <summary>What a match by a compound's part counts.</summary>
    public double PartShare { get; init; } = 0.6;
}
