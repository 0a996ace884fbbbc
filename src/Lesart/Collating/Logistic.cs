namespace Lesart.Collating;

/// <summary>The logistic function, by which a weighted sum of features becomes a likelihood.</summary>
internal static class Logistic
{
    /// <summary>The likelihood, from 0 to 1, of log odds.</summary>
    public static double Of(double odds) => 1 / (1 + Math.Exp(-odds));

    /// <summary>The likelihood of the features' weighted sum.</summary>
    /// <param name="features">A value for each feature.</param>
    /// <param name="weights">As many weights.</param>
    public static double Of(ReadOnlySpan<double> features, ReadOnlySpan<double> weights)
    {
        double sum = 0;
        for (int i = 0; i < features.Length; i++)
            sum += features[i] * weights[i];
        return Of(sum);
    }
}
