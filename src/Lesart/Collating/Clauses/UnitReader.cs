using System.Collections.Immutable;
using System.Globalization;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Cuts accounts into clauses and says by which keys each can be matched.</summary>
internal sealed class UnitReader(LanguagePacks packs, TermIds ids)
{
    private const double FigureInformation = 1.6;
    private const double DayInformation = 0.7;
    private const double SpeakerInformation = 0.8;
    private const double UnitInformation = 0.3;
    private const double NameInformation = 0.7;
    private const double RareFrequency = 0.001;
    private const double MinInformation = 0.1;
    private const int OtherClauses = 8; // as if so many more had been read: a short account says little about what is rare
    private const decimal Largest = 1_000_000_000_000_000_000m; // a number beyond it is no figure

    private readonly TermReader _terms = new(packs, ids);
    private ClauseDenials Denials => new(_terms);

    /// <summary>All clauses of the story, by account and text order, and then its headings; their terms weighed by how few clauses of their account hold them.</summary>
    public ImmutableArray<Unit> Read(IReadOnlyList<AccountText> texts)
    {
        Unit[] units = [.. texts.SelectMany(text => Weigh([.. ReadAll(text)])).OrderBy(static unit => unit.IsHeading)]; // a stable order
        return WithVectors([.. units.Select(static (unit, index) => unit with { Index = index })]);
    }

    /// <summary>Gives each clause the direction of its words, weighed by what they say, less the mean of all clauses: what the whole story is about tells none of them apart.</summary>
    private static ImmutableArray<Unit> WithVectors(ImmutableArray<Unit> units)
    {
        WordVector?[] vectors = [.. units.Select(static unit => WordVector.Sum([.. unit.Terms.Where(static term => term.Vector is not null).Select(static term => (term.Vector!, term.Weight))]))]; // filtered
        if (vectors.OfType<WordVector>().FirstOrDefault() is not WordVector first)
            return units;
        double[] mean = new double[first.Values.Length];
        int known = vectors.OfType<WordVector>().Count() + OtherClauses; // what few clauses have in common is what they say
        foreach (WordVector vector in vectors.OfType<WordVector>())
            vector.AddTo(mean, 1.0 / known);
        return [.. units.Select(unit => unit with { Vector = vectors[unit.Index] is WordVector vector ? Apart(vector) : null })];

        WordVector? Apart(WordVector vector)
        {
            double[] rest = [.. mean.Select(static value => -value)];
            vector.AddTo(rest, 1);
            return WordVector.Of(rest);
        }
    }

    private IEnumerable<Unit> ReadAll(AccountText text)
    {
        if (!packs.TryGet(text.Account.Language, out LanguagePack? pack))
            yield break;
        ClauseCutter cutter = pack.Table(static pack => new ClauseCutter(pack));
        bool[] attribution = Attribution(text);
        for (int sentence = 0; sentence < text.Sentences.Length; sentence++)
        {
            TextSpan whole = text.Sentences[sentence];
            if (whole.Start < text.Opening && text.Opening < whole.End)
                whole = new TextSpan(text.Opening, whole.End);
            bool isHeading = ClauseCutter.IsHeading(text, whole);
            if (!isHeading && !cutter.IsTold(text, whole))
                continue;
            foreach (TextSpan clause in isHeading ? [whole] : cutter.Cut(text, whole, attribution))
            {
                Unit unit = Read(text, sentence, whole, clause, attribution);
                if (!unit.Terms.IsEmpty)
                    yield return unit with { IsHeading = isHeading };
            }
        }
    }

    /// <summary>Words that say who says it: they are no part of what is said.</summary>
    private static bool[] Attribution(AccountText text)
    {
        bool[] attribution = new bool[text.Words.Length];
        foreach (Statement statement in text.Account.Sayings)
        {
            if (statement.Kind is StatementKind.Narrated or StatementKind.Reported)
                continue;
            foreach (TextSpan span in statement.Cue.Concat(statement.Source))
            {
                for (int i = text.WordAt(span.Start); i < text.Words.Length && text.Words[i].Start < span.End; i++)
                    attribution[i] = true;
            }
        }

        return attribution;
    }

