using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Finds the words that name who says something: the subject of a cue verb, the agent of a passive, the text in which "it says".</summary>
internal static class StatementSources
{
    /// <summary>First token and the token after the last one; -1 where the sentence names nobody.</summary>
    public static (int First, int Last) Find(StatementText text, ImmutableArray<Clause> clauses, StatementCue cue)
    {
        (int first, int last) = FindSubject(text, clauses, cue);
        return first < 0 && cue.Has(CueFrame.Impersonal) ? Agent(text, clauses, cue.Clause, WordClass.TextPreposition) : (first, last);
    }

    /// <summary>The subject of a stretch by its finite verb, which need be no cue; -1 where there is none.</summary>
    public static (int First, int Last) SubjectOf(StatementSentence sentence, int finite) =>
        Find(sentence.Text, sentence.Clauses, new StatementCue(finite, CueVerb.None, CueFormKind.Finite, sentence.ClauseAt(finite), -1, -1, false));

    /// <summary>Who is cited, and by whom: object and subject of an active verb, subject and agent of a passive one. Without an object the subject speaks itself.</summary>
    public static ((int First, int Last) Cited, (int First, int Last) Citing) FindCited(StatementText text, ImmutableArray<Clause> clauses, StatementCue cue)
    {
        (int First, int Last) subject = Find(text, clauses, cue with { IsPassive = false });
        if (cue.IsPassive)
            return (subject, Agent(text, clauses, cue.Clause, WordClass.Of));
        int finite = cue.Helper >= 0 ? cue.Helper : cue.Token;
        int from = subject.First > finite ? subject.Last : finite + 1;
        (int First, int Last) cited = subject.First < 0 ? (-1, -1) : FirstObject(text, from, clauses[cue.Clause].Last + Tail(clauses, cue.Clause));
        return cited.First >= 0 ? (cited, subject) : (subject, (-1, -1));
    }

    /// <summary>The first group of nouns that no preposition governs, whatever its case.</summary>
    private static (int First, int Last) FirstObject(StatementText text, int from, int limit)
    {
        for (int i = from; i < limit;)
        {
            if (text.Mark(i) is ':' or ',' || text.IsInOpaque(i))
                break;
            if (text.Is(i, WordClass.Preposition))
            {
                i = Math.Max(i + 1, StatementNounGroups.EndWithAttributes(text, i + 1, limit));
                continue;
            }

            int end = text.Is(i, WordClass.ObjectPronoun) && !text.Is(i, WordClass.Reflexive) ? i + 1 : StatementNounGroups.End(text, i, limit);
            if (end > i && !IsTime(text, i, end))
                return (i, end == i + 1 && text.Is(i, WordClass.ObjectPronoun) ? end : StatementNounGroups.EndWithAttributes(text, i, limit));
            i = Math.Max(i + 1, end);
        }

        return (-1, -1);
    }

