namespace Lesart.Analyzing;

/// <summary>Quotations beside a cue verb, and the wordings inside its clause.</summary>
internal sealed class StatementQuotations(StatementText text)
{
    private const int LongestSubject = 8; // words between a quotation and the cue behind it

    /// <summary>A quotation right before or behind the cue's clause.</summary>
    public StatementDraft? Quoted(StatementSentence sentence, StatementCue cue)
    {
        int unit = sentence.Clauses[cue.Clause].Unit;
        int last = Math.Max(cue.Clause, sentence.LastOf(unit));
        List<int> quotes = [];
        bool isInserted = sentence.Clauses[unit].Kind is ClauseKind.VerbFirst or ClauseKind.Main && unit > 0 && sentence.Clauses[unit - 1].Kind == ClauseKind.Quote && !sentence.IsTaken[unit - 1];
        if (isInserted && (sentence.Clauses[unit].Kind == ClauseKind.VerbFirst || cue.Token - sentence.Clauses[unit].First <= 8))
            quotes.Add(unit - 1);
        else if (QuoteBeforeName(sentence, cue) is >= 0 and int quote)
            quotes.Add(quote);
        for (int c = cue.Clause + 1; c < sentence.Clauses.Length && c <= last + 1; c++)
        {
            if (sentence.Clauses[c].Kind == ClauseKind.Quote && !sentence.IsTaken[c])
                quotes.Add(c);
        }

        if (quotes.Count == 0 || (cue.Verb.Frames & (CueFrame.Quote | CueFrame.Clause | CueFrame.Insert)) == CueFrame.None)
            return null;
        StatementDraft draft = sentence.Draft(StatementKind.Direct, "quotation", cue);
        foreach (int quote in quotes)
        {
            draft.Content.Add(Inner(sentence.Clauses[quote]));
            sentence.IsTaken[quote] = true;
        }

        return draft;
    }

    /// <summary>The quotation before a role and a name that stand before the cue ("“...,” the minister, Anna Verbeek, told reporters", "“...,” Anna Verbeek, the minister, said"); -1 where there is none.</summary>
    private int QuoteBeforeName(StatementSentence sentence, StatementCue cue)
    {
        if (!text.Lexicon.HasContentInside || cue.IsPassive)
            return -1;
        (int first, _) = StatementSources.Find(text, sentence.Clauses, cue);
        int quote = cue.Clause - 2;
        while (quote >= 0 && sentence.Clauses[quote].Kind != ClauseKind.Quote)
            quote--;
        return quote >= 0 && !sentence.IsTaken[quote] && first == sentence.Clauses[quote + 1].First ? quote : -1;
    }

    /// <summary>A quoted wording inside the cue's own clause ("bezeichnete ihn als „…“").</summary>
    public StatementDraft? QuotedPiece(StatementSentence sentence, StatementCue cue, TextSpan? source)
    {
        if ((cue.Verb.Frames & (CueFrame.Quote | CueFrame.As | CueFrame.From)) == CueFrame.None)
            return null;
        int unit = sentence.Clauses[cue.Clause].Unit;
        int found = -1;
        for (int c = unit; c < sentence.Clauses.Length; c++)
        {
            bool isAside = c > cue.Clause && cue.Has(CueFrame.As) && text.Is(sentence.Clauses[c].First, WordClass.Than);
            if ((sentence.Clauses[c].Unit != unit && !isAside) || sentence.Clauses[c].Kind == ClauseKind.Quote)
                continue;
            foreach (int q in PiecesIn(sentence.Clauses[c].First, sentence.Clauses[c].Last, takesNouns: cue.Verb.Class == "calls" && !cue.IsPassive))
            {
                if (source is TextSpan named && named.Start <= text.Tagged.Token(text.Quotations[q].First).Start && text.Tagged.Token(text.Quotations[q].First).Start < named.End)
                    continue; // a name inside the speaker's
                if (found < 0 || (AsBefore(text.Quotations[q]) >= 0 && cue.Has(CueFrame.As)))
                    found = q; // "bezeichnete das „Haus“ als „baufällig“": what stands behind "als" is what is said
            }
        }

        if (found < 0)
            return null;
        StatementDraft draft = sentence.Draft(StatementKind.Direct, "piece", cue);
        draft.Content.Add(text.SpanOf(text.Quotations[found].InnerFirst, text.Quotations[found].InnerLast));
        if (cue.Has(CueFrame.As) && text.Lexicon.IsVerbFinal && AsBefore(text.Quotations[found]) is int token && token >= 0)
            draft.Cue.Add(text.SpanOf(token, token + 1));
        return draft;
    }

    /// <summary>The "als" before a wording, with an article at most between them; -1 where there is none.</summary>
    private int AsBefore(Quotation quotation)
    {
        for (int i = quotation.First - 1; i >= 0 && i >= quotation.First - 2; i--)
        {
            if (text.Is(i, WordClass.Than))
                return i;
            if (!text.Is(i, WordClass.NominativeArticle | WordClass.ObliqueArticle))
                break;
        }

        return -1;
    }

    /// <summary>Quotations inside a stretch that are wordings, not names.</summary>
    public IEnumerable<int> PiecesIn(int first, int last, bool takesNouns)
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

    /// <summary>A quotation that ends the sentence before because it ends in "?" or "!", where word order lets subject and cue follow ("“Why?” she asked.").</summary>
    public StatementDraft? Preceding(StatementSentence sentence, StatementCue cue)
    {
        int first = sentence.Sentence.First;
        Clause own = sentence.Clauses[cue.Clause];
        if (!text.Lexicon.HasContentInside || !cue.Has(CueFrame.Insert) || first < 3 || cue.Clause != 0 || own.Kind != ClauseKind.Main || cue.Token - first > LongestSubject)
            return null;
        int q = text.QuotationAt[first - 1];
        if (q < 0 || !text.Quotations[q].IsOpaque || text.Quotations[q].Last != first || text.Mark(first - 2) is not ('?' or '!') || text.Tagged.Sentences[sentence.Index - 1].Paragraph != sentence.Sentence.Paragraph)
            return null;
        for (int i = cue.Token + 1; i < own.Last; i++)
        {
            if (text.IsFinite(i) || text.Is(i, WordClass.Complementizer))
                return null;
        }

        StatementDraft draft = sentence.Draft(StatementKind.Direct, "quotation", cue);
        draft.Content.Add(text.SpanOf(text.Quotations[q].InnerFirst, text.Quotations[q].InnerLast));
        sentence.IsTaken[cue.Clause] = true;
        return draft;
    }

    /// <summary>The whole quotation of which a stretch is a part, without its marks.</summary>
    public TextSpan Inner(Clause clause)
    {
        Quotation quotation = text.Quotations[text.QuotationAt[clause.First]];
        int last = quotation.InnerLast;
        while (last > quotation.InnerFirst + 1 && text.Mark(last - 1) == ',')
            last--; // the comma before the closing mark belongs to the sentence around it
        return text.SpanOf(quotation.InnerFirst, Math.Max(quotation.InnerFirst + 1, last));
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
}
