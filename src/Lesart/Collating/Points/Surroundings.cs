using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>What stands around each clause: its sentence and those before and behind it.</summary>
/// <remarks>A clause leaves out what its surroundings have said ("He denied it"); what it lacks can be found there.</remarks>
internal sealed class Surroundings
{
    private readonly Window[] _windows; // by clause; clauses of one sentence share theirs

    /// <summary>Reads the surroundings of all clauses of a story.</summary>
    public Surroundings(ImmutableArray<Unit> units)
    {
        _windows = new Window[units.Length];
        List<(int First, int Next)> sentences = [];
        for (int first = 0, next; first < units.Length; first = next)
        {
            for (next = first + 1; next < units.Length && units[next].Account == units[first].Account && units[next].Sentence == units[first].Sentence;)
                next++;
            sentences.Add((first, next));
        }

        for (int i = 0; i < sentences.Count; i++)
        {
            (int first, int next) = sentences[i];
            int from = i > 0 && AreNear(units[sentences[i - 1].First], units[first]) ? sentences[i - 1].First : first;
            int to = i + 1 < sentences.Count && AreNear(units[sentences[i + 1].First], units[first]) ? sentences[i + 1].Next : next;
            _windows.AsSpan(first, next - first).Fill(Read(units.AsSpan(from, to - from), units[first].Sentence));
        }
    }

    /// <summary>How like the surroundings of two clauses are, they themselves included.</summary>
    public double LikenessOf(Unit left, Unit right) => _windows[left.Index].Vector is WordVector one && _windows[right.Index].Vector is WordVector other ? one.LikenessTo(other) : 0;

    /// <summary>What of a clause another lacks and its surroundings hold.</summary>
    /// <param name="of">A clause.</param>
    /// <param name="met">For each of its terms, nats of the key that it shares with the other one.</param>
    /// <param name="other">The other.</param>
    /// <returns>In nats; and the part of the clause that the other and the rest of its sentence hold.</returns>
    public (double Nats, double InSentence) Match(Unit of, ReadOnlySpan<double> met, Unit other)
    {
        double nats = 0, inSentence = 0;
        Window window = _windows[other.Index];
        for (int i = 0; i < met.Length; i++)
        {
            ref readonly UnitTerm term = ref of.Terms.ItemRef(i);
            if (term.Kind is UnitTermKind.Counted)
                continue;
            double around = 0, within = met[i];
            for (int k = 0; k < term.Keys.Length; k++)
            {
                int at = window.Keys.IndexOf(term.Keys[k]);
                if (at < 0)
                    continue;
                double says = term.Information * (term.KeySurprise[k] + window.Surprise[at]) / 2;
                around = Math.Max(around, says);
                within = window.IsInSentence[at] ? Math.Max(within, says) : within;
            }

            nats += Math.Max(0, around - met[i]);
            inSentence += within;
        }

        return (nats, of.Weight <= 0 ? 0 : Math.Min(1, inSentence / of.Weight));
    }

    private static bool AreNear(Unit other, Unit unit) => other.Account == unit.Account && Math.Abs(other.Sentence - unit.Sentence) == 1;

    private static Window Read(ReadOnlySpan<Unit> units, int sentence)
    {
        List<long> keys = []; // a key, then whether its sentence lies around the one at hand
        List<double> surprise = [];
        List<(WordVector, double)> vectors = [];
        foreach (Unit unit in units)
        {
            if (unit.Vector is WordVector vector)
                vectors.Add((vector, unit.Weight));
            foreach (UnitTerm term in unit.Terms)
            {
                for (int i = 0; i < term.Keys.Length; i++)
                {
                    keys.Add(((long)term.Keys[i] << 1) | (unit.Sentence == sentence ? 0L : 1));
                    surprise.Add(term.KeySurprise[i]); // the same in all clauses of an account
                }
            }
        }

        CollectionsMarshal.AsSpan(keys).Sort(CollectionsMarshal.AsSpan(surprise));
        int[] firsts = [.. Enumerable.Range(0, keys.Count).Where(i => i == 0 || keys[i] >> 1 != keys[i - 1] >> 1)];
        return new Window(new KeySet([.. firsts.Select(i => (int)(keys[i] >> 1))]), [.. firsts.Select(i => surprise[i])], [.. firsts.Select(i => (keys[i] & 1) == 0)], WordVector.Sum(vectors));
    }

    /// <summary>A sentence and its neighbours.</summary>
    /// <param name="Keys">Of all their terms.</param>
    /// <param name="Surprise">How many nats each tells in this account.</param>
    /// <param name="IsInSentence">Whether the sentence itself holds the key.</param>
    /// <param name="Vector">Where their words stand together; null where none of them is known.</param>
    private sealed record Window(KeySet Keys, double[] Surprise, bool[] IsInSentence, WordVector? Vector);
}
