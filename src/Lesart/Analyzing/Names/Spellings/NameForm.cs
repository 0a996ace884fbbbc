using System.Text;

namespace Lesart.Analyzing;

/// <summary>How a name has to be compared.</summary>
internal enum NameKind : byte
{
    /// <summary>Letter by letter; only umlauts and marks come and go.</summary>
    Plain,

    /// <summary>By sound: names from other alphabets.</summary>
    Transcribed,

    /// <summary>By consonants: names from Arabic and Persian, whose short vowels nobody writes alike.</summary>
    Consonants,

    /// <summary>By family name and syllables: Korean and Chinese names.</summary>
    Syllabic,
}

/// <summary>A name taken apart for comparing: given name, surname, what stands between and after them.</summary>
/// <remarks>One key for all spellings of a name: how Cyrillic, Arabic, Korean and other names are written in German, English and French papers. Each word is read in the way of writing that its letters
/// betray, names from other alphabets by sound, native ones by letter. Family name first or last, hyphens, umlauts and marks make no difference. What a key can't tell, <see cref="NameScorer"/> weighs.</remarks>
/// <param name="Kind">How it is compared.</param>
/// <param name="Given">Key of the given name; empty where none is told apart.</param>
/// <param name="Surname">Sound of all other words; for syllabic names that of the given syllables.</param>
/// <param name="Generation">"jr", "ii"; empty for none.</param>
/// <param name="Initials">First letters of middle names that stand as letters alone, or of all given names where the first is a letter.</param>
/// <param name="Middle">Plain words between given name and surname.</param>
/// <param name="Key">One for all spellings that differ by rule.</param>
internal sealed record NameForm(NameKind Kind, string Given, string Surname, string Generation, string Initials, string[] Middle, string Key)
{
    private const string Arabic = "ar";

    private static readonly char[] Separators = [' ', '\u00A0', '\u202F', '\t', '\n', '-', '‑', '–', '.', '·', '(', ')', '/'];

    /// <summary>Whether the given name is a letter alone.</summary>
    public bool HasInitialOnly { get; init; }

    /// <summary>The readable id of someone whom no table holds: native names as they are written, others in one spelling for all transcriptions that differ by rule.</summary>
    public string Id { get; init; } = Key;

    /// <summary>Takes a name apart.</summary>
    /// <param name="name">As it stands in the text; "Surname, Given" too.</param>
    /// <param name="isPerson">Other names keep the order of their words and are read letter by letter.</param>
    public static NameForm Of(string name, bool isPerson = true)
    {
        Transcription table = Transcription.Instance;
        name = Straight(name, table);
        if (name.AsSpan().ContainsAnyInRange('\u2E80', '\uD7FF') && table.Romanization.TryRead(name, out string latin))
            name = latin;
        if (SyllabicName.TryRead(name, out string family, out string syllables))
            return new NameForm(NameKind.Syllabic, family, syllables, "", "", [], family + "-" + syllables);
        List<Word> words = WordsOf(name, table, out string generation, out string initials);
        return words.Count == 0
            ? new NameForm(NameKind.Plain, "", "", generation, initials, [], table.Bare(name.Trim()).Replace(' ', '-'))
            : isPerson ? OfPerson(words, generation, initials, table) : OfOther(words, generation, table);
    }

    /// <summary>Lower case without marks, umlauts as their bare vowels however they are written.</summary>
    public static string Plain(string word)
    {
        Span<char> plain = word.Length < 256 ? stackalloc char[2 * word.Length] : new char[2 * word.Length];
        return plain[..Plain(word, plain)].ToString();
    }

