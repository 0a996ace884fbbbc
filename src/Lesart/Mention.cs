using System.Text.Json.Serialization;
using Lesart.Json;

namespace Lesart;

/// <summary>A place where a text speaks of an entity.</summary>
/// <param name="Start">UTF-16 code unit, inclusive.</param>
/// <param name="End">UTF-16 code unit, exclusive.</param>
/// <param name="Entity">Id of an entity of the account.</param>
/// <param name="Kind">How it is spoken of.</param>
public sealed record Mention(int Start, int End, string Entity, MentionKind Kind)
{
    /// <summary>Only with <c>--explain</c>: the rule or model, and what else it could have been.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Explain { get; init; }

    /// <summary>The mention's place.</summary>
    [JsonIgnore]
    public TextSpan Span => new(Start, End);
}

/// <summary>Kinds of mentions.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<MentionKind>))]
public enum MentionKind
{
    /// <summary>A name or a part of it.</summary>
    Name,

    /// <summary>A role or description.</summary>
    Nominal,

    /// <summary>A capital or building that stands for its government.</summary>
    Metonym,

    /// <summary>A pronoun.</summary>
    Pronoun,
}
