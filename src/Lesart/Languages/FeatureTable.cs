using System.Globalization;
using System.Text;

namespace Lesart.Languages;

/// <summary>A table of weights with a row for each feature of an enumeration: the feature's name, then its weights.</summary>
/// <typeparam name="TFeature">The features, numbered from 0 without a gap.</typeparam>
internal static class FeatureTable<TFeature> where TFeature : struct, Enum
{
    /// <summary>The features in the order of their numbers.</summary>
    private static readonly TFeature[] Features = Enum.GetValues<TFeature>();

    /// <summary>A feature's name in the table: its words with hyphens.</summary>
    public static string NameOf(TFeature feature)
    {
        StringBuilder name = new();
        foreach (char letter in feature.ToString())
        {
            if (char.IsUpper(letter) && name.Length > 0)
                name.Append('-');
            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }

    /// <summary>Reads a table of one column; a feature without a row weighs nothing.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="of">What the features are of, for messages.</param>
    /// <returns>A weight for each feature.</returns>
    /// <exception cref="DataException">A row names no feature, or lacks a weight.</exception>
    public static double[] Read(IEnumerable<DataRow> rows, string of)
    {
        double[] column = new double[Features.Length];
        Read(rows, of, [column]);
        return column;
    }

    /// <summary>Reads a table; a feature without a row weighs nothing.</summary>
    /// <param name="rows">Its rows.</param>
    /// <param name="of">What the features are of, for messages: "two clauses".</param>
    /// <param name="columns">For each column of weights an array with a place for each feature.</param>
    /// <exception cref="DataException">A row names no feature, or lacks a weight.</exception>
    public static void Read(IEnumerable<DataRow> rows, string of, params double[][] columns)
    {
        Dictionary<string, int> names = new(StringComparer.Ordinal);
        for (int i = 0; i < Features.Length; i++)
            names[NameOf(Features[i])] = i;
        foreach (DataRow row in rows)
        {
            if (!names.TryGetValue(row[0], out int feature))
                throw row.Error($"'{row[0]}' is no feature of {of}");
            for (int i = 0; i < columns.Length; i++)
            {
                if (!double.TryParse(row[i + 1], NumberStyles.Float, CultureInfo.InvariantCulture, out columns[i][feature]))
                    throw row.Error(columns.Length == 1 ? "expected a weight" : "expected two weights");
            }
        }
    }
}
