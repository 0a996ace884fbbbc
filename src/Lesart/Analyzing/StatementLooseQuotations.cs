using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Quotations without a cue verb: behind a colon, alone in their sentence, going on, or inside what is attributed already.</summary>
internal sealed class StatementLooseQuotations(StatementText text, StatementQuotations quotations, StatementMemory memory, List<StatementDraft> drafts)
{
    private const int MinLooseWords = 4;

    /// <summary>Quotations behind a colon without a cue verb, and quotations that fill their sentence.</summary>
    public void Read(StatementSentence sentence, int from)
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
            else if (goesOn || sentence.LoneQuote(-1) == c)
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

            if (draft.Source is null && drafts.Count > from)
                draft.Source = drafts[^1].Source;
            if (draft.Source is null && memory.Last is not null)
                (draft.Source, draft.IsSourceInherited) = (memory.Last.Source, true);
            draft.Content.Add(quotations.Inner(clause));
            sentence.IsTaken[c] = true;
            drafts.Add(draft);
        }
    }

    /// <summary>A quotation that begins a sentence right behind "„...“, sagte X." goes on with what X said.</summary>
    private bool ContinuesLast(StatementSentence sentence, int c, Quotation quotation)
    {
        if (c != 0 || memory.Last is null || memory.Last.Rule != "quotation" || memory.LastSentence != sentence.Index - 1 || sentence.LoneQuote(-1) < 0 && quotation.Last <= sentence.Sentence.Last)
            return false;
        Sentence before = text.Tagged.Sentences[sentence.Index - 1];
        if (before.Paragraph != sentence.Sentence.Paragraph || memory.Last.Cue.Count == 0 || memory.Last.Content[0].Start > memory.Last.Cue[0].Start || HasLaterCue(quotation, sentence.Index))
            return false;
        memory.Last.Content.Add(quotations.Inner(sentence.Clauses[c]));
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
            if (text.IsPhrase(clause.First, CuePhraseKind.Follow) || text.IsPhrase(clause.First, CuePhraseKind.As))
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
    public void AddPieces(int from)
    {
        int until = text.Lexicon.TakesQuotedPieces ? drafts.Count : from;
        for (int d = from; d < until; d++)
        {
            StatementDraft draft = drafts[d];
            if (draft.Kind is not (StatementKind.Indirect or StatementKind.Reported))
                continue;
            bool hasPiece = false;
            foreach (TextSpan span in draft.Content.ToArray())
            {
                int first = text.Tagged.Tokenized.TokenAt(span.Start), last = text.Tagged.Tokenized.TokenAt(span.End - 1) + 1;
                foreach (int q in quotations.PiecesIn(first, Math.Min(last, text.Count), takesNouns: false))
                {
                    StatementDraft piece = new(StatementKind.Direct, "piece") { CueClass = draft.CueClass, Source = draft.Source, Within = draft };
                    piece.Cue.AddRange(draft.Cue);
                    piece.Content.Add(text.SpanOf(text.Quotations[q].InnerFirst, text.Quotations[q].InnerLast));
                    piece.IsSourceInherited = draft.IsSourceInherited;
                    drafts.Add(piece);
                    hasPiece = true;
                }
            }

            if (hasPiece && draft.Kind == StatementKind.Indirect)
                draft.Kind = StatementKind.Mixed;
        }
    }
}
