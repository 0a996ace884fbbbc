using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Ranks the pairs of case and number that agreement leaves open to a noun group (<c>cases.bin</c>).</summary>
/// <remarks>An averaged perceptron as in <see cref="TaggerModel"/>, eight weights a row. File: magic, power of two of the table, count of rows, for each its number and weights.</remarks>
internal sealed class CaseModel
{
    /// <summary>First number of the file: "LSC1".</summary>
    public const uint Magic = 0x3143534C;

    /// <summary>Pairs of case and number.</summary>
    public const int Width = 8;

    /// <summary>Most rows of one group.</summary>
    public const int Most = 40;

    private readonly AlignedWeights _weights;
    private readonly uint _mask;

    private CaseModel(LanguagePack pack)
    {
        ReadOnlySpan<byte> rest = pack.Data.Bytes("cases.bin").Span;
        if (rest.Length < 12 || BinaryPrimitives.ReadUInt32LittleEndian(rest) != Magic)
            throw new DataException($"language '{pack.Code}': cases.bin holds no weights");
        _mask = (1u << (int)BinaryPrimitives.ReadUInt32LittleEndian(rest[4..])) - 1;
        uint rows = BinaryPrimitives.ReadUInt32LittleEndian(rest[8..]);
        rest = rest[12..];
        _weights = new AlignedWeights((int)(_mask + 1) * Width);
        Span<byte> weights = _weights.Bytes;
        for (; rows > 0; rows--, rest = rest[(4 + Width)..])
            rest.Slice(4, Width).CopyTo(weights.Slice((int)BinaryPrimitives.ReadUInt32LittleEndian(rest) * Width, Width));
        GC.KeepAlive(_weights);
    }

    /// <summary>Holder of a model that a pack may lack.</summary>
    public sealed record Optional(CaseModel? Model);

    /// <summary>The pack's model; none where its language has no cases to tell.</summary>
    public static Optional Load(LanguagePack pack) => new(pack.Data.Has("cases.bin") ? new CaseModel(pack) : null);

    /// <summary>What went before in the sentence.</summary>
    public struct Past
    {
        /// <summary>Label of the last group from 1, where it ended, and its mask.</summary>
        public int Label, End;

        /// <summary>Cases without a preposition since the clause's last border, a bit each; whether a finite verb came.</summary>
        public uint Seen;

        public int Border;
    }

