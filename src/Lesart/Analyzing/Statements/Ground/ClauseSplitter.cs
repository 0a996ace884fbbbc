using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Cuts a sentence into stretches between separators and tells which of them are one clause, and what depends on what.</summary>
/// <remarks>No parser: separators, introducing words and the place of the finite verb carry German and English news prose far enough for statements
/// (see docs/clauses.md). Linear in the sentence's tokens.</remarks>
internal static class ClauseSplitter
{
    /// <summary>Cuts one sentence.</summary>
    public static ImmutableArray<Clause> Split(StatementText text, Sentence sentence)
    {
        List<(int First, int Last, bool IsQuote)> pieces = Cut(text, sentence);
        List<Clause> clauses = new(pieces.Count);
        List<int> open = []; // units that still wait for their verb
        for (int p = 0; p < pieces.Count; p++)
        {
            (int first, int last, bool isQuote) = pieces[p];
            bool isInserted = open.Count > 0 && clauses[open[^1]].Kind == ClauseKind.Main && p + 1 < pieces.Count && !isQuote && !pieces[p + 1].IsQuote && IsInserted(text, first, last, pieces[p + 1].First);
            clauses.Add(isQuote ? new Clause(first, last, ClauseKind.Quote, -1, clauses.Count, LastUnit(clauses), -1, false) : Join(text, clauses, open, first, last, isInserted));
        }

        return [.. clauses];
    }

    /// <summary>Whether a stretch is a verb of saying with its subject, put between the parts of what is said ("Die Brücke, sagte der Minister, ist gesperrt"): behind it the verb follows for which the part before it waits.</summary>
    private static bool IsInserted(StatementText text, int first, int last, int next)
    {
        if (first + 1 >= last || !text.IsFinite(first) || !text.IsFinite(next) || !StatementNounGroups.CanBeSubject(text, first + 1))
            return false;
        foreach (CueForm form in text.Forms(first))
        {
            if ((form.Verb.Frames & CueFrame.Insert) != CueFrame.None)
                return true;
        }

        return false;
    }

    private static List<(int First, int Last, bool IsQuote)> Cut(StatementText text, Sentence sentence)
    {
        List<(int, int, bool)> pieces = [];
        int start = sentence.First == 0 && text.OpeningEnd < sentence.Last ? text.OpeningEnd : sentence.First;
        for (int i = start; i < sentence.Last;)
        {
            if (text.IsInOpaque(i))
            {
                AddPiece(pieces, text, start, i);
                int end = Math.Min(sentence.Last, text.Quotations[text.QuotationAt[i]].Last);
                pieces.Add((i, end, true));
                start = i = end;
                continue;
            }

            if (text.IsInWording(i))
            {
                // a wording is one part of the clause around it, whatever its commas
            }
            else if (IsSeparator(text, i))
            {
                AddPiece(pieces, text, start, i);
                start = i + 1;
            }
            else if (i > start && text.Is(i, WordClass.Coordinator) && SplitsAt(text, start, i, sentence.Last))
            {
                AddPiece(pieces, text, start, i);
                start = i;
            }

            i++;
        }

        AddPiece(pieces, text, start, sentence.Last);
        return pieces;
    }

    private static bool IsSeparator(StatementText text, int i) =>
        text.Mark(i) is ',' or ';' or ':' or '–' or '—' or '.' or '!' or '?' or '…' || (text.Mark(i) == '-' && text.Tagged.Tokenized.HasBlankBefore(i));

    /// <summary>Whether a coordinator joins two clauses, not two words: both sides have a finite verb, or the right side is introduced anew.</summary>
    private static bool SplitsAt(StatementText text, int start, int at, int last)
    {
        if (at + 1 >= last)
            return false;
        if (text.Is(at + 1, WordClass.Complementizer))
            return true;
        if (text.Lexicon.IsVerbFinal && at == start + 1)
            return false; // "habe aber niemanden verletzt"
        bool left = false, right = false;
        for (int i = at - 1; i >= start && !left; i--)
            left = text.IsFinite(i);
        for (int i = at + 1; left && i < last && !IsSeparator(text, i) && !text.IsInOpaque(i) && !right; i++)
            right = text.IsFinite(i);
        return left && right;
    }

    private static void AddPiece(List<(int, int, bool)> pieces, StatementText text, int first, int last)
    {
        while (first < last && text.IsPunctuation(first) && text.Tagged.Token(first).Kind != TokenKind.QuotationMark)
            first++;
        while (first < last && text.IsPunctuation(last - 1) && text.Tagged.Token(last - 1).Kind != TokenKind.QuotationMark && text.Mark(last - 1) is not (')' or ']'))
            last--;
        if (first < last)
            pieces.Add((first, last, false));
    }

