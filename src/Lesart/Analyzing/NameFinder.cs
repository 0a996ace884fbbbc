using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Finds the names in a text, known and unknown.</summary>
internal static class NameFinder
{
    public static ImmutableArray<FoundName> Find(TaggedText text) => [];
}
