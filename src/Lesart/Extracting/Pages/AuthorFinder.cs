namespace Lesart.Extracting;

/// <summary>Finds who wrote a page's article: schema.org data, elements that are marked as byline, meta data, then lines that open like one.</summary>
internal sealed class AuthorFinder(ArticleWords words, BylineParser bylines, MarkupWords markup)
{
    private const int MaxBylineLetters = 200;
    private const int MaxBlocksAfterText = 3;
    private const int MaxNames = 12;

    /// <summary>Adds authors, agencies and the byline to the draft.</summary>
    /// <remarks>The first source that names a person wins. Where none does, the first that names anybody is the byline.</remarks>
    public void Find(PageMetadata metadata, List<PageBlock> blocks, List<PageBlock> body, ArticleDraft draft)
    {
        HashSet<string> own = OwnNames(metadata, draft.Outlet);
        Action[] sources =
        [
            () => ReadData(metadata, own, draft),
            () => ReadMarked(blocks, body, own, draft),
            () => ReadSignature(blocks, body, draft),
            () => ReadMeta(metadata, own, draft),
            () => ReadLines(blocks, body, own, draft),
        ];
        List<string> first = [];
        foreach (Action read in sources)
        {
            draft.Byline = [];
            read();
            if (draft.Authors.Count > 0)
                return;
            if (first.Count == 0)
                first = draft.Byline;
        }

        draft.Byline = first;
    }

    private void ReadData(PageMetadata metadata, HashSet<string> own, ArticleDraft draft)
    {
        foreach ((string name, bool isPerson, bool isBody) in metadata.Data.Names(metadata.Article?["author"]).Take(MaxNames))
        {
            if (!isBody || isPerson || words.TryGetAgency(name, out _) || bylines.IsPersonName(name))
                Read(name, own, draft);
            else
                draft.Byline.Add(name);
        }
    }

    private void ReadMeta(PageMetadata metadata, HashSet<string> own, ArticleDraft draft)
    {
        foreach (string value in metadata.Authors.Take(MaxNames).Where(value => !IsSite(value, metadata)))
            Read(value, own, draft);
        if (draft.Authors.Count == 0 && metadata.Meta("twitter:label1") is string label && bylines.IsOpening(label) && metadata.Meta("twitter:data1") is string named)
            Read(named, own, draft);
    }

    // What a site calls itself is no author of it.
    private static HashSet<string> OwnNames(PageMetadata metadata, string? outlet)
    {
        string?[] names = [outlet, metadata.Meta("og:site_name"), metadata.Meta("application-name"), metadata.Data.SiteName, metadata.Data.Text(metadata.Article?["publisher"]), metadata.Meta("publisher"), metadata.Meta("copyright")];
        return names.OfType<string>().Select(PageSurvey.Squeeze).Where(static name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
    }

    private void Read(string value, HashSet<string> own, ArticleDraft draft)
    {
        List<string> authors = [];
        bylines.ReadValue(value, draft.Outlet, authors, draft.Agencies, draft.Byline);
        foreach (string author in authors.Where(author => !own.Contains(PageSurvey.Squeeze(author)) && !draft.Authors.Contains(author, StringComparer.OrdinalIgnoreCase)))
            draft.Authors.Add(author);
    }

    private void ReadMarked(List<PageBlock> blocks, List<PageBlock> body, HashSet<string> own, ArticleDraft draft)
    {
        int last = body.Count > 0 ? body[0].Index + MaxBlocksAfterText : blocks.Count;
        HashSet<PageNode> seen = new(ReferenceEqualityComparer.Instance);
        foreach (PageBlock block in blocks.Where(block => block.Index <= last))
        {
            PageNode? marked = block.Node.Ancestors().Prepend(block.Node).Take(3).LastOrDefault(IsMarked) ?? block.Node.Descendants().FirstOrDefault(IsMarked);
            if (marked is null || !seen.Add(marked))
                continue;
            string text = marked.CleanText();
            if (text.Length > MaxBylineLetters || PageLayout.IsRunning(block))
                continue;
            foreach (PageNode leaf in marked.Descendants().Where(static node => node.IsText))
            {
                string name = TextCleaner.Clean(leaf.Text).Trim(' ', ',', '|', '·', '•');
                if (bylines.IsPersonName(name) && !own.Contains(PageSurvey.Squeeze(name)) && !draft.Authors.Contains(name, StringComparer.OrdinalIgnoreCase) && !IsShouted(name, text))
                    Read(name, own, draft);
            }

            if (draft.Authors.Count == 0)
                ReadLine(text, own, draft);
        }
    }

    private bool ReadLine(string line, HashSet<string> own, ArticleDraft draft)
    {
        List<string> people = [];
        if (!bylines.TryReadLine(line, people, draft.Agencies))
            return false;
        people.RemoveAll(name => own.Contains(PageSurvey.Squeeze(name)));
        draft.Authors.AddRange(people.Where(name => !draft.Authors.Contains(name, StringComparer.OrdinalIgnoreCase)));
        draft.Byline.AddRange(people);
        return people.Count > 0;
    }

    private bool IsMarked(PageNode node) => node.ItemProperty == "author" || (node.Tag is not "body" and not "article" and not "main" && markup.Has(node, MarkupRole.Byline));

    // A sender in capitals beside a name that is none ("Anna Muster, SENDER NORD").
    private static bool IsShouted(string name, string all) => !name.Any(char.IsLower) && all.Any(char.IsLower) && all.Length > name.Length + 6;

    private void ReadLines(List<PageBlock> blocks, List<PageBlock> body, HashSet<string> own, ArticleDraft draft)
    {
        int last = body.Count > 0 ? body[0].Index + MaxBlocksAfterText : blocks.Count;
        foreach (PageBlock block in blocks)
        {
            bool isClose = block.Index <= last || (body.Count > 0 && block.Index > body[^1].Index && block.Index <= body[^1].Index + MaxBlocksAfterText);
            if ((isClose || (block.Index > last && bylines.IsLabelled(block.Text))) && block.Text.Length < 160 && ReadLine(block.Text, own, draft))
                return;
        }
    }

    // A name alone, set bold, above the first paragraph.
    private void ReadSignature(List<PageBlock> blocks, List<PageBlock> body, ArticleDraft draft)
    {
        int first = body.Count > 0 ? body[0].Index : 0;
        foreach (PageBlock block in blocks.Where(block => block.Index >= first - 3 && block.Index <= first + 3))
        {
            if (block.Text.Length < 80 && block.BoldLetters > 0.9 * block.Text.Length && block.Text.Split('/', ',').All(part => bylines.IsPersonName(part.Trim())))
            {
                bylines.ReadValue(block.Text, draft.Outlet, draft.Authors, draft.Agencies);
                body.Remove(block);
                return;
            }
        }
    }

    // Initials of the site's name are the site (DW, Deutsche Welle).
    private static bool IsSite(string value, PageMetadata metadata)
    {
        string initials = string.Concat(value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(static word => char.IsUpper(word[0])).Select(static word => word[0]));
        return initials.Length > 1 && (string.Equals(initials, metadata.Meta("og:site_name"), StringComparison.OrdinalIgnoreCase)
            || (Uri.TryCreate(metadata.Canonical, UriKind.Absolute, out Uri? uri) && uri.Host.Split('.').Contains(initials.ToLowerInvariant())));
    }
}