    /// <inheritdoc cref="Plain(string)"/>
    /// <param name="word">The word.</param>
    /// <param name="plain">Room for twice as many letters.</param>
    /// <returns>How many letters there are.</returns>
    public static int Plain(ReadOnlySpan<char> word, Span<char> plain)
    {
        int length = Transcription.Instance.Bare(word, plain), kept = Math.Min(1, length);
        ReadOnlySpan<char> bare = plain[..length];
        char last = length > 0 ? bare[^1] : '\0', before = length > 1 ? plain[0] : '\0', second = '\0';
        for (int i = 1; i < length; i++)
        {
            // no umlauts: "Bauer", "Quentin", "Michael", "Samuel"
            char letter = plain[i];
            bool isUmlaut = letter == 'e' && before is 'a' or 'o' or 'u' && second is not ('a' or 'e' or 'q') && !(i + 2 == length && last == 'l');
            if (!isUmlaut)
                plain[kept++] = letter;
            (second, before) = (before, letter);
        }

        return kept;
    }

    private sealed record Word(string Lower, string Bare)
    {
        /// <summary>The way of writing that its own letters betray.</summary>
        public string Way { get; } = Transcription.Instance.WayOf(Lower);
    }

    /// <summary>"Surname, Given" as "Given Surname".</summary>
    private static string Straight(string name, Transcription table)
    {
        int comma = name.IndexOf(',', StringComparison.Ordinal);
        if (comma <= 0)
            return name;
        string after = name[(comma + 1)..].Trim();
        return table.TryGetGeneration(table.Bare(after.TrimEnd('.')), out _) ? name.Replace(",", "", StringComparison.Ordinal) : after + " " + name[..comma];
    }

    private static List<Word> WordsOf(string name, Transcription table, out string generation, out string initials)
    {
        generation = "";
        initials = "";
        List<Word> words = [];
        string[] pieces = name.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (int i = 0; i < pieces.Length; i++)
        {
            string piece = pieces[i].Trim('\'', '’', '"', '“', '”', '„', '«', '»');
            string bare = table.WithoutPrefix(table.Bare(piece));
            if (bare.Length == 0)
                continue;
            if (i > 0 && PersonName.IsNumeral(piece))
                generation = bare;
            else if (i > 0 && table.TryGetGeneration(bare, out string younger))
                generation = younger;
            else if (bare.Length == 1 && bare[0] is >= 'a' and <= 'z' && pieces.Length > 1)
                initials += bare;
            else if (!(words.Count == 0 && i + 1 < pieces.Length && table.IsListed("title", bare)) && !(pieces.Length > 1 && i > 0 && table.IsListed("drop", bare)) && !(i == 0 && pieces.Length > 2 && table.IsListed("drop", bare)))
                words.Add(new Word(piece.ToLowerInvariant(), words.Count > 0 || pieces.Length > 2 ? table.SameWord(bare) : bare));
        }

        JoinCompounds(words, table);
        for (int i = words.Count - 1; i > 0 && words.Count > 2; i--)
        {
            if (table.IsPatronymic(words[i].Lower) && i < words.Count - 1)
                words.RemoveAt(i);
        }

        return words;
    }

    /// <summary>"Abd al-Fattah", "Abdel Fattah", "Abdulfattah" in one way.</summary>
    private static void JoinCompounds(List<Word> words, Transcription table)
    {
        for (int i = 0; i < words.Count; i++)
        {
            Word word = words[i];
            if (table.TryGetGiven(word.Bare, "", out _))
                continue;
            if (table.IsListed("compound", word.Bare) && i + 1 < words.Count)
            {
                words[i] = new Word(word.Lower + words[i + 1].Lower, "abd" + words[i + 1].Bare);
                words.RemoveAt(i + 1);
            }
            else if (word.Bare.Length > 7 && word.Bare.StartsWith("abd", StringComparison.Ordinal) && word.Bare[3] is 'e' or 'u' or 'a' or 'o')
            {
                int article = word.Bare.AsSpan(3).IndexOfAnyExcept("aeou");
                // the l of the article, or the letter that it turns into
                words[i] = word with { Bare = "abd" + word.Bare[(3 + article + (word.Bare[3 + article] == 'l' || word.Bare[3 + article] == word.Bare[4 + article] ? 1 : 0))..] };
            }
        }
    }

