using System.Text;
using Lesart.Languages;

namespace Lesart.Analyzing;

/// <summary>How the letters of names are read (<c>names/transcription.tsv</c>): from any way of writing to letters of a key in which only what sounds alike is alike.</summary>
internal sealed class Transcription
{
    /// <summary>Ways of writing in which j is a glide and ch a throat sound.</summary>
    public const string Glide = "glide";

    /// <summary>Ways of writing in which j and ch hiss: English and French.</summary>
    public const string Hiss = "hiss";

    /// <summary>French among these.</summary>
    public const string French = "french";

    /// <summary>Lands of given names that papers write as at home.</summary>
    public const string Western = "we";

    private const string File = "transcription.tsv";
    private const string Exact = "ja";
    private const string AnyWay = "*";
    private const int LastMarked = 0x20FF;
    private const int MostForLetter = 2;
    private const int LongestWord = 64;

    // by letter
    private readonly string?[] _marks = new string?[LastMarked + 1];
    private readonly Evidence[] _evidence;
    private readonly Dictionary<string, SoundTable> _sounds = new(StringComparer.Ordinal);
    private readonly List<SoundTable.Entry> _ends = [];
    private readonly Dictionary<string, GivenName> _given = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GivenName> _givenBySound = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _nicknames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<string>> _wordLists = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _generations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _sameWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _families = new(StringComparer.Ordinal);
    private readonly int _longestSound = 1; // of one letter of any table
    private readonly string[] _slavicEnds;
    private readonly string[] _patronymics;
    private readonly string[] _foreign;

    private Transcription(DataFolder names)
    {
        // marks first: the others need them
        foreach (DataRow row in names.Rows(File))
        {
            if (row[0] == "mark")
                ReadMarks(row);
        }

        List<Evidence> evidence = [];
        int nick = 0;
        foreach (DataRow row in names.Rows(File))
        {
            switch (row[0])
            {
                case "mark":
                    break;
                case "evidence":
                    evidence.Add(new Evidence(row[1], row[2], MaskOf(row[2]), row[3][0] - '0'));
                    break;
                case "sound" or "script":
                    Table(row[1]).Add(row[2], row[3], row[4]);
                    _longestSound = Math.Max(_longestSound, Math.Max(row[3].Length, row[4].Length));
                    break;
                case "syllable":
                    Table(row[0]).Add(row[1], row[2], "");
                    break;
                case "end":
                    _ends.Add(new SoundTable.Entry(row[1], row[2], row[3].Length > 0 ? row[3] : row[2]));
                    break;
                case "family":
                    foreach (string form in row[1].Split('|'))
                        _families.TryAdd(form, row[1].Split('|')[0]);
                    break;
                case "generation":
                    foreach (string form in row[1].Split('|'))
                        _generations.TryAdd(Bare(form), row[1].Split('|')[0]);
                    break;
                case "same":
                    foreach (string form in row[1].Split('|'))
                        _sameWords.TryAdd(form, row[1].Split('|')[0]);
                    break;
                case "han" or "hangul":
                    Romanization.Add(row);
                    break;
                case "nick":
                    foreach (string form in row[1].Split('|'))
                        (_nicknames.TryGetValue(form, out List<int>? groups) ? groups : _nicknames[form] = []).Add(nick);
                    nick++;
                    break;
                case "given":
                    GivenName name = new(row[2].Split('|')[0], row[1]);
                    foreach (string form in row[2].Split('|'))
                        _given.TryAdd(Bare(form), name);
                    break;
                default:
                    if (!_wordLists.TryGetValue(row[0], out HashSet<string>? list))
                        _wordLists.Add(row[0], list = new(StringComparer.Ordinal));
                    list.UnionWith(row[1].Split('|'));
                    break;
            }
        }

        _evidence = [.. evidence];
        _slavicEnds = [.. _wordLists["slavic-end"]];
        _foreign = [.. _wordLists["foreign"]];
        _patronymics = [.. _wordLists["patronymic"]];
        foreach ((string form, GivenName name) in _given)
        {
            // where a spelling says all, sounds would mix names
            if (form[0] < 'Ͱ' && form.Length > 3 && name.Lands != Exact)
                _givenBySound.TryAdd(Sound(form, WayOf(form)), name);
        }
    }

