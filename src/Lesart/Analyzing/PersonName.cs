using Lesart.Languages;

namespace Lesart.Analyzing;

/// <summary>The parts of a person's name.</summary>
internal static class PersonName
{
    private static readonly HashSet<string> Particles = DataFolder.BuiltIn("names/").Rows("particles.txt").Select(static row => row[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether the word leads into a surname ("von", "bin").</summary>
    public static bool IsParticle(ReadOnlySpan<char> word) => Particles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    /// <summary>The surname with its particles, and without them where papers drop them ("al-Assad", "Assad"; "von der Leyen").</summary>
    public static IEnumerable<string> Surnames(string name, bool familyFirst)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length < 2 || IsNumeral(words[^1]))
            yield break;
        if (familyFirst)
        {
            if (words[0].Length > 1)
                yield return words[0];
            yield break;
        }

        int last = words.Length - 1;
        if (words[last].TrimEnd('.') is "Jr" or "jr" or "Sr" or "senior" or "junior")
            last--;
        if (last < 1)
            yield break;
        string surname = words[last];
        if (surname.Length < 3 || !char.IsUpper(surname[0]) && !surname.Contains('-', StringComparison.Ordinal))
            yield break;
        int first = last;
        while (first > 1 && IsParticle(words[first - 1]))
            first--;
        if (first < last)
            yield return string.Join(' ', words[first..(last + 1)]);
        // "von der Leyen" is never called "Leyen" in news, but "bin Salman" is "Salman" and "de Villepin" is "Villepin"
        if (first == last || first == last - 1)
            yield return surname;
        int dash = surname.IndexOf('-', StringComparison.Ordinal);
        if (dash is 2 && char.ToLowerInvariant(surname[0]) is 'a' or 'e')
            yield return surname[(dash + 1)..];
    }

    private static bool IsNumeral(string word) => word.TrimEnd('.').All(static letter => letter is 'I' or 'V' or 'X');
}
