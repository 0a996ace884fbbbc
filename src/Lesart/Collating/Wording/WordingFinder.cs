using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Collects what each account calls the same person, body, place, event or document.</summary>
internal static class WordingFinder
{
    private const int MaxThings = 16;
    private const int MaxTranslated = 8; // behind them
    private const int MinAccounts = 2;
    private const double Sure = 0.55; // by what readers said of rows (docs/quality/collate-wording.md)
    private const int MinOfTranslated = 3; // accounts of two languages: the dictionary may lack a translation, and of two accounts a translation tells nothing

    /// <summary>Only where accounts part in their terms, or one of them has several: what is named, then other things, the less sure ones last; by number of accounts, ties by entity.</summary>
    public static ImmutableArray<Wording> Find(IReadOnlyList<AccountText> texts, StoryNouns nouns, ImmutableArray<Unit> units, Alignment alignment, NounWeights weights)
    {
        (string? Entity, double Likely, List<Nominal> Nouns)[] groups = [.. ThingFinder.Find(NounPairs.Of(texts, nouns, units, alignment), weights)];
        // several places, or several of what nothing is known of, are not the one that is named
        ILookup<int, (string Entity, TextSpan Span)> linked = nouns.Nominals.Where(nominal => nouns.Links.ContainsKey((nominal.Text.Index, nominal.Head))).Select(nominal => (Nominal: nominal, Entity: nouns.Links[(nominal.Text.Index, nominal.Head)]))
            .Concat(groups.Where(static group => group.Entity is not null).SelectMany(static group => group.Nouns.Where(static nominal => !nominal.Term.IsPlural || !Array.TrueForAll(nominal.Families, static family => family.Kind is NounKind.Place)).Select(nominal => (Nominal: nominal, Entity: group.Entity!)))) // filtered
            .ToLookup(static link => link.Nominal.Text.Index, static link => (link.Entity, link.Nominal.Span));
        ILookup<string, EntityType> types = texts.SelectMany(static text => text.Account.Entities).ToLookup(entity => nouns.IdOf(entity.Id), static entity => entity.Type, StringComparer.Ordinal);
        (string Entity, TextSpan Span)[][] called = [.. texts.Select(text => (ValueTuple<string, TextSpan>[])[.. Mentioned(text).Select(mention => (nouns.IdOf(mention.Entity), mention.Span)).Concat(linked[text.Index]).Distinct()])];
        Dictionary<(int Account, int End), Nominal> nominals = nouns.Nominals.ToDictionary(static nominal => (nominal.Text.Index, nominal.Span.End));
        HashSet<string> people = [.. texts.SelectMany(text => called[text.Index].Where(term => FamiliesOf(nominals, text, term.Span).Any(static family => family.Kind is NounKind.Person))).Select(static term => term.Entity)
            .Where(entity => types[entity].All(static type => type is EntityType.Person))];
        Dictionary<string, List<WordingTerm>> terms = new(StringComparer.Ordinal);
        foreach (AccountText text in texts)
        {
            foreach (IGrouping<(string Entity, string Stem), (string Entity, TextSpan Span)> group in called[text.Index].Where(term => !people.Contains(term.Entity) || CanBePerson(text, term.Span, nominals)).OrderBy(static term => term.Span).GroupBy(term => (term.Entity, StemOf(text, term.Span))))
            {
                if (!terms.TryGetValue(group.Key.Entity, out List<WordingTerm>? list))
                    terms[group.Key.Entity] = list = [];
                list.Add(Tell(text, [.. group.Select(static term => term.Span)]));
            }
        }

        IEnumerable<Wording> entities = terms.Select(static pair => new Wording(pair.Key, [.. pair.Value])).Where(HasChoice);
        ILookup<bool, Wording> things = groups.Where(static group => group.Entity is null).Select(static group => (HasChoice: HasChoice(group.Nouns), Thing: ThingOf(group.Nouns, group.Likely))).Where(static one => one.Thing is not null).ToLookup(static one => one.HasChoice, static one => one.Thing!); // filtered
        return [.. Order(entities), .. Order(things[true]).OrderBy(static thing => thing.Certainty is null ? 0 : 1).Take(MaxThings), .. Order(things[false]).Where(static thing => thing.Certainty is null && AccountsOf(thing) >= MinOfTranslated).Take(MaxTranslated)];
    }

    private static int AccountsOf(Wording wording) => wording.Terms.Select(static term => term.Account).Distinct(StringComparer.Ordinal).Count();

    private static bool HasChoice(Wording wording) => wording.Terms.Select(static term => term.Term).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1;

    private static IEnumerable<Wording> Order(IEnumerable<Wording> wordings) => wordings
        .OrderByDescending(AccountsOf)
        .ThenByDescending(static wording => wording.Terms.Sum(static term => term.Count)).ThenBy(static wording => wording.Entity, StringComparer.Ordinal);

    private static WordingTerm Tell(AccountText text, ImmutableArray<TextSpan> spans) =>
        new(text.Account.Id, Shown(text, spans), spans.Length, spans) { Quoted = spans.Count(span => IsQuoted(text, span)) };

    /// <summary>Roles, descriptions and buildings of which the account's layers say whom they mean.</summary>
    private static IEnumerable<(string Entity, TextSpan Span)> Mentioned(AccountText text) => text.Account.Mentions
        .Where(mention => mention.Start < mention.End && mention.End <= text.Text.Length && mention.Kind is MentionKind.Nominal or MentionKind.Metonym && EndsWord(text, mention.End) && NamedThing.IsCallable(text, mention))
        .Select(mention => (mention.Entity, WithQualifiers(text, mention.Span)));

