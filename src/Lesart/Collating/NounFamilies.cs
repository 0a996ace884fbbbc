using System.Collections.Frozen;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Which nouns of a language can call the same thing: the table <c>nominals.tsv</c>, and the words by which noun groups are told apart.</summary>
internal sealed class NounFamilies
{
    private const string DefiniteRow = "definite";
    private const string OwnerRow = "owner";
    private const string AnotherRow = "another";
    private const string PluralRow = "plural";
    private const string PeopleRow = "people";
    private const string RoleRow = "role";
    private const string IndefiniteRow = "indefinite";

    private readonly FrozenDictionary<string, NounFamily[]> _families;
    private readonly (string Suffix, NounFamily Family)[] _suffixes;
    private readonly FrozenSet<string> _definite;
    private readonly FrozenSet<string> _openers;
    private readonly FrozenSet<string> _owners;
    private readonly FrozenSet<string> _others;
    private readonly FrozenSet<string> _plural;
    private readonly FrozenSet<string> _people;
    private readonly FrozenSet<string> _roles;
    private readonly FrozenSet<string> _indefinite;

    private NounFamilies(LanguagePack pack, TermLexicon lexicon)
    {
        Dictionary<string, List<NounFamily>> families = new(StringComparer.Ordinal);
        List<(string, NounFamily)> suffixes = [];
        HashSet<string> definite = new(StringComparer.Ordinal), owners = new(StringComparer.Ordinal), others = new(StringComparer.Ordinal), plural = new(StringComparer.Ordinal), people = new(StringComparer.Ordinal), roles = new(StringComparer.Ordinal), indefinite = new(StringComparer.Ordinal);
        foreach (DataRow row in pack.Data.Rows("nominals.tsv"))
        {
            string[] words = row[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            if (row[0] == PeopleRow)
            {
                people.UnionWith(words);
                continue;
            }

            if (row[0] is DefiniteRow or OwnerRow or AnotherRow or PluralRow or RoleRow or IndefiniteRow)
            {
                (row[0] switch { DefiniteRow => definite, OwnerRow => owners, AnotherRow => others, RoleRow => roles, IndefiniteRow => indefinite, _ => plural }).UnionWith(words.Select(static word => Folding.Fold(word)));
                continue;
            }

            if (!Enum.TryParse(row[1], ignoreCase: true, out NounKind kind))
                throw row.Error($"'{row[1]}' is no kind of thing");
            NounFamily family = new(row[0], kind);
            foreach (string word in words)
            {
                if (word[0] == '-' && word.Length > 1)
                {
                    suffixes.Add((Folding.Fold(word.AsSpan(1)), family));
                    continue;
                }

                Term term = lexicon.Look(word);
                foreach (string key in ((string[])[term.Lemma, term.Folded]).Distinct(StringComparer.Ordinal))
                {
                    if (!families.TryGetValue(key, out List<NounFamily>? list))
                        families[key] = list = [];
                    if (!list.Contains(family))
                        list.Add(family);
                }
            }
        }

        _families = families.ToFrozenDictionary(static pair => pair.Key, static pair => pair.Value.ToArray(), StringComparer.Ordinal);
        _suffixes = [.. suffixes];
        _definite = definite.ToFrozenSet(StringComparer.Ordinal);
        ILookup<string, string> classes = pack.Data.Rows("clause-words.tsv").SelectMany(static row => row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), static (row, word) => (Class: row[0], Word: Folding.Fold(word))).ToLookup(static item => item.Class, static item => item.Word, StringComparer.Ordinal);
        _others = others.ToFrozenSet(StringComparer.Ordinal);
        _owners = owners.ToFrozenSet(StringComparer.Ordinal);
        _plural = plural.ToFrozenSet(StringComparer.Ordinal);
        _roles = roles.Concat(classes["be"]).ToFrozenSet(StringComparer.Ordinal);
        _indefinite = indefinite.ToFrozenSet(StringComparer.Ordinal);
        _people = people.ToFrozenSet(StringComparer.Ordinal);
        _openers = definite.Concat(classes["nominative-article"]).Concat(classes["oblique-article"]).Concat(_owners).Concat(classes["preposition"]).Except(classes["infinitive-mark"]).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The families of a language.</summary>
    public static NounFamilies Of(LanguagePack pack, TermLexicon lexicon) => pack.Table(pack => new NounFamilies(pack, lexicon));

    /// <summary>The families of a noun by itself, else by the head of a compound; empty where none is known.</summary>
    public NounFamily[] Of(Term term)
    {
        if (_families.TryGetValue(term.Lemma, out NounFamily[]? known) || _families.TryGetValue(term.Folded, out known))
            return known;
        foreach ((string suffix, NounFamily family) in _suffixes)
        {
            if (term.Folded.Length > suffix.Length + 2 && (term.Folded.EndsWith(suffix, StringComparison.Ordinal) || term.Lemma.EndsWith(suffix, StringComparison.Ordinal)))
            {
                return [family];
            }
        }

        return term.HeadLemma.Length > 0 && _families.TryGetValue(term.HeadLemma, out known) ? known : [];
    }

    /// <summary>Whether the word makes a noun mean something known.</summary>
    public bool IsDefinite(Term word) => _definite.Contains(word.Folded);

    /// <summary>Whether several people of a family are mostly one group in a story: those who are sought, who work there, who live there.</summary>
    public bool IsGroup(NounFamily family) => _people.Contains(family.Path);

    /// <summary>Whether a noun that is not feminine stands in plural behind the word.</summary>
    public bool MakesPlural(Term word) => _plural.Contains(word.Folded);

    /// <summary>Whether a noun group can begin with the word, or right after it.</summary>
    public bool Opens(Term word) => _openers.Contains(word.Folded);

    /// <summary>Whether the word is an article that makes no noun known.</summary>
    public bool IsIndefinite(Term word) => _indefinite.Contains(word.Folded);

    /// <summary>Whether what somebody is, or works as, can stand behind the word.</summary>
    public bool IsRoleMark(Term word) => _roles.Contains(word.Folded);

    /// <summary>Whether the word says that another thing of a kind is meant.</summary>
    public bool IsAnother(Term word) => _others.Contains(word.Folded) || _others.Contains(word.Lemma);

    /// <summary>Whether the word says whose the noun before it is.</summary>
    public bool IsOwner(Term word) => _owners.Contains(word.Folded);
}

/// <summary>Nouns that can call the same thing.</summary>
/// <param name="Path">Its name, after that of the family whose kind it is ("accident/leak").</param>
/// <param name="Kind">What they call.</param>
internal sealed record NounFamily(string Path, NounKind Kind)
{
    /// <summary>Whether one is a kind of the other, or both are the same.</summary>
    public bool IsKin(NounFamily other) => Path == other.Path || IsKindOf(other) || other.IsKindOf(this);

    /// <summary>Whether it is a kind of the other.</summary>
    public bool IsKindOf(NounFamily other) => Path.Length > other.Path.Length && Path[other.Path.Length] == '/' && Path.StartsWith(other.Path, StringComparison.Ordinal);
}

/// <summary>What nouns call.</summary>
internal enum NounKind
{
    /// <summary>Someone.</summary>
    Person,

    /// <summary>A company, an office, a team.</summary>
    Body,

    /// <summary>A place.</summary>
    Place,

    /// <summary>A thing.</summary>
    Thing,

    /// <summary>Something that happens.</summary>
    Event,

    /// <summary>Something written and agreed.</summary>
    Document,
}
