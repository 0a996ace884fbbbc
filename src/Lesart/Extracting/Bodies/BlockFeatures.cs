using System.Collections.Frozen;
using static Lesart.Extracting.BlockFeature;

namespace Lesart.Extracting;

/// <summary>Says of each block of a page what holds of it.</summary>
internal sealed class BlockFeatures(ArticleWords words, MarkupWords markup, BoilerplateRules boilerplate, BylineParser bylines, PublicationTimeReader times)
{
    private const int NearAncestors = 3;
    private const int ListReach = 12;
    private const int NearBlocks = 3;

    /// <summary>The features of every block, by its index.</summary>
    public FeatureSet[] Of(List<PageBlock> blocks, PageLayout layout, PageMetadata metadata, string? title)
    {
        PageSurvey survey = new(blocks, layout, metadata, title, boilerplate);
        FeatureSet[] all = new FeatureSet[blocks.Count];
        Dictionary<PageNode, Surroundings> known = new(ReferenceEqualityComparer.Instance);
        foreach (PageBlock block in blocks)
        {
            FeatureSet list = [Always];
            AddShape(block, list);
            AddWords(block, survey, list);
            AddAncestors(block, layout, known, list);
            AddPlace(block, survey, layout, list);
            AddMetadata(block, survey, list);
            AddCombined(block, survey, layout, list);
            all[block.Index] = list;
        }

        return all;
    }

    private void AddShape(PageBlock block, FeatureSet list)
    {
        list.Add(block.Tag switch
        {
            "p" => TagParagraph,
            "div" or "section" or "article" => TagDivision,
            "li" => TagItem,
            "blockquote" => TagQuote,
            "td" or "th" => TagCell,
            "tr" => TagRow,
            _ => block.IsHeading ? TagHeading : TagOther,
        });
        int length = block.Text.Length;
        list.Add(length < 20 ? LengthBelow20 : length < 50 ? LengthBelow50 : length < 100 ? LengthBelow100 : length < 200 ? LengthBelow200 : length < 400 ? LengthBelow400 : LengthFrom400);
        double links = block.LinkDensity;
        list.Add(links == 0 ? NoLinks : links < 0.2 ? FewLinks : links < 0.5 ? SomeLinks : links < 0.9 ? ManyLinks : AllLinks);
        if (block.BoldLetters > 0.9 * length)
            list.Add(AllBold);
        ReadOnlySpan<char> end = block.Text.AsSpan().TrimEnd(" \"'“”‘’«»›‹)]");
        list.Add(end.EndsWithAny(".!?…") ? EndsSentence : end.EndsWithAny(":") ? EndsColon : OpenEnd);
        double share = FunctionWordShare(block.Text);
        list.Add(share > 0.25 ? ManyFunctionWords : share > 0 ? SomeFunctionWords : NoFunctionWords);
        AddCapitals(block.Text, list);
    }

    private double FunctionWordShare(ReadOnlySpan<char> text)
    {
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> known = words.FunctionWords.GetAlternateLookup<ReadOnlySpan<char>>();
        int all = 0, found = 0;
        foreach (Range token in text.Split(' '))
        {
            all++;
            found += known.Contains(text[token]) ? 1 : 0;
        }

        return (double)found / all;
    }

    private static void AddCapitals(string text, FeatureSet list)
    {
        int upper = 0, lower = 0;
        bool hasLetters = false;
        foreach (char letter in text)
        {
            if (char.IsUpper(letter))
                upper++;
            else if (char.IsLower(letter))
                lower++;
            else
                hasLetters |= char.IsLetter(letter); // of a script without capitals
        }

        if (upper + lower == 0 && !hasLetters)
            list.Add(NoLetters);
        else if (upper > 0 && lower <= 0.1 * upper) // but for an ending or a name here and there
            list.Add(AllCapitals);
    }

    private void AddWords(PageBlock block, PageSurvey survey, FeatureSet list)
    {
        Boilerplate judged = survey.Judged[block.Index];
        if (judged == Boilerplate.Drop)
            list.Add(FrameWords);
        if (judged == Boilerplate.ListHeading)
            list.Add(ListHeading);
        if (survey.IsAfterListHeading(block.Index, ListReach))
            list.Add(AfterListHeading);
        if (survey.EndAt is int end && block.Index >= end)
            list.Add(AfterEnd);
        if (block.Text.Length < 90 && block.Text.AsSpan().ContainsAnyInRange('0', '9') && times.TryFind(block.Text, out _, out TextSpan span) && span.Length * 3 > block.Text.Length)
            list.Add(DateLine);
        if (block.Text.Length < 160 && bylines.TryReadLine(block.Text, [], []))
            list.Add(BylineLine);
        if (block.Text.StartsWith(">>", StringComparison.Ordinal) || block.Text[0] is '→' or '►' or '▶' or '➤' or '➡' or '▸' or '☞')
            list.Add(StartsWithArrow);
        if (block.Text.Contains('©', StringComparison.Ordinal))
            list.Add(CreditWords);
    }

