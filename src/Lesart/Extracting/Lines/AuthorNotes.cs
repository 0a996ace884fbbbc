namespace Lesart.Extracting;

/// <summary>Takes off what an outlet says of the author below the text ("Anna Muster covers transport for ...").</summary>
internal sealed class AuthorNotes(ArticleWords words)
{
    private const int MaxLength = 400;
    private const int MaxBlocks = 3;

    /// <summary>Removes such notes from the end of the blocks.</summary>
    public void RemoveFrom(List<DraftBlock> blocks, IReadOnlyList<string> authors)
    {
        for (int i = blocks.Count - 1; i > 0 && i >= blocks.Count - MaxBlocks; i--)
        {
            if (IsNote(blocks[i].Text, authors))
                blocks.RemoveAt(i);
        }
    }

    private bool IsNote(string text, IReadOnlyList<string> authors)
    {
        if (text.Length > MaxLength || !authors.Any(author => text.StartsWith(author, StringComparison.OrdinalIgnoreCase)))
            return false;
        string lower = text.ToLowerInvariant();
        return words.Phrases("bio").Any(cue => lower.Contains(cue, StringComparison.Ordinal));
    }
}
