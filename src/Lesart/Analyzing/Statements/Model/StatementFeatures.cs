using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>What <see cref="StatementScorer"/> looks at: each feature is a row of weights.</summary>
internal static class StatementFeatures
{
    /// <summary>Most rows of one decision.</summary>
    public const int Most = 256;

    private const uint PressSalt = 0x5BD1E995;

    /// <summary>Whether a word can be a cue at all. In the press rules read the cues that are neither verbs nor nouns ("laut", "so").</summary>
    public static bool MayBeCue(StatementView view, int i) => !view.Words[i].IsSeparator && view.Words[i].Tag.Upos switch
    {
        Upos.Noun or Upos.Verb or Upos.Adj or Upos.X => true,
        Upos.Adv or Upos.Adp or Upos.Propn or Upos.Aux or Upos.Intj or Upos.Part => view.IsSpeech,
        _ => false,
    };

    /// <summary>Rows that tell whether a word is a cue.</summary>
    public static int OfCue(StatementView view, int i, Span<uint> rows)
    {
        ReadOnlySpan<StatementView.Word> words = view.Words;
        ref readonly StatementView.Word word = ref words[i];
        string lower = view.Text.Lower(view.First + i);
        uint kind = word.Kind, lemma = word.Lemma;
        uint before = i > 0 ? words[i - 1].Small : 1, next = i + 1 < words.Length ? words[i + 1].Small : 2;
        uint before2 = i > 1 ? words[i - 2].Small : 1, next2 = i + 2 < words.Length ? words[i + 2].Small : 2;
        uint beforeKind = i > 0 ? words[i - 1].Kind + 1 : 0, nextKind = i + 1 < words.Length ? words[i + 1].Kind + 1 : 0;
        uint beforeLemma = i > 0 ? words[i - 1].Lemma : 1;
        int n = 0;
        rows[n++] = TaggerFeatures.Row(1, kind);
        rows[n++] = TaggerFeatures.Row(2, lemma);
        rows[n++] = TaggerFeatures.Row(3, lemma, kind);
        rows[n++] = TaggerFeatures.Row(4, word.Small);
        rows[n++] = TaggerFeatures.Row(5, before, kind);
        rows[n++] = TaggerFeatures.Row(6, next, kind);
        rows[n++] = TaggerFeatures.Row(7, before, lemma);
        rows[n++] = TaggerFeatures.Row(8, next, lemma);
        rows[n++] = TaggerFeatures.Row(9, beforeKind, TaggerFeatures.Row(0, kind, nextKind));
        rows[n++] = TaggerFeatures.Row(10, word.Lexicon, kind);
        rows[n++] = TaggerFeatures.Row(11, before2, kind);
        rows[n++] = TaggerFeatures.Row(12, next2, kind);
        rows[n++] = TaggerFeatures.Row(13, before, next);
        rows[n++] = TaggerFeatures.Row(14, beforeLemma, lemma);
        for (int length = 2; length <= 8 && length < lower.Length; length++)
            rows[n++] = TaggerFeatures.Row(15, FormCache.Hash(lower.AsSpan(lower.Length - length)), (uint)word.Tag.Upos);
        for (int length = 3; length <= 6 && length < lower.Length; length++)
            rows[n++] = TaggerFeatures.Row(16, FormCache.Hash(lower.AsSpan(0, length)), (uint)word.Tag.Upos);
        uint morph = (uint)word.Tag.Case | ((uint)word.Tag.Number << 3) | ((uint)word.Tag.Person << 5) | ((uint)word.Tag.Mood << 7) | ((uint)word.Tag.Tense << 10);
        rows[n++] = TaggerFeatures.Row(17, morph, kind);
        rows[n++] = TaggerFeatures.Row(18, morph, lemma);
        rows[n++] = TaggerFeatures.Row(19, word.Quoted ? 1u : 0, kind);
        uint isNoun = word.Tag.Upos is Upos.Noun or Upos.Propn ? 1u : 0;
        if (word.GroupFirst >= 0)
        {
            ref readonly StatementView.Word opener = ref words[word.GroupFirst];
            bool isHead = word.Head == lemma;
            rows[n++] = TaggerFeatures.Row(20, opener.Small, (isHead ? 1u : 0) | (isNoun << 1));
            rows[n++] = TaggerFeatures.Row(21, opener.Small, lemma);
            rows[n++] = TaggerFeatures.Row(22, word.Preposition, lemma);
            rows[n++] = TaggerFeatures.Row(23, (uint)word.Case | (word.Preposition == 0 ? 8u : 0), (isNoun << 1) | (isHead ? 1u : 0));
            rows[n++] = TaggerFeatures.Row(24, (uint)word.Case | (word.Preposition == 0 ? 8u : 0), lemma);
            if (word.GroupLast < words.Length)
            {
                ref readonly StatementView.Word after = ref words[word.GroupLast];
                rows[n++] = TaggerFeatures.Row(25, after.Small, isNoun);
                rows[n++] = TaggerFeatures.Row(26, after.Small, lemma);
                rows[n++] = TaggerFeatures.Row(27, (uint)after.Case | (after.Preposition << 3), isNoun);
            }
        }

        if (word.Stretch >= 0)
            n = OfCueClause(view, i, rows, n);
        return ForRegister(view, rows, n);
    }

