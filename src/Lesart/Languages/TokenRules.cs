namespace Lesart.Languages;

/// <summary>What an abbreviation says about the sentence around it.</summary>
internal enum AbbreviationClass : byte
{
    /// <summary>The sentence goes on, whatever comes next.</summary>
    Inner,

    /// <summary>As <see cref="Inner"/> before a figure; otherwise no abbreviation.</summary>
    Number,

    /// <summary>May end a sentence.</summary>
    Either,

    /// <summary>Mostly ends an enumeration.</summary>
    Final,
}

/// <summary>How a language's words are cut (<c>tokens.tsv</c>, <c>abbreviations.txt</c>, <c>function-words.txt</c>, <c>closed.tsv</c> and the settings of <c>pack.tsv</c>).</summary>
internal sealed class TokenRules
{
    private static readonly HashSet<string> TopDomains = new(["at", "be", "biz", "ch", "co", "com", "de", "edu", "es", "eu", "fr", "gov", "info", "int", "io", "it", "me", "mil", "net", "nl", "org", "pl", "ru", "tv", "uk"], StringComparer.Ordinal);
    private readonly Dictionary<string, AbbreviationClass> _abbreviations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _cuts = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _whole = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _joined = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _beforeOrdinal = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _months = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<string> _functionWords = new(StringComparer.OrdinalIgnoreCase);
    private readonly int _longestAbbreviation;

    private TokenRules(LanguagePack pack)
    {
        foreach (DataRow row in pack.Data.Rows("abbreviations.txt"))
        {
            if (!EnumCell.TryParse(row[1], out AbbreviationClass kind))
                throw row.Error($"'{row[1]}' is no class of abbreviations");
            if (!_abbreviations.TryAdd(row[0], kind))
                throw row.Error($"'{row[0]}' is defined twice");
            _longestAbbreviation = Math.Max(_longestAbbreviation, row[0].Length);
        }

        List<string> suffixes = [], prefixes = [];
        foreach (DataRow row in pack.Data.Rows("tokens.tsv"))
        {
            string form = row[1];
            switch (row[0])
            {
                case "whole": _whole.Add(form); break;
                case "suffix": suffixes.Add(form); break;
                case "prefix": prefixes.Add(form); break;
                case "cut" when form.IndexOf('|', StringComparison.Ordinal) is > 0 and int bar: _cuts[form.Remove(bar, 1)] = bar; break;
                case "joined" when form.EndsWith('-'): _joined.Add(form[..^1]); break;
                case "before-ordinal": _beforeOrdinal.Add(form); break;
                case "month": _months.Add(form); break;
                default: throw row.Error($"'{row[0]}' with '{form}' is no rule for tokens");
            }
        }

        suffixes.Sort(static (one, other) => other.Length.CompareTo(one.Length));
        prefixes.Sort(static (one, other) => other.Length.CompareTo(one.Length));
        (Suffixes, Prefixes) = ([.. suffixes], [.. prefixes]);
        foreach (DataRow row in pack.Data.Rows("function-words.txt"))
            _functionWords.Add(row[0]);
        foreach (DataRow row in pack.Data.Rows("closed.tsv"))
        {
            if (row[1] is "DET" or "PRON" or "ADV" or "ADP" or "SCONJ" or "CCONJ" && row[0].Length > 1)
                _functionWords.Add(row[0]);
        }

        CutsHyphens = pack.Setting("hyphens") == "cut";
        HasOrdinalDot = pack.Setting("ordinal-dot") == "yes";
        CutsApostrophes = pack.Setting("apostrophe") == "clitic";
        WordMarks = pack.Setting("word-marks").Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Whether a hyphen between two words is a token of its own.</summary>
    public bool CutsHyphens { get; }

    /// <summary>Whether a full stop after figures makes an ordinal.</summary>
    public bool HasOrdinalDot { get; }

    /// <summary>Whether an apostrophe at a word's end is a token of its own.</summary>
    public bool CutsApostrophes { get; }

    /// <summary>Marks with the letters after them that join a word, as in forms that name both genders.</summary>
    public string[] WordMarks { get; }

    /// <summary>Endings with their apostrophe, longest first.</summary>
    public string[] Suffixes { get; }

    /// <summary>Beginnings with their apostrophe, longest first.</summary>
    public string[] Prefixes { get; }

    /// <summary>Reads the rules of a pack.</summary>
    public static TokenRules Load(LanguagePack pack) => new(pack);

    /// <summary>Whether a lower-case word behind a dot makes what is before it a web address.</summary>
    public static bool IsTopDomain(ReadOnlySpan<char> label) => TopDomains.GetAlternateLookup<ReadOnlySpan<char>>().Contains(label);

    public bool TryGetAbbreviation(ReadOnlySpan<char> form, out AbbreviationClass kind)
    {
        kind = default;
        return form.Length <= _longestAbbreviation && _abbreviations.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out kind);
    }

    /// <summary>Whether a single word is cut though it holds no apostrophe ("cannot").</summary>
    public bool TryGetCut(ReadOnlySpan<char> form, out int at)
    {
        at = 0;
        return _cuts.Count > 0 && form.Length < 12 && _cuts.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(form, out at);
    }

    public bool IsWhole(ReadOnlySpan<char> form) => _whole.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form);

    public bool KeepsHyphenAfter(ReadOnlySpan<char> form) => form.Length < 8 && _joined.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form);

    public bool IsBeforeOrdinal(ReadOnlySpan<char> form) => _beforeOrdinal.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form);

    public bool IsMonth(ReadOnlySpan<char> form) => _months.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form);

    /// <summary>Whether the word is a function word or an adverb: capitalised, it begins a sentence.</summary>
    public bool IsFunctionWord(ReadOnlySpan<char> form) => _functionWords.GetAlternateLookup<ReadOnlySpan<char>>().Contains(form);
}
