using Lesart.Extracting;

namespace Lesart.Tests.Extracting;

public sealed class FeatureSetTests
{
    [Fact]
    public void All_features_fit() => Enum.GetValues<BlockFeature>().Length.ShouldBeLessThanOrEqualTo(FeatureSet.Capacity);

    [Fact]
    public void Every_feature_is_kept_apart_from_the_others()
    {
        foreach (BlockFeature feature in Enum.GetValues<BlockFeature>())
            new FeatureSet { feature }.ShouldBe([feature]);
    }

    [Fact]
    public void Weights_of_all_features_are_summed()
    {
        double[] weights = [.. Enumerable.Range(0, FeatureSet.Capacity).Select(static feature => (double)feature)];
        FeatureSet set = [BlockFeature.TagDivision, BlockFeature.FirstPassAgainst, BlockFeature.TagDivision];
        set.Sum(weights).ShouldBe((int)BlockFeature.TagDivision + (int)BlockFeature.FirstPassAgainst);
    }
}
