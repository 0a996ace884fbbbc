using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Tells by its object whether a verb denies: who rejects an allegation says that it is not so, who rejects an offer says nothing about facts.</summary>
internal static class StatementDenials
{
    /// <summary>The class of cues that say that something is not so.</summary>
    public const string Denies = "denies";

    /// <summary>How a cue puts its speaker, once its object is known; the verb's own class where the object tells nothing.</summary>
    public static string ClassOf(StatementSentence sentence, StatementCue cue)
    {
        string own = cue.Verb.Class;
        if (cue.IsPassive || !(cue.Has(CueFrame.Refuses) || own == "calls"))
            return own;
        (CueNoun Noun, int At)? found = ObjectOf(sentence, cue);
        if (own == Denies && !(found is { } named && IsClaim(named.Noun)) && !HasContentClause(sentence, cue) && IsCourt(sentence, cue))
            return "rejects"; // "the court denied the motion"
        if (found is not (CueNoun noun, int at))
            return IsPronounRejected(sentence, cue) ? Denies : own;
        bool hasClause = HasClauseBehind(sentence, at);
        bool isClaim = IsClaim(noun) || (hasClause && own == "rejects" && noun.Class is "believes" or "fears" or "warns" or "predicts" or "hints");
        if (own == "calls")
            return isClaim && IsCalledFalse(sentence, cue, at, isClaim: true) ? Denies : own;
        if (isClaim && own == "rejects")
            return !hasClause && IsCourt(sentence, cue) ? own : Denies;
        return noun.Class is "demands" or "asks" or "promises" or "advises" or "intends" ? "rejects" : own;
    }

    /// <summary>Whether the verb's object is a pronoun for what was said before, and the verb or a word behind it says that it is not so ("rejected that", "nannte das unwahr").</summary>
    private static bool IsPronounRejected(StatementSentence sentence, StatementCue cue)
    {
        StatementText text = sentence.Text;
        int last = sentence.Clauses[cue.Clause].Last;
        if (cue.Verb.Class == "rejects")
            return text.Lexicon.HasContentInside && StatementObjects.PronounBehind(text, cue, last) is int only && only >= 0 && (only + 1 >= last || text.Is(only + 1, WordClass.Than)) && !IsCourt(sentence, cue);
        if (cue.Verb.Class != "calls")
            return false;
        if (text.Lexicon.HasContentInside)
            return StatementObjects.PronounBehind(text, cue, last) is int behind && behind >= 0 && IsCalledFalse(sentence, cue, behind, isClaim: false);
        for (int i = sentence.Clauses[cue.Clause].First; i < last; i++)
        {
            if (text.Is(i, WordClass.ContentPronoun) && (i + 1 >= last || !text.IsNoun(i + 1) && !text.IsAdjective(i + 1) || text.Lexicon.Stances.Sign(text.Lower(i + 1)).HasFlag(StanceSign.False)))
                return IsCalledFalse(sentence, cue, i, isClaim: false);
        }

        return false;
    }

    /// <summary>Whether the content calls a claim false ("the accusations were baseless"): its subject is a noun for a claim, and the predicate at the token, or a
    /// phrase that begins there, says that it is not so.</summary>
    /// <param name="text">The text.</param>
    /// <param name="first">First token of the content.</param>
    /// <param name="at">The token that may be the predicate.</param>
    /// <param name="last">The token after the content.</param>
    public static bool CallsFalse(StatementText text, int first, int at, int last)
    {
        bool isPhrase = text.Lexicon.Stances.BeginsPhrase(text, at, last, StanceSign.False);
        bool isVerdict = (text.Lexicon.Stances.Sign(text.Lower(at)) & (StanceSign.False | StanceSign.Verdict)) != StanceSign.None;
        return (isPhrase || (isVerdict && IsPredicate(text, first, at, last))) && HasClaimBefore(text, first, at);
    }

    /// <summary>Whether a stretch with a form of "to be" and without a negation says of its subject that it is not so ("is a lie"), or a phrase does ("stimmt nicht").</summary>
    public static bool SaysFalse(StatementText text, int first, int last)
    {
        bool isFalse = false, hasBe = false, isNegated = false;
        for (int i = first; i < last; i++)
        {
            if (text.Lexicon.Stances.BeginsPhrase(text, i, last, StanceSign.False))
                return true;
            isFalse |= (text.Lexicon.Stances.Sign(text.Lower(i)) & (StanceSign.False | StanceSign.Verdict)) != StanceSign.None;
            hasBe |= text.Is(i, WordClass.Be);
            isNegated |= text.Is(i, WordClass.Negation);
        }

        return isFalse && hasBe && !isNegated;
    }

