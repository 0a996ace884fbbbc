using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>Says which pairs of clauses made a point, how sure each is and by which features, and why the nearest clause of an account that doesn't tell it is none of it. Only for <c>--explain</c>.</summary>
/// <remarks>A point joins by the mean over all pairs of two accounts; of these pairs only the surest that tie all readings together are told (Kruskal's maximum spanning tree, 1956).</remarks>
internal sealed class PointExplainer(IReadOnlyList<AccountText> texts, ImmutableArray<Unit> units, Alignment alignment, ClauseWeights weights, IReadOnlyList<(string Id, List<Unit> Units)> points)
{
    private const int MaxOthers = 8;
    private const int MaxLetters = 56;
    private const double LeastShown = 0.005; // what two decimals round to nothing

    private readonly PointBars _bars = PointBars.For(units.CountBy(static unit => unit.Account).Count());
    private readonly ILookup<int, (string Id, List<Unit> Units)> _pointsOf =
        points.SelectMany(static point => point.Units.Select(unit => (Unit: unit.Index, Point: point))).ToLookup(static item => item.Unit, static item => item.Point);
    private readonly ILookup<int, int> _partners =
        alignment.Likely.Keys.SelectMany(static pair => ((int One, int Other)[])[(pair.Left, pair.Right), (pair.Right, pair.Left)]).ToLookup(static pair => pair.One, static pair => pair.Other);

    /// <summary>A line for the point, one for each pair that ties it together, the surest first, and one for each other account that comes near.</summary>
    /// <param name="id">The point's id.</param>
    /// <param name="group">Its clauses.</param>
    public ImmutableArray<string> Explain(string id, List<Unit> group)
    {
        ImmutableArray<string>.Builder lines = ImmutableArray.CreateBuilder<string>();
        if (group.Count > 1)
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{group.CountBy(static unit => (unit.Account, unit.Sentence)).Count()} sentences, {Percent(Mean(group))} in the mean of all pairs of two accounts; needed {Percent(_bars.Join)}"));
        foreach ((Unit left, Unit right) in Ties(group))
            lines.Add($"{Show(left)} with {Show(right)}: {Shares(left, right)}");

        HashSet<int> tellers = [.. group.Select(static unit => unit.Account)];
        int others = texts.Count(text => !tellers.Contains(text.Index));
        (Unit Unit, Unit Other)[] nearest = [.. group.SelectMany(unit => _partners[unit.Index].Select(other => (Unit: unit, Other: units[other])))
            .Where(pair => !tellers.Contains(pair.Other.Account))
            .GroupBy(static pair => pair.Other.Account)
            .Select(account => account.MaxBy(pair => (alignment.LikelinessOf(pair.Unit, pair.Other), -pair.Other.Index)))
            .OrderByDescending(pair => alignment.LikelinessOf(pair.Unit, pair.Other)).ThenBy(static pair => pair.Other.Index)];
        foreach ((Unit unit, Unit other) in nearest.Take(MaxOthers))
            lines.Add($"not {Show(other)}, {Why(id, group, other)}; with {Show(unit)}: {Shares(unit, other)}");
        if (others > Math.Min(nearest.Length, MaxOthers))
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"{others - Math.Min(nearest.Length, MaxOthers)} more that don't tell it, with nothing {(nearest.Length == 0 ? "near" : "nearer")}"));
        return lines.ToImmutable();
    }

    private string Why(string id, List<Unit> group, Unit other)
    {
        double mean = group.Where(unit => unit.Account != other.Account).GroupBy(static unit => (unit.Account, unit.Sentence)).Average(sentence => sentence.Max(unit => alignment.LikelinessOf(unit, other)));
        (string Id, List<Unit> Units) home = _pointsOf[other.Index].FirstOrDefault(point => point.Id != id && point.Units.Count > 1);
        double needed = home.Units is null ? _bars.Join : _bars.Add;
        if (mean < needed)
            return string.Create(CultureInfo.InvariantCulture, $"{Percent(mean)} in the mean, needed {Percent(needed)}");
        return home.Units is null
            ? string.Create(CultureInfo.InvariantCulture, $"{Percent(mean)} in the mean, but it joined too late")
            : string.Create(CultureInfo.InvariantCulture, $"which is in {home.Id} ({Percent(Mean(home.Units))} in the mean there, {Percent(mean)} here)");
    }

    /// <summary>The surest pairs that tie all clauses together.</summary>
    private IEnumerable<(Unit Left, Unit Right)> Ties(List<Unit> group)
    {
        UnionFind tied = new(group.Count);
        foreach ((int left, int right) in Enumerable.Range(0, group.Count).SelectMany(left => Enumerable.Range(left + 1, group.Count - left - 1).Select(right => (Left: left, Right: right)))
            .Where(pair => alignment.LikelinessOf(group[pair.Left], group[pair.Right]) > 0)
            .OrderByDescending(pair => alignment.LikelinessOf(group[pair.Left], group[pair.Right])).ThenBy(static pair => pair))
        {
            if (tied.Root(left) == tied.Root(right))
                continue;
            tied.Join(left, right);
            yield return (group[left], group[right]);
        }
    }

    /// <summary>How likely two sentences of the group state the same, in the mean: as likely as the surest two of their clauses.</summary>
    private double Mean(List<Unit> group)
    {
        Unit[][] sentences = [.. group.GroupBy(static unit => (unit.Account, unit.Sentence)).Select(static clauses => clauses.ToArray())];
        (double sum, int pairs) = (0, 0);
        for (int i = 0; i < sentences.Length; i++)
        {
            foreach (Unit[] other in sentences.Skip(i + 1).Where(other => other[0].Account != sentences[i][0].Account))
                (sum, pairs) = (sum + sentences[i].Max(unit => other.Max(met => alignment.LikelinessOf(unit, met))), pairs + 1);
        }

        return pairs == 0 ? 0 : sum / pairs;
    }

    /// <summary>How sure, and what each feature adds to the log odds, the largest first.</summary>
    private string Shares(Unit left, Unit right)
    {
        StringBuilder line = new(Percent(alignment.LikelinessOf(left, right)));
        if (alignment.FeaturesOf(left, right) is not double[] features)
            return line.ToString();
        char mark = ';';
        double sum = 0;
        foreach ((PairFeature feature, double share) in weights.Shares(features).OrderByDescending(static share => Math.Abs(share.Share)).ThenBy(static share => share.Feature))
        {
            sum += share;
            if (Math.Abs(share) < LeastShown)
                continue;
            line.Append(CultureInfo.InvariantCulture, $"{mark} {FeatureTable<PairFeature>.NameOf(feature)} {share:0.00}");
            mark = ',';
        }

        return line.Append(CultureInfo.InvariantCulture, $"; sum {sum:0.00}").ToString();
    }

    private static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0} %");

    private string Show(Unit unit)
    {
        AccountText text = texts[unit.Account];
        string words = text.Text[unit.Span.Start..unit.Span.End].ReplaceLineEndings(" ");
        if (words.Length > MaxLetters)
        {
            int end = words.LastIndexOf(' ', MaxLetters);
            words = words[..(end > 0 ? end : char.IsHighSurrogate(words[MaxLetters - 1]) ? MaxLetters - 1 : MaxLetters)] + " ...";
        }

        return string.Create(CultureInfo.InvariantCulture, $"{text.Account.Id} {unit.Span.Start}-{unit.Span.End} [{words}]");
    }
}
