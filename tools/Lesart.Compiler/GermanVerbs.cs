using System.Text.Json;
using Lesart.Text;

namespace Lesart.Compiler;

/// <summary>Forms of the German verbs of <c>verbs.tsv</c>, which the packages lack: like the verb behind the prefix, or weak.</summary>
internal static class GermanVerbs
{
    // as the packages name them
    private static readonly (string Key, Mood Mood, Tense Tense)[] Moods =
        [("KJ1", Mood.SubjunctiveI, Tense.Present), ("KJ2", Mood.SubjunctiveII, Tense.Past), ("PRÄ", Mood.Indicative, Tense.Present), ("PRT", Mood.Indicative, Tense.Past)];

    /// <param name="forms">Receives the forms.</param>
    /// <param name="path">The table.</param>
    /// <param name="known">The packages' verbs.</param>
    public static void Add(FormTable forms, string path, JsonElement known)
    {
        foreach (string verb in FormTable.Rows(path).Select(static row => row[0]).Where(static verb => verb[0] != '~'))
        {
            int mark = verb.AsSpan().IndexOfAny("|/");
            (string prefix, string stem) = mark < 0 ? ("", verb) : (verb[..mark], verb[(mark + 1)..]);
            bool separates = mark > 0 && verb[mark] == '|', isKnown = mark > 0 && known.TryGetProperty(stem, out JsonElement like) && like.TryGetProperty("PRÄ", out _);
            Dictionary<TokenTag, string[]> paradigm = isKnown ? Like(known.GetProperty(stem), stem, keepsGe: separates) : Weak(stem, takesGe: (separates || prefix.Length == 0) && !stem.EndsWith("ieren", StringComparison.Ordinal));
            foreach ((TokenTag tag, string[] all) in paradigm)
            {
                foreach (string form in all.Select(form => prefix + form))
                {
                    forms.Add(form, prefix + stem, tag);
                    if (tag.VerbForm != VerbForm.Participle)
                        continue;
                    forms.Add(form, form, new TokenTag(Upos.Adj));
                    GermanForms.AddDeclined(forms, form, form, Upos.Adj);
                }
            }

            if (separates)
                forms.Add($"{prefix}zu{stem}", prefix + stem, new TokenTag(Upos.Verb, VerbForm.ZuInfinitive));
        }
    }

    /// <summary>Adds forms of verbs without a prefix that the packages name with prefixes alone ("schritt ... ein"): those of several verbs with prefixes, or of a verb that has no forms of its own.</summary>
    /// <param name="forms">Receives the forms.</param>
    /// <param name="known">The packages' verbs.</param>
    public static void AddBare(FormTable forms, JsonElement known)
    {
        Dictionary<(string Form, string Lemma, TokenTag Tag), int> counts = [];
        foreach (JsonProperty verb in known.EnumerateObject())
        {
            foreach ((string key, Mood mood, Tense tense) in Moods)
            {
                foreach ((byte person, GrammaticalNumber number) in Persons())
                {
                    if (GermanForms.Parts(verb.Value, key, number == GrammaticalNumber.Singular ? "S" : "P", ((char)('0' + person)).ToString()) is not (string form, string prefix) || !verb.Name.StartsWith(prefix, StringComparison.Ordinal))
                        continue;
                    (string, string, TokenTag) bare = (form, verb.Name[prefix.Length..], new TokenTag(Upos.Verb, VerbForm.Finite, mood, tense, person, number));
                    counts[bare] = counts.GetValueOrDefault(bare) + 1;
                }
            }
        }

        foreach (((string form, string lemma, TokenTag tag), int count) in counts)
        {
            bool hasForms = known.TryGetProperty(lemma, out JsonElement own) && own.TryGetProperty("PRÄ", out _);
            if (count > 1 || !hasForms)
                forms.Add(form, lemma, tag);
        }
    }

    private static Dictionary<TokenTag, string[]> Like(JsonElement verb, string stem, bool keepsGe)
    {
        Dictionary<TokenTag, string[]> paradigm = new()
        {
            [new TokenTag(Upos.Verb, VerbForm.Infinitive)] = [stem],
            [new TokenTag(Upos.Verb, VerbForm.Participle, Tense: Tense.Past)] =
                [.. GermanForms.Forms(verb, "PA2").Select(form => keepsGe || !form.StartsWith("ge", StringComparison.Ordinal) ? form : form[2..])],
        };
        foreach ((string key, Mood mood, Tense tense) in Moods)
        {
            foreach ((byte person, GrammaticalNumber number) in Persons())
            {
                TokenTag tag = new(Upos.Verb, VerbForm.Finite, mood, tense, person, number);
                paradigm[tag] = [.. GermanForms.Joined(verb, key, number == GrammaticalNumber.Singular ? "S" : "P", ((char)('0' + person)).ToString())];
            }
        }

        return paradigm;
    }

    private static IEnumerable<(byte Person, GrammaticalNumber Number)> Persons() =>
        from number in new[] { GrammaticalNumber.Singular, GrammaticalNumber.Plural } from person in new byte[] { 1, 2, 3 } select (person, number);

    private static Dictionary<TokenTag, string[]> Weak(string infinitive, bool takesGe)
    {
        bool isShort = infinitive.EndsWith("eln", StringComparison.Ordinal) || infinitive.EndsWith("ern", StringComparison.Ordinal);
        string stem = isShort ? infinitive[..^1] : infinitive[..^2];
        string full = isShort && stem.EndsWith("el", StringComparison.Ordinal) ? stem[..^2] + "le" : stem + "e";
        string t = NeedsVowel(stem) ? "et" : "t", st = NeedsVowel(stem) ? "est" : stem[^1] is 's' or 'ß' or 'z' or 'x' ? "t" : "st";
        string[] present = [full, stem + st, stem + t, infinitive, stem + t, infinitive];
        string[] reported = [full, full + "st", full, infinitive, full + "t", infinitive];
        string[] past = [stem + t + "e", stem + t + "est", stem + t + "e", stem + t + "en", stem + t + "et", stem + t + "en"];
        Dictionary<TokenTag, string[]> paradigm = new()
        {
            [new TokenTag(Upos.Verb, VerbForm.Infinitive)] = [infinitive],
            [new TokenTag(Upos.Verb, VerbForm.Participle, Tense: Tense.Past)] = [(takesGe ? "ge" : "") + stem + t],
            [new TokenTag(Upos.Verb, VerbForm.Finite, Mood.Imperative, Tense.None, 2, GrammaticalNumber.Singular)] = [full],
            [new TokenTag(Upos.Verb, VerbForm.Finite, Mood.Imperative, Tense.None, 2, GrammaticalNumber.Plural)] = [stem + t],
        };
        foreach ((string key, Mood mood, Tense tense) in Moods)
        {
            string[] all = key switch { "PRÄ" => present, "KJ1" => reported, _ => past };
            foreach ((int i, (byte person, GrammaticalNumber number)) in Persons().Index())
                paradigm[new TokenTag(Upos.Verb, VerbForm.Finite, mood, tense, person, number)] = [all[i]];
        }

        return paradigm;
    }

    // "arbeitet", "öffnet", but "filmt", "rechnet"
    private static bool NeedsVowel(string stem) => stem[^1] is 'd' or 't' || (stem[^1] is 'm' or 'n' && stem.Length > 1 && stem[^2] is not ('a' or 'e' or 'i' or 'o' or 'u' or 'ä' or 'ö' or 'ü' or 'l' or 'r' or 'm' or 'n' or 'h'));
}
