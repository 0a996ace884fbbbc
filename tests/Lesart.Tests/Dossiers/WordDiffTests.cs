using Lesart.Dossiers;

namespace Lesart.Tests.Dossiers;

public sealed class WordDiffTests
{
    [Theory]
    [InlineData("der rote Kran fiel", "der Kran fiel", "rote")]
    [InlineData("der Kran fiel", "der Kran fiel", "")]
    [InlineData("der Kran fiel.", "Der Kran, fiel", "")] // case and outer punctuation are no change
    [InlineData("am Montag fiel der Kran um", "der Kran fiel am Montag", "am Montag fiel|um")] // another order is a change
    [InlineData("neu und anders", "", "neu und anders")]
    [InlineData("", "etwas", "")]
    [InlineData("don’t ask -- don‘t tell", "don't ask – don't tell", "")] // as another typesetter sets it
    [InlineData("– ein –", "ein", "–|–")] // a dash alone is a word
    public void Own_words_are_those_the_other_text_lacks_in_this_order(string text, string other, string own) =>
        string.Join('|', WordDiff.Own(text, other).Select(span => text[span.Start..span.End])).ShouldBe(own);
}
