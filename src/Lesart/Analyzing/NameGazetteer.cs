using System.Runtime.InteropServices;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>One automaton over words that finds every known name in a text.</summary>
/// <remarks>Words become numbers once for each distinct form of the text; a step is one look-up of (state, word). The longest name from the left wins.</remarks>
internal sealed class NameGazetteer
{
    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<long, int> _steps = [];
    private readonly List<List<Entry>?> _entries = [null];

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

        List<Entry> entries = _entries[state] ??= [];
        if (!entries.Contains(entry))
            entries.Add(entry);
    }

    /// <summary>What the name that ends in this state can mean; empty where none ends.</summary>
    public IReadOnlyList<Entry> EntriesOf(int state) => _entries[state] ?? (IReadOnlyList<Entry>)[];

    /// <summary>The number of a word; 0 where no name holds it.</summary>
    public int WordOf(ReadOnlySpan<char> form) => _words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out int id) ? id : 0;

    /// <summary>What a name of this one word can mean.</summary>
    public IReadOnlyList<Entry> EntriesOf(ReadOnlySpan<char> word)
    {
        int id = WordOf(word);
        return id != 0 && _steps.TryGetValue(Step(0, id), out int state) ? EntriesOf(state) : [];
    }

    /// <summary>Known names from the left, the longest at each place, without overlap.</summary>
    /// <param name="text">The text.</param>
    /// <param name="genitive">Ending that the last word of a name may carry ("s"); empty for none.</param>
    /// <param name="matches">Receives the names.</param>
    public void Find(TokenizedText text, string genitive, List<Match> matches)
    {
        int distinct = text.Lexemes.Length;
        int[] words = new int[distinct];
        int[] stems = new int[distinct];
        for (int i = 0; i < distinct; i++)
        {
            string form = text.Lexemes[i];
            words[i] = WordOf(form);
            if (genitive.Length > 0 && form.Length > genitive.Length + 2 && form.EndsWith(genitive, StringComparison.Ordinal))
            {
                ReadOnlySpan<char> stem = form.AsSpan(0, form.Length - genitive.Length);
                stems[i] = WordOf(stem is [.., '\'' or '’'] ? stem[..^1] : stem);
            }
        }

        for (int at = 0; at < text.Count;)
        {
            int state = 0, bestState = 0, bestEnd = at;
            for (int i = at; i < text.Count; i++)
            {
                int lexeme = text.Tokens[i].Lexeme;
                if (stems[lexeme] != 0 && _steps.TryGetValue(Step(state, stems[lexeme]), out int ending) && _entries[ending] is not null)
                    (bestState, bestEnd) = (ending, i + 1);
                if (words[lexeme] == 0 || !_steps.TryGetValue(Step(state, words[lexeme]), out state))
                    break;
                if (_entries[state] is not null)
                    (bestState, bestEnd) = (state, i + 1);
            }

            if (bestState != 0)
            {
                matches.Add(new Match(at, bestEnd, bestState));
                at = bestEnd;
            }
            else
            {
                at++;
            }
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
