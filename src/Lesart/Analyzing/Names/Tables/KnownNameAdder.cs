using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Adds known names to the automaton, cut into words as the language's texts are.</summary>
internal sealed class KnownNameAdder
{
    private readonly LanguagePack _pack;
    private readonly GazetteerBuilder _names;
    private readonly string[] _endings;
    private readonly string[] _endingsByLength;
    private readonly int _longestEnding;
    private readonly bool _cutsHyphens;

    public KnownNameAdder(LanguagePack pack, GazetteerBuilder names)
    {
        (_pack, _names) = (pack, names);
        _endings = pack.Setting("adjective-endings").Split(' ');
        _endingsByLength = Array.FindAll(_endings, static ending => ending.Length > 0);
        // the longest first; those of one length stay in their order
        for (int i = 1; i < _endingsByLength.Length; i++)
        {
            for (int k = i; k > 0 && _endingsByLength[k].Length > _endingsByLength[k - 1].Length; k--)
                (_endingsByLength[k], _endingsByLength[k - 1]) = (_endingsByLength[k - 1], _endingsByLength[k]);
        }

        _longestEnding = _endingsByLength.Length > 0 ? _endingsByLength[0].Length : 0;
        _cutsHyphens = pack.Table(TokenRules.Load).CutsHyphens;
    }

    /// <summary>Adds a name.</summary>
    /// <param name="name">The name; a question mark at its end says that it counts only where the sentence shows it.</param>
    /// <param name="entity">What it means.</param>
    /// <param name="kind">How it means it.</param>
    /// <param name="needsContext">Whether it counts only where the sentence shows it.</param>
    /// <param name="isPerson">Whether no word of it is an adjective.</param>
    public void Add(ReadOnlySpan<char> name, int entity, KnownNameKind kind, bool needsContext = false, bool isPerson = false)
    {
        if (name is [.., '?'])
        {
            name = name[..^1];
            needsContext = true;
        }

        if (name.Length < 2)
            return;
        NameGazetteer.Entry entry = new(entity, kind, needsContext);
        if (IsPlain(name))
        {
            _names.Add(Go(0, name), entry);
            int first = isPerson ? -1 : name.IndexOf(' ');
            if (first > 0)
                AddInflected(name[..first], name[(first + 1)..], [], entry);
            return;
        }

        string[] words = Words(_pack, name);
        _names.Add(Go(0, words), entry);
        // at the end of a text the full stop of "Benedikt XVI." is a token of its own, within a sentence it isn't
        if (name[^1] == '.' && Words(_pack, $"{name} a")[..^1] is string[] within && within.Length < words.Length)
            _names.Add(Go(0, within), entry);
        if (!isPerson && words.Length > 1)
            AddInflected(words[0], [], words.AsSpan(1), entry);
    }

    /// <summary>Adds the name of a person as in a register: "Kern, Robert".</summary>
    public void AddRegistered(ReadOnlySpan<char> family, ReadOnlySpan<char> given, int entity)
    {
        int state = _names.Go(GoWords(0, family), ",");
        _names.Add(GoWords(state, given), new NameGazetteer.Entry(entity, KnownNameKind.Name, NeedsContext: false));
    }

    /// <summary>Adds the adjective of a country in all its forms, as nouns too.</summary>
    public void AddAdjective(ReadOnlySpan<char> stem, int entity)
    {
        Span<char> room = Room(stem.Length, stackalloc char[256]);
        foreach (string ending in _endings)
        {
            Span<char> form = room[..(stem.Length + ending.Length)];
            stem.CopyTo(form);
            ending.CopyTo(form[stem.Length..]);
            Add(form, entity, KnownNameKind.Adjective);
            if (!char.IsLower(form[0]))
                continue;
            form[0] = char.ToUpperInvariant(form[0]);
            Add(form, entity, KnownNameKind.Adjective);
        }
    }

    /// <summary>The words of a name, as texts are cut.</summary>
    public static string[] Words(LanguagePack pack, ReadOnlySpan<char> name)
    {
        TokenizedText text = Tokenizer.Tokenize(name.ToString(), pack);
        string[] words = new string[text.Tokens.Length];
        for (int i = 0; i < words.Length; i++)
            words[i] = text.Lexemes[text.Tokens[i].Lexeme];
        return words;
    }

    /// <summary>An adjective at the front is inflected: "der Demokratischen Volksrepublik".</summary>
    private void AddInflected(ReadOnlySpan<char> first, ReadOnlySpan<char> rest, ReadOnlySpan<string> restWords, NameGazetteer.Entry entry)
    {
        Span<char> room = Room(first.Length, stackalloc char[256]);
        foreach (string ending in _endingsByLength)
        {
            if (first.Length < ending.Length + 3 || !first.EndsWith(ending, StringComparison.Ordinal))
                continue;
            int stem = first.Length - ending.Length;
            first[..stem].CopyTo(room);
            foreach (string other in _endingsByLength)
            {
                if (other == ending)
                    continue;
                other.CopyTo(room[stem..]);
                int state = _names.Go(0, room[..(stem + other.Length)]);
                _names.Add(rest.Length > 0 ? Go(state, rest) : Go(state, restWords), entry);
            }

            return;
        }
    }

    /// <summary>Room for a word with another ending.</summary>
    private Span<char> Room(int length, Span<char> usual) => length + _longestEnding <= usual.Length ? usual : new char[length + _longestEnding];

    private int GoWords(int state, ReadOnlySpan<char> name) => IsPlain(name) ? Go(state, name) : Go(state, Words(_pack, name));

    /// <summary>The state behind words between blanks.</summary>
    private int Go(int state, ReadOnlySpan<char> words)
    {
        for (int end = words.IndexOf(' '); end >= 0; end = words.IndexOf(' '))
        {
            state = _names.Go(state, words[..end]);
            words = words[(end + 1)..];
        }

        return _names.Go(state, words);
    }

    private int Go(int state, ReadOnlySpan<string> words)
    {
        foreach (string word in words)
            state = _names.Go(state, word);
        return state;
    }

    /// <summary>Whether the name's words are what stands between its blanks.</summary>
    private bool IsPlain(ReadOnlySpan<char> name)
    {
        for (int i = 0; i < name.Length; i++)
        {
            bool joins = name[i] == '-' && !_cutsHyphens && i > 0 && i + 1 < name.Length && char.IsLetter(name[i - 1]) && char.IsLetter(name[i + 1]);
            if (!joins && name[i] != ' ' && !char.IsLetter(name[i]))
                return false;
        }

        return true;
    }
}
