using Lesart.Text;

namespace Lesart.Compiler;

/// <summary>Forms with their lemmas and tags, as they are gathered.</summary>
internal sealed class FormTable
{
    private const int SmallestHead = 3;

    private readonly Dictionary<(string Form, string Lemma), SortedSet<uint>> _readings = [];

    public void Add(string form, string lemma, TokenTag tag)
    {
        if (form.Length is 0 or > 40 || lemma.Length == 0 || form.Contains(' ', StringComparison.Ordinal) || form == "-")
            return;
        if (!_readings.TryGetValue((form, lemma), out SortedSet<uint>? tags))
            _readings.Add((form, lemma), tags = []);
        tags.Add(TagCode.Encode(tag));
    }

    /// <summary>Takes out infinitives as nouns where the same form inflects another noun: "Tagen" is hardly ever the act of meeting.</summary>
    public void RemoveVerbalNouns()
    {
        HashSet<string> others = [.. _readings.Keys.Where(static key => key.Form != key.Lemma && char.IsUpper(key.Form[0])).Select(static key => key.Form)];
        foreach ((string form, string lemma) in _readings.Keys.ToArray())
        {
            if (form == lemma && char.IsUpper(form[0]) && form.EndsWith('n') && others.Contains(form) && _readings.ContainsKey((form.ToLowerInvariant(), form.ToLowerInvariant())))
                _readings.Remove((form, lemma));
        }
    }

    /// <summary>Takes from rare verbs the finite forms and participles that another verb has too, and from rare nouns the forms of another noun: "fällt" is of "fallen", "dachte" of "denken".</summary>
    public void GiveWay(HashSet<string> rare)
    {
        HashSet<string> others = [.. _readings.Where(pair => !rare.Contains(pair.Key.Lemma) && pair.Value.Any(IsShared)).Select(static pair => pair.Key.Form)];
        foreach (((string form, string lemma), SortedSet<uint> tags) in _readings.ToArray())
        {
            if (!rare.Contains(lemma) || !others.Contains(form))
                continue;
            tags.RemoveWhere(static tag => IsShared(tag));
            if (tags.Count == 0)
                _readings.Remove((form, lemma));
        }
    }

    private static bool IsShared(uint tag) => TagCode.Decode(tag) is { Upos: Upos.Verb, VerbForm: VerbForm.Finite or VerbForm.Participle } or { Upos: Upos.Noun };

    public void Write(string path)
    {
        Dictionary<string, int> numbers = new(StringComparer.Ordinal);
        List<uint[]> sets = [];
        List<byte[]> keys = [];
        foreach (((string form, string lemma), SortedSet<uint> tags) in _readings.OrderBy(static pair => pair.Key.Form, StringComparer.Ordinal).ThenBy(static pair => pair.Key.Lemma, StringComparer.Ordinal))
        {
            string name = string.Join(' ', tags);
            if (!numbers.TryGetValue(name, out int set))
            {
                numbers.Add(name, set = sets.Count);
                sets.Add([.. tags]);
            }

            keys.Add(AutomatonBuilder.Key(form, lemma, set));
        }

        keys.Sort(static (a, b) => a.AsSpan().SequenceCompareTo(b));
        AutomatonBuilder builder = new();
        byte[] last = [];
        foreach (byte[] key in keys)
        {
            if (!key.AsSpan().SequenceEqual(last))
                builder.Add(key);
            last = key;
        }

        builder.Write(path, sets);
    }

    /// <summary>Reads features joined by dots, each named by its value alone ("Nom.Masc.Sing").</summary>
    public static TokenTag Parse(string upos, string features)
    {
        if (!TagCode.TryParse(upos, "_", out TokenTag tag))
            throw new FormatException($"'{upos}' is no part of speech");
        foreach (string name in features.Split('.', StringSplitOptions.RemoveEmptyEntries))
        {
            tag = name switch
            {
                "Nom" => tag with { Case = GrammaticalCase.Nominative },
                "Acc" => tag with { Case = GrammaticalCase.Accusative },
                "Dat" => tag with { Case = GrammaticalCase.Dative },
                "Gen" => tag with { Case = GrammaticalCase.Genitive },
                "Masc" => tag with { Gender = Gender.Masculine },
                "Fem" => tag with { Gender = Gender.Feminine },
                "Neut" => tag with { Gender = Gender.Neuter },
                "Sing" => tag with { Number = GrammaticalNumber.Singular },
                "Plur" => tag with { Number = GrammaticalNumber.Plural },
                "1" or "2" or "3" => tag with { Person = (byte)(name[0] - '0') },
                "Pres" => tag with { Tense = Tense.Present },
                "Past" => tag with { Tense = Tense.Past },
                "Fin" => tag with { VerbForm = VerbForm.Finite },
                "Inf" => tag with { VerbForm = VerbForm.Infinitive },
                "ZuInf" => tag with { VerbForm = VerbForm.ZuInfinitive },
                "Part" => tag with { VerbForm = VerbForm.Participle },
                "Ind" => tag with { Mood = Mood.Indicative, VerbForm = VerbForm.Finite },
                "Imp" => tag with { Mood = Mood.Imperative, VerbForm = VerbForm.Finite },
                "SubI" => tag with { Mood = Mood.SubjunctiveI, VerbForm = VerbForm.Finite },
                "Sub" => tag with { Mood = Mood.SubjunctiveII, VerbForm = VerbForm.Finite },
                _ => throw new FormatException($"'{name}' is no feature"),
            };
        }

        return tag;
    }

