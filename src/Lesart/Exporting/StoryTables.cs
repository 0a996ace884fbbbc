using System.Collections.Immutable;
using System.Globalization;
using Lesart.Dossiers;

namespace Lesart.Exporting;

/// <summary>The records of a run as tables. Offsets are UTF-16 code units into the article's text, end exclusive; several values in a cell are separated by <c>; </c>.</summary>
internal static class StoryTables
{
    /// <summary>All tables, in the order in which the documentation has them.</summary>
    public static IReadOnlyList<ExportTable> Of(ImmutableArray<StoryView> stories) =>
    [
        Articles(stories), Strands(stories), Points(stories), Readings(stories), Differences(stories), Passages(stories), Wording(stories), Timeline(stories), Replies(stories), Drifts(stories),
        Statements(stories), Mentions(stories), Times(stories), Quantities(stories), Findings(stories),
    ];

    private static ExportTable Articles(ImmutableArray<StoryView> stories) => new(
        "articles",
        ["story", "storyTitle", "article", "outlet", "title", "section", "authors", "agencies", "published", "modified", "language", "url", "source", "strand", "incomplete", "text"],
        stories.SelectMany(static story => story.Columns.Select(column => (object?[])
        [
            story.Collation.Story, story.Collation.Title, column.Account.Id, column.Account.Outlet, column.Account.Title, column.Account.Section, Joined(column.Account.Authors), Joined(column.Account.Agencies),
            column.Account.Published?.ToString(), column.Account.Modified?.ToString(), column.Account.Language, column.Account.Url, column.Account.Source, column.Strand.Strand.Id, column.Account.Incomplete, column.Account.Text,
        ])));

    private static ExportTable Strands(ImmutableArray<StoryView> stories) => new(
        "strands",
        ["story", "strand", "origin", "articles", "why"],
        stories.SelectMany(static story => story.Strands.Select(strand => (object?[])
            [story.Collation.Story, strand.Strand.Id, strand.Strand.Origin, Joined(strand.Strand.Accounts.IsDefault ? [] : strand.Strand.Accounts), Joined(strand.Why)])));

    private static ExportTable Points(ImmutableArray<StoryView> stories) => new(
        "points",
        ["story", "point", "relation", "strands", "articles", "silent", "gloss"],
        stories.SelectMany(static story => story.Collation.Points.Select(point => (object?[])
        [
            story.Collation.Story, point.Id, Names.Of(point.Relation), point.Strands,
            point.Readings.Select(static reading => reading.Account).Distinct(StringComparer.Ordinal).Count(), Joined(point.Silent), point.Gloss,
        ])));

    private static ExportTable Readings(ImmutableArray<StoryView> stories) => new(
        "readings",
        ["story", "point", "article", "outlet", "strand", "statement", "kind", "stance", "speaker", "speakerName", "date", "quantity", "place", "name", "start", "end", "words"],
        from story in stories
        from point in story.Collation.Points
        from reading in point.Readings
        let column = story.Find(reading.Account)
        where column is not null
        let telling = story.TellingOf(column, reading)
        select (object?[])
        [
            story.Collation.Story, point.Id, reading.Account, column.Label, column.Strand.Strand.Id, reading.Statement, Names.Of(reading.Kind), Names.Of(reading.Stance),
            reading.Speaker, telling.Speaker, Value(reading, "date"), Value(reading, "quantity"), Value(reading, "place"), Value(reading, "name"),
            Start(reading.Spans), End(reading.Spans), Words(column, reading.Spans),
        ]);

    private static ExportTable Differences(ImmutableArray<StoryView> stories) => new(
        "differences",
        ["story", "difference", "point", "slot", "note", "article", "outlet", "value", "start", "end", "words", "inTitle"],
        from story in stories
        from difference in story.Collation.Differences.Select(static (item, index) => (Item: item, Number: index + 1))
        from reading in difference.Item.Readings
        let column = story.Find(reading.Account)
        where column is not null
        select (object?[])
        [
            story.Collation.Story, difference.Number, difference.Item.Point, Names.Of(difference.Item.Slot), difference.Item.Note, reading.Account, column.Label, reading.Value,
            reading.Start, reading.End, column.Words(reading), reading.InTitle,
        ]);

