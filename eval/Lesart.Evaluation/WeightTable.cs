using System.Globalization;
using System.Text;
using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Evaluation;

/// <summary>Tables of fitted weights.</summary>
internal static class WeightTable
{
    /// <summary>One row for each feature.</summary>
    /// <param name="of">What the features are of, and by which verb they were fitted.</param>
    /// <param name="columns">Heads of the columns.</param>
    /// <param name="fitted">Weights by column and feature.</param>
    public static string Write<TFeature>(string of, string columns, params double[][] fitted) where TFeature : struct, Enum
    {
        StringBuilder table = new($"# What each feature of {of} (eval/) on invented stories in eval/collation.\n# feature\t{columns}\n");
        foreach ((int at, TFeature feature) in Enum.GetValues<TFeature>().Index())
            table.Append(CultureInfo.InvariantCulture, $"{FeatureTable<TFeature>.NameOf(feature)}\t{string.Join('\t', fitted.Select(column => column[at].ToString("0.000", CultureInfo.InvariantCulture)))}\n");
        return table.ToString();
    }
}
