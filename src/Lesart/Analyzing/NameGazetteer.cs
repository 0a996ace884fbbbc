using System.Runtime.InteropServices;

namespace Lesart.Analyzing;

/// <summary>One automaton over words that finds every known name in a text.</summary>
/// <remarks>Words become numbers once a form (<see cref="NameWord"/>); a step is one look-up of (state, word). The longest name from the left wins.</remarks>
internal sealed class NameGazetteer
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _steps = [];
    private readonly List<Entry[]?> _entries = [null];

    /// <summary>What a known name can mean.</summary>
    /// <param name="Entity">Index into <see cref="NameTables.Entities"/>.</param>
    /// <param name="Kind">How the name means it.</param>
    /// <param name="NeedsContext">Also a common word or a name of many: counts only where the sentence shows it.</param>
    public readonly record struct Entry(int Entity, KnownNameKind Kind, bool NeedsContext);

    /// <summary>A known name in a text.</summary>
    public readonly record struct Match(int First, int Last, int State);

    /// <summary>Adds a name, given as its words.</summary>
    public void Add(ReadOnlySpan<string> words, Entry entry)
    {
        int state = 0;
        foreach (string word in words)
        {
            ref int id = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, word, out bool known);
            if (!known)
                id = _words.Count;
            ref int next = ref CollectionsMarshal.GetValueRefOrAddDefault(_steps, Step(state, id), out bool exists);
            if (!exists)
            {
                next = _entries.Count;
                _entries.Add(null);
            }

            state = next;
        }

        Entry[] entries = _entries[state] ?? [];
        if (!entries.Contains(entry))
            _entries[state] = [.. entries, entry];
    }

    /// <summary>What the name that ends in this state can mean; empty where none ends.</summary>
    public Entry[] EntriesOf(int state) => _entries[state] ?? [];

    /// <summary>The number of a word; 0 where no name holds it.</summary>
    public int WordOf(ReadOnlySpan<char> form) => _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out int id) ? id : 0;

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
                if (_entries[states.Stem] is not null)
                    (bestState, bestEnd) = (states.Stem, i);
                if (_entries[states.Form] is not null)
                    (bestState, bestEnd) = (states.Form, i);
                if (states.Form == 0 || i == text.Tagged.Count)
                    break;
                (int form, int stem) = text.Word(i).Numbers;
                states = (Next(states.Form, form), Next(states.Form, stem));
            }

            if (bestState != 0)
                matches.Add(new Match(at, bestEnd, bestState));
            at = Math.Max(at + 1, bestEnd);
        }
    }

    private static long Step(int state, int word) => ((long)state << 32) | (uint)word;
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
