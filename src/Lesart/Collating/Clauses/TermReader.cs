using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>The keys of words: their stem, what means the same, what it is called in another language; and phrases that mean one thing.</summary>
internal sealed class TermReader(LanguagePacks packs, TermIds ids)
{
    private const int MaxParticleDistance = 14;

    private readonly Dictionary<string, ClosedWords> _closed = new(StringComparer.Ordinal);

    /// <summary>Adds the keys of a word, and those of a compound's parts.</summary>
    /// <param name="text">The account.</param>
    /// <param name="word">Index of the word.</param>
    /// <param name="last">End of its clause: a separated prefix stands before it.</param>
    /// <param name="keys">Keys by which the whole word is met.</param>
    /// <param name="parts">Keys by which a part of it is met.</param>
    /// <returns>The word, a finite verb with its prefix.</returns>
    public Term AddKeys(AccountText text, int word, int last, HashSet<int> keys, HashSet<int> parts)
    {
        Term term = text.Words[word].Term;
        if (term.IsFinite && Whole(text, word, last) is Term whole)
            term = whole;
        AddKeys(text, term, keys, parts);
        return term;
    }

    private void AddKeys(AccountText text, Term term, HashSet<int> keys, HashSet<int> parts)
    {
        keys.Add(ids.Of("c:" + text.Language + ":" + term.Concept));
        foreach (string meaning in term.Meanings)
            keys.Add(ids.Of("m:" + meaning));
        foreach (string pivot in term.Pivots)
            (term.HasPivotsOfParts ? parts : keys).Add(ids.Of("p:" + pivot));
        foreach (string equivalent in term.Equivalents)
            keys.Add(ids.Of("p:" + equivalent));
        foreach (string equivalent in term.PartEquivalents)
            parts.Add(ids.Of("p:" + equivalent));
        foreach (string part in term.Parts)
            parts.Add(ids.Of("c:" + text.Language + ":" + part));
        foreach (string meaning in term.PartMeanings)
            parts.Add(ids.Of("m:" + meaning));
    }

    /// <summary>The keys of a lemma that another layer found, whole and by parts.</summary>
    public int[] KeysOf(AccountText text, string lemma)
    {
        HashSet<int> keys = [];
        foreach (string word in lemma.Split(' '))
        {
            if (text.Lexicon?.Look(word) is { IsFunctionWord: false } term)
                AddKeys(text, term, keys, keys);
        }

        return [.. keys.Order()];
    }

    /// <summary>Phrases between two words, each with the words that it covers: met as a whole, or in part by one of these.</summary>
    public IEnumerable<(UnitTerm Term, int[] Words)> Phrases(AccountText text, int first, int last)
    {
        foreach ((string meaning, int[] words) in WordsOf(text.Language).Phrases.Find(text, first, last))
        {
            HashSet<int> parts = [];
            foreach (int word in words.Where(word => !text.Words[word].Term.IsFunctionWord))
                AddKeys(text, text.Words[word].Term, parts, parts);
            int whole = ids.Of("m:" + meaning);
            parts.Remove(whole);
            yield return (new UnitTerm([whole], [.. parts.Order()], 1, UnitTermKind.Content, IsPredicate: true), words);
        }
    }

    /// <summary>The words that negations between two places deny: the next one that says something, else the one before; of a pronoun the verbs.</summary>
    public IEnumerable<int> NegatedWords(AccountText text, int first, int last)
    {
        ClosedWords words = WordsOf(text.Language);
        for (int i = first; i < last; i++)
        {
            if (!words.Negations.Contains(text.Words[i].Term.Folded))
                continue;
            int next = i + 1, before = i - 1;
            while (next < last && text.Words[next].Term.IsFunctionWord)
                next++;
            while (before >= first && text.Words[before].Term.IsFunctionWord)
                before--;
            if (next < last)
                yield return next;
            else if (before >= first)
                yield return before;
        }
    }

    /// <summary>A word, a finite verb with its prefix.</summary>
    public Term WordOf(AccountText text, int word, int last) => text.Words[word].Term is { IsFinite: true } && Whole(text, word, last) is Term whole ? whole : text.Words[word].Term;

    /// <summary>Whether all negations between two places stand before a figure or a time: who says "not before April" or "no two days" denies neither.</summary>
    public bool IsOfMeasure(AccountText text, int first, int last, Func<int, bool> isMeasure)
    {
        ClosedWords words = WordsOf(text.Language);
        bool hasAny = false;
        for (int i = first; i < last; i++)
        {
            if (!words.Negations.Contains(text.Words[i].Term.Folded))
                continue;
            int next = i + 1;
            while (next < last && !isMeasure(next) && text.Words[next].Term.IsFunctionWord)
                next++;
            if (next >= last || !isMeasure(next))
                return false;
            hasAny = true;
        }

        return hasAny;
    }

    /// <summary>The words between two places; where a negation stands there, those of its own part of the clause.</summary>
    public IEnumerable<int> WordsInScope(AccountText text, int first, int last)
    {
        ClosedWords words = WordsOf(text.Language);
        int[] negations = [.. Enumerable.Range(first, last - first).Where(word => words.Negations.Contains(text.Words[word].Term.Folded))];
        return Enumerable.Range(first, last - first).Where(word => negations.Length == 0 || Array.Exists(negations, negation => !IsCutBetween(text, word, negation)));
    }

