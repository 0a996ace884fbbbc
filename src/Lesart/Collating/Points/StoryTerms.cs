using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Which accounts of a story hold each term, and how often: whether what a clause says is told elsewhere.</summary>
internal sealed class StoryTerms
{
    private readonly int _most;
    private readonly ulong[][] _held; // by account: a bit for each key
    private readonly double[][] _times; // by clause and term: clauses that hold its most telling key, per account that does
    private readonly bool[][] _isOwn; // by clause and term: no other account holds any of its keys

    /// <summary>Counts the terms of all clauses.</summary>
    /// <param name="units">Clauses of a story.</param>
    /// <param name="most">Terms of a clause that are looked at.</param>
    public StoryTerms(ImmutableArray<Unit> units, int most)
    {
        _most = most;
        (int accounts, int keys) = (0, 0);
        foreach (Unit unit in units)
        {
            accounts = Math.Max(accounts, unit.Account + 1);
            foreach (int key in unit.Terms.SelectMany(static term => term.Keys))
                keys = Math.Max(keys, key + 1);
        }

        _held = new ulong[accounts][];
        for (int i = 0; i < accounts; i++)
            _held[i] = new ulong[(keys + 63) / 64];
        (int[] clauses, int[] holders) = (new int[keys], new int[keys]);
        foreach (Unit unit in units)
        {
            foreach (int key in unit.Terms.SelectMany(static term => term.Keys).Distinct())
            {
                clauses[key]++;
                if (!HoldsAny(_held[unit.Account], [key]))
                {
                    holders[key]++;
                    _held[unit.Account][key >> 6] |= 1UL << key;
                }
            }
        }

        _times = [.. units.Select(unit => unit.Terms.Take(most).Select(term => MostTelling(term) is >= 0 and int key ? (double)clauses[key] / holders[key] : 1).ToArray())];
        _isOwn = [.. units.Select(unit => unit.Terms.Take(most).Select(term => Array.TrueForAll(term.Keys, key => holders[key] == 1)).ToArray())];
    }

    /// <summary>What the story's accounts tell of what a clause says.</summary>
    /// <param name="clause">The clause.</param>
    /// <param name="shared">For each of its terms the nats of what it shares with another clause.</param>
    /// <param name="account">The other one's account.</param>
    public TermShares Read(Unit clause, ReadOnlySpan<double> shared, int account)
    {
        (double[] times, bool[] isOwn, ulong[] held) = (_times[clause.Index], _isOwn[clause.Index], _held[account]);
        (double all, double once, double best, double ofBest, double elsewhere, double own) = (0, 0, 0, 0, 0, 0);
        for (int i = 0; i < shared.Length; i++)
        {
            ref readonly UnitTerm term = ref clause.Terms.ItemRef(i);
            if (term.Kind is UnitTermKind.Counted or UnitTermKind.Measure)
                continue;
            all += term.Weight;
            if (shared[i] > 0)
            {
                once += times[i] <= 1 ? shared[i] : 0;
                if (shared[i] > best)
                    (best, ofBest) = (shared[i], times[i]);
            }
            else if (isOwn[i])
            {
                own += term.Weight;
            }
            else if (HoldsAny(held, term.Keys))
            {
                elsewhere += term.Weight;
            }
        }

        return all > 0 ? new(once, ofBest, elsewhere / all, own / all) : default;
    }

    private static bool HoldsAny(ulong[] held, ReadOnlySpan<int> keys)
    {
        foreach (int key in keys)
        {
            if ((held[key >> 6] >> key & 1) != 0)
                return true;
        }

        return false;
    }

    private static int MostTelling(in UnitTerm term)
    {
        int best = -1;
        for (int i = 0; i < term.Keys.Length; i++)
            best = best < 0 || term.KeySurprise[i] > term.KeySurprise[best] ? i : best;
        return best < 0 ? -1 : term.Keys[best];
    }
}

/// <summary>What the accounts of a story tell of what a clause says.</summary>
/// <param name="Once">Nats of what it shares and no account tells twice.</param>
/// <param name="HeldTimes">In how many clauses an account that holds the best of what it shares holds it, in the mean; 0 where it shares nothing.</param>
/// <param name="Elsewhere">The part of it that it doesn't share and the other account tells elsewhere.</param>
/// <param name="Own">The part that no other account tells.</param>
internal readonly record struct TermShares(double Once, double HeldTimes, double Elsewhere, double Own);
