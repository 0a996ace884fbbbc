using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Lesart;

/// <summary>A person, body, place or thing that texts name.</summary>
public sealed record Entity
{
    /// <summary>Stable over articles, spellings and languages (<c>kim-jong-un</c>).</summary>
    public required string Id { get; init; }

    /// <summary>What it is.</summary>
    public required EntityType Type { get; init; }

    /// <summary>The name to show.</summary>
    public required string Name { get; init; }

    /// <summary>The spellings that this text uses, by first use.</summary>
    public ImmutableArray<string> Names { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>What the text calls it beside its name ("russischer Militärexperte").</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Description { get; init; }

    /// <summary>Wikidata item, where it is known.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Wikidata { get; init; }
}

/// <summary>Types of entities.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<EntityType>))]
public enum EntityType
{
    /// <summary>Something else that has a name.</summary>
    [JsonStringEnumMemberName("OTHER")]
    Other,

    /// <summary>A person.</summary>
    [JsonStringEnumMemberName("PER")]
    Person,

    /// <summary>A body: company, ministry, agency, party, union of states.</summary>
    [JsonStringEnumMemberName("ORG")]
    Organization,

    /// <summary>A place with a government: state, region, city.</summary>
    [JsonStringEnumMemberName("GPE")]
    GeoPolitical,

    /// <summary>Another place: river, mountain, building, sea.</summary>
    [JsonStringEnumMemberName("LOC")]
    Location,

    /// <summary>An event with a name of its own.</summary>
    [JsonStringEnumMemberName("EVENT")]
    Event,

    /// <summary>A treaty, law or resolution.</summary>
    [JsonStringEnumMemberName("TREATY")]
    Treaty,

    /// <summary>A product, weapon, ship, work.</summary>
    [JsonStringEnumMemberName("PRODUCT")]
    Product,
}
