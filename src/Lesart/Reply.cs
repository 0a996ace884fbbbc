using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Lesart.Json;

namespace Lesart;

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
