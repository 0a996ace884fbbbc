using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Collects what each account calls the same person, body, place, event or document.</summary>
internal static class WordingFinder
{
    private const int MaxThings = 24;
    private const int MinAccounts = 2;

    /// <summary>Only where accounts part in their terms, or one of them has several; by number of accounts, ties by entity.</summary>
    public static ImmutableArray<Wording> Find(IReadOnlyList<AccountText> texts)
    {
        IEnumerable<Wording> entities = EntityTerms.Find(texts)
            .GroupBy(static term => term.Entity, StringComparer.Ordinal)
            .Select(static entity => new Wording(entity.Key, [.. entity.GroupBy(static term => (term.Text.Index, StemOf(term.Text, term.Span))).Select(static group => Tell(group.First().Text, [.. group.Select(static term => term.Span)]))]))
            .Where(HasChoice);
        return [.. Order(entities), .. Order(WithoutParts([.. Things(texts)])).Take(MaxThings)];
    }

    private static bool HasChoice(Wording wording) => wording.Terms.Select(static term => term.Term).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1;

    private static IEnumerable<Wording> Order(IEnumerable<Wording> wordings) => wordings
        .OrderByDescending(static wording => wording.Terms.Select(static term => term.Account).Distinct(StringComparer.Ordinal).Count())
        .ThenByDescending(static wording => wording.Terms.Sum(static term => term.Count)).ThenBy(static wording => wording.Entity, StringComparer.Ordinal);

    private static WordingTerm Tell(AccountText text, ImmutableArray<TextSpan> spans) =>
        new(text.Account.Id, Shown(text, spans), spans.Length, spans) { Quoted = spans.Count(span => IsQuoted(text, span)) };

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
                if (IsNoun(text, i) && !taken.Any(span => span.Contains(text.Words[i].Start)))
                    nouns.Add((text, i, [.. KeysOf(text, text.Words[i].Term).Select(keys.Of)]));
            }
        }

        foreach (IGrouping<int, (AccountText Text, int Word)> set in nouns.SelectMany(static noun => noun.Keys.Select(key => (Key: key, noun.Text, noun.Word))).GroupBy(static noun => noun.Key, static noun => (noun.Text, noun.Word)))
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

    /// <summary>What a noun is grouped by: what it means, its head or itself, its translation.</summary>
    private static IEnumerable<string> KeysOf(AccountText text, Term term)
    {
        foreach (string meaning in MeaningsOf(text, term))
            yield return "m:" + meaning;
        yield return text.Language + ":" + (term.Parts.Length > 0 ? term.Parts[^1] : term.Concept);
        if (term.Parts.Length == 0 && term.Pivots.Length > 0)
            yield return "p:" + term.Pivots[0];
    }

    /// <summary>What a noun means, and what a compound's head means.</summary>
    internal static string[] MeaningsOf(AccountText text, Term term) =>
        term.Parts.Length == 0 || text.Lexicon is not TermLexicon lexicon ? term.Meanings : [.. term.Meanings.Union(lexicon.MeaningsOf(term.Parts[^1]), StringComparer.Ordinal)];

    /// <summary>Leaves out what another wording tells as well.</summary>
    private static IEnumerable<Wording> WithoutParts(List<Wording> wordings)
    {
        HashSet<(string, int)>[] places = [.. wordings.Select(static wording => wording.Terms.SelectMany(static term => term.Spans.Select(span => (term.Account, span.Start))).ToHashSet())];
        return wordings.Where((_, i) => !Enumerable.Range(0, wordings.Count).Any(j => j != i && places[i].IsSubsetOf(places[j]) && (places[i].Count < places[j].Count || j < i)));
    }

    /// <summary>A noun by its form, or by the article before it.</summary>
    internal static bool IsNoun(AccountText text, int word)
    {
        if (text.Words[word] is not { IsNumber: false, Term: { IsFunctionWord: false, IsName: false } term })
            return false;
        if (term.IsNoun || !term.CanBeNoun || text.Lexicon is not TermLexicon lexicon)
            return term.IsNoun;
        return IsArticle(word - 1) || (IsArticle(word - 2) && !IsNounAhead(word + 1));

        bool IsArticle(int at) => at >= 0 && text.Words[at].Term.IsFunctionWord && lexicon.IsArticle(text.Words[at].Term.Folded);
        bool IsNounAhead(int at) => at < text.Words.Length && text.Words[at].Term is { CanBeNoun: true, IsFunctionWord: false } && text.Words[at].Start == text.Words[at - 1].End + 1;
    }

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
