using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>What the tagger looks at: each feature is a row of weights, one for each tag.</summary>
internal static class TaggerFeatures
{
    /// <summary>Most rows that <see cref="OfForm"/> or <see cref="OfContext"/> gives.</summary>
    public const int Most = 96;

    /// <summary>What went before in the sentence, as far as the next decision needs it.</summary>
    public struct Past
    {
        /// <summary>Tags of the last and the last but one token, from 1; 0 before the sentence.</summary>
        public int Last, LastButOne;

        /// <summary>Whether a finite verb came since the last comma or other mark.</summary>
        public bool HasFinite;

        /// <summary>Finite verbs in the sentence so far, three at most.</summary>
        public int Finites;

        /// <summary>Whether a subordinating word came since the last mark.</summary>
        public bool IsSubordinate;

        /// <summary>Hash of the sentence's last finite verb.</summary>
        public uint Verb;

        /// <summary>Mood of the text's last finite verb.</summary>
        public Mood Mood;

        /// <summary>Whether the sentence speaks of "I".</summary>
        public bool HasFirstPerson;

        /// <summary>Sum of <see cref="WordInfo.Lanes"/> from here to the clause's next border, this word left out.</summary>
        public ulong Ahead;

        /// <summary>The clause's next border.</summary>
        public int End;

        /// <summary>Hash of the clause's finite auxiliary so far, and whether it had a participle (1) or an infinitive (2).</summary>
        public uint Auxiliary, NonFinites;

        /// <summary>Whether nothing but verbs follows in the clause.</summary>
        public bool IsLast;

        /// <summary>Share of the sentence's words with a capital, in quarters.</summary>
        public uint Capitals;

        /// <summary>Tag of the last noun or pronoun, from 1.</summary>
        public int Nominal;

        /// <summary>How else the document writes this word (<see cref="NameCapitals.Read"/>).</summary>
        public uint Seen;
    }

    /// <summary>What is known before a sentence's first decision.</summary>
    public static Past Begin(ReadOnlySpan<WordInfo> words, Mood mood)
    {
        Past past = new() { Mood = mood, Capitals = CapitalsOf(words) };
        foreach (WordInfo word in words)
            past.HasFirstPerson |= word.IsFirstPerson;
        return past;
    }

    /// <summary>Share of words with a capital, in quarters.</summary>
    public static uint CapitalsOf(ReadOnlySpan<WordInfo> words)
    {
        int all = 1, capitals = 0;
        foreach (WordInfo word in words)
        {
            all += word.Shape is WordShape.Other or WordShape.Figures ? 0 : 1;
            capitals += word.Shape is WordShape.Capital or WordShape.Capitals or WordShape.Mixed ? 1 : 0;
        }

        return (uint)(4 * capitals / all);
    }

    /// <summary>Looks at the words between this one and the clause's next border.</summary>
    public static void LookAhead(ReadOnlySpan<WordInfo> words, int i, ref Past past)
    {
        if (i > 0 && !words[i - 1].IsBorder && !words[i].IsBorder)
        {
            past.Ahead -= words[i].Lanes; // one word on in the same clause
        }
        else
        {
            past.Ahead = 0;
            past.End = i + 1;
            for (; past.End < words.Length && !words[past.End].IsBorder; past.End++)
                past.Ahead += words[past.End].Lanes;
        }

        past.IsLast = i + 1 == words.Length || words[i + 1].IsBorder || (words[i + 1].MayBeFinite && (i + 2 == words.Length || words[i + 2].IsBorder));
    }

    public static uint Row(uint template, uint a, uint b = 0)
    {
        uint hash = (a + (template * 0x9E3779B9)) * 0x85EBCA6B;
        hash ^= hash >> 13;
        hash = (hash + b) * 0xC2B2AE35;
        return hash ^ (hash >> 16);
    }

    /// <summary>The first part of what <see cref="Row"/> mixes, for <see cref="MixAll"/>.</summary>
    public static uint From(uint template, uint a) => a + (template * 0x9E3779B9);

