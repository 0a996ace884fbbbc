using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Finds claims that those whom they concern deny, in one account or in several: where the stances of a story part, where a point holds both, and where a denial follows a claim.</summary>
/// <remarks>A claim is what somebody else is said to say; what the outlets tell as a fact joins it only where the point holds it too. Who denies must be told: by name, by a noun ("the ministry"), or by a
/// pronoun for the person named last. Words that deny without a verb of denying count only where the claim speaks of those who say them.</remarks>
internal sealed class DeniedClaims(IReadOnlyList<AccountText> texts, ReplySides sides, ImmutableArray<Unit> units, Alignment alignment)
{
    private const double MinLikely = 0.5;
    private const double MinSure = 0.75;
    private const int SharedOfFact = 2; // words
    private const double PartOfDenial = 0.35; // of its words, in the claim
    private const int MaxShort = 8; // words of a denial that says little
    private const double LikelyOfShort = 0.35;
    private const double PartOfShort = 0.2;
    private const double LikelyOfPart = 0.2;
    private const int Near = 2; // sentences in which the accused go on to speak

    private readonly List<Node> _nodes = [];
    private readonly Dictionary<int, int> _nodeOf = []; // by unit
    private readonly List<(int Left, int Right)> _ties = [];
    private readonly Dictionary<int, HashSet<string>> _keys = []; // by unit
    private ILookup<int, List<Unit>>? _groups; // by unit
    private ILookup<int, Unit>? _byAccount;

    /// <summary>Claims with their denials, by the first claim's place; each holds at least one of both.</summary>
    /// <param name="partings">What is asserted here and denied there: for each thing those that assert, then those that deny.</param>
    public List<DeniedClaim> Find(IEnumerable<List<List<Side>>> partings)
    {
        foreach (List<List<Side>> camps in partings)
            Tie([.. camps[0].Select(static side => side.Unit)], [.. camps[1].Select(static side => side.Unit)]);
        foreach (List<Unit> group in alignment.Groups.Where(static group => group.Count > 1))
            TieWithin(group);
        foreach ((Unit denial, Unit claim) in alignment.Answers.All.Where(static answer => answer.Denial.IsBare))
            Tie([claim], [denial]);
        TieNeighbours();
        return Tell();
    }

    private sealed record Node(Unit Unit, Party? Denier);

    private void Tie(Unit[] claims, Unit[] denials)
    {
        foreach (Unit denial in denials)
        {
            if (DenierOf(denial) is not Party denier)
                continue;
            foreach (Unit claim in claims.Where(claim => IsClaim(claim, denier) && Means(denial, denier, claim)))
                _ties.Add((NodeOf(claim, null), NodeOf(denial, denier)));
        }
    }

    private void TieWithin(List<Unit> group)
    {
        Unit[] denials = [.. group.Where(static unit => IsDenial(unit))];
        if (denials.Length == 0 || denials.Length == group.Count)
            return;
        foreach (Unit denial in denials)
            Tie([.. group.Where(unit => !IsDenial(unit) && IsAlike(unit, denial))], [denial]);
    }

    /// <summary>What denies by a pronoun denies the claim before it: two exchanges that meet so are one.</summary>
    private void TieNeighbours()
    {
        foreach ((int denial, int claim) in Enumerable.Range(0, _nodes.Count).Where(i => _nodes[i] is { Denier: not null, Unit.IsBare: true }).SelectMany(denial => Enumerable.Range(0, _nodes.Count)
            .Where(claim => _nodes[claim].Denier is null && _nodes[claim].Unit.Account == _nodes[denial].Unit.Account && _nodes[denial].Unit.Sentence - _nodes[claim].Unit.Sentence is 0 or 1).Select(claim => (denial, claim))).ToArray())
            _ties.Add((claim, denial));
    }

    private int NodeOf(Unit unit, Party? denier)
    {
        if (!_nodeOf.TryGetValue(unit.Index, out int node))
        {
            _nodeOf[unit.Index] = node = _nodes.Count;
            _nodes.Add(new Node(unit, denier));
        }

        return node;
    }