    private static ExportTable Passages(ImmutableArray<StoryView> stories) => new(
        "passages",
        ["story", "passage", "kind", "length", "likeness", "certainty", "article", "outlet", "start", "end", "words"],
        from story in stories
        from passage in story.Collation.Passages.Select(static (item, index) => (Item: item, Number: index + 1))
        from span in passage.Item.Spans
        let column = story.Find(span.Account)
        where column is not null
        select (object?[])
        [
            story.Collation.Story, passage.Number, Names.Of(passage.Item.Kind), passage.Item.Words, passage.Item.Likeness, passage.Item.Certainty, span.Account, column.Label, span.Start, span.End,
            column.Words(new TextSpan(span.Start, span.End)),
        ]);

    private static ExportTable Wording(ImmutableArray<StoryView> stories) => new(
        "wording",
        ["story", "entity", "name", "article", "outlet", "term", "count", "quoted", "certainty"],
        from story in stories
        from wording in story.Collation.Wording
        from term in wording.Terms
        let column = story.Find(term.Account)
        where column is not null
        select (object?[])[story.Collation.Story, wording.Entity, story.NameOf(wording.Entity), term.Account, column.Label, term.Term, term.Count, term.Quoted, wording.Certainty]);

    private static ExportTable Timeline(ImmutableArray<StoryView> stories) => new(
        "timeline",
        ["story", "entry", "value", "from", "to", "gloss", "actors", "article", "outlet", "start", "end", "words"],
        from story in stories
        from entry in story.Collation.Timeline.Select(static (item, index) => (Item: item, Number: index + 1))
        from span in entry.Item.Evidence
        let column = story.Find(span.Account)
        where column is not null
        select (object?[])
        [
            story.Collation.Story, entry.Number, entry.Item.Value, Day(entry.Item.From), Day(entry.Item.To), entry.Item.Gloss, Joined(entry.Item.Actors), span.Account, column.Label,
            span.Start, span.End, column.Words(new TextSpan(span.Start, span.End)),
        ]);

    private static ExportTable Replies(ImmutableArray<StoryView> stories) => new(
        "replies",
        ["story", "reply", "accused", "accusedName", "deniedBy", "role", "kind", "article", "outlet", "statement", "speaker", "speakerName", "stance", "start", "end", "words"],
        from story in stories
        from reply in story.Collation.Replies.Select(static (item, index) => (Item: item, Number: index + 1))
        from told in Told(reply.Item)
        let column = story.Find(told.Account)
        where column is not null
        select (object?[])
        [
            story.Collation.Story, reply.Number, reply.Item.Accused, reply.Item.Accused is null ? null : story.NameOf(reply.Item), reply.Item.Accused is null ? story.NameOf(reply.Item) : null, told.Role, told.Kind, told.Account, column.Label, told.Statement, told.Speaker,
            told.Speaker is null ? null : story.NameOf(told.Speaker), told.Stance, Start(told.Spans), End(told.Spans), Words(column, told.Spans),
        ]);

    private static IEnumerable<(string Role, string? Kind, string Account, string? Statement, string? Speaker, string? Stance, ImmutableArray<TextSpan> Spans)> Told(Reply reply) =>
    [
        .. reply.Accusations.Select(static item => ("accusation", (string?)null, item.Account, (string?)item.Statement, item.Speaker, (string?)Names.Of(item.Stance), item.Spans)),
        .. reply.Answers.Select(static item => ("answer", (string?)Names.Of(item.Kind), item.Account, item.Statement, item.Speaker, (string?)Names.Of(item.Stance), item.Spans)),
        .. reply.Unanswered.Select(static account => ("unanswered", (string?)null, account, (string?)null, (string?)null, (string?)null, ImmutableArray<TextSpan>.Empty)),
    ];

    private static ExportTable Drifts(ImmutableArray<StoryView> stories) => new(
        "drifts",
        ["story", "drift", "point", "of", "unit", "article", "outlet", "published", "strand", "value", "start", "end", "words"],
        from story in stories
        from drift in story.Collation.Drifts.Select(static (item, index) => (Item: item, Number: index + 1))
        from step in drift.Item.Steps
        let column = story.Find(step.Account)
        where column is not null
        select (object?[])
        [
            story.Collation.Story, drift.Number, drift.Item.Point, drift.Item.Of, drift.Item.Unit, step.Account, column.Label, step.Published.ToString(), step.Strand, step.Value,
            step.Start, step.End, column.Words(new TextSpan(step.Start, step.End)),
        ]);

