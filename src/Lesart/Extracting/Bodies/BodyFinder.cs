namespace Lesart.Extracting;

/// <summary>Judges which blocks of a page are its article: named features, weighted and summed in two passes.</summary>
internal sealed class BodyFinder(BlockFeatures features, MarkupWords markup, BlockWeights weights)
{
    private const double ClearScore = 2;

    /// <summary>The blocks of the article, in page order.</summary>
    public List<PageBlock> Find(List<PageBlock> blocks, PageMetadata metadata, string? title)
    {
        JudgedBlock[] judged = Judge(blocks, metadata, title);
        List<PageBlock> chosen = [.. judged.Where(static block => block.SecondScore > 0).Select(static block => block.Block)];
        return WithoutLooseHeadings(chosen);
    }

    /// <summary>Every block with its features and scores, for training and explanation.</summary>
    public JudgedBlock[] Judge(List<PageBlock> blocks, PageMetadata metadata, string? title)
    {
        PageLayout layout = new(blocks, markup);
        if (layout.Container is null)
            return [];
        FeatureSet[] found = features.Of(blocks, layout, metadata, title);
        JudgedBlock[] judged = [.. blocks.Select((block, index) => new JudgedBlock(block, found[index], weights.First(found[index])))];
        AddSurroundings(judged);
        for (int i = 0; i < judged.Length; i++)
            judged[i] = judged[i] with { SecondScore = weights.Second(judged[i].Features) };
        return judged;
    }

    /// <summary>Adds to each block's features what the first pass says of its surroundings.</summary>
    public static void AddSurroundings(JudgedBlock[] judged)
    {
        Dictionary<PageNode, Tally> parents = new(ReferenceEqualityComparer.Instance);
        Dictionary<string, Tally> signatures = new(StringComparer.Ordinal);
        foreach (JudgedBlock block in judged)
        {
            if (block.Block.Node.Parent is PageNode parent)
                Tally.Of(parents, parent).Count(block);
            Tally.Of(signatures, block.Block.Signature).Count(block);
        }

        for (int i = 0; i < judged.Length; i++)
        {
            bool before = i > 0 && judged[i - 1].FirstScore > 0, after = i + 1 < judged.Length && judged[i + 1].FirstScore > 0;
            FeatureSet list = judged[i].Features;
            list.Add(before && after ? BlockFeature.BetweenChosen : before ? BlockFeature.AfterChosen : after ? BlockFeature.BeforeChosen : BlockFeature.NeitherSideChosen);
            if (!after && (i + 2 >= judged.Length || judged[i + 2].FirstScore <= 0))
                list.Add(BlockFeature.NextTwoUnchosen);
            if (judged[i].Block.Node.Parent is PageNode parent && parents[parent] is { All: > 2 } siblings)
                AddShare(list, siblings, BlockFeature.MostOfParentChosen, BlockFeature.FewOfParentChosen);
            if (signatures[judged[i].Block.Signature] is { All: > 2 } alike)
                AddShare(list, alike, BlockFeature.MostOfSignatureChosen, BlockFeature.FewOfSignatureChosen);
            list.Add(judged[i].FirstScore > ClearScore ? BlockFeature.FirstPassClear : judged[i].FirstScore > -ClearScore ? BlockFeature.FirstPassDoubtful : BlockFeature.FirstPassAgainst);
        }
    }

    private static void AddShare(FeatureSet list, Tally counts, BlockFeature most, BlockFeature few)
    {
        if (counts.Chosen > 0.7 * counts.All)
            list.Add(most);
        else if (counts.Chosen < 0.3 * counts.All)
            list.Add(few);
    }

    // A heading that no chosen text follows before the next heading of its rank or a higher one opened a section that is no body.
    private static List<PageBlock> WithoutLooseHeadings(List<PageBlock> chosen)
    {
        List<PageBlock> kept = [];
        for (int i = 0; i < chosen.Count; i++)
        {
            bool isLoose = chosen[i].IsHeading && (i + 1 == chosen.Count || (chosen[i + 1].IsHeading && string.CompareOrdinal(chosen[i + 1].Tag, chosen[i].Tag) <= 0));
            if (!isLoose)
                kept.Add(chosen[i]);
        }

        return kept;
    }

    /// <summary>How many of the blocks that have something in common the first pass chose.</summary>
    private sealed class Tally
    {
        public int Chosen { get; private set; }

        public int All { get; private set; }

        public static Tally Of<T>(Dictionary<T, Tally> tallies, T key)
            where T : class
        {
            if (!tallies.TryGetValue(key, out Tally? tally))
                tallies[key] = tally = new Tally();
            return tally;
        }

        public void Count(JudgedBlock block)
        {
            Chosen += block.FirstScore > 0 ? 1 : 0;
            All++;
        }
    }
}

/// <summary>A block with what was said of it.</summary>
/// <param name="Block">The block.</param>
/// <param name="Features">Its features, those of the second pass last.</param>
/// <param name="FirstScore">The first pass's sum; positive speaks for body.</param>
internal sealed record JudgedBlock(PageBlock Block, FeatureSet Features, double FirstScore)
{
    /// <summary>The second pass's sum, which decides.</summary>
    public double SecondScore { get; init; }
}