    private static bool IsDenial(Unit unit) => unit.Stance is Stance.Denied || unit.Denies || unit.IsDeniedByCue;

    private bool DeniesByWord(Unit unit, Statement statement) => statement.CueClass is "denies" || (unit.Denies && !ReplySides.IsThoughtOf(texts[unit.Account], unit));

    private int SharedOf(Unit one, Unit other) => KeysOf(one).Count(KeysOf(other).Contains);

    private HashSet<string> KeysOf(Unit unit)
    {
        if (!_keys.TryGetValue(unit.Index, out HashSet<string>? keys))
            _keys[unit.Index] = keys = sides.KeysOf(texts[unit.Account], [unit.Span]);
        return keys;
    }

    /// <summary>Who denies; null where nobody is said to, or nothing that can speak ("an indictment").</summary>
    private Party? DenierOf(Unit unit) => StatementOf(unit) is Statement statement && sides.PartyOf(texts[unit.Account], statement) is Party party && (party.Entity is not null || ReplySides.CanSpeak(texts[unit.Account], statement)) ? party : null;

    /// <summary>The statement by which a clause denies; null where the outlet does.</summary>
    private Statement? StatementOf(Unit unit)
    {
        if (unit.Statement is { Stance: Stance.Denied, Kind: not StatementKind.Narrated, CueClass: not "accuses" and not "claims" } own)
            return own;
        if (unit is { Denies: true, Statement: { Kind: not StatementKind.Narrated, CueClass: not "accuses" and not "claims" } said } && !said.Source.IsEmpty)
            return said;
        return !unit.Denies ? null : texts[unit.Account].Account.Sayings.FirstOrDefault(statement => statement.CueClass is "denies" or "rejects" && (statement.Cue.IsEmpty ? statement.Content : statement.Cue).Any(unit.Span.Overlaps));
    }

    private bool IsClaim(Unit unit, Party denier)
    {
        if (IsDenial(unit) || unit.Asks)
            return false;
        if (unit.Statement is not { Kind: not StatementKind.Narrated } statement)
            return !unit.Refuses && unit is { Stance: Stance.Hedged } or { Accuses: true };
        AccountText text = texts[unit.Account];
        return !ReplySides.IsNoClaim(statement) && (statement.Speaker is not null || !statement.Source.IsEmpty) && (denier.Entity is not string entity || !sides.SpeaksFor(text, statement, entity)) && !IsCalledAs(sides.PartyOf(text, statement)?.Called, denier)
            && (statement.CueClass is not "accuses" || sides.AccusedOf(text, statement) is not string accused || accused == denier.Entity || denier.Entity is null);
    }

    /// <summary>Whether the words for a source hold those for who denies ("the mayor's campaign", "his campaign").</summary>
    private static bool IsCalledAs(string? called, Party denier) => denier.Called.Length > 0 && called is not null && $" {called} ".Contains($" {denier.Called} ", StringComparison.Ordinal);

    /// <summary>Whether a clause denies what a claim says, and not something of its own.</summary>
    private bool Means(Unit denial, Party denier, Unit claim)
    {
        AccountText text = texts[denial.Account], other = texts[claim.Account];
        if (StatementOf(denial) is not Statement statement)
            return false;
        if (!DeniesByWord(denial, statement))
            return denial.Statement?.Kind is not StatementKind.Direct && claim.Statement?.CueClass is "accuses" && (denier.Entity is string entity && sides.IsNamedIn(other, claim.Span, entity)) | sides.Shares(text, statement.Source, other, claim.Span);
        bool isByCue = statement.CueClass is "denies" or "rejects", holdsClaim = statement.Kind is StatementKind.Indirect or StatementKind.Mixed;
        if (!holdsClaim && claim.Statement is { Source.IsEmpty: false } said && ReplySides.Calls(text, denial.Span, other, said.Source))
            return false; // "contradicted the shipping company"
        return denial.IsBare ? isByCue || statement.Kind is not StatementKind.Direct : isByCue && claim.Statement?.CueClass is "accuses" || Meets(denial, claim, isByCue);
    }

