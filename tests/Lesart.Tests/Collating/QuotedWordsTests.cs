using Lesart.Collating;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Tests.Collating;

public sealed class QuotedWordsTests
{
    private static readonly LanguagePacks Packs = BuiltIn.Packs;

    [Theory]
    [InlineData("He said: \"The dam held.\" Rain fell.", "The dam held .")]
    [InlineData("He said: \"The dam held.\n\"The road did not. \"\nRain fell.", "The dam held . \" The road did not .")] // set again at the start of a line
    [InlineData("He said: “The dam held.\n\n“The road did not.”\n\nRain fell.", "The dam held . The road did not .")]
    [InlineData("He said: “The dam held.\n\nRain fell.", "The dam held .")] // never closed
    [InlineData("He said: “The “old” dam held.” Rain fell.", "The “ old ” dam held .")]
    [InlineData("''The dam held, \"he said.\nRain fell.", "The dam held ,")] // typed as two single marks
    [InlineData("He called it \"safe” and left.", "safe")]
    [InlineData("The dam\" held. He said: \"The road did not.\"", "The road did not .")] // a stray mark opens nothing
    public void Words_in_quotation_marks_are_told_from_the_others(string text, string quoted)
    {
        Packs.TryGet("en", out LanguagePack? pack).ShouldBeTrue();
        TokenizedText tokens = Tokenizer.Tokenize(text, pack!); // asserted above
        bool[] of = QuotedWords.Of(tokens);
        string.Join(' ', Enumerable.Range(0, tokens.Count).Where(token => of[token]).Select(tokens.Lexeme)).ShouldBe(quoted);
    }
}
