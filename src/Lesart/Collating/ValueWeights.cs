using System.Globalization;
using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>How much each feature of two values speaks for one thing that is told in two ways: the table <c>languages/value-weights.tsv</c>.</summary>
/// <param name="weights">By feature.</param>
internal sealed class ValueWeights(double[] weights)
{
    /// <summary>Number of features.</summary>
    public static readonly int Width = Enum.GetValues<ValueFeature>().Length;

    /// <summary>Reads the table.</summary>
    /// <exception cref="DataException">A row can't be used.</exception>
    public ValueWeights(DataFolder languages)
        : this(Read(languages))
    {
    }

    /// <summary>The table that is compiled in.</summary>
    public static ValueWeights BuiltIn { get; } = new(DataFolder.BuiltIn("languages/"));

    /// <summary>A feature's name in the table: its words with hyphens.</summary>
    public static string NameOf(ValueFeature feature) =>
        string.Concat(feature.ToString().Select(static (letter, at) => (at > 0 && char.IsUpper(letter) ? "-" : "") + char.ToLowerInvariant(letter)));

    /// <summary>How likely both values are of one thing, from 0 to 1.</summary>
    public double Likely(ReadOnlySpan<double> features)
    {
        double sum = 0;
        for (int i = 0; i < features.Length; i++)
            sum += features[i] * weights[i];
        return 1 / (1 + Math.Exp(-sum));
    }

    private static double[] Read(DataFolder languages)
    {
        double[] read = new double[Width];
        Dictionary<string, ValueFeature> names = Enum.GetValues<ValueFeature>().ToDictionary(NameOf, StringComparer.Ordinal);
        foreach (DataRow row in languages.Rows("value-weights.tsv"))
        {
            if (!names.TryGetValue(row[0], out ValueFeature feature))
                throw row.Error($"'{row[0]}' is no feature of two values");
            if (!double.TryParse(row[1], NumberStyles.Float, CultureInfo.InvariantCulture, out read[(int)feature]))
                throw row.Error("expected a weight");
        }

        return read;
    }
}
