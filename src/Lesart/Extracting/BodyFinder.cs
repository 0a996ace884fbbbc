using System.Runtime.InteropServices;

namespace Lesart.Extracting;

/// <summary>Judges which blocks of a page are its article.</summary>
/// <remarks>First the element that holds most running text (text density and link density as in Readability and jusText: paragraphs give their weight to
/// their parents), then each block inside it by what it is and where it stands.</remarks>
internal sealed class BodyFinder(MarkupWords markup, BoilerplateRules boilerplate)
{
    private const int MinRunning = 80; // letters of a block that counts as running text
    private const double MaxLinkDensity = 0.5;
    private const double WrapperShare = 0.4; // an element with more of the page's running text is no frame, whatever its class says

    /// <summary>The blocks of the article, in page order.</summary>
    public List<PageBlock> Find(List<PageBlock> blocks, PageMetadata metadata, string? title)
    {
        Dictionary<PageNode, int> running = RunningLetters(blocks);
        int all = blocks.Where(IsRunning).Sum(static block => block.Text.Length);
        bool[] framed = new bool[blocks.Count];
        Dictionary<PageNode, bool> known = new(ReferenceEqualityComparer.Instance);
        foreach (PageBlock block in blocks)
            framed[block.Index] = IsFramed(block.Node, running, all, known);
        PageNode? container = BestContainer(blocks, framed);
        if (container is null)
            return [];
        List<PageBlock> chosen = Filter(blocks, framed, container, title);
        AddStandfirst(blocks, chosen, metadata, title);
        return chosen;
    }

    private static bool IsRunning(PageBlock block) => block.Text.Length >= MinRunning && block.LinkDensity < MaxLinkDensity && !block.IsHeading;

    private static Dictionary<PageNode, int> RunningLetters(List<PageBlock> blocks)
    {
        Dictionary<PageNode, int> letters = new(ReferenceEqualityComparer.Instance);
        foreach (PageBlock block in blocks.Where(IsRunning))
        {
            for (PageNode? node = block.Node; node is not null; node = node.Parent)
                CollectionsMarshal.GetValueRefOrAddDefault(letters, node, out _) += block.Text.Length;
        }

        return letters;
    }

    private bool IsFramed(PageNode node, Dictionary<PageNode, int> running, int all, Dictionary<PageNode, bool> known)
    {
        if (known.TryGetValue(node, out bool framed))
            return framed;
        framed = (IsFrame(node) && running.GetValueOrDefault(node) < WrapperShare * all) || (node.Parent is not null && IsFramed(node.Parent, running, all, known));
        known[node] = framed;
        return framed;
    }

    private bool IsFrame(PageNode node) =>
        node.Tag is "nav" or "footer" or "aside" or "form" or "dialog" or "figure" or "figcaption" or "menu" or "fieldset" or "address"
        || node.Role is "navigation" or "complementary" or "dialog" or "contentinfo" or "search" or "alert"
        || markup.Has(node.Hints, MarkupRole.Frame) || markup.Has(node.Hints, MarkupRole.Caption) || markup.Has(node.Hints, MarkupRole.Byline);

    private PageNode? BestContainer(List<PageBlock> blocks, bool[] framed)
    {
        Dictionary<PageNode, double> scores = new(ReferenceEqualityComparer.Instance);
        foreach (PageBlock block in blocks)
        {
            if (framed[block.Index] || block.Text.Length < 25 || block.IsHeading)
                continue;
            double score = (1 + Math.Min(block.Text.Length / 100.0, 5) + block.Text.AsSpan().Count(',')) * (1 - block.LinkDensity);
            PageNode start = block.Tag is "p" or "li" or "blockquote" or "pre" or "h2" or "h3" ? block.Node.Parent ?? block.Node : block.Node;
            double share = 1;
            foreach (PageNode node in start.Ancestors().Prepend(start).Take(6))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(scores, node, out _) += score * share;
                share *= share == 1 ? 0.7 : 0.6;
            }
        }

        PageNode? best = null;
        double highest = 0;
        foreach ((PageNode node, double score) in scores.OrderBy(static pair => pair.Key.Order))
        {
            double weighted = score * (node.ItemProperty == "articlebody" ? 1.5 : markup.Has(node.Hints, MarkupRole.Body) ? 1.25 : node.Tag == "article" ? 1.1 : 1);
            if (weighted > highest)
                (best, highest) = (node, weighted);
        }

        return best;
    }

    private List<PageBlock> Filter(List<PageBlock> blocks, bool[] framed, PageNode container, string? title)
    {
        List<PageBlock> chosen = [];
        bool inList = false;
        foreach (PageBlock block in blocks)
        {
            if (framed[block.Index] || !block.Node.IsIn(container))
                continue;
            if (block.Tag == "h1" || SameWords(block.Text, title))
                continue;
            Boilerplate judged = boilerplate.Judge(block.Text);
            if (judged == Boilerplate.End && chosen.Count > 3)
                break;
            inList = (inList || judged == Boilerplate.ListHeading) && !IsRunning(block);
            if (inList || judged != Boilerplate.None || (block.LinkDensity > MaxLinkDensity && block.Text.Length < 400) || !block.Text.Any(char.IsLetter))
                continue;
            chosen.Add(block);
        }

        while (chosen.Count > 0 && chosen[^1].IsHeading)
            chosen.RemoveAt(chosen.Count - 1);
        return chosen;
    }

    private static void AddStandfirst(List<PageBlock> blocks, List<PageBlock> chosen, PageMetadata metadata, string? title)
    {
        if (chosen.Count == 0)
            return;
        int first = chosen[0].Index;
        PageBlock? standfirst = blocks.Take(first).LastOrDefault(block => block.Text.Length >= 30 && !SameWords(block.Text, title)
            && metadata.Descriptions.Any(description => SameWords(block.Text, description)));
        if (standfirst is not null && !chosen.Any(block => SameWords(block.Text, standfirst.Text)))
            chosen.Insert(0, standfirst);
    }

    private static bool SameWords(string text, string? other) => other is not null && Squeezed(text) == Squeezed(other);

    private static string Squeezed(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
