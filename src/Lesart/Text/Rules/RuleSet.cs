using System.Globalization;
using System.Text;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>A rule: pattern, conditions, and what it makes of what it finds.</summary>
internal sealed class Rule(string name)
{
    public string Name { get; } = name;

    /// <summary>Class of the edge that it adds; -1 for a rule that reports.</summary>
    public int Makes { get; set; } = -1;

    /// <summary>Whether it only takes its words away from other rules.</summary>
    public bool Rejects { get; set; }

    /// <summary>Whether what it reports is no anchor for what comes after it.</summary>
    public bool KeepsSaid { get; set; }

    /// <summary>Atoms that the match counts as longer than it is.</summary>
    public int Bonus { get; set; }

    /// <summary>Settings and formulas by key.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, RuleFormula> Formulas { get; } = new(StringComparer.Ordinal);

    public List<RuleNeighbour> NotBefore { get; } = [];

    public List<RuleNeighbour> NotAfter { get; } = [];

    /// <summary>Words and classes of which one has to stand before the match; empty for no such condition.</summary>
    public List<RuleNeighbour> OnlyAfter { get; } = [];

    public List<RuleExample> Examples { get; } = [];

    public string Setting(string key, string otherwise) => Settings.GetValueOrDefault(key, otherwise);
}

/// <summary>A word or class that must not stand beside a match.</summary>
internal readonly record struct RuleNeighbour(int Class, bool MustTouch);

/// <summary>An example of a rule.</summary>
/// <param name="IsCounterexample">Whether the rule must find nothing.</param>
/// <param name="Cells">Text and what is expected of it.</param>
internal sealed record RuleExample(bool IsCounterexample, string[] Cells);

/// <summary>A direction that depends on the tense of the clause.</summary>
/// <param name="ByTense">Direction for <c>past</c>, <c>present</c>, <c>future</c>, and <c>none</c> where no verb tells it.</param>
internal sealed record RuleLean(IReadOnlyDictionary<string, string> ByTense)
{
    public string Direction(string tense) => ByTense.GetValueOrDefault(tense.Length == 0 ? "none" : tense, "nearest");
}

/// <summary>A pattern of a rule in the rule set's states.</summary>
internal readonly record struct CompiledPattern(Rule Rule, int Start, int Accept, int Brackets);

/// <summary>A language's rules of one kind, read from a file and compiled: layers of rules that make classes, then those that report.</summary>
internal sealed class RuleSet
{
    /// <summary>Classes that are asked of the atom itself: any word, a word in small letters, one with a capital, an adjective, a noun, a sign, a noun in the plural, a verb.</summary>
    public static readonly string[] Specials = ["any", "lower", "upper", "adj", "noun", "sign", "plural", "verb"];

    private static readonly HashSet<string> FormulaKeys =
        new(["value", "value2", "value3", "value4", "from", "to", "from2", "to2", "if"], StringComparer.Ordinal);

    private static readonly HashSet<string> SettingKeys =
        new(["type", "type2", "anchor", "direction", "precision", "of"], StringComparer.Ordinal);

    private static readonly HashSet<string> Directions = new(["past", "future", "nearest"], StringComparer.Ordinal);

    private readonly List<Rule> _rules = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RuleLean> _leans = new(StringComparer.Ordinal);
    private readonly List<CompiledPattern> _patterns = [];
    private readonly Dictionary<string, string> _definitions = new(StringComparer.Ordinal);
    private readonly string _file;