    private static (int First, int Last) FindSubject(StatementText text, ImmutableArray<Clause> clauses, StatementCue cue)
    {
        Clause unit = clauses[clauses[cue.Clause].Unit];
        if (cue.IsPassive)
            return Agent(text, clauses, cue.Clause, WordClass.Of);
        if (cue.Has(CueFrame.Impersonal) && HasImpersonal(text, clauses[cue.Clause], cue.Token))
            return Agent(text, clauses, cue.Clause, WordClass.TextPreposition);
        int finite = cue.Helper >= 0 ? cue.Helper : cue.Token;
        if (cue.Form == CueFormKind.Gerund && cue.Helper < 0)
            return OfLastDependent(text, clauses, cue) is (int First, int Last) near ? near : SubjectBefore(text, clauses, cue.Clause + (clauses[cue.Clause].Finite >= 0 && clauses[cue.Clause].Finite < cue.Token ? 1 : 0));
        if (NamedBefore(text, clauses, cue) is { } named)
            return named;
        switch (unit.Kind)
        {
            case ClauseKind.Infinitive:
                return text.Lexicon.IsVerbFinal || cue.Form != CueFormKind.Finite ? (-1, -1) : OfFixedOrder(text, clauses, cue.Clause, finite);
            case ClauseKind.Relative:
                (int relFirst, int relLast) = FirstSubject(text, unit.Marker + 1, Math.Min(unit.Last, finite));
                return relFirst >= 0 && !StatementNounGroups.CanBeSubject(text, unit.Marker) ? (relFirst, relLast) : text.Is(unit.Marker, WordClass.NominativeArticle | WordClass.SubjectPronoun) ? (unit.Marker, unit.Marker + 1) : (relFirst, relLast);
            case ClauseKind.Subordinate or ClauseKind.Question:
                return FirstSubject(text, unit.Marker + 1, Math.Max(unit.Last, clauses[cue.Clause].Last));
            case ClauseKind.VerbFirst when unit.IsCoordinated:
                return SubjectBefore(text, clauses, clauses[cue.Clause].Unit);
            case ClauseKind.VerbFirst when OfVerbBehindAsides(text, clauses, cue, finite) is { } before:
                return before;
            case ClauseKind.VerbFirst:
                return Extended(text, clauses, cue.Clause, FirstSubject(text, finite + 1, clauses[cue.Clause].Last + Tail(clauses, cue.Clause)));
            default:
                (int First, int Last) own = OfMain(text, clauses, cue, finite);
                return own.First < 0 && unit.IsCoordinated && !text.Lexicon.IsVerbFinal && !NamesSomebody(text, unit.First, finite) ? SubjectBefore(text, clauses, clauses[cue.Clause].Unit) : own; // "and on Friday accused the mayor"
        }
    }

    /// <summary>A role and a name between commas right before a verb that begins its stretch ("..., the minister, Anna Verbeek, told reporters"), where no subject can follow the verb; null elsewhere.</summary>
    public static (int First, int Last)? NamedBefore(StatementText text, ImmutableArray<Clause> clauses, StatementCue cue)
    {
        int c = cue.Clause;
        if (text.Lexicon.IsVerbFinal || c < 2 || cue.Token != clauses[c].First || text.Mark(cue.Token - 1) != ',' || clauses[c - 1].Finite >= 0 || clauses[c - 2].Kind == ClauseKind.Quote)
            return null;
        int behind = cue.Token + 1;
        bool hasNoSubjectBehind = cue.Has(CueFrame.Addressee) || behind >= clauses[c].Last || text.Is(behind, WordClass.Preposition | WordClass.Complementizer | WordClass.TimeNoun | WordClass.Adverb);
        Clause role = clauses[c - 2], name = clauses[c - 1];
        if (!hasNoSubjectBehind || text.Mark(name.First - 1) != ',' || !IsGroup(text, name) || !text.IsCapital(name.Last - 1))
            return null;
        bool isRole = role.Finite < 0 || IsPossessive(text, role.Finite);
        return isRole && IsGroup(text, role) ? (role.First, name.Last) : null;
    }

    /// <summary>"the senator's aides": looks like a short auxiliary.</summary>
    private static bool IsPossessive(StatementText text, int token) => text.Lower(token)[0] is '\'' or '’';

    /// <summary>Whether a stretch is one group of nouns, with what belongs to it.</summary>
    private static bool IsGroup(StatementText text, Clause clause)
    {
        bool hasNoun = false;
        for (int i = clause.First; i < clause.Last; i++)
        {
            if (text.Is(i, WordClass.Complementizer | WordClass.Subordinator | WordClass.Modal) && !text.IsNoun(i) && !text.Is(i, WordClass.NominativeArticle) && !text.Is(i, WordClass.Preposition))
                return false;
            hasNoun |= text.IsNoun(i);
        }

        return hasNoun && !text.Is(clause.First, WordClass.Preposition | WordClass.Coordinator);
    }

