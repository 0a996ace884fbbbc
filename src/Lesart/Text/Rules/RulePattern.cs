using Lesart.Languages;

namespace Lesart.Text;

/// <summary>A step of a pattern: an edge of a class leads on.</summary>
/// <param name="Class">Number of the class.</param>
/// <param name="IsGlued">Whether no blank may stand before it.</param>
/// <param name="Target">State it leads to.</param>
/// <param name="Capture">Name that keeps the edge's value; null for none.</param>
internal readonly record struct PatternMove(int Class, bool IsGlued, int Target, string? Capture);

/// <summary>A step without a word.</summary>
/// <param name="Target">State it leads to.</param>
/// <param name="Mark">+n where the n-th bracket opens, -n where it closes, 0 for neither.</param>
internal readonly record struct PatternStep(int Target, int Mark);

/// <summary>States of all patterns of a rule set (Thompson, 1968), before they become one automaton.</summary>
internal sealed class PatternStates
{
    private List<(int From, PatternMove Move)> _newMoves = [];
    private List<(int From, PatternStep Step)> _newSteps = [];

    // by state, those of one in the order in which they came; where each state's begin, and at last where the last one's end
    private PatternMove[] _moves = [];
    private PatternStep[] _steps = [];
    private int[] _firstMoves = [0];
    private int[] _firstSteps = [0];

    public int Count { get; private set; }

    public ReadOnlySpan<PatternMove> Moves(int state) => _moves.AsSpan(_firstMoves[state].._firstMoves[state + 1]);

    public ReadOnlySpan<PatternStep> Steps(int state) => _steps.AsSpan(_firstSteps[state].._firstSteps[state + 1]);

    public int Add() => Count++;

    public void Move(int from, PatternMove move) => _newMoves.Add((from, move));

    public void Step(int from, int target, int mark) => _newSteps.Add((from, new PatternStep(target, mark)));

    /// <summary>Makes moves and steps readable, once all patterns are there.</summary>
    public void Close()
    {
        (_firstMoves, _firstSteps) = (new int[Count + 1], new int[Count + 1]);
        (_moves, _steps) = (new PatternMove[_newMoves.Count], new PatternStep[_newSteps.Count]);
        foreach ((int from, PatternMove _) in _newMoves)
            _firstMoves[from]++;
        foreach ((int from, PatternStep _) in _newSteps)
            _firstSteps[from]++;
        for (int state = 1; state <= Count; state++)
        {
            _firstMoves[state] += _firstMoves[state - 1];
            _firstSteps[state] += _firstSteps[state - 1];
        }

        // from behind, so that what came first stands first
        for (int i = _newMoves.Count - 1; i >= 0; i--)
            _moves[--_firstMoves[_newMoves[i].From]] = _newMoves[i].Move;
        for (int i = _newSteps.Count - 1; i >= 0; i--)
            _steps[--_firstSteps[_newSteps[i].From]] = _newSteps[i].Step;
        (_newMoves, _newSteps) = ([], []);
    }
}

/// <summary>Reads a rule's pattern.</summary>
/// <remarks>
/// Blanks separate; <c>word</c> and <c>stem+endings</c> stand for themselves; <c>{class}</c> and <c>{name:class}</c> for a class; <c>( | )</c> for
/// a choice; <c>?</c> and <c>*</c> make what stands before optional or repeated; <c>~</c> forbids a blank; <c>@name</c> stands for a definition;
/// <c>[ ]</c> surround what is reported: the rest is context.
/// </remarks>
internal sealed class RulePattern
{
    private readonly string _text;
    private readonly RuleVocabulary _vocabulary;
    private readonly PatternStates _states;
    private int _at;
    private int _brackets;

    private RulePattern(string text, RuleVocabulary vocabulary, PatternStates states) => (_text, _vocabulary, _states) = (text, vocabulary, states);

    /// <summary>Adds a pattern's states.</summary>
    /// <returns>First and last state, number of brackets, and the classes that the pattern names.</returns>
    /// <exception cref="DataException">It can't be read.</exception>
    public static (int Start, int Accept, int Brackets, List<int> Classes) Add(string text, RuleVocabulary vocabulary, PatternStates states)
    {
        RulePattern pattern = new(text, vocabulary, states);
        int start = states.Add();
        int accept = pattern.Choice(start, glued: false);
        pattern.Skip();
        if (pattern._at != text.Length)
            throw pattern.Error("unexpected '" + text[pattern._at..] + "'");
        return (start, accept, pattern._brackets, pattern._classes);
    }

