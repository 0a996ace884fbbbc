using System.Text.RegularExpressions;

namespace Lesart.Extracting;

/// <summary>Finds the wire services that a text credits: in its dateline, in the bracket that closes it, in a short line of their own below it.</summary>
internal sealed partial class AgencyCredits(BylineParser bylines)
{
    private const int MaxNoteLength = 90;
    private const int MaxBlocksAfter = 2;

    /// <summary>Adds what a dateline names ("BERLIN (dpa) -", "(AP) —", "BERLIN dpa |").</summary>
    public void ReadDateline(string paragraph, List<string> agencies)
    {
        Match match = Dateline().Match(paragraph);
        if (match.Success)
            bylines.ReadCredit(match.Groups["credit"].Value, agencies);
    }

    /// <summary>Adds what a line names that is nothing but a credit ("dpa/AFP", "© AP, 2025", "Quelle: mit Material der dpa").</summary>
    public void ReadNote(string line, List<string> agencies)
    {
        if (line.Length <= MaxNoteLength)
            bylines.ReadCredit(line, agencies);
    }

    /// <summary>Adds what the bracket at a text's very end names ("... am Abend mit. (dpa/lby)").</summary>
    public void ReadEnding(string paragraph, List<string> agencies)
    {
        Match match = Ending().Match(paragraph);
        if (match.Success)
            bylines.ReadCredit(match.Groups[1].Value, agencies);
    }

    /// <summary>Adds what a page credits in and right below its body.</summary>
    public void Read(List<PageBlock> blocks, List<PageBlock> body, List<string> agencies)
    {
        if (body.Count == 0)
            return;
        foreach (PageBlock block in body.Take(2))
            ReadDateline(block.Text, agencies);
        int last = body[^1].Index;
        ReadEnding(body[^1].Text, agencies);
        foreach (PageBlock block in blocks.Where(block => block.Index >= last && block.Index <= last + MaxBlocksAfter))
            ReadNote(block.Text, agencies);
    }

    [GeneratedRegex(@"^(?:(?:\p{L}[\p{L}\s.\-/,'’\d]{1,60}?\s?)?\((?<credit>[^()]{2,40})\)\s?(?:[-–—:.]|\p{Lu})|[\p{Lu}\s.\-/]{3,40}\s(?<credit>[\p{L}/]{2,20})\s[|])", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"[\(\[]([^()\[\]]{2,60})[\)\]]\s*$", RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Ending();
}
