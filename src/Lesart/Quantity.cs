using System.Text.Json.Serialization;

namespace Lesart;

/// <summary>A number with what it measures or counts. Either <see cref="Value"/> or <see cref="Low"/> and <see cref="High"/> is given.</summary>
public sealed record Quantity
{
    /// <summary>UTF-16 code unit, inclusive.</summary>
    public required int Start { get; init; }

    /// <summary>UTF-16 code unit, exclusive.</summary>
    public required int End { get; init; }

    /// <summary>The number in <see cref="Unit"/>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Value { get; init; }

    /// <summary>Lower end of a range; null where it is open downwards.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Low { get; init; }

    /// <summary>Upper end of a range; null where it is open upwards.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? High { get; init; }

    /// <summary>UCUM symbol, ISO 4217 code, <c>%</c>, or the noun counted (lemma); null where the text gives none.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether the text itself says that the number is not exact.</summary>
    public bool Approximate { get; init; }

    /// <summary>What is counted or measured, as lemma.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Of { get; init; }

    /// <summary>What is counted or measured, where it is an entity.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? OfEntity { get; init; }

    /// <summary>Where the text says what is counted or measured; not written.</summary>
    [JsonIgnore]
    public TextSpan? OfSpan { get; init; }

    /// <summary>Only with <c>--explain</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Explain { get; init; }

    /// <summary>The quantity's place.</summary>
    [JsonIgnore]
    public TextSpan Span => new(Start, End);
}
