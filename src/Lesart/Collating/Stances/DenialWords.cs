using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>By which words a language says that something is not so: verbs of denying (<c>speech-verbs.tsv</c>), words that refute (<c>replies.tsv</c>, <c>hedges.tsv</c>).</summary>
internal sealed class DenialWords
{
    private const string Denies = "denies";
    private const int PrefixColumn = 1;
    private const int ClassColumn = 2;
    private const int FramesColumn = 3;
    private const int FirstFiniteColumn = 4;
    private const int FirstWholeColumn = 7; // participle and infinitives hold the prefix
    private const int MaxParticleDistance = 14;
    private const int ObjectReach = 5;
    private const int PassiveReach = 2;
    private const int AskReach = 3;
    private const int IdleReach = 9;
    private const int PhraseReach = 6; // words between the first and the last of a phrase

    private readonly Dictionary<string, List<(string Prefix, Denial Denial, bool Refuses)>> _verbs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Denial> _words = new(StringComparer.Ordinal);
    private readonly List<(string[] Words, Denial Denial)> _phrases = [];
    private readonly Dictionary<string, List<int>> _phrasesWith = new(StringComparer.Ordinal); // by their longest word
    private readonly List<HashSet<string>[]> _idle = []; // words in text order that deny nothing, each with its other forms
    private readonly List<HashSet<string>[]> _rulingOut = []; // words in text order that shut out what may come, each with its other forms
    private readonly HashSet<string> _doubtful = new(StringComparer.Ordinal);
    private readonly HashSet<string> _negations = new(StringComparer.Ordinal);
    private readonly HashSet<string> _pointing = new(StringComparer.Ordinal);
    private readonly HashSet<string> _asking = new(StringComparer.Ordinal);
    private readonly HashSet<string> _objects = new(StringComparer.Ordinal); // pronouns that can be what is denied
    private readonly HashSet<string> _parts = new(StringComparer.Ordinal);
    private readonly HashSet<string> _articles = new(StringComparer.Ordinal);
    private readonly HashSet<string> _before = new(StringComparer.Ordinal); // words behind which a noun with its attributes stands
    private readonly HashSet<string> _genitives = new(StringComparer.Ordinal); // articles
    private readonly HashSet<string> _finite = new(StringComparer.Ordinal); // auxiliaries and modals
    private readonly HashSet<string> _auxiliaries = new(StringComparer.Ordinal); // of the passive

    private DenialWords(LanguagePack pack)
    {
        foreach (DataRow row in pack.Data.Rows("speech-verbs.tsv").Where(static row => row[ClassColumn] == Denies || row[FramesColumn].Contains("refuses", StringComparison.Ordinal)))
        {
            bool refuses = row[FramesColumn].Contains("refuses", StringComparison.Ordinal);
            Denial denial = row[ClassColumn] == Denies && !row[FramesColumn].Contains("weak", StringComparison.Ordinal) ? Denial.Sure : Denial.Possible;
            for (int column = FirstFiniteColumn; column < row.Cells.Count; column++)
            {
                foreach (string form in row[column].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static form => Folding.Fold(form)))
                {
                    string prefix = column < FirstWholeColumn || !form.Contains(Folding.Fold(row[PrefixColumn]), StringComparison.Ordinal) ? Folding.Fold(row[PrefixColumn]) : "";
                    if (!_verbs.TryGetValue(form, out List<(string, Denial, bool)>? verbs))
                        _verbs[form] = verbs = [];
                    verbs.Add((prefix, denial, refuses));
                    if (prefix.Length > 0)
                        _verbs.TryAdd(prefix + form, [("", denial, refuses)]);
                }
            }
        }

