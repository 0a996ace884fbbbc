namespace Lesart.Dossiers;

/// <summary>The heart: what is said (rows) and how each account tells it (columns).</summary>
internal sealed class PointSection(PageParts parts)
{
    // Tables of this many rows: a browser lays out only those near the screen.
    private const int RowsPerTable = 24;

    // So many columns fit beside the points, on a usual screen (with the words themselves) and on a large one; more of them scroll.
    private const int MostFitting = 5;
    private const int MostFittingWide = 8;

    // Letters of a sentence before a point's own words: from so many on, only the last ones are shown where there is room for a few lines.
    private const int MostBefore = 60;
    private const int ShownBefore = 36;

    // A longer list of what one strand alone says is folded.
    private const int MostOpenSingles = 12;

    private readonly HtmlWriter _html = parts.Html;
    private readonly InterfaceTexts _texts = parts.Texts;
    private readonly DayRange _days = new(parts.Texts);

    /// <summary>Writes the section.</summary>
    public void Write(StoryView story)
    {
        parts.OpenSection(story, "points", story.Collation.Points.Length, lead: story.Collation.Points.Length == 0 ? "" : null);
        if (story.Collation.Points.Length == 0)
            _html.Write($"<p class=\"empty\">{_texts["empty.points"]}</p>");
        else
            WriteLegend(story);
        List<(Relation Relation, List<PointRow> Rows)> groups = [.. PointRow.Of(story).GroupBy(static row => row.Relation).Select(static group => (group.Key, group.ToList()))];
        bool isFolded = groups.Count > 1 && groups[^1].Relation == Relation.Single && groups[^1].Rows.Count > MostOpenSingles;
        WriteTables(story, isFolded ? groups[..^1] : groups, withHeads: story.Columns.Length > 1); // one article alone tells all of its points alone
        if (isFolded)
        {
            _html.Write($"<details class=\"singles\"><summary>{Icon.Of(Relation.Single)} {_texts["relation.group.single"]} <span class=\"n\">{_texts.Digits(CountOf(groups[^1].Rows))}</span></summary>");
            WriteTables(story, groups[^1..], withHeads: false); // the fold bears the heading
            _html.Raw("</details>\n");
        }

        parts.CloseSection();
    }

    /// <summary>Writes a point's own words, in the language of the account they come from; what else stands in their sentence steps back.</summary>
    /// <param name="parts">The page.</param>
    /// <param name="story">The point's story.</param>
    /// <param name="point">The point.</param>
    /// <param name="isCut">Whether only a few lines have room: a long beginning of the sentence is left out, so that the point's own words stand in them.</param>
    public static void Gloss(PageParts parts, StoryView story, Point point, bool isCut = false)
    {
        parts.Html.Raw("<span class=\"gloss\"");
        parts.Language(Source(story, point));
        parts.Html.Raw("><bdi>");
        string sentence = Sentence(point.Gloss);
        if (OwnWords(story, point) is TextSpan own && IsMore(point.Gloss, own))
        {
            int shift = sentence.Length - point.Gloss.Length;
            string before = sentence[..(own.Start + shift)];
            Around(parts.Html, isCut && before.Length > MostBefore && before.IndexOf(' ', before.Length - ShownBefore) is >= 0 and int at ? "… " + before[(at + 1)..] : before);
            parts.Html.Text(own.In(point.Gloss));
            Around(parts.Html, point.Gloss[own.End..]);
        }
        else
        {
            parts.Html.Text(sentence);
        }

        parts.Html.Raw("</bdi></span>");
    }

    private static void Around(HtmlWriter html, string words)
    {
        if (words.Length > 0)
            html.Write($"<span class=\"around\">{words}</span>");
    }

