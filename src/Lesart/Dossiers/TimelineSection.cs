using System.Globalization;

namespace Lesart.Dossiers;

/// <summary>What happened when, as a picture and as a list with every account's evidence.</summary>
internal sealed class TimelineSection(PageParts parts)
{
    private const int MostDots = 12;

    private readonly HtmlWriter _html = parts.Html;
    private readonly InterfaceTexts _texts = parts.Texts;

    /// <summary>Writes the section; nothing where no account names a time.</summary>
    public void Write(StoryView story)
    {
        List<TimelineEntry> entries = [.. story.Collation.Timeline
            .OrderBy(static entry => entry.From ?? DateOnly.MaxValue).ThenBy(static entry => entry.To ?? DateOnly.MaxValue).ThenBy(static entry => entry.Value, StringComparer.Ordinal)];
        if (entries.Count == 0)
            return;
        parts.OpenSection(story, "timeline", entries.Count);
        WritePicture(story, entries);
        _html.Raw("<ol class=\"timeline\">\n");
        bool isPast = false;
        DateOnly? last = story.Collation.To?.Day;
        foreach (TimelineEntry entry in entries)
        {
            if (!isPast && last is DateOnly printed && entry.From is DateOnly from && from > printed)
            {
                isPast = true;
                _html.Write($"<li class=\"now\">{_texts.Of("timeline.after", _texts.Day(printed))}</li>");
            }

            WriteEntry(story, entry);
        }

        _html.Raw("</ol>\n");
        parts.CloseSection();
    }

    private void WriteEntry(StoryView story, TimelineEntry entry)
    {
        _html.Write($"<li class=\"item\" tabindex=\"-1\"><span class=\"date\">{When(entry)}</span><div><p class=\"gloss\"");
        parts.Language(entry.Evidence.Length > 0 ? story.Find(entry.Evidence[0].Account) : null);
        _html.Write($"><bdi>{PointSection.Sentence(entry.Gloss)}</bdi></p><p class=\"by\">");
        foreach (IGrouping<string, AccountSpan> evidence in entry.Evidence.GroupBy(static span => span.Account, StringComparer.Ordinal))
        {
            if (story.Find(evidence.Key) is not AccountView account)
                continue;
            parts.OutletLink(account, story.Evidence.Add(account, [.. evidence.Select(static span => new TextSpan(span.Start, span.End))]));
            _html.Raw(" ");
        }

        _html.Raw("</p></div></li>\n");
    }

    // Dates stand at even distances: news speak of tomorrow and of fifty years ago. A broken line says where a year or more lies between two.
    private void WritePicture(StoryView story, List<TimelineEntry> entries)
    {
        List<(Phrase Label, DateOnly From, List<AccountView> Accounts)> dates =
        [
            .. entries.Where(static entry => entry.From is not null)
                .GroupBy(static entry => (entry.From, entry.To))
                .Select(group => (When(group.First()), group.First().From!.Value, // the line above keeps dated entries alone
                    group.SelectMany(static entry => entry.Evidence).Select(span => story.Find(span.Account)).OfType<AccountView>().Distinct().OrderBy(static account => account.Number).ToList())),
        ];
        if (dates.Count < 3)
            return;
        const int Step = 92;
        int width = (dates.Count * Step) + 20, baseLine = 20 + (11 * Math.Min(MostDots, dates.Max(static date => date.Accounts.Count)));
        _html.Raw("<div class=\"scroll picture\" role=\"region\" tabindex=\"0\"");
        parts.Label("picture.timeline");
        _html.Write($"><svg width=\"{width}\" height=\"{baseLine + 46}\" viewBox=\"0 0 {width} {baseLine + 46}\" aria-hidden=\"true\" class=\"dates\">");
        for (int i = 0; i < dates.Count; i++)
        {
            int x = 10 + (i * Step) + (Step / 2);
            if (i > 0)
            {
                bool isFar = dates[i].From.DayNumber - dates[i - 1].From.DayNumber > 365;
                _html.Write($"<line class=\"{(isFar ? "far" : "near")}\" x1=\"{x - Step}\" x2=\"{x}\" y1=\"{baseLine}\" y2=\"{baseLine}\"/>");
            }

            List<AccountView> accounts = dates[i].Accounts;
            for (int dot = 0; dot < Math.Min(accounts.Count, MostDots); dot++)
            {
                _html.Write($"<g><circle cx=\"{x}\" cy=\"{baseLine - 12 - (dot * 11)}\" r=\"4.5\"/><title>{accounts[dot].Label}</title></g>");
            }

            _html.Write($"<line class=\"tick\" x1=\"{x}\" x2=\"{x}\" y1=\"{baseLine - 4}\" y2=\"{baseLine + 4}\"/>");
            WriteLabel(dates[i].Label, x, baseLine + 20);
        }

        _html.Raw("</svg></div>\n");
    }

    // In a picture the interface's languages are told apart by class: the elements of the page's text are none of SVG.
    private void WriteLabel(Phrase label, int x, int y)
    {
        for (int language = 0; language < _texts.Languages.Length; language++)
        {
            string text = label[language];
            int cut = text.LastIndexOf(' ');
            _html.Write($"<text class=\"l-{_texts.Languages[language]}\" x=\"{x}\" y=\"{y}\">");
            if (cut > 6)
                _html.Write($"<tspan x=\"{x}\">{text.AsSpan(0, cut)}</tspan><tspan x=\"{x}\" dy=\"15\">{text.AsSpan(cut + 1)}</tspan></text>");
            else
                _html.Write($"{text}</text>");
        }
    }

    private Phrase When(TimelineEntry entry)
    {
        if (entry.From is not DateOnly from || entry.To is not DateOnly to)
            return entry.From is DateOnly start ? _texts.Of("time.since", _texts.Day(start)) : entry.To is DateOnly end ? _texts.Of("time.until", _texts.Day(end)) : _texts.Same(entry.Value);
        if (from == to)
            return _texts.Day(from);
        if (from.Day == 1 && to.AddDays(1).Day == 1)
        {
            if (from.Month == 1 && to.Month == 12 && from.Year == to.Year)
                return _texts.Same(from.Year.ToString(CultureInfo.InvariantCulture));
            if (from.Month == to.Month && from.Year == to.Year)
                return _texts.Of("month.year", _texts["month." + from.Month.ToString(CultureInfo.InvariantCulture)], _texts.Same(from.Year.ToString(CultureInfo.InvariantCulture)));
            if (from.Month == 1 && to.Month == 12)
                return _texts.Of("time.range", _texts.Same(from.Year.ToString(CultureInfo.InvariantCulture)), _texts.Same(to.Year.ToString(CultureInfo.InvariantCulture)));
        }

        return _texts.Of("time.range", from.Year == to.Year ? _texts.ShortDay(from) : _texts.Day(from), _texts.Day(to));
    }
}
