using System.Text.RegularExpressions;

namespace Lesart.Extracting;

/// <summary>Reads an article from plain text or Markdown: front matter, the lines above the text, the body, what frames it.</summary>
internal sealed partial class TextArticleReader(ArticleWords words, BylineParser bylines, BoilerplateRules boilerplate, PublicationTimeReader times, AgencyCredits credits)
{
    private const int MaxHeadingLength = 130;
    private const int MaxListItemLength = 120;

    private readonly TextHeadReader _heads = new(words, bylines, boilerplate, times);

    /// <summary>Reads one file.</summary>
    public ArticleDraft Read(string text, string source)
    {
        ArticleDraft draft = new() { Source = source };
        FrontMatter front = FrontMatter.Cut(text, out string rest);
        List<string> addresses = [];
        List<TextParagraph> paragraphs = Plain(TextParagraphs.Cut(rest), addresses, out HashSet<TextParagraph> linkLines);
        ReadFrontMatter(front, draft);
        HashSet<TextParagraph> read = new(ReferenceEqualityComparer.Instance);
        int bodyStart = _heads.Read(paragraphs, linkLines, rest, read, draft);
        List<string> clues = [.. addresses.Where(static address => !address.StartsWith('#'))];
        ReadBody(Joined([.. paragraphs[bodyStart..].Where(line => !read.Contains(line))]), linkLines, draft);
        ReadClues(rest, linkLines.Select(static line => line.Text), clues, draft);
        return draft;
    }

    private static List<TextParagraph> Plain(List<TextParagraph> paragraphs, List<string> addresses, out HashSet<TextParagraph> linkLines)
    {
        List<TextParagraph> plain = [];
        linkLines = new HashSet<TextParagraph>(ReferenceEqualityComparer.Instance);
        foreach (TextParagraph paragraph in paragraphs)
        {
            int linkedInAll = 0;
            string stripped = string.Join('\n', paragraph.Text.Split('\n').Select(line =>
            {
                string bare = TextCleaner.Clean(MarkdownLine.Strip(line, out int linked, addresses));
                linkedInAll += linked;
                return bare;
            }));
            TextParagraph clean = paragraph with { Text = stripped.Trim() };
            if (clean.Text.Length == 0 && clean.Kind != TextParagraphKind.Rule)
                continue;
            plain.Add(clean);
            if (linkedInAll * 2 > clean.Text.Length)
                linkLines.Add(clean);
        }

        return plain;
    }

    private void ReadFrontMatter(FrontMatter front, ArticleDraft draft)
    {
        draft.Id = front["id"];
        draft.Title = front["title"];
        draft.Outlet = front["outlet"] ?? front["publisher"] ?? front["site"];
        draft.Section = front["section"];
        draft.Url = front["url"] ?? front["link"];
        draft.DeclaredLanguage = front["language"] ?? front["lang"];
        foreach (string author in front.List("author").Concat(front.List("authors")))
            bylines.ReadValue(author, draft.Outlet, draft.Authors, draft.Agencies);
        foreach (string agency in front.List("agency").Concat(front.List("agencies")))
            bylines.ReadCredit(agency, draft.Agencies);
        if (times.TryReadValue(front["published"] ?? front["date"], out PublicationTime published))
            draft.Published = published;
        if (times.TryReadValue(front["modified"] ?? front["updated"], out PublicationTime modified))
            draft.Modified = modified;
    }

    private void ReadBody(List<TextParagraph> paragraphs, HashSet<TextParagraph> linkLines, ArticleDraft draft)
    {
        bool inList = false;
        for (int at = 0; at < paragraphs.Count; at++)
        {
            TextParagraph paragraph = paragraphs[at];
            if (paragraph.Kind == TextParagraphKind.Rule)
                continue;
            Boilerplate judged = boilerplate.Judge(paragraph.Text);
            if (judged == Boilerplate.End && at > 0)
                break;
            bool running = paragraph.Text.Length > MaxListItemLength && TextHeadReader.EndsSentence(paragraph.Text) && !linkLines.Contains(paragraph);
            inList = (inList || judged == Boilerplate.ListHeading) && !running;
            if (inList || judged != Boilerplate.None || linkLines.Contains(paragraph) || IsBylineOnly(paragraph.Text, draft))
            {
                DropHeadingBefore(draft, paragraph, judged);
                if (judged == Boilerplate.Drop)
                    credits.ReadNote(paragraph.Text, draft.Agencies);
                continue;
            }

            string text = bylines.WithoutClosingByline(paragraph.Text, draft.Authors, draft.Agencies);
            ReadDateline(text, draft);
            draft.Blocks.Add(new DraftBlock(KindOf(paragraph, text), text));
        }

        if (draft.Blocks.Count > 0)
            credits.ReadEnding(draft.Blocks[^1].Text, draft.Agencies);
        while (draft.Blocks.Count > 1 && draft.Blocks[^1].Kind == BlockKind.Heading)
            draft.Blocks.RemoveAt(draft.Blocks.Count - 1);
        if (draft.Blocks.Count == 1 && draft.Blocks[0].Kind == BlockKind.Heading)
            draft.Blocks[0] = draft.Blocks[0] with { Kind = BlockKind.Paragraph };
    }

