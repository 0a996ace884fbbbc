using System.Collections.Immutable;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Finds temporal expressions and resolves them against publication day, tense and what was said before.</summary>
/// <remarks>The decisions stand in the pack's <c>times.rules</c>; this class walks through the text and keeps what was said before.</remarks>
internal static class TimeTagger
{
    /// <summary>The expressions in text order, without overlap.</summary>
    /// <param name="text">The text.</param>
    /// <param name="anchor">Publication; null where nobody tells it: what depends on it keeps an open range.</param>
    /// <param name="options">With <see cref="AnalysisOptions.Explain"/> each says its rule, its anchor and the reading that was put aside.</param>
    public static ImmutableArray<TimeExpression> Tag(TaggedText text, PublicationTime? anchor, AnalysisOptions options)
    {
        RuleSet rules = text.Tokenized.Pack.Table(static pack => new TimeRules(pack)).Rules;
        ImmutableArray<TimeExpression> times = Tag(text, rules, anchor?.Day, options);
        if (Dateline.Day(text, times, anchor?.Day) is not DateOnly day || day == anchor?.Day)
            return times;
        return Tag(text, rules, day, options);
    }

    private static ImmutableArray<TimeExpression> Tag(TaggedText text, RuleSet rules, DateOnly? published, AnalysisOptions options) =>
        new Walk(rules, new WordLattice(text, rules.Vocabulary), NewScope(rules, published), options.Explain).Run();

    private static TimeScope NewScope(RuleSet rules, DateOnly? published) => new()
    {
        Published = published,
        WeightAgainstTense = rules.HeadNumber("against-tense", 1),
        YearsOfDecade = rules.HeadNumber("decade-begun", 0),
        MostYearsAhead = rules.HeadNumber("years-ahead", 0),
    };

    /// <summary>Sentences over which a day holds for the clock times of a story told by the clock.</summary>
    private const int SentencesOfDay = 5;

    private sealed class Walk(RuleSet rules, WordLattice lattice, TimeScope scope, bool explains)
    {
        private readonly RuleMatcher _matcher = new(rules, lattice);
        private readonly TenseReader _tenses = new(rules, lattice);
        private readonly ImmutableArray<TimeExpression>.Builder _found = ImmutableArray.CreateBuilder<TimeExpression>();

        private int _saidDayIn = -1;
        private bool _saidByClock;
        private int _saidIn = -1;
        private TimePoint? _quarter;
        private int _quarterIn = -1;

        public ImmutableArray<TimeExpression> Run()
        {
            TimeScope classes = NewScope(rules, scope.Published);
            classes.Anchor = scope.PublishedDay;
            _matcher.Prepare(classes);
            int done = 0;
            foreach (int start in lattice.Live)
            {
                if (start < done || !TryChoose(start, out Choice choice))
                    continue;
                // what begins inside the context of this match and reports more wins over it
                for (int inner = start + 1; inner <= choice.FirstReported; inner++)
                {
                    if (lattice.FirstEdge(inner) >= 0 && TryChoose(inner, out Choice other) && other.Length > choice.Length)
                        choice = other;
                }

                bool keepsSaid = rules.Pattern(choice.Candidate.Pattern).Rule.KeepsSaid;
                string? because = explains ? Because(choice.Candidate, choice.Readings) : null;
                foreach (Reading reading in choice.Readings)
                    Report(reading, because, keepsSaid);
                done = choice.Readings.Count > 0 ? choice.Readings[^1].End : choice.Candidate.End;
            }

            return _found.ToImmutable();
        }

        /// <summary>One bracket of a rule with its value.</summary>
        private readonly record struct Reading(int Start, int End, TimeType Type, string Value, object Meaning, DateOnly? From, DateOnly? To);

        /// <summary>The best candidate from one atom on.</summary>
        private readonly record struct Choice(RuleCandidate Candidate, List<Reading> Readings)
        {
            public int FirstReported => Readings.Count > 0 ? Readings[0].Start : Candidate.Start;

            public int Length => (Readings.Count > 0 ? Readings[^1].End : Candidate.End) - FirstReported;
        }

        private bool TryChoose(int start, out Choice choice)
        {
            foreach (RuleCandidate candidate in _matcher.Report(start).ToArray())
            {
                if (!TryRead(candidate, out List<Reading> readings))
                    continue;
                choice = new Choice(candidate, readings);
                return true;
            }

            choice = default;
            return false;
        }

        // true with no readings: the rule takes the words away
        private bool TryRead(RuleCandidate candidate, out List<Reading> readings)
        {
            Rule rule = rules.Pattern(candidate.Pattern).Rule;
            Orient(rule, candidate.Start);
            return TryReadAsOriented(rule, candidate, out readings);
        }

