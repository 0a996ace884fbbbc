using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>How a language's words are matched over texts: folded, cut to their stem, split where they are compounds, carried to a pivot language.</summary>
/// <remarks>Built from <c>endings.txt</c>, <c>common-words.txt</c>, <c>function-words.txt</c>, <c>light-words.txt</c>, <c>synonyms.tsv</c>,
/// <c>translations.tsv</c> and <c>meanings.tsv</c> of the pack; each may be missing. Stems are for matching alone and are never shown.</remarks>
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

    private static readonly Upos[] NounsFirst = [Upos.Noun, Upos.Propn, Upos.Verb, Upos.Adj];
    private static readonly Upos[] VerbsFirst = [Upos.Verb, Upos.Noun, Upos.Adj, Upos.Aux];

    private readonly TermLexicon? _pivot;
    private readonly FrozenDictionary<string, string> _cognates;
    private readonly string[] _endings;
    private readonly FormReader _forms;
    private readonly CompoundSplitter _compounds;
    private readonly FrozenDictionary<string, int> _ranks;
    private readonly FrozenSet<string> _functionWords;
    private readonly FrozenDictionary<string, string> _concepts;
    private readonly FrozenDictionary<string, string[]> _pivots;
    private readonly MeaningTable _meanings;
    private readonly EquivalentTable _equivalents;
    private readonly ConcurrentDictionary<string, Term> _terms = new(StringComparer.Ordinal);

    private TermLexicon(LanguagePack pack, TermLexicon? pivot)
    {
        _pivot = pivot;
        _forms = pack.Table(FormReader.Load);
        _compounds = pack.Table(CompoundSplitter.Load);
        _equivalents = pack.Table(EquivalentTable.Load);
        _endings = [.. pack.Data.Rows("endings.txt").Select(static row => Fold(row[0])).OrderByDescending(static ending => ending.Length).ThenBy(static ending => ending, StringComparer.Ordinal)];
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
            foreach (string stem in StemsOf(row[0]))
                ranks.TryAdd(stem, rank);
        }

        _ranks = ranks.ToFrozenDictionary(StringComparer.Ordinal);
        _functionWords = functionWords.ToFrozenSet(StringComparer.Ordinal);
        _concepts = Concepts(pack).ToFrozenDictionary(StringComparer.Ordinal);
        _meanings = new MeaningTable(pack, word => StemsOf(word).Distinct(StringComparer.Ordinal));
        _pivots = (pivot is null ? [] : Pivots(pack, pivot)).ToFrozenDictionary(StringComparer.Ordinal);
        _cognates = ranks.Keys.GroupBy(Cognate, StringComparer.Ordinal).ToFrozenDictionary(static group => group.Key, group => ConceptOf(group.First()), StringComparer.Ordinal);
    }

    /// <summary>The lexicon of a pack; the pack that its translations lead to is opened too.</summary>
    public static TermLexicon Of(LanguagePack pack, LanguagePacks packs) => pack.Table(pack =>
    {
        string into = pack.Data.Rows(TranslationsFile).Where(static row => row[0] == IntoRow).Select(static row => row[1]).FirstOrDefault("");
        return new TermLexicon(pack, into != pack.Code && packs.TryGet(into, out LanguagePack? pivot) ? Of(pivot, packs) : null);
    });

    /// <summary>What matching knows of a word form. Each distinct form is worked out once.</summary>
    public Term Look(string form) => _terms.GetOrAdd(form, Work);

    /// <summary>What a stem means, by names that languages share.</summary>
    /// <remarks>A word that only the translations know means what its translation means.</remarks>
    public string[] MeaningsOf(string stem) => _meanings.Of(stem) is { Length: > 0 } known
        ? known
        : _pivot is null ? []
        : [.. _pivots.GetValueOrDefault(stem, []).SelectMany(_pivot._meanings.Of).Distinct(StringComparer.Ordinal)];

    /// <summary>Phrases that a word of this stem takes part in.</summary>
    public IReadOnlyList<MeaningPhrase> PhrasesWith(string stem) => _meanings.PhrasesWith(stem);

    /// <summary>A verb with its separated prefix as one word ("zurück" + "trat"); null where the dictionary knows no such verb.</summary>
    public Term? WithPrefix(string prefix, string form)
    {
        List<FormReading> readings = [];
        string whole = prefix + form;
        return _forms.Read(whole, readings) == FormOrigin.Known && readings.Exists(static reading => reading.Tag.Upos == Upos.Verb) ? Look(whole) : null;
    }

    private Term Work(string form)
    {
        string folded = Fold(form);
        List<FormReading> readings = [];
        FormOrigin origin = _forms.Read(form, readings);
        string stem = StemOf(form, folded, readings);
        bool isFunctionWord = folded.Length < 2 || _functionWords.Contains(folded);
        bool isCommon = _ranks.TryGetValue(stem, out int rank);
        string[] pieces = isFunctionWord || isCommon ? [] : Split(form), parts = [.. pieces.Select(piece => StemsOf(piece).First())];
        double frequency = isCommon ? 1 - Math.Exp(-ZipfShare * WordsPerArticle / rank) : UnknownFrequency;
        bool isVerb = !IsUpperNoun(form, readings) && readings.Exists(static reading => reading.Tag.Upos is Upos.Verb or Upos.Aux);
        bool isName = char.IsUpper(folded.Length > 0 ? form[0] : ' ') && !isCommon && parts.Length == 0 && (origin is FormOrigin.Unknown or FormOrigin.Guessed || readings.TrueForAll(static reading => reading.Tag.Upos == Upos.Propn));
        return new Term(folded, stem, ConceptOf(stem), [.. parts.Select(ConceptOf)], PivotsOf(stem, folded, parts, isCommon), frequency, isFunctionWord, isCommon)
        {
            Meanings = MeaningsOf(stem),
            PartMeanings = [.. parts.SelectMany(MeaningsOf).Distinct(StringComparer.Ordinal)],
            HasPivotsOfParts = parts.Length > 0 && !_pivots.ContainsKey(stem),
            CanBeNoun = readings.Exists(static reading => reading.Tag.Upos == Upos.Noun),
            IsVerb = isVerb,
            IsFinite = isVerb && readings.Exists(static reading => reading.Tag.VerbForm == VerbForm.Finite),
            IsName = isName,
            IsNoun = IsNounFirst(form, readings),
            Lemma = NounLemma(form, readings) ?? folded,
            HeadLemma = isFunctionWord ? "" : HeadLemma(form),
            IsPlural = IsAlways(readings, static reading => reading.Tag.Number == GrammaticalNumber.Plural),
            Lemmas = isFunctionWord ? [] : LemmasOf(form, readings),
            Equivalents = isFunctionWord ? [] : EquivalentsOf(form, readings),
            PartEquivalents = [.. pieces.SelectMany(EquivalentsOf).Distinct(StringComparer.Ordinal)],
            Pieces = pieces,
            Gender = readings.Where(static reading => reading.Tag.Upos == Upos.Noun).Select(static reading => reading.Tag.Gender).Distinct().ToArray() is [Gender gender] ? gender : Gender.None,
        };
    }

    private static string? NounLemma(string form, List<FormReading> readings) => char.IsLetter(form.Length > 0 ? form[0] : ' ')
        ? readings.Where(static reading => reading.Tag.Upos == Upos.Noun).Select(static reading => Fold(reading.Lemma)).Order(StringComparer.Ordinal).FirstOrDefault()
        : null;

    /// <summary>The dictionary form of a compound's head; empty where the word is no compound.</summary>
    private string HeadLemma(string form)
    {
        string head = form.Contains('-', StringComparison.Ordinal) ? form[(form.LastIndexOf('-') + 1)..] : _compounds.TrySplit(form, out string last, out _) ? last : "";
        if (head.Length < MinPart)
            return "";
        string capital = char.ToUpperInvariant(head[0]) + head[1..];
        List<FormReading> readings = [];
        _forms.Read(capital, readings);
        return NounLemma(capital, readings) ?? Fold(capital);
    }

    private static bool IsAlways(List<FormReading> readings, Func<FormReading, bool> holds) => readings.Exists(static reading => reading.Tag.Upos == Upos.Noun)
        && readings.TrueForAll(reading => reading.Tag.Upos != Upos.Noun || holds(reading));

    private static bool IsUpperNoun(string form, List<FormReading> readings) =>
        form.Length > 0 && char.IsUpper(form[0]) && readings.Exists(static reading => reading.Tag.Upos is Upos.Noun or Upos.Propn);

    /// <summary>A noun, and nothing else that a small letter would write in the same way.</summary>
    private static bool IsNounFirst(string form, List<FormReading> readings) => IsUpperNoun(form, readings)
        || (readings.Count > 0 && readings.TrueForAll(static reading => reading.Tag.Upos is Upos.Noun or Upos.Verb) && readings[0].Tag.Upos == Upos.Noun && !readings.Exists(static reading => reading.Tag.VerbForm == VerbForm.Finite));

    /// <summary>The stem of the dictionary form: of a noun where the word has a capital, else of a verb before anything else; of the form itself where none is known.</summary>
    private string StemOf(string form, string folded, List<FormReading> readings)
    {
        bool isUpper = form.Length > 0 && char.IsUpper(form[0]);
        string? lemma = null;
        foreach (Upos wanted in isUpper ? NounsFirst : VerbsFirst)
        {
            foreach (FormReading reading in readings)
            {
                if (reading.Tag.Upos == wanted && (lemma is null || string.CompareOrdinal(reading.Lemma, lemma) < 0))
                    lemma = reading.Lemma;
            }

            if (lemma is not null)
                return Stem(Fold(lemma));
        }

        return Stem(folded);
    }

    /// <summary>All dictionary forms that a form can have, the likelier parts of speech first; the form itself where none is known.</summary>
    private static string[] LemmasOf(string form, List<FormReading> readings)
    {
        Upos[] wanted = form.Length > 0 && char.IsUpper(form[0]) ? NounsFirst : VerbsFirst;
        string[] lemmas = [.. readings.OrderBy(reading => (uint)Array.IndexOf(wanted, reading.Tag.Upos)).ThenBy(static reading => reading.Lemma, StringComparer.Ordinal).Select(static reading => reading.Lemma).Distinct(StringComparer.Ordinal)];
        return lemmas.Length > 0 ? lemmas : [form];
    }

    /// <summary>The stems that a word of a data file can have in a text, with and without a capital.</summary>
    private IEnumerable<string> StemsOf(string word)
    {
        foreach (string form in (string[])[word, word.Length > 0 ? char.ToUpperInvariant(word[0]) + word[1..] : word])
        {
            List<FormReading> readings = [];
            _forms.Read(form, readings);
            yield return StemOf(form, Fold(form), readings);
        }
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

    private string[] EquivalentsOf(string form)
    {
        List<FormReading> readings = [];
        _forms.Read(form, readings);
        return EquivalentsOf(form, readings);
    }

    /// <summary>Concepts of the pivot language that the form's likeliest known lemma is called by.</summary>
    private string[] EquivalentsOf(string form, List<FormReading> readings)
    {
        string[] words = _pivot is null ? [] : LemmasOf(form, readings).Select(_equivalents.Of).FirstOrDefault(static words => words.Length > 0) ?? [];
        return [.. words.Where(static word => !word.Contains(' ', StringComparison.Ordinal)).SelectMany(word => _pivot!.StemsOf(word).Select(_pivot.ConceptOf)).Distinct(StringComparer.Ordinal)]; // no words without a pivot
    }

    private Dictionary<string, string> Concepts(LanguagePack pack)
    {
        Dictionary<string, string> concepts = new(StringComparer.Ordinal);
        foreach (DataRow row in pack.Data.Rows("synonyms.tsv"))
        {
            string[] stems = [.. row.Cells.SelectMany(Words).SelectMany(StemsOf).Distinct(StringComparer.Ordinal)];
            if (stems.Length == 0)
                throw row.Error("a row names words that mean the same");
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
            string[] concepts = [.. Words(row[1]).Select(static words => words.Split(' ').MaxBy(static word => word.Length)!).SelectMany(pivot.StemsOf).Select(pivot.ConceptOf).Distinct(StringComparer.Ordinal)];
            foreach (string stem in Words(row[0]).SelectMany(StemsOf))
                pivots.TryAdd(stem, concepts);
        }

        return pivots;
    }

    private static string[] Words(string cell) => cell.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>A compound's parts, head last; the pieces between hyphens. Empty where the word is no compound.</summary>
    private string[] Split(string form)
    {
        if (form.Contains('-', StringComparison.Ordinal))
            return [.. form.Split('-', StringSplitOptions.RemoveEmptyEntries).Where(static part => part.Length >= 3)];
        if (!_compounds.TrySplit(form, out string head, out string modifier) || head.Length < MinPart || modifier.Length < MinPart)
            return [];
        string capital = char.ToUpperInvariant(modifier[0]) + modifier[1..];
        return [.. Split(capital) is { Length: > 0 } deeper ? deeper : [capital], head];
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
internal sealed record Term(string Folded, string Stem, string Concept, string[] Parts, string[] Pivots, double Frequency, bool IsFunctionWord, bool IsCommon)
{
    /// <summary>What it means, by names that languages share (<c>meanings.tsv</c>).</summary>
    public string[] Meanings { get; init; } = [];

    /// <summary>What a compound's parts mean.</summary>
    public string[] PartMeanings { get; init; } = [];

    /// <summary>Whether <see cref="Pivots"/> carry the parts over, and not the word itself.</summary>
    public bool HasPivotsOfParts { get; init; }

    /// <summary>Whether it can be a verb.</summary>
    public bool IsVerb { get; init; }

    /// <summary>Whether it can be a finite verb.</summary>
    public bool IsFinite { get; init; }

    /// <summary>Whether it is a noun.</summary>
    public bool IsNoun { get; init; }

    /// <summary>Its dictionary form as a noun, folded; the folded form where none is known.</summary>
    public string Lemma { get; init; } = Folded;

    /// <summary>The same of a compound's head; empty for a simple word.</summary>
    public string HeadLemma { get; init; } = "";

    /// <summary>All its dictionary forms as written, the likelier first; the form itself where none is known. Empty for a function word.</summary>
    public string[] Lemmas { get; init; } = [];

    /// <summary>Concepts of the pivot language by the table of equivalents.</summary>
    public string[] Equivalents { get; init; } = [];

    /// <summary>The same of a compound's parts.</summary>
    public string[] PartEquivalents { get; init; } = [];

    /// <summary>A compound's parts as written, head last; empty for a simple word.</summary>
    public string[] Pieces { get; init; } = [];

    /// <summary>Whether one of its readings is a noun.</summary>
    public bool CanBeNoun { get; init; }

    /// <summary>Whether it is a plural wherever it is a noun.</summary>
    public bool IsPlural { get; init; }

    /// <summary>Its gender as a noun; none where there are several, or none is known.</summary>
    public Gender Gender { get; init; }

    /// <summary>Whether it looks like a name: a capital, and no dictionary knows it as anything else.</summary>
    public bool IsName { get; init; }
}