    /// <summary>In the press each feature counts twice: as it does everywhere, and as it does there (Daumé, 2007).</summary>
    private static int ForRegister(StatementView view, Span<uint> rows, int n)
    {
        if (view.IsSpeech)
            return n;
        for (int k = 0; k < n; k++)
            rows[n + k] = TaggerFeatures.Row(PressSalt, rows[k]);
        return n * 2;
    }

    private static int OfCueClause(StatementView view, int i, Span<uint> rows, int n)
    {
        ReadOnlySpan<StatementView.Word> words = view.Words;
        ref readonly StatementView.Word word = ref words[i];
        uint lemma = word.Lemma, kind = word.Kind;
        Clause own = view.Clauses[word.Stretch];
        Clause unit = view.Clauses[own.Unit];
        uint marker = unit.Marker >= 0 ? words[unit.Marker - view.First].Small : 0;
        int finite = view.Sentence.FiniteOf(own.Unit) - view.First;
        uint finiteLemma = finite >= 0 ? words[finite].Lemma : 0, finiteSmall = finite >= 0 ? words[finite].Small : 0;
        uint complement = Complement(view, word.Stretch);
        (int first, int last) = view.SubjectOf(word.Stretch);
        uint subject = first < 0 ? 0 : words[first].Small, subjectHead = first < 0 ? 0 : words[first].GroupFirst == first ? words[first].Head : subject;
        uint subjectKind = first < 0 ? 0 : words[last - 1].Kind + 1;
        uint isInSubject = i >= first && i < last ? 1u : 0;
        bool isSpeaker = first >= 0 && view.Text.CanSpeak(view.First + first, view.First + Math.Max(first + 1, words[first].GroupLast));
        rows[n++] = TaggerFeatures.Row(30, (uint)unit.Kind, kind);
        rows[n++] = TaggerFeatures.Row(31, (uint)unit.Kind, lemma);
        rows[n++] = TaggerFeatures.Row(32, marker, kind);
        rows[n++] = TaggerFeatures.Row(33, complement, kind);
        rows[n++] = TaggerFeatures.Row(34, complement, lemma);
        rows[n++] = TaggerFeatures.Row(35, complement, word.Lexicon);
        rows[n++] = TaggerFeatures.Row(36, finiteLemma, lemma);
        rows[n++] = TaggerFeatures.Row(37, finiteSmall, kind);
        rows[n++] = TaggerFeatures.Row(38, finiteLemma, TaggerFeatures.Row(0, word.Kind, (uint)word.Case));
        rows[n++] = TaggerFeatures.Row(39, subject, lemma);
        rows[n++] = TaggerFeatures.Row(40, subject, kind);
        rows[n++] = TaggerFeatures.Row(41, subjectHead, kind);
        rows[n++] = TaggerFeatures.Row(42, subjectKind | (isInSubject << 10) | (isSpeaker ? 1u << 11 : 0), kind);
        rows[n++] = TaggerFeatures.Row(43, subjectKind | (isInSubject << 10) | (isSpeaker ? 1u << 11 : 0), lemma);
        rows[n++] = TaggerFeatures.Row(44, word.Prefix > 0 ? words[word.Prefix].Small : 0, kind);
        rows[n++] = TaggerFeatures.Row(45, (i == finite ? 1u : 0) | ((uint)(finite < 0 ? 0 : words[finite].Tag.Person) << 1) | ((uint)(finite < 0 ? 0 : (int)words[finite].Tag.Number) << 4), lemma);
        bool isNegated = false, hasReflexive = false, hasCorrelate = false, hasObject = false;
        uint objectHead = 0, prepositionHead = 0, preposition = 0;
        int unitFirst = own.First - view.First, unitLast = own.Last - view.First;
        for (int k = unitFirst; k < unitLast; k++)
        {
            if (k == i)
                continue;
            WordClass found = view.Text.Class(view.First + k);
            isNegated |= (found & WordClass.Negation) != WordClass.None;
            hasReflexive |= (found & WordClass.Reflexive) != WordClass.None;
            hasCorrelate |= (found & WordClass.Correlate) != WordClass.None;
            if (words[k].GroupFirst == k && !(k >= first && k < last) && !(i >= k && i < words[k].GroupLast))
            {
                if (words[k].Preposition == 0)
                    (hasObject, objectHead) = (true, words[k].Head);
                else
                    (preposition, prepositionHead) = (words[k].Preposition, words[k].Head);
                rows[n++] = TaggerFeatures.Row(46, words[k].Preposition, lemma);
                rows[n++] = TaggerFeatures.Row(47, words[k].Head, lemma);
                if (n > (Most / 2) - 20)
                    break;
            }
        }

        _ = prepositionHead;
        rows[n++] = TaggerFeatures.Row(48, objectHead, kind);
        rows[n++] = TaggerFeatures.Row(49, (hasObject ? 1u : 0) | (hasReflexive ? 2u : 0) | (hasCorrelate ? 4u : 0), lemma);
        rows[n++] = TaggerFeatures.Row(50, (hasObject ? 1u : 0) | (hasReflexive ? 2u : 0) | (hasCorrelate ? 4u : 0), kind);
        rows[n++] = TaggerFeatures.Row(51, isNegated ? 1u : 0, lemma);
        rows[n++] = TaggerFeatures.Row(52, hasReflexive ? 1u : 0, lemma);
        rows[n++] = TaggerFeatures.Row(53, (uint)Math.Min(3, unitLast - 1 - i) | (i == unitFirst ? 4u : 0), kind);
        rows[n++] = TaggerFeatures.Row(54, preposition, kind);
        return n;
    }