    /// <summary>Mixes rows as <see cref="Row"/> does, eight at once.</summary>
    /// <param name="rows">What <see cref="From"/> gives; receives the rows. Room for a multiple of eight.</param>
    /// <param name="others">What each is mixed with, with room for as many.</param>
    /// <param name="count">How many there are.</param>
    public static void MixAll(Span<uint> rows, ReadOnlySpan<uint> others, int count)
    {
        for (int i = 0; i < count; i += Vector256<uint>.Count)
        {
            Vector256<uint> hash = Vector256.Create<uint>(rows[i..]) * 0x85EBCA6B;
            hash ^= hash >>> 13;
            hash = (hash + Vector256.Create(others[i..])) * 0xC2B2AE35;
            (hash ^ (hash >>> 16)).CopyTo(rows[i..]);
        }
    }

    /// <summary>Rows that depend on the form alone.</summary>
    public static int OfForm(WordInfo word, Span<uint> rows)
    {
        ReadOnlySpan<char> form = word.Form;
        (WordShape shape, FormOrigin origin, uint proposed) = (word.Shape, word.Origin, word.Proposed);
        int count = 0;
        Span<char> small = stackalloc char[Math.Min(form.Length, 64)];
        form[..small.Length].ToLowerInvariant(small);
        rows[count++] = Row(1, FormCache.Hash(form));
        rows[count++] = Row(2, FormCache.Hash(small));
        for (int length = 1; length <= 5 && length <= small.Length; length++)
        {
            uint ending = FormCache.Hash(small[^length..]);
            rows[count++] = Row(3, ending, (uint)length);
            if (length > 1)
                rows[count++] = Row(4, ending, ((uint)length << 4) | (uint)shape);
        }

        for (int length = 2; length <= 4 && length <= small.Length; length++)
            rows[count++] = Row(5, FormCache.Hash(small[..length]), (uint)length);
        rows[count++] = Row(6, proposed, (uint)origin);
        rows[count++] = Row(7, proposed, (uint)shape);
        rows[count++] = Row(8, (uint)origin, (uint)shape);
        rows[count++] = Row(9, (uint)Math.Min(small.Length, 12), (uint)shape);
        int hyphen = small.LastIndexOf('-');
        if (hyphen > 0)
            rows[count++] = Row(10, FormCache.Hash(small[(hyphen + 1)..]));
        if (shape == WordShape.Capital && word.Look != 0)
        {
            rows[count++] = Row(16, word.Look, (uint)origin);
            rows[count++] = Row(17, NameLetters.AgainstNoun(word.Look), proposed);
            rows[count++] = Row(18, NameLetters.PlaceAgainstPerson(word.Look), (uint)origin);
            rows[count++] = Row(19, NameLetters.PersonAgainstNoun(word.Look), (uint)origin);
        }

        for (int i = 0; i < 32; i++)
        {
            if ((proposed >> i & 1) != 0)
                rows[count++] = Row(11, (uint)i, (uint)origin);
            if (count == Most)
                break;
        }

        return count;
    }

    /// <summary>How many of the first rows of <see cref="OfContext"/> tell of few things that ever differ: nearly all of them hold something.</summary>
    public const int Common = 16;

