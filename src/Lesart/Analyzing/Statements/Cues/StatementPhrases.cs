using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Cues that are no verbs: "laut X", "X zufolge", "nach Angaben von X", "so X", "demnach", "according to X".</summary>
internal static class StatementPhrases
{
    public static List<StatementDraft> Read(StatementSentence sentence, StatementDraft? last)
    {
        List<StatementDraft> drafts = [];
        StatementText text = sentence.Text;
        for (int c = 0; c < sentence.Clauses.Length; c++)
        {
            if (sentence.Clauses[c].Kind == ClauseKind.Quote)
                continue;
            for (int i = sentence.Clauses[c].First; i < sentence.Clauses[c].Last; i++)
            {
                foreach (CuePhrase phrase in text.Phrases(i))
                {
                    if (Matches(text, phrase, i, sentence.Clauses[c].Last) && Read(sentence, c, i, phrase, last) is StatementDraft draft)
                    {
                        drafts.Add(draft);
                        break;
                    }
                }
            }
        }

        return drafts;
    }

    private static bool Matches(StatementText text, CuePhrase phrase, int at, int limit)
    {
        if (at + phrase.Words.Length > limit)
            return false;
        for (int w = 1; w < phrase.Words.Length; w++)
        {
            if (text.Lower(at + w) != phrase.Words[w])
                return false;
        }

        return true;
    }

    private static StatementDraft? Read(StatementSentence sentence, int c, int at, CuePhrase phrase, StatementDraft? last)
    {
        StatementText text = sentence.Text;
        Clause clause = sentence.Clauses[c];
        int behind = at + phrase.Words.Length;
        switch (phrase.Kind)
        {
            case CuePhraseKind.Before or CuePhraseKind.Cites:
            {
                int start = behind < clause.Last && text.Is(behind, WordClass.Of) ? behind + 1 : behind; // "in den Augen von X"
                int end = StatementNounGroups.EndWithAttributes(text, start, GroupLimit(sentence, c));
                return end > start ? Attributed(sentence, c, at, end, (at, behind), (start, end), phrase, phrase.Kind == CuePhraseKind.Cites ? StatementChains.CitesRule : "phrase", last) : null;
            }

            case CuePhraseKind.After:
            {
                int start = StatementNounGroups.StartOf(text, clause.First, at);
                return start < at ? Attributed(sentence, c, start, behind, (at, behind), (start, at), phrase, "phrase", last) : null;
            }

            case CuePhraseKind.Noun or CuePhraseKind.View:
                return WithNoun(sentence, c, at, behind, phrase, last);
            case CuePhraseKind.Follow:
            {
                bool stands = at == clause.First && (at > sentence.Sentence.First) && c > 0 && clause.Finite < 0;
                int end = stands ? StatementNounGroups.EndWithAttributes(text, behind, GroupLimit(sentence, c)) : behind;
                return end > behind ? Attributed(sentence, c, at, Math.Max(end, clause.Last), (at, behind), (behind, end), phrase, "follow") : null;
            }

            case CuePhraseKind.Anaphor or CuePhraseKind.AnaphorReported when (phrase.Kind == CuePhraseKind.Anaphor || sentence.IsReported(clause.Unit) || (FollowsText(sentence) && text.Tag(sentence.FiniteOf(clause.Unit)).Tense == Tense.Present)) && (at <= sentence.Clauses[0].First + 3 || (phrase.Kind == CuePhraseKind.Anaphor && last is not null)) && c == 0 && clause.Finite >= 0:
            {
                StatementDraft draft = Attributed(sentence, c, at, behind, (at, behind), null, phrase, "anaphor-phrase");
                (draft.Source, draft.IsSourceInherited) = (last?.Source, last is not null);
                return draft;
            }

            case CuePhraseKind.Whole:
                return Attributed(sentence, c, at, behind, (at, behind), null, phrase, "phrase");
            case CuePhraseKind.Clause when clause.Marker == at:
            {
                StatementDraft draft = new(StatementKind.Indirect, "phrase") { CueClass = phrase.Class };
                draft.Cue.Add(text.SpanOf(at, behind));
                sentence.AddContent(draft, c, sentence.ContentEnd(c, -1, takesIndicative: false), -1);
                int start = c > 0 ? StatementNounGroups.StartOf(text, sentence.Clauses[c - 1].First, sentence.Clauses[c - 1].Last) : at;
                if (start < at && c > 0)
                    draft.Source = text.SpanOf(start, sentence.Clauses[c - 1].Last);
                return draft;
            }

            default:
                return null;
        }
    }

