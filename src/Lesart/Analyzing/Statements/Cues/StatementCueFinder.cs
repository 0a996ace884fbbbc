using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Finds the cue verbs of a sentence with their auxiliaries and separated prefixes.</summary>
internal static class StatementCueFinder
{
    /// <summary>The cue verbs in text order; none inside quotations.</summary>
    public static List<StatementCue> Find(StatementText text, ImmutableArray<Clause> clauses)
    {
        List<StatementCue> cues = [];
        for (int c = 0; c < clauses.Length; c++)
        {
            if (clauses[c].Kind == ClauseKind.Quote)
                continue;
            for (int i = clauses[c].First; i < clauses[c].Last; i++)
            {
                if (text.Forms(i).Count > 0 && TryRead(text, clauses, c, i, out StatementCue cue))
                    cues.Add(cue);
            }
        }

        return cues;
    }

    private static bool TryRead(StatementText text, ImmutableArray<Clause> clauses, int c, int i, out StatementCue found)
    {
        found = default;
        bool hasFound = false;
        if (text.QuotationAt[i] >= 0 && text.QuotationAt[clauses[c].First] != text.QuotationAt[i])
            return false; // a quoted wording is nobody's cue
        if (text.IsCapital(i) && i > clauses[c].First)
            return false; // a noun or a name
        foreach (CueForm form in text.Forms(i))
        {
            int helper = -1, prefix = -1;
            bool isPassive = false;
            switch (form.Kind)
            {
                case CueFormKind.Finite or CueFormKind.Subjunctive or CueFormKind.Plural:
                    if (!IsFiniteHere(text, clauses, c, i, form.Kind))
                        continue;
                    if (form.Verb.Prefix.Length == 0 && IsParticipleToo(text, i) && TryFindHelper(text, clauses, c, i, WordClass.Auxiliary, out int aside) && text.IsFinite(aside))
                        continue; // "wird befürchtet", "hat bestätigt": the finite verb is the auxiliary
                    if (!form.IsWhole && !TryFindPrefix(text, clauses, c, i, form.Verb.Prefix, out prefix))
                        continue;
                    break;
                case CueFormKind.Participle:
                    if (!form.IsWhole && !TryFindNear(text, i, form.Verb.Prefix, out prefix))
                        continue;
                    if (text.Tag(i).Upos is Upos.Adj or Upos.Noun && text.Tag(i).VerbForm is not VerbForm.Participle || text.Tag(i).VerbForm is VerbForm.Finite || !TryFindHelper(text, clauses, c, i, WordClass.Auxiliary, out helper))
                        continue;
                    if (!text.Lexicon.IsVerbFinal && HasVerbBetween(text, helper, i))
                        continue; // "did not respond to repeated requests"
                    if (text.Lexicon.IsVerbFinal && text.Is(helper, WordClass.Be) && !IsPassive(text, clauses, c, helper) && (form.Verb.Frames & CueFrame.Correlate) == CueFrame.None)
                        continue; // "ist geschlossen": a state, nobody speaks
                    isPassive = IsPassive(text, clauses, c, helper) && !((form.Verb.Frames & CueFrame.Correlate) != CueFrame.None && text.Is(helper, WordClass.Be));
                    break;
                case CueFormKind.Infinitive:
                    if (text.Tag(i).Upos is Upos.Noun && i > clauses[c].First && text.Is(i - 1, WordClass.NominativeArticle))
                        continue; // "did not reject the claim"
                    if (!form.IsWhole && !TryFindNear(text, i, form.Verb.Prefix, out prefix))
                        continue;
                    if ((form.Verb.Frames & CueFrame.Weak) != CueFrame.None && text.Lexicon.IsVerbFinal)
                        continue; // "soll schließen", "wird finden": as an infinitive another meaning
                    if (text.IsFinite(i) || (i > 0 && text.Is(i - 1, WordClass.InfinitiveMark) && text.Lexicon.IsVerbFinal) || !TryFindHelper(text, clauses, c, i, text.Lexicon.IsVerbFinal ? WordClass.Modal | WordClass.Passive | WordClass.Causative : WordClass.Modal | WordClass.Auxiliary, out helper))
                        continue;
                    break;
                case CueFormKind.Gerund:
                    if (!form.IsWhole && !TryFindNear(text, i, form.Verb.Prefix, out prefix))
                        continue;
                    if (text.Tag(i).Upos is Upos.Noun or Upos.Adj or Upos.Adp)
                        continue;
                    if (!TryFindHelper(text, clauses, c, i, WordClass.Be, out helper))
                        helper = -1;
                    break;
                default:
                    continue;
            }

            if (text.Lexicon.IsVerbFinal && (form.Verb.Frames & CueFrame.Reflexive) != CueFrame.None && !HasReflexive(text, clauses, c))
                continue; // "sorgt dafür, dass": without its pronoun another verb
            bool isFinite = form.Kind is CueFormKind.Finite or CueFormKind.Subjunctive or CueFormKind.Plural;
            if (isFinite && text.Lexicon.IsVerbFinal && IsOtherVerb(text, clauses[c], i, form.Verb))
                continue;
            StatementCue cue = new(i, form.Verb, form.Kind, c, helper, prefix, isPassive);
            if (hasFound && !IsBetter(cue, found, text))
                continue;
            found = cue;
            hasFound = true;
        }

        return hasFound;
    }

