namespace Lesart.Dossiers;

/// <summary>What could not be read or resolved: shown, not hidden.</summary>
internal sealed class GapSection(PageParts parts)
{
    private readonly HtmlWriter _html = parts.Html;
    private readonly InterfaceTexts _texts = parts.Texts;

    /// <summary>Writes a story's gaps; nothing where there are none.</summary>
    public void Write(StoryView story)
    {
        List<(AccountView Account, Statement Statement)> unresolved =
        [
            .. story.Columns.SelectMany(static account => account.Account.Sayings
                .Where(static statement => statement.Speaker is null && statement.Kind != StatementKind.Narrated && statement.Content.Length > 0)
                .Select(statement => (account, statement))),
        ];
        List<AccountView> incomplete = [.. story.Columns.Where(static column => column.Account.Incomplete)];
        List<AccountView> undated = [.. story.Columns.Where(static column => column.Account.Published is null)];
        int count = unresolved.Count + incomplete.Count + (story.IsUndated ? 1 : undated.Count);
        if (count == 0)
            return;
        parts.OpenSection(story, "gaps", count);
        WriteAccounts("gaps.incomplete", incomplete);
        if (story.IsUndated)
            _html.Write($"<p>{_texts["summary.undated.all"]}</p>\n");
        else
            WriteAccounts("gaps.undated", undated);
        if (unresolved.Count > 0)
        {
            _html.Write($"<details><summary>{_texts.Counted("gaps.speakers", unresolved.Count)}</summary><ul class=\"plain\">");
            foreach ((AccountView account, Statement statement) in unresolved)
                WriteUnresolved(story, account, statement);
            _html.Raw("</ul></details>\n");
        }

        parts.CloseSection();
    }

    /// <summary>Writes the inputs that could not be used; nothing where there are none.</summary>
    public void WriteProblems(IReadOnlyCollection<Problem> problems)
    {
        if (problems.Count == 0)
            return;
        _html.Write($"<section class=\"part\" id=\"problems\" aria-labelledby=\"problems-h\"><h2 id=\"problems-h\">{_texts["section.problems"]} <span class=\"n\">{_texts.Digits(problems.Count)}</span></h2><p class=\"lead\">{_texts["lead.problems"]}</p><ul class=\"plain\">");
        foreach (Problem problem in problems)
        {
            _html.Write($"<li><code><bdi>{problem.Source}</bdi></code>");
            if (problem.Line is int line)
                _html.Write($" {_texts["line"]} {line}");
            _html.Write($" <span>{problem.Reason}</span></li>\n");
        }

        _html.Raw("</ul></section>\n");
    }

    private void WriteAccounts(string key, List<AccountView> accounts)
    {
        if (accounts.Count == 0)
            return;
        _html.Write($"<p>{_texts[key]} ");
        foreach (AccountView account in accounts)
            _html.Write($"<a class=\"chip\" href=\"#a{account.Number}\"><bdi>{account.Label}</bdi></a> ");
        _html.Raw("</p>\n");
    }

    private void WriteUnresolved(StoryView story, AccountView account, Statement statement)
    {
        Telling telling = story.TellingOf(account, statement);
        _html.Raw("<li class=\"item\" tabindex=\"-1\">");
        parts.OutletLink(account, story.Evidence.Add(account, statement.Content, telling));
        _html.Write($" <span class=\"meta\">{(telling.Speaker is string source ? _texts.Of("gaps.source", _texts.Same(source)) : _texts["gaps.no-source"])}</span> <span class=\"words\"");
        parts.Language(account);
        _html.Raw("><bdi>");
        parts.Saying(account, statement.Content, statement.Kind == StatementKind.Direct);
        _html.Raw("</bdi></span></li>\n");
    }
}
