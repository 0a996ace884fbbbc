using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>What a dossier shows.</summary>
/// <param name="Accounts">With their story's id.</param>
/// <param name="Collations">One for each story.</param>
/// <param name="Problems">Inputs that could not be used.</param>
public sealed record Dossier(ImmutableArray<Account> Accounts, ImmutableArray<Collation> Collations, ImmutableArray<Problem> Problems)
{
    /// <summary>The language the page opens in where the reader's own is none of the interface's, or scripts are switched off (<c>de</c>, <c>en</c>).</summary>
    public string ReaderLanguage { get; init; } = "de";
}
