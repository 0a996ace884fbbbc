using System.Collections.Immutable;
using System.Globalization;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Cuts accounts into clauses and says by which keys each can be matched.</summary>
internal sealed class UnitReader(LanguagePacks packs, TermIds ids)
{
    private const int MinWords = 3;
    private const int MinContentWords = 2;
    private const int WordsToVerb = 4;
    private const double FigureWeight = 1.6;
    private const double DayWeight = 0.7;
    private const double SpeakerWeight = 0.8;
    private const double UnitWeight = 0.3;
    private const double NameShare = 0.7;
    private const double CommonShare = 0.95;
    private const double RareFrequency = 0.001;
    private const double MinInformation = 0.1;

    /// <summary>All clauses of the story, by account and text order, their words weighed by how few clauses hold them.</summary>
    public ImmutableArray<Unit> Read(IReadOnlyList<AccountText> texts)
    {
        List<Unit> units = [];
        foreach (AccountText text in texts)
            units.AddRange(Read(text, units.Count));
        return Weigh(units);
    }

    private IEnumerable<Unit> Read(AccountText text, int next)
    {
        HashSet<string> openers = packs.TryGet(text.Account.Language, out LanguagePack? pack)
            ? pack.Table(static pack => new ClauseOpeners(pack)).Words
            : [];
        bool[] attribution = Attribution(text);
        for (int sentence = 0; sentence < text.Sentences.Length; sentence++)
        {
            TextSpan whole = text.Sentences[sentence];
            if (!IsTold(text, whole))
                continue;
            foreach (TextSpan clause in Clauses(text, whole, openers, attribution))
            {
                Unit unit = Read(text, sentence, whole, clause, next, attribution);
                if (unit.Words.IsEmpty)
                    continue;
                next++;
                yield return unit;
            }
        }
    }

