using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Finds text that accounts share word for word or nearly so.</summary>
/// <remarks>Shingles of five stems (Broder, 1997), extended to both sides and chained by <see cref="RunChainer"/>. An index over shingles proposes the pairs of accounts. What an outlet prints
/// under its articles anyway (found in its accounts of other stories too) is no passage.</remarks>
internal static class PassageFinder
{
    internal const int ShingleWords = 5;
    private const int MaxPartners = 12;
    private const int MaxRepeats = 32; // places of a shingle in one account: a row or a cry that stands there more often agrees with every other place of it
    private const double MinOverlap = 0.6;
    private const decimal MaxLikenessOfEdited = 0.99m; // 1 reads as word for word

    /// <summary>Passages by their first place; each pair of accounts that shares a run is in one passage together.</summary>
    /// <param name="texts">The story's accounts.</param>
    /// <param name="boilerplate">Shingles of an outlet's accounts of other stories.</param>
    public static ImmutableArray<SharedRun> Find(IReadOnlyList<AccountText> texts, Func<string?, IReadOnlySet<long>> boilerplate)
    {
        Dictionary<long, List<(int Account, int Word)>> places = [];
        foreach (AccountText text in texts)
        {
            foreach ((long shingle, int word) in Shingles(text))
            {
                if (!places.TryGetValue(shingle, out List<(int Account, int Word)>? list))
                    places[shingle] = list = [];
                if (list.Count < MaxRepeats || list[^MaxRepeats].Account != text.Index)
                    list.Add((text.Index, word));
            }
        }

        Dictionary<(int, int), List<(int Left, int Right)>> seeds = Seeds(texts, places);
        List<SharedRun> runs = [];
        foreach (((int left, int right), List<(int, int)> pair) in seeds.OrderBy(static pair => pair.Key))
            runs.AddRange(Chain(texts[left], texts[right], pair, boilerplate));
        return [.. runs];
    }

    /// <summary>Hashes of the text's shingles, for <see cref="Find"/>'s boilerplate.</summary>
    public static HashSet<long> ShinglesOf(AccountText text) => [.. Shingles(text).Select(static pair => pair.Shingle)];

    /// <summary>Runs that cover one another in a common account are one passage with several places.</summary>
    public static ImmutableArray<Passage> Merge(IReadOnlyList<AccountText> texts, ImmutableArray<SharedRun> runs, Func<SharedRun, PassageKind> kindOf)
    {
        List<(PassageKind Kind, SortedDictionary<int, TextSpan> Spans, double Likeness)> passages = [];
        Dictionary<int, List<int>> byAccount = [];
        foreach (SharedRun run in runs.OrderByDescending(static run => run.Left.Length).ThenBy(static run => run.LeftAccount).ThenBy(static run => run.Left.Start).ThenBy(static run => run.RightAccount))
        {
            PassageKind kind = kindOf(run);
            TextSpan left = texts[run.LeftAccount].SpanOf(run.Left.Start, run.Left.End), right = texts[run.RightAccount].SpanOf(run.Right.Start, run.Right.End);
            int home = -1;
            foreach (int candidate in byAccount.GetValueOrDefault(run.LeftAccount, []).Concat(byAccount.GetValueOrDefault(run.RightAccount, [])).Order())
            {
                if (passages[candidate].Kind == kind && Fits(passages[candidate].Spans, run.LeftAccount, left) && Fits(passages[candidate].Spans, run.RightAccount, right))
                {
                    home = candidate;
                    break;
                }
            }

            if (home < 0)
            {
                home = passages.Count;
                passages.Add((kind, [], run.Likeness));
            }

            foreach ((int account, TextSpan span) in ((int, TextSpan)[])[(run.LeftAccount, left), (run.RightAccount, right)])
            {
                if (passages[home].Spans.TryAdd(account, span))
                {
                    if (!byAccount.TryGetValue(account, out List<int>? list))
                        byAccount[account] = list = [];
                    list.Add(home);
                }
            }

            passages[home] = passages[home] with { Likeness = Math.Min(passages[home].Likeness, run.Likeness) };
        }

        return
        [
            .. passages
                .OrderBy(static passage => passage.Spans.First().Key).ThenBy(static passage => passage.Spans.First().Value)
                .Select(passage => new Passage(
                    [.. passage.Spans.Select(span => new AccountSpan(texts[span.Key].Account.Id, span.Value.Start, span.Value.End))],
                    texts[passage.Spans.First().Key].WordAt(passage.Spans.First().Value.End) - texts[passage.Spans.First().Key].WordAt(passage.Spans.First().Value.Start),
                    passage.Kind)
                { Likeness = Math.Min(Math.Round((decimal)passage.Likeness, 2), IsVerbatim(texts, passage.Spans) ? 1 : MaxLikenessOfEdited) }),
        ];
    }

