using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>What an editor asks first, in a few lines below the summary: where the accounts part, what several of them tell, and what was found in one of them alone.</summary>
internal sealed class GlanceSection(PageParts parts)
{
    private const int MostDifferences = 4;
    private const int MostShared = 5; // beside no differences
    private const int FewestShared = 2; // beside many
    private const int MostSides = 3;
    private const int MostNamed = 2;
    private const int MostTellers = 3;
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
        ImmutableArray<PointRow> rows = PointRow.Of(story);
        List<PointRow> shared = Shared(story, rows);
        List<(AccountView Account, int Count, string First)> alone = Alone(story, rows);
        if (differences.IsEmpty && shared.Count == 0 && alone.Count == 0)
            return;
        _html.Raw("<div class=\"glance\">");
        if (!differences.IsEmpty)
            WriteDifferences(story, differences);
        if (shared.Count > 0)
            WriteShared(story, shared, Math.Max(FewestShared, MostShared - differences.Length));
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

    private void WriteShared(StoryView story, List<PointRow> shared, int most)
    {
        _html.Write($"<p class=\"label\">{_texts["glance.shared"]}</p><ol class=\"shared\">");
        foreach (PointRow row in shared.Take(most))
        {
            _html.Write($"<li><a href=\"#{story.Anchor}-pt-{PointSection.SafeId(row.Lead.Id)}\"><span class=\"what\">");
            PointSection.Gloss(parts, story, row.Lead, isCut: true);
            string[] labels = [.. TellersOf(story, row).Select(static account => account.Label)];
            _html.Write($"</span><span class=\"sides\"><span class=\"meta\">{Icon.Of(row.Relation)} {_texts["relation." + Names.Of(row.Relation)]} · {_texts.Counted("strands", row.Strands(story))} ");
            if (labels.Length <= MostTellers)
                _html.Write($"(<bdi>{string.Join(", ", labels)}</bdi>)");
            else
                _html.Write($"({_texts.Counted("articles", labels.Length)})");
            _html.Raw("</span></span></a></li>");
        }

        _html.Raw("</ol>\n");
        if (shared.Count > most)
            _html.Write($"<p class=\"rest\"><a href=\"#{story.Anchor}-points\">{_texts["glance.more-shared"]}</a></p>");
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

    // What several strands tell without parting, what more of them tell first; of as many, what articles tell nearer to their beginning. Of points that mostly stand in the same sentences the first.
    private static List<PointRow> Shared(StoryView story, ImmutableArray<PointRow> rows)
    {
        List<PointRow> shared = [];
        foreach (PointRow row in Ranked(story, rows))
        {
            if (!shared.Exists(row.TellsLike))
                shared.Add(row);
        }

        return shared;
    }

    private static List<PointRow> Ranked(StoryView story, ImmutableArray<PointRow> rows) =>
    [
        .. rows.Where(row => row.Relation is Relation.Agree or Relation.Differ && row.Strands(story) > 1 && !row.Points.Any(point => story.DifferencesOf(point.Id).Any()))
            .OrderByDescending(row => row.Strands(story)).ThenByDescending(row => TellersOf(story, row).Count).ThenBy(row => Place(story, row)),
    ];

    private static List<AccountView> TellersOf(StoryView story, PointRow row) =>
        [.. row.Points.SelectMany(static point => point.Readings).Select(reading => story.Find(reading.Account)).OfType<AccountView>().Distinct().OrderBy(static account => account.Number)];

    // Where articles tell it, from 0 for their first letter to 1, in the mean.
    private static double Place(StoryView story, PointRow row) => row.Lead.Readings
        .Select(reading => (Account: story.Find(reading.Account), Reading: reading))
        .Where(static item => item.Account is { Account.Text.Length: > 0 } && !item.Reading.Spans.IsDefaultOrEmpty)
        .GroupBy(static item => item.Account, static item => (double)item.Reading.Spans[0].Start / item.Account!.Account.Text.Length) // the line above keeps known accounts alone
        .Select(static places => places.Min()).DefaultIfEmpty(1).Average();

    // Who tells points that no other tells, how many, and the first of them; most of them first.
    private static List<(AccountView Account, int Count, string First)> Alone(StoryView story, ImmutableArray<PointRow> rows) =>
    [
        .. rows.Where(static row => row.Relation is Relation.Single && !row.IsShared && row.Lead.Readings.Length > 0)
            .GroupBy(static row => row.Lead.Readings[0].Account, StringComparer.Ordinal)
            .Select(rows => (Account: story.Find(rows.Key), Count: rows.Sum(static row => row.Points.Count), First: rows.First().Lead.Id))
            .Where(static item => item.Account is not null)
            .Select(static item => (item.Account!, item.Count, item.First)) // the line above keeps known accounts alone
            .OrderByDescending(static item => item.Count).ThenBy(static item => item.Item1.Number),
    ];
}
