using System.Collections.Immutable;

namespace Lesart.Tests.Dossiers;

/// <summary>An account drawn by hand: spans are given as the words that stand there.</summary>
internal sealed class AccountSketch
{
    private readonly Article _article;
    private readonly List<Entity> _entities = [];
    private readonly List<Mention> _mentions = [];
    private readonly List<Statement> _statements = [];

    public AccountSketch(string id, string outlet, string published, string language, string title, string text, string? agency = null, string? url = null) =>
        _article = new Article
        {
            Id = id,
            Source = id + ".txt",
            Outlet = outlet,
            Title = title,
            Published = PublicationTime.TryParse(published, out PublicationTime time) ? time : null,
            Language = language,
            Text = text,
            Agencies = agency is null ? [] : [agency],
            Url = url ?? $"https://{id}.example/artikel?nr=1&teil=2",
        };

    public AccountSketch Names(string id, EntityType type, string name, params string[] spellings)
    {
        string[] used = [.. spellings.Where(spelling => _article.Text.Contains(spelling, StringComparison.Ordinal))];
        if (used.Length == 0)
            return this;
        _entities.Add(new Entity { Id = id, Type = type, Name = name, Names = [.. used] });
        foreach (string spelling in used)
        {
            for (int at = 0; (at = _article.Text.IndexOf(spelling, at, StringComparison.Ordinal)) >= 0; at += spelling.Length)
            {
                if (!_mentions.Exists(mention => mention.Start < at + spelling.Length && at < mention.End))
                    _mentions.Add(new Mention(at, at + spelling.Length, id, MentionKind.Name));
            }
        }

        return this;
    }

    public AccountSketch Says(string id, StatementKind kind, Stance stance, string? speaker, string? source, string? cue, string content, params string[] about)
    {
        _statements.Add(new Statement
        {
            Id = id,
            Kind = kind,
            Stance = stance,
            Speaker = speaker,
            Content = [Find(content)],
            Cue = cue is null ? [] : [Find(cue)],
            Source = source is null ? [] : [Find(source)],
            About = [.. about],
        });
        return this;
    }

    public TextSpan Find(string words)
    {
        int at = _article.Text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? throw new ArgumentException($"'{words}' doesn't stand in {_article.Id}", nameof(words)) : new TextSpan(at, at + words.Length);
    }

    public Account Draw(string story, bool isIncomplete = false) => new(_article with { Incomplete = isIncomplete })
    {
        Story = story,
        Sentences = [.. Sentences()],
        Entities = [.. _entities],
        Mentions = [.. _mentions.OrderBy(static mention => mention.Start)],
        Statements = [.. _statements.OrderBy(static statement => statement.Content[0])],
    };

    private IEnumerable<TextSpan> Sentences()
    {
        string text = _article.Text;
        int start = 0;
        for (int at = 0; at < text.Length; at++)
        {
            bool isEnd = at == text.Length - 1 || text[at + 1] == '\n' || (text[at] is '.' or '?' && text[at + 1] == ' ' && at + 2 < text.Length && char.IsUpper(text[at + 2]) && !char.IsDigit(text[at - 1]));
            if (!isEnd || at < start)
                continue;
            yield return new TextSpan(start, at + 1);
            start = at + 1;
            while (start < text.Length && char.IsWhiteSpace(text[start]))
                start++;
        }
    }
}
