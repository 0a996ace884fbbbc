namespace Lesart.Exporting;

/// <summary>Addresses that lead a browser to words on a page (WICG, URL Fragment Text Directives).</summary>
internal static class TextFragment
{
    private const int MostWords = 12;
    private const int EdgeWords = 5;

    /// <summary>The address with a directive for the words; long ones are named by their beginning and their end.</summary>
    public static string Of(string address, string words)
    {
        string[] parts = words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            return address;
        string directive = parts.Length <= MostWords
            ? Encoded(parts)
            : $"{Encoded(parts.AsSpan(0, EdgeWords))},{Encoded(parts.AsSpan(parts.Length - EdgeWords))}";
        return $"{address}{(address.Contains('#', StringComparison.Ordinal) ? "" : "#")}:~:text={directive}";
    }

    // "-" is a mark of the directive itself.
    private static string Encoded(ReadOnlySpan<string> words) => Uri.EscapeDataString(string.Join(' ', words)).Replace("-", "%2D", StringComparison.Ordinal);
}
