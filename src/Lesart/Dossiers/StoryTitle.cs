namespace Lesart.Dossiers;

/// <summary>What a story is called, and what stands for a title where an article has none.</summary>
public static class StoryTitle
{
    private const int MostLetters = 80;

    /// <summary>The title of a story's most central account; where no account has one, how the first begins; its id where that has no text.</summary>
    /// <param name="collation">The story.</param>
    /// <param name="textOf">The text of an account by its id; null for one that is not known.</param>
    public static string Of(Collation collation, Func<string, string?> textOf)
    {
        string? title = new[] { collation.Title }.Concat(collation.Accounts.Select(static account => account.Title)).FirstOrDefault(static title => !string.IsNullOrWhiteSpace(title));
        return title ?? (collation.Accounts.Length == 0 ? null : Beginning(textOf(collation.Accounts[0].Id) ?? "")) ?? collation.Story;
    }

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