    private RuleSet(LanguagePack pack, string file, IReadOnlyDictionary<string, RuleFunction> functions)
    {
        _file = file;
        foreach (string special in Specials)
            Vocabulary.ClassOf(special);
        Number = Vocabulary.ClassOf("number");
        Numbers = new NumberReader(pack, Vocabulary);
        List<(Rule Rule, string Pattern, int Line)> sources = Read(pack, functions);
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

    public IReadOnlyList<Rule> Rules => _rules;

    /// <summary>Directions that depend on the tense of the clause, by name.</summary>
    public IReadOnlyDictionary<string, RuleLean> Leans => _leans;

    /// <summary>A number that the head of the file sets.</summary>
    public int HeadNumber(string name, int otherwise) => _numbers.GetValueOrDefault(name, otherwise);

    public CompiledPattern Pattern(int number) => _patterns[number];

    private List<(Rule Rule, string Pattern, int Line)> Read(LanguagePack pack, IReadOnlyDictionary<string, RuleFunction> functions)
    {
        List<(Rule, string, int)> sources = [];
        if (!pack.Data.Has(_file))
            return sources;
        List<(int Line, string Key, string Value)> lines = [];
        using (StreamReader reader = new(pack.Data.Open(_file), Encoding.UTF8))
        {
            int number = 0;
            while (reader.ReadLine() is string text)
            {
                number++;
                text = text.Trim();
                if (text.Length == 0 || text[0] == '#')
                    continue;
                int blank = text.AsSpan().IndexOfAny(' ', '\t');
                lines.Add((number, blank < 0 ? text : text[..blank], blank < 0 ? "" : text[blank..].Trim()));
            }
        }

        // a class may be used before the rule that makes it
        foreach ((int _, string key, string value) in lines)
        {
            if (key == "make")
                Vocabulary.ClassOf(value);
        }

        Rule? rule = null;
        foreach ((int line, string key, string value) in lines)
        {
            try
            {
                rule = ReadLine(pack, functions, sources, rule, line, key, value);
            }
            catch (DataException problem) when (!problem.Message.Contains(_file, StringComparison.Ordinal))
            {
                throw new DataException($"{pack.Code}/{_file}:{line}: {problem.Message}");
            }
        }

        return sources;
    }

    private Rule? ReadLine(LanguagePack pack, IReadOnlyDictionary<string, RuleFunction> functions, List<(Rule, string, int)> sources, Rule? rule, int line, string key, string value)
    {
        switch (key)
        {
            case "table":
                ReadTable(pack, value);
                return rule;
            case "digits":
                ReadDigits(value);
                return rule;
            case "endings":
                string[] words = Words(value);
                Vocabulary.AddEndings(words[0], words.Skip(1).Select(static ending => ending == "-" ? "" : ending));
                return rule;
            case "set":
                string[] setting = Words(value);
                _numbers[setting[0]] = int.Parse(setting[1], NumberStyles.None, CultureInfo.InvariantCulture);
                return rule;
            case "lean":
                string[] lean = Words(value);
                _leans[lean[0]] = new RuleLean(lean.Skip(1).Select(static pair => pair.Split('=')).ToDictionary(static pair => pair[0], static pair => pair[^1], StringComparer.Ordinal));
                return rule;
            case "define":
                string name = Words(value)[0];
                _definitions[name] = Substitute(value[name.Length..].Trim());
                return rule;
            case "rule":
                Rule made = new(value);
                if (_rules.Exists(other => other.Name == value))
                    throw new DataException($"rule '{value}' is defined twice");
                _rules.Add(made);
                return made;
        }

        if (rule is null)
            throw new DataException($"'{key}' stands before the first rule");
        switch (key)
        {
            case "match":
                sources.Add((rule, Substitute(value), line));
                break;
            case "make":
                rule.Makes = Vocabulary.ClassOf(value);
                break;
            case "reject":
                rule.Rejects = true;
                break;
            case "keep":
                rule.KeepsSaid = true;
                break;
            case "bonus":
                rule.Bonus = int.Parse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
                break;
            case "notbefore":
                AddNeighbours(rule.NotBefore, value);
                break;
            case "notafter":
                AddNeighbours(rule.NotAfter, value);
                break;
            case "onlyafter":
                AddNeighbours(rule.OnlyAfter, value);
                break;
            case "yes" or "no":
                rule.Examples.Add(new RuleExample(key == "no", [.. value.Split('|').Select(static cell => cell.Trim())]));
                break;
            default:
                if (FormulaKeys.Contains(key))
                    rule.Formulas[key] = RuleFormula.Parse(value, functions);
                else if (key == "direction" && !Directions.Contains(value) && !_leans.ContainsKey(value))
                    throw new DataException($"no direction is named '{value}'");
                else if (SettingKeys.Contains(key))
                    rule.Settings[key] = value;
                else
                    throw new DataException($"'{key}' is no key of a rule");
                break;
        }

        return rule;
    }

    private static string[] Words(string value) => value.Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries);

    private string Substitute(string pattern)
    {
        for (int at = pattern.IndexOf('@', StringComparison.Ordinal); at >= 0; at = pattern.IndexOf('@', at))
        {
            int end = at + 1;
            while (end < pattern.Length && (char.IsLetterOrDigit(pattern[end]) || pattern[end] == '-'))
                end++;
            string name = pattern[(at + 1)..end];
            if (!_definitions.TryGetValue(name, out string? meaning))
                throw new DataException($"'@{name}' is not defined");
            pattern = $"{pattern[..at]}({meaning}){pattern[end..]}";
        }

        return pattern;
    }

    private void AddNeighbours(List<RuleNeighbour> neighbours, string value)
    {
        foreach (string item in Words(value))
        {
            bool touches = item[0] == '~';
            string word = touches ? item[1..] : item;
            if (word[0] == '{')
            {
                string name = word.Trim('{', '}');
                if (!Vocabulary.HasClass(name))
                    throw new DataException($"no class is named '{name}'");
                neighbours.Add(new RuleNeighbour(Vocabulary.ClassOf(name), touches));
                continue;
            }

            foreach (string form in Vocabulary.Expand(word))
            {
                if (!Vocabulary.TryAdd("=" + form, form, form, isPart: false))
                    throw new DataException($"'{form}' is no word");
                neighbours.Add(new RuleNeighbour(Vocabulary.ClassOf("=" + form), touches));
            }
        }
    }

    private void ReadDigits(string value)
    {
        string[] cells = Words(value);
        int[] length = Range(cells[1], "-"), range = Range(cells[2], "..");
        Vocabulary.DigitClasses.Add((Vocabulary.ClassOf(cells[0]), length[0], length[1], range[0], range[1]));
    }

    private static int[] Range(string text, string separator)
    {
        string[] ends = text.Split(separator);
        return [int.Parse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture), int.Parse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture)];
    }

    private void ReadTable(LanguagePack pack, string value)
    {
        string[] cells = Words(value);
        bool isPart = cells.Contains("parts", StringComparer.Ordinal);
        Vocabulary.ClassOf(cells[0]);
        foreach (DataRow row in pack.Data.Rows(cells[1]))
        {
            // a table of its own for one class: value, forms; a table for many: class, value, forms
            bool isShared = cells[0] == "*";
            string className = isShared ? row[0] : cells[0];
            string meaning = isShared ? row[1] : row[0];
            string forms = isShared ? row[2] : row[1];
            object? parsed = decimal.TryParse(meaning, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) ? number : meaning;
            foreach (string form in forms.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            {
                if (!Vocabulary.TryAdd(className, parsed, form, isPart))
                    throw row.Error($"'{form}' is no word");
            }
        }
    }

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
