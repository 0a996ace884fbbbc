using System.Globalization;
using System.Text;
using Lesart.Languages;

namespace Lesart.Extracting;

/// <summary>How much each feature of a block speaks for its being body: the table <c>outlets/block-weights.tsv</c>, one column a pass.</summary>
internal sealed class BlockWeights
{
    private readonly double[] _first = new double[FeatureSet.Capacity];
    private readonly double[] _second = new double[FeatureSet.Capacity];

    /// <summary>Weights given directly.</summary>
    public BlockWeights(double[] first, double[] second) => (_first, _second) = (first, second);

    /// <summary>Reads the table.</summary>
    /// <exception cref="DataException">A row can't be used.</exception>
    public BlockWeights(DataFolder outlets)
    {
        Dictionary<string, BlockFeature> names = Enum.GetValues<BlockFeature>().ToDictionary(NameOf, StringComparer.Ordinal);
        foreach (DataRow row in outlets.Rows("block-weights.tsv"))
        {
            if (!names.TryGetValue(row[0], out BlockFeature feature))
                throw row.Error($"'{row[0]}' is no feature of a block");
            if (!double.TryParse(row[1], NumberStyles.Float, CultureInfo.InvariantCulture, out _first[(int)feature])
                || !double.TryParse(row[2], NumberStyles.Float, CultureInfo.InvariantCulture, out _second[(int)feature]))
                throw row.Error("expected two weights");
        }
    }

    /// <summary>A feature's name in the table: its words with hyphens.</summary>
    public static string NameOf(BlockFeature feature)
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

    /// <summary>The first pass: positive speaks for body.</summary>
    public double First(FeatureSet features) => features.Sum(_first);

    /// <summary>The second pass.</summary>
    public double Second(FeatureSet features) => features.Sum(_second);
}
