using System.Collections.Immutable;
using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>Ties accounts that share an origin: text, a credited agency, or one that names another as its source.</summary>
internal static class StrandFinder
{
    private const int MinSharedWords = 18;
    private const int MinVerbatimWords = 16;
    private const double MinVerbatimLikeness = 0.9;
    private const int LeadSentences = 2;
    private const double MinSharedPart = 0.2;

    /// <summary>Strands by their first account; every account is in exactly one.</summary>
    /// <returns>The strands, and for each account the place of its strand.</returns>
    public static (ImmutableArray<Strand> Strands, int[] StrandOf) Find(IReadOnlyList<AccountText> texts, ImmutableArray<SharedRun> runs, NoteWords words)
    {
        UnionFind ties = new(texts.Count);
        List<(int Account, string Why)> reasons = [];
        TieByText(texts, runs, ties, reasons, words);
        TieByAgency(texts, ties, reasons, words);
        TieByNaming(texts, ties, reasons, words);

        int[] strandOf = new int[texts.Count];
        List<int> roots = [];
        for (int i = 0; i < texts.Count; i++)
        {
            int root = ties.Root(i);
            if (!roots.Contains(root))
                roots.Add(root);
            strandOf[i] = roots.IndexOf(root);
        }

        ImmutableArray<Strand> strands =
        [
            .. roots.Select((_, place) => new Strand(
                "st" + (place + 1).ToString(System.Globalization.CultureInfo.InvariantCulture),
                [.. Enumerable.Range(0, texts.Count).Where(i => strandOf[i] == place).Select(i => texts[i].Account.Id)],
                Origin([.. Enumerable.Range(0, texts.Count).Where(i => strandOf[i] == place).Select(i => texts[i].Account)]))
            {
                Why = [.. reasons.Where(reason => strandOf[reason.Account] == place).Select(static reason => reason.Why).Distinct(StringComparer.Ordinal)],
            }),
        ];
        return (strands, strandOf);
    }

    /// <summary>Text that is no quotation and more than a phrase.</summary>
    private static void TieByText(IReadOnlyList<AccountText> texts, ImmutableArray<SharedRun> runs, UnionFind ties, List<(int, string)> reasons, NoteWords words)
    {
        foreach (IGrouping<(int, int), SharedRun> pair in runs.Where(static run => !run.IsQuotation).GroupBy(static run => (run.LeftAccount, run.RightAccount)))
        {
            (int left, int right) = pair.Key;
            int count = pair.Sum(static run => run.SameWords);
            int shorter = Math.Min(texts[left].Words.Length, texts[right].Words.Length);
            bool isMuch = count >= MinSharedWords && (count >= 2 * MinSharedWords || count >= MinSharedPart * shorter);
            if (!isMuch && pair.Where(static run => run.Likeness >= MinVerbatimLikeness).Sum(static run => run.SameWords) < MinVerbatimWords)
                continue;
            ties.Join(left, right);
            reasons.Add((left, words.Say("text", count)));
        }
    }

    private static void TieByAgency(IReadOnlyList<AccountText> texts, UnionFind ties, List<(int, string)> reasons, NoteWords words)
    {
        Dictionary<string, int> first = new(StringComparer.OrdinalIgnoreCase);
        for (int i = 0; i < texts.Count; i++)
        {
            foreach (string agency in texts[i].Account.Agencies)
            {
                if (first.TryAdd(agency, i))
                    continue;
                ties.Join(first[agency], i);
                reasons.Add((i, words.Say("agency", agency)));
            }
        }

        for (int i = 0; i < texts.Count; i++)
        {
            if (texts[i].Account.Outlet is string outlet && first.TryGetValue(outlet, out int credited) && credited != i)
            {
                ties.Join(credited, i);
                reasons.Add((i, words.Say("agency", outlet)));
            }
        }
    }

    /// <summary>What an account takes over as its news it cites at its head; what it cites further down is one of its sources.</summary>
    private static bool IsInLead(AccountText text, Statement statement) =>
        statement.Content.Concat(statement.Source).Concat(statement.Cue).Any(span => text.SentenceAt(span.Start) < LeadSentences);

    /// <summary>Whether the account says in its own voice that it asked or saw for itself: then it cites another and retells more than that.</summary>
    private static bool TellsOwnWork(AccountText text) => text.Replies is ReplyWords words && words.OwnWork.Exists(phrase =>
        Enumerable.Range(0, Math.Max(0, text.Words.Length - phrase.Length + 1)).Any(at => phrase.Select((word, i) => !text.Words[at + i].IsQuoted && text.Words[at + i].Term.Folded == word).All(static isMet => isMet)));

    /// <summary>"wie X berichtet": a link of a statement's chain, or a statement's speaker, is the outlet of another account of the story.</summary>
    private static void TieByNaming(IReadOnlyList<AccountText> texts, UnionFind ties, List<(int, string)> reasons, NoteWords words)
    {
        ILookup<string, int> byOutlet = texts.Where(static text => text.Account.Outlet is not null)
            .ToLookup(static text => text.Account.Outlet!, static text => text.Index, StringComparer.OrdinalIgnoreCase); // filtered above
        foreach (AccountText text in texts)
        {
            bool? isOwnWork = null;
            Dictionary<string, Entity> entities = new(StringComparer.Ordinal);
            foreach (Entity entity in text.Account.Entities)
                entities.TryAdd(entity.Id, entity);
            Statement[] lead = [.. text.Account.Statements.Where(statement => IsInLead(text, statement))];
            foreach (string id in lead.SelectMany(static statement => statement.Via.Select(static hop => hop.Entity).Append(statement.Speaker)).OfType<string>().Distinct(StringComparer.Ordinal))
            {
                if (entities.TryGetValue(id, out Entity? named) && named.Type == EntityType.Organization)
                    Tie(named.Names.Prepend(named.Name).Distinct(StringComparer.OrdinalIgnoreCase).SelectMany(name => byOutlet[name]), named.Name);
            }

            // an outlet that is no known body, by its name alone: only the first sentence tells whose news it is
            foreach (IGrouping<string, int> other in byOutlet.Where(other => lead.Any(statement => statement.Source.Any(source => text.SentenceAt(source.Start) == 0 && AccountText.HoldsName(source.In(text.Text), other.Key)))))
                Tie(other, other.Key);

            void Tie(IEnumerable<int> others, string name)
            {
                foreach (int other in others.Distinct().Order())
                {
                    if (other == text.Index || texts[other].Account.Outlet == text.Account.Outlet || (isOwnWork ??= TellsOwnWork(text)))
                        continue;
                    ties.Join(text.Index, other);
                    reasons.Add((text.Index, words.Say("names", name)));
                }
            }
        }
    }

    /// <summary>The agency that most accounts of the strand credit, ties by name; null where none does.</summary>
    private static string? Origin(Account[] accounts) => accounts
        .SelectMany(static account => account.Agencies)
        .GroupBy(static agency => agency, StringComparer.OrdinalIgnoreCase)
        .OrderByDescending(static group => group.Count()).ThenBy(static group => group.Key, StringComparer.Ordinal)
        .Select(static group => group.First())
        .FirstOrDefault();
}
