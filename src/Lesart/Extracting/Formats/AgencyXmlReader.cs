using System.Xml.Linq;

namespace Lesart.Extracting;

/// <summary>Reads what agencies send: NewsML-G2 (IPTC), with XHTML or NITF inside, and NITF alone.</summary>
internal sealed class AgencyXmlReader(ArticleWords words, BylineParser bylines, PublicationTimeReader times, FragmentReader fragments)
{
    /// <summary>The news items of a NewsML-G2 document.</summary>
    public IEnumerable<ArticleDraft> ReadNewsMl(XDocument document, string source)
    {
        XElement[] items = [.. document.Descendants().Where(static element => element.Name.LocalName == "newsItem")];
        foreach (XElement item in items)
        {
            XElement? nitf = First(item, "nitf");
            string id = item.Attribute("guid")?.Value ?? "";
            ArticleDraft draft = new()
            {
                Source = items.Length > 1 && id.Length > 0 ? $"{source}#{id}" : source,
                Title = Text(First(item, "headline")) ?? (nitf is null ? null : Text(First(nitf, "hl1"))),
                Section = Text(First(item, "slugline")),
                DeclaredLanguage = First(item, "language")?.Attribute("tag")?.Value ?? item.Attributes().FirstOrDefault(static attribute => attribute.Name.LocalName == "lang")?.Value,
                Published = Time(First(item, "firstCreated")) ?? Time(First(item, "contentCreated")) ?? Time(First(item, "versionCreated")),
                Modified = Time(First(item, "versionCreated")) ?? Time(First(item, "contentModified")),
            };
            ReadBy(Text(First(item, "by")), draft);
            ReadProvider(First(item, "provider"), draft);
            bylines.ReadCredit(Text(First(item, "creditline")) ?? "", draft.Agencies);
            if (nitf is not null)
                FillFromNitf(nitf, draft);
            else if (First(item, "inlineXML") is XElement inline)
                draft.Blocks = fragments.Read(Bare(inline), draft.Title);
            else if (First(item, "inlineData") is XElement data)
                draft.Blocks = fragments.Read(data.Value, draft.Title);
            yield return draft;
        }
    }

    /// <summary>The article of a NITF document.</summary>
    public ArticleDraft ReadNitf(XDocument document, string source)
    {
        XElement root = document.Root!; // a parsed document has a root
        ArticleDraft draft = new() { Source = source, Title = Text(First(root, "hl1")) ?? Text(First(root, "title")) };
        FillFromNitf(root, draft);
        return draft;
    }

    private void FillFromNitf(XElement nitf, ArticleDraft draft)
    {
        draft.Published ??= times.TryReadValue(First(nitf, "date.issue")?.Attribute("norm")?.Value, out PublicationTime issued) || times.TryReadValue(First(nitf, "story.date")?.Attribute("norm")?.Value, out issued) ? issued : null;
        ReadBy(Text(First(nitf, "byline")), draft);
        bylines.ReadCredit(Text(First(nitf, "distributor")) ?? Text(First(nitf, "copyright.holder")) ?? First(nitf, "doc.copyright")?.Attribute("holder")?.Value ?? "", draft.Agencies);
        if (First(nitf, "body.content") is not XElement content)
            return;
        foreach (XElement media in content.Descendants().Where(static element => element.Name.LocalName is "media" or "table" or "note").ToArray())
            media.Remove();
        foreach (XElement heading in content.Descendants().Where(static element => element.Name.LocalName is "hl1" or "hl2"))
            heading.Name = "h2";
        draft.Blocks = fragments.Read(Bare(content), draft.Title);
    }

    private void ReadBy(string? byline, ArticleDraft draft)
    {
        if (draft.Authors.Count == 0)
            bylines.ReadValue(byline, draft.Outlet, draft.Authors, draft.Agencies);
    }

    private void ReadProvider(XElement? provider, ArticleDraft draft)
    {
        if (provider is null)
            return;
        string name = Text(First(provider, "name")) ?? provider.Attribute("literal")?.Value ?? provider.Attribute("qcode")?.Value ?? provider.Attribute("uri")?.Value ?? "";
        name = name[(name.LastIndexOfAny([':', '/']) + 1)..];
        if (words.TryGetAgency(name, out string agency))
            draft.Agencies.Add(agency);
        else if (name.Length > 1)
            draft.Outlet = name;
    }

    private PublicationTime? Time(XElement? element) => times.TryReadValue(element?.Value, out PublicationTime time) ? time : null;

    private static string Bare(XElement element)
    {
        XElement copy = new(element);
        foreach (XElement inner in copy.DescendantsAndSelf())
        {
            inner.Name = inner.Name.LocalName;
            inner.ReplaceAttributes(inner.Attributes().Where(static attribute => !attribute.IsNamespaceDeclaration && attribute.Name.Namespace == XNamespace.None).ToArray());
        }

        return string.Concat(copy.Nodes().Select(static node => node.ToString()));
    }

    private static XElement? First(XElement element, string name) => element.Descendants().FirstOrDefault(inner => inner.Name.LocalName == name);

    private static string? Text(XElement? element) => element is null ? null : TextCleaner.Clean(element.Value) is { Length: > 0 } text ? text : null;
}