    /// <summary>Headings and questions tell nothing that others could tell.</summary>
    private static bool IsTold(AccountText text, TextSpan sentence)
    {
        ReadOnlySpan<char> words = text.Text.AsSpan(sentence.Start, sentence.Length).TrimEnd();
        int end = words.Length - 1;
        while (end >= 0 && !char.IsLetterOrDigit(words[end]) && words[end] is not ('.' or '!' or '?' or '…' or ':'))
            end--;
        bool isQuoted = words.Length > 0 && end < words.Length - 1;
        return end >= 0 && words[end] != '?' && (isQuoted || !char.IsLetterOrDigit(words[end]));
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

    /// <summary>Cuts at punctuation and at words that open a clause; pieces too short to say anything stay with their neighbour.</summary>
    private static List<TextSpan> Clauses(AccountText text, TextSpan sentence, HashSet<string> openers, bool[] attribution)
    {
        int first = text.WordAt(sentence.Start), last = text.WordAt(sentence.End);
        List<(int First, int Last)> pieces = [];
        int begin = first;
        for (int i = first; i + 1 <= last; i++)
        {
            bool isEnd = i + 1 == last;
            if (isEnd || Breaks(text, i, openers))
            {
                pieces.Add((begin, i + 1));
                begin = i + 1;
            }
        }

        for (int i = 0; i < pieces.Count && pieces.Count > 1;)
        {
            if (Says(text, pieces[i], attribution))
            {
                i++;
                continue;
            }

            int with = i == 0 ? 1 : i - 1;
            pieces[Math.Min(i, with)] = (pieces[Math.Min(i, with)].First, pieces[Math.Max(i, with)].Last);
            pieces.RemoveAt(Math.Max(i, with));
            i = Math.Max(0, Math.Min(i, with));
        }

        return [.. pieces.Select(piece => text.SpanOf(piece.First, piece.Last))];
    }

    private static bool Breaks(AccountText text, int word, HashSet<string> openers)
    {
        if (text.Words[word].IsQuoted && text.Words[word + 1].IsQuoted && !EndsSentence(text, word))
            return false; // a quotation is one thing
        ReadOnlySpan<char> between = text.Text.AsSpan(text.Words[word].End, text.Words[word + 1].Start - text.Words[word].End);
        return between.IndexOfAny(",;:–—") >= 0 || (openers.Contains(text.Words[word + 1].Term.Folded) && HasVerbAhead(text, word + 2)) || text.Words[word].IsQuoted != text.Words[word + 1].IsQuoted;
    }

    private static bool EndsSentence(AccountText text, int word) =>
        text.Text.AsSpan(text.Words[word].End, text.Words[word + 1].Start - text.Words[word].End).IndexOfAny(".!?") >= 0;

    // "and" joins nouns as well as clauses: a clause brings its finite verb soon.
    private static bool HasVerbAhead(AccountText text, int word)
    {
        for (int i = word; i < Math.Min(word + WordsToVerb, text.Words.Length); i++)
        {
            if (text.Words[i].Term.IsFinite)
                return true;
        }

        return false;
    }

    private static bool Says(AccountText text, (int First, int Last) piece, bool[] attribution)
    {
        int content = 0;
        bool hasVerb = false;
        for (int i = piece.First; i < piece.Last; i++)
        {
            content += (text.Words[i].Term.IsFunctionWord && !text.Words[i].IsNumber) || attribution[i] ? 0 : 1;
            hasVerb |= text.Words[i].Term.IsVerb && !attribution[i];
        }

        return hasVerb && piece.Last - piece.First >= MinWords && content >= MinContentWords;
    }

    private Unit Read(AccountText text, int sentence, TextSpan whole, TextSpan clause, int index, bool[] attribution)
    {
        Account account = text.Account;
        Statement? statement = account.Sayings
            .Where(candidate => candidate.Content.Any(clause.Overlaps))
            .OrderByDescending(candidate => candidate.Content.Sum(span => Math.Max(0, Math.Min(span.End, clause.End) - Math.Max(span.Start, clause.Start))))
            .ThenBy(static candidate => candidate.Content.Sum(static span => span.Length))
            .FirstOrDefault();
        ImmutableArray<TimeExpression> times = [.. account.Times.Where(time => clause.Contains(time.Start))];
        ImmutableArray<Quantity> quantities = [.. account.Quantities.Where(quantity => clause.Contains(quantity.Start))];
        ImmutableArray<Mention> mentions = [.. account.Mentions.Where(mention => clause.Contains(mention.Start))];
        int first = text.WordAt(clause.Start), last = text.WordAt(clause.End);
        int quoted = 0;
        for (int i = first; i < last; i++)
            quoted += text.Words[i].IsQuoted ? 1 : 0;
        return new Unit
        {
            Index = index,
            Account = text.Index,
            Sentence = sentence,
            Span = clause,
            Whole = whole,
            Statement = statement,
            Stance = statement?.Stance ?? Stance.Asserted,
            Kind = statement?.Kind ?? StatementKind.Narrated,
            Speaker = statement?.Speaker,
            Times = times,
            Quantities = quantities,
            Mentions = mentions,
            IsQuoted = 2 * quoted > last - first,
            Words = [.. Keys(text, first, last, times, quantities, mentions, statement?.Speaker, attribution)],
        };
    }

    private IEnumerable<UnitWord> Keys(
        AccountText text, int first, int last, ImmutableArray<TimeExpression> times, ImmutableArray<Quantity> quantities, ImmutableArray<Mention> mentions, string? speaker, bool[] attribution)
    {
        for (int i = first; i < last; i++)
        {
            Word word = text.Words[i];
            if (times.Any(time => time.Span.Contains(word.Start)) || quantities.Any(quantity => word.IsNumber && quantity.Span.Contains(word.Start)))
                continue;
            if (word.Term.IsFunctionWord || attribution[i])
                continue;
            if (word.IsNumber)
            {
                yield return Single(text.TryFigure(word, out decimal figure) ? "q:#" + TwoDigits(figure) : "n:" + word.Term.Folded, FigureWeight, UnitWordKind.Figure);
                continue;
            }

            HashSet<int> keys = [ids.Of("c:" + text.Language + ":" + word.Term.Concept)];
            foreach (string pivot in word.Term.Pivots)
                keys.Add(ids.Of("p:" + pivot));
            Mention? name = mentions.FirstOrDefault(mention => mention.Kind is MentionKind.Name or MentionKind.Nominal && mention.Span.Contains(word.Start));
            if (name is { Kind: MentionKind.Name })
            {
                // A name of several words is one thing.
                while (i + 1 < last && name.Span.Contains(text.Words[i + 1].Start))
                {
                    keys.Add(ids.Of("c:" + text.Language + ":" + text.Words[++i].Term.Concept));
                    foreach (string pivot in text.Words[i].Term.Pivots)
                        keys.Add(ids.Of("p:" + pivot));
                }
            }

            if (name is not null)
                keys.Add(ids.Of("e:" + name.Entity));
            bool isName = name is { Kind: MentionKind.Name } || word.Term.IsName;
            int[] parts = [.. word.Term.Parts.Select(part => ids.Of("c:" + text.Language + ":" + part)).Distinct().Order()];
            yield return new UnitWord([.. keys.Order()], parts, Information(word.Term.Frequency) * (isName ? NameShare : 1), isName ? UnitWordKind.Name : UnitWordKind.Content);
        }

        foreach (TimeExpression time in times)
        {
            if (time is { From: DateOnly from, To: not null })
                yield return Single("d:" + from.ToString(time.From == time.To ? "yyyy-MM-dd" : "yyyy-MM", CultureInfo.InvariantCulture), DayWeight, UnitWordKind.Frame);
        }

        foreach (Quantity quantity in quantities)
        {
            if (!Measure.TryOf(quantity, out Measure measure))
                continue;
            yield return Single("q:" + measure.Unit + TwoDigits(measure.Middle), FigureWeight, UnitWordKind.Figure);
            yield return Single("u:" + measure.Unit, UnitWeight, measure.Unit == "#" ? UnitWordKind.Frame : UnitWordKind.Unit);
        }

        foreach (Mention pronoun in mentions.Where(static mention => mention.Kind is MentionKind.Pronoun or MentionKind.Metonym))
            yield return Single("e:" + pronoun.Entity, SpeakerWeight, UnitWordKind.Name);
        if (speaker is not null && !mentions.Any(mention => mention.Entity == speaker))
            yield return Single("e:" + speaker, SpeakerWeight, UnitWordKind.Name);
    }

    private UnitWord Single(string key, double weight, UnitWordKind kind) => new([ids.Of(key)], [], weight, kind);

    /// <summary>0 for what every article says, 1 for a word that hardly any other article holds.</summary>
    private static double Information(double frequency) => Math.Clamp(Math.Log(frequency) / Math.Log(RareFrequency), MinInformation, 1);

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

    private ImmutableArray<Unit> Weigh(List<Unit> units)
    {
        int[] holders = new int[ids.Count];
        foreach (Unit unit in units)
        {
            foreach (int key in unit.Words.SelectMany(static word => word.Keys.Concat(word.Parts)).Distinct())
                holders[key]++;
        }

        double all = Math.Log(units.Count + 1);
        ImmutableArray<Unit>.Builder weighed = ImmutableArray.CreateBuilder<Unit>(units.Count);
        foreach (Unit unit in units)
        {
            ImmutableArray<UnitWord> words = [.. unit.Words.Select(word => word with { Weight = word.Weight * (1 - (CommonShare * Math.Log(word.Keys.Max(key => holders[key])) / all)) })];
            weighed.Add(unit with { Words = words, Weight = words.Sum(static word => word.Weight) });
        }

        return weighed.MoveToImmutable();
    }

    private sealed class ClauseOpeners(LanguagePack pack)
    {
        public HashSet<string> Words { get; } = new(pack.Data.Rows("clause-openers.txt").Select(static row => TermLexicon.Fold(row[0])), StringComparer.Ordinal);
    }
}