    private static Clause Join(StatementText text, List<Clause> clauses, List<int> open, int first, int last, bool isInserted)
    {
        int index = clauses.Count;
        bool isCoordinated = text.Is(first, WordClass.Coordinator) && first + 1 < last;
        int head = isCoordinated ? first + 1 : first;
        while (head + 1 < last && text.Mark(head) is '(' or '"' or '„' or '“' or '»' or '‚')
            head++;
        int firstFinite = FiniteFrom(text, first, last, 1), lastFinite = FiniteFrom(text, first, last, -1);
        (ClauseKind kind, int marker) = KindOf(text, head, last, firstFinite, lastFinite, index == 0);
        if (kind == ClauseKind.Fragment)
            firstFinite = lastFinite = -1;
        int finite = kind is ClauseKind.Main or ClauseKind.VerbFirst ? firstFinite : lastFinite;
        int top = open.Count > 0 ? open[^1] : -1;
        if (!isInserted && ContinuesOpen(text, clauses, kind, top, first, last, isCoordinated, firstFinite, lastFinite))
        {
            if (finite >= 0 || (clauses[top].Kind == ClauseKind.Infinitive && HasInfinitive(text, first, last)))
                open.RemoveAt(open.Count - 1);
            return new Clause(first, last, kind is ClauseKind.VerbFirst or ClauseKind.Main && clauses[top].Kind == ClauseKind.Main ? kind : clauses[top].Kind, lastFinite, top, clauses[top].Parent, -1, isCoordinated);
        }

        if (kind == ClauseKind.Fragment && index > 0)
        {
            int unit = LastUnit(clauses);
            return new Clause(first, last, kind, -1, unit, clauses[unit].Parent, -1, isCoordinated);
        }

        if (kind is ClauseKind.Main or ClauseKind.VerbFirst && !isInserted)
            open.Clear();
        bool waits = finite < 0 && (kind != ClauseKind.Infinitive || !HasInfinitive(text, first, last));
        if (waits)
            open.Add(index);
        int parent = kind is ClauseKind.Main or ClauseKind.VerbFirst ? -1 : LastUnit(clauses);
        return new Clause(first, last, kind == ClauseKind.Fragment ? ClauseKind.Main : kind, finite, index, parent, marker, isCoordinated);
    }

    private static bool ContinuesOpen(
        StatementText text, List<Clause> clauses, ClauseKind kind, int top, int first, int last, bool isCoordinated, int firstFinite, int lastFinite)
    {
        if (top < 0)
            return false;
        if (clauses[top].Kind == ClauseKind.Main)
        {
            return kind switch
            {
                ClauseKind.Fragment => true,
                ClauseKind.Main => false,
                ClauseKind.VerbFirst => !isCoordinated,
                _ => false,
            };
        }

        return kind == ClauseKind.Fragment || (text.Lexicon.IsVerbFinal && kind is ClauseKind.Main or ClauseKind.VerbFirst && IsAtEnd(text, lastFinite, last) && (kind != ClauseKind.VerbFirst || firstFinite == lastFinite && last - first <= 2));
    }

    private static (ClauseKind Kind, int Marker) KindOf(StatementText text, int head, int last, int firstFinite, int lastFinite, bool isFirst)
    {
        bool endsInVerb = firstFinite < 0 || !text.Lexicon.IsVerbFinal || IsAtEnd(text, lastFinite, last);
        int marker = MarkerOf(text, head, last);
        if (marker >= 0)
        {
            WordClass found = text.Class(marker);
            if ((found & WordClass.Complementizer) != WordClass.None)
                return (ClauseKind.Subordinate, marker);
            bool isAdverb = !text.Lexicon.IsVerbFinal && last == marker + 1 && text.Tag(marker).Upos is Upos.Adv; // "the minister, though, said"
            if ((found & WordClass.Subordinator) != WordClass.None && endsInVerb && firstFinite != marker + 1 && !isAdverb)
                return (HasInfinitive(text, marker, last) && firstFinite < 0 ? ClauseKind.Infinitive : ClauseKind.Subordinate, marker);
            if ((found & WordClass.Question) != WordClass.None && endsInVerb && (firstFinite >= 0 || isFirst) && firstFinite != marker + 1)
                return (ClauseKind.Question, marker);
            if ((found & WordClass.Relative) != WordClass.None && !isFirst && firstFinite >= 0 && endsInVerb && LooksRelative(text, marker, last, firstFinite))
                return (ClauseKind.Relative, marker);
        }

        if (firstFinite < 0)
            return (HasInfinitive(text, head, last) ? ClauseKind.Infinitive : ClauseKind.Fragment, -1);
        if (!isFirst && firstFinite == lastFinite && IsOfRelative(text, head, firstFinite))
            return (ClauseKind.Fragment, -1);
        return (firstFinite == head ? ClauseKind.VerbFirst : ClauseKind.Main, -1);
    }

