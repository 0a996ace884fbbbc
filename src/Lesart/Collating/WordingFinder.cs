using System.Collections.Immutable;

namespace Lesart.Collating;

/// <summary>Collects what each account calls the same person, body, place, event or document.</summary>
internal static class WordingFinder
{
    /// <summary>Only where accounts part in their terms, or one of them has several; by number of accounts, ties by entity.</summary>
    public static ImmutableArray<Wording> Find(IReadOnlyList<AccountText> texts)
    {
        Dictionary<string, List<WordingTerm>> terms = new(StringComparer.Ordinal);
        foreach (AccountText text in texts)
        {
            foreach (IGrouping<(string Entity, string Stem), Mention> group in text.Account.Mentions
                .Where(mention => mention.Kind is MentionKind.Nominal or MentionKind.Metonym && mention.End <= text.Text.Length && mention.Start < mention.End)
                .GroupBy(mention => (mention.Entity, StemOf(text, mention))))
            {
                if (!terms.TryGetValue(group.Key.Entity, out List<WordingTerm>? list))
                    terms[group.Key.Entity] = list = [];
                ImmutableArray<TextSpan> spans = [.. group.Select(static mention => mention.Span)];
                list.Add(new WordingTerm(text.Account.Id, Shown(text, spans), spans.Length, spans) { Quoted = spans.Count(span => IsQuoted(text, span)) });
            }
        }

        return
        [
            .. terms.Where(static pair => pair.Value.Select(static term => term.Term).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
                .OrderByDescending(static pair => pair.Value.Select(static term => term.Account).Distinct(StringComparer.Ordinal).Count())
                .ThenByDescending(static pair => pair.Value.Sum(static term => term.Count)).ThenBy(static pair => pair.Key, StringComparer.Ordinal)
                .Select(static pair => new Wording(pair.Key, [.. pair.Value])),
        ];
    }

    private static string StemOf(AccountText text, Mention mention)
    {
        int first = text.WordAt(mention.Start), last = text.WordAt(mention.End);
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
