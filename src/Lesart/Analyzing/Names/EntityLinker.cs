using System.Collections.Immutable;

namespace Lesart.Analyzing;

/// <summary>Joins names, roles and pronouns that mean the same, inside the article and over spellings.</summary>
/// <remarks>First the names: whole ones by the tables and by their key, then surnames alone. Then what else speaks of the same: metonyms, ministries, roles,
/// descriptions, pronouns where only one person fits. Whatever stays doubtful gets no link.</remarks>
internal static class EntityLinker
{
    public static MentionLayer Link(NameText text, ImmutableArray<FoundName> names, Article article, AnalysisOptions options)
    {
        NameResolver resolver = new(text, article.Published?.Day, article.Title);
        List<LinkedMention> mentions = resolver.Resolve(names);
        MetonymFinder.Mark(text.Tagged, text.Tables, resolver, mentions);
        MinistryFinder.Mark(text, resolver, mentions);
        NominalFinder.Add(text, resolver, mentions);
        DescriptionFinder.Add(text, resolver, mentions);
        PronounFinder.Add(text, mentions);
        mentions.Sort(static (left, right) => left.Span.CompareTo(right.Span));
        return Layer(mentions, options);
    }

    private static MentionLayer Layer(List<LinkedMention> mentions, AnalysisOptions options)
    {
        ImmutableArray<Mention>.Builder built = ImmutableArray.CreateBuilder<Mention>(mentions.Count);
        List<Referent> referents = [];
        foreach (LinkedMention mention in mentions)
        {
            // a known entity and an unknown name can have one id: they are one
            Referent? referent = Same(referents, mention.Referent);
            if (referent is null)
                referents.Add(referent = mention.Referent);
            if (mention.Kind == MentionKind.Name && !referent.Names.Contains(mention.Form, StringComparer.Ordinal))
                referent.Names.Add(mention.Form);
            built.Add(new Mention(mention.Span.Start, mention.Span.End, mention.Referent.Id, mention.Kind) { Explain = options.Explain ? mention.Because : null });
        }

        return new MentionLayer([.. referents.Select(static referent => referent.ToEntity())], built.MoveToImmutable());
    }

    private static Referent? Same(List<Referent> referents, Referent sought)
    {
        foreach (Referent known in referents)
        {
            if (known == sought || known.Id == sought.Id)
                return known;
        }

        return null;
    }
}
