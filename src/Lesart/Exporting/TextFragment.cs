namespace Lesart.Exporting;

/// <summary>Addresses that lead a browser to words on a page (WICG, URL Fragment Text Directives).</summary>
internal static class TextFragment
{
    private const string Delimiter = ":~:";
    private const int MostWords = 12;
    private const int EdgeWords = 5;

    // So few words stand on a page more than once, perhaps in its headline: their neighbours tell which are meant.
    private const int FewestWords = 4;
    private const int NeighbourWords = 4;

    /// <summary>The address with a directive for the words of a span; long ones are named by their beginning and their end, few ones and those that the text repeats
    /// together with the words around them in the same paragraph. A directive that the address has already is left out.</summary>
    public static string Of(string address, string text, TextSpan span)
    {
        string words = span.In(text).ToString();
        string[] parts = Split(words);
        if (parts.Length == 0)
            return address;
        string directive = parts.Length <= MostWords
            ? Encoded(parts)
            : $"{Encoded(parts.AsSpan(0, EdgeWords))},{Encoded(parts.AsSpan(parts.Length - EdgeWords))}";
        if (parts.Length < FewestWords || text.IndexOf(words, text.IndexOf(words, StringComparison.Ordinal) + 1, StringComparison.Ordinal) >= 0)
        {
            int start = text.LastIndexOf('\n', Math.Max(0, span.Start - 1), Math.Max(0, span.Start)) + 1, end = text.IndexOf('\n', span.End);
            string[] before = Split(text[start..span.Start]), after = Split(text[span.End..(end < 0 ? text.Length : end)]);
            directive = (before.Length > 0 ? Encoded(before.AsSpan(Math.Max(0, before.Length - NeighbourWords))) + "-," : "") + directive
                + (after.Length > 0 ? ",-" + Encoded(after.AsSpan(0, Math.Min(NeighbourWords, after.Length))) : "");
        }

        int known = address.IndexOf(Delimiter, StringComparison.Ordinal);
        address = known < 0 ? address : address[..known];
        return $"{address}{(address.Contains('#', StringComparison.Ordinal) ? "" : "#")}{Delimiter}text={directive}";
    }

    private static string[] Split(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    // "-" is a mark of the directive itself.
    private static string Encoded(ReadOnlySpan<string> words) => Uri.EscapeDataString(string.Join(' ', words)).Replace("-", "%2D", StringComparison.Ordinal);
}
