using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>What is said inside the cue's own clause: behind the verb where no separator parts them, or only named.</summary>
internal sealed class StatementObjects(StatementText text)
{
    private const int FigureReach = 3; // words

    /// <summary>What is said stands behind the cue in the same clause ("said the deal was done", "rejected the offer").</summary>
    public StatementDraft? Inside(StatementSentence sentence, StatementCue cue)
    {
        if (!text.Lexicon.HasContentInside)
            return null;
        (int first, bool hasVerb, bool isNoun) = RestOf(sentence, cue);
        Clause own = sentence.Clauses[cue.Clause];
        if (cue.Has(CueFrame.Weak) && !cue.IsPassive && isNoun && !hasVerb && HasLink(sentence, cue))
            return Linked(sentence, cue, first);
        if (cue.Has(CueFrame.Weak) || (cue.Verb.Frames & (CueFrame.Clause | CueFrame.Noun | CueFrame.Infinitive)) == CueFrame.None)
            return null;
        bool denies = hasVerb && cue.Has(CueFrame.Refuses) && StatementDenials.ClassOf(sentence, cue) != cue.Verb.Class; // "rejected the claim that"
        if (first >= own.Last || !(hasVerb && (cue.Has(CueFrame.Clause) || denies)) && !(isNoun && cue.Has(CueFrame.Noun)) && !(isNoun && cue.Has(CueFrame.Infinitive)))
            return null;
        StatementDraft draft = sentence.Draft(hasVerb || HasInfinitiveMark(first, own.Last) ? StatementKind.Indirect : StatementKind.Reported, "inside", cue);
        int end = cue.Clause;
        for (int c = cue.Clause + 1; c < sentence.Clauses.Length; c++)
        {
            if (EndsContent(sentence, cue, c, hasVerb) || StatementAsides.Denies(sentence, c) || sentence.IsInsertedCue(c) || HasOwnCue(sentence, c) || (sentence.Clauses[c].Kind == ClauseKind.Quote && sentence.SeparatorBefore(c) == ':'))
                break;
            end = c;
        }

        draft.Content.Add(text.SpanOf(first, sentence.Clauses[end].Last));
        for (int c = cue.Clause; c <= end; c++)
            sentence.IsTaken[c] = true;
        return draft;
    }

    /// <summary>What a verb puts into words by its object and a preposition behind it ("put the number at 200"), to the end of its stretch.</summary>
    private StatementDraft Linked(StatementSentence sentence, StatementCue cue, int first)
    {
        StatementDraft draft = sentence.Draft(StatementKind.Reported, "linked", cue);
        draft.Content.Add(text.SpanOf(first, sentence.Clauses[cue.Clause].Last));
        sentence.IsTaken[cue.Clause] = true;
        return draft;
    }

    /// <summary>Whether a stretch behind the cue can't be part of what is said: the main clause after a dependent one, and, behind a mere noun or infinitive, what the
    /// subject does next ("sought help but got none") or what happens meanwhile.</summary>
    private bool EndsContent(StatementSentence sentence, StatementCue cue, int c, bool isClause)
    {
        Clause clause = sentence.Clauses[c], own = sentence.Clauses[sentence.Clauses[cue.Clause].Unit];
        bool isDependent = own.Kind is ClauseKind.Subordinate or ClauseKind.Question || text.Is(own.First, WordClass.Subordinator);
        if (isDependent && own.First == sentence.Clauses[0].First && clause.Kind == ClauseKind.Main && clause.Unit == c && !clause.IsCoordinated && clause.Finite >= 0)
            return true;
        if (sentence.GoesOnBehindRelative(sentence.Clauses[cue.Clause].Unit, c) && (!isClause || HasFinite(cue.Token + 1, sentence.Clauses[cue.Clause].Last)))
            return true;
        return !isClause && ((clause.IsCoordinated && clause.Kind == ClauseKind.VerbFirst) || (clause.Kind == ClauseKind.Subordinate && clause.Marker >= 0 && text.Is(clause.Marker, WordClass.Subordinator) && !text.Is(clause.Marker, WordClass.Complementizer | WordClass.Question)));
    }

    private bool HasFinite(int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (text.IsFinite(i))
                return true;
        }

