using System.Collections.Immutable;
using Lesart.Languages;

namespace Lesart;

/// <summary>What a person decided about who is who: entities that are one although their names differ, and two that are not one although they share a name.</summary>
/// <remarks>Identity over articles is a proposal (names and transcriptions); what stands here overrules it, before accounts are grouped and compared.</remarks>
public sealed class Identities
{
    private readonly ImmutableArray<Decision> _decisions;

    private Identities(ImmutableArray<Decision> decisions) => _decisions = decisions;

    /// <summary>Reads a table of three columns: an entity (its id, or a name as articles print it), the id that it shall have, and the article (id, source or address) for
    /// which that holds, empty for all.</summary>
    /// <exception cref="DataException">A row is incomplete; the message names file, line and reason.</exception>
    public static Identities Read(DataFolder folder, string name)
    {
        ImmutableArray<Decision>.Builder decisions = ImmutableArray.CreateBuilder<Decision>();
        foreach (DataRow row in folder.Rows(name))
        {
            if (row[0].Length == 0 || row[1].Length == 0 || row.Cells.Count > 3)
                throw row.Error("a row has an entity, the id that it shall have, and perhaps an article, with tabs between");
            if (!row[1].All(static letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'))
                throw row.Error($"'{row[1]}' is no id: ids have small letters, digits and '-'");
            decisions.Add(new Decision(row[0], row[1], row[2].Length == 0 ? null : row[2]));
        }

        return new Identities(decisions.ToImmutable());
    }

    /// <summary>The account as decided. The first decision that fits an entity holds; entities that get one id become one, with the name of the one that had it already.</summary>
    public Account Apply(Account account)
    {
        Dictionary<string, string> ids = new(StringComparer.Ordinal);
        foreach (Entity entity in account.Entities)
        {
            foreach (Decision decision in _decisions)
            {
                if (!decision.Fits(entity, account))
                    continue;
                if (decision.Id != entity.Id)
                    ids[entity.Id] = decision.Id;
                break;
            }
        }

        return EntityRenaming.Apply(account, ids);
    }

    private sealed record Decision(string Entity, string Id, string? Article)
    {
        public bool Fits(Entity entity, Account account) =>
            (Article is null || Article == account.Id || Article == account.Source || Article == account.Url)
            && (Entity == entity.Id || Entity == entity.Name || entity.Names.Contains(Entity, StringComparer.Ordinal));
    }
}
