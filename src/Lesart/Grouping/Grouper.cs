using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lesart.Languages;

namespace Lesart.Grouping;

/// <summary>Accounts in, the same accounts with their story out.</summary>
/// <remarks>One pass by day of publication. An index over rare terms proposes, <see cref="StoryScorer"/> decides, the best pair joins first, so that the
/// order inside a day doesn't matter. A story closes when nothing was added for <see cref="MaxDaysSilent"/> days. Accounts without a day
/// come last, as one batch that may join any story still known. An account that already carries a story keeps it.</remarks>
internal sealed class Grouper(LanguagePacks packs, StoryScorer? scorer = null, bool explains = false)
{
    private const int MaxDaysSilent = 5;

    private readonly StoryScorer _scorer = scorer ?? StoryScorer.Default;

    /// <summary>Names the story of each account, in the order in which they came.</summary>
    public ImmutableArray<Account> Group(IReadOnlyList<Account> accounts)
    {
        string[] stories = new string[accounts.Count];
        string?[] reasons = new string?[accounts.Count];
        Archive archive = new(packs, _scorer, explains);
        foreach (IGrouping<DateOnly, int> day in Enumerable.Range(0, accounts.Count)
            .GroupBy(i => accounts[i].Published?.Day ?? DateOnly.MaxValue).OrderBy(static day => day.Key))
        {
            int[] batch = [.. day.OrderBy(i => accounts[i].Id, StringComparer.Ordinal).ThenBy(i => accounts[i].Text, StringComparer.Ordinal)];
            archive.Close(before: day.Key == DateOnly.MaxValue ? DateOnly.MinValue : day.Key.AddDays(-Math.Min(MaxDaysSilent, day.Key.DayNumber)));
            archive.Add([.. batch.Select(i => accounts[i])], (member, story) =>
            {
                stories[batch[member.Place]] = story;
                reasons[batch[member.Place]] = member.Why;
            });
        }

        return [.. accounts.Select((account, i) => account with { Story = stories[i], StoryExplain = reasons[i] ?? account.StoryExplain })];
    }

    /// <summary>The stories that are still open.</summary>
    private sealed class Archive(LanguagePacks packs, StoryScorer scorer, bool explains)
    {
        private readonly FingerprintReader _reader = new(packs);
        private readonly StoryIndex _index = new();
        private readonly SortedDictionary<int, Node> _open = [];
        private int _next;

        public void Close(DateOnly before)
        {
            foreach (int key in (int[])[.. _open.Where(node => node.Value.Fingerprint.To < before).Select(static node => node.Key)])
            {
                _open.Remove(key);
                _index.Remove(key);
            }
        }

        public void Add(IReadOnlyList<Account> batch, Action<Member, string> name)
        {
            FingerprintReader.Counts[] counts = [.. batch.Select(_reader.Count)];
            SortedDictionary<int, Node> fresh = [];
            for (int i = 0; i < batch.Count; i++)
            {
                int key = _next++;
                fresh[key] = new Node(_reader.Weigh(counts[i]), batch[i].Id, batch[i].Story, [new Member(i, null)]);
                _index.Put(key, fresh[key].Fingerprint);
            }

            foreach (Node node in Join(fresh))
            {
                string story = node.Story ?? StoryId(batch, node.Members);
                foreach (Member member in node.Members)
                    name(member, story);
                node.Story = story;
                node.Members = [];
            }
        }

