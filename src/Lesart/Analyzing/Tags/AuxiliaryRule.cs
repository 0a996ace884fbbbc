using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Tells auxiliaries and copulas from full verbs of the same form ("hat einen Hund", "hat gebellt") once the rest of the clause has its parts of speech.</summary>
internal static class AuxiliaryRule
{
    private const uint NonFinite = 0b1_110_110; // of Clause.Verbs: participles, infinitives, a particle before one
    private const uint Nominative = 0b111_111; // AgreementMask's bits of the first case
    private const int MostOfWords = TaggerFeatures.Most - 32; // rows that single words may take

    /// <summary>What the words beside a verb make of its predicate.</summary>
    private struct Clause
    {
        /// <summary>Finite verbs (1), participles (2), infinitives (4); the same of auxiliaries (8, 16, 32); a particle before a verb (64).</summary>
        public uint Verbs;

        /// <summary>Kinds of verbs right beside it, as in <see cref="Verbs"/>.</summary>
        public uint Near;

        /// <summary>Adjectives with no noun behind; noun groups and pronouns outside phrases, and how many of these can be a nominative; phrases with a preposition.</summary>
        public uint Adjectives, Nominals, Subjects, Phrases;

        /// <summary>The last preposition, adverb, lone adjective and pronoun.</summary>
        public uint Preposition, Adverb, Adjective, Pronoun;
    }

    /// <summary>Looks again at each word that can be an auxiliary and was taken for a verb.</summary>
    public static void Apply(TaggerModel model, ReadOnlySpan<WordInfo> words, Span<int> chosen)
    {
        Span<uint> rows = stackalloc uint[TaggerFeatures.Most];
        for (int i = 0; i < words.Length; i++)
        {
            int other = words[i].Auxiliary == 0 ? -1 : model.Partners[chosen[i]];
            if (other < 0)
                continue;
            int count = Features(words, model.Tags, chosen, i, rows);
            chosen[i] = model.Best(rows[..count], 1u << chosen[i] | 1u << other);
        }
    }

    /// <summary>The rows of such a word, from the tags of its clause.</summary>
    /// <remarks>What the first pass made of the word itself is none of them: it has seen the sentences that it is trained on, and would be believed too much.</remarks>
    public static int Features(ReadOnlySpan<WordInfo> words, TokenTag[] tags, ReadOnlySpan<int> chosen, int i, Span<uint> rows)
    {
        (int first, int end) = Predicate(words, tags, chosen, i);
        int count = 0;
        Clause clause = Read(words, tags, chosen, i, first, end, rows, ref count);
        (uint adjectives, uint nominals, uint phrases, uint subjects) = (Math.Min(clause.Adjectives, 1), Math.Min(clause.Nominals, 3), Math.Min(clause.Phrases, 2), Math.Min(clause.Subjects, 3));
        uint own = words[i].Auxiliary, form = (uint)tags[chosen[i]].VerbForm, verbs = clause.Verbs;
        uint groups = nominals | (phrases << 2) | (adjectives << 4);
        uint predicate = subjects | (adjectives << 2) | (Math.Min(phrases, 1) << 3) | (clause.Adverb == 0 ? 0 : 16u);
        uint place = (i == first ? 1u : 0) | (i == end - 1 ? 2u : 0);
        rows[count++] = TaggerFeatures.Row(200, own, form);
        rows[count++] = TaggerFeatures.Row(201, own, verbs);
        rows[count++] = TaggerFeatures.Row(202, own, TaggerFeatures.Row(0, verbs & NonFinite, form));
        rows[count++] = TaggerFeatures.Row(203, own, TaggerFeatures.Row(0, verbs, groups));
        rows[count++] = TaggerFeatures.Row(204, own, TaggerFeatures.Row(0, verbs & NonFinite, adjectives));
        rows[count++] = TaggerFeatures.Row(205, own, TaggerFeatures.Row(0, verbs & NonFinite, nominals));
        rows[count++] = TaggerFeatures.Row(206, own, TaggerFeatures.Row(0, verbs & 0b0_110_110, groups));
        rows[count++] = TaggerFeatures.Row(209, own, clause.Adjective);
        rows[count++] = TaggerFeatures.Row(210, own, TaggerFeatures.Row(0, clause.Pronoun, nominals));
        rows[count++] = TaggerFeatures.Row(211, own, TaggerFeatures.Row(0, clause.Near, place));
        rows[count++] = TaggerFeatures.Row(212, own, i > 0 ? words[i - 1].Small : 1);
        rows[count++] = TaggerFeatures.Row(213, own, i + 1 < words.Length ? words[i + 1].Small : 1);
        rows[count++] = TaggerFeatures.Row(214, words[i].Small, verbs & 0b0_110_110);
        rows[count++] = TaggerFeatures.Row(215, own, TaggerFeatures.Row(0, i > 0 ? (uint)chosen[i - 1] : 99, i + 1 < words.Length ? (uint)chosen[i + 1] : 99));
        rows[count++] = TaggerFeatures.Row(216, own, TaggerFeatures.Row(0, clause.Preposition, groups));
        rows[count++] = TaggerFeatures.Row(218, own, TaggerFeatures.Row(0, place, verbs));
        rows[count++] = TaggerFeatures.Row(220, own, TaggerFeatures.Row(0, verbs & NonFinite, predicate));
        rows[count++] = TaggerFeatures.Row(221, own, TaggerFeatures.Row(0, verbs & NonFinite, subjects | (adjectives << 2)));
        rows[count++] = TaggerFeatures.Row(222, own, TaggerFeatures.Row(0, predicate, clause.Preposition));
        rows[count++] = TaggerFeatures.Row(223, own, TaggerFeatures.Row(0, predicate, clause.Adverb));
        return count;
    }

