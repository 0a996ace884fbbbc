using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Lesart;

/// <summary>Accounts that share their text with a common origin.</summary>
/// <param name="Id">Unique in its collation.</param>
/// <param name="Accounts">Ids.</param>
/// <param name="Origin">The agency's name, or null.</param>
public sealed record Strand(string Id, ImmutableArray<string> Accounts, string? Origin)
{
    /// <summary>Why these accounts are one strand, one reason each.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<string> Why { get; init; }
}
