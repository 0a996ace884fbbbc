namespace Lesart.Collating;

/// <summary>Proposes values of different accounts that measure, count or date in one dimension and exclude one another.</summary>
/// <remarks>The index of the clauses proposes: clauses that share a key, the other clauses of their sentences where they surely meet, and figures with the same digits.</remarks>
internal sealed class ValuePairs(StoryValues values)
{
    private const int MaxSides = 60; // under one key; a table of figures is no narration

    private readonly ValueVetoes _vetoes = new(values);
    private readonly ValueReader _reader = new(values);

    /// <summary>Pairs of values that were looked at and put aside, with the reason.</summary>
    public IEnumerable<(Side Left, Side Right, string Why)> PutAside()
    {
        foreach ((Side left, Side right) in Candidates())
        {
            if ((values.Compare(left, right) is Agreement.Different ? _vetoes.Against(left, right) : values.Compare(left, right).ToString()) is string why)
                yield return (left, right, why);
            else if (_vetoes.AreOfOtherEvents(left, right, values.Alignment.Reader.Read(left.Unit, right.Unit)))
                yield return (left, right, "days of clauses that share nothing");
        }
    }

    /// <summary>Pairs of values that exclude one another, the earlier clause's first, with their features.</summary>
    public IEnumerable<(Side Left, Side Right, double[] Features)> Find()
    {
        (int, int) clauses = default;
        double[] ofClauses = [];
        foreach ((Side left, Side right) in Candidates())
        {
            if (values.Compare(left, right) != Agreement.Different || _vetoes.Against(left, right) is not null)
                continue;
            if (clauses != (left.Unit.Index, right.Unit.Index))
                (clauses, ofClauses) = ((left.Unit.Index, right.Unit.Index), values.Alignment.Reader.Read(left.Unit, right.Unit));
            if (!_vetoes.AreOfOtherEvents(left, right, ofClauses))
                yield return (left, right, _reader.Read(left, right, ofClauses));
        }
    }

    private IEnumerable<(Side Left, Side Right)> Candidates() => Clauses().SelectMany(pair => values.Of(pair.Left).SelectMany(left => values.Of(pair.Right).Select(right => (left, right))));

    private SortedSet<(int Left, int Right)> Clauses()
    {
        SortedSet<(int, int)> pairs = [.. values.Alignment.Likely.Keys.Where(pair => values.Has(pair.Left) && values.Has(pair.Right))];
        foreach ((Unit left, Unit right) in values.SurelyMet)
        {
            foreach (Unit one in values.Sentence(left).Where(unit => values.Has(unit.Index)))
                pairs.UnionWith(values.Sentence(right).Where(unit => values.Has(unit.Index)).Select(other => (one.Index, other.Index)));
        }

        Side[] figures = [.. values.All.Where(static side => side.Quantity is not null)];
        Add(values.All.SelectMany(side => values.KindsOf(side.Unit).Select(kind => (Side: side, Key: (ReadingValues.DimensionOf(side), kind)))).GroupBy(static item => item.Key, static item => item.Side));
        Add(figures.Where(side => values.FateOf(side) is not null).GroupBy(side => values.FateOf(side)!)); // filtered
        Add([values.All.Where(side => side.Time is { Type: not TimeType.Duration } && values.IsMarked(side, FigureMark.Border))]);
        Add(figures.Where(side => ReadingValues.IsMeasure(side) && values.IsLonely(side)).GroupBy(static side => (ReadingValues.DimensionOf(side), ReadingValues.OrderOf(side))));
        Add(values.All.Where(static side => side is { Quantity: not null } or { Time.Type: TimeType.Duration } && ReadingValues.DigitsOf(side).Distinct().Count() > 1).GroupBy(static side => string.Concat(ReadingValues.DigitsOf(side).Order())));
        return pairs;

        void Add(IEnumerable<IEnumerable<Side>> groups)
        {
            foreach (Side[] sides in groups.Select(static group => group.Take(MaxSides).ToArray()))
            {
                foreach ((Side one, Side other) in sides.SelectMany((one, at) => sides.Skip(at + 1).Select(other => (one, other))).Where(static pair => pair.one.Unit.Account != pair.other.Unit.Account && pair.one.Value != pair.other.Value))
                    pairs.Add((Math.Min(one.Unit.Index, other.Unit.Index), Math.Max(one.Unit.Index, other.Unit.Index)));
            }
        }
    }
}