    /// <summary>"nach Angaben der Polizei", "nach eigener Darstellung", "ihrer Ansicht nach".</summary>
    private static StatementDraft? WithNoun(StatementSentence sentence, int c, int at, int behind, CuePhrase phrase, StatementDraft? last)
    {
        StatementText text = sentence.Text;
        Clause clause = sentence.Clauses[c];
        if (clause.Marker == behind && behind < clause.Last && text.Is(behind, WordClass.Relative))
            return OfRelative(sentence, c, (at, behind), phrase);
        int limit = GroupLimit(sentence, c);
        int end = StatementNounGroups.End(text, behind, limit);
        if (end > behind && AttributingIn(text, behind, end, phrase.Kind) is CueNoun noun)
        {
            int whole = BeforeObject(sentence, c, behind, StatementNounGroups.EndWithAttributes(text, behind, limit));
            return Attributed(sentence, c, at, whole, (at, behind), (behind, whole), phrase with { Class = noun.Class }, "phrase", last);
        }

        if (sentence.Cues.Exists(cue => cue.Prefix == at))
            return null; // "tritt Gerüchten entgegen"
        int start = StatementNounGroups.StartOf(text, clause.First, at);
        return start < at && AttributingIn(text, at - 1, at, phrase.Kind) is CueNoun before
            ? Attributed(sentence, c, start, behind, (at, behind), (start, at), phrase with { Class = before.Class }, "phrase", last)
            : null;
    }

    /// <summary>End of a source behind the finite verb that runs into the clause's object: a common noun right behind the words of somebody, or several things behind their owner
    /// ("fanden nach eigenen Angaben Steuerungen", "nach Informationen des Südfunks Räume").</summary>
    private static int BeforeObject(StatementSentence sentence, int c, int first, int last)
    {
        StatementText text = sentence.Text;
        if (!text.Lexicon.IsVerbFinal || sentence.FiniteOf(sentence.Clauses[c].Unit) is not (>= 0 and int finite) || finite == last || (finite > last && sentence.Clauses[sentence.Clauses[c].Unit].Kind is ClauseKind.Main))
            return last;
        for (int i = first + 1; i < last; i++)
        {
            TokenTag tag = text.Tag(i);
            if (!text.IsNoun(i) || !text.IsNoun(i - 1) || tag.Upos is not Upos.Noun || tag.Case is GrammaticalCase.Genitive || text.Is(i - 1, WordClass.TitleNoun) || text.Tag(i - 1).Upos is not (Upos.Noun or Upos.Propn))
                continue;
            if (text.Noun(i - 1) is not null || tag.Number is GrammaticalNumber.Plural)
                return i;
        }

        return last;
    }

    /// <summary>"Gerüchte, nach denen ...", "ein Bericht, dem zufolge ...": the text before the relative clause says it.</summary>
    private static StatementDraft? OfRelative(StatementSentence sentence, int c, (int First, int Last) cue, CuePhrase phrase)
    {
        StatementText text = sentence.Text;
        int start = c > 0 ? StatementNounGroups.StartOf(text, sentence.Clauses[c - 1].First, sentence.Clauses[c - 1].Last) : 0;
        if (c == 0 || start >= sentence.Clauses[c - 1].Last || TextOrActIn(text, start, sentence.Clauses[c - 1].Last) is not CueNoun noun)
            return null;
        StatementDraft draft = new(StatementKind.Indirect, "phrase") { CueClass = noun.Class == "says" ? phrase.Class : noun.Class };
        draft.Cue.Add(text.SpanOf(cue.First, cue.Last));
        draft.Source = text.SpanOf(start, sentence.Clauses[c - 1].Last);
        sentence.AddContent(draft, c, sentence.ContentEnd(c, -1, takesIndicative: false), -1);
        return draft;
    }

    private static CueNoun? TextOrActIn(StatementText text, int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (text.Noun(i) is CueNoun noun)
                return noun;
        }

