using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>A linear-chain model over hashed features that tells which tokens are names (trained by <c>train-names</c>; names/README.md).</summary>
/// <remarks>Lafferty, McCallum and Pereira (2001): a conditional random field; only its best path is asked for, so integers suffice.</remarks>
internal sealed class NameModel
{
    /// <summary>First number of the file: "LSN2".</summary>
    public const uint Magic = 0x324E534C;

    /// <summary>Rows of weights; a feature's row is given by the highest bits of its hash.</summary>
    public const int RowBits = 20;

    private const int Slots = NameLabels.Slots;
    private const int Together = 8; // tokens whose rows are found at once
    private readonly SparseRows _weights;
    private readonly int[] _transitions;
    // sums of weights of a token's tags and of its shape, made where they are first asked for; threads may do the same work twice, the answer is the same
    private readonly short[]?[] _byTags = new short[NameFeatures.TagsLimit][], _byShape = new short[NameFeatures.ShapeLimit][];

    private NameModel(SparseRows weights, short[] transitions)
    {
        _weights = weights;
        _transitions = Array.ConvertAll(transitions, static weight => (int)weight);
        for (int from = 0; from < NameLabels.Count; from++)
        {
            for (int to = 0; to < NameLabels.Count; to++)
            {
                if (!NameLabels.MayFollow(from, to))
                    _transitions[from * Slots + to] = -16_000;
            }
        }
    }

    /// <summary>The pack's model.</summary>
    public static bool TryOf(LanguagePack pack, out NameModel model)
    {
        Holder holder = pack.Table(Load);
        model = holder.Model!; // only read where the answer is true
        return holder.Model is not null;
    }

    private static Holder Load(LanguagePack pack)
    {
        if (!pack.Data.Has("names.model"))
            return new Holder(null);
        using Stream stream = pack.Data.Open("names.model");
        return new Holder(Read(stream));
    }

    /// <summary>Row of a feature.</summary>
    public static int RowOf(uint feature) => (int)(feature >> (32 - RowBits));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="DataException">It is no model.</exception>
    public static NameModel Read(Stream stream)
    {
        Span<byte> magic = stackalloc byte[sizeof(uint)];
        stream.ReadExactly(magic);
        if (BinaryPrimitives.ReadUInt32LittleEndian(magic) != Magic)
            throw new DataException("names.model holds no weights of this version: train it again");
        short[] transitions = new short[Slots * Slots];
        stream.ReadExactly(MemoryMarshal.AsBytes(transitions.AsSpan()));
        return new NameModel(SparseRows.Read(stream, 1 << RowBits, Slots), transitions);
    }

    /// <summary>Writes the weights as they lie in memory: magic, transitions, a bit for each row that holds something, these rows. All numbers little-endian.</summary>
    /// <param name="stream">Receives them.</param>
    /// <param name="weights"><see cref="NameLabels.Slots"/> for each of 2^<see cref="RowBits"/> rows.</param>
    /// <param name="transitions">From label times slots plus to label.</param>
    public static void Write(Stream stream, sbyte[] weights, short[] transitions)
    {
        Span<byte> magic = stackalloc byte[sizeof(uint)];
        BinaryPrimitives.WriteUInt32LittleEndian(magic, Magic);
        stream.Write(magic);
        stream.Write(MemoryMarshal.AsBytes(transitions.AsSpan()));
        SparseRows.Write(stream, weights, Slots);
    }

