namespace Lesart.Collating;

/// <summary>What can be said of denials and claims that hang together; each has its weight in <c>languages/parting-weights.tsv</c> under its name in words.</summary>
internal enum PartingFeature
{
    /// <summary>Always 1.</summary>
    Bias,

    /// <summary>Log odds of the likeliest pair of a denial and a claim.</summary>
    Best,

    /// <summary>Log odds of the likeliest pair of two other accounts.</summary>
    Second,

    /// <summary>Log odds of the likeliest pair in which another account denies.</summary>
    SecondDenial,

    /// <summary>Log odds of the likeliest pair in which another account claims.</summary>
    SecondClaim,

    /// <summary>Number of pairs, as a logarithm.</summary>
    Pairs,

    /// <summary>Number of accounts that deny, as a logarithm.</summary>
    Denying,

    /// <summary>Number of accounts that claim, as a logarithm.</summary>
    Claiming,

    /// <summary>An account prints claim and denial.</summary>
    TellsBoth,

    /// <summary>How likely the claim of the likeliest pair is stated by another clause that is denied, too.</summary>
    ClaimSupport,

    /// <summary>How likely the denial of the likeliest pair is stated by another clause that denies.</summary>
    DenialSupport,

    /// <summary>In the likeliest pair a word or verb denies, and no negation alone.</summary>
    ByWord,
}