    private static NameForm OfOther(List<Word> words, string generation, Transcription table)
    {
        string key = string.Join('-', words.Select(word => IsForeign(word.Lower) ? table.Sound(word.Bare, "") : Plain(word.Lower)));
        return new NameForm(NameKind.Plain, "", key, generation, "", [], generation.Length > 0 ? key + "-" + generation : key);
    }

    private static bool IsForeign(string lower) => Transcription.ScriptOf(lower[0]).Length > 0;

    private static NameForm OfPerson(List<Word> words, string generation, string initials, Transcription table)
    {
        PersonNameLists lists = PersonNameLists.Instance;
        string way = table.WayOf(string.Join(' ', words.Select(static word => word.Lower)));
        int given = -1;
        Transcription.GivenName known = default;
        if (words.Count > 1)
        {
            bool isLast = IsFamilyFirst(words, way, table, lists);
            foreach (int at in isLast ? (ReadOnlySpan<int>)[words.Count - 1] : [0, words.Count - 1])
            {
                if (table.TryGetGiven(words[at].Bare, WayOf(words[at], way), out known) || lists.IsWesternGiven(IsForeign(words[at].Lower) ? table.Sound(words[at].Bare, "") : Plain(words[at].Lower)))
                {
                    given = at;
                    break;
                }
            }
        }

        Word[] rest = [.. words.Where((_, index) => index != given).Where(word => (words.Count < 3 && initials.Length == 0) || !PersonName.IsParticle(word.Bare) || word.Bare == "bin")];
        NameKind kind = KindOf(words, given, known, rest, table, lists);
        string[] sounds = [.. rest.Select(word => SoundOf(word, kind, WayOf(word, way), table))];
        string first = given < 0 ? initials.Length > 0 && rest.Length == 1 ? initials[..1] : "" : known.Key ?? SoundOf(words[given], kind, WayOf(words[given], way), table);
        string surname = string.Concat(sounds);
        if (given < 0)
            Array.Sort(sounds, StringComparer.Ordinal);
        string key = given < 0 ? string.Join('-', sounds.Prepend(first).Where(static part => part.Length > 0)) : first + "-" + surname;
        return new NameForm(kind, first, given < 0 ? string.Join('-', sounds) : surname, generation, initials, [.. rest[..Math.Max(0, rest.Length - 1)].Select(static word => Plain(word.Lower))],
            generation.Length > 0 ? key + "-" + generation : key)
        {
            HasInitialOnly = given < 0 && first.Length == 1,
            Id = IdOf(words, given, known, kind, way, first, generation, table, lists),
        };
    }

    private static string IdOf(List<Word> words, int given, Transcription.GivenName known, NameKind kind, string way, string initial, string generation, Transcription table, PersonNameLists lists)
    {
        bool isNative = kind == NameKind.Plain
            || (kind == NameKind.Transcribed && given >= 0 && lists.IsOwnGiven(Plain(words[given].Lower)) && !table.HasSlavicEnd(words[^1].Lower) && !words.Exists(word => table.HasForeignLetters(word.Lower)));
        List<string> parts = [];
        for (int i = 0; i < words.Count; i++)
        {
            bool isWritten = isNative && (i != given || known.Key is null || lists.IsOwnGiven(Plain(words[i].Lower)));
            string part = isWritten ? Plain(words[i].Lower) : i == given && known.Key is string all ? Plain(all) : SpellingOf(words[i], kind, WayOf(words[i], way), table);
            parts.Insert(i == given ? 0 : parts.Count, part);
        }

        // "Ergashev Shukhrat": the family name betrays itself
        if (given < 0 && parts.Count == 2 && table.HasSlavicEnd(words[0].Lower) && !table.HasSlavicEnd(words[1].Lower))
            parts.Reverse();
        if (given < 0 && initial.Length == 1)
            parts.Insert(0, initial);
        if (generation.Length > 0)
            parts.Add(generation);
        return string.Join('-', parts.Where(static part => part.Length > 0));
    }