    // Where in the gloss the words of the reading lie from which it was taken; null where no reading lies in it.
    private static TextSpan? OwnWords(StoryView story, Point point)
    {
        foreach (Reading reading in point.Readings)
        {
            if (story.Find(reading.Account) is not AccountView account || reading.Spans.IsDefaultOrEmpty)
                continue;
            int start = reading.Spans.Min(static span => span.Start), end = reading.Spans.Max(static span => span.End);
            int at = account.Account.Text.LastIndexOf(point.Gloss, Math.Clamp(start + point.Gloss.Length - 1, 0, Math.Max(0, account.Account.Text.Length - 1)), StringComparison.Ordinal);
            if (point.Gloss.Length > 0 && at >= 0 && at <= start && end <= at + point.Gloss.Length && start < end)
                return new TextSpan(start - at, end - at);
        }

        return null;
    }

    // Whether the sentence has words beside them, and not only marks.
    private static bool IsMore(string gloss, TextSpan own) => gloss[..own.Start].Any(char.IsLetterOrDigit) || gloss[own.End..].Any(char.IsLetterOrDigit);

    /// <summary>Words taken out of a sentence, with dots where the sentence began before them.</summary>
    public static string Sentence(string words) => Dots(words) + words;

    /// <summary>The dots before words taken out of a sentence; empty where they begin it.</summary>
    public static string Dots(string words) => words.Length > 0 && char.IsLower(words[0]) ? "… " : "";

    /// <summary>The account whose words stand for a point.</summary>
    public static AccountView? Source(StoryView story, Point point)
    {
        foreach (Reading reading in point.Readings)
        {
            if (story.Find(reading.Account) is AccountView account && account.Account.Text.Contains(point.Gloss, StringComparison.Ordinal))
                return account;
        }

        return point.Readings.Length > 0 ? story.Find(point.Readings[0].Account) : null;
    }

    private void WriteLegend(StoryView story)
    {
        _html.Write($"<ul class=\"legend\" data-story=\"{story.Anchor}\">");
        foreach (Stance stance in Enum.GetValues<Stance>())
        {
            _html.Raw("<li>");
            parts.Mark(stance);
            _html.Raw("</li>");
        }

        if (story.Columns.Length > 1)
            _html.Write($"<li><span class=\"none\">{(story.IsUndated ? "" : "–")}</span> {_texts[story.IsUndated ? "legend.undated" : "legend.silent"]}</li>");
        _html.Raw("</ul>\n");
    }

    // Heads count points, as the rest of the page does; a row of several says so.
    private static int CountOf(List<PointRow> rows) => rows.Sum(static row => row.Points.Count);

    // Groups share tables as long as a table stays short.
    private void WriteTables(StoryView story, List<(Relation Relation, List<PointRow> Rows)> groups, bool withHeads = true)
    {
        int inTable = 0;
        foreach ((Relation relation, List<PointRow> rows) in groups)
        {
            for (int from = 0; from < rows.Count;)
            {
                if (inTable == 0)
                    OpenTable(story, rows.Count - from);
                int count = Math.Min(rows.Count - from, RowsPerTable - inTable);
                string name = Names.Of(relation);
                _html.Write($"<tbody class=\"group g-{name}\">");
                if (withHeads)
                    _html.Write($"<tr class=\"head\"><th scope=\"rowgroup\" colspan=\"{story.Columns.Length + 1}\"><span>{Icon.Of(relation)} {_texts["relation.group." + name]} <span class=\"n\">{_texts.Digits(CountOf(rows))}</span></span></th></tr>\n");
                foreach (PointRow row in rows[from..(from + count)])
                    WriteRow(story, row);
                _html.Raw("</tbody>");
                from += count;
                inTable += count;
                if (inTable >= RowsPerTable)
                {
                    CloseTable();
                    inTable = 0;
                }
            }
        }

        if (inTable > 0)
            CloseTable();
    }

    private void OpenTable(StoryView story, int rows)
    {
        _html.Write($"<div class=\"scroll rows-{Math.Min(4, 1 + (rows / 6))}{Fit(story.Columns.Length)}\" role=\"region\" tabindex=\"0\"");
        parts.Label("table.points");
        _html.Write($"><table class=\"matrix{story.TableClasses}\">");
        parts.ColumnHeads(story, "column.point");
    }

