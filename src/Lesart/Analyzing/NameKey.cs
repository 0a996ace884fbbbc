using System.Collections.Frozen;
using System.Text;
using Lesart.Languages;

namespace Lesart.Analyzing;

/// <summary>One key for all spellings of a name: how Cyrillic, Arabic, Korean and other names are written in German, English and French papers.</summary>
/// <remarks>A name is read in the way of writing that its own letters betray (names/transcription.tsv), brought to sounds, its words sorted, so that
/// family name first or last, hyphens, umlauts and marks make no difference. Different names may share a key; the linker looks at more than it.</remarks>
internal sealed class NameKey
{
    private const string Neutral = "*";

    // before Instance, which needs it
    private static readonly FrozenDictionary<char, string> Marks = MakeMarks();

    private readonly Dictionary<string, List<(string From, string To)>> _readings = new(StringComparer.Ordinal);
    private readonly List<(string Reading, string Letters, int Weight)> _cues = [];
    private readonly List<(string From, string To)> _ends = [];
    private readonly Dictionary<string, string> _given = new(StringComparer.Ordinal);
    private readonly HashSet<string> _dropped = new(StringComparer.Ordinal);
    private readonly HashSet<string> _families = new(StringComparer.Ordinal);
    private readonly List<string> _patronymics = [];
    private readonly Dictionary<string, string> _givenBySound = new(StringComparer.Ordinal);
    private readonly string[] _order;

    private NameKey(DataFolder names)
    {
        List<string> order = [];
        foreach (DataRow row in names.Rows("transcription.tsv"))
        {
            switch (row[0])
            {
                case "cue":
                    _cues.Add((row[1], row[2], row[3].Length > 0 ? row[3][0] - '0' : row[2].Length));
                    if (!order.Contains(row[1]))
                        order.Add(row[1]);
                    break;
                case "end":
                    _ends.Add((row[1], row[2]));
                    break;
                case "given":
                    string[] spellings = row[1].Split('|');
                    foreach (string spelling in spellings)
                        _given.TryAdd(Bare(spelling), Bare(spellings[0]));
                    break;
                case "patronymic":
                    _patronymics.Add(row[1]);
                    break;
                case "family":
                    _families.UnionWith(row[1].Split('|'));
                    break;
                case "drop":
                    _dropped.Add(row[1]);
                    break;
                default:
                    if (!_readings.TryGetValue(row[0], out List<(string From, string To)>? entries))
                        _readings.Add(row[0], entries = []);
                    entries.Add((row[1], row[2] == "-" ? "" : row[2]));
                    break;
            }
        }

        foreach (List<(string From, string To)> entries in _readings.Values)
            entries.Sort(static (left, right) => left.From.Length != right.From.Length ? right.From.Length.CompareTo(left.From.Length) : string.CompareOrdinal(left.From, right.From));
        _order = [.. order];
        foreach ((string spelling, string first) in _given)
            _givenBySound.TryAdd(Sound(spelling, ReadingOf(spelling, spelling)), first);
    }

    /// <summary>The tables that travel with Lesart.</summary>
    public static NameKey Instance { get; } = new(DataFolder.BuiltIn("names/"));

