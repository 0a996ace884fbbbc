using Lesart.Languages;

namespace Lesart.Text;

/// <summary>A pattern of a rule in the rule set's states.</summary>
internal readonly record struct CompiledPattern(Rule Rule, int Start, int Accept, int Brackets);

/// <summary>A language's rules of one kind, read from a file and compiled: layers of rules that make classes, then those that report.</summary>
internal sealed class RuleSet
{
    /// <summary>Classes that are asked of the atom itself: any word, a word in small letters, one with a capital, an adjective, a noun, a sign, a noun in the plural, a verb.</summary>
    public static readonly string[] Specials = ["any", "lower", "upper", "adj", "noun", "sign", "plural", "verb"];

    private readonly RuleFileReader _source;
    private readonly List<CompiledPattern> _patterns = [];
    private readonly string _file;

    private RuleSet(LanguagePack pack, string file, IReadOnlyDictionary<string, RuleFunction> functions)
    {
        _file = file;
        foreach (string special in Specials)
            Vocabulary.ClassOf(special);
        Number = Vocabulary.ClassOf("number");
        Numbers = new NumberReader(pack, Vocabulary);
        _source = new RuleFileReader(pack, file, Vocabulary, functions);
        List<(Rule Rule, string Pattern, int Line)> sources = _source.Read();
        PatternStates states = new();
        List<List<int>> uses = [];
        foreach ((Rule rule, string pattern, int line) in sources)
        {
            try
            {
                (int start, int accept, int brackets, List<int> classes) = RulePattern.Add(pattern, Vocabulary, states);
                _patterns.Add(new CompiledPattern(rule, start, accept, brackets));
                uses.Add(classes);
            }
            catch (DataException problem)
            {
                throw new DataException($"{file}:{line}: {problem.Message}");
            }
        }

        states.Close();
        States = states;
        List<RuleAutomaton> layers = [];
        foreach (List<int> layer in Layer(uses))
            layers.Add(new RuleAutomaton(states, _patterns, layer, Vocabulary.ClassCount, Specials.Length));
        Layers = layers;
    }

    /// <summary>Reads and compiles a rule file of the pack; its own path stands before what is wrong with it.</summary>
    /// <exception cref="DataException">The file can't be used.</exception>
    public static RuleSet Load(LanguagePack pack, string file, IReadOnlyDictionary<string, RuleFunction> functions) => new(pack, file, functions);

    public RuleVocabulary Vocabulary { get; } = new();

    public NumberReader Numbers { get; }

    /// <summary>The class of numbers.</summary>
    public int Number { get; }

    public PatternStates States { get; }

    /// <summary>Automata in the order in which they run; the last one reports.</summary>
    public IReadOnlyList<RuleAutomaton> Layers { get; }

    public IReadOnlyList<Rule> Rules => _source.Rules;

    /// <summary>Directions that depend on the tense of the clause, by name.</summary>
    public IReadOnlyDictionary<string, RuleLean> Leans => _source.Leans;

    /// <summary>A number that the head of the file sets.</summary>
    public int HeadNumber(string name, int otherwise) => _source.Numbers.GetValueOrDefault(name, otherwise);

    public CompiledPattern Pattern(int number) => _patterns[number];

    /// <summary>Patterns by layer: those that make a class stand behind all whose classes they use, those that report stand last.</summary>
    private List<List<int>> Layer(List<List<int>> uses)
    {
        List<int>[] makers = new List<int>[Vocabulary.ClassCount]; // patterns that make a class; null for none
        for (int i = 0; i < _patterns.Count; i++)
        {
            if (_patterns[i].Rule.Makes is >= 0 and int made)
                (makers[made] ??= []).Add(i);
        }

        int[] depths = new int[_patterns.Count];
        bool changed = true;
        for (int round = 0; changed; round++)
        {
            if (round > _patterns.Count)
                throw new DataException($"{_file}: rules make each other in a circle");
            changed = false;
            for (int i = 0; i < _patterns.Count; i++)
            {
                int depth = 0;
                foreach (int used in uses[i])
                {
                    foreach (int maker in makers[used] ?? [])
                        depth = Math.Max(depth, depths[maker] + 1);
                }

                changed |= depth != depths[i];
                depths[i] = depth;
            }
        }

        List<List<int>> layers = [];
        List<int> last = [];
        for (int i = 0; i < _patterns.Count; i++)
        {
            if (_patterns[i].Rule.Makes < 0)
            {
                last.Add(i);
                continue;
            }

            while (layers.Count <= depths[i])
                layers.Add([]);
            layers[depths[i]].Add(i);
        }

        layers.Add(last);
        return layers;
    }
}
