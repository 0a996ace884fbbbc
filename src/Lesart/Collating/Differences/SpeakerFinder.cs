using System.Collections.Immutable;
using System.Globalization;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Finds quotations that the accounts of a story put into the mouths of different people.</summary>
internal sealed class SpeakerFinder
{
    private const double MinForTranslation = 0.5;
    private const double SameWording = 0.85; // of the words of the shorter quotation, in order
    private const int MinWords = 4;
    private const int MaxWordsToSpeaker = 6;
    private const int MaxSentencesToName = 2; // back from a pronoun
    private const int MostTimesLonger = 2; // of two quotations in two languages

    private readonly IReadOnlyList<AccountText> _texts;
    private readonly PersonRoles _roles;
    private readonly Dictionary<(int Account, string Saying), Quote?> _quotes = [];

    private SpeakerFinder(IReadOnlyList<AccountText> texts, PersonRoles roles) => (_texts, _roles) = (texts, roles);

    /// <summary>For each quotation its speakers as camps.</summary>
    public static IEnumerable<List<List<Side>>> Find(IReadOnlyList<AccountText> texts, ImmutableArray<Unit> units, Alignment alignment, PersonRoles roles)
    {
        SpeakerFinder finder = new(texts, roles);
        List<Quote> quotes = [.. units.Select(finder.QuoteOf).OfType<Quote>().Distinct()];
        Dictionary<Quote, int> index = quotes.Select(static (quote, at) => (quote, at)).ToDictionary(static item => item.quote, static item => item.at);
        List<(int, int)> same = [];
        foreach (Quote[] alike in quotes.SelectMany(static quote => quote.Shingles().Distinct().Select(shingle => (shingle, quote))).GroupBy(static item => item.shingle, static item => item.quote).Select(static group => group.ToArray()))
            same.AddRange(alike.SelectMany((one, at) => alike.Skip(at + 1).Where(two => one.Text != two.Text && one.Text.Language == two.Text.Language && AreOneWording(one.Words, two.Words)).Select(two => (index[one], index[two]))));
        foreach (((int left, int right), double likely) in alignment.Likely.Where(static pair => pair.Value >= MinForTranslation).OrderBy(static pair => pair.Key))
        {
            if (finder.QuoteOf(units[left]) is Quote one && finder.QuoteOf(units[right]) is Quote two && one.Text.Language != two.Text.Language && Math.Max(one.Words.Length, two.Words.Length) <= MostTimesLonger * Math.Min(one.Words.Length, two.Words.Length))
                same.Add((index[one], index[two]));
        }

        UnionFind sayings = new(quotes.Count);
        foreach ((int one, int two) in same)
            sayings.Join(one, two);
        foreach (IGrouping<int, Quote> saying in quotes.GroupBy(quote => sayings.Root(index[quote])))
        {
            Quote[] told = [.. saying.OrderBy(static quote => quote.Side.Unit.Index)];
            if ((finder.Camps(told) ?? finder.Camps([.. told.Where(static quote => !quote.IsPronoun)])) is { } camps) // one whom a pronoun means may have answered what was said
                yield return camps;
        }
    }

    /// <summary>The speakers of one quotation; null where all may be the same.</summary>
    private List<List<Side>>? Camps(IReadOnlyList<Quote> saying)
    {
        List<List<Quote>> camps = [];
        foreach (Quote quote in saying.OrderBy(static quote => quote.Person is null)) // a name first: a role joins the one whom it can call
        {
            List<Quote>? camp = camps.Find(camp => camp.TrueForAll(other => !AreTwo(quote, other)) || (quote.Person is null && camp.Exists(other => other.Nouns.Intersect(quote.Nouns).Any())));
            if (camp is null)
                camps.Add([quote]);
            else
                camp.Add(quote);
        }

        camps.RemoveAll(camp => !camps.TrueForAll(other => other == camp || camp.Exists(quote => other.Exists(opposed => AreTwo(quote, opposed)))));
        bool isTold = camps.Count > 1 && camps.Exists(static camp => camp.Exists(static quote => quote.Person is not null))
            && !camps.SelectMany(static camp => camp.Select(static quote => quote.Text.Index).Distinct()).GroupBy(static account => account).Any(static account => account.Count() > 1);
        return isTold ? [.. camps.Select(static camp => camp.Select(quote => quote.Side with { Value = camp[0].Side.Value }).OrderBy(static side => side.Unit.Index).ToList())] : null;
    }

