using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Makes the automaton of known names, word by word (<see cref="NameGazetteer"/>).</summary>
internal sealed class GazetteerBuilder
{
    private readonly HashTable _words = new(50_000);
    // the state behind a name's first word, by the word's number
    private readonly List<int> _roots = [0];
    private readonly HashTable _steps = new(20_000);
    private readonly List<List<int>> _entries = [[]];

    /// <summary>The state after one more word of a name.</summary>
    /// <param name="state">The state before it; 0 at the name's beginning.</param>
    /// <param name="word">The word.</param>
    public int Go(int state, ReadOnlySpan<char> word)
    {
        ref int number = ref _words.At(word);
        if (number == 0)
        {
            number = _words.Count;
            _roots.Add(0);
        }

        if (state == 0)
            return _roots[number] != 0 ? _roots[number] : _roots[number] = AddState();
        ref int next = ref _steps.At(NameGazetteer.Step(state, number));
        if (next == 0)
            next = AddState();
        return next;
    }

    /// <summary>Adds what the name that ends in a state can mean.</summary>
    public void Add(int state, NameGazetteer.Entry entry)
    {
        int packed = entry.Pack();
        if (!_entries[state].Contains(packed))
            _entries[state].Add(packed);
    }

    /// <summary>Writes the automaton.</summary>
    public void Write(TableWriter file)
    {
        _words.Write(file);
        file.Add<int>(_roots.ToArray());
        _steps.Write(file);
        NumberLists.Write(file, _entries);
    }

    private int AddState()
    {
        _entries.Add(new List<int>(1));
        return _entries.Count - 1;
    }
}