    /// <summary>Whether a reflexive pronoun beside it or a separated prefix makes another verb of a finite form ("meldete sich", "sprach ... frei").</summary>
    private static bool IsOtherVerb(StatementText text, Clause clause, int i, CueVerb verb)
    {
        if (verb.Prefix.Length > 0)
            return false;
        bool isReflexive = (i + 1 < clause.Last && text.Is(i + 1, WordClass.Reflexive)) || (i > clause.First && text.Is(i - 1, WordClass.Reflexive));
        if (isReflexive && (verb.Frames & CueFrame.Reflexive) == CueFrame.None)
            return true;
        int last = clause.Last - 1;
        return last > i && text.Is(last, WordClass.VerbPrefix) && text.Tag(last).Upos is Upos.Adp or Upos.Adv or Upos.Adj or Upos.X or Upos.Part;
    }

    /// <summary>A verb with its prefix beats the bare verb; a reflexive one needs its pronoun.</summary>
    private static bool IsBetter(StatementCue cue, StatementCue than, StatementText text) =>
        (cue.Prefix >= 0 && than.Prefix < 0)
        || (cue.Prefix >= 0 == than.Prefix >= 0 && cue.Has(CueFrame.Reflexive) && !than.Has(CueFrame.Reflexive) && HasReflexive(text, cue.Token));

    private static bool HasReflexive(StatementText text, int token) =>
        (token + 1 < text.Count && text.Is(token + 1, WordClass.Reflexive)) || (token + 2 < text.Count && text.Is(token + 2, WordClass.Reflexive));

    private static bool HasReflexive(StatementText text, ImmutableArray<Clause> clauses, int c)
    {
        foreach (Clause clause in clauses)
        {
            for (int i = clause.First; i < clause.Last && clause.Unit == clauses[c].Unit; i++)
            {
                if (text.Is(i, WordClass.Reflexive))
                    return true;
            }
        }

        return false;
    }

    private static bool IsFiniteHere(StatementText text, ImmutableArray<Clause> clauses, int c, int i, CueFormKind kind)
    {
        TokenTag tag = text.Tag(i);
        if (tag.Upos is Upos.Noun or Upos.Propn or Upos.Adj or Upos.Adp or Upos.Adv)
            return false;
        if (tag.Upos is Upos.Verb or Upos.Aux)
            return tag.VerbForm is VerbForm.Finite or VerbForm.None
                || (tag.VerbForm is VerbForm.Participle && kind == CueFormKind.Finite && text.Lexicon.IsVerbFinal && IsOnlyVerb(text, clauses, c)) || (tag.VerbForm is VerbForm.Participle && kind == CueFormKind.Finite && !text.Lexicon.IsVerbFinal && (IsPastAfterAll(text, clauses, c, i) || IsPastBehindAside(text, clauses, c, i)));
        return kind != CueFormKind.Plural ? text.IsFinite(i) || tag.Upos is Upos.X : clauses[c].Finite == i || clauses[c].Finite < 0;
    }

