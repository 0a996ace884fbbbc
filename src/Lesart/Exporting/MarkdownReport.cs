using System.Buffers;
using System.Collections.Immutable;
using System.Text;
using Lesart.Dossiers;

namespace Lesart.Exporting;

/// <summary>A report for people and their editors: CommonMark with tables and footnotes; every line leads to the words that carry it.</summary>
/// <remarks>Texts from outside are escaped: nothing in them is read as Markdown or HTML.</remarks>
internal sealed class MarkdownReport
{
    private const int MostQuotedWords = 45;
    private const string OpeningMarks = "„“”\"";
    private const string ClosingMarks = "“”\"";
    private static readonly SearchValues<char> InnerMarks = SearchValues.Create("„“”\"«»");

    private readonly TextWriter _output;
    private readonly InterfaceTexts _texts;
    private readonly List<string> _notes = [];
    private readonly Dictionary<string, int> _numberOfNote = new(StringComparer.Ordinal);

    private MarkdownReport(TextWriter output, InterfaceTexts texts) => (_output, _texts) = (output, texts);

    /// <summary>Writes the report in the first language of the texts; the stream stays open.</summary>
    public static void Write(Stream stream, ImmutableArray<StoryView> stories, InterfaceTexts texts)
    {
        using StreamWriter output = new(stream, new UTF8Encoding(false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
        MarkdownReport report = new(output, texts);
        foreach (StoryView story in stories.OrderByDescending(static story => story.Collation.Accounts.Length).ThenByDescending(static story => story.Collation.Differences.Length)) // as in the dossier
            report.WriteStory(story);
        report.WriteNotes();
    }

    private void WriteStory(StoryView story)
    {
        _output.WriteLine($"# {Escaped(story.Title)}\n");
        _output.WriteLine($"{Text(_texts.Counted("articles", story.Columns.Length))} · {Text(_texts.Counted("strands", story.Strands.Length))}\n");
        WriteArticles(story);
        WriteDifferences(story);
        WriteReplies(story);
        WriteDrifts(story);
        WritePoints(story);
        WritePassages(story);
        WriteTimeline(story);
    }

    private void WriteArticles(StoryView story)
    {
        WriteHeading("section.articles");
        _output.WriteLine($"| {Text(_texts["column.article"])} | {Text(_texts["column.title"])} | {Text(_texts["column.published"])} | {Text(_texts["strand"])} |\n| --- | --- | --- | --- |");
        foreach (AccountView column in story.Columns)
        {
            string published = column.Account.Published is PublicationTime time ? Text(_texts.Moment(time)) : Text(_texts["undated"]);
            if (column.Account.Incomplete)
                published += $", {Text(_texts["incomplete"])}";
            _output.WriteLine($"| {Linked(column, Escaped(column.Label))} | {Escaped(column.Account.Title ?? "")} | {published} | {column.Strand.Letter} |");
        }

        _output.WriteLine();
    }

    private void WriteDifferences(StoryView story)
    {
        if (story.Columns.Length < 2)
            return;
        WriteHeading("section.differences");
        if (story.Collation.Differences.Length == 0)
            _output.WriteLine(Text(_texts["empty.differences"]));
        Dictionary<string, Point> points = DifferenceOrder.PointsOf(story.Collation);
        foreach (Difference difference in DifferenceOrder.Of(story.Collation).SelectMany(static point => point))
        {
            string about = !difference.IsInner && points.GetValueOrDefault(difference.Point) is Point point ? Opening(point.Gloss) + " " : "";
            _output.WriteLine($"- {about}**{Text(_texts["slot." + Names.Of(difference.Slot)])}:** {Escaped(difference.Note)}");
            foreach (DifferingReading reading in difference.Readings)
            {
                if (story.Find(reading.Account) is AccountView column && !reading.InTitle) // the list of articles gives the title
                    WriteSentence(column, new TextSpan(reading.Start, reading.End), Escaped(column.Label));
            }
        }

        _output.WriteLine();
    }

    private void WriteReplies(StoryView story)
    {
        if (!story.Collation.Replies.Any(static reply => !reply.Accusations.IsEmpty))
            return;
        WriteHeading("section.replies");
        foreach (Reply reply in story.Collation.Replies.Where(static reply => !reply.Accusations.IsEmpty))
        {
            _output.WriteLine($"- **{Text(_texts[ReplySection.HeadOf(reply)])} {Escaped(story.NameOf(reply))}**{(reply.Answers.IsEmpty ? $": {Text(_texts["reply.none"])}" : "")}");
            foreach (Accusation accusation in reply.Accusations)
                WriteSaying(story, accusation.Account, accusation.Statement, accusation.Speaker, accusation.Spans, Text(_texts["reply.accusation"]));
            foreach (Answer answer in reply.Answers)
                WriteSaying(story, answer.Account, answer.Statement, answer.Speaker, answer.Spans, $"{Text(_texts["reply.answer"])}, {Text(_texts["reply." + Names.Of(answer.Kind)])}");
            string[] without = [.. reply.Unanswered.Select(story.Find).OfType<AccountView>().Select(static column => column.Label)];
            if (without.Length > 0)
                _output.WriteLine($"  - {Text(_texts["reply.unanswered"])} {Escaped(string.Join(", ", without))}");
        }

        _output.WriteLine();
    }

    private void WriteSaying(StoryView story, string account, string? statement, string? speaker, ImmutableArray<TextSpan> spans, string role)
    {
        if (story.Find(account) is not AccountView column || spans.IsDefaultOrEmpty)
            return;
        string who = story.SpeakerOf(column, statement, speaker) is string speaks ? Escaped(speaks) : Text(_texts["reply.unnamed"]);
        WriteSentence(column, spans[0], $"{role}, {who} ({Escaped(column.Label)})");
    }

    private void WriteDrifts(StoryView story)
    {
        if (story.Collation.Drifts.Length == 0)
            return;
        WriteHeading("section.drifts");
        foreach (Drift drift in story.Collation.Drifts)
        {
            string gloss = story.Collation.Points.FirstOrDefault(point => point.Id == drift.Point)?.Gloss ?? drift.Of ?? "";
            _output.WriteLine($"- {Opening(gloss)}{(drift.Of is string counted && gloss != counted ? $" ({Escaped(counted)})" : "")}");
            foreach (DriftStep step in drift.Steps)
            {
                if (story.Find(step.Account) is AccountView column)
                    WriteSentence(column, new TextSpan(step.Start, step.End), $"{Text(_texts.ShortMoment(step.Published, story.HasOffsets))}, {Escaped(column.Label)}, {Text(_texts["strand"])} {column.Strand.Letter}: **{Escaped(column.Words(new TextSpan(step.Start, step.End)))}**");
            }
        }

        _output.WriteLine();
    }

    // A place as its whole sentence, which the footnote's address leads to.
    private void WriteSentence(AccountView column, TextSpan place, string head)
    {
        TextSpan sentence = SentenceOf(column, place);
        _output.WriteLine($"  - {head}: {Quoted(column.Words(sentence))}{Note(column, sentence)}");
    }

    private void WritePoints(StoryView story)
    {
        PointRow[] shared = [.. PointRow.Of(story).Where(static row => row.IsShared)];
        if (shared.Length == 0)
            return;
        WriteHeading("section.points");
        foreach (PointRow row in shared)
        {
            string glosses = Opening(string.Join(" / ", row.Points.Select(static point => point.Gloss).Distinct(StringComparer.Ordinal)));
            _output.WriteLine($"- {glosses} ({Text(_texts["relation." + Names.Of(row.Relation)])}, {Text(_texts.Counted("strands", row.Strands(story)))}{Silent(story, row)})");
            foreach ((AccountView column, Reading reading) in story.Columns.SelectMany(column => row.Readings(story, column).Select(reading => (column, reading))))
            {
                Telling telling = story.TellingOf(column, reading);
                string speaker = telling.Speaker is string name ? $"{Escaped(name)}, " : "";
                _output.WriteLine($"  - {Escaped(column.Label)} ({speaker}{Text(_texts["kind." + Names.Of(telling.Kind)])}, {Text(_texts["stance." + Names.Of(telling.Stance)])}): {Quoted(string.Join(" … ", reading.Spans.Select(column.Words)))}{Note(column, reading.Spans[0])}");
            }
        }

        _output.WriteLine();
    }

    private string Silent(StoryView story, PointRow row)
    {
        string[] silent = [.. row.Silent.Select(story.Find).OfType<AccountView>().Where(static column => !column.Account.Incomplete).Select(static column => column.Label)];
        return silent.Length == 0 ? "" : $"; {Text(_texts.Counted("silent", silent.Length))}: {Escaped(string.Join(", ", silent))}";
    }

    private void WritePassages(StoryView story)
    {
        if (story.Collation.Passages.Length == 0)
            return;
        WriteHeading("section.passages");
        foreach (Passage passage in story.Collation.Passages)
        {
            AccountView[] columns = [.. passage.Spans.Select(span => story.Find(span.Account)).OfType<AccountView>()];
            if (columns.Length > 0 && story.Find(passage.Spans[0].Account) is AccountView first)
                _output.WriteLine($"- {Text(_texts[passage.Certainty is null ? "passage." + Names.Of(passage.Kind) : "passage.reworded"])} ({Escaped(string.Join(", ", columns.Select(static column => column.Label).Distinct(StringComparer.Ordinal)))}): {Quoted(first.Words(new TextSpan(passage.Spans[0].Start, passage.Spans[0].End)))}");
        }

        _output.WriteLine();
    }

    private void WriteTimeline(StoryView story)
    {
        if (story.Collation.Timeline.Length == 0)
            return;
        WriteHeading("section.timeline");
        DayRange days = new(_texts);
        foreach (TimelineEntry entry in story.Collation.Timeline.OrderBy(static entry => entry.From ?? DateOnly.MaxValue).ThenBy(static entry => entry.To ?? DateOnly.MaxValue))
        {
            string outlets = string.Join(", ", entry.Evidence.Select(span => story.Find(span.Account)?.Label).OfType<string>().Distinct(StringComparer.Ordinal));
            _output.WriteLine($"- **{Text(days.Whole(entry))}:** {Escaped(entry.Gloss)} ({Escaped(outlets)})");
        }

        _output.WriteLine();
    }

    private void WriteHeading(string key) => _output.WriteLine($"## {Text(_texts[key])}\n");

    private void WriteNotes()
    {
        for (int i = 0; i < _notes.Count; i++)
            _output.WriteLine($"[^{i + 1}]: {_notes[i]}");
    }

    // A footnote that cites the place: outlet, title, time, and an address that leads to the words themselves.
    private string Note(AccountView column, TextSpan span)
    {
        List<string> parts = [Opening(column.Account.Outlet ?? column.Label)];
        if (column.Account.Title is string title)
            parts.Add(Escaped(title));
        if (column.Account.Published is PublicationTime time)
            parts.Add(Text(_texts.Moment(time)));
        if (ArticleSection.WebAddress(column.Account.Url) is string address)
            parts.Add($"<{TextFragment.Of(address, column.Account.Text, column.Inside(span))}>");
        string note = string.Join(", ", parts);
        if (!_numberOfNote.TryGetValue(note, out int number))
        {
            _notes.Add(note);
            _numberOfNote.Add(note, number = _notes.Count);
        }

        return $"[^{number}]";
    }

    private static TextSpan SentenceOf(AccountView column, TextSpan span) =>
        column.Sentences.Length == 0 ? span : column.Sentences[column.SentenceAt(span.Start)];

    private static string Linked(AccountView column, string label) =>
        ArticleSection.WebAddress(column.Account.Url) is string address ? $"[{label}](<{address}>)" : label;

    private string Quoted(string words)
    {
        string[] parts = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        string shown = string.Join(' ', parts.Take(MostQuotedWords)) + (parts.Length > MostQuotedWords ? " …" : "");
        return Text(_texts.Of("quoted", _texts.Same(Escaped(Inner(shown)))));
    }

    // Marks inside a quotation become single ones; one that is nothing but a quotation needs no second pair. Where the quotation inside begins before the words or goes on behind them,
    // it gets the mark that stands there, as in the page's citations.
    private static string Inner(string words)
    {
        if (words.Length > 2 && OpeningMarks.Contains(words[0]) && ClosingMarks.Contains(words[^1]) && !words.AsSpan(1, words.Length - 2).ContainsAny(OpeningMarks + ClosingMarks))
            words = words[1..^1];
        int first = words.AsSpan().IndexOfAny(InnerMarks), last = words.AsSpan().LastIndexOfAny(InnerMarks);
        bool isCutBefore = first > 0 && !char.IsWhiteSpace(words[first - 1]) && words[first - 1] is not ('(' or '[' or '–' or '—' or '-');
        bool isCutBehind = (words.Count(static mark => InnerMarks.Contains(mark)) + (isCutBefore ? 1 : 0)) % 2 == 1;
        string before = !isCutBefore ? "" : words[first] switch { '“' => "‚", '”' => "‘", '"' => "'", '«' => "›", '»' => "‹", _ => "" };
        string behind = !isCutBehind ? "" : words[last] switch { '„' => "‘", '“' => "’", '"' => "'", '«' => "›", '»' => "‹", _ => "" };
        return before + string.Concat(words.Select(static mark => mark switch { '„' => '‚', '“' => '‘', '”' => '’', '"' => '\'', '«' => '‹', '»' => '›', _ => mark })) + behind;
    }

    private static string Text(Phrase phrase) => phrase[0];

    // Escaped for the start of a line, where a dash, a plus or a number with its point would begin a list ("19. Juni: ...").
    private static string Opening(string text)
    {
        string escaped = Escaped(text).TrimStart(' ');
        int mark = 0;
        while (mark < escaped.Length && char.IsAsciiDigit(escaped[mark]))
            mark++;
        bool beginsList = mark < escaped.Length && (mark == 0 ? escaped[0] is '-' or '+' : escaped[mark] is '.' or ')') && (escaped[mark] is '-' || mark + 1 == escaped.Length || escaped[mark + 1] == ' ');
        return beginsList ? escaped.Insert(mark, "\\") : escaped;
    }

    // What CommonMark and its tables and footnotes read as marks; line breaks become blanks.
    private static string Escaped(string text)
    {
        StringBuilder escaped = new(text.Length + 16);
        foreach (char letter in text)
        {
            if (letter is '\n' or '\r' or '\t')
                escaped.Append(' ');
            else if (letter is '<')
                escaped.Append("&lt;");
            else if (letter is '&')
                escaped.Append("&amp;");
            else if (letter is '\\' or '`' or '*' or '_' or '[' or ']' or '#' or '|' or '~' or '>')
                escaped.Append('\\').Append(letter);
            else
                escaped.Append(letter);
        }

        return escaped.ToString();
    }
}
