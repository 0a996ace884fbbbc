using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Compiler;

/// <summary>Trains <c>tagger.bin</c>: an averaged perceptron over hashed features, weights rounded to 8 bits. The same data give the same bytes.</summary>
internal sealed class TaggerTrainer
{
    private const int RowBits = 18;
    private const int SmallestWeight = 6; // rows with smaller weights only change nothing that was measured
    private const int Rounds = 8;
    private const int Runs = 2; // three gain nothing that was measured
    private const float HiddenShare = 0.1f;
    private const int Width = TaggerModel.Width;

    private readonly LanguagePack _pack;
    private readonly TaggerModel _model;
    private readonly List<TreebankDocument> _documents;
    private readonly float[] _weights = new float[(1 << RowBits) * Width];
    private readonly float[] _totals = new float[(1 << RowBits) * Width];
    private int _step = 1;

    public TaggerTrainer(LanguagePack pack, List<TreebankDocument> documents)
    {
        string keys = pack.Setting("tag-keys");
        TokenTag[] tags = [.. documents.SelectMany(static document => document.Tags).Where(static tag => tag is not null)
            .Select(tag => TaggerModel.Project(tag!.Value, keys)).GroupBy(static tag => tag).OrderByDescending(static group => group.Count())
            .ThenBy(static group => TagCode.Encode(group.Key)).Where(static group => group.Count() >= 3).Take(Width).Select(static group => group.Key).OrderBy(TagCode.Encode)];
        (_pack, _documents, _model) = (pack, documents, new TaggerModel(pack, tags));
        Console.Error.WriteLine($"{tags.Length} tags: {string.Join(' ', tags.Select(static tag => $"{tag.Upos}.{tag.VerbForm}.{tag.Mood}.{tag.Tense}.{tag.Number}"))}");
    }

    public void Train(string path)
    {
        string keys = _pack.Setting("tag-keys");
        List<(WordInfo[] Words, TokenKind[] Kinds, int[] Gold)> sentences = [];
        List<int> firsts = [];
        foreach (TreebankDocument document in _documents)
        {
            firsts.Add(sentences.Count);
            foreach (Sentence sentence in document.Text.Sentences)
            {
                int[] tokens = [.. Enumerable.Range(sentence.First, sentence.Last - sentence.First)];
                sentences.Add((
                    [.. tokens.Select(token => _model.Describe(document.Text.Lexeme(token)))],
                    [.. tokens.Select(token => document.Text.Tokens[token].Kind)],
                    [.. tokens.Select(token => document.Tags[token] is TokenTag tag ? Array.IndexOf(_model.Tags, TaggerModel.Project(tag, keys)) : -1)]));
            }
        }

        float[] sum = new float[_weights.Length];
        for (int run = 0; run < Runs; run++)
        {
            Random random = new(run);
            Array.Clear(_weights);
            Array.Clear(_totals);
            _step = 1;
            Learn(sentences, random);
            for (int i = 0; i < sum.Length; i++)
                sum[i] += (_weights[i] - (_totals[i] / _step)) / Runs;
        }

        Write(path, sum);
    }

    private void Learn(List<(WordInfo[] Words, TokenKind[] Kinds, int[] Gold)> sentences, Random random)
    {
        int[] order = [.. Enumerable.Range(0, sentences.Count)];
        for (int round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            int wrong = 0, seen = 0;
            foreach (int sentence in order)
                Learn(sentences[sentence], random, ref wrong, ref seen);
            Console.Error.WriteLine($"round {round + 1}: {100.0 * (seen - wrong) / seen:f2} % of {seen}");
        }
    }

    private void Learn((WordInfo[] Words, TokenKind[] Kinds, int[] Gold) sentence, Random random, ref int wrong, ref int seen)
    {
        Span<uint> rows = stackalloc uint[TaggerFeatures.Most * 2];
        Span<float> sums = stackalloc float[Width];
        TaggerFeatures.Past past = TaggerFeatures.Begin(sentence.Words, Mood.None);
        for (int i = 0; i < sentence.Words.Length; i++)
        {
            WordInfo word = sentence.Words[i];
            TaggerFeatures.LookAhead(sentence.Words, i, ref past);
            int count = TaggerFeatures.OfForm(word.Form, word.Shape, word.Origin, word.Proposed, rows);
            count += TaggerFeatures.OfContext(sentence.Words, i, past, rows[count..]);
            // some features are hidden at random, so that none is relied on alone
            int kept = 0;
            for (int k = 0; k < count; k++)
            {
                if (random.NextSingle() >= HiddenShare)
                    rows[kept++] = rows[k];
            }

            count = kept;
            uint allowed = Tagger.Allowed(_model, word, sentence.Kinds[i]);
            int gold = sentence.Gold[i];
            sums.Clear();
            foreach (uint row in rows[..count])
            {
                ReadOnlySpan<float> weights = _weights.AsSpan((int)(row & ((1 << RowBits) - 1)) * Width, Width);
                for (int tag = 0; tag < Width; tag++)
                    sums[tag] += weights[tag];
            }

            int best = -1;
            for (int tag = 0; tag < _model.Tags.Length; tag++)
            {
                if ((allowed >> tag & 1) != 0 && (best < 0 || sums[tag] > sums[best]))
                    best = tag;
            }

            best = Math.Max(best, 0);
            if (gold >= 0)
            {
                seen++;
                _step++;
                if (best != gold)
                {
                    wrong++;
                    // a tag that the rules forbid is the treebank's slip or a gap in our lists: nothing to learn
                    if ((allowed >> gold & 1) != 0)
                        Update(rows[..count], gold, best);
                }
            }

            Tagger.Advance(ref past, word, best, _model.Tags[best]);
        }
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

    private void Write(string path, float[] sum)
    {
        float largest = sum.Max(Math.Abs);

        float scale = 127 / Math.Min(largest, 12); // a few weights are larger; cutting them changes nothing that was measured
        List<(int Row, sbyte[] Weights)> rows = [];
        for (int row = 0; row < 1 << RowBits; row++)
        {
            sbyte[] rounded = [.. sum.AsSpan(row * Width, Width).ToArray().Select(weight => (sbyte)Math.Clamp(MathF.Round(weight * scale), -127, 127))];
            if (rounded.Max(static weight => Math.Abs((int)weight)) >= SmallestWeight)
                rows.Add((row, rounded));
        }

        using FileStream stream = File.Create(path);
        byte[] buffer = new byte[4];
        void Put(uint value)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(buffer, value);
            stream.Write(buffer);
        }

        Put(TaggerModel.Magic);
        Put((uint)_model.Tags.Length);
        foreach (TokenTag tag in _model.Tags)
            Put(TagCode.Encode(tag));
        Put(RowBits);
        Put((uint)rows.Count);
        foreach ((int row, sbyte[] weights) in rows)
        {
            Put((uint)row);
            stream.Write(MemoryMarshal.Cast<sbyte, byte>(weights));
        }

        Console.Error.WriteLine($"{path}: {rows.Count} rows, largest weight {largest:f1}, {stream.Length / 1024} KB");
    }
}
