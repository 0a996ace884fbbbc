using System.Collections.Immutable;

namespace Lesart.Text;

/// <summary>Universal parts of speech (universaldependencies.org).</summary>
internal enum Upos : byte
{
    X, Adj, Adp, Adv, Aux, Cconj, Det, Intj, Noun, Num, Part, Pron, Propn, Punct, Sconj, Sym, Verb,
}

/// <summary>Moods.</summary>
internal enum Mood : byte
{
    /// <summary>Not a finite verb, or not known.</summary>
    None,
    Indicative,

    /// <summary>Surely Konjunktiv I by its form ("habe", "sei", "werde" with a third person).</summary>
    SubjunctiveI,

    /// <summary>Konjunktiv II ("hätte", "wäre", "käme").</summary>
    SubjunctiveII,
    Imperative,
}

internal enum VerbForm : byte
{
    None, Finite, Infinitive, ZuInfinitive, Participle,
}

internal enum Tense : byte
{
    None, Present, Past,
}

internal enum GrammaticalNumber : byte
{
    None, Singular, Plural,
}

internal enum GrammaticalCase : byte
{
    None, Nominative, Accusative, Dative, Genitive,
}

internal enum Gender : byte
{
    None, Masculine, Feminine, Neuter,
}

/// <summary>What the tagger decided for one token. Fields are None where the language or the word has no such thing, or it can't be told.</summary>
internal readonly record struct TokenTag(
    Upos Upos,
    VerbForm VerbForm = VerbForm.None,
    Mood Mood = Mood.None,
    Tense Tense = Tense.None,
    byte Person = 0,
    GrammaticalNumber Number = GrammaticalNumber.None,
    GrammaticalCase Case = GrammaticalCase.None,
    Gender Gender = Gender.None)
{
    // by hand: what the compiler writes asks for a comparer of each enumeration, which is compiled when a process starts
    public bool Equals(TokenTag other) => TagCode.Encode(this) == TagCode.Encode(other);

    public override int GetHashCode() => (int)TagCode.Encode(this);
}

/// <summary>A tokenized text with the tagger's decisions: the ground of every reading layer.</summary>
internal sealed class TaggedText(TokenizedText text, ImmutableArray<TokenTag> tags, ImmutableArray<string> lemmas)
{
    public TokenizedText Tokenized { get; } = text;

    public string Text => Tokenized.Text;

    public int Count => Tokenized.Count;

    public ImmutableArray<Sentence> Sentences => Tokenized.Sentences;

    /// <summary>One for each token.</summary>
    public ImmutableArray<TokenTag> Tags { get; } = tags;

    /// <summary>Dictionary form of each token; the form itself where none is known.</summary>
    public ImmutableArray<string> Lemmas { get; } = lemmas;

    public ReadOnlySpan<char> Form(int token) => Tokenized.Form(token);

    public Token Token(int index) => Tokenized.Tokens[index];
}
