namespace Lesart.Dossiers;

/// <summary>What stands for a title where an article has none.</summary>
public static class StoryTitle
{
    private const int MostLetters = 80;

    /// <summary>The first words of a text, with dots where its first paragraph goes on.</summary>
    /// <returns>Null for a text without letters.</returns>
    public static string? Beginning(string text)
    {
        ReadOnlySpan<char> line = text.AsSpan().Trim();
        int end = line.IndexOfAny('\r', '\n');
        if (end >= 0)
            line = line[..end].TrimEnd();
        if (line.IsEmpty)
            return null;
        if (line.Length <= MostLetters)
            return line.ToString();
        int cut = line[..MostLetters].LastIndexOf(' ');
        if (cut < MostLetters / 2)
            cut = char.IsHighSurrogate(line[MostLetters - 1]) ? MostLetters - 1 : MostLetters;
        return $"{line[..cut].TrimEnd()} …";
    }
}
