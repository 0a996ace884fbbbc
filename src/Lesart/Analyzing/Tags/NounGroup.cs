using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Words that agree in case: an article, adjectives, a noun, a name in apposition; or a pronoun alone.</summary>
/// <param name="First">First token, counted in the sentence.</param>
/// <param name="Last">Token after the last one.</param>
/// <param name="Head">Its noun, name or pronoun.</param>
/// <param name="Mask">What case, number and gender its words can have together.</param>
internal readonly record struct NounGroup(int First, int Last, int Head, uint Mask)
{
    /// <summary>The groups of a sentence from its words and their parts of speech.</summary>
    public static void Find(ReadOnlySpan<WordInfo> words, ReadOnlySpan<TokenTag> tags, List<NounGroup> groups)
    {
        groups.Clear();
        for (int i = 0; i < words.Length;)
        {
            int end = End(words, tags, i);
            if (end == i)
            {
                i++;
                continue;
            }

            int head = end - 1;
            for (int k = end - 1; k >= i && tags[k].Upos is not (Upos.Noun or Upos.Pron); k--)
                head = k > i && tags[k - 1].Upos is Upos.Noun ? k - 1 : head;
            groups.Add(new NounGroup(i, end, head, Meet(words, tags, i, end, head)));
            i = end;
        }
    }

    private static int End(ReadOnlySpan<WordInfo> words, ReadOnlySpan<TokenTag> tags, int i)
    {
        if (tags[i].Upos == Upos.Pron)
            return i + 1;
        int at = i;
        while (at < words.Length && (tags[at].Upos is Upos.Det or Upos.Num || (tags[at].Upos is Upos.Adj && Declines(words[at])) || (tags[at].Upos is Upos.Adv or Upos.Adj && at > i && BeforeAdjective(words, tags, at))))
            at++;
        if (at < words.Length && tags[at].Upos == Upos.Noun)
        {
            at++;
            // "Minister Anna Kern"; but a second noun begins its own group
            while (at < words.Length && tags[at].Upos == Upos.Propn && !IsGenitiveName(words, tags, at))
                at++;
            return at;
        }

        if (at < words.Length && tags[at].Upos == Upos.Propn)
        {
            bool isGenitive = IsGenitiveName(words, tags, at);
            at++;
            while (!isGenitive && at < words.Length && tags[at].Upos == Upos.Propn)
            {
                isGenitive = IsGenitiveName(words, tags, at);
                at++;
            }

            return at;
        }

        return at;
    }

    private static bool Declines(WordInfo word)
    {
        foreach (FormReading reading in word.Readings)
        {
            if (reading.Tag is { Upos: Upos.Adj, Case: not GrammaticalCase.None })
                return true;
        }

        return word.Readings.Length == 0;
    }

    private static bool BeforeAdjective(ReadOnlySpan<WordInfo> words, ReadOnlySpan<TokenTag> tags, int at) =>
        at + 1 < words.Length && tags[at + 1].Upos == Upos.Adj && Declines(words[at + 1]);

    // "Merkels Rede": a name in s before what it belongs to.
    private static bool IsGenitiveName(ReadOnlySpan<WordInfo> words, ReadOnlySpan<TokenTag> tags, int at) =>
        words[at].Final is 's' or '\'' or '’' && at + 1 < words.Length && tags[at + 1].Upos is Upos.Noun or Upos.Adj;

    private static uint Meet(ReadOnlySpan<WordInfo> words, ReadOnlySpan<TokenTag> tags, int first, int last, int head)
    {
        uint mask = words[head].AgreementAs(tags[head].Upos);
        for (int i = first; i < last; i++)
        {
            uint met = mask & (i == head || tags[i].Upos is Upos.Adv or Upos.Propn ? AgreementMask.All : words[i].AgreementAs(tags[i].Upos));
            mask = met == 0 ? mask : met;
        }

        return mask;
    }

    /// <summary>What a word with this part of speech can be; everything where its readings don't say.</summary>
    public static uint Of(WordInfo word, Upos upos)
    {
        uint mask = 0;
        foreach (FormReading reading in word.Readings)
        {
            bool fits = reading.Tag.Upos == upos || (upos is Upos.Det or Upos.Pron && reading.Tag.Upos is Upos.Det or Upos.Pron) || (upos is Upos.Noun or Upos.Propn && reading.Tag.Upos is Upos.Noun);
            if (fits && reading.Tag.Case != GrammaticalCase.None)
                mask |= AgreementMask.Of(reading.Tag);
        }

        if (mask == 0 && upos is Upos.Noun or Upos.Propn)
        {
            foreach (FormReading reading in word.Readings)
                mask |= reading.Tag is { Upos: Upos.Adj, Case: not GrammaticalCase.None } ? AgreementMask.Of(reading.Tag) : 0;
        }

        return mask == 0 ? AgreementMask.All : mask;
    }
}
