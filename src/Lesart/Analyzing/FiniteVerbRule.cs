using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>A clause has a finite verb: where the tagger left a clause without one, a verb whose form can be finite becomes it.
/// Before the infinitive of an auxiliary with its particle ("verschifft zu haben") a form that may be either is the participle.</summary>
/// <remarks>For languages whose subordinate clauses end with their verb (<c>clause-verb last</c> in <c>pack.tsv</c>). Only clauses that a subordinating word or a relative
/// pronoun opens, and sentences without any finite verb: fragments between commas need none.</remarks>
internal static class FiniteVerbRule
{
    public static void Apply(TaggerModel model, ReadOnlySpan<WordInfo> words, Span<int> chosen)
    {
        FreeParticiples(model, words, chosen);
        bool hasFinite = false;
        foreach (int tag in chosen)
            hasFinite |= model.Tags[tag].VerbForm == VerbForm.Finite;
        for (int start = 0; start < words.Length;)
        {
            int end = start;
            while (end < words.Length && !words[end].IsBorder)
                end++;
            Repair(model, words[start..end], chosen[start..end], hasFinite);
            start = end + 1;
        }
    }

    private static void FreeParticiples(TaggerModel model, ReadOnlySpan<WordInfo> words, Span<int> chosen)
    {
        for (int i = 0; i + 2 < words.Length; i++)
        {
            if (model.Tags[chosen[i]].VerbForm != VerbForm.Finite || model.Tags[chosen[i + 1]].Upos != Upos.Part
                || !Array.Exists(words[i].Readings, static reading => reading.Tag.VerbForm == VerbForm.Participle)
                || !Array.Exists(words[i + 2].Readings, static reading => reading.Tag is { Upos: Upos.Aux, VerbForm: VerbForm.Infinitive }))
                continue;
            chosen[i] = TagOf(model, chosen[i], Upos.Verb, VerbForm.Participle);
            chosen[i + 2] = TagOf(model, chosen[i + 2], Upos.Aux, VerbForm.Infinitive);
        }
    }

    private static int TagOf(TaggerModel model, int otherwise, Upos upos, VerbForm form)
    {
        int tag = Array.FindIndex(model.Tags, tag => tag.Upos == upos && tag.VerbForm == form);
        return tag < 0 ? otherwise : tag;
    }

    private static void Repair(TaggerModel model, ReadOnlySpan<WordInfo> words, Span<int> chosen, bool sentenceHasFinite)
    {
        int opener = -1, first = -1, last = -1;
        for (int i = 0; i < words.Length; i++)
        {
            TokenTag tag = model.Tags[chosen[i]];
            if (tag.VerbForm == VerbForm.Finite || tag.Upos == Upos.Part && i + 1 < words.Length && model.Tags[chosen[i + 1]].VerbForm == VerbForm.Infinitive)
                return; // finite already, or an infinitive with its particle
            if (opener < 0 && i < 3 && tag.Upos is Upos.Sconj or Upos.Pron)
                opener = i;
            if (tag.Upos is Upos.Verb or Upos.Aux && words[i].MayBeFinite)
            {
                first = first < 0 ? i : first;
                last = i;
            }
        }

        if (last < 0)
            return;
        if (opener >= 0 && last > opener)
            MakeFinite(model, words[last], ref chosen[last]);
        else if (!sentenceHasFinite)
            MakeFinite(model, words[first], ref chosen[first]);
    }

    private static void MakeFinite(TaggerModel model, WordInfo word, ref int chosen)
    {
        Upos upos = model.Tags[chosen].Upos;
        bool isIndicative = word.Readings.Any(static reading => reading.Tag.Mood == Mood.Indicative);
        Mood mood = isIndicative ? Mood.Indicative : Mood.SubjunctiveII;
        int finite = Array.FindIndex(model.Tags, tag => tag.Upos == upos && tag.VerbForm == VerbForm.Finite && tag.Mood == mood);
        chosen = finite < 0 ? chosen : finite;
    }
}
