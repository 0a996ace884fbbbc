using System.Collections;
using System.Runtime.InteropServices;
using System.Text;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;

namespace Lesart.Extracting;

/// <summary>A node of the tree that the parser builds: what tree construction asks of a node, and nothing else.</summary>
/// <remarks>A whole document object model took a fifth of a page's time: events, observers, collections, services that no reader of pages needs.</remarks>
internal abstract class TreeNode : IConstructableNode, IConstructableNodeList
{
    private readonly List<TreeNode> _children = [];

    /// <summary>In page order.</summary>
    public ReadOnlySpan<TreeNode> Children => CollectionsMarshal.AsSpan(_children);

    /// <inheritdoc/>
    public abstract StringOrMemory NodeName { get; }

    /// <inheritdoc/>
    public virtual NodeFlags Flags => NodeFlags.None;

    /// <inheritdoc/>
    public IConstructableNode? Parent { get; set; }

    IConstructableNodeList IConstructableNode.ChildNodes => this;

    int IConstructableNodeList.Length => _children.Count;

    IConstructableNode IConstructableNodeList.this[int index] => _children[index];

    /// <inheritdoc/>
    public virtual void AddNode(IConstructableNode node) => InsertNode(_children.Count, node);

    /// <inheritdoc/>
    public void InsertNode(int idx, IConstructableNode childNode)
    {
        childNode.Parent = this;
        _children.Insert(idx, (TreeNode)childNode);
    }

    /// <inheritdoc/>
    public void RemoveFromParent() => Parent?.RemoveChild(this);

    /// <inheritdoc/>
    public void RemoveChild(IConstructableNode childNode)
    {
        int at = PlaceOf(childNode);
        if (at >= 0)
            RemoveNode(at, childNode);
    }

    /// <inheritdoc/>
    public void RemoveNode(int idx, IConstructableNode childNode)
    {
        childNode.Parent = null;
        _children.RemoveAt(idx);
    }

    /// <inheritdoc/>
    public void AppendText(StringOrMemory text, bool emitWhiteSpaceOnly = false)
    {
        if (_children is [.., TreeText last])
            last.Append(text);
        else
            AddNode(new TreeText(text));
    }

    /// <inheritdoc/>
    public void InsertText(int idx, StringOrMemory text, bool emitWhiteSpaceOnly = false)
    {
        if (idx > 0 && _children[idx - 1] is TreeText before)
            before.Append(text);
        else if (idx < _children.Count && _children[idx] is TreeText after)
            after.Prepend(text);
        else
            InsertNode(idx, new TreeText(text));
    }

    /// <inheritdoc/>
    public void Clear() => _children.Clear();

    IEnumerator<IConstructableNode> IEnumerable<IConstructableNode>.GetEnumerator() => _children.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _children.GetEnumerator();

    /// <summary>Where a child stands; searched from the end, where construction changes the tree. -1 for none.</summary>
    public int PlaceOf(IConstructableNode child) => _children.FindLastIndex(node => ReferenceEquals(node, child));
}

/// <summary>Text in the tree.</summary>
internal sealed class TreeText(StringOrMemory first) : TreeNode
{
    private string _text = first.ToString();
    private StringBuilder? _more;

    /// <inheritdoc/>
    public override StringOrMemory NodeName => "#text";

    /// <summary>All of it.</summary>
    public string Text
    {
        get
        {
            if (_more is not null)
                (_text, _more) = (_more.ToString(), null);
            return _text;
        }
    }

    /// <summary>Adds text behind.</summary>
    public void Append(StringOrMemory text) => (_more ??= new StringBuilder(_text)).Append(text.Memory.Span);

    /// <summary>Adds text in front.</summary>
    public void Prepend(StringOrMemory text) => (_more ??= new StringBuilder(_text)).Insert(0, text.Memory.Span);
}
