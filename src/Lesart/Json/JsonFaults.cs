using System.Text.Json;

namespace Lesart.Json;

/// <summary>Says what is wrong with a line of JSON in words for people: the serializer speaks of classes and byte positions.</summary>
internal static class JsonFaults
{
    /// <summary>The reason why the line is no record.</summary>
    public static string Explain(ReadOnlySpan<byte> line, JsonException error)
    {
        ReadOnlySpan<byte> start = line.TrimStart(" \t\r\uFEFF"u8);
        if (!start.IsEmpty && start[0] != (byte)'{' && Kind(start[0]) is string kind)
            return $"expected an object, found {kind}";
        string where = string.IsNullOrEmpty(error.Path) || error.Path == "$" ? "" : $" (at {error.Path})";
        if (error.InnerException is InvalidOperationException { Message: string fault } && fault.Contains("surrogate", StringComparison.Ordinal))
            return $"a text holds half of a letter (an escaped surrogate without its other half){where}";
        if (error.Message.Contains("could not be converted", StringComparison.Ordinal) && error.InnerException is null or JsonException or InvalidOperationException)
            return $"a value is of the wrong type{where}";
        string reason = error.InnerException is { Message: string inner } and not JsonException ? inner : error.Message;
        int cut = reason.IndexOf(" Path: ", StringComparison.Ordinal);
        return $"{(cut > 0 ? reason[..cut] : reason).TrimEnd('.')}{where}";
    }

    private static string? Kind(byte first) => first switch
    {
        (byte)'[' => "a list",
        (byte)'"' => "a string",
        (byte)'t' or (byte)'f' => "true or false",
        (byte)'-' or (>= (byte)'0' and <= (byte)'9') => "a number",
        _ => null,
    };
}
