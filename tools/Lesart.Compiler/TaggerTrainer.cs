using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Compiler;

/// <summary>Trains <c>tagger.bin</c>: an averaged perceptron over hashed features, weights rounded to 8 bits. The same data give the same bytes.</summary>
internal sealed class TaggerTrainer
{
    private const int RowBits = 18;
    private const float HiddenShare = 0.2f, Margin = 10;
    private const int SmallestWeight = 6; // rows with smaller weights only change nothing that was measured
    private const int Rounds = 8;
    private const int Small = 100_000; // tokens
    private const int Runs = 10, RunsOfSmall = 12;
    private const int Width = TaggerModel.Width;

    private readonly LanguagePack _pack;
    private readonly TaggerModel _model;
    private readonly List<TreebankDocument> _documents;
    private readonly Perceptron _perceptron;
    private readonly Dictionary<WordInfo, uint[]> _formRows = [];

    public TaggerTrainer(LanguagePack pack, List<TreebankDocument> documents)
    {
        string keys = pack.Setting("tag-keys");
        TokenTag[] tags = [.. documents.SelectMany(static document => document.Tags).Where(static tag => tag is not null)
            .Select(tag => TaggerModel.Project(tag!.Value, keys)).GroupBy(static tag => tag).OrderByDescending(static group => group.Count())
            .ThenBy(static group => TagCode.Encode(group.Key)).Where(static group => group.Count() >= 3).Take(Width).Select(static group => group.Key).OrderBy(TagCode.Encode)];
        (_pack, _documents, _model) = (pack, documents, new TaggerModel(pack, tags));
        _perceptron = new Perceptron(RowBits, Width, HiddenShare, Margin, documents.Max(static document => document.Source) + 1);
        Console.Error.WriteLine($"{tags.Length} tags: {string.Join(' ', tags.Select(static tag => $"{tag.Upos}.{tag.VerbForm}.{tag.Mood}.{tag.Tense}.{tag.Number}"))}");
    }

    private sealed record Example(int Source, WordInfo[] Words, uint[][] FormRows, uint[] Allowed, int[] Gold, uint[] Seen);

    public void Train(string path)
    {
        Example[] sentences = [.. _documents.SelectMany(Examples)];
        int runs = sentences.Sum(static sentence => sentence.Words.Length) < Small ? RunsOfSmall : Runs;
        for (int run = 0; run < runs; run++)
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
        byte[] seen = new byte[document.Text.Lexemes.Length];
        if (!_model.ReadsClauses)
            NameCapitals.Read(document.Text, [.. Enumerable.Range(0, document.Text.Count).Select(token => _model.Describe(document.Text.Lexeme(token)))], seen);
        foreach (Sentence sentence in document.Text.Sentences)
        {
            int[] tokens = [.. Enumerable.Range(sentence.First, sentence.Last - sentence.First)];
            WordInfo[] words = [.. tokens.Select(token => _model.Describe(document.Text.Lexeme(token)))];
            yield return new Example(document.Source, words, [.. words.Select(RowsOf)],
                [.. tokens.Select((token, i) => Tagger.Allowed(_model, words[i], document.Text.Tokens[token].Kind))],
                [.. tokens.Select(token => document.Tags[token] is TokenTag tag ? Array.IndexOf(_model.Tags, TaggerModel.Project(tag, keys)) : -1)],
                [.. tokens.Select(token => (uint)seen[document.Text.Tokens[token].Lexeme])]);
        }
    }

    private uint[] RowsOf(WordInfo word)
    {
        if (!_formRows.TryGetValue(word, out uint[]? rows))
        {
            Span<uint> all = stackalloc uint[TaggerFeatures.Most];
            _formRows.Add(word, rows = all[..TaggerFeatures.OfForm(word, all)].ToArray());
        }

        return rows;
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
        _perceptron.From(sentence.Source);
        int[] chosen = new int[sentence.Words.Length];
        for (int i = 0; i < sentence.Words.Length; i++)
        {
            WordInfo word = sentence.Words[i];
            TaggerFeatures.LookAhead(sentence.Words, i, ref past);
            past.Seen = sentence.Seen[i];
            int count = sentence.FormRows[i].Length;
            sentence.FormRows[i].CopyTo(rows);
            count += TaggerFeatures.OfContext(sentence.Words, i, in past, _model.ReadsClauses, rows[count..]);
            count = _perceptron.Hide(rows[..count], random);
            uint allowed = sentence.Allowed[i] & ~Tagger.Barred(sentence.Words, i, past.HasFirstPerson);
            int gold = sentence.Gold[i];
            (int best, int rival) = _perceptron.Judge(rows[..count], allowed, _model.Tags.Length, gold);
            if (gold >= 0)
            {
                seen++;
                _perceptron.Count();
                wrong += best != gold ? 1 : 0;
                // a tag that the rules forbid is the treebank's slip or a gap in our lists: nothing to learn
                if (rival != gold && (allowed >> gold & 1) != 0)
                    _perceptron.Update(rows[..count], gold, rival);
            }

            chosen[i] = best;
            Tagger.Advance(ref past, word, best, _model.Tags[best]);
        }

        if (_model.ReadsClauses)
            LearnAuxiliaries(sentence, chosen, random);
        else
            LearnAgain(sentence, chosen, random);
    }

    private void LearnAgain(Example sentence, int[] chosen, Random random)
    {
        Span<uint> rows = stackalloc uint[TaggerFeatures.Most * 2];
        for (int i = 0; i < chosen.Length; i++)
        {
            uint allowed = sentence.Allowed[i];
            if (!SecondLook.IsDoubtful(sentence.Words[i], allowed))
                continue;
            int gold = sentence.Gold[i], count = sentence.FormRows[i].Length;
            sentence.FormRows[i].CopyTo(rows);
            count += SecondLook.Features(sentence.Words, _model.Tags, chosen, i, rows[count..]);
            count = _perceptron.Hide(rows[..count], random);
            (int best, int rival) = _perceptron.Judge(rows[..count], allowed, _model.Tags.Length, gold);
            if (gold >= 0 && rival != gold && (allowed >> gold & 1) != 0)
                _perceptron.Update(rows[..count], gold, rival);
            chosen[i] = best;
        }
    }

    private void LearnAuxiliaries(Example sentence, int[] chosen, Random random)
    {
        Span<uint> rows = stackalloc uint[TaggerFeatures.Most];
        for (int i = 0; i < chosen.Length; i++)
        {
            int other = sentence.Words[i].Auxiliary == 0 ? -1 : _model.Partners[chosen[i]];
            if (other < 0 || sentence.Gold[i] < 0 || _model.Tags[sentence.Gold[i]].Upos is not (Upos.Aux or Upos.Verb))
                continue;
            int gold = _model.Tags[chosen[i]].Upos == _model.Tags[sentence.Gold[i]].Upos ? chosen[i] : other;
            int count = _perceptron.Hide(rows[..AuxiliaryRule.Features(sentence.Words, _model.Tags, chosen, i, rows)], random);
            (int best, int rival) = _perceptron.Judge(rows[..count], 1u << chosen[i] | 1u << other, _model.Tags.Length, gold);
            if (rival != gold)
                _perceptron.Update(rows[..count], gold, rival);
            chosen[i] = best;
        }
    }
}
