using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Lesart.Json;

namespace Lesart;

/// <summary>Something that is said in a text, with the words that carry it.</summary>
public sealed record Statement
{
    /// <summary>Unique in its account (<c>s1</c>).</summary>
    public required string Id { get; init; }

    /// <summary>How it is told.</summary>
    public required StatementKind Kind { get; init; }

    /// <summary>How firmly the speaker, or for narrated sentences the outlet, says it.</summary>
    public required Stance Stance { get; init; }

    /// <summary>What is claimed, without quotation marks, cue and source.</summary>
    public ImmutableArray<TextSpan> Content { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The words that attribute it.</summary>
    public ImmutableArray<TextSpan> Cue { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The words that name who says it.</summary>
    public ImmutableArray<TextSpan> Source { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Id of the entity that says it; null where <see cref="Source"/> is the only trace, and for narrated sentences.</summary>
    public string? Speaker { get; init; }

    /// <summary>The chain through which it reached the outlet, nearest first.</summary>
    public ImmutableArray<Hop> Via { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Ids of the entities that the content mentions, by first mention.</summary>
    public ImmutableArray<string> About { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Indices into the account's times.</summary>
    public ImmutableArray<int> Times { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Indices into the account's quantities.</summary>
    public ImmutableArray<int> Quantities { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Id of the statement in which this quoted wording stands, which is said by the same speaker: one saying, to be counted once; null for a saying of its own.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Within { get; init; }

    /// <summary>How the outlet's cue puts the speaker ("behauptete", "räumte ein"): the class of the cue; null where it is neutral.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? CueClass { get; init; }

    /// <summary>Only with <c>--explain</c>: cue, rule or model, and the runner-up speaker.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Explain { get; init; }
}

/// <summary>A link of the chain through which a statement came.</summary>
/// <param name="Start">UTF-16 code unit, inclusive.</param>
/// <param name="End">UTF-16 code unit, exclusive.</param>
/// <param name="Entity">Id of an entity of the account; null where only the words name it.</param>
public sealed record Hop(int Start, int End, string? Entity);

/// <summary>Kinds of statements.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<StatementKind>))]
public enum StatementKind
{
    /// <summary>In quotation marks.</summary>
    Direct,

    /// <summary>Reported in the outlet's words.</summary>
    Indirect,

    /// <summary>Indirect with quoted pieces.</summary>
    Mixed,

    /// <summary>The act of speaking is told, its content only named.</summary>
    Reported,

    /// <summary>The outlet says it in its own voice.</summary>
    Narrated,
}

/// <summary>Stances toward a content.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<Stance>))]
public enum Stance
{
    /// <summary>Said as a fact.</summary>
    Asserted,

    /// <summary>Said with a reservation.</summary>
    Hedged,

    /// <summary>Said not to be so.</summary>
    Denied,

    /// <summary>Asked.</summary>
    Questioned,
}
