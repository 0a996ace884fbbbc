using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Finds what is held against somebody, and what they answer.</summary>
/// <remarks>An accusation is a statement by a cue of that class, or a claim about somebody which they deny in its own words. An answer is said by the accused, or by somebody who
/// speaks for them, and speaks of the accusation by name ("der Vorwurf") or by what it says; a denial of something else is none.</remarks>
internal sealed class ReplyFinder
{
    private const int SharedOfDenial = 2; // words in which a denial meets a claim elsewhere
    private const int Near = 2; // sentences in which the accused go on to speak
    private const string Accuses = "accuses";

    private static readonly string[] DenialClasses = ["denies", "rejects"];

    private readonly IReadOnlyList<AccountText> _texts;
    private readonly ReplySides _sides;
    private readonly List<Held> _held = [];
    private readonly List<(Held Held, Answer Answer)> _answers = [];
    private readonly HashSet<(Held Held, int Account, string Statement)> _seen = [];
    private readonly Dictionary<string, int> _places;

    private ReplyFinder(IReadOnlyList<AccountText> texts, StoryNouns nouns) => (_texts, _sides, _places) = (texts, new ReplySides(texts, nouns), texts.GroupBy(static text => text.Account.Id, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.First().Index, StringComparer.Ordinal));

    /// <summary>Accusations by their first place, each with its answers in the order of accounts.</summary>
    public static ImmutableArray<Reply> Find(IReadOnlyList<AccountText> texts, StoryNouns nouns)
    {
        ReplyFinder finder = new(texts, nouns);
        foreach (AccountText text in texts)
            finder.FindAccusations(text);
        finder.FindDeniedClaims();
        finder.FindAnswers();
        return finder.Tell();
    }

    /// <summary>A place where something is held against somebody.</summary>
    private sealed class Held(AccountText text, Statement statement, string accused, HashSet<string> keys, int sentence)
    {
        public AccountText Text => text;

        public Statement Statement => statement;

        public string Accused => accused;

        public HashSet<string> Keys => keys;

        public int Sentence => sentence;
    }

    private void FindAccusations(AccountText text)
    {
        foreach (Statement statement in text.Account.Sayings.Where(static statement => statement.CueClass == Accuses && statement.Stance != Stance.Denied && statement.Content.Length > 0))
        {
            if (_sides.AccusedOf(text, statement) is string accused && !_sides.SpeaksFor(text, statement, accused))
                _held.Add(new Held(text, statement, accused, _sides.KeysOf(text, statement), text.SentenceAt(statement.Content[0].Start)));
        }
    }

    /// <summary>What somebody says of another who denies it.</summary>
    private void FindDeniedClaims()
    {
        ILookup<string, (AccountText Text, Statement Denial)> denials = _texts.SelectMany(text => Denials(text).Select(denial => (Side: _sides.SideOf(text, denial), Text: text, Denial: denial)))
            .Where(static item => item.Side is not null).ToLookup(static item => item.Side!, static item => (item.Text, item.Denial), StringComparer.Ordinal); // the line above keeps known sides
        foreach (AccountText text in _texts)
        {
            foreach (Statement claim in text.Account.Sayings)
            {
                if (claim is { Kind: StatementKind.Narrated } or { Stance: Stance.Denied } or { Content.IsEmpty: true } or { CueClass: Accuses })
                    continue;
                foreach (string accused in _sides.About(text, claim).Where(denials.Contains))
                {
                    HashSet<string> claimed = _sides.KeysOf(text, claim);
                    if (!_sides.SpeaksFor(text, claim, accused) && denials[accused].Any(item => _sides.KeysOf(item.Text, item.Denial).Count(claimed.Contains) >= SharedOfDenial))
                        _held.Add(new Held(text, claim, accused, claimed, text.SentenceAt(claim.Content[0].Start)));
                }
            }
        }
    }

    private static IEnumerable<Statement> Denials(AccountText text) => text.Account.Sayings.Where(static statement => statement.Content.Length > 0
        && (DenialClasses.Contains(statement.CueClass, StringComparer.Ordinal) || (statement.Stance is Stance.Denied && statement.Kind is not StatementKind.Narrated)));

    private void FindAnswers()
    {
        ILookup<int, Held> byAccount = _held.ToLookup(static held => held.Text.Index);
        ILookup<string, Held> byAccused = _held.ToLookup(static held => held.Accused, StringComparer.Ordinal);
        foreach (AccountText text in _texts)
            FindAnswers(text, byAccused, [.. byAccount[text.Index]]);
    }

