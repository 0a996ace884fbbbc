using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Finds the nouns that accounts use for a named person, body or thing: roles and descriptions, nouns beside its name, and the same words elsewhere.</summary>
/// <remarks>Nouns that stand beside a name in one account show what it can be called; where another account has such a noun alone, it means the entity
/// if the account speaks of it and of no other that the noun fits better.</remarks>
internal static class EntityTerms
{
    private const int MinMentions = 2;
    private const string CompanyMeaning = "company"; // a row of meanings.tsv: what any body of business is called

    internal readonly record struct EntityTerm(string Entity, AccountText Text, TextSpan Span);

    /// <summary>All terms, by account and place.</summary>
    public static IEnumerable<EntityTerm> Find(IReadOnlyList<AccountText> texts)
    {
        List<EntityTerm> terms = [.. texts.SelectMany(Beside)];
        Dictionary<string, HashSet<string>> called = new(StringComparer.Ordinal);
        foreach (EntityTerm term in terms)
        {
            if (!called.TryGetValue(term.Entity, out HashSet<string>? keys))
                called[term.Entity] = keys = new(StringComparer.Ordinal);
            keys.UnionWith(KeysOf(term.Text, term.Text.WordAt(term.Span.End) - 1));
        }

        Dictionary<string, int> mentions = texts.SelectMany(static text => text.Account.Mentions).CountBy(static mention => mention.Entity, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        string? body = called.Where(static pair => pair.Value.Contains("m:" + CompanyMeaning)).OrderByDescending(pair => mentions.GetValueOrDefault(pair.Key)).ThenBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => pair.Key).FirstOrDefault();
        HashSet<(int, int)> taken = [.. terms.Select(static term => (term.Text.Index, term.Span.End))];
        foreach (AccountText text in texts)
            terms.AddRange(Elsewhere(text, called, mentions, taken, body));
        return terms.OrderBy(static term => term.Text.Index).ThenBy(static term => term.Span.Start);
    }

    /// <summary>Nouns that stand alone and are what an entity of the account is called elsewhere.</summary>
    private static IEnumerable<EntityTerm> Elsewhere(AccountText text, Dictionary<string, HashSet<string>> called, Dictionary<string, int> mentions, HashSet<(int, int)> taken, string? body)
    {
        (string Id, HashSet<string> Keys)[] known = [.. text.Account.Entities.Where(entity => called.ContainsKey(entity.Id) && mentions.GetValueOrDefault(entity.Id) >= MinMentions)
            .OrderByDescending(entity => mentions[entity.Id]).ThenBy(static entity => entity.Id, StringComparer.Ordinal).Select(entity => (entity.Id, called[entity.Id]))];
        if (body is not null && !known.Any(candidate => candidate.Id == body))
            known = [.. known, (body, called[body])]; // the one company of a story is meant even where its name was not read
        TextSpan[] mentioned = [.. text.Account.Mentions.Where(static mention => mention.Kind is not MentionKind.Pronoun).Select(static mention => mention.Span)];
        for (int i = 0; i < text.Words.Length; i++)
        {
            if (!WordingFinder.IsNoun(text, i) || taken.Contains((text.Index, text.Words[i].End)) || mentioned.Any(span => span.Contains(text.Words[i].Start)))
                continue;
            string[] keys = [.. KeysOf(text, i)];
            string? entity = known.FirstOrDefault(candidate => keys.Any(candidate.Keys.Contains)).Id;
            if (entity is not null)
                yield return new EntityTerm(entity, text, text.SpanOf(i, i + 1));
        }
    }

    private static IEnumerable<string> KeysOf(AccountText text, int word)
    {
        if (word < 0 || word >= text.Words.Length)
            yield break;
        Term term = text.Words[word].Term;
        yield return text.Language + ":" + term.Stem;
        foreach (string meaning in WordingFinder.MeaningsOf(text, term))
            yield return "m:" + meaning;
    }

    /// <summary>Roles, descriptions and buildings that mean an entity, and the noun that stands right before its name.</summary>
    private static IEnumerable<EntityTerm> Beside(AccountText text)
    {
        TextSpan[] mentioned = [.. text.Account.Mentions.Where(static mention => mention.Kind is not MentionKind.Pronoun).Select(static mention => mention.Span)];
        Dictionary<string, EntityType> types = text.Account.Entities.GroupBy(static entity => entity.Id, StringComparer.Ordinal).ToDictionary(static group => group.Key, static group => group.First().Type, StringComparer.Ordinal);
        foreach (Mention mention in text.Account.Mentions)
        {
            if (mention.Start >= mention.End || mention.End > text.Text.Length)
                continue;
            if (mention.Kind is MentionKind.Nominal or MentionKind.Metonym && EndsWord(text, mention.End))
                yield return new EntityTerm(mention.Entity, text, mention.Span);
            if (mention.Kind is not MentionKind.Name || types.GetValueOrDefault(mention.Entity, EntityType.Other) is not (EntityType.Person or EntityType.Organization or EntityType.Product or EntityType.Other))
                continue;
            if (!IsWhole(text, mention))
                continue; // "Besuch Putins": another's name after a noun says whose it is
            int before = text.WordAt(mention.Start) - 1;
            if (before < 0 || text.Words[before].End > mention.Start || mentioned.Any(span => span.Contains(text.Words[before].Start)) || !WordingFinder.IsNoun(text, before))
                continue;
            if (text.Text.AsSpan(text.Words[before].End, mention.Start - text.Words[before].End).Trim().IsEmpty)
                yield return new EntityTerm(mention.Entity, text, text.SpanOf(before, before + 1));
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
}
