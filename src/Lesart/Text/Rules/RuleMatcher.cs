namespace Lesart.Text;

/// <summary>A rule's pattern found in a text.</summary>
/// <param name="Pattern">Number of the pattern.</param>
/// <param name="Start">First atom.</param>
/// <param name="End">Atom after the last one.</param>
internal readonly record struct RuleCandidate(int Pattern, int Start, int End);

/// <summary>Walks a rule set's automata over a lattice.</summary>
internal sealed class RuleMatcher(RuleSet rules, WordLattice lattice)
{
    private const int DeepestWalk = 60;

    private readonly List<RuleCandidate> _found = [];

    /// <summary>Runs the layers that make classes.</summary>
    /// <param name="scope">The scope of these rules' formulas; its captures are replaced.</param>
    public void Prepare(RuleScope scope)
    {
        rules.Numbers.AddTo(lattice, rules.Number);
        for (int layer = 0; layer + 1 < rules.Layers.Count; layer++)
        {
            lattice.Refresh();
            foreach (int start in lattice.Live)
            {
                foreach (RuleCandidate candidate in Candidates(layer, start))
                {
                    Rule rule = rules.Pattern(candidate.Pattern).Rule;
                    if (TryBind(candidate, scope, out _) && rule.Formulas["value"].Evaluate(scope) is object value)
                        lattice.Add(start, rule.Makes, candidate.End, value);
                }
            }
        }

        lattice.Refresh();
    }

    /// <summary>What the last layer's rules find from an atom on: the longest first, then the earlier rule.</summary>
    public IReadOnlyList<RuleCandidate> Report(int start) => Candidates(rules.Layers.Count - 1, start);

    private List<RuleCandidate> Candidates(int layer, int start)
    {
        _found.Clear();
        RuleAutomaton automaton = rules.Layers[layer];
        bool begins = false;
        for (int e = lattice.FirstEdge(start); e >= 0 && !begins; e = lattice.Edge(e).Next)
            begins = automaton.Begins(lattice.Edge(e).Class);
        if (!begins)
            return _found;
        Walk(automaton, 0, start, start, 0);
        if (_found.Count > 1)
            _found.Sort(Compare);
        return _found;
    }

    private int Compare(RuleCandidate left, RuleCandidate right)
    {
        Rule leftRule = rules.Pattern(left.Pattern).Rule, rightRule = rules.Pattern(right.Pattern).Rule;
        int byLength = (right.End + rightRule.Bonus).CompareTo(left.End + leftRule.Bonus);
        return byLength != 0 ? byLength : left.Pattern.CompareTo(right.Pattern);
    }

    private void Walk(RuleAutomaton automaton, int state, int start, int at, int depth)
    {
        foreach (int pattern in automaton.Accepts(state))
        {
            RuleCandidate candidate = new(pattern, start, at);
            if (at > start && !_found.Contains(candidate))
                _found.Add(candidate);
        }

        if (at >= lattice.Count || depth > DeepestWalk)
            return;
        AtomGap gap = lattice[at].Gap;
        if (gap == AtomGap.Break && at != start)
            return;
        bool isGlued = gap == AtomGap.None || at == start;
        for (int e = lattice.FirstEdge(at); e >= 0; e = lattice.Edge(e).Next)
        {
            LatticeEdge edge = lattice.Edge(e);
            if (automaton.TryMove(state, edge.Class, isGlued, out int target))
                Walk(automaton, target, start, edge.End, depth + 1);
        }

        if (!automaton.LooksAtSpecials(state))
            return;
        for (int special = 0; special < RuleSet.Specials.Length; special++)
        {
            if (IsSpecial(special, at) && automaton.TryMove(state, special, isGlued, out int target))
                Walk(automaton, target, start, lattice.TokenEnd(at), depth + 1);
        }
    }

    private bool IsSpecial(int special, int at)
    {
        Atom atom = lattice[at];
        if (special == 5)
            return atom.Kind == AtomKind.Sign;
        if (atom.Kind is AtomKind.Digits or AtomKind.Sign)
            return false;
        Upos upos = lattice.Source.Tags[atom.Token].Upos;
        return special switch
        {
            0 => true,
            1 => atom.Kind == AtomKind.Lower,
            2 => atom.Kind == AtomKind.Capital,
            3 => upos is Upos.Adj || (upos is Upos.X && atom.Kind == AtomKind.Lower),
            6 => upos is Upos.Noun && lattice.Source.Tags[atom.Token].Number is GrammaticalNumber.Plural,
            7 => upos is Upos.Verb,
            _ => upos is Upos.Noun || (upos is Upos.X && atom.Kind == AtomKind.Capital),
        };
    }

