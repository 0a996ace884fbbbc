using System.Collections.Immutable;
using System.Text;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Tokens in the terms of Universal Dependencies.</summary>
internal static class TokenReadings
{
    public static ImmutableArray<TokenReading> Of(TaggedText text)
    {
        ImmutableArray<TokenReading>.Builder readings = ImmutableArray.CreateBuilder<TokenReading>(text.Count);
        for (int i = 0; i < text.Count; i++)
        {
            Token token = text.Token(i);
            readings.Add(new TokenReading(token.Start, token.End, text.Tags[i].Upos.ToString().ToUpperInvariant(), text.Lemmas[i], Feats(text.Tags[i])));
        }

        return readings.MoveToImmutable();
    }

    private static string Feats(TokenTag tag)
    {
        StringBuilder feats = new();
        Add(feats, "Case", tag.Case switch { GrammaticalCase.Nominative => "Nom", GrammaticalCase.Accusative => "Acc", GrammaticalCase.Dative => "Dat", GrammaticalCase.Genitive => "Gen", _ => "" });
        Add(feats, "Gender", tag.Gender switch { Gender.Masculine => "Masc", Gender.Feminine => "Fem", Gender.Neuter => "Neut", _ => "" });
        Add(feats, "Mood", tag.Mood switch { Mood.Indicative => "Ind", Mood.SubjunctiveI or Mood.SubjunctiveII => "Sub", Mood.Imperative => "Imp", _ => "" });
        Add(feats, "Number", tag.Number switch { GrammaticalNumber.Singular => "Sing", GrammaticalNumber.Plural => "Plur", _ => "" });
        Add(feats, "Person", tag.Person is >= 1 and <= 3 ? ((char)('0' + tag.Person)).ToString() : "");
        Add(feats, "Tense", tag.Tense switch { Tense.Present => "Pres", Tense.Past => "Past", _ => "" });
        Add(feats, "VerbForm", tag.VerbForm switch { VerbForm.Finite => "Fin", VerbForm.Infinitive or VerbForm.ZuInfinitive => "Inf", VerbForm.Participle => "Part", _ => "" });
        return feats.Length == 0 ? "_" : feats.ToString();
    }

    private static void Add(StringBuilder feats, string name, string value)
    {
        if (value.Length == 0)
            return;
        if (feats.Length > 0)
            feats.Append('|');
        feats.Append(name).Append('=').Append(value);
    }
}
