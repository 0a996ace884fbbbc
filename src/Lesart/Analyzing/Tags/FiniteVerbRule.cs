using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>A clause has a finite verb: where the tagger left a clause without one, the word that stands where its verb stands and can be finite becomes it.
/// Before the infinitive of an auxiliary with its particle ("verschifft zu haben") a form that may be either is the participle.</summary>
/// <remarks>For languages whose subordinate clauses end with their verb (<c>clause-verb last</c> in <c>pack.tsv</c>). Only where the clause shows that it needs one (<see cref="ClauseVerbs"/>): fragments
/// between commas need none.</remarks>
internal static class FiniteVerbRule
{
    public static void Apply(TaggerModel model, ReadOnlySpan<WordInfo> words, Span<int> chosen)
    {
        uint all = 0;
        foreach (int tag in chosen)
            all |= 1u << tag;
        if ((all & model.Groups.Particle) != 0)
            FreeParticiples(model, words, chosen);
        bool hasFinite = (all & model.Groups.Finite) != 0, hasMainFinite = false, takesInfinitive = false;
        for (int start = 0; start < words.Length;)
        {
            ClauseVerbs clause = new(model, words, chosen, start);
            clause.Repair(hasFinite, takesInfinitive);
            if (start == 0 || !clause.EndsWithVerb)
            {
                hasMainFinite |= clause.HasFinite;
                takesInfinitive |= clause.TakesInfinitive;
            }

            start = clause.Next;
        }

        for (int start = 0; start < words.Length && !hasMainFinite;)
        {
            ClauseVerbs clause = new(model, words, chosen, start);
            hasMainFinite = clause.RepairMain();
            start = clause.Next;
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
}
