using System.Collections.Frozen;
using AngleSharp;
using AngleSharp.Common;
using AngleSharp.Dom;
using AngleSharp.Html.Construction;
using AngleSharp.Html.Parser;
using AngleSharp.Text;

namespace Lesart.Extracting;

/// <summary>Lets AngleSharp's parser, which follows the HTML standard, build our own light tree.</summary>
internal sealed class TreeFactory : IDomConstructionElementFactory<TreeDocument, TreeElement>
{
    private const NodeFlags Closed = NodeFlags.ImplicitlyClosed, Implied = NodeFlags.ImplicitlyClosed | NodeFlags.ImpliedEnd,
        TableScope = NodeFlags.Scoped | NodeFlags.HtmlTableSectionScoped | NodeFlags.HtmlTableScoped;

    private static readonly FrozenDictionary<string, Kind> Kinds = AllKinds();
    private static readonly FrozenDictionary<string, Kind>.AlternateLookup<ReadOnlySpan<char>> KindsByName = Kinds.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HtmlParser Parser = new(new HtmlParserOptions { IsScripting = false, IsKeepingSourceReferences = false }, BrowsingContext.New(new Configuration([new TreeFactory()])));

    /// <summary>Parses a page.</summary>
    /// <returns>To be disposed when it has been read.</returns>
    public static TreeDocument Parse(string page) => Parser.ParseDocument<TreeDocument, TreeElement>(new TextSource(new ReadOnlyMemoryTextSource(page)));

    /// <summary>What tree construction has to know of elements of a name: which end by themselves, which bound a search for an open element, which are formatting.</summary>
    public static NodeFlags FlagsOf(string tag) => NodeFlags.HtmlMember | (Kinds.TryGetValue(tag, out Kind? kind) ? kind.Flags : NodeFlags.None);

    /// <inheritdoc/>
    public TreeElement Create(TreeDocument document, StringOrMemory localName, StringOrMemory prefix = default, NodeFlags flags = NodeFlags.None) =>
        document.Create(KindsByName.TryGetValue(localName.Memory.Span, out Kind? kind) ? kind.Tag : localName.ToString(), []);

    /// <inheritdoc/>
    public TreeElement CreateNoScript(TreeDocument document, bool scripting) => document.Create("noscript", []);

    /// <inheritdoc/>
    public IConstructableNode CreateDocumentType(TreeDocument document, StringOrMemory name, StringOrMemory publicIdentifier, StringOrMemory systemIdentifier) => new TreeText(StringOrMemory.Empty);

    /// <inheritdoc/>
    public IConstructableMathElement CreateMath(TreeDocument document, StringOrMemory name = default) => new TreeForeigner(document, "math", FlagsOf("math"));

    /// <inheritdoc/>
    public IConstructableSvgElement CreateSvg(TreeDocument document, StringOrMemory name = default) => new TreeForeigner(document, "svg", FlagsOf("svg"));

    /// <inheritdoc/>
    public IConstructableMetaElement CreateMeta(TreeDocument document) => new TreeMeta(document, FlagsOf("meta"));

    /// <inheritdoc/>
    public IConstructableScriptElement CreateScript(TreeDocument document, bool parserInserted, bool started) => new TreeForeigner(document, "script", FlagsOf("script"));

    /// <inheritdoc/>
    public IConstructableFrameElement CreateFrame(TreeDocument document) => new TreeForeigner(document, "frame", FlagsOf("frame"));

    /// <inheritdoc/>
    public IConstructableTemplateElement CreateTemplate(TreeDocument document) => new TreeForeigner(document, "template", FlagsOf("template"));

    /// <inheritdoc/>
    public IConstructableFormElement CreateForm(TreeDocument document) => new TreeForm(document, FlagsOf("form"));

    /// <inheritdoc/>
    public TreeElement CreateUnknown(TreeDocument document, StringOrMemory tagName) => document.Create(tagName.ToString(), []);

    /// <inheritdoc/>
    public TreeDocument CreateDocument(TextSource source, IBrowsingContext? context = null) => new(source);

    private static FrozenDictionary<string, Kind> AllKinds()
    {
        Dictionary<string, Kind> kinds = new(StringComparer.Ordinal);
        Add(NodeFlags.None, "abbr audio cite data del dfn image ins label mark meter picture progress q samp span sub sup var video");
        Add(NodeFlags.HtmlFormatting, "a b big code em font i nobr s small strike strong tt u");
        Add(NodeFlags.Special, "address article aside blockquote button center colgroup details dir div dl fieldset figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup isindex listing main menu nav "
            + "noscript output plaintext section select summary time title");
        Add(NodeFlags.Special | NodeFlags.Scoped, "applet caption marquee object");
        Add(NodeFlags.Special | NodeFlags.SelfClosing, "area base basefont bgsound br col embed frame hr img input keygen link menuitem meta param source track wbr");
        Add(NodeFlags.Special | Closed, "body tr");
        Add(NodeFlags.Special | Implied, "dd dt li p");
        Add(NodeFlags.Special | Closed | TableScope, "html");
        Add(NodeFlags.Special | NodeFlags.LiteralText, "iframe noembed noframes script style xmp");
        Add(NodeFlags.Special | NodeFlags.HtmlListScoped, "ol ul");
        Add(Implied | NodeFlags.HtmlSelectScoped, "optgroup option");
        Add(NodeFlags.Special | NodeFlags.LineTolerance, "pre textarea");
        Add(Implied, "rb rp rt rtc");
        Add(NodeFlags.Special | TableScope, "table template");
        Add(NodeFlags.Special | Closed | NodeFlags.HtmlTableSectionScoped, "tbody tfoot thead");
        Add(NodeFlags.Special | Closed | NodeFlags.Scoped, "td th");
        return kinds.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(NodeFlags flags, string tags)
        {
            foreach (string tag in tags.Split(' '))
                kinds.Add(tag, new Kind(tag, flags));
        }
    }

    /// <summary>What is known of elements of a name.</summary>
    private sealed record Kind(string Tag, NodeFlags Flags);
}