    /// <summary>Whether all places have the same words in the same order; case and punctuation don't count.</summary>
    private static bool IsVerbatim(IReadOnlyList<AccountText> texts, SortedDictionary<int, TextSpan> spans)
    {
        string[]? first = null;
        foreach ((int account, TextSpan span) in spans)
        {
            string[] forms = [.. Enumerable.Range(texts[account].WordAt(span.Start), texts[account].WordAt(span.End) - texts[account].WordAt(span.Start)).Select(texts[account].FormOf)];
            if (!(first ??= forms).SequenceEqual(forms, StringComparer.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    private static bool Fits(SortedDictionary<int, TextSpan> spans, int account, TextSpan span) =>
        !spans.TryGetValue(account, out TextSpan known)
        || Math.Min(known.End, span.End) - Math.Max(known.Start, span.Start) >= MinOverlap * Math.Max(known.Length, span.Length);

    /// <summary>For each pair of accounts the places where they begin to agree. In a large story an account is compared with those that share most with it.</summary>
    private static Dictionary<(int, int), List<(int, int)>> Seeds(IReadOnlyList<AccountText> texts, Dictionary<long, List<(int Account, int Word)>> places)
    {
        Dictionary<(int, int), int> shared = [];
        foreach (List<(int Account, int Word)> list in places.Values)
        {
            // In a shingle that very many accounts share, each is paired with those around it: chains of copies stay connected.
            int reach = texts.Count <= 64 ? list.Count : MaxPartners;
            for (int i = 0; i < list.Count; i++)
            {
                for (int j = i + 1; j < Math.Min(list.Count, i + 1 + reach); j++)
                {
                    if (list[i].Account != list[j].Account)
                        shared[(list[i].Account, list[j].Account)] = shared.GetValueOrDefault((list[i].Account, list[j].Account)) + 1;
                }
            }
        }

        HashSet<(int, int)> chosen = [.. shared.Keys];
        if (texts.Count > 64)
        {
            chosen = [.. shared
                .SelectMany(static pair => new[] { (Account: pair.Key.Item1, Pair: pair), (Account: pair.Key.Item2, Pair: pair) })
                .GroupBy(static item => item.Account)
                .SelectMany(static group => group.OrderByDescending(static item => item.Pair.Value).ThenBy(static item => item.Pair.Key).Take(MaxPartners))
                .Select(static item => item.Pair.Key)];
        }

        Dictionary<(int, int), List<(int, int)>> seeds = [];
        foreach (List<(int Account, int Word)> list in places.Values)
        {
            int reach = texts.Count <= 64 ? list.Count : MaxPartners;
            for (int i = 0; i < list.Count; i++)
            {
                for (int j = i + 1; j < Math.Min(list.Count, i + 1 + reach); j++)
                {
                    (int, int) key = (list[i].Account, list[j].Account);
                    if (key.Item1 == key.Item2 || !chosen.Contains(key))
                        continue;
                    if (!seeds.TryGetValue(key, out List<(int, int)>? pairs))
                        seeds[key] = pairs = [];
                    pairs.Add((list[i].Word, list[j].Word));
                }
            }
        }

        return seeds;
    }

    private static IEnumerable<(long Shingle, int Word)> Shingles(AccountText text)
    {
        for (int i = 0; i + ShingleWords <= text.Words.Length; i++)
        {
            long hash = 1469598103934665603;
            for (int j = 0; j < ShingleWords; j++)
                hash = unchecked((hash ^ text.Words[i + j].Stem) * 1099511628211);
            yield return (hash, i);
        }
    }

    /// <summary>What the pair shares, without what its outlet, or any page, prints anyway.</summary>
    private static IEnumerable<SharedRun> Chain(AccountText left, AccountText right, List<(int Left, int Right)> seeds, Func<string?, IReadOnlySet<long>> boilerplate) =>
        new RunChainer(left, right).Chain(seeds).Select(run => WithoutDateline(left, right, run)).Where(run => !left.IsOfPage(run.Left) && !(left.Account.Outlet is string outlet && outlet == right.Account.Outlet && IsBoilerplate(left, run.Left, boilerplate(outlet))));

    /// <summary>A run without the datelines of both sides: where an agency writes from is no part of what it says.</summary>
    private static SharedRun WithoutDateline(AccountText left, AccountText right, SharedRun run)
    {
        int ofLeft = Math.Clamp(left.WordAt(left.Opening) - run.Left.Start, 0, run.Left.Length - 1), ofRight = Math.Clamp(right.WordAt(right.Opening) - run.Right.Start, 0, run.Right.Length - 1);
        return run with { Left = new TextSpan(run.Left.Start + ofLeft, run.Left.End), Right = new TextSpan(run.Right.Start + ofRight, run.Right.End), SameWords = run.SameWords - Math.Min(ofLeft, ofRight) };
    }

    private static bool IsBoilerplate(AccountText text, TextSpan words, IReadOnlySet<long> known)
    {
        int found = 0, all = 0;
        foreach ((long shingle, int word) in Shingles(text))
        {
            if (word < words.Start || word + ShingleWords > words.End)
                continue;
            all++;
            found += known.Contains(shingle) ? 1 : 0;
        }

        return all > 0 && 2 * found >= all;
    }
}

/// <summary>A run of words that two accounts share; spans count words.</summary>
internal sealed record SharedRun(int LeftAccount, int RightAccount, TextSpan Left, TextSpan Right, int SameWords, double Likeness, bool IsQuotation);
