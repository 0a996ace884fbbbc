using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>What is held against somebody, with what they answer and who prints it.</summary>
internal sealed class ReplySection(PageParts parts)
{
    private readonly HtmlWriter _html = parts.Html;
    private readonly InterfaceTexts _texts = parts.Texts;

    /// <summary>Writes the section; nothing where nobody is accused. What was answered comes first.</summary>
    public void Write(StoryView story)
    {
        List<Reply> replies = [.. story.Collation.Replies.Where(static reply => !reply.Accusations.IsEmpty).OrderBy(static reply => reply.Answers.IsEmpty ? 1 : 0)];
        if (replies.Count == 0)
            return;
        parts.OpenSection(story, "replies", replies.Count);
        _html.Raw("<div class=\"cards\">");
        foreach (Reply reply in replies)
            WriteReply(story, reply);
        _html.Raw("</div>\n");
        parts.CloseSection();
    }

    /// <summary>The text before the name that heads a reply: whom it accuses, or, where no accusation names them, who denies it.</summary>
    public static string HeadOf(Reply reply) => reply.Accused is null ? "reply.deniedBy" : "reply.against";

    private void WriteReply(StoryView story, Reply reply)
    {
        _html.Write($"<article class=\"diff item\" tabindex=\"-1\"><h4>{_texts[HeadOf(reply)]} <bdi>{((reply.Accused ?? reply.DeniedBy) is null ? _texts.Of("quoted", _texts.Same(story.NameOf(reply))) : _texts.Same(story.NameOf(reply)))}</bdi></h4><p class=\"slot-line\"><span class=\"slot\">{_texts["reply.accusation"]}</span></p><ul class=\"sides\">");
        WriteSayings(story, reply.Accusations.Select(static accusation => (accusation.Account, accusation.Statement, accusation.Speaker, accusation.Spans, (string?)null)));
        _html.Write($"</ul><p class=\"slot-line\"><span class=\"slot\">{_texts["reply.answer"]}</span>{(reply.Answers.IsEmpty ? " " : "")}");
        if (reply.Answers.IsEmpty)
            _html.Write($"<span class=\"note\">{_texts["reply.none"]}</span>");
        _html.Raw("</p><ul class=\"sides\">");
        WriteSayings(story, reply.Answers.Select(static answer => (answer.Account, answer.Statement, answer.Speaker, answer.Spans, (string?)("reply." + Names.Of(answer.Kind)))));
        _html.Raw("</ul>");
        if (!reply.Unanswered.IsEmpty)
        {
            _html.Write($"<p class=\"by\"><span class=\"meta\">{_texts["reply.unanswered"]}</span> ");
            foreach (AccountView account in reply.Unanswered.Select(story.Find).OfType<AccountView>())
                _html.Write($"<a class=\"chip\" href=\"#a{account.Number}\"><bdi>{account.Label}</bdi></a> ");
            _html.Raw("</p>");
        }

        _html.Raw("</article>\n");
    }

    // What several articles print alike stands once, with all of them: in one strand it often is the same.
    private void WriteSayings(StoryView story, IEnumerable<(string Account, string? Statement, string? Speaker, ImmutableArray<TextSpan> Spans, string? Kind)> sayings)
    {
        var known = sayings.Select(saying => (Saying: saying, Account: story.Find(saying.Account)))
            .Where(static item => item.Account is not null && !item.Saying.Spans.IsDefaultOrEmpty)
            .Select(item => new Saying(item.Account!, item.Saying.Spans, story.SpeakerOf(item.Account!, item.Saying.Statement, item.Saying.Speaker), story.IsNamed(item.Account!, item.Saying.Statement, item.Saying.Speaker), item.Saying.Kind)); // the line above keeps known accounts alone
        foreach (IGrouping<(string?, string?, string), Saying> same in known.GroupBy(static saying => (saying.Who, saying.Kind, saying.Account.Words(saying.Spans[0]))))
            WriteSaying(story, [.. same]);
    }

    private void WriteSaying(StoryView story, List<Saying> same)
    {
        (AccountView account, ImmutableArray<TextSpan> spans, string? who, bool isNamed, string? kind) = same[0];
        _html.Raw("<li><p class=\"value\">");
        if (who is not null)
            _html.Write($"<bdi>{(isNamed ? _texts.Same(who) : _texts.Of("quoted", _texts.Same(who)))}</bdi>");
        else
            _html.Write($"<span class=\"meta\">{_texts["reply.unnamed"]}</span>");
        if (kind is not null)
            _html.Write($" <span class=\"meta\">{_texts[kind]}</span>");
        _html.Raw("</p><p class=\"by\">");
        foreach (Saying saying in same)
        {
            parts.OutletLink(saying.Account, story.Evidence.Add(saying.Account, saying.Spans));
            _html.Raw(" ");
        }

        _html.Raw("</p><blockquote");
        parts.Language(account);
        _html.Raw(">");
        parts.Snippet(account, spans[0]);
        _html.Raw("</blockquote></li>");
    }

    private sealed record Saying(AccountView Account, ImmutableArray<TextSpan> Spans, string? Who, bool IsNamed, string? Kind);
}