    private void ReadMarks(DataRow row)
    {
        string plain = row[1] == "-" ? "" : row[1];
        foreach (char marked in row[2])
        {
            if (marked > LastMarked || plain.Length > MostForLetter)
                throw row.Error($"'{marked}' can't be read as '{plain}'");
            _marks[marked] = plain;
        }
    }

    /// <summary>The tables that travel with Lesart.</summary>
    public static Transcription Instance { get; } = new(DataFolder.BuiltIn("names/"));

    /// <summary>Names in Korean and Chinese characters.</summary>
    public Romanization Romanization { get; } = new();

    /// <summary>A given name in all its spellings.</summary>
    /// <param name="Key">The spelling that stands for all.</param>
    /// <param name="Lands">Where it is at home: <c>sl</c>, <c>ar</c>, <c>he</c>, <c>we</c>.</param>
    public readonly record struct GivenName(string Key, string Lands);

    /// <summary>Lower case without marks.</summary>
    public string Bare(string word)
    {
        Span<char> bare = word.Length < 256 ? stackalloc char[MostForLetter * word.Length] : new char[MostForLetter * word.Length];
        return bare[..Bare(word, bare)].ToString();
    }

    /// <inheritdoc cref="Bare(string)"/>
    /// <param name="word">The word.</param>
    /// <param name="bare">Room for twice as many letters.</param>
    /// <returns>How many letters there are.</returns>
    public int Bare(ReadOnlySpan<char> word, Span<char> bare)
    {
        int count = 0;
        foreach (char letter in word)
        {
            char lower = letter == 'İ' ? 'i' : char.ToLowerInvariant(letter);
            if (lower >= _marks.Length || _marks[lower] is not string plain)
            {
                bare[count++] = lower;
                continue;
            }

            foreach (char one in plain)
                bare[count++] = one;
        }

        return count;
    }

    /// <summary>The way of writing that the letters betray: <see cref="Glide"/>, the other in which both hiss, or "".</summary>
    /// <param name="lower">Lower-case letters, with their marks.</param>
    public string WayOf(ReadOnlySpan<char> lower)
    {
        int balance = 0;
        bool isFrench = false;
        Span<char> letters = lower.Length < 256 ? stackalloc char[lower.Length + 1] : new char[lower.Length + 1];
        lower.Replace(letters, ' ', '$');
        letters[^1] = '$';
        uint mask = MaskOf(letters);
        foreach (Evidence evidence in _evidence)
        {
            if ((evidence.Mask & ~mask) != 0 || letters.IndexOf(evidence.Letters) < 0)
                continue;
            if (letters[0] >= 'Ͱ')
                return evidence.Way;
            isFrench |= evidence.Way == French;
            balance += evidence.Way == Glide ? evidence.Weight : evidence.Way == Hiss ? -evidence.Weight : 0;
        }

        return balance > 0 ? Glide : balance == 0 ? "" : isFrench ? French : Hiss;
    }

    /// <summary>The way of a word inside a name: its own, but French where the name is French and the word only not German.</summary>
    /// <param name="own">What the word's own letters betray.</param>
    /// <param name="whole">What the whole name betrays.</param>
    public static string WayIn(string own, string whole) => own.Length == 0 || (own == Hiss && whole == French) ? whole : own;

    // Which letters occur: a to z by a bit each, all others share one.
    private static uint MaskOf(ReadOnlySpan<char> letters)
    {
        uint mask = 0;
        foreach (char letter in letters)
            mask |= letter is >= 'a' and <= 'z' ? 1u << (letter - 'a') : 1u << 26;
        return mask;
    }

