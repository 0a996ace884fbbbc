using System.Collections.Immutable;
using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>Names other stories about the same actors; they are never merged.</summary>
internal static class RelatedFinder
{
    private const int MinShared = 2;
    private const double MinShare = 0.4;
    private const int MaxActors = 8;
    private const int MaxRelated = 10;

    /// <summary>Stories whose most mentioned persons and bodies are largely the same, most shared first, ties by id.</summary>
    public static ImmutableArray<RelatedStory> Find(Story story, IReadOnlyList<Story> others, NoteWords words)
    {
        Dictionary<string, string> mine = Actors(story);
        List<(int Shared, RelatedStory Related)> related = [];
        foreach (Story other in others)
        {
            if (other.Id == story.Id)
                continue;
            string[] shared = [.. Actors(other).Keys.Where(mine.ContainsKey)];
            if (shared.Length >= MinShared && shared.Length >= MinShare * Math.Min(mine.Count, MaxActors))
                related.Add((shared.Length, new RelatedStory(other.Id, words.Say("related", string.Join(", ", shared.Select(id => mine[id]))))));
        }

        return [.. related.OrderByDescending(static item => item.Shared).ThenBy(static item => item.Related.Story, StringComparer.Ordinal).Take(MaxRelated).Select(static item => item.Related)];
    }

    private static Dictionary<string, string> Actors(Story story)
    {
        Dictionary<string, Entity> entities = new(StringComparer.Ordinal);
        foreach (Entity entity in story.Accounts.SelectMany(static account => account.Entities))
            entities.TryAdd(entity.Id, entity);
        return story.Accounts.SelectMany(static account => account.Mentions)
            .Where(mention => entities.TryGetValue(mention.Entity, out Entity? entity) && entity.Type is EntityType.Person or EntityType.Organization or EntityType.GeoPolitical)
            .GroupBy(static mention => mention.Entity, StringComparer.Ordinal)
            .OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal)
            .Take(MaxActors)
            .ToDictionary(static group => group.Key, group => entities[group.Key].Name, StringComparer.Ordinal);
    }
}
