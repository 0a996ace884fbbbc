using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Denials in an aside on what stands before them ("a charge that the firm denied", "which Kuwait denies", "was Kuwait bestreitet").</summary>
internal static class StatementAsides
{
    private const int LongestClaim = 4; // words from the article to the noun

    /// <summary>The denial that a cue verb tells in an aside; null where it is none.</summary>
    public static StatementDraft? Read(StatementSentence sentence, StatementCue cue)
    {
        StatementText text = sentence.Text;
        if (VerbOf(sentence, cue.Clause) is not StatementCue verb || verb.Token != cue.Token)
            return null;
        Clause own = sentence.Clauses[cue.Clause];
        int behind = NounAt(text, own.First, cue.Token) + 1;
        if (behind <= own.First)
            behind = own.First + (text.Is(own.First + 1, WordClass.Of) && text.Is(own.First + 2, WordClass.Relative) ? 3 : 1);
        (int first, int last) = StatementSources.FirstSubject(text, behind < own.Last && !text.Lexicon.IsVerbFinal && text.Is(behind, WordClass.Relative | WordClass.Complementizer) ? behind + 1 : behind, text.Lexicon.IsVerbFinal ? own.Last : Math.Min(own.Last, cue.Helper >= 0 ? cue.Helper : cue.Token));
        if (first < 0)
            return null;
        StatementDraft draft = sentence.Draft(StatementKind.Reported, "aside", cue);
        draft.CueClass = StatementDenials.Denies;
        draft.Source = text.SpanOf(first, last);
        draft.Content.Add(text.SpanOf(own.First, text.Lexicon.ReportsWholeClause ? own.Last : behind));
        sentence.IsTaken[cue.Clause] = true;
        return draft;
    }

    /// <summary>Whether a stretch is such an aside.</summary>
    public static bool Denies(StatementSentence sentence, int c) => VerbOf(sentence, c) is not null;

    /// <summary>The verb by which a stretch behind a comma denies what stands before it, with nothing behind the verb that could be denied instead; null for any other stretch.</summary>
    private static StatementCue? VerbOf(StatementSentence sentence, int c)
    {
        StatementText text = sentence.Text;
        Clause clause = sentence.Clauses[c];
        bool hasNoFinite = clause.Finite < 0 && clause.Kind == ClauseKind.Fragment && !text.Lexicon.IsVerbFinal; // what looks like a participle ("a claim the owner dismissed")
        if (c == 0 || clause.IsCoordinated || (clause.Unit != c && !hasNoFinite) || sentence.SeparatorBefore(c) != ',' || sentence.Cues.Exists(cue => cue.Clause < c && cue.Verb.Class == "asks"))
            return null;
        foreach (StatementCue cue in sentence.Cues)
        {
            bool denies = cue.Clause == c && !cue.IsPassive && (cue.Token == clause.Finite || cue.Helper == clause.Finite || (hasNoFinite && cue.Form == CueFormKind.Finite)) && (cue.Verb.Class == StatementDenials.Denies || (cue.Verb.Class == "rejects" && cue.Has(CueFrame.Refuses)) || (cue.Verb.Class == "calls" && CallsFalse(text, clause, cue)));
            if (denies && (text.Lexicon.IsVerbFinal ? text.Lower(clause.First) == text.Lexicon.WholeClausePronoun : IsOnClaim(text, clause, cue)))
                return cue;
        }

        return null;
    }

    /// <summary>Whether nothing but a word that says that it is not so, with an article or "as" before it, stands behind the verb ("calls baseless").</summary>
    private static bool CallsFalse(StatementText text, Clause clause, StatementCue cue)
    {
        int i = Math.Max(cue.Token, cue.Prefix) + 1;
        while (i < clause.Last && text.Is(i, WordClass.NominativeArticle | WordClass.Than))
            i++;
        return i < clause.Last && ((text.Lexicon.Stances.Sign(text.Lower(i)) & (StanceSign.False | StanceSign.Verdict)) != StanceSign.None || text.Lexicon.Stances.BeginsPhrase(text, i, clause.Last, StanceSign.False));
    }

    /// <summary>Where word order is fixed: whether the stretch begins with "which" as the verb's object, or with a noun for a claim.</summary>
    private static bool IsOnClaim(StatementText text, Clause clause, StatementCue cue)
    {
        int behind = Math.Max(cue.Token, cue.Prefix) + 1;
        if (cue.Verb.Class != "calls" && behind < clause.Last && !text.Is(behind, WordClass.Adverb | WordClass.TimeNoun | WordClass.Preposition | WordClass.Than))
            return false;
        int pronoun = clause.First + 2 < cue.Token && text.Is(clause.First + 1, WordClass.Of) && text.Is(clause.First + 2, WordClass.Relative) ? clause.First + 2 : clause.First; // "all of which"
        bool isObject = text.Is(pronoun, WordClass.Relative) && !text.Is(pronoun, WordClass.SubjectPronoun) && pronoun + 1 < cue.Token && !text.Is(pronoun + 1, WordClass.Auxiliary | WordClass.Modal | WordClass.Adverb);
        return isObject || NounAt(text, clause.First, cue.Token) >= 0;
    }

    /// <summary>The noun for a claim that a stretch begins with, behind its article or, where there are several, without one; -1 where it does not.</summary>
    private static int NounAt(StatementText text, int first, int last)
    {
        if (text.IsNoun(first) && first + 1 < last && text.Tag(first).Number is GrammaticalNumber.Plural && text.Noun(first) is CueNoun bare)
            return StatementDenials.IsClaim(bare) ? first : -1; // "charges he denies"
        for (int i = first + 1; text.Is(first, WordClass.NominativeArticle) && i < Math.Min(first + LongestClaim, last); i++)
        {
            if (text.IsNoun(i))
                return text.Noun(i) is CueNoun noun && StatementDenials.IsClaim(noun) ? i : -1;
        }

        return -1;
    }
}
