using System.Collections.Immutable;

namespace Lesart.Analyzing;

/// <summary>Makes a record of a draft: stance, speaker, chain, and what its content mentions.</summary>
internal sealed class StatementBuilder(
    StatementText text, MentionLayer mentions, ImmutableArray<TimeExpression> times, ImmutableArray<Quantity> quantities, AnalysisOptions options)
{
    public Statement Build(StatementDraft draft, string id)
    {
        draft.Content.Sort();
        draft.Cue.Sort();
        return new Statement
        {
            Id = id,
            Kind = draft.Kind,
            Stance = StanceReader.Read(text, draft),
            Content = [.. draft.Content],
            Cue = [.. draft.Cue],
            Source = draft.Source is TextSpan source ? [source] : [],
            Speaker = draft.Kind == StatementKind.Narrated ? null : EntityIn(draft.Source),
            Via = [.. draft.Via.Select(span => new Hop(span.Start, span.End, EntityIn(span)))],
            About = [.. mentions.Mentions.Where(mention => IsIn(draft.Content, mention.Span)).Select(static mention => mention.Entity).Distinct(StringComparer.Ordinal)],
            Times = Indices(times, draft.Content, static time => time.Span),
            Quantities = Indices(quantities, draft.Content, static quantity => quantity.Span),
            CueClass = draft.CueClass is null or "says" ? null : draft.CueClass,
            Explain = options.Explain ? Explain(draft) : null,
        };
    }

    /// <summary>The entity that a source names: the first mention that begins it, else the first inside; null where it holds none.</summary>
    private string? EntityIn(TextSpan? span)
    {
        if (span is not TextSpan source)
            return null;
        Mention? best = null;
        foreach (Mention mention in mentions.Mentions)
        {
            if (!source.Contains(mention.Span))
                continue;
            // a name beats a description, which beats a pronoun
            if (best is null || Rank(mention) < Rank(best))
                best = mention;
        }

        return best?.Entity;
    }

    private static int Rank(Mention mention) => mention.Kind switch { MentionKind.Name => 0, MentionKind.Metonym => 0, MentionKind.Nominal => 1, _ => 2 };

    private static bool IsIn(List<TextSpan> content, TextSpan span)
    {
        foreach (TextSpan part in content)
        {
            if (part.Contains(span))
                return true;
        }

        return false;
    }

    private static ImmutableArray<int> Indices<T>(ImmutableArray<T> items, List<TextSpan> content, Func<T, TextSpan> spanOf)
    {
        ImmutableArray<int>.Builder found = ImmutableArray.CreateBuilder<int>();
        for (int i = 0; i < items.Length; i++)
        {
            if (IsIn(content, spanOf(items[i])))
                found.Add(i);
        }

        return found.ToImmutable();
    }

    private string Explain(StatementDraft draft)
    {
        string cue = draft.Cue.Count == 0 ? "" : $"; cue {string.Join(" … ", draft.Cue.Select(span => span.In(text.Tagged.Text).ToString()))}";
        string source = draft.IsSourceInherited ? "; speaker of the statement before" : "";
        string runnerUp = draft.RunnerUp is TextSpan other ? $"; or {other.In(text.Tagged.Text)}" : "";
        return $"rule {draft.Rule}{cue}{source}{runnerUp}";
    }
}
