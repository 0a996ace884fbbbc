using System.Collections.Immutable;

namespace Lesart;

/// <summary>All records of one run: what <c>lesart read</c> writes to <c>lesart.json</c>.</summary>
public sealed record RunRecords
{
    /// <summary>What <c>extract</c> wrote.</summary>
    public ImmutableArray<Article> Articles { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What <c>analyze</c> wrote.</summary>
    public ImmutableArray<Account> Accounts { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What <c>group</c> wrote: the accounts with their story's id.</summary>
    public ImmutableArray<Account> Stories { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What <c>collate</c> wrote, one record a story.</summary>
    public ImmutableArray<Collation> Collations { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Inputs that could not be used.</summary>
    public ImmutableArray<Problem> Problems { get; init => field = value.IsDefault ? [] : value; } = [];
}
