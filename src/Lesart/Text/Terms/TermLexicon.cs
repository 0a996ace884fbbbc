using System.Collections.Concurrent;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>How a language's words are matched over texts: folded, cut to their stem, split where they are compounds, carried to a pivot language.</summary>
/// <remarks>Built from <c>endings.txt</c>, <c>common-words.txt</c>, <c>function-words.txt</c>, <c>light-words.txt</c>, <c>synonyms.tsv</c>,
/// <c>translations.tsv</c> and <c>meanings.tsv</c> of the pack; each may be missing. Stems are for matching alone and are never shown.</remarks>
internal sealed class TermLexicon
{
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
    private readonly Dictionary<string, string> _cognates;
    private readonly Stemmer _stemmer;
    private readonly FormReader _forms;
    private readonly CompoundSplitter _compounds;
    private readonly Dictionary<string, int> _ranks; // by stem
    private readonly Dictionary<string, int> _wordRanks;
    private readonly HashSet<string> _functionWords;
    private readonly Dictionary<string, string> _concepts;
    private readonly Dictionary<string, string[]> _pivots;
    private readonly MeaningTable _meanings;
    private readonly EquivalentTable _equivalents;
    private readonly ConcurrentDictionary<string, Term> _terms = new(StringComparer.Ordinal);

    private TermLexicon(LanguagePack pack, TermLexicon? pivot)
    {
        _pivot = pivot;
        _forms = pack.Table(FormReader.Load);
        _compounds = pack.Table(CompoundSplitter.Load);
        _equivalents = pack.Table(EquivalentTable.Load);
        _stemmer = new Stemmer(pack);
        Dictionary<string, int> ranks = new(StringComparer.Ordinal), wordRanks = new(StringComparer.Ordinal);
        HashSet<string> functionWords = new(pack.Data.Rows("function-words.txt").Select(static row => Folding.Fold(row[0])), StringComparer.Ordinal);
        foreach (DataRow row in pack.Data.Rows("light-words.txt"))
            functionWords.UnionWith(row[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(static word => Folding.Fold(word)));
        int rank = 0;
        foreach (DataRow row in pack.Data.Rows("common-words.txt"))
        {
            string folded = Folding.Fold(row[0]);
            if (++rank <= FunctionWordRanks)
                functionWords.Add(folded);
            wordRanks.TryAdd(folded, rank);
            foreach (string stem in StemsOf(row[0]))
                ranks.TryAdd(stem, rank);
        }

        _ranks = ranks;
        _wordRanks = wordRanks.ToDictionary(StringComparer.Ordinal);
        _functionWords = functionWords;
        _concepts = Concepts(pack);
        _meanings = new MeaningTable(pack, word => StemsOf(word).Distinct(StringComparer.Ordinal));
        _pivots = pivot is null ? [] : Pivots(pack, pivot);
        _cognates = ranks.Keys.GroupBy(Folding.Cognate, StringComparer.Ordinal).ToDictionary(static group => group.Key, group => ConceptOf(group.First()), StringComparer.Ordinal);
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
        string folded = Folding.Fold(form);
        List<FormReading> readings = [];
        FormOrigin origin = _forms.Read(form, readings);
        string stem = StemOf(form, folded, readings);
        bool isFunctionWord = folded.Length < 2 || _functionWords.Contains(folded);
        bool isCommon = _ranks.TryGetValue(stem, out int rank);
        string[] pieces = isFunctionWord || isCommon ? [] : Split(form), parts = [.. pieces.Select(piece => StemsOf(piece).First())];
        double frequency = isCommon ? FrequencyAt(rank) : UnknownFrequency;
        string lemma = NounLemma(form, readings) ?? folded;
        bool isVerb = !IsUpperNoun(form, readings) && readings.Exists(static reading => reading.Tag.Upos is Upos.Verb or Upos.Aux);
        bool isName = char.IsUpper(folded.Length > 0 ? form[0] : ' ') && !isCommon && parts.Length == 0 && (origin is FormOrigin.Unknown or FormOrigin.Guessed || readings.TrueForAll(static reading => reading.Tag.Upos == Upos.Propn));
        return new Term(folded, stem, ConceptOf(stem), [.. parts.Select(ConceptOf)], PivotsOf(stem, folded, parts, isCommon), frequency, isFunctionWord, isCommon)
        {
            Meanings = MeaningsOf(stem),
            PartMeanings = [.. parts.SelectMany(MeaningsOf).Distinct(StringComparer.Ordinal)],
            HasPivotsOfParts = parts.Length > 0 && !_pivots.ContainsKey(stem),
            CanBeNoun = readings.Exists(static reading => reading.Tag.Upos == Upos.Noun),
            IsAdjective = readings.Exists(static reading => reading.Tag.Upos == Upos.Adj),
            IsVerb = isVerb,
            IsFinite = isVerb && readings.Exists(static reading => reading.Tag.VerbForm == VerbForm.Finite),
            IsName = isName,
            IsNoun = IsNounFirst(form, readings),
            Lemma = lemma,
            NounFrequency = _wordRanks.TryGetValue(lemma, out int nounRank) ? FrequencyAt(nounRank) : UnknownFrequency,
            HeadLemma = isFunctionWord ? "" : HeadLemma(form),
            IsPlural = IsAlways(readings, static reading => reading.Tag.Number == GrammaticalNumber.Plural),
            Lemmas = isFunctionWord ? [] : LemmasOf(form, readings),
            Equivalents = isFunctionWord ? [] : EquivalentsOf(form, readings),
            PartEquivalents = [.. pieces.SelectMany(EquivalentsOf).Distinct(StringComparer.Ordinal)],
            Pieces = pieces,
            Gender = readings.Where(static reading => reading.Tag.Upos == Upos.Noun).Select(static reading => reading.Tag.Gender).Distinct().ToArray() is [Gender gender] ? gender : Gender.None,
        };
    }

    private static double FrequencyAt(int rank) => 1 - Math.Exp(-ZipfShare * WordsPerArticle / rank);

    private static string? NounLemma(string form, List<FormReading> readings) => char.IsLetter(form.Length > 0 ? form[0] : ' ')
        ? readings.Where(static reading => reading.Tag.Upos == Upos.Noun).Select(static reading => Folding.Fold(reading.Lemma)).Order(StringComparer.Ordinal).FirstOrDefault()
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
        return NounLemma(capital, readings) ?? Folding.Fold(capital);
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
                return _stemmer.Stem(Folding.Fold(lemma));
        }

        return _stemmer.Stem(folded);
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
            yield return StemOf(form, Folding.Fold(form), readings);
        }
    }

    private string ConceptOf(string stem) => _concepts.GetValueOrDefault(stem, stem);

    private string[] PivotsOf(string stem, string folded, string[] parts, bool isCommon)
    {
        if (_pivot is null)
            return isCommon || _concepts.ContainsKey(stem) ? [ConceptOf(stem)] : [stem, CognateMark + Folding.Cognate(folded)];
        if (_pivots.TryGetValue(stem, out string[]? known))
            return known;
        string[] ofParts = [.. parts.SelectMany(part => _pivots.GetValueOrDefault(part, [])).Distinct(StringComparer.Ordinal)];
        if (ofParts.Length > 0)
            return ofParts;
        string cognate = Folding.Cognate(folded);
        return [_pivot._cognates.TryGetValue(cognate, out string? concept) ? concept : CognateMark + cognate];
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
}
