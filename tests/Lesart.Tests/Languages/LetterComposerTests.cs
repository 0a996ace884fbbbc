using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Tests.Languages;

public sealed class LetterComposerTests
{
    [Theory]
    [InlineData("Mu\u0308nchen", "M\u00FCnchen")]
    [InlineData("cafe\u0301", "caf\u00E9")]
    [InlineData("Vie\u0302\u0323t", "Vi\u00EA\u0323t")] // marks in another order than the canonical one stay as they are
    [InlineData("Vie\u0323\u0302t", "Vi\u1EC7t")] // two marks, one letter
    [InlineData("\u0438\u0306", "\u0439")]
    [InlineData("\u0308", "\u0308")] // a mark without a letter
    [InlineData("q\u0308", "q\u0308")] // no such letter
    public void Letters_and_their_marks_become_one_letter(string text, string composed) => LetterComposer.Compose(text).ShouldBe(composed);

    [Fact]
    public void A_text_without_marks_is_left_alone()
    {
        const string text = "Äpfel und Öl";
        LetterComposer.Compose(text).ShouldBeSameAs(text);
    }

    [Fact]
    public void A_decomposed_word_is_found_in_the_dictionary()
    {
        LanguagePack pack = new("de", DataFolder.BuiltIn("languages/").Below("de"));
        List<FormReading> readings = [];
        pack.Table(FormReader.Load).Read("Ha\u0308user", readings).ShouldBe(FormOrigin.Known);
        readings.ShouldContain(static reading => reading.Lemma == "Haus" && reading.Tag.Number == GrammaticalNumber.Plural);
    }
}
