using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Tells auxiliaries and copulas from full verbs of the same form ("hat einen Hund", "hat gebellt") once the rest of the clause has its parts of speech.</summary>
internal static class AuxiliaryRule
{
    /// <summary>Looks again at each word that can be an auxiliary and was taken for a verb.</summary>
    public static void Apply(TaggerModel model, ReadOnlySpan<WordInfo> words, Span<int> chosen)
    {
        Span<uint> rows = stackalloc uint[TaggerFeatures.Most];
        for (int i = 0; i < words.Length; i++)
        {
            int other = words[i].Auxiliary == 0 ? -1 : model.Partners[chosen[i]];
            if (other < 0)
                continue;
            int count = Features(words, model.Tags, chosen, i, rows);
            chosen[i] = model.Best(rows[..count], 1u << chosen[i] | 1u << other);
        }
    }

    /// <summary>The rows of such a word, from the tags of its clause.</summary>
    public static int Features(ReadOnlySpan<WordInfo> words, TokenTag[] tags, ReadOnlySpan<int> chosen, int i, Span<uint> rows)
    {
        int first = i, end = i + 1;
        while (first > 0 && !words[first - 1].IsBorder)
            first--;
        while (end < words.Length && !words[end].IsBorder)
            end++;
        uint verbs = 0, adjectives = 0, nominals = 0, phrases = 0, preposition = 0, adverb = 0, adjective = 0, pronoun = 0, near = 0;
        bool isInPhrase = false, isInGroup = false;
        for (int k = first; k < end; k++)
        {
            TokenTag tag = tags[chosen[k]];
            Upos next = k + 1 < end ? tags[chosen[k + 1]].Upos : Upos.Punct;
            if (k == i)
            {
                isInGroup = false;
                continue;
            }

            switch (tag.Upos)
            {
                case Upos.Verb or Upos.Aux:
                    uint kind = tag.VerbForm switch { VerbForm.Finite => 1u, VerbForm.Participle => 2, _ => 4 };
                    verbs |= tag.Upos == Upos.Aux ? kind << 3 : kind;
                    near |= k == i - 1 || k == i + 1 ? kind : 0;
                    break;
                case Upos.Adj when next is not (Upos.Noun or Upos.Propn or Upos.Adj):
                    adjectives++;
                    adjective = words[k].Small;
                    break;
                case Upos.Adp:
                    isInPhrase = true;
                    phrases++;
                    preposition = words[k].Small;
                    break;
                case Upos.Adv:
                    adverb = words[k].Small;
                    break;
                case Upos.Part:
                    verbs |= next == Upos.Verb ? 64u : 0;
                    break;
                case Upos.Pron:
                    pronoun = words[k].Small;
                    nominals += isInPhrase ? 0 : 1u;
                    isInPhrase = false;
                    break;
            }

            bool isNoun = tag.Upos is Upos.Noun or Upos.Propn;
            if (isNoun && !isInGroup)
            {
                nominals += isInPhrase ? 0 : 1u;
                isInPhrase = false;
            }

            isInGroup = isNoun;
        }

        (adjectives, nominals, phrases) = (Math.Min(adjectives, 1), Math.Min(nominals, 3), Math.Min(phrases, 2));
        uint own = words[i].Auxiliary, form = (uint)tags[chosen[i]].VerbForm;
        uint groups = nominals | (phrases << 2) | (adjectives << 4);
        uint place = (i == first ? 1u : 0) | (i == end - 1 ? 2u : 0);
        int count = 0;
        rows[count++] = TaggerFeatures.Row(200, own, form);
        rows[count++] = TaggerFeatures.Row(201, own, verbs);
        rows[count++] = TaggerFeatures.Row(202, own, TaggerFeatures.Row(0, verbs & 0b1_110_110, form));
        rows[count++] = TaggerFeatures.Row(203, own, TaggerFeatures.Row(0, verbs, groups));
        rows[count++] = TaggerFeatures.Row(204, own, TaggerFeatures.Row(0, verbs & 0b1_110_110, adjectives));
        rows[count++] = TaggerFeatures.Row(205, own, TaggerFeatures.Row(0, verbs & 0b1_110_110, nominals));
        rows[count++] = TaggerFeatures.Row(206, own, TaggerFeatures.Row(0, verbs & 0b0_110_110, groups));
        rows[count++] = TaggerFeatures.Row(207, own, adverb);
        rows[count++] = TaggerFeatures.Row(208, own, preposition);
        rows[count++] = TaggerFeatures.Row(209, own, adjective);
        rows[count++] = TaggerFeatures.Row(210, own, TaggerFeatures.Row(0, pronoun, nominals));
        rows[count++] = TaggerFeatures.Row(211, own, TaggerFeatures.Row(0, near, place));
        rows[count++] = TaggerFeatures.Row(212, own, i > 0 ? words[i - 1].Small : 1);
        rows[count++] = TaggerFeatures.Row(213, own, i + 1 < words.Length ? words[i + 1].Small : 1);
        rows[count++] = TaggerFeatures.Row(214, words[i].Small, verbs & 0b0_110_110);
        rows[count++] = TaggerFeatures.Row(215, own, TaggerFeatures.Row(0, i > 0 ? (uint)chosen[i - 1] : 99, i + 1 < words.Length ? (uint)chosen[i + 1] : 99));
        rows[count++] = TaggerFeatures.Row(216, own, TaggerFeatures.Row(0, preposition, groups));
        rows[count++] = TaggerFeatures.Row(217, own, (uint)tags[chosen[i]].Upos);
        rows[count++] = TaggerFeatures.Row(218, own, TaggerFeatures.Row(0, place, verbs));
        return count;
    }
}
