using System.Collections.Immutable;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>What a cue's syntax lets expect (<c>speech-verbs.tsv</c>, <c>cue-nouns.tsv</c>).</summary>
[Flags]
internal enum CueFrame : uint
{
    None = 0,
    Clause = 1,
    Infinitive = 2,
    Quote = 4,

    /// <summary>May follow what is said.</summary>
    Insert = 8,

    /// <summary>Its content may be named by a noun alone.</summary>
    Noun = 16,
    As = 32,
    From = 64,

    /// <summary>Needs a clause or quotation right behind it.</summary>
    Weak = 128,
    Correlate = 256,
    Impersonal = 512,

    /// <summary>Its subject is a text.</summary>
    Text = 1024,

    /// <summary>A noun that attributes after a preposition.</summary>
    Attributing = 2048,

    /// <summary>A noun that attributes together with a verb.</summary>
    Held = 4096,
    Colon = 8192,
    Reflexive = 16384,

    /// <summary>Its subject passes on what its object said ("zitiert X mit den Worten").</summary>
    Cites = 32768,

    /// <summary>A noun that attributes as a point of view.</summary>
    View = 65536,

    /// <summary>A verb that denies a claim and refuses a demand: its object tells which ("rejected the allegation", "rejected the offer").</summary>
    Refuses = 131072,

    /// <summary>A verb whose object is who listens: no subject stands behind it ("told reporters").</summary>
    Addressee = 262144,

    /// <summary>A verb that denies, and negated says that a thing may be so ("does not rule out").</summary>
    Possible = 524288,
}

/// <summary>Forms of a cue verb.</summary>
internal enum CueFormKind : byte
{
    Finite,

    /// <summary>Present plural, which looks like the infinitive.</summary>
    Plural,
    Subjunctive,
    Participle,
    Infinitive,
    ZuInfinitive,
    Gerund,
}

/// <summary>A verb that carries what somebody says.</summary>
/// <param name="Lemma">Dictionary form.</param>
/// <param name="Prefix">Separable prefix; empty where there is none.</param>
/// <param name="Class">How it puts the speaker.</param>
/// <param name="Frames">What may stand beside it.</param>
/// <param name="Links">Words behind which a group of nouns names what is said ("sprach von", "hält für").</param>
/// <param name="FigureLinks">Words behind which a figure does ("schätzt auf", "put at").</param>
internal sealed record CueVerb(string Lemma, string Prefix, string Class, CueFrame Frames, ImmutableArray<string> Links, ImmutableArray<string> FigureLinks)
{
    /// <summary>Stands for a verb that carries no speech where only its subject is asked for.</summary>
    public static CueVerb None { get; } = new("", "", "", CueFrame.None, [], []);
}

/// <summary>A form of a cue verb.</summary>
/// <param name="Verb">The verb.</param>
/// <param name="Kind">Which form.</param>
/// <param name="IsWhole">Whether the form holds the verb's prefix, or there is none.</param>
internal readonly record struct CueForm(CueVerb Verb, CueFormKind Kind, bool IsWhole);

/// <summary>A noun that names an act of speaking.</summary>
internal sealed record CueNoun(string Lemma, string Class, CueFrame Frames);

/// <summary>Kinds of cue phrases (<c>cue-phrases.tsv</c>).</summary>
internal enum CuePhraseKind : byte
{
    Before, Cites, After, Noun, View, Follow, As, Anaphor, AnaphorReported, Clause, Whole,
}

/// <summary>A cue that is no verb.</summary>
internal sealed record CuePhrase(CuePhraseKind Kind, ImmutableArray<string> Words, string Class);

