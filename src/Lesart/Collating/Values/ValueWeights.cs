using System.Collections.Immutable;
using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>How much each feature of two values speaks for one thing that is told in two ways: the table <c>languages/value-weights.tsv</c>, with a column for each <see cref="ValueKind"/>.</summary>
/// <remarks>Each kind has weights of its own: other things tell of one day than of one figure or place.</remarks>
/// <param name="weights">By kind and feature.</param>
internal sealed class ValueWeights(double[][] weights)
{
    private readonly double[][] _weights = weights;

    /// <summary>Number of features.</summary>
    public static readonly int Width = Enum.GetValues<ValueFeature>().Length;

    /// <summary>Number of kinds.</summary>
    public static readonly int Kinds = Enum.GetValues<ValueKind>().Length;

    /// <summary>Reads the table.</summary>
    /// <exception cref="DataException">A row can't be used.</exception>
    public ValueWeights(DataFolder languages)
        : this([.. Enumerable.Range(0, Kinds).Select(static _ => new double[Width])]) => FeatureTable<ValueFeature>.Read(languages.Rows("value-weights.tsv"), "two values", _weights);

    /// <summary>The same weights, to which other bars are given.</summary>
    public ValueWeights(ValueWeights other)
        : this(other._weights)
    {
    }

    /// <summary>The table that is compiled in.</summary>
    public static ValueWeights BuiltIn { get; } = new(DataFolder.BuiltIn("languages/"));

    /// <summary>By <see cref="ValueKind"/>: from how likely on two values are told to part. Set on the stories in eval/collation/dev and real-values, each by weights that had not seen it.</summary>
    public ImmutableArray<double> MinLikely { get; init; } = [0.25, 0.35, 0.35];

    /// <summary>How likely both values are of one thing, from 0 to 1.</summary>
    public double Likely(ReadOnlySpan<double> features) => Logistic.Of(features, _weights[(int)KindOf(features)]);

    /// <summary>What two values are, by their features.</summary>
    public static ValueKind KindOf(ReadOnlySpan<double> features) => features[(int)ValueFeature.Place] + features[(int)ValueFeature.PlaceAlone] > 0 ? ValueKind.Place : features[(int)ValueFeature.Date] > 0 ? ValueKind.Date : ValueKind.Figure;
}

/// <summary>What values are, for weighing what is said of them.</summary>
internal enum ValueKind
{
    /// <summary>Counts, shares, measures, sums of money, lengths of time.</summary>
    Figure,

    /// <summary>Days, months, years, times of day.</summary>
    Date,

    /// <summary>Places.</summary>
    Place,
}