    /// <summary>Whether the speakers are surely two: two names, or a name and a role that nobody gives to it.</summary>
    private bool AreTwo(Quote one, Quote two)
    {
        if (one.Person is not null && two.Person is not null)
            return one.Person.Id != two.Person.Id && !NameForms.SharePart(one.Person.Name, two.Person.Name) && !NameForms.AreOne(one.Person.Name, two.Person.Name) && !NameForms.AreVariants(one.Person.Name, two.Person.Name); // "Justice Muster" is Ida Muster
        if (one.Person is null && two.Person is null)
            return false;
        (Quote named, Quote called) = one.Person is null ? (two, one) : (one, two);
        NounFamily[] known = [.. named.Role, .. _roles.Of(named.Person!.Id, named.Person.Name)]; // one of the two has a name
        return known.Length > 0 && called.Role.Length > 0 && !Array.Exists(called.Role, family => Array.Exists(known, family.IsKin));
    }

    /// <summary>The quotation of which a clause is a part, with who is told to have said it.</summary>
    private Quote? QuoteOf(Unit unit)
    {
        if (unit is not { Statement: { Kind: StatementKind.Direct, Source: [TextSpan source, ..] } statement } || !statement.Content.Any(unit.Span.Overlaps))
            return PrintedBy(unit);
        if (_quotes.TryGetValue((unit.Account, statement.Id), out Quote? quote))
            return quote;
        AccountText text = _texts[unit.Account];
        int told = text.SentenceAt(source.Start);
        if (!statement.Content.Any(span => told >= text.SentenceAt(span.Start) && told <= text.SentenceAt(span.End - 1)) || (text.Account.Mentions.Any(mention => mention.Kind is MentionKind.Pronoun && mention.Span == source) && !IsOnlyOne(text, statement, told)))
            return null; // whom an earlier sentence means is too unsure
        int[] words = [.. statement.Content.SelectMany(span => Enumerable.Range(text.WordAt(span.Start), Math.Max(0, text.WordAt(span.End) - text.WordAt(span.Start)))).Where(word => text.Words[word].IsQuoted)];
        return _quotes[(unit.Account, statement.Id)] = Read(text, unit, statement.Id, words, source, statement.Speaker);
    }

    /// <summary>Whether a pronoun can mean nobody else: the last sentence in reach that names a person names the speaker alone, and tells what they say.</summary>
    private static bool IsOnlyOne(AccountText text, Statement statement, int told)
    {
        for (int sentence = told; sentence >= Math.Max(0, told - MaxSentencesToName); sentence--)
        {
            string[] people = [.. text.Account.Mentions.Where(mention => mention.Kind is MentionKind.Name && text.SentenceAt(mention.Start) == sentence && !statement.Content.Any(mention.Span.Overlaps) && EntityOf(text, mention.Entity) is { Type: EntityType.Person })
                .Select(static mention => mention.Entity).Distinct(StringComparer.Ordinal)];
            if (people.Length > 0)
                return people is [string only] && only == statement.Speaker && text.Account.Statements.Any(other => other != statement && other.Speaker == only && other.Source.Any(span => text.SentenceAt(span.Start) == sentence));
        }

        return false;
    }

    /// <summary>A quotation without any word of saying ("„...“, dichtete der Richter Muster"): whom the sentence names next may have said it. Asked where another account prints the same words.</summary>
    private Quote? PrintedBy(Unit unit)
    {
        AccountText text = _texts[unit.Account];
        int end = text.WordAt(unit.Whole.End), first = text.WordAt(unit.Span.Start);
        if (unit.Statement is { Kind: StatementKind.Direct } || !unit.IsQuoted || first >= end)
            return null;
        while (first > 0 && text.Words[first - 1] is { IsQuoted: true } before && before.Start >= unit.Whole.Start)
            first--;
        int next = first;
        while (next < end && text.Words[next].IsQuoted)
            next++;
        string saying = "at " + text.Words[first].Start.ToString(CultureInfo.InvariantCulture);
        if (_quotes.TryGetValue((unit.Account, saying), out Quote? quote))
            return quote;
        for (int i = next; i < end && i < next + MaxWordsToSpeaker; i++)
        {
            TextSpan word = new(text.Words[i].Start, text.Words[i].End);
            if (PersonAt(text, word) is Mention person)
                return _quotes[(unit.Account, saying)] = Read(text, unit, saying, [.. Enumerable.Range(first, next - first)], new TextSpan(word.Start, person.End), person.Entity);
            if (RoleOf(text, word).Length == 0)
                continue;
            Mention? named = Enumerable.Range(i + 1, Math.Min(2, end - i - 1)).Select(at => PersonAt(text, new TextSpan(text.Words[at].Start, text.Words[at].End))).FirstOrDefault(static mention => mention is not null);
            return _quotes[(unit.Account, saying)] = Read(text, unit, saying, [.. Enumerable.Range(first, next - first)], new TextSpan(word.Start, named?.End ?? word.End), named?.Entity);
        }

        return _quotes[(unit.Account, saying)] = null;
    }

