using Lesart.Languages;

namespace Lesart.Text;

/// <summary>A <see cref="TokenTag"/> in 22 bits, as data files keep it.</summary>
internal static class TagCode
{
    public static uint Encode(TokenTag tag) =>
        (uint)tag.Upos | ((uint)tag.VerbForm << 5) | ((uint)tag.Mood << 8) | ((uint)tag.Tense << 11) | ((uint)tag.Person << 13)
        | ((uint)tag.Number << 15) | ((uint)tag.Case << 17) | ((uint)tag.Gender << 20);

    public static TokenTag Decode(uint code) => new(
        (Upos)(code & 31), (VerbForm)(code >> 5 & 7), (Mood)(code >> 8 & 7), (Tense)(code >> 11 & 3), (byte)(code >> 13 & 3),
        (GrammaticalNumber)(code >> 15 & 3), (GrammaticalCase)(code >> 17 & 7), (Gender)(code >> 20 & 3));

    /// <summary>Reads features as Universal Dependencies write them; those that a tag doesn't hold are passed over.</summary>
    /// <returns>Of several values joined by commas the first counts. False where the part of speech is unknown.</returns>
    public static bool TryParse(ReadOnlySpan<char> upos, ReadOnlySpan<char> feats, out TokenTag tag)
    {
        tag = default;
        if (!EnumCell.TryParse(upos, out Upos part))
            return false;
        tag = new TokenTag(part);
        foreach (Range range in feats.Split('|'))
        {
            ReadOnlySpan<char> pair = feats[range];
            int equals = pair.IndexOf('=');
            if (equals < 0)
                continue;
            ReadOnlySpan<char> value = pair[(equals + 1)..];
            if (value.IndexOf(',') is > 0 and int comma)
                value = value[..comma];
            tag = pair[..equals] switch
            {
                "VerbForm" => tag with { VerbForm = value switch { "Fin" => VerbForm.Finite, "Inf" => VerbForm.Infinitive, "ZuInf" => VerbForm.ZuInfinitive, "Part" or "Ger" => VerbForm.Participle, _ => VerbForm.None } },
                "Mood" => tag with { Mood = value switch { "Ind" => Mood.Indicative, "Sub" => Mood.SubjunctiveII, "SubI" => Mood.SubjunctiveI, "Imp" => Mood.Imperative, _ => Mood.None } },
                "Tense" => tag with { Tense = value switch { "Pres" => Tense.Present, "Past" => Tense.Past, _ => Tense.None } },
                "Person" => tag with { Person = value switch { "1" => 1, "2" => 2, "3" => 3, _ => 0 } },
                "Number" => tag with { Number = value switch { "Sing" => GrammaticalNumber.Singular, "Plur" => GrammaticalNumber.Plural, _ => GrammaticalNumber.None } },
                "Case" => tag with { Case = value switch { "Nom" => GrammaticalCase.Nominative, "Acc" => GrammaticalCase.Accusative, "Dat" => GrammaticalCase.Dative, "Gen" => GrammaticalCase.Genitive, _ => GrammaticalCase.None } },
                "Gender" => tag with { Gender = value switch { "Masc" => Gender.Masculine, "Fem" => Gender.Feminine, "Neut" => Gender.Neuter, _ => Gender.None } },
                _ => tag,
            };
        }

        if (tag.Mood != Mood.None)
            tag = tag with { VerbForm = VerbForm.Finite };
        if (tag.Mood == Mood.SubjunctiveII && tag.Tense == Tense.Present)
            tag = tag with { Mood = Mood.SubjunctiveI };
        return true;
    }
}
