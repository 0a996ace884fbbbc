using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>A tagged text with what the tables say of each of its words: the ground of finding and linking names.</summary>
internal sealed class NameText
{
    private readonly NameWord[] _words;
    private readonly NameWord[] _tokens;
    private readonly WordWays[] _ways;

    private NameText(TaggedText text)
    {
        Tagged = text;
        Tables = NameTables.Of(text.Tokenized.Pack);
        Lexicon = NameLexicon.Of(text.Tokenized.Pack);
        Descriptions = DescriptionTable.Of(text.Tokenized.Pack);
        _words = Lexicon.DescribeAll(text.Tokenized);
        _tokens = new NameWord[text.Count];
        _ways = new WordWays[text.Count];
        for (int i = 0; i < _tokens.Length; i++)
        {
            NameWord word = _tokens[i] = _words[text.Tokenized.Tokens[i].Lexeme];
            _ways[i] = word.Ways == WordWays.None ? WaysOf(word) : word.Ways;
        }
    }

    public TaggedText Tagged { get; }

    public NameTables Tables { get; }

    public NameLexicon Lexicon { get; }

    public DescriptionTable Descriptions { get; }

    /// <summary>The text's distinct words, by lexeme.</summary>
    public ReadOnlySpan<NameWord> Words => _words;

    /// <summary>Looks a text's words up.</summary>
    public static NameText Of(TaggedText text) => new(text);

    /// <summary>The token's word.</summary>
    public NameWord Word(int token) => _tokens[token];

    /// <summary>Whether the token's word can do one of these.</summary>
    public bool May(int token, WordWays ways) => (_ways[token] & ways) != WordWays.None;

    /// <summary>What the token's word can be in a person's name.</summary>
    public PersonWord Person(int token) => PersonWord.Of(Word(token), Tables);

    /// <summary>The country whose adjective a token is or belongs to ("Russian", either word of "North Korean"); null for none.</summary>
    public string? AdjectiveAt(int token) => CountryOfTwo(token - 1) ?? CountryOfTwo(token) ?? Word(token).Adjective;

    /// <summary>The first word of the adjective that ends at a token.</summary>
    public int AdjectiveStart(int token) => CountryOfTwo(token - 1) is null ? token : token - 1;

    private string? CountryOfTwo(int first)
    {
        if (first < 0 || first + 1 >= _tokens.Length || !Word(first).IsCapital || !Word(first + 1).IsCapital)
            return null;
        int state = Tables.Gazetteer.Next(Tables.Gazetteer.Next(0, Tables.Gazetteer.WordOf(Word(first).Form)), Tables.Gazetteer.WordOf(Word(first + 1).Form));
        NameGazetteer.Entry adjective = Array.Find(Tables.Gazetteer.EntriesOf(state), static entry => entry.Kind == KnownNameKind.Adjective);
        return adjective.Kind == KnownNameKind.Adjective ? Tables.Entities[adjective.Entity].Country : null;
    }

    /// <summary>How the token's word can speak of someone or something known.</summary>
    public ReferringWord Referring(int token) => Referring(Word(token));

    private ReferringWord Referring(NameWord word) => word.Referring ??= ReferringWord.Of(word, Tables, Descriptions);

    private WordWays WaysOf(NameWord word)
    {
        ReferringWord read = Referring(word);
        WordWays ways = WordWays.Known
            | If(read.Role is not null || read.MayBeginRole, WordWays.Role)
            | If(read.MayEndRole, WordWays.EndsRole)
            | If(read.Ministries.Length > 0, WordWays.Ministry)
            | If(read.ArticleSex is not null, WordWays.Article)
            | If(read.IsOwner, WordWays.Owner)
            | If(read.Pronoun is not null, WordWays.Pronoun)
            | If(word.IsCapital && word.Form.IndexOf('-', StringComparison.Ordinal) is > 1 and int dash && dash + 2 < word.Form.Length, WordWays.Compound)
            | If(PersonWord.Of(word, Tables).LeadsIn, WordWays.LeadsIn)
            | If(char.IsAsciiDigit(word.Form[0]), WordWays.Digit);
        word.Ways = ways;
        return ways;
    }

    private static WordWays If(bool holds, WordWays way) => holds ? way : WordWays.None;
}
