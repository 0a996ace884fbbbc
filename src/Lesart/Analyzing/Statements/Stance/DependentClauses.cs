using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Tells which words of a content stand in a clause that hangs on another: what is negated there is not what is claimed.</summary>
internal static class DependentClauses
{
    /// <summary>Whether a token that no separator parts from the start of a content belongs to a dependent clause: the content begins with one ("If they don't pay, the port will close"), or, where no mark
    /// sets it off, one begins before the token ("left because he did not want to lose", "a farmer who never went to school").</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">First token of the content.</param>
    /// <param name="at">The token.</param>
    /// <param name="isQuestion">Whether the content tells what is asked: it begins with the word that introduces it.</param>
    public static bool Holds(StatementText text, int first, int at, bool isQuestion)
    {
        int start = first;
        while (start < at && (text.Is(start, WordClass.Coordinator) || text.IsPunctuation(start)))
            start++;
        if (Begins(text, start) || (!isQuestion && text.Is(start, WordClass.Complementizer) && text.Lexicon.Stances.Sign(text.Lower(start)).HasFlag(StanceSign.Asking)))
            return true;
        return !text.Lexicon.IsVerbFinal && IsInside(text, start, at); // elsewhere a comma stands before it
    }

    private static bool Begins(StatementText text, int token) =>
        text.Is(token, WordClass.Subordinator) && !text.IsNoun(token) && text.Tag(token).Upos is not (Upos.Adp or Upos.Adv) && !text.Is(token + 1, WordClass.Subjunctive | WordClass.Auxiliary | WordClass.Modal);

    private static bool IsInside(StatementText text, int first, int at)
    {
        bool hasFinite = false;
        for (int i = first; i < at; i++)
        {
            bool isRelative = text.Is(i, WordClass.Relative) && !text.IsCapital(i) && text.Tag(i).Upos is not Upos.Det;
            bool isOpener = i > first && !text.IsNoun(i) && (isRelative || (text.Is(i, WordClass.Subordinator | WordClass.Complementizer) && !text.Is(i, WordClass.Preposition | WordClass.Than) && text.Tag(i).Upos is not (Upos.Det or Upos.Pron or Upos.Adv or Upos.Adp)));
            if (isOpener && (hasFinite || ((!isRelative || text.IsNoun(i - 1)) && FinitesBetween(text, i, at) <= 1)))
                return true;
            hasFinite |= text.IsFinite(i);
        }

        return false;
    }

    private static int FinitesBetween(StatementText text, int first, int last)
    {
        int finites = 0;
        for (int i = first; i < last; i++)
            finites += text.IsFinite(i) ? 1 : 0;
        return finites;
    }
}
