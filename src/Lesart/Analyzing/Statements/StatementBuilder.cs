using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Makes a record of a draft: stance, speaker, chain, and what its content mentions.</summary>
internal sealed class StatementBuilder(
    StatementText text, MentionLayer mentions, ImmutableArray<TimeExpression> times, ImmutableArray<Quantity> quantities, Article article, AnalysisOptions options)
{
    /// <summary>Who says "I" outside quotation marks: the only author, where the text names them.</summary>
    private readonly string? _author = article.Authors is [string name] ? mentions.Entities.FirstOrDefault(entity => entity.Name == name || entity.Names.Contains(name))?.Id : null;

    public Statement Build(StatementDraft draft, string id, string? within)
    {
        draft.Content.Sort();
        draft.Cue.Sort();
        if (draft is { Cue.Count: 0, Kind: StatementKind.Direct, Source: { Start: 0 } opening } && IsPlace(opening))
            draft.Source = null; // "Berlin – „...“": where it is written, nobody who speaks
        return new Statement
        {
            Id = id,
            Kind = draft.Kind,
            Stance = StanceReader.Read(text, draft, IsAhead),
            Content = [.. draft.Content],
            Cue = [.. draft.Cue],
            Source = draft.Source is TextSpan source ? [source] : [],
            Speaker = draft.Kind == StatementKind.Narrated ? null : IsAuthor(draft) ? _author : EntityIn(draft.Owner ?? draft.Source),
            Within = within,
            Via = [.. draft.Via.Select(span => new Hop(span.Start, span.End, EntityIn(span)))],
            About = [.. mentions.Mentions.Where(mention => IsIn(draft.Content, mention.Span)).Select(static mention => mention.Entity).Distinct(StringComparer.Ordinal)],
            Times = Indices(times, draft.Content, static time => time.Span),
            Quantities = Indices(quantities, draft.Content, static quantity => quantity.Span),
            CueClass = draft.CueClass is null or "says" ? null : draft.CueClass,
            Explain = options.Explain ? Explain(draft) : null,
        };
    }

    /// <summary>Whether a span holds a time that lies ahead of the day of publication.</summary>
    private bool IsAhead(TextSpan span)
    {
        foreach (TimeExpression time in times)
        {
            if (span.Contains(time.Span) && time.Type is not TimeType.Duration && article.Published is PublicationTime published && time.From >= published.Day && time.To > published.Day)
                return true;
        }

        return false;
    }

    private bool IsAuthor(StatementDraft draft) =>
        draft.Rule == StatementScorer.Rule && draft.Source is TextSpan source && text.Tag(text.Tagged.Tokenized.TokenAt(source.Start)) is { Upos: Upos.Pron, Person: 1, Number: GrammaticalNumber.Singular };

    /// <summary>The entity that a source names: the first mention that begins it, else the first inside; null where it holds none.</summary>
    private string? EntityIn(TextSpan? span)
    {
        if (span is not TextSpan source)
            return null;
        int first = text.Tagged.Tokenized.TokenAt(source.Start), last = Math.Min(text.Count, text.Tagged.Tokenized.TokenAt(source.End - 1) + 1);
        int nucleusEnd = StatementNounGroups.End(text, first, last);
        for (int mark = PossessiveBehind(first, nucleusEnd, last); mark >= 0 && mark + 1 < last; mark = PossessiveBehind(first, nucleusEnd, last))
            (first, nucleusEnd) = (mark + 1, StatementNounGroups.End(text, mark + 1, last));
        TextSpan nucleus = nucleusEnd > first ? text.SpanOf(first, nucleusEnd) : source;
        bool isText = IsCueNoun(first, nucleusEnd);
        Mention? best = null;
        int bestRank = int.MaxValue;
        foreach (Mention mention in mentions.Mentions)
        {
            if (mention.Start >= source.End)
                break;
            if (!source.Contains(mention.Span) || EndsInsideToken(mention))
                continue; // the first part of a compound is nobody: "US-Medien", "EU-Diplomaten"
            if (!text.Lexicon.IsVerbFinal && nucleus.Contains(mention.Span) && mention.End < nucleus.End && IsBeforeHead(mention))
                continue; // "the Miller campaign"
            int rank = Rank(mention, nucleus, isText);
            if (rank < bestRank || (rank == bestRank && nucleus.Contains(mention.Span)))
                (best, bestRank) = (mention, rank); // of several names in the nucleus the last one is its head
        }

        return best?.Entity;
    }

    /// <summary>The last possessive mark of a group or right behind it ("Latvia's minister"): whose the head is comes before it, and doesn't speak; -1 where there is none.</summary>
    private int PossessiveBehind(int first, int end, int last)
    {
        for (int i = Math.Min(end, last - 1); i > first; i--)
        {
            if (text.Tag(i).Upos is Upos.Part && text.Tagged.Text[text.Tagged.Token(i).Start] is '\'' or '’')
                return i;
        }

        return -1;
    }

    /// <summary>Whether a person's name only tells whose a noun behind it is.</summary>
    private bool IsBeforeHead(Mention mention)
    {
        int behind = text.Tagged.Tokenized.TokenAt(mention.End - 1) + 1;
        return mention.Kind == MentionKind.Name && IsPerson(mention.Entity) && behind < text.Count && text.Tag(behind).Upos is Upos.Noun && !text.Is(behind, WordClass.TimeNoun);
    }

    private bool EndsInsideToken(Mention mention)
    {
        int token = text.Tagged.Tokenized.TokenAt(mention.End - 1);
        return token < text.Count && text.Tagged.Token(token).End > mention.End && text.Tagged.Text[mention.End] == '-';
    }

    private bool IsCueNoun(int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (text.Noun(i) is CueNoun noun && (noun.Frames & (CueFrame.Attributing | CueFrame.Text)) != CueFrame.None)
                return true;
        }

        return false;
    }

    /// <summary>A person in the nucleus, then the nucleus as a whole, then a person in apposition, then a body in the nucleus; what only belongs to the nucleus
    /// ("ein Sprecher des Ministeriums") speaks where the nucleus is a text ("Angaben des Ministeriums").</summary>
    private int Rank(Mention mention, TextSpan nucleus, bool isText)
    {
        bool isInNucleus = nucleus.Contains(mention.Span);
        bool isPerson = IsPerson(mention.Entity);
        if (isInNucleus)
            return isPerson ? 0 : mention.Kind == MentionKind.Nominal ? 1 : mention.Span.End == nucleus.End ? 2 : isText ? 4 : mention.Span == nucleus ? 2 : 6;
        // "the 52-year-old" goes beyond the group that the figure ends
        if (mention.Span.Contains(nucleus) || (isPerson && mention.Kind == MentionKind.Nominal && mention.Start >= nucleus.Start && mention.Start < nucleus.End))
            return 1;
        bool isApposition = mention.Start >= 2 && text.Tagged.Text[mention.Start - 2] == ',';
        if (isPerson && isApposition)
            return 3;
        return isText && IsOwner(mention) ? 5 : int.MaxValue;
    }

    /// <summary>Whether a mention behind a text may be whose it is: no preposition says that it only takes part ("Vertrag zwischen Moskau und Pjöngjang").</summary>
    private bool IsOwner(Mention mention)
    {
        int i = text.Tagged.Tokenized.TokenAt(mention.Start) - 1;
        while (i > 0 && (text.IsNoun(i) || text.IsAdjective(i) || text.Is(i, WordClass.NominativeArticle | WordClass.ObliqueArticle | WordClass.Coordinator | WordClass.Honorific)) && !text.Is(i, WordClass.Preposition))
            i--;
        return i < 0 || !text.Is(i, WordClass.Preposition) || text.Is(i, WordClass.Of | WordClass.AttributePreposition | WordClass.TextPreposition);
    }

    private bool IsPlace(TextSpan source)
    {
        foreach (Mention mention in mentions.Mentions)
        {
            if (mention.Start == source.Start && mention.Kind == MentionKind.Name)
                return TypeOf(mention.Entity) is EntityType.Location or EntityType.GeoPolitical && (mention.End >= source.End || text.Tagged.Text[mention.End] == ',');
        }

        return false;
    }

    private EntityType? TypeOf(string entity)
    {
        foreach (Entity found in mentions.Entities)
        {
            if (found.Id == entity)
                return found.Type;
        }

        return null;
    }

    private bool IsPerson(string entity) => TypeOf(entity) is EntityType.Person;

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
        string verb = draft.Origin is { } origin ? $"; verb {origin.Cue.Verb.Lemma} ({origin.Cue.Verb.Class})" : "";
        string cue = draft.Cue.Count == 0 ? "" : $"; cue {string.Join(" … ", draft.Cue.Select(span => span.In(text.Tagged.Text).ToString()))}";
        string source = draft.IsSourceInherited ? "; speaker of the statement before" : "";
        string runnerUp = draft.Origin is { } found && StatementRunnerUp.Find(text, found.Clauses, found.Cue, draft.Source) is (TextSpan span, string why)
            ? $"; rather than {span.In(text.Tagged.Text)}: {why}"
            : "";
        return $"rule {draft.Rule}{verb}{cue}{source}{runnerUp}";
    }
}
