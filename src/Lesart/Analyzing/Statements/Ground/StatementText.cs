using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>A text seen through a language's words for speech and clauses: each form is looked up once (<see cref="StatementWord"/>).</summary>
internal sealed class StatementText
{
    private const int NearSubject = 8; // words

    private readonly StatementWord[] _words;

    public StatementText(TaggedText text, ImmutableArray<Quotation> quotations)
    {
        Tagged = text;
        Lexicon = StatementLexicon.Of(text.Tokenized.Pack);
        Quotations = quotations;
        _words = Lexicon.DescribeAll(text.Tokenized);

        int opening = TextOpening.DatelineEnd(text.Tokenized.Text);
        while (OpeningEnd < text.Count && text.Token(OpeningEnd).Start < opening)
            OpeningEnd++;
        QuotationAt = new int[text.Count];
        Array.Fill(QuotationAt, -1);
        for (int q = 0; q < quotations.Length; q++)
        {
            // inner quotations come later and win
            for (int i = quotations[q].First; i < quotations[q].Last; i++)
                QuotationAt[i] = quotations[q].IsOpaque || QuotationAt[i] < 0 ? OutermostOpaque(q, QuotationAt[i]) : QuotationAt[i];
        }
    }

    public TaggedText Tagged { get; }

    public StatementLexicon Lexicon { get; }

    public ImmutableArray<Quotation> Quotations { get; }

    /// <summary>Of each token, the quotation that holds it: the outermost one with a sentence of its own, else the innermost; -1 outside.</summary>
    public int[] QuotationAt { get; }

    /// <summary>The token behind the dateline, which nobody says; 0 where the text has none.</summary>
    public int OpeningEnd { get; }

    public int Count => Tagged.Count;

    public string Lower(int token) => Word(token).Lower;

    public WordClass Class(int token) => Word(token).Class;

    public bool Is(int token, WordClass any) => (Class(token) & any) != WordClass.None;

    public IReadOnlyList<CueForm> Forms(int token) => Word(token).Forms;

    /// <summary>The cue phrases that can begin at the token.</summary>
    public IReadOnlyList<CuePhrase> Phrases(int token) => Word(token).Phrases;

    public CueNoun? Noun(int token) => Word(token).Noun;

    /// <summary>Whether what a group of nouns names can say something: its last noun is no thing or act, or it is a name.</summary>
    public bool CanSpeak(int first, int last)
    {
        if (last == first + 1 && Is(first, WordClass.ContentPronoun) && !IsNoun(first))
            return false;
        for (int i = last - 1; i >= first; i--)
        {
            if (Tag(i).Upos is Upos.Propn)
                return true;
            if (IsNoun(i))
                return Word(i).CanSpeak;
        }

        return true;
    }

    public TokenTag Tag(int token) => Tagged.Tags[token];

    /// <summary>The token where it is a single letter or mark, a horizontal bar as a dash; NUL for any other.</summary>
    public char Mark(int token)
    {
        Token found = Tagged.Token(token);
        char mark = found.End - found.Start == 1 ? Tagged.Text[found.Start] : '\0';
        return mark is '―' ? '—' : mark;
    }

    /// <summary>Whether the text has the token's word as a name in another place.</summary>
    public bool IsNameElsewhere(int token)
    {
        for (int i = 0; i < Count; i++)
        {
            if (Tag(i).Upos is Upos.Propn && Tagged.Tokenized.Tokens[i].Lexeme == Tagged.Tokenized.Tokens[token].Lexeme)
                return true;
        }

        return false;
    }

    public bool IsPunctuation(int token) => Tagged.Token(token).Kind is TokenKind.Punctuation or TokenKind.QuotationMark;

    public bool IsCapital(int token) => char.IsUpper(Tagged.Text[Tagged.Token(token).Start]);

    public TextSpan SpanOf(int first, int last) => Tagged.Tokenized.SpanOf(first, last);

    /// <summary>Whether the token stands inside a quotation that is a sentence of its own.</summary>
    public bool IsInOpaque(int token) => QuotationAt[token] >= 0 && Quotations[QuotationAt[token]].IsOpaque;

    /// <summary>Whether the token stands inside a quotation that takes part in the clause around it.</summary>
    public bool IsInWording(int token) =>
        QuotationAt[token] >= 0 && Quotations[QuotationAt[token]] is { IsOpaque: false, IsClosed: true } found && found.First < token && token < found.InnerLast;

