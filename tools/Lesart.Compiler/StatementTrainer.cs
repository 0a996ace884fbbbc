using System.Runtime.InteropServices;
using Lesart.Analyzing;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Compiler;

/// <summary>Trains <c>statements.bin</c>. The same data give the same bytes.</summary>
internal sealed class StatementTrainer(LanguagePack pack, List<AttributedDocument> documents)
{
    private const int RowBits = 18;
    private const int Rounds = 12;
    private const int KeptFrom = 2;

    /// <summary>Features that fewer decisions have are left out.</summary>
    private const int LeastSeen = 2;

    /// <summary>Share of features that each decision does without.</summary>
    private const float Dropped = 0.3f;

    /// <summary>What speaks for a cue beside its features, and against the label that means nothing: the balance of precision and recall, measured on a quarter of spkatt-de train.</summary>
    private const float MoreForCues = 1.0f, LessForNothing = 0.8f;

    private readonly List<(int[] Rows, bool IsCue)> _words = [];
    private readonly List<RoleExample> _cues = [];
    private readonly uint[] _rows = new uint[StatementFeatures.Most];

    /// <summary>Writes the weights.</summary>
    public void Train(string path)
    {
        Dictionary<string, (int Cue, int All)> counts = Counts();
        foreach (AttributedDocument document in documents)
            Collect(document, counts);
        Console.Error.WriteLine($"{_words.Count} words, {_words.Count(static word => word.IsCue)} cues");
        Prune();
        float[] cues = new CueRegression(1 << RowBits, Dropped).Fit(_words, Rounds, KeptFrom);
        (float[] roles, float[] steps) = new RoleField(1 << RowBits, Dropped).Fit(_cues, Rounds, KeptFrom);
        for (int i = StatementModel.Nothing; i < steps.Length; i += StatementModel.Labels)
            steps[i] -= LessForNothing;
        using FileStream stream = File.Create(path);
        StatementModel.Write(stream, cues, roles, steps, -MoreForCues);
        Console.Error.WriteLine($"{path}: {stream.Length / 1024} KB");
    }

    /// <summary>How often each form is a word of a cue, and how often it comes at all.</summary>
    private Dictionary<string, (int Cue, int All)> Counts()
    {
        Dictionary<string, (int Cue, int All)> counts = new(StringComparer.Ordinal);
        foreach (AttributedDocument document in documents)
        {
            TokenizedText text = Tokenizer.Tokenize(document.Text, pack);
            HashSet<int> cues = [.. document.Attributions.SelectMany(attribution => attribution.Tokens(text, StatementModel.Cue))];
            for (int i = 0; i < text.Count; i++)
            {
                ref (int Cue, int All) entry = ref CollectionsMarshal.GetValueRefOrAddDefault(counts, text.Lexeme(i).ToLowerInvariant(), out _);
                entry = (entry.Cue + (cues.Contains(i) ? 1 : 0), entry.All + 1);
            }
        }

        return counts;
    }

    private void Collect(AttributedDocument document, Dictionary<string, (int Cue, int All)> counts)
    {
        TaggedText tagged = Tagger.Tag(Tokenizer.Tokenize(document.Text, pack));
        StatementText text = new(tagged, QuotationFinder.Find(tagged));
        // a cue's head is the word that is a cue most often
        Dictionary<int, Attribution> heads = [];
        foreach (Attribution attribution in document.Attributions)
        {
            int[] tokens = [.. attribution.Tokens(tagged.Tokenized, StatementModel.Cue)];
            if (tokens.Length > 0)
                heads.TryAdd(tokens.MaxBy(token => counts[text.Lower(token)] is { } count ? (double)count.Cue / (count.All + 1) : 0), attribution);
        }

        StatementView view = new(text, document.IsSpeech);
        for (int s = 0; s < tagged.Sentences.Length; s++)
        {
            StatementSentence sentence = new StatementSentence(text, s).Read();
            if (sentence.Clauses.Length == 0)
                continue;
            view.Read(sentence);
            int[] cues = CollectCues(view, heads);
            StatementFeatures.Relation[] relations = new StatementFeatures.Relation[sentence.Clauses.Length];
            for (int cue = 0; cue < view.Count; cue++)
            {
                if (!heads.TryGetValue(view.First + cue, out Attribution? attribution))
                    continue;
                StatementFeatures.Relate(view, cue, relations);
                _cues.Add(ExampleOf(view, cue, cues, relations, attribution));
            }
        }
    }

    /// <summary>Takes each word as an example for cues.</summary>
    /// <returns>For each word of the sentence, how many cues stand before it.</returns>
    private int[] CollectCues(StatementView view, Dictionary<int, Attribution> heads)
    {
        int[] cues = new int[view.Count + 1];
        for (int i = 0; i < view.Count; i++)
        {
            bool isCue = heads.ContainsKey(view.First + i);
            cues[i + 1] = cues[i] + (isCue ? 1 : 0);
            if (StatementFeatures.MayBeCue(view, i))
                _words.Add((Kept(StatementFeatures.OfCue(view, i, _rows)), isCue));
        }

        return cues;
    }

    private RoleExample ExampleOf(StatementView view, int cue, int[] cues, StatementFeatures.Relation[] relations, Attribution attribution)
    {
        int[][] rows = new int[view.Count][];
        byte[] gold = new byte[view.Count], tables = new byte[view.Count];
        for (int i = 0; i < view.Count; i++)
        {
            rows[i] = Kept(StatementFeatures.OfRole(view, cue, i, relations, cues, _rows));
            tables[i] = (byte)StatementFeatures.StepOf(view, i);
        }

        for (byte label = StatementModel.Cue; label < StatementModel.Labels; label++)
        {
            foreach (int token in attribution.Tokens(view.Text.Tagged.Tokenized, label))
            {
                int i = token - view.First;
                if (i >= 0 && i < view.Count && !(label == StatementModel.Cue && view.Words[i].IsSeparator))
                    gold[i] = label;
            }
        }

        gold[cue] = StatementModel.Cue;
        return new RoleExample(rows, gold, tables, cue);
    }

    private int[] Kept(int count)
    {
        int[] kept = new int[count];
        for (int i = 0; i < count; i++)
            kept[i] = (int)(_rows[i] & ((1u << RowBits) - 1));
        return kept;
    }

    private void Prune()
    {
        int[] seen = new int[1 << RowBits], seenOfRoles = new int[1 << RowBits];
        foreach (int row in _words.SelectMany(static word => word.Rows))
            seen[row]++;
        foreach (int row in _cues.SelectMany(static cue => cue.Rows).SelectMany(static rows => rows))
            seenOfRoles[row]++;
        for (int i = 0; i < _words.Count; i++)
            _words[i] = ([.. _words[i].Rows.Where(row => seen[row] >= LeastSeen)], _words[i].IsCue);
        foreach (RoleExample example in _cues)
        {
            for (int i = 0; i < example.Rows.Length; i++)
                example.Rows[i] = [.. example.Rows[i].Where(row => seenOfRoles[row] >= LeastSeen)];
        }
    }
}
