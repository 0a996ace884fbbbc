using System.Numerics;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Tells conjunctions from prepositions and pronouns of the same form ("after the polls", "after the polls closed") once the words on both sides have their tags.</summary>
internal static class SecondLook
{
    private const uint Begin = 61, End = 62; // beside the tags, from 1
    private const uint Conjunction = 128; // in WordInfo.Broad

    /// <summary>Looks again at such words of a sentence, from left to right.</summary>
    public static void Apply(TaggerModel model, ReadOnlySpan<WordInfo> words, ReadOnlySpan<Token> tokens, Span<int> chosen)
    {
        Span<uint> rows = stackalloc uint[TaggerFeatures.Most];
        for (int i = 0; i < words.Length; i++)
        {
            if (words[i].Shape != WordShape.Small || (words[i].Broad & Conjunction) == 0)
                continue;
            uint allowed = Tagger.Allowed(model, words[i], tokens[i].Kind);
            if (IsDoubtful(words[i], allowed))
                chosen[i] = model.Best(words[i], rows[..Features(words, model.Tags, chosen, i, rows)], allowed);
        }
    }

    /// <summary>Whether a word is looked at again.</summary>
    public static bool IsDoubtful(WordInfo word, uint allowed) =>
        word.Shape == WordShape.Small && (word.Broad & Conjunction) != 0 && !BitOperations.IsPow2(allowed);

    /// <summary>The rows of such a word, from the tags around it.</summary>
    public static int Features(ReadOnlySpan<WordInfo> words, TokenTag[] tags, ReadOnlySpan<int> chosen, int i, Span<uint> rows)
    {
        WordInfo word = words[i];
        uint before = TagAt(chosen, i - 1), second = TagAt(chosen, i - 2), next = TagAt(chosen, i + 1), after = TagAt(chosen, i + 2);
        (uint both, uint right, uint left) = (before | (next << 6), next | (after << 6), before | (second << 6));
        uint kind = word.Class, small = word.Small;
        uint beforeSmall = i > 0 ? words[i - 1].Small : 1, nextSmall = i + 1 < words.Length ? words[i + 1].Small : 2;
        uint finite = 0, follows = 0;
        for (int k = i - 1; k >= 0 && !words[k].IsBorder; k--)
            finite |= tags[chosen[k]].VerbForm == VerbForm.Finite ? 1u : 0;
        for (int k = i + 1; k < words.Length && !words[k].IsBorder; k++)
        {
            TokenTag tag = tags[chosen[k]];
            finite |= tag.VerbForm == VerbForm.Finite ? 2u : 0;
            if (follows < 8)
                follows |= tag.VerbForm != VerbForm.None ? (uint)tag.VerbForm << 3 | (tag.Tense == Tense.Past ? 64u : 0) : tag.Upos is Upos.Noun or Upos.Propn or Upos.Pron ? 1u : tag.Upos == Upos.Part ? 2u : 0;
        }

        int count = 0;
        rows[count++] = TaggerFeatures.Row(301, both, kind);
        rows[count++] = TaggerFeatures.Row(302, both, small);
        rows[count++] = TaggerFeatures.Row(304, right, kind);
        rows[count++] = TaggerFeatures.Row(305, right, small);
        rows[count++] = TaggerFeatures.Row(306, next, small);
        rows[count++] = TaggerFeatures.Row(308, left, kind);
        rows[count++] = TaggerFeatures.Row(310, nextSmall, TaggerFeatures.Row(0, both, word.Broad));
        rows[count++] = TaggerFeatures.Row(311, beforeSmall, TaggerFeatures.Row(0, both, word.Broad));
        rows[count++] = TaggerFeatures.Row(315, finite, TaggerFeatures.Row(0, small, before));
        rows[count++] = TaggerFeatures.Row(316, follows, small);
        rows[count++] = TaggerFeatures.Row(317, follows, TaggerFeatures.Row(0, small, next));
        return count;
    }

    private static uint TagAt(ReadOnlySpan<int> chosen, int i) => i < 0 ? Begin : i >= chosen.Length ? End : (uint)chosen[i] + 1;
}