        private bool TryReadAsOriented(Rule rule, RuleCandidate candidate, out List<Reading> readings)
        {
            readings = [];
            if (!_matcher.TryBind(candidate, scope, out (int Start, int End)[] spans))
                return false;
            if (rule.Rejects)
                return true;
            for (int k = 0; k < spans.Length; k++)
            {
                if (spans[k].Start < 0 || spans[k].End <= spans[k].Start)
                    continue;
                string number = k == 0 ? "" : (k + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
                if (!rule.Formulas.TryGetValue("value" + number, out RuleFormula? formula) || formula.Evaluate(scope) is not object value)
                    return false;
                if (Text(value) is not string text)
                    return false;
                (DateOnly? from, DateOnly? to) = Range(rule, number, value);
                readings.Add(new Reading(spans[k].Start, spans[k].End, TypeOf(rule.Setting("type" + number, rule.Setting("type", "")), value), text, value, from, to));
            }

            return readings.Count > 0;
        }

        private void Orient(Rule rule, int atom)
        {
            scope.ReadTense = () => _tenses.At(atom);
            scope.IsNear = name => IsNear(atom, name);
            // a programme's lines without a verb ("Forum, 20 Uhr") don't go on from each other
            int sentence = lattice.Source.Tokenized.SentenceOf(lattice[atom].Token);
            int since = sentence - _saidDayIn;
            // a story that is told by the clock goes on in its day: "At 4:20 p.m. on Friday ... At 6:20 p.m. he wrote"
            bool isNear = _saidDayIn >= 0 && (since == 0 || (since == 1 && _tenses.At(atom).Length > 0)
                || (since <= SentencesOfDay && _saidByClock && scope.SaidDay?.First < scope.Published && _tenses.At(atom) is "past"));
            scope.Anchor = rule.Setting("anchor", "published") switch
            {
                "said" => scope.Said ?? scope.PublishedDay,
                // a story of a year gone by goes on in that year: "im März 1992 ... im April"
                "near" => _saidIn >= 0 && sentence - _saidIn <= 1 && scope.Said is TimePoint said && said.Year < scope.Published?.Year && _tenses.At(atom) is "past" ? said : scope.PublishedDay,
                "sentence" => since == 0 && scope.SaidDay is not null ? scope.SaidDay : scope.PublishedDay,
                "day" => isNear && scope.SaidDay is not null ? scope.SaidDay : scope.PublishedDay,
                _ => scope.PublishedDay,
            };
            string direction = rule.Setting("direction", "nearest");
            if (rules.Leans.TryGetValue(direction, out RuleLean? lean))
                direction = lean.Direction(_tenses.At(atom));
            scope.Direction = direction switch
            {
                "past" => TimeDirection.Past,
                "future" => TimeDirection.Future,
                "likely-past" => TimeDirection.LikelyPast,
                "likely-future" => TimeDirection.LikelyFuture,
                _ => TimeDirection.Nearest,
            };
            scope.SaidQuarter = _quarterIn >= 0 && sentence - _quarterIn <= rules.HeadNumber("quarter-holds", 0) ? _quarter : null;
        }

        private bool IsNear(int atom, string name)
        {
            if (!rules.Vocabulary.HasClass(name))
                return false;
            int number = rules.Vocabulary.ClassOf(name);
            Sentence sentence = lattice.Source.Sentences[lattice.Source.Tokenized.SentenceOf(lattice[atom].Token)];
            int farthest = rules.HeadNumber("near", 0);
            for (int step = 1; step <= farthest; step++)
            {
                if (Holds(atom + step) || Holds(atom - step))
                    return true;
            }

            return false;
            bool Holds(int at) => at >= 0 && at < lattice.Count && lattice[at].Token >= sentence.First && lattice[at].Token < sentence.Last && lattice.Has(at, number);
        }

        private (DateOnly? From, DateOnly? To) Range(Rule rule, string number, object value)
        {
            if (rule.Formulas.ContainsKey("from" + number) || rule.Formulas.ContainsKey("to" + number))
            {
                DateOnly? from = rule.Formulas.TryGetValue("from" + number, out RuleFormula? first) && first.Evaluate(scope) is TimePoint { IsAnyYear: false } a ? a.First : null;
                DateOnly? to = rule.Formulas.TryGetValue("to" + number, out RuleFormula? last) && last.Evaluate(scope) is TimePoint { IsAnyYear: false } b ? b.Last : null;
                return from is DateOnly x && to is DateOnly y && x > y ? (y, x) : (from, to);
            }

            if (value is not TimePoint { IsAnyDay: false, IsAnyYear: false } point || rule.Setting("precision", "exact") is "none")
                return (null, null);
            if (point.Feast is (DateOnly begin, DateOnly end))
                return (begin, end);
            int days = point.Last.DayNumber - point.First.DayNumber + 1, third = (days + 2) / 3;
            return rule.Setting("precision", "exact") switch
            {
                "start" => (point.First, TimePoint.AddDays(point.First, third - 1)),
                "middle" => (TimePoint.AddDays(point.First, third), TimePoint.AddDays(point.Last, -third)),
                "end" => (TimePoint.AddDays(point.Last, 1 - third), point.Last),
                "first-half" => (point.First, TimePoint.AddDays(point.First, (days / 2) - 1)),
                "second-half" => (TimePoint.AddDays(point.First, days / 2), point.Last),
                "about" => (TimePoint.AddDays(point.First, -third - 1), TimePoint.AddDays(point.Last, third + 1)),
                _ => (point.First, point.Last),
            };
        }

        private static string? Text(object value) => value switch
        {
            TimePoint point => point.Value,
            TimeLength length => length.Value,
            string text => text,
            _ => null,
        };

        private static TimeType TypeOf(string setting, object value) => setting switch
        {
            "DATE" => TimeType.Date,
            "TIME" => TimeType.Time,
            "DURATION" => TimeType.Duration,
            "SET" => TimeType.Set,
            _ => value switch
            {
                TimeLength => TimeType.Duration,
                TimePoint { Grain: < TimeGrain.Day } => TimeType.Time,
                _ => TimeType.Date,
            },
        };

        private void Report(Reading reading, string? because, bool keepsSaid)
        {
            int start = lattice[reading.Start].Start, end = lattice[reading.End - 1].End;
            _found.Add(new TimeExpression(start, end, reading.Type, reading.Value, reading.From, reading.To) { Explain = because });
            if (reading.Meaning is not TimePoint { IsAnyDay: false, IsAnyYear: false } point || reading.Type == TimeType.Set || keepsSaid)
                return;
            scope.Said = point.Grain < TimeGrain.Day ? TimePoint.Of(TimeGrain.Day, point.First) : point;
            _saidIn = lattice.Source.Tokenized.SentenceOf(lattice[reading.Start].Token);
            if (point.Grain == TimeGrain.Quarter)
                (_quarter, _quarterIn) = (point, _saidIn);
            if (point.Grain <= TimeGrain.Day)
            {
                scope.SaidDay = TimePoint.Of(TimeGrain.Day, point.First);
                _saidByClock = point.Grain <= TimeGrain.Hour;
                _saidDayIn = lattice.Source.Tokenized.SentenceOf(lattice[reading.Start].Token);
            }
        }

        // what was chosen, and the reading that was put aside: in the other direction, from the other anchor, or of another rule
        private string Because(RuleCandidate chosen, IReadOnlyList<Reading> readings)
        {
            Rule rule = rules.Pattern(chosen.Pattern).Rule;
            Orient(rule, chosen.Start);
            string because = $"rule {rule.Name}; anchor {scope.Anchor?.Value ?? "none"}";
            if (readings.Count == 0)
                return because;
            foreach ((TimeDirection direction, TimePoint? anchor, string name) in Alternatives())
            {
                Orient(rule, chosen.Start);
                (scope.Direction, scope.Anchor) = (direction, anchor);
                if (TryReadAsOriented(rule, chosen, out List<Reading> others) && Differs(others[0], readings[0]))
                    return $"{because}; not {Told(others[0], readings[0])} ({name})";
            }

            foreach (RuleCandidate candidate in _matcher.Report(chosen.Start).ToArray())
            {
                Rule other = rules.Pattern(candidate.Pattern).Rule;
                if (other == rule || !TryRead(candidate, out List<Reading> others) || (others.Count > 0 && others[0].Value == readings[0].Value))
                    continue;
                return $"{because}; not {(others.Count == 0 ? "nothing" : others[0].Value)} (rule {other.Name})";
            }

            return because + "; no other reading";
        }

        private static bool Differs(Reading aside, Reading chosen) => aside.From is not null && (aside.Value, aside.From, aside.To) != (chosen.Value, chosen.From, chosen.To);

        // the value, or the range where only that is another one
        private static string Told(Reading aside, Reading chosen) => aside.Value != chosen.Value
            ? aside.Value
            : string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{aside.From:yyyy-MM-dd}..{aside.To:yyyy-MM-dd}");

        private List<(TimeDirection Direction, TimePoint? Anchor, string Name)> Alternatives()
        {
            (TimeDirection direction, TimePoint? anchor) = (scope.Direction, scope.Anchor);
            List<(TimeDirection, TimePoint?, string)> others = [(TimeDirection.Past, anchor, "looking back"), (TimeDirection.Future, anchor, "looking ahead")];
            if (anchor != scope.PublishedDay)
                others.Add((direction, scope.PublishedDay, "from publication"));
            if (scope.Said is TimePoint said && said != anchor)
                others.Add((direction, said, "from what was said before"));
            return others;
        }
    }
}

/// <summary>A language's compiled time rules.</summary>
internal sealed class TimeRules(LanguagePack pack)
{
    public RuleSet Rules { get; } = RuleSet.Load(pack, "times.rules", TimeFunctions.All);
}