        /// <summary>Joins the best pair as long as one is good enough.</summary>
        /// <returns>Every node that got a member of the batch.</returns>
        private List<Node> Join(SortedDictionary<int, Node> fresh)
        {
            SortedDictionary<int, Node> nodes = fresh;
            Dictionary<int, SortedSet<int>> neighbours = [];
            PriorityQueue<(int Left, int Right), (double, int, int)> queue = new();
            Dictionary<int, List<int>> candidates = [];
            foreach ((int key, Node node) in fresh)
                candidates[key] = _index.Candidates(key, node.Fingerprint);
            foreach ((int key, Node node) in fresh)
            {
                node.Fingerprint = node.Fingerprint with { Surroundings = Surroundings(node, candidates[key].Select(candidate => fresh.GetValueOrDefault(candidate) ?? _open[candidate])) };
                _open[key] = node;
            }

            foreach ((int key, List<int> proposed) in candidates.OrderBy(static pair => pair.Key))
            {
                foreach (int candidate in proposed)
                {
                    if (!neighbours.TryGetValue(key, out SortedSet<int>? known) || !known.Contains(candidate))
                        Propose(queue, key, candidate, _open[key], _open[candidate]);
                    Link(neighbours, key, candidate);
                }
            }

            while (queue.TryDequeue(out (int Left, int Right) pair, out _))
            {
                if (!_open.TryGetValue(pair.Left, out Node? left) || !_open.TryGetValue(pair.Right, out Node? right) || !left.CanJoin(right))
                    continue;
                Node joined = explains ? left.Because(Reason(left, right)).Join(right.Because(Reason(right, left))) : left.Join(right);
                foreach (int old in (int[])[pair.Left, pair.Right])
                {
                    _open.Remove(old);
                    _index.Remove(old);
                }

                int key = _next++;
                _open[key] = joined;
                _index.Put(key, joined.Fingerprint);
                SortedSet<int> around = [.. neighbours.GetValueOrDefault(pair.Left, []), .. neighbours.GetValueOrDefault(pair.Right, [])];
                foreach (int other in around)
                {
                    if (!_open.TryGetValue(other, out Node? node) || other == key)
                        continue;
                    Link(neighbours, key, other);
                    Propose(queue, key, other, joined, node);
                }
            }

            return [.. _open.Values.Where(static node => node.Members.Length > 0)];
        }

        // What joined two stories, as one of them sees it.
        private string Reason(Node of, Node with)
        {
            ImmutableArray<StoryScorer.Share> shares = scorer.Explain(of.Fingerprint, with.Fingerprint);
            double sum = shares.Sum(static share => share.Value);
            return string.Create(CultureInfo.InvariantCulture, $"with {with.First}: {string.Join(", ", shares.Where(static share => share.Value != 0))}; sum {sum:0.00}, needed 1");
        }

        private double Surroundings(Node node, IEnumerable<Node> candidates)
        {
            double[] likeness = [.. candidates.Select(other => scorer.Likeness(node.Fingerprint, other.Fingerprint)).OrderDescending()];
            double[] around = likeness.Length > scorer.SurroundingsFrom ? [.. likeness[scorer.SurroundingsFrom..].Where(like => like < scorer.MaxOfSurroundings)] : [];
            return around.Length > 0 ? around.Average() : 0;
        }

        private void Propose(PriorityQueue<(int, int), (double, int, int)> queue, int left, int right, Node one, Node two)
        {
            if (!one.CanJoin(two))
                return;
            double score = scorer.Score(one.Fingerprint, two.Fingerprint);
            if (score >= 1)
                queue.Enqueue((left, right), (-score, Math.Min(left, right), Math.Max(left, right)));
        }

        private static void Link(Dictionary<int, SortedSet<int>> neighbours, int left, int right)
        {
            foreach ((int from, int to) in ((int, int)[])[(left, right), (right, left)])
            {
                if (!neighbours.TryGetValue(from, out SortedSet<int>? set))
                    neighbours[from] = set = [];
                set.Add(to);
            }
        }

        /// <summary>The day of the first account, and its id as a hash: the smallest id of the first day, whatever the order.</summary>
        private static string StoryId(IReadOnlyList<Account> batch, ImmutableArray<Member> members)
        {
            Account first = members.Select(member => batch[member.Place]).MinBy(static account => account.Id, StringComparer.Ordinal)!; // a node has members
            string day = first.Published?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated";
            return $"{day}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(first.Id)).AsSpan(0, 5))}";
        }
    }

    /// <summary>An account of a batch.</summary>
    /// <param name="Place">Its place in the batch.</param>
    /// <param name="Why">What joined it to others; null where nothing did, or nobody asked.</param>
    private readonly record struct Member(int Place, string? Why);

    private sealed class Node(Fingerprint fingerprint, string first, string? story, ImmutableArray<Member> members)
    {
        public Fingerprint Fingerprint { get; set; } = fingerprint;

        /// <summary>Id of the account that it began with.</summary>
        public string First { get; } = first;

        /// <summary>Null while the story is made of accounts of this batch alone.</summary>
        public string? Story { get; set; } = story;

        /// <summary>Accounts of the batch.</summary>
        public ImmutableArray<Member> Members { get; set; } = members;

        public bool CanJoin(Node other) => Story is null || other.Story is null || Story == other.Story;

        /// <summary>The same, with a reason for members that have none yet.</summary>
        public Node Because(string why) => new(Fingerprint, First, Story, [.. Members.Select(member => member.Why is null ? member with { Why = why } : member)]);

        public Node Join(Node other) => new(Fingerprint.Sum(Fingerprint, other.Fingerprint), First, Story ?? other.Story, [.. Members, .. other.Members]);
    }
}