    /// <summary>A term with the words before it that make another of it: "the self-proclaimed president".</summary>
    private static TextSpan WithQualifiers(AccountText text, TextSpan term) =>
        text.Families is NounFamilies families && text.WordAt(term.Start) is var first && NominalReader.WithQualifiers(text, families, first) is var start && start < first ? new TextSpan(text.Words[start].Start, term.End) : term;

    /// <summary>Whether a noun can call a person: a state, its government ("das Regime"), a crowd or a family is none, nor what is known as something else.</summary>
    private static bool CanBePerson(AccountText text, TextSpan term, Dictionary<(int Account, int End), Nominal> nominals)
    {
        Term head = text.Words[text.WordAt(term.End) - 1].Term;
        return FamiliesOf(nominals, text, term) is { Length: > 0 } families ? !head.IsPlural && nominals.GetValueOrDefault((text.Index, term.End)) is not { IsMany: true } && Array.Exists(families, static family => family.Kind is NounKind.Person)
            : text.Families?.KindOf(head) is not (NounKind.Event or NounKind.Document or NounKind.Place); // "the face of the movement" can
    }

    /// <summary>What a term can call: a noun of several words ("property developer") other things than its last word.</summary>
    private static NounFamily[] FamiliesOf(Dictionary<(int Account, int End), Nominal> known, AccountText text, TextSpan term) => known.TryGetValue((text.Index, term.End), out Nominal? nominal) ? nominal.Families : text.WordAt(term.End) - 1 is >= 0 and int head ? text.Families?.Of(text.Words[head].Term) ?? [] : [];

    /// <summary>Whether some language has two of the nouns, or they don't translate one another: a translation is no choice of words. What stands before a noun makes another of it ("festival", "folk festival"), as it does in a language that writes both as one word.</summary>
    private static bool HasChoice(List<Nominal> nouns) => nouns.GroupBy(static noun => noun.Text.Language, StringComparer.Ordinal).Any(static language => language.Select(static noun => StemOf(noun.Text, noun.Span)).Distinct(StringComparer.Ordinal).Count() > 1)
        || (nouns.Select(static noun => noun.Text.Index).Distinct().Count() >= MinOfTranslated && nouns.Exists(noun => noun.Meanings is { Length: > 0 } meanings && nouns.Exists(other => other.Text.Language != noun.Text.Language && other.Meanings is { Length: > 0 } others && others.AsSpan().IndexOfAny(meanings) < 0)));

    /// <summary>Null where the nouns are one word, or of one account that quotes none of them.</summary>
    private static Wording? ThingOf(List<Nominal> nouns, double likely)
    {
        ImmutableArray<WordingTerm> terms =
        [
            .. nouns.GroupBy(static noun => (noun.Text.Index, StemOf(noun.Text, noun.Span)))
                .Select(static group => Tell(group.First().Text, [.. group.Select(static noun => noun.Span)])),
        ];
        // one account alone chooses words where it sets its own beside those that it only quotes
        bool setsBesideQuoted = terms.Any(static term => term.Quoted == term.Count) && terms.Any(static term => term.Quoted == 0);
        if (!setsBesideQuoted && terms.Select(static term => term.Account).Distinct(StringComparer.Ordinal).Count() < MinAccounts)
            return null;
        string usual = terms.GroupBy(static term => term.Term, StringComparer.Ordinal).OrderByDescending(static group => group.Count())
            .ThenByDescending(static group => group.Sum(static term => term.Count)).ThenBy(static group => group.Key, StringComparer.Ordinal).First().Key;
        Wording wording = new(usual, terms) { Certainty = likely < Sure ? Math.Round((decimal)likely, 2) : null };
        return HasChoice(wording) ? wording : null;
    }

    // A mention that is only part of a compound is no term for the whole.
    private static bool EndsWord(AccountText text, int end) => text.WordAt(end) is > 0 and int next && text.Words[next - 1].End <= end;

    private static string StemOf(AccountText text, TextSpan term)
    {
        int first = text.WordAt(term.Start), last = text.WordAt(term.End);
        return string.Join(' ', Enumerable.Range(first, Math.Max(0, last - first)).Where(i => !text.Words[i].Term.IsFunctionWord || NominalReader.IsJoined(text, i)).Select(i => text.Words[i].Term is { CanBeNoun: true } term ? term.Lemma : text.Words[i].Term.Stem));
    }

    /// <summary>The shortest of its forms, without leading articles and prepositions: mostly the dictionary form.</summary>
    private static string Shown(AccountText text, ImmutableArray<TextSpan> spans) => spans
        .Select(span =>
        {
            int first = text.WordAt(span.Start), last = text.WordAt(span.End);
            while (first + 1 < last && text.Words[first].Term.IsFunctionWord && text.Families?.Opens(text.Words[first].Term) is not false && !NominalReader.IsJoined(text, first))
                first++;
            return last > first ? text.SpanOf(first, last).In(text.Text).ToString() : span.In(text.Text).ToString();
        })
        .OrderBy(static form => form.Length).ThenBy(static form => form, StringComparer.Ordinal).First();

    private static bool IsQuoted(AccountText text, TextSpan span)
    {
        int word = text.WordAt(span.Start);
        return word < text.Words.Length && text.Words[word].IsQuoted;
    }
}