    private Unit Read(AccountText text, int sentence, TextSpan whole, TextSpan clause, bool[] attribution)
    {
        Account account = text.Account;
        Statement? statement = account.Sayings
            .Where(candidate => candidate.Content.Any(clause.Overlaps))
            .OrderByDescending(candidate => candidate.Content.Sum(span => Math.Max(0, Math.Min(span.End, clause.End) - Math.Max(span.Start, clause.Start))))
            .ThenBy(static candidate => candidate.Content.Sum(static span => span.Length))
            .FirstOrDefault();
        int first = text.WordAt(clause.Start), last = text.WordAt(clause.End);
        int quoted = 0;
        for (int i = first; i < last; i++)
            quoted += text.Words[i].IsQuoted ? 1 : 0;
        Unit unit = new()
        {
            Index = -1, // given when all are read
            Account = text.Index,
            Sentence = sentence,
            Span = clause,
            Whole = whole,
            Terms = [],
            Words = [.. Enumerable.Range(first, last - first).Where(word => !attribution[word]).Select(word => ids.Of("w:" + text.Words[word].Term.Folded))],
            Statement = statement,
            Stance = statement is null || Denials.IsBehind(text, statement, clause) ? Stance.Asserted : statement.Stance,
            Counters = statement is not null && Denials.Counters(text, statement, clause),
            Kind = statement?.Kind ?? StatementKind.Narrated,
            Speaker = statement?.Speaker,
            Times = [.. account.Times.Where(time => clause.Contains(time.Start))],
            Quantities = [.. account.Quantities.Where(quantity => clause.Contains(quantity.Start))],
            Mentions = [.. account.Mentions.Where(mention => clause.Contains(mention.Start))],
            IsQuoted = 2 * quoted > last - first,
            Language = text.Language,
            Position = text.Sentences.Length > 1 ? (double)sentence / (text.Sentences.Length - 1) : 0,
        };
        unit = unit with { Figures = [.. FiguresOf(unit)], Counted = [.. unit.Quantities.Select(quantity => CountedBy(text, quantity))] };
        ImmutableArray<UnitTerm> terms = [.. Terms(text, first, last, unit, attribution)];
        bool isDeniedByCue = statement is not null && (unit.Stance is Stance.Denied || unit.Counters) && !statement.Content.Any(span => _terms.HoldsNegation(text, text.WordAt(span.Start), text.WordAt(span.End)));
        bool[] charges = ClauseDenials.Charges(text, first, last);
        bool namesCharge = Array.IndexOf(charges, true) >= 0;
        (Denial denial, HashSet<int> denying) = text.Denials?.Read(text, first, last, namesCharge) ?? (Denial.None, []);
        denial = unit.Kind is StatementKind.Narrated && !unit.Quantities.IsEmpty && !namesCharge ? Denial.None : denial; // "bestritt 97 Spiele"
        bool denies = denial is Denial.Sure, refuses = denial is Denial.Possible;
        isDeniedByCue = isDeniedByCue && (terms.Any(static term => term.IsPredicate) || statement!.Cue.Any(clause.Overlaps)); // denied means that there is a statement
        bool holdsNegation = _terms.HoldsNegation(text, first, last), isDenial = denies || refuses || isDeniedByCue;
        bool rulesOut = isDenial && text.Denials?.RulesOut(text, first, last) == true;
        bool[] tellings = isDenial ? ClauseDenials.Tellings(text, first, last) : [];
        int[] own = isDenial ? ClauseDenials.OwnWords(text, first, last, statement, charges, tellings, denying) : [];
        HashSet<int> telling = [.. denying];
        for (int word = first; word < last; word++)
        {
            if (attribution[word] || statement?.Cue.Any(span => span.Contains(text.Words[word].Start)) == true)
                telling.Add(word);
        }

        bool isBare = isDenial && own.Length <= ClauseDenials.MostOfBare && !(Array.Exists(own, word => text.Words[word].Term.CanBeNoun) && (Array.IndexOf(tellings, true) >= 0 || rulesOut));
        return unit with
        {
            Poles = text.Opposites is OppositeWords opposites ? [.. _terms.WordsInScope(text, first, last).Where(word => !telling.Contains(word) || (holdsNegation && denying.Contains(word) && statement?.Cue.Any(span => span.Contains(text.Words[word].Start)) != true)).SelectMany(word => opposites.PolesOf(_terms.WordOf(text, word, last))).Distinct()] : [],
            NegatesMeasure = holdsNegation && _terms.IsOfMeasure(text, first, last, word => text.Words[word].IsNumber || unit.Quantities.Any(quantity => quantity.Span.Contains(text.Words[word].Start)) || unit.Times.Any(time => time.Span.Contains(text.Words[word].Start))),
            SaidBy = statement is { Kind: not StatementKind.Narrated } ? SaidBy(text, statement) : null,
            IsSource = account.Sayings.Any(saying => 2 * saying.Source.Sum(span => Math.Max(0, Math.Min(span.End, clause.End) - Math.Max(span.Start, clause.Start))) > clause.Length),
            IsFinite = _terms.HasFinite(text, first, last, telling),
            IsCoordinated = _terms.IsCoordinated(text, first),
            PointsBack = isDenial && text.Denials?.PointsBack(text, first, last, telling) == true,
            DeniesPart = isDenial && text.Denials?.NamesPart(text, first, last) == true,
            Terms = terms,
            IsDeniedByCue = isDeniedByCue,
            Denies = denies,
            Refuses = refuses,
            IsOfFavour = text.Denials is DenialWords words && statement is not null && ((denial is Denial.None && words.IdleWords(text, first, last).Count > 0) || statement.Cue.Any(span => clause.Contains(span.Start) && words.IsOfFavour(text, text.WordAt(span.Start), first, last))),
            IsBare = isBare,
            Contradicted = isBare && statement is { Source.IsEmpty: false } ? [.. own.Where(word => text.Words[word].Term.CanBeNoun).Select(text.FormOf)] : [], // the source is none of these
            SourceNouns = statement is { Kind: not StatementKind.Narrated } ? [.. SourceNouns(text, statement)] : [],
            RulesOut = rulesOut,
            OwnWords = own.Length,
            NamesCharge = namesCharge,
            NamesTelling = Array.IndexOf(tellings, true) >= 0,
            NamesCharges = namesCharge && Enumerable.Range(first, last - first).Any(word => charges[word - first] && text.Words[word].Term.IsPlural),
            Accuses = statement?.CueClass is "accuses" || (text.Replies is ReplyWords replies && Enumerable.Range(first, last - first).Any(word => replies.Accusations.Contains(text.Words[word].Term.Lemma))),
            IsCondition = first < last && text.Replies?.Conditions.Contains(text.Words[first].Term.Folded) == true,
            IsComplement = first < last && text.Replies?.Complements.Contains(text.Words[first].Term.Folded) == true,
            IsNegated = _terms.IsNegated(text, first, last),
            HoldsNegation = holdsNegation,
            Negated = [.. _terms.NegatedWords(text, first, last).SelectMany(word => _terms.KeysOf(text, text.FormOf(word))).Distinct().Order()],
            Denying = [.. denying.SelectMany(word => _terms.KeysOf(text, text.FormOf(word))).Distinct().Order()],
            IsHedged = _terms.IsHedged(text, first, last),
            Asks = _terms.Asks(text, first),
        };
    }

