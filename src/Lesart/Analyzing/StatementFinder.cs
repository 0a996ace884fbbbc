using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Finds who says what, on whose word, how firmly; and what the outlet tells in its own voice.</summary>
internal static class StatementFinder
{
    public static ImmutableArray<Statement> Find(
        TaggedText text, MentionLayer mentions, ImmutableArray<TimeExpression> times, ImmutableArray<Quantity> quantities, Article article, AnalysisOptions options) => [];
}
