using System.Collections.Immutable;
using System.Globalization;
using Lesart.Dossiers;

namespace Lesart.Cli;

/// <summary>What <c>read</c> prints when it is done: counted facts, each story with where its accounts part, and where the dossier lies.</summary>
internal sealed class ReadSummary
{
    private const int MostSpeakers = 3;
    private const int MostStories = 12;
    private const int MostNotes = 4;
    private const int LabelWidth = 13;
    private const int NumberWidth = 5;
    private const int MostLetters = 110;
    private const int MostNoteLines = 4;

    private readonly TextWriter _output;
    private readonly bool _usesColor;

    private ReadSummary(TextWriter output, bool usesColor) => (_output, _usesColor) = (output, usesColor);

    /// <summary>Prints the summary; outside text can't steer the terminal.</summary>
    public static void Print(
        TextWriter output, ImmutableArray<Account> accounts, ImmutableArray<Collation> collations, IReadOnlyList<Problem> problems, string dossier, string records, bool usesColor = false)
    {
        ReadSummary summary = new(output, usesColor);
        if (accounts.IsEmpty)
        {
            // why, each problem has said when it was met
            output.WriteLine(summary.Bold("Nothing could be read."));
            summary.Line("not read", Number(problems.Count));
            output.WriteLine();
            summary.Line("records", records);
            return;
        }

        summary.Counts(accounts, collations, problems);
        summary.Stories(accounts, collations);
        summary.Line("dossier", dossier);
        summary.Line("records", records);
    }

    private void Counts(ImmutableArray<Account> accounts, ImmutableArray<Collation> collations, IReadOnlyList<Problem> problems)
    {
        Line("stories", Number(collations.Length));
        Line("accounts", Number(accounts.Length) + Dim("   " + string.Join(", ", accounts.CountBy(static account => account.Language ?? "?")
            .OrderByDescending(static language => language.Value).ThenBy(static language => language.Key, StringComparer.Ordinal)
            .Select(static language => string.Create(CultureInfo.InvariantCulture, $"{language.Value} {language.Key}")))));
        Line("strands", Number(collations.Sum(static collation => collation.Strands.Length)));
        int several = collations.Sum(static collation => collation.Points.Count(static point => point.Strands > 1));
        Line("points", Number(collations.Sum(static collation => collation.Points.Length)) + Dim(string.Create(CultureInfo.InvariantCulture, $"   {several} in more than one strand")));
        Line("differences", Number(collations.Sum(static collation => collation.Differences.Length)));
        string[] speakers = [.. Speakers(accounts)];
        if (speakers.Length > 0)
            Line("speak most", string.Join(", ", speakers));
        Line("not read", Number(problems.Count));
        _output.WriteLine();
    }

    private void Stories(ImmutableArray<Account> accounts, ImmutableArray<Collation> collations)
    {
        foreach (Collation collation in collations.OrderByDescending(static collation => collation.Accounts.Length).ThenByDescending(static collation => collation.Differences.Length).Take(MostStories))
        {
            _output.WriteLine(Bold(Shortened(TerminalText.Of(StoryTitle.Of(collation, id => accounts.FirstOrDefault(account => account.Id == id)?.Text)))));
            _output.WriteLine("  " + Dim(string.Join(" · ",
                Counted(collation.Accounts.Length, "account"), Counted(collation.Strands.Length, "strand"), Counted(collation.Points.Length, "point"), Counted(collation.Differences.Length, "difference"))));
            Differences(collation, accounts);
            if (collation.Differences.Length > MostNotes)
                _output.WriteLine("  " + Dim($"and {Counted(collation.Differences.Length - MostNotes, "more difference")}"));
        }

        if (collations.Length > MostStories)
            _output.WriteLine(Dim($"and {Counted(collations.Length - MostStories, "more story", "more stories")}"));
        _output.WriteLine();
    }