    private void AddAncestors(PageBlock block, PageLayout layout, Dictionary<PageNode, Surroundings> known, FeatureSet list)
    {
        Surroundings around = Around(block.Node, layout, known);
        list.UnionWith(around.Features);
        int distance = 0;
        PageNode? node = block.Node;
        for (; node is not null && distance <= NearAncestors; node = node.Parent, distance++)
        {
            if (layout.IsWrapper(node))
                continue;
            if (markup.Has(node, MarkupRole.Frame))
                list.Add(distance == 0 ? FrameClassSelf : FrameClassNear);
            if (markup.Has(node, MarkupRole.Byline))
                list.Add(BylineClass);
            if (markup.Has(node, MarkupRole.Kicker))
                list.Add(KickerClass);
            if (markup.Has(node, MarkupRole.Lead))
                list.Add(LeadClass);
        }

        if (node is not null && Around(node, layout, known).HasFrame)
            list.Add(FrameClassFar);
        if (around.Article is PageNode article && layout.HeadlineArticle is PageNode own && !ReferenceEquals(article, own))
            list.Add(article.IsIn(own) ? InNestedArticle : InOtherArticle);
    }

    // What holds of an element because of itself and all around it; told once for each element, however many blocks it holds.
    private Surroundings Around(PageNode node, PageLayout layout, Dictionary<PageNode, Surroundings> known)
    {
        if (known.TryGetValue(node, out Surroundings? found))
            return found;
        Surroundings? outer = node.Parent is PageNode parent ? Around(parent, layout, known) : null;
        FeatureSet seen = [];
        bool isFrame = false;
        if (!layout.IsWrapper(node))
        {
            AddTag(node, seen);
            isFrame = markup.Has(node, MarkupRole.Frame);
            if (markup.Has(node, MarkupRole.Caption))
                seen.Add(CaptionClass);
            if (markup.Has(node, MarkupRole.Paywall))
                seen.Add(PaywallClass);
        }

        if (markup.Has(node, MarkupRole.Body))
            seen.Add(BodyClass);
        if (node.ItemProperty == "articlebody")
            seen.Add(ArticleBodyProperty);
        if (node.Tag == "article")
            seen.Add(InArticle);
        if (node.Tag == "main")
            seen.Add(InMain);
        if (node.Tag == "blockquote" && HintWords.Contain(node.Hints, "tweet"))
            seen.Add(QuotedPost);
        if (outer is not null)
            seen.UnionWith(outer.Features);
        return known[node] = new Surroundings(seen, isFrame || outer is { HasFrame: true }, node.Tag == "article" ? node : outer?.Article);
    }

    private static void AddTag(PageNode node, FeatureSet seen)
    {
        switch (node.Tag)
        {
            case "nav" or "menu":
                seen.Add(InNavigation);
                break;
            case "footer":
                seen.Add(InFooter);
                break;
            case "header":
                seen.Add(InHeader);
                break;
            case "aside":
                seen.Add(InAside);
                break;
            case "form" or "fieldset" or "dialog":
                seen.Add(InForm);
                break;
            case "figure" or "figcaption":
                seen.Add(InFigure);
                break;
            case "table":
                seen.Add(InTable);
                break;
            case "ul" or "ol" or "dl":
                seen.Add(InList);
                break;
        }
    }

    private static void AddPlace(PageBlock block, PageSurvey survey, PageLayout layout, FeatureSet list)
    {
        bool inContainer = layout.Container is not null && block.Node.IsIn(layout.Container), inRegion = layout.Region is not null && block.Node.IsIn(layout.Region);
        list.Add(inContainer ? InContainer : inRegion ? InRegionOnly : OutsideRegion);
        string signature = block.Signature;
        int letters = layout.LettersWith(signature);
        list.Add(signature == layout.DominantSignature ? DominantSignature : letters > 0.1 * layout.SignatureLetters ? FrequentSignature : RareSignature);
        if (survey.IsInDominantParent(block.Node))
            list.Add(SameParentAsDominant);
        if (survey.IsInLinkList(block.Node))
            list.Add(InLinkList);
        if (block.Index < survey.TitleAt)
            list.Add(BeforeTitle);
        else
            list.Add(block.Index < survey.FirstText ? BetweenTitleAndText : block.Index <= survey.LastText ? BetweenText : AfterText);
        int distance = survey.DistanceToText(block.Index);
        list.Add(distance <= 1 ? NextToText : distance <= NearBlocks ? NearText : FarFromText);
    }

