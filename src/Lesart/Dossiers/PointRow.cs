using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>Points that are shown as one: most of their sentences are the same, and who reads them one below the other reads those twice.</summary>
internal sealed class PointRow
{
    private const int FewestAccounts = 2;
    private static readonly Relation[] Order = [Relation.Contradict, Relation.Differ, Relation.Agree, Relation.Single];

    private readonly HashSet<(string Account, int Sentence)> _sentences;
    private readonly List<Point> _points;

    private PointRow(Point lead, HashSet<(string, int)> sentences) => (_points, _sentences) = ([lead], sentences);

    /// <summary>The point by which the row stands where it does: of all its points the one that accounts part in most.</summary>
    public Point Lead => _points[0];

    /// <summary>Its points, the lead first.</summary>
    public IReadOnlyList<Point> Points => _points;

    /// <summary>What accounts do with it.</summary>
    public Relation Relation => RelationOf(Lead);

    /// <summary>Whether more than one article tells any of its points.</summary>
    public bool IsShared => _points.SelectMany(static point => point.Readings).Select(static reading => reading.Account).Distinct(StringComparer.Ordinal).Skip(1).Any();

    // What articles of one strand alone tell alike has been told once.
    private static Relation RelationOf(Point point) => point.Relation is Relation.Agree && point.Strands < 2 ? Relation.Single : point.Relation;

    /// <summary>The rows of a story: differences first, then by what accounts do with a point; inside that what more strands tell first, then what more readings have.</summary>
    public static ImmutableArray<PointRow> Of(StoryView story)
    {
        List<PointRow> rows = [];
        Dictionary<(string Account, int Sentence), List<PointRow>> leads = [];
        foreach (Point point in story.Collation.Points.OrderBy(static point => Array.IndexOf(Order, RelationOf(point))).ThenByDescending(static point => point.Strands).ThenByDescending(static point => point.Readings.Length))
        {
            HashSet<(string Account, int Sentence)> sentences = Sentences(story, point);
            PointRow? like = sentences.SelectMany(sentence => leads.GetValueOrDefault(sentence, [])).Distinct().FirstOrDefault(row => row.Holds(sentences));
            if (like is not null)
            {
                like._points.Add(point);
                continue;
            }

            PointRow row = new(point, sentences);
            rows.Add(row);
            foreach ((string Account, int Sentence) sentence in sentences)
            {
                if (!leads.TryGetValue(sentence, out List<PointRow>? holders))
                    leads.Add(sentence, holders = []);
                holders.Add(row);
            }
        }

        return [.. rows];
    }

    /// <summary>How many strands tell any of its points.</summary>
    public int Strands(StoryView story) => _points.Count == 1 ? Lead.Strands
        : _points.SelectMany(static point => point.Readings).Select(reading => story.Find(reading.Account)?.Strand).OfType<StrandView>().Distinct().Count();

    /// <summary>Who is silent on all of its points.</summary>
    public IEnumerable<string> Silent => _points.Skip(1).Aggregate(Lead.Silent.AsEnumerable(), static (silent, point) => silent.Intersect(point.Silent, StringComparer.Ordinal));

    /// <summary>What an account tells, in text order; clauses that it tells in one sentence and one voice are one reading, with what stands between them.</summary>
    public IEnumerable<Reading> Readings(StoryView story, AccountView account) => _points
        .SelectMany(static point => point.Readings)
        .Where(reading => reading.Account == account.Account.Id && !reading.Spans.IsDefaultOrEmpty)
        .GroupBy(reading => (account.SentenceAt(reading.Spans[0].Start), story.TellingOf(account, reading).Key))
        .Select(static clauses => Joined([.. clauses]))
        .OrderBy(static reading => reading.Spans[0].Start);

    private static Reading Joined(Reading[] clauses) => clauses is [Reading only] ? only
        : clauses[0] with { Spans = [new TextSpan(clauses.Min(static reading => reading.Spans[0].Start), clauses.Max(static reading => reading.Spans[^1].End))] };

    /// <summary>Whether most of the sentences of the shorter of two rows are the other's, too.</summary>
    public bool TellsLike(PointRow other) => 2 * _sentences.Count(other._sentences.Contains) > Math.Min(_sentences.Count, other._sentences.Count);

    // At least half of all their sentences are the same, or all of one of them, in more than one account.
    private bool Holds(HashSet<(string Account, int Sentence)> others)
    {
        (string Account, int Sentence)[] shared = [.. others.Where(_sentences.Contains)];
        bool areMost = 2 * shared.Length >= others.Count + _sentences.Count - shared.Length || shared.Length == Math.Min(others.Count, _sentences.Count);
        return areMost && shared.Select(static sentence => sentence.Account).Distinct(StringComparer.Ordinal).Count() >= FewestAccounts;
    }

    private static HashSet<(string Account, int Sentence)> Sentences(StoryView story, Point point) =>
        [.. point.Readings.Where(static reading => !reading.Spans.IsDefaultOrEmpty).Select(reading => (story.Find(reading.Account), reading.Spans[0].Start)).Where(static place => place.Item1 is not null).Select(static place => (place.Item1!.Account.Id, place.Item1.SentenceAt(place.Start)))]; // the line above keeps known accounts alone
}
