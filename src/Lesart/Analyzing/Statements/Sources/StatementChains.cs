namespace Lesart.Analyzing;

/// <summary>Joins the phrases of a sentence with its cue verbs: who passed on what somebody else said.</summary>
internal static class StatementChains
{
    /// <summary>Name of the rule for phrases that name whom the subject cites.</summary>
    public const string CitesRule = "cites";

    /// <summary>A phrase beside a cue verb tells through whom the verb's statement came ("sagte X laut Y"); alone it is a statement of its own.</summary>
    public static void Join(List<StatementDraft> drafts, int from, List<StatementDraft> phrases, StatementSentence sentence)
    {
        StatementText text = sentence.Text;
        foreach (StatementDraft phrase in phrases)
        {
            StatementDraft? carrier = null;
            int clause = sentence.ClauseAt(text.Tagged.Tokenized.TokenAt(phrase.Cue[0].Start));
            for (int d = from; d < drafts.Count && carrier is null && clause >= 0; d++)
            {
                if (drafts[d].Cue.Count > 0 && drafts[d].Kind is not StatementKind.Reported && drafts[d].Rule != phrase.Rule
                    && sentence.Clauses[clause].Unit == sentence.Clauses[Math.Max(0, sentence.ClauseAt(text.Tagged.Tokenized.TokenAt(drafts[d].Cue[0].Start)))].Unit)
                    carrier = drafts[d];
            }

            if (carrier is null)
                drafts.Add(phrase);
            else if (phrase.Source is TextSpan source && carrier.Source != source)
            {
                carrier.Via.RemoveAll(hop => hop.Overlaps(source)); // the medium was taken for whom the speaker told it
                if (phrase.Rule == CitesRule)
                {
                    if (carrier.Source is TextSpan passesOn)
                        carrier.Via.Insert(0, passesOn);
                    carrier.Source = source; // "meldete X unter Berufung auf Y": Y says it, X passes it on
                }
                else
                {
                    carrier.Via.Add(source);
                }

                CutOut(text, carrier.Content, new TextSpan(Math.Min(phrase.Cue[0].Start, source.Start), Math.Max(phrase.Cue[^1].End, source.End)));
            }
        }
    }

    /// <summary>Takes a phrase at the end of a content out of it, with the comma before it.</summary>
    private static void CutOut(StatementText text, List<TextSpan> content, TextSpan phrase)
    {
        for (int i = 0; i < content.Count; i++)
        {
            if (content[i].Contains(phrase) && content[i].End == phrase.End && phrase.Start > content[i].Start)
            {
                int last = text.Tagged.Tokenized.TokenAt(phrase.Start);
                while (last > 0 && text.IsPunctuation(last - 1))
                    last--;
                int first = text.Tagged.Tokenized.TokenAt(content[i].Start);
                if (last > first)
                    content[i] = text.SpanOf(first, last);
            }
        }
    }
}
