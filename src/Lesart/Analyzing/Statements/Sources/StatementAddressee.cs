namespace Lesart.Analyzing;

/// <summary>Finds the newspaper, broadcaster or agency to which somebody spoke ("sagte der Küstenpost", "told Reuters"): through it the outlet knows.</summary>
internal static class StatementAddressee
{
    /// <summary>The medium in the cue's stretch; null where it names none.</summary>
    /// <param name="sentence">The cue's sentence.</param>
    /// <param name="cue">The cue.</param>
    /// <param name="source">Who says it.</param>
    /// <param name="content">What is said: a medium inside it is only spoken of.</param>
    public static TextSpan? Find(StatementSentence sentence, StatementCue cue, TextSpan source, List<TextSpan> content)
    {
        StatementText text = sentence.Text;
        Clause own = sentence.Clauses[cue.Clause];
        for (int i = own.First; i < own.Last;)
        {
            int end = StatementNounGroups.End(text, i, own.Last);
            if (end == i)
            {
                i++;
                continue;
            }

            TextSpan span = text.SpanOf(i, end);
            bool isApart = !source.Overlaps(span) && content.TrueForAll(part => !part.Overlaps(span));
            bool isAddressed = i > own.First && (text.Is(i - 1, WordClass.AddresseePreposition) || !text.Is(i - 1, WordClass.Preposition)) && (i > cue.Token || text.Is(i - 1, WordClass.AddresseePreposition));
            if (isApart && isAddressed && NamesMedium(text, i, end))
                return span;
            i = end;
        }

        return null;
    }

    private static bool NamesMedium(StatementText text, int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (text.Tagged.Token(i).Kind == Text.TokenKind.Word && char.IsUpper(text.Tagged.Text[text.Tagged.Token(i).Start]) | text.Lower(i).Length <= 4 && text.Lexicon.IsMedia(text.Lower(i)))
                return true;
        }

        return false;
    }
}
