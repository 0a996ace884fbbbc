using System.Text;
using System.Text.RegularExpressions;

namespace Lesart.Analyzing;

/// <summary>Korean and Chinese names: a family name of one syllable, and one to three given ones, written together, apart or with hyphens.</summary>
internal static partial class SyllabicName
{
    private static readonly char[] Blanks = [' ', '\u00A0', '\u202F', '\t', '\n'];

    /// <summary>Reads a name as family name and syllables, whatever transcription it is in.</summary>
    /// <param name="name">In Latin letters, family name first or last.</param>
    /// <param name="family">The family name in the spelling that stands for all.</param>
    /// <param name="given">The other syllables, in letters of their key.</param>
    public static bool TryRead(string name, out string family, out string given)
    {
        Transcription table = Transcription.Instance;
        (family, given) = ("", "");
        string[] parts = name.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is < 2 or > 4)
            return false;
        for (int i = 0; i < parts.Length; i++)
            parts[i] = Latin(parts[i], table);
        bool isFirst = table.TryGetFamily(parts[0], out family);
        if (!isFirst && (!table.TryGetFamily(parts[^1], out family) || PersonNameLists.Instance.IsWesternGiven(parts[0]) || table.TryGetGiven(parts[0], "", out _)))
            return false;
        string rest = string.Concat(isFirst ? parts[1..] : parts[..^1]).Replace("-", "", StringComparison.Ordinal).Replace("‑", "", StringComparison.Ordinal);
        if (rest.Length is < 2 or > 12 || !CanBeSyllables(rest))
            return false;
        given = table.Syllables(WithGlides(rest));
        return Syllables().IsMatch(given);
    }

    /// <summary>Whether the word is a family name; no name can be read without one at its beginning or end.</summary>
    public static bool IsFamily(string word) => Transcription.Instance.TryGetFamily(Latin(word, Transcription.Instance), out _);

    private static string Latin(string part, Transcription table) => table.Bare(part.Replace("ä", "ae", StringComparison.Ordinal));

    /// <summary>"Kim Kardashian", "Kim Basinger" are none.</summary>
    private static bool CanBeSyllables(string rest)
    {
        for (int i = 0; i < rest.Length; i++)
        {
            bool isOpen = i + 1 < rest.Length && rest[i + 1] is 'a' or 'e' or 'i' or 'o' or 'u' or 'y' or 'w';
            if (rest[i] is 'v' or < 'a' or > 'z' || (rest[i] is 'r' or 'd' or 'b' or 'f' && !isOpen && !(rest[i] == 'd' && i + 1 < rest.Length && rest[i + 1] is 's' or 'j'))
                || (rest[i] == 'g' && !isOpen && (i == 0 || rest[i - 1] != 'n')))
                return false;
        }

        return true;
    }

    /// <summary>Beside sch and dsch, j is a glide.</summary>
    private static string WithGlides(string rest)
    {
        if (!rest.Contains("sch", StringComparison.Ordinal))
            return rest;
        StringBuilder glides = new(rest);
        for (int i = 0; i < glides.Length; i++)
        {
            if (glides[i] == 'j' && (i == 0 || glides[i - 1] != 'd'))
                glides[i] = 'y';
        }

        return glides.ToString();
    }

    // twelve letters at most: no need of a time-out, which a busy machine would hit
    [GeneratedRegex("^(?:[jklmnpstzhfw]?[iwy]?[aeiu]+(?:ng|[nklmpts])?){1,3}$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Timeout.Infinite)]
    private static partial Regex Syllables();
}