    private static IEnumerable<string> SourceNouns(AccountText text, Statement statement) =>
        from span in statement.Source
        let start = text.WordAt(span.Start)
        from word in Enumerable.Range(start, text.WordAt(span.End) - start)
        where text.Words[word].Term is { CanBeNoun: true, IsFunctionWord: false }
        select text.FormOf(word);

    private static string? SaidBy(AccountText text, Statement statement)
    {
        string? entity = text.Account.Mentions.Where(mention => mention.Entity is not null && statement.Source.Any(span => span.Contains(mention.Start))).Select(static mention => mention.Entity).Append(statement.Speaker)
            .FirstOrDefault(id => text.Account.Entities.Any(known => known.Id == id && known.Type is EntityType.Person));
        return text.Account.Entities.FirstOrDefault(known => known.Id == entity) is Entity person ? Folding.Fold(person.Name.AsSpan(person.Name.LastIndexOf(' ') + 1)) : null;
    }

    private IEnumerable<UnitTerm> Terms(AccountText text, int first, int last, Unit unit, bool[] attribution)
    {
        bool[] taken = new bool[last - first];
        for (int i = first; i < last; i++)
        {
            Word word = text.Words[i];
            bool isTold = !word.IsNumber && !word.Term.IsFunctionWord && !attribution[i] && !unit.Times.Any(time => time.Span.Contains(word.Start));
            taken[i - first] = !isTold;
        }

        bool[] untold = [.. taken];
        foreach ((UnitTerm phrase, int[] words) in _terms.Phrases(text, first, last))
        {
            if (words.All(word => untold[word - first]))
                continue; // a time, or who says it
            foreach (int word in words)
                taken[word - first] = true;
            yield return phrase;
        }

        for (int i = first; i < last; i++)
        {
            Word word = text.Words[i];
            if (word.IsNumber && !unit.Times.Any(time => time.Span.Contains(word.Start)) && !unit.Quantities.Any(quantity => quantity.Span.Contains(word.Start)) && !attribution[i])
                yield return Single(text.TryFigure(word, out decimal figure) ? "q:#" + TwoDigits(figure) : "n:" + word.Term.Folded, FigureInformation, UnitTermKind.Figure);
            if (taken[i - first])
                continue;
            Mention? name = unit.Mentions.FirstOrDefault(mention => mention.Kind is MentionKind.Name or MentionKind.Nominal && mention.Span.Contains(word.Start));
            int end = i + 1;
            while (name is { Kind: MentionKind.Name } && end < last && name.Span.Contains(text.Words[end].Start))
                end++; // a name of several words is one thing
            bool isName = name is { Kind: MentionKind.Name } || word.Term.IsName;
            HashSet<int> keys = [], parts = [];
            WordVector? vector = null;
            for (; i < end; i++)
                vector = text.Vectors?.Look(_terms.AddKeys(text, i, last, keys, parts));
            i = end - 1;
            if (name is not null)
                keys.Add(ids.Of("e:" + name.Entity));
            yield return new UnitTerm([.. keys.Order()], [.. parts.Order()], Information(word.Term.Frequency) * (isName ? NameInformation : 1), isName ? UnitTermKind.Name : UnitTermKind.Content, word.Term.IsVerb) { Vector = isName ? null : vector };
        }

        foreach (TimeExpression time in unit.Times)
        {
            foreach (UnitTerm term in TimeTerms(time))
                yield return term;
        }

        foreach (Quantity quantity in unit.Quantities)
        {
            if (Middle(quantity) is not decimal middle || Math.Abs(middle) > Largest)
                continue;
            UnitTable.Base(quantity.Unit, out string unitOf, out decimal factor);
            yield return Single("q:" + unitOf + TwoDigits(middle * factor), FigureInformation, UnitTermKind.Figure);
            if (unitOf != "#")
                yield return Single("u:" + unitOf, UnitInformation, UnitTermKind.Measure);
            if (unit.CountedKeys(quantity) is { Length: > 0 } counted)
                yield return new UnitTerm(counted, [], 1, UnitTermKind.Counted, IsPredicate: false);
        }

        foreach (Mention pronoun in unit.Mentions.Where(static mention => mention.Kind is MentionKind.Pronoun or MentionKind.Metonym))
            yield return Single("e:" + pronoun.Entity, SpeakerInformation, UnitTermKind.Name);
        if (unit.Speaker is not null && !unit.Mentions.Any(mention => mention.Entity == unit.Speaker))
            yield return Single("e:" + unit.Speaker, SpeakerInformation, UnitTermKind.Name);
    }

