using System.Runtime.InteropServices;

namespace Lesart.Extracting;

/// <summary>Where the running text of a page lies: the element that holds most of it, the region around it, what is frame.</summary>
/// <remarks>Paragraphs give their weight to their ancestors (as in Readability); the region grows over ancestors as long as these add text that is set in
/// the same way (sibling agreement).</remarks>
internal sealed class PageLayout
{
    private const int MinRunning = 80; // letters of a block that counts as running text
    private const int MinOwnText = 600; // letters of running text that a headline's element needs to be the whole article
    private const double MaxLinkDensity = 0.5;
    private const double WrapperShare = 0.4; // an element with more of the page's running text is no frame, whatever its class says

    private readonly MarkupWords _markup;
    private readonly List<PageBlock> _blocks;
    private readonly Dictionary<PageNode, int> _running = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<PageNode, bool> _framed = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _signatures = new(StringComparer.Ordinal);
    private readonly int _allRunning;

    /// <summary>Surveys a page.</summary>
    public PageLayout(List<PageBlock> blocks, MarkupWords markup)
    {
        (_blocks, _markup) = (blocks, markup);
        foreach (PageBlock block in blocks.Where(IsRunning))
        {
            _allRunning += block.Text.Length;
            for (PageNode? node = block.Node; node is not null; node = node.Parent)
                CollectionsMarshal.GetValueRefOrAddDefault(_running, node, out _) += block.Text.Length;
        }

        HeadlineArticle = FindHeadlineArticle();
        Container = BestContainer();
        Region = Container;
        if (Container is not null)
        {
            CountSignatures(Container);
            Region = Grown(Container);
            CountSignatures(Region);
        }

        SignatureLetters = _signatures.Values.Sum();
        DominantSignature = _signatures.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key, StringComparer.Ordinal).Select(static pair => pair.Key).FirstOrDefault() ?? "";
    }

    /// <summary>The <c>article</c> element with the page's headline and running text of its own, which makes all others other articles; null where no single one is such.</summary>
    public PageNode? HeadlineArticle { get; }

    /// <summary>The element that holds most of the running text; null where there is none.</summary>
    public PageNode? Container { get; }

    /// <summary>The element around it that holds all of it.</summary>
    public PageNode? Region { get; }

    /// <summary>How most of the region's running text is set.</summary>
    public string DominantSignature { get; }

    /// <summary>Letters of the region's running text.</summary>
    public int SignatureLetters { get; }

    /// <summary>Letters of the region's running text that are set in a way.</summary>
    public int LettersWith(string signature) => _signatures.GetValueOrDefault(signature);

    /// <summary>Whether the block is long enough, and free enough of links, to be running text.</summary>
    public static bool IsRunning(PageBlock block) => block.Text.Length >= MinRunning && block.LinkDensity < MaxLinkDensity && !block.IsHeading;

    /// <summary>Whether the node is frame: navigation, related links, forms, captions, or inside such.</summary>
    public bool IsFramed(PageNode node)
    {
        if (_framed.TryGetValue(node, out bool framed))
            return framed;
        framed = (IsFrame(node) && !IsWrapper(node)) || (node.Parent is not null && IsFramed(node.Parent));
        _framed[node] = framed;
        return framed;
    }

    /// <summary>Whether the node holds so much of the page's running text that its class can't mean the frame.</summary>
    public bool IsWrapper(PageNode node) => _running.GetValueOrDefault(node) > WrapperShare * _allRunning;

    private bool IsFrame(PageNode node) =>
        node.Tag is "nav" or "footer" or "aside" or "form" or "dialog" or "figure" or "figcaption" or "menu" or "fieldset"
        || node.Role is "navigation" or "complementary" or "dialog" or "contentinfo" or "search" or "alert"
        || _markup.Has(node, MarkupRole.Frame) || _markup.Has(node, MarkupRole.Caption);

    private PageNode? FindHeadlineArticle()
    {
        PageNode? found = null;
        foreach (PageBlock block in _blocks.Where(static block => block.Tag == "h1"))
        {
            PageNode? article = block.Node.Ancestors().FirstOrDefault(static node => node.Tag == "article");
            if (article is null || (found is not null && !ReferenceEquals(found, article)))
                return null;
            found = article;
        }

        return found is not null && Letters(found, static _ => true) >= MinOwnText ? found : null;
    }

    private PageNode? BestContainer()
    {
        Dictionary<PageNode, double> scores = new(ReferenceEqualityComparer.Instance);
        foreach (PageBlock block in _blocks)
        {
            if (block.Text.Length < 25 || block.IsHeading || IsFramed(block.Node) || (HeadlineArticle is not null && !block.Node.IsIn(HeadlineArticle)))
                continue;
            double score = (1 + Math.Min(block.Text.Length / 100.0, 5) + block.Text.AsSpan().Count(',')) * (1 - block.LinkDensity);
            PageNode start = block.Tag is "p" or "li" or "blockquote" or "pre" ? block.Node.Parent ?? block.Node : block.Node;
            double share = 1;
            int levels = 0;
            for (PageNode? node = start; node is not null && levels < 6; node = node.Parent, levels++)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(scores, node, out _) += score * share;
                share *= levels == 0 ? 0.7 : 0.6;
            }
        }

        PageNode? best = null;
        double highest = 0;
        foreach ((PageNode node, double score) in scores.OrderBy(static pair => pair.Key.Order))
        {
            double weighted = score * (node.ItemProperty == "articlebody" ? 1.5 : _markup.Has(node, MarkupRole.Body) ? 1.25 : node.Tag == "article" ? 1.1 : 1);
            if (weighted > highest)
                (best, highest) = (node, weighted);
        }

        return best;
    }

    // An ancestor is taken while most of what it adds to the running text is set like what is there already.
    private PageNode Grown(PageNode container)
    {
        PageNode region = container;
        int have = Letters(container, static _ => true);
        for (PageNode? outer = container.Parent; outer is { Tag: not "body" and not "html" }; outer = outer.Parent)
        {
            int all = Letters(outer, static _ => true);
            int alike = Letters(outer, block => _signatures.ContainsKey(block.Signature));
            if (all > have && alike - have < 0.6 * (all - have))
                break;
            if (all > have)
                (region, have) = (outer, all);
        }

        return region;
    }

    private int Letters(PageNode node, Func<PageBlock, bool> takes)
    {
        int letters = 0;
        foreach (PageBlock block in _blocks)
        {
            if (IsRunning(block) && block.Node.IsIn(node) && !IsFramed(block.Node) && takes(block))
                letters += block.Text.Length;
        }

        return letters;
    }

    private void CountSignatures(PageNode node)
    {
        _signatures.Clear();
        foreach (PageBlock block in _blocks)
        {
            if (IsRunning(block) && block.Node.IsIn(node) && !IsFramed(block.Node))
                CollectionsMarshal.GetValueRefOrAddDefault(_signatures, block.Signature, out _) += block.Text.Length;
        }
    }
}
