using System.Text.Json.Serialization;

namespace Lesart;

/// <summary>A temporal expression with its TIMEX3 value (TimeML; Pustejovsky et al., 2003).</summary>
/// <param name="Start">UTF-16 code unit, inclusive.</param>
/// <param name="End">UTF-16 code unit, exclusive.</param>
/// <param name="Type">TIMEX3 type.</param>
/// <param name="Value">TIMEX3 value (<c>2024-06-19</c>, <c>P23Y</c>, <c>PRESENT_REF</c>).</param>
/// <param name="From">First day it can mean; null where it can't be told.</param>
/// <param name="To">Last day it can mean, inclusive; null where it can't be told.</param>
public sealed record TimeExpression(int Start, int End, TimeType Type, string Value, DateOnly? From, DateOnly? To)
{
    /// <summary>Only with <c>--explain</c>: the rule, the anchor, and the rejected reading.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Explain { get; init; }

    /// <summary>The expression's place.</summary>
    [JsonIgnore]
    public TextSpan Span => new(Start, End);
}

/// <summary>TIMEX3 types.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimeType>))]
public enum TimeType
{
    /// <summary>A day or something longer.</summary>
    [JsonStringEnumMemberName("DATE")]
    Date,

    /// <summary>A part of a day.</summary>
    [JsonStringEnumMemberName("TIME")]
    Time,

    /// <summary>A length of time.</summary>
    [JsonStringEnumMemberName("DURATION")]
    Duration,

    /// <summary>Something that recurs.</summary>
    [JsonStringEnumMemberName("SET")]
    Set,
}
