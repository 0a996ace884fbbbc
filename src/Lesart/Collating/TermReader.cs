using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>The keys of words: their stem, what means the same, what it is called in another language; and phrases that mean one thing.</summary>
internal sealed class TermReader(LanguagePacks packs, TermIds ids)
{
    private const int MaxParticleDistance = 14;

    private readonly Dictionary<string, VerbParticles> _particles = new(StringComparer.Ordinal);

    /// <summary>Adds the keys of a word, and those of a compound's parts.</summary>
    /// <param name="text">The account.</param>
    /// <param name="word">Index of the word.</param>
    /// <param name="last">End of its clause: a separated prefix stands before it.</param>
    /// <param name="keys">Keys by which the whole word is met.</param>
    /// <param name="parts">Keys by which a part of it is met.</param>
    public void AddKeys(AccountText text, int word, int last, HashSet<int> keys, HashSet<int> parts)
    {
        Term term = text.Words[word].Term;
        if (term.IsFinite && Whole(text, word, last) is Term whole)
            term = whole;
        AddKeys(text, term, keys, parts);
    }

    private void AddKeys(AccountText text, Term term, HashSet<int> keys, HashSet<int> parts)
    {
        keys.Add(ids.Of("c:" + text.Language + ":" + term.Concept));
        foreach (string meaning in term.Meanings)
            keys.Add(ids.Of("m:" + meaning));
        foreach (string pivot in term.Pivots)
            (term.HasPivotsOfParts ? parts : keys).Add(ids.Of("p:" + pivot));
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

    /// <summary>Phrases between two words; what they cover is taken.</summary>
    public IEnumerable<UnitTerm> Phrases(AccountText text, int first, int last, bool[] taken)
    {
        if (text.Lexicon is not TermLexicon lexicon)
            yield break;
        for (int i = first; i < last; i++)
        {
            foreach (MeaningPhrase phrase in lexicon.PhrasesWith(text.Words[i].Term.Stem))
            {
                int[] places = [.. phrase.Words.Select(stem => PlaceOf(text, stem, Math.Max(first, i - MaxParticleDistance), Math.Min(last, i + MaxParticleDistance)))];
                if (Array.IndexOf(places, -1) >= 0)
                    continue;
                foreach (int place in places)
                    taken[place - first] = true;
                yield return new UnitTerm([ids.Of("m:" + phrase.Meaning)], [], 1, UnitTermKind.Content, IsPredicate: true);
            }
        }
    }

    private static int PlaceOf(AccountText text, string stem, int first, int last)
    {
        for (int i = first; i < last; i++)
        {
            if (text.Words[i].Term.Stem == stem || text.Words[i].Term.Folded == stem)
                return i;
        }

        return -1;
    }

    /// <summary>A finite verb with the prefix that stands behind it ("trat ... zurück").</summary>
    private Term? Whole(AccountText text, int word, int last)
    {
        if (text.Lexicon is not TermLexicon lexicon)
            return null;
        if (!_particles.TryGetValue(text.Language, out VerbParticles? particles))
            _particles[text.Language] = particles = packs.TryGet(text.Language, out LanguagePack? pack) ? pack.Table(static pack => new VerbParticles(pack)) : VerbParticles.None;
        for (int i = Math.Min(last, word + MaxParticleDistance) - 1; i > word; i--)
        {
            if (particles.Words.Contains(text.Words[i].Term.Folded) && lexicon.WithPrefix(text.FormOf(i), text.FormOf(word)) is Term whole)
                return whole;
        }

        return null;
    }

    private sealed class VerbParticles
    {
        public static VerbParticles None { get; } = new([]);

        public VerbParticles(LanguagePack pack)
            : this(pack.Data.Rows("clause-words.tsv").Where(static row => row[0] == "verb-prefix").SelectMany(static row => row[1].Split(' ')))
        {
        }

        private VerbParticles(IEnumerable<string> words) => Words = new(words.Select(static word => TermLexicon.Fold(word)), StringComparer.Ordinal);

        public HashSet<string> Words { get; }
    }
}