    /// <summary>Rows that depend on the neighbours, first the <see cref="Common"/> ones.</summary>
    /// <param name="words">The sentence's words.</param>
    /// <param name="i">The word to be tagged.</param>
    /// <param name="past">What went before.</param>
    /// <param name="readsClauses">Whether the clause's verbs and nouns count (<see cref="TaggerModel.ReadsClauses"/>).</param>
    /// <param name="rows">Room for <see cref="Most"/> rows.</param>
    [SkipLocalsInit]
    public static int OfContext(ReadOnlySpan<WordInfo> words, int i, ref readonly Past past, bool readsClauses, Span<uint> rows)
    {
        WordInfo word = words[i];
        WordInfo? before = i > 0 ? words[i - 1] : null, second = i > 1 ? words[i - 2] : null;
        WordInfo? next = i + 1 < words.Length ? words[i + 1] : null, after = i + 2 < words.Length ? words[i + 2] : null;
        uint small = word.Small, kind = word.Class;
        uint beforeSmall = before?.Small ?? 1, nextSmall = next?.Small ?? 2, secondSmall = second?.Small ?? 1, afterSmall = after?.Small ?? 2;
        uint beforeClass = before?.Class ?? 1, nextClass = next?.Class ?? 2, afterClass = after?.Class ?? 2;
        uint last = (uint)past.Last, two = (last << 6) | (uint)past.LastButOne;
        uint clause = (past.HasFinite ? 1u : 0) | (past.IsSubordinate ? 2u : 0) | ((uint)past.Finites << 2);
        uint broad = word.Broad, beforeBroad = before?.Broad ?? 1u << 30, nextBroad = next?.Broad ?? 2u << 30, afterBroad = after?.Broad ?? 2u << 30;
        uint pair = Row(0, broad, nextBroad);
        uint ahead = (uint)Math.Min(past.Ahead & 255, 2) | ((uint)Math.Min(past.Ahead >> 8 & 255, 2) << 2) | (past.HasFinite ? 16u : 0) | (past.IsSubordinate ? 32u : 0) | (past.IsLast ? 64u : 0);
        uint shapes = (uint)word.Shape | ((uint)(next?.Shape ?? WordShape.Other) << 4) | ((uint)(before?.Shape ?? WordShape.Other) << 8) | (past.Capitals << 12) | (i == 0 ? 1u << 16 : 0);
        // what follows is mixed together at the end (MixAll); as long as no condition stands between, nothing is counted at run time
        Span<uint> others = stackalloc uint[Most];
        rows = rows[..Most];
        int count = 0;
        // as many as Common says
        (rows[count], others[count++]) = (From(20, last), 0);
        (rows[count], others[count++]) = (From(21, two), 0);
        (rows[count], others[count++]) = (From(27, beforeClass), 0);
        (rows[count], others[count++]) = (From(28, nextClass), 0);
        (rows[count], others[count++]) = (From(29, last), kind);
        (rows[count], others[count++]) = (From(31, kind), nextClass);
        (rows[count], others[count++]) = (From(39, i == 0 ? 1u : 0), ((uint)word.Shape << 8) | (uint)word.Origin);
        (rows[count], others[count++]) = (From(40, clause), kind);
        (rows[count], others[count++]) = (From(48, (uint)past.Nominal), kind);
        (rows[count], others[count++]) = (From(50, (uint)word.Shape | ((uint)(next?.Shape ?? WordShape.Other) << 4) | ((uint)(before?.Shape ?? WordShape.Other) << 8)), i == 0 ? 1u : 0);
        (rows[count], others[count++]) = (From(51, ahead), kind);
        (rows[count], others[count++]) = (From(53, ahead), Row(0, broad, last));
        (rows[count], others[count++]) = (From(55, broad), nextBroad);
        (rows[count], others[count++]) = (From(59, pair), last);
        (rows[count], others[count++]) = (From(62, shapes), broad);
        (rows[count], others[count++]) = (From(64, shapes), last);
        // and all others
        (rows[count], others[count++]) = (From(22, last), small);
        (rows[count], others[count++]) = (From(23, beforeSmall), 0);
        (rows[count], others[count++]) = (From(24, secondSmall), 0);
        (rows[count], others[count++]) = (From(25, nextSmall), 0);
        (rows[count], others[count++]) = (From(26, afterSmall), 0);
        (rows[count], others[count++]) = (From(30, last ^ (nextClass << 6)), kind);
        (rows[count], others[count++]) = (From(32, two), kind);
        (rows[count], others[count++]) = (From(33, beforeSmall), kind);
        (rows[count], others[count++]) = (From(34, nextSmall), kind);
        (rows[count], others[count++]) = (From(35, word.Ending), last);
        (rows[count], others[count++]) = (From(36, next?.Ending ?? 3), kind);
        (rows[count], others[count++]) = (From(37, before?.Ending ?? 3), kind);
        (rows[count], others[count++]) = (From(38, nextClass), afterClass);
        (rows[count], others[count++]) = (From(43, past.Verb), small);
        (rows[count], others[count++]) = (From(44, last), nextSmall);
        (rows[count], others[count++]) = (From(45, kind), Row(0, nextClass, afterClass));
        (rows[count], others[count++]) = (From(46, small), nextClass);
        (rows[count], others[count++]) = (From(47, clause), Row(0, small, next is null || next.IsSingle ? nextSmall : 0));
        (rows[count], others[count++]) = (From(56, small), nextBroad);
        (rows[count], others[count++]) = (From(57, pair), afterBroad);
        (rows[count], others[count++]) = (From(58, pair), beforeBroad);
        (rows[count], others[count++]) = (From(60, Row(0, small, nextBroad)), afterBroad);
        (rows[count], others[count++]) = (From(61, broad), Row(0, beforeBroad, last));
        (rows[count], others[count++]) = (From(63, (uint)word.Shape | (past.Capitals << 4) | (i == 0 ? 256u : 0)), word.Ending);
        (rows[count], others[count++]) = (From(52, ahead), pair);
        (rows[count], others[count++]) = (From(54, ahead), small);
        (rows[count], others[count++]) = (From(49, Row(0, beforeSmall, last)), nextClass);
        count = readsClauses ? OfClause(words, i, in past, rows, others, count) : NameCapitals.Add(words, i, in past, rows, others, count);
        MixAll(rows, others, count);
        return count;
    }

