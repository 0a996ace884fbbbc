using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>A linear-chain model over hashed features that tells which tokens are names (trained by <c>train-names</c>; names/README.md).</summary>
/// <remarks>Lafferty, McCallum and Pereira (2001): a conditional random field; only its best path is asked for, so integers suffice.</remarks>
internal sealed class NameModel
{
    /// <summary>Rows of weights; a feature's row is given by the highest bits of its hash.</summary>
    public const int RowBits = 20;

    private const int Slots = NameLabels.Slots;
    private readonly sbyte[] _weights;
    private readonly short[] _transitions;

    /// <summary>A model from its weights.</summary>
    /// <param name="weights"><see cref="NameLabels.Slots"/> for each of 2^<see cref="RowBits"/> rows.</param>
    /// <param name="transitions">From label times slots plus to label.</param>
    public NameModel(sbyte[] weights, short[] transitions)
    {
        _weights = weights;
        _transitions = [.. transitions];
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
        Holder holder = pack.Table(static pack => new Holder(pack.Data.Has("names.model") ? Read(pack.Data.Open("names.model")) : null));
        model = holder.Model!; // only read where the answer is true
        return holder.Model is not null;
    }

    /// <summary>Row of a feature.</summary>
    public static int RowOf(uint feature) => (int)(feature >> (32 - RowBits));

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static NameModel Read(Stream stream)
    {
        using BrotliStream unpacked = new(stream, CompressionMode.Decompress);
        short[] transitions = new short[Slots * Slots];
        unpacked.ReadExactly(MemoryMarshal.AsBytes(transitions.AsSpan()));
        sbyte[] weights = new sbyte[Slots << RowBits];
        unpacked.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        return new NameModel(weights, transitions);
    }

    /// <summary>Writes the weights, packed.</summary>
    public static void Write(Stream stream, sbyte[] weights, short[] transitions)
    {
        using BrotliStream packed = new(stream, CompressionLevel.Optimal);
        packed.Write(MemoryMarshal.AsBytes(transitions.AsSpan()));
        packed.Write(MemoryMarshal.AsBytes(weights.AsSpan()));
    }

    /// <summary>The best label of each token.</summary>
    public byte[] Label(TaggedText text, NameFeatures features)
    {
        TokenizedText tokens = text.Tokenized;
        const int Views = 2 * NameFeatures.Reach + 1;
        short[] seen = new short[tokens.Lexemes.Length * Views * Slots];
        bool[] isSeen = new bool[tokens.Lexemes.Length * Views];
        byte[] labels = new byte[text.Count];
        int longest = 0;
        foreach (Sentence sentence in text.Sentences)
            longest = Math.Max(longest, sentence.Last - sentence.First);
        byte[] back = new byte[longest * Slots];
        Span<short> sum = stackalloc short[Slots];
        Span<int> score = stackalloc int[Slots];
        Span<int> next = stackalloc int[Slots];
        foreach (Sentence sentence in text.Sentences)
        {
            for (int i = sentence.First; i < sentence.Last; i++)
            {
                sum.Clear();
                for (int offset = -NameFeatures.Reach; offset <= NameFeatures.Reach; offset++)
                {
                    int at = i + offset;
                    if (at < sentence.First || at >= sentence.Last)
                        continue;
                    int lexeme = tokens.Tokens[at].Lexeme;
                    int view = lexeme * Views + offset + NameFeatures.Reach;
                    Span<short> row = seen.AsSpan(view * Slots, Slots);
                    if (!isSeen[view])
                    {
                        isSeen[view] = true;
                        foreach (uint feature in features.OfLexeme(lexeme, offset))
                            AddRow(row, NameFeatures.At(feature, offset));
                    }

                    AddShorts(sum, row);
                }

                for (int f = features.TokenStarts[i]; f < features.TokenStarts[i + 1]; f++)
                    AddRow(sum, features.TokenFeatures[f]);
                Step(i == sentence.First, sum, score, next, back.AsSpan((i - sentence.First) * Slots, Slots));
                Span<int> swap = score;
                score = next;
                next = swap;
            }

            int best = 0;
            for (int label = 1; label < NameLabels.Count; label++)
            {
                if (NameLabels.MayClose(label) && score[label] > score[best])
                    best = label;
            }

            for (int i = sentence.Last - 1; i >= sentence.First; i--)
            {
                labels[i] = (byte)best;
                best = back[(i - sentence.First) * Slots + best];
            }
        }

        return labels;
    }

    private void Step(bool isFirst, ReadOnlySpan<short> sum, ReadOnlySpan<int> score, Span<int> next, Span<byte> back)
    {
        for (int to = 0; to < NameLabels.Count; to++)
        {
            if (isFirst)
            {
                next[to] = NameLabels.MayOpen(to) ? sum[to] + _transitions[to] : int.MinValue / 2;
                continue;
            }

            int best = 0, bestScore = score[0] + _transitions[to];
            for (int from = 1; from < NameLabels.Count; from++)
            {
                int value = score[from] + _transitions[from * Slots + to];
                if (value > bestScore)
                    (best, bestScore) = (from, value);
            }

            next[to] = bestScore + sum[to];
            back[to] = (byte)best;
        }
    }

    private void AddRow(Span<short> sum, uint feature)
    {
        Vector128<sbyte> row = Vector128.Create<sbyte>(_weights.AsSpan(RowOf(feature) * Slots, Slots));
        (Vector128<short> low, Vector128<short> high) = Vector128.Widen(row);
        (Vector128.Create<short>(sum[..8]) + low).CopyTo(sum);
        (Vector128.Create<short>(sum[8..]) + high).CopyTo(sum[8..]);
    }

    private static void AddShorts(Span<short> sum, ReadOnlySpan<short> row)
    {
        (Vector128.Create<short>(sum[..8]) + Vector128.Create(row[..8])).CopyTo(sum);
        (Vector128.Create<short>(sum[8..]) + Vector128.Create(row[8..])).CopyTo(sum[8..]);
    }

    private sealed record Holder(NameModel? Model);
}
