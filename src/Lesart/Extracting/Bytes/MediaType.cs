namespace Lesart.Extracting;

/// <summary>A media type as a transport header gives it.</summary>
/// <param name="Name">Lower case, without parameters; empty where none is known.</param>
/// <param name="Charset">Its charset parameter, or null.</param>
internal sealed record MediaType(string Name, string? Charset)
{
    /// <summary>Reads a header's value; null is an unknown type.</summary>
    public static MediaType Parse(string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            return new MediaType("", null);
        string[] parts = value.Split(';', StringSplitOptions.TrimEntries);
        string? charset = Array.Find(parts, static part => part.StartsWith("charset=", StringComparison.OrdinalIgnoreCase));
        return new MediaType(parts[0].ToLowerInvariant(), charset?["charset=".Length..].Trim('"', '\''));
    }

    /// <summary>Whether it names a page.</summary>
    public bool IsPage => Name is "text/html" or "application/xhtml+xml";
}
