using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Compiler;

/// <summary>Trains <c>cases.bin</c> on the parts of speech that the pack's tagger gives. The same data give the same bytes.</summary>
internal sealed class CaseTrainer(LanguagePack pack, List<TreebankDocument> documents)
{
    private const int RowBits = 17;
    private const float HiddenShare = 0.1f, Margin = 5;
    private const int SmallestWeight = 2;
    private const int Rounds = 8;
    private const int Runs = 4;
    private const int Width = CaseModel.Width;

    private readonly Perceptron _perceptron = new(RowBits, Width, HiddenShare, Margin);

    private sealed record Example(WordInfo[] Words, TokenTag[] Tags, string[] Lemmas, TokenTag?[] Gold);

    public void Train(string path)
    {
        Example[] sentences = [.. documents.SelectMany(Examples)];
        for (int run = 0; run < Runs; run++)
        {
            _perceptron.Begin();
            Learn(sentences, new Random(run));
            _perceptron.End();
        }

        using FileStream stream = File.Create(path);
        Perceptron.Put(stream, CaseModel.Magic);
        _perceptron.Write(stream, SmallestWeight);
    }

    private void Learn(Example[] sentences, Random random)
    {
        int[] order = [.. Enumerable.Range(0, sentences.Length)];
        for (int round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            int wrong = 0, seen = 0, barred = 0;
            foreach (int sentence in order)
                Learn(sentences[sentence], random, ref wrong, ref seen, ref barred);
            Console.Error.WriteLine($"cases, round {round + 1}: {100.0 * (seen - wrong) / seen:f2} % of {seen}, {barred} that agreement bars");
        }
    }

    private IEnumerable<Example> Examples(TreebankDocument document)
    {
        TaggerModel model = pack.Table(TaggerModel.Load);
        TaggedText tagged = Tagger.Tag(document.Text);
        foreach (Sentence sentence in document.Text.Sentences)
        {
            int[] tokens = [.. Enumerable.Range(sentence.First, sentence.Last - sentence.First)];
            yield return new Example([.. tokens.Select(token => model.Describe(document.Text.Lexeme(token)))], [.. tokens.Select(token => tagged.Tags[token])],
                [.. tokens.Select(token => tagged.Lemmas[token])], [.. tokens.Select(token => document.Tags[token])]);
        }
    }

    private void Learn(Example sentence, Random random, ref int wrong, ref int seen, ref int barred)
    {
        Span<uint> rows = stackalloc uint[CaseModel.Most];
        List<NounGroup> groups = [];
        NounGroup.Find(sentence.Words, sentence.Tags, groups);
        CaseModel.Past past = default;
        foreach (NounGroup group in groups)
        {
            int count = _perceptron.Hide(rows[..CaseModel.Features(sentence.Words, sentence.Tags, sentence.Lemmas, group, ref past, rows)], random);
            uint labels = AgreementMask.Labels(group.Mask);
            int gold = GoldOf(sentence.Gold, group);
            (int best, int rival) = _perceptron.Judge(rows[..count], labels, Width, gold);
            if (gold >= 0)
            {
                seen++;
                _perceptron.Count();
                wrong += best != gold ? 1 : 0;
                if ((labels >> gold & 1) == 0)
                    barred++;
                else if (rival != gold)
                    _perceptron.Update(rows[..count], gold, rival);
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
}
