using System.Collections.Concurrent;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>Where a language's words stand in the word vectors: by its own table, or through the words of another language that mean the same.</summary>
/// <remarks>A word that neither knows stands where its parts stand, the head counting more.</remarks>
internal sealed class TermVectors
{
    private const double HeadWeight = 2;
    private const double NextEquivalent = 0.5; // the second word that a translator would use counts half of the first

    private readonly TermLexicon _lexicon;
    private readonly WordVectors _table;
    private readonly EquivalentTable _equivalents;
    private readonly ConcurrentDictionary<string, WordVector?> _known = new(StringComparer.Ordinal);

    private TermVectors(LanguagePack pack, LanguagePacks packs)
    {
        _lexicon = TermLexicon.Of(pack, packs);
        _equivalents = pack.Table(EquivalentTable.Load);
        _table = (packs.TryGet(_equivalents.Language, out LanguagePack? other) ? other : pack).Table(WordVectors.Load);
    }

    /// <summary>The vectors that a pack's words have; those of the language that its equivalents belong to are opened too.</summary>
    public static TermVectors Of(LanguagePack pack, LanguagePacks packs) => pack.Table(pack => new TermVectors(pack, packs));

    /// <summary>Where a word stands; null where nothing is known of it or its parts, and for names and function words.</summary>
    public WordVector? Look(Term term) => term.IsFunctionWord || term.IsName || term.Lemmas.Length == 0 ? null : _known.GetOrAdd(term.Lemmas[0], static (_, of) => of.Vectors.Work(of.Term), (Vectors: this, Term: term));

    private WordVector? Work(Term term)
    {
        foreach (string lemma in term.Lemmas)
        {
            if (OfLemma(lemma) is WordVector found)
                return found;
        }

        List<(WordVector, double)> parts = [];
        for (int i = 0; i < term.Pieces.Length; i++)
        {
            if (Look(_lexicon.Look(term.Pieces[i])) is WordVector part)
                parts.Add((part, i == term.Pieces.Length - 1 ? HeadWeight : 1));
        }

        return WordVector.Sum(parts);
    }

    private WordVector? OfLemma(string lemma)
    {
        if (_equivalents.Language.Length == 0)
            return _table.Find(lemma);
        List<(WordVector, double)> equivalents = [];
        double weight = 1;
        foreach (string equivalent in _equivalents.Of(lemma))
        {
            List<(WordVector, double)> pieces = [.. equivalent.Split(' ').Select(piece => _table.Find(piece)).OfType<WordVector>().Select(static vector => (vector, 1.0))];
            if (WordVector.Sum(pieces) is not WordVector vector)
                continue;
            equivalents.Add((vector, weight));
            weight *= NextEquivalent;
        }

        return WordVector.Sum(equivalents);
    }
}