    /// <summary>Fills a scope with what the candidate's pattern caught, and checks the rule's conditions.</summary>
    /// <param name="candidate">The candidate.</param>
    /// <param name="scope">Its captures are replaced.</param>
    /// <param name="spans">First atom and atom after the last one of each bracket; the whole match where there is none.</param>
    public bool TryBind(RuleCandidate candidate, RuleScope scope, out (int Start, int End)[] spans)
    {
        CompiledPattern pattern = rules.Pattern(candidate.Pattern);
        spans = new (int, int)[Math.Max(1, pattern.Brackets)];
        spans.AsSpan().Fill((-1, -1));
        scope.Captures.Clear();
        if (pattern.Brackets == 0)
            spans[0] = (candidate.Start, candidate.End);
        return StandsAlone(pattern.Rule, candidate)
            && Trace(pattern, pattern.Start, candidate.Start, candidate, scope, spans, 0)
            && (!pattern.Rule.Formulas.TryGetValue("if", out RuleFormula? condition) || RuleFormula.IsTrue(condition.Evaluate(scope)));
    }

    private bool Trace(CompiledPattern pattern, int state, int at, RuleCandidate candidate, RuleScope scope, (int Start, int End)[] spans, int depth)
    {
        if (state == pattern.Accept && at == candidate.End)
            return true;
        if (at > candidate.End || depth > 4 * DeepestWalk)
            return false;
        if (at < candidate.End && at < lattice.Count)
        {
            bool isGlued = at == candidate.Start || lattice[at].Gap == AtomGap.None;
            foreach (PatternMove move in rules.States.Moves(state))
            {
                if (move.IsGlued && !isGlued)
                    continue;
                if (move.Class < RuleSet.Specials.Length)
                {
                    if (IsSpecial(move.Class, at) && Go(pattern, move, lattice.TokenEnd(at), lattice.Text[lattice[at].Start..lattice[lattice.TokenEnd(at) - 1].End], candidate, scope, spans, depth))
                        return true;
                    continue;
                }

                for (int e = lattice.FirstEdge(at); e >= 0; e = lattice.Edge(e).Next)
                {
                    LatticeEdge edge = lattice.Edge(e);
                    if (edge.Class == move.Class && Go(pattern, move, edge.End, edge.Value, candidate, scope, spans, depth))
                        return true;
                }
            }
        }

        foreach (PatternStep step in rules.States.Steps(state))
        {
            (int, int) before = default;
            int bracket = Math.Abs(step.Mark) - 1;
            if (step.Mark != 0)
            {
                before = spans[bracket];
                spans[bracket] = step.Mark > 0 ? (at, at) : (spans[bracket].Start, at);
            }

            if (Trace(pattern, step.Target, at, candidate, scope, spans, depth + 1))
                return true;
            if (step.Mark != 0)
                spans[bracket] = before;
        }

        return false;
    }

    private bool Go(CompiledPattern pattern, PatternMove move, int end, object? value, RuleCandidate candidate, RuleScope scope, (int Start, int End)[] spans, int depth)
    {
        if (move.Capture is null)
            return Trace(pattern, move.Target, end, candidate, scope, spans, depth + 1);
        bool had = scope.Captures.TryGetValue(move.Capture, out object? before);
        scope.Captures[move.Capture] = value;
        if (Trace(pattern, move.Target, end, candidate, scope, spans, depth + 1))
            return true;
        if (had)
            scope.Captures[move.Capture] = before;
        else
            scope.Captures.Remove(move.Capture);
        return false;
    }

    private bool StandsAlone(Rule rule, RuleCandidate candidate)
    {
        foreach (RuleNeighbour neighbour in rule.NotBefore)
        {
            if (candidate.End < lattice.Count && lattice[candidate.End].Gap <= (neighbour.MustTouch ? AtomGap.None : AtomGap.Blank) && Is(candidate.End, neighbour.Class))
                return false;
        }

        foreach (RuleNeighbour neighbour in rule.NotAfter)
        {
            if (candidate.Start > 0 && lattice[candidate.Start].Gap <= (neighbour.MustTouch ? AtomGap.None : AtomGap.Blank) && EndsWith(candidate.Start, neighbour.Class))
                return false;
        }

        return rule.OnlyAfter.Count == 0
            || (candidate.Start > 0 && lattice[candidate.Start].Gap != AtomGap.Break && rule.OnlyAfter.Exists(neighbour => EndsWith(candidate.Start, neighbour.Class)));
    }

    private bool Is(int atom, int number) => number < RuleSet.Specials.Length ? IsSpecial(number, atom) : lattice.Has(atom, number);

    private bool EndsWith(int end, int number)
    {
        if (number < RuleSet.Specials.Length)
            return IsSpecial(number, end - 1);
        for (int from = end - 1; from >= Math.Max(0, end - 4); from--)
        {
            for (int e = lattice.FirstEdge(from); e >= 0; e = lattice.Edge(e).Next)
            {
                if (lattice.Edge(e).Class == number && lattice.Edge(e).End == end)
                    return true;
            }
        }

        return false;
    }
}