    /// <summary>Whether the token is a finite verb, by its tag or, where the tagger has no opinion, by its form.</summary>
    public bool IsFinite(int token)
    {
        TokenTag tag = Tag(token);
        if (tag.Upos is Upos.Verb or Upos.Aux)
            return tag.VerbForm is VerbForm.Finite || (tag.VerbForm is VerbForm.None && Is(token, WordClass.Auxiliary | WordClass.Modal)) || (tag.VerbForm is VerbForm.Participle && IsPastWithListener(token));
        if (tag.Upos is not Upos.X || (token > 0 && Is(token - 1, WordClass.InfinitiveMark)))
            return false;
        if (Is(token, WordClass.Auxiliary | WordClass.Modal | WordClass.Subjunctive | WordClass.SubjunctiveSecond))
            return !IsCapital(token) || token == 0 || Tagged.Token(token - 1).Kind == TokenKind.Punctuation;
        foreach (CueForm form in Forms(token))
        {
            if (form.Kind is CueFormKind.Finite or CueFormKind.Subjunctive)
                return true;
        }

        return false;
    }

    /// <summary>Whether what the tagger takes for a participle is the past tense of a verb with a listener: a subject stands before it, who listens behind it, and no auxiliary before ("the minister told reporters").</summary>
    private bool IsPastWithListener(int token)
    {
        if (Lexicon.IsVerbFinal || token == 0 || token + 1 >= Count || !HasPastWithListener(token))
            return false;
        bool hasSubject = IsNoun(token - 1) || Is(token - 1, WordClass.SubjectPronoun), hasListener = IsNoun(token + 1) || Is(token + 1, WordClass.NominativeArticle | WordClass.ObjectPronoun);
        if (!hasSubject || !hasListener || Is(token + 1, WordClass.TimeNoun))
            return false;
        for (int i = token - 1; i >= 0 && i >= token - NearSubject && !IsPunctuation(i); i--)
        {
            if (Is(i, WordClass.Auxiliary | WordClass.Modal | WordClass.Relative | WordClass.Coordinator))
                return false;
        }

        return true;
    }

    private bool HasPastWithListener(int token)
    {
        foreach (CueForm form in Forms(token))
        {
            if (form.Kind == CueFormKind.Finite && (form.Verb.Frames & CueFrame.Addressee) != CueFrame.None)
                return true;
        }

        return false;
    }

    /// <summary>The mood of a finite verb as far as it matters for reported speech.</summary>
    public Mood MoodOf(int token)
    {
        if (Is(token, WordClass.Subjunctive))
            return Mood.SubjunctiveI;
        if (Is(token, WordClass.SubjunctiveSecond))
            return Mood.SubjunctiveII;
        return LooksFirstPerson(token) ? Mood.SubjunctiveI : Tag(token).Mood;
    }

    /// <summary>Whether a form of the first person has no "ich" near it: the third person's subjunctive looks the same ("die Firma bekomme").</summary>
    private bool LooksFirstPerson(int token)
    {
        TokenTag tag = Tag(token);
        if (tag.Person != 1 || tag.Number != GrammaticalNumber.Singular || tag.Tense != Tense.Present || !Lexicon.IsVerbFinal)
            return false;
        for (int i = Math.Max(0, token - NearSubject); i < Math.Min(Count, token + NearSubject + 1); i++)
        {
            if (Is(i, WordClass.FirstPerson))
                return false;
        }

        return true;
    }

    public bool IsNoun(int token)
    {
        TokenTag tag = Tag(token);
        if (tag.Upos is Upos.Noun or Upos.Propn || IsAddress(token))
            return true;
        return tag.Upos is Upos.X && Tagged.Token(token).Kind is TokenKind.Word or TokenKind.Abbreviation && IsCapital(token) && Class(token) == WordClass.None;
    }

    /// <summary>Whether the token is a web address ("example.de"): a name, whatever the tagger takes it for.</summary>
    private bool IsAddress(int token) => Word(token).IsAddress;

    private StatementWord Word(int token) => _words[Tagged.Tokenized.Tokens[token].Lexeme];

    public bool IsAdjective(int token)
    {
        if (IsAddress(token))
            return false;
        TokenTag tag = Tag(token);
        if (tag.Upos is Upos.Adj or Upos.Num)
            return true;
        return (tag.VerbForm is VerbForm.Participle || tag.Upos is Upos.X) && Tagged.Token(token).Kind is not TokenKind.Punctuation && Class(token) == WordClass.None;
    }

    /// <summary>Whether the token begins a cue phrase of a kind.</summary>
    public bool IsPhrase(int token, CuePhraseKind kind)
    {
        foreach (CuePhrase phrase in Phrases(token))
        {
            if (phrase.Kind == kind)
                return true;
        }

        return false;
    }

    private int OutermostOpaque(int candidate, int current) =>
        current >= 0 && Quotations[current].IsOpaque ? current : candidate;
}