    /// <summary>The best label of each token.</summary>
    /// <param name="context">Stands before the text's first token; it will have gone through the text.</param>
    public byte[] Label(NameContext context)
    {
        TaggedText text = context.Text.Tagged;
        byte[] labels = new byte[text.Count];
        int longest = 0;
        foreach (Sentence sentence in text.Sentences)
            longest = Math.Max(longest, sentence.Last - sentence.First);
        byte[] back = ArrayPool<byte>.Shared.Rent(longest * Slots);
        NameSums[] forms = SumsOf(context.Text);
        ReadOnlySpan<Token> tokens = text.Tokenized.Tokens.AsSpan();
        Span<int> score = stackalloc int[Slots];
        Span<Vector256<short>> sums = stackalloc Vector256<short>[Together];
        foreach (Sentence sentence in text.Sentences)
        {
            for (int first = sentence.First; first < sentence.Last; first += Together)
            {
                Span<Vector256<short>> some = sums[..Math.Min(Together, sentence.Last - first)];
                for (int i = first; i < Math.Min(sentence.Last, first + Together + NameFeatures.Reach); i++)
                    forms[tokens[i].Lexeme].Prefetch();
                SumTokens(context, sentence, first, some);
                for (int i = first; i < first + some.Length; i++)
                {
                    Vector256<short> sum = some[i - first];
                    for (int at = Math.Max(sentence.First, i - NameFeatures.Reach); at <= i + NameFeatures.Reach && at < sentence.Last; at++)
                        sum += forms[tokens[at].Lexeme][at - i];
                    if (i == sentence.First)
                        Open(sum, score);
                    else
                        Step(sum, score, back.AsSpan((i - sentence.First) * Slots, Slots));
                }
            }

            Trace(score, back, labels.AsSpan(sentence.First, sentence.Last - sentence.First));
        }

        ArrayPool<byte>.Shared.Return(back);
        return labels;
    }

    /// <summary>The sums of the text's forms by lexeme.</summary>
    private NameSums[] SumsOf(NameText text)
    {
        NameSums[] sums = new NameSums[text.Words.Length];
        foreach (NameWord word in text.Words)
            word.PrefetchSums();
        for (int i = 0; i < sums.Length; i++)
            sums[i] = text.Words[i].SumsOf(this, text);
        return sums;
    }

    /// <summary>The sums of weights that speak for each label of some tokens among their neighbours.</summary>
    /// <remarks>For all of them, first features are worked out, then rows are found, then summed: what the next step reads has been asked for by then.</remarks>
    [SkipLocalsInit]
    private void SumTokens(NameContext context, Sentence sentence, int first, Span<Vector256<short>> sums)
    {
        Span<uint> features = stackalloc uint[Together * NameFeatures.MostOfToken];
        Span<int> places = stackalloc int[Together * NameFeatures.MostOfToken], counts = stackalloc int[Together];
        for (int i = 0; i < sums.Length; i++)
        {
            Span<uint> own = features.Slice(i * NameFeatures.MostOfToken, NameFeatures.MostOfToken);
            context.MoveTo(first + i, sentence);
            counts[i] = NameFeatures.OfNeighbours(context, own);
            _weights.Prefetch(own[..counts[i]], 32 - RowBits);
            (int tags, int shape) = (NameFeatures.TagsAt(context), NameFeatures.ShapeAt(context));
            sums[i] = Vector256.Create<short>(_byTags[tags] ??= SumTags(tags)) + Vector256.Create<short>(_byShape[shape] ??= SumShape(shape));
        }

        for (int i = 0; i < sums.Length; i++)
            counts[i] = _weights.Find(features.Slice(i * NameFeatures.MostOfToken, counts[i]), 32 - RowBits, places[(i * NameFeatures.MostOfToken)..]);
        for (int i = 0; i < sums.Length; i++)
            sums[i] += Sum(places.Slice(i * NameFeatures.MostOfToken, counts[i]));
    }

    private short[] SumTags(int tags)
    {
        Span<uint> features = stackalloc uint[NameFeatures.MostOfToken];
        return SumOnce(features[..NameFeatures.OfTags(tags, features)]);
    }

    private short[] SumShape(int shape)
    {
        Span<uint> features = stackalloc uint[NameFeatures.MostOfToken];
        return SumOnce(features[..NameFeatures.OfShape(shape, features)]);
    }

