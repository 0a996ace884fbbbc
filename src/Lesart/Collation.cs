using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Lesart.Json;

namespace Lesart;

/// <summary>A story's accounts side by side: what <c>collate</c> writes. Spans are UTF-16 code units into the account's text.</summary>
public sealed record Collation
{
    /// <summary>The story's id.</summary>
    public required string Story { get; init; }

    /// <summary>The title of the most central account.</summary>
    public string? Title { get; init; }

    /// <summary>First publication.</summary>
    public PublicationTime? From { get; init; }

    /// <summary>Last publication.</summary>
    public PublicationTime? To { get; init; }

    /// <summary>The accounts, in the order in which they came in.</summary>
    public ImmutableArray<CollatedAccount> Accounts { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Accounts that share a common origin.</summary>
    public ImmutableArray<Strand> Strands { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Shared text.</summary>
    public ImmutableArray<Passage> Passages { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What at least one account states and others could.</summary>
    public ImmutableArray<Point> Points { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Where accounts part.</summary>
    public ImmutableArray<Difference> Differences { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What each account calls the same thing.</summary>
    public ImmutableArray<Wording> Wording { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What happened when, merged over accounts.</summary>
    public ImmutableArray<TimelineEntry> Timeline { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What is held against somebody, and what they answer.</summary>
    public ImmutableArray<Reply> Replies { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Figures that change from one publication to the next.</summary>
    public ImmutableArray<Drift> Drifts { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Other stories about the same actors, never merged.</summary>
    public ImmutableArray<RelatedStory> Related { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What a lens picks out.</summary>
    public ImmutableArray<Finding> Findings { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>An account as a column of the comparison.</summary>
public sealed record CollatedAccount(
    string Id, string? Outlet, string? Title, PublicationTime? Published, string? Url, string? Language, string Strand)
{
    /// <summary>True where only part of the text could be read.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Incomplete { get; init; }
}

/// <summary>Accounts that share their text with a common origin.</summary>
/// <param name="Id">Unique in its collation.</param>
/// <param name="Accounts">Ids.</param>
/// <param name="Origin">The agency's name, or null.</param>
public sealed record Strand(string Id, ImmutableArray<string> Accounts, string? Origin)
{
    /// <summary>Why these accounts are one strand, one reason each.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<string> Why { get; init; }
}

/// <summary>Text that accounts share word for word or nearly so.</summary>
/// <param name="Spans">One for each place.</param>
/// <param name="Words">Words of the first span.</param>
/// <param name="Kind">What kind of sharing it is.</param>
public sealed record Passage(ImmutableArray<AccountSpan> Spans, int Words, PassageKind Kind)
{
    /// <summary>From 0 to 1: the share of words that are the same; 1 is verbatim.</summary>
    public decimal Likeness { get; init => field = value == 0 ? 1 : value; } = 1;

    /// <summary>Null for text that is shared word for word or nearly so. Else the accounts tell the same facts in the same order in other words, at least one of them credits an agency, and this is how surely,
    /// from 0 to 1, the one text is the other reworded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Certainty { get; init; }
}

/// <summary>A stretch of one account's text.</summary>
public sealed record AccountSpan(string Account, int Start, int End);

/// <summary>Kinds of passages.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PassageKind>))]
public enum PassageKind
{
    /// <summary>One outlet's text in another, or both from an origin that neither names.</summary>
    Copy,

    /// <summary>An agency's text.</summary>
    Wire,

    /// <summary>The same speaker's words, or an official text.</summary>
    Quotation,
}

/// <summary>Something that at least one account states and others could.</summary>
public sealed record Point
{
    /// <summary>Unique in its collation.</summary>
    public required string Id { get; init; }

    /// <summary>The most central reading's own words.</summary>
    public required string Gloss { get; init; }

    /// <summary>How each account tells it.</summary>
    public ImmutableArray<Reading> Readings { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Ids of the accounts that could have told it and don't.</summary>
    public ImmutableArray<string> Silent { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How the readings stand to one another.</summary>
    public Relation Relation { get; init; }

    /// <summary>How many independent strands carry it.</summary>
    public int Strands { get; init; }

    /// <summary>Only with <c>--explain</c>: the pairs of clauses that made it with the share of each feature in their log odds, and why the nearest clauses of silent accounts are none of it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public ImmutableArray<string> Explain { get; init; }
}

/// <summary>How the readings of a point stand to one another.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Relation>))]
public enum Relation
{
    /// <summary>Only one strand or account tells it.</summary>
    Single,

    /// <summary>They say the same.</summary>
    Agree,

    /// <summary>They say it with other, compatible values or another firmness.</summary>
    Differ,

    /// <summary>They can't both be so.</summary>
    Contradict,
}

/// <summary>How one account tells a point.</summary>
public sealed record Reading
{
    /// <summary>The account's id.</summary>
    public required string Account { get; init; }

    /// <summary>The statement's id in its account; null for a narrated sentence that is none.</summary>
    public string? Statement { get; init; }

    /// <summary>The words that carry it.</summary>
    public ImmutableArray<TextSpan> Spans { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>How firmly.</summary>
    public Stance Stance { get; init; }

    /// <summary>How it is told.</summary>
    public StatementKind Kind { get; init; }

    /// <summary>Entity id of who says it; null for the outlet itself or an unnamed source.</summary>
    public string? Speaker { get; init; }

    /// <summary>The values of the reading by slot (<c>date</c>, <c>quantity</c>, <c>place</c>, <c>name</c>), as the text gives them.</summary>
    public ImmutableSortedDictionary<string, string> Values { get; init => field = value ?? ImmutableSortedDictionary<string, string>.Empty; } = ImmutableSortedDictionary<string, string>.Empty;
}

/// <summary>Where readings of a point part.</summary>
public sealed record Difference
{
    /// <summary>The point's id.</summary>
    public required string Point { get; init; }

    /// <summary>What differs.</summary>
    public required DifferenceSlot Slot { get; init; }

    /// <summary>The readings that part, each with the words that carry the value.</summary>
    public ImmutableArray<DifferingReading> Readings { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>One line in the reader's language.</summary>
    public required string Note { get; init; }

    /// <summary>Whether a single account gives all sides: it parts from itself, and accounts don't part from one another.</summary>
    [JsonIgnore]
    public bool IsInner => Readings.Length > 0 && Readings.All(reading => reading.Account == Readings[0].Account);
}

/// <summary>One side of a difference.</summary>
/// <param name="Account">The account's id. Where all readings of a difference are of one account, it parts from itself.</param>
/// <param name="Start">UTF-16 code unit of the account's text, inclusive; of its title where <see cref="InTitle"/> says so.</param>
/// <param name="End">Exclusive.</param>
/// <param name="Value">Normalised: readings with the same value agree.</param>
public sealed record DifferingReading(string Account, int Start, int End, string Value)
{
    /// <summary>Whether the words stand in the account's title.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool InTitle { get; init; }
}

/// <summary>Slots of differences.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DifferenceSlot>))]
public enum DifferenceSlot
{
    /// <summary>When.</summary>
    Date,

    /// <summary>How much.</summary>
    Quantity,

    /// <summary>How firmly.</summary>
    Stance,

    /// <summary>Who or what.</summary>
    Name,

    /// <summary>Where.</summary>
    Place,

    /// <summary>Who says it.</summary>
    Speaker,
}

/// <summary>What accounts call the same thing.</summary>
/// <param name="Entity">Id of an entity; for a thing without a name the term that most accounts use.</param>
/// <param name="Terms">By account.</param>
public sealed record Wording(string Entity, ImmutableArray<WordingTerm> Terms);

/// <summary>A term of one account.</summary>
public sealed record WordingTerm(string Account, string Term, int Count, ImmutableArray<TextSpan> Spans)
{
    /// <summary>How many of <see cref="Count"/> stand in words of others.</summary>
    public int Quoted { get; init; }
}

/// <summary>Something that happened, or is announced, at a time.</summary>
public sealed record TimelineEntry
{
    /// <summary>TIMEX3 value.</summary>
    public required string Value { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The most central account's own words.</summary>
    public required string Gloss { get; init; }

    /// <summary>Where it stands.</summary>
    public ImmutableArray<AccountSpan> Evidence { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether it lay ahead of every account that tells it: announced, not told as done.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Announced { get; init; }

    /// <summary>Entity ids.</summary>
    public ImmutableArray<string> Actors { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>Something that is held against somebody, and what they answer to it.</summary>
public sealed record Reply
{
    /// <summary>Entity id of who is accused; null where no accusation names them.</summary>
    public string? Accused { get; init; }

    /// <summary>Entity id of who denies what is claimed, where no accusation names whom it is about: perhaps for somebody else. Null where <see cref="Accused"/> is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? DeniedBy { get; init; }

    /// <summary>The words for those who deny it in the first account that lets them answer; null where <see cref="Accused"/> or <see cref="DeniedBy"/> tells who they are.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Called { get; init; }

    /// <summary>Where it is told, by account and text order.</summary>
    public ImmutableArray<Accusation> Accusations { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the accused answer, by account and text order; empty where no account prints an answer.</summary>
    public ImmutableArray<Answer> Answers { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Ids of the accounts that print the accusation and no answer, though another account had printed one by then.</summary>
    public ImmutableArray<string> Unanswered { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>A place where something is held against somebody.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="Statement">The statement's id in its account; null where a sentence tells of it without an accuser.</param>
/// <param name="Speaker">Entity id of who accuses; null for the outlet itself or an unnamed source.</param>
/// <param name="Stance">How firmly.</param>
/// <param name="Spans">The words that say what is held against the accused.</param>
public sealed record Accusation(string Account, string? Statement, string? Speaker, Stance Stance, ImmutableArray<TextSpan> Spans);

/// <summary>A place where the accused answer.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="Statement">The statement's id in its account; null where the account tells only that they deny it, or don't answer.</param>
/// <param name="Speaker">Entity id of who answers: the accused, or who speaks for them; null where only words name them.</param>
/// <param name="Stance">How firmly.</param>
/// <param name="Spans">The words of the answer.</param>
/// <param name="Kind">What kind of answer it is.</param>
public sealed record Answer(string Account, string? Statement, string? Speaker, Stance Stance, ImmutableArray<TextSpan> Spans, AnswerKind Kind);

/// <summary>Kinds of answers.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<AnswerKind>))]
public enum AnswerKind
{
    /// <summary>The accusation is denied or rejected.</summary>
    Denial,

    /// <summary>Words of the accused that follow the accusation and deny nothing.</summary>
    Statement,

    /// <summary>The accused were asked, or could be, and said nothing.</summary>
    NoComment,
}

/// <summary>A figure of one thing that changes from one publication to the next.</summary>
public sealed record Drift
{
    /// <summary>The point's id.</summary>
    public required string Point { get; init; }

    /// <summary>What is counted or measured, as the first account words it; null where none says.</summary>
    public string? Of { get; init; }

    /// <summary>The unit, as quantities have it; null for things counted.</summary>
    public string? Unit { get; init; }

    /// <summary>The figure in the order of publication.</summary>
    public ImmutableArray<DriftStep> Steps { get; init => field = value.IsDefault ? [] : value; } = [];
}

/// <summary>A figure as one account gives it.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="Published">When it appeared.</param>
/// <param name="Strand">Id of the account's strand.</param>
/// <param name="Value">The figure; the middle of a range.</param>
/// <param name="Start">UTF-16 code unit, inclusive.</param>
/// <param name="End">UTF-16 code unit, exclusive.</param>
public sealed record DriftStep(string Account, PublicationTime Published, string Strand, string Value, int Start, int End);

/// <summary>Another story about the same actors.</summary>
public sealed record RelatedStory(string Story, string Why);

/// <summary>A mention of possibly relevant conduct, as somebody claims it; never a violation.</summary>
public sealed record Finding(
    string Lens, string Category, ImmutableArray<string> Provisions, string? Statement, string Account, int Start, int End, Stance Stance, string? Speaker, int Strands);
