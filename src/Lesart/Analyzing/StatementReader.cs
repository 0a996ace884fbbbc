using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Goes through a text sentence by sentence and drafts its statements. What was said before decides how a sentence without a cue is read.</summary>
internal sealed class StatementReader(StatementText text)
{
    private const int MinLooseWords = 4;

    private readonly List<StatementDraft> _drafts = [];

    /// <summary>The last statement that names or inherits a speaker, and its sentence.</summary>
    private StatementDraft? _last;
    private int _lastSentence = -1;

    /// <summary>All drafts, in the order in which they were found.</summary>
    public List<StatementDraft> Read()
    {
        for (int s = 0; s < text.Tagged.Sentences.Length; s++)
        {
            int before = _drafts.Count;
            ReadSentence(new StatementSentence(text, s).Read());
            Remember(before, s);
        }

        return _drafts;
    }

    private void Remember(int from, int sentence)
    {
        for (int d = from; d < _drafts.Count; d++)
        {
            if (_drafts[d].Kind != StatementKind.Narrated && _drafts[d].Source is not null)
                (_last, _lastSentence) = (_drafts[d], sentence);
        }
    }

    private void ReadSentence(StatementSentence sentence)
    {
        int before = _drafts.Count;
        foreach (StatementCue cue in sentence.Cues)
            ReadCue(sentence, cue);
        List<StatementDraft> phrases = StatementPhrases.Read(sentence, _last);
        JoinChains(before, phrases, sentence);
        StatementNouns.Read(sentence, _drafts);
        ReadLooseQuotations(sentence, before);
        AddQuotedPieces(sentence, before);
        if (_drafts.Count == before)
            ReadWithoutCue(sentence);
    }

    /// <summary>A phrase beside a cue verb tells through whom the verb's statement came ("sagte X laut Y"); alone it is a statement of its own.</summary>
    private void JoinChains(int from, List<StatementDraft> phrases, StatementSentence sentence)
    {
        foreach (StatementDraft phrase in phrases)
        {
            StatementDraft? carrier = null;
            int clause = sentence.ClauseAt(sentence.Text.Tagged.Tokenized.TokenAt(phrase.Cue[0].Start));
            for (int d = from; d < _drafts.Count && carrier is null && clause >= 0; d++)
            {
                if (_drafts[d].Cue.Count > 0 && _drafts[d].Kind is not StatementKind.Reported && _drafts[d].Rule != phrase.Rule
                    && sentence.Clauses[clause].Unit == sentence.Clauses[Math.Max(0, sentence.ClauseAt(text.Tagged.Tokenized.TokenAt(_drafts[d].Cue[0].Start)))].Unit)
                    carrier = _drafts[d];
            }

            if (carrier is null)
                _drafts.Add(phrase);
            else if (phrase.Source is TextSpan source && carrier.Source != source)
            {
                carrier.Via.Add(source);
                CutOut(carrier.Content, new TextSpan(Math.Min(phrase.Cue[0].Start, source.Start), Math.Max(phrase.Cue[^1].End, source.End)));
            }

        }
    }

    /// <summary>Takes a phrase at the end of a content out of it, with the comma before it.</summary>
    private void CutOut(List<TextSpan> content, TextSpan phrase)
    {
        for (int i = 0; i < content.Count; i++)
        {
            if (content[i].Contains(phrase) && content[i].End == phrase.End && phrase.Start > content[i].Start)
            {
                int last = text.Tagged.Tokenized.TokenAt(phrase.Start);
                while (last > 0 && text.IsPunctuation(last - 1))
                    last--;
                int first = text.Tagged.Tokenized.TokenAt(content[i].Start);
                if (last > first)
                    content[i] = text.SpanOf(first, last);
            }
        }
    }

