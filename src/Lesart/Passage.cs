using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Lesart.Json;

namespace Lesart;

/// <summary>Text that accounts share word for word or nearly so.</summary>
/// <param name="Spans">One for each place.</param>
/// <param name="Words">Words of the first span.</param>
/// <param name="Kind">What kind of sharing it is.</param>
public sealed record Passage(ImmutableArray<AccountSpan> Spans, int Words, PassageKind Kind)
{
    /// <summary>From 0 to 1: the share of words that are the same; 1 is verbatim.</summary>
    public decimal Likeness { get; init => field = value == 0 ? 1 : value; } = 1;

    /// <summary>Null for text that is shared word for word or nearly so. Else the accounts tell the same facts in the same order in other words, at least one of them credits an agency, and this is how surely,
    /// from 0 to 1, the one text is the other reworded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Certainty { get; init; }
}

/// <summary>A stretch of one account's text.</summary>
/// <param name="Account">The account's id.</param>
/// <param name="Start">UTF-16 code unit, inclusive.</param>
/// <param name="End">UTF-16 code unit, exclusive.</param>
public sealed record AccountSpan(string Account, int Start, int End);

/// <summary>Kinds of passages.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<PassageKind>))]
public enum PassageKind
{
    /// <summary>One outlet's text in another, or both from an origin that neither names.</summary>
    Copy,

    /// <summary>An agency's text.</summary>
    Wire,

    /// <summary>The same speaker's words, or an official text.</summary>
    Quotation,
}
