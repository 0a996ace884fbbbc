using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>What is said in a clause of its own: behind a cue verb, before it, around it, or in the sentence before.</summary>
internal sealed class StatementClauses(StatementText text, StatementQuotations quotations, StatementObjects objects)
{
    /// <summary>"Wie X mitteilte, ..."; "..., wie X mitteilte".</summary>
    public StatementDraft? AsClause(StatementSentence sentence, StatementCue cue)
    {
        int unit = sentence.Clauses[cue.Clause].Unit;
        Clause found = sentence.Clauses[unit];
        if (found.Kind is not (ClauseKind.Question or ClauseKind.Subordinate) || found.Marker < 0 || !text.IsPhrase(found.Marker, CuePhraseKind.As) || sentence.Clauses.Length < 2 || !cue.Has(CueFrame.Clause))
            return null;
        StatementDraft draft = sentence.Draft(StatementKind.Indirect, "as-clause", cue);
        int last = sentence.LastOf(unit);
        // inside a dependent clause it attributes that clause; else the whole sentence
        sentence.AddContent(draft, 0, sentence.Clauses.Length - 1, unit);
        for (int c = unit; c <= last; c++)
            sentence.IsTaken[c] = true;
        if (draft.Content.Count == 0)
            return null;
        if (sentence.LoneQuote(unit) is int quote && quote >= 0)
        {
            draft.Kind = StatementKind.Direct;
            draft.Content.Clear();
            draft.Content.Add(quotations.Inner(sentence.Clauses[quote]));
        }

        return draft;
    }

    /// <summary>A clause behind the cue: introduced, in the infinitive, or a main clause in the subjunctive.</summary>
    public StatementDraft? Clausal(StatementSentence sentence, StatementCue cue)
    {
        int unit = sentence.Clauses[cue.Clause].Unit;
        int start = -1;
        bool takesIndicative = false;
        for (int c = cue.Clause + 1; c < sentence.Clauses.Length; c++)
        {
            Clause clause = sentence.Clauses[c];
            if (clause.Kind == ClauseKind.Quote || sentence.IsInsertedCue(c))
                break;
            if (clause.Unit != c)
                continue;
            if (IsComplement(sentence, cue, c, ref takesIndicative))
            {
                start = c;
                break;
            }

            if (clause.Kind is ClauseKind.Main or ClauseKind.VerbFirst || (clause.Kind != ClauseKind.Relative && c > sentence.LastOf(unit)))
                break;
        }

        if (start < 0 || (cue.Has(CueFrame.Correlate) && !HasCorrelate(sentence, cue)))
            return null;
        StatementDraft draft = sentence.Draft(StatementKind.Indirect, "clause", cue);
        sentence.AddContent(draft, start, sentence.ContentEnd(start, unit, takesIndicative), unit);
        return draft;
    }

    private bool IsComplement(StatementSentence sentence, StatementCue cue, int c, ref bool takesIndicative)
    {
        if (StatementAsides.Denies(sentence, c))
            return false;
        Clause clause = sentence.Clauses[c];
        bool isDirectlyBehind = c == sentence.LastOf(sentence.Clauses[cue.Clause].Unit) + 1;
        char separator = sentence.SeparatorBefore(c);
        switch (clause.Kind)
        {
            case ClauseKind.Subordinate when clause.Marker >= 0 && text.Is(clause.Marker, WordClass.Complementizer):
                return !clause.IsCoordinated && (cue.Has(CueFrame.Clause) || cue.Has(CueFrame.Correlate));
            case ClauseKind.Question:
                return cue.Has(CueFrame.Clause) && isDirectlyBehind && !(text.IsPhrase(clause.Marker, CuePhraseKind.As) && HasCueIn(sentence, c));
            case ClauseKind.Infinitive:
                return cue.Has(CueFrame.Infinitive) && isDirectlyBehind;
            case ClauseKind.Main or ClauseKind.VerbFirst or ClauseKind.Subordinate or ClauseKind.Relative:
                if (!isDirectlyBehind || (separator == ',' && IsCueAlone(sentence, c)) || !cue.Has(CueFrame.Clause) || (cue.Has(CueFrame.Weak) && !sentence.IsReported(c)) || clause.Marker >= 0 && clause.Kind == ClauseKind.Relative)
                    return false;
                bool hasOwn = text.Lexicon.HasContentInside ? objects.RestOf(sentence, cue).HasVerb : sentence.Clauses[cue.Clause].Unit > 0 && sentence.Clauses[0] is { Kind: ClauseKind.Subordinate, Marker: >= 0 and int first } && text.Is(first, WordClass.Complementizer) && StatementDenials.ClassOf(sentence, cue) == StatementDenials.Denies;
                if (separator == ':' && hasOwn)
                    return false; // "denied that he knew: ..."
                takesIndicative = separator == ':';
                return separator == ':' || (!clause.IsCoordinated && ((sentence.IsReported(c) && clause.Kind != ClauseKind.Subordinate) || (clause.Kind == ClauseKind.Main && cue.Has(CueFrame.Insert) && !cue.Has(CueFrame.Weak) && IsBareCue(sentence, cue)) || (clause.Kind == ClauseKind.Subordinate && HasReportedMain(sentence, c))));
            default:
                return false;
        }
    }

