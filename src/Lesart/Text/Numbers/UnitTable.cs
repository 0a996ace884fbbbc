using System.Globalization;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>Units of measurement by their UCUM symbols, with their base for comparison.</summary>
/// <remarks>Read from <c>languages/ucum.tsv</c>: symbol, dimension, factor and offset to the dimension's base. What stands in none of its rows (a currency, a
/// noun that is counted) compares only with itself.</remarks>
internal static class UnitTable
{
    private static readonly Dictionary<string, (string Dimension, decimal Factor, decimal Offset)> Units = Read();

    /// <summary>Whether two units measure the same, and how numbers of the second become numbers of the first.</summary>
    /// <param name="first">Unit of the first quantity; null where the text gives none.</param>
    /// <param name="second">Unit of the second.</param>
    /// <param name="factor">Number of the first unit in one of the second.</param>
    /// <param name="offset">Added after the factor (degrees).</param>
    /// <param name="isMeasure">Whether it is a measure, which people round, and no count.</param>
    public static bool TryConvert(string? first, string? second, out decimal factor, out decimal offset, out bool isMeasure)
    {
        (factor, offset, isMeasure) = (1, 0, false);
        if (first is not null && second is not null && Units.TryGetValue(first, out (string Dimension, decimal Factor, decimal Offset) a)
            && Units.TryGetValue(second, out (string Dimension, decimal Factor, decimal Offset) b))
        {
            isMeasure = true;
            if (a.Dimension != b.Dimension)
                return false;
            factor = b.Factor / a.Factor;
            offset = (b.Offset - a.Offset) / a.Factor;
            return true;
        }

        // a number whose noun stands elsewhere may count the same things
        bool isMoney = first is { Length: 3 } && first.All(char.IsAsciiLetterUpper);
        isMeasure = isMoney;
        bool firstMeasures = first is not null && (Units.ContainsKey(first) || isMoney);
        bool secondMeasures = second is not null && (Units.ContainsKey(second) || (second.Length == 3 && second.All(char.IsAsciiLetterUpper)));
        if (firstMeasures || secondMeasures)
            return string.Equals(first, second, StringComparison.Ordinal);
        return first is null || second is null || string.Equals(first, second, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What a unit measures (a dimension, a currency, <c>#</c> for things counted), and its size in the dimension's base; degrees keep their own zero.</summary>
    public static void Base(string? unit, out string dimension, out decimal factor)
    {
        (dimension, factor) = ("#", 1);
        if (unit is not null && Units.TryGetValue(unit, out (string Dimension, decimal Factor, decimal Offset) known))
            (dimension, factor) = (known.Dimension, known.Factor);
        else if (unit is { Length: 3 } && unit.All(char.IsAsciiLetterUpper))
            dimension = unit;
    }

    private static Dictionary<string, (string Dimension, decimal Factor, decimal Offset)> Read()
    {
        Dictionary<string, (string, decimal, decimal)> units = new(StringComparer.Ordinal);
        foreach (DataRow row in DataFolder.BuiltIn("languages/").Rows("ucum.tsv"))
        {
            if (!decimal.TryParse(row[2], NumberStyles.Float, CultureInfo.InvariantCulture, out decimal factor) || factor == 0)
                throw row.Error($"'{row[2]}' is no factor");
            decimal offset = row[3].Length > 0 ? decimal.Parse(row[3], NumberStyles.Float, CultureInfo.InvariantCulture) : 0;
            if (!units.TryAdd(row[0], (row[1], factor, offset)))
                throw row.Error($"'{row[0]}' is defined twice");
        }

        return units;
    }
}
