using System.Collections.Immutable;
using System.Globalization;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>An account as comparing sees it: its words in order, what stands in quotation marks, and where its sentences are.</summary>
internal sealed class AccountText
{
    private const int MaxDigits = 24;
    private const int MaxContactWords = 30;

    private readonly LanguageWords? _language; // null where it is not installed
    private int? _opening;

    private AccountText(int index, Account account, ImmutableArray<Word> words, ImmutableArray<TextSpan> sentences, LanguageWords? language) =>
        (Index, Account, Words, Sentences, _language) = (index, account, words, sentences, language);

    /// <summary>Its place in the story.</summary>
    public int Index { get; }

    public Account Account { get; }

    public string Text => Account.Text;

    /// <summary>The code of its language; empty where the account has none.</summary>
    public string Language => _language?.Pack.Code ?? Account.Language ?? "";

    /// <inheritdoc cref="LanguageWords.Lexicon"/>
    /// <remarks>Null where the language is not installed, like the other tables.</remarks>
    public TermLexicon? Lexicon => _language?.Lexicon;

    /// <inheritdoc cref="LanguageWords.Vectors"/>
    public TermVectors? Vectors => _language?.Vectors;

    /// <inheritdoc cref="LanguageWords.Classes"/>
    public TermClasses? Classes => _language?.Classes;

    /// <inheritdoc cref="LanguageWords.Families"/>
    public NounFamilies? Families => _language?.Families;

    /// <inheritdoc cref="LanguageWords.Replies"/>
    public ReplyWords? Replies => _language?.Replies;

    /// <inheritdoc cref="LanguageWords.Denials"/>
    public DenialWords? Denials => _language?.Denials;

    /// <inheritdoc cref="LanguageWords.Opposites"/>
    public OppositeWords? Opposites => _language?.Opposites;

    /// <inheritdoc cref="LanguageWords.Figures"/>
    public FigureWords? Figures => _language?.Figures;

    /// <inheritdoc cref="LanguageWords.Ordinals"/>
    public OrdinalWords? Ordinals => _language?.Ordinals;

    /// <inheritdoc cref="LanguageWords.Days"/>
    public DayNames? Days => _language?.Days;

    /// <inheritdoc cref="LanguageWords.Fates"/>
    public FigureFates? Fates => _language?.Fates;

    /// <summary>What says what a sum of money is; null where the language is not installed.</summary>
    public FigureFates? Sums => _language?.Sums;

    /// <inheritdoc cref="LanguageWords.Places"/>
    public PlaceWords? Places => _language?.Places;

    /// <summary>Whether its language tells objects by their place behind the verb, as one does whose clauses don't end in it.</summary>
    public bool HasFixedOrder => _language is not null && _language.Pack.Setting("clause-verb") != "last";

    /// <summary>Words and numbers in text order; punctuation is left out.</summary>
    public ImmutableArray<Word> Words { get; }

    public ImmutableArray<TextSpan> Sentences { get; }

    /// <summary>Reads an account for comparing.</summary>
    /// <param name="index">Its place in the story.</param>
    /// <param name="account">The account.</param>
    /// <param name="packs">The installed languages; in another the account has no words.</param>
    /// <param name="ids">Numbers of the story's terms; grows.</param>
    public static AccountText Of(int index, Account account, LanguagePacks packs, TermIds ids)
    {
        if (!packs.TryGet(account.Language, out LanguagePack? pack))
            return new AccountText(index, account, [], account.Sentences, null);
        LanguageWords language = LanguageWords.Of(pack, packs);
        TokenizedText text = Tokenizer.Tokenize(account.Text, pack);
        bool[] quoted = Quoted(text), said = QuotedWords.Of(text);
        ImmutableArray<Word>.Builder words = ImmutableArray.CreateBuilder<Word>(text.Count);
        for (int i = 0; i < text.Count; i++)
        {
            Token token = text.Tokens[i];
            if (token.Kind is TokenKind.Punctuation or TokenKind.QuotationMark)
                continue;
            Term term = language.Lexicon.Look(text.Lexeme(i));
            words.Add(new Word(token.Start, token.End, ids.Of("s:" + term.Stem), term, quoted[i], said[i], token.Kind is TokenKind.Number or TokenKind.Ordinal));
        }

        ImmutableArray<TextSpan> sentences = account.Sentences.IsEmpty ? [.. text.Sentences.Select(text.SpanOf)] : account.Sentences;
        return new AccountText(index, account, words.ToImmutable(), sentences, language);
    }

