using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Finds text that accounts share word for word or nearly so.</summary>
/// <remarks>Shingles of five stems (Broder, 1997), extended to both sides, and chained while the words between two runs stay few, so that an inserted
/// sentence, another word order or another figure does not end a passage. An index over shingles proposes the pairs of accounts. What an outlet prints
/// under its articles anyway (found in its accounts of other stories too) is no passage.</remarks>
internal static class PassageFinder
{
    private const int ShingleWords = 5;
    private const int MaxGapWords = 9;
    private const int MinWords = 10;
    private const int MinQuotedWords = 6;
    private const int MinContentWords = 5;
    private const double MinLikeness = 0.7;
    private const double MinQuotedShare = 0.8;
    private const int MaxRestWords = 6;
    private const int MaxPartners = 12;
    private const double MinOverlap = 0.6;

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
                if (!places.TryGetValue(shingle, out List<(int, int)>? list))
                    places[shingle] = list = [];
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
                { Likeness = Math.Round((decimal)passage.Likeness, 2) }),
        ];
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

    private static IEnumerable<SharedRun> Chain(AccountText left, AccountText right, List<(int Left, int Right)> seeds, Func<string?, IReadOnlySet<long>> boilerplate)
    {
        List<(TextSpan Left, TextSpan Right)> runs = Extend(left, right, seeds);
        for (int i = 0; i < runs.Count;)
        {
            (TextSpan Left, TextSpan Right) chain = runs[i];
            int same = chain.Left.Length;
            int next = i + 1;
            for (; next < runs.Count; next++)
            {
                (TextSpan Left, TextSpan Right) run = runs[next];
                int gapLeft = run.Left.Start - chain.Left.End, gapRight = run.Right.Start - chain.Right.End;
                if (gapLeft < 0 || gapRight < 0 || gapLeft > MaxGapWords || gapRight > MaxGapWords)
                    break;
                chain = (new TextSpan(chain.Left.Start, run.Left.End), new TextSpan(chain.Right.Start, run.Right.End));
                same += run.Left.Length;
            }

            i = next;
            if (IsQuoted(left, chain.Left) && IsQuoted(right, chain.Right))
                same -= Trim(left, right, ref chain);
            else
                same += Complete(left, right, ref chain);
            double likeness = 2.0 * same / (chain.Left.Length + chain.Right.Length);
            bool isQuotation = IsQuoted(left, chain.Left) && IsQuoted(right, chain.Right);
            if (likeness < MinLikeness || same < (isQuotation ? MinQuotedWords : MinWords) || CountContent(left, chain.Left) < (isQuotation ? 2 : MinContentWords))
                continue;
            if (left.Account.Outlet is string outlet && outlet == right.Account.Outlet && IsBoilerplate(left, chain.Left, boilerplate(outlet)))
                continue;
            yield return new SharedRun(left.Index, right.Index, chain.Left, chain.Right, same, likeness, isQuotation);
        }
    }

    /// <summary>Lets a run reach the edge of its sentences where few words are left and one of them is shared ("... 300.000 Euro", "... 400.000 Euro").</summary>
    /// <returns>How many shared words were added.</returns>
    private static int Complete(AccountText left, AccountText right, ref (TextSpan Left, TextSpan Right) chain)
    {
        (TextSpan l, TextSpan r) = (left.SentenceOf(chain.Left.End - 1), right.SentenceOf(chain.Right.End - 1));
        int added = 0, same = CountShared(left, new TextSpan(chain.Left.End, l.End), right, new TextSpan(chain.Right.End, r.End));
        if (same > 0)
            (chain, added) = ((new TextSpan(chain.Left.Start, l.End), new TextSpan(chain.Right.Start, r.End)), same);
        (l, r) = (left.SentenceOf(chain.Left.Start), right.SentenceOf(chain.Right.Start));
        same = CountShared(left, new TextSpan(l.Start, chain.Left.Start), right, new TextSpan(r.Start, chain.Right.Start));
        if (same > 0)
            (chain, added) = ((new TextSpan(l.Start, chain.Left.End), new TextSpan(r.Start, chain.Right.End)), added + same);
        return added;
    }

    /// <summary>Shared words of two ends of sentences; 0 where too much is left or too little is shared.</summary>
    private static int CountShared(AccountText left, TextSpan rest, AccountText right, TextSpan other)
    {
        if (rest.Length is 0 or > MaxRestWords || other.Length is 0 or > MaxRestWords)
            return 0;
        int same = 0;
        for (int i = rest.Start; i < rest.End; i++)
        {
            for (int j = other.Start; j < other.End; j++)
            {
                if (left.Words[i].Stem != right.Words[j].Stem)
                    continue;
                same++;
                break;
            }
        }

        return 3 * same >= Math.Max(rest.Length, other.Length) ? same : 0;
    }

    /// <summary>Seeds as the longest equal runs, in the order of the left text; of two that overlap, the longer stays.</summary>
    private static List<(TextSpan Left, TextSpan Right)> Extend(AccountText left, AccountText right, List<(int Left, int Right)> seeds)
    {
        List<(TextSpan Left, TextSpan Right)> runs = [];
        HashSet<(int, int)> starts = [];
        foreach ((int l, int r) in seeds.Order())
        {
            int back = 0;
            while (l - back > 0 && r - back > 0 && left.Words[l - back - 1].Stem == right.Words[r - back - 1].Stem)
                back++;
            if (!starts.Add((l - back, r - back)))
                continue;
            int ahead = ShingleWords;
            while (l + ahead < left.Words.Length && r + ahead < right.Words.Length && left.Words[l + ahead].Stem == right.Words[r + ahead].Stem)
                ahead++;
            runs.Add((new TextSpan(l - back, l + ahead), new TextSpan(r - back, r + ahead)));
        }

        List<(TextSpan Left, TextSpan Right)> kept = [];
        foreach ((TextSpan Left, TextSpan Right) run in runs.OrderByDescending(static run => run.Left.Length).ThenBy(static run => run.Left.Start).ThenBy(static run => run.Right.Start))
        {
            if (!kept.Exists(other => other.Left.Overlaps(run.Left) || other.Right.Overlaps(run.Right)))
                kept.Add(run);
        }

        kept.Sort(static (one, two) => one.Left.CompareTo(two.Left));
        return kept;
    }

    private static bool IsQuoted(AccountText text, TextSpan words)
    {
        int count = 0;
        for (int i = words.Start; i < words.End; i++)
            count += text.Words[i].IsQuoted ? 1 : 0;
        return count >= MinQuotedShare * words.Length;
    }

    /// <summary>A quotation holds no word outside the quotation marks of both sides, as far as its ends go.</summary>
    /// <returns>How many shared words were taken off.</returns>
    private static int Trim(AccountText left, AccountText right, ref (TextSpan Left, TextSpan Right) chain)
    {
        int taken = 0;
        while (chain.Left.Length > 1 && chain.Right.Length > 1 && !(left.Words[chain.Left.End - 1].IsQuoted && right.Words[chain.Right.End - 1].IsQuoted))
            (chain, taken) = ((chain.Left with { End = chain.Left.End - 1 }, chain.Right with { End = chain.Right.End - 1 }), taken + 1);
        while (chain.Left.Length > 1 && chain.Right.Length > 1 && !(left.Words[chain.Left.Start].IsQuoted && right.Words[chain.Right.Start].IsQuoted))
            (chain, taken) = ((chain.Left with { Start = chain.Left.Start + 1 }, chain.Right with { Start = chain.Right.Start + 1 }), taken + 1);
        return taken;
    }

    private static int CountContent(AccountText text, TextSpan words)
    {
        int count = 0;
        for (int i = words.Start; i < words.End; i++)
            count += text.Words[i].Term.IsFunctionWord ? 0 : 1;
        return count;
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