        _objects.UnionWith(Entries("pointing").Select(static entry => Folding.Fold(entry)));
        _idle.AddRange(Rows("no-denial"));
        _rulingOut.AddRange(Rows("ruling-out"));
        _parts.UnionWith(Entries("involvement").Select(static entry => Folding.Fold(entry)));
        foreach (DataRow row in pack.Data.Rows("replies.tsv").Where(static row => row[0] is "refutation" or "doubtful-refutation"))
        {
            foreach (string[] words in row[1].Split(',', StringSplitOptions.TrimEntries).Select(static entry => entry.Split(' ').Select(static word => Folding.Fold(word)).ToArray()))
            {
                Denial denial = row[0] == "refutation" ? Denial.Sure : Denial.Possible;
                if (words.Length == 1)
                    _words[words[0]] = denial;
                else
                    AddPhrase(words, denial);
            }
        }

        _doubtful.UnionWith(pack.Data.Rows("hedges.tsv").Where(static row => row[0] == "false").SelectMany(static row => row[1].Split(' ')).Select(static word => Folding.Fold(word)));
        _pointing.UnionWith(ClosedWords("content-pronoun"));
        _negations.UnionWith(ClosedWords("negation"));
        _asking.UnionWith(ClosedWords("question").Except(ClosedWords("relative")));
        _articles.UnionWith(ClosedWords("nominative-article"));
        _before.UnionWith(_articles.Concat(ClosedWords("preposition")));
        _genitives.UnionWith(ClosedWords("genitive-article"));
        _finite.UnionWith(ClosedWords("auxiliary").Concat(ClosedWords("modal")));
        _auxiliaries.UnionWith(ClosedWords("be").Concat(ClosedWords("passive")));

