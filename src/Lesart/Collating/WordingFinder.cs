using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Collects what each account calls the same person, body, place, event or document.</summary>
internal static class WordingFinder
{
    private const int MaxThings = 12;
    private const int MinAccounts = 2;

    /// <summary>Only where accounts part in their terms, or one of them has several; by number of accounts, ties by entity.</summary>
    public static ImmutableArray<Wording> Find(IReadOnlyList<AccountText> texts)
    {
        Dictionary<string, List<WordingTerm>> terms = new(StringComparer.Ordinal);
        foreach (AccountText text in texts)
        {
            foreach (IGrouping<(string Entity, string Stem), (string Entity, TextSpan Span)> group in Terms(text).GroupBy(term => (term.Entity, StemOf(text, term.Span))))
            {
                if (!terms.TryGetValue(group.Key.Entity, out List<WordingTerm>? list))
                    terms[group.Key.Entity] = list = [];
                list.Add(Tell(text, [.. group.Select(static term => term.Span)]));
            }
        }

        IEnumerable<Wording> entities = terms.Select(static pair => new Wording(pair.Key, [.. pair.Value])).Where(HasChoice);
        return [.. Order(entities), .. Order(Things(texts)).Take(MaxThings)];
    }

    private static bool HasChoice(Wording wording) => wording.Terms.Select(static term => term.Term).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1;

    private static IEnumerable<Wording> Order(IEnumerable<Wording> wordings) => wordings
        .OrderByDescending(static wording => wording.Terms.Select(static term => term.Account).Distinct(StringComparer.Ordinal).Count())
        .ThenByDescending(static wording => wording.Terms.Sum(static term => term.Count)).ThenBy(static wording => wording.Entity, StringComparer.Ordinal);

    private static WordingTerm Tell(AccountText text, ImmutableArray<TextSpan> spans) =>
        new(text.Account.Id, Shown(text, spans), spans.Length, spans) { Quoted = spans.Count(span => IsQuoted(text, span)) };

    /// <summary>Roles, descriptions and buildings that mean an entity, and the noun that stands right before its name.</summary>
    private static IEnumerable<(string Entity, TextSpan Span)> Terms(AccountText text)
    {
        TextSpan[] mentioned = [.. text.Account.Mentions.Where(static mention => mention.Kind is not MentionKind.Pronoun).Select(static mention => mention.Span)];
        Dictionary<string, EntityType> types = text.Account.Entities.GroupBy(static entity => entity.Id, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.First().Type, StringComparer.Ordinal);
        foreach (Mention mention in text.Account.Mentions)
        {
            if (mention.Start >= mention.End || mention.End > text.Text.Length)
                continue;
            if (mention.Kind is MentionKind.Nominal or MentionKind.Metonym && EndsWord(text, mention.End))
                yield return (mention.Entity, mention.Span);
            if (mention.Kind is not MentionKind.Name || types.GetValueOrDefault(mention.Entity, EntityType.Other) is not (EntityType.Person or EntityType.Organization or EntityType.Product))
                continue;
            if (!IsWhole(text, mention))
                continue; // "Besuch Putins": another's name after a noun says whose it is
            int before = text.WordAt(mention.Start) - 1;
            if (before < 0 || text.Words[before].End > mention.Start || mentioned.Any(span => span.Contains(text.Words[before].Start)) || !IsNoun(text, before))
                continue;
            if (text.Text.AsSpan(text.Words[before].End, mention.Start - text.Words[before].End).Trim().IsEmpty)
                yield return (mention.Entity, text.SpanOf(before, before + 1));
        }
    }

