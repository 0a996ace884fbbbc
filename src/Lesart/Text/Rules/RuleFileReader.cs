using System.Globalization;
using System.Text;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>Reads a file of rules, line by line: what the head sets, then rule by rule its patterns, conditions, formulas and examples (docs/rules.md).</summary>
internal sealed class RuleFileReader(LanguagePack pack, string file, RuleVocabulary vocabulary, IReadOnlyDictionary<string, RuleFunction> functions)
{
    private static readonly HashSet<string> FormulaKeys =
        new(["value", "value2", "value3", "value4", "from", "to", "from2", "to2", "if"], StringComparer.Ordinal);

    private static readonly HashSet<string> SettingKeys =
        new(["type", "type2", "anchor", "direction", "precision", "of"], StringComparer.Ordinal);

    private static readonly HashSet<string> Directions = new(["past", "future", "nearest"], StringComparer.Ordinal);

    private readonly List<Rule> _rules = [];
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, RuleLean> _leans = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _definitions = new(StringComparer.Ordinal);

    /// <summary>The rules in the file's order.</summary>
    public IReadOnlyList<Rule> Rules => _rules;

    /// <summary>Numbers that the head of the file sets, by name.</summary>
    public IReadOnlyDictionary<string, int> Numbers => _numbers;

    /// <summary>Directions that depend on the tense of the clause, by name.</summary>
    public IReadOnlyDictionary<string, RuleLean> Leans => _leans;

    /// <summary>The patterns, each with its rule and its line; none where the pack has no such file. Call it once.</summary>
    /// <exception cref="DataException">The file can't be used.</exception>
    public List<(Rule Rule, string Pattern, int Line)> Read()
    {
        List<(Rule, string, int)> sources = [];
        if (!pack.Data.Has(file))
            return sources;
        List<(int Line, string Key, string Value)> lines = [];
        using (StreamReader reader = new(pack.Data.Open(file), Encoding.UTF8))
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
                vocabulary.ClassOf(value);
        }

        Rule? rule = null;
        foreach ((int line, string key, string value) in lines)
        {
            try
            {
                rule = ReadLine(sources, rule, line, key, value);
            }
            catch (DataException problem) when (!problem.Message.Contains(file, StringComparison.Ordinal))
            {
                throw new DataException($"{pack.Code}/{file}:{line}: {problem.Message}");
            }
        }

        return sources;
    }

    private Rule? ReadLine(List<(Rule, string, int)> sources, Rule? rule, int line, string key, string value)
    {
        switch (key)
        {
            case "table":
                ReadTable(value);
                return rule;
            case "digits":
                ReadDigits(value);
                return rule;
            case "endings":
                string[] words = Words(value);
                vocabulary.AddEndings(words[0], words.Skip(1).Select(static ending => ending == "-" ? "" : ending));
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
                rule.Makes = vocabulary.ClassOf(value);
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
                if (!vocabulary.HasClass(name))
                    throw new DataException($"no class is named '{name}'");
                neighbours.Add(new RuleNeighbour(vocabulary.ClassOf(name), touches));
                continue;
            }

            foreach (string form in vocabulary.Expand(word))
            {
                if (!vocabulary.TryAdd("=" + form, form, form, isPart: false))
                    throw new DataException($"'{form}' is no word");
                neighbours.Add(new RuleNeighbour(vocabulary.ClassOf("=" + form), touches));
            }
        }
    }

    private void ReadDigits(string value)
    {
        string[] cells = Words(value);
        int[] length = Range(cells[1], "-"), range = Range(cells[2], "..");
        vocabulary.DigitClasses.Add((vocabulary.ClassOf(cells[0]), length[0], length[1], range[0], range[1]));
    }

    private static int[] Range(string text, string separator)
    {
        string[] ends = text.Split(separator);
        return [int.Parse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture), int.Parse(ends[^1], NumberStyles.None, CultureInfo.InvariantCulture)];
    }

    private void ReadTable(string value)
    {
        string[] cells = Words(value);
        bool isPart = cells.Contains("parts", StringComparer.Ordinal);
        vocabulary.ClassOf(cells[0]);
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
                if (!vocabulary.TryAdd(className, parsed, form, isPart))
                    throw row.Error($"'{form}' is no word");
            }
        }
    }
}
