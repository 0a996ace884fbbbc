using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>The sentences of a story's accounts, by number: how likely two of them state the same, and which of their clauses do.</summary>
/// <remarks>Two sentences state the same as surely as the surest two of their clauses. What is told is grouped by sentences, since which clause of a sentence meets which one of another is told worse
/// than which sentences meet; the clauses that carry it are looked for afterwards.</remarks>
internal sealed class StorySentences
{
    private const double CarryingPart = 0.2;

    private readonly ImmutableArray<Unit> _units;
    private readonly PairTable _clausesLikely;
    private readonly int[] _firsts; // the first clause of each sentence, and the number of all clauses

    /// <summary>The sentences of some clauses.</summary>
    /// <param name="units">By account and text order.</param>
    /// <param name="likely">How likely two clauses state the same.</param>
    public StorySentences(ImmutableArray<Unit> units, PairTable likely)
    {
        (_units, _clausesLikely) = (units, likely);
        List<int> firsts = [];
        int[] sentences = new int[units.Length];
        for (int i = 0; i < units.Length; i++)
        {
            if (i == 0 || units[i].Account != units[i - 1].Account || units[i].Sentence != units[i - 1].Sentence)
                firsts.Add(i);
            sentences[i] = firsts.Count - 1;
        }

        Accounts = [.. firsts.Select(first => units[first].Account)];
        _firsts = [.. firsts, units.Length];
        Likely = Lift(likely, sentences, firsts.Count);
    }

    /// <summary>The account of each sentence.</summary>
    public int[] Accounts { get; }

    /// <summary>How likely two sentences state the same.</summary>
    public PairTable Likely { get; }

    /// <summary>The clauses of some sentences that carry what they state together.</summary>
    public List<Unit> Carrying(IReadOnlyCollection<int> sentences) => [.. sentences.Order().SelectMany(sentence => Carrying(sentence, [.. sentences.Where(other => Accounts[other] != Accounts[sentence])]))];

    /// <summary>How likely a sentence states what others do, in the mean.</summary>
    public double MeanLikely(int sentence, IReadOnlyCollection<int> others) => others.Count == 0 ? 0 : others.Average(other => Likely.Of(sentence, other));

    private static PairTable Lift(PairTable likely, int[] sentences, int count)
    {
        Dictionary<(int Left, int Right), double> pairs = new(likely.Count);
        foreach (((int left, int right), double value) in likely)
        {
            (int, int) pair = (sentences[left], sentences[right]);
            if (!pairs.TryGetValue(pair, out double known) || value > known)
                pairs[pair] = value;
        }

        (int Left, int Right)[] ordered = [.. pairs.Keys.Order()];
        return new PairTable(new PairRows(count, ordered), [.. ordered.Select(pair => pairs[pair])]);
    }

    private IEnumerable<Unit> Carrying(int sentence, int[] others)
    {
        double[] means = [.. ClausesOf(sentence).Select(clause => others.Sum(other => ClausesOf(other).Max(met => _clausesLikely.Of(clause, met))))];
        double least = CarryingPart * means.Max();
        return ClausesOf(sentence).Where((_, i) => means[i] >= least).Select(clause => _units[clause]);
    }

    private IEnumerable<int> ClausesOf(int sentence) => Enumerable.Range(_firsts[sentence], _firsts[sentence + 1] - _firsts[sentence]);
}
