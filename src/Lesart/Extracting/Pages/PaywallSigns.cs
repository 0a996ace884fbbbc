namespace Lesart.Extracting;

/// <summary>Tells pages and texts of which only the beginning is shown.</summary>
internal sealed class PaywallSigns(BoilerplateRules boilerplate, MarkupWords markup)
{
    /// <summary>A text with more letters is taken for whole, whatever stands around it: some walls are only a curtain.</summary>
    public const int MaxStub = 1_500;

    /// <summary>Whether the body is a stub: short, and the page's data, its markup or a line of it say that the rest is for subscribers.</summary>
    public bool IsStub(PageMetadata metadata, List<PageBlock> blocks, List<PageBlock> body)
    {
        if (body.Sum(static block => block.Text.Length) >= MaxStub)
            return false;
        bool isLocked = metadata.Meta("article:content_tier") is "locked" or "metered" || (metadata.Article is not null && LinkedData.IsPaid(metadata.Article));
        return isLocked || blocks.Exists(block => boilerplate.IsWall(block.Text) || (block.Text.Length > 20 && block.Node.Ancestors().Prepend(block.Node).Take(3).Any(node => markup.Has(node, MarkupRole.Paywall))));
    }
}
