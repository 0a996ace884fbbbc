namespace Lesart.Extracting;

/// <summary>What holds of a page as a whole, asked by the features of its blocks.</summary>
internal sealed class PageSurvey
{
    private readonly List<PageBlock> _blocks;
    private readonly bool[] _isText;
    private readonly int[] _distance;
    private readonly string? _title;
    private readonly HashSet<string> _descriptions;
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);
    private readonly HashSet<PageNode> _dominantParents = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PageNode, (int Letters, int Links)> _lists = new(ReferenceEqualityComparer.Instance);

    public PageSurvey(List<PageBlock> blocks, PageLayout layout, PageMetadata metadata, string? title, BoilerplateRules boilerplate)
    {
        _blocks = blocks;
        Judged = [.. blocks.Select(block => boilerplate.Judge(block.Text))];
        Squeezed = [.. blocks.Select(static block => Squeeze(block.Text))];
        _title = title is null ? null : Squeeze(title);
        _descriptions = [.. metadata.Descriptions.Select(Squeeze).Where(static text => text.Length > 20)];
        foreach (string text in Squeezed)
            _counts[text] = _counts.GetValueOrDefault(text) + 1;
        _isText = [.. blocks.Select(block => PageLayout.IsRunning(block) && layout.Region is not null && block.Node.IsIn(layout.Region) && !layout.IsFramed(block.Node)
            && Judged[block.Index] == Boilerplate.None && layout.LettersWith(block.Signature) > 0.05 * layout.SignatureLetters)];
        FirstText = Math.Max(0, Array.IndexOf(_isText, true));
        LastText = Array.LastIndexOf(_isText, true);
        CountLists();
        TitleAt = FindTitle();
        EndAt = FindEnd();
        Data = new DataBody(Squeeze(string.Concat(metadata.Data.Articles.Select(static node => LinkedData.LongText(node["articleBody"])))), Squeezed, _isText);
        _distance = Distances();
        foreach (PageBlock block in blocks.Where(block => _isText[block.Index] && block.Signature == layout.DominantSignature))
        {
            if (block.Node.Parent is not null)
                _dominantParents.Add(block.Node.Parent);
        }
    }

    /// <summary>What its words make of each block.</summary>
    public Boilerplate[] Judged { get; }

    /// <summary>Each block's letters and digits, lower case.</summary>
    public string[] Squeezed { get; }

    /// <summary>The body as the schema.org data give it.</summary>
    public DataBody Data { get; }

    /// <summary>The first block of unframed running text.</summary>
    public int FirstText { get; }

    /// <summary>The last one; -1 for none.</summary>
    public int LastText { get; }

    /// <summary>The block of the headline; -1 where it is not found.</summary>
    public int TitleAt { get; }

    /// <summary>The block with which comments or the like begin after the text.</summary>
    public int? EndAt { get; }

    /// <summary>Letters and digits, lower case.</summary>
    public static string Squeeze(string text)
    {
        char[] letters = new char[text.Length];
        int length = 0;
        foreach (char letter in text)
        {
            if (char.IsLetterOrDigit(letter))
                letters[length++] = char.ToLowerInvariant(letter);
        }

        return new string(letters, 0, length);
    }

    public bool IsText(int index) => index >= 0 && index < _isText.Length && _isText[index];

    public bool IsTitle(string squeezed) => _title is { Length: > 0 } && (squeezed == _title
        || (squeezed.EndsWith(_title, StringComparison.Ordinal) && squeezed.Length < _title.Length + 40 && _title.Length > 15)
        || (_title.EndsWith(squeezed, StringComparison.Ordinal) && squeezed.Length * 2 > _title.Length));

    public bool IsDescription(string squeezed) => squeezed.Length > 20 && _descriptions.Any(description => description == squeezed
        || (squeezed.Contains(description, StringComparison.Ordinal) && squeezed.Length < description.Length + 50)
        || (squeezed.Length > 60 && description.StartsWith(squeezed, StringComparison.Ordinal)));

    public bool IsRepeated(string squeezed) => squeezed.Length > 15 && _counts[squeezed] > 1;

    public int DistanceToText(int index) => _distance[index];

    public bool IsInDominantParent(PageNode node) => node.Parent is not null && _dominantParents.Contains(node.Parent);

    public bool IsLinkLine(int index) => index < _blocks.Count && _blocks[index].LinkDensity > 0.7;

    /// <summary>Whether a heading of a list of other articles stands a few blocks before, with no running text between.</summary>
    public bool IsAfterListHeading(int index, int reach)
    {
        for (int at = index - 1; at >= 0 && at >= index - reach && !_isText[at]; at--)
        {
            if (Judged[at] == Boilerplate.ListHeading)
                return true;
        }

        return false;
    }

    /// <summary>Whether the nearest list around the node is mostly links.</summary>
    public bool IsInLinkList(PageNode node)
    {
        PageNode? list = node.Ancestors().Prepend(node).FirstOrDefault(static ancestor => ancestor.Tag is "ul" or "ol");
        if (list is null)
            return false;
        (int letters, int links) = _lists.GetValueOrDefault(list);
        return links > 0.6 * letters;
    }

    private void CountLists()
    {
        foreach (PageBlock block in _blocks)
        {
            for (PageNode? node = block.Node; node is not null; node = node.Parent)
            {
                if (node.Tag is not ("ul" or "ol"))
                    continue;
                (int letters, int links) = _lists.GetValueOrDefault(node);
                _lists[node] = (letters + block.Text.Length, links + block.LinkLetters);
            }
        }
    }

    private int FindTitle()
    {
        int before = -1;
        for (int i = 0; i < _blocks.Count && i <= FirstText; i++)
        {
            if (_blocks[i].Tag == "h1" || (_blocks[i].IsHeading && IsTitle(Squeezed[i])))
                before = i;
        }

        return before;
    }

    private int? FindEnd()
    {
        int half = FirstText + ((LastText - FirstText) / 3);
        for (int i = half; i < _blocks.Count; i++)
        {
            if (Judged[i] == Boilerplate.End)
                return i;
        }

        return null;
    }

    private int[] Distances()
    {
        int[] distances = new int[_blocks.Count];
        int last = int.MinValue / 2;
        for (int i = 0; i < distances.Length; i++)
        {
            last = _isText[i] ? i : last;
            distances[i] = i - last;
        }

        int next = int.MaxValue / 2;
        for (int i = distances.Length - 1; i >= 0; i--)
        {
            next = _isText[i] ? i : next;
            distances[i] = Math.Min(distances[i], next - i);
        }

        return distances;
    }
}
