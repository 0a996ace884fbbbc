using System.Numerics;
using System.Runtime.InteropServices;

namespace Lesart.Text;

/// <summary>All patterns of one layer of rules as one deterministic automaton over classes (subset construction; Rabin and Scott, 1959).</summary>
internal sealed class RuleAutomaton
{
    private readonly HashTable _transitions = new(4096);
    private readonly List<int[]> _accepts = [];
    private readonly List<bool> _looksAtSpecials = [];
    private readonly bool[] _begins;
    private readonly int _symbols;

    /// <summary>Builds the automaton.</summary>
    /// <param name="states">States of the patterns.</param>
    /// <param name="patterns">The rule set's patterns.</param>
    /// <param name="layer">The numbers of those that are in this automaton.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="specials">Classes below this number are asked of the atom itself.</param>
    public RuleAutomaton(PatternStates states, List<CompiledPattern> patterns, List<int> layer, int classes, int specials)
    {
        _symbols = classes * 2;
        _begins = new bool[classes];
        int[] acceptedBy = new int[states.Count]; // number of the pattern, from 1
        List<int> roots = [];
        foreach (int number in layer)
        {
            acceptedBy[patterns[number].Accept] = number + 1;
            roots.Add(patterns[number].Start);
        }

        StateSets sets = new(states);
        Intern(sets, roots, acceptedBy);
        List<int>?[] targets = new List<int>?[_symbols]; // of each symbol on which the present state goes on
        List<int> symbols = [];
        for (int at = 0; at < sets.Count; at++)
        {
            foreach (int state in sets[at])
            {
                foreach (PatternMove move in states.Moves(state))
                {
                    // a step that needs no blank is taken on both symbols only where a blank is allowed
                    AddTarget(targets, symbols, (move.Class * 2) + 1, move.Target);
                    if (!move.IsGlued)
                        AddTarget(targets, symbols, move.Class * 2, move.Target);
                }
            }

            symbols.Sort();
            bool looks = false;
            foreach (int symbol in symbols)
            {
                List<int> reached = targets[symbol]!; // a symbol is listed with its first target
                _transitions.At(KeyOf(at, symbol)) = Intern(sets, reached, acceptedBy);
                reached.Clear();
                looks |= symbol / 2 < specials;
                if (at == 0)
                    _begins[symbol / 2] = true;
            }

            symbols.Clear();
            _looksAtSpecials.Add(looks);
        }
    }

    /// <summary>Number of states.</summary>
    public int Count => _accepts.Count;

    /// <summary>Whether a pattern begins with this class.</summary>
    public bool Begins(int number) => number < _begins.Length && _begins[number];

    /// <summary>Patterns that are complete in this state.</summary>
    public int[] Accepts(int state) => _accepts[state];

    /// <summary>Whether the state asks something of the atom itself.</summary>
    public bool LooksAtSpecials(int state) => _looksAtSpecials[state];

    public bool TryMove(int state, int number, bool isGlued, out int target) => _transitions.TryGetValue(KeyOf(state, (number * 2) + (isGlued ? 1 : 0)), out target);

    private static void AddTarget(List<int>?[] targets, List<int> symbols, int symbol, int target)
    {
        List<int> reached = targets[symbol] ??= [];
        if (reached.Count == 0)
            symbols.Add(symbol);
        reached.Add(target);
    }

    private ulong KeyOf(int state, int symbol) => (ulong)((state * (long)_symbols) + symbol + 1);

    /// <summary>The number of the state that stands for all that can be reached from these without a word.</summary>
    private int Intern(StateSets sets, List<int> roots, int[] acceptedBy)
    {
        int number = sets.Intern(roots);
        if (number < _accepts.Count)
            return number;
        List<int> accepts = [];
        foreach (int state in sets[number])
        {
            if (acceptedBy[state] > 0)
                accepts.Add(acceptedBy[state] - 1);
        }

        accepts.Sort();
        _accepts.Add(accepts.Count == 0 ? [] : [.. accepts]);
        return number;
    }

    /// <summary>Sets of the patterns' states, each once.</summary>
    private sealed class StateSets(PatternStates states)
    {
        private readonly List<int[]> _sets = [];
        private readonly HashTable _numbers = new(1024);
        private readonly int[] _seenIn = new int[states.Count]; // the closure that last held a state, from 1
        private readonly List<int> _open = [];
        private readonly List<int> _found = [];
        private int _closures;

        public int Count => _sets.Count;

        public int[] this[int number] => _sets[number];

        public int Intern(List<int> roots)
        {
            Close(roots);
            ulong key = 0xCBF29CE484222325;
            foreach (int state in _found)
                key = BitOperations.RotateLeft((key ^ (uint)state) * 0x9E3779B97F4A7C15, 29);
            for (key |= 1; ; key += 2)
            {
                ref int number = ref _numbers.At(key);
                if (number == 0)
                {
                    _sets.Add([.. _found]);
                    number = _sets.Count;
                    return number - 1;
                }

                if (_found.Count == _sets[number - 1].Length && CollectionsMarshal.AsSpan(_found).SequenceEqual(_sets[number - 1]))
                    return number - 1;
            }
        }

        private void Close(List<int> roots)
        {
            _closures++;
            _found.Clear();
            _open.AddRange(roots);
            while (_open.Count > 0)
            {
                int state = _open[^1];
                _open.RemoveAt(_open.Count - 1);
                if (_seenIn[state] == _closures)
                    continue;
                _seenIn[state] = _closures;
                _found.Add(state);
                foreach (PatternStep step in states.Steps(state))
                    _open.Add(step.Target);
            }

            _found.Sort();
        }
    }
}