    /// <summary>What follows a stretch's clause: its kind, the word that introduces it, the mark before it.</summary>
    private static uint Complement(StatementView view, int stretch)
    {
        int next = stretch + 1;
        while (next < view.Clauses.Length && view.Clauses[next].Kind is ClauseKind.Relative or ClauseKind.Fragment)
            next++;
        if (next >= view.Clauses.Length)
            return 0;
        Clause clause = view.Clauses[next];
        char mark = view.Sentence.SeparatorBefore(next);
        uint marker = clause.Marker >= 0 && clause.Kind is ClauseKind.Subordinate && view.Text.Is(clause.Marker, WordClass.Complementizer) ? 1u : 0;
        return 1 + ((uint)clause.Kind << 1) + (marker << 8) + (mark == ':' ? 1u << 9 : 0) + (next == stretch + 1 ? 1u << 10 : 0) + (view.Sentence.IsReported(clause.Unit) ? 1u << 11 : 0);
    }

    /// <summary>How stretches lie to a cue's: made once a cue, used for each of its sentence's words.</summary>
    internal struct Relation
    {
        /// <summary>Relation, direction, distance and kind; the same with the mood; with the introducing word.</summary>
        public uint Place, Mood, Marker;
    }

    /// <summary>The relations of all stretches to the cue's.</summary>
    public static void Relate(StatementView view, int cue, Span<Relation> relations)
    {
        int own = view.Words[cue].Stretch;
        for (int c = 0; c < view.Clauses.Length; c++)
        {
            Clause clause = view.Clauses[c];
            int unit = clause.Unit, cueUnit = view.Clauses[own].Unit;
            uint relation = c == own ? 0u
                : unit == cueUnit ? 1u
                : view.Sentence.IsBelow(unit, cueUnit) ? (view.Clauses[unit].Parent >= 0 && view.Clauses[view.Clauses[unit].Parent].Unit == cueUnit ? 2u : 3u)
                : view.Sentence.IsBelow(cueUnit, unit) ? 4u : 5u;
            uint place = relation | (c < own ? 8u : 0) | ((uint)Math.Min(3, Math.Abs(c - own)) << 4) | ((uint)view.Clauses[unit].Kind << 6) | ((uint)clause.Kind << 10) | (clause.IsCoordinated ? 1u << 14 : 0);
            uint marker = view.Clauses[unit].Marker >= 0 ? view.Words[view.Clauses[unit].Marker - view.First].Small : 0;
            relations[c] = new Relation
            {
                Place = place,
                Mood = TaggerFeatures.Row(0, place, (uint)view.Sentence.MoodOf(unit) | ((uint)view.Sentence.SeparatorBefore(c) << 4)),
                Marker = TaggerFeatures.Row(0, relation | (c < own ? 8u : 0), marker),
            };
        }
    }

