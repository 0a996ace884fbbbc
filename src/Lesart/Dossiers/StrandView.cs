using System.Collections.Immutable;
using System.Globalization;

namespace Lesart.Dossiers;

/// <summary>A strand of a story with the letter that stands for it on the page.</summary>
internal sealed record StrandView(Strand Strand, int Position)
{
    /// <summary>A to Z, then AA, AB and so on.</summary>
    public string Letter { get; } = LetterOf(Position);

    /// <summary>Number of accounts.</summary>
    public int Size => Strand.Accounts.IsDefault ? 0 : Strand.Accounts.Length;

    /// <summary>Why its accounts belong together; empty where nobody says.</summary>
    public ImmutableArray<string> Why => Strand.Why.IsDefault ? [] : Strand.Why;

    private static string LetterOf(int position)
    {
        string letters = "";
        for (int rest = position; rest >= 0; rest = (rest / 26) - 1)
            letters = ((char)('A' + (rest % 26))).ToString(CultureInfo.InvariantCulture) + letters;
        return letters;
    }
}
