using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Tells who else in the cue's clause could have said it, and why that group of nouns lost. Only for <c>--explain</c>.</summary>
internal static class StatementRunnerUp
{
    /// <summary>The group that came nearest; null where the clause names nobody else.</summary>
    /// <param name="text">The text.</param>
    /// <param name="clauses">The stretches of the cue's sentence.</param>
    /// <param name="cue">The cue.</param>
    /// <param name="source">Who was chosen; null where nobody was.</param>
    /// <returns>Its place, and why it was not chosen.</returns>
    public static (TextSpan Span, string Why)? Find(StatementText text, ImmutableArray<Clause> clauses, StatementCue cue, TextSpan? source)
    {
        (TextSpan, string)? best = null;
        int bestRank = int.MaxValue;
        int unit = clauses[cue.Clause].Unit;
        foreach (Clause clause in clauses)
        {
            if (clause.Unit != unit || clause.Kind == ClauseKind.Quote)
                continue;
            for (int i = clause.First; i < clause.Last;)
            {
                int end = StatementNounGroups.End(text, i, clause.Last);
                if (end == i)
                {
                    i++;
                    continue;
                }

                TextSpan span = text.SpanOf(i, end);
                (int rank, string why) = Judge(text, cue, i, end);
                if (!(source is TextSpan chosen && chosen.Overlaps(span)) && rank < bestRank)
                    (best, bestRank) = ((span, why), rank);
                i = end;
            }
        }

        return best;
    }

    private static (int Rank, string Why) Judge(StatementText text, StatementCue cue, int first, int last)
    {
        if (first > 0 && text.Is(first - 1, WordClass.Preposition))
            return (4, $"it stands behind '{text.Lower(first - 1)}'");
        if (text.Is(last - 1, WordClass.TimeNoun))
            return (5, "it names a time");
        if (!StatementNounGroups.CanBeSubject(text, first))
            return (2, "it is no subject by its form");
        if (!text.CanSpeak(first, last))
            return (3, "it names nothing that speaks");
        int finite = cue.Helper >= 0 ? cue.Helper : cue.Token;
        GrammaticalNumber verb = text.Tag(finite).Number, noun = text.IsNoun(last - 1) ? text.Tag(last - 1).Number : GrammaticalNumber.None;
        if (verb != GrammaticalNumber.None && noun != GrammaticalNumber.None && verb != noun)
            return (1, "it disagrees with the verb in number");
        return (0, "another group comes first");
    }
}