        return null;
    }

    /// <summary>Whether the sentence before names a text ("legte Zahlen vor. Danach ...").</summary>
    private static bool FollowsText(StatementSentence sentence)
    {
        if (sentence.Index == 0)
            return false;
        Sentence before = sentence.Text.Tagged.Sentences[sentence.Index - 1];
        if (before.Paragraph != sentence.Sentence.Paragraph)
            return false;
        for (int i = before.First; i < before.Last; i++)
        {
            if (sentence.Text.Noun(i) is CueNoun noun && (noun.Frames & CueFrame.Text) != CueFrame.None)
                return true;
        }

        return false;
    }

    private static CueNoun? AttributingIn(StatementText text, int first, int last, CuePhraseKind kind)
    {
        CueFrame frame = kind == CuePhraseKind.View ? CueFrame.View : CueFrame.Attributing;
        for (int i = first; i < last; i++)
        {
            if (text.Noun(i) is CueNoun noun && (noun.Frames & frame) != CueFrame.None)
                return noun;
        }

        return null;
    }

    private static int GroupLimit(StatementSentence sentence, int c)
    {
        int limit = sentence.Clauses[c].Last;
        for (int k = c + 1; k < sentence.Clauses.Length && sentence.Clauses[k].Kind == ClauseKind.Fragment && sentence.Clauses[k].Unit == sentence.Clauses[c].Unit; k++)
            limit = sentence.Clauses[k].Last;
        return limit;
    }

    /// <summary>A statement whose content is the clause, or the sentence, around the phrase.</summary>
    private static StatementDraft Attributed(
        StatementSentence sentence, int c, int first, int last, (int First, int Last) cue, (int First, int Last)? source, CuePhrase phrase, string rule, StatementDraft? said = null)
    {
        StatementText text = sentence.Text;
        StatementDraft draft = new(StatementKind.Indirect, rule) { CueClass = phrase.Class };
        draft.Cue.Add(text.SpanOf(cue.First, cue.Last));
        if (source is (int sourceFirst, int sourceLast))
            draft.Source = text.SpanOf(sourceFirst, sourceLast);
        int unit = sentence.Clauses[c].Unit;
        draft.Owner = IsOwn(text, first, last) ? SubjectOf(sentence, unit, first, last) : null;
        if (source is (int namedFirst, int namedLast) && said?.Source is not null && IsOfSomebodyNamed(text, namedFirst, namedLast))
            draft.Owner = said.Owner ?? said.Source;
        bool isDependent = (sentence.IsTaken[c] && unit > 0) || sentence.Clauses[unit].Kind is ClauseKind.Subordinate or ClauseKind.Relative or ClauseKind.Question;
        int from = isDependent ? unit : 0;
        int to = isDependent ? sentence.ContentEnd(Math.Max(c, unit), -1, takesIndicative: false) : sentence.Clauses.Length - 1;
        int lonelyQuote = LonelyQuote(sentence, from, to, first, last);
        if (lonelyQuote >= 0)
        {
            draft.Kind = StatementKind.Direct;
            Quotation quotation = text.Quotations[text.QuotationAt[sentence.Clauses[lonelyQuote].First]];
            draft.Content.Add(text.SpanOf(quotation.InnerFirst, quotation.InnerLast));
            sentence.IsTaken[lonelyQuote] = true;
            return draft;
        }

        int start = sentence.Clauses[from].First, end = sentence.Clauses[to].Last;
        for (int k = c + 1; (first == start ? k < to : k <= to) && source is not null && sentence.Clauses[k].First - last <= 2 && sentence.Clauses[k].Kind == ClauseKind.Relative; k++)
            last = sentence.Clauses[k].Last; // "Nach Angaben des Zeugen, der dort wohnt, brannte es": the aside is the source's
        to = BeforeQuoted(sentence, c, to, ref end);
        AddTrimmed(text, draft, start, Math.Min(first, end));
        AddTrimmed(text, draft, Math.Max(last, start), end);
        for (int k = from; k <= to; k++)
            sentence.IsTaken[k] = true;
        return draft;
    }

    /// <summary>Whether a source is no more than an article and words of somebody ("den Angaben zufolge"): whose they are was said before.</summary>
    private static bool IsOfSomebodyNamed(StatementText text, int first, int last) =>
        last == first + 2 && text.Is(first, WordClass.ObliqueArticle) && text.Noun(first + 1) is CueNoun noun && (noun.Frames & CueFrame.Attributing) != CueFrame.None && (noun.Frames & CueFrame.Text) == CueFrame.None;

    private static bool IsOwn(StatementText text, int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (text.Is(i, WordClass.Own))
                return true;
        }

        return false;
    }

    /// <summary>The subject of a clause, which the phrase from <paramref name="from"/> to <paramref name="to"/> is no part of.</summary>
    private static TextSpan? SubjectOf(StatementSentence sentence, int unit, int from, int to)
    {
        int finite = sentence.FiniteOf(unit);
        if (finite < 0)
            return null;
        (int first, int last) = StatementSources.SubjectOf(sentence, finite);
        if (first < 0 || (first < to && last > from))
        {
            first = to < finite && sentence.Text.Mark(to) is ',' ? to + 1 : to; // "By her own account(,) Clara Ehlers had ..."
            last = StatementNounGroups.End(sentence.Text, first, finite);
        }

        return first >= 0 && last > first ? sentence.Text.SpanOf(first, last) : null;
    }

    /// <summary>A quotation behind a colon is a statement of its own: the content ends before it.</summary>
    private static int BeforeQuoted(StatementSentence sentence, int c, int to, ref int end)
    {
        for (int k = c + 1; k <= to; k++)
        {
            if (sentence.Clauses[k].Kind != ClauseKind.Quote || sentence.SeparatorBefore(k) != ':')
                continue;
            end = sentence.Clauses[k - 1].Last;
            return k - 1;
        }

        return to;
    }

    /// <summary>The only quotation among stretches that hold nothing else but the phrase; -1 where there is more.</summary>
    private static int LonelyQuote(StatementSentence sentence, int from, int to, int first, int last)
    {
        int quote = -1;
        for (int k = from; k <= to; k++)
        {
            Clause clause = sentence.Clauses[k];
            if (clause.Kind == ClauseKind.Quote)
                quote = quote < 0 ? k : quote;
            else if (clause.First < first || clause.Last > last + 4)
                return -1;
        }

        return quote;
    }

    private static void AddTrimmed(StatementText text, StatementDraft draft, int first, int last)
    {
        while (first < last && text.IsPunctuation(first) && text.Tagged.Token(first).Kind != TokenKind.QuotationMark)
            first++;
        while (first < last && text.Mark(last - 1) is ',' or ';' or ':' or '–' or '—')
            last--;
        if (first < last && !(last == first + 1 && text.Is(first, WordClass.Complementizer)))
            draft.Content.Add(text.SpanOf(first, last));
    }
}
