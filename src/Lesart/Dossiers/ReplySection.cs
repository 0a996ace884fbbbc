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
        _html.Write($"<article class=\"diff item\" tabindex=\"-1\"><h4>{_texts[HeadOf(reply)]} <bdi>{story.NameOf(reply)}</bdi></h4><p class=\"slot-line\"><span class=\"slot\">{_texts["reply.accusation"]}</span></p><ul class=\"sides\">");
        foreach (Accusation accusation in reply.Accusations)
            WriteSaying(story, accusation.Account, accusation.Statement, accusation.Speaker, accusation.Spans, null);
        _html.Write($"</ul><p class=\"slot-line\"><span class=\"slot\">{_texts["reply.answer"]}</span>{(reply.Answers.IsEmpty ? " " : "")}");
        if (reply.Answers.IsEmpty)
            _html.Write($"<span class=\"note\">{_texts["reply.none"]}</span>");
        _html.Raw("</p><ul class=\"sides\">");
        foreach (Answer answer in reply.Answers)
            WriteSaying(story, answer.Account, answer.Statement, answer.Speaker, answer.Spans, "reply." + Names.Of(answer.Kind));
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

    private void WriteSaying(StoryView story, string id, string? statement, string? speaker, ImmutableArray<TextSpan> spans, string? kind)
    {
        if (story.Find(id) is not AccountView account || spans.IsDefaultOrEmpty)
            return;
        _html.Raw("<li><p class=\"value\">");
        if (story.SpeakerOf(account, statement, speaker) is string who)
            _html.Write($"<bdi>{who}</bdi>");
        else
            _html.Write($"{_texts["reply.unnamed"]}");
        if (kind is not null)
            _html.Write($" <span class=\"meta\">{_texts[kind]}</span>");
        _html.Raw("</p><p class=\"by\">");
        parts.OutletLink(account, story.Evidence.Add(account, spans));
        _html.Raw("</p><blockquote");
        parts.Language(account);
        _html.Raw(">");
        parts.Snippet(account, spans[0]);
        _html.Raw("</blockquote></li>");
    }
}
