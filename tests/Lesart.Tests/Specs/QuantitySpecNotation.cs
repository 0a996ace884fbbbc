using System.Globalization;

namespace Lesart.Tests.Specs;

/// <summary>
/// Quantities: <c>quantity 30000 Soldat [30.000]</c>, <c>~30</c> for one that says it is not exact, <c>20..25</c>, <c>10000..</c>, <c>..5</c> for ranges, <c>-</c>
/// without a unit, <c>of Weizen</c> for what is measured; <c>quantity none</c> where there is none.
/// </summary>
internal sealed class QuantitySpecNotation : ISpecNotation
{
    public string Keyword => "quantity";

    public IEnumerable<string> Actual(SpecExample example)
    {
        if (example.Account.Quantities.IsEmpty)
            return ["quantity none"];
        return example.Account.Quantities.Select((quantity, i) =>
        {
            bool asksOf = i < example.Expected.Length && example.Expected[i].Contains("] of ", StringComparison.Ordinal);
            return $"quantity {Text(quantity)} [{example.Text[quantity.Start..quantity.End]}]{(asksOf ? " of " + quantity.Of : "")}";
        });
    }

    /// <summary>Number and unit.</summary>
    internal static string Text(Quantity quantity) =>
        $"{(quantity is { Approximate: true, Value: not null } ? "~" : "")}{(quantity.Value is decimal value ? Number(value) : $"{Number(quantity.Low)}..{Number(quantity.High)}")} {quantity.Unit ?? "-"}";

    private static string Number(decimal? value) => value?.ToString("0.######", CultureInfo.InvariantCulture) ?? "";
}
