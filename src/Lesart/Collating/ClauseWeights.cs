using System.Globalization;
using System.Text;
using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>How much each feature of two clauses speaks for one point: the table <c>languages/clause-weights.tsv</c>, one column a pass.</summary>
internal sealed class ClauseWeights
{
    /// <summary>Number of features.</summary>
    public static readonly int Width = Enum.GetValues<PairFeature>().Length;

    private readonly double[] _first;
    private readonly double[] _second;

    /// <summary>Weights given directly.</summary>
    public ClauseWeights(double[] first, double[] second) => (_first, _second) = (first, second);

    /// <summary>Reads the table.</summary>
    /// <exception cref="DataException">A row can't be used.</exception>
    public ClauseWeights(DataFolder languages)
        : this(new double[Width], new double[Width])
    {
        Dictionary<string, PairFeature> names = Enum.GetValues<PairFeature>().ToDictionary(NameOf, StringComparer.Ordinal);
        foreach (DataRow row in languages.Rows("clause-weights.tsv"))
        {
            if (!names.TryGetValue(row[0], out PairFeature feature))
                throw row.Error($"'{row[0]}' is no feature of two clauses");
            if (!double.TryParse(row[1], NumberStyles.Float, CultureInfo.InvariantCulture, out _first[(int)feature])
                || !double.TryParse(row[2], NumberStyles.Float, CultureInfo.InvariantCulture, out _second[(int)feature]))
                throw row.Error("expected two weights");
        }
    }

    /// <summary>The table that is compiled in.</summary>
    public static ClauseWeights BuiltIn { get; } = new(DataFolder.BuiltIn("languages/"));

    /// <summary>A feature's name in the table: its words with hyphens.</summary>
    public static string NameOf(PairFeature feature)
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

    /// <summary>Log odds by the pair alone.</summary>
    public double First(ReadOnlySpan<double> features) => Sum(features, _first);

    /// <summary>Log odds with what other pairs say.</summary>
    public double Second(ReadOnlySpan<double> features) => Sum(features, _second);

    private static double Sum(ReadOnlySpan<double> features, double[] weights)
    {
        double sum = 0;
        for (int i = 0; i < weights.Length; i++)
            sum += features[i] * weights[i];
        return sum;
    }
}
