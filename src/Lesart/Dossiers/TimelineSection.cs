namespace Lesart.Dossiers;

/// <summary>What happened when, as a picture and as a list with every account's evidence.</summary>
internal sealed class TimelineSection(PageParts parts)
{
    private const int MostDots = 12;
    private const int FewestInPicture = 3;

    private readonly HtmlWriter _html = parts.Html;
    private readonly InterfaceTexts _texts = parts.Texts;
    private readonly DayRange _days = new(parts.Texts);

    /// <summary>Writes the section; nothing where no account names a time.</summary>
    public void Write(StoryView story)
    {
        List<List<TimelineEntry>> dates =
        [
            .. story.Collation.Timeline
                .OrderBy(static entry => entry.From ?? DateOnly.MaxValue).ThenBy(static entry => entry.To ?? DateOnly.MaxValue).ThenBy(static entry => entry.Value, StringComparer.Ordinal)
                .GroupBy(entry => _days.Whole(entry)[0], StringComparer.Ordinal)
                .Select(static group => group.ToList()),
        ];
        if (dates.Count == 0)
            return;
        List<PictureDate> shown = InPicture(story, dates);
        bool hasPicture = shown.Count >= FewestInPicture;
        parts.OpenSection(story, "timeline", story.Collation.Timeline.Length, lead: hasPicture ? "timeline.picture" : null);
        if (hasPicture)
            WritePicture(shown);
        _html.Raw("<ol class=\"timeline\">\n");
        bool isPast = false;
        DateOnly? last = story.Collation.To?.Day;
        foreach (List<TimelineEntry> date in dates)
        {
            if (!isPast && last is DateOnly printed && date[0].From is DateOnly from && from > printed)
            {
                isPast = true;
                _html.Write($"<li class=\"now\">{_texts.Of("timeline.after", _texts.Day(printed))}</li>\n");
            }

            _html.Write($"<li><p class=\"date\">{_days.Whole(date[0])}</p><ul>");
            foreach (TimelineEntry entry in date)
                WriteEntry(story, entry);
            _html.Raw("</ul></li>\n");
        }

        _html.Raw("</ol>\n");
        parts.CloseSection();
    }

    private void WriteEntry(StoryView story, TimelineEntry entry)
    {
        _html.Raw("<li class=\"item\" tabindex=\"-1\"><p class=\"gloss\"");
        parts.Language(entry.Evidence.Length > 0 ? story.Find(entry.Evidence[0].Account) : null);
        _html.Write($"><bdi>{PointSection.Sentence(entry.Gloss)}</bdi></p><p class=\"by\">");
        if (entry.Announced)
            _html.Write($"<span class=\"meta\">{_texts["timeline.announced"]}</span> ");
        ILookup<string, TextSpan> evidence = entry.Evidence.ToLookup(static span => span.Account, static span => new TextSpan(span.Start, span.End), StringComparer.Ordinal);
        foreach (AccountView account in story.Columns.Where(column => evidence.Contains(column.Account.Id)))
        {
            parts.OutletLink(account, story.Evidence.Add(account, [.. evidence[account.Account.Id]]));
            _html.Raw(" ");
        }

        _html.Raw("</p></li>");
    }

    // Dates of which both ends are known.
    private List<PictureDate> InPicture(StoryView story, List<List<TimelineEntry>> dates)
    {
        List<PictureDate> shown = [];
        foreach (List<TimelineEntry> date in dates)
        {
            if (date[0].From is not DateOnly from || date[0].To is not DateOnly to)
                continue;
            (Phrase top, Phrase bottom) = _days.Short(date[0], from, to);
            shown.Add(new PictureDate(top, bottom, from,
                [.. date.SelectMany(static entry => entry.Evidence).Select(span => story.Find(span.Account)).OfType<AccountView>().Distinct().OrderBy(static account => account.Number)]));
        }

        return shown;
    }

    // Dates stand at even distances: news speak of tomorrow and of fifty years ago. A broken line says that a year or more lies between two.
    private void WritePicture(List<PictureDate> shown)
    {
        const int Step = 104;
        int width = (shown.Count * Step) + 20, baseLine = 20 + (11 * Math.Min(MostDots, shown.Max(static date => date.Accounts.Count)));
        _html.Raw("<div class=\"scroll picture\" role=\"region\" tabindex=\"0\"");
        parts.Label("picture.timeline");
        _html.Write($"><svg width=\"{width}\" height=\"{baseLine + 46}\" viewBox=\"0 0 {width} {baseLine + 46}\" aria-hidden=\"true\" focusable=\"false\" class=\"dates\">");
        for (int i = 0; i < shown.Count; i++)
        {
            int x = 10 + (i * Step) + (Step / 2);
            if (i > 0)
            {
                bool isFar = shown[i].From.DayNumber - shown[i - 1].From.DayNumber > 365;
                _html.Write($"<line class=\"{(isFar ? "far" : "near")}\" x1=\"{x - Step}\" x2=\"{x}\" y1=\"{baseLine}\" y2=\"{baseLine}\"/>");
            }

            List<AccountView> accounts = shown[i].Accounts;
            for (int dot = 0; dot < Math.Min(accounts.Count, MostDots); dot++)
                _html.Write($"<g><circle cx=\"{x}\" cy=\"{baseLine - 12 - (dot * 11)}\" r=\"4.5\"/><title>{accounts[dot].Label}</title></g>");

            _html.Write($"<line class=\"tick\" x1=\"{x}\" x2=\"{x}\" y1=\"{baseLine - 4}\" y2=\"{baseLine + 4}\"/>");
            WriteLabel(shown[i], x, baseLine + 20);
        }

        _html.Raw("</svg></div>\n");
    }

    // In a picture the interface's languages are told apart by class: the elements of the page's text are none of SVG.
    private void WriteLabel(PictureDate date, int x, int y)
    {
        for (int language = 0; language < _texts.Languages.Length; language++)
            _html.Write($"<text class=\"l-{_texts.Languages[language]}\" x=\"{x}\" y=\"{y}\"><tspan x=\"{x}\">{date.Top[language]}</tspan><tspan x=\"{x}\" dy=\"15\">{date.Bottom[language]}</tspan></text>");
    }

    private sealed record PictureDate(Phrase Top, Phrase Bottom, DateOnly From, List<AccountView> Accounts);
}
