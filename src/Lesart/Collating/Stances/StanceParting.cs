namespace Lesart.Collating;

/// <summary>Denials and claims that hang together: perhaps one thing that is asserted here and denied there.</summary>
internal sealed class StanceParting
{
    // Set on the stories in eval/collation/dev, each by weights that had not seen it; the third with kept6's figures in view, too.
    private const double MinLinked = 0.12;
    private const double MinShown = 0.35; // of the readings that are listed five of six hold; from 0.2 on three of four
    private const double MinOfPoint = 0.9;
    private const double MaxBehind = 0.1;
    private const double MinAlike = 0.3;
    private const double MinSure = 0.5; // from 0.3 on two of five more things that are shown in dev hold
    private const double LeastOdds = -3; // where no other account tells it
    private const double OpenOdds = -1.5; // where there is no other account

    private readonly double _oddsOfNone;
    private readonly List<(Unit Denial, Unit Other, double Likely)> _pairs; // the likeliest first
    private readonly Exchange[] _exchanges;

    private StanceParting(IEnumerable<(Unit Denial, Unit Other, double Likely)> pairs, IEnumerable<Exchange> exchanges, Alignment alignment, int accounts)
    {
        _exchanges = [.. exchanges];
        IsOfTwo = accounts <= 2;
        _oddsOfNone = IsOfTwo ? OpenOdds : LeastOdds;
        _pairs = [.. pairs.OrderByDescending(static pair => pair.Likely).ThenBy(static pair => pair.Denial.Index).ThenBy(static pair => pair.Other.Index)];
        Features = _pairs.Count > 0 ? Read(alignment) : new double[StanceWeights.PartingWidth];
        IsSure = _exchanges.Length > 0 || _pairs.Exists(pair => IsTied(pair.Denial, pair.Other, alignment));
    }

    /// <summary>Whether its story has two accounts.</summary>
    public bool IsOfTwo { get; }

    /// <summary>Whether one of its denials surely answers, in its own account, what another account asserts.</summary>
    public bool IsSure { get; }

    /// <summary>By <see cref="PartingFeature"/>.</summary>
    public double[] Features { get; }

    /// <summary>What hangs together by its pairs, by first denial.</summary>
    /// <param name="pairs">Denials, each beside a clause of another account that it may mean, with how likely it does.</param>
    /// <param name="alignment">How likely clauses state the same.</param>
    public static IEnumerable<StanceParting> Find(IEnumerable<(Unit Denial, Unit Other, double Likely)> pairs, Alignment alignment)
    {
        (Unit Denial, Unit Other, double Likely)[] linked = [.. pairs.Select(pair => IsTied(pair.Denial, pair.Other, alignment) ? (pair.Denial, pair.Other, Likely: Math.Max(pair.Likely, MinShown)) : pair).Where(static pair => pair.Likely >= MinLinked).GroupBy(static pair => pair.Denial.Index).SelectMany(of => Meant([.. of], alignment))];
        Exchange[] exchanges = [.. Exchange.Find(alignment)];
        if (linked.Length == 0 && exchanges.Length == 0)
            return [];
        int accounts = alignment.Groups.SelectMany(static group => group).Select(static unit => unit.Account).Distinct().Count();
        UnionFind things = new(alignment.Groups.SelectMany(static group => group).Max(static unit => unit.Index) + 1);
        foreach ((Unit denial, Unit other, _) in linked)
            things.Join(denial.Index, other.Index);
        foreach (Exchange exchange in exchanges)
        {
            foreach (Unit unit in exchange.Claims.Concat(exchange.Denials))
                things.Join(exchange.Denial.Index, unit.Index);
        }

        ILookup<int, Exchange> told = exchanges.ToLookup(exchange => things.Root(exchange.Denial.Index));
        ILookup<int, (Unit, Unit, double)> paired = linked.ToLookup(pair => things.Root(pair.Denial.Index));
        return linked.Select(static pair => pair.Denial.Index).Concat(exchanges.Select(static exchange => exchange.Denial.Index)).Order().Select(things.Root).Distinct().Select(thing => new StanceParting(paired[thing], told[thing], alignment, accounts));
    }

