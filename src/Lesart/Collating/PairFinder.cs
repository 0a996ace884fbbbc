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
    private const double LeastOdds = -4;
    private const double MostOdds = 4;
    private const double LeastOfThird = -2; // what is less likely counts for nothing

    /// <summary>Pairs of clauses of two accounts with the features of both passes, by index.</summary>
    public static List<((int Left, int Right) Pair, double[] Features)> Find(ImmutableArray<Unit> units, PairReader reader, ClauseWeights weights)
    {
        List<((int Left, int Right) Pair, double[] Features)> pairs = Alone(units, reader);
        AddSurroundings(units, pairs, weights);
        return pairs;
    }

    /// <summary>Pairs of clauses of two accounts with the features that need no other pair, by index.</summary>
    public static List<((int Left, int Right) Pair, double[] Features)> Alone(ImmutableArray<Unit> units, PairReader reader) =>
        [.. Candidates(units).Order().Select(pair => (pair, reader.Read(units[pair.Left], units[pair.Right])))];

    private static HashSet<(int Left, int Right)> Candidates(ImmutableArray<Unit> units)
    {
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

        HashSet<(int, int)> pairs = [];
        double[] shared = new double[units.Length];
        List<int> touched = [];
        PriorityQueue<int, (double Shared, int Order)> best = new(MaxCandidates + 1);
        foreach (Unit unit in units)
        {
            foreach (UnitTerm term in unit.Terms)
            {
                Touch(unit, term.Information, term.Keys, term.KeySurprise);
                Touch(unit, term.Information, term.Parts, term.PartSurprise);
            }

            foreach (int other in touched)
            {
                if (best.Count < MaxCandidates)
                    best.Enqueue(other, (shared[other], -other));
                else
                    best.EnqueueDequeue(other, (shared[other], -other));
                shared[other] = 0;
            }

            foreach (int other in units.Length <= MaxCompared ? Nearest(units, unit) : [])
                pairs.Add((Math.Min(unit.Index, other), Math.Max(unit.Index, other)));
            touched.Clear();
            while (best.TryDequeue(out int other, out _))
                pairs.Add((Math.Min(unit.Index, other), Math.Max(unit.Index, other)));
        }

        return pairs;

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
                    if (units[other].Account == unit.Account)
                        continue;
                    if (shared[other] == 0)
                        touched.Add(other);
                    shared[other] += says;
                }
            }
        }
    }

    /// <summary>The clauses of other accounts whose words lie nearest to a clause's, the farthest first.</summary>
    private static IEnumerable<int> Nearest(ImmutableArray<Unit> units, Unit unit)
    {
        if (unit.Vector is not WordVector vector)
            yield break;
        PriorityQueue<int, (double Likeness, int Order)> best = new(MaxNearest + 1);
        foreach (Unit other in units)
        {
            if (other.Account == unit.Account || other.Vector is not WordVector there)
                continue;
            (double, int) order = (vector.LikenessTo(there), -other.Index);
            if (best.Count < MaxNearest)
                best.Enqueue(other.Index, order);
            else
                best.EnqueueDequeue(other.Index, order);
        }

        while (best.TryDequeue(out int other, out _))
            yield return other;
    }

    /// <summary>What the other pairs say of each: rivals in the same account, neighbours, and clauses of third accounts.</summary>
    public static void AddSurroundings(ImmutableArray<Unit> units, List<((int Left, int Right) Pair, double[] Features)> pairs, ClauseWeights weights)
    {
        Dictionary<(int, int), double> odds = new(pairs.Count);
        Dictionary<int, List<(int Other, double Odds)>> ofUnit = [];
        foreach (((int left, int right) pair, double[] features) in pairs)
        {
            double of = Math.Clamp(weights.First(features), LeastOdds, MostOdds);
            odds[pair] = of;
            foreach ((int unit, int other) in ((int, int)[])[pair, (pair.right, pair.left)])
            {
                if (!ofUnit.TryGetValue(unit, out List<(int, double)>? list))
                    ofUnit[unit] = list = [];
                list.Add((other, of));
            }
        }

        foreach (((int left, int right), double[] features) in pairs)
        {
            features[(int)PairFeature.Rival] = (Rival(left, right) + Rival(right, left)) / 2;
            features[(int)PairFeature.Neighbours] = Math.Max(Neighbour(left - 1, right - 1), Neighbour(left + 1, right + 1)) - LeastOdds;
            features[(int)PairFeature.Mates] = Mates(left, right) - LeastOdds;
            (features[(int)PairFeature.Third], features[(int)PairFeature.Thirds]) = Third(left, right);
        }

        double Rival(int unit, int chosen)
        {
            double best = LeastOdds;
            foreach ((int other, double of) in ofUnit[unit])
            {
                if (other != chosen && units[other].Account == units[chosen].Account)
                    best = Math.Max(best, of);
            }

            return Math.Max(0, best - odds[(Math.Min(unit, chosen), Math.Max(unit, chosen))]);
        }

        double Neighbour(int left, int right) =>
            left >= 0 && right < units.Length && units[Math.Max(left, 0)].Account != units[Math.Min(right, units.Length - 1)].Account ? odds.GetValueOrDefault((left, right), LeastOdds) : LeastOdds;

        double Mates(int left, int right)
        {
            double best = LeastOdds;
            for (int one = FirstOf(left); one < units.Length && IsMate(one, left); one++)
            {
                for (int other = FirstOf(right); other < units.Length && IsMate(other, right); other++)
                {
                    if (one != left || other != right)
                        best = Math.Max(best, odds.GetValueOrDefault((one, other), LeastOdds));
                }
            }

            return best;
        }

        bool IsMate(int unit, int of) => units[unit].Account == units[of].Account && units[unit].Sentence == units[of].Sentence;

        int FirstOf(int unit)
        {
            while (unit > 0 && IsMate(unit - 1, unit))
                unit--;
            return unit;
        }

        (double Most, double Accounts) Third(int left, int right)
        {
            double most = LeastOdds, accounts = 0, ofAccount = LeastOdds;
            int account = -1;
            foreach ((int third, double of) in ofUnit[left]) // by index, and so by account
            {
                if ((of <= most && of < LeastOfThird) || units[third].Account == units[right].Account)
                    continue;
                double both = Math.Min(of, odds.GetValueOrDefault((Math.Min(third, right), Math.Max(third, right)), LeastOdds));
                if (units[third].Account != account)
                {
                    accounts += Likely(ofAccount);
                    (account, ofAccount) = (units[third].Account, LeastOdds);
                }

                ofAccount = Math.Max(ofAccount, both);
                most = Math.Max(most, both);
            }

            return (most - LeastOdds, accounts + Likely(ofAccount));
        }

        static double Likely(double odds) => odds < LeastOfThird ? 0 : 1 / (1 + Math.Exp(-odds));
    }
}
