using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Tests.Text;

public sealed class CompoundSplitterTests
{
    private static readonly CompoundSplitter Splitter = BuiltIn.German.Table(CompoundSplitter.Load);

    [Theory]
    [InlineData("Munitionslieferungen", "Munition", "Lieferungen")]
    [InlineData("Brückenvertrag", "Brücke", "Vertrag")]
    [InlineData("Gipfelteilnehmer", "Gipfel", "Teilnehmer")]
    [InlineData("Landesregierungssprecherin", "Landesregierung", "Sprecherin")]
    public void A_compound_falls_apart_before_its_head(string word, string modifier, string head)
    {
        Splitter.TrySplit(word, out string foundHead, out string foundModifier).ShouldBeTrue();
        (foundModifier, foundHead).ShouldBe((modifier, head));
    }

    [Theory]
    [InlineData("Haus")]
    [InlineData("Xyzzyqu")]
    [InlineData("")]
    [InlineData("US-Präsident")] // hyphens are seen elsewhere
    public void What_is_no_compound_stays_whole(string word) => Splitter.TrySplit(word, out string _, out string _).ShouldBeFalse();
}