    private void ReadCue(StatementSentence sentence, StatementCue cue)
    {
        Clause own = sentence.Clauses[cue.Clause];
        (int first, int last) = StatementSources.Find(text, sentence.Clauses, cue);
        TextSpan? source = first >= 0 ? text.SpanOf(first, last) : null;
        StatementDraft? draft = AsClause(sentence, cue)
            ?? Quoted(sentence, cue)
            ?? Clausal(sentence, cue)
            ?? Before(sentence, cue)
            ?? Inside(sentence, cue)
            ?? QuotedPiece(sentence, cue)
            ?? Anaphoric(sentence, cue)
            ?? Reported(sentence, cue, source is not null && text.CanSpeak(first, Math.Max(first + 1, StatementNounGroups.End(text, first, last))));
        if (draft is null)
            return;
        draft.Source = source;
        if (draft.Kind != StatementKind.Reported || !text.Lexicon.ReportsWholeClause)
            AddCue(draft, sentence, cue);
        if (source is null && !cue.IsPassive && own.Kind == ClauseKind.Infinitive)
            draft.Source = InheritedInside(sentence, cue);
        _drafts.Add(draft);
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
        (int first, int last) = StatementSources.Find(text, sentence.Clauses, cue with { Clause = sentence.ClauseAt(finite), Token = finite, Helper = -1, Prefix = -1 });
        return first >= 0 ? text.SpanOf(first, last) : null;
    }

    private void AddCue(StatementDraft draft, StatementSentence sentence, StatementCue cue)
    {
        SortedSet<int> tokens = [cue.Token];
        if (cue.Helper >= 0)
            tokens.Add(cue.Helper);
        if (cue.Prefix >= 0)
            tokens.Add(cue.Prefix);
        Clause own = sentence.Clauses[cue.Clause];
        Clause unit = sentence.Clauses[own.Unit];
        if (draft.Rule is "before" or "quotation" && IsInsertedSo(sentence, cue))
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
            AddGroup(tokens, own, cue.Helper >= 0 ? Math.Min(cue.Helper, cue.Token) : cue.Token, cue.Token);
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
    private void AddGroup(SortedSet<int> tokens, Clause own, int first, int verb)
    {
        while (first > own.First && text.Is(first - 1, WordClass.Auxiliary | WordClass.Modal | WordClass.Adverb | WordClass.Negation | WordClass.InfinitiveMark) && !text.IsNoun(first - 1))
            first--;
        for (int i = first; i < verb; i++)
            tokens.Add(i);
        for (int i = verb + 1; i < own.Last && text.Is(i, WordClass.TimeNoun); i++)
            tokens.Add(i); // "said Tuesday"
    }

    /// <summary>"Wie X mitteilte, ..."; "..., wie X mitteilte".</summary>
    private StatementDraft? AsClause(StatementSentence sentence, StatementCue cue)
    {
        int unit = sentence.Clauses[cue.Clause].Unit;
        Clause found = sentence.Clauses[unit];
        if (found.Kind is not (ClauseKind.Question or ClauseKind.Subordinate) || found.Marker < 0 || !IsPhrase(found.Marker, CuePhraseKind.As) || sentence.Clauses.Length < 2 || !cue.Has(CueFrame.Clause))
            return null;
        StatementDraft draft = New(sentence, StatementKind.Indirect, "as-clause", cue);
        int last = sentence.LastOf(unit);
        // inside a dependent clause it attributes that clause; else the whole sentence
        sentence.AddContent(draft, 0, sentence.Clauses.Length - 1, unit);
        for (int c = unit; c <= last; c++)
            sentence.IsTaken[c] = true;
        if (draft.Content.Count == 0)
            return null;
        if (IsQuoteAlone(sentence, unit) is int quote && quote >= 0)
        {
            draft.Kind = StatementKind.Direct;
            draft.Content.Clear();
            draft.Content.Add(Inner(sentence.Clauses[quote]));
        }

        return draft;
    }

    private static int IsQuoteAlone(StatementSentence sentence, int exceptUnit)
    {
        int quote = -1;
        for (int c = 0; c < sentence.Clauses.Length; c++)
        {
            if (sentence.Clauses[c].Kind == ClauseKind.Quote)
                quote = quote < 0 ? c : quote;
            else if (sentence.Clauses[c].Unit != exceptUnit && sentence.Clauses[c].Kind != ClauseKind.Fragment)
                return -1;
        }

        return quote;
    }

    private bool IsPhrase(int token, CuePhraseKind kind)
    {
        foreach (CuePhrase phrase in text.Lexicon.Phrases(text.Lower(token)))
        {
            if (phrase.Kind == kind)
                return true;
        }

        return false;
    }

    /// <summary>A quotation right before or behind the cue's clause.</summary>
    private StatementDraft? Quoted(StatementSentence sentence, StatementCue cue)
    {
        int unit = sentence.Clauses[cue.Clause].Unit;
        int last = Math.Max(cue.Clause, sentence.LastOf(unit));
        List<int> quotes = [];
        bool isInserted = sentence.Clauses[unit].Kind is ClauseKind.VerbFirst or ClauseKind.Main && unit > 0 && sentence.Clauses[unit - 1].Kind == ClauseKind.Quote && !sentence.IsTaken[unit - 1];
        if (isInserted && (sentence.Clauses[unit].Kind == ClauseKind.VerbFirst || cue.Token - sentence.Clauses[unit].First <= 8))
            quotes.Add(unit - 1);
        for (int c = cue.Clause + 1; c < sentence.Clauses.Length && c <= last + 1; c++)
        {
            if (sentence.Clauses[c].Kind == ClauseKind.Quote && !sentence.IsTaken[c])
                quotes.Add(c);
        }

        if (quotes.Count == 0 || (cue.Verb.Frames & (CueFrame.Quote | CueFrame.Clause | CueFrame.Insert)) == CueFrame.None)
            return null;
        StatementDraft draft = New(sentence, StatementKind.Direct, "quotation", cue);
        foreach (int quote in quotes)
        {
            draft.Content.Add(Inner(sentence.Clauses[quote]));
            sentence.IsTaken[quote] = true;
        }

        return draft;
    }

    /// <summary>The whole quotation of which a stretch is a part, without its marks.</summary>
    private TextSpan Inner(Clause clause)
    {
        Quotation quotation = text.Quotations[text.QuotationAt[clause.First]];
        int last = quotation.InnerLast;
        while (last > quotation.InnerFirst + 1 && text.Mark(last - 1) == ',')
            last--; // the comma before the closing mark belongs to the sentence around it
        return text.SpanOf(quotation.InnerFirst, Math.Max(quotation.InnerFirst + 1, last));
    }

    /// <summary>A clause behind the cue: introduced, in the infinitive, or a main clause in the subjunctive.</summary>
    private StatementDraft? Clausal(StatementSentence sentence, StatementCue cue)
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
        StatementDraft draft = New(sentence, StatementKind.Indirect, "clause", cue);
        sentence.AddContent(draft, start, sentence.ContentEnd(start, unit, takesIndicative), unit);
        return draft;
    }