    private void FindAnswers(AccountText text, ILookup<string, Held> byAccused, Held[] here)
    {
        HashSet<string> answered = new(StringComparer.Ordinal); // accused
        foreach (Statement denial in Denials(text))
        {
            foreach (string accused in byAccused.Select(static held => held.Key).Where(accused => _sides.SpeaksFor(text, denial, accused)))
            {
                AnswerKind kind = _sides.IsSilence(text, denial.Content[0].Start) ? AnswerKind.NoComment : AnswerKind.Denial;
                foreach (Held held in MeantBy(text, denial, [.. byAccused[accused]]))
                {
                    answered.Add(accused);
                    Add(held, text, denial, kind);
                }
            }
        }

        foreach (Statement quote in text.Account.Sayings.Where(static statement => statement is { Kind: StatementKind.Direct, Content.IsEmpty: false }))
        {
            int sentence = text.SentenceAt(quote.Content[0].Start);
            foreach (Held held in here.Where(held => sentence > held.Sentence && sentence <= held.Sentence + Near && _sides.SpeaksFor(text, quote, held.Accused)))
            {
                answered.Add(held.Accused);
                Add(held, text, quote, quote.Stance is Stance.Denied ? AnswerKind.Denial : AnswerKind.Statement);
            }
        }

        foreach (TextSpan silence in _sides.Silences(text))
        {
            foreach (Held held in here.Where(held => held.Statement.Content[0].Start < silence.Start && !answered.Contains(held.Accused) && _sides.IsNamedIn(text, silence, held.Accused)).GroupBy(static held => held.Accused, StringComparer.Ordinal).Select(static group => group.Last()))
                _answers.Add((held, new Answer(text.Account.Id, null, held.Accused, Stance.Asserted, [silence], AnswerKind.NoComment)));
        }
    }

    private void Add(Held held, AccountText text, Statement statement, AnswerKind kind)
    {
        if (_seen.Add((held, text.Index, statement.Id)))
            _answers.Add((held, new Answer(text.Account.Id, statement.Id, statement.Speaker ?? held.Accused, statement.Stance, statement.Content, kind)));
    }

    /// <summary>The accusations that a denial means: by name the one before it, by its words those that say the same.</summary>
    private IEnumerable<Held> MeantBy(AccountText text, Statement denial, Held[] held)
    {
        Held[] able = [.. held.Where(held => held.Text != text || held.Statement.Id != denial.Id)];
        if (_sides.NamesCharge(text, denial) || _sides.IsSilence(text, denial.Content[0].Start))
        {
            Held[] before = [.. able.Where(held => held.Text == text && held.Statement.Content[0].Start < denial.Content[0].End)];
            return before.Length > 0 ? [before[^1]] : able.Length > 0 && able.Select(static held => held.Statement.Speaker).Distinct(StringComparer.Ordinal).Count() == 1 ? [able[0]] : [];
        }

        HashSet<string> keys = _sides.KeysOf(text, denial);
        int sentence = text.SentenceAt(denial.Content[0].Start);
        return able.Where(held => held.Keys.Count(keys.Contains) is int shared && (shared >= SharedOfDenial
            || (held.Text == text && shared > 0 && sentence > held.Sentence && sentence <= held.Sentence + Near)));
    }

    private ImmutableArray<Reply> Tell()
    {
        ILookup<Held, Answer> answers = _answers.ToLookup(static answer => answer.Held, static answer => answer.Answer);
        UnionFind same = new(_held.Count);
        foreach (int[] rivals in Enumerable.Range(0, _held.Count).GroupBy(i => _held[i].Accused, StringComparer.Ordinal).Select(static group => group.ToArray()))
        {
            foreach ((int i, int j) in rivals.SelectMany((i, at) => rivals.Skip(at + 1).Select(j => (i, j))))
            {
                if (same.Root(i) == same.Root(j))
                    continue;
                int shared = _held[i].Keys.Count(_held[j].Keys.Contains);
                bool isOneAccuser = _held[i].Statement.Speaker is string one && one == _held[j].Statement.Speaker;
                if (shared >= (isOneAccuser ? 1 : SharedOfDenial))
                    same.Join(i, j);
            }
        }

        return
        [
            .. Enumerable.Range(0, _held.Count).GroupBy(same.Root).Select(group => group.Select(i => _held[i]).ToArray())
                .OrderBy(static group => group[0].Text.Index).ThenBy(static group => group[0].Statement.Content[0].Start).Select(group => Tell(group, answers)),
        ];
    }

    private Reply Tell(Held[] group, ILookup<Held, Answer> answersTo)
    {
        Answer[] answers = [.. group.SelectMany(held => answersTo[held]).DistinctBy(static answer => (answer.Account, answer.Statement, answer.Spans[0]))
            .OrderBy(answer => IndexOf(answer.Account)).ThenBy(static answer => answer.Spans[0].Start)];
        PublicationTime? known = answers.Select(answer => _texts[IndexOf(answer.Account)].Account.Published).Where(static time => time is not null).Min();
        return new Reply
        {
            Accused = group[0].Accused,
            Accusations = [.. group.OrderBy(static held => held.Text.Index).ThenBy(static held => held.Statement.Content[0].Start).Select(static held => new Accusation(held.Text.Account.Id, held.Statement.Id, held.Statement.Speaker, held.Statement.Stance, held.Statement.Content))],
            Answers = [.. answers],
            Unanswered = answers.Length == 0 ? [] : [.. group.Select(static held => held.Text).Distinct().Where(text => !text.Account.Incomplete && !Array.Exists(answers, answer => answer.Account == text.Account.Id)
                && (known is null || text.Account.Published is null || text.Account.Published >= known)).OrderBy(static text => text.Index).Select(static text => text.Account.Id)],
        };
    }

    private int IndexOf(string account) => _places[account];
}