    /// <summary>Rows that tell what a word is to a cue.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="cue">The cue's word.</param>
    /// <param name="i">The word.</param>
    /// <param name="relations">As <see cref="Relate"/> made them.</param>
    /// <param name="cues">For each word, how many cues stand before it.</param>
    /// <param name="rows">Room for <see cref="Most"/>.</param>
    public static int OfRole(StatementView view, int cue, int i, ReadOnlySpan<Relation> relations, ReadOnlySpan<int> cues, Span<uint> rows)
    {
        ReadOnlySpan<StatementView.Word> words = view.Words;
        ref readonly StatementView.Word head = ref words[cue];
        ref readonly StatementView.Word word = ref words[i];
        Relation relation = word.Stretch >= 0 ? relations[word.Stretch] : default;
        bool isBefore = i < cue;
        uint distance = (uint)Math.Min(4, Math.Abs(i - cue)) | (isBefore ? 8u : 0);
        uint side = isBefore ? 1u : 0;
        uint cueKind = head.Kind, upos = (uint)word.Tag.Upos;
        int from = Math.Min(i, cue), to = Math.Max(i, cue);
        uint between = (uint)Math.Clamp(cues[to] - cues[from] - (isBefore ? 0 : 1), 0, 2);
        bool isCue = i + 1 < words.Length && cues[i + 1] > cues[i];
        uint state = between | (isCue ? 4u : 0);
        int n = 0;
        rows[n++] = TaggerFeatures.Row(101, relation.Place, cueKind);
        rows[n++] = TaggerFeatures.Row(102, relation.Place, head.Lemma);
        rows[n++] = TaggerFeatures.Row(103, relation.Mood, cueKind);
        rows[n++] = TaggerFeatures.Row(104, relation.Marker, cueKind);
        rows[n++] = TaggerFeatures.Row(105, relation.Marker, head.Lemma);
        rows[n++] = TaggerFeatures.Row(106, relation.Place, TaggerFeatures.Row(0, upos, (uint)word.Tag.Case));
        rows[n++] = TaggerFeatures.Row(107, relation.Place, word.Small);
        rows[n++] = TaggerFeatures.Row(108, word.Small, TaggerFeatures.Row(0, distance, cueKind));
        rows[n++] = TaggerFeatures.Row(109, word.Lemma, head.Lemma);
        rows[n++] = TaggerFeatures.Row(110, distance, TaggerFeatures.Row(0, upos, cueKind));
        rows[n++] = TaggerFeatures.Row(111, distance, TaggerFeatures.Row(0, word.Small, head.Lemma));
        rows[n++] = TaggerFeatures.Row(112, relation.Place, TaggerFeatures.Row(0, state, cueKind));
        rows[n++] = TaggerFeatures.Row(113, head.Lexicon, relation.Place);
        rows[n++] = TaggerFeatures.Row(114, word.Quoted ? 1u : 0, relation.Place);
        rows[n++] = TaggerFeatures.Row(115, side | (upos << 1), head.Lemma);
        rows[n++] = TaggerFeatures.Row(116, i > 0 ? words[i - 1].Small : 1, relation.Place);
        rows[n++] = TaggerFeatures.Row(117, i + 1 < words.Length ? words[i + 1].Small : 1, relation.Place);
        rows[n++] = TaggerFeatures.Row(118, side, cueKind);
        rows[n++] = TaggerFeatures.Row(119, relation.Place, relation.Marker);
        if (word.Stretch < 0)
            return ForRegister(view, rows, n);
        (int first, int last) = view.SubjectOf(head.Stretch);
        uint isSubject = i >= first && i < last ? 1u : 0;
        rows[n++] = TaggerFeatures.Row(120, isSubject, TaggerFeatures.Row(0, upos, cueKind));
        rows[n++] = TaggerFeatures.Row(121, isSubject, head.Lemma);
        rows[n++] = TaggerFeatures.Row(122, isSubject, TaggerFeatures.Row(0, word.Small, cueKind));
        rows[n++] = TaggerFeatures.Row(123, isSubject, TaggerFeatures.Row(0, relation.Place, (uint)word.Tag.Case));
        Clause clause = view.Clauses[word.Stretch];
        int finite = clause.Finite - view.First;
        uint order = finite < 0 ? 0 : i < finite ? 1u : i == finite ? 2u : 3u;
        uint edge = (i == clause.First - view.First ? 1u : 0) | (i == clause.Last - view.First - 1 ? 2u : 0) | (word.IsSeparator ? 4u : 0);
        rows[n++] = TaggerFeatures.Row(124, order | (edge << 2), TaggerFeatures.Row(0, relation.Place, cueKind));
        rows[n++] = TaggerFeatures.Row(125, order | (edge << 2), TaggerFeatures.Row(0, upos, cueKind));
        uint passive = Passive(view, clause, finite);
        rows[n++] = TaggerFeatures.Row(126, passive | (isSubject << 2) | (order << 4), cueKind);
        if (word.GroupFirst >= 0)
        {
            int steps = Steps(words, word.GroupFirst, word.GroupLast, cue);
            uint isOwn = cue >= word.GroupFirst && cue < word.GroupLast ? 1u : 0;
            uint group = (uint)word.Case | (isSubject << 3) | (order << 4) | (isOwn << 6) | ((uint)Math.Clamp(steps + 4, 0, 8) << 7);
            rows[n++] = TaggerFeatures.Row(127, group, TaggerFeatures.Row(0, cueKind, word.Preposition));
            rows[n++] = TaggerFeatures.Row(128, group, TaggerFeatures.Row(0, head.Lemma, word.Preposition));
            rows[n++] = TaggerFeatures.Row(129, word.Preposition, TaggerFeatures.Row(0, head.Lemma, relation.Place & 7));
            rows[n++] = TaggerFeatures.Row(130, word.Preposition, TaggerFeatures.Row(0, cueKind, relation.Place & 7));
            rows[n++] = TaggerFeatures.Row(131, word.Head, TaggerFeatures.Row(0, word.Preposition, side | (isSubject << 1)));
            rows[n++] = TaggerFeatures.Row(132, (uint)word.Case | (word.Preposition == 0 ? 0 : 8u) | (isOwn << 4), TaggerFeatures.Row(0, head.Lemma, relation.Place & 15));
            rows[n++] = TaggerFeatures.Row(133, (uint)word.Case | (word.Preposition == 0 ? 0 : 8u) | (isOwn << 4) | (isSubject << 5), TaggerFeatures.Row(0, passive, TaggerFeatures.Row(0, cueKind, order)));
            rows[n++] = TaggerFeatures.Row(134, words[word.GroupFirst].Small, TaggerFeatures.Row(0, cueKind, (isOwn << 4) | side));
            bool canSpeak = view.Text.CanSpeak(view.First + word.GroupFirst + (word.Preposition == 0 ? 0 : 1), view.First + word.GroupLast);
            rows[n++] = TaggerFeatures.Row(135, canSpeak ? 1u : 0, group);
            rows[n++] = TaggerFeatures.Row(136, word.HeadKind, group);
        }
        else
        {
            rows[n++] = TaggerFeatures.Row(140, word.Small, TaggerFeatures.Row(0, relation.Place & 15, cueKind));
            rows[n++] = TaggerFeatures.Row(141, order, TaggerFeatures.Row(0, word.Kind, relation.Place));
        }

        return ForRegister(view, rows, n);
    }

