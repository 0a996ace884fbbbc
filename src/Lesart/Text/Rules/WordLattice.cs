using System.Globalization;

namespace Lesart.Text;

/// <summary>The smallest stretch that rules look at: a run of letters or digits, one sign, or a known part of a compound.</summary>
/// <param name="Start">UTF-16 code unit, inclusive.</param>
/// <param name="End">UTF-16 code unit, exclusive.</param>
/// <param name="Word">Number in the vocabulary; -1 for none.</param>
/// <param name="Token">The token it lies in.</param>
/// <param name="Gap">What stands before it.</param>
/// <param name="Kind">What it is made of.</param>
internal readonly record struct Atom(int Start, int End, int Word, int Token, AtomGap Gap, AtomKind Kind);

internal enum AtomGap : byte
{
    None, Blank, Break,
}

internal enum AtomKind : byte
{
    Lower, Capital, Digits, Sign,
}

/// <summary>A reading of one or more atoms.</summary>
/// <param name="Class">Number of its class.</param>
/// <param name="End">Atom after its last one.</param>
/// <param name="Value">What it stands for.</param>
/// <param name="Next">Index of the next edge from the same atom; -1 for none.</param>
internal readonly record struct LatticeEdge(int Class, int End, object? Value, int Next);

/// <summary>A text as atoms with everything each stretch of them can be. Rules walk over it and add to it.</summary>
internal sealed class WordLattice
{
    private const int LongestSplit = 12;
    private const int LongestWord = 64;

    private readonly RuleVocabulary _vocabulary;
    private readonly List<Atom> _atoms;
    private readonly List<LatticeEdge> _edges = new(256);
    private int[] _heads = [];

    public WordLattice(TaggedText text, RuleVocabulary vocabulary)
    {
        Source = text;
        _vocabulary = vocabulary;
        _atoms = new List<Atom>(text.Count + (text.Count / 4));
        AddAtoms();
        _heads = new int[_atoms.Count];
        _heads.AsSpan().Fill(-1);
        for (int i = 0; i < _atoms.Count; i++)
        {
            if (_atoms[i].Kind == AtomKind.Digits)
                AddDigits(i);
            else if (_atoms[i].Word >= 0)
                AddReadings(i);
        }
    }

    public TaggedText Source { get; }

    public string Text => Source.Text;

    public int Count => _atoms.Count;

    /// <summary>Atoms from which at least one edge goes out, and figures, in text order.</summary>
    public List<int> Live { get; } = [];

    public Atom this[int atom] => _atoms[atom];

    public int FirstEdge(int atom) => _heads[atom];

    public LatticeEdge Edge(int index) => _edges[index];

    /// <summary>Adds a reading; the first one for a class and an end stays.</summary>
    public void Add(int atom, int number, int end, object? value)
    {
        for (int e = _heads[atom]; e >= 0; e = _edges[e].Next)
        {
            if (_edges[e].Class == number && _edges[e].End == end)
                return;
        }

        if (_heads[atom] < 0)
            _hasNewLive = true;
        _edges.Add(new LatticeEdge(number, end, value, _heads[atom]));
        _heads[atom] = _edges.Count - 1;
    }

    private bool _hasNewLive = true;

    /// <summary>Brings <see cref="Live"/> up to date.</summary>
    public void Refresh()
    {
        if (!_hasNewLive)
            return;
        Live.Clear();
        for (int i = 0; i < _heads.Length; i++)
        {
            if (_heads[i] >= 0 || _atoms[i].Kind == AtomKind.Digits)
                Live.Add(i);
        }

        _hasNewLive = false;
    }

    /// <summary>Whether an edge of this class leads from <paramref name="atom"/>.</summary>
    public bool Has(int atom, int number)
    {
        for (int e = _heads[atom]; e >= 0; e = _edges[e].Next)
        {
            if (_edges[e].Class == number)
                return true;
        }

        return false;
    }

    /// <summary>Atom after the last one of this atom's token.</summary>
    public int TokenEnd(int atom)
    {
        int token = _atoms[atom].Token;
        while (atom < _atoms.Count && _atoms[atom].Token == token)
            atom++;
        return atom;
    }

    /// <summary>End of the atom that begins at <paramref name="at"/>.</summary>
    public static int AtomEnd(ReadOnlySpan<char> text, int at)
    {
        int end = at + 1;
        if (char.IsLetter(text[at]))
        {
            while (end < text.Length && (char.IsLetter(text[end]) || char.GetUnicodeCategory(text[end]) == UnicodeCategory.NonSpacingMark))
                end++;
        }
        else if (char.IsAsciiDigit(text[at]))
        {
            while (end < text.Length && char.IsAsciiDigit(text[end]))
                end++;
        }
        else if (char.IsHighSurrogate(text[at]) && end < text.Length && char.IsLowSurrogate(text[end]))
        {
            end++;
        }

        return end;
    }

