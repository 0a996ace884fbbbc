using System.Collections.Immutable;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>A sentence as <see cref="StatementScorer"/> sees it: words, groups of nouns and clauses as numbers. One instance serves all sentences of a text, one after the other.</summary>
internal sealed class StatementView(StatementText text, bool isSpeech)
{
    private static readonly CueVerb AnyVerb = CueVerb.None;

    private Word[] _words = new Word[64];
    private (int First, int Last)[] _subjects = new (int, int)[16];
    private bool[] _hasSubject = new bool[16];

    public StatementText Text { get; } = text;

    /// <summary>Whether the text is a speech; else a text of the press.</summary>
    public bool IsSpeech { get; } = isSpeech;

    /// <summary>First token of the sentence.</summary>
    public int First { get; private set; }

    /// <summary>Number of its tokens.</summary>
    public int Count { get; private set; }

    public ImmutableArray<Clause> Clauses => Sentence.Clauses;

    public StatementSentence Sentence { get; private set; } = null!; // set by Read, which comes before any use

    /// <summary>The words, from the sentence's first token.</summary>
    public ReadOnlySpan<Word> Words => _words.AsSpan(0, Count);

    /// <summary>Moves on to another sentence.</summary>
    public void Read(StatementSentence sentence)
    {
        Sentence = sentence;
        First = sentence.Sentence.First;
        Count = sentence.Sentence.Last - First;
        if (_words.Length < Count)
            _words = new Word[Count * 2];
        if (_subjects.Length < Clauses.Length)
            (_subjects, _hasSubject) = (new (int, int)[Clauses.Length * 2], new bool[Clauses.Length * 2]);
        _hasSubject.AsSpan(0, Clauses.Length).Clear();
        ReadWords();
        ReadGroups();
        ReadPrefixes();
    }

    /// <summary>The words that the rules take for the subject of a stretch's clause, as indices of <see cref="Words"/>; -1 where they see none.</summary>
    public (int First, int Last) SubjectOf(int stretch)
    {
        if (!_hasSubject[stretch])
        {
            _subjects[stretch] = FindSubject(stretch, 0);
            _hasSubject[stretch] = true;
        }

        return _subjects[stretch];
    }

    private (int First, int Last) FindSubject(int stretch, int depth)
    {
        int unit = Clauses[stretch].Unit;
        int finite = Sentence.FiniteOf(unit);
        if (finite < 0)
        {
            int parent = Clauses[unit].Parent;
            return parent < 0 || depth > 3 ? (-1, -1) : FindSubject(Clauses[parent].Unit, depth + 1);
        }

        int clause = Sentence.ClauseAt(finite);
        (int first, int last) = StatementSources.Find(Text, Clauses, new StatementCue(finite, AnyVerb, CueFormKind.Finite, clause, -1, -1, false));
        return first < 0 ? (-1, -1) : (Math.Max(0, first - First), Math.Min(Count, last - First));
    }

    private void ReadWords()
    {
        int stretch = 0;
        for (int i = 0; i < Count; i++)
        {
            int token = First + i;
            while (stretch + 1 < Clauses.Length && Clauses[stretch].Last <= token)
                stretch++;
            TokenTag tag = Text.Tag(token);
            _words[i] = new Word
            {
                Small = FormCache.Hash(Text.Lower(token)),
                Lemma = FormCache.Hash(Text.Tagged.Lemmas[token]),
                Tag = tag,
                Kind = (uint)tag.Upos | ((uint)tag.VerbForm << 5),
                Lexicon = LexiconOf(token),
                Stretch = Clauses.Length == 0 ? -1 : stretch,
                IsSeparator = Text.IsPunctuation(token),
                GroupFirst = -1,
                GroupLast = -1,
                Quoted = Text.QuotationAt[token] >= 0,
            };
        }
    }

    private uint LexiconOf(int token)
    {
        IReadOnlyList<CueForm> forms = Text.Forms(token);
        if (forms.Count > 0)
            return FormCache.Hash(forms[0].Verb.Class) | 1;
        return Text.Noun(token) is CueNoun noun ? FormCache.Hash(noun.Class) & ~1u : 0;
    }

    private void ReadGroups()
    {
        foreach (Clause clause in Clauses)
        {
            for (int token = clause.First; token < clause.Last;)
            {
                int start = token;
                bool hasPreposition = Text.Is(token, WordClass.Preposition) && Text.Tag(token).Upos is Upos.Adp && token + 1 < clause.Last;
                if (hasPreposition)
                    start++;
                int end = StatementNounGroups.End(Text, start, clause.Last);
                if (end == start)
                {
                    token = start;
                    if (!hasPreposition)
                        token++;
                    continue;
                }

                int head = end - 1;
                while (head > start && !Text.IsNoun(head))
                    head--;
                if (!Text.IsNoun(head))
                    head = end - 1;
                for (int k = token; k < end; k++)
                {
                    ref Word word = ref _words[k - First];
                    word.GroupFirst = token - First;
                    word.GroupLast = end - First;
                    word.Head = _words[head - First].Lemma;
                    word.HeadKind = _words[head - First].Kind;
                    word.Case = Text.Tag(head).Case is GrammaticalCase.None ? Text.Tag(start).Case : Text.Tag(head).Case;
                    word.Preposition = hasPreposition ? _words[token - First].Small : 0;
                }

                token = end;
            }
        }
    }

    /// <summary>Gives finite verbs the lemma with their separated prefix.</summary>
    private void ReadPrefixes()
    {
        Span<char> joined = stackalloc char[64];
        foreach (Clause clause in Clauses)
        {
            if (clause.Finite < 0 || clause.Unit < 0)
                continue;
            int last = Clauses[Sentence.LastOf(clause.Unit)].Last - 1;
            int at = IsPrefix(last) && last > clause.Finite ? last : IsPrefix(clause.Last - 1) && clause.Last - 1 > clause.Finite ? clause.Last - 1 : -1;
            if (at < 0)
                continue;
            string prefix = Text.Lower(at), lemma = Text.Tagged.Lemmas[clause.Finite];
            if (prefix.Length + lemma.Length > joined.Length)
                continue;
            prefix.CopyTo(joined);
            lemma.CopyTo(joined[prefix.Length..]);
            _words[clause.Finite - First].Lemma = FormCache.Hash(joined[..(prefix.Length + lemma.Length)]);
            _words[clause.Finite - First].Prefix = at - First;
        }
    }

    private bool IsPrefix(int token) => Text.Is(token, WordClass.VerbPrefix) && Text.Tag(token).Upos is Upos.Adp or Upos.Adv or Upos.Adj or Upos.X or Upos.Part;

    /// <summary>A word of the sentence.</summary>
    internal struct Word
    {
        /// <summary>Hashes of the form in small letters and of the dictionary form, with a separated prefix.</summary>
        public uint Small, Lemma;

        public TokenTag Tag;

        /// <summary>Part of speech and kind of verb form.</summary>
        public uint Kind;

        /// <summary>Class of the cue that the tables know; 0 for none.</summary>
        public uint Lexicon;

        /// <summary>The stretch that holds it, or the next one where it separates two.</summary>
        public int Stretch;

        public bool IsSeparator, Quoted;

        /// <summary>Its group of nouns, with a preposition; -1 outside.</summary>
        public int GroupFirst, GroupLast;

        /// <summary>Lemma, kind, case and preposition of that group.</summary>
        public uint Head, HeadKind, Preposition;

        public GrammaticalCase Case;

        /// <summary>Index of its separated prefix; 0 for none.</summary>
        public int Prefix;
    }
}