    /// <summary>A word in letters of the key.</summary>
    /// <param name="bare">Lower case, without marks.</param>
    /// <param name="ways">Ways of writing whose letters are tried before the general ones; "" for none.</param>
    public string Sound(string bare, params ReadOnlySpan<string> ways)
    {
        Span<char> sound = bare.Length < LongestWord ? stackalloc char[_longestSound * LongestWord] : new char[_longestSound * bare.Length];
        return Ended(Glideless(sound[..Read(bare, isSpelled: false, ways, sound)]), isSpelled: false);
    }

    /// <summary>A word as ids spell it, in any way of writing alike where papers differ by rule: "Tschischow" as "chishov".</summary>
    /// <inheritdoc cref="Sound"/>
    public string Spell(string bare, params ReadOnlySpan<string> ways)
    {
        Span<char> sound = bare.Length < LongestWord ? stackalloc char[_longestSound * LongestWord] : new char[_longestSound * bare.Length];
        return Ended(WithGlides(sound[..Read(bare, isSpelled: true, ways, sound)]), isSpelled: true);
    }

    private int Read(string bare, bool isSpelled, ReadOnlySpan<string> ways, Span<char> sound)
    {
        int count = 0;
        for (int at = 0; at < bare.Length;)
        {
            // the longest entry of any way wins, the more particular way among equals
            SoundTable.Entry? best = null;
            foreach (string way in ways)
            {
                TryWay(way, bare, at, ref best);
                if (way == French)
                    TryWay(Hiss, bare, at, ref best);
            }

            if (!TryWay(ScriptOf(bare[at]), bare, at, ref best))
                TryWay(AnyWay, bare, at, ref best);

            // a final c alone is a Slavic one
            ReadOnlySpan<char> piece = at == bare.Length - 1 && bare[at] == 'c' && at > 1 ? isSpelled ? "c" : "s" : best is null ? bare.AsSpan(at, 1) : isSpelled ? best.Spelling : best.Key;
            piece.CopyTo(sound[count..]);
            count += piece.Length;
            at += Math.Max(1, best?.Letters.Length ?? 1);
        }

        return count;
    }

    /// <summary>A syllabic name in letters of its own key.</summary>
    public string Syllables(string bare)
    {
        StringBuilder sound = new(bare.Length);
        for (int at = 0; at < bare.Length;)
        {
            SoundTable.Entry? best = null;
            TryWay("syllable", bare, at, ref best);
            string piece = best?.Key ?? bare[at].ToString();
            // a final h is not heard
            if (piece != "h" || (at + 1 < bare.Length && IsVowelOrGlide(bare[at + 1])))
                sound.Append(sound.Length > 0 && piece.Length > 0 && sound[^1] == piece[0] && IsVowel(piece[0]) ? piece[1..] : piece);
            at += best?.Letters.Length ?? 1;
        }

        return sound.ToString();
    }

    /// <summary>The given name, in any of its spellings or in one that sounds like them.</summary>
    public bool TryGetGiven(string bare, string way, out GivenName name) =>
        _given.TryGetValue(bare, out name) || (bare.Length > 3 && _givenBySound.TryGetValue(Sound(bare, way), out name));

    /// <summary>Whether one can be the short or pet form of the other.</summary>
    public bool AreNicknames(string one, string other) =>
        _nicknames.TryGetValue(one, out List<int>? groups) && _nicknames.TryGetValue(other, out List<int>? others) && groups.Exists(others.Contains);

    public bool IsListed(string list, string bare) => _wordLists[list].Contains(bare);

    /// <summary>A word without the article that its script writes in one with it.</summary>
    public string WithoutPrefix(string bare)
    {
        foreach (string prefix in _wordLists["prefix"])
        {
            if (bare.Length > prefix.Length + 2 && bare.StartsWith(prefix, StringComparison.Ordinal))
                return bare[prefix.Length..];
        }

        return bare;
    }

