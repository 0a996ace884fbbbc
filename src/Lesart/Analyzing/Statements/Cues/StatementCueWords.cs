namespace Lesart.Analyzing;

/// <summary>Collects the words of a cue: the verb, its auxiliary and prefix, and what belongs to it.</summary>
internal static class StatementCueWords
{
    public static void Add(StatementDraft draft, StatementSentence sentence, StatementCue cue)
    {
        StatementText text = sentence.Text;
        SortedSet<int> tokens = [cue.Token];
        if (cue.Helper >= 0)
            tokens.Add(cue.Helper);
        if (cue.Prefix >= 0)
            tokens.Add(cue.Prefix);
        Clause own = sentence.Clauses[cue.Clause];
        Clause unit = sentence.Clauses[own.Unit];
        if (draft.Rule is "before" or "quotation" && sentence.IsInsertedSo(cue))
            tokens.Add(own.First);
        if (draft.Rule == "as-clause")
            tokens.Add(unit.Marker);
        for (int i = own.First; i < own.Last; i++)
        {
            bool isCorrelate = text.Is(i, WordClass.Correlate) && draft.Rule == "clause" && i > own.First;
            bool isReflexive = (text.Is(i, WordClass.Reflexive) && cue.Has(CueFrame.Reflexive)) || (cue.Has(CueFrame.Impersonal) && Math.Abs(i - cue.Token) == 1 && text.Lower(i).Length == 2 && text.Is(i, WordClass.SubjectPronoun));
            if ((isCorrelate || isReflexive) && Math.Abs(i - cue.Token) <= 12)
                tokens.Add(i);
        }

        if (!text.Lexicon.IsVerbFinal)
            AddGroup(text, tokens, own, cue.Helper >= 0 ? Math.Min(cue.Helper, cue.Token) : cue.Token, cue.Token);
        int start = -1, end = -1;
        foreach (int token in tokens)
        {
            if (start >= 0 && token == end)
            {
                end = token + 1;
                continue;
            }

            if (start >= 0)
                draft.Cue.Add(text.SpanOf(start, end));
            (start, end) = (token, token + 1);
        }

        draft.Cue.Add(text.SpanOf(start, end));
    }

    /// <summary>The whole verb group where it stands together ("has also called").</summary>
    private static void AddGroup(StatementText text, SortedSet<int> tokens, Clause own, int first, int verb)
    {
        while (first > own.First && text.Is(first - 1, WordClass.Auxiliary | WordClass.Modal | WordClass.Adverb | WordClass.Negation | WordClass.InfinitiveMark) && !text.IsNoun(first - 1))
            first--;
        for (int i = first; i < verb; i++)
            tokens.Add(i);
        for (int i = verb + 1; i < own.Last && text.Is(i, WordClass.TimeNoun); i++)
            tokens.Add(i); // "said Tuesday"
    }
}
