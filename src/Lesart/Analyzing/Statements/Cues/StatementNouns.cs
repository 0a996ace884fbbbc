namespace Lesart.Analyzing;

/// <summary>Nouns that carry what somebody says: "die Forderung von X, ...", "X ist der Ansicht, dass ...".</summary>
internal static class StatementNouns
{
    public static void Read(StatementSentence sentence, List<StatementDraft> drafts)
    {
        StatementText text = sentence.Text;
        for (int c = 0; c + 1 < sentence.Clauses.Length; c++)
        {
            Clause clause = sentence.Clauses[c];
            if (clause.Kind == ClauseKind.Quote)
                continue;
            for (int i = clause.First; i < clause.Last; i++)
            {
                if (text.Noun(i) is not CueNoun noun || (noun.Frames & CueFrame.Clause) == CueFrame.None && (noun.Frames & CueFrame.Held) == CueFrame.None)
                    continue;
                int next = Complement(sentence, c, i);
                if (next < 0 || sentence.IsTaken[next])
                    continue;
                StatementDraft draft = new(StatementKind.Indirect, "noun") { CueClass = noun.Class };
                AddCueAndSource(sentence, draft, c, i, noun);
                bool isState = char.IsLower(noun.Lemma[0]);
                if (isState && (draft.Source is not TextSpan holder || IsNobody(text, holder)))
                    continue; // "es ist sicher, dass": nobody holds it
                int matrix = MatrixBehind(sentence, c, next), end = sentence.ContentEnd(next, clause.Unit, takesIndicative: false);
                sentence.AddContent(draft, next, matrix >= 0 ? Math.Min(end, matrix - 1) : end, clause.Unit);
                if (StatementDenials.IsClaim(noun) && IsCalledFalse(sentence, clause.Unit, matrix))
                    draft.CueClass = StatementDenials.Denies;
                drafts.Add(draft);
            }
        }
    }

    /// <summary>The stretch with the verb of the noun's own clause, where what the noun names stands between them ("Die Behauptung, ..., ist eine Lüge"); -1 where there is none.</summary>
    private static int MatrixBehind(StatementSentence sentence, int c, int content)
    {
        if (sentence.FiniteOf(sentence.Clauses[c].Unit) is >= 0 and int finite && sentence.ClauseAt(finite) <= c)
            return -1;
        for (int k = content + 1; k < sentence.Clauses.Length; k++)
        {
            if (sentence.Clauses[k] is { Kind: ClauseKind.VerbFirst, IsCoordinated: false })
                return k;
        }

        return -1;
    }

    /// <summary>Whether the noun's own clause says that what it names is not so.</summary>
    private static bool IsCalledFalse(StatementSentence sentence, int unit, int matrix)
    {
        for (int k = unit; k < sentence.Clauses.Length; k++)
        {
            Clause clause = sentence.Clauses[k];
            if ((clause.Unit == unit || k == matrix) && clause.Kind != ClauseKind.Quote && StatementDenials.SaysFalse(sentence.Text, clause.First, clause.Last))
                return true;
        }

        return false;
    }

    private static bool IsNobody(StatementText text, TextSpan source)
    {
        int first = text.Tagged.Tokenized.TokenAt(source.Start), last = text.Tagged.Tokenized.TokenAt(source.End - 1) + 1;
        return text.Is(first, WordClass.ImpersonalPronoun) || !text.CanSpeak(first, last);
    }

    /// <summary>The clause that says what the noun names: it begins right behind the noun and what belongs to it.</summary>
    private static int Complement(StatementSentence sentence, int c, int noun)
    {
        StatementText text = sentence.Text;
        int next = c + 1;
        Clause clause = sentence.Clauses[next];
        if (clause.Unit != next || clause.Kind is not (ClauseKind.Subordinate or ClauseKind.Infinitive) && !(clause.Kind == ClauseKind.Main && sentence.IsReported(next) && !clause.IsCoordinated))
            return -1;
        if (clause.Kind == ClauseKind.Subordinate && !text.Is(clause.Marker, WordClass.Complementizer))
            return -1;
        int end = StatementNounGroups.EndWithAttributes(text, noun, sentence.Clauses[c].Last);
        int left = 0;
        for (int i = Math.Max(end, noun + 1); i < sentence.Clauses[c].Last; i++)
            left += text.Tag(i).Upos is Text.Upos.Verb or Text.Upos.Aux || text.Is(i, WordClass.Auxiliary | WordClass.AuxiliaryBase) ? 0 : 1;
        return left == 0 || sentence.Clauses[c].Last - end <= 2 ? next : -1;
    }

    private static void AddCueAndSource(StatementSentence sentence, StatementDraft draft, int c, int noun, CueNoun entry)
    {
        StatementText text = sentence.Text;
        Clause clause = sentence.Clauses[c];
        int start = noun;
        while (start > clause.First && (text.IsAdjective(start - 1) || text.Is(start - 1, WordClass.NominativeArticle | WordClass.ObliqueArticle)) && !text.IsFinite(start - 1))
            start--;
        int end = StatementNounGroups.EndWithAttributes(text, noun, clause.Last);
        bool isHeld = (entry.Frames & CueFrame.Held) != CueFrame.None && clause.Finite >= 0;
        if (isHeld && start > clause.First && clause.Finite < start - 1 && text.Is(start - 1, WordClass.Preposition))
            start--; // "zu dem Schluss"
        if ((entry.Frames & CueFrame.Held) != CueFrame.None && clause.Finite >= 0)
        {
            (int first, int last) = StatementSources.SubjectOf(sentence, clause.Finite);
            if (first >= 0 && !(first <= noun && noun < last))
            {
                draft.Source = text.SpanOf(first, last);
                if (clause.Finite + 1 == start)
                {
                    draft.Cue.Add(text.SpanOf(clause.Finite, noun + 1));
                }
                else
                {
                    draft.Cue.Add(clause.Finite < start ? text.SpanOf(clause.Finite, clause.Finite + 1) : text.SpanOf(start, noun + 1));
                    draft.Cue.Add(clause.Finite < start ? text.SpanOf(start, noun + 1) : text.SpanOf(clause.Finite, clause.Finite + 1));
                }

                return;
            }
        }

        draft.Cue.Add(text.SpanOf(start, noun + 1));
        if (end > noun + 1)
        {
            int first = text.Is(noun + 1, WordClass.Of) ? noun + 2 : noun + 1;
            if (first < end)
                draft.Source = text.SpanOf(first, end);
        }
    }
}
