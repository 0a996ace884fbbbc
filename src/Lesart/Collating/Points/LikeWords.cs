using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Which words of a story are used alike, and how much it tells that a clause holds one that is as like.</summary>
/// <remarks>Where everything is about water, that a clause speaks of a river is no surprise: likeness counts by how few clauses of the story hold a word that is as like.</remarks>
internal sealed class LikeWords
{
    private const double LeastLikeness = 0.3;
    private const int OtherClauses = 8;

    private readonly (int Term, int Word)[][] _wordsOf;
    private readonly List<(KeySet Others, double[] Likeness, double[] Nats)> _near = [];

    /// <summary>Compares all words of the story.</summary>
    public LikeWords(ImmutableArray<Unit> units)
    {
        Dictionary<WordVector, int> words = [];
        List<WordVector> vectors = [];
        List<int> holders = [];
        foreach (Unit unit in units)
        {
            foreach (WordVector vector in unit.Terms.Select(static term => term.Vector).OfType<WordVector>().Distinct())
            {
                if (!words.TryGetValue(vector, out int word))
                {
                    words[vector] = word = vectors.Count;
                    vectors.Add(vector);
                    holders.Add(0);
                }

                holders[word]++;
            }
        }

        _wordsOf = [.. units.Select(unit => unit.Terms.Index().Where(static term => term.Item is { Kind: UnitTermKind.Content, Vector: not null }).Select(term => (term.Index, words[term.Item.Vector!])).ToArray())]; // filtered
        List<(int Other, double Likeness)>[] near = [.. vectors.Select(static _ => new List<(int, double)>())];
        for (int i = 0; i < vectors.Count; i++)
        {
            near[i].Add((i, 1));
            for (int j = i + 1; j < vectors.Count; j++)
            {
                double likeness = vectors[i].LikenessTo(vectors[j]);
                if (likeness < LeastLikeness)
                    continue;
                near[i].Add((j, likeness));
                near[j].Add((i, likeness));
            }
        }

        foreach (List<(int Other, double Likeness)> row in near)
        {
            row.Sort(static (left, right) => left.Likeness != right.Likeness ? right.Likeness.CompareTo(left.Likeness) : left.Other.CompareTo(right.Other));
            double seen = 0.5;
            List<(int Other, double Likeness, double Nats)> told = [];
            foreach ((int other, double likeness) in row)
            {
                seen += holders[other];
                told.Add((other, likeness, Math.Max(0, Math.Log((units.Length + OtherClauses) / seen))));
            }

            told.Sort(static (left, right) => left.Other.CompareTo(right.Other));
            _near.Add((new KeySet([.. told.Select(static one => one.Other)]), [.. told.Select(static one => one.Likeness)], [.. told.Select(static one => one.Nats)]));
        }

        // what a pair tells is the mean of what it tells of either word
        double[][] mean = [.. _near.Select((row, one) => row.Nats.Select((nats, at) => (nats + _near[row.Others.Keys[at]].Nats[_near[row.Others.Keys[at]].Others.IndexOf(one)]) / 2).ToArray())];
        for (int i = 0; i < mean.Length; i++)
            _near[i] = _near[i] with { Nats = mean[i] };
    }

    /// <summary>The terms of a clause that are compared, each with the number of its word.</summary>
    public ReadOnlySpan<(int Term, int Word)> WordsOf(Unit unit) => _wordsOf[unit.Index];

    /// <summary>How like two words are, and how many nats that tells.</summary>
    public (double Likeness, double Nats) Compare(int left, int right)
    {
        (KeySet others, double[] likeness, double[] nats) = _near[left];
        int at = others.IndexOf(right);
        return at < 0 ? (0, 0) : (likeness[at], nats[at]);
    }
}