    /// <summary>The clauses that assert and those that deny it, of pairs that are likely enough to be shown; the first camp may be empty where every claim denies something, too.</summary>
    public List<List<Side>> Camps()
    {
        (Unit Denial, Unit Other, double Likely)[] shown = [.. _pairs.Where((pair, at) => (at == 0 && _exchanges.Length == 0) || pair.Likely >= MinShown)];
        Unit[] claims = [.. shown.Select(static pair => pair.Other).Concat(_exchanges.SelectMany(static exchange => exchange.Claims))], denials = [.. shown.Select(static pair => pair.Denial).Concat(_exchanges.SelectMany(static exchange => exchange.Denials))];
        HashSet<int> denying = [.. denials.Select(static unit => unit.Index)];
        HashSet<int> sure = [.. shown.Where(static pair => pair.Likely >= MinOfPoint).SelectMany(static pair => (int[])[pair.Denial.Index, pair.Other.Index])];
        return
        [
            [.. claims.Where(unit => !denying.Contains(unit.Index)).DistinctBy(static unit => unit.Index).OrderBy(static unit => unit.Index).Select(unit => SideOf(unit, "asserted"))],
            [.. denials.GroupBy(static unit => (unit.Account, unit.Sentence)).Select(static sentence => sentence.MinBy(static unit => (unit.IsBare, unit.Index))!).OrderBy(static unit => unit.Index).Select(unit => SideOf(unit, "denied"))], // a group has units
        ];

        Side SideOf(Unit unit, string stance) => new(unit, unit.Span, stance, "") { IsLoose = !sure.Contains(unit.Index) };
    }

    /// <summary>Of each account the clause that a denial means: the likeliest of all, and of the other accounts those that say the same or are as likely.</summary>
    private static IEnumerable<(Unit Denial, Unit Other, double Likely)> Meant((Unit Denial, Unit Other, double Likely)[] of, Alignment alignment)
    {
        (Unit Denial, Unit Other, double Likely) best = of.MaxBy(static pair => pair.Likely);
        return of.GroupBy(static pair => pair.Other.Account).Select(static account => account.MaxBy(static pair => pair.Likely))
            .Where(pair => pair.Other == best.Other || pair.Likely >= best.Likely - MaxBehind || alignment.LikelinessOf(pair.Other, best.Other) >= MinAlike);
    }

    private double[] Read(Alignment alignment)
    {
        (Unit denial, Unit claim, double likely) = _pairs[0];
        Unit[] denials = [.. _pairs.Select(static pair => pair.Denial).DistinctBy(static unit => unit.Index)];
        Unit[] claims = [.. _pairs.Select(static pair => pair.Other).DistinctBy(static unit => unit.Index).Where(unit => !Array.Exists(denials, other => other.Index == unit.Index))];
        HashSet<int> denying = [.. denials.Select(static unit => unit.Account)], claiming = [.. claims.Select(static unit => unit.Account)];
        double[] features = new double[StanceWeights.PartingWidth];
        Set(PartingFeature.Bias, 1);
        Set(PartingFeature.Best, Odds(likely));
        Set(PartingFeature.Second, OddsOf(pair => pair.Denial.Account != denial.Account || pair.Other.Account != claim.Account));
        Set(PartingFeature.SecondDenial, OddsOf(pair => pair.Denial.Account != denial.Account));
        Set(PartingFeature.SecondClaim, OddsOf(pair => pair.Other.Account != claim.Account));
        Set(PartingFeature.Pairs, Math.Log(_pairs.Count));
        Set(PartingFeature.Denying, Math.Log(denying.Count));
        Set(PartingFeature.Claiming, Math.Log(Math.Max(1, claiming.Count)));
        Set(PartingFeature.TellsBoth, denying.Overlaps(claiming) ? 1 : 0);
        Set(PartingFeature.ClaimSupport, SupportOf(claim, claims));
        Set(PartingFeature.DenialSupport, SupportOf(denial, denials));
        Set(PartingFeature.ByWord, denial.Rejects ? 1 : 0);
        return features;

        void Set(PartingFeature feature, double value) => features[(int)feature] = value;
        double OddsOf(Func<(Unit Denial, Unit Other, double Likely), bool> isOther) => _pairs.FirstOrDefault(isOther) is { Denial: not null } other ? Odds(other.Likely) : _oddsOfNone;
        double SupportOf(Unit unit, Unit[] others) => others.Where(other => other.Index != unit.Index).Select(other => alignment.LikelinessOf(unit, other)).DefaultIfEmpty(0).Max();
    }

    /// <summary>Whether a denial that says no more than that means what somebody is said to say right before it, and another account tells that claim; one in somebody's own words ("Nonsense!") may mean more.</summary>
    private static bool IsTied(Unit denial, Unit other, Alignment alignment) =>
        denial.Rejects && (denial.IsBare || denial.PointsBack) && !denial.DeniesPart && alignment.Answers.Of(denial) is { Kind: not StatementKind.Narrated } claim && (claim.Accuses || Math.Abs(denial.Sentence - claim.Sentence) <= 1) && alignment.LikelinessOf(claim, other) >= MinSure
        && (denial.PointsBack || denial.NamesCharge || denial.Kind is StatementKind.Reported || claim.Sentence == denial.Sentence);

    private static double Odds(double likely) => Math.Log(likely / (1 - likely));
}
