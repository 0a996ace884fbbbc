namespace Lesart.Analyzing;

/// <summary>Letters and what they sound like, by first letter, the longest first.</summary>
internal sealed class SoundTable
{
    private const char LastAscii = '\x7F';

    private readonly Entry[]?[] _ascii = new Entry[]?[LastAscii + 1];
    private readonly Dictionary<char, Entry[]> _others = [];

    /// <summary>Letters with what they become.</summary>
    /// <param name="Letters">As they are written, lower case and without marks.</param>
    /// <param name="Key">In a key, where only what sounds alike is alike; may be empty.</param>
    /// <param name="Spelling">In an id that people read.</param>
    public sealed record Entry(string Letters, string Key, string Spelling);

    /// <summary>Adds letters; "-" is the key of what is not heard, and the spelling is the key where none is given.</summary>
    public void Add(string letters, string key, string spelling)
    {
        Entry[] entries = StartingWith(letters[0]) ?? [];
        int at = 0;
        while (at < entries.Length && entries[at].Letters.Length >= letters.Length)
            at++;
        key = key == "-" ? "" : key;
        Entry[] more = [.. entries[..at], new Entry(letters, key, spelling.Length > 0 ? spelling : key), .. entries[at..]];
        if (letters[0] <= LastAscii)
            _ascii[letters[0]] = more;
        else
            _others[letters[0]] = more;
    }

    /// <summary>The longest letters that stand at a place of a word; null for none.</summary>
    public Entry? Match(string word, int at)
    {
        foreach (Entry entry in StartingWith(word[at]) ?? [])
        {
            if (string.CompareOrdinal(word, at, entry.Letters, 0, entry.Letters.Length) == 0)
                return entry;
        }

        return null;
    }

    private Entry[]? StartingWith(char letter) => letter <= LastAscii ? _ascii[letter] : _others.GetValueOrDefault(letter);
}
