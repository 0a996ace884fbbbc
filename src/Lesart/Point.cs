using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Lesart.Json;

namespace Lesart;

/// <summary>Something that at least one account states and others could.</summary>
public sealed record Point
{
    /// <summary>Unique in its collation.</summary>
    public required string Id { get; init; }

    /// <summary>A reading's own words: those of a sentence near to the others that is understood alone.</summary>
    public required string Gloss { get; init; }

    /// <summary>How each account tells it.</summary>
    public ImmutableArray<Reading> Readings { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Ids of the accounts that could have told it and don't: whole texts that are known to have appeared when another had told it (<see cref="PublicationTime.IsKnownToFollow"/>), and that give no side of a difference about it.</summary>
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
    /// <summary>One account alone tells it.</summary>
    Single,

    /// <summary>They say the same.</summary>
    Agree,

    /// <summary>They say it with other, compatible values or another firmness.</summary>
    Differ,

    /// <summary>Accounts differ in it in what can't both be so (<see cref="Difference"/>).</summary>
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

    /// <summary>The values of the reading by slot of differences: <c>date</c>, TIMEX3 values with blanks between; <c>quantity</c>, figures with their UCUM units, <c>#</c> for things counted, with "; " between. Places and names are told in differences alone.</summary>
    public ImmutableSortedDictionary<string, string> Values { get; init => field = value ?? ImmutableSortedDictionary<string, string>.Empty; } = ImmutableSortedDictionary<string, string>.Empty;
}