    /// <summary>The rows of a group.</summary>
    [SkipLocalsInit]
    public static int Features(ReadOnlySpan<WordInfo> words, ReadOnlySpan<TokenTag> tags, ReadOnlySpan<string> lemmas, NounGroup group, ref Past past, Span<uint> rows)
    {
        // a new clause begins with the last border before the group
        for (int i = group.First - 1; i >= Math.Max(past.End, past.Border); i--)
        {
            if (words[i].IsBorder || tags[i].Upos is Upos.Sconj)
            {
                (past.Seen, past.Border) = (0, i + 1);
                break;
            }
        }

        WordInfo? before = group.First > 0 ? words[group.First - 1] : null, next = group.Last < words.Length ? words[group.Last] : null;
        uint allowed = AgreementMask.Labels(group.Mask) | ((uint)tags[group.Head].Upos << 8);
        uint preposition = before is not null && tags[group.First - 1].Upos == Upos.Adp ? before.Small : 0;
        if (preposition == 0 && group.First > 1 && tags[group.First - 1].Upos == Upos.Adv && tags[group.First - 2].Upos == Upos.Adp)
            preposition = words[group.First - 2].Small;
        (int verb, bool isBehind) = Verb(words, tags, group);
        uint verbForm = verb < 0 ? 0 : words[verb].HashOf(lemmas[verb]), verbNumber = verb < 0 ? 0 : NumbersOf(words[verb]);
        int full = FullVerb(words, tags, group);
        uint fullForm = full < 0 ? 0 : words[full].HashOf(lemmas[full]) ^ ((uint)tags[full].VerbForm << 1);
        uint join = past.Label == 0 || past.Border > past.End ? 0 : group.First == past.End ? 1u : group.First == past.End + 1 ? 2 + (uint)tags[group.First - 1].Upos : 30u;
        uint last = ((uint)past.Label << 6) | join;
        uint state = (past.Seen << 3) | (preposition != 0 ? 1u : 0) | (verb < 0 ? 0 : isBehind ? 2u : 4u);
        uint beforeTag = before is null ? 0 : (uint)tags[group.First - 1].Upos + 1, nextTag = next is null ? 0 : (uint)tags[group.Last].Upos + 1;
        uint head = words[group.Head].HashOf(lemmas[group.Head]), first = words[group.First].Small, headForm = words[group.Head].Small;
        Span<uint> others = stackalloc uint[Most];
        rows = rows[..Most];
        int count = 0;
        (rows[count], others[count++]) = (TaggerFeatures.From(100, allowed), 0);
        (rows[count], others[count++]) = (TaggerFeatures.From(101, preposition), 0);
        (rows[count], others[count++]) = (TaggerFeatures.From(102, preposition), allowed);
        (rows[count], others[count++]) = (TaggerFeatures.From(103, beforeTag), allowed);
        (rows[count], others[count++]) = (TaggerFeatures.From(104, nextTag), allowed);
        (rows[count], others[count++]) = (TaggerFeatures.From(105, before?.Small ?? 1), allowed);
        (rows[count], others[count++]) = (TaggerFeatures.From(106, next?.Small ?? 1), allowed);
        (rows[count], others[count++]) = (TaggerFeatures.From(107, last), allowed);
        (rows[count], others[count++]) = (TaggerFeatures.From(108, last), preposition != 0 ? 1u : 0);
        (rows[count], others[count++]) = (TaggerFeatures.From(109, state), allowed);
        (rows[count], others[count++]) = (TaggerFeatures.From(110, state), TaggerFeatures.Row(0, verbForm, allowed));
        (rows[count], others[count++]) = (TaggerFeatures.From(111, state), TaggerFeatures.Row(0, fullForm, allowed));
        (rows[count], others[count++]) = (TaggerFeatures.From(112, state), TaggerFeatures.Row(0, verbNumber, allowed));
        (rows[count], others[count++]) = (TaggerFeatures.From(113, verbNumber), past.Seen);
        (rows[count], others[count++]) = (TaggerFeatures.From(114, head), 0);
        (rows[count], others[count++]) = (TaggerFeatures.From(115, head), preposition);
        (rows[count], others[count++]) = (TaggerFeatures.From(116, first), state);
        (rows[count], others[count++]) = (TaggerFeatures.From(117, first), preposition);
        (rows[count], others[count++]) = (TaggerFeatures.From(118, words[group.Head].Ending), allowed);
        (rows[count], others[count++]) = (TaggerFeatures.From(119, headForm), state);
        (rows[count], others[count++]) = (TaggerFeatures.From(120, (uint)tags[group.First].Upos), (uint)tags[group.Head].Upos | (preposition != 0 ? 64u : 0));
        (rows[count], others[count++]) = (TaggerFeatures.From(121, TaggerFeatures.Row(0, beforeTag, nextTag)), allowed);
        (rows[count], others[count++]) = (TaggerFeatures.From(122, TaggerFeatures.Row(0, last, state)), allowed);
        (rows[count], others[count++]) = (TaggerFeatures.From(123, verbForm), past.Seen);
        (rows[count], others[count++]) = (TaggerFeatures.From(124, (uint)(group.Last - group.First)), allowed);
        (rows[count], others[count++]) = (TaggerFeatures.From(125, group.First == 0 ? 1u : 0), TaggerFeatures.Row(0, verbNumber, allowed));
        (rows[count], others[count++]) = (TaggerFeatures.From(126, words[group.Head].Final is 's' ? 1u : 0), TaggerFeatures.Row(0, last, (uint)tags[group.Head].Upos | (nextTag << 6)));
        TaggerFeatures.MixAll(rows, others, count);
        return count;
    }