    /// <summary>Whether a denial speaks of what a claim says: by so many of its words, or, where it says little, by one of them and what is likely.</summary>
    private bool Meets(Unit denial, Unit claim, bool isByCue)
    {
        (int shared, int said) = (SharedOf(denial, claim), KeysOf(denial).Count);
        double likely = alignment.LikelinessOf(denial, claim);
        return (shared > 1 && shared >= PartOfDenial * said)
            || (said <= MaxShort && denial.Statement?.Kind is not StatementKind.Direct && (shared > 0 ? likely >= (shared >= PartOfShort * said ? LikelyOfPart : LikelyOfShort) : isByCue && likely >= MinSure));
    }

    private List<DeniedClaim> Tell()
    {
        UnionFind things = new(_nodes.Count);
        foreach ((int left, int right) in _ties)
            things.Join(left, right);
        List<(Party Accused, Unit[] Claims, Unit[] Denials)> told = [];
        foreach (Node[] thing in Enumerable.Range(0, _nodes.Count).GroupBy(things.Root).Select(thing => thing.Select(node => _nodes[node]).OrderBy(static node => node.Unit.Index).ToArray()))
        {
            Node[] denials = [.. thing.Where(static node => node.Denier is not null)];
            Unit[] claims = [.. thing.Where(static node => node.Denier is null).Select(static node => node.Unit)];
            if (denials.Length == 0 || !Array.Exists(claims, static claim => claim.Kind is not StatementKind.Narrated))
                continue;
            Party accused = denials.Select(static node => node.Denier!.Value).OrderBy(static party => party.Entity is null).First(); // each has one
            HashSet<int> claimants = [.. claims.Select(static unit => unit.Account)];
            Unit[] said = [.. claims.Concat(SameAs(claims, accused, claimants).Where(unit => IsClaim(unit, accused) || IsFact(unit)))];
            Unit[] denied = [.. denials.Select(static node => node.Unit)];
            HashSet<int> deniers = [.. denied.Select(static unit => unit.Account)];
            denied = [.. denied.Concat(AfterClaims(said, accused, deniers))];
            denied = [.. denied.Concat(SameAs(denied, accused, deniers).Where(unit => AnswersAlike(unit, accused, denials)))];
            told.Add((accused, said, denied));
        }

        return [.. Merged(told).Select(item => new DeniedClaim(
            item.Accused,
            [.. item.Claims.DistinctBy(static unit => (unit.Account, unit.Sentence)).OrderBy(static unit => unit.Index)],
            [.. item.Denials.DistinctBy(static unit => (unit.Account, unit.Sentence)).OrderBy(static unit => unit.Index).Select(Answered)])).OrderBy(static item => item.Claims[0].Index)];

        (Unit, Statement?, string?) Answered(Unit unit) => (StatementOf(unit) ?? unit.Statement) is Statement statement ? (unit, statement, sides.PartyOf(texts[unit.Account], statement)?.Entity) : (unit, null, null);
    }

    /// <summary>Exchanges that share a denial are one; who denies most often stands for it.</summary>
    private static IEnumerable<(Party Accused, IEnumerable<Unit> Claims, IEnumerable<Unit> Denials)> Merged(List<(Party Accused, Unit[] Claims, Unit[] Denials)> told)
    {
        UnionFind same = new(told.Count);
        foreach (int[] sharing in Enumerable.Range(0, told.Count).SelectMany(i => told[i].Denials.Select(unit => (unit.Index, i))).GroupBy(static item => item.Index, static item => item.i).Select(static group => group.ToArray()))
        {
            foreach (int other in sharing)
                same.Join(sharing[0], other);
        }

        return Enumerable.Range(0, told.Count).GroupBy(same.Root).Select(group => group.Select(i => told[i]).ToArray())
            .Select(static group => (group.OrderBy(static item => item.Accused.Entity is null).ThenByDescending(static item => item.Denials.Length).First().Accused, group.SelectMany(static item => item.Claims), group.SelectMany(static item => item.Denials)));
    }