    /// <summary>The subject of the dependent clause that runs up to a participle, where the participle goes on with that clause's object ("after the bank sued its
    /// founders, accusing them of fraud"); null elsewhere.</summary>
    private static (int First, int Last)? OfLastDependent(StatementText text, ImmutableArray<Clause> clauses, StatementCue cue)
    {
        Clause own = clauses[cue.Clause];
        if (cue.Clause == 0 || cue.Token != own.First || cue.Token + 1 >= own.Last || !text.Is(cue.Token + 1, WordClass.ObjectPronoun))
            return null;
        Clause before = clauses[cue.Clause - 1];
        for (int i = before.Last - 1; i >= before.First; i--)
        {
            if (!text.Is(i, WordClass.Subordinator) || text.IsNoun(i) || text.Is(i, WordClass.NominativeArticle))
                continue;
            (int first, int last) = FirstSubject(text, i + 1, before.Last);
            bool hasObject = first == i + 1 && last + 1 < before.Last && !text.Is(last, WordClass.Be) && !text.Is(last + 1, WordClass.Preposition | WordClass.ObjectPronoun) && StatementNounGroups.End(text, last + 1, before.Last) > last + 1;
            return hasObject && text.IsNoun(last - 1) && text.CanSpeak(first, last) ? (first, last) : null;
        }

        return null;
    }

    /// <summary>The subject of the nearest main clause before a coordinated one.</summary>
    private static (int First, int Last) SubjectBefore(StatementText text, ImmutableArray<Clause> clauses, int unit)
    {
        for (int k = unit - 1; k >= 0; k--)
        {
            if (clauses[k].Unit == k && clauses[k].Kind is ClauseKind.Main or ClauseKind.VerbFirst or ClauseKind.Relative && !(clauses[k].Kind == ClauseKind.VerbFirst && clauses[k].IsCoordinated))
            {
                int finite = FiniteOf(clauses, k);
                if (finite < 0)
                    continue;
                StatementCue cue = new(finite, CueVerb.None, CueFormKind.Finite, ClauseOf(clauses, finite), -1, -1, false);
                return Find(text, clauses, cue);
            }
        }

        return (-1, -1);
    }

    private static int FiniteOf(ImmutableArray<Clause> clauses, int unit)
    {
        for (int k = unit; k < clauses.Length; k++)
        {
            if (clauses[k].Unit == unit && clauses[k].Finite >= 0)
                return clauses[k].Finite;
        }

        return -1;
    }

    private static int ClauseOf(ImmutableArray<Clause> clauses, int token)
    {
        for (int k = 0; k < clauses.Length; k++)
        {
            if (clauses[k].First <= token && token < clauses[k].Last)
                return k;
        }

        return 0;
    }

    private static (int First, int Last) OfMain(StatementText text, ImmutableArray<Clause> clauses, StatementCue cue, int finite)
    {
        Clause unit = clauses[clauses[cue.Clause].Unit];
        if (!text.Lexicon.IsVerbFinal)
            return OfFixedOrder(text, clauses, cue.Clause, finite);
        int start = unit.First;
        while (start < finite && text.Is(start, WordClass.Coordinator | WordClass.Adverb) && StatementNounGroups.End(text, start, finite) == start)
            start++;
        if (finite == start + 1 && text.Tag(start).Upos is Upos.Adj && text.IsCapital(start) && text.IsNameElsewhere(start))
            return (start, finite); // "Lauer sagte", after "Heiko Lauer": looks like an adjective at the sentence's head
        if (start < finite && start < unit.Last && !text.Is(start, WordClass.Preposition) && StatementNounGroups.CanBeSubject(text, start)
            && StatementNounGroups.End(text, start, Math.Min(finite, unit.Last)) is int head && head > start && !IsTime(text, start, head) && !(head == start + 1 && text.Is(start, WordClass.ContentPronoun))
            && !IsObject(text, clauses, cue, start, head, finite))
        {
            // everything before the verb is one part of the sentence
            int last = Math.Min(finite, unit.Last);
            for (int k = clauses[cue.Clause].Unit + 1; k < clauses.Length && clauses[k].First < finite && clauses[k].Unit == clauses[cue.Clause].Unit; k++)
            {
                if (clauses[k].First > start && (StatementNounGroups.End(text, clauses[k].First, finite) == clauses[k].First || text.Is(clauses[k].First, WordClass.Relative) && !text.Is(clauses[k].First, WordClass.NominativeArticle)) && !text.IsAdjective(clauses[k].First))
                    break;
                last = Math.Min(finite, clauses[k].Last);
            }

            while (last > start + 1 && text.Is(last - 1, WordClass.Adverb))
                last--;
            return (start, last);
        }

        return FirstSubject(text, finite + 1, clauses[cue.Clause].Last + Tail(clauses, cue.Clause));
    }