    private static Mention? PersonAt(AccountText text, TextSpan word) => text.Account.Mentions.FirstOrDefault(mention => mention.Kind is MentionKind.Name && mention.Span.Overlaps(word) && EntityOf(text, mention.Entity) is { Type: EntityType.Person });

    /// <summary>A quotation with its speaker; null where it is short or neither a name nor a role tells who speaks.</summary>
    private static Quote? Read(AccountText text, Unit unit, string saying, int[] words, TextSpan source, string? speaker)
    {
        Mention? mention = text.Account.Mentions.FirstOrDefault(mention => mention.Kind is MentionKind.Name && source.Contains(mention.Start) && EntityOf(text, mention.Entity) is { Type: EntityType.Person });
        string? named = mention?.Entity ?? speaker;
        Entity? person = named is null || (EntityOf(text, named) is Entity entity && IsRole(text, entity.Name)) ? null : EntityOf(text, named);
        NounFamily[] role = RoleOf(text, source);
        if (words.Length < MinWords || !(person is { Type: EntityType.Person } || (person is null && role.Length > 0)))
            return null;
        string shown = person?.Name ?? source.In(text.Text).ToString().ReplaceLineEndings(" ");
        Side side = new(unit, person is not null && mention is not null ? mention.Span : source, person?.Id ?? shown, shown) { Slot = DifferenceSlot.Speaker };
        return new Quote(text, saying, [.. words.Select(word => text.Words[word].Stem)], person, role, NounsOf(text, source), side);
    }

    private static int[] NounsOf(AccountText text, TextSpan source) => [.. Enumerable.Range(text.WordAt(source.Start), Math.Max(0, text.WordAt(source.End) - text.WordAt(source.Start)))
        .Where(word => !text.Words[word].Term.IsFunctionWord).Select(word => text.Words[word].Stem)];

    /// <summary>A role that was taken for a name.</summary>
    private static bool IsRole(AccountText text, string name) => text is { Families: NounFamilies families, Lexicon: TermLexicon lexicon } && families.Of(lexicon.Look(name)).Length > 0;

    private static Entity? EntityOf(AccountText text, string entity) => text.Account.Entities.FirstOrDefault(known => known.Id == entity);

    /// <summary>What the nouns of a source can call, as far as they call people: the chancellor, the host, the head of a ministry.</summary>
    private static NounFamily[] RoleOf(AccountText text, TextSpan source) => text.Families is not NounFamilies families ? [] : [.. Enumerable.Range(text.WordAt(source.Start), Math.Max(0, text.WordAt(source.End) - text.WordAt(source.Start)))
        .SelectMany(word => families.Of(text.Words[word].Term)).Where(static family => family.Kind is NounKind.Person).Distinct()];

    private static bool AreOneWording(int[] one, int[] two)
    {
        int[] row = new int[two.Length + 1];
        foreach (int word in one)
        {
            int diagonal = 0;
            for (int j = 1; j <= two.Length; j++)
                (diagonal, row[j]) = (row[j], word == two[j - 1] ? diagonal + 1 : Math.Max(row[j], row[j - 1]));
        }

        return row[^1] >= SameWording * Math.Min(one.Length, two.Length);
    }

    private sealed record Quote(AccountText Text, string Saying, int[] Words, Entity? Person, NounFamily[] Role, int[] Nouns, Side Side)
    {
        /// <summary>Whether a pronoun alone stands for the speaker.</summary>
        public bool IsPronoun => Person is not null && Role.Length == 0 && Text.Account.Mentions.Any(mention => mention.Kind is MentionKind.Pronoun && mention.Span == Side.Span);

        /// <summary>Runs of words, as they stand.</summary>
        public IEnumerable<(int, int, int)> Shingles() => Enumerable.Range(0, Words.Length - 2).Select(at => (Words[at], Words[at + 1], Words[at + 2]));
    }
}
