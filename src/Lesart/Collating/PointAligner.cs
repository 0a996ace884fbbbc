using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Finds which clauses of several accounts state the same.</summary>
/// <remarks>An index over the keys proposes pairs, their likeness decides, and the best pair joins first (mean likeness over all pairs of both sides).</remarks>
internal sealed class PointAligner(LikenessWeights weights)
{
    private const int MaxHolders = 120; // a key that more clauses hold proposes nothing
    private const int MaxCandidates = 40;
    private const int MinMatches = 2; // one common word joins short clauses only
    private const int WordsPerMatch = 2;
    private const double MinMatchWeight = 0.15;

    /// <summary>Groups of clauses, by first clause; a clause that nothing matches is a group of its own.</summary>
    public List<List<Unit>> Align(ImmutableArray<Unit> units)
    {
        Dictionary<(int, int), double> pairs = Pairs(units);
        Dictionary<int, List<Unit>> groups = units.ToDictionary(static unit => unit.Index, static unit => new List<Unit> { unit });
        Dictionary<int, Dictionary<int, double>> sums = []; // between groups, the sum of the likenesses of their pairs
        PriorityQueue<(int Left, int Right, int Size), (double, int, int)> queue = new();
        foreach (((int left, int right), double likeness) in pairs.OrderBy(static pair => pair.Key))
        {
            Put(sums, left, right, likeness);
            if (likeness >= weights.MinLikeness)
                queue.Enqueue((left, right, 2), (-likeness, left, right));
        }

        int next = units.Length;
        while (queue.TryDequeue(out (int Left, int Right, int Size) best, out _))
        {
            if (!groups.TryGetValue(best.Left, out List<Unit>? left) || !groups.TryGetValue(best.Right, out List<Unit>? right))
                continue;
            int joined = next++;
            groups.Remove(best.Left);
            groups.Remove(best.Right);
            groups[joined] = [.. left, .. right];
            foreach (int side in (int[])[best.Left, best.Right])
            {
                foreach ((int other, double sum) in sums.GetValueOrDefault(side, []).OrderBy(static pair => pair.Key))
                {
                    if (groups.ContainsKey(other))
                        Put(sums, joined, other, sums.GetValueOrDefault(joined, []).GetValueOrDefault(other) + sum);
                }

                sums.Remove(side);
            }

            foreach ((int other, double sum) in sums.GetValueOrDefault(joined, []).OrderBy(static pair => pair.Key))
            {
                double mean = sum / (groups[joined].Count * groups[other].Count);
                if (mean >= weights.MinLikeness)
                    queue.Enqueue((Math.Min(joined, other), Math.Max(joined, other), 0), (-mean, Math.Min(joined, other), Math.Max(joined, other)));
            }
        }

        return [.. groups.Values.Select(static group => group.OrderBy(static unit => unit.Index).ToList()).OrderBy(static group => group[0].Index)];
    }

    /// <summary>How surely two clauses state the same, from 0 to 1: the weight of what they share in what both say.</summary>
    public double Likeness(Unit left, Unit right) => Likeness(left, right, out _);

    private double Likeness(Unit left, Unit right, out double shared)
    {
        (double sharedLeft, double contentLeft, bool measuresSame, int matches) = Shared(left, right);
        (double sharedRight, double contentRight, _, _) = Shared(right, left);
        shared = Math.Min(sharedLeft, sharedRight) >= (measuresSame ? weights.MinSurpriseMeasured : weights.MinSurprise) && (measuresSame || matches >= Math.Min(MinMatches, Math.Min(ContentWords(left), ContentWords(right)) / WordsPerMatch)) ? Math.Min(contentLeft, contentRight) : 0;
        if (left.Weight <= 0 || right.Weight <= 0)
            return 0;
        double dice = (sharedLeft + sharedRight) / (left.Weight + right.Weight);
        double contained = left.Weight <= right.Weight ? sharedLeft / left.Weight : sharedRight / right.Weight;
        return (weights.DiceWeight * dice) + ((1 - weights.DiceWeight) * contained);
    }

