using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>One automaton over words that finds every known name in a text.</summary>
/// <remarks>Words become numbers once a form (<see cref="NameWord"/>); a step is one look-up of (state, word). The longest name from the left wins.</remarks>
internal sealed class NameGazetteer
{
    private readonly HashTable _words = new(50_000);
    private readonly HashTable _steps = new(60_000);
    // entries of a state are chained in the order in which they came: number of the first, then for each that of the next; 0 for none
    private readonly LargeArray<int> _first = new(64_000);
    private readonly LargeArray<Link> _links = new(48_000);
    private int _states = 1;
    private int _count = 1;

    /// <summary>What a known name can mean.</summary>
    /// <param name="Entity">Index into <see cref="NameTables.Entities"/>.</param>
    /// <param name="Kind">How the name means it.</param>
    /// <param name="NeedsContext">Also a common word or a name of many: counts only where the sentence shows it.</param>
    public readonly record struct Entry(int Entity, KnownNameKind Kind, bool NeedsContext);

    /// <summary>A known name in a text.</summary>
    public readonly record struct Match(int First, int Last, int State);

    private record struct Link(Entry Entry, int Next);

    /// <summary>The state after one more word of a name that is being added.</summary>
    /// <param name="state">The state before it; 0 at the name's beginning.</param>
    /// <param name="word">The word.</param>
    public int Go(int state, ReadOnlySpan<char> word)
    {
        ref int number = ref _words.At(word);
        if (number == 0)
            number = _words.Count;
        ref int next = ref _steps.At(Step(state, number));
        if (next == 0)
            next = _states++;
        return next;
    }

    /// <summary>Adds what the name that ends in a state can mean.</summary>
    public void Add(int state, Entry entry)
    {
        if (_first.Length < _states)
            _first.Grow(Math.Max(_states, _first.Length * 2));
        int last = 0;
        for (int at = _first[state]; at != 0; at = _links[at].Next)
        {
            if (_links[at].Entry == entry)
                return;
            last = at;
        }

        if (_count == _links.Length)
            _links.Grow(_count * 2);
        _links[_count] = new Link(entry, 0);
        if (last == 0)
            _first[state] = _count++;
        else
            _links[last].Next = _count++;
    }

    /// <summary>Makes the look-ups ready, once all names are there.</summary>
    public void Close()
    {
        if (_first.Length < _states)
            _first.Grow(_states);
    }

    /// <summary>What the name that ends in this state can mean; empty where none ends.</summary>
    public Entry[] EntriesOf(int state)
    {
        int first = _first[state], count = 0;
        for (int at = first; at != 0; at = _links[at].Next)
            count++;
        if (count == 0)
            return [];
        Entry[] entries = new Entry[count];
        count = 0;
        for (int at = first; at != 0; at = _links[at].Next)
            entries[count++] = _links[at].Entry;
        GC.KeepAlive(this);
        return entries;
    }

    /// <summary>The number of a word; 0 where no name holds it.</summary>
    public int WordOf(ReadOnlySpan<char> form) => _words.TryGetValue(form, out int number) ? number : 0;

    /// <summary>What a name of this one word can mean.</summary>
    public Entry[] EntriesOf(ReadOnlySpan<char> word) => EntriesOf(Next(0, WordOf(word)));

    /// <summary>The state after one more word; 0 where no name goes on so.</summary>
    /// <param name="state">The state before it; 0 at a name's beginning.</param>
    /// <param name="word">The word's number.</param>
    public int Next(int state, int word) => word != 0 && _steps.TryGetValue(Step(state, word), out int next) ? next : 0;

    /// <summary>Known names from the left, the longest at each place, without overlap. The last word of a name may carry a genitive's ending.</summary>
    /// <param name="text">The text.</param>
    /// <param name="matches">Receives the names.</param>
    public void Find(NameText text, List<Match> matches)
    {
        for (int at = 0; at < text.Tagged.Count;)
        {
            (int Form, int Stem) states = text.Word(at).States;
            int bestState = 0, bestEnd = at;
            for (int i = at; states != (0, 0);)
            {
                i++;
                if (_first[states.Stem] != 0)
                    (bestState, bestEnd) = (states.Stem, i);
                if (_first[states.Form] != 0)
                    (bestState, bestEnd) = (states.Form, i);
                if (states.Form == 0 || i == text.Tagged.Count)
                    break;
                (int form, int stem) = text.Word(i).Numbers;
                states = (Next(states.Form, form), Next(states.Form, stem));
            }

            if (bestEnd <= at + 1 && StateOfTorn(text, at) is int whole and > 0)
                (bestState, bestEnd) = (whole, at + 3);
            if (bestState != 0)
                matches.Add(new Match(at, bestEnd, bestState));
            at = Math.Max(at + 1, bestEnd);
        }

        GC.KeepAlive(this);
    }

    /// <summary>The state of a known name that a blank or the end of a line has torn behind its hyphen: "Baden- Württemberg"; 0 for none.</summary>
    private int StateOfTorn(NameText text, int at)
    {
        if (at + 2 >= text.Tagged.Count || text.Tagged.Form(at + 1) is not "-" || text.Tagged.Token(at).End != text.Tagged.Token(at + 1).Start || !text.Word(at).IsCapital || !text.Word(at + 2).IsCapital)
            return 0;
        int state = Next(0, WordOf($"{text.Word(at).Form}-{text.Word(at + 2).Form}"));
        return _first[state] == 0 ? 0 : state;
    }

    private static ulong Step(int state, int word) => ((ulong)state << 32) | (uint)word;
}

/// <summary>How a known name means its entity.</summary>
internal enum KnownNameKind : byte
{
    /// <summary>It is its name.</summary>
    Name,

    /// <summary>The surname of a person.</summary>
    Surname,

    /// <summary>A building or seat that stands for the government.</summary>
    Metonym,

    /// <summary>The capital; the entity is the state.</summary>
    Capital,

    /// <summary>The people of a state.</summary>
    Inhabitant,

    /// <summary>The adjective of a state.</summary>
    Adjective,
}
