namespace Lesart.Collating;

/// <summary>Joins items of accounts (sentences, nouns) to groups, the surest first, by the mean over all pairs of two accounts (average linkage); an account brings one of them to a group.</summary>
internal sealed class AverageLinkage
{
    private readonly double _least;
    private readonly int[]?[] _members; // by number of the group: single items have theirs first, then come joined ones; null for those that were joined to others
    private readonly int[]?[] _accounts; // of its members, sorted
    private readonly List<(int Other, double Sum)>?[] _sums; // between groups, the sum over their pairs, by number
    private readonly PriorityQueue<(int Left, int Right), (double, int, int)> _queue = new();

    /// <summary>Joins what is likely enough.</summary>
    /// <param name="accounts">The account of each item.</param>
    /// <param name="pairs">How likely two items go together.</param>
    /// <param name="least">The least mean by which groups join.</param>
    public AverageLinkage(int[] accounts, PairTable pairs, double least)
    {
        _least = least;
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
            if (_accounts[best.Left] is int[] left && _accounts[best.Right] is int[] right && !ShareAccount(left, right))
                Join(best.Left, best.Right, next++);
        }
    }

    /// <summary>The items of each group, in no order.</summary>
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
            double mean = sum / (accounts.Length * _accounts[other]!.Length);
            if (mean >= _least && !ShareAccount(accounts, _accounts[other]!))
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

    private static bool ShareAccount(int[] left, int[] right)
    {
        (int[] few, int[] many) = left.Length < right.Length ? (left, right) : (right, left);
        return Array.Exists(few, account => Array.BinarySearch(many, account) >= 0);
    }
}
