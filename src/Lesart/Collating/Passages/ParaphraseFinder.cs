using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Proposes text that an account has from an agency in other words: sentence after sentence the same facts in the same order as another account tells them.</summary>
/// <remarks>Two independent accounts of one event, or of one press conference, share facts, too, and the order of a lead. What they don't share is the order of many sentences in a row with hardly one between. So a
/// chain of sentences counts only where it is long and dense; where one of the two alone credits an agency, it must go far beyond what either has in common with an account of another strand, and the other must not be
/// the earlier one, nor the text of somebody whom the first one names. Sentences that are copied word for word are passages anyway and take no part.</remarks>
internal sealed class ParaphraseFinder
{
    // Set on the stories in eval/collation/dev: no two of their accounts that share no agency come near.
    private const double MinLikely = 0.2;
    private const double MinCovered = 0.45; // of what the weaker of two sentences says
    private const int MaxStep = 2; // sentences from one pair to the next
    private const int MinPairs = 3;
    private const double MinDensity = 0.6;
    private const int MinPairsUncredited = 6;
    private const double MinDensityUncredited = 0.75;
    private const double MinTimesOthers = 2;
    private const double ShareUncredited = 0.75;

    private readonly IReadOnlyList<AccountText> _texts;
    private readonly int[] _strandOf;
    private readonly Dictionary<(int Left, int Right), List<Cell>> _chains;

    private ParaphraseFinder(IReadOnlyList<AccountText> texts, ImmutableArray<Unit> units, Alignment alignment, ImmutableArray<SharedRun> runs, int[] strandOf)
    {
        (_texts, _strandOf) = (texts, strandOf);
        _chains = Cells(units, alignment, Copied(texts, runs)).ToDictionary(static pair => pair.Key, static pair => Best(pair.Value));
    }

    /// <summary>Passages by their accounts, each with a certainty; none where no account credits an agency.</summary>
    /// <param name="texts">The story's accounts.</param>
    /// <param name="units">Their clauses.</param>
    /// <param name="alignment">Which of these state the same.</param>
    /// <param name="runs">What is shared word for word.</param>
    /// <param name="strandOf">The strand of each account.</param>
    public static IEnumerable<Passage> Find(IReadOnlyList<AccountText> texts, ImmutableArray<Unit> units, Alignment alignment, ImmutableArray<SharedRun> runs, int[] strandOf)
    {
        if (texts.All(static text => text.Account.Agencies.IsEmpty))
            return [];
        ParaphraseFinder finder = new(texts, units, alignment, runs, strandOf);
        return finder._chains.Keys.Order().Select(finder.Propose).OfType<Passage>();
    }

    private Passage? Propose((int Left, int Right) pair)
    {
        (AccountText left, AccountText right) = (_texts[pair.Left], _texts[pair.Right]);
        List<Cell> chain = _chains[pair];
        if (chain.Count < MinPairs || left.Language != right.Language)
            return null;
        double density = chain.Count / (Math.Max(chain[^1].Left - chain[0].Left, chain[^1].Right - chain[0].Right) + 1.0), certainty = Sum(chain) / chain.Count * density;
        if (!SharesAgency(left.Account, right.Account))
        {
            if (chain.Count < MinPairsUncredited || density < MinDensityUncredited || !CanHaveAgencyText(left.Account, right.Account) || Sum(chain) < MinTimesOthers * Others(pair))
                return null;
            certainty *= ShareUncredited;
        }

        if (density < MinDensity)
            return null;
        TextSpan one = new(left.Sentences[chain[0].Left].Start, left.Sentences[chain[^1].Left].End), other = new(right.Sentences[chain[0].Right].Start, right.Sentences[chain[^1].Right].End);
        int words = left.WordAt(one.End) - left.WordAt(one.Start);
        return new Passage([new AccountSpan(left.Account.Id, one.Start, one.End), new AccountSpan(right.Account.Id, other.Start, other.End)], words, PassageKind.Wire)
        {
            Likeness = Math.Max(0.01m, Math.Round((decimal)Likeness(left, one, right, other), 2)), // 0 would read as verbatim
            Certainty = Math.Round((decimal)certainty, 2),
        };
    }

    private static bool SharesAgency(Account left, Account right) => left.Agencies.Intersect(right.Agencies, StringComparer.OrdinalIgnoreCase).Any() || IsAgencyOf(left, right) || IsAgencyOf(right, left);

