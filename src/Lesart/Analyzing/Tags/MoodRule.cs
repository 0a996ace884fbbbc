using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Decides moods that a form and its clause tell: forms that lack the mood they were given, "ich habe" beside "er habe", weak preterites, requests.</summary>
/// <remarks>For languages whose verbs have a place of their own in the clause (<c>clause-verb last</c> in <c>pack.tsv</c>), once <see cref="FiniteVerbRule"/> has found the finite verbs.</remarks>
internal static class MoodRule
{
    private const uint Nominative = 0b111_111; // AgreementMask's bits of the first case

    public static void Apply(TaggerModel model, ReadOnlySpan<WordInfo> words, Span<int> chosen)
    {
        (uint finite, uint punctuation, bool begins) = (model.Groups.Finite, model.Groups.Punctuation, true);
        for (int i = 0; i < words.Length; i++)
        {
            uint tag = 1u << chosen[i];
            bool isFinite = (tag & finite) != 0;
            if (isFinite || begins)
            {
                Mood mood = IsRequest(model, words, chosen, i, begins) ? Mood.Imperative : isFinite ? MoodOf(model, words, chosen, i) : Mood.None;
                if (mood != model.Tags[chosen[i]].Mood)
                    Set(model, mood, ref chosen[i]);
            }

            begins = (tag & punctuation) != 0 && words[i].Initial != ',';
        }
    }

    private static void Set(TaggerModel model, Mood mood, ref int chosen)
    {
        Upos upos = model.Tags[chosen].Upos == Upos.Aux ? Upos.Aux : Upos.Verb;
        int tag = Array.FindIndex(model.Tags, tag => tag.Upos == upos && tag.Mood == mood);
        chosen = tag < 0 ? chosen : tag;
    }

    private static Mood MoodOf(TaggerModel model, ReadOnlySpan<WordInfo> words, ReadOnlySpan<int> chosen, int i)
    {
        (WordInfo word, Mood mood) = (words[i], model.Tags[chosen[i]].Mood);
        if (word.FirstPersonTags != 0)
            return MoodOfFirstPerson(model, words, chosen, i);
        if (mood == Mood.SubjunctiveII && word.Has(MoodForms.WeakPreterite) && word.Auxiliary == 0 && !HasOtherSubjunctive(model, words, chosen, i))
            return Mood.Indicative;
        return mood == Mood.Indicative && word.MayBeFinite && !word.Has(MoodForms.Indicative) ? Mood.SubjunctiveII : mood;
    }

    // "habe", "nehme": indicative with "ich", subjunctive beside "er" and in a subordinate clause without "ich".
    private static Mood MoodOfFirstPerson(TaggerModel model, ReadOnlySpan<WordInfo> words, ReadOnlySpan<int> chosen, int i)
    {
        int first = i;
        while (first > 0 && !words[first - 1].IsBorder)
            first--;
        bool hasPerson = false, hasSubject = false;
        for (int k = first; k < words.Length && !words[k].IsBorder; k++)
        {
            hasPerson |= words[k].IsFirstPerson;
            hasSubject |= words[k].IsFirstPerson && (words[k].DeterminerMask & Nominative) != 0;
        }

        if (hasSubject)
            return Mood.Indicative;
        // "der Rat nehme": without "ich" what stands before the verb is no object
        if (!hasPerson && ((i > first && (IsThirdPerson(words[i - 1]) || model.Tags[chosen[i - 1]].Upos is Upos.Noun or Upos.Propn)) || (i + 1 < words.Length && IsThirdPerson(words[i + 1]))))
            return Mood.SubjunctiveII;
        return !hasPerson && i > first && model.Tags[chosen[first]].Upos == Upos.Sconj ? Mood.SubjunctiveII : model.Tags[chosen[i]].Mood;
    }

    // "er", "sie", "man"
    private static bool IsThirdPerson(WordInfo word) =>
        Array.Exists(word.Readings, static reading => reading.Tag is { Person: 3 or 0, Number: GrammaticalNumber.Singular, Case: GrammaticalCase.Nominative }) && Array.TrueForAll(word.Readings, static reading => reading.Tag.Upos == Upos.Pron);

    // one whose form is nothing else
    private static bool HasOtherSubjunctive(TaggerModel model, ReadOnlySpan<WordInfo> words, ReadOnlySpan<int> chosen, int i)
    {
        for (int k = 0; k < words.Length; k++)
        {
            if (k != i && model.Tags[chosen[k]].Mood == Mood.SubjunctiveII && !words[k].Has(MoodForms.WeakPreterite))
                return true;
        }

        return false;
    }

    // What begins a sentence or quotation is a request: "Melden Sie sich an", "Lasst das".
    private static bool IsRequest(TaggerModel model, ReadOnlySpan<WordInfo> words, ReadOnlySpan<int> chosen, int i, bool begins)
    {
        WordInfo word = words[i];
        bool isFinite = model.Tags[chosen[i]].VerbForm == VerbForm.Finite;
        if (!begins || i + 1 == words.Length || word.Auxiliary != 0 || !word.Has(MoodForms.Request | MoodForms.PoliteRequest))
            return word.Has(MoodForms.ImperativeAlone) && isFinite;
        return word.Has(MoodForms.Request)
            ? isFinite && !Array.Exists(words[i + 1].Readings, static reading => reading.Tag is { Upos: Upos.Pron, Person: 1 or 2, Case: GrammaticalCase.Nominative })
            : words[i + 1].Has(MoodForms.PolitePronoun) && !IsQuestionOrCondition(model, words, chosen, i);
    }

    // "Melden Sie sich an?", "Melden Sie sich an, bekommen Sie Post."
    private static bool IsQuestionOrCondition(TaggerModel model, ReadOnlySpan<WordInfo> words, ReadOnlySpan<int> chosen, int i)
    {
        bool isCondition = false;
        for (int k = words.Length - 1; k > i; k--)
        {
            if (words[k].Initial == '?')
                return true;
            if (words[k].IsBorder && k + 1 < words.Length)
                isCondition = model.Tags[chosen[k + 1]].VerbForm == VerbForm.Finite;
        }

        return isCondition;
    }
}