    /// <summary>What accounts call a thing without a name: nouns that mean the same, and compounds with the same head.</summary>
    private static IEnumerable<Wording> Things(IReadOnlyList<AccountText> texts)
    {
        TermIds keys = new();
        List<(AccountText Text, int Word, int[] Keys)> nouns = [];
        foreach (AccountText text in texts)
        {
            TextSpan[] taken = [.. text.Account.Mentions.Select(static mention => mention.Span), .. text.Account.Times.Select(static time => time.Span), .. text.Account.Quantities.Select(static quantity => quantity.Span)];
            for (int i = 0; i < text.Words.Length; i++)
            {
                if (!IsNoun(text, i) || taken.Any(span => span.Contains(text.Words[i].Start)))
                    continue;
                Term term = text.Words[i].Term;
                string concept = term.Parts.Length > 0 ? term.Parts[^1] : term.Concept;
                List<int> of = [keys.Of(text.Language + ":" + concept)];
                if (term.Parts.Length == 0 && term.Pivots.Length > 0)
                    of.Add(keys.Of("p:" + term.Pivots[0]));
                nouns.Add((text, i, [.. of]));
            }
        }

        UnionFind sets = new(keys.Count);
        foreach ((_, _, int[] of) in nouns.Where(static noun => noun.Keys.Length > 1))
            sets.Join(of[0], of[1]);
        foreach (IGrouping<int, (AccountText Text, int Word, int[] Keys)> set in nouns.GroupBy(noun => sets.Root(noun.Keys[0])))
        {
            ImmutableArray<WordingTerm> terms =
            [
                .. set.GroupBy(static noun => (noun.Text.Index, noun.Text.Words[noun.Word].Term.Stem))
                    .Select(static group => Tell(group.First().Text, [.. group.Select(static noun => noun.Text.SpanOf(noun.Word, noun.Word + 1))])),
            ];
            if (terms.Select(static term => term.Account).Distinct(StringComparer.Ordinal).Count() < MinAccounts)
                continue;
            string usual = terms.GroupBy(static term => term.Term, StringComparer.Ordinal).OrderByDescending(static group => group.Count())
                .ThenByDescending(static group => group.Sum(static term => term.Count)).ThenBy(static group => group.Key, StringComparer.Ordinal).First().Key;
            Wording wording = new(usual, terms);
            if (HasChoice(wording) && set.Select(static noun => noun.Text.Words[noun.Word].Term.Stem).Distinct(StringComparer.Ordinal).Count() > 1)
                yield return wording;
        }
    }

    // A mention that is only part of a compound is no term for the whole.
    private static bool EndsWord(AccountText text, int end) => text.WordAt(end) is > 0 and int next && text.Words[next - 1].End <= end;

    /// <summary>Whether the name stands as the account's entity is shown or as a part of that, without an ending of its own.</summary>
    private static bool IsWhole(AccountText text, Mention mention)
    {
        string last = mention.Span.In(text.Text).ToString().Split(' ')[^1];
        return EndsWord(text, mention.End) && !text.Account.Entities.Any(entity => entity.Id == mention.Entity
            && entity.Name.Split(' ').Concat(entity.Names.SelectMany(static name => name.Split(' '))).Any(part => part.Length > 2 && last.Length == part.Length + 1 && last.StartsWith(part, StringComparison.Ordinal)));
    }

    private static bool IsNoun(AccountText text, int word) => text.Words[word] is { IsNumber: false, Term: { IsNoun: true, IsFunctionWord: false, IsName: false } };

    private static string StemOf(AccountText text, TextSpan term)
    {
        int first = text.WordAt(term.Start), last = text.WordAt(term.End);
        return string.Join(' ', Enumerable.Range(first, Math.Max(0, last - first)).Where(i => !text.Words[i].Term.IsFunctionWord).Select(i => text.Words[i].Term.Stem));
    }

    /// <summary>The shortest of its forms, without leading function words: mostly the dictionary form.</summary>
    private static string Shown(AccountText text, ImmutableArray<TextSpan> spans) => spans
        .Select(span =>
        {
            int first = text.WordAt(span.Start), last = text.WordAt(span.End);
            while (first + 1 < last && text.Words[first].Term.IsFunctionWord)
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
