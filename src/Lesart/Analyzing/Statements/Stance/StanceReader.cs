using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Tells how firmly a content is said: by its main clause's modals, hedges and negation, and by the class of its cue.</summary>
internal static class StanceReader
{
    public static Stance Read(StatementText text, StatementDraft draft)
    {
        if (draft.Content.Count == 0)
            return Stance.Asserted;
        TextSpan span = draft.Content[0];
        int first = text.Tagged.Tokenized.TokenAt(span.Start), last = Math.Min(text.Count, text.Tagged.Tokenized.TokenAt(draft.Content[^1].End - 1) + 1);
        if (draft.CueClass is "denies" or "doubts" && draft.Kind is not StatementKind.Direct && !IsBehindColon(text, draft, first))
            return draft.IsCueNegated ? Stance.Asserted : Stance.Denied;
        if (draft.CueClass is "asks" && draft.Rule is "clause" or "inside" or StatementScorer.Rule && StartsWithQuestion(text, draft))
            return Stance.Questioned;
        bool isHedged = false, isDenied = false, isFalse = false;
        bool isSilence = draft is { Kind: StatementKind.Narrated, IsCueNegated: true };
        bool isWish = isSilence || draft.Kind != StatementKind.Direct && draft.CueClass is "warns" or "demands" or "advises" or "asks" or "promises" or "intends" or "criticizes" or "praises"; // what shall not be is no denial
        bool assertsNegation = isWish || draft.CueClass is "admits" or "confirms" or "regrets" || draft.Rule == "piece"; // who admits that nothing was done tells it as so
        bool isDemand = draft.CueClass is "demands" or "asks" or "advises" or "intends" or "decides"; // what shall be is not doubted
        for (int i = first; i < last; i++)
        {
            if (i > first && text.Mark(i) == '?')
                return Stance.Questioned;
            if (i > first && (text.Mark(i) is '.' or '!' or ';'))
                break; // the first sentence decides
            string lower = text.Lower(i);
            StanceSign sign = text.Lexicon.Stances.Sign(lower);
            if (sign.HasFlag(StanceSign.Hedge) || (sign.HasFlag(StanceSign.Modal) && !isDemand && text.IsFinite(i)) || text.Lexicon.Stances.BeginsPhrase(text, i, last, StanceSign.Hedge))
                isHedged = true;
            if (sign.HasFlag(StanceSign.PerfectModal) && HasPerfectInfinitive(text, i, last))
                isHedged = true;
            isFalse |= !isSilence && draft.Rule != "piece" && !IsInInnerQuotation(text, i, first) && StatementDenials.CallsFalse(text, first, i, last) && IsMainLevel(text, first, i);
            if (!assertsNegation && !IsInInnerQuotation(text, i, first) && text.Is(i, WordClass.Negation) && !IdleNegations.IsIdle(text, first, i, last) && IsMainLevel(text, first, i))
                isDenied = true;
        }

        if (last < text.Count && text.Mark(last) == '?' || (last > first && text.Mark(last - 1) == '?'))
            return Stance.Questioned;
        return isHedged ? Stance.Hedged : isDenied != isFalse ? Stance.Denied : Stance.Asserted;
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

    private static bool HasPerfectInfinitive(StatementText text, int at, int last)
    {
        for (int i = at + 1; i < last; i++)
        {
            if (text.Mark(i) is ',' or '.' or ';')
                return false;
            if (text.Is(i, WordClass.AuxiliaryBase) && text.Tag(i - 1).VerbForm is VerbForm.Participle)
                return true;
        }

        return false;
    }
}
