using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser.Tokens.Struct;
using AngleSharp.Text;

namespace Lesart.Extracting;

/// <summary>The root of a parsed tree.</summary>
internal sealed class TreeDocument(TextSource source) : TreeNode, IConstructableDocument, IDisposable
{
    private readonly List<TreeElement> _openTables = [];

    /// <summary>The html element; null before it begins.</summary>
    public TreeElement? Root { get; private set; }

    /// <inheritdoc/>
    public override StringOrMemory NodeName => "#document";

    /// <inheritdoc/>
    public TextSource Source => source;

    /// <inheritdoc/>
    public IDisposable? Builder { get; set; }

    /// <inheritdoc/>
    public QuirksMode QuirksMode { get; set; }

    /// <inheritdoc/>
    public IConstructableElement? Head => Child("head");

    /// <inheritdoc/>
    public bool IsLoading => false;

    IConstructableElement IConstructableDocument.DocumentElement => Root!; // asked for only when the html element is open

    /// <summary>The first child of the html element with one of the names.</summary>
    public TreeElement? Child(params ReadOnlySpan<string> tags)
    {
        foreach (TreeNode node in Root is null ? [] : Root.Children)
        {
            if (node is TreeElement element && tags.Contains(element.Tag))
                return element;
        }

        return null;
    }

    /// <summary>Makes an element that belongs to the document.</summary>
    public TreeElement Create(string tag, TreeAttribute[] attributes)
    {
        NodeFlags flags = TreeFactory.FlagsOf(tag);
        TreeElement element = (tag switch
        {
            "form" => new TreeForm(this, flags),
            "meta" => new TreeMeta(this, flags),
            "script" or "template" or "frame" or "svg" or "math" => new TreeForeigner(this, tag, flags),
            _ => new TreeElement(this, tag, flags),
        }).With(attributes);
        if (tag == "table")
            _openTables.Add(element);
        return element;
    }

    /// <summary>Notes that an element is no longer open.</summary>
    public void Close(TreeElement element)
    {
        if (element.Tag == "table")
            _openTables.Remove(element);
    }

    /// <inheritdoc/>
    /// <remarks>The parser hands over whatever stands in a table where no content may, because it knows only its own tables: that goes in front of the table (foster parenting).</remarks>
    public override void AddNode(IConstructableNode node)
    {
        if (Root is null)
        {
            Root = node as TreeElement;
            base.AddNode(node);
            return;
        }

        if (_openTables is [.., TreeElement { Parent: TreeNode parent } table])
            parent.InsertNode(parent.PlaceOf(table), node);
        else
            (Child("body") ?? Root).AddNode(node);
    }

    /// <inheritdoc/>
    public void AddComment(ref StructHtmlToken token)
    {
    }

    /// <inheritdoc/>
    public void PerformMicrotaskCheckpoint()
    {
    }

    /// <inheritdoc/>
    public void ProvideStableState()
    {
    }

    /// <inheritdoc/>
    public void TrackError(Exception exception)
    {
    }

    /// <inheritdoc/>
    public void ApplyManifest()
    {
    }

    /// <inheritdoc/>
    public Task WaitForReadyAsync(CancellationToken cancelToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task FinishLoadingAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public void Dispose()
    {
        Builder?.Dispose();
        source.Dispose();
    }
}
