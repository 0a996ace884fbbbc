using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;

namespace Lesart.Languages;

/// <summary>How a language's words are matched over texts: folded, cut to their stem, split where they are compounds, carried to a pivot language.</summary>
/// <remarks>Built from <c>endings.txt</c>, <c>common-words.txt</c>, <c>function-words.txt</c>, <c>light-words.txt</c>, <c>compound-links.txt</c>, <c>synonyms.tsv</c> and
/// <c>translations.tsv</c> of the pack; each may be missing. Stems are for matching alone and are never shown.</remarks>
internal sealed class TermLexicon
{
    private const int MinStem = 4;
    private const int MinPart = 4;

    // A word of rank r makes up about 0.1 / r of running text (Zipf); an article of 400 words holds it with this probability.
    private const double WordsPerArticle = 400;
    private const double ZipfShare = 0.1;
    private const double UnknownFrequency = 0.001;
    private const int FunctionWordRanks = 120;

    private const string TranslationsFile = "translations.tsv";
    private const string IntoRow = "into";
    private const string CognateMark = "~";

    private readonly TermLexicon? _pivot;
    private readonly FrozenDictionary<string, string> _cognates;
    private readonly string[] _endings;
    private readonly string[] _links;
    private readonly FrozenDictionary<string, int> _ranks;
    private readonly FrozenSet<string> _functionWords;
    private readonly FrozenDictionary<string, string> _concepts;
    private readonly FrozenDictionary<string, string[]> _pivots;
    private readonly FrozenSet<string> _vocabulary;
    private readonly ConcurrentDictionary<string, Term> _terms = new(StringComparer.Ordinal);

