using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Lesart.Json;

namespace Lesart;

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
/// <param name="Value">Normalised, so that readings with the same value agree: a TIMEX3 value; a figure with its UCUM unit, <c>#</c> for things counted; a stance; an entity's id, or the words where no entity is known.
/// Where two accounts give one id to names that differ, the later name's has an apostrophe behind it.</param>
public sealed record DifferingReading(string Account, int Start, int End, string Value)
{
    /// <summary>Whether the words stand in the account's title.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool InTitle { get; init; }

    /// <summary>The side that the reading is on, from 1: values of one side go together though they need not be the same ("800", "hundreds"; a town's name in two languages). 0 where it is not told: then each value is a side.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Side { get; init; }
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