    /// <summary>Whether a stretch is no more than somebody and a verb that may follow what is said ("..., Sheriff Kern said").</summary>
    private bool IsCueAlone(StatementSentence sentence, int c) =>
        text.Lexicon.HasContentInside && sentence.Cues.Exists(cue => cue.Clause == c && cue.Token == sentence.Clauses[c].Last - 1 && cue.Has(CueFrame.Insert) && cue.Token == sentence.Clauses[c].Finite);

    private static bool HasCueIn(StatementSentence sentence, int clause)
    {
        foreach (StatementCue cue in sentence.Cues)
        {
            if (sentence.Clauses[cue.Clause].Unit == clause)
                return true;
        }

        return false;
    }

    /// <summary>Whether the cue's clause names no object: what follows it can only be what is said ("Sie sagte, die Lage ist ernst").</summary>
    private bool IsBareCue(StatementSentence sentence, StatementCue cue)
    {
        Clause own = sentence.Clauses[cue.Clause];
        (int first, int last) = StatementSources.Find(text, sentence.Clauses, cue);
        for (int i = Math.Max(cue.Token, own.First) + 1; i < own.Last; i++)
        {
            bool isSource = first >= 0 && first <= i && i < last;
            if (!isSource && i != cue.Prefix && text.IsNoun(i) && !text.Is(i, WordClass.TimeNoun) && !(i > own.First && text.Is(i - 1, WordClass.Preposition)))
                return false;
        }

        return first >= 0;
    }

    private static bool HasReportedMain(StatementSentence sentence, int from)
    {
        for (int c = from + 1; c < sentence.Clauses.Length; c++)
        {
            if (sentence.Clauses[c].Unit == c && sentence.Clauses[c].Kind is ClauseKind.Main or ClauseKind.VerbFirst)
                return sentence.IsReported(c);
        }

        return false;
    }

    private bool HasCorrelate(StatementSentence sentence, StatementCue cue)
    {
        Clause own = sentence.Clauses[cue.Clause];
        for (int i = own.First; i < own.Last; i++)
        {
            if (text.Is(i, WordClass.Correlate))
                return true;
        }

        return false;
    }

    /// <summary>The content stands before the cue ("Der Vertrag sei gültig, sagte X"; "Dass ..., bestritt X").</summary>
    public StatementDraft? Before(StatementSentence sentence, StatementCue cue)
    {
        if (StatementSources.NamedBefore(text, sentence.Clauses, cue) is (int named, _))
            return BeforeName(sentence, cue, sentence.ClauseAt(named));
        int unit = sentence.Clauses[cue.Clause].Unit;
        Clause found = sentence.Clauses[unit];
        if (text.Lexicon.HasContentInside && found.Kind == ClauseKind.VerbFirst && StatementSources.Find(text, sentence.Clauses, cue) is (>= 0 and int subject, _) && subject < found.First)
            return found.IsCoordinated || objects.RestOf(sentence, cue).HasVerb ? null : BeforeName(sentence, cue, sentence.ClauseAt(subject));
        if (unit == 0 || (found.Kind != ClauseKind.VerbFirst && !IsInsertedMain(sentence, cue) && !sentence.IsInsertedSo(cue) && !PointsBack(sentence, cue)) || found.IsCoordinated || (cue.Token != found.Finite && cue.Helper != found.Finite))
            return null;
        if (cue.Has(CueFrame.Impersonal) && !StatementSources.HasImpersonal(text, sentence.Clauses[cue.Clause], cue.Token))
            return null; // "so heißt das Projekt"
        bool hasComplement = sentence.Clauses[0].Kind is ClauseKind.Subordinate or ClauseKind.Question && text.Is(Math.Max(0, sentence.Clauses[0].Marker), WordClass.Complementizer | WordClass.Question);
        bool hasMain = sentence.IsInsertedSo(cue);
        for (int c = 0; c < unit; c++)
            hasMain |= sentence.Clauses[c].Kind is ClauseKind.Main or ClauseKind.Quote || (sentence.Clauses[c].Kind == ClauseKind.VerbFirst && c > 0);
        if (!(cue.Has(CueFrame.Insert) && hasMain) && !(cue.Has(CueFrame.Clause) && hasComplement))
            return null;
        int start = 0;
        for (int c = unit - 1; c >= 0; c--)
        {
            // an earlier cue with its own content ends what belongs to this one
            if (sentence.IsTaken[c] && !hasComplement && !sentence.IsReported(0))
            {
                start = c + 1;
                break;
            }
        }

        if (start >= unit)
            return null;
        StatementDraft draft = sentence.Draft(StatementKind.Indirect, "before", cue);
        sentence.AddContent(draft, start, unit - 1, unit);
        int behind = sentence.LastOf(unit) + 1;
        if (behind < sentence.Clauses.Length && sentence.Clauses[behind].Kind != ClauseKind.Quote && !StatementAsides.Denies(sentence, behind) && (text.Lexicon.HasContentInside || sentence.IsInsertedSo(cue) || sentence.IsReported(behind) || sentence.Clauses[behind].Unit < unit))
            sentence.AddContent(draft, behind, sentence.ContentEnd(behind, unit, takesIndicative: text.Lexicon.HasContentInside || sentence.IsInsertedSo(cue)), unit);
        return draft;
    }

