using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Finds the day that the text itself says it was written on.</summary>
/// <remarks>A full date that is a line of its own at the head of the text ("Kallstadt, 4. Mai 2023"), or stands in its dateline, before a dash. A date in running
/// text is an event's, not the article's.</remarks>
internal static class Dateline
{
    private const int MostDaysBeforePublication = 3;
    private const int FarthestOwnDay = 300;
    private const int LongestPlace = 40;
    private const int LongestClockBehind = 20;

    /// <summary>The day; null where the text tells none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="times">Its temporal expressions.</param>
    /// <param name="published">Publication; where it is told, only a dateline of the days just before it counts.</param>
    public static DateOnly? Day(TaggedText text, ImmutableArray<TimeExpression> times, DateOnly? published)
    {
        foreach (TimeExpression time in times)
        {
            if (time.Start > FarthestOwnDay)
                return null;
            if (time is not { Type: TimeType.Date or TimeType.Time, From: DateOnly from, To: DateOnly to } || from != to || !text.Text.AsSpan(time.Start, time.End - time.Start).ContainsAnyInRange('0', '9'))
                continue;
            int lineStart = text.Text.LastIndexOf('\n', time.Start) + 1;
            int lineEnd = text.Text.IndexOf('\n', time.End);
            ReadOnlySpan<char> before = text.Text.AsSpan(lineStart, time.Start - lineStart);
            ReadOnlySpan<char> after = text.Text.AsSpan(time.End, (lineEnd < 0 ? text.Text.Length : lineEnd) - time.End).Trim();
            if (IsDateline(before, after) && (published is not DateOnly known || known.DayNumber - from.DayNumber is >= 0 and <= MostDaysBeforePublication))
                return from;
            bool isAlone = lineEnd > 0 && before.Length <= LongestPlace && after.Length <= LongestClockBehind && !after.ContainsAny('.', '!', '?');
            if (isAlone && published is null)
                return from;
        }

        return null;
    }

    // "KALLSTADT, May 4 (Reuters) - ..."
    private static bool IsDateline(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (before.Length is 0 or > LongestPlace)
            return false;
        if (after.Length > 0 && after[0] == '(' && after.IndexOf(')') is > 0 and <= LongestClockBehind and int close)
            after = after[(close + 1)..].TrimStart();
        return after.Length > 0 && after[0] is '–' or '—' or '―' or '-';
    }
}