    // What a difference is about stands above its sides, once for all differences of one point.
    private void Differences(Collation collation, ImmutableArray<Account> accounts)
    {
        Dictionary<string, Point> points = DifferenceOrder.PointsOf(collation);
        int left = MostNotes;
        foreach (IGrouping<string, Difference> group in DifferenceOrder.Of(collation))
        {
            string lead = "  ≠ ";
            foreach (Difference difference in group.Take(left))
            {
                if (lead.Trim().Length > 0 && !difference.IsInner && points.GetValueOrDefault(group.Key) is Point point)
                {
                    _output.WriteLine(lead + Dim(Shortened(TerminalText.Of(point.Gloss))));
                    lead = "    ";
                }

                Note(lead, TerminalText.Of(difference.Note));
                foreach (string denial in Denials(collation, difference, accounts))
                    _output.WriteLine("    " + Dim(Shortened(TerminalText.Of(denial))));
                left--;
            }

            if (left == 0)
                return;
        }
    }

    // Who denies, where an article tells of the denial in its own voice and the note names the article alone: it denies nothing itself.
    private static IEnumerable<string> Denials(Collation collation, Difference difference, ImmutableArray<Account> accounts)
    {
        if (difference.Slot != DifferenceSlot.Stance)
            yield break;
        foreach (DifferingReading reading in difference.Readings.Where(static reading => reading.Value == "denied"))
        {
            string? denier = collation.Replies.SelectMany(static reply => reply.Answers)
                .FirstOrDefault(answer => answer.Account == reading.Account && answer is { Speaker: not null, Kind: AnswerKind.Denial } && answer.Spans.Any(new TextSpan(reading.Start, reading.End).Overlaps))?.Speaker;
            Account? account = accounts.FirstOrDefault(account => account.Id == reading.Account);
            string? name = account?.Entities.FirstOrDefault(entity => entity.Id == denier)?.Name;
            if (account is not null && name is not null && !difference.Note.Contains(name, StringComparison.Ordinal))
                yield return $"denied by {name}, {account.Outlet ?? account.Source}";
        }
    }

    // Every side of a difference is shown: a long note goes on below, broken between words.
    private void Note(string lead, string note)
    {
        for (int line = 1; note.Length > 0; line++)
        {
            int cut = note.Length <= MostLetters || line == MostNoteLines ? note.Length : note.LastIndexOf(' ', MostLetters);
            if (cut <= 0)
                cut = MostLetters - (char.IsHighSurrogate(note[MostLetters - 1]) ? 1 : 0);
            _output.WriteLine(lead + Shortened(note[..cut]));
            note = note[cut..].TrimStart();
            lead = "    ";
        }
    }

    private static IEnumerable<string> Speakers(ImmutableArray<Account> accounts)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (Entity entity in accounts.SelectMany(static account => account.Entities))
            names.TryAdd(entity.Id, entity.Name);
        return accounts.SelectMany(static account => account.Sayings)
            .Where(static statement => statement.Speaker is not null)
            .CountBy(static statement => statement.Speaker!) // not null by the filter before
            .OrderByDescending(static speaker => speaker.Value).ThenBy(static speaker => speaker.Key, StringComparer.Ordinal)
            .Take(MostSpeakers)
            .Select(speaker => string.Create(CultureInfo.InvariantCulture, $"{Shortened(TerminalText.Of(names.GetValueOrDefault(speaker.Key, speaker.Key)))} ({speaker.Value})"));
    }

    private void Line(string label, string value) => _output.WriteLine($"{Dim(label.PadRight(LabelWidth))}{value}");

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture).PadLeft(NumberWidth);

    private static string Counted(int count, string singular, string? plural = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? singular : plural ?? singular + "s")}");

    private string Bold(string text) => _usesColor ? $"\u001b[1m{text}\u001b[0m" : text;

    private string Dim(string text) => _usesColor ? $"\u001b[2m{text}\u001b[0m" : text;

    private static string Shortened(string plain) => plain.Length > MostLetters ? plain[..(MostLetters - (char.IsHighSurrogate(plain[MostLetters - 2]) ? 2 : 1))] + "…" : plain;
}
