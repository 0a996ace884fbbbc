using Lesart.Languages;

namespace Lesart.Analyzing;

/// <summary>The parts of a person's name.</summary>
internal static class PersonName
{
    /// <summary>Most surnames of one name.</summary>
    public const int MostSurnames = 3;

    private const int MostWords = 16;

    private static readonly HashSet<string> Particles = DataFolder.BuiltIn("names/").Rows("particles.txt").Select(static row => row[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the word leads into a surname ("von", "bin").</summary>
    public static bool IsParticle(ReadOnlySpan<char> word) => Particles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>The surname with its particles, and without them where papers drop them ("al-Assad", "Assad"; "von der Leyen").</summary>
    /// <param name="name">A whole name.</param>
    /// <param name="familyFirst">Whether the family name stands first.</param>
    /// <param name="surnames">Receives where in the name they stand; has room for <see cref="MostSurnames"/>.</param>
    /// <returns>How many there are.</returns>
    public static int Surnames(ReadOnlySpan<char> name, bool familyFirst, Span<Range> surnames)
    {
        Span<Range> words = stackalloc Range[MostWords];
        words = words[..name.Split(words, ' ', StringSplitOptions.RemoveEmptyEntries)];
        if (words.Length < 2 || IsNumeral(name[words[^1]]))
            return 0;
        if (familyFirst)
        {
            surnames[0] = words[0];
            return name[words[0]].Length > 1 ? 1 : 0;
        }

        int last = words.Length - 1;
        if (name[words[last]].TrimEnd('.') is "Jr" or "jr" or "Sr" or "senior" or "junior")
            last--;
        if (last < 1)
            return 0;
        ReadOnlySpan<char> surname = name[words[last]];
        if (surname.Length < 3 || (!char.IsUpper(surname[0]) && !surname.Contains('-')))
            return 0;
        int first = last, count = 0;
        while (first > 1 && IsParticle(name[words[first - 1]]))
            first--;
        if (first < last)
            surnames[count++] = words[first].Start..words[last].End;
        // "von der Leyen" is never called "Leyen" in news, but "bin Salman" is "Salman" and "de Villepin" is "Villepin"
        if (first >= last - 1)
            surnames[count++] = words[last];
        int dash = surname.IndexOf('-');
        if (dash is 2 && char.ToLowerInvariant(surname[0]) is 'a' or 'e')
            surnames[count++] = (words[last].Start.Value + dash + 1)..words[last].End;
        return count;
    }

    /// <summary>Whether it is a Roman numeral, as behind the name of a ruler.</summary>
    public static bool IsNumeral(ReadOnlySpan<char> word)
    {
        foreach (char letter in word.TrimEnd('.'))
        {
            if (letter is not ('I' or 'V' or 'X'))
                return false;
        }

        return true;
    }
}
