using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Tests.Text;

public sealed class TokenizerTests
{
    private static readonly LanguagePacks Packs = BuiltIn.Packs;

    public static TheoryData<string> Languages() => [.. Packs.All.Select(static pack => pack.Code)];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Tokens_of_any_text_lie_in_order_and_hold_every_visible_letter(string language)
    {
        Packs.TryGet(language, out LanguagePack? pack).ShouldBeTrue();
        // Marks and letters that the scanner has rules for, thrown together; the seed is the run's number.
        string[] pieces = ["a", "Z", "ß", "1", "23", ".", "..", ",", "-", "–", "'", "’", "„", "“", "\"", "‚", "‘", " ", "\n", "\n\n", "\u00A0", "@", "://", "www.", ".de", "XIV", "z.B.", "😀", "\uD83D", "\uDE00", "u\u0308", "(", ")", "!", "?", "%", "…", "/", "_", "&", "\0"];
        for (int seed = 0; seed < 2_000; seed++)
        {
            Random random = new(seed);
            string text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => pieces[random.Next(pieces.Length)]));
            TokenizedText read = Tokenizer.Tokenize(text, pack!);
            int end = 0;
            foreach (Token token in read.Tokens)
            {
                token.Start.ShouldBeGreaterThanOrEqualTo(end, $"seed {seed}");
                token.End.ShouldBeGreaterThan(token.Start, $"seed {seed}");
                text.AsSpan(end, token.Start - end).ToString().Any(char.IsLetterOrDigit).ShouldBeFalse($"seed {seed}");
                (token.End < text.Length && char.IsSurrogatePair(text[token.End - 1], text[token.End])).ShouldBeFalse($"seed {seed}");
                read.Lexemes[token.Lexeme].ShouldBe(text[token.Start..token.End]);
                end = token.End;
            }

            text.AsSpan(end).ToString().Any(char.IsLetterOrDigit).ShouldBeFalse($"seed {seed}");
            int first = 0;
            foreach (Sentence sentence in read.Sentences)
            {
                sentence.First.ShouldBe(first, $"seed {seed}");
                first = sentence.Last;
            }

            first.ShouldBe(read.Count, $"seed {seed}");
        }
    }

    [Fact]
    public void Equal_forms_share_a_lexeme()
    {
        Packs.TryGet("de", out LanguagePack? pack).ShouldBeTrue();
        TokenizedText read = Tokenizer.Tokenize("Der Hund sah den Hund.", pack!);
        read.Tokens[1].Lexeme.ShouldBe(read.Tokens[4].Lexeme);
        read.Tokens[0].Lexeme.ShouldNotBe(read.Tokens[3].Lexeme);
    }

    [Fact]
    public void A_long_text_of_distinct_words_keeps_every_one()
    {
        Packs.TryGet("de", out LanguagePack? pack).ShouldBeTrue();
        string text = string.Join(' ', Enumerable.Range(0, 5_000).Select(static i => "x" + i));
        TokenizedText read = Tokenizer.Tokenize(text, pack!);
        read.Lexemes.Length.ShouldBe(5_000);
        read.Lexeme(4_321).ShouldBe("x4321");
    }
}
