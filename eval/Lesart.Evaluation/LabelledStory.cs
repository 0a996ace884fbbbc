using System.Collections.Immutable;
using System.Text.Json;
using Lesart.Collating;
using Lesart.Languages;

namespace Lesart.Evaluation;

/// <summary>A story of our own set, cut into clauses, with what its gold says of pairs of them and of pairs of their values.</summary>
internal sealed class LabelledStory
{
    private readonly AccountText[] _texts;
    private readonly ImmutableArray<Unit> _units;
    private readonly HashSet<int>[] _points;
    private readonly Lazy<List<((int Left, int Right) Pair, double[] Features)>> _pairs;
    private readonly Lazy<LabelledStory[]> _cuts;

    public LabelledStory(GoldStory story, LanguagePacks packs)
    {
        Story = story;
        TermIds ids = new();
        _texts = [.. story.Story.Accounts.Select((account, i) => AccountText.Of(i, account, packs, ids))];
        _units = new UnitReader(packs, ids).Read(_texts);
        List<List<Place>> points = CollationScore.Points(story.Gold, story.Accounts);
        _points = [.. _units.Select(unit => new Place(_texts[unit.Account].Account.Id, unit.Span)).Select(place =>
            Enumerable.Range(0, points.Count).Where(point => points[point].Exists(place.Meets)).ToHashSet())];
        _pairs = new(() => PairFinder.Alone(_units, new PairReader(_units)));
        _cuts = new(() => [.. story.Cuts.Select(cut => new LabelledStory(cut, packs))]);
    }

    /// <summary>Parts of the story, cut as <see cref="GoldStory.Cuts"/> says.</summary>
    public IReadOnlyList<LabelledStory> Cuts => _cuts.Value;

    public GoldStory Story { get; }

    /// <summary>How many pairs of clauses of two accounts one gold point holds, proposed or not.</summary>
    public int Positives => _units.Sum(one => _units.Count(other => one.Account < other.Account && _points[one.Index].Overlaps(_points[other.Index])));

    /// <summary>Pairs of clauses that are proposed, and whether one gold point holds both.</summary>
    public List<(double[] Features, bool IsPositive)> Rows(ClauseWeights weights)
    {
        List<((int Left, int Right) Pair, double[] Features)> pairs = [.. _pairs.Value.Select(static pair => (pair.Pair, (double[])pair.Features.Clone()))];
        PairFinder.AddSurroundings(_units, pairs, weights);
        return [.. pairs.Select(pair => (pair.Features, _points[pair.Pair.Left].Overlaps(_points[pair.Pair.Right])))];
    }

    /// <summary>Pairs of values that exclude one another, and whether one gold difference holds both on two sides.</summary>
    /// <param name="weights">By which clauses are aligned: such as have not seen the story.</param>
    public IEnumerable<ValueRow> ValueRows(ClauseWeights weights)
    {
        (string Note, List<(Place Place, string Value)> Sides)[] differences = Differences(static slot => slot is "date" or "quantity" or "place", isWhole: false);
        ValuePairs pairs = new(new StoryValues(_texts, _units, new PointAligner(weights).Align(_units)));
        foreach ((Side left, Side right, double[]? features, string? why) in pairs.Find().Select(static pair => (pair.Left, pair.Right, (double[]?)pair.Features, (string?)null))
            .Concat(pairs.PutAside().Select(static pair => (pair.Left, pair.Right, (double[]?)null, (string?)pair.Why))))
        {
            (Place one, Place other) = (PlaceOf(left), PlaceOf(right));
            string? note = Array.Find(differences, difference => difference.Sides.Exists(side => Touches(side.Place, one) && difference.Sides.Exists(opposed => Touches(opposed.Place, other) && opposed.Value != side.Value))).Note;
            if (features is not null || note is not null)
                yield return new ValueRow(features, note, $"{Show(left)} | {Show(right)}{(why is null ? "" : " || " + why)}");
        }

        string Show(Side side) => $"[{_texts[side.Unit.Account].Account.Id} {side.Span.Start}..{side.Span.End}] {side.Value}: {side.Unit.Span.In(_texts[side.Unit.Account].Text).ToString().ReplaceLineEndings(" ")}";
    }

    /// <summary>Denials beside clauses that they may mean.</summary>
    /// <param name="weights">By which clauses are aligned: such as have not seen the story.</param>
    public LabelledDenials Denials(ClauseWeights weights)
    {
        (string Note, List<(Place Place, string Value)> Sides)[] differences = Differences(static slot => slot is "stance", isWhole: true);
        Alignment alignment = new PointAligner(weights).Align(_units);
        return new LabelledDenials([.. new StancePairs(_units, alignment).Find()], alignment, NoteOf, Show);

        string? NoteOf(IReadOnlyList<Unit> units) => Array.Find(differences, difference => difference.Sides.Where(side => units.Any(unit => side.Place.Meets(PlaceOf(unit)))).Select(static side => side.Value).Distinct(StringComparer.Ordinal).Count() > 1).Note;
        string Show(Unit unit) => $"[{_texts[unit.Account].Account.Id}] {unit.Span.In(_texts[unit.Account].Text).ToString().ReplaceLineEndings(" ")}";
    }

    private static bool Touches(Place gold, Place found) => gold.Account == found.Account && gold.Span.Overlaps(found.Span);

    private Place PlaceOf(Side side) => new(_texts[side.Unit.Account].Account.Id, side.Span);

    private Place PlaceOf(Unit unit) => new(_texts[unit.Account].Account.Id, unit.Span);

    private (string Note, List<(Place Place, string Value)> Sides)[] Differences(Func<string, bool> hasSlot, bool isWhole) => [.. Story.Gold.GetProperty("differences").EnumerateArray()
        .Where(difference => hasSlot(Text(difference, "slot"))).Select(difference => (Text(difference, "note"), difference.GetProperty("readings").EnumerateArray().Select(reading => ReadingOf(reading, isWhole)).ToList()))];

    /// <summary>The words that carry a value, or the whole of the reading that they stand in.</summary>
    private (Place Place, string Value) ReadingOf(JsonElement reading, bool isWhole) => (CollationScore.PlaceOf(reading, Story.Accounts, isWhole), Text(reading, "value"));

    private static string Text(JsonElement element, string name) => element.GetProperty(name).GetString()!; // the gold's fields are strings
}

/// <summary>Two values that exclude one another.</summary>
/// <param name="Features">By <see cref="ValueFeature"/>; null where the pair was put aside.</param>
/// <param name="Difference">The note of the gold difference that holds both on two sides; null where none does.</param>
/// <param name="Shown">The clauses.</param>
internal sealed record ValueRow(double[]? Features, string? Difference, string Shown);