    /// <summary>What is said stands before a role and a name in front of the cue ("..., the minister, Anna Verbeek, told reporters").</summary>
    private static StatementDraft? BeforeName(StatementSentence sentence, StatementCue cue, int role)
    {
        bool hasMain = false;
        for (int c = 0; c < role; c++)
            hasMain |= sentence.Clauses[c].Kind is ClauseKind.Main && sentence.Clauses[c].Finite >= 0 && !sentence.IsTaken[c];
        if (!hasMain || !cue.Has(CueFrame.Insert))
            return null;
        StatementDraft draft = sentence.Draft(StatementKind.Indirect, "before", cue);
        sentence.AddContent(draft, 0, role - 1, cue.Clause);
        return draft;
    }

    /// <summary>Where the order of words is fixed, a short clause of subject and cue may be put in ("The deal, she said, was done").</summary>
    private bool IsInsertedMain(StatementSentence sentence, StatementCue cue)
    {
        if (!text.Lexicon.HasContentInside || sentence.Clauses[sentence.Clauses[cue.Clause].Unit].Kind != ClauseKind.Main || !cue.Has(CueFrame.Insert))
            return false;
        for (int i = sentence.Clauses[cue.Clause].First; i < (cue.Helper >= 0 ? cue.Helper : cue.Token); i++)
        {
            if (text.IsFinite(i) || (text.Is(i, WordClass.Complementizer) && !text.IsNoun(i + 1)))
                return false; // "adding that the charges were announced": no clause of subject and cue alone
        }

        return objects.RestOf(sentence, cue) is not { HasVerb: true } and var rest && (!rest.IsNoun || (cue.Has(CueFrame.Addressee) && !objects.HasMoreThanListener(sentence.Clauses[cue.Clause], rest.First))); // "told reporters"
    }

    /// <summary>Whether a main clause begins with a pronoun for what stands before it in the sentence ("..., das sagte der Minister").</summary>
    private bool PointsBack(StatementSentence sentence, StatementCue cue)
    {
        Clause found = sentence.Clauses[sentence.Clauses[cue.Clause].Unit];
        return text.Lexicon.IsVerbFinal && found.Kind == ClauseKind.Main && text.Is(found.First, WordClass.ContentPronoun) && (cue.Token == found.First + 1 || cue.Helper == found.First + 1) && !sentence.IsNegated(found, cue.Token) && sentence.FiniteOf(0) is >= 0 and int before && before < found.First;
    }

    /// <summary>"Dies teilte X mit": the content is the sentence before.</summary>
    public StatementDraft? Anaphoric(StatementSentence sentence, StatementCue cue, List<StatementDraft> drafts)
    {
        Clause found = sentence.Clauses[sentence.Clauses[cue.Clause].Unit];
        int start = found.First;
        if (sentence.Index == 0 || !cue.Has(CueFrame.Clause) || cue.Has(CueFrame.Weak) || (cue.Verb.Class == "rejects" && !cue.Has(CueFrame.Refuses)) || (cue.Helper >= 0 && text.Is(cue.Helper, WordClass.SubjunctiveSecond)) || found.Kind is not (ClauseKind.Main or ClauseKind.VerbFirst) || !text.Is(start, WordClass.ContentPronoun) || (cue.Token > start + 2 && cue.Helper != start + 1)
            || text.IsNoun(start + 1)) // "Das Unwetter forderte ...": an article, no pronoun
            return null;
        Sentence before = text.Tagged.Sentences[sentence.Index - 1];
        if (text.QuotationAt[before.First] is >= 0 and int quoted && text.Quotations[quoted] is { IsOpaque: true } quotation && quotation.First == before.First && quotation.Last >= before.Last)
        {
            StatementDraft direct = sentence.Draft(StatementKind.Direct, "anaphor", cue);
            direct.Content.Add(text.SpanOf(quotation.InnerFirst, quotation.InnerLast));
            return direct;
        }

        StatementDraft draft = sentence.Draft(StatementKind.Indirect, "anaphor", cue);
        draft.Content.Add(text.SpanOf(before.First, before.Last));
        draft.Content.Add(text.SpanOf(start, start + 1));
        foreach (StatementDraft old in drafts)
        {
            if (old.Kind == StatementKind.Narrated && old.Content.Count == 1 && old.Content[0].Start == draft.Content[0].Start && draft.Content[0].Contains(old.Content[0]))
                old.Content.Clear(); // what is empty is no statement
        }

        return draft;
    }
}