    private readonly List<int> _classes = [];

    private int Choice(int start, bool glued)
    {
        int end = _states.Add();
        do
        {
            int from = _states.Add();
            _states.Step(start, from, 0);
            _states.Step(Sequence(from, glued), end, 0);
        }
        while (Take('|'));
        return end;
    }

    private int Sequence(int start, bool glued)
    {
        int at = start;
        while (true)
        {
            Skip();
            if (_at == _text.Length || _text[_at] is ')' or '|' or ']')
                return at;
            if (Take('~'))
            {
                glued = true;
                continue;
            }

            int next = Element(at, glued);
            glued = false;
            if (Take('?'))
            {
                _states.Step(at, next, 0);
            }
            else if (Take('*'))
            {
                _states.Step(at, next, 0);
                _states.Step(next, at, 0);
            }

            at = next;
        }
    }

    private int Element(int start, bool glued)
    {
        // every element starts in a state of its own, so that a repetition doesn't run into its neighbours
        int from = _states.Add();
        _states.Step(start, from, 0);
        if (Take('('))
        {
            int end = Choice(from, glued);
            if (!Take(')'))
                throw Error("')' is missing");
            return end;
        }

        if (Take('['))
        {
            int number = ++_brackets;
            int inside = _states.Add();
            _states.Step(from, inside, number);
            int last = Sequence(inside, glued);
            if (!Take(']'))
                throw Error("']' is missing");
            int end = _states.Add();
            _states.Step(last, end, -number);
            return end;
        }

        return Take('{') ? Class(from, glued) : Literal(from, glued);
    }

    private int Class(int from, bool glued)
    {
        int close = _text.IndexOf('}', _at);
        if (close < 0)
            throw Error("'}' is missing");
        string inside = _text[_at..close];
        _at = close + 1;
        int colon = inside.IndexOf(':', StringComparison.Ordinal);
        string name = colon < 0 ? inside : inside[..colon];
        string className = colon < 0 ? inside : inside[(colon + 1)..];
        if (!_vocabulary.HasClass(className))
            throw Error($"no class is named '{className}'");
        int end = _states.Add();
        int number = _vocabulary.ClassOf(className);
        if (!_classes.Contains(number))
            _classes.Add(number);
        _states.Move(from, new PatternMove(number, glued, end, name));
        return end;
    }

    private int Literal(int from, bool glued)
    {
        int start = _at;
        if (char.IsLetterOrDigit(_text[_at]))
        {
            while (_at < _text.Length && (char.IsLetterOrDigit(_text[_at]) || (_text[_at] == '+' && _at + 1 < _text.Length && char.IsLetter(_text[_at + 1]))))
                _at++;
            // a choice that touches a word is a choice of its endings
            if (_at < _text.Length && _text[_at] == '(' && _text.IndexOf(')', _at) is > 0 and int close)
                _at = close + 1;
        }
        else
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length)
                start = ++_at;
            _at = WordLattice.AtomEnd(_text, _at);
        }

        int end = _states.Add();
        foreach (string form in _vocabulary.Expand(_text[start.._at]))
        {
            string className = "=" + form;
            // one that has its class was added with it
            if (!_vocabulary.HasClass(className) && !_vocabulary.TryAdd(className, form, form, isPart: false))
                throw Error($"'{form}' is no word");
            _states.Move(from, new PatternMove(_vocabulary.ClassOf(className), glued, end, null));
        }

        return end;
    }

    private bool Take(char sign)
    {
        if (sign != '?' && sign != '*')
            Skip();
        if (_at == _text.Length || _text[_at] != sign)
            return false;
        _at++;
        return true;
    }

    private void Skip()
    {
        while (_at < _text.Length && char.IsWhiteSpace(_text[_at]))
            _at++;
    }

    private DataException Error(string reason) => new($"pattern '{_text}': {reason}");
}