    /// <summary>Whether the finite verb belongs to a relative clause that no comma parts from its noun ("the strongman who has ruled for years").</summary>
    private static bool IsOfRelative(StatementText text, int head, int finite) =>
        !text.Lexicon.IsVerbFinal && finite > head + 1 && text.IsNoun(finite - 2) && text.Is(finite - 1, WordClass.Relative) && !text.Is(finite - 1, WordClass.Complementizer);

    /// <summary>The introducing word, at most two adverbs or a preposition behind the start; -1 where there is none.</summary>
    private static int MarkerOf(StatementText text, int head, int last)
    {
        const WordClass any = WordClass.Complementizer | WordClass.Subordinator | WordClass.Question | WordClass.Relative;
        for (int i = head; i < last && i < head + 3; i++)
        {
            if (text.Is(i, i == head ? any : i == head + 1 && text.Is(head, WordClass.Preposition) ? any : WordClass.Complementizer | WordClass.Subordinator))
                return i;
            if (!text.Is(i, WordClass.Adverb | WordClass.Preposition | WordClass.Negation | WordClass.Focus))
                return -1;
        }

        return -1;
    }

    /// <summary>Whether an article-like word is a relative pronoun: the clause's only finite verb is its last word and it is no bare "die Leute kamen".</summary>
    private static bool LooksRelative(StatementText text, int marker, int last, int firstFinite)
    {
        if (!text.Lexicon.IsVerbFinal)
            return true;
        TokenTag tag = text.Tag(marker);
        return tag.Upos is Upos.Pron || (tag.Upos is not Upos.Det) || last - marker > 3 || firstFinite == marker + 1;
    }

    private static bool IsAtEnd(StatementText text, int finite, int last)
    {
        if (finite < 0)
            return false;
        for (int i = finite + 1; i < last; i++)
        {
            if (!text.IsPunctuation(i) && !(text.Tag(i).Upos is Upos.Verb or Upos.Aux && text.Tag(i).VerbForm is not VerbForm.Participle) && !(text.Is(i, WordClass.AuxiliaryBase) && text.Tag(i).Upos is Upos.X))
                return false;
        }

        return true;
    }

    private static bool HasInfinitive(StatementText text, int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (text.Tag(i).VerbForm is VerbForm.ZuInfinitive)
                return true;
            if (i + 1 < last && text.Is(i, WordClass.InfinitiveMark) && (IsInfinitiveForm(text, i + 1) || (text.Lexicon.IsVerbFinal && i + 2 == last && !text.IsCapital(i + 1) && text.Lower(i + 1).EndsWith('n') && text.Tag(i + 1).Upos is Upos.Adj)))
                return true;
            foreach (CueForm form in text.Forms(i))
            {
                if (form.Kind == CueFormKind.ZuInfinitive)
                    return true;
            }
        }

        return false;
    }

    private static bool IsInfinitiveForm(StatementText text, int token) =>
        text.Tag(token).VerbForm is VerbForm.Infinitive
        || (text.Tag(token).Upos is Upos.X && !text.IsCapital(token) && text.Lower(token).EndsWith('n') && (text.Class(token) & ~WordClass.AuxiliaryBase & ~WordClass.Auxiliary & ~WordClass.Modal & ~WordClass.Passive) == WordClass.None);

    /// <summary>The first finite verb from an end of the stretch; one inside a quoted wording counts where no other does.</summary>
    private static int FiniteFrom(StatementText text, int first, int last, int step)
    {
        int quoted = -1;
        for (int i = step > 0 ? first : last - 1; i >= first && i < last; i += step)
        {
            if (!text.IsFinite(i))
                continue;
            if (!text.IsInWording(i))
                return i;
            quoted = quoted < 0 ? i : quoted;
        }

        return quoted;
    }

    private static int LastUnit(List<Clause> clauses) => clauses.Count == 0 ? -1 : clauses[^1].Unit;
}