/// <summary>A language's words for speech, clauses and stance.</summary>
internal sealed class StatementLexicon
{
    private readonly FormTable<StatementWord> _known;
    private readonly Dictionary<string, List<CueForm>> _forms = new(StringComparer.Ordinal);
    private readonly Dictionary<string, WordClass> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CueNoun> _nouns = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<CuePhrase>> _phrases = new(StringComparer.Ordinal);
    private readonly List<string> _silentEndings = [];
    private readonly List<string> _speakingEndings = [];
    private readonly List<string> _mediaEndings = [];
    private readonly List<string> _courtEndings = [];
    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);

    private StatementLexicon(LanguagePack pack)
    {
        _known = new FormTable<StatementWord>(form => StatementWord.Of(form, this));
        foreach (DataRow row in pack.Data.Rows("statements.tsv"))
            _settings[row[0]] = row[1];
        IsVerbFinal = Has("verb-final");
        ReadWords(pack);
        ReadVerbs(pack);
        ReadNouns(pack);
        foreach (DataRow row in pack.Data.Rows("cue-phrases.tsv"))
        {
            if (!EnumCell.TryParse(row[0].Replace("-", "", StringComparison.Ordinal), out CuePhraseKind kind))
                throw row.Error($"'{row[0]}' is no kind of cue phrase");
            ImmutableArray<string> words = [.. row[1].Split(' ')];
            if (!_phrases.TryGetValue(words[0], out List<CuePhrase>? phrases))
                _phrases.Add(words[0], phrases = []);
            phrases.Add(new CuePhrase(kind, words, row[2]));
        }

        foreach (DataRow row in pack.Data.Rows("speakers.tsv"))
            (row[0] == "never" ? _silentEndings : row[0] == "ever" ? _speakingEndings : row[0] == "media" ? _mediaEndings : row[0] == "court" ? _courtEndings : throw row.Error($"'{row[0]}' is none of 'never', 'ever', 'media', 'court'")).AddRange(row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries));
        Stances = new StanceLexicon(pack);
        HasContentInside = Has("content-inside");
        TakesQuotedPieces = Has("quoted-pieces");
        NominativeEnding = _settings.GetValueOrDefault("nominative-ending") ?? "";
        WholeClausePronoun = _settings.GetValueOrDefault("whole-clause-pronoun") ?? "";
        ReportsWholeClause = _settings.GetValueOrDefault("reported-content") == "clause";
    }

    /// <summary>Whether subordinate clauses end in their finite verb.</summary>
    public bool IsVerbFinal { get; }

    /// <summary>Whether the content of a reported statement is the whole clause that tells it; else the verb's object.</summary>
    public bool ReportsWholeClause { get; }

    /// <summary>Whether what is said stands behind its cue in the same clause, without a separator.</summary>
    public bool HasContentInside { get; }

    /// <summary>Whether quoted wordings inside indirect speech are statements of their own.</summary>
    public bool TakesQuotedPieces { get; }

    /// <summary>The ending of an adjective behind an article that can't be in the genitive; empty where adjectives have no endings.</summary>
    public string NominativeEnding { get; }

    /// <summary>The relative pronoun that takes up a whole clause ("was er bestreitet"); empty where others do so too.</summary>
    public string WholeClausePronoun { get; }

    public StanceLexicon Stances { get; }

    public static StatementLexicon Of(LanguagePack pack) => pack.Table(static pack => new StatementLexicon(pack));

    /// <summary>The classes of a word in lower case.</summary>
    public WordClass Class(string lower) => _words.GetValueOrDefault(lower);

    /// <summary>All that is known of a text's forms, in the order of its lexemes.</summary>
    public StatementWord[] DescribeAll(TokenizedText text) => _known.GetAll(text);

    /// <summary>The cue verbs that a word in lower case can be a form of.</summary>
    public IReadOnlyList<CueForm> Forms(string lower) => _forms.TryGetValue(lower, out List<CueForm>? forms) ? forms : [];

    /// <summary>The cue noun that a word is a form of, as it is written; null where it is none.</summary>
    public CueNoun? Noun(string form)
    {
        if (_nouns.TryGetValue(form, out CueNoun? noun))
            return noun;
        int hyphen = form.LastIndexOf('-');
        if (hyphen > 0 && hyphen + 1 < form.Length && _nouns.TryGetValue(form[(hyphen + 1)..], out noun) && char.IsUpper(form[hyphen + 1]) && (noun.Frames & (CueFrame.Attributing | CueFrame.Text)) != CueFrame.None)
            return noun; // "SID-Informationen"
        // a compound of such a noun ("Polizeiangaben", "Augenzeugenberichte") attributes too
        for (int cut = 3; cut <= form.Length - 4; cut++)
        {
            string tail = char.ToUpperInvariant(form[cut]) + form[(cut + 1)..];
            if (char.IsLower(form[cut]) && _nouns.TryGetValue(tail, out noun) && (noun.Frames & (CueFrame.Attributing | CueFrame.Text)) != CueFrame.None)
                return noun;
        }

        return null;
    }

    /// <summary>Whether what a noun names can say something, by the noun's ending.</summary>
    public bool CanSpeak(string lower) => EndsInOne(lower, _speakingEndings) || !EndsInOne(lower, _silentEndings);

    /// <summary>Whether a word in lower case names a newspaper, broadcaster or agency, by its ending.</summary>
    public bool IsMedia(string lower) => EndsInOne(lower, _mediaEndings);

    /// <summary>Whether a word in lower case names who rules on pleas, by its ending: what a court rejects is decided, not denied.</summary>
    public bool IsCourt(string lower) => EndsInOne(lower, _courtEndings);

    public IReadOnlyList<CuePhrase> Phrases(string lower) => _phrases.TryGetValue(lower, out List<CuePhrase>? phrases) ? phrases : [];

    private static bool EndsInOne(string lower, List<string> endings)
    {
        foreach (string ending in endings)
        {
            if (lower.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    private bool Has(string setting) => _settings.GetValueOrDefault(setting) == "yes";

    private void ReadWords(LanguagePack pack)
    {
        foreach (DataRow row in pack.Data.Rows("clause-words.tsv"))
        {
            if (!EnumCell.TryParse(row[0].Replace("-", "", StringComparison.Ordinal), out WordClass found))
                throw row.Error($"'{row[0]}' is no class of words");
            foreach (string word in row[1].Split(' ', StringSplitOptions.RemoveEmptyEntries))
                _words[word] = _words.GetValueOrDefault(word) | found;
        }
    }

    private void ReadVerbs(LanguagePack pack)
    {
        foreach (DataRow row in pack.Data.Rows("speech-verbs.tsv"))
        {
            CueVerb verb = new(row[0], row[1], row[2], Frames(row, row[3]) | (row[0].Contains(' ', StringComparison.Ordinal) ? CueFrame.Reflexive : CueFrame.None), Links(row[3], isFigure: false), Links(row[3], isFigure: true));
            Add(verb, row[4], CueFormKind.Finite);
            Add(verb, row[5], CueFormKind.Plural);
            Add(verb, row[6], CueFormKind.Subjunctive);
            AddWhole(verb, row[7], CueFormKind.Participle);
            AddWhole(verb, row[8], CueFormKind.Infinitive);
            AddWhole(verb, row[9], CueFormKind.ZuInfinitive);
            AddWhole(verb, row[10], CueFormKind.Gerund);
            if (verb.Prefix.Length > 0 && row[7].StartsWith(verb.Prefix, StringComparison.Ordinal))
                Add(row[7][verb.Prefix.Length..], new CueForm(verb, CueFormKind.Participle, IsWhole: false)); // "bekannt gegeben"
        }
    }

    private void ReadNouns(LanguagePack pack)
    {
        foreach (DataRow row in pack.Data.Rows("cue-nouns.tsv"))
        {
            CueNoun noun = new(row[0], row[2], Frames(row, row[3]));
            foreach (string form in row[1].Split(' '))
                _nouns[form] = noun;
        }
    }

    private static ImmutableArray<string> Links(string frames, bool isFigure) =>
        [.. frames.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(name => name[0] == '+' && name[^1] == '#' == isFigure).Select(static name => name[1..].TrimEnd('#'))];

    private static CueFrame Frames(DataRow row, string names)
    {
        CueFrame frames = CueFrame.None;
        foreach (string name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            frames |= name switch
            {
                "clause" => CueFrame.Clause,
                "inf" => CueFrame.Infinitive,
                "quote" => CueFrame.Quote,
                "insert" => CueFrame.Insert,
                "np" => CueFrame.Noun,
                "as" => CueFrame.As,
                "from" => CueFrame.From,
                "weak" => CueFrame.Weak,
                "correlate" => CueFrame.Correlate,
                "it" => CueFrame.Impersonal,
                "text" => CueFrame.Text,
                "attributing" => CueFrame.Attributing,
                "held" => CueFrame.Held,
                "colon" => CueFrame.Colon,
                "cites" => CueFrame.Cites,
                "view" => CueFrame.View,
                "refuses" => CueFrame.Refuses,
                "addressee" => CueFrame.Addressee,
                "possible" => CueFrame.Possible,
                _ when name[0] == '+' => CueFrame.None,
                _ => throw row.Error($"'{name}' is no frame"),
            };
        }

        return frames;
    }

    private void Add(CueVerb verb, string forms, CueFormKind kind)
    {
        foreach (string form in forms.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            Add(form, new CueForm(verb, kind, verb.Prefix.Length == 0));
            if (verb.Prefix.Length > 0 && IsVerbFinal)
                Add(verb.Prefix + form, new CueForm(verb, kind, IsWhole: true)); // "mitteilte", at the end of its clause
        }
    }

    private void AddWhole(CueVerb verb, string forms, CueFormKind kind)
    {
        foreach (string form in forms.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            Add(form, new CueForm(verb, kind, verb.Prefix.Length == 0 || form.StartsWith(verb.Prefix, StringComparison.Ordinal)));
    }

    private void Add(string form, CueForm entry)
    {
        if (!_forms.TryGetValue(form, out List<CueForm>? entries))
            _forms.Add(form, entries = []);
        foreach (CueForm known in entries)
        {
            if (known.Kind == entry.Kind && known.IsWhole == entry.IsWhole && known.Verb == entry.Verb)
                return;
        }

        entries.Add(entry);
    }
}
