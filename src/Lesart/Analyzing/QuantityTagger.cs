using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Finds numbers and measures outside temporal expressions.</summary>
internal static class QuantityTagger
{
    public static ImmutableArray<Quantity> Tag(TaggedText text, ImmutableArray<TimeExpression> except, AnalysisOptions options) => [];
}
