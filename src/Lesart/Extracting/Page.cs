using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Lesart.Extracting;

/// <summary>A parsed page: its visible tree, and the metadata that stand in elements.</summary>
internal sealed class Page
{
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
        HtmlParser parser = new(new HtmlParserOptions { IsScripting = false, IsKeepingSourceReferences = false, DisableElementPositionTracking = true });
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
            ElementAttributes attributes = new(body);
            root = new PageNode { Tag = "body", Order = 0, Hints = attributes.Hints, Class = attributes.Class ?? "" };
            root.Children = Children(body, root, values, ref order);
        }

        return new Page(root, reduced, values, document.DocumentElement.GetAttribute("lang"), document.Title);
    }

    private static PageNode[] Children(INode from, PageNode to, List<PageValue> values, ref int order)
    {
        List<PageNode> children = new(from.ChildNodes.Length);
        foreach (INode child in from.ChildNodes) // a node's NextSibling is searched from the first
        {
            if (child is IText text)
            {
                children.Add(new PageNode { Tag = "#text", IsText = true, Parent = to, Text = text.Data, Order = order++, Depth = to.Depth + 1 });
            }
            else if (child is IElement element)
            {
                ElementAttributes attributes = new(element);
                PageNode node = new()
                {
                    Tag = element.LocalName,
                    Parent = to,
                    Order = order++,
                    Depth = to.Depth + 1,
                    Hints = attributes.Hints,
                    Class = attributes.Class ?? "",
                    ItemProperty = attributes.ItemProperty?.ToLowerInvariant(),
                    Role = attributes.Role,
                    Link = element.LocalName == "a" ? attributes.Link : null,
                    IsHidden = attributes.IsHidden,
                };
                children.Add(node);
                AddValue(element, node, values);
                if (node.ItemProperty is not null)
                    AddItem(element, node, node.ItemProperty, values);
                node.Children = Children(element, node, values, ref order);
            }
        }

        return [.. children];
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
    private static void AddItem(IElement element, PageNode node, string properties, List<PageValue> values)
    {
        if (node.Tag is "meta" or "time")
            return;
        foreach (string property in properties.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (property is "datepublished" or "datemodified" or "headline" or "articlesection" && (element.GetAttribute("content") ?? element.GetAttribute("datetime") ?? TextOf(element)) is { Length: > 0 } value)
                values.Add(new PageValue("item", property, value.Trim(), node));
        }
    }

    private static string TextOf(IElement element) => element.TextContent is { Length: < 400 } text ? text : "";
}

/// <summary>A value that an element of the page holds for machines.</summary>
/// <param name="Element">meta, link or time; item for microdata elsewhere.</param>
/// <param name="Key">Lower-case name of the property.</param>
/// <param name="Value">As written.</param>
/// <param name="Node">Where it stands in the body; null in the head.</param>
internal sealed record PageValue(string Element, string Key, string Value, PageNode? Node);
