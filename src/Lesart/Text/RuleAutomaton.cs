namespace Lesart.Text;

/// <summary>All patterns of one layer of rules as one deterministic automaton over classes (subset construction; Rabin and Scott, 1959).</summary>
internal sealed class RuleAutomaton
{
    private readonly Dictionary<int, int> _transitions = [];
    private readonly List<int[]> _accepts = [];
    private readonly List<bool> _looksAtSpecials = [];
    private readonly bool[] _begins;
    private readonly int _symbols;

    /// <summary>Builds the automaton.</summary>
    /// <param name="states">States of the patterns.</param>
    /// <param name="patterns">First state, last state and number of each pattern.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="specials">Classes below this number are asked of the atom itself.</param>
    public RuleAutomaton(PatternStates states, IReadOnlyList<(int Start, int Accept, int Number)> patterns, int classes, int specials)
    {
        _symbols = classes * 2;
        _begins = new bool[classes];
        Dictionary<int, int> acceptedBy = patterns.ToDictionary(static pattern => pattern.Accept, static pattern => pattern.Number);
        Dictionary<string, int> known = new(StringComparer.Ordinal);
        List<int[]> sets = [];
        int Intern(IEnumerable<int> roots)
        {
            int[] set = Closure(states, roots);
            string key = string.Join(',', set);
            if (known.TryGetValue(key, out int number))
                return number;
            known.Add(key, sets.Count);
            sets.Add(set);
            _accepts.Add([.. set.Where(acceptedBy.ContainsKey).Select(state => acceptedBy[state]).Order()]);
            return sets.Count - 1;
        }

        Intern(patterns.Select(static pattern => pattern.Start));
        for (int at = 0; at < sets.Count; at++)
        {
            SortedDictionary<int, List<int>> targets = [];
            foreach (int state in sets[at])
            {
                foreach (PatternMove move in states.Moves(state))
                {
                    // a step that needs no blank is taken on both symbols only where a blank is allowed
                    Collect(targets, (move.Class * 2) + 1, move.Target);
                    if (!move.IsGlued)
                        Collect(targets, move.Class * 2, move.Target);
                }
            }

            bool looks = false;
            foreach ((int symbol, List<int> roots) in targets)
            {
                _transitions[(at * _symbols) + symbol] = Intern(roots);
                looks |= symbol / 2 < specials;
                if (at == 0)
                    _begins[symbol / 2] = true;
            }

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

    public bool TryMove(int state, int number, bool isGlued, out int target) => _transitions.TryGetValue((state * _symbols) + (number * 2) + (isGlued ? 1 : 0), out target);

    private static void Collect(SortedDictionary<int, List<int>> targets, int symbol, int target)
    {
        if (!targets.TryGetValue(symbol, out List<int>? list))
            targets.Add(symbol, list = []);
        list.Add(target);
    }

    private static int[] Closure(PatternStates states, IEnumerable<int> roots)
    {
        SortedSet<int> set = [];
        Stack<int> open = new(roots);
        while (open.TryPop(out int state))
        {
            if (!set.Add(state))
                continue;
            foreach (PatternStep step in states.Steps(state))
                open.Push(step.Target);
        }

        return [.. set];
    }
}
