using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>One automaton over words that finds every known name in a text.</summary>
/// <remarks>Words become numbers once a form (<see cref="NameWord"/>); a step is one look-up of (state, word). The longest name from the left wins.</remarks>
internal sealed class NameGazetteer
{
    private const int KnownStates = 1 << 13;

    private readonly HashTable _words;
    private readonly LargeArray<int> _roots;
    private readonly HashTable _steps;
    private readonly NumberLists _entries;

    // what the states asked for last mean, by their lowest bits; threads may do the same work twice, the answer is the same
    private readonly Known?[] _known = new Known?[KnownStates];

    /// <summary>The next tables of a file, as <see cref="GazetteerBuilder"/> writes them.</summary>
    public NameGazetteer(TableFile file)
    {
        _words = new HashTable(file);
        _roots = new LargeArray<int>(file);
        _steps = new HashTable(file);
        _entries = new NumberLists(file);
    }

    /// <summary>What a known name can mean.</summary>
    /// <param name="Entity">Index into <see cref="NameTables.Entities"/>.</param>
    /// <param name="Kind">How the name means it.</param>
    /// <param name="NeedsContext">Also a common word or a name of many: counts only where the sentence shows it.</param>
    public readonly record struct Entry(int Entity, KnownNameKind Kind, bool NeedsContext)
    {
        /// <summary>What <see cref="Pack"/> put in one number.</summary>
        public static Entry Unpack(int packed) => new(packed >> 4, (KnownNameKind)(packed >> 1 & 7), (packed & 1) != 0);

        /// <summary>All in one number.</summary>
        public int Pack() => (Entity << 4) | ((int)Kind << 1) | (NeedsContext ? 1 : 0);
    }

    /// <summary>A known name in a text.</summary>
    public readonly record struct Match(int First, int Last, int State);

    /// <summary>What the name that ends in this state can mean; empty where none ends. Others hold the same array: it is not to be changed.</summary>
    public Entry[] EntriesOf(int state)
    {
        if (state == 0)
            return [];
        ref Known? known = ref _known[state & (KnownStates - 1)];
        if (known is Known last && last.State == state)
            return last.Entries;
        Entry[] entries = Unpack(state);
        known = new Known(state, entries);
        return entries;
    }

    private Entry[] Unpack(int state)
    {
        ReadOnlySpan<int> packed = _entries.Of(state);
        if (packed.Length == 0)
            return [];
        Entry[] entries = new Entry[packed.Length];
        for (int i = 0; i < entries.Length; i++)
            entries[i] = Entry.Unpack(packed[i]);
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
    public int Next(int state, int word) => word == 0 ? 0 : state == 0 ? _roots[word] : _steps.TryGetValue(Step(state, word), out int next) ? next : 0;

    /// <summary>The key of a word that goes on from a state.</summary>
    public static ulong Step(int state, int word) => ((ulong)state << 32) | (uint)word;

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
                if (_entries.CountOf(states.Stem) != 0)
                    (bestState, bestEnd) = (states.Stem, i);
                if (_entries.CountOf(states.Form) != 0)
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
        return _entries.CountOf(state) == 0 ? 0 : state;
    }

    private sealed record Known(int State, Entry[] Entries);
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
