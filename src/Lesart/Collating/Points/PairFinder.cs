using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Proposes pairs of clauses by the keys that they share and by the nearness of their words, and reads the features of each.</summary>
internal static class PairFinder
{
    private const int MaxHolders = 120; // a key that more clauses hold proposes nothing
    private const int MaxCandidates = 40;
    private const int MaxNearest = 10;
    private const int MaxCompared = 4000; // where there are more clauses, keys propose enough

    /// <summary>How likely pairs of clauses of two accounts state the same.</summary>
    public static PairTable Judge(ImmutableArray<Unit> units, PairReader reader, ClauseWeights weights)
    {
        PairRows rows = new(units.Length, [.. Candidates(units)]);
        double[] odds = new double[rows.Pairs.Length], likely = new double[rows.Pairs.Length], features = new double[ClauseWeights.Width];
        float[] alone = new float[odds.Length * (int)PairFeature.Rival];
        for (int i = 0; i < odds.Length; i++)
        {
            reader.Read(units[rows.Pairs[i].Left], units[rows.Pairs[i].Right], features);
            odds[i] = weights.First(features);
            Span<float> kept = alone.AsSpan(i * (int)PairFeature.Rival, (int)PairFeature.Rival);
            for (int j = 0; j < kept.Length; j++)
                kept[j] = (float)features[j];
        }

        PairSurroundings surroundings = new(units, rows, odds);
        for (int i = 0; i < odds.Length; i++)
        {
            ReadOnlySpan<float> kept = alone.AsSpan(i * (int)PairFeature.Rival, (int)PairFeature.Rival);
            for (int j = 0; j < kept.Length; j++)
                features[j] = kept[j];
            surroundings.ReadNext(features);
            likely[i] = Logistic.Of(weights.Second(features));
        }

        return new PairTable(rows, likely);
    }

    /// <summary>Pairs of clauses of two accounts with the features of both passes, by index.</summary>
    public static List<((int Left, int Right) Pair, double[] Features)> Find(ImmutableArray<Unit> units, PairReader reader, ClauseWeights weights)
    {
        List<((int Left, int Right) Pair, double[] Features)> pairs = Alone(units, reader);
        AddSurroundings(units, pairs, weights);
        return pairs;
    }

    /// <summary>Pairs of clauses of two accounts with the features that need no other pair, by index.</summary>
    public static List<((int Left, int Right) Pair, double[] Features)> Alone(ImmutableArray<Unit> units, PairReader reader) =>
        [.. Candidates(units).Select(pair => (pair, reader.Read(units[pair.Left], units[pair.Right])))];

    /// <summary>Adds what the other pairs say of each.</summary>
    public static void AddSurroundings(ImmutableArray<Unit> units, List<((int Left, int Right) Pair, double[] Features)> pairs, ClauseWeights weights)
    {
        PairSurroundings surroundings = new(units, new PairRows(units.Length, [.. pairs.Select(static pair => pair.Pair)]), [.. pairs.Select(pair => weights.First(pair.Features))]);
        foreach ((_, double[] features) in pairs)
            surroundings.ReadNext(features);
    }

    /// <summary>Pairs that share keys, or lie near each other, in order; none of headings.</summary>
    private static IEnumerable<(int Left, int Right)> Candidates(ImmutableArray<Unit> all)
    {
        ImmutableArray<Unit> units = Unit.Told(all);
        Dictionary<int, List<int>> holders = [];
        foreach (Unit unit in units)
        {
            foreach (int key in unit.Terms.SelectMany(static term => term.Keys.Concat(term.Parts)).Distinct())
            {
                if (!holders.TryGetValue(key, out List<int>? list))
                    holders[key] = list = [];
                list.Add(unit.Index);
            }
        }

        int[] accounts = [.. units.Select(static unit => unit.Account)];
        List<long> pairs = [];
        double[] shared = new double[units.Length];
        List<int> touched = [];
        Best best = new(MaxCandidates);
        foreach (Unit unit in units)
        {
            foreach (UnitTerm term in unit.Terms)
            {
                Touch(unit, term.Information, term.Keys, term.KeySurprise);
                Touch(unit, term.Information, term.Parts, term.PartSurprise);
            }

            foreach (int other in touched)
            {
                best.Offer(other, shared[other]);
                shared[other] = 0;
            }

            touched.Clear();
            Take(unit.Index, best);
            best.Clear();
        }

        foreach ((int unit, Best near) in Nearest(units).Index())
            Take(unit, near);
        pairs.Sort();
        return [.. pairs.Distinct().Select(static pair => ((int)(pair >> 32), (int)pair))];

        void Take(int unit, Best found)
        {
            foreach (int other in found.Items)
                pairs.Add(((long)Math.Min(unit, other) << 32) | (uint)Math.Max(unit, other));
        }

        void Touch(Unit unit, double information, int[] keys, double[] surprise)
        {
            for (int i = 0; i < keys.Length; i++)
            {
                List<int> others = holders[keys[i]];
                double says = information * surprise[i];
                if (others.Count > MaxHolders || says <= 0)
                    continue;
                foreach (int other in others)
                {
                    if (accounts[other] == unit.Account)
                        continue;
                    if (shared[other] == 0)
                        touched.Add(other);
                    shared[other] += says;
                }
            }
        }
    }

    /// <summary>For each clause those of other accounts whose words lie nearest; none where there are too many to compare.</summary>
    private static Best[] Nearest(ImmutableArray<Unit> units)
    {
        if (units.Length > MaxCompared)
            return [];
        Best[] nearest = [.. units.Select(static _ => new Best(MaxNearest))];
        Unit[] known = [.. units.Where(static unit => unit.Vector is not null)];
        for (int i = 0; i < known.Length; i++)
        {
            (WordVector vector, Best best) = (known[i].Vector!, nearest[known[i].Index]); // filtered
            foreach (Unit other in known.AsSpan(i + 1))
            {
                if (other.Account == known[i].Account)
                    continue;
                double likeness = vector.LikenessTo(other.Vector!);
                best.Offer(other.Index, likeness);
                nearest[other.Index].Offer(known[i].Index, likeness);
            }
        }

        return nearest;
    }

    /// <summary>The items of the greatest worth so far; of two that are worth the same, the smaller.</summary>
    private sealed class Best(int most)
    {
        private readonly int[] _items = new int[most];
        private readonly double[] _worths = new double[most];
        private int _count;
        private int _least; // where the one that goes first stands

        public ReadOnlySpan<int> Items => _items.AsSpan(0, _count);

        public void Clear() => _count = 0;

        public void Offer(int item, double worth)
        {
            int at = _count;
            if (at < most)
                _count++;
            else if (IsLess(worth, item, _least))
                return;
            else
                at = _least;
            (_items[at], _worths[at]) = (item, worth);
            if (_count < most)
                return;
            _least = 0;
            for (int i = 1; i < most; i++)
                _least = IsLess(_worths[i], _items[i], _least) ? i : _least;
        }

        private bool IsLess(double worth, int item, int than) => worth != _worths[than] ? worth < _worths[than] : item > _items[than];
    }
}
