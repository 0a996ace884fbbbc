namespace Lesart.Analyzing;

/// <summary>Tells how firmly a content is said: by its main clause's modals, hedges and negation, and by the class of its cue.</summary>
internal static class StanceReader
{
    private const int MostToVerb = 5; // tokens: "We have always strongly rejected"

    /// <summary>The stance of a content; asserted where there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="draft">The statement.</param>
    /// <param name="isAhead">Whether a time in a span lies behind the day of publication.</param>
    public static Stance Read(StatementText text, StatementDraft draft, Func<TextSpan, bool> isAhead)
    {
        if (draft.Content.Count == 0)
            return Stance.Asserted;
        Stance stance = OfContent(text, draft, isAhead);
        return stance is Stance.Asserted && draft is { Rule: "phrase", Source: TextSpan source } && HedgeReader.IsUnsureSource(text, source) ? Stance.Hedged : stance;
    }

    private static Stance OfContent(StatementText text, StatementDraft draft, Func<TextSpan, bool> isAhead)
    {
        int first = text.Tagged.Tokenized.TokenAt(draft.Content[0].Start), last = Math.Min(text.Count, text.Tagged.Tokenized.TokenAt(draft.Content[^1].End - 1) + 1);
        if (draft.CueClass is "denies" or "doubts" && draft.Kind is not StatementKind.Direct && !IsBehindColon(text, draft, first))
            return !draft.IsCueNegated ? Stance.Denied : draft.Origin is { } origin && origin.Cue.Has(CueFrame.Possible) ? Stance.Hedged : Stance.Asserted;
        if (draft.CueClass is "asks" && draft.Rule is "clause" or "inside" or StatementScorer.Rule && StartsWithQuestion(text, draft))
            return Stance.Questioned;
        bool isDenied = draft.Kind is StatementKind.Direct && SpeaksDenial(text, first, last), isFalse = false, isVerdictNegated = false;
        bool isSilence = draft is { Kind: StatementKind.Narrated or StatementKind.Reported, IsCueNegated: true };
        bool isWish = isSilence || draft.Kind != StatementKind.Direct && draft.CueClass is "warns" or "demands" or "advises" or "asks" or "promises" or "intends" or "criticizes" or "praises"; // what shall not be is no denial
        bool assertsNegation = isWish || draft.CueClass is "admits" or "confirms" or "regrets" || draft.Rule == "piece"; // who admits that nothing was done tells it as so
        bool isDemand = draft.CueClass is "demands" or "asks" or "advises" or "intends" or "decides"; // what shall be is not doubted
        int end = last, verdictEnd = first;
        for (int i = first; i < last; i++)
        {
            if (i > first && text.Mark(i) == '?')
                return Stance.Questioned;
            if (i > first && (text.Mark(i) is '.' or '!' or ';'))
            {
                end = i; // the first sentence decides
                break;
            }

            if (!isSilence && draft.Rule != "piece" && !IsInInnerQuotation(text, i, first) && StatementDenials.CallsFalse(text, first, i, last) && IsOfMain(text, first, i))
                (isFalse, verdictEnd) = (true, i + Math.Max(1, text.Lexicon.Stances.PhraseLength(text, i, last, StanceSign.False))); // "stimmt nicht": its negation is no second one
            isVerdictNegated |= i >= verdictEnd && text.Is(i, WordClass.Negation) && IsOfMain(text, first, i);
            if (i >= verdictEnd && !assertsNegation && !IsInInnerQuotation(text, i, first) && text.Is(i, WordClass.Negation) && !IdleNegations.IsIdle(text, first, i, last) && IsMainLevel(text, first, i) && !DependentClauses.Holds(text, first, i, draft.CueClass is "asks"))
                isDenied = true;
        }

        if (last < text.Count && text.Mark(last) == '?' || (last > first && text.Mark(last - 1) == '?'))
            return Stance.Questioned;
        return HedgeReader.Holds(text, first, end, isDemand, isAhead) ? Stance.Hedged : (isFalse ? !isDenied && !isVerdictNegated : isDenied) ? Stance.Denied : Stance.Asserted;
    }

    /// <summary>Whether a quotation begins with its speaker's own denial ("We reject these claims", "Ich bestreite das").</summary>
    private static bool SpeaksDenial(StatementText text, int first, int last)
    {
        if (!text.Is(first, WordClass.FirstPerson) || !text.Is(first, WordClass.SubjectPronoun))
            return false;
        for (int i = first + 1; i < Math.Min(last, first + MostToVerb); i++)
        {
            if (text.IsPunctuation(i) || text.Is(i, WordClass.Negation))
                return false;
            foreach (CueForm form in text.Forms(i))
            {
                bool denies = form.Verb.Class == StatementDenials.Denies || (form.Verb.Class == "rejects" && (form.Verb.Frames & CueFrame.Refuses) != CueFrame.None && StatementDenials.NamesClaim(text, i + 1, last));
                if (denies && (form.IsWhole || HasWord(text, i, last, form.Verb.Prefix)))
                    return true;
            }
        }

        return false;
    }

    private static bool HasWord(StatementText text, int first, int last, string word)
    {
        for (int i = first; i < last && text.Mark(i) is not (',' or '.' or ':'); i++)
        {
            if (text.Lower(i) == word)
                return true;
        }

        return false;
    }

    /// <summary>Whether the token is part of a wording that is only quoted inside the content.</summary>
    private static bool IsInInnerQuotation(StatementText text, int i, int first)
    {
        foreach (Quotation quotation in text.Quotations)
        {
            if (quotation.First >= first && quotation.First < i && i < quotation.Last && !quotation.IsOpaque)
                return true;
        }

        return false;
    }

    /// <summary>Whether the content gives the reasons of a denial instead of what is denied ("He denied the charge: he had been abroad").</summary>
    private static bool IsBehindColon(StatementText text, StatementDraft draft, int first) =>
        first > 0 && text.Mark(first - 1) == ':' && draft.Cue.TrueForAll(cue => cue.Start < text.SpanOf(first - 1, first).Start);

    private static bool StartsWithQuestion(StatementText text, StatementDraft draft)
    {
        int first = text.Tagged.Tokenized.TokenAt(draft.Content[0].Start);
        return text.Is(first, WordClass.Question | WordClass.Complementizer);
    }

    /// <summary>Whether a token belongs to the main clause of the content: no separator stands before it, or the clause goes on behind an aside with its verb ("The claim, made by a rival, is false").</summary>
    private static bool IsOfMain(StatementText text, int first, int token)
    {
        if (IsMainLevel(text, first, token))
            return true;
        int start = token, head = first;
        while (start > first && text.Mark(start - 1) is not (',' or ':' or '–'))
            start--;
        if (text.Mark(start - 1) != ',' || !text.IsFinite(start) || text.Is(first, WordClass.Complementizer | WordClass.Subordinator | WordClass.Question))
            return false;
        for (; head < start && text.Mark(head) is not (',' or ':' or '–' or ';'); head++)
        {
            if (text.IsFinite(head))
                return false;
        }

        return text.Mark(head) == ',' && head < start - 1 && StatementNounGroups.EndWithAttributes(text, first, head) == head;
    }

    /// <summary>Whether no separator stands between the start and the token: what dependent clauses deny is not what is claimed.</summary>
    private static bool IsMainLevel(StatementText text, int first, int token)
    {
        for (int i = first; i < token; i++)
        {
            if (text.Mark(i) is ',' or ':' or '–')
                return false;
        }

        return true;
    }
}