    // The words from comma to comma, without a second predicate that "and" joins to them.
    private static (int First, int End) Predicate(ReadOnlySpan<WordInfo> words, TokenTag[] tags, ReadOnlySpan<int> chosen, int i)
    {
        bool isFinite = tags[chosen[i]].VerbForm == VerbForm.Finite;
        int first = i, end = i + 1;
        for (int joint = -1; first > 0 && !words[first - 1].IsBorder; first--)
        {
            TokenTag tag = tags[chosen[first - 1]];
            joint = tag.Upos == Upos.Cconj ? first : joint;
            if (isFinite && joint >= 0 && tag.VerbForm == VerbForm.Finite)
            {
                first = joint;
                break;
            }
        }

        for (int joint = -1; end < words.Length && !words[end].IsBorder; end++)
        {
            TokenTag tag = tags[chosen[end]];
            joint = joint < 0 && tag.Upos == Upos.Cconj ? end : joint;
            if (isFinite && joint >= 0 && tag.VerbForm == VerbForm.Finite)
            {
                end = joint;
                break;
            }
        }

        return (first, end);
    }

    private static Clause Read(ReadOnlySpan<WordInfo> words, TokenTag[] tags, ReadOnlySpan<int> chosen, int i, int first, int end, Span<uint> rows, ref int count)
    {
        Clause clause = default;
        uint own = words[i].Auxiliary, agreement = AgreementMask.All;
        bool isInPhrase = false, isInGroup = false;
        for (int k = first; k < end; k++)
        {
            if (k == i)
            {
                (isInGroup, agreement) = (false, AgreementMask.All);
                continue;
            }

            (WordInfo word, TokenTag tag) = (words[k], tags[chosen[k]]);
            Upos next = k + 1 < end ? tags[chosen[k + 1]].Upos : Upos.Punct;
            switch (tag.Upos)
            {
                case Upos.Verb or Upos.Aux:
                    uint kind = tag.VerbForm switch { VerbForm.Finite => 1u, VerbForm.Participle => 2, _ => 4 };
                    clause.Verbs |= tag.Upos == Upos.Aux ? kind << 3 : kind;
                    clause.Near |= k == i - 1 || k == i + 1 ? kind : 0;
                    break;
                case Upos.Adj when next is not (Upos.Noun or Upos.Propn or Upos.Adj):
                    clause.Adjectives++;
                    clause.Adjective = word.Small;
                    break;
                case Upos.Adp:
                    isInPhrase = true;
                    clause.Phrases++;
                    clause.Preposition = word.Small;
                    PutWord(rows, ref count, 208, own, word);
                    break;
                case Upos.Adv:
                    clause.Adverb = word.Small;
                    PutWord(rows, ref count, 207, own, word);
                    break;
                case Upos.Part:
                    clause.Verbs |= next == Upos.Verb ? 64u : 0;
                    break;
                case Upos.Det:
                    agreement = word.DeterminerMask;
                    break;
                case Upos.Pron:
                    clause.Pronoun = word.Small;
                    clause.Nominals += isInPhrase ? 0 : 1u;
                    clause.Subjects += isInPhrase || (word.DeterminerMask & Nominative) == 0 ? 0 : 1u;
                    isInPhrase = false;
                    break;
            }

            bool isNoun = tag.Upos is Upos.Noun or Upos.Propn;
            if (isNoun && !isInGroup)
            {
                uint mask = word.NounMask == 0 ? agreement : word.NounMask & agreement;
                clause.Nominals += isInPhrase ? 0 : 1u;
                clause.Subjects += isInPhrase || (mask & Nominative) == 0 ? 0 : 1u;
                if (!isInPhrase)
                    PutWord(rows, ref count, 219, own, word);
                (isInPhrase, agreement) = (false, AgreementMask.All);
            }

            isInGroup = isNoun;
        }

        return clause;
    }

    private static void PutWord(Span<uint> rows, ref int count, uint template, uint own, WordInfo word)
    {
        if (count < MostOfWords)
            rows[count++] = TaggerFeatures.Row(template, own, word.Small);
    }
}
