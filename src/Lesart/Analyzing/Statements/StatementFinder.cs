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
        RemoveEchoes(drafts);
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

    /// <summary>A verb of saying inside what somebody else says, without a speaker of its own ("..., unterstreiche, wie verzweifelt er sei"), is part of that saying, and so are its quoted wordings.</summary>
    private static void RemoveEchoes(List<StatementDraft> drafts)
    {
        HashSet<StatementDraft> echoes = new(ReferenceEqualityComparer.Instance);
        foreach (StatementDraft draft in drafts)
        {
            if (draft is { Source: null, Within: null, Cue.Count: > 0 } && draft.Rule != StatementScorer.Rule && drafts.Exists(other => other.Source is not null && draft.Cue.TrueForAll(cue => IsIn(other, cue)) && draft.Content.TrueForAll(content => IsIn(other, content))))
                echoes.Add(draft);
        }

        drafts.RemoveAll(draft => echoes.Contains(draft) || (draft.Within is not null && echoes.Contains(draft.Within)));
    }

    private static bool IsIn(StatementDraft draft, TextSpan span) => draft.Content.Exists(content => content.Contains(span));
}