    /// <summary>A day, month or year with what it lies in; a clock time with its hour; how long something takes, as a figure.</summary>
    private IEnumerable<UnitTerm> TimeTerms(TimeExpression time)
    {
        if (time is { From: DateOnly from, To: DateOnly to })
            yield return DayTerm(from, to);
        if (TimeLength.ClockOf(time.Value) is (int hour, int minute))
        {
            int whole = ids.Of(string.Create(CultureInfo.InvariantCulture, $"h:{hour}:{minute}"));
            yield return new UnitTerm([whole], [ids.Of(string.Create(CultureInfo.InvariantCulture, $"h:{hour}"))], FigureInformation, UnitTermKind.Figure, IsPredicate: false);
        }

        if (time.Type is TimeType.Duration && TimeLength.DaysOf(time.Value) is decimal days)
        {
            yield return Single("q:d" + TwoDigits(days), FigureInformation, UnitTermKind.Figure);
            yield return Single("u:d", UnitInformation, UnitTermKind.Measure);
        }
    }

    private static IEnumerable<Figure> FiguresOf(Unit unit)
    {
        foreach (Quantity quantity in unit.Quantities)
        {
            if (Middle(quantity) is not decimal middle || Math.Abs(middle) > Largest)
                continue;
            UnitTable.Base(quantity.Unit, out string unitOf, out decimal factor);
            yield return new Figure(unitOf, middle * factor);
        }

        foreach (TimeExpression time in unit.Times)
        {
            if (time.Type is TimeType.Duration && TimeLength.DaysOf(time.Value) is decimal days)
                yield return new Figure("d", days);
        }
    }