    private static string Fit(int columns) => columns switch
    {
        <= MostFitting => " fit",
        <= MostFittingWide => " fit-wide",
        _ => "",
    };

    private void CloseTable() => _html.Raw("</table></div>\n");

    private void WriteRow(StoryView story, PointRow row)
    {
        HashSet<string> silent = [.. row.Silent];
        List<Difference> differences = [.. row.Points.SelectMany(point => story.DifferencesOf(point.Id))];
        int strands = row.Strands(story);
        TellingApart apart = TellingApart.Of(story, row);
        _html.Write($"<tr class=\"item point\" tabindex=\"-1\" id=\"{story.Anchor}-pt-{SafeId(row.Lead.Id)}\"><th scope=\"row\">");
        foreach (Point point in row.Points.DistinctBy(static point => point.Gloss, StringComparer.Ordinal))
            Gloss(parts, story, point, isCut: true);
        if (story.Columns.Length > 1)
            WriteRelation(story, row, strands, silent.Count, apart);
        _html.Raw("</th>");
        foreach (AccountView column in story.Columns)
        {
            Reading[] told = [.. row.Readings(story, column)];
            if (told.Length == 0 && differences.SelectMany(static difference => difference.Readings, static (difference, reading) => (difference, reading)).FirstOrDefault(item => item.reading.Account == column.Account.Id) is { difference: not null } parting)
                WriteParting(story, column, parting.difference, parting.reading);
            else if (told.Length == 0)
                WriteEmpty(story, column, silent.Contains(column.Account.Id));
            else
                WriteCell(story, column, row, told, differences, apart);
        }

        _html.Raw("</tr>\n");
    }

    private void WriteRelation(StoryView story, PointRow row, int strands, int silent, TellingApart apart)
    {
        _html.Write($"<span class=\"meta\">{Icon.Of(row.Relation)} {_texts["relation." + Names.Of(row.Relation)]}{Slots(apart)}");
        if (row.Relation != Relation.Single || strands > 1) // "in one strand only" says the number
            _html.Write($" · {_texts.Counted("strands", strands)}");
        if (row.Points.Count > 1)
            _html.Write($" · {_texts.Counted("points.together", row.Points.Count)}");
        if (silent > 0)
            _html.Write($" · {_texts.Counted("silent", silent)}");
        _html.Raw("</span>");
    }

    private void WriteEmpty(StoryView story, AccountView column, bool isSilent)
    {
        if (!isSilent && !column.Account.Incomplete)
        {
            _html.Raw("<td></td>");
            return;
        }

        _html.Raw("<td class=\"none\">");
        if (!story.IsWide)
            _html.Write($"<span class=\"who\"><bdi>{column.Label}</bdi></span>");
        if (!column.Account.Incomplete)
            _html.Raw("–</td>");
        else if (story.IsWide)
            _html.Write($"/<span class=\"vh\">{_texts["cell.incomplete"]}</span></td>");
        else
            _html.Write($"{_texts["cell.incomplete"]}</td>");
    }

    /// <summary>What an account tells in a difference alone, where that is too unsure for a reading.</summary>
    private void WriteParting(StoryView story, AccountView column, Difference difference, DifferingReading reading)
    {
        EvidenceLink link = story.Evidence.Add(column, [new TextSpan(reading.Start, reading.End)]);
        Stance stance = difference.Slot is DifferenceSlot.Stance && Enum.TryParse(reading.Value, ignoreCase: true, out Stance value) ? value : Stance.Asserted;
        OpenCell(column);
        _html.Write($"<a class=\"ev r\" href=\"#{link.Anchor}\" data-e=\"{link.Number}\" data-s=\"{Names.Of(stance)}\" data-r=\"{column.Strand.Letter}\">");
        parts.Mark(stance);
        if (!story.IsWide && story.Columns.Length <= MostFitting)
        {
            _html.Raw("<span class=\"own-words\"");
            parts.Language(column);
            _html.Write($"><bdi>{column.Words(reading)}</bdi></span>");
        }

        _html.Raw("</a></td>");
    }