    /// <summary>Whether the group before the verb is rather its object: it can't speak or disagrees in number, and a group behind the verb can.</summary>
    private static bool IsObject(StatementText text, ImmutableArray<Clause> clauses, StatementCue cue, int start, int head, int finite)
    {
        if (!text.Lexicon.IsVerbFinal)
            return false;
        GrammaticalNumber verb = text.Tag(finite).Number, noun = text.IsNoun(head - 1) ? text.Tag(head - 1).Number : GrammaticalNumber.None;
        bool disagrees = verb != GrammaticalNumber.None && noun != GrammaticalNumber.None && verb != noun && !(head < finite && verb == GrammaticalNumber.Plural);
        if (!disagrees && text.CanSpeak(start, head))
            return false;
        (int first, int last) = FirstSubject(text, finite + 1, clauses[cue.Clause].Last);
        return first >= 0 && text.Tag(first).Upos is not Upos.Num && text.CanSpeak(first, StatementNounGroups.End(text, first, last));
    }

    /// <summary>Whether a noun that no preposition governs and that is no time stands in a stretch.</summary>
    private static bool NamesSomebody(StatementText text, int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (text.Is(i, WordClass.Preposition))
                i = Math.Max(i, StatementNounGroups.End(text, i + 1, last) - 1);
            else if (text.IsNoun(i) && !text.Is(i, WordClass.TimeNoun))
                return true;
        }

