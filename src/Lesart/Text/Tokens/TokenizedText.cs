using System.Collections.Immutable;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>A text with its tokens and sentences.</summary>
internal sealed class TokenizedText(string text, LanguagePack pack, ImmutableArray<Token> tokens, ImmutableArray<Sentence> sentences, ImmutableArray<string> lexemes, ImmutableArray<uint> keys)
{
    /// <summary>The record's text, untouched.</summary>
    public string Text { get; } = text;

    public LanguagePack Pack { get; } = pack;

    /// <summary>In text order, without overlap; blanks belong to none.</summary>
    public ImmutableArray<Token> Tokens { get; } = tokens;

    /// <summary>In text order; together they hold every token once.</summary>
    public ImmutableArray<Sentence> Sentences { get; } = sentences;

    /// <summary>Distinct forms by <see cref="Token.Lexeme"/>.</summary>
    public ImmutableArray<string> Lexemes { get; } = lexemes;

    /// <summary>Their keys in tables of forms (<see cref="FormCache.Key"/>).</summary>
    public ImmutableArray<uint> Keys { get; } = keys;

    public int Count => Tokens.Length;

    /// <summary>The token's letters, without a copy.</summary>
    public ReadOnlySpan<char> Form(int token) => Text.AsSpan(Tokens[token].Start, Tokens[token].End - Tokens[token].Start);

    /// <summary>The token's letters as the shared string of its lexeme.</summary>
    public string Lexeme(int token) => Lexemes[Tokens[token].Lexeme];

    /// <summary>Whether the token is exactly this word.</summary>
    public bool Is(int token, ReadOnlySpan<char> form) => Form(token).SequenceEqual(form);

    /// <summary>Whether one of the tokens has this form.</summary>
    public bool Holds(string form)
    {
        uint key = FormCache.Key(form);
        for (int at, from = 0; (at = Keys.AsSpan()[from..].IndexOf(key)) >= 0; from += at + 1)
        {
            if (Lexemes[from + at] == form)
                return true;
        }

        return false;
    }

    /// <summary>Whether blanks or nothing but the text's edge stand before the token.</summary>
    public bool HasBlankBefore(int token) => token == 0 || Tokens[token].Start > Tokens[token - 1].End;

    /// <summary>From the first code unit of <paramref name="first"/> to the last of the token before <paramref name="last"/>.</summary>
    public TextSpan SpanOf(int first, int last) => new(Tokens[first].Start, Tokens[last - 1].End);

    public TextSpan SpanOf(Sentence sentence) => SpanOf(sentence.First, sentence.Last);

    /// <summary>Index of the sentence that holds the token.</summary>
    public int SentenceOf(int token)
    {
        int low = 0, high = Sentences.Length - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Sentences[middle].Last <= token)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>First token that ends after <paramref name="offset"/>; <see cref="Count"/> where there is none.</summary>
    public int TokenAt(int offset)
    {
        int low = 0, high = Tokens.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Tokens[middle].End <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