    /// <summary>Whether no stretch of the clause has a finite verb or an auxiliary: a form that may be both is the finite verb then.</summary>
    private static bool IsOnlyVerb(StatementText text, ImmutableArray<Clause> clauses, int c)
    {
        foreach (Clause clause in clauses)
        {
            if (clause.Unit != clauses[c].Unit || clause.Kind == ClauseKind.Quote)
                continue;
            for (int i = clause.First; i < clause.Last; i++)
            {
                if (text.IsFinite(i) || text.Is(i, WordClass.Auxiliary | WordClass.Modal))
                    return false;
            }
        }

        return true;
    }

    /// <summary>Past tense and participle look alike; without a verb before it and with an object or clause behind it the form is the past tense.</summary>
    private static bool IsPastAfterAll(StatementText text, ImmutableArray<Clause> clauses, int c, int i)
    {
        for (int k = clauses[c].First; k < i; k++)
        {
            if (text.IsFinite(k) || text.Is(k, WordClass.Auxiliary | WordClass.Relative))
                return false;
        }

        return i > clauses[c].First && (text.IsNoun(i - 1) || text.Is(i - 1, WordClass.SubjectPronoun | WordClass.Adverb)) && i + 1 < text.Count && (!text.Is(i + 1, WordClass.Of) || IsParticleOf(text, i)) && (!text.IsPunctuation(i + 1) || i + 1 == clauses[c].Last);
    }

    /// <summary>A verb that begins its stretch behind an aside, with an object or clause behind it, is the past tense: who told reporters in "the minister, Anna Verbeek, told reporters", who denied in
    /// "the firm, whose stamps were found, denied having sold it".</summary>
    private static bool IsPastBehindAside(StatementText text, ImmutableArray<Clause> clauses, int c, int i)
    {
        if (i != clauses[c].First || c < 2 || text.Mark(i - 1) != ',' || i + 1 >= clauses[c].Last || text.Is(i + 1, WordClass.Of | WordClass.Preposition))
            return false;
        bool hasObject = text.IsNoun(i + 1) || text.Is(i + 1, WordClass.ObjectPronoun | WordClass.NominativeArticle | WordClass.Complementizer | WordClass.ContentPronoun) || text.Tag(i + 1).Upos is Upos.Verb or Upos.Aux or Upos.Adj;
        if (clauses[c - 1].Last == clauses[c - 1].First + 1 && text.Tag(clauses[c - 1].First).Upos is Upos.Adv && clauses[c - 2].Finite < 0 && clauses[c - 2].Kind != ClauseKind.Quote)
            return hasObject && text.IsNoun(clauses[c - 2].Last - 1); // "the minister, however, told reporters"
        if (!IsRelative(text, clauses[c - 1]))
            return hasObject && clauses[c - 1].Finite < 0 && text.IsCapital(clauses[c - 1].Last - 1) && HasOnlySubject(text, clauses, c - 1, needsName: false);
        return hasObject && HasOnlySubject(text, clauses, c - 1, needsName: true);
    }

    private static bool IsRelative(StatementText text, Clause clause) =>
        clause.Kind == ClauseKind.Relative || (clause.Kind == ClauseKind.Question && clause.Marker >= 0 && text.Is(clause.Marker, WordClass.Relative));

    /// <summary>Whether no stretch before one has a verb of its own, or, where a name alone stands before the verb, whether a role stands before the name.</summary>
    private static bool HasOnlySubject(StatementText text, ImmutableArray<Clause> clauses, int c, bool needsName)
    {
        if (!needsName)
            return clauses[c - 1].Kind != ClauseKind.Quote;
        for (int k = 0; k < c; k++)
        {
            if (clauses[k].Kind == ClauseKind.Quote || clauses[k].IsCoordinated || (clauses[k].Finite >= 0 && !IsRelative(text, clauses[k]) && text.Lower(clauses[k].Finite)[0] is not ('\'' or '’')))
                return false;
        }

        return text.IsNoun(clauses[0].Last - 1);
    }

    private static bool IsParticleOf(StatementText text, int i)
    {
        foreach (CueForm form in text.Forms(i))
        {
            if (form.Verb.Prefix.Length > 0 && text.Lower(i + 1) == form.Verb.Prefix)
                return true;
        }

        return false;
    }

