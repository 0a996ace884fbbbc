using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Joins names, roles and pronouns that mean the same, inside the article and over spellings.</summary>
internal static class EntityLinker
{
    public static MentionLayer Link(TaggedText text, ImmutableArray<FoundName> names, Article article, AnalysisOptions options)
    {
        Dictionary<string, Entity> entities = new(StringComparer.Ordinal);
        List<Mention> mentions = [];
        foreach (FoundName name in names)
        {
            TextSpan span = text.Tokenized.SpanOf(name.First, name.Last);
            string form = span.In(text.Text).ToString();
            string id = name.Type + ":" + form;
            entities.TryAdd(id, new Entity { Id = id, Type = name.Type, Name = form });
            mentions.Add(new Mention(span.Start, span.End, id, MentionKind.Name));
        }

        return new MentionLayer([.. entities.Values], [.. mentions]);
    }
}
