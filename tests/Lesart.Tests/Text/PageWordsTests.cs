using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Tests.Text;

public sealed class PageWordsTests
{
    private static readonly LanguagePacks Packs = BuiltIn.Packs;

    [Theory]
    [InlineData("de", "Brücke gesperrt Cookies helfen uns, Werbung und Inhalte auszusuchen. Der Verkehr staut sich.", "Cookies helfen uns , Werbung und Inhalte")]
    [InlineData("en", "Bridge closed Sign in or register with your email. Traffic is heavy.", "Sign in or register with your email")]
    [InlineData("de", "Das Foto der Brücke ging um die Welt, sagte ein Leser.", "")] // two are not enough
    [InlineData("en", "The minister said the free port would open in May.", "")]
    public void A_stretch_in_which_a_page_speaks_of_itself_is_marked(string language, string text, string marked)
    {
        Packs.TryGet(language, out LanguagePack? pack).ShouldBeTrue();
        TokenizedText tokens = Tokenizer.Tokenize(text, pack!); // asserted above
        bool[] of = PageWords.Of(pack!).Mark(tokens, tokens.Count);
        string.Join(' ', Enumerable.Range(0, tokens.Count).Where(token => of[token]).Select(tokens.Lexeme)).ShouldBe(marked);
    }

    [Fact]
    public void Words_far_from_one_another_mark_nothing()
    {
        Packs.TryGet("de", out LanguagePack? pack).ShouldBeTrue();
        string filler = string.Concat(Enumerable.Repeat("Der Fluss stieg in der Nacht weiter an. ", 6));
        TokenizedText tokens = Tokenizer.Tokenize($"Die Werbung läuft. {filler}Das Konto ist leer. {filler}Der Leser wartet.", pack!);
        PageWords.Of(pack!).Mark(tokens, tokens.Count).ShouldNotContain(true);
    }
}