    /// <summary>Adds the rows of a <c>closed.tsv</c>.</summary>
    public void AddClosed(string path)
    {
        foreach (string[] cells in Rows(path))
        {
            string[] alternatives = cells.Length > 3 ? cells[3].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
            foreach (string alternative in alternatives.DefaultIfEmpty(""))
                Add(cells[0], cells[2], Parse(cells[1], alternative));
        }
    }

    /// <summary>Adds single-word names of states, continents, cities and people, and their genitives.</summary>
    /// <param name="folder">The folder <c>names</c>.</param>
    /// <param name="column">Column of the language in tables with a German and an English one: 0 or 1.</param>
    /// <param name="genitive">Ending of the genitive; empty where it is a token of its own.</param>
    public void AddNames(string folder, int column, string genitive)
    {
        const int largestCities = 6_000;
        IEnumerable<string> names = Rows(Path.Combine(folder, "countries.tsv")).Select(row => row[3 + column])
            .Concat(Rows(Path.Combine(folder, "places.tsv")).Select(row => row[Math.Min(row.Length - 1, 3 + column)]))
            .Concat(Rows(Path.Combine(folder, "cities.tsv")).Skip(1).Take(largestCities).Select(row => row[3 + column].Length > 0 ? row[3 + column] : row[3]))
            .Concat(Rows(Path.Combine(folder, "given-names.tsv")).Select(static row => row[0]))
            .Concat(Rows(Path.Combine(folder, "people.tsv")).Where(static row => row.Length > 5).SelectMany(row => row[4 + column].Split('|')).SelectMany(static name => name.Split(' ')));
        foreach (string name in names.SelectMany(static cell => cell.Split('|')).Select(static name => name.TrimEnd('?')).Where(static name => name.Length > 2 && char.IsUpper(name[0]) && name.All(char.IsLetter)))
        {
            Add(name, name, new TokenTag(Upos.Propn, Number: GrammaticalNumber.Singular));
            if (genitive.Length > 0 && name[^1] is not ('s' or 'x' or 'z' or 'ß'))
                Add(name + genitive, name, new TokenTag(Upos.Propn, Number: GrammaticalNumber.Singular, Case: GrammaticalCase.Genitive));
        }
    }

    /// <summary>Adds single-word names of bodies, with the forms of the noun that they end with ("Bundesgerichts"). Names that may be something else are left out.</summary>
    /// <param name="path">The table of bodies.</param>
    /// <param name="column">Column of the language: 3 for German.</param>
    public void AddBodies(string path, int column)
    {
        ILookup<string, (string Form, SortedSet<uint> Tags)> nouns = _readings.Where(static pair => char.IsUpper(pair.Key.Form[0]) && pair.Value.All(static tag => TagCode.Decode(tag).Upos == Upos.Noun))
            .ToLookup(static pair => pair.Key.Lemma, static pair => (pair.Key.Form, pair.Value));
        foreach (string name in Rows(path).Skip(1).Where(row => row.Length > column).SelectMany(row => row[column].Split('|')).Where(static name => name.Length > 1 && name.All(char.IsLetter)).Distinct().ToArray())
        {
            Add(name, name, new TokenTag(Upos.Propn, Number: GrammaticalNumber.Singular));
            for (int start = 2; start <= name.Length - SmallestHead; start++)
            {
                string head = char.ToUpperInvariant(name[start]) + name[(start + 1)..];
                if (!nouns.Contains(head))
                    continue;
                foreach ((string form, SortedSet<uint> tags) in nouns[head])
                {
                    foreach (uint tag in tags)
                        Add(name[..start] + char.ToLowerInvariant(form[0]) + form[1..], name, TagCode.Decode(tag) with { Upos = Upos.Propn });
                }

                break;
            }
        }
    }

    /// <summary>The rows of a table without comments.</summary>
    public static IEnumerable<string[]> Rows(string path) =>
        File.ReadLines(path).Where(static line => line.Length > 0 && line[0] != '#').Select(static line => line.Split('\t'));
}