    /// <summary>How many groups of nouns a word's group stands behind (positive) or before the cue, three at most.</summary>
    private static int Steps(ReadOnlySpan<StatementView.Word> words, int groupFirst, int groupLast, int cue)
    {
        int steps = 0;
        if (groupFirst > cue)
        {
            for (int k = groupFirst; k > cue && steps < 4; k--)
                steps += words[k].GroupFirst == k ? 1 : 0;
            return steps;
        }

        for (int k = groupLast - 1; k < cue && steps < 4; k++)
            steps += words[k].GroupLast == k + 1 ? 1 : 0;
        return -steps;
    }

    private static uint Passive(StatementView view, Clause clause, int finite) =>
        finite < 0 ? 0 : view.Text.Is(view.First + finite, WordClass.Passive) ? 1u : view.Text.Is(view.First + finite, WordClass.Modal) ? 2u : clause.Kind == ClauseKind.Infinitive ? 3u : 0;

    /// <summary>Which table of steps between labels a word uses: inside a group, at its beginning, at that of a stretch, or a mark.</summary>
    public static int StepOf(StatementView view, int i)
    {
        ref readonly StatementView.Word word = ref view.Words[i];
        if (word.IsSeparator)
            return 3;
        if (word.Stretch >= 0 && view.Clauses[word.Stretch].First == view.First + i)
            return 2;
        return word.GroupFirst == i || word.GroupFirst < 0 ? 1 : 0;
    }
}
