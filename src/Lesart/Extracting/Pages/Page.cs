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
        using TreeDocument document = TreeFactory.Parse(reduced.Markup);
        List<PageValue> values = [];
        int order = 0;
        PageNode root = new() { Tag = "body", Order = order++ };
        foreach (TreeNode node in document.Child("head") is TreeElement head ? head.Children : [])
        {
            if (node is TreeElement element)
                AddValue(element, values);
        }

        if (document.Child("body", "frameset") is TreeElement body)
        {
            ElementAttributes attributes = new(body);
            root = new PageNode { Tag = "body", Order = 0, Hints = attributes.Hints, Class = attributes.Class ?? "" };
            root.Children = Children(body, root, values, ref order);
        }

        return new Page(root, reduced, values, document.Root?.Attribute("lang"), TitleOf(document));
    }

    // The first title element, wherever the page has it.
    private static string TitleOf(TreeDocument document)
    {
        Stack<TreeNode> open = new([document]);
        while (open.TryPop(out TreeNode? node))
        {
            if (node is TreeElement { Tag: "title" } title)
                return title.TextContent();
            for (int i = node.Children.Length - 1; i >= 0; i--)
                open.Push(node.Children[i]);
        }

        return "";
    }

    private static PageNode[] Children(TreeNode from, PageNode to, List<PageValue> values, ref int order)
    {
        List<PageNode> children = new(from.Children.Length);
        foreach (TreeNode child in from.Children)
        {
            if (child is TreeText text)
            {
                children.Add(new PageNode { Tag = "#text", IsText = true, Parent = to, Text = text.Text, Order = order++, Depth = to.Depth + 1 });
            }
            else if (child is TreeElement element)
            {
                ElementAttributes attributes = new(element);
                PageNode node = new()
                {
                    Tag = element.Tag,
                    Parent = to,
                    Order = order++,
                    Depth = to.Depth + 1,
                    Hints = attributes.Hints,
                    Class = attributes.Class ?? "",
                    ItemProperty = attributes.ItemProperty?.ToLowerInvariant(),
                    Role = attributes.Role,
                    Link = element.Tag == "a" ? attributes.Link : null,
                    IsHidden = attributes.IsHidden,
                };
                children.Add(node);
                AddValue(element, values);
                if (node.ItemProperty is not null)
                    AddItem(element, node, node.ItemProperty, values);
                node.Children = Children(element, node, values, ref order);
            }
        }

        return [.. children];
    }

    private static void AddValue(TreeElement element, List<PageValue> values)
    {
        switch (element.Tag)
        {
            case "meta":
                string? key = element.Attribute("property") ?? element.Attribute("name") ?? element.Attribute("itemprop");
                if (key is not null && element.Attribute("content") is string content)
                    values.Add(new PageValue("meta", key.ToLowerInvariant().Trim(), content.Trim()));
                if (element.Attribute("name") is string name && element.Attribute("property") is not null && element.Attribute("content") is string second)
                    values.Add(new PageValue("meta", name.ToLowerInvariant().Trim(), second.Trim()));
                break;
            case "link":
                if (element.Attribute("rel") is string relation && element.Attribute("href") is string target)
                    values.Add(new PageValue("link", relation.ToLowerInvariant(), target.Trim()));
                break;
            case "time":
                values.Add(new PageValue("time", element.Attribute("itemprop")?.ToLowerInvariant() ?? "", element.Attribute("datetime") ?? element.TextContent()));
                break;
        }
    }

    // Microdata whose value is no meta or time element: an attribute, or the text itself.
    private static void AddItem(TreeElement element, PageNode node, string properties, List<PageValue> values)
    {
        if (node.Tag is "meta" or "time")
            return;
        foreach (string property in properties.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (property is "datepublished" or "datemodified" or "headline" or "articlesection" && (element.Attribute("content") ?? element.Attribute("datetime") ?? TextOf(element)) is { Length: > 0 } value)
                values.Add(new PageValue("item", property, value.Trim()));
        }
    }

    private static string TextOf(TreeElement element) => element.TextContent() is { Length: < 400 } text ? text : "";
}

/// <summary>A value that an element of the page holds for machines.</summary>
/// <param name="Element">meta, link or time; item for microdata elsewhere.</param>
/// <param name="Key">Lower-case name of the property.</param>
/// <param name="Value">As written.</param>
internal sealed record PageValue(string Element, string Key, string Value);
