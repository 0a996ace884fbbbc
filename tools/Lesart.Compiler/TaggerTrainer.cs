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
    private const int Width = TaggerModel.Width;

    private readonly LanguagePack _pack;
    private readonly TaggerModel _model;
    private readonly List<TreebankDocument> _documents;
    private readonly Perceptron _perceptron;

    public TaggerTrainer(LanguagePack pack, List<TreebankDocument> documents)
    {
        string keys = pack.Setting("tag-keys");
        TokenTag[] tags = [.. documents.SelectMany(static document => document.Tags).Where(static tag => tag is not null)
            .Select(tag => TaggerModel.Project(tag!.Value, keys)).GroupBy(static tag => tag).OrderByDescending(static group => group.Count())
            .ThenBy(static group => TagCode.Encode(group.Key)).Where(static group => group.Count() >= 3).Take(Width).Select(static group => group.Key).OrderBy(TagCode.Encode)];
        (_pack, _documents, _model) = (pack, documents, new TaggerModel(pack, tags));
        _perceptron = new Perceptron(RowBits, Width);
        Console.Error.WriteLine($"{tags.Length} tags: {string.Join(' ', tags.Select(static tag => $"{tag.Upos}.{tag.VerbForm}.{tag.Mood}.{tag.Tense}.{tag.Number}"))}");
    }

    private sealed record Example(WordInfo[] Words, uint[] Allowed, int[] Gold);

    public void Train(string path)
    {
        Example[] sentences = [.. _documents.SelectMany(Examples)];
        for (int run = 0; run < Runs; run++)
        {
            _perceptron.Begin();
            Learn(sentences, new Random(run));
            _perceptron.End();
        }

        using FileStream stream = File.Create(path);
        Perceptron.Put(stream, TaggerModel.Magic);
        Perceptron.Put(stream, (uint)_model.Tags.Length);
        foreach (TokenTag tag in _model.Tags)
            Perceptron.Put(stream, TagCode.Encode(tag));
        _perceptron.Write(stream, SmallestWeight);
    }

    private IEnumerable<Example> Examples(TreebankDocument document)
    {
        string keys = _pack.Setting("tag-keys");
        foreach (Sentence sentence in document.Text.Sentences)
        {
            int[] tokens = [.. Enumerable.Range(sentence.First, sentence.Last - sentence.First)];
            WordInfo[] words = [.. tokens.Select(token => _model.Describe(document.Text.Lexeme(token)))];
            yield return new Example(words,
                [.. tokens.Select((token, i) => Tagger.Allowed(_model, words[i], document.Text.Tokens[token].Kind))],
                [.. tokens.Select(token => document.Tags[token] is TokenTag tag ? Array.IndexOf(_model.Tags, TaggerModel.Project(tag, keys)) : -1)]);
        }
    }

    private void Learn(Example[] sentences, Random random)
    {
        int[] order = [.. Enumerable.Range(0, sentences.Length)];
        for (int round = 0; round < Rounds; round++)
        {
            random.Shuffle(order);
            int wrong = 0, seen = 0;
            foreach (int sentence in order)
                Learn(sentences[sentence], random, ref wrong, ref seen);
            Console.Error.WriteLine($"round {round + 1}: {100.0 * (seen - wrong) / seen:f2} % of {seen}");
        }
    }

    private void Learn(Example sentence, Random random, ref int wrong, ref int seen)
    {
        Span<uint> rows = stackalloc uint[TaggerFeatures.Most * 2];
        TaggerFeatures.Past past = TaggerFeatures.Begin(sentence.Words, Mood.None);
        for (int i = 0; i < sentence.Words.Length; i++)
        {
            WordInfo word = sentence.Words[i];
            TaggerFeatures.LookAhead(sentence.Words, i, ref past);
            int count = TaggerFeatures.OfForm(word.Form, word.Shape, word.Origin, word.Proposed, rows);
            count += TaggerFeatures.OfContext(sentence.Words, i, past, rows[count..]);
            count = Perceptron.Hide(rows[..count], random);
            int gold = sentence.Gold[i], best = _perceptron.Best(rows[..count], sentence.Allowed[i], _model.Tags.Length);
            if (gold >= 0)
            {
                seen++;
                _perceptron.Count();
                if (best != gold)
                {
                    wrong++;
                    // a tag that the rules forbid is the treebank's slip or a gap in our lists: nothing to learn
                    if ((sentence.Allowed[i] >> gold & 1) != 0)
                        _perceptron.Update(rows[..count], gold, best);
                }
            }

            Tagger.Advance(ref past, word, best, _model.Tags[best]);
        }
    }
}