    /// <summary>What the accused are said to say, with a negation, right behind the claim that they deny elsewhere; or what somebody else denies there by a verb.</summary>
    private IEnumerable<Unit> AfterClaims(Unit[] claims, Party accused, HashSet<int> deniers) =>
        from claim in claims
        where !deniers.Contains(claim.Account)
        let text = texts[claim.Account]
        let answer = ByAccount(claim.Account).FirstOrDefault(unit => unit.Sentence > claim.Sentence && unit.Sentence <= claim.Sentence + Near && unit.Statement is { Kind: not StatementKind.Narrated } statement && (IsDenial(unit) || unit.HoldsNegation)
            && ((accused.Entity is string entity && sides.SpeaksFor(text, statement, entity)) || (unit.Sentence == claim.Sentence + 1 && statement.CueClass is "denies" && SharedOf(unit, claim) > 0 && IsClaim(claim, DenierOf(unit) ?? accused))))
        where answer is not null
        select answer;

    private bool AnswersAlike(Unit unit, Party accused, Node[] denials) => unit.Statement is { Kind: not StatementKind.Narrated } statement && DenierOf(unit) is Party party
        && (statement.Kind is not StatementKind.Reported || !Array.Exists(denials, denial => StatementOf(denial.Unit) is Statement known && ReplySides.Calls(texts[unit.Account], unit.Span, texts[denial.Unit.Account], known.Source)))
        && (party == accused || (party.Entity is not null && party.Entity == accused.Entity) || DeniesByWord(unit, statement));

    /// <summary>Clauses that say the same in accounts that have no part in the exchange yet.</summary>
    private IEnumerable<Unit> SameAs(Unit[] known, Party accused, HashSet<int> heard)
    {
        HashSet<int> done = [];
        foreach (Unit one in known)
        {
            foreach (Unit other in GroupsOf(one).SelectMany(static group => group).Where(other => !heard.Contains(other.Account) && IsSide(one, other) && IsAlike(one, other) && done.Add(other.Index)))
                yield return other;
        }

        bool IsSide(Unit one, Unit other) => IsDenial(one) == IsDenial(other) || (other.Statement is { } statement && accused.Entity is string entity && sides.SpeaksFor(texts[other.Account], statement, entity));
    }

    /// <summary>Whether two clauses surely state the same, or do so likely and share words.</summary>
    private bool IsAlike(Unit one, Unit other) => alignment.LikelinessOf(one, other) is double likely && likely >= MinLikely
        && SharedOf(one, other) >= (likely < MinSure && other.Kind is StatementKind.Narrated ? SharedOfFact : 1);

    private IEnumerable<List<Unit>> GroupsOf(Unit unit) => (_groups ??= alignment.Groups.SelectMany(static group => group.Select(unit => (unit.Index, group))).ToLookup(static item => item.Index, static item => item.group))[unit.Index];

    private IEnumerable<Unit> ByAccount(int account) => (_byAccount ??= units.ToLookup(static unit => unit.Account))[account];

    private static bool IsFact(Unit unit) => unit is { Kind: StatementKind.Narrated, Stance: Stance.Asserted, Asks: false, IsComplement: false } && !IsDenial(unit);
}

/// <summary>A claim with those who deny it.</summary>
/// <param name="Accused">Who deny it.</param>
/// <param name="Claims">The clauses that say it, in the story's order.</param>
/// <param name="Denials">The clauses that deny it, with the statements by which they do and the entity that says them, where the text gives these.</param>
internal sealed record DeniedClaim(Party Accused, ImmutableArray<Unit> Claims, ImmutableArray<(Unit Unit, Statement? Statement, string? Speaker)> Denials);

/// <summary>Who says something, by what the text gives.</summary>
/// <param name="Entity">Id of an entity; null where none is named.</param>
/// <param name="Called">The words that name the source, without words that say nothing, folded.</param>
internal readonly record struct Party(string? Entity, string Called);
