using System.Collections.Immutable;

namespace Lesart;

/// <summary>One news event and its immediate follow-up, told by several outlets within days.</summary>
/// <param name="Id">Stable while the story grows.</param>
/// <param name="Accounts">In the order in which they came in; each carries <paramref name="Id"/> as its story.</param>
public sealed record Story(string Id, ImmutableArray<Account> Accounts);
