using System.Text.Json.Serialization;
using Lesart.Json;

namespace Lesart;

/// <summary>One block of an article's text.</summary>
/// <param name="Start">UTF-16 code unit, inclusive.</param>
/// <param name="End">UTF-16 code unit, exclusive.</param>
/// <param name="Kind">What the block is.</param>
public readonly record struct TextBlock(int Start, int End, BlockKind Kind);

/// <summary>Kinds of blocks.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<BlockKind>))]
public enum BlockKind
{
    /// <summary>Running text.</summary>
    Paragraph,

    /// <summary>A heading between paragraphs.</summary>
    Heading,

    /// <summary>A list; one item a line.</summary>
    List,

    /// <summary>A quotation set apart.</summary>
    Quote,
}
