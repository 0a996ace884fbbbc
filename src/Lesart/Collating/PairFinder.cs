using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Proposes pairs of clauses by the keys that they share, and reads the features of each.</summary>
internal static class PairFinder
{
    private const int MaxHolders = 120; // a key that more clauses hold proposes nothing
    private const int MaxCandidates = 40;
    private const double LeastOdds = -4;
    private const double MostOdds = 4;

    /// <summary>Pairs of clauses of two accounts with the features of both passes, by index.</summary>
    public static List<((int Left, int Right) Pair, double[] Features)> Find(ImmutableArray<Unit> units, ClauseWeights weights)
    {
        int accounts = units.Length == 0 ? 0 : units[^1].Account + 1;
        int[] clauses = new int[accounts];
        foreach (Unit unit in units)
            clauses[unit.Account]++;
        PairReader reader = new(clauses);
        List<((int Left, int Right) Pair, double[] Features)> pairs = [.. Candidates(units).Order().Select(pair => (pair, reader.Read(units[pair.Left], units[pair.Right])))];
        AddSurroundings(units, pairs, weights);
        return pairs;
    }

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
        Dictionary<int, double> shared = [];
        foreach (Unit unit in units)
        {
            shared.Clear();
            foreach (UnitTerm term in unit.Terms)
            {
                for (int i = 0; i < term.Keys.Length + term.Parts.Length; i++)
                {
                    (int key, double surprise) = i < term.Keys.Length ? (term.Keys[i], term.KeySurprise[i]) : (term.Parts[i - term.Keys.Length], term.PartSurprise[i - term.Keys.Length]);
                    List<int> others = holders[key];
                    if (others.Count > MaxHolders)
                        continue;
                    foreach (int other in others)
                    {
                        if (units[other].Account != unit.Account)
                            shared[other] = shared.GetValueOrDefault(other) + (term.Information * surprise);
                    }
                }
            }

            foreach ((int other, _) in shared.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key).Take(MaxCandidates))
                pairs.Add((Math.Min(unit.Index, other), Math.Max(unit.Index, other)));
        }

        return pairs;
    }

    /// <summary>What the other pairs say of each: rivals in the same account, neighbours, and clauses of third accounts.</summary>
    private static void AddSurroundings(ImmutableArray<Unit> units, List<((int Left, int Right) Pair, double[] Features)> pairs, ClauseWeights weights)
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
            features[(int)PairFeature.Third] = Third(left, right) - LeastOdds;
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

        double Third(int left, int right)
        {
            double best = LeastOdds;
            foreach ((int third, double of) in ofUnit[left])
            {
                if (of > best && units[third].Account != units[right].Account)
                    best = Math.Max(best, Math.Min(of, odds.GetValueOrDefault((Math.Min(third, right), Math.Max(third, right)), LeastOdds)));
            }

            return best;
        }
    }
}
