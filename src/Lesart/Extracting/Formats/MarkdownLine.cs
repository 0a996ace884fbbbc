using System.Text.RegularExpressions;

namespace Lesart.Extracting;

/// <summary>Markdown marks off a stretch of text, so that what a reader sees remains.</summary>
internal static partial class MarkdownLine
{
    /// <summary>The words without emphasis, links, code marks and images.</summary>
    /// <param name="text">A line or paragraph.</param>
    /// <param name="linkLetters">How many letters of the result stood inside links.</param>
    /// <param name="addresses">Receives every address that was linked.</param>
    public static string Strip(string text, out int linkLetters, List<string> addresses)
    {
        int linked = 0;
        string plain = Image().Replace(text, "");
        plain = Link().Replace(plain, match =>
        {
            linked += match.Groups[1].Length;
            addresses.Add(match.Groups[2].Value);
            return match.Groups[1].Value;
        });
        plain = Address().Replace(plain, match =>
        {
            addresses.Add(match.Groups[1].Value);
            return "";
        });
        plain = BareAddress().Replace(plain, match =>
        {
            addresses.Add(match.Value);
            linked += match.Length;
            return match.Value;
        });
        plain = Strong().Replace(plain, "$2");
        plain = Emphasis().Replace(plain, "$2");
        linkLetters = linked;
        return plain;
    }

    [GeneratedRegex(@"!\[[^\]\n]{0,500}\]\([^()\s]{0,2000}(?:\s+""[^""\n]{0,300}"")?\)", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Image();

    [GeneratedRegex(@"(?<!!)\[([^\]\[\n]{0,500})\]\((#|[^()\s]{0,2000}(?:\([^()\s]{0,500}\)[^()\s]{0,500})?)(?:\s+""[^""\n]{0,300}"")?\)", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Link();

    [GeneratedRegex(@"<((?:https?://|mailto:)[^<>\s]{1,2000})>", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Address();

    [GeneratedRegex(@"https?://[^\s<>()\[\]]{4,2000}", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex BareAddress();

    [GeneratedRegex(@"(\*\*|__)(?=\S)([^*_\n]{1,2000}?)(?<=\S)\1", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Strong();

    [GeneratedRegex(@"(?<![\p{L}\p{N}*_])([*_])(?=[^\s*_])([^*_\n]{1,2000}?)(?<=[^\s*_])\1(?![\p{L}\p{N}*_])", RegexOptions.CultureInvariant, 2_000)]
    private static partial Regex Emphasis();
}
