namespace Lesart.Analyzing;

/// <summary>Tells which negations deny nothing that anybody could have stated: they leave a question open, raise ("never before"), judge, speak of what is possible for anybody or of what shall not be.</summary>
internal static class IdleNegations
{
    private const int LongestPhrase = 4; // words
    private const int NearOpen = 4; // tokens

    /// <summary>Whether the negation at a token denies nothing.</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">First token of the content.</param>
    /// <param name="at">The negation.</param>
    /// <param name="last">The token after the content.</param>
    public static bool IsIdle(StatementText text, int first, int at, int last)
    {
        if (at + 1 < last && Has(text, at + 1, StanceSign.Restrictor))
            return true;
        if (at + 1 < last && text.Is(at + 1, WordClass.InfinitiveMark) && !text.Lexicon.IsVerbFinal)
            return true; // "not to turn"
        if (at == first + 1 && !text.Lexicon.IsVerbFinal && text.Is(first, WordClass.Auxiliary) && !text.Is(first, WordClass.Be) && !text.Is(at + 1, WordClass.SubjectPronoun))
            return true; // "Don't give up"
        return IsInPhrase(text, first, at, last) || LeavesOpen(text, first, at, last) || JudgesOrConcernsAnyone(text, first, at, last);
    }

    private static bool Has(StatementText text, int token, StanceSign sign) => text.Lexicon.Stances.Sign(text.Lower(token)).HasFlag(sign);

    private static bool IsInPhrase(StatementText text, int first, int at, int last)
    {
        for (int start = Math.Max(first, at - LongestPhrase + 1); start <= at; start++)
        {
            if (start + text.Lexicon.Stances.PhraseLength(text, start, last, StanceSign.Idle) > at)
                return true;
        }

        return false;
    }

    /// <summary>Whether a word for what is known follows, with a question behind it or a word for the time being beside the negation ("not clear who", "noch nicht bekannt").</summary>
    private static bool LeavesOpen(StatementText text, int first, int at, int last)
    {
        bool isPending = (at > first && Has(text, at - 1, StanceSign.Pending)) || (at + 1 < last && Has(text, at + 1, StanceSign.Pending));
        for (int i = at + 1; i < Math.Min(last, at + 1 + NearOpen) && !IsSeparator(text, i); i++)
        {
            if (!Has(text, i, StanceSign.Open))
                continue;
            int next = i + 1 < last && text.Mark(i + 1) == ',' ? i + 2 : i + 1;
            return isPending || (next < last && (text.Is(next, WordClass.Question) || Has(text, next, StanceSign.Asking)));
        }

        return false;
    }

    /// <summary>Whether the clause tells how a thing strikes somebody, or what anybody can't do.</summary>
    private static bool JudgesOrConcernsAnyone(StatementText text, int first, int at, int last)
    {
        int start = at, end = at;
        while (start > first && !IsSeparator(text, start - 1))
            start--;
        while (end < last && !IsSeparator(text, end))
            end++;
        for (int i = start; i < end; i++)
        {
            if (Has(text, i, StanceSign.Attitude) || (Has(text, i, StanceSign.Ought) && Math.Abs(i - at) <= NearOpen && text.IsFinite(i) && !text.IsNoun(i)))
                return true; // "should not be raised": a wish
            if (Has(text, i, StanceSign.Ability) && ((i > first && IsAnyone(text, i - 1, first)) || (i + 1 < end && IsAnyone(text, i + 1, first))))
                return true;
        }

        return false;
    }

    /// <summary>Whether a token stands for anybody; at the start of the content its capital says nothing ("Sie").</summary>
    private static bool IsAnyone(StatementText text, int token, int first) =>
        text.Lexicon.Stances.Sign(token == first ? text.Lower(token) : text.SpanOf(token, token + 1).In(text.Tagged.Text).ToString()).HasFlag(StanceSign.Anyone);

    private static bool IsSeparator(StatementText text, int token) => text.Mark(token) is ',' or ':' or ';' or '–' or '.' or '!' or '?';
}
