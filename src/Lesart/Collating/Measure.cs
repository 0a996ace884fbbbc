namespace Lesart.Collating;

/// <summary>A quantity as a range in a common unit, so that figures written apart can be compared.</summary>
/// <param name="Low">Least that the words allow.</param>
/// <param name="High">Most that the words allow.</param>
/// <param name="Unit">Common unit; <c>#</c> for things counted.</param>
/// <param name="Middle">The figure itself.</param>
internal readonly record struct Measure(decimal Low, decimal High, string Unit, decimal Middle)
{
    private const decimal Approximately = 0.08m;
    private const decimal OpenEnd = 0.25m; // "more than 10,000" is no 20,000
    private const int MaxUnitLength = 4;
    private const decimal Largest = 1_000_000_000_000_000_000m;

    public static bool TryOf(Quantity quantity, out Measure measure)
    {
        measure = default;
        decimal? middle = quantity.Value ?? quantity.Low ?? quantity.High;
        if (middle is not decimal figure || Math.Abs(figure) > Largest || quantity.Low > Largest || quantity.High > Largest)
            return false;
        decimal low = quantity.Value ?? quantity.Low ?? figure * (1 - OpenEnd), high = quantity.Value ?? quantity.High ?? figure * (1 + OpenEnd);
        if (quantity is { Low: not null, High: not null })
            middle = (low + high) / 2;
        decimal rounding = Rounding(figure);
        if (quantity.Approximate)
            rounding = Math.Max(rounding, Math.Abs(figure) * Approximately);
        (string unit, decimal factor) = Common(quantity.Unit);
        measure = new Measure((low - rounding) * factor, (high + rounding) * factor, unit, (middle ?? figure) * factor);
        return true;
    }

    /// <summary>Whether both can be the same figure.</summary>
    public bool IsCompatibleWith(Measure other) => Unit == other.Unit && Low <= other.High && other.Low <= High;

    /// <summary>Half of the last written place, where the figure ends in at least two zeros.</summary>
    private static decimal Rounding(decimal figure)
    {
        if (figure == 0 || figure != decimal.Truncate(figure))
            return 0;
        decimal place = 1;
        while (figure % (place * 10) == 0 && place < Largest)
            place *= 10;
        return place >= 100 ? place / 2 : 0;
    }

    // UCUM symbols with a common base; currencies and % stand for themselves, nouns are things counted.
    private static (string Unit, decimal Factor) Common(string? unit) => unit switch
    {
        null => ("#", 1),
        "t" => ("kg", 1000),
        "kg" => ("kg", 1),
        "g" => ("kg", 0.001m),
        "[lb_av]" => ("kg", 0.45359237m),
        "km" => ("m", 1000),
        "m" => ("m", 1),
        "cm" => ("m", 0.01m),
        "mm" => ("m", 0.001m),
        "[mi_i]" or "mi" => ("m", 1609.344m),
        "[ft_i]" => ("m", 0.3048m),
        "km2" => ("m2", 1_000_000),
        "har" or "ha" => ("m2", 10_000),
        "m2" => ("m2", 1),
        "min" => ("s", 60),
        "h" => ("s", 3600),
        "s" => ("s", 1),
        "d" => ("d", 1),
        "wk" => ("d", 7),
        "mo" => ("mo", 1),
        "a" => ("a", 1),
        "%" => ("%", 1),
        _ when IsSymbol(unit) => (unit, 1),
        _ => ("#", 1),
    };

    // Currency codes and UCUM symbols are short or hold other signs than letters; a counted noun is a word.
    private static bool IsSymbol(string unit) =>
        (unit.Length == 3 && unit.All(char.IsAsciiLetterUpper)) || (unit.Length <= MaxUnitLength && !unit.All(char.IsLetter)) || unit.Contains('/', StringComparison.Ordinal);
}