    /// <summary>The key of a person's or place's name.</summary>
    /// <returns>Empty for a name without letters.</returns>
    public string Of(string name)
    {
        int comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma > 0)
            name = name[(comma + 1)..].Trim() + " " + name[..comma];
        string[] words = [.. name.Split([' ', '-', '‑', '–', '.', '\u00A0', '·'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (TrySyllabic(name, out string syllabic))
            return syllabic;
        string lower = name.ToLowerInvariant();
        string reading = ReadingOf(lower, Bare(lower));
        List<string> kept = [];
        for (int i = 0; i < words.Length; i++)
        {
            string word = words[i].Trim('\'', '’', '"', '“', '”', '„', '«', '»', '(', ')');
            if (i > 0 && word.All(static letter => letter is 'I' or 'V' or 'X'))
            {
                kept.Add("~" + word.ToLowerInvariant());
                continue;
            }

            word = word.ToLowerInvariant();
            if (word.Length == 0 || (word.Length == 1 && words.Length > 2 && word[0] < 0x250) || (words.Length > 1 && _dropped.Contains(word)))
                continue;
            if (i > 0 && i < words.Length - 1 && IsPatronymic(word))
                continue;
            string sound = i < words.Length - 1 || words.Length == 1 ? Given(word, reading) : Sound(word, reading);
            if (sound.Length > 0)
                kept.Add(sound);
        }

        kept.Sort(StringComparer.Ordinal);
        return string.Join('-', kept);
    }

    /// <summary>A family name of East Asia with one to three short syllables: the family name, then the syllables in one.</summary>
    private bool TrySyllabic(string name, out string key)
    {
        key = "";
        string[] words = [.. Bare(name).Split([' ', '-', '‑', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)];
        if (words.Length is < 2 or > 4)
            return false;
        string[] parts = [.. Bare(name).Split([' ', '\u00A0'], StringSplitOptions.RemoveEmptyEntries)];
        int family = _families.Contains(parts[0]) ? 0 : _families.Contains(parts[^1]) ? words.Length - 1 : -1;
        if (family < 0 || parts.Length < 2 || !name.AsSpan().ContainsAny(' ', '\u00A0'))
            return false;
        string given = string.Concat(words.Where((_, index) => index != family));
        int vowels = 0;
        for (int i = 0; i < given.Length; i++)
        {
            if (given[i] > 'z')
                return false;
            vowels += IsVowel(given[i]) && (i == 0 || !IsVowel(given[i - 1])) ? 1 : 0;
        }

        // "Kim Kardashian", "Lee Harvey Oswald" are none
        if (vowels is 0 or > 3 || words.Where((_, index) => index != family).Any(static word => word.Length > 9) || (words.Length == 2 && given.Length > 9))
            return false;
        key = words[family] + "-" + given;
        return true;
    }

    private bool IsPatronymic(string word) => word.Length > 6 && _patronymics.Exists(end => word.EndsWith(end, StringComparison.Ordinal));

    private string Given(string word, string reading)
    {
        if (_given.TryGetValue(Bare(word), out string? first))
            return first;
        string sound = Sound(word, reading);
        return _givenBySound.TryGetValue(sound, out first) ? first : sound;
    }

    private string ReadingOf(string name, string bare)
    {
        foreach (char letter in name)
        {
            if (letter is >= '\u0400' and < '\u0530')
                return "cy";
        }

        string best = _order.Length > 0 ? _order[0] : Neutral;
        int most = 0;
        foreach (string reading in _order)
        {
            int count = 0;
            foreach ((string of, string letters, int weight) in _cues)
            {
                if (of == reading && (name.Contains(letters, StringComparison.Ordinal) || bare.Contains(letters, StringComparison.Ordinal)))
                    count += weight;
            }

            if (count > most)
                (best, most) = (reading, count);
        }

        return most == 0 ? Neutral : best;
    }

    private string Sound(string word, string reading)
    {
        StringBuilder sound = new(word.Length + 4);
        List<(string From, string To)> own = _readings.GetValueOrDefault(reading, []), all = _readings[Neutral];
        for (int at = 0; at < word.Length;)
        {
            if (TryEntry(own, word, ref at, sound) || TryEntry(all, word, ref at, sound))
                continue;
            sound.Append(Plain(word[at++]));
        }

        return Finish(sound);
    }

    private static bool TryEntry(List<(string From, string To)> entries, string word, ref int at, StringBuilder sound)
    {
        foreach ((string from, string to) in entries)
        {
            if (string.CompareOrdinal(word, at, from, 0, from.Length) == 0)
            {
                sound.Append(to);
                at += from.Length;
                return true;
            }
        }

        return false;
    }

    private string Finish(StringBuilder sound)
    {
        // a glide beside a vowel is written or not; doubled letters count once
        StringBuilder key = new(sound.Length);
        for (int i = 0; i < sound.Length; i++)
        {
            char letter = sound[i];
            if (key.Length > 0 && key[^1] == letter)
                continue;
            if (letter == 'i' && ((i + 1 < sound.Length && IsVowel(sound[i + 1])) || (key.Length > 0 && key[^1] is 'a' or 'e' or 'o' or 'u')))
                continue;
            key.Append(letter);
        }

        string word = key.ToString();
        foreach ((string from, string to) in _ends)
        {
            if (word.Length > from.Length + 1 && word.EndsWith(from, StringComparison.Ordinal))
                return word[..^from.Length] + to;
        }

        return word;
    }

    private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u';

    /// <summary>Lower case without marks.</summary>
    private static string Bare(string word)
    {
        StringBuilder bare = new(word.Length);
        foreach (char letter in word)
            bare.Append(Plain(char.ToLowerInvariant(letter)));
        return bare.ToString();
    }

    private static string Plain(char letter) => Marks.TryGetValue(letter, out string? plain) ? plain : letter.ToString();

    private static FrozenDictionary<char, string> MakeMarks()
    {
        (string Plain, string Marked)[] rows =
        [
            ("a", "àáâãåāăąä"), ("c", "çćĉċč"), ("d", "ďđ"), ("e", "èéêëēĕėęě"), ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįı"), ("j", "ĵ"), ("k", "ķ"), ("l", "ĺļľŀł"),
            ("n", "ñńņňŉ"), ("o", "òóôõōŏőøö"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("t", "ţťŧț"), ("u", "ùúûũūŭůűųü"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"),
            ("", "'’ʼ`´ʻ"),
        ];
        return rows.SelectMany(static row => row.Marked.Select(marked => (marked, row.Plain))).ToFrozenDictionary(static pair => pair.marked, static pair => pair.Plain);
    }
}
