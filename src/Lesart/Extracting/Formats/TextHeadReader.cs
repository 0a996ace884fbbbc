namespace Lesart.Extracting;

/// <summary>Reads the short lines above a plain text: outlet, section, title, byline, day, in any order.</summary>
internal sealed class TextHeadReader(ArticleWords words, BylineParser bylines, BoilerplateRules boilerplate, PublicationTimeReader times)
{
    /// <summary>Letters from which a line is running text; headings and standing lines are shorter, measured on headlines of German and English papers.</summary>
    public const int MinRunningText = 110;

    private const int MaxTitleLength = 220;
    private const int MaxOutletWords = 4;
    private const int MaxSectionWords = 3;
    private const int MaxHeadLines = 14;

    private readonly string[] _outletWords = [.. words.Phrases("outlet")];

    /// <summary>Reads the lines above the running text into a draft.</summary>
    /// <param name="paragraphs">The whole text.</param>
    /// <param name="linkLines">Lines that are links, which tell nothing here.</param>
    /// <param name="whole">The text as it came.</param>
    /// <param name="read">Takes lines that are no part of the body, wherever they stand.</param>
    /// <param name="draft">Takes what was read.</param>
    /// <returns>The index of the paragraph at which the body begins.</returns>
    public int Read(List<TextParagraph> paragraphs, HashSet<TextParagraph> linkLines, string whole, HashSet<TextParagraph> read, ArticleDraft draft)
    {
        List<TextParagraph> candidates = [];
        int at = 0;
        for (; at < paragraphs.Count && at < MaxHeadLines; at++)
        {
            TextParagraph line = paragraphs[at];
            if (line.Kind == TextParagraphKind.Title)
            {
                candidates.RemoveAll(static candidate => candidate.Kind != TextParagraphKind.Title);
                candidates.Add(line);
            }
            else if (line.Kind == TextParagraphKind.Rule || linkLines.Contains(line))
            {
                continue;
            }
            else if (bylines.TryReadLine(line.Text, draft.Authors, draft.Agencies) || IsDateLine(line.Text, draft))
            {
                read.Add(line);
                // A desk or series stands right above it, below the headline.
                if (candidates.Count > 1 && draft.Section is null && ReferenceEquals(candidates[^1], paragraphs[at - 1]) && candidates[^1].Kind == TextParagraphKind.Paragraph && WordCount(candidates[^1].Text) <= MaxSectionWords
                    && candidates.Exists(other => WordCount(other.Text) > WordCount(candidates[^1].Text) && !IsCalledLikeOutlet(other.Text))
                    && (draft.Outlet is not null || !IsOutletLine(candidates[^1].Text, whole)))
                {
                    draft.Section = candidates[^1].Text;
                    read.Add(candidates[^1]);
                    candidates.RemoveAt(candidates.Count - 1);
                }
            }
            else if (line.Kind is TextParagraphKind.List or TextParagraphKind.Quote || line.Text.Length >= MinRunningText || (EndsSentence(line.Text) && !IsAskingTitle(line.Text, candidates)))
            {
                break;
            }
            else
            {
                candidates.Add(line);
            }
        }

        return TakeHead(paragraphs, candidates, at, whole, draft);
    }

    private int TakeHead(List<TextParagraph> paragraphs, List<TextParagraph> candidates, int end, string whole, ArticleDraft draft)
    {
        foreach (TextParagraph line in candidates.ToArray())
        {
            if (draft.Outlet is null && line.Kind == TextParagraphKind.Paragraph && IsOutletLine(line.Text, whole))
                draft.Outlet = line.Text;
            if (string.Equals(line.Text, draft.Outlet, StringComparison.OrdinalIgnoreCase))
                candidates.Remove(line);
        }

        if (draft.Outlet is null && candidates.Find(line => line.Kind == TextParagraphKind.Paragraph && IsCalledLikeOutlet(line.Text)) is TextParagraph named
            && candidates.Exists(line => !ReferenceEquals(line, named) && (WordCount(line.Text) >= MaxSectionWords || EndsSentence(line.Text))))
        {
            draft.Outlet = named.Text;
            candidates.Remove(named);
        }

        TextParagraph? title = candidates.Find(line => string.Equals(line.Text, draft.Title, StringComparison.OrdinalIgnoreCase))
            ?? candidates.Find(static line => line.Kind == TextParagraphKind.Title)
            ?? (draft.Title is null ? candidates.Where(static line => line.Text.Length <= MaxTitleLength).MaxBy(static line => WordCount(line.Text) > 2 ? line.Text.Length : 0) : null);
        if (title is null)
            return candidates.Count > 0 ? paragraphs.IndexOf(candidates[0]) : end;
        draft.Title ??= title.Text;
        int position = candidates.IndexOf(title);
        if (draft.Section is null && position > 0 && WordCount(candidates[position - 1].Text) <= MaxOutletWords)
            draft.Section = candidates[position - 1].Text;
        // What stands between title and running text belongs to the body (a short standfirst, a first heading).
        return position + 1 < candidates.Count ? paragraphs.IndexOf(candidates[position + 1]) : end;
    }