    private static string SpellingOf(Word word, NameKind kind, string way, Transcription table)
    {
        if (kind != NameKind.Consonants)
            return table.Spell(word.Bare, way);
        // round vowels are one; a final h is not heard
        string spelled = table.Spell(word.Bare, ArabicWays(way)).Replace('o', 'u');
        return spelled.Length > 3 && spelled[^1] == 'h' && spelled[^2] is 'a' or 'e' ? spelled[..^2] + "a" : spelled;
    }

    /// <summary>"Orbán Viktor": the last word is a given name in any spelling, the first none, or one that is a surname too.</summary>
    private static bool IsFamilyFirst(List<Word> words, string way, Transcription table, PersonNameLists lists) =>
        table.TryGetGiven(words[^1].Bare, WayOf(words[^1], way), out _) && !lists.IsWesternSurname(Plain(words[^1].Lower)) && !table.TryGetGiven(words[0].Bare, WayOf(words[0], way), out _);

    private static string WayOf(Word word, string whole) => Transcription.WayIn(word.Way, whole);

    private static NameKind KindOf(List<Word> words, int given, Transcription.GivenName known, Word[] rest, Transcription table, PersonNameLists lists)
    {
        if (words.Exists(static word => Transcription.ScriptOf(word.Lower[0]) == "sem"))
            return NameKind.Consonants;
        if (words.Exists(static word => IsForeign(word.Lower)))
            return NameKind.Transcribed;
        if (known.Lands == Arabic || words.Exists(static word => word.Bare.StartsWith("abd", StringComparison.Ordinal) && word.Bare.Length > 4) || words.FindIndex(static word => word.Bare == "bin") > 0)
            return NameKind.Consonants;
        if (rest.Length > 0 && table.HasSlavicEnd(rest[^1].Lower))
            return NameKind.Transcribed;
        if (given < 0 && words.TrueForAll(word => lists.IsWesternSurname(Plain(word.Lower)) || lists.IsWesternGiven(Plain(word.Lower))))
            return NameKind.Plain;
        bool isWesternGiven = given >= 0 && lists.IsWesternGiven(Plain(words[given].Lower));
        if (isWesternGiven && (known.Lands is null or Transcription.Western || (rest.Length > 0 && lists.IsWesternSurname(Plain(rest[^1].Lower)))))
            return NameKind.Plain;
        // "van der", "di": native too
        return words.Skip(1).Any(word => PersonName.IsParticle(word.Bare) && table.SameWord(word.Bare) == word.Bare && !table.IsListed("drop", word.Bare)) ? NameKind.Plain : NameKind.Transcribed;
    }

    /// <summary>In Arabic names a j hisses in French too; only where sch, tsch or w betray German is it a glide.</summary>
    private static string[] ArabicWays(string way) => way switch
    {
        Transcription.Glide => [Arabic, way],
        Transcription.French => ["french-ar", way, Arabic],
        "" => [Transcription.Hiss, Arabic],
        _ => [way, Arabic],
    };

    private static string SoundOf(Word word, NameKind kind, string way, Transcription table) => kind switch
    {
        NameKind.Plain => Plain(word.Lower),
        NameKind.Consonants => Consonants(table.Sound(word.Bare, ArabicWays(way))),
        _ => table.Sound(word.Bare, way),
    };

    /// <summary>Consonants, and "u" for round vowels; an open first vowel stays as "a".</summary>
    private static string Consonants(string sound)
    {
        StringBuilder kept = new(sound.Length);
        for (int i = 0; i < sound.Length; i++)
        {
            char letter = sound[i];
            if (letter is 'o' or 'u')
                letter = 'u';
            else if (letter is 'a' or 'e' or 'i' && i > 0)
                continue;
            else if (letter is 'e' or 'i')
                letter = 'a';
            else if (letter == 'h' && i == sound.Length - 1)
                continue;
            if (kept.Length == 0 || kept[^1] != letter)
                kept.Append(letter);
        }

        return kept.ToString();
    }
}
