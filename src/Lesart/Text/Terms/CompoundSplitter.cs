using Lesart.Languages;

namespace Lesart.Text;

/// <summary>Takes compounds apart by the dictionary: modifier, what links them, head ("Munition" + s + "Lieferungen").</summary>
internal sealed class CompoundSplitter
{
    private const int ShortestHead = 3;
    private const int ShortestModifier = 3;

    private readonly FormDictionary _forms;
    private readonly string[] _links;
    private readonly string _infinitive;

    private CompoundSplitter(LanguagePack pack)
    {
        _forms = pack.Table(FormDictionary.Load);
        List<string> links = [];
        foreach (DataRow row in pack.Data.Rows("compound-links.txt"))
            links.Add(row[0] == "-" ? "" : row[0]);
        _links = [.. links];
        _infinitive = pack.Setting("infinitive-ending");
    }

    /// <summary>Reads the pack's linking elements (<c>compound-links.txt</c>); a pack without them splits nothing.</summary>
    public static CompoundSplitter Load(LanguagePack pack) => new(pack);

    /// <summary>Splits before the longest head that the dictionary knows and whose modifier it knows, too.</summary>
    /// <param name="word">A whole word without hyphens.</param>
    /// <param name="head">The head as it would stand alone: with a capital where the word has one.</param>
    /// <param name="modifier">The modifier without its linking element, in the word's letters; it may be a compound itself.</param>
    public bool TrySplit(ReadOnlySpan<char> word, out string head, out string modifier)
    {
        modifier = "";
        if (!TrySplit(word, out int start, out head))
            return false;
        modifier = word[..start].ToString();
        if (IsLemma(modifier))
            return true;
        foreach (string link in _links.OrderByDescending(static link => link.Length))
        {
            if (link.Length > 0 && modifier.EndsWith(link, StringComparison.Ordinal) && modifier.Length - link.Length >= ShortestModifier && (IsLemma(modifier[..^link.Length]) || TrySplit(modifier.AsSpan(0, modifier.Length - link.Length), out int _, out string _)))
            {
                modifier = modifier[..^link.Length];
                return true;
            }
        }

        return true;
    }

    /// <summary>As <see cref="TrySplit(ReadOnlySpan{char}, out string, out string)"/>, but says where the head begins.</summary>
    public bool TrySplit(ReadOnlySpan<char> word, out int start, out string head)
    {
        start = 0;
        head = "";
        if (_links.Length == 0 || word.Length < ShortestHead + ShortestModifier || word.Length > 60 || word.ContainsAny('-', '.', '\''))
            return false;
        Span<char> buffer = stackalloc char[word.Length];
        bool isCapital = char.IsUpper(word[0]);
        for (start = ShortestModifier; start <= word.Length - ShortestHead; start++)
        {
            Span<char> candidate = buffer[..(word.Length - start)];
            word[start..].CopyTo(candidate);
            if (isCapital)
                candidate[0] = char.ToUpperInvariant(candidate[0]);
            if (!_forms.Contains(candidate) || !IsModifier(word[..start], 0))
                continue;
            head = candidate.ToString();
            return true;
        }

        start = 0;
        return false;
    }

    private bool IsLemma(string word)
    {
        List<FormReading> readings = [];
        return _forms.Read(word, readings) && readings.Exists(reading => reading.Lemma == word);
    }

    private bool IsModifier(ReadOnlySpan<char> letters, int depth)
    {
        foreach (string link in _links)
        {
            if (!letters.EndsWith(link, StringComparison.Ordinal) || letters.Length - link.Length < ShortestModifier)
                continue;
            if (IsWord(letters[..^link.Length]))
                return true;
        }

        if (depth >= 2)
            return false;
        for (int at = ShortestModifier; at <= letters.Length - ShortestModifier; at++)
        {
            if (IsModifier(letters[..at], 2) && IsModifier(letters[at..], depth + 1))
                return true;
        }

        return false;
    }

    // A noun, an adjective, or a verb's stem.
    private bool IsWord(ReadOnlySpan<char> letters)
    {
        Span<char> word = stackalloc char[letters.Length + _infinitive.Length];
        letters.CopyTo(word);
        _infinitive.CopyTo(word[letters.Length..]);
        word[0] = char.ToUpperInvariant(word[0]);
        if (_forms.Contains(word[..letters.Length]))
            return true;
        word[0] = char.ToLowerInvariant(word[0]);
        return (letters.Length > 3 && _forms.Contains(word[..letters.Length])) || (_infinitive.Length > 0 && letters.Length > 2 && _forms.Contains(word));
    }
}
