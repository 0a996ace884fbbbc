namespace Lesart.Dossiers;

/// <summary>What each account calls the same person, body or thing: terms as rows, accounts as columns.</summary>
internal sealed class WordingSection(PageParts parts)
{
    private readonly HtmlWriter _html = parts.Html;
    private readonly InterfaceTexts _texts = parts.Texts;

    /// <summary>Writes the section; nothing where there is nothing to compare.</summary>
    public void Write(StoryView story)
    {
        if (story.Collation.Wording.Length == 0 || story.Columns.Length < 2)
            return;
        ILookup<bool, Wording> rows = story.Collation.Wording.ToLookup(static wording => wording.Certainty is null);
        parts.OpenSection(story, "wording", rows[true].Count());
        if (rows[true].Any())
            WriteTable(story, rows[true]);
        else
            _html.Write($"<p class=\"empty\">{_texts["empty.wording"]}</p>");
        if (rows[false].Any())
        {
            _html.Write($"<details class=\"unsure\"><summary>{_texts.Counted("more.terms", rows[false].Count())}</summary><p class=\"lead\">{_texts["lead.unsure"]}</p>");
            WriteTable(story, rows[false]);
            _html.Raw("</details>\n");
        }

        parts.CloseSection();
    }

    private void WriteTable(StoryView story, IEnumerable<Wording> rows)
    {
        _html.Raw("<div class=\"scroll\" role=\"region\" tabindex=\"0\"");
        parts.Label("table.wording");
        _html.Write($"><table class=\"matrix terms{story.TableClasses}\">");
        parts.ColumnHeads(story, "column.term");
        foreach (Wording wording in rows)
            WriteWording(story, wording);
        _html.Raw("</table></div>\n");
    }

    private void WriteWording(StoryView story, Wording wording)
    {
        var terms = (wording.Terms.IsDefault ? [] : wording.Terms)
            .GroupBy(static term => term.Term, StringComparer.OrdinalIgnoreCase) // a capital at the beginning of a sentence makes no other term
            .OrderByDescending(static term => term.Count()).ThenByDescending(static term => term.Sum(static use => use.Count)).ToList();
        if (terms.Count == 0)
            return;
        _html.Write($"<tbody class=\"entity\"><tr><th scope=\"rowgroup\" colspan=\"{story.Columns.Length + 1}\"><bdi>{story.NameOf(wording.Entity)}</bdi> <span class=\"meta\">{_texts.Counted("terms", terms.Count)}</span></th></tr>\n");
        foreach (var term in terms)
        {
            ILookup<string, WordingTerm> uses = term.ToLookup(static use => use.Account, StringComparer.Ordinal);
            _html.Raw("<tr class=\"item\" tabindex=\"-1\"><th scope=\"row\"");
            parts.Language(story.Find(term.First().Account));
            _html.Write($"><bdi>{term.Key}</bdi></th>");
            foreach (AccountView column in story.Columns)
                WriteUse(story, column, [.. uses[column.Account.Id].Where(static use => !use.Spans.IsDefaultOrEmpty)]);
            _html.Raw("</tr>\n");
        }

        _html.Raw("</tbody>");
    }

    private void WriteUse(StoryView story, AccountView column, WordingTerm[] uses)
    {
        if (uses.Length == 0)
        {
            _html.Raw("<td></td>");
            return;
        }

        EvidenceLink link = story.Evidence.Add(column, [.. uses.SelectMany(static use => use.Spans).Order()]);
        int quoted = uses.Sum(static use => use.Quoted), own = uses.Sum(static use => Math.Max(0, use.Count - use.Quoted));
        _html.Write($"<td><span class=\"who\"><bdi>{column.Label}</bdi></span><a class=\"ev uses u-{Math.Min(4, uses.Sum(static use => use.Count))}\" href=\"#{link.Anchor}\" data-e=\"{link.Number}\">");
        if (own > 0)
            _html.Write($"{_texts.Counted("times", own)}");
        if (quoted > 0 && story.IsWide) // a narrow column has no room for the word
            _html.Write($"{(own > 0 ? " " : "")}<span class=\"quoted\"><span aria-hidden=\"true\">{_texts.Of("quoted", _texts.Counted("times", quoted))}</span><span class=\"vh\">{_texts.Counted("times.quoted", quoted)}</span></span>");
        else if (quoted > 0)
            _html.Write($"{(own > 0 ? ", " : "")}<span class=\"quoted\">{_texts.Counted("times.quoted", quoted)}</span>");
        _html.Raw("</a></td>");
    }
}
