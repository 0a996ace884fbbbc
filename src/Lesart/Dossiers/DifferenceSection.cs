using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>Where accounts part: each side with its words, its outlets and its strands. No side is called right.</summary>
internal sealed class DifferenceSection(PageParts parts)
{
    private const int FewestInCourse = 3;

    // So many wordings of a side stand open below one another; more of them are folded.
    private const int MostOpenWordings = 2;

    private readonly HtmlWriter _html = parts.Html;
    private readonly InterfaceTexts _texts = parts.Texts;
    private readonly DayRange _days = new(parts.Texts);

    /// <summary>Writes the section; nothing where a story has one account only.</summary>
    public void Write(StoryView story)
    {
        if (story.Columns.Length < 2)
            return;
        Dictionary<string, Point> points = DifferenceOrder.PointsOf(story.Collation);
        ImmutableArray<IGrouping<string, Difference>> groups = DifferenceOrder.Of(story.Collation);
        parts.OpenSection(story, "differences", story.Collation.Differences.Length, lead: groups.IsEmpty ? "" : null);
        if (groups.IsEmpty)
            _html.Write($"<p class=\"empty\">{_texts["empty.differences"]}</p>");
        else
            _html.Raw("<div class=\"cards\">");
        int number = 0;
        foreach (IGrouping<string, Difference> group in groups)
            WritePoint(story, group, points.GetValueOrDefault(group.Key), ++number);
        if (!groups.IsEmpty)
            _html.Raw("</div>\n");
        parts.CloseSection();
    }

    private void WritePoint(StoryView story, IEnumerable<Difference> differences, Point? point, int number)
    {
        _html.Write($"<article class=\"diff item\" tabindex=\"-1\" id=\"{story.Anchor}-d{number}\"><h4>");
        if (point is not null)
            PointSection.Gloss(parts, story, point);
        else
            _html.Write($"{_texts["slot." + Names.Of(differences.First().Slot)]}");
        _html.Raw("</h4>");
        if (point is not null && PointSection.Source(story, point) is AccountView source)
            _html.Write($"<p class=\"from\">{_texts.Of("difference.words-of", _texts.Same(source.Label))}</p>");
        foreach (Difference difference in differences.OrderBy(difference => point is null || HoldsGloss(story, point, difference) ? 0 : 1)) // what the heading speaks of comes first
        {
            List<DifferenceSide> sides = DifferenceSide.Of(story, difference);
            _html.Write($"<p class=\"slot-line\"><span class=\"slot\">{_texts["slot." + Names.Of(difference.Slot)]}</span>");
            if (difference.IsInner && sides.Count > 1)
                _html.Write($" <span class=\"note\">{_texts["difference.inner"]}</span> <span class=\"meta\">{_texts.Reworded(difference.Note, "difference.inner.note", "difference.in-title", "difference.in-text")}</span>"); // the note names who counts
            else if (sides.Count < 2)
                _html.Write($" <span class=\"note\">{difference.Note}</span>");
            _html.Raw("</p><ul class=\"sides\">");
            for (int i = 0; i < sides.Count; i++)
                WriteSide(story, sides[i], difference.Slot, i == 0 ? "" : sides[i].Side == sides[i - 1].Side ? " class=\"along\"" : " class=\"apart\"");
            _html.Raw("</ul>");
            bool hasDrift = difference.Slot == DifferenceSlot.Quantity && story.Collation.Drifts.Any(drift => drift.Point == difference.Point); // it has a section of its own
            if (difference is { IsInner: false, Slot: DifferenceSlot.Quantity or DifferenceSlot.Date } && !hasDrift)
                WriteCourse(sides, difference.Slot);
        }

        _html.Raw("</article>\n");
    }

    private static bool HoldsGloss(StoryView story, Point point, Difference difference) => difference.Readings.Any(reading => !reading.InTitle
        && story.Find(reading.Account) is { Sentences.Length: > 0 } account && account.Words(account.Sentences[account.SentenceAt(reading.Start)]).Contains(point.Gloss, StringComparison.Ordinal));

    // How a value went from article to article, in the order of publication; articles without a time of day are left out.
    private void WriteCourse(List<DifferenceSide> sides, DifferenceSlot slot)
    {
        List<(AccountView Account, DifferingReading Reading)> course =
        [
            .. sides.SelectMany(static side => side.Readings).Where(static item => item.Account.Account.Published?.Instant is not null)
                .DistinctBy(static item => (item.Account, item.Reading.Value)).OrderBy(static item => item.Account.Account.Published),
        ];
        bool tellsTwo = course.GroupBy(static item => item.Account).Any(static told => told.Skip(1).Any()); // two counts side by side are no course
        if (tellsTwo || course.Count < FewestInCourse || course.Select(static item => item.Reading.Value).Distinct(StringComparer.Ordinal).Count() < 2)
            return;
        bool hasOffsets = course.DistinctBy(static item => item.Account.Account.Published?.Instant?.Offset).Skip(1).Any();
        _html.Write($"<p class=\"course\"><span class=\"meta\">{_texts["course"]}</span> ");
        for (int i = 0; i < course.Count; i++)
        {
            (AccountView account, DifferingReading reading) = course[i];
            Phrase? day = DayOf(slot, account, reading);
            bool isNew = i > 0 && (day is Phrase told && DayOf(slot, course[i - 1].Account, course[i - 1].Reading) is Phrase before ? told[0] != before[0] : reading.Value != course[i - 1].Reading.Value);
            _html.Write($"{(i > 0 ? " " : "")}<span class=\"{(isNew ? "step new" : "step")}\">{(i > 0 ? "→ " : "")}{_texts.ShortMoment(account.Account.Published ?? default, hasOffsets)}: ");
            if (day is Phrase shown)
                _html.Write($"<bdi>{shown}</bdi>");
            else
                WriteWords(account, reading);
            _html.Write($" <span class=\"tag\">{account.Strand.Letter}</span></span>");
        }

        _html.Raw("</p>");
    }

