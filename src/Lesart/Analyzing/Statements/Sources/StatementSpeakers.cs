namespace Lesart.Analyzing;

/// <summary>Tells whose a quotation without a cue verb is.</summary>
internal sealed class StatementSpeakers(StatementText text, StatementMemory memory, List<StatementDraft> drafts)
{
    private const int LongestReach = 12; // drafts

    /// <summary>Names the speaker of a quotation: who speaks already where its clause is reported, else the subject of the main clause around or before it, the
    /// source of another statement of the sentence, and, where <paramref name="canInherit"/>, who spoke last.</summary>
    /// <param name="draft">The quotation, which gets its source; it keeps none where nobody is near.</param>
    /// <param name="sentence">Its sentence.</param>
    /// <param name="token">Its opening mark.</param>
    /// <param name="from">Index of the sentence's first draft.</param>
    /// <param name="canInherit">Whether who spoke before speaks on where the sentence names nobody.</param>
    public void Name(StatementDraft draft, StatementSentence sentence, int token, int from, bool canInherit)
    {
        if (Around(draft.Content[0]) is StatementDraft around)
        {
            (draft.Source, draft.IsSourceInherited, draft.Within) = (around.Source, around.IsSourceInherited, around);
            return;
        }

        int main = MainBefore(sentence, token);
        bool isReported = main >= 0 && sentence.IsReported(main);
        if (main >= 0 && !isReported)
            draft.Source = SubjectOf(sentence, main, token);
        for (int d = from; draft.Source is null && d < drafts.Count; d++)
            (draft.Source, draft.IsSourceInherited) = (drafts[d].Source, drafts[d].IsSourceInherited);
        if (draft.Source is null && memory.Last is not null && (canInherit || isReported))
            (draft.Source, draft.IsSourceInherited) = (memory.Last.Source, true);
    }

    /// <summary>The reported speech, of this sentence or running on from those before, in which a wording stands.</summary>
    private StatementDraft? Around(TextSpan wording)
    {
        for (int d = drafts.Count - 1; d >= 0 && d >= drafts.Count - LongestReach; d--)
        {
            if (drafts[d].Kind is not (StatementKind.Indirect or StatementKind.Mixed))
                continue;
            foreach (TextSpan span in drafts[d].Content)
            {
                if (span.Contains(wording))
                    return drafts[d];
            }
        }

        return null;
    }

    /// <summary>The last main clause that begins before a token; the sentence's first clause where it has none.</summary>
    private static int MainBefore(StatementSentence sentence, int token)
    {
        int main = -1;
        for (int c = 0; c < sentence.Clauses.Length && sentence.Clauses[c].First < token; c++)
        {
            Clause clause = sentence.Clauses[c];
            if (clause.Unit == c && (main < 0 || clause.Kind is ClauseKind.Main or ClauseKind.VerbFirst))
                main = clause.Kind == ClauseKind.Quote ? main : c;
        }

        return main;
    }

    private TextSpan? SubjectOf(StatementSentence sentence, int unit, int token)
    {
        int finite = sentence.FiniteOf(unit);
        if (finite < 0)
        {
            int end = StatementNounGroups.EndWithAttributes(text, sentence.Clauses[unit].First, token);
            return end > sentence.Clauses[unit].First ? text.SpanOf(sentence.Clauses[unit].First, end) : null;
        }

        (int first, int last) = StatementSources.SubjectOf(sentence, finite);
        first = BeforeBrackets(sentence, first, last);
        return first >= 0 && last <= token && text.CanSpeak(first, Math.Max(first + 1, StatementNounGroups.End(text, first, last))) ? text.SpanOf(first, last) : null;
    }

    /// <summary>Where a subject ends brackets that it doesn't open ("Anna Kern (48, SPD) swallows"), the begin of the clause that opens them.</summary>
    private int BeforeBrackets(StatementSentence sentence, int first, int last)
    {
        int close = first;
        while (close >= 0 && close < last && text.Mark(close) is not (')' or '('))
            close++;
        if (close < 0 || close >= last || text.Mark(close) is '(')
            return first;
        for (int c = sentence.Clauses.Length - 1; c >= 0; c--)
        {
            for (int i = Math.Min(first, sentence.Clauses[c].Last) - 1; i > sentence.Clauses[c].First; i--)
            {
                if (text.Mark(i) is '(')
                    return sentence.Clauses[c].First;
            }
        }

        return first;
    }
}
