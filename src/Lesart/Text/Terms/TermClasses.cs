using System.Collections.Concurrent;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>What a language's nouns are kinds of: by its own table, or through the words of another language that mean the same.</summary>
/// <remarks>A compound that neither knows is a kind of what its head is.</remarks>
internal sealed class TermClasses
{
    private const double NextEquivalent = 0.5; // the second word that a translator would use counts half of the first
    private const int MostMeanings = 4;

    private readonly TermLexicon _lexicon;
    private readonly EquivalentTable _equivalents;
    private readonly ConcurrentDictionary<string, NounMeaning[]> _known = new(StringComparer.Ordinal);

    private TermClasses(LanguagePack pack, LanguagePacks packs)
    {
        _lexicon = TermLexicon.Of(pack, packs);
        _equivalents = pack.Table(EquivalentTable.Load);
        Classes = (packs.TryGet(_equivalents.Language, out LanguagePack? other) ? other : pack).Table(NounClasses.Load);
    }

    /// <summary>The classes of a pack's nouns; those of the language that its equivalents belong to are opened too.</summary>
    public static TermClasses Of(LanguagePack pack, LanguagePacks packs) => pack.Table(pack => new TermClasses(pack, packs));

    /// <summary>The tree that they belong to.</summary>
    public NounClasses Classes { get; }

    /// <summary>The usual meanings of a noun, the most usual first; empty where nothing is known of it or its head.</summary>
    public NounMeaning[] Look(Term term) => _known.GetOrAdd(term.Folded, static (_, of) => of.Classes.Work(of.Term), (Classes: this, Term: term));

    /// <summary>The usual meanings of a noun of several words, the last as its dictionary form; empty where nothing is known of it.</summary>
    public NounMeaning[] Find(string phrase) => _equivalents.Language.Length == 0 ? Classes.Find(phrase) : [];

    private NounMeaning[] Work(Term term)
    {
        if (_equivalents.Language.Length == 0)
            return Classes.Find(term.Lemma) is { Length: > 0 } own ? own : OfHead(term);
        foreach (string lemma in term.Lemmas)
        {
            if (OfLemma(lemma) is { Length: > 0 } found)
                return found;
        }

        return OfHead(term);
    }

    private NounMeaning[] OfHead(Term term) => term.Pieces.Length > 0 ? Look(_lexicon.Look(char.ToUpperInvariant(term.Pieces[^1][0]) + term.Pieces[^1][1..])) : [];

    private NounMeaning[] OfLemma(string lemma)
    {
        Dictionary<int, double> shares = [];
        double weight = 1;
        foreach (string equivalent in _equivalents.Of(lemma))
        {
            NounMeaning[] meanings = Classes.Find(equivalent) is { Length: > 0 } whole ? whole : equivalent.Split(' ') is [_, string head] ? Classes.Find(head) : [];
            foreach (NounMeaning meaning in meanings)
                shares[meaning.Class] = shares.GetValueOrDefault(meaning.Class) + (weight * meaning.Share);
            if (meanings.Length > 0)
                weight *= NextEquivalent;
        }

        double sum = shares.Values.Sum();
        return [.. shares.OrderByDescending(static pair => pair.Value).ThenBy(static pair => pair.Key).Take(MostMeanings).Select(pair => new NounMeaning(pair.Key, pair.Value / sum))];
    }
}
