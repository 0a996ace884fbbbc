using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Finds the words by which a content is told with reserve.</summary>
internal static class HedgeReader
{
    /// <summary>Whether the main clause of a content is told with reserve; what hangs on it may be ("mails that may be of use").</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">First token of the content.</param>
    /// <param name="last">The token after its first sentence.</param>
    /// <param name="isDemand">Whether the content tells what shall be: its modals doubt nothing.</param>
    /// <param name="isAhead">Whether a time in a span lies ahead: what is planned for it is no hearsay.</param>
    public static bool Holds(StatementText text, int first, int last, bool isDemand, Func<TextSpan, bool> isAhead)
    {
        for (int start = first; start < last;)
        {
            int end = start;
            while (end < last && !IsSeparator(text, end))
                end++;
            for (int i = start; i < end && (start == first || !IsDependent(text, start, end)); i++)
            {
                if (IsHedge(text, (start, end), i, last, isDemand, isAhead) && !IsInside(text, start, i))
                    return true;
            }

            start = end + 1;
        }

        return false;
    }

    /// <summary>Whether words that name a source say that what it tells is not sure yet ("ersten Erkenntnissen", "unconfirmed reports").</summary>
    public static bool IsUnsureSource(StatementText text, TextSpan source)
    {
        int first = text.Tagged.Tokenized.TokenAt(source.Start), last = Math.Min(text.Count, text.Tagged.Tokenized.TokenAt(source.End - 1) + 1);
        for (int i = first; i + 1 < last && !IsSeparator(text, i); i++)
        {
            if (Has(text, i, StanceSign.UnsureSource) && text.Noun(i + 1)?.Class is "says" or "reports")
                return true;
        }

        return false;
    }

    private static bool IsHedge(StatementText text, (int First, int Last) stretch, int at, int last, bool isDemand, Func<TextSpan, bool> isAhead)
    {
        if (text.Lexicon.Stances.BeginsPhrase(text, at, last, StanceSign.Hedge))
            return true;
        StanceSign sign = text.Lexicon.Stances.Sign(text.Lower(at));
        if (sign.HasFlag(StanceSign.Hedge))
            return !((sign.HasFlag(StanceSign.Attributive) || IsBehindArticle(text, stretch.First, at)) && IsAttribute(text, at, stretch.Last));
        bool isModal = sign.HasFlag(StanceSign.Modal) && !isDemand && text.IsFinite(at) && !(sign.HasFlag(StanceSign.Ability) && HoldsNegation(text, stretch));
        return isModal || IsHearsay(text, stretch, at, sign, isDemand, isAhead);
    }

    /// <summary>Whether a modal tells what others say: of what has been, or of how things stand where no time ahead is named.</summary>
    private static bool IsHearsay(StatementText text, (int First, int Last) stretch, int at, StanceSign sign, bool isDemand, Func<TextSpan, bool> isAhead)
    {
        bool isPlan = sign.HasFlag(StanceSign.Plan);
        if (!isPlan && !sign.HasFlag(StanceSign.PerfectModal))
            return false;
        return (HasPerfectInfinitive(text, stretch, at) || (isPlan && !isDemand && text.IsFinite(at) && HasStateInfinitive(text, stretch, at))) && !isAhead(text.SpanOf(stretch.First, stretch.Last));
    }

    /// <summary>Whether a participle and the infinitive of its auxiliary stand behind the modal, or right before it at the end of its clause ("gesehen haben soll").</summary>
    private static bool HasPerfectInfinitive(StatementText text, (int First, int Last) stretch, int at)
    {
        for (int i = stretch.First + 1; i < stretch.Last; i++)
        {
            if ((i > at || i == at - 1) && Has(text, i, StanceSign.PerfectAuxiliary) && text.Tag(i - 1).VerbForm is VerbForm.Participle)
                return true;
        }

        return false;
    }

    /// <summary>Whether the infinitive that belongs to the modal tells a state ("soll dort leben"): the last one behind it, or the one right before it.</summary>
    private static bool HasStateInfinitive(StatementText text, (int First, int Last) stretch, int at)
    {
        if ((at > stretch.First && Has(text, at - 1, StanceSign.State)) || (stretch.Last - 1 > at && Has(text, stretch.Last - 1, StanceSign.State)))
            return true;
        for (int i = stretch.Last - 1; i > at; i--)
        {
            if (text.Tag(i).VerbForm is VerbForm.Infinitive)
                return Has(text, i, StanceSign.State);
        }

        return false;
    }

    /// <summary>Whether an adjective belongs to a noun behind it, and doubts no more than what the noun says ("the alleged thief").</summary>
    private static bool IsAttribute(StatementText text, int at, int last)
    {
        int i = at + 1;
        while (i < last && text.IsAdjective(i) && !text.IsNoun(i))
            i++;
        return i < last && text.IsNoun(i);
    }

    /// <summary>Whether a hedge stands between an article and an adjective ("the apparently drunk driver").</summary>
    private static bool IsBehindArticle(StatementText text, int first, int at)
    {
        int i = at - 1;
        while (i > first && (text.IsAdjective(i) || text.Is(i, WordClass.Coordinator)))
            i--;
        return i >= first && text.Is(i, WordClass.NominativeArticle | WordClass.ObliqueArticle | WordClass.GenitiveArticle) && !(i == first && i > 0 && text.Mark(i - 1) == ',' && text.Is(i, WordClass.Relative)) && text.IsAdjective(at + 1) && !text.IsNoun(at + 1);
    }

    private static bool HoldsNegation(StatementText text, (int First, int Last) stretch)
    {
        for (int i = stretch.First; i < stretch.Last; i++)
        {
            if (text.Is(i, WordClass.Negation))
                return true;
        }

        return false;
    }

    /// <summary>Whether the stretch is a clause that hangs on another: it opens with such a word, and where verbs come last its finite verb does.</summary>
    private static bool IsDependent(StatementText text, int first, int last)
    {
        int marker = first;
        while (marker + 1 < last && text.Is(marker, WordClass.Preposition) && !IsOpener(text, marker))
            marker++;
        return IsOpener(text, marker) && (!text.Lexicon.IsVerbFinal || text.IsFinite(last - 1));
    }

    /// <summary>Whether a clause that no mark sets off begins between the start of a stretch and a token.</summary>
    private static bool IsInside(StatementText text, int first, int at)
    {
        if (text.Lexicon.IsVerbFinal)
            return false; // a comma stands there
        bool hasFinite = false;
        for (int i = first; i < at; i++)
        {
            bool isOpener = i > first && IsOpener(text, i) && !text.Is(i, WordClass.Preposition | WordClass.Than) && !text.Is(i - 1, WordClass.Coordinator);
            if (isOpener && (hasFinite || (text.Is(i, WordClass.Relative) && text.IsNoun(i - 1))))
                return true;
            hasFinite |= text.IsFinite(i);
        }

        return false;
    }

    private static bool IsOpener(StatementText text, int token) =>
        text.Is(token, WordClass.Complementizer | WordClass.Subordinator | WordClass.Relative | WordClass.Question) && !text.IsNoun(token) && (text.Lexicon.IsVerbFinal || text.Tag(token).Upos is not Upos.Det);

    private static bool IsSeparator(StatementText text, int token) => text.Mark(token) is ',' or ':' or ';' or '–' or '—' or '.' or '!' or '?';

    private static bool Has(StatementText text, int token, StanceSign sign) => text.Lexicon.Stances.Sign(text.Lower(token)).HasFlag(sign);
}
