namespace Lesart.Collating;

/// <summary>Joins items of accounts (sentences, nouns) to groups, the surest first, by the mean over all pairs of two accounts (average linkage); an account brings few of them to one group.</summary>
internal sealed class AverageLinkage
{
    private readonly double _least;
    private readonly int _mostOfAccount;
    private readonly int[]?[] _members; // by number of the group: clauses have theirs first, then come joined ones; null for those that were joined to others
    private readonly int[]?[] _accounts; // of its members, sorted
    private readonly List<(int Other, double Sum)>?[] _sums; // between groups, the sum over their pairs, by number
    private readonly PriorityQueue<(int Left, int Right), (double, int, int)> _queue = new();

    /// <summary>Each clause in a group of its own.</summary>
    /// <param name="accounts">The account of each clause.</param>
    /// <param name="pairs">How likely two clauses state the same.</param>
    /// <param name="least">The least mean by which groups join.</param>
    /// <param name="mostOfAccount">How many clauses an account brings to one group; two that join bring more where they share none.</param>
    public AverageLinkage(int[] accounts, PairTable pairs, double least, int mostOfAccount)
    {
        (_least, _mostOfAccount) = (least, mostOfAccount);
        (_members, _accounts, _sums) = (new int[2 * accounts.Length][], new int[2 * accounts.Length][], new List<(int, double)>[2 * accounts.Length]);
        for (int i = 0; i < accounts.Length; i++)
        {
            ReadOnlySpan<int> partners = pairs.PartnersOf(i);
            ReadOnlySpan<double> likely = pairs.LikelyOf(i);
            List<(int Other, double Sum)> row = new(partners.Length);
            for (int j = 0; j < partners.Length; j++)
                row.Add((partners[j], likely[j]));
            (_members[i], _accounts[i], _sums[i]) = ([i], [accounts[i]], row);
        }

        _queue.EnqueueRange(pairs.Where(pair => pair.Value >= least).Select(static pair => (pair.Key, (-pair.Value, pair.Key.Left, pair.Key.Right))));
        int next = accounts.Length;
        while (_queue.TryDequeue(out (int Left, int Right) best, out _))
        {
            if (_accounts[best.Left] is int[] left && _accounts[best.Right] is int[] right && !IsCrowded(left, right))
                Join(best.Left, best.Right, next++);
        }
    }

    /// <summary>The clauses of each group, in no order.</summary>
    public IEnumerable<int[]> Groups => _members.OfType<int[]>();

    private void Join(int left, int right, int joined)
    {
        _members[joined] = [.. _members[left]!, .. _members[right]!]; // neither was joined before
        int[] accounts = _accounts[joined] = [.. _accounts[left]!, .. _accounts[right]!];
        Array.Sort(accounts);
        (_members[left], _members[right], _accounts[left], _accounts[right]) = (null, null, null, null);
        List<(int Other, double Sum)> row = _sums[joined] = Merge(_sums[left]!, _sums[right]!);
        (_sums[left], _sums[right]) = (null, null);
        foreach ((int other, double sum) in row)
        {
            _sums[other]!.Add((joined, sum)); // no number is greater
            double mean = sum / PairsBetween(accounts, _accounts[other]!);
            if (mean >= _least)
                _queue.Enqueue((other, joined), (-mean, other, joined));
        }
    }

    /// <summary>The sums of two groups with those that are left, by number.</summary>
    private List<(int Other, double Sum)> Merge(List<(int Other, double Sum)> left, List<(int Other, double Sum)> right)
    {
        List<(int Other, double Sum)> row = new(Math.Max(left.Count, right.Count));
        for (int i = 0, j = 0; i < left.Count || j < right.Count;)
        {
            int one = i < left.Count ? left[i].Other : int.MaxValue, two = j < right.Count ? right[j].Other : int.MaxValue;
            (int Other, double Sum) next = (Math.Min(one, two), (one <= two ? left[i++].Sum : 0) + (two <= one ? right[j++].Sum : 0));
            if (_members[next.Other] is not null)
                row.Add(next);
        }

        return row;
    }

    private bool IsCrowded(int[] left, int[] right)
    {
        (int[] few, int[] many) = left.Length < right.Length ? (left, right) : (right, left);
        foreach (int account in few)
        {
            int there = CountOf(account, many);
            if (there > 0 && there + CountOf(account, few) > _mostOfAccount)
                return true;
        }

        return false;
    }

    private static int PairsBetween(int[] left, int[] right)
    {
        (int[] few, int[] many) = left.Length < right.Length ? (left, right) : (right, left);
        int pairs = left.Length * right.Length;
        foreach (int account in few)
            pairs -= CountOf(account, many);
        return Math.Max(1, pairs);
    }

    private static int CountOf(int account, int[] accounts)
    {
        int at = Array.BinarySearch(accounts, account);
        if (at < 0)
            return 0;
        int first = at, next = at + 1;
        while (first > 0 && accounts[first - 1] == account)
            first--;
        while (next < accounts.Length && accounts[next] == account)
            next++;
        return next - first;
    }
}