    // What the clause tells beyond the neighbours: verbs that came and may come, and whether a determiner has its noun.
    private static int OfClause(ReadOnlySpan<WordInfo> words, int i, ref readonly Past past, Span<uint> rows, Span<uint> others, int count)
    {
        WordInfo word = words[i];
        WordInfo? before = i > 0 ? words[i - 1] : null, next = i + 1 < words.Length ? words[i + 1] : null;
        uint small = word.Small, kind = word.Class, broad = word.Broad, beforeBroad = before?.Broad ?? 1u << 30, nextBroad = next?.Broad ?? 2u << 30;
        uint verbs = Some(past.Ahead, 2) | (Some(past.Ahead, 3) << 1) | (Some(past.Ahead, 4) << 2) | (past.NonFinites << 3) | (past.HasFinite ? 32u : 0);
        uint predicate = verbs | (Some(past.Ahead, 5) << 6) | (Some(past.Ahead, 6) << 7);
        WordInfo? end = past.End - 1 > i ? words[past.End - 1] : null;
        (rows[count], others[count++]) = (From(41, past.HasFirstPerson ? 1u : 0), kind);
        (rows[count], others[count++]) = (From(42, (uint)past.Mood), kind);
        (rows[count], others[count++]) = (From(65, verbs), small);
        (rows[count], others[count++]) = (From(66, verbs), kind);
        (rows[count], others[count++]) = (From(67, past.Auxiliary), kind);
        (rows[count], others[count++]) = (From(68, past.Auxiliary), word.Ending);
        (rows[count], others[count++]) = (From(82, next?.Auxiliary ?? 0), kind);
        (rows[count], others[count++]) = (From(69, end?.Broad ?? 0), small);
        (rows[count], others[count++]) = (From(70, past.Auxiliary), Row(0, broad, nextBroad));
        if (word.Auxiliary != 0)
        {
            (rows[count], others[count++]) = (From(71, word.Auxiliary), predicate);
            (rows[count], others[count++]) = (From(72, word.Auxiliary), Row(0, beforeBroad, past.NonFinites | (end is null ? 4u : 0)));
            (rows[count], others[count++]) = (From(73, word.Auxiliary), Row(0, end?.Ending ?? 0, past.HasFinite ? 1u : 0));
            (rows[count], others[count++]) = (From(74, word.Auxiliary), before?.Ending ?? 0);
        }

        if (word.DeterminerMask != 0)
        {
            uint noun = NounAfter(words, i);
            (rows[count], others[count++]) = (From(75, noun), small);
            (rows[count], others[count++]) = (From(76, noun), kind);
            (rows[count], others[count++]) = (From(77, noun), Row(0, small, (uint)past.Last));
        }

        return count;
    }

    private static uint Some(ulong lanes, int lane) => (lanes >> (8 * lane) & 255) != 0 ? 1u : 0;

    // Whether a noun follows, no more than words before a noun between, and whether the determiner can agree with it.
    private static uint NounAfter(ReadOnlySpan<WordInfo> words, int i)
    {
        const int farthest = 6;
        for (int k = i + 1; k < words.Length && k < i + farthest && !words[k].IsBorder; k++)
        {
            WordInfo word = words[k];
            if (word.Shape == WordShape.Small && (word.Broad & 18) != 0)
                continue;
            if (word.Shape == WordShape.Small)
                return 16 | word.Broad << 5;
            uint between = k == i + 1 ? 0 : 8u;
            return between | (word.NounMask == 0 ? 1u : (word.NounMask & words[i].DeterminerMask) != 0 ? 2u : 3u);
        }

        return 4;
    }
}
