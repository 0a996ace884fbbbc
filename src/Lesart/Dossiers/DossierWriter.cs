using System.Collections.Immutable;
using System.Text;

namespace Lesart.Dossiers;

/// <summary>Writes a run as one self-contained HTML file.</summary>
public static class DossierWriter
{
    /// <summary>Writes the page in UTF-8; the stream stays open.</summary>
    public static void Write(Stream stream, Dossier dossier)
    {
        using StreamWriter writer = new(stream, new UTF8Encoding(false), leaveOpen: true);
        writer.Write("<!doctype html><title>Lesart</title>");
    }
}

/// <summary>What a dossier shows.</summary>
/// <param name="Accounts">With their story's id.</param>
/// <param name="Collations">One for each story.</param>
/// <param name="Problems">Inputs that could not be used.</param>
public sealed record Dossier(ImmutableArray<Account> Accounts, ImmutableArray<Collation> Collations, ImmutableArray<Problem> Problems);