    private UnitTerm DayTerm(DateOnly from, DateOnly to)
    {
        string day = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), month = day[..7], year = day[..4];
        int span = to.DayNumber - from.DayNumber;
        (string key, string[] parts) = span == 0 ? (day, new[] { month }) : span <= 31 ? (month, [year]) : span is 364 or 365 ? (year, []) : (month, (string[])[]);
        return new UnitTerm([ids.Of("d:" + key)], [.. parts.Select(part => ids.Of("d:" + part)).Order()], DayInformation, UnitTermKind.Day, IsPredicate: false);
    }

    private int[] CountedBy(AccountText text, Quantity quantity)
    {
        UnitTable.Base(quantity.Unit, out string dimension, out _);
        return [.. ((string?[])[dimension == "#" ? quantity.Unit : null, quantity.Of]).OfType<string>().SelectMany(noun => _terms.KeysOf(text, noun)).Distinct().Order()];
    }

    private UnitTerm Single(string key, double information, UnitTermKind kind) => new([ids.Of(key)], [], information, kind, IsPredicate: false);

    /// <summary>0 for what every article says, 1 for a word that hardly any other article holds.</summary>
    private static double Information(double frequency) => Math.Clamp(Math.Log(frequency) / Math.Log(RareFrequency), MinInformation, 1);

    private static decimal? Middle(Quantity quantity) => quantity is { Low: decimal low, High: decimal high } ? (low / 2) + (high / 2) : quantity.Value ?? quantity.Low ?? quantity.High;

    /// <summary>The first two digits and the order of size: what rounded figures share.</summary>
    private static string TwoDigits(decimal figure)
    {
        if (figure == 0)
            return "0";
        int order = 0;
        decimal size = Math.Abs(figure);
        while (size >= 100)
            (size, order) = (size / 10, order + 1);
        while (size < 10)
            (size, order) = (size * 10, order - 1);
        return string.Create(CultureInfo.InvariantCulture, $"{Math.Sign(figure) * Math.Round(size, MidpointRounding.AwayFromZero)}e{order}");
    }

    /// <summary>Says of each key how little one would expect it in a clause of this account.</summary>
    private static IEnumerable<Unit> Weigh(List<Unit> units)
    {
        Dictionary<int, int> holders = [];
        foreach (Unit unit in units)
        {
            foreach (int key in unit.Terms.SelectMany(static term => term.Keys.Concat(term.Parts)).Distinct())
                holders[key] = holders.GetValueOrDefault(key) + 1;
        }

        double[] SurpriseOf(int[] keys) => [.. keys.Select(key => Math.Log((units.Count + OtherClauses) / (holders[key] + 0.5)))];
        foreach (Unit unit in units)
        {
            ImmutableArray<UnitTerm> terms = [.. unit.Terms.Select(term => term with { KeySurprise = SurpriseOf(term.Keys), PartSurprise = SurpriseOf(term.Parts) })];
            yield return unit with { Terms = terms, Weight = terms.Where(static term => term.Kind is not UnitTermKind.Counted).Sum(static term => term.Weight) };
        }
    }
}
