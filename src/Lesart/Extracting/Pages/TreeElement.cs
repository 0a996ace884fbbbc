using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;

namespace Lesart.Extracting;

/// <summary>An element in the tree, with its attributes as written.</summary>
/// <param name="document">What it belongs to.</param>
/// <param name="tag">Lower-case name.</param>
/// <param name="flags">What tree construction has to know of elements of this name.</param>
internal class TreeElement(TreeDocument document, string tag, NodeFlags flags) : TreeNode, IConstructableElement, IConstructableNamedNodeMap
{
    private const string HtmlNamespace = "http://www.w3.org/1999/xhtml";

    private TreeAttribute[] _attributes = [];

    /// <summary>Lower-case name.</summary>
    public string Tag => tag;

    /// <summary>In the order of the page.</summary>
    public ReadOnlySpan<TreeAttribute> Attributes => _attributes;

    /// <inheritdoc/>
    public override StringOrMemory NodeName => tag;

    /// <inheritdoc/>
    public override NodeFlags Flags => flags;

    /// <inheritdoc/>
    public StringOrMemory LocalName => tag;

    /// <inheritdoc/>
    public StringOrMemory NamespaceUri => HtmlNamespace;

    /// <inheritdoc/>
    public StringOrMemory Prefix => StringOrMemory.Empty;

    /// <inheritdoc/>
    public ISourceReference? SourceReference { get; set; }

    IConstructableNamedNodeMap IConstructableElement.Attributes => this;

    int IConstructableNamedNodeMap.Length => _attributes.Length;

    IConstructableAttr? IConstructableNamedNodeMap.this[StringOrMemory name] => Find(name);

    /// <summary>An attribute's value; null where the element hasn't it.</summary>
    public string? Attribute(string name)
    {
        foreach (TreeAttribute attribute in _attributes)
        {
            if (attribute.Name == name)
                return attribute.Value;
        }

        return null;
    }

    /// <summary>All text below.</summary>
    public string TextContent()
    {
        System.Text.StringBuilder text = new();
        Stack<TreeNode> open = new([this]);
        while (open.TryPop(out TreeNode? node))
        {
            if (node is TreeText one)
                text.Append(one.Text);
            for (int i = node.Children.Length - 1; i >= 0; i--)
                open.Push(node.Children[i]);
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public void SetAttributes(StructAttributes tagAttributes)
    {
        int had = _attributes.Length;
        if (tagAttributes.Count > 0)
            Array.Resize(ref _attributes, had + tagAttributes.Count);
        for (int i = 0; i < tagAttributes.Count; i++)
        {
            MemoryHtmlAttributeToken token = tagAttributes[i];
            _attributes[had + i] = new TreeAttribute(NameOf(token.Name.Memory.Span), token.Value.ToString());
        }
    }

    /// <inheritdoc/>
    public void SetAttribute(string? namespaceUri, StringOrMemory name, StringOrMemory value) => SetOwnAttribute(name, value);

    /// <inheritdoc/>
    public void SetOwnAttribute(StringOrMemory name, StringOrMemory value)
    {
        if (Find(name) is TreeAttribute known)
            known.Value = value.ToString();
        else
            _attributes = [.. _attributes, new TreeAttribute(name.ToString(), value.ToString())];
    }

    /// <inheritdoc/>
    public StringOrMemory GetAttribute(StringOrMemory namespaceUri, StringOrMemory localName) => Find(localName)?.Value ?? StringOrMemory.Empty;

    /// <inheritdoc/>
    public bool HasAttribute(StringOrMemory name) => Find(name) is not null;

    /// <inheritdoc/>
    public bool SameAs(IConstructableNamedNodeMap? attributes)
    {
        if (attributes is not TreeElement other || other._attributes.Length != _attributes.Length)
            return false;
        foreach (TreeAttribute attribute in _attributes)
        {
            if (other.Attribute(attribute.Name) != attribute.Value)
                return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public void SetupElement() => document.Close(this);

    /// <inheritdoc/>
    public void AddComment(ref StructHtmlToken token)
    {
    }

    /// <inheritdoc/>
    public IConstructableNode ShallowCopy() => document.Create(tag, [.. _attributes.Select(static attribute => new TreeAttribute(attribute.Name, attribute.Value))]);

    /// <summary>Gives an element that was just made its attributes.</summary>
    public TreeElement With(TreeAttribute[] attributes)
    {
        _attributes = attributes;
        return this;
    }

    // The names that pages are reduced to, without a new string for each.
    private static string NameOf(ReadOnlySpan<char> name) => name switch
    {
        "class" => "class",
        "id" => "id",
        "href" => "href",
        "style" => "style",
        "src" => "src",
        "rel" => "rel",
        "type" => "type",
        "role" => "role",
        "title" => "title",
        "content" => "content",
        "property" => "property",
        "name" => "name",
        "itemprop" => "itemprop",
        "data-testid" => "data-testid",
        "aria-label" => "aria-label",
        "aria-hidden" => "aria-hidden",
        _ => name.ToString(),
    };

    private TreeAttribute? Find(ReadOnlySpan<char> name)
    {
        foreach (TreeAttribute attribute in _attributes)
        {
            if (name.SequenceEqual(attribute.Name))
                return attribute;
        }

        return null;
    }
}

/// <summary>An attribute in the tree.</summary>
internal sealed class TreeAttribute(string name, string value) : IConstructableAttr
{
    /// <summary>Lower-case name.</summary>
    public string Name => name;

    /// <summary>As written.</summary>
    public string Value { get; set; } = value;

    StringOrMemory IConstructableAttr.Name => name;

    StringOrMemory IConstructableAttr.Value { get => Value; set => Value = value.ToString(); }
}

/// <summary>A form: while one is open, the parser begins no other.</summary>
internal sealed class TreeForm(TreeDocument document, NodeFlags flags) : TreeElement(document, "form", flags), IConstructableFormElement;

/// <summary>A meta element.</summary>
internal sealed class TreeMeta(TreeDocument document, NodeFlags flags) : TreeElement(document, "meta", flags), IConstructableMetaElement
{
    /// <inheritdoc/>
    public void Handle()
    {
    }
}

/// <summary>Elements that pages are reduced by before they are parsed; should one slip through, it is an element like any other.</summary>
internal sealed class TreeForeigner(TreeDocument document, string tag, NodeFlags flags) : TreeElement(document, tag, flags),
    IConstructableScriptElement, IConstructableTemplateElement, IConstructableFrameElement, IConstructableSvgElement, IConstructableMathElement
{
    /// <inheritdoc/>
    public Task RunAsync(CancellationToken cancel) => Task.CompletedTask;

    /// <inheritdoc/>
    public bool Prepare(IConstructableDocument document) => false;

    /// <inheritdoc/>
    public void PopulateFragment()
    {
    }
}
