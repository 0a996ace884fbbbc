using System.Collections.Immutable;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>Cuts a text into tokens and sentences with exact offsets. Linear in the text's length.</summary>
internal static class Tokenizer
{
    /// <summary>Any text whatever; an empty one has neither tokens nor sentences.</summary>
    public static TokenizedText Tokenize(string text, LanguagePack pack)
    {
        TokenRules rules = pack.Table(TokenRules.Load);
        using TokenScanner scanner = new(text, rules, pack.Table(FormCache.Load));
        ImmutableArray<Token> tokens = scanner.Scan(out ImmutableArray<string> lexemes, out ImmutableArray<uint> keys);
        return new TokenizedText(text, pack, tokens, SentenceSplitter.Split(text, tokens, rules), lexemes, keys);
    }
}
