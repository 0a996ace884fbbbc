using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>The words from one border of clauses to the next, and which of them must be a finite verb (<see cref="FiniteVerbRule"/>).</summary>
/// <remarks>A clause that a subordinating word or a relative pronoun opens ends with its finite verb, and so does what "and" joins to it; a main clause has it second.
/// A bare infinitive has a verb that takes infinitives, and an inflected adjective has a noun behind it: where there is none, a form that can be finite is.</remarks>
internal ref struct ClauseVerbs
{
    private const int FarthestOpener = 3; // words from the beginning
    private const int FewestOfConjunct = 2; // words between "and" and the verb behind it

    private readonly TaggerModel _model;
    private readonly ReadOnlySpan<WordInfo> _words;
    private readonly Span<int> _chosen;
    private readonly uint _tags; // of its words, a bit each
    private int _finite = -1; // the last finite verb

    /// <summary>Reads the words of a sentence from <paramref name="start"/> to the next border, or to a subordinating word behind a finite verb.</summary>
    public ClauseVerbs(TaggerModel model, ReadOnlySpan<WordInfo> words, Span<int> chosen, int start)
    {
        (uint finite, uint subordinator, int end) = (model.Groups.Finite, model.Groups.Subordinator, start);
        for (; end < words.Length; end++)
        {
            WordInfo word = words[end];
            uint tag = 1u << chosen[end];
            if (word.IsBorder || ((tag & subordinator) != 0 && HasFinite && !MayCompare(word)))
                break;
            _tags |= tag;
            TakesInfinitive |= word.TakesInfinitive;
            if ((tag & finite) != 0)
                _finite = end - start;
        }

        Next = end < words.Length && words[end].IsBorder ? end + 1 : end;
        _model = model;
        _words = words[start..end];
        _chosen = chosen[start..end];
    }

    /// <summary>Where the sentence's next clause begins.</summary>
    public int Next { get; }

    public readonly bool HasFinite => _finite >= 0;

    /// <summary>Whether some word of it can have a bare infinitive beside it.</summary>
    public bool TakesInfinitive { get; }

    /// <summary>Whether it is a subordinate clause with its verb at the end: what follows goes on with something else.</summary>
    public readonly bool EndsWithVerb => HasFinite && _finite == Last() && OpensSubordinate(Opener());

    private readonly TokenTag Tag(int i) => _model.Tags[_chosen[i]];

    private readonly Upos UposAt(int i) => i >= 0 && i < _words.Length ? Tag(i).Upos : Upos.Punct;

    // "als" and "wie" compare too: "mehr als vier", "wie berichtet"
    private static bool MayCompare(WordInfo word) => Array.Exists(word.Readings, static reading => reading.Tag.Upos is Upos.Cconj or Upos.Adp);

    private readonly int Last()
    {
        int last = _words.Length - 1;
        while (last > 0 && _words[last].Shape == WordShape.Other)
            last--; // quotation marks
        return last;
    }

    private readonly int Opener()
    {
        for (int i = 0; i < Math.Min(FarthestOpener, _words.Length); i++)
        {
            if (Tag(i).Upos is Upos.Sconj or Upos.Pron || (i == 0 && _words[i].MayOpenClause && Tag(i).Upos != Upos.Adp))
                return i;
        }

        return -1;
    }

    // "er" and "es" open main clauses alone.
    private readonly bool OpensSubordinate(int i) => i >= 0 && (Tag(i).Upos != Upos.Pron || !Array.Exists(_words[i].Readings, static reading => reading.Tag.Person != 0));

    /// <summary>Gives the clause the finite verb that it needs.</summary>
    /// <param name="sentenceHasFinite">Whether any clause of the sentence has one.</param>
    /// <param name="takesInfinitive">Whether a clause before, which may go on here, has a verb that takes infinitives.</param>
    public void Repair(bool sentenceHasFinite, bool takesInfinitive)
    {
        bool isJoined = (_tags & _model.Groups.Coordinator) != 0;
        if (_words.Length == 0 || (HasFinite && !isJoined))
            return;
        (int opener, int last) = (Opener(), Last());
        bool isSubordinate = OpensSubordinate(opener);
        if (!HasFinite && !isSubordinate)
            RepairReported(last);
        if (!HasFinite)
            RepairWhole(opener, last, isSubordinate, sentenceHasFinite);
        if (HasFinite && isJoined && isSubordinate)
            RepairConjuncts(opener, last);
        for (int i = 0; i <= last; i++)
        {
            if (_words[i] is { Shape: WordShape.Small, MayBeFinite: true } && ((isJoined && !takesInfinitive && IsFreeInfinitive(i, isSubordinate)) || IsFreeAdjective(i)))
                MakeFinite(i);
            takesInfinitive |= _words[i].TakesInfinitive;
        }
    }

    /// <summary>Gives a main clause its second word, if the sentence has no finite verb but in subordinate clauses.</summary>
    /// <returns>Whether it could.</returns>
    public bool RepairMain()
    {
        if (HasFinite || Opener() >= 0)
            return false;
        for (int i = 1; i < Last(); i++)
        {
            (Upos before, Upos next) = (UposAt(i - 1), UposAt(i + 1));
            bool isVerb = Tag(i).VerbForm != VerbForm.None, isOther = Tag(i).Upos is Upos.Adj or Upos.Adv;
            bool isFollowed = next is Upos.Det or Upos.Pron || (next is Upos.Noun or Upos.Propn && (isVerb || before is Upos.Noun or Upos.Propn));
            if ((isVerb || isOther) && isFollowed && _words[i] is { Shape: WordShape.Small, MayBeFinite: true } && before is not (Upos.Det or Upos.Adp or Upos.Adj or Upos.Part))
            {
                MakeFinite(i);
                return true;
            }
        }

        return false;
    }

    // "er weise den Vorwurf zurück", "das Land bitte um Hilfe": behind its subject a form that reports is no adjective or adverb.
    private void RepairReported(int last)
    {
        for (int i = 1; i < last; i++)
        {
            if (IsParticle(i))
                return;
            bool isBehindPronoun = i == 1 && UposAt(0) == Upos.Pron && !OpensSubordinate(0);
            bool isBehindNoun = UposAt(i - 1) is Upos.Noun or Upos.Propn && UposAt(i + 1) is Upos.Det or Upos.Pron or Upos.Adp;
            if (Tag(i).Upos is Upos.Adj or Upos.Adv && (isBehindPronoun || isBehindNoun) && _words[i] is { Shape: WordShape.Small, FirstPersonTags: not 0 })
            {
                MakeFinite(i);
                return;
            }
        }
    }

    private void RepairWhole(int opener, int end, bool isSubordinate, bool sentenceHasFinite)
    {
        int first = -1, last = -1;
        bool hasNominal = false;
        for (int i = 0; i < _words.Length; i++)
        {
            if (IsParticle(i))
                return; // an infinitive with its particle
            hasNominal |= i < end && UposAt(i) is Upos.Noun or Upos.Propn or Upos.Pron;
            if (Tag(i).Upos is not (Upos.Verb or Upos.Aux) || !_words[i].MayBeFinite)
                continue;
            first = first < 0 ? i : first;
            last = i;
        }

        if (last < 0 && hasNominal && isSubordinate && _words[end] is { Shape: WordShape.Small, MayBeFinite: true })
            first = last = end;
        if (hasNominal && opener >= 0 && last > opener)
            MakeFinite(last);
        else if (!sentenceHasFinite && first >= 0)
            MakeFinite(first);
    }

    private readonly bool IsParticle(int i) => UposAt(i) == Upos.Part && i + 1 < _words.Length && Tag(i + 1).VerbForm == VerbForm.Infinitive;

    // "die alle entspringen und ins Meer fließen", "weil er viel hat und gern gibt": both end with finite verbs.
    private void RepairConjuncts(int opener, int last)
    {
        int finite = _finite;
        if (finite < last && UposAt(finite + 1) == Upos.Cconj && IsLooseVerb(last))
        {
            MakeFinite(last);
        }
        else if (finite == last && Tag(finite).Upos == Upos.Verb && !_words[finite].TakesInfinitive)
        {
            for (int i = opener + 2; i < finite - FewestOfConjunct && Tag(i - 1).VerbForm != VerbForm.Finite; i++)
            {
                if (UposAt(i) == Upos.Cconj && IsLooseVerb(i - 1))
                    MakeFinite(i - 1);
            }
        }
    }

    private readonly bool IsLooseVerb(int i) =>
        Tag(i) is { Upos: Upos.Verb or Upos.Aux, VerbForm: VerbForm.Infinitive or VerbForm.Participle } && _words[i].MayBeFinite && UposAt(i - 1) != Upos.Part
        && (Tag(i).Upos == Upos.Aux || UposAt(i - 1) is not (Upos.Verb or Upos.Aux));

    // "bekommen" may be a participle, whose auxiliary stands before "and"
    private readonly bool IsFreeInfinitive(int i, bool isSubordinate) =>
        Tag(i) is { Upos: Upos.Verb or Upos.Aux, VerbForm: VerbForm.Infinitive } && !Array.Exists(_words[i].Readings, static reading => reading.Tag.VerbForm == VerbForm.Participle) && UposAt(i - 1) is not (Upos.Part or Upos.Adp or Upos.Det or Upos.Verb or Upos.Aux) && UposAt(i + 1) is not (Upos.Verb or Upos.Aux)
        && ConjunctOf(i) is { IsJoined: true, HasFinite: false } && !(isSubordinate && TakesInfinitiveBehind(i));

    // the verb that takes it stands behind it in subordinate clauses alone
    private readonly bool TakesInfinitiveBehind(int i)
    {
        for (int k = i + 1; k < _words.Length; k++)
        {
            if (_words[k].TakesInfinitive)
                return true;
        }

        return false;
    }

    // no noun behind it, and nothing before it that would begin a group of nouns
    private readonly bool IsFreeAdjective(int i) =>
        Tag(i).Upos == Upos.Adj && UposAt(i + 1) is Upos.Det or Upos.Pron or Upos.Adp or Upos.Adv or Upos.Part && UposAt(i - 1) is not (Upos.Det or Upos.Adp or Upos.Adj or Upos.Num)
        && !Array.Exists(_words[i].Readings, static reading => reading.Tag is { Upos: Upos.Adj, Case: GrammaticalCase.None }) && !ConjunctOf(i).HasFinite;

    // The words from "and" to "and": whether one begins them, and whether a finite verb or an infinitive with its particle is among them.
    private readonly (bool IsJoined, bool HasFinite) ConjunctOf(int i)
    {
        bool hasFinite = false;
        int k = i;
        for (; k >= 0 && UposAt(k) != Upos.Cconj; k--)
            hasFinite |= Tag(k).VerbForm == VerbForm.Finite || IsParticle(k);
        bool isJoined = k >= 0;
        for (k = i; k < _words.Length && UposAt(k) != Upos.Cconj; k++)
            hasFinite |= Tag(k).VerbForm == VerbForm.Finite || IsParticle(k);
        return (isJoined, hasFinite);
    }

    private void MakeFinite(int i)
    {
        WordInfo word = _words[i];
        Upos upos = Tag(i).Upos == Upos.Aux ? Upos.Aux : Upos.Verb;
        bool isIndicative = Array.Exists(word.Readings, static reading => reading.Tag.Mood == Mood.Indicative) && (word.FirstPersonTags == 0 || HasFirstPerson());
        Mood mood = isIndicative ? Mood.Indicative : Mood.SubjunctiveII;
        int finite = Array.FindIndex(_model.Tags, tag => tag.Upos == upos && tag.VerbForm == VerbForm.Finite && tag.Mood == mood);
        if (finite < 0)
            return;
        _chosen[i] = finite;
        _finite = Math.Max(_finite, i);
    }

    private readonly bool HasFirstPerson()
    {
        foreach (WordInfo word in _words)
        {
            if (word.IsFirstPerson)
                return true;
        }

        return false;
    }
}