    private static void AddMetadata(PageBlock block, PageSurvey survey, FeatureSet list)
    {
        string squeezed = survey.Squeezed[block.Index];
        if (survey.IsTitle(squeezed))
            list.Add(MatchesTitle);
        if (survey.IsDescription(squeezed))
            list.Add(MatchesDescription);
        if (survey.Data.Judge(block.Index, squeezed) is DataVerdict verdict and not DataVerdict.None)
            list.Add(verdict switch
            {
                DataVerdict.Body => InDataBody,
                DataVerdict.Skipped => block.IsHeading ? HeadingSkippedByDataBody : SkippedByDataBody,
                DataVerdict.After => AfterDataBody,
                _ => NotInDataBody,
            });
        if (survey.IsRepeated(squeezed))
            list.Add(RepeatedOnPage);
    }

    private static void AddCombined(PageBlock block, PageSurvey survey, PageLayout layout, FeatureSet list)
    {
        bool inContainer = layout.Container is not null && block.Node.IsIn(layout.Container);
        bool isRunning = PageLayout.IsRunning(block);
        if (block.IsHeading)
            list.Add(inContainer && survey.IsText(block.Index + 1) ? HeadingBeforeText : HeadingElsewhere);
        if (inContainer && block.Text.Length < 80 && !block.IsHeading)
            list.Add(list.Contains(EndsSentence) ? ShortSentenceInContainer : ShortOpenInContainer);
        if (inContainer && block.Tag is "div" or "section")
            list.Add(DivisionInContainer);
        if (inContainer && block.Tag == "li" && block.LinkDensity < 0.3)
            list.Add(ItemInContainer);
        if (block.Tag == "h1")
            list.Add(PageTitle);
        if (list.Contains(AllBold) && !block.IsHeading && block.Text.Length < 120 && list.Contains(OpenEnd) && survey.IsText(block.Index + 1) && block.LinkLetters == 0)
            list.Add(BoldHeadingBeforeText);
        if (list.Contains(AllLinks) && list.Contains(AllCapitals) && block.Text.Length > 20)
            list.Add(CapitalLinkLine);
        if (inContainer && block.Tag == "tr")
            list.Add(RowInContainer);
        if (block.Tag == "li" && block.LinkDensity > 0.7)
            list.Add(LinkItem);
        if (isRunning && inContainer && layout.IsFramed(block.Node))
            list.Add(FramedButRunning);
        if (isRunning)
            list.Add(inContainer && !layout.IsFramed(block.Node) ? RunningInside : RunningOutside);
        if (inContainer && block.LinkDensity > 0.8 && block.Text.Length < 150)
            list.Add(LinkLineInContainer);
        if (list.Contains(LeadClass) && block.Index < survey.FirstText && block.Index > survey.TitleAt)
            list.Add(LeadBeforeText);
        if (inContainer && block.Index <= survey.FirstText)
            list.Add(FirstInContainer);
        if (inContainer && block.Index > survey.LastText)
            list.Add(LastInContainer);
        bool isOpen = list.Contains(OpenEnd) || list.Contains(EndsColon);
        if (isOpen && block.LinkDensity > 0.5 && block.Text.Length < 300)
            list.Add(OpenLinkLine);
        if (list.Contains(AfterListHeading) && block.LinkDensity > 0.5)
            list.Add(LinkAfterListHeading);
        if (list.Contains(ListHeading))
            list.Add(survey.IsLinkLine(block.Index + 1) ? ListHeadingBeforeLinks : ListHeadingAfterText);
        if (block.IsHeading && inContainer && !survey.IsText(block.Index + 1) && (survey.IsText(block.Index + 2) || survey.IsText(block.Index + 3)))
            list.Add(HeadingNearText);
        if (list.Contains(FrameWords) && block.LinkLetters > 0)
            list.Add(FrameWordsWithLink);
        if (isOpen && inContainer && block.Index > survey.LastText)
            list.Add(OpenLineAtEnd);
        if (block.Text.EndsWith(':') && survey.IsLinkLine(block.Index + 1))
            list.Add(ColonBeforeLinks);
        if (block.Index > 0 && block.Node.Children is [{ Tag: "em" or "i" }])
            list.Add(ItalicNote);
    }

    /// <summary>What holds of an element's blocks wherever in it they stand.</summary>
    /// <param name="Features">Those of the element and of all around it.</param>
    /// <param name="HasFrame">Whether one of them is marked as frame.</param>
    /// <param name="Article">The nearest article element.</param>
    private sealed record Surroundings(FeatureSet Features, bool HasFrame, PageNode? Article);
}