    private static bool TryFindPrefix(StatementText text, ImmutableArray<Clause> clauses, int c, int verb, string prefix, out int token)
    {
        if (!text.Lexicon.IsVerbFinal)
            return TryFindNear(text, verb, prefix, out token);
        if (verb > clauses[c].First && text.Lower(verb - 1) == prefix && verb + 1 >= clauses[c].Last)
        {
            token = verb - 1; // "bekannt gab"
            return true;
        }

        for (int k = c; k < clauses.Length; k++)
        {
            if (clauses[k].Kind == ClauseKind.Quote || (k > c && clauses[k].Unit != clauses[c].Unit && clauses[k].Last - clauses[k].First > 2))
                continue;
            for (int i = Math.Max(verb + 1, clauses[k].First); i < clauses[k].Last; i++)
            {
                // "bekannt, dass"; "an, dass"; the prefix closes its clause, or a comparison follows
                if (text.Lower(i) == prefix && (i + 1 >= clauses[k].Last || text.IsPunctuation(i + 1) || text.Is(i + 1, WordClass.Coordinator | WordClass.Preposition)) && !IsPreposition(text, i, clauses[k].Last))
                {
                    token = i;
                    return true;
                }
            }
        }

        token = -1;
        return false;
    }

    private static bool IsParticipleToo(StatementText text, int i)
    {
        foreach (CueForm form in text.Forms(i))
        {
            if (form.Kind == CueFormKind.Participle && form.IsWhole)
                return true;
        }

        return false;
    }

    /// <summary>A prefix written apart right before the verb ("bekannt gegeben"), or a particle right behind it ("called for").</summary>
    private static bool TryFindNear(StatementText text, int verb, string prefix, out int token)
    {
        token = text.Lexicon.IsVerbFinal ? verb - 1 : verb + 1;
        return token >= 0 && token < text.Count && text.Lower(token) == prefix;
    }

    private static bool IsPreposition(StatementText text, int i, int last) =>
        i + 1 < last && text.Tag(i).Upos is Upos.Adp && StatementNounGroups.End(text, i + 1, last) > i + 1;

    private static bool TryFindHelper(StatementText text, ImmutableArray<Clause> clauses, int c, int verb, WordClass kind, out int helper)
    {
        int unit = clauses[c].Unit;
        helper = -1;
        for (int k = 0; k < clauses.Length; k++)
        {
            if (clauses[k].Unit != unit || clauses[k].Kind == ClauseKind.Quote)
                continue;
            for (int i = clauses[k].First; i < clauses[k].Last; i++)
            {
                if (i != verb && text.Is(i, kind) && (text.IsFinite(i) || (!text.Lexicon.IsVerbFinal && !IsPossessive(text, i))) && (helper < 0 || i < verb || !text.Lexicon.IsVerbFinal))
                    helper = text.Lexicon.IsVerbFinal || i < verb ? i : helper;
            }
        }

        return helper >= 0 && (text.Lexicon.IsVerbFinal || verb - helper <= 4);
    }

    private static bool HasVerbBetween(StatementText text, int helper, int verb)
    {
        for (int i = helper + 1; i < verb; i++)
        {
            if (text.Tag(i) is { Upos: Upos.Verb, VerbForm: VerbForm.Infinitive } && !text.IsNoun(i))
                return true;
        }

        return false;
    }

    /// <summary>"the senator's aides": looks like a short auxiliary.</summary>
    private static bool IsPossessive(StatementText text, int i) => i > 0 && i + 1 < text.Count && text.Mark(i) == '\0' && text.Lower(i)[0] is '\'' or '’' && text.Tag(i).Upos is not (Upos.Aux or Upos.Verb);

    private static bool IsPassive(StatementText text, ImmutableArray<Clause> clauses, int c, int helper)
    {
        if (text.Is(helper, WordClass.Passive) || (text.Is(helper, WordClass.Be) && !text.Lexicon.IsVerbFinal))
            return true;
        if (!text.Is(helper, WordClass.Be))
            return false;
        for (int i = clauses[c].First; i < clauses[c].Last; i++)
        {
            if (i != helper && text.Is(i, WordClass.Passive) && text.Is(i, WordClass.AuxiliaryBase))
                return true;
        }

        return false;
    }
}
