using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Finds temporal expressions and resolves them against publication day, tense and what was said before.</summary>
internal static class TimeTagger
{
    public static ImmutableArray<TimeExpression> Tag(TaggedText text, PublicationTime? anchor, AnalysisOptions options) => [];
}