    private TermLexicon(LanguagePack pack, TermLexicon? pivot)
    {
        _pivot = pivot;
        _endings = [.. pack.Data.Rows("endings.txt").Select(static row => Fold(row[0])).OrderByDescending(static ending => ending.Length).ThenBy(static ending => ending, StringComparer.Ordinal)];
        _links = [.. pack.Data.Rows("compound-links.txt").Select(static row => row[0] == "-" ? "" : row[0])];
        Dictionary<string, int> ranks = new(StringComparer.Ordinal);
        HashSet<string> functionWords = new(pack.Data.Rows("function-words.txt").Select(static row => Fold(row[0])), StringComparer.Ordinal);
        foreach (DataRow row in pack.Data.Rows("light-words.txt"))
            functionWords.UnionWith(row[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static word => Fold(word)));
        int rank = 0;
        foreach (DataRow row in pack.Data.Rows("common-words.txt"))
        {
            string folded = Fold(row[0]);
            if (++rank <= FunctionWordRanks)
                functionWords.Add(folded);
            ranks.TryAdd(Stem(folded), rank);
        }

        _ranks = ranks.ToFrozenDictionary(StringComparer.Ordinal);
        _functionWords = functionWords.ToFrozenSet(StringComparer.Ordinal);
        _concepts = Concepts(pack).ToFrozenDictionary(StringComparer.Ordinal);
        _pivots = (pivot is null ? [] : Pivots(pack, pivot)).ToFrozenDictionary(StringComparer.Ordinal);
        _cognates = ranks.Keys.GroupBy(Cognate, StringComparer.Ordinal).ToFrozenDictionary(static group => group.Key, group => ConceptOf(group.First()), StringComparer.Ordinal);
        _vocabulary = ranks.Where(static pair => pair.Key.Length >= MinPart).Select(static pair => pair.Key).Concat(_pivots.Keys).Concat(_concepts.Keys).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The lexicon of a pack; the pack that its translations lead to is opened too.</summary>
    public static TermLexicon Of(LanguagePack pack, LanguagePacks packs) => pack.Table(pack =>
    {
        string into = pack.Data.Rows(TranslationsFile).Where(static row => row[0] == IntoRow).Select(static row => row[1]).FirstOrDefault("");
        return new TermLexicon(pack, into != pack.Code && packs.TryGet(into, out LanguagePack? pivot) ? Of(pivot, packs) : null);
    });

    /// <summary>What matching knows of a word form. Each distinct form is worked out once.</summary>
    public Term Look(string form) => _terms.GetOrAdd(form, Work);

    private Term Work(string form)
    {
        string folded = Fold(form);
        string stem = Stem(folded);
        bool isFunctionWord = folded.Length < 2 || _functionWords.Contains(folded);
        string concept = ConceptOf(stem);
        string[] parts = isFunctionWord || _ranks.ContainsKey(stem) ? [] : Split(folded);
        bool isCommon = _ranks.ContainsKey(stem);
        string[] pivots = PivotsOf(stem, folded, parts, isCommon);
        double frequency = _ranks.TryGetValue(stem, out int rank) ? 1 - Math.Exp(-ZipfShare * WordsPerArticle / rank) : UnknownFrequency;
        return new Term(folded, stem, concept, [.. parts.Select(ConceptOf)], pivots, frequency, isFunctionWord, isCommon);
    }

    private string ConceptOf(string stem) => _concepts.GetValueOrDefault(stem, stem);

    private string[] PivotsOf(string stem, string folded, string[] parts, bool isCommon)
    {
        if (_pivot is null)
            return isCommon || _concepts.ContainsKey(stem) ? [ConceptOf(stem)] : [stem, CognateMark + Cognate(folded)];
        if (_pivots.TryGetValue(stem, out string[]? known))
            return known;
        string[] ofParts = [.. parts.SelectMany(part => _pivots.GetValueOrDefault(part, [])).Distinct(StringComparer.Ordinal)];
        if (ofParts.Length > 0)
            return ofParts;
        string cognate = Cognate(folded);
        return [_pivot._cognates.TryGetValue(cognate, out string? concept) ? concept : CognateMark + cognate];
    }

    /// <summary>The word without what languages spell apart ("Konflikt", "conflict"; "Hospital", "hospitals").</summary>
    private static string Cognate(string folded)
    {
        StringBuilder key = new(folded.Length);
        foreach (char letter in folded.Replace("ph", "f", StringComparison.Ordinal).Replace("th", "t", StringComparison.Ordinal).Replace("ck", "k", StringComparison.Ordinal))
        {
            char same = letter switch { 'c' or 'q' => 'k', 'y' or 'j' => 'i', 'w' => 'v', 'z' => 's', _ => letter };
            if (key.Length == 0 || key[^1] != same)
                key.Append(same);
        }

        while (key.Length > MinStem && key[^1] is 'e' or 's' or 'n' or '\'')
            key.Length--;
        return key.ToString();
    }

    private Dictionary<string, string> Concepts(LanguagePack pack)
    {
        Dictionary<string, string> concepts = new(StringComparer.Ordinal);
        foreach (DataRow row in pack.Data.Rows("synonyms.tsv"))
        {
            string[] stems = [.. row.Cells.SelectMany(Words).Select(word => Stem(Fold(word)))];
            if (stems.Length < 2)
                throw row.Error("a row names at least two words that mean the same");
            foreach (string stem in stems)
                concepts.TryAdd(stem, stems[0]);
        }

        return concepts;
    }

    private Dictionary<string, string[]> Pivots(LanguagePack pack, TermLexicon pivot)
    {
        Dictionary<string, string[]> pivots = new(StringComparer.Ordinal);
        foreach (DataRow row in pack.Data.Rows(TranslationsFile))
        {
            if (row.Cells.Count < 2)
                throw row.Error("a row names a word and its translations");
            if (row[0] == IntoRow)
                continue;
            string[] concepts = [.. Words(row[1]).Select(static words => words.Split(' ').MaxBy(static word => word.Length)!).Select(word => pivot.ConceptOf(pivot.Stem(Fold(word)))).Distinct(StringComparer.Ordinal)];
            foreach (string word in Words(row[0]))
                pivots.TryAdd(Stem(Fold(word)), concepts);
        }

        return pivots;
    }

    private static string[] Words(string cell) => cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Two known words with a linking element between them; the longest head wins. Empty where the word is no such compound.</summary>
    private string[] Split(string folded)
    {
        int hyphen = folded.IndexOf('-', StringComparison.Ordinal);
        if (hyphen > 0)
            return [.. folded.Split('-', StringSplitOptions.RemoveEmptyEntries).Where(static part => part.Length >= 3).Select(Stem)];
        if (_links.Length == 0 || folded.Length < 2 * MinPart)
            return [];
        for (int at = MinPart; at <= folded.Length - MinPart; at++)
        {
            string head = Stem(folded[at..]);
            if (!_vocabulary.Contains(head))
                continue;
            foreach (string link in _links)
            {
                if (!folded.AsSpan(0, at).EndsWith(link, StringComparison.Ordinal) || at - link.Length < MinPart)
                    continue;
                string modifier = folded[..(at - link.Length)];
                if (_vocabulary.Contains(Stem(modifier)))
                    return [Stem(modifier), head];
                string[] deeper = Split(modifier);
                if (deeper.Length > 0)
                    return [.. deeper, head];
            }
        }

        return [];
    }

    // Twice: a genitive or plural mark may hide another ending ("wagens", "wagen").
    private string Stem(string folded) => WithoutEnding(WithoutEnding(folded));

    private string WithoutEnding(string folded)
    {
        foreach (string ending in _endings)
        {
            if (folded.Length - ending.Length >= MinStem && folded.EndsWith(ending, StringComparison.Ordinal))
                return folded[..^ending.Length];
        }

        return folded;
    }

    /// <summary>Lower case; umlauts and their two-letter spellings as the bare vowel, ß as ss, other marks dropped.</summary>
    public static string Fold(ReadOnlySpan<char> form)
    {
        StringBuilder folded = new(form.Length);
        for (int i = 0; i < form.Length; i++)
        {
            char letter = char.ToLowerInvariant(form[i]);
            switch (letter)
            {
                case 'ß':
                    folded.Append("ss");
                    break;
                case 'e' when i > 0 && char.ToLowerInvariant(form[i - 1]) is 'a' or 'o' or 'u' && IsUmlautSpelling(form, i):
                    break;
                case '’' or '‘':
                    folded.Append('\'');
                    break;
                default:
                    folded.Append(Bare(letter));
                    break;
            }
        }

        return folded.ToString();
    }

    // "ue" after a vowel or q is no umlaut ("neue", "Quelle"); everything else is folded alike in every language, so nothing is lost by a wrong guess.
    private static bool IsUmlautSpelling(ReadOnlySpan<char> form, int e) => e < 2 || !(char.ToLowerInvariant(form[e - 2]) is 'a' or 'e' or 'i' or 'o' or 'q');

    private static char Bare(char letter) => letter switch
    {
        'ä' or 'à' or 'á' or 'â' or 'ã' or 'å' or 'ā' or 'ă' or 'ą' => 'a',
        'ö' or 'ò' or 'ó' or 'ô' or 'õ' or 'ø' or 'ō' or 'ő' => 'o',
        'ü' or 'ù' or 'ú' or 'û' or 'ū' or 'ů' or 'ű' => 'u',
        'è' or 'é' or 'ê' or 'ë' or 'ē' or 'ė' or 'ę' or 'ě' => 'e',
        'ì' or 'í' or 'î' or 'ï' or 'ī' or 'ı' => 'i',
        'ç' or 'ć' or 'č' => 'c',
        'ñ' or 'ń' or 'ň' => 'n',
        'ş' or 'ś' or 'š' or 'ș' => 's',
        'ž' or 'ź' or 'ż' => 'z',
        'ý' or 'ÿ' => 'y',
        'ł' => 'l',
        'ğ' => 'g',
        'ř' => 'r',
        'đ' or 'ð' => 'd',
        'ț' or 'ţ' => 't',
        _ => letter,
    };
}

/// <summary>A word form as matching sees it.</summary>
/// <param name="Folded">Lower case without marks.</param>
/// <param name="Stem">Without its ending.</param>
/// <param name="Concept">The stem that stands for its synonyms; the stem itself where it has none.</param>
/// <param name="Parts">The concepts of a compound's parts, head last; empty for a simple word.</param>
/// <param name="Pivots">Keys that languages share: concepts of the pivot language, or the word itself as a cognate.</param>
/// <param name="Frequency">The share of articles that hold it, from 0 to 1.</param>
/// <param name="IsFunctionWord">Whether it carries no content.</param>
/// <param name="IsCommon">Whether it is among the language's common words.</param>
internal sealed record Term(string Folded, string Stem, string Concept, string[] Parts, string[] Pivots, double Frequency, bool IsFunctionWord, bool IsCommon);