    /// <summary>Takes note of a group's label.</summary>
    public static void Advance(ref Past past, ReadOnlySpan<TokenTag> tags, NounGroup group, int label)
    {
        bool hasPreposition = group.First > 0 && tags[group.First - 1].Upos == Upos.Adp;
        past.Seen |= hasPreposition ? 0 : 1u << (label >> 1);
        (past.Label, past.End) = (label + 1, group.Last);
    }

    // The clause's finite verb: the nearest one on either side of the group that no border parts from it.
    private static (int Verb, bool IsBehind) Verb(ReadOnlySpan<WordInfo> words, ReadOnlySpan<TokenTag> tags, NounGroup group)
    {
        for (int i = group.First - 1; i >= 0 && !words[i].IsBorder; i--)
        {
            if (tags[i].VerbForm == VerbForm.Finite)
                return (i, true);
        }

        for (int i = group.Last; i < words.Length && !words[i].IsBorder; i++)
        {
            if (tags[i].VerbForm == VerbForm.Finite)
                return (i, false);
        }

        return (-1, false);
    }

    // The next full verb behind the group, finite or not, in its clause; else the last one before it.
    private static int FullVerb(ReadOnlySpan<WordInfo> words, ReadOnlySpan<TokenTag> tags, NounGroup group)
    {
        for (int i = group.Last; i < words.Length && !words[i].IsBorder; i++)
        {
            if (tags[i].Upos == Upos.Verb)
                return i;
        }

        for (int i = group.First - 1; i >= 0 && !words[i].IsBorder; i--)
        {
            if (tags[i].Upos == Upos.Verb)
                return i;
        }

        return -1;
    }

    private static uint NumbersOf(WordInfo verb)
    {
        uint numbers = 0;
        foreach (FormReading reading in verb.Readings)
            numbers |= reading.Tag.VerbForm == VerbForm.Finite ? 1u << (int)reading.Tag.Number : 0;
        return numbers;
    }

    /// <summary>The best of the allowed labels, the first among equals.</summary>
    public int Best(ReadOnlySpan<uint> rows, uint labels)
    {
        ref sbyte weights = ref _weights.First;
        uint mask = _mask;
        Vector128<short> sums = Vector128<short>.Zero;
        foreach (uint row in rows)
            sums += Vector128.WidenLower(Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<sbyte, byte>(ref Unsafe.Add(ref weights, (nuint)((row & mask) * Width))))).AsSByte());
        GC.KeepAlive(_weights);
        Vector128<ushort> bits = Vector128.Create(1, 2, 4, 8, 16, 32, 64, (ushort)128);
        sums = Vector128.ConditionalSelect(Vector128.Equals(Vector128.Create((ushort)labels) & bits, bits).AsInt16(), sums, Vector128.Create(short.MinValue));
        Vector128<short> most = Vector128.Max(sums, Vector128.Shuffle(sums, Vector128.Create(4, 5, 6, 7, 0, 1, 2, 3)));
        most = Vector128.Max(most, Vector128.Shuffle(most, Vector128.Create(2, 3, 0, 1, 6, 7, 4, 5)));
        most = Vector128.Max(most, Vector128.Shuffle(most, Vector128.Create(1, 0, 3, 2, 5, 4, 7, 6)));
        uint equal = Vector128.Narrow(Vector128.Equals(sums, most), Vector128<short>.Zero).ExtractMostSignificantBits() & labels;
        return equal == 0 ? 0 : BitOperations.TrailingZeroCount(equal);
    }

    /// <summary>Says that rows are asked for soon.</summary>
    public void Prefetch(ReadOnlySpan<uint> rows)
    {
        ref sbyte weights = ref _weights.First;
        foreach (uint row in rows)
            CacheLine.Prefetch(in Unsafe.Add(ref weights, (nuint)((row & _mask) * Width)));
        GC.KeepAlive(_weights);
    }
}