    /// <summary>Whether a mark or a word that opens a clause stands between two words.</summary>
    private bool IsCutBetween(AccountText text, int one, int other)
    {
        (int from, int to) = (Math.Min(one, other), Math.Max(one, other));
        for (int i = from + 1; i <= to; i++)
        {
            if (text.HasMarkBefore(i) || WordsOf(text.Language).Openers.Contains(text.Words[i].Term.Folded))
                return true;
        }

        return false;
    }

    /// <summary>Whether a clause that begins at a word is joined to what stands before it.</summary>
    public bool IsCoordinated(AccountText text, int first) => first < text.Words.Length && WordsOf(text.Language).Coordinators.Contains(text.Words[first].Term.Folded);

    /// <summary>Whether a finite verb may stand between two places.</summary>
    /// <param name="text">The account.</param>
    /// <param name="first">The first word.</param>
    /// <param name="last">The word behind the last.</param>
    /// <param name="except">Words that don't count.</param>
    public bool HasFinite(AccountText text, int first, int last, IReadOnlySet<int> except) => Enumerable.Range(first, last - first).Any(word => !except.Contains(word) && (text.Words[word].Term.IsFinite || WordsOf(text.Language).Auxiliaries.Contains(text.Words[word].Term.Folded)));

    /// <summary>Whether a negation stands between two places, other than before a word that takes it back ("not only") or in a phrase.</summary>
    public bool IsNegated(AccountText text, int first, int last)
    {
        ClosedWords words = WordsOf(text.Language);
        HashSet<int> covered = [.. Phrases(text, first, last).SelectMany(static phrase => phrase.Words)];
        for (int i = first; i < last; i++)
        {
            if (!covered.Contains(i) && words.Negations.Contains(text.Words[i].Term.Folded) && !(i + 1 < last && words.Restrictors.Contains(text.Words[i + 1].Term.Folded)))
                return true;
        }

        return false;
    }

    /// <summary>Whether any word between two places negates, be it part of a phrase or beside a restrictor.</summary>
    public bool HoldsNegation(AccountText text, int first, int last)
    {
        ClosedWords words = WordsOf(text.Language);
        for (int i = first; i < last; i++)
        {
            if (words.Negations.Contains(text.Words[i].Term.Folded))
                return true;
        }

        return false;
    }

    /// <summary>Whether a clause that begins at a word asks, or hangs on a word that can: who, how, why.</summary>
    public bool Asks(AccountText text, int first) => first < text.Words.Length && WordsOf(text.Language).Questions.Contains(text.Words[first].Term.Folded);

    /// <summary>Whether a word between two places tells with reserve.</summary>
    public bool IsHedged(AccountText text, int first, int last)
    {
        ClosedWords words = WordsOf(text.Language);
        for (int i = first; i < last; i++)
        {
            if (words.Hedges.Contains(text.Words[i].Term.Folded))
                return true;
        }

        return false;
    }

    /// <summary>A finite verb with the prefix that stands behind it ("trat ... zurück").</summary>
    private Term? Whole(AccountText text, int word, int last)
    {
        if (text.Lexicon is not TermLexicon lexicon)
            return null;
        ClosedWords closed = WordsOf(text.Language);
        for (int i = Math.Min(last, word + MaxParticleDistance) - 1; i > word; i--)
        {
            if (closed.Particles.Contains(text.Words[i].Term.Folded) && lexicon.WithPrefix(text.FormOf(i), text.FormOf(word)) is Term whole)
                return whole;
        }

        return null;
    }

    private ClosedWords WordsOf(string language)
    {
        if (!_closed.TryGetValue(language, out ClosedWords? words))
            _closed[language] = words = packs.TryGet(language, out LanguagePack? pack) ? pack.Table(static pack => new ClosedWords(pack)) : ClosedWords.None;
        return words;
    }

    private sealed class ClosedWords
    {
        private ClosedWords() => (Particles, Negations, Restrictors, Hedges, Questions, Auxiliaries, Openers, Coordinators, Phrases) = ([], [], [], [], [], [], [], [], new PhraseFinder(new HashSet<string>()));

        public ClosedWords(LanguagePack pack)
        {
            Particles = Words("clause-words.tsv", "verb-prefix");
            Negations = Words("clause-words.tsv", "negation");
            Questions = Words("clause-words.tsv", "question");
            Coordinators = Words("clause-words.tsv", "coordinator");
            Openers = [.. Words("clause-words.tsv", "complementizer"), .. Words("clause-words.tsv", "subordinator"), .. Words("clause-words.tsv", "coordinator"), .. pack.Setting("clause-verb") == "last" ? [] : Words("clause-words.tsv", "relative")];
            Auxiliaries = [.. Words("clause-words.tsv", "auxiliary"), .. Words("clause-words.tsv", "modal")];
            Restrictors = Words("hedges.tsv", "restrictor");
            Phrases = new PhraseFinder(Negations);
            Hedges = [.. Words("hedges.tsv", "hedge"), .. Words("hedges.tsv", "belief")]; // "soll" tells plans as well

            HashSet<string> Words(string file, string kind) =>
                new(pack.Data.Rows(file).Where(row => row[0] == kind).SelectMany(static row => row[1].Split(' ')).Select(static word => Folding.Fold(word)), StringComparer.Ordinal);
        }

        public static ClosedWords None { get; } = new();

        public PhraseFinder Phrases { get; }

        public HashSet<string> Particles { get; }

        public HashSet<string> Negations { get; }

        public HashSet<string> Questions { get; }

        public HashSet<string> Auxiliaries { get; }

        public HashSet<string> Openers { get; }

        public HashSet<string> Coordinators { get; }

        public HashSet<string> Restrictors { get; }

        public HashSet<string> Hedges { get; }
    }
}
