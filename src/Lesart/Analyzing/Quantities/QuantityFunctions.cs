using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>A number or range as a rule reads it.</summary>
internal sealed record QuantityReading(decimal? Value, decimal? Low, decimal? High, string? Unit, bool IsApproximate);

/// <summary>What formulas of quantity rules can call.</summary>
internal static class QuantityFunctions
{
    public static IReadOnlyDictionary<string, RuleFunction> All { get; } = new Dictionary<string, RuleFunction>(StringComparer.Ordinal)
    {
        // number, unit, bound: "about" and "almost" keep the number, the others open the range
        ["quantity"] = new(1, 3, static (_, a) => a[0] is decimal number ? Bounded(number, a[1] as string, a[2] as string) : null),
        ["between"] = new(2, 3, static (_, a) => a[0] is decimal low && a[1] is decimal high && low <= high ? new QuantityReading(null, low, high, a[2] as string, false) : null),

        // "Hunderte", "dozens": from two to so many of them
        ["vague"] = new(2, 3, static (_, a) => a[0] is decimal scale && a[1] is decimal most ? new QuantityReading(null, scale * 2, scale * most, a[2] as string, true) : null),

        // "3 to 5 million": the first number shares the scale of the second
        ["sameScale"] = new(2, 2, static (_, a) => a[0] is decimal first && a[1] is decimal second ? SameScale(first, second) : null),
    };

    private static decimal SameScale(decimal first, decimal second) => first >= 1000 || second < 1_000_000 ? first : first * (second >= 1_000_000_000 ? 1_000_000_000 : 1_000_000);

    private static QuantityReading? Bounded(decimal number, string? unit, string? bound) => bound switch
    {
        null => new(number, null, null, unit, false),
        "about" or "almost" => new(number, null, null, unit, true),
        "more" or "least" => new(null, number, null, unit, true),
        "less" or "most" => new(null, null, number, unit, true),
        _ => null,
    };
}

/// <summary>What a formula of a quantity rule may ask: only its captures.</summary>
internal sealed class QuantityScope : RuleScope
{
    public override object? Named(string name) => null;
}
