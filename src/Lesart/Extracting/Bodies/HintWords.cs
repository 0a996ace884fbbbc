namespace Lesart.Extracting;

/// <summary>Takes the values of attributes that name parts of a page apart: "articleBody__related-links" says article, body, related, links.</summary>
internal ref struct HintWords
{
    private const int MaxWords = 60;

    private readonly ReadOnlySpan<char> _hints;
    private readonly Span<char> _words;
    private int _at, _start, _end, _before, _count;

    /// <summary>Begins before the first word.</summary>
    /// <param name="hints">The values.</param>
    /// <param name="buffer">At least twice as long; takes the words, lower case, with hyphens between them.</param>
    public HintWords(ReadOnlySpan<char> hints, Span<char> buffer)
    {
        _hints = hints;
        _words = buffer;
        _before = -1;
    }

    /// <summary>The word.</summary>
    public readonly ReadOnlySpan<char> Current => _words[_start.._end];

    /// <summary>The word before it and the word, joined by a hyphen; empty for the first.</summary>
    public readonly ReadOnlySpan<char> Pair => _before < 0 ? [] : _words[_before.._end];

    /// <summary>Whether a word is among those of the hints.</summary>
    public static bool Contain(string hints, string word)
    {
        if (!hints.Contains(word, StringComparison.OrdinalIgnoreCase))
            return false;
        HintWords words = new(hints, new char[2 * hints.Length]);
        while (words.MoveNext())
        {
            if (words.Current.SequenceEqual(word))
                return true;
        }

        return false;
    }

    /// <summary>Goes to the next word.</summary>
    public bool MoveNext()
    {
        while (_at < _hints.Length && !char.IsAsciiLetterOrDigit(_hints[_at]))
            _at++;
        if (_at == _hints.Length || _count == MaxWords)
            return false;
        _before = _count++ == 0 ? -1 : _start;
        if (_before >= 0)
            _words[_end++] = '-';
        _start = _end;
        do
            _words[_end++] = ToLower(_hints[_at++]);
        while (_at < _hints.Length && char.IsAsciiLetterOrDigit(_hints[_at]) && !(char.IsAsciiLetterUpper(_hints[_at]) && char.IsAsciiLetterLower(_hints[_at - 1])));
        return true;
    }

    private static char ToLower(char letter) => char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter;
}