    private bool IsComplement(StatementSentence sentence, StatementCue cue, int c, ref bool takesIndicative)
    {
        Clause clause = sentence.Clauses[c];
        bool isDirectlyBehind = c == sentence.LastOf(sentence.Clauses[cue.Clause].Unit) + 1;
        char separator = sentence.SeparatorBefore(c);
        switch (clause.Kind)
        {
            case ClauseKind.Subordinate when clause.Marker >= 0 && text.Is(clause.Marker, WordClass.Complementizer):
                return !clause.IsCoordinated && (cue.Has(CueFrame.Clause) || cue.Has(CueFrame.Correlate));
            case ClauseKind.Question:
                return cue.Has(CueFrame.Clause) && isDirectlyBehind && !(IsPhrase(clause.Marker, CuePhraseKind.As) && HasCueIn(sentence, c));
            case ClauseKind.Infinitive:
                return cue.Has(CueFrame.Infinitive) && isDirectlyBehind;
            case ClauseKind.Main or ClauseKind.VerbFirst or ClauseKind.Subordinate or ClauseKind.Relative:
                if (!isDirectlyBehind || !cue.Has(CueFrame.Clause) || (cue.Has(CueFrame.Weak) && !sentence.IsReported(c)) || clause.Marker >= 0 && clause.Kind == ClauseKind.Relative)
                    return false;
                takesIndicative = separator == ':';
                return separator == ':' || (!clause.IsCoordinated && (sentence.IsReported(c) || (clause.Kind == ClauseKind.Main && cue.Has(CueFrame.Insert) && !cue.Has(CueFrame.Weak) && IsBareCue(sentence, cue)) || (clause.Kind == ClauseKind.Subordinate && HasReportedMain(sentence, c))));
            default:
                return false;
        }
    }

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
    private StatementDraft? Before(StatementSentence sentence, StatementCue cue)
    {
        int unit = sentence.Clauses[cue.Clause].Unit;
        Clause found = sentence.Clauses[unit];
        if (unit == 0 || (found.Kind != ClauseKind.VerbFirst && !IsInsertedMain(sentence, cue) && !IsInsertedSo(sentence, cue)) || found.IsCoordinated || (cue.Token != found.Finite && cue.Helper != found.Finite))
            return null;
        bool hasComplement = sentence.Clauses[0].Kind is ClauseKind.Subordinate or ClauseKind.Question && text.Is(Math.Max(0, sentence.Clauses[0].Marker), WordClass.Complementizer | WordClass.Question);
        bool hasMain = IsInsertedSo(sentence, cue);
        for (int c = 0; c < unit; c++)
            hasMain |= sentence.Clauses[c].Kind is ClauseKind.Main or ClauseKind.Quote || (sentence.Clauses[c].Kind == ClauseKind.VerbFirst && c > 0);
        if (!(cue.Has(CueFrame.Insert) && hasMain) && !(cue.Has(CueFrame.Clause) && hasComplement))
            return null;
        int start = 0;
        for (int c = unit - 1; c >= 0; c--)
        {
            // an earlier cue with its own content ends what belongs to this one
            if (sentence.IsTaken[c] && !hasComplement)
            {
                start = c + 1;
                break;
            }
        }

        if (start >= unit)
            return null;
        StatementDraft draft = New(sentence, StatementKind.Indirect, "before", cue);
        sentence.AddContent(draft, start, unit - 1, unit);
        int behind = sentence.LastOf(unit) + 1;
        if (behind < sentence.Clauses.Length && sentence.Clauses[behind].Kind != ClauseKind.Quote && (text.Lexicon.HasContentInside || IsInsertedSo(sentence, cue) || sentence.IsReported(behind) || sentence.Clauses[behind].Unit < unit))
            sentence.AddContent(draft, behind, sentence.ContentEnd(behind, unit, takesIndicative: text.Lexicon.HasContentInside || IsInsertedSo(sentence, cue)), unit);
        return draft;
    }

