using System.Buffers;

namespace Lesart.Text;

/// <summary>How a text opens: the dateline, which is no part of what it tells.</summary>
internal static class TextOpening
{
    private static readonly SearchValues<char> PartingMarks = SearchValues.Create("–—―-|:");

    private const int LongestPlace = 40;
    private const int LongestCredit = 20;
    private const int LongestAgency = 5;
    private const int LongestDay = 14; // ", Sept. 15"

    /// <summary>The offset behind the dateline that opens a text ("KALLSTADT, May 4 (Reuters) - ", "(dpa) ", "WIEN - ", "BERLIN taz | "), in UTF-16 code units; 0 where there is none.</summary>
    public static int DatelineEnd(ReadOnlySpan<char> text)
    {
        ReadOnlySpan<char> head = text[..Math.Min(text.Length, LongestPlace + LongestCredit)];
        int open = head.IndexOf('('), close = head.IndexOf(')');
        bool hasCredit = open >= 0 && close > open + 2 && !head[open..close].ContainsAnyInRange('0', '9') && IsPlace(head[..open]);
        int at = hasCredit ? close + 1 : head.IndexOf(' ');
        if (!hasCredit)
        {
            while (at >= 0 && at + 1 < head.Length && head[at + 1] is not ('–' or '—' or '―' or '-' or '|'))
                at = head[(at + 1)..].IndexOf(' ') is >= 0 and int next ? at + 1 + next : -1;
            int credited = at >= 0 && at + 1 < head.Length && head[at + 1] == '|' ? CreditStart(head[..at]) : at; // "BERLIN taz | "
            int day = credited >= 0 && head[..credited].IndexOf(',') is > 2 and int comma && head[comma..credited].ContainsAnyInRange('0', '9') ? comma : credited;
            if (day < 3 || head[..day].ContainsAnyInRange('a', 'z') || !IsPlace(head[..day]) || (day < credited && credited - day > LongestDay))
                return 0;
        }

        int end = at;
        while (end < text.Length && (text[end] == ' ' || PartingMarks.Contains(text[end])))
            end++;
        bool isParted = end > at && (text[at..end].ContainsAny(PartingMarks) || open == 0);
        return isParted && end < text.Length && (char.IsUpper(text[end]) || char.IsDigit(text[end]) || text[end] is '"' or '„' or '“' or '»') ? end : 0;
    }

    // Where an agency in small letters begins that closes a dateline; the end where none does.
    private static int CreditStart(ReadOnlySpan<char> words)
    {
        int last = words.LastIndexOf(' ') + 1;
        return last > 1 && words.Length - last is >= 2 and <= LongestAgency && !words[last..].ContainsAnyExceptInRange('a', 'z') ? last - 1 : words.Length;
    }

    // Names of places, perhaps a day: every word begins with a capital or a figure.
    private static bool IsPlace(ReadOnlySpan<char> words)
    {
        bool endsSentence = words.IndexOf('.') is >= 0 and int stop && (stop == 0 || !char.IsDigit(words[stop - 1])); // no sentence ends in "Wien, 4. Mai"
        if (words.Length > LongestPlace || endsSentence || words.ContainsAny("!?\n\""))
            return false;
        foreach (Range word in words.Split(' '))
        {
            if (!words[word].IsEmpty && !char.IsUpper(words[word][0]) && !char.IsDigit(words[word][0]) && words[word][0] != '/')
                return false;
        }

        return true;
    }
}
