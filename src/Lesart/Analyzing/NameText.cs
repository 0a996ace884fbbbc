using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>A tagged text with what the tables say of each of its words: the ground of finding and linking names.</summary>
internal sealed class NameText
{
    private readonly NameWord[] _words;

    private NameText(TaggedText text)
    {
        Tagged = text;
        Tables = NameTables.Of(text.Tokenized.Pack);
        NameLexicon lexicon = NameLexicon.Of(text.Tokenized.Pack);
        _words = new NameWord[text.Tokenized.Lexemes.Length];
        for (int i = 0; i < _words.Length; i++)
            _words[i] = lexicon.Describe(text.Tokenized.Lexemes[i]);
    }

    public TaggedText Tagged { get; }

    public NameTables Tables { get; }

    /// <summary>The text's distinct words, by lexeme.</summary>
    public ReadOnlySpan<NameWord> Words => _words;

    /// <summary>Looks a text's words up.</summary>
    public static NameText Of(TaggedText text) => new(text);

    /// <summary>The token's word.</summary>
    public NameWord Word(int token) => _words[Tagged.Tokenized.Tokens[token].Lexeme];
}
