using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Lesart.Json;

namespace Lesart;

/// <summary>One outlet's text as it was printed: what <c>extract</c> writes and <c>analyze</c> reads.</summary>
public record Article
{
    // The serializer sets init-only members that a line lacks to null: they answer with their empty value all the same. What a line gives as an empty string it doesn't say.

    /// <summary>Given by the input, else <see cref="ArticleId.Of"/>.</summary>
    [JsonPropertyOrder(-30)]
    public string Id { get; init => field = value ?? ""; } = "";

    /// <summary>The file, URL or feed entry it came from, as the user named it.</summary>
    [JsonPropertyOrder(-29)]
    public string Source { get; init => field = value ?? ""; } = "";

    /// <summary>Canonical address; null where the source gives none.</summary>
    [JsonPropertyOrder(-28)]
    public string? Url { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value; }

    /// <summary>The publisher's usual name (<c>taz</c>, <c>Reuters</c>).</summary>
    [JsonPropertyOrder(-27)]
    public string? Outlet { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value; }

    /// <summary>Headline without the site's name and without the kicker.</summary>
    [JsonPropertyOrder(-26)]
    public string? Title { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value; }

    /// <summary>Desk or kicker.</summary>
    [JsonPropertyOrder(-25)]
    public string? Section { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value; }

    /// <summary>People; never the outlet, never an agency.</summary>
    [JsonPropertyOrder(-24), JsonConverter(typeof(StringListConverter))]
    public ImmutableArray<string> Authors { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Everybody whom the source names as author, in its own words and order, where these are not only people: agencies, desks, the outlet itself. Null where they are.</summary>
    [JsonPropertyOrder(-24), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), JsonConverter(typeof(StringListConverter))]
    public ImmutableArray<string>? Byline { get; init; }

    /// <summary>Wire services credited for the text (<c>dpa</c>, <c>AFP</c>).</summary>
    [JsonPropertyOrder(-23), JsonConverter(typeof(StringListConverter))]
    public ImmutableArray<string> Agencies { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>First publication.</summary>
    [JsonPropertyOrder(-22)]
    public PublicationTime? Published { get; init; }

    /// <summary>Last change the publisher tells of.</summary>
    [JsonPropertyOrder(-21)]
    public PublicationTime? Modified { get; init; }

    /// <summary>BCP 47 (<c>de</c>, <c>en</c>); null where it could not be told.</summary>
    [JsonPropertyOrder(-20)]
    public string? Language { get; init => field = string.IsNullOrWhiteSpace(value) ? null : value; }

    /// <summary>Body without title; paragraphs are separated by one blank line.</summary>
    [JsonPropertyOrder(-19)]
    public string Text { get; init => field = value ?? ""; } = "";

    /// <summary>The text's blocks in text order, without overlap.</summary>
    [JsonPropertyOrder(-18)]
    public ImmutableArray<TextBlock> Blocks { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>True where the source shows only part of the text (a paywall stub).</summary>
    [JsonPropertyOrder(-17), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Incomplete { get; init; }

    /// <summary>2 or more where an article with this address and another text came before in the run; 0 elsewhere.</summary>
    [JsonPropertyOrder(-16), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Version { get; init; }

    /// <summary>Id of the version before; null where there is none.</summary>
    [JsonPropertyOrder(-15), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Previous { get; init; }

    /// <summary>Fields that Lesart doesn't know, passed through as they came.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement>? Extra { get; set; } // "set", because the serializer can't fill extension data through "init"
}
