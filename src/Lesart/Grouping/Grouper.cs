using System.Collections.Immutable;

namespace Lesart.Grouping;

/// <summary>Accounts in, the same accounts with their story's id out, in the order in which they came.</summary>
internal sealed class Grouper
{
    public ImmutableArray<Account> Group(IReadOnlyList<Account> accounts) => [.. accounts.Select(static account => account with { Story = account.Id })];
}
