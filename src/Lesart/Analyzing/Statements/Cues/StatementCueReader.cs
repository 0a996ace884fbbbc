namespace Lesart.Analyzing;

/// <summary>Reads what a cue verb carries: tries the rules for its content in order, then adds source and cue words.</summary>
internal sealed class StatementCueReader
{
    private readonly StatementText _text;
    private readonly StatementClauses _clauses;
    private readonly StatementObjects _objects;
    private readonly StatementQuotations _quotations;

    public StatementCueReader(StatementText text, StatementQuotations quotations)
    {
        _text = text;
        _quotations = quotations;
        _objects = new StatementObjects(text);
        _clauses = new StatementClauses(text, quotations, _objects);
    }

    /// <summary>The statement that a cue verb carries, by the first rule that fits; null where none does.</summary>
    /// <param name="sentence">The cue's sentence.</param>
    /// <param name="cue">The cue verb.</param>
    /// <param name="drafts">What was found so far: a sentence that the cue refers back to is no longer the outlet's own.</param>
    public StatementDraft? Read(StatementSentence sentence, StatementCue cue, List<StatementDraft> drafts)
    {
        if (StatementAsides.Read(sentence, cue) is StatementDraft aside)
        {
            if (!_text.Lexicon.ReportsWholeClause)
                StatementCueWords.Add(aside, sentence, cue);
            return aside;
        }

        Clause own = sentence.Clauses[cue.Clause];
        (int first, int last) = StatementSources.Find(_text, sentence.Clauses, cue);
        TextSpan? citing = null;
        if (cue.Has(CueFrame.Cites) || CitedBy(sentence, cue) is not null)
        {
            ((first, last), (int citingFirst, int citingLast)) = StatementSources.FindCited(_text, sentence.Clauses, CitedBy(sentence, cue) ?? cue);
            citing = citingFirst >= 0 ? _text.SpanOf(citingFirst, citingLast) : null;
        }

        if (last == first + 1 && first >= 0 && (_text.Is(first, WordClass.ImpersonalPronoun) || (_text.Is(first, WordClass.Question) && !_text.Is(first, WordClass.Relative))))
            (first, last) = (-1, -1);
        TextSpan? source = first >= 0 ? _text.SpanOf(first, last) : null;
        StatementDraft? draft = _clauses.AsClause(sentence, cue)
            ?? _quotations.Quoted(sentence, cue)
            ?? _quotations.Preceding(sentence, cue)
            ?? _clauses.Clausal(sentence, cue)
            ?? _clauses.Before(sentence, cue)
            ?? _objects.Inside(sentence, cue)
            ?? _quotations.QuotedPiece(sentence, cue, source)
            ?? _clauses.Anaphoric(sentence, cue, drafts)
            ?? _objects.Reported(sentence, cue, source is not null && _text.CanSpeak(first, Math.Max(first + 1, StatementNounGroups.End(_text, first, last))));
        if (draft is null || (source is null && cue.IsPassive && draft.Kind == StatementKind.Reported && !_text.Lexicon.ReportsWholeClause))
            return null; // "was known as the bagman": nobody says it
        draft.Source = source;
        draft.Owner = source is not null ? AntecedentOf(sentence, cue, first, last) : null;
        if (citing is TextSpan passedOn)
            draft.Via.Add(passedOn);
        else if (draft.Kind != StatementKind.Reported && source is TextSpan speaker && cue.Verb.Class is not ("asks" or "demands") && StatementAddressee.Find(sentence, cue, speaker, draft.Content) is TextSpan medium)
            draft.Via.Add(medium);
        if (draft.Kind != StatementKind.Reported || !_text.Lexicon.ReportsWholeClause)
            StatementCueWords.Add(draft, sentence, cue);
        if (source is null && !cue.IsPassive && own.Kind == ClauseKind.Infinitive)
            draft.Source = InheritedInside(sentence, cue);
        return draft;
    }

    /// <summary>The verb that cites somebody "as saying" what the cue carries; null where there is none.</summary>
    private StatementCue? CitedBy(StatementSentence sentence, StatementCue cue)
    {
        if (cue.Form != CueFormKind.Gerund || cue.Token == 0 || !_text.Is(cue.Token - 1, WordClass.Than))
            return null;
        foreach (StatementCue other in sentence.Cues)
        {
            if (other.Has(CueFrame.Cites) && other.Clause == cue.Clause && other.Token < cue.Token)
                return other;
        }

        return null;
    }

    /// <summary>Whom a relative pronoun that is the cue's subject means: the group of nouns right before its clause; null for any other source.</summary>
    private TextSpan? AntecedentOf(StatementSentence sentence, StatementCue cue, int first, int last)
    {
        int unit = sentence.Clauses[cue.Clause].Unit;
        Clause relative = sentence.Clauses[unit];
        if (unit == 0 || last != first + 1 || first != relative.First || relative.Kind is not ClauseKind.Relative || sentence.Clauses[unit - 1].Kind == ClauseKind.Quote)
            return null;
        Clause before = sentence.Clauses[unit - 1];
        int start = StatementNounGroups.StartOf(_text, before.First, before.Last);
        return start < before.Last && _text.CanSpeak(start, before.Last) ? _text.SpanOf(start, before.Last) : null;
    }

    /// <summary>A cue in an infinitive or participle has the subject of the clause on which it depends.</summary>
    private TextSpan? InheritedInside(StatementSentence sentence, StatementCue cue)
    {
        int parent = sentence.Clauses[sentence.Clauses[cue.Clause].Unit].Parent;
        if (parent < 0)
            return null;
        int unit = sentence.Clauses[parent].Unit;
        int finite = sentence.FiniteOf(unit);
        if (finite < 0)
            return null;
        (int first, int last) = StatementSources.Find(_text, sentence.Clauses, cue with { Clause = sentence.ClauseAt(finite), Token = finite, Helper = -1, Prefix = -1 });
        return first >= 0 ? _text.SpanOf(first, last) : null;
    }
}