    /// <summary>Takes what a noun for a claim names ("Gerüchte, wonach ...") for denied by who denies the noun in the same sentence ("... nannte sie erfunden").</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="drafts">All drafts; those of the sentence stand at the end.</param>
    /// <param name="before">How many of them are older.</param>
    public static void PassOn(StatementSentence sentence, List<StatementDraft> drafts, int before)
    {
        if (drafts.FindIndex(before, static draft => draft is { CueClass: Denies, Kind: StatementKind.Reported, IsCueNegated: false, Origin: not null }) is not (>= 0 and int at))
            return;
        StatementDraft denial = drafts[at];
        StatementCue cue = denial.Origin!.Value.Cue; // it has one
        Clause verb = sentence.Clauses[cue.Clause];
        for (int d = before; d < drafts.Count; d++)
        {
            StatementDraft draft = drafts[d];
            if (d == at || draft.Rule is not ("phrase" or "noun") || draft.Kind != StatementKind.Indirect || draft.Content.Count == 0 || ClaimBefore(sentence, draft) is not (>= 0 and int claim) || sentence.Clauses[sentence.ClauseAt(claim)].Unit != verb.Unit && sentence.ClauseAt(claim) != cue.Clause - 2)
                continue;
            TextSpan last = draft.Content[^1], own = sentence.Text.SpanOf(verb.First, verb.Last);
            if (last.Contains(own) && last.Start < own.Start)
                draft.Content[^1] = sentence.Text.SpanOf(sentence.Text.Tagged.Tokenized.TokenAt(last.Start), sentence.Clauses[cue.Clause - 1].Last);
            (draft.CueClass, draft.Source) = (Denies, denial.Source);
            draft.Cue.Clear();
            StatementCueWords.Add(draft, sentence, cue);
        }
    }

    /// <summary>The noun for a claim right before the stretch in which a content begins; -1 where there is none.</summary>
    private static int ClaimBefore(StatementSentence sentence, StatementDraft draft)
    {
        int c = sentence.ClauseAt(sentence.Text.Tagged.Tokenized.TokenAt(draft.Content[0].Start));
        if (c <= 0)
            return -1;
        for (int i = sentence.Clauses[c - 1].Last - 1; i >= sentence.Clauses[c - 1].First; i--)
        {
            if (sentence.Text.IsNoun(i) && sentence.Text.Noun(i) is CueNoun noun)
                return IsClaim(noun) ? i : -1;
        }

        return -1;
    }

    /// <summary>Whether a form of "to be" stands before a word, but for adverbs, adjectives and an article, or right behind it.</summary>
    private static bool IsPredicate(StatementText text, int first, int at, int last)
    {
        if (at + 1 < last && (text.IsNoun(at + 1) || text.Tag(at + 1).VerbForm is VerbForm.Participle))
            return text.Is(at + 1, WordClass.Be); // "a false alarm", "falsch verstanden", but "haltlos gewesen"
        if (at + 1 < last && text.Is(at + 1, WordClass.Be))
            return true;
        int i = at - 1;
        while (i > first && !text.Is(i, WordClass.Be) && (text.Tag(i).Upos is Upos.Adv or Upos.Adj or Upos.Det or Upos.Part || text.Is(i, WordClass.Adverb | WordClass.Negation | WordClass.NominativeArticle)))
            i--;
        return i > first && text.Is(i, WordClass.Be);
    }

    private static bool HasClaimBefore(StatementText text, int first, int at)
    {
        for (int i = at - 1; i >= first; i--)
        {
            if (text.Is(i, WordClass.Complementizer) && !text.Lexicon.IsVerbFinal && i > first && text.Noun(i - 1) is CueNoun named && text.IsNoun(i - 1) && IsClaim(named) && !IsGoverned(text, first, i - 1))
                return HasTwoVerbs(text, i, at); // "reports that the mine would close are untrue"
            if (text.Is(i, WordClass.Complementizer | WordClass.Relative) && !text.IsNoun(i) && !text.Is(i, WordClass.NominativeArticle))
                return false;
            if (text.Noun(i) is CueNoun noun && text.IsNoun(i) && IsClaim(noun) && !IsGoverned(text, first, i))
                return true;
        }

        return false;
    }

    /// <summary>Whether the first cue noun of a stretch names a claim, or hints at one in a clause ("any suggestion that").</summary>
    public static bool NamesClaim(StatementText text, int first, int last)
    {
        for (int i = first; i < last && !text.IsPunctuation(i); i++)
        {
            if (text.IsNoun(i) && text.Noun(i) is CueNoun noun)
                return IsClaim(noun) || (noun.Class is "hints" && i + 1 < last && text.Is(i + 1, WordClass.Complementizer));
        }

        return false;
    }

    private static bool HasTwoVerbs(StatementText text, int first, int last)
    {
        int verbs = 0;
        for (int i = first; i < last; i++)
            verbs += text.IsFinite(i) ? 1 : 0;
        return verbs > 1;
    }

    /// <summary>Whether a noun names something said that may be untrue ("Behauptung", "report"), no mere text or figure.</summary>
    public static bool IsClaim(CueNoun noun) =>
        noun.Class is "claims" or "accuses" or "reports" or "says" or "shows" && (noun.Frames & (CueFrame.Clause | CueFrame.Attributing)) != CueFrame.None;