    // "Was it an attack?": a headline may ask or exclaim; what follows it is no headline then.
    private bool IsAskingTitle(string line, List<TextParagraph> candidates) =>
        line.AsSpan().TrimEnd(" \"'“”‘’«»›‹").EndsWithAny("?!") && line.IndexOfAny('.', '?', '!') >= line.Length - 3
        && !candidates.Exists(other => WordCount(other.Text) > MaxSectionWords && !IsCalledLikeOutlet(other.Text));

    // "Nordwald-Kurier", "The Harrow Valley Post": a name of few words, each with a capital, that ends as outlets' names do.
    private bool IsCalledLikeOutlet(string line)
    {
        string[] parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length <= MaxOutletWords && parts.All(static part => char.IsUpper(part[0]))
            && parts.Any(part => _outletWords.Any(word => word[0] == '-'
                ? part.Length > word.Length && part.EndsWith(word[1..], StringComparison.OrdinalIgnoreCase)
                : parts.Length > 1 && part.Equals(word, StringComparison.OrdinalIgnoreCase)));
    }

    // An outlet's name stands alone above the text and comes back in it (in the dateline, in the notes at the end).
    private bool IsOutletLine(string line, string whole)
    {
        if (words.OutletNames.Contains(line))
            return true;
        if (WordCount(line) > MaxOutletWords || line.Length < 3 || !char.IsUpper(line[0]))
            return false;
        int first = whole.IndexOf(line, StringComparison.Ordinal);
        int again = first < 0 ? -1 : whole.IndexOf(line, first + line.Length, StringComparison.Ordinal);
        return again >= 0 && (CreditedAt(whole, again, line.Length) || whole.Split('\n').Any(other => IsOwnNotice(other.Trim(), line)));
    }

    // "Get the Example newsletter": an outlet names itself in what frames its articles.
    private bool IsOwnNotice(string line, string outlet) =>
        line.Length > outlet.Length && line.Contains(outlet, StringComparison.Ordinal) && boilerplate.Judge(line) == Boilerplate.Drop;

    private static bool CreditedAt(string whole, int at, int length)
    {
        char before = at > 0 ? whole[at - 1] : '\n';
        int end = at + length;
        string after = end < whole.Length ? whole[end..Math.Min(whole.Length, end + 12)] : "";
        return (before == '(' && after.StartsWith(')')) || (before == '\n' && (after.Length == 0 || after[0] is ' ' or ':' or '\n' or '-'));
    }

    private bool IsDateLine(string line, ArticleDraft draft)
    {
        if (line.Length > 90 || !times.TryFind(line, out PublicationTime time, out TextSpan span))
            return false;
        string rest = string.Concat(line.AsSpan(0, span.Start), line.AsSpan(span.End)).Trim(' ', ',', '-', '–', '|', '(', ')', '.', ':', '·');
        bool isModified = words.Phrases("modified").Any(word => rest.Contains(word, StringComparison.OrdinalIgnoreCase));
        if (WordCount(rest) > 4)
            return false;
        string named = string.Join(' ', rest.Split(' ').Where(word => !words.Phrases("clock").Contains(word.ToLowerInvariant()))).Trim(' ', ',');
        bool isPublisher = line.AsSpan(span.Start).Contains(':') || (span.Start > 1 && line.AsSpan(0, span.Start).TrimEnd().EndsWithAny("–—|"));
        if (draft.Outlet is null && (isPublisher || IsHost(named)) && named.Length > 2 && (char.IsUpper(named[0]) || IsHost(named)) && !isModified && !words.Phrases("published").Contains(named.ToLowerInvariant()))
            draft.Outlet = named; // "Harbour Herald, 22 August 2026, 17:30": with a time of day, or after a dash, it is no place line
        if (isModified && draft.Published is not null)
            draft.Modified ??= time;
        else
            draft.Published ??= time;
        return true;
    }

    private static bool IsHost(string name) => name.Contains('.', StringComparison.Ordinal) && !name.EndsWith('.') && Uri.CheckHostName(name) == UriHostNameType.Dns;

    /// <summary>Whether a line ends as a sentence does, closing marks aside.</summary>
    public static bool EndsSentence(string text)
    {
        ReadOnlySpan<char> bare = text.AsSpan().TrimEnd(" \"'“”‘’«»›‹)]*_");
        return bare.EndsWithAny(".!?…:;");
    }

    /// <summary>How many words a line has.</summary>
    public static int WordCount(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
}
