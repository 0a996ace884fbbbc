using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Lesart.Extracting;

/// <summary>A parsed page: its visible tree, and the metadata that stand in elements.</summary>
internal sealed class Page
{
    private static readonly string[] HintAttributes = ["class", "id", "data-testid", "data-component", "data-qa", "data-test", "data-type", "data-tb-region"];

    private Page(PageNode root, ReducedPage reduced, IReadOnlyList<PageValue> values, string? language, string? titleElement) =>
        (Root, DataScripts, Values, Language, TitleElement) = (root, reduced.DataScripts, values, language, titleElement);

    /// <summary>The body element.</summary>
    public PageNode Root { get; }

    /// <summary>Contents of JSON-LD scripts.</summary>
    public IReadOnlyList<string> DataScripts { get; }

    /// <summary>Values of meta, link, time and microdata elements, in page order.</summary>
    public IReadOnlyList<PageValue> Values { get; }

    /// <summary>What the page says its language is.</summary>
    public string? Language { get; }

    /// <summary>The text of the title element.</summary>
    public string? TitleElement { get; }

    /// <summary>Parses a page's source.</summary>
    /// <exception cref="UnreadableSourceException">It nests deeper than any page for readers.</exception>
    public static Page Parse(string source)
    {
        ReducedPage reduced = PageReducer.Reduce(source);
        HtmlParser parser = new(new HtmlParserOptions { IsScripting = false, IsKeepingSourceReferences = false });
        using AngleSharp.Html.Dom.IHtmlDocument document = parser.ParseDocument(reduced.Markup);
        List<PageValue> values = [];
        int order = 0;
        PageNode root = new() { Tag = "body", Order = order++ };
        if (document.Head is IElement head)
        {
            foreach (IElement element in head.Children)
                AddValue(element, null, values);
        }

        if (document.Body is IElement body)
        {
            root = new PageNode { Tag = "body", Order = 0, Hints = HintsOf(body), Class = body.ClassName ?? "" };
            Copy(body, root, values, ref order);
        }

        return new Page(root, reduced, values, document.DocumentElement.GetAttribute("lang"), document.Title);
    }

    private static void Copy(INode from, PageNode to, List<PageValue> values, ref int order)
    {
        foreach (INode child in from.ChildNodes) // a node's NextSibling is searched from the first
        {
            if (child is IText text)
            {
                to.Children.Add(new PageNode { Tag = "#text", Parent = to, Text = text.Data, Order = order++, Depth = to.Depth + 1 });
            }
            else if (child is IElement element)
            {
                string? property = element.GetAttribute("itemprop");
                PageNode node = new()
                {
                    Tag = element.LocalName,
                    Parent = to,
                    Order = order++,
                    Depth = to.Depth + 1,
                    Hints = HintsOf(element),
                    Class = element.ClassName ?? "",
                    ItemProperty = property?.ToLowerInvariant(),
                    Role = element.GetAttribute("role"),
                    Link = element.LocalName == "a" ? element.GetAttribute("href") : null,
                    IsHidden = IsHidden(element),
                };
                to.Children.Add(node);
                AddValue(element, node, values);
                AddItem(element, node, values);
                Copy(element, node, values, ref order);
            }
        }
    }

    private static void AddValue(IElement element, PageNode? node, List<PageValue> values)
    {
        switch (element.LocalName)
        {
            case "meta":
                string? key = element.GetAttribute("property") ?? element.GetAttribute("name") ?? element.GetAttribute("itemprop");
                if (key is not null && element.GetAttribute("content") is string content)
                    values.Add(new PageValue("meta", key.ToLowerInvariant().Trim(), content.Trim(), node));
                if (element.GetAttribute("name") is string name && element.HasAttribute("property") && element.GetAttribute("content") is string second)
                    values.Add(new PageValue("meta", name.ToLowerInvariant().Trim(), second.Trim(), node));
                break;
            case "link":
                if (element.GetAttribute("rel") is string relation && element.GetAttribute("href") is string target)
                    values.Add(new PageValue("link", relation.ToLowerInvariant(), target.Trim(), node));
                break;
            case "time":
                values.Add(new PageValue("time", element.GetAttribute("itemprop")?.ToLowerInvariant() ?? "", element.GetAttribute("datetime") ?? element.TextContent, node));
                break;
        }
    }

    // Microdata whose value is no meta or time element: an attribute, or the text itself.
    private static void AddItem(IElement element, PageNode? node, List<PageValue> values)
    {
        if (element.LocalName is "meta" or "time" || element.GetAttribute("itemprop") is not string properties)
            return;
        foreach (string property in properties.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (property is "datepublished" or "datemodified" or "headline" or "articlesection" && (element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? TextOf(element)) is { Length: > 0 } value)
                values.Add(new PageValue("item", property, value.Trim(), node));
        }
    }

    private static string TextOf(IElement element) => element.TextContent is { Length: < 400 } text ? text : "";

    private static bool IsHidden(IElement element)
    {
        if (element.HasAttribute("hidden"))
            return true;
        string? style = element.GetAttribute("style");
        return style is not null && (style.Contains("display:none", StringComparison.OrdinalIgnoreCase) || style.Contains("display: none", StringComparison.OrdinalIgnoreCase)
            || style.Contains("visibility:hidden", StringComparison.OrdinalIgnoreCase) || style.Contains("clip:rect(0", StringComparison.OrdinalIgnoreCase));
    }

    private static string[] HintsOf(IElement element)
    {
        List<string>? words = null;
        foreach (string attribute in HintAttributes)
        {
            string? value = element.GetAttribute(attribute);
            if (!string.IsNullOrEmpty(value))
                SplitWords(value, words ??= []);
        }

        return words is null ? [] : [.. words];
    }

    // "articleBody__related-links" says article, body, related, links.
    private static void SplitWords(string value, List<string> words)
    {
        StringBuilder word = new();
        for (int at = 0; at < value.Length && words.Count < 60; at++)
        {
            char letter = value[at];
            bool isLetter = char.IsAsciiLetterOrDigit(letter);
            bool isHump = char.IsAsciiLetterUpper(letter) && at > 0 && char.IsAsciiLetterLower(value[at - 1]);
            if ((!isLetter || isHump) && word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }

            if (isLetter)
                word.Append(char.ToLowerInvariant(letter));
        }

        if (word.Length > 0)
            words.Add(word.ToString());
    }
}

/// <summary>A value that an element of the page holds for machines.</summary>
/// <param name="Element">meta, link or time; item for microdata elsewhere.</param>
/// <param name="Key">Lower-case name of the property.</param>
/// <param name="Value">As written.</param>
/// <param name="Node">Where it stands in the body; null in the head.</param>
internal sealed record PageValue(string Element, string Key, string Value, PageNode? Node);