    /// <summary>The cue noun that the verb governs, and its token: the head of the first group behind the verb where the order of words is fixed, else the
    /// last one of the clause that no preposition governs.</summary>
    private static (CueNoun Noun, int At)? ObjectOf(StatementSentence sentence, StatementCue cue) =>
        sentence.Text.Lexicon.HasContentInside ? ObjectBehind(sentence, cue) : ObjectAround(sentence, cue);

    private static (CueNoun Noun, int At)? ObjectBehind(StatementSentence sentence, StatementCue cue)
    {
        StatementText text = sentence.Text;
        int last = sentence.Clauses[cue.Clause].Last, at = Math.Max(cue.Token, cue.Prefix) + 1;
        if (at + 1 < last && text.Is(at, WordClass.Than) && text.IsAdjective(at + 1))
            at += 2; // "rejected as false the claims"
        (CueNoun, int)? found = null;
        for (; at < last; at++)
        {
            bool isNoun = text.IsNoun(at) && !text.Is(at, WordClass.TimeNoun);
            if (!isNoun && (text.Is(at, WordClass.Preposition | WordClass.Complementizer | WordClass.Than | WordClass.Coordinator | WordClass.InfinitiveMark) || text.IsPunctuation(at) || text.IsFinite(at) || found is not null))
                break;
            if (isNoun)
                found = text.Noun(at) is CueNoun noun ? (noun, at) : cue.Verb.Class == "calls" && found is not null ? found : null;
        }

        // "a claim for damages", "calls to resign": what is wanted, not what is so
        return found is not null && at < last && text.Is(at, WordClass.Purpose | WordClass.InfinitiveMark) ? null : found;
    }

    private static (CueNoun Noun, int At)? ObjectAround(StatementSentence sentence, StatementCue cue)
    {
        StatementText text = sentence.Text;
        int unit = sentence.Clauses[cue.Clause].Unit;
        (CueNoun, int)? found = null;
        for (int c = unit; c < sentence.Clauses.Length; c++)
        {
            if (sentence.Clauses[c].Unit != unit || sentence.Clauses[c].Kind == ClauseKind.Quote)
                continue;
            for (int i = sentence.Clauses[c].First; i < sentence.Clauses[c].Last; i++)
            {
                if (text.Noun(i) is CueNoun noun && text.IsNoun(i) && !IsGoverned(text, sentence.Clauses[c].First, i))
                    found = (noun, i);
            }
        }

        return found;
    }

    private static bool IsGoverned(StatementText text, int first, int noun)
    {
        int i = noun - 1;
        while (i >= first && (text.IsAdjective(i) || text.Is(i, WordClass.NominativeArticle | WordClass.ObliqueArticle)) && !text.Is(i, WordClass.Preposition))
            i--;
        return i >= first && text.Is(i, WordClass.Preposition | WordClass.Than);
    }

    /// <summary>Whether a clause that says what is denied stands behind the verb.</summary>
    private static bool HasContentClause(StatementSentence sentence, StatementCue cue)
    {
        for (int i = cue.Token + 1; i < sentence.Sentence.Last; i++)
        {
            if (sentence.Text.Is(i, WordClass.Complementizer) && sentence.Text.Tag(i).Upos is Upos.Sconj)
                return true;
        }

        for (int c = cue.Clause + 1; c < sentence.Clauses.Length; c++)
        {
            if (sentence.Clauses[c].Unit == c && sentence.IsReported(c))
                return true;
        }

        return false;
    }

    private static bool HasClauseBehind(StatementSentence sentence, int noun)
    {
        StatementText text = sentence.Text;
        return noun + 2 < sentence.Sentence.Last && text.Is(noun + 1, WordClass.Complementizer) && !text.IsFinite(noun + 2);
    }

    /// <summary>Whether a word behind the claim says that it is not so, without a negation before it.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="cue">The verb.</param>
    /// <param name="at">The noun or pronoun for the claim.</param>
    /// <param name="isClaim">Whether it is a noun for a claim: called absurd it is denied, where a plan would be judged.</param>
    private static bool IsCalledFalse(StatementSentence sentence, StatementCue cue, int at, bool isClaim)
    {
        StatementText text = sentence.Text;
        for (int i = at + 1; i < sentence.Clauses[cue.Clause].Last; i++)
        {
            if (text.Is(i, WordClass.Negation) || (text.IsFinite(i) && i > cue.Token && i != cue.Helper))
                return false;
            StanceSign sign = text.Lexicon.Stances.Sign(text.Lower(i));
            if (sign.HasFlag(StanceSign.False) || (isClaim && sign.HasFlag(StanceSign.Verdict)) || text.Lexicon.Stances.BeginsPhrase(text, i, sentence.Clauses[cue.Clause].Last, StanceSign.False))
                return true;
        }

        return false;
    }

    private static bool IsCourt(StatementSentence sentence, StatementCue cue)
    {
        StatementText text = sentence.Text;
        (int first, int last) = StatementSources.Find(text, sentence.Clauses, cue);
        for (int i = Math.Max(0, first); i < last; i++)
        {
            if (text.Lexicon.IsCourt(text.Lower(i)))
                return true;
        }

        return false;
    }
}
