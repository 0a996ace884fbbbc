using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Finds which clauses of several accounts state the same.</summary>
/// <remarks>An index over the keys proposes pairs; a logistic regression over named features judges each alone, then boosted trees beside its rivals and
/// neighbours; the surest groups of sentences join first, by the mean over all pairs of two accounts (average linkage), and an account brings few sentences to one point.
/// A sentence that tells several things stands in several points.</remarks>
internal sealed class PointAligner(ClauseWeights weights, bool explains = false)
{
    private const double MinToRepeat = 0.55; // of a sentence whose account tells the point elsewhere, too
    private const double MinOfPartner = 0.4; // of two denials
    private const int MaxOfAccount = 2;
    private const double MinOfHeading = 0.25; // alone, in the mean over a point: real-open and real-kept gain as much from 0.2 to 0.3, and less above
    private const int MaxOfHeading = 2; // points that a heading sums up
    private const int MaxCompared = 12; // clauses of a point with which a heading is compared

    /// <summary>Groups of clauses, by first clause; a clause that nothing matches is a group of its own.</summary>
    public Alignment Align(ImmutableArray<Unit> units)
    {
        ImmutableArray<Unit> told = Unit.Told(units);
        PairReader reader = new(units);
        PairTable likely = PairFinder.Judge(units, reader, weights);
        AnsweredClaims answers = new(told, (left, right) => Logistic.Of(weights.First(reader.Read(left, right))));
        List<List<Unit>> groups = Group(units, likely);
        AddHeadings(groups, [.. units.Skip(told.Length)], reader);
        AddAnswers(groups, answers.All.Concat(answers.OfPartners(likely, MinOfPartner)));
        return new(groups, likely, reader, answers) { Features = explains ? PairFinder.Find(units, reader, weights).ToDictionary(static pair => pair.Pair, static pair => pair.Features) : null };
    }

    /// <summary>Groups of clauses by how likely pairs state the same, by first clause.</summary>
    public static List<List<Unit>> Group(ImmutableArray<Unit> units, PairTable likely)
    {
        StorySentences sentences = new(units, likely);
        PointBars bars = PointBars.For(sentences.Accounts.Distinct().Count());
        List<List<int>> points = [.. new AverageLinkage(sentences.Accounts, sentences.Likely, bars.Join).Groups.Where(static group => group.Length > 1).Select(static group => group.Order().ToList()).OrderBy(static group => group[0])];
        Share(sentences, points, bars);
        JoinApart(sentences, points, bars);
        List<List<Unit>> groups = [.. points.Select(sentences.Carrying)];
        HashSet<int> met = [.. groups.SelectMany(static group => group).Select(static unit => unit.Index)];
        groups.AddRange(units.Where(unit => !unit.IsHeading && !met.Contains(unit.Index)).Select(static unit => new List<Unit> { unit }));
        return [.. groups.OrderBy(static group => group[0].Index).ThenBy(static group => group[^1].Index)];
    }

    /// <summary>A sentence that tells two things stands in both points, and one that tells again what its account told before stands beside that.</summary>
    private static void Share(StorySentences sentences, List<List<int>> points, PointBars bars)
    {
        int[] home = new int[sentences.Accounts.Length];
        Array.Fill(home, -1);
        for (int point = 0; point < points.Count; point++)
        {
            foreach (int sentence in points[point])
                home[sentence] = point;
        }

        List<(double Mean, int Sentence, int Point)> added = [];
        for (int sentence = 0; sentence < home.Length; sentence++)
        {
            HashSet<int> near = [];
            foreach (int partner in sentences.Likely.PartnersOf(sentence))
                near.Add(home[partner]);
            foreach (int point in near.Where(point => point >= 0 && point != home[sentence]))
            {
                int[] others = [.. points[point].Where(other => sentences.Accounts[other] != sentences.Accounts[sentence])];
                double mean = sentences.MeanLikely(sentence, others);
                if (mean >= (others.Length == points[point].Count ? bars.Add : MinToRepeat))
                    added.Add((mean, sentence, point));
            }
        }

        foreach ((_, int sentence, int point) in added.OrderByDescending(static one => one.Mean).ThenBy(static one => one.Sentence).ThenBy(static one => one.Point))
        {
            if (points[point].Count(other => sentences.Accounts[other] == sentences.Accounts[sentence]) < MaxOfAccount)
                points[point].Add(sentence);
        }
    }

    /// <summary>Sentences that likely state the same and met in no point, since each went with others that the other one doesn't meet, make points of their own.</summary>
    private static void JoinApart(StorySentences sentences, List<List<int>> points, PointBars bars)
    {
        ILookup<int, int> known = points.SelectMany(static (sentences, point) => sentences.Select(sentence => (sentence, point))).ToLookup(static item => item.sentence, static item => item.point);
        KeyValuePair<(int Left, int Right), double>[] apart = [.. sentences.Likely.Where(pair => pair.Value >= bars.Apart && !known[pair.Key.Left].Intersect(known[pair.Key.Right]).Any())];
        PairTable rest = new(new PairRows(sentences.Accounts.Length, [.. apart.Select(static pair => pair.Key)]), [.. apart.Select(static pair => pair.Value)]);
        points.AddRange(new AverageLinkage(sentences.Accounts, rest, bars.Apart).Groups.Where(static group => group.Length > 1).Select(static group => group.ToList()));
    }