    /// <summary>A number in digits as its language writes it ("14.200", "2,3"); false for any other sign between the digits.</summary>
    public bool TryFigure(Word word, out decimal figure)
    {
        figure = 0;
        if (_language is null || word.End - word.Start > MaxDigits)
            return false;
        string digits = Text[word.Start..word.End];
        foreach (string mark in (string[])[_language.Pack.Setting("thousands-mark"), "\u00A0", "\u202F"])
            digits = mark.Length == 0 ? digits : digits.Replace(mark, "", StringComparison.Ordinal);
        string point = _language.Pack.Setting("decimal-mark");
        digits = point.Length == 0 ? digits : digits.Replace(point, ".", StringComparison.Ordinal);
        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out figure);
    }

    /// <summary>Whether a comma, semicolon or colon stands right before a word.</summary>
    public bool HasMarkBefore(int word) => word > 0 && Text.AsSpan(Words[word - 1].End, Words[word].Start - Words[word - 1].End).IndexOfAny(',', ';', ':') >= 0;

    /// <summary>The first word that starts at or after <paramref name="offset"/>.</summary>
    public int WordAt(int offset)
    {
        int low = 0, high = Words.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Words[middle].Start < offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    /// <summary>Index of the sentence that begins last at or before <paramref name="offset"/>; -1 before the first.</summary>
    public int SentenceAt(int offset)
    {
        int low = 0, high = Sentences.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Sentences[middle].Start <= offset)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    /// <summary>The sentence that holds a word, as a range of words.</summary>
    public TextSpan SentenceOf(int word)
    {
        int low = 0, high = Sentences.Length - 1;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (Sentences[middle].End <= Words[word].Start)
                low = middle + 1;
            else
                high = middle;
        }

        return Sentences.IsEmpty || !Sentences[low].Contains(Words[word].Start) ? new TextSpan(word, word + 1) : new TextSpan(WordAt(Sentences[low].Start), WordAt(Sentences[low].End));
    }

    /// <summary>The offset behind the dateline that opens the text; 0 where there is none.</summary>
    public int Opening => _opening ??= TextOpening.DatelineEnd(Text);

    /// <summary>Whether most of some words are a page's own (sign-up forms, cookies, imprints), or the line under which its writer can be reached.</summary>
    public bool IsOfPage(TextSpan words)
    {
        if (_language is null)
            return false;
        bool[] marked = PageWords.Of(_language.Pack).MarkWithContacts(words.Length, word => FormOf(words.Start + word));
        return 2 * marked.Count(static isMarked => isMarked) >= words.Length || (words.Length <= MaxContactWords && HoldsMailAddress(Text.AsSpan(Words[words.Start].Start, Words[words.End - 1].End - Words[words.Start].Start)));
    }

    private static bool HoldsMailAddress(ReadOnlySpan<char> words) => words.IndexOf('@') is int at and > 0 && char.IsLetterOrDigit(words[at - 1]) && at + 1 < words.Length && char.IsLetterOrDigit(words[at + 1]);

    /// <summary>Whether a blank line stands behind a word, or nothing; before the first word, too.</summary>
    public bool EndsParagraph(int word) => word < 0 || word + 1 >= Words.Length || Text.AsSpan(Words[word].End, Words[word + 1].Start - Words[word].End).Contains("\n\n", StringComparison.Ordinal);

    /// <summary>Words that stand among another account's words, in any order.</summary>
    public int CountShared(TextSpan words, AccountText other, TextSpan others)
    {
        int same = 0;
        foreach (Word word in Words.AsSpan(words.Start, words.Length))
        {
            foreach (Word candidate in other.Words.AsSpan(others.Start, others.Length))
            {
                if (word.Stem != candidate.Stem)
                    continue;
                same++;
                break;
            }
        }

        return same;
    }

    /// <summary>Words that carry meaning.</summary>
    public int CountContent(TextSpan words)
    {
        int count = 0;
        foreach (Word word in Words.AsSpan(words.Start, words.Length))
            count += word.Term.IsFunctionWord ? 0 : 1;
        return count;
    }

    /// <summary>Whether words hold a name as it is written, perhaps in the genitive; no words hold an empty one.</summary>
    public static bool HoldsName(ReadOnlySpan<char> words, string name)
    {
        if (name.Length == 0)
            return false;
        for (int from = 0; words[from..].IndexOf(name, StringComparison.Ordinal) is int at and >= 0; from += at + 1)
        {
            ReadOnlySpan<char> behind = words[(from + at + name.Length)..];
            bool startsWord = from + at == 0 || !char.IsLetterOrDigit(words[from + at - 1]);
            if (startsWord && (behind.IsEmpty || !char.IsLetterOrDigit(behind[0]) || (behind[0] == 's' && (behind.Length == 1 || !char.IsLetterOrDigit(behind[1])))))
                return true;
        }

        return false;
    }

    public string FormOf(int word) => Text[Words[word].Start..Words[word].End];

    public TextSpan SpanOf(int first, int last) => new(Words[first].Start, Words[last - 1].End);

    /// <summary>Which tokens stand between quotation marks. A mark left open ends with its paragraph.</summary>
    private static bool[] Quoted(TokenizedText text)
    {
        bool[] quoted = new bool[text.Count];
        char closing = default;
        int opened = -1, paragraph = -1, sentence = 0;
        for (int i = 0; i < text.Count; i++)
        {
            while (sentence < text.Sentences.Length - 1 && text.Sentences[sentence].Last <= i)
                sentence++;
            if (text.Sentences.Length > 0 && text.Sentences[sentence].Paragraph != paragraph)
                (paragraph, opened) = (text.Sentences[sentence].Paragraph, -1);
            char mark = text.Tokens[i].Kind == TokenKind.QuotationMark ? text.Text[text.Tokens[i].Start] : default;
            if (opened < 0 && QuotedWords.ClosingOf(mark) is char closes and not default(char))
            {
                (opened, closing) = (i, closes);
            }
            else if (opened >= 0 && mark != default && QuotedWords.Closes(mark, closing))
            {
                quoted.AsSpan(opened + 1, i - opened - 1).Fill(true);
                opened = -1;
            }
        }

        return quoted;
    }
}

/// <summary>A word of an account.</summary>
/// <param name="Start">UTF-16 code unit, inclusive.</param>
/// <param name="End">UTF-16 code unit, exclusive.</param>
/// <param name="Stem">Number of its stem.</param>
/// <param name="Term">What matching knows of it.</param>
/// <param name="IsQuoted">Whether it stands in quotation marks.</param>
/// <param name="IsSaid">Whether it is somebody else's (<see cref="QuotedWords"/>).</param>
/// <param name="IsNumber">Whether it is written in digits.</param>
internal readonly record struct Word(int Start, int End, int Stem, Term Term, bool IsQuoted, bool IsSaid, bool IsNumber);