    /// <summary>"..., so betont die Polizei, ...".</summary>
    private bool IsInsertedSo(StatementSentence sentence, StatementCue cue)
    {
        Clause own = sentence.Clauses[cue.Clause];
        return own.Unit == cue.Clause && cue.Token == own.First + 1 && IsPhrase(own.First, CuePhraseKind.Follow);
    }

    /// <summary>Where the order of words is fixed, a short clause of subject and cue may be put in ("The deal, she said, was done").</summary>
    private bool IsInsertedMain(StatementSentence sentence, StatementCue cue)
    {
        if (!text.Lexicon.HasContentInside || sentence.Clauses[sentence.Clauses[cue.Clause].Unit].Kind != ClauseKind.Main || !cue.Has(CueFrame.Insert))
            return false;
        return RestOf(sentence, cue) is not { HasVerb: true } and not { IsNoun: true };
    }

    /// <summary>What stands behind the cue in its own stretch.</summary>
    private (int First, bool HasVerb, bool IsNoun) RestOf(StatementSentence sentence, StatementCue cue)
    {
        Clause own = sentence.Clauses[cue.Clause];
        int first = Math.Max(cue.Token, cue.Prefix) + 1;
        while (first < own.Last && text.Is(first, WordClass.Adverb | WordClass.TimeNoun))
            first++;
        int at = first, complementizer = -1;
        bool hasVerb = false;
        for (; at < own.Last && !hasVerb; at++)
        {
            if (complementizer < 0 && !hasVerb && text.Is(at, WordClass.Complementizer | WordClass.Question) && (at == first || text.Is(at, WordClass.Complementizer)))
                complementizer = at;
            hasVerb = text.IsFinite(at);
        }

        if (complementizer >= 0)
            return (complementizer, true, false);
        if (hasVerb && StatementNounGroups.End(text, first, own.Last) is int end && end > first && end < own.Last && !text.IsFinite(end) && text.Is(end, WordClass.NominativeArticle | WordClass.SubjectPronoun))
            return (end, true, false); // "told reporters the deal was done"
        bool isInfinitive = first < own.Last && text.Is(first, WordClass.InfinitiveMark) && cue.Has(CueFrame.Infinitive);
        bool isNoun = first < own.Last && (isInfinitive || (!text.Is(first, WordClass.Preposition | WordClass.Coordinator) && !text.IsPunctuation(first)));
        bool isClause = isNoun && !isInfinitive && cue.Has(CueFrame.Clause) && cue.Has(CueFrame.Insert) && own.Last - first > 2 && text.Is(first, WordClass.NominativeArticle | WordClass.SubjectPronoun);
        return (first, hasVerb || (isClause && !cue.Has(CueFrame.Noun)), isNoun);
    }

