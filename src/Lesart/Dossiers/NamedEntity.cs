using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>An entity over all accounts of a story.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The name that most accounts show, ties by the first.</param>
/// <param name="Type">Its type.</param>
/// <param name="Spellings">All spellings with the accounts that use them, most used first.</param>
/// <param name="Descriptions">What accounts call it beside its name.</param>
/// <param name="Mentions">Its first mention in each account, with the number of mentions there.</param>
internal sealed record NamedEntity(
    string Id,
    string Name,
    EntityType Type,
    ImmutableArray<(string Spelling, int Accounts)> Spellings,
    ImmutableArray<string> Descriptions,
    ImmutableArray<(AccountView Account, TextSpan First, int Count)> Mentions)
{
    /// <summary>How often all accounts together mention it.</summary>
    public int Count => Mentions.Sum(static mention => mention.Count);

    /// <summary>Joins the entities of all accounts by id.</summary>
    public static IReadOnlyDictionary<string, NamedEntity> Merge(ImmutableArray<AccountView> accounts)
    {
        Dictionary<string, List<(AccountView Account, Entity Entity)>> byId = new(StringComparer.Ordinal);
        Dictionary<(int Account, string Entity), (TextSpan First, int Count)> mentions = [];
        List<string> order = [];
        foreach (AccountView account in accounts)
        {
            foreach (Entity entity in account.Account.Entities)
            {
                if (!byId.TryGetValue(entity.Id, out List<(AccountView, Entity)>? list))
                {
                    byId.Add(entity.Id, list = []);
                    order.Add(entity.Id);
                }

                list.Add((account, entity));
            }

            foreach (Mention mention in account.Account.Mentions)
            {
                (int, string) key = (account.Number, mention.Entity);
                mentions[key] = mentions.TryGetValue(key, out (TextSpan First, int Count) seen) ? (seen.First, seen.Count + 1) : (mention.Span, 1);
            }
        }

        Dictionary<string, NamedEntity> merged = new(StringComparer.Ordinal);
        foreach (string id in order)
        {
            List<(AccountView Account, Entity Entity)> list = byId[id];
            merged.Add(id, new NamedEntity(
                id,
                MostCommon(list.Select(static item => item.Entity.Name)),
                list[0].Entity.Type,
                [.. list.SelectMany(static item => item.Entity.Names).GroupBy(static name => name, StringComparer.Ordinal)
                    .Select(static group => (group.Key, group.Count())).OrderByDescending(static pair => pair.Item2)],
                [.. list.Select(static item => item.Entity.Description).OfType<string>().Distinct(StringComparer.Ordinal)],
                [.. list.Where(item => mentions.ContainsKey((item.Account.Number, id)))
                    .Select(item => (item.Account, mentions[(item.Account.Number, id)].First, mentions[(item.Account.Number, id)].Count))]));
        }

        return merged;
    }

    private static string MostCommon(IEnumerable<string> names) =>
        names.GroupBy(static name => name, StringComparer.Ordinal).OrderByDescending(static group => group.Count()).First().Key;
}