    private static bool IsAgencyOf(Account one, Account other) => one.Outlet is string outlet && other.Agencies.Contains(outlet, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether exactly one credits an agency, and the other can have its text.</summary>
    private static bool CanHaveAgencyText(Account left, Account right)
    {
        if (left.Agencies.IsEmpty == right.Agencies.IsEmpty)
            return false;
        (Account credited, Account other) = left.Agencies.IsEmpty ? (right, left) : (left, right);
        return !(other.Published < credited.Published) && !(other.Outlet is string outlet && SpeaksOf(credited, outlet));
    }

    // a press release, of which the agency's text may be the rewording
    private static bool SpeaksOf(Account account, string outlet) => account.Text.Contains(outlet, StringComparison.OrdinalIgnoreCase)
        || account.Entities.Any(entity => entity.Type is EntityType.Organization && entity.Names.Append(entity.Name).Any(name => outlet.Contains(name, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The most that one of two accounts has in common with an account of another strand.</summary>
    private double Others((int Left, int Right) pair) => _chains
        .Where(other => other.Key != pair && _strandOf[other.Key.Left] != _strandOf[other.Key.Right] && (other.Key.Left == pair.Left || other.Key.Left == pair.Right || other.Key.Right == pair.Left || other.Key.Right == pair.Right))
        .Select(static other => Sum(other.Value)).DefaultIfEmpty().Max();

    private static double Sum(List<Cell> chain) => chain.Sum(static cell => cell.Covered);

    /// <summary>The share of words that both have, in any order.</summary>
    private static double Likeness(AccountText left, TextSpan one, AccountText right, TextSpan other)
    {
        (int first, int last, int from, int to) = (left.WordAt(one.Start), left.WordAt(one.End), right.WordAt(other.Start), right.WordAt(other.End));
        Dictionary<int, int> open = [];
        foreach (Word word in left.Words.AsSpan(first..last))
            open[word.Stem] = open.GetValueOrDefault(word.Stem) + 1;
        int same = 0;
        foreach (Word word in right.Words.AsSpan(from..to))
        {
            if (!open.TryGetValue(word.Stem, out int rest) || rest == 0)
                continue;
            open[word.Stem] = rest - 1;
            same++;
        }

        return 2.0 * same / Math.Max(1, last - first + to - from);
    }

    /// <summary>Which sentences of an account stand word for word in another.</summary>
    private static HashSet<(int Account, int Other, int Sentence)> Copied(IReadOnlyList<AccountText> texts, ImmutableArray<SharedRun> runs)
    {
        Dictionary<(int Account, int Other, int Sentence), int> words = [];
        foreach (SharedRun run in runs.Where(static run => !run.IsQuotation))
        {
            foreach ((int account, int other, TextSpan span) in ((int, int, TextSpan)[])[(run.LeftAccount, run.RightAccount, run.Left), (run.RightAccount, run.LeftAccount, run.Right)])
            {
                for (int word = span.Start; word < span.End; word++)
                {
                    (int, int, int) key = (account, other, texts[account].SentenceAt(texts[account].Words[word].Start));
                    words[key] = words.GetValueOrDefault(key) + 1;
                }
            }
        }

        return [.. words.Where(pair => pair.Key.Sentence >= 0 && 2 * pair.Value >= texts[pair.Key.Account].SentenceOf(texts[pair.Key.Account].WordAt(texts[pair.Key.Account].Sentences[pair.Key.Sentence].Start)).Length).Select(static pair => pair.Key)];
    }

    /// <summary>Pairs of sentences that state the same, by accounts.</summary>
    private static Dictionary<(int Left, int Right), List<Cell>> Cells(ImmutableArray<Unit> units, Alignment alignment, HashSet<(int Account, int Other, int Sentence)> copied)
    {
        Dictionary<(int Account, int Sentence), double> weights = [];
        foreach (Unit unit in units)
            weights[(unit.Account, unit.Sentence)] = weights.GetValueOrDefault((unit.Account, unit.Sentence)) + unit.Weight;
        Dictionary<(int Left, int Right, int Sentence, int Other), (Dictionary<int, double> Left, Dictionary<int, double> Right)> met = [];
        foreach (((int l, int r), double likely) in alignment.Likely)
        {
            (Unit left, Unit right) = (units[l], units[r]); // units are in the order of accounts
            if (likely < MinLikely || copied.Contains((left.Account, right.Account, left.Sentence)) || copied.Contains((right.Account, left.Account, right.Sentence)))
                continue;
            (int, int, int, int) key = (left.Account, right.Account, left.Sentence, right.Sentence);
            if (!met.TryGetValue(key, out (Dictionary<int, double> Left, Dictionary<int, double> Right) both))
                met[key] = both = ([], []);
            both.Left[l] = Math.Max(both.Left.GetValueOrDefault(l), likely * left.Weight);
            both.Right[r] = Math.Max(both.Right.GetValueOrDefault(r), likely * right.Weight);
        }

        Dictionary<(int Left, int Right), List<Cell>> cells = [];
        foreach (((int left, int right, int sentence, int other), (Dictionary<int, double> one, Dictionary<int, double> two)) in met)
        {
            double covered = Math.Min(one.Values.Sum() / weights[(left, sentence)], two.Values.Sum() / weights[(right, other)]);
            if (covered < MinCovered)
                continue;
            if (!cells.TryGetValue((left, right), out List<Cell>? list))
                cells[(left, right)] = list = [];
            list.Add(new Cell(sentence, other, covered));
        }

        return cells;
    }

    /// <summary>The chain of pairs, both sides going on by at most <see cref="MaxStep"/> sentences, that covers most.</summary>
    private static List<Cell> Best(List<Cell> cells)
    {
        cells.Sort(static (one, other) => (one.Left, one.Right).CompareTo((other.Left, other.Right)));
        double[] best = new double[cells.Count];
        int[] from = new int[cells.Count];
        int top = 0;
        for (int i = 0; i < cells.Count; i++)
        {
            (best[i], from[i]) = (cells[i].Covered, -1);
            for (int j = i - 1; j >= 0 && cells[i].Left - cells[j].Left <= MaxStep; j--)
            {
                if (cells[i].Left > cells[j].Left && cells[i].Right - cells[j].Right is >= 1 and <= MaxStep && best[j] + cells[i].Covered > best[i])
                    (best[i], from[i]) = (best[j] + cells[i].Covered, j);
            }

            if (best[i] > best[top])
                top = i;
        }

        List<Cell> chain = [];
        for (int i = top; i >= 0; i = from[i])
            chain.Add(cells[i]);
        chain.Reverse();
        return chain;
    }

    /// <summary>Two sentences that state the same.</summary>
    /// <param name="Left">The sentence of the earlier account.</param>
    /// <param name="Right">That of the other.</param>
    /// <param name="Covered">How much of the weaker one stands in the other, from 0 to 1.</param>
    private readonly record struct Cell(int Left, int Right, double Covered);
}
