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

        // "Hunderte", "dozens": from two to ten of them
        ["vague"] = new(1, 2, static (_, a) => a[0] is decimal scale ? new QuantityReading(null, scale * 2, scale * (scale >= 1_000_000 ? 1000 : 10), a[1] as string, true) : null),
    };

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