        return false;
    }

    /// <summary>The act of speaking is told, its content only named.</summary>
    public StatementDraft? Reported(StatementSentence sentence, StatementCue cue, bool hasSource)
    {
        int unit = sentence.Clauses[cue.Clause].Unit;
        if (text.Lexicon.HasContentInside || (!(cue.Has(CueFrame.Noun) && !cue.Has(CueFrame.Weak)) && !HasLink(sentence, cue) && StatementDenials.ClassOf(sentence, cue) == cue.Verb.Class) || !hasSource || sentence.IsTaken[cue.Clause] || (cue.Form is CueFormKind.Infinitive && !(cue.Helper >= 0 && text.Is(cue.Helper, WordClass.Causative))))
            return null;
        if (sentence.Clauses[unit].Kind is ClauseKind.Infinitive or ClauseKind.Question or ClauseKind.Subordinate or ClauseKind.Relative)
            return null;
        StatementDraft draft = sentence.Draft(StatementKind.Reported, "reported", cue);
        int end = unit;
        for (int c = unit + 1; c < sentence.Clauses.Length; c++)
        {
            Clause clause = sentence.Clauses[c];
            if (clause.Unit == c && (clause.Kind is ClauseKind.Main or ClauseKind.VerbFirst or ClauseKind.Quote || (clause.Kind == ClauseKind.Subordinate && !text.Is(clause.Marker, WordClass.Complementizer)) || StatementAsides.Denies(sentence, c)))
                break;
            end = c;
        }

        if (text.Lexicon.ReportsWholeClause)
        {
            sentence.AddContent(draft, unit, end, -1);
            return draft;
        }

        int from = Math.Max(cue.Token, Math.Max(cue.Prefix, cue.Helper)) + 1;
        if (from >= sentence.Clauses[end].Last)
            return null;
        draft.Content.Add(text.SpanOf(from, sentence.Clauses[end].Last));
        return draft;
    }

    /// <summary>Whether one of the verb's prepositions, or "als", stands before a group of nouns in the cue's clause ("sprach von einem Erfolg").</summary>
    private bool HasLink(StatementSentence sentence, StatementCue cue)
    {
        if (cue.Verb.Links.IsEmpty && cue.Verb.FigureLinks.IsEmpty)
            return false;
        int unit = sentence.Clauses[cue.Clause].Unit;
        for (int c = unit; c < sentence.Clauses.Length; c++)
        {
            Clause clause = sentence.Clauses[c];
            if (clause.Unit != unit || clause.Kind == ClauseKind.Quote)
                continue;
            for (int i = clause.First; i + 1 < clause.Last; i++)
            {
                if (i == cue.Prefix)
                    continue;
                int behind = i + 1;
                while (behind + 1 < clause.Last && text.Is(behind, WordClass.Negation | WordClass.Adverb))
                    behind++; // "hält das für nicht bewiesen"
                if (cue.Verb.Links.Contains(text.Lower(i)) && (StatementNounGroups.End(text, behind, clause.Last) > behind || text.IsAdjective(behind) || HasFigure(behind, clause.Last)))
                    return true;
                if (cue.Verb.FigureLinks.Contains(text.Lower(i)) && HasFigure(i + 1, clause.Last))
                    return true;
            }
        }

        return false;
    }

    /// <summary>Whether a figure begins at a token, or behind words that say how near it is ("etwa 85", "more than 200").</summary>
    private bool HasFigure(int at, int last)
    {
        for (int i = at; i < Math.Min(last, at + FigureReach); i++)
        {
            if (text.Tagged.Token(i).Kind is Text.TokenKind.Number || text.Tag(i).Upos is Upos.Num)
                return true;
            if (text.IsNoun(i))
                return false;
        }

        return false;
    }

    /// <summary>What stands behind the cue in its own stretch.</summary>
    public (int First, bool HasVerb, bool IsNoun) RestOf(StatementSentence sentence, StatementCue cue)
    {
        Clause own = sentence.Clauses[cue.Clause];
        int first = Math.Max(cue.Token, cue.Prefix) + 1;
        while (first < own.Last && text.Is(first, WordClass.Adverb | WordClass.TimeNoun))
            first++;
        if (first + 1 < own.Last && cue.Has(CueFrame.Clause) && text.Is(first, WordClass.ObjectPronoun) && text.Is(first + 1, WordClass.NominativeArticle | WordClass.SubjectPronoun))
            first++; // "told him the tests were clear"
        int at = first, complementizer = -1;
        bool hasVerb = false;
        for (; at < own.Last && !hasVerb; at++)
        {
            if (complementizer < 0 && !hasVerb && text.Is(at, WordClass.Complementizer | WordClass.Question) && (at == first || text.Is(at, WordClass.Complementizer)))
                complementizer = at;
            hasVerb = text.IsFinite(at);
        }

        if (complementizer > first && text.Is(first, WordClass.SubjectPronoun | WordClass.NominativeArticle) && cue.Has(CueFrame.Insert) && !cue.Has(CueFrame.Addressee) && !cue.Has(CueFrame.Noun))
            return (first, true, false); // "said they serve as a reminder that", though their verb is not seen as one
        if (complementizer >= 0 && (cue.Has(CueFrame.Clause) || hasVerb || PronounBehind(text, cue, own.Last) != complementizer))
            return (complementizer, true, false);
        if (hasVerb && StatementNounGroups.End(text, first, own.Last) is int end && end > first)
        {
            if (cue.Has(CueFrame.Addressee))
                end = BehindTime(end, own.Last);
            if (end < own.Last && !text.IsFinite(end) && text.Is(end, WordClass.NominativeArticle | WordClass.SubjectPronoun) && !(text.Is(end, WordClass.Relative) && cue.Has(CueFrame.Insert) && !cue.Has(CueFrame.Addressee) && !cue.Has(CueFrame.Noun)))
                return (end, true, false); // "told reporters the deal was done", "told the paper on Tuesday he thinks"
        }

        bool isInfinitive = first < own.Last && text.Is(first, WordClass.InfinitiveMark) && cue.Has(CueFrame.Infinitive);
        bool isNoun = first < own.Last && (isInfinitive || (!text.Is(first, WordClass.Preposition | WordClass.Coordinator) && !text.IsPunctuation(first)));
        bool isClause = isNoun && !isInfinitive && cue.Has(CueFrame.Clause) && cue.Has(CueFrame.Insert) && !cue.Has(CueFrame.Addressee) && own.Last - first > 2 && text.Is(first, WordClass.NominativeArticle | WordClass.SubjectPronoun);
        return (first, hasVerb || (isClause && !cue.Has(CueFrame.Noun)), isNoun);
    }

    /// <summary>The token behind a time that begins at one ("on Tuesday", "late Monday"); the same where none does.</summary>
    private int BehindTime(int at, int last)
    {
        int i = at;
        while (i < last && (text.Is(i, WordClass.Preposition | WordClass.Adverb) || text.Tag(i).Upos is Upos.Adv or Upos.Adj) && !text.IsNoun(i))
            i++;
        if (i >= last || !text.Is(i, WordClass.TimeNoun))
            return at;
        while (i < last && text.Is(i, WordClass.TimeNoun))
            i++;
        return i;
    }

    /// <summary>The pronoun right behind a verb that stands for what was said before ("called that a lie"); -1 where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="cue">The verb.</param>
    /// <param name="last">The token after its stretch.</param>
    public static int PronounBehind(StatementText text, StatementCue cue, int last)
    {
        int at = Math.Max(cue.Token, cue.Prefix) + 1;
        if (at >= last || !text.Is(at, WordClass.ContentPronoun) || (at + 1 < last && text.IsNoun(at + 1)))
            return -1;
        for (int i = at + 1; i < last; i++)
        {
            if (text.IsFinite(i))
                return -1; // "called that was"
        }

        return at;
    }

    /// <summary>Whether more than who listens stands behind a verb: what they shall do or hear ("told staff to leave", "told the class a story").</summary>
    /// <param name="own">The verb's stretch.</param>
    /// <param name="first">The first token behind the verb.</param>
    public bool HasMoreThanListener(Clause own, int first)
    {
        if (HasInfinitiveMark(first, own.Last))
            return true;
        int end = StatementNounGroups.End(text, first, own.Last);
        return end > first && end < own.Last && !text.Is(end, WordClass.TimeNoun) && (text.Is(end, WordClass.Negation) || (text.Is(end, WordClass.NominativeArticle) && StatementNounGroups.End(text, end, own.Last) == own.Last && !text.Is(own.Last - 1, WordClass.TimeNoun)));
    }

    private bool HasInfinitiveMark(int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (text.Is(i, WordClass.InfinitiveMark) && i + 1 < last && text.Tag(i + 1).Upos is Upos.Verb or Upos.Aux)
                return true;
        }

        return false;
    }

    /// <summary>Whether a stretch goes on with another act of speaking ("..., but denied it", "..., adding that").</summary>
    private bool HasOwnCue(StatementSentence sentence, int clause)
    {
        Clause found = sentence.Clauses[clause];
        foreach (StatementCue cue in sentence.Cues)
        {
            if (cue.Clause == clause && (found.IsCoordinated || cue.Token <= found.First + 1 || found.Unit == clause && found.Kind is ClauseKind.Main))
                return true;
        }

        return false;
    }
}