    private static int ContentWords(Unit unit) => unit.Words.Count(static word => word.Kind is UnitWordKind.Content or UnitWordKind.Figure);

    /// <summary>What of one the other shares, and how much of that is words and figures, not names and days.</summary>
    private (double All, double Content, bool MeasuresSame, int Matches) Shared(Unit of, Unit with)
    {
        double shared = 0, content = 0;
        bool measuresSame = false;
        int matches = 0;
        foreach (UnitWord word in of.Words)
        {
            double best = 0;
            foreach (UnitWord other in with.Words)
            {
                double weight = Math.Min(word.Weight, other.Weight);
                if (weight <= best)
                    continue;
                if (SharesKey(word.Keys, other.Keys))
                    best = weight;
                else if (weight * weights.PartShare > best && (SharesKey(word.Parts, other.Keys) || SharesKey(word.Keys, other.Parts) || SharesKey(word.Parts, other.Parts)))
                    best = weight * weights.PartShare;
            }

            shared += best;
            measuresSame |= best > 0 && word.Kind is UnitWordKind.Unit;
            if (best > 0 && word.Kind is UnitWordKind.Figure)
                matches += MinMatches; // a figure is met again by no chance
            else if (best >= MinMatchWeight && word.Kind is UnitWordKind.Content)
                matches++;
            content += word.Kind is UnitWordKind.Content or UnitWordKind.Figure ? best : 0;
        }

        return (shared, content, measuresSame, matches);
    }

    private static bool SharesKey(int[] left, int[] right)
    {
        for (int i = 0, j = 0; i < left.Length && j < right.Length;)
        {
            if (left[i] == right[j])
                return true;
            if (left[i] < right[j])
                i++;
            else
                j++;
        }

        return false;
    }

    private Dictionary<(int, int), double> Pairs(ImmutableArray<Unit> units)
    {
        Dictionary<int, List<int>> holders = [];
        foreach (Unit unit in units)
        {
            foreach (int key in unit.Words.SelectMany(static word => word.Keys.Concat(word.Parts)).Distinct())
            {
                if (!holders.TryGetValue(key, out List<int>? list))
                    holders[key] = list = [];
                list.Add(unit.Index);
            }
        }

        Dictionary<(int, int), double> pairs = [];
        foreach (Unit unit in units)
        {
            Dictionary<int, double> shared = [];
            foreach (UnitWord word in unit.Words)
            {
                foreach (int key in word.Keys.Concat(word.Parts))
                {
                    if (holders[key].Count > MaxHolders)
                        continue;
                    foreach (int other in holders[key])
                    {
                        if (units[other].Account != unit.Account)
                            shared[other] = shared.GetValueOrDefault(other) + word.Weight;
                    }
                }
            }

            foreach ((int other, _) in shared.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key).Take(MaxCandidates))
            {
                (int, int) key = (Math.Min(unit.Index, other), Math.Max(unit.Index, other));
                if (pairs.ContainsKey(key))
                    continue;
                double likeness = Likeness(units[key.Item1], units[key.Item2], out double weight);
                if (weight >= weights.MinShared && likeness >= weights.MinLikeness / 3)
                    pairs[key] = likeness;
            }
        }

        // Clauses whose neighbours match as well are likelier to match.
        return pairs.ToDictionary(
            static pair => pair.Key,
            pair => pair.Value + (weights.ContextWeight * Math.Max(
                pairs.GetValueOrDefault((pair.Key.Item1 - 1, pair.Key.Item2 - 1)),
                pairs.GetValueOrDefault((pair.Key.Item1 + 1, pair.Key.Item2 + 1)))));
    }

    private static void Put(Dictionary<int, Dictionary<int, double>> sums, int left, int right, double sum)
    {
        foreach ((int from, int to) in ((int, int)[])[(left, right), (right, left)])
        {
            if (!sums.TryGetValue(from, out Dictionary<int, double>? row))
                sums[from] = row = [];
            row[to] = sum;
        }
    }
}