    private short[] SumOnce(ReadOnlySpan<uint> features)
    {
        Span<int> places = stackalloc int[NameFeatures.MostOfToken];
        short[] sum = new short[Slots];
        Sum(places[.._weights.Find(features, 32 - RowBits, places)]).CopyTo(sum);
        return sum;
    }

    private Vector256<short> Sum(ReadOnlySpan<int> places)
    {
        ref sbyte weights = ref _weights.First;
        Vector256<short> sum = Vector256<short>.Zero;
        foreach (int place in places)
            sum += AlignedWeights.Widen(ref Unsafe.Add(ref weights, place));

        GC.KeepAlive(_weights);
        return sum;
    }

    /// <summary>The sums of a form's own weights, for each offset from which a token may see it.</summary>
    public NameSums SumForm(NameFeatures.FormFeatures features)
    {
        NameSums sums = new(this);
        Span<uint> seen = stackalloc uint[NameFeatures.Most];
        Span<int> places = stackalloc int[NameFeatures.Most];
        for (int offset = -NameFeatures.Reach; offset <= NameFeatures.Reach; offset++)
        {
            int count = 0;
            foreach (uint feature in features.SeenFrom(offset))
                seen[count++] = NameFeatures.At(feature, offset);
            sums[offset] = Sum(places[.._weights.Find(seen[..count], 32 - RowBits, places)]);
        }

        return sums;
    }

    private void Open(Vector256<short> sum, Span<int> score)
    {
        for (int label = 0; label < Slots; label++)
            score[label] = label < NameLabels.Count && NameLabels.MayOpen(label) ? sum[label] + _transitions[label] : int.MinValue / 2;
    }

    /// <summary>Goes on to the next token: for each label the best way to it, the first label among equals.</summary>
    /// <param name="sum">What speaks for each label of the token.</param>
    /// <param name="score">Best ways to each label of the token before; afterwards to those of this one.</param>
    /// <param name="back">Receives from which label each way comes.</param>
    private void Step(Vector256<short> sum, Span<int> score, Span<byte> back)
    {
        ReadOnlySpan<int> transitions = _transitions;
        (Vector256<int> low, Vector256<int> high) = (Vector256.Create(int.MinValue), Vector256.Create(int.MinValue));
        (Vector256<int> lowFrom, Vector256<int> highFrom) = (Vector256<int>.Zero, Vector256<int>.Zero);
        for (int from = 0; from < NameLabels.Count; from++)
        {
            Vector256<int> before = Vector256.Create(score[from]), label = Vector256.Create(from);
            Vector256<int> lowWay = before + Vector256.Create(transitions.Slice(from * Slots, 8)), highWay = before + Vector256.Create(transitions.Slice(from * Slots + 8, 8));
            Vector256<int> isLowBetter = Vector256.GreaterThan(lowWay, low), isHighBetter = Vector256.GreaterThan(highWay, high);
            lowFrom = Vector256.ConditionalSelect(isLowBetter, label, lowFrom);
            highFrom = Vector256.ConditionalSelect(isHighBetter, label, highFrom);
            low = Vector256.Max(low, lowWay);
            high = Vector256.Max(high, highWay);
        }

        (Vector256<int> lowSum, Vector256<int> highSum) = Vector256.Widen(sum);
        (low + lowSum).CopyTo(score);
        (high + highSum).CopyTo(score[8..]);
        Vector256<short> steps = Vector256.Narrow(lowFrom, highFrom);
        Vector128.Narrow(steps.GetLower(), steps.GetUpper()).AsByte().CopyTo(back);
    }

    private static void Trace(ReadOnlySpan<int> score, ReadOnlySpan<byte> back, Span<byte> labels)
    {
        int best = 0;
        for (int label = 1; label < NameLabels.Count; label++)
        {
            if (NameLabels.MayClose(label) && score[label] > score[best])
                best = label;
        }

        for (int i = labels.Length - 1; i >= 0; i--)
        {
            labels[i] = (byte)best;
            best = back[i * Slots + best];
        }
    }

    private sealed record Holder(NameModel? Model);
}