    // Weekdays follow one another as days: "Tuesday evening" and "Dienstag" are no step.
    private Phrase? DayOf(DifferenceSlot slot, AccountView account, DifferingReading reading) => slot == DifferenceSlot.Date ? _days.Of(account, reading) : null;

    private void WriteSide(StoryView story, DifferenceSide side, DifferenceSlot slot, string place)
    {
        (AccountView account, DifferingReading reading) = side.Head;
        _html.Raw($"<li{place}><p class=\"value\">");
        if (side.Stance is Stance stance)
        {
            parts.Mark(stance);
            if (side.SharedTelling(story) is Telling telling)
            {
                _html.Raw("<span class=\"when\">");
                parts.Teller(telling);
                _html.Raw("</span>");
            }
        }
        else if (side.Speaker is string speaker)
            _html.Write($"<bdi>{speaker}</bdi>");
        else
            WriteWords(account, reading);
        if (DayOf(slot, account, reading) is Phrase day)
            _html.Write($"<span class=\"when\">{_texts.Of("read.as", day)}</span>");
        _html.Raw("</p><p class=\"by\">");
        if (reading.InTitle)
        {
            WriteTitle(account, reading);
            return;
        }

        foreach (var told in side.Readings.GroupBy(static item => item.Account))
        {
            ImmutableArray<TextSpan> places = [.. told.Select(static item => new TextSpan(item.Reading.Start, item.Reading.End)).Order()];
            parts.OutletLink(told.Key, story.Evidence.Add(told.Key, places, side.TellingOf(story, told.Key, places[0])));
            _html.Raw(" ");
        }

        _html.Raw("</p><div class=\"wordings\">");
        WriteWordings(story, side, Wordings(side));
        _html.Raw("</div></li>");
    }

    // Each wording once, with the articles that print it: in one strand often the same.
    private void WriteWordings(StoryView story, DifferenceSide side, List<IGrouping<string, (AccountView Account, DifferingReading Reading)>> wordings)
    {
        bool isToldApart = side.Stance is not null && side.SharedTelling(story) is null; // then who tells stands with the words: one teller is none of another's
        for (int i = 0; i < wordings.Count; i++)
        {
            if (i == MostOpenWordings)
                _html.Write($"<details><summary>{_texts.Counted("more.wordings", wordings.Count - MostOpenWordings)}</summary>");
            (AccountView account, DifferingReading reading) = wordings[i].First();
            if (wordings.Count > 1)
            {
                _html.Write($"<p class=\"from\"><bdi>{string.Join(", ", wordings[i].Select(static item => item.Account.Label).Distinct(StringComparer.Ordinal))}</bdi>");
                if (isToldApart && side.TellingOf(story, account, new TextSpan(reading.Start, reading.End)) is Telling telling)
                {
                    _html.Raw(" · ");
                    parts.Teller(telling);
                }

                _html.Raw("</p>");
            }

            _html.Raw("<blockquote");
            parts.Language(account);
            _html.Raw(">");
            parts.Snippet(account, new TextSpan(reading.Start, reading.End));
            _html.Raw("</blockquote>");
        }

        if (wordings.Count > MostOpenWordings)
            _html.Raw("</details>");
    }

    // By the words of their sentence, those first whose words head the side.
    private static List<IGrouping<string, (AccountView Account, DifferingReading Reading)>> Wordings(DifferenceSide side) =>
    [
        .. side.Readings.Where(static item => !item.Reading.InTitle).OrderBy(item => item == side.Head ? 0 : 1)
            .GroupBy(static item => item.Account.Sentences.Length == 0 ? item.Account.Words(item.Reading) : item.Account.Words(item.Account.Sentences[item.Account.SentenceAt(item.Reading.Start)]), StringComparer.Ordinal),
    ];

    private void WriteWords(AccountView account, DifferingReading reading)
    {
        _html.Raw("<bdi");
        parts.Language(account);
        _html.Write($">{account.Words(reading)}</bdi>");
    }

    // A title has no place in the text to which a link could lead.
    private void WriteTitle(AccountView account, DifferingReading reading)
    {
        string title = account.Account.Title ?? "", words = account.Words(reading);
        int start = Math.Min(reading.Start, title.Length);
        _html.Write($"<bdi>{account.Label}</bdi></p><blockquote");
        parts.Language(account);
        _html.Write($">{title[..start]}<mark>{words}</mark>{title[(start + words.Length)..]}</blockquote></li>");
    }
}