        IEnumerable<HashSet<string>[]> Rows(string kind) => Entries(kind).Select(static entry => entry.Split(' ').Select(static word => word.Split('|').Select(static form => Folding.Fold(form)).ToHashSet(StringComparer.Ordinal)).ToArray());
        IEnumerable<string> Entries(string kind) => pack.Data.Rows("replies.tsv").Where(row => row[0] == kind).SelectMany(static row => row[1].Split(',', StringSplitOptions.TrimEntries));
        IEnumerable<string> ClosedWords(string kind) => pack.Data.Rows("clause-words.tsv").Where(row => row[0] == kind).SelectMany(static row => row[1].Split(' ')).Select(static word => Folding.Fold(word));
    }

    private void AddPhrase(string[] words, Denial denial)
    {
        string longest = words.MaxBy(static word => word.Length)!; // a phrase has words
        if (!_phrasesWith.TryGetValue(longest, out List<int>? phrases))
            _phrasesWith[longest] = phrases = [];
        phrases.Add(_phrases.Count);
        _phrases.Add((words, denial));
    }

    /// <summary>The words of a language.</summary>
    public static DenialWords Of(LanguagePack pack) => pack.Table(static pack => new DenialWords(pack));

    /// <summary>How surely the words between two places deny, and which of them do.</summary>
    /// <param name="text">The account.</param>
    /// <param name="first">The first word.</param>
    /// <param name="last">The word behind the last.</param>
    /// <param name="namesCharge">Whether a word between them calls something an accusation: what refutes it ("a lie") speaks of it.</param>
    public (Denial Denial, HashSet<int> Words) Read(AccountText text, int first, int last, bool namesCharge)
    {
        Denial denial = Denial.None;
        HashSet<int> found = [];
        bool speaksOfClaim = namesCharge || Enumerable.Range(first, last - first).Any(word => _pointing.Contains(text.Words[word].Term.Folded));
        HashSet<int> idle = IdleWords(text, first, last);
        for (int i = first; i < last; i++)
        {
            if (idle.Contains(i))
                continue;
            string form = text.Words[i].Term.Folded;
            foreach ((string prefix, Denial of, bool refuses) in (text.Words[i].Term.CanBeNoun && !HasObject(text, i, first, last)) || IsAttributive(text, i, first, last) ? [] : _verbs.GetValueOrDefault(form, [])) // "in a dispute over pay"
            {
                int at = prefix.Length == 0 ? i : PlaceOf(text, prefix, i + 1, Math.Min(last, i + MaxParticleDistance));
                if (at >= 0 && !IsAsked(text, i, first) && !(refuses && (IsOfFavour(text, i, first, last) || IsOfNumber(text, i, last))) && (of is Denial.Sure || speaksOfClaim || !IsPassive(text, i, first)) && !IsNegated(text, i, first) && (at == i || !IsNegated(text, at, first)))
                    Take(of, i, at);
            }

            if (IsNegated(text, i, first))
                continue; // "is not false"
            if (_words.TryGetValue(form, out Denial alone) && !IsBeforeOther(text, i, last) && (alone is Denial.Sure || speaksOfClaim || IsLast(text, i, last)))
                Take(alone, i);
            if (_doubtful.Contains(form) && !IsAttribute(text, i, last) && (!text.Words[i].Term.IsVerb || (speaksOfClaim && IsLast(text, i, last)))) // "in a field that lies by the road"
                Take(speaksOfClaim ? Denial.Sure : Denial.Possible, i);
        }

        bool isDoubled = false; // "no indication that it is inaccurate"
        foreach ((string[] words, Denial of) in PhrasesWithin(text, first, last))
        {
            int[] places = [.. words.Select(word => PlaceOf(text, word, first, last))];
            if (Array.IndexOf(places, -1) >= 0 || places.Max() - places.Min() > PhraseReach || Array.Exists(places, idle.Contains) || (_negations.Contains(words[0]) && IsParted(text, places.Min(), places.Max())))
                continue;
            isDoubled |= of is Denial.Possible && _negations.Contains(words[0]) && found.Count > 0 && found.Min() > places.Max();
            Take(of, places);
        }

        if (isDoubled)
            return (Denial.None, []);

        return (denial, found);

        void Take(Denial of, params ReadOnlySpan<int> places)
        {
            denial = (Denial)Math.Max((int)denial, (int)of);
            foreach (int place in places)
                found.Add(place);
        }
    }

    /// <summary>Whether another clause begins between two words: "it happened, but never so loud".</summary>
    private static bool IsParted(AccountText text, int first, int last) => Enumerable.Range(first + 1, Math.Max(0, last - first)).Any(text.HasMarkBefore);

    /// <summary>Phrases of which one word at least stands between two places, in the order of the tables.</summary>
    private IEnumerable<(string[] Words, Denial Denial)> PhrasesWithin(AccountText text, int first, int last)
    {
        SortedSet<int> within = [];
        for (int i = first; i < last; i++)
        {
            if (_phrasesWith.TryGetValue(text.Words[i].Term.Folded, out List<int>? phrases))
                within.UnionWith(phrases);
        }

        return within.Select(phrase => _phrases[phrase]);
    }

    /// <summary>Words between two places that deny nothing where they stand together: who shuts the public out of a room rules nothing out.</summary>
    public HashSet<int> IdleWords(AccountText text, int first, int last) => Places(_idle, text, first, last);

    /// <summary>Whether words between two places rule out what may come: whatever noun stands with them is named there, and not before ("schloss einen Rücktritt aus").</summary>
    public bool RulesOut(AccountText text, int first, int last) => Places(_rulingOut, text, first, last).Count > 0;

    private static HashSet<int> Places(List<HashSet<string>[]> phrases, AccountText text, int first, int last)
    {
        HashSet<int> found = [];
        foreach (HashSet<string>[] words in phrases)
        {
            for (int start = first; start < last; start++)
            {
                if (!words[0].Contains(text.Words[start].Term.Folded))
                    continue;
                int[] places = new int[words.Length];
                places[0] = start;
                int at = 1;
                for (int word = start + 1; at < words.Length && word < Math.Min(last, start + IdleReach); word++)
                {
                    if (words[at].Contains(text.Words[word].Term.Folded))
                        places[at++] = word;
                }

                if (at == words.Length)
                    found.UnionWith(places);
            }
        }

        return found;
    }

    /// <summary>Whether what is denied between two places stands before them: a pronoun with no noun of its own ("denied this"), or any part in it ("denied any involvement").</summary>
    /// <param name="text">The account.</param>
    /// <param name="first">The first word.</param>
    /// <param name="last">The word behind the last.</param>
    /// <param name="telling">Words that deny or say who does.</param>
    public bool PointsBack(AccountText text, int first, int last, IReadOnlySet<int> telling)
    {
        for (int i = first; i < last; i++)
        {
            string form = text.Words[i].Term.Folded;
            if (_parts.Contains(form))
                return true;
            if (!telling.Contains(i) && _objects.Contains(form) && !OpensClause(text, i, last) && !IsSubject(text, i, last) && (i + 1 >= last || text.Words[i + 1].Term.IsFunctionWord || telling.Contains(i + 1) || text.Words[i + 1].Start > text.Words[i].End + 1))
                return true;
        }

        return false;
    }

    /// <summary>Whether a word between two places names the part that somebody may have in something ("any involvement").</summary>
    public bool NamesPart(AccountText text, int first, int last) => Enumerable.Range(first, last - first).Any(word => _parts.Contains(text.Words[word].Term.Folded));

    /// <summary>Whether a word that can be a noun is a verb with its object: an article or a pronoun stands behind it, and none before it ("rejects that claim").</summary>
    private bool HasObject(AccountText text, int word, int first, int last) =>
        word + 1 < last && _articles.Contains(text.Words[word + 1].Term.Folded) && !text.HasMarkBefore(word + 1) && (word > first ? !_articles.Contains(text.Words[word - 1].Term.Folded) : text.HasMarkBefore(word)); // "Its head, Pat Muster, disputes that account"

    /// <summary>Whether a verb tells of the noun behind it what it is: "over the disputed election".</summary>
    private bool IsAttributive(AccountText text, int word, int first, int last) => word > first && word + 1 < last && text.Words[word + 1].Term is { IsFunctionWord: false, CanBeNoun: true } && text.Words[word + 1].Start == text.Words[word].End + 1
        && (_before.Contains(text.Words[word - 1].Term.Folded) || text.Text.AsSpan(text.Words[word - 1].Start..text.Words[word].Start).IndexOfAny('\'', '’') >= 0) && !text.HasMarkBefore(word);

    /// <summary>Whether a pronoun opens what is denied instead: "denied that anybody had been hurt", but not "said that was a lie".</summary>
    private bool OpensClause(AccountText text, int word, int last) => text.Replies?.Complements.Contains(text.Words[word].Term.Folded) == true && word + 1 < last && !IsFinite(text.Words[word + 1].Term)
        && Enumerable.Range(word + 2, Math.Max(0, last - word - 2)).Any(behind => IsFinite(text.Words[behind].Term));

    /// <summary>Whether a personal pronoun stands right before the verb that it is the subject of, and nothing is said of what it means: "said it would dismiss ...", but not "said it was a lie".</summary>
    private bool IsSubject(AccountText text, int word, int last) => text.HasFixedOrder && !_pointing.Contains(text.Words[word].Term.Folded) && word + 1 < last && IsFinite(text.Words[word + 1].Term) && !_auxiliaries.Contains(text.Words[word + 1].Term.Folded);

    private bool IsFinite(Term term) => _finite.Contains(term.Folded) || (term.IsFinite && !term.CanBeNoun);

    /// <summary>Whether a word, folded, negates.</summary>
    public bool IsNegation(string folded) => _negations.Contains(folded);

    /// <summary>Whether a word, folded, is an article of a genitive.</summary>
    public bool IsGenitive(string folded) => _genitives.Contains(folded);

    /// <summary>Whether a negation stands before a word, or before one word that is no noun ("schließt das nicht aus", "does not necessarily contradict").</summary>
    private bool IsNegated(AccountText text, int word, int first) => (word > first && _negations.Contains(text.Words[word - 1].Term.Folded))
        || (word > first + 1 && _negations.Contains(text.Words[word - 2].Term.Folded) && text.Words[word - 1].Term is { CanBeNoun: false, IsVerb: false, IsName: false });

    /// <summary>Whether a word that asks stands a few words before a verb: "make clear what he is disputing".</summary>
    private bool IsAsked(AccountText text, int word, int first) => Enumerable.Range(1, AskReach).Any(back => word - back >= first && _asking.Contains(text.Words[word - back].Term.Folded));

    /// <summary>Whether the next noun behind a verb, the last where several stand together, or the one right before its passive is something asked for: who rejects a call denies nothing.</summary>
    public bool IsOfFavour(AccountText text, int verb, int first, int last)
    {
        int before = verb - 1;
        while (before > first && text.Words[before].Term.IsFunctionWord)
            before--;
        if (!text.HasFixedOrder && IsFavourBefore(text, verb))
            return true; // "Den Antrag, den er stellte, lehnte sie ab"
        if (before >= first && IsPassive(text, verb, first) && text.Replies?.Favours.Contains(text.Words[before].Term.Lemma) == true)
            return true; // "the permit was denied"
        int noun = verb + 1;
        while (noun < last && noun < verb + ObjectReach && !IsNoun(noun))
            noun++;
        if (noun >= Math.Min(last, verb + ObjectReach))
            return false;
        while (noun + 1 < last && text.Words[noun + 1].Start == text.Words[noun].End + 1 && IsNoun(noun + 1))
            noun++;
        return text.Replies?.Favours.Contains(text.Words[noun].Term.Lemma) == true;

        bool IsNoun(int word) => text.Words[word] is { IsNumber: false, Term: { IsFunctionWord: false, CanBeNoun: true, IsName: false } } && text.Text.AsSpan(text.Words[word].Start, Math.Min(text.Text.Length, text.Words[word].End + 1) - text.Words[word].Start).IndexOfAny('\'', '’') < 0; // "denied the mayor's bid"
    }

    /// <summary>Whether the next word of a verb's object is a number: who dismisses 40 workers rejects nothing that was said.</summary>
    private static bool IsOfNumber(AccountText text, int verb, int last) => verb + 1 < last && text.Words[verb + 1].IsNumber;

    /// <summary>Whether something asked for opens the sentence of a finite verb, and nothing that calls it a claim stands between them.</summary>
    private static bool IsFavourBefore(AccountText text, int verb)
    {
        if (text.Replies is not ReplyWords words || !text.Words[verb].Term.IsFinite)
            return false;
        for (int i = text.WordAt(text.SentenceOf(verb).Start); i < verb; i++)
        {
            Term term = text.Words[i].Term;
            if (term is { IsFunctionWord: false, CanBeNoun: true })
                return words.Favours.Contains(term.Lemma);
        }

        return false;
    }

    /// <summary>Whether an adjective stands right before a noun that is no claim: "your ridiculous summit".</summary>
    private static bool IsBeforeOther(AccountText text, int word, int last) => text.Words[word].Term is { CanBeNoun: false } && word + 1 < last && text.Words[word + 1].Term.IsVerb is false && IsAttribute(text, word, last);

    /// <summary>Whether a word stands before a noun that is no claim: "filed false returns".</summary>
    private static bool IsAttribute(AccountText text, int word, int last) => word + 1 < last && text.Words[word + 1].Term is { IsFunctionWord: false, CanBeNoun: true } noun && text.Words[word + 1].Start == text.Words[word].End + 1 && text.Replies?.Charges.Contains(noun.Lemma) != true;

    /// <summary>Whether an auxiliary stands right before a verb or its adverb: somebody "was dismissed".</summary>
    private bool IsPassive(AccountText text, int word, int first) => Enumerable.Range(1, PassiveReach).Any(back => word - back >= first && _auxiliaries.Contains(text.Words[word - back].Term.Folded));

    /// <summary>Whether no word behind one says anything: "called that a lie".</summary>
    private static bool IsLast(AccountText text, int word, int last) => Enumerable.Range(word + 1, last - word - 1).All(behind => text.Words[behind].Term.IsFunctionWord);

    private static int PlaceOf(AccountText text, string folded, int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (text.Words[i].Term.Folded == folded)
                return i;
        }

        return -1;
    }
}

/// <summary>How surely words deny.</summary>
internal enum Denial
{
    None,

    /// <summary>They may turn down an offer, or speak of something else ("rejected", "a lie").</summary>
    Possible,

    Sure,
}