    private void AddAtoms()
    {
        TokenizedText text = Source.Tokenized;
        List<Atom> pattern = [];
        (int First, int Count)[] patterns = new (int, int)[text.Lexemes.Length];
        for (int t = 0; t < text.Count; t++)
        {
            Token token = text.Tokens[t];
            if (patterns[token.Lexeme].Count == 0)
            {
                int first = pattern.Count;
                Cut(text.Lexemes[token.Lexeme], pattern);
                patterns[token.Lexeme] = (first, pattern.Count - first);
            }

            AtomGap gap = Gap(text, t);
            (int from, int count) = patterns[token.Lexeme];
            for (int k = 0; k < count; k++)
            {
                Atom atom = pattern[from + k];
                _atoms.Add(new Atom(token.Start + atom.Start, token.Start + atom.End, atom.Word, t, k == 0 ? gap : atom.Gap, atom.Kind));
            }
        }
    }

    private static AtomGap Gap(TokenizedText text, int token)
    {
        if (token == 0)
            return AtomGap.Break;
        ReadOnlySpan<char> between = text.Text.AsSpan(text.Tokens[token - 1].End, text.Tokens[token].Start - text.Tokens[token - 1].End);
        if (between.Length == 0)
            return AtomGap.None;
        int newline = between.IndexOf('\n');
        return newline >= 0 && between[(newline + 1)..].Contains('\n') ? AtomGap.Break : AtomGap.Blank;
    }

    private void Cut(ReadOnlySpan<char> lexeme, List<Atom> into)
    {
        Span<char> folded = stackalloc char[LongestWord];
        Span<int> ends = stackalloc int[LongestSplit];
        AtomGap gap = AtomGap.None;
        for (int at = 0; at < lexeme.Length;)
        {
            int end = AtomEnd(lexeme, at);
            if (char.IsWhiteSpace(lexeme[at]))
            {
                gap = AtomGap.Blank;
                at = end;
                continue;
            }

            AtomKind kind = char.IsAsciiDigit(lexeme[at]) ? AtomKind.Digits : !char.IsLetter(lexeme[at]) ? AtomKind.Sign : char.IsUpper(lexeme[at]) ? AtomKind.Capital : AtomKind.Lower;
            int word = -1, parts = 0;
            if (kind != AtomKind.Digits && end - at <= LongestWord)
            {
                int length = lexeme[at..end].ToLowerInvariant(folded);
                word = _vocabulary.Word(folded[..length]);
                if (word < 0 && kind != AtomKind.Sign)
                    parts = _vocabulary.Split(folded[..length], ends);
            }

            if (parts < 2)
                into.Add(new Atom(at, end, word, 0, gap, kind));
            for (int p = 0, from = 0; p < parts && parts >= 2; from = ends[p++])
                into.Add(new Atom(at + from, at + ends[p], _vocabulary.Word(folded[from..ends[p]]), 0, p == 0 ? gap : AtomGap.None, kind));
            gap = AtomGap.None;
            at = end;
        }

        if (lexeme.Length == 0)
            into.Add(new Atom(0, 0, -1, 0, AtomGap.None, AtomKind.Sign));
    }

    private void AddDigits(int i)
    {
        Atom atom = _atoms[i];
        int length = atom.End - atom.Start;
        if (length > 9)
            return;
        int value = int.Parse(Text.AsSpan(atom.Start, length), NumberStyles.None, CultureInfo.InvariantCulture);
        object? boxed = null;
        foreach ((int number, int minLength, int maxLength, int low, int high) in _vocabulary.DigitClasses)
        {
            if (length >= minLength && length <= maxLength && value >= low && value <= high)
                Add(i, number, i + 1, boxed ??= (decimal)value);
        }
    }

    private void AddReadings(int i)
    {
        Atom atom = _atoms[i];
        foreach (WordReading reading in _vocabulary.Readings(atom.Word))
        {
            if (reading.NeedsCapital && atom.Kind == AtomKind.Lower)
                continue;
            int end = i + 1;
            foreach (int word in reading.Rest)
            {
                if (end >= _atoms.Count || _atoms[end].Word != word || _atoms[end].Gap == AtomGap.Break)
                {
                    end = -1;
                    break;
                }

                end++;
            }

            if (end > 0)
                Add(i, reading.Class, end, reading.Value);
        }
    }
}
