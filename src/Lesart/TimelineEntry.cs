using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Lesart;

/// <summary>Something that happened, or is announced, at a time.</summary>
public sealed record TimelineEntry
{
    /// <summary>TIMEX3 value.</summary>
    public required string Value { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>An account's own words: those that stand for its point where they name the time, else the plainest.</summary>
    public required string Gloss { get; init; }

    /// <summary>Where it stands.</summary>
    public ImmutableArray<AccountSpan> Evidence { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether it lay ahead of every account that tells it: announced, not told as done.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Announced { get; init; }

    /// <summary>Entity ids.</summary>
    public ImmutableArray<string> Actors { get; init => field = value.IsDefault ? [] : value; } = [];
}
