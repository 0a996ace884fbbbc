using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Compiler;

/// <summary>Trains <c>cases.bin</c> on the parts of speech that the pack's tagger gives. The same data give the same bytes.</summary>
internal sealed class CaseTrainer(LanguagePack pack, List<TreebankDocument> documents)
{
    private const int RowBits = 17;
    private const int Rounds = 8;
    private const int Width = CaseModel.Width;

    private readonly float[] _weights = new float[(1 << RowBits) * Width];
    private readonly float[] _totals = new float[(1 << RowBits) * Width];
    private int _step = 1;

    public void Train(string path)
    {
        TaggerModel model = pack.Table(TaggerModel.Load);
        List<(WordInfo[] Words, TokenTag[] Tags, string[] Lemmas, TokenTag?[] Gold)> sentences = [];
        foreach (TreebankDocument document in documents)
        {
            TaggedText tagged = Tagger.Tag(document.Text);
            foreach (Sentence sentence in document.Text.Sentences)
            {
                int[] tokens = [.. Enumerable.Range(sentence.First, sentence.Last - sentence.First)];
                sentences.Add(([.. tokens.Select(token => model.Describe(document.Text.Lexeme(token)))], [.. tokens.Select(token => tagged.Tags[token])],
                    [.. tokens.Select(token => tagged.Lemmas[token])], [.. tokens.Select(token => document.Tags[token])]));
            }
        }

        Random random = new(1);
        int[] order = [.. Enumerable.Range(0, sentences.Count)];
        for (int round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            int wrong = 0, seen = 0, barred = 0;
            foreach (int sentence in order)
                Learn(sentences[sentence], random, ref wrong, ref seen, ref barred);
            Console.Error.WriteLine($"cases, round {round + 1}: {100.0 * (seen - wrong) / seen:f2} % of {seen}, {barred} that agreement bars");
        }

        Write(path);
    }

    private void Learn((WordInfo[] Words, TokenTag[] Tags, string[] Lemmas, TokenTag?[] Gold) sentence, Random random, ref int wrong, ref int seen, ref int barred)
    {
        Span<uint> rows = stackalloc uint[CaseModel.Most];
        Span<float> sums = stackalloc float[Width];
        List<NounGroup> groups = [];
        NounGroup.Find(sentence.Words, sentence.Tags, groups);
        CaseModel.Past past = default;
        foreach (NounGroup group in groups)
        {
            int count = CaseModel.Features(sentence.Words, sentence.Tags, sentence.Lemmas, group, ref past, rows);
            int kept = 0;
            for (int k = 0; k < count; k++)
            {
                if (random.NextSingle() >= 0.1f)
                    rows[kept++] = rows[k];
            }

            sums.Clear();
            foreach (uint row in rows[..kept])
            {
                for (int i = 0; i < Width; i++)
                    sums[i] += _weights[((int)(row & ((1 << RowBits) - 1)) * Width) + i];
            }

            uint labels = AgreementMask.Labels(group.Mask);
            int best = -1;
            for (int i = 0; i < Width; i++)
            {
                if ((labels >> i & 1) != 0 && (best < 0 || sums[i] > sums[best]))
                    best = i;
            }

            best = Math.Max(best, 0);
            int gold = GoldOf(sentence.Gold, group);
            if (gold >= 0)
            {
                seen++;
                _step++;
                if (best != gold)
                {
                    wrong++;
                    if ((labels >> gold & 1) == 0)
                        barred++;
                    else
                        Update(rows[..kept], gold, best);
                }
            }

            CaseModel.Advance(ref past, sentence.Tags, group, best);
        }
    }

    private static int GoldOf(TokenTag?[] gold, NounGroup group)
    {
        for (int i = group.Head; i >= group.First; i--)
        {
            if (gold[i] is { Case: not GrammaticalCase.None, Number: not GrammaticalNumber.None } tag)
                return (((int)tag.Case - 1) * 2) + (int)tag.Number - 1;
        }

        return -1;
    }

    private void Update(ReadOnlySpan<uint> rows, int gold, int wrong)
    {
        foreach (uint row in rows)
        {
            int at = (int)(row & ((1 << RowBits) - 1)) * Width;
            _weights[at + gold]++;
            _totals[at + gold] += _step;
            _weights[at + wrong]--;
            _totals[at + wrong] -= _step;
        }
    }

    private void Write(string path)
    {
        float largest = 0;
        for (int i = 0; i < _weights.Length; i++)
        {
            _weights[i] -= _totals[i] / _step;
            largest = Math.Max(largest, Math.Abs(_weights[i]));
        }

        float scale = 127 / Math.Min(largest, 12);
        List<(int Row, sbyte[] Weights)> rows = [];
        for (int row = 0; row < 1 << RowBits; row++)
        {
            sbyte[] rounded = [.. _weights.AsSpan(row * Width, Width).ToArray().Select(weight => (sbyte)Math.Clamp(MathF.Round(weight * scale), -127, 127))];
            if (rounded.Max(static weight => Math.Abs((int)weight)) >= 2)
                rows.Add((row, rounded));
        }

        using FileStream stream = File.Create(path);
        byte[] buffer = new byte[4];
        void Put(uint value)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(buffer, value);
            stream.Write(buffer);
        }

        Put(CaseModel.Magic);
        Put(RowBits);
        Put((uint)rows.Count);
        foreach ((int row, sbyte[] weights) in rows)
        {
            Put((uint)row);
            stream.Write(MemoryMarshal.Cast<sbyte, byte>(weights));
        }

        Console.Error.WriteLine($"{path}: {rows.Count} rows, {stream.Length / 1024} KB");
    }
}
