using System.Collections.Immutable;

namespace Lesart;

/// <summary>Gives entities of an account other ids, everywhere in its layers.</summary>
internal static class EntityRenaming
{
    /// <summary>The account with ids replaced. Entities that get one id become one, with the name and type of the one that had it already; else of the first.</summary>
    /// <param name="account">The account.</param>
    /// <param name="ids">New ids by old ones; what is not there stays.</param>
    public static Account Apply(Account account, IReadOnlyDictionary<string, string> ids)
    {
        if (ids.Count == 0)
            return account;
        string IdOf(string id) => ids.GetValueOrDefault(id, id);
        string? IdOrNull(string? id) => id is null ? null : IdOf(id);
        return account with
        {
            Entities = [.. account.Entities.GroupBy(entity => IdOf(entity.Id), StringComparer.Ordinal).Select(static group => Joined(group.Key, [.. group]))],
            Mentions = [.. account.Mentions.Select(mention => mention with { Entity = IdOf(mention.Entity) })],
            Quantities = [.. account.Quantities.Select(quantity => quantity with { OfEntity = IdOrNull(quantity.OfEntity) })],
            Statements =
            [
                .. account.Statements.Select(statement => statement with
                {
                    Speaker = IdOrNull(statement.Speaker),
                    About = [.. statement.About.Select(IdOf).Distinct(StringComparer.Ordinal)],
                    Via = [.. statement.Via.Select(hop => hop with { Entity = IdOrNull(hop.Entity) })],
                }),
            ],
        };
    }

    // What is known of the entity that had the id stays; of one that was given it the Wikidata item may be another's.
    private static Entity Joined(string id, ImmutableArray<Entity> entities)
    {
        Entity first = entities.FirstOrDefault(entity => entity.Id == id) ?? entities[0] with { Id = id, Wikidata = null };
        return entities.Length == 1 ? first : first with
        {
            Names = [.. first.Names.Concat(entities.SelectMany(static entity => entity.Names)).Distinct(StringComparer.Ordinal)],
            Description = first.Description ?? entities.Select(static entity => entity.Description).FirstOrDefault(static description => description is not null),
        };
    }
}
