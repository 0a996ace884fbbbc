using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Which words of a story are used alike, and how much it tells that a clause holds one that is as like.</summary>
/// <remarks>Where everything is about water, that a clause speaks of a river is no surprise: likeness counts by how few clauses of the story hold a word that is as like.</remarks>
internal sealed class LikeWords
{
    /// <summary>The number of no word.</summary>
    public const int None = -1;

    private const double LeastLikeness = 0.3;
    private const int OtherClauses = 8;

    private readonly int[][] _wordsOf;
    private readonly List<(int[] Others, double[] Likeness, double[] Nats)> _near = [];

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

        _wordsOf = [.. units.Select(unit => unit.Terms.Select(term => term.Kind is UnitTermKind.Content && term.Vector is not null ? words[term.Vector] : None).ToArray())];
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
            _near.Add(([.. told.Select(static one => one.Other)], [.. told.Select(static one => one.Likeness)], [.. told.Select(static one => one.Nats)]));
        }

        // what a pair tells is the mean of what it tells of either word
        double[][] mean = [.. _near.Select((row, one) => row.Others.Select((other, at) => (row.Nats[at] + _near[other].Nats[Array.BinarySearch(_near[other].Others, one)]) / 2).ToArray())];
        for (int i = 0; i < mean.Length; i++)
            _near[i] = _near[i] with { Nats = mean[i] };
    }

    /// <summary>For each term of a clause its word among those that are compared; <see cref="None"/> where it is none of them.</summary>
    public int[] WordsOf(Unit unit) => _wordsOf[unit.Index];

    /// <summary>How like two words are, and how many nats that tells.</summary>
    public (double Likeness, double Nats) Compare(int left, int right)
    {
        (int[] others, double[] likeness, double[] nats) = _near[left];
        int at = Array.BinarySearch(others, right);
        return at < 0 ? (0, 0) : (likeness[at], nats[at]);
    }
}
