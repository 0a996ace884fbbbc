namespace Lesart.Collating;

/// <summary>What the likeness of two clauses is made of, and how much is enough.</summary>
internal sealed record LikenessWeights
{
    public static LikenessWeights Default { get; } = new();

    /// <summary>Mean likeness that two groups of clauses need to be one point.</summary>
    public double MinLikeness { get; init; } = 0.27;

    /// <summary>Weight of words and figures that both must share at least, whatever their length; names and days alone make no point.</summary>
    public double MinShared { get; init; } = 0.3;

    /// <summary>Weight that both must share at least in all. A weight of 1 is as rare as one clause of the story: less than that is met by chance.</summary>
    public double MinSurprise { get; init; } = 0.7;

    /// <summary>The same where both give a figure in one unit.</summary>
    public double MinSurpriseMeasured { get; init; } = 0.4;

    /// <summary>The share of both clauses; the rest is the share of the shorter one.</summary>
    public double DiceWeight { get; init; } = 0.6;

    /// <summary>What likeness of the neighbouring clauses adds.</summary>
    public double ContextWeight { get; init; } = 0.12;

    /// <summary>What a match by a compound's part counts.</summary>
    public double PartShare { get; init; } = 0.6;
}