    private void WriteCell(StoryView story, AccountView column, PointRow row, Reading[] told, List<Difference> differences, TellingApart apart)
    {
        OpenCell(column);
        foreach (Reading reading in told)
        {
            Telling telling = story.TellingOf(column, reading);
            EvidenceLink link = story.LinkOf(column, reading);
            _html.Write($"<a class=\"ev r\" href=\"#{link.Anchor}\" data-e=\"{link.Number}\" data-s=\"{Names.Of(telling.Stance)}\" data-k=\"{Names.Of(telling.Kind)}\" data-r=\"{column.Strand.Letter}\"");
            if (telling.Speaker is string speaker)
                _html.Write($" data-p=\"{speaker}\"");
            _html.Raw(">");
            parts.Mark(telling.Stance);

            // A column of a wide table is as narrow as a mark; the panel tells the rest.
            if (!story.IsWide)
            {
                _html.Raw("<span class=\"how\">");
                parts.Teller(telling);
                _html.Raw("</span>");
                if (story.Columns.Length <= MostFitting && !(told.Length == 1 && !row.IsShared && IsInGloss(row, column, reading))) // who alone tells a point tells it in the words beside
                    WriteWords(column, reading);
            }

            _html.Raw("</a>");
        }

        if (!story.IsWide)
            WriteValues(column, [.. differences.Where(static difference => difference.Slot is not (DifferenceSlot.Stance or DifferenceSlot.Speaker)).SelectMany(difference => difference.Readings.Where(reading => reading.Account == column.Account.Id).Select(reading => (difference.Slot, reading))), .. apart.ValuesOf(column)]);
        _html.Raw("</td>");
    }

    // The cards of a telephone have no heads of columns: each cell names its article and strand.
    private void OpenCell(AccountView column)
    {
        _html.Raw("<td><span class=\"who\">");
        parts.Outlet(column);
        _html.Raw("</span>");
    }

    private void WriteWords(AccountView column, Reading reading)
    {
        _html.Raw("<span class=\"own-words\"");
        parts.Language(column);
        _html.Raw("><bdi>");
        for (int i = 0; i < reading.Spans.Length; i++)
            _html.Write($"{(i > 0 ? " … " : "")}{(i > 0 ? column.Words(reading.Spans[i]) : Sentence(column.Words(reading.Spans[i])))}");
        _html.Raw("</bdi></span>");
    }

    private static bool IsInGloss(PointRow row, AccountView column, Reading reading) =>
        reading.Spans.All(span => row.Points.Any(point => point.Gloss.Contains(column.Words(span), StringComparison.Ordinal)));

    // In what a point is told differently; nothing where accounts part, which has a section of its own.
    private Phrase Slots(TellingApart apart) => apart.Slots.IsEmpty ? _texts.Same("") : _texts.Of("summary.slots", _texts.List([.. apart.Slots.Select(slot => _texts["slots." + Names.Of(slot)])]));

    // Beside the mark stand the words in which this account parts from others.
    private void WriteValues(AccountView column, IEnumerable<(DifferenceSlot Slot, DifferingReading Reading)> readings)
    {
        HashSet<string> shown = new(StringComparer.Ordinal);
        foreach ((DifferenceSlot slot, DifferingReading reading) in readings)
        {
            string words = column.Words(reading);
            if (words.Length == 0 || !shown.Add(words))
                continue;
            _html.Write($"<span class=\"val\"><bdi>{words}</bdi>");
            if (slot == DifferenceSlot.Date && _days.Of(column, reading) is Phrase day && day[0] != words)
                _html.Write($" <span class=\"when\">→ {day}</span>");
            _html.Raw("</span>");
        }
    }

    /// <summary>What stands for a point's id in anchors: ids come from outside, letters, digits and dashes alone go there.</summary>
    public static string SafeId(string id) => string.Concat(id.Select(static letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
}
