using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Wordings in quotation marks inside a clause: pieces of what is attributed already, and what the outlet quotes without a cue verb.</summary>
internal sealed class StatementWordings(StatementText text, StatementQuotations quotations, StatementSpeakers speakers, List<StatementDraft> drafts)
{
    private const int MinWords = 4;
    private const int MinWordsOfTitle = 7;

    /// <summary>Quoted wordings inside indirect speech: it is mixed, and each wording a statement in quotation marks of the same speaker.</summary>
    public void AddPieces(int from)
    {
        int until = drafts.Count;
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
                    hasPiece = true;
                    if (!text.Lexicon.TakesQuotedPieces)
                        continue;
                    StatementDraft piece = new(StatementKind.Direct, "piece") { CueClass = draft.CueClass, Source = draft.Source, Within = draft };
                    piece.Cue.AddRange(draft.Cue);
                    piece.Content.Add(text.SpanOf(text.Quotations[q].InnerFirst, text.Quotations[q].InnerLast));
                    piece.IsSourceInherited = draft.IsSourceInherited;
                    drafts.Add(piece);
                }
            }

            if (hasPiece && draft.Kind == StatementKind.Indirect)
                draft.Kind = StatementKind.Mixed;
        }
    }

    /// <summary>Wordings that nothing attributes yet are still somebody's: the subject's of their clause, else that of the sentence's other statements.</summary>
    public void AddLoose(StatementSentence sentence, int from)
    {
        for (int i = sentence.Sentence.First; i < sentence.Sentence.Last; i++)
        {
            int q = text.QuotationAt[i];
            if (q < 0 || text.Quotations[q].First != i || text.Quotations[q].IsOpaque || !IsSaid(sentence, text.Quotations[q], from))
                continue;
            TextSpan content = text.SpanOf(text.Quotations[q].InnerFirst, text.Quotations[q].InnerLast);
            if (!IsAttributed(content, from))
                drafts.Add(Loose(sentence, i, content, from));
        }
    }

    private StatementDraft Loose(StatementSentence sentence, int token, TextSpan content, int from)
    {
        StatementDraft draft = new(StatementKind.Direct, "wording");
        draft.Content.Add(content);
        speakers.Name(draft, sentence, token, from, canInherit: false);
        return draft;
    }

    /// <summary>Whether a wording is long enough to be speech, and no title.</summary>
    private bool IsSaid(StatementSentence sentence, Quotation quotation, int from)
    {
        if (sentence.Sentence.IsHeading)
            return false;
        if (quotation.Words >= MinWordsOfTitle)
            return !(quotation.First > 0 && text.Is(quotation.First - 1, WordClass.TitleNoun));
        bool startsLow = !text.IsCapital(quotation.InnerFirst) && text.Tagged.Token(quotation.InnerFirst).Kind == TokenKind.Word;
        return startsLow && (quotation.Words >= MinWords || IsAmongSpeech(sentence, quotation.First, from));
    }

    /// <summary>Whether somebody speaks in the sentence of a short wording.</summary>
    private bool IsAmongSpeech(StatementSentence sentence, int token, int from)
    {
        bool speaks = false;
        int start = text.Tagged.Token(token).Start;
        for (int d = from; d < drafts.Count; d++)
        {
            if (drafts[d].Source is TextSpan source && source.Start <= start && start < source.End)
                return false; // a name inside the speaker's
            speaks |= drafts[d].Kind != StatementKind.Narrated;
        }

        return speaks || (sentence.ClauseAt(token) is int clause && clause >= 0 && sentence.IsReported(sentence.Clauses[clause].Unit));
    }

    private bool IsAttributed(TextSpan content, int from)
    {
        for (int d = from; d < drafts.Count; d++)
        {
            if (text.Lexicon.TakesQuotedPieces ? drafts[d].Kind != StatementKind.Direct : drafts[d].Kind == StatementKind.Narrated)
                continue;
            foreach (TextSpan span in drafts[d].Content)
            {
                if (span.Contains(content))
                    return true;
            }
        }

        return false;
    }
}
