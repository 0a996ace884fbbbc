using System.Collections.Immutable;

namespace Lesart.Analyzing;

/// <summary>Who and what a text speaks of, and where.</summary>
/// <param name="Entities">By first mention.</param>
/// <param name="Mentions">In text order.</param>
internal sealed record MentionLayer(ImmutableArray<Entity> Entities, ImmutableArray<Mention> Mentions);
