using System.Diagnostics.CodeAnalysis;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Which nouns of a language can call the same thing: the table <c>nominals.tsv</c>, and the words by which noun groups are told apart.</summary>
internal sealed class NounFamilies
{
    private static readonly string[] WordRows = ["definite", "owner", "another", "plural", "role", "indefinite", "sign", "vague", "feminine", "owner-mark", "event-role", "official", "qualifier", "declined", "apart", "male", "female", "joiner", "collective", "owner-of-many"];

    private const string File = "nominals.tsv";
    private const string Inhabitants = "countries.tsv";
    private const string Inhabitant = "inhabitant."; // its columns, behind it the language
    private const string Anybody = "person";
    private const string National = "person/national/"; // behind it the land
    private const int MinMasculine = 3;

    private readonly Dictionary<string, NounFamily[]> _families;
    private readonly Dictionary<string, NounFamily[]> _phrases; // by their words, folded, the last as its dictionary form
    private readonly (string Suffix, NounFamily Family)[] _suffixes;
    private readonly Dictionary<string, HashSet<string>> _words; // by row
    private readonly FamilyGuess _guess;
    private readonly HashSet<string> _openers;
    private readonly HashSet<string> _prepositions;

    /// <summary>Families of some nouns, with the words by which the pack tells noun groups apart.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="lexicon">Its words.</param>
    /// <param name="kinds">What its nouns are kinds of, for nouns that are not listed.</param>
    /// <param name="listed">The nouns, each with its family; those of the pack's table are <see cref="Listed"/>.</param>
    /// <exception cref="DataException">A row of the table can't be used.</exception>
    public NounFamilies(LanguagePack pack, TermLexicon lexicon, TermClasses kinds, IEnumerable<(NounFamily Family, string Noun)> listed)
    {
        Dictionary<string, List<NounFamily>> families = new(StringComparer.Ordinal), phrases = new(StringComparer.Ordinal);
        List<(string, NounFamily)> suffixes = [];
        List<(NounFamily, Term)> nouns = [];
        foreach ((NounFamily family, string word) in listed)
        {
            if (word[0] == '-' && word.Length > 1)
            {
                suffixes.Add((Folding.Fold(word.AsSpan(1)), family));
            }
            else if (word.Contains(' ', StringComparison.Ordinal))
            {
                string head = word[(word.LastIndexOf(' ') + 1)..];
                Note(phrases, Folding.Fold(word.AsSpan(0, word.Length - head.Length)) + lexicon.Look(head).Lemma, family);
            }
            else
            {
                Term term = lexicon.Look(word);
                if (!family.Path.StartsWith(National, StringComparison.Ordinal)) // of a Dane nobody learns what a Swede is
                    nouns.Add((family, term));
                foreach (string key in ((string[])[term.Lemma, term.Folded]).Distinct(StringComparer.Ordinal))
                    Note(families, key, family);
            }
        }

        Dictionary<string, HashSet<string>> words = WordRows.ToDictionary(static row => row, static _ => new HashSet<string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (DataRow row in pack.Data.Rows(File).Where(row => words.ContainsKey(row[0])))
            words[row[0]] = Cells(row).Select(static word => Folding.Fold(word)).ToHashSet(StringComparer.Ordinal);
        _families = families.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToArray(), StringComparer.Ordinal);
        _phrases = phrases.ToDictionary(static pair => pair.Key, static pair => pair.Value.ToArray(), StringComparer.Ordinal);
        _suffixes = [.. suffixes];
        _guess = new FamilyGuess(kinds, nouns);
        ILookup<string, string> classes = pack.Data.Rows("clause-words.tsv").SelectMany(static row => row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries), static (row, word) => (Class: row[0], Word: Folding.Fold(word))).ToLookup(static item => item.Class, static item => item.Word, StringComparer.Ordinal);
        words["role"] = words["role"].Concat(classes["be"]).ToHashSet(StringComparer.Ordinal);
        _words = words.ToDictionary(StringComparer.Ordinal);
        _prepositions = classes["preposition"].ToHashSet(StringComparer.Ordinal);
        _openers = words["definite"].Concat(classes["nominative-article"]).Concat(classes["oblique-article"]).Concat(words["owner"]).Concat(words["sign"]).Concat(_prepositions).Except(classes["infinitive-mark"]).ToHashSet(StringComparer.Ordinal);
        WritesCapitals = pack.Setting("nouns") == "capital";
        AnyPerson = [new NounFamily(Anybody, NounKind.Person)];
    }

    /// <summary>The families of a language.</summary>
    public static NounFamilies Of(LanguagePack pack, TermLexicon lexicon, TermClasses kinds) => pack.Table(pack => new NounFamilies(pack, lexicon, kinds, Listed(pack)));

    /// <summary>The nouns of a pack's table, row by row, and those for the inhabitants of each land.</summary>
    /// <exception cref="DataException">A row can't be used.</exception>
    public static IEnumerable<(NounFamily Family, string Noun)> Listed(LanguagePack pack)
    {
        foreach (DataRow row in pack.Data.Rows(File).Where(static row => !WordRows.Contains(row[0], StringComparer.Ordinal)))
        {
            if (!Enum.TryParse(row[1], ignoreCase: true, out NounKind kind))
                throw row.Error($"'{row[1]}' is no kind of thing");
            NounFamily family = new(row[0], kind);
            foreach (string noun in Cells(row))
                yield return (family, noun);
        }

        DataRow[] lands = [.. DataFolder.BuiltIn("names/").Rows(Inhabitants)];
        int[] columns = [.. lands[0].Cells.Index().Where(column => column.Item == Inhabitant + pack.Code || column.Item.StartsWith(Inhabitant + pack.Code + ".", StringComparison.Ordinal)).Select(static column => column.Index)];
        foreach (DataRow land in lands.Skip(1))
        {
            foreach (string noun in columns.SelectMany(column => land[column].Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)))
                yield return (new NounFamily(National + land[0], NounKind.Person), noun);
        }
    }

    /// <summary>What calls somebody and tells nothing else.</summary>
    public NounFamily[] AnyPerson { get; }

    /// <summary>Whether the language writes its nouns with a capital.</summary>
    public bool WritesCapitals { get; }

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

        if (TryMasculine(term.Lemma, out known))
            return known;
        return term.HeadLemma.Length > 0 && (_families.TryGetValue(term.HeadLemma, out known) || TryMasculine(term.HeadLemma, out known)) ? known : [];
    }

    /// <summary>The families that a noun without any can be of, by what it is a kind of; false and none where that is not sure.</summary>
    public bool TryGuess(Term term, out NounFamily[] families) => (families = _guess.Of(term)).Length > 0;

    /// <summary>What a noun calls that no table holds, by what it is a kind of; null where that is not sure.</summary>
    public NounKind? KindOf(Term term) => _guess.KindOf(term);

    /// <summary>What a noun for a woman calls, by the one for a man; without a final vowel it may have lost ("Biologin", "Biologe").</summary>
    private bool TryMasculine(string lemma, [MaybeNullWhen(false)] out NounFamily[] known)
    {
        known = null;
        foreach (string ending in _words["feminine"])
        {
            if (lemma.Length > ending.Length + MinMasculine && lemma.EndsWith(ending, StringComparison.Ordinal) && (_families.TryGetValue(lemma[..^ending.Length], out known) || _families.TryGetValue(lemma[..^ending.Length] + "e", out known))
                && Array.TrueForAll(known, static family => family.Kind is NounKind.Person))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The sex that a noun tells: none where it is declined like an adjective, whatever a dictionary says ("Vorsitzende").</summary>
    public Gender GenderOf(Term noun) => IsOf("male", noun) ? Gender.Masculine : IsOf("female", noun) ? Gender.Feminine : IsDeclined(noun.Lemma) || (noun.HeadLemma.Length > 0 && IsDeclined(noun.HeadLemma)) ? Gender.None : noun.Gender;

    private bool IsOf(string row, Term noun) => _words[row].Contains(noun.Lemma) || _words[row].Contains(noun.Folded) || (noun.HeadLemma.Length > 0 && _words[row].Contains(noun.HeadLemma));

    private bool IsDeclined(string lemma) => _words["declined"].Any(ending => _families.ContainsKey(lemma + ending) || (lemma.EndsWith(ending, StringComparison.Ordinal) && _families.ContainsKey(lemma[..^ending.Length]) && _families.ContainsKey(lemma)));

    /// <summary>The families of a noun of several words ("prime minister").</summary>
    public bool TryPhrase(string words, [MaybeNullWhen(false)] out NounFamily[] families) => _phrases.TryGetValue(words, out families);

    /// <summary>Whether the word makes a noun mean something known.</summary>
    public bool IsDefinite(Term word) => _words["definite"].Contains(word.Folded);

    /// <summary>Whether a noun that is not feminine stands in plural behind the word.</summary>
    public bool MakesPlural(Term word) => _words["plural"].Contains(word.Folded);

    /// <summary>Whether a noun that is masculine owns what stands before the word as several alone: one would have another article.</summary>
    public bool OwnsAsMany(Term word) => _words["owner-of-many"].Contains(word.Folded);

    /// <summary>Whether a noun group can begin with the word, or right after it.</summary>
    public bool Opens(Term word) => _openers.Contains(word.Folded);

    /// <summary>Whether no verb stands right behind the word.</summary>
    public bool IsSign(Term word) => _words["sign"].Contains(word.Folded);

    /// <summary>Whether the word makes an owner of the word before it.</summary>
    public bool IsOwnerMark(Term word) => _words["owner-mark"].Contains(word.Folded);

    /// <summary>Whether the word adds one noun to another.</summary>
    public bool IsJoiner(Term word) => _words["joiner"].Contains(word.Folded);

    /// <summary>Whether the word is a preposition.</summary>
    public bool IsPreposition(Term word) => _prepositions.Contains(word.Folded);

    /// <summary>Whether the noun calls several people though its form is that of one: a family, a workforce.</summary>
    public bool IsCollective(Term noun) => IsOf("collective", noun);

    /// <summary>Whether a noun that is declined like an adjective has one letter more than it has for one woman, so that behind an article for her it calls several: "die Verletzten", not "die Verletzte".</summary>
    public bool IsDeclinedPlural(Term noun) => _words["declined"].Any(ending => (noun.Lemma.EndsWith(ending, StringComparison.Ordinal) ? noun.Lemma[..^ending.Length] : noun.Lemma) is string one && noun.Folded.Length > one.Length && IsDeclined(noun.Lemma));

    /// <summary>Whether the noun calls anybody at all, and one group only where a number stands beside it.</summary>
    public bool IsVague(Term noun) => _words["vague"].Contains(noun.Folded);

    /// <summary>Whether the word is an article that makes no noun known.</summary>
    public bool IsIndefinite(Term word) => _words["indefinite"].Contains(word.Folded);

    /// <summary>Whether what somebody is, or works as, can stand behind the word.</summary>
    public bool IsRoleMark(Term word) => _words["role"].Contains(word.Folded);

    /// <summary>Whether the word says that another thing of a kind is meant.</summary>
    public bool IsAnother(Term word) => _words["another"].Contains(word.Folded) || _words["another"].Contains(word.Lemma);

    /// <summary>Whether the word before a noun makes another term of it: a former employee is none, an alleged spy may be none.</summary>
    /// <param name="word">Folded, with its hyphens.</param>
    public bool IsQualifier(string word) => _words["qualifier"].Contains(word);

    /// <summary>Whether a noun calls somebody whom an event made what he is, whatever else he may be: the suspect, the prisoner, the man.</summary>
    public bool IsEventRole(NounFamily[] noun) => Array.Exists(noun, family => _words["event-role"].Contains(family.Path));

    /// <summary>Whether a noun calls somebody who has to do with an event by office, and is none of those to whom it happens: the judge, the spokesman.</summary>
    public bool IsOfficial(NounFamily[] noun) => Array.Exists(noun, family => _words["official"].Contains(family.Path));

    /// <summary>Whether all that a noun can call are people of some land.</summary>
    public static bool IsNational(NounFamily[] noun) => noun.Length > 0 && Array.TrueForAll(noun, static family => family.Path.StartsWith(National, StringComparison.Ordinal));

    /// <summary>Whether two nouns call what nobody is at once, or never one and the same: a mother and a sister, a Swede and a Dane.</summary>
    public bool AreApart(NounFamily[] one, NounFamily[] other) => _words["apart"].Any(parent => Array.Exists(one, family => IsBelow(family, parent)) && Array.Exists(other, family => IsBelow(family, parent))
        && !Array.Exists(one, family => IsBelow(family, parent) && other.Contains(family)));

    private static bool IsBelow(NounFamily family, string parent) => family.Path.Length > parent.Length && family.Path[parent.Length] == '/' && family.Path.StartsWith(parent, StringComparison.Ordinal);

    /// <summary>Whether the word says whose the noun before it is.</summary>
    public bool IsOwner(Term word) => _words["owner"].Contains(word.Folded);

    private static string[] Cells(DataRow row) => row[2].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static void Note(Dictionary<string, List<NounFamily>> families, string key, NounFamily family)
    {
        if (!families.TryGetValue(key, out List<NounFamily>? list))
            families[key] = list = [];
        if (!list.Contains(family))
            list.Add(family);
    }
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