    /// <summary>A family name of East Asia in its first spelling.</summary>
    public bool TryGetFamily(string bare, out string family) => _families.TryGetValue(bare, out family!);

    /// <summary>A word inside names in the form that stands for all: "bin" for "ben" and "ibn".</summary>
    public string SameWord(string bare) => _sameWords.TryGetValue(bare, out string? same) ? same : bare;

    /// <summary>A word that tells the younger from the older of one name.</summary>
    public bool TryGetGeneration(string bare, out string generation) => _generations.TryGetValue(bare, out generation!);

    public bool HasSlavicEnd(string lower) => Array.Exists(_slavicEnds, end => lower.Length > end.Length + 1 && lower.EndsWith(end, StringComparison.Ordinal));

    /// <summary>Whether letters show a name from another alphabet, whatever its end.</summary>
    public bool HasForeignLetters(string lower) => Array.Exists(_foreign, letters => lower.Contains(letters, StringComparison.Ordinal));

    public bool IsPatronymic(string lower) => Array.Exists(_patronymics, end => lower.Length > end.Length + 1 && lower.EndsWith(end, StringComparison.Ordinal));

    private bool TryWay(string way, string word, int at, ref SoundTable.Entry? best)
    {
        if (!_sounds.TryGetValue(way, out SoundTable? table) || table.Match(word, at) is not SoundTable.Entry entry || entry.Letters.Length <= (best?.Letters.Length ?? 0))
            return false;
        best = entry;
        return true;
    }

    /// <summary>The alphabet of a letter as the table calls it; empty for Latin and others.</summary>
    public static string ScriptOf(char letter) => letter switch
    {
        >= '\u0370' and < '\u0400' => "el",
        >= '\u0400' and < '\u0530' => "cy",
        >= '\u0530' and < '\u0590' => "hy",
        >= '\u0590' and < '\u0780' => "sem",
        >= '\u10A0' and < '\u1100' => "ka",
        _ => "",
    };

    /// <summary>A glide beside a vowel is written or not; doubled letters count once.</summary>
    private static Span<char> Glideless(Span<char> sound)
    {
        int kept = 0;
        for (int i = 0; i < sound.Length; i++)
        {
            char letter = sound[i];
            if (kept > 0 && sound[kept - 1] == letter)
                continue;
            if (letter == 'i' && ((i + 1 < sound.Length && IsVowel(sound[i + 1])) || (kept > 0 && sound[kept - 1] is 'a' or 'e' or 'o' or 'u')))
                continue;
            sound[kept++] = letter;
        }

        return sound[..kept];
    }

    /// <summary>Glides before a and u only, where papers agree on them; doubled letters once.</summary>
    private static Span<char> WithGlides(Span<char> spelled)
    {
        int kept = 0;
        for (int i = 0; i < spelled.Length; i++)
        {
            char letter = spelled[i], next = i + 1 < spelled.Length ? spelled[i + 1] : ' ';
            if ((kept > 0 && spelled[kept - 1] == letter) || (letter == 'i' && next is 'e' or 'o' or 'i'))
                continue;
            spelled[kept++] = letter == 'i' && next is 'a' or 'u' ? 'y' : letter;
        }

        return spelled[..kept];
    }

    /// <summary>The word with its ending in the one form for all that sound alike.</summary>
    private string Ended(ReadOnlySpan<char> word, bool isSpelled)
    {
        foreach (SoundTable.Entry end in _ends)
        {
            if (word.Length > end.Letters.Length + 1 && word.EndsWith(end.Letters, StringComparison.Ordinal))
                return string.Concat(word[..^end.Letters.Length], isSpelled ? end.Spelling : end.Key);
        }

        return word.ToString();
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    private static bool IsVowelOrGlide(char letter) => IsVowel(letter) || letter is 'y' or 'w';

    private sealed record Evidence(string Way, string Letters, uint Mask, int Weight);

    private SoundTable Table(string way) => _sounds.TryGetValue(way, out SoundTable? table) ? table : _sounds[way] = new SoundTable();
}
