using System.Collections.Immutable;
using System.Globalization;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Finds who says what, on whose word, how firmly; and what the outlet tells in its own voice.</summary>
internal static class StatementFinder
{
    /// <summary>The statements of a text, by the first word of content or cue.</summary>
    public static ImmutableArray<Statement> Find(
        TaggedText text, MentionLayer mentions, ImmutableArray<TimeExpression> times, ImmutableArray<Quantity> quantities, Article article, AnalysisOptions options)
    {
        if (text.Count == 0)
            return [];
        StatementText seen = new(text, QuotationFinder.Find(text));
        List<StatementDraft> drafts = new StatementReader(seen).Read();
        drafts.RemoveAll(static draft => draft.Content.Count == 0 && draft.Rule != StatementScorer.Rule); // in a speech an act of speaking counts though nothing of it is told
        StatementDraft[] ordered = [.. drafts.OrderBy(static draft => draft.Start).ThenBy(static draft => draft.Within is null ? 0 : 1).ThenBy(static draft => draft.End).ThenBy(static draft => draft.Kind)];
        StatementBuilder builder = new(seen, mentions, times, quantities, article, options);
        Dictionary<StatementDraft, string> ids = new(ReferenceEqualityComparer.Instance);
        for (int i = 0; i < ordered.Length; i++)
            ids.Add(ordered[i], "s" + (i + 1).ToString(CultureInfo.InvariantCulture));
        ImmutableArray<Statement>.Builder statements = ImmutableArray.CreateBuilder<Statement>(ordered.Length);
        foreach (StatementDraft draft in ordered)
            statements.Add(builder.Build(draft, ids[draft], draft.Within is null ? null : ids.GetValueOrDefault(draft.Within)));
        return statements.MoveToImmutable();
    }
}
