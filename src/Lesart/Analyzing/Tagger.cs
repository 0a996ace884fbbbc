using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Decides part of speech, morphology and lemma of each token.</summary>
internal static class Tagger
{
    public static TaggedText Tag(TokenizedText text)
    {
        ImmutableArray<TokenTag>.Builder tags = ImmutableArray.CreateBuilder<TokenTag>(text.Count);
        ImmutableArray<string>.Builder lemmas = ImmutableArray.CreateBuilder<string>(text.Count);
        for (int i = 0; i < text.Count; i++)
        {
            tags.Add(new TokenTag(text.Tokens[i].Kind switch { TokenKind.Number => Upos.Num, TokenKind.Punctuation => Upos.Punct, _ => Upos.X }));
            lemmas.Add(text.Lexeme(i));
        }

        return new TaggedText(text, tags.MoveToImmutable(), lemmas.MoveToImmutable());
    }
}