    /// <summary>A heading joins the points that it sums up. It judges nothing: whatever it shares with the text is told there.</summary>
    private void AddHeadings(List<List<Unit>> groups, Unit[] headings, PairReader reader)
    {
        if (headings.Length == 0)
            return;
        PointIndex points = new(groups);
        List<(List<Unit> Group, Unit Heading)> added = [];
        foreach (Unit heading in headings)
        {
            double Mean(List<Unit> group) => group.Where(unit => unit.Account != heading.Account).Take(MaxCompared).Select(unit => Logistic.Of(weights.First(reader.Read(unit, heading)))).DefaultIfEmpty(0).Average();
            added.AddRange(points.Near(heading).Select(group => (Group: group, Mean: Mean(group))).Where(static point => point.Mean >= MinOfHeading)
                .OrderByDescending(static point => point.Mean).ThenBy(static point => point.Group[0].Index).Take(MaxOfHeading).Select(point => (point.Group, heading)));
        }

        foreach ((List<Unit> group, Unit heading) in added)
            Insert(group, heading);
    }

    /// <summary>A denial joins the points of the claim that it answers; where the claim's clause stands in none, those of its sentence. One of whatever its story is about makes a point with what such a point holds against somebody.</summary>
    internal static void AddAnswers(List<List<Unit>> groups, IEnumerable<(Unit Denial, Unit Claim)> answers)
    {
        HashSet<int> added = [];
        Dictionary<List<Unit>, List<Unit>> charges = [];
        foreach ((Unit denial, Unit claim) in answers)
        {
            List<Unit>[] points = [.. groups.Where(group => group.Count > 1 && group.Contains(claim))];
            if (points.Length == 0 && !AnsweredClaims.IsOfStory(denial, claim))
                points = [.. groups.Where(group => group.Count > 1 && group.Exists(unit => unit.Account == claim.Account && unit.Sentence == claim.Sentence))];
            foreach (List<Unit> point in points.Where(group => !group.Contains(denial)))
            {
                Insert(AnsweredClaims.IsOfStory(denial, claim) ? ChargeIn(point) : point, denial);
                added.Add(denial.Index);
            }
        }

        foreach ((List<Unit> point, List<Unit> charge) in charges)
            groups.Insert(groups.IndexOf(point) + 1, charge);
        RemoveSingles(groups, added);

        // what is held against somebody, and not the rest that a point tells: "Customs officers searched offices on suspicion of ..."
        List<Unit> ChargeIn(List<Unit> point)
        {
            if (point.TrueForAll(static unit => unit.Accuses || unit.Rejects))
                return point;
            if (!charges.TryGetValue(point, out List<Unit>? charge))
                charges[point] = charge = [.. point.Where(static unit => unit.Accuses || unit.Rejects)];
            return charge;
        }
    }

    private static void Insert(List<Unit> group, Unit unit)
    {
        int at = group.FindIndex(other => (other.Account, other.Span.Start).CompareTo((unit.Account, unit.Span.Start)) > 0);
        group.Insert(at < 0 ? group.Count : at, unit);
    }

    /// <summary>A clause that stands in a point with others is none of its own.</summary>
    private static void RemoveSingles(List<List<Unit>> groups, HashSet<int> elsewhere) => groups.RemoveAll(group => group.Count == 1 && elsewhere.Contains(group[0].Index));
}

/// <summary>Which clauses state the same, and how sure each pair is.</summary>
/// <param name="Groups">By first clause; a clause may stand in two.</param>
/// <param name="Likely">From 0 to 1; a pair that is not there has nothing in common.</param>
/// <param name="Reader">What else can be said of two clauses.</param>
/// <param name="Answers">What denials answer in their own account.</param>
internal sealed record Alignment(List<List<Unit>> Groups, PairTable Likely, PairReader Reader, AnsweredClaims Answers)
{
    /// <summary>The features of both passes, by the clauses' indices; null where nobody asked.</summary>
    public IReadOnlyDictionary<(int Left, int Right), double[]>? Features { get; init; }

    /// <summary>The features of two clauses; null where they were not compared, or nobody asked.</summary>
    public double[]? FeaturesOf(Unit left, Unit right) => Features?.GetValueOrDefault((Math.Min(left.Index, right.Index), Math.Max(left.Index, right.Index)));

    /// <summary>How surely two clauses state the same.</summary>
    public double LikelinessOf(Unit left, Unit right) => Likely.Of(left.Index, right.Index);
}