    /// <summary>What is said stands behind the cue in the same clause ("said the deal was done", "rejected the offer").</summary>
    private StatementDraft? Inside(StatementSentence sentence, StatementCue cue)
    {
        if (!text.Lexicon.HasContentInside || cue.Has(CueFrame.Weak) || (cue.Verb.Frames & (CueFrame.Clause | CueFrame.Noun | CueFrame.Infinitive)) == CueFrame.None)
            return null;
        (int first, bool hasVerb, bool isNoun) = RestOf(sentence, cue);
        Clause own = sentence.Clauses[cue.Clause];
        if (first >= own.Last || !(hasVerb && cue.Has(CueFrame.Clause)) && !(isNoun && cue.Has(CueFrame.Noun)) && !(isNoun && cue.Has(CueFrame.Infinitive)))
            return null;
        StatementDraft draft = New(sentence, hasVerb || HasInfinitiveMark(first, own.Last) ? StatementKind.Indirect : StatementKind.Reported, "inside", cue);
        int end = cue.Clause;
        for (int c = cue.Clause + 1; c < sentence.Clauses.Length; c++)
        {
            if (sentence.IsInsertedCue(c) || HasOwnCue(sentence, c) || (sentence.Clauses[c].Kind == ClauseKind.Quote && sentence.SeparatorBefore(c) == ':'))
                break;
            end = c;
        }

        draft.Content.Add(text.SpanOf(first, sentence.Clauses[end].Last));
        for (int c = cue.Clause; c <= end; c++)
            sentence.IsTaken[c] = true;
        return draft;
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

    /// <summary>A quoted wording inside the cue's own clause ("bezeichnete ihn als „…“").</summary>
    private StatementDraft? QuotedPiece(StatementSentence sentence, StatementCue cue)
    {
        if ((cue.Verb.Frames & (CueFrame.Quote | CueFrame.As | CueFrame.From)) == CueFrame.None)
            return null;
        int unit = sentence.Clauses[cue.Clause].Unit;
        for (int c = unit; c < sentence.Clauses.Length; c++)
        {
            bool isAside = c > cue.Clause && cue.Has(CueFrame.As) && sentence.Clauses[c].Kind == ClauseKind.Fragment && text.Is(sentence.Clauses[c].First, WordClass.Than);
            if ((sentence.Clauses[c].Unit != unit && !isAside) || sentence.Clauses[c].Kind == ClauseKind.Quote)
                continue;
            foreach (int q in PiecesIn(sentence.Clauses[c].First, sentence.Clauses[c].Last, takesNouns: cue.Verb.Class == "calls"))
            {
                StatementDraft draft = New(sentence, StatementKind.Direct, "piece", cue);
                draft.Content.Add(text.SpanOf(text.Quotations[q].InnerFirst, text.Quotations[q].InnerLast));
                return draft;
            }
        }

        return null;
    }

    /// <summary>Quotations inside a stretch that are wordings, not names.</summary>
    private IEnumerable<int> PiecesIn(int first, int last, bool takesNouns)
    {
        for (int i = first; i < last; i++)
        {
            int q = text.QuotationAt[i];
            if (q < 0 || text.Quotations[q].First != i || text.Quotations[q].IsOpaque)
                continue;
            if (takesNouns ? !(i > 0 && text.IsNoun(i - 1) && text.IsCapital(i + 1)) : !IsName(text.Quotations[q]))
                yield return q;
        }
    }

    /// <summary>Whether a quotation holds a name or title: it follows a noun, or is a short run of capitals behind an article.</summary>
    private bool IsName(Quotation quotation)
    {
        int before = quotation.First - 1;
        bool startsHigh = text.IsCapital(quotation.InnerFirst);
        if (before >= 0 && text.IsNoun(before) && startsHigh)
            return true;
        return startsHigh && quotation.Words <= 3 && (quotation.Words == 1 || text.IsCapital(quotation.InnerLast - 1)) && !(before >= 0 && text.Is(before, WordClass.Than));
    }

    /// <summary>"Dies teilte X mit": the content is the sentence before.</summary>
    private StatementDraft? Anaphoric(StatementSentence sentence, StatementCue cue)
    {
        Clause found = sentence.Clauses[sentence.Clauses[cue.Clause].Unit];
        int start = found.First;
        if (sentence.Index == 0 || !cue.Has(CueFrame.Clause) || cue.Has(CueFrame.Weak) || found.Kind is not (ClauseKind.Main or ClauseKind.VerbFirst) || !text.Is(start, WordClass.ContentPronoun) || cue.Token > start + 2 && cue.Helper != start + 1)
            return null;
        StatementDraft draft = New(sentence, StatementKind.Indirect, "anaphor", cue);
        Sentence before = text.Tagged.Sentences[sentence.Index - 1];
        draft.Content.Add(text.SpanOf(before.First, before.Last));
        draft.Content.Add(text.SpanOf(start, start + 1));
        _drafts.RemoveAll(old => old.Kind == StatementKind.Narrated && old.Content.Count == 1 && old.Content[0] == draft.Content[0]);
        return draft;
    }

    /// <summary>The act of speaking is told, its content only named.</summary>
    private StatementDraft? Reported(StatementSentence sentence, StatementCue cue, bool hasSource)
    {
        int unit = sentence.Clauses[cue.Clause].Unit;
        if (text.Lexicon.HasContentInside || !cue.Has(CueFrame.Noun) || cue.Has(CueFrame.Weak) || !hasSource || sentence.IsTaken[cue.Clause] || cue.Form is CueFormKind.Infinitive)
            return null;
        if (sentence.Clauses[unit].Kind is ClauseKind.Infinitive or ClauseKind.Question or ClauseKind.Subordinate)
            return null;
        StatementDraft draft = New(sentence, StatementKind.Reported, "reported", cue);
        int end = unit;
        for (int c = unit + 1; c < sentence.Clauses.Length; c++)
        {
            Clause clause = sentence.Clauses[c];
            if (clause.Unit == c && (clause.Kind is ClauseKind.Main or ClauseKind.VerbFirst or ClauseKind.Quote || (clause.Kind == ClauseKind.Subordinate && !text.Is(clause.Marker, WordClass.Complementizer))))
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

    /// <summary>Quotations behind a colon without a cue verb, and quotations that fill their sentence.</summary>
    private void ReadLooseQuotations(StatementSentence sentence, int from)
    {
        for (int c = 0; c < sentence.Clauses.Length; c++)
        {
            Clause clause = sentence.Clauses[c];
            if (clause.Kind != ClauseKind.Quote || sentence.IsTaken[c])
                continue;
            Quotation quotation = text.Quotations[text.QuotationAt[clause.First]];
            if (quotation.First < clause.First || quotation.Words < 2)
                continue; // the end of a quotation that began in an earlier sentence
            if (ContinuesLast(sentence, c, quotation))
                continue;
            bool goesOn = quotation.Last > sentence.Sentence.Last;
            StatementDraft draft = new(StatementKind.Direct, "loose");
            if (c > 0 && sentence.SeparatorBefore(c) == ':')
            {
                (int first, int last) = BeforeColon(sentence, c);
                if (first >= 0)
                    draft.Source = text.SpanOf(first, last);
            }
            else if (goesOn || IsQuoteAlone(sentence, -1) == c)
            {
                if (HasLaterCue(quotation, sentence.Index))
                    continue; // the sentence in which it ends brings the cue
            }
            else if (quotation.Words >= MinLooseWords && c > 0 && !text.IsNoun(clause.First - 1))
            {
                (int first, int last) = BeforeColon(sentence, c);
                if (first >= 0)
                    draft.Source = text.SpanOf(first, last);
            }
            else
            {
                continue;
            }

            if (draft.Source is null && _drafts.Count > from)
                draft.Source = _drafts[^1].Source;
            if (draft.Source is null && _last is not null)
                (draft.Source, draft.IsSourceInherited) = (_last.Source, true);
            draft.Content.Add(Inner(clause));
            sentence.IsTaken[c] = true;
            _drafts.Add(draft);
        }
    }

    /// <summary>A quotation that begins a sentence right behind "„...“, sagte X." goes on with what X said.</summary>
    private bool ContinuesLast(StatementSentence sentence, int c, Quotation quotation)
    {
        if (c != 0 || _last is null || _last.Rule != "quotation" || _lastSentence != sentence.Index - 1 || IsQuoteAlone(sentence, -1) < 0 && quotation.Last <= sentence.Sentence.Last)
            return false;
        Sentence before = text.Tagged.Sentences[sentence.Index - 1];
        if (before.Paragraph != sentence.Sentence.Paragraph || _last.Cue.Count == 0 || _last.Content[0].Start > _last.Cue[0].Start || HasLaterCue(quotation, sentence.Index))
            return false;
        _last.Content.Add(Inner(sentence.Clauses[c]));
        sentence.IsTaken[c] = true;
        return true;
    }

    private bool HasLaterCue(Quotation quotation, int sentence)
    {
        int end = text.Tagged.Tokenized.SentenceOf(Math.Max(quotation.First, quotation.Last - 1));
        if (end == sentence || text.Tagged.Sentences[end].Last <= quotation.Last + 1)
            return false;
        StatementSentence later = new StatementSentence(text, end).Read();
        foreach (StatementCue cue in later.Cues)
        {
            if (later.Clauses[later.Clauses[cue.Clause].Unit].Kind == ClauseKind.VerbFirst && later.Clauses[0].Kind == ClauseKind.Quote)
                return true;
        }

        foreach (Clause clause in later.Clauses)
        {
            if (IsPhrase(clause.First, CuePhraseKind.Follow) || IsPhrase(clause.First, CuePhraseKind.As))
                return true;
        }

        return false;
    }

    private (int First, int Last) BeforeColon(StatementSentence sentence, int quote)
    {
        int unit = sentence.Clauses[quote - 1].Unit;
        int finite = sentence.FiniteOf(unit);
        if (finite < 0)
        {
            int end = StatementNounGroups.EndWithAttributes(text, sentence.Clauses[unit].First, sentence.Clauses[quote - 1].Last);
            return end > sentence.Clauses[unit].First ? (sentence.Clauses[unit].First, end) : (-1, -1);
        }

        return StatementSources.Find(text, sentence.Clauses, new StatementCue(finite, new CueVerb("", "", "", CueFrame.None), CueFormKind.Finite, sentence.ClauseAt(finite), -1, -1, false));
    }

    /// <summary>Quoted wordings inside what is already attributed are statements in quotation marks of the same speaker.</summary>
    private void AddQuotedPieces(StatementSentence sentence, int from)
    {
        int until = text.Lexicon.TakesQuotedPieces ? _drafts.Count : from;
        for (int d = from; d < until; d++)
        {
            StatementDraft draft = _drafts[d];
            if (draft.Kind is not (StatementKind.Indirect or StatementKind.Reported))
                continue;
            bool hasPiece = false;
            foreach (TextSpan span in draft.Content.ToArray())
            {
                int first = text.Tagged.Tokenized.TokenAt(span.Start), last = text.Tagged.Tokenized.TokenAt(span.End - 1) + 1;
                foreach (int q in PiecesIn(first, Math.Min(last, text.Count), takesNouns: false))
                {
                    StatementDraft piece = new(StatementKind.Direct, "piece") { CueClass = draft.CueClass, Source = draft.Source, Within = draft };
                    piece.Cue.AddRange(draft.Cue);
                    piece.Content.Add(text.SpanOf(text.Quotations[q].InnerFirst, text.Quotations[q].InnerLast));
                    piece.IsSourceInherited = draft.IsSourceInherited;
                    _drafts.Add(piece);
                    hasPiece = true;
                }
            }

            if (hasPiece && draft.Kind == StatementKind.Indirect)
                draft.Kind = StatementKind.Mixed;
        }
    }

    /// <summary>A sentence without cue: it runs on in the subjunctive, or the outlet tells it.</summary>
    private void ReadWithoutCue(StatementSentence sentence)
    {
        Sentence found = sentence.Sentence;
        if (sentence.Clauses.Length == 0 || text.IsInOpaque(found.First) || found.IsHeading)
            return;
        int first = FirstMain(sentence);
        if (first < 0)
            return;
        Mood mood = sentence.MoodOf(first);
        bool runsOn = _last is not null && (mood == Mood.SubjunctiveI || (mood == Mood.SubjunctiveII && sentence.Index - _lastSentence <= 1 && _last.Kind is not StatementKind.Direct));
        StatementDraft draft = new(runsOn ? StatementKind.Indirect : StatementKind.Narrated, runsOn ? "runs-on" : "narrated");
        TextSpan span = text.SpanOf(sentence.Clauses[0].First, sentence.Clauses[^1].Last);
        if (runsOn)
        {
            draft.Source = _last!.Source;
            draft.IsSourceInherited = true;
            StatementDraft? previous = _drafts.Count > 0 ? _drafts[^1] : null;
            if (previous is { Rule: "runs-on" } && sentence.Index - _lastSentence == 1)
            {
                previous.Content[^1] = new TextSpan(previous.Content[^1].Start, span.End);
                _lastSentence = sentence.Index;
                return;
            }
        }

        draft.Content.Add(span);
        _drafts.Add(draft);
        if (runsOn)
        {
            int until = _drafts.Count - 1;
            AddQuotedPieces(sentence, until);
        }
    }

    private static int FirstMain(StatementSentence sentence)
    {
        for (int c = 0; c < sentence.Clauses.Length; c++)
        {
            if (sentence.Clauses[c].Unit == c && sentence.Clauses[c].Kind is ClauseKind.Main or ClauseKind.VerbFirst && sentence.FiniteOf(c) >= 0)
                return c;
        }

        return -1;
    }

    private StatementDraft New(StatementSentence sentence, StatementKind kind, string rule, StatementCue cue) => new(kind, rule)
    {
        CueClass = cue.Verb.Class,
        IsCueNegated = IsNegated(sentence.Clauses[cue.Clause], cue.Token),
    };

    private bool IsNegated(Clause clause, int token)
    {
        for (int i = clause.First; i < clause.Last; i++)
        {
            if (text.Is(i, WordClass.Negation) && Math.Abs(i - token) <= 6 && !(i + 1 < clause.Last && text.Lexicon.Stances.Sign(text.Lower(i + 1)).HasFlag(StanceSign.Restrictor)))
                return true;
        }

        return false;
    }
}