        return false;
    }

    /// <summary>The subject of a verb that begins its stretch though its subject stands before it ("Weller, the head of the board, said on Friday that"), where word order is fixed: unless the verb may
    /// be put behind what is said ("..., said the minister") its subject stands before asides; (-1, -1) where nothing behind it can be the subject either ("Asked whether").</summary>
    /// <returns>null where the subject follows the verb.</returns>
    private static (int First, int Last)? OfVerbBehindAsides(StatementText text, ImmutableArray<Clause> clauses, StatementCue cue, int finite)
    {
        int behind = cue.Token + 1;
        if (text.Lexicon.IsVerbFinal)
            return null;
        bool canFollow = behind < clauses[cue.Clause].Last && !text.Is(behind, WordClass.Preposition | WordClass.Complementizer | WordClass.TimeNoun | WordClass.InfinitiveMark) && !cue.Has(CueFrame.Addressee);
        if (canFollow && cue.Has(CueFrame.Insert) && HasStatedBefore(clauses, cue.Clause))
            return null;
        (int First, int Last) found = OfFixedOrder(text, clauses, cue.Clause, finite);
        return found.First >= 0 ? found : behind < clauses[cue.Clause].Last && text.Is(behind, WordClass.Complementizer) ? (-1, -1) : null;
    }

    /// <summary>Whether a quotation, or a clause with its verb that is no aside, stands before a stretch.</summary>
    private static bool HasStatedBefore(ImmutableArray<Clause> clauses, int c)
    {
        for (int k = 0; k < c; k++)
        {
            if (clauses[k].Kind == ClauseKind.Quote || (clauses[k].Kind is ClauseKind.Main or ClauseKind.VerbFirst && clauses[k].Finite >= 0))
                return true;
        }

        return false;
    }

    /// <summary>Where the order of words is fixed: all that stands before the verb from the first group of nouns on that no preposition governs.</summary>
    private static (int First, int Last) OfFixedOrder(StatementText text, ImmutableArray<Clause> clauses, int c, int finite)
    {
        int verb = finite;
        while (verb > clauses[c].First && (text.Is(verb - 1, WordClass.Auxiliary | WordClass.Modal | WordClass.Adverb | WordClass.Negation | WordClass.InfinitiveMark) || text.Tag(verb - 1).Upos is Upos.Adv) && !text.IsNoun(verb - 1))
            verb--;
        if (verb > clauses[c].First)
            return SubjectLeftOf(text, clauses[c].First, verb) is (>= 0, _) and var own ? own : LoneName(text, clauses[c].First, verb);
        // "Smith, the head of the board, said": the subject stands in the stretches before
        int head = c - 1;
        while (head > 0 && (IsAside(text, clauses[head]) || IsInserted(text, clauses[head]) || (clauses[head].Unit == clauses[c].Unit && clauses[head].Finite < 0 && clauses[head].Unit != head && clauses[head].Kind != ClauseKind.Quote)))
            head--;
        if (head >= 0 && (clauses[head].Kind == ClauseKind.Quote || IsStated(text, clauses[head])))
            head++; // what is said, or another clause, stands before the name
        int behind = c - 1;
        while (behind > head && IsInserted(text, clauses[behind]))
            behind--; // "the minister, however, said"
        for (int k = Math.Max(0, head); k <= behind; k++)
        {
            // "On Friday, Smith, 52, said", "Smith, R-La., said": the first stretch that has a subject
            if (!IsStated(text, clauses[k]) && clauses[k].Kind is not (ClauseKind.Quote or ClauseKind.Subordinate or ClauseKind.Relative or ClauseKind.Question) && SubjectLeftOf(text, clauses[k].First, clauses[k].Last) is (>= 0 and int first, _))
                return (first, clauses[behind].Last);
        }

        return (-1, -1);
    }

    /// <summary>Whether a stretch has a finite verb that is no possessive mark.</summary>
    private static bool IsStated(StatementText text, Clause clause) => clause.Finite >= 0 && !IsPossessive(text, clause.Finite) && !IsAside(text, clause);

    /// <summary>Whether a stretch between a subject and its verb names nobody ("however", "for his part").</summary>
    private static bool IsInserted(StatementText text, Clause clause)
    {
        if (clause.Finite >= 0 || !(clause.Last == clause.First + 1 || text.Is(clause.First, WordClass.Preposition)))
            return clause.Kind is ClauseKind.Subordinate && !text.Is(clause.First, WordClass.Relative);
        for (int i = clause.First; i < clause.Last; i++)
        {
            if (text.IsCapital(i) || text.Tagged.Token(i).Kind is TokenKind.Number)
                return false;
        }

        return clause.Last > clause.First + 1 || !text.IsNoun(clause.First);
    }

    /// <summary>A single capitalised word before the verb that is not known as a name ("Fanning said").</summary>
    private static (int First, int Last) LoneName(StatementText text, int first, int verb) =>
        verb == first + 1 && text.IsCapital(first) && text.Tag(first).Upos is Upos.Verb or Upos.Adj or Upos.X && text.Class(first) == WordClass.None ? (first, verb) : (-1, -1);

    private static bool StartsAside(StatementText text, Clause clause) =>
        clause.First >= 1 && text.Mark(clause.First - 1) == ',' && clause.Unit >= 0 && text.Is(clause.First, WordClass.NominativeArticle);

    /// <summary>Where names take their relative clauses along ("said Smith, who led the talks"): the group and what follows it to the end of the aside.</summary>
    private static (int First, int Last) Extended(StatementText text, ImmutableArray<Clause> clauses, int c, (int First, int Last) found)
    {
        if (text.Lexicon.IsVerbFinal || found.First < 0 || found.Last < clauses[c].Last)
            return found;
        int last = found.Last;
        for (int k = c + 1; k < clauses.Length && IsAside(text, clauses[k]); k++)
            last = Math.Max(last, clauses[k].Last);
        return (found.First, last);
    }

    /// <summary>Whether a stretch only says more about the group of nouns before it.</summary>
    private static bool IsAside(StatementText text, Clause clause) =>
        clause.Kind is ClauseKind.Fragment or ClauseKind.Relative or ClauseKind.Subordinate or ClauseKind.Question || (clause.Finite < 0 && clause.Kind != ClauseKind.Quote && StartsAside(text, clause)) || text.Is(clause.First, WordClass.Relative) || (clause.Finite < 0 && clause.Kind is ClauseKind.Infinitive)
        || (clause.Finite >= 0 && clause.Kind == ClauseKind.Main && clause.Unit >= 0 && text.Is(clause.First, WordClass.NominativeArticle) && text.Tag(clause.Finite).VerbForm is VerbForm.Participle)
        || (clause.Finite >= 0 && clause.Kind == ClauseKind.Main && StartsAside(text, clause) && (IsPossessive(text, clause.Finite) || IsInRelative(text, clause)));

    /// <summary>Whether the verb of a stretch belongs to a relative clause that no comma parts from its noun ("the lobby that has been seen as an opponent").</summary>
    private static bool IsInRelative(StatementText text, Clause clause)
    {
        for (int i = clause.First + 1; i < clause.Finite; i++)
        {
            if (text.Is(i, WordClass.Relative) && text.IsNoun(i - 1))
            {
                for (int k = clause.Finite + 1; k < clause.Last; k++)
                {
                    if (text.IsFinite(k) && !text.Is(k, WordClass.Auxiliary | WordClass.Modal))
                        return false;
                }

                return true;
            }
        }

        return false;
    }

    private static (int First, int Last) SubjectLeftOf(StatementText text, int first, int last)
    {
        int pronoun = last - 1;
        bool standsAlone = pronoun > first && text.Is(pronoun, WordClass.SubjectPronoun) && !text.Is(pronoun, WordClass.Relative | WordClass.Question | WordClass.NominativeArticle | WordClass.Negation) && !text.Is(pronoun - 1, WordClass.Coordinator);
        if (standsAlone)
            return (pronoun, last); // "told the paper on Tuesday he thinks", "for what he called"
        for (int i = last - 1; i >= first; i--)
        {
            if (text.IsFinite(i) && RelativeBefore(text, first, i) is >= 0 and int relative)
                return SubjectLeftOf(text, first, relative); // "groups that are trying to save the port accused"
            // what stands before another verb or a conjunction belongs to another clause
            if (text.IsFinite(i) || text.Is(i, WordClass.Complementizer | WordClass.Subordinator) && (!text.Is(i, WordClass.NominativeArticle) || text.Tag(i).Upos is Upos.Sconj))
            {
                first = i + 1;
                break;
            }
        }

        for (int i = first; i < last;)
        {
            if (text.Is(i, WordClass.Preposition))
            {
                i = Math.Max(i + 1, StatementNounGroups.EndWithAttributes(text, i + 1, last));
                continue;
            }

            int end = StatementNounGroups.End(text, i, last);
            if (end > i && StatementNounGroups.CanBeSubject(text, i) && !IsTime(text, i, end))
                return (i, last);
            i = Math.Max(i + 1, end);
        }

        return (-1, -1);
    }

    /// <summary>The relative pronoun behind a noun that begins the clause of a verb, where that verb has no clause of its own as its object ("who said the port was closed"); -1 where there is none.</summary>
    private static int RelativeBefore(StatementText text, int first, int finite)
    {
        foreach (CueForm form in text.Forms(finite))
        {
            if ((form.Verb.Frames & CueFrame.Clause) != CueFrame.None)
                return -1;
        }

        for (int i = finite - 1; i > first; i--)
        {
            if (text.IsFinite(i))
                return -1;
            if (text.Is(i, WordClass.Relative) && !text.IsCapital(i) && text.Tag(i).Upos is not (Upos.Sconj or Upos.Det))
                return text.IsNoun(i - 1) ? i : -1;
        }

        return -1;
    }

    /// <summary>How many tokens behind a stretch still belong to it because an apposition follows.</summary>
    private static int Tail(ImmutableArray<Clause> clauses, int c)
    {
        int last = clauses[c].Last;
        for (int k = c + 1; k < clauses.Length && clauses[k].Unit == clauses[c].Unit && clauses[k].Kind == ClauseKind.Fragment; k++)
            last = clauses[k].Last;
        return last - clauses[c].Last;
    }

    /// <summary>The first group of nouns that can be a subject, passing over objects and groups with prepositions.</summary>
    public static (int First, int Last) FirstSubject(StatementText text, int from, int limit)
    {
        for (int i = from; i < limit;)
        {
            if (text.Mark(i) is ':' || text.IsInOpaque(i) || (i > from && text.IsInWording(i) && text.Is(i, WordClass.SubjectPronoun | WordClass.ContentPronoun) && !text.Is(i, WordClass.NominativeArticle)))
                break;
            if (text.Is(i, WordClass.Preposition) && !text.Is(i, WordClass.SubjectPronoun))
            {
                int inner = StatementNounGroups.End(text, i + 1, limit);
                i = Math.Max(i + 1, inner);
                continue;
            }

            if (text.Is(i, WordClass.Reflexive | WordClass.ObjectPronoun | WordClass.Negation) || (text.Is(i, WordClass.Adverb) && !text.IsNoun(i)) || text.Is(i, WordClass.Complementizer | WordClass.ContentPronoun) && (!text.Is(i, WordClass.NominativeArticle) || text.Tag(i).Upos is Upos.Sconj))
            {
                i++;
                continue;
            }

            int end = StatementNounGroups.End(text, i, limit);
            if (end == i)
            {
                i++;
                continue;
            }

            if (StatementNounGroups.CanBeSubject(text, i) && !IsTime(text, i, end) && !(i > from && text.Is(i - 1, WordClass.Than)))
                return (i, StatementNounGroups.EndWithAttributes(text, i, limit));
            i = end;
        }

        return (-1, -1);
    }

    private static (int First, int Last) Agent(StatementText text, ImmutableArray<Clause> clauses, int c, WordClass preposition)
    {
        for (int k = 0; k < clauses.Length; k++)
        {
            if (clauses[k].Unit != clauses[c].Unit || clauses[k].Kind == ClauseKind.Quote)
                continue;
            for (int i = clauses[k].First; i + 1 < clauses[k].Last; i++)
            {
                if (!text.Is(i, preposition))
                    continue;
                int end = StatementNounGroups.EndWithAttributes(text, i + 1, clauses[k].Last);
                if (end > i + 1)
                    return (i + 1, end);
            }
        }

        return (-1, -1);
    }

    /// <summary>Whether a group of nouns names a time ("dieser Tage", "last week").</summary>
    private static bool IsTime(StatementText text, int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (text.Is(i, WordClass.TimeNoun))
                return true;
        }

        return false;
    }

    /// <summary>Whether a pronoun that names nobody stands beside a verb ("hieß es").</summary>
    public static bool HasImpersonal(StatementText text, Clause clause, int verb)
    {
        for (int i = clause.First; i < clause.Last; i++)
        {
            if (i != verb && Math.Abs(i - verb) <= 2 && text.Is(i, WordClass.SubjectPronoun))
                return true;
        }

        return false;
    }
}
