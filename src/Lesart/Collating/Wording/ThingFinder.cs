namespace Lesart.Collating;

/// <summary>Groups nouns of several accounts that can call one thing.</summary>
/// <remarks>A logistic regression judges each pair; the surest groups join first, by the mean over all pairs (average linkage).
/// A group calls something named where its nouns are like those that call it, and like those of nothing else.</remarks>
internal static class ThingFinder
{
    // Those to join are set with the stories in eval/collation/dev, plain, kept6, real-open and real-kept in view, lower than precision alone would have them: WordingFinder tells sure rows from others. Those to call something named are set on dev, each story by weights that had not seen it.
    private const double MinToJoin = 0.24;
    private const double MinOfPair = 0.35; // for two nouns alone
    private const double MinOfThin = 0.38; // for two that are used once each
    private const double MinToCall = 0.55;
    private const double MinAhead = 0.15;
    private const double Never = -100; // no mean is above the bar that holds such a pair

    /// <summary>Groups in no particular order, each with what is named so, null where nothing is, and how likely its nouns call one thing: the mean over all pairs, 1 for a noun alone.</summary>
    public static IEnumerable<(string? Entity, double Likely, List<Nominal> Nouns)> Find(NounPairs pairs, NounWeights weights)
    {
        List<((int Left, int Right) Pair, double Likely)> likely = [.. pairs.Find().Select(pair => (pair.Pair, weights.Likely(pair.Features)))];
        ((int Left, int Right) Pair, double Likely)[] unnamed = [.. likely.Where(pair => pair.Pair.Right < pairs.Unnamed)];
        ((int Left, int Right) Pair, double Likely)[] judged = [.. unnamed.Concat(pairs.Apart().Select(static pair => (pair, Never))).OrderBy(static pair => pair.Item1)];
        PairTable table = new(new PairRows(pairs.Unnamed, [.. judged.Select(static pair => pair.Pair)]), [.. judged.Select(static pair => pair.Likely)]);
        AverageLinkage groups = new([.. Enumerable.Range(0, pairs.Unnamed)], table, MinToJoin);
        ILookup<int, (int Noun, double Likely)> named = likely.Where(pair => pair.Pair.Right >= pairs.Unnamed).ToLookup(static pair => pair.Pair.Left, static pair => (pair.Pair.Right, pair.Likely));
        return groups.Groups.SelectMany(group => group.Length == 2 && table.Of(group.Min(), group.Max()) < (group.All(noun => pairs.Nouns[noun].Uses.Count == 1) ? MinOfThin : MinOfPair) ? group.Select(static noun => (int[])[noun]) : [group]).Select(group => (Called(group), MeanOf(group), group.Order().SelectMany(noun => pairs.Nouns[noun].Uses).ToList()));

        double MeanOf(int[] group) => group.Length < 2 ? 1 : group.SelectMany((one, at) => group.Skip(at + 1).Select(other => table.Of(Math.Min(one, other), Math.Max(one, other)))).Average();

        string? Called(int[] group)
        {
            bool callsPeople = group.Any(noun => pairs.Nouns[noun] is { IsMany: true, CallsPeople: true }); // they are no one's words, though others of their group may be
            (string Entity, double Likely)[] able = [.. group.SelectMany(noun => named[noun].GroupBy(other => pairs.Nouns[other.Noun].Entity!, StringComparer.Ordinal).Select(static entity => (Entity: entity.Key, Likely: entity.Max(static other => other.Likely)))) // named
                .GroupBy(static one => one.Entity, StringComparer.Ordinal).Where(entity => !callsPeople || entity.Count() == group.Length).Select(entity => (entity.Key, entity.Sum(static one => one.Likely) / group.Length))
                .OrderByDescending(static one => one.Item2).ThenBy(static one => one.Key, StringComparer.Ordinal).Take(2)];
            return able.Length > 0 && able[0].Likely >= MinToCall && (able.Length == 1 || able[0].Likely - able[1].Likely >= MinAhead) ? able[0].Entity : null;
        }
    }
}