    // A call for donations has its own headline above it.
    private void DropHeadingBefore(ArticleDraft draft, TextParagraph dropped, Boilerplate judged)
    {
        if (judged == Boilerplate.Drop && draft.Blocks is [.., { Kind: BlockKind.Heading }] && boilerplate.IsAppeal(dropped.Text.ToLowerInvariant()))
            draft.Blocks.RemoveAt(draft.Blocks.Count - 1);
    }

    private bool IsBylineOnly(string text, ArticleDraft draft) =>
        text.Length < TextHeadReader.MinRunningText && !TextHeadReader.EndsSentence(text) && bylines.TryReadLine(text, draft.Authors, draft.Agencies);

    private static BlockKind KindOf(TextParagraph paragraph, string text) => paragraph.Kind switch
    {
        TextParagraphKind.Title or TextParagraphKind.Heading => BlockKind.Heading,
        TextParagraphKind.List => BlockKind.List,
        TextParagraphKind.Quote => BlockKind.Quote,
        _ => text.Length <= MaxHeadingLength && !TextHeadReader.EndsSentence(text) && TextHeadReader.WordCount(text) <= 16 ? BlockKind.Heading : BlockKind.Paragraph,
    };

    // A page break of the file that the text was taken from cuts sentences in two: "... in the" / "Capital on Monday."
    private List<TextParagraph> Joined(List<TextParagraph> paragraphs)
    {
        List<TextParagraph> joined = [];
        foreach (TextParagraph paragraph in paragraphs)
        {
            if (paragraph.Kind == TextParagraphKind.Paragraph && joined is [.., { Kind: TextParagraphKind.Paragraph } before] && IsCutOff(before.Text, paragraph.Text))
                joined[^1] = before with { Text = before.Text + " " + paragraph.Text };
            else
                joined.Add(paragraph);
        }

        return joined;
    }

    private bool IsCutOff(string before, string after)
    {
        if (!char.IsLetter(before[^1]) && before[^1] != ',')
            return false;
        int blank = before.LastIndexOf(' ');
        string lastWord = before[(blank + 1)..];
        bool endsOpen = before[^1] == ',' || (lastWord.Length <= 12 && words.FunctionWords.Contains(lastWord));
        return before.Length > TextHeadReader.MinRunningText && (char.IsLower(after[0]) || (endsOpen && char.IsLetter(after[0])));
    }

    private void ReadDateline(string text, ArticleDraft draft)
    {
        if (draft.Blocks.Count > 1)
            return;
        credits.ReadDateline(text, draft.Agencies);
    }

    // Where nobody names outlet and day, the notes around the text and the addresses of its own recordings may tell.
    private void ReadClues(string whole, IEnumerable<string> notes, List<string> addresses, ArticleDraft draft)
    {
        string own = string.Join('\n', notes);
        foreach (string address in addresses.Where(address => IsOwnMedia(address) || own.Contains(address, StringComparison.Ordinal)))
        {
            if (!Uri.TryCreate(address, UriKind.Absolute, out Uri? uri))
                continue;
            if (draft.Outlet is null && IsOwnMedia(address))
                draft.Outlet = words.OutletAt(uri.Host)?.Name;
            if (draft.Published is null && IsOwnMedia(address) && PublicationTimeReader.TryFindInAddress(address, out PublicationTime day))
                draft.Published = day;
        }

        if (draft.Outlet is null && draft.Url is not null && Uri.TryCreate(draft.Url, UriKind.Absolute, out Uri? own2))
            draft.Outlet = words.OutletAt(own2.Host)?.Name;
        if (draft.Published is null && draft.Url is not null && PublicationTimeReader.TryFindInAddress(draft.Url, out PublicationTime dayOfUrl))
            draft.Published = dayOfUrl;
        if (draft.Outlet is null)
            draft.Outlet = OutletOfAppeals(whole);
    }

    // An outlet that asks its readers for support names itself or its address.
    private string? OutletOfAppeals(string whole)
    {
        foreach (string line in whole.Split('\n'))
        {
            if (line.Length == 0 || !boilerplate.IsAppeal(line.ToLowerInvariant()))
                continue;
            foreach (Match host in Host().Matches(line))
            {
                if (words.OutletAt(host.Value.ToLowerInvariant()) is OutletName outlet)
                    return outlet.Name;
            }
        }

        return null;
    }

    private static bool IsOwnMedia(string address) => MediaFile().IsMatch(address);

    [GeneratedRegex(@"\.(?:mp3|m4a|ogg|mp4|pdf|wav)(?:$|\?)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1_000)]
    private static partial Regex MediaFile();

    [GeneratedRegex(@"\b[a-z0-9\-]+(?:\.[a-z0-9\-]+)*\.[a-z]{2,10}\b", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1_000)]
    private static partial Regex Host();
}
