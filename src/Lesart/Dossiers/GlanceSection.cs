using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>What an editor asks first, in a few lines below the summary: where the accounts part, and what was found in one of them alone.</summary>
internal sealed class GlanceSection(PageParts parts)
{
    private const int MostDifferences = 4;
    private const int MostSides = 3;
    private const int MostNamed = 2;
    private const int MostAlone = 8;
    private const int Reach = 40; // letters of a sentence on either side of a value

    private readonly HtmlWriter _html = parts.Html;
    private readonly InterfaceTexts _texts = parts.Texts;

    /// <summary>Writes the lines; nothing where a story has one account only, or there is nothing to tell.</summary>
    public void Write(StoryView story)
    {
        if (story.Columns.Length < 2)
            return;
        ImmutableArray<IGrouping<string, Difference>> differences = DifferenceOrder.Of(story.Collation);
        List<(AccountView Account, int Count, string First)> alone = Alone(story);
        if (differences.IsEmpty && alone.Count == 0)
            return;
        _html.Raw("<div class=\"glance\">");
        if (!differences.IsEmpty)
            WriteDifferences(story, differences);
        if (alone.Count > 0)
            WriteAlone(story, alone);
        _html.Raw("</div>\n");
    }

    private void WriteDifferences(StoryView story, ImmutableArray<IGrouping<string, Difference>> differences)
    {
        Dictionary<string, Point> points = DifferenceOrder.PointsOf(story.Collation);
        _html.Write($"<p class=\"label\">{_texts["section.differences"]}</p><ol>");
        for (int i = 0; i < Math.Min(MostDifferences, differences.Length); i++)
        {
            Difference difference = differences[i].FirstOrDefault(static difference => !difference.IsInner) ?? differences[i].First();
            List<DifferenceSide> sides = DifferenceSide.Of(story, difference);
            _html.Write($"<li><a href=\"#{story.Anchor}-d{i + 1}\">");
            WriteWhat(story, points.GetValueOrDefault(difference.Point), sides);
            WriteSides(story, sides);
            _html.Raw("</a></li>");
        }

        _html.Raw("</ol>\n");
        if (differences.Length > MostDifferences)
            _html.Write($"<p class=\"rest\"><a href=\"#{story.Anchor}-differences\">{_texts.Counted("glance.more", differences.Length - MostDifferences)}</a></p>");
    }

    // What a figure counts stands beside it; where accounts part in how it is told, the point says what.
    private void WriteWhat(StoryView story, Point? point, List<DifferenceSide> sides)
    {
        _html.Raw("<span class=\"what\"");
        if (sides.Count > 0 && sides[0] is { Stance: null, Speaker: null, Head: { Reading.InTitle: false } head })
        {
            parts.Language(head.Account);
            _html.Raw(">");
            parts.Snippet(head.Account, new TextSpan(head.Reading.Start, head.Reading.End), Reach);
        }
        else
        {
            _html.Raw(">");
            if (point is not null)
                PointSection.Gloss(parts, story, point, isCut: true);
        }

        _html.Raw("</span>");
    }

    private void WriteSides(StoryView story, List<DifferenceSide> sides)
    {
        if (sides.Count < 2)
            return;
        List<List<DifferenceSide>> camps = [.. sides.GroupBy(static side => side.Side).Select(static camp => camp.ToList())];
        _html.Raw("<span class=\"sides\">");
        for (int i = 0; i < Math.Min(MostSides, camps.Count); i++)
        {
            if (i > 0)
                _html.Raw(" <span class=\"against\">≠</span> ");
            for (int k = 0; k < camps[i].Count; k++)
            {
                if (k > 0)
                    _html.Raw(", "); // they go together
                WriteSide(story, camps[i][k]);
            }
        }

        if (camps.Count > MostSides)
            _html.Raw(" <span class=\"against\">≠</span> …");
        _html.Raw("</span>");
    }

    private void WriteSide(StoryView story, DifferenceSide side)
    {
        (AccountView account, DifferingReading reading) = side.Head;
        _html.Raw("<b>");
        if (side.Stance is Stance stance)
        {
            parts.Mark(stance);
        }
        else
        {
            _html.Raw("<bdi");
            if (side.Speaker is null)
                parts.Language(account);
            _html.Write($">{side.Speaker ?? account.Words(reading)}</bdi>");
        }

        _html.Raw("</b> <span class=\"meta\">");

        // Who denies is the speaker, and not the outlet that prints it.
        if (side.Stance is not null && side.SharedTelling(story) is { Speaker: string speaker } telling)
            _html.Write($"<bdi>{(telling.IsNamed ? _texts.Same(speaker) : _texts.Of("quoted", _texts.Same(speaker)))}</bdi> ");
        string[] labels = [.. side.Readings.Select(static item => item.Account.Label).Distinct(StringComparer.Ordinal)];
        if (labels.Length <= MostNamed)
            _html.Write($"(<bdi>{string.Join(", ", labels)}</bdi>)");
        else
            _html.Write($"({_texts.Counted("articles", labels.Length)})");
        _html.Raw("</span>");
    }

    private void WriteAlone(StoryView story, List<(AccountView Account, int Count, string First)> alone)
    {
        _html.Write($"<p class=\"label\">{_texts["glance.alone"]}</p><ul class=\"alone\">");
        foreach ((AccountView account, int count, string first) in alone.Take(MostAlone))
            _html.Write($"<li><a class=\"chip\" href=\"#{story.Anchor}-pt-{PointSection.SafeId(first)}\"><bdi>{account.Label}</bdi> <span class=\"n\">{_texts.Digits(count)}</span></a></li>");
        if (alone.Count > MostAlone)
            _html.Write($"<li class=\"meta\">{_texts.Counted("more", alone.Count - MostAlone)}</li>");
        _html.Raw("</ul>\n");
    }

    // Who tells points that no other tells, how many, and the first of them; most of them first.
    private static List<(AccountView Account, int Count, string First)> Alone(StoryView story) =>
    [
        .. PointRow.Of(story).Where(static row => row.Relation is Relation.Single && !row.IsShared && row.Lead.Readings.Length > 0)
            .GroupBy(static row => row.Lead.Readings[0].Account, StringComparer.Ordinal)
            .Select(rows => (Account: story.Find(rows.Key), Count: rows.Sum(static row => row.Points.Count), First: rows.First().Lead.Id))
            .Where(static item => item.Account is not null)
            .Select(static item => (item.Account!, item.Count, item.First)) // the line above keeps known accounts alone
            .OrderByDescending(static item => item.Count).ThenBy(static item => item.Item1.Number),
    ];
}
