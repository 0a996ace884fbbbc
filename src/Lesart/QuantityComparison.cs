using Lesart.Text;

namespace Lesart;

/// <summary>What two accounts' words for one fact say about each other.</summary>
public enum Agreement
{
    /// <summary>They measure different things or leave it open: nothing can be said.</summary>
    Incomparable,

    /// <summary>Both can be true: they are equal, or one is vaguer or rounder than the other.</summary>
    Compatible,

    /// <summary>They can't both be true.</summary>
    Different,
}

/// <summary>Compares quantities as a reader would: bounds, rounding and "about" are no difference, 23 and 24 are.</summary>
public static class QuantityComparison
{
    private const decimal AboutShare = 0.10m; // "rund 30" covers 27 to 33
    private const decimal AboutPlace = 0.6m; // and from 100 on no more than what rounds to its last place or to fives of it, or a twentieth: "rund 650.000" is no 700.000
    private const decimal BothAboutShare = 0.05m; // but "rund 14.000" and "rund 12.000" are two figures
    private const decimal RoundingShare = 0.05m; // no rounding moves a number further than this
    private const decimal SmallestRoundCount = 1000m; // below it people are counted, not rounded: 30 dead and 29 dead differ
    private const decimal RoundCount = 100m; // unless the figure itself is round: 300 and 312 agree

    /// <summary>Whether both can be true of the same thing. Symmetric.</summary>
    public static bool Compatible(Quantity first, Quantity second) => Compare(first, second) == Agreement.Compatible;

    /// <summary>Compares two quantities of the same thing; that it is the same thing is for the caller to know. Symmetric.</summary>
    /// <returns><see cref="Agreement.Incomparable"/> where the units measure different things.</returns>
    public static Agreement Compare(Quantity first, Quantity second)
    {
        if (!UnitTable.TryConvert(first.Unit, second.Unit, out decimal factor, out decimal offset, out bool isMeasure))
            return Agreement.Incomparable;
        decimal about = first is { Approximate: true, Value: not null } && second is { Approximate: true, Value: not null } ? BothAboutShare : AboutShare;
        if (!TryInterval(first, about, out (decimal? Low, decimal? High) a) || !TryInterval(second, about, out (decimal? Low, decimal? High) b))
            return Agreement.Incomparable;
        // the second one's numbers in the first one's unit
        (decimal? Low, decimal? High) converted = (Scale(b.Low, factor, offset), Scale(b.High, factor, offset));
        if (Overlap(a, converted))
            return Agreement.Compatible;
        if (first.Value is decimal x && second.Value is decimal original && Scale(original, factor, offset) is decimal y)
        {
            bool isConverted = factor != 1 || offset != 0;
            if (isConverted && Math.Abs(x - y) <= RoundingShare * Math.Max(Math.Abs(x), Math.Abs(y)))
                return Agreement.Compatible;
            if (Rounds(x, y, isMeasure) || Rounds(y, x, isMeasure))
                return Agreement.Compatible;
        }

        return Agreement.Different;
    }

    private static bool TryInterval(Quantity quantity, decimal share, out (decimal? Low, decimal? High) interval)
    {
        decimal slack = quantity is { Approximate: true, Value: decimal about } ? Math.Min(Math.Abs(about) * share, Math.Abs(about) < RoundCount ? decimal.MaxValue : Math.Max(RoundingShare * Math.Abs(about), AboutPlace * Step(about))) : 0;
        interval = quantity.Value is decimal value ? (value - slack, value + slack) : (quantity.Low, quantity.High);
        return interval.Low is not null || interval.High is not null;
    }

    private static bool Overlap((decimal? Low, decimal? High) a, (decimal? Low, decimal? High) b) =>
        (a.Low is null || b.High is null || a.Low <= b.High) && (b.Low is null || a.High is null || b.Low <= a.High);

    private static decimal? Scale(decimal? value, decimal factor, decimal offset) =>
        value is decimal number && Math.Abs(number) < 1e18m ? (number * factor) + offset : null;

    // whether the rounder number is what the finer one gives when it is rounded to the same place
    private static bool Rounds(decimal round, decimal fine, bool isMeasure)
    {
        if (round == 0 || Math.Abs(round - fine) > RoundingShare * Math.Abs(round) || (!isMeasure && Math.Abs(round) < SmallestRoundCount && Place(round) < RoundCount))
            return false;
        decimal place = Place(round);
        return place > Place(fine) && Math.Abs(round - fine) <= place / 2;
    }

    // what a number was rounded to: its last place that is not zero, or five of it
    private static decimal Step(decimal number) => Place(number) is decimal place && Math.Abs(number) / place % 10 == 5 ? 5 * place : place;

    // value of the last place that is not zero: 100 for 2400, 0.1 for 3.7
    private static decimal Place(decimal number)
    {
        decimal place = 0.0001m;
        number = Math.Abs(number);
        while (place < number && number % (place * 10) == 0)
            place *= 10;
        return place;
    }
}
