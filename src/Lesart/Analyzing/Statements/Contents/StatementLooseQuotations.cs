using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Quotations without a cue verb: behind a colon, alone in their sentence, or going on.</summary>
internal sealed class StatementLooseQuotations(StatementText text, StatementQuotations quotations, StatementSpeakers speakers, StatementMemory memory, List<StatementDraft> drafts)
{
    /// <summary>Name of the rule.</summary>
    public const string Rule = "loose";

    private const int LongestReach = 30; // drafts
    private const int MinLooseWords = 4;
    private const int MinWordsOfTitle = 7;

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
            StatementDraft draft = new(StatementKind.Direct, Rule);
            bool isAlone = goesOn || sentence.LoneQuote(-1) == c;
            bool isBehindColon = c > 0 && sentence.SeparatorBefore(c) == ':';
            if (!isBehindColon && isAlone && HasLaterCue(quotation, sentence.Index))
                continue; // the sentence in which it ends brings the cue
            if (!isBehindColon && !isAlone && (c == 0 || quotation.Words < MinLooseWords || (quotation.Words < MinWordsOfTitle && text.IsNoun(clause.First - 1))))
                continue;
            if (IsTitle(clause.First))
                continue;
            draft.Content.Add(quotations.Inner(clause));
            speakers.Name(draft, sentence, clause.First, from, canInherit: true);
            sentence.IsTaken[c] = true;
            drafts.Add(draft);
        }
    }

    /// <summary>Empties the quotations without cue that a cue behind their last sentence carries after all; what is empty is no statement.</summary>
    public static void Supersede(List<StatementDraft> drafts, TextSpan content)
    {
        for (int d = drafts.Count - 1; d >= 0 && d >= drafts.Count - LongestReach; d--)
        {
            if (drafts[d].Rule == Rule && drafts[d].Content.Count > 0 && drafts[d].Content[0].Overlaps(content))
                drafts[d].Content.Clear();
        }
    }

    /// <summary>Whether a noun for a name stands right before a quotation, or before the colon before it ("unter dem Motto „...“").</summary>
    private bool IsTitle(int mark) =>
        mark > 0 && (text.Is(mark - 1, WordClass.TitleNoun) || (mark > 1 && text.Mark(mark - 1) == ':' && text.Is(mark - 2, WordClass.TitleNoun)));

    /// <summary>A quotation that begins a sentence right behind "„...“, sagte X." goes on with what X said.</summary>
    private bool ContinuesLast(StatementSentence sentence, int c, Quotation quotation)
    {
        if (c != 0 || memory.Last is null || memory.Last.Rule != "quotation" || memory.LastSentence != sentence.Index - 1 || sentence.LoneQuote(-1) < 0 && quotation.Last <= sentence.Sentence.Last)
            return false;
        Sentence before = text.Tagged.Sentences[sentence.Index - 1];
        if (before.Paragraph != sentence.Sentence.Paragraph || memory.Last.Cue.Count == 0 || memory.Last.Content[0].Start > memory.Last.Cue[0].Start || HasLaterCue(quotation, sentence.Index))
            return false;
        sentence.IsTaken[c] = true;
        if (!text.Lexicon.TakesQuotedPieces)
        {
            memory.Last.Content.Add(quotations.Inner(sentence.Clauses[c]));
            return true;
        }

        StatementDraft draft = new(StatementKind.Direct, "quotation") { CueClass = memory.Last.CueClass, Source = memory.Last.Source, IsSourceInherited = true };
        draft.Cue.AddRange(memory.Last.Cue);
        draft.Content.Add(quotations.Inner(sentence.Clauses[c]));
        drafts.Add(draft);
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
}