    private static ExportTable Statements(ImmutableArray<StoryView> stories) => new(
        "statements",
        ["story", "article", "outlet", "statement", "within", "kind", "stance", "cueClass", "speaker", "speakerName", "via", "about", "cue", "source", "start", "end", "content"],
        from story in stories
        from column in story.Columns
        from statement in column.Account.Statements
        let telling = story.TellingOf(column, statement)
        select (object?[])
        [
            story.Collation.Story, column.Account.Id, column.Label, statement.Id, statement.Within, Names.Of(statement.Kind), Names.Of(statement.Stance), statement.CueClass,
            statement.Speaker, telling.Speaker, telling.Via.Length > 0 ? telling.Via : null, Joined(statement.About), Words(column, statement.Cue), Words(column, statement.Source),
            Start(statement.Content), End(statement.Content), Words(column, statement.Content),
        ]);

    private static ExportTable Mentions(ImmutableArray<StoryView> stories) => new(
        "mentions",
        ["story", "article", "outlet", "entity", "name", "type", "wikidata", "kind", "start", "end", "words"],
        from story in stories
        from column in story.Columns
        let entities = column.Account.Entities.DistinctBy(static entity => entity.Id, StringComparer.Ordinal).ToDictionary(static entity => entity.Id, StringComparer.Ordinal)
        from mention in column.Account.Mentions
        let entity = entities.GetValueOrDefault(mention.Entity)
        select (object?[])
        [
            story.Collation.Story, column.Account.Id, column.Label, mention.Entity, story.NameOf(mention.Entity), entity is null ? null : Names.Of(entity.Type), entity?.Wikidata,
            Names.Of(mention.Kind), mention.Start, mention.End, column.Words(mention.Span),
        ]);

    private static ExportTable Times(ImmutableArray<StoryView> stories) => new(
        "times",
        ["story", "article", "outlet", "type", "value", "from", "to", "start", "end", "words"],
        from story in stories
        from column in story.Columns
        from time in column.Account.Times
        select (object?[])
            [story.Collation.Story, column.Account.Id, column.Label, Names.Of(time.Type), time.Value, Day(time.From), Day(time.To), time.Start, time.End, column.Words(time.Span)]);

    private static ExportTable Quantities(ImmutableArray<StoryView> stories) => new(
        "quantities",
        ["story", "article", "outlet", "value", "low", "high", "unit", "approximate", "of", "ofEntity", "start", "end", "words"],
        from story in stories
        from column in story.Columns
        from quantity in column.Account.Quantities
        select (object?[])
        [
            story.Collation.Story, column.Account.Id, column.Label, quantity.Value, quantity.Low, quantity.High, quantity.Unit, quantity.Approximate, quantity.Of, quantity.OfEntity,
            quantity.Start, quantity.End, column.Words(quantity.Span),
        ]);

    private static ExportTable Findings(ImmutableArray<StoryView> stories) => new(
        "findings",
        ["story", "lens", "category", "provisions", "article", "outlet", "statement", "stance", "speaker", "strands", "start", "end", "words"],
        from story in stories
        from finding in story.Collation.Findings
        let column = story.Find(finding.Account)
        where column is not null
        select (object?[])
        [
            story.Collation.Story, finding.Lens, finding.Category, Joined(finding.Provisions), finding.Account, column.Label, finding.Statement, Names.Of(finding.Stance), finding.Speaker,
            finding.Strands, finding.Start, finding.End, column.Words(new TextSpan(finding.Start, finding.End)),
        ]);

    private static string? Value(Reading reading, string slot) => reading.Values.GetValueOrDefault(slot);

    private static string? Joined(ImmutableArray<string> items) => items.Length == 0 ? null : string.Join("; ", items);

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Words(AccountView column, ImmutableArray<TextSpan> spans) => spans.Length == 0 ? null : string.Join(" … ", spans.Select(column.Words));

    private static object? Start(ImmutableArray<TextSpan> spans) => spans.Length == 0 ? null : spans[0].Start;

    private static object? End(ImmutableArray<TextSpan> spans) => spans.Length == 0 ? null : spans[^1].End;
}
