using System.Collections.Immutable;

namespace Lesart.Dossiers;

/// <summary>Where accounts part: each side with its words, its outlets and its strands. No side is called right.</summary>
internal sealed class DifferenceSection(PageParts parts)
{
    private readonly HtmlWriter _html = parts.Html;
    private readonly InterfaceTexts _texts = parts.Texts;

    /// <summary>Writes the section; nothing where a story has one account only.</summary>
    public void Write(StoryView story)
    {
        if (story.Columns.Length < 2)
            return;
        Dictionary<string, Point> points = new(StringComparer.Ordinal);
        foreach (Point point in story.Collation.Points)
            points.TryAdd(point.Id, point);

        parts.OpenSection(story, "differences", story.Collation.Differences.Length);
        if (story.Collation.Differences.Length == 0)
            _html.Write($"<p class=\"empty\">{_texts["empty.differences"]}</p>");
        else
            _html.Raw("<div class=\"cards\">");
        int number = 0;
        foreach (Difference difference in story.Collation.Differences
            .OrderBy(difference => points.GetValueOrDefault(difference.Point)?.Relation == Relation.Contradict ? 0 : 1))
        {
            number++;
            WriteDifference(story, difference, points.GetValueOrDefault(difference.Point), number);
        }

        if (story.Collation.Differences.Length > 0)
            _html.Raw("</div>\n");
        parts.CloseSection();
    }

    private void WriteDifference(StoryView story, Difference difference, Point? point, int number)
    {
        string slot = Names.Of(difference.Slot);
        _html.Write($"<article class=\"diff item\" tabindex=\"-1\" id=\"{story.Anchor}-d{number}\"><h4><span class=\"slot\">{_texts["slot." + slot]}</span>");
        if (point is not null)
            PointSection.Gloss(parts, story, point);
        _html.Raw("</h4>");

        List<Side> sides = Sides(story, difference);
        if (sides.Count < 2)
            _html.Write($"<p class=\"note\">{difference.Note}</p>");
        _html.Raw("<ul class=\"sides\">");
        foreach (Side side in sides)
            WriteSide(story, side);
        _html.Raw("</ul></article>\n");
    }

    private void WriteSide(StoryView story, Side side)
    {
        (AccountView account, DifferingReading reading) = side.Readings[0];
        TextSpan words = new(reading.Start, reading.End);
        _html.Raw("<li><p class=\"value\">");
        if (side.Stance is Stance stance)
            parts.Mark(stance);
        else if (side.Speaker is string speaker)
            _html.Write($"<bdi>{speaker}</bdi>");
        else
            WriteWords(account, words);
        _html.Raw("</p><p class=\"by\">");
        foreach ((AccountView teller, DifferingReading told) in side.Readings)
        {
            parts.OutletLink(teller, story.Evidence.Add(teller, [new TextSpan(told.Start, told.End)], side.TellingOf(story, teller)));
            _html.Raw(" ");
        }

        _html.Raw("</p><blockquote");
        parts.Language(account);
        _html.Raw(">");
        parts.Snippet(account, words);
        _html.Raw("</blockquote></li>");
    }

    private void WriteWords(AccountView account, TextSpan words)
    {
        _html.Raw("<bdi");
        parts.Language(account);
        _html.Write($">{account.Words(words)}</bdi>");
    }

    // Readings with one value are one side; the side of more strands first.
    private static List<Side> Sides(StoryView story, Difference difference) =>
    [
        .. difference.Readings
            .Select(reading => (Account: story.Find(reading.Account), Reading: reading))
            .Where(static item => item.Account is not null)
            .Select(static item => (Account: item.Account!, item.Reading)) // the line above keeps known accounts alone
            .GroupBy(static item => item.Reading.Value, StringComparer.Ordinal)
            .Select(group => new Side(
                [.. group.OrderBy(static item => item.Account.Number)],
                difference.Slot == DifferenceSlot.Stance && TryStance(group.Key, out Stance stance) ? stance : null,
                difference.Slot == DifferenceSlot.Speaker && story.Entities.ContainsKey(group.Key) ? story.NameOf(group.Key) : null,
                story.Collation.Points.FirstOrDefault(point => point.Id == difference.Point)))
            .OrderByDescending(static side => side.Readings.Select(static item => item.Account.Strand).Distinct().Count())
            .ThenByDescending(static side => side.Readings.Length),
    ];

    private static bool TryStance(string value, out Stance stance)
    {
        foreach (Stance candidate in Enum.GetValues<Stance>())
        {
            if (Names.Of(candidate) == value)
            {
                stance = candidate;
                return true;
            }
        }

        stance = default;
        return false;
    }

    private sealed record Side(ImmutableArray<(AccountView Account, DifferingReading Reading)> Readings, Stance? Stance, string? Speaker, Point? Point)
    {
        // The reading of the point that holds the words says how they are told.
        public Telling? TellingOf(StoryView story, AccountView account)
        {
            Reading? reading = Point?.Readings.FirstOrDefault(reading => reading.Account == account.Account.Id);
            return reading is null ? null : story.TellingOf(account, reading);
        }
    }
}
