using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>Who says what: each speaker with every statement, the accounts that print it, and how.</summary>
internal sealed class SpeakerSection(PageParts parts)
{
    private readonly HtmlWriter _html = parts.Html;
    private readonly InterfaceTexts _texts = parts.Texts;

    /// <summary>Writes the section; nothing where nobody speaks.</summary>
    public void Write(StoryView story)
    {
        List<Speaker> speakers = Speakers(story);
        if (speakers.Count == 0)
            return;
        parts.OpenSection(story, "speakers", speakers.Count);
        foreach (Speaker speaker in speakers.Where(static speaker => speaker.Sayings.Length > 1))
            WriteSpeaker(story, speaker);
        if (speakers.Exists(static speaker => speaker.Sayings.Length == 1))
            _html.Raw("<div class=\"voices\">"); // who is heard once takes no line of the page alone
        foreach (Speaker speaker in speakers.Where(static speaker => speaker.Sayings.Length == 1))
            WriteSpeaker(story, speaker);
        if (speakers.Exists(static speaker => speaker.Sayings.Length == 1))
            _html.Raw("</div>\n");
        parts.CloseSection();
    }

    private void WriteSpeaker(StoryView story, Speaker speaker)
    {
        int accounts = speaker.Sayings.SelectMany(static saying => saying.Tellings).Select(static telling => telling.Account).Distinct().Count();
        _html.Write($"<details class=\"speaker\" open><summary><h4><bdi>{speaker.Name}</bdi></h4> <span class=\"meta\">");
        if (speaker.Description is string description)
            _html.Write($"<bdi>{description}</bdi> · ");
        _html.Write($"{_texts.Counted("statements", speaker.Sayings.Sum(static saying => saying.Tellings.Length))} · {_texts.Counted("articles.in", accounts)}</span></summary><ul class=\"sayings\">\n");
        foreach (Saying saying in speaker.Sayings)
            WriteSaying(story, speaker, saying);
        _html.Raw("</ul></details>\n");
    }

    private void WriteSaying(StoryView story, Speaker speaker, Saying saying)
    {
        (AccountView account, Statement statement) = saying.Tellings[0];
        _html.Write($"<li class=\"item saying\" tabindex=\"-1\"><p class=\"words k-{Names.Of(statement.Kind)}\"");
        parts.Language(account);
        _html.Raw("><bdi>");
        parts.Saying(account, statement.Content, statement.Kind == StatementKind.Direct);
        _html.Raw("</bdi></p><p class=\"by\">");
        foreach ((AccountView teller, Statement told) in saying.Tellings)
        {
            foreach ((ImmutableArray<TextSpan> words, Telling telling) in story.PiecesOf(teller, told))
            {
                EvidenceLink link = story.Evidence.Add(teller, words, telling);
                _html.Write($"<a class=\"ev chip r\" href=\"#{link.Anchor}\" data-e=\"{link.Number}\" data-s=\"{Names.Of(telling.Stance)}\" data-k=\"{Names.Of(told.Kind)}\" data-r=\"{teller.Strand.Letter}\" data-p=\"{speaker.Name}\">");
                parts.Outlet(teller);
                _html.Raw(" ");
                parts.Mark(telling.Stance);
                if (!story.IsWide || telling.Via.Length > 0)
                    WriteForm(told, telling);
                _html.Raw("</a> ");
            }
        }

        _html.Raw("</p></li>\n");
    }

    private void WriteForm(Statement statement, Telling telling)
    {
        _html.Write($"<span class=\"how\">{_texts["kind." + Names.Of(statement.Kind)]}");
        if (statement.CueClass is string cueClass)
            _html.Write($", {_texts.Find("cue." + cueClass, cueClass)}");
        if (telling.Via.Length > 0)
            _html.Write($", {_texts["via"]} <bdi>{telling.Via}</bdi>");
        _html.Raw("</span>");
    }

    // Statements that the story aligns under one point are one saying; its wording is a direct quotation where there is one.
    private static List<Speaker> Speakers(StoryView story)
    {
        Dictionary<(string Account, string Statement), string> pointOf = [];
        foreach (Point point in story.Collation.Points)
        {
            foreach (Reading reading in point.Readings)
            {
                if (reading.Statement is string statement)
                    pointOf.TryAdd((reading.Account, statement), point.Id);
            }
        }

        return
        [
            .. story.Columns
                .SelectMany(static account => account.Account.Sayings.Select(statement => (Account: account, Statement: statement)))
                .Where(static item => item.Statement.Speaker is not null && item.Statement.Content.Length > 0)
                .GroupBy(static item => item.Statement.Speaker!, StringComparer.Ordinal) // the line above keeps named speakers alone
                .Select(group => new Speaker(
                    story.NameOf(group.Key),
                    story.Entities.GetValueOrDefault(group.Key)?.Descriptions.FirstOrDefault(),
                    [.. group
                        .GroupBy(item => pointOf.GetValueOrDefault((item.Account.Account.Id, item.Statement.Id)) ?? $"{item.Account.Number} {item.Statement.Id}", StringComparer.Ordinal)
                        .Select(static saying => new Saying([.. saying.OrderBy(static item => item.Statement.Kind == StatementKind.Direct ? 0 : 1).ThenBy(static item => item.Account.Number)]))
                        .OrderByDescending(static saying => saying.Tellings.Select(static telling => telling.Account.Strand).Distinct().Count())]))
                .OrderByDescending(static speaker => speaker.Sayings.Sum(static saying => saying.Tellings.Length))
                .ThenBy(static speaker => speaker.Name, StringComparer.Ordinal),
        ];
    }

    private sealed record Speaker(string Name, string? Description, ImmutableArray<Saying> Sayings);

    private sealed record Saying(ImmutableArray<(AccountView Account, Statement Statement)> Tellings);
}
