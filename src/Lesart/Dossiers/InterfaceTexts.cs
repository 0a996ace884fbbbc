using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Lesart.Languages;

namespace Lesart.Dossiers;

/// <summary>The words of the dossier itself, read from <c>texts.tsv</c>: one row a text, one column a language.</summary>
internal sealed class InterfaceTexts
{
    private readonly FrozenDictionary<string, Phrase> _phrases;

    /// <summary>Reads the table; its first row names the languages.</summary>
    /// <exception cref="DataException">A row is incomplete or comes twice.</exception>
    public InterfaceTexts(DataFolder data)
    {
        Dictionary<string, Phrase> phrases = new(StringComparer.Ordinal);
        foreach (DataRow row in data.Rows("texts.tsv"))
        {
            if (Languages.IsDefaultOrEmpty)
            {
                Languages = [.. row.Cells.Skip(1)];
                continue;
            }

            if (row.Cells.Count != Languages.Length + 1 || row.Cells.Any(static cell => cell.Length == 0))
                throw row.Error($"'{row[0]}' needs a text in each of {Languages.Length} languages");
            if (!phrases.TryAdd(row[0], new Phrase([.. row.Cells.Skip(1)])))
                throw row.Error($"'{row[0]}' is defined twice");
        }

        _phrases = phrases.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private InterfaceTexts(ImmutableArray<string> languages, FrozenDictionary<string, Phrase> phrases) => (Languages, _phrases) = (languages, phrases);

    /// <summary>The same texts with a language in the first place, which a page shows where its script doesn't run.</summary>
    /// <param name="language">BCP 47; the order stays where there is no such language.</param>
    public InterfaceTexts StartingWith(string language)
    {
        int first = Languages.IndexOf(language);
        if (first <= 0)
            return this;
        int[] order = [first, .. Enumerable.Range(0, Languages.Length).Where(i => i != first)];
        return new InterfaceTexts(
            [.. order.Select(i => Languages[i])],
            _phrases.ToFrozenDictionary(static pair => pair.Key, pair => new Phrase([.. order.Select(i => pair.Value[i])]), StringComparer.Ordinal));
    }

    /// <summary>The texts compiled into the engine.</summary>
    public static InterfaceTexts BuiltIn { get; } = new(DataFolder.BuiltIn("dossier/"));

    /// <summary>Codes of the languages (<c>de</c>, <c>en</c>).</summary>
    public ImmutableArray<string> Languages { get; }

    /// <summary>All keys, sorted.</summary>
    public IEnumerable<string> Keys => _phrases.Keys.Order(StringComparer.Ordinal);

    /// <summary>A text without holes.</summary>
    /// <exception cref="DataException">There is none of that name.</exception>
    public Phrase this[string key] => _phrases.TryGetValue(key, out Phrase phrase) ? phrase : throw new DataException($"texts.tsv: no text '{key}'");

    /// <summary>The text, or <paramref name="otherwise"/> in all languages where there is none of that name.</summary>
    public Phrase Find(string key, string otherwise) => _phrases.TryGetValue(key, out Phrase phrase) ? phrase : Same(otherwise);

    /// <summary>A text from outside that reads the same in every language.</summary>
    public Phrase Same(string text) => new([.. Enumerable.Repeat(text, Languages.Length)]);

    /// <summary>A text whose holes <c>{0}</c>, <c>{1}</c> are filled.</summary>
    public Phrase Of(string key, params ReadOnlySpan<Phrase> holes)
    {
        Phrase phrase = this[key];
        ImmutableArray<string>.Builder filled = ImmutableArray.CreateBuilder<string>(Languages.Length);
        for (int language = 0; language < Languages.Length; language++)
        {
            string text = phrase[language];
            for (int hole = 0; hole < holes.Length; hole++)
                text = text.Replace("{" + hole.ToString(CultureInfo.InvariantCulture) + "}", holes[hole][language], StringComparison.Ordinal);
            filled.Add(text);
        }

        return new Phrase(filled.MoveToImmutable());
    }

    /// <summary>A note that a record holds in one language, in all of them, by the first of these texts with holes that it is an instance of; else as it stands. What fills a hole is put into all languages where it is one of these texts without holes.</summary>
    public Phrase Reworded(string note, params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            for (int language = 0; language < Languages.Length; language++)
            {
                if (TryFill(this[key][language], note, out List<string> filled))
                    return Of(key, [.. HolesOf(filled, language, keys)]);
            }
        }

        return Same(note);
    }

    private List<Phrase> HolesOf(List<string> filled, int language, ReadOnlySpan<string> keys)
    {
        List<Phrase> words = [];
        foreach (string part in filled)
        {
            Phrase found = Same(part);
            foreach (string key in keys)
            {
                if (this[key][language] == part)
                    found = this[key];
            }

            words.Add(found);
        }

        return words;
    }

    /// <summary>What fills the holes of a pattern, in their order, which is that of their numbers; each ends where the pattern's next words first stand.</summary>
    private static bool TryFill(string pattern, string note, out List<string> filled)
    {
        filled = [];
        int hole = pattern.IndexOf("{0}", StringComparison.Ordinal), at = hole;
        if (hole < 0 || !note.StartsWith(pattern[..hole], StringComparison.Ordinal))
            return false;
        for (int number = 0; hole >= 0; number++)
        {
            int behind = hole + 3; // "{0}"
            int next = pattern.IndexOf("{" + (number + 1).ToString(CultureInfo.InvariantCulture) + "}", behind, StringComparison.Ordinal);
            string words = next < 0 ? pattern[behind..] : pattern[behind..next];
            int end = next >= 0 ? note.IndexOf(words, Math.Min(at + 1, note.Length), StringComparison.Ordinal) : note.EndsWith(words, StringComparison.Ordinal) ? note.Length - words.Length : -1;
            if (end <= at)
                return false;
            filled.Add(note[at..end]);
            (at, hole) = (end + words.Length, next);
        }

        return true;
    }

    /// <summary>The singular or plural of a text (<c>key.one</c>, <c>key.other</c>); <c>{n}</c> is the number in digits, <c>{N}</c> in words up to twelve,
    /// <c>{^N}</c> the same at the beginning of a sentence.</summary>
    public Phrase Counted(string key, int count, params ReadOnlySpan<Phrase> holes)
    {
        Phrase phrase = Of(count == 1 ? key + ".one" : key + ".other", holes);
        Phrase digits = Digits(count), words = Words(count);
        ImmutableArray<string>.Builder filled = ImmutableArray.CreateBuilder<string>(Languages.Length);
        for (int language = 0; language < Languages.Length; language++)
        {
            filled.Add(phrase[language]
                .Replace("{n}", digits[language], StringComparison.Ordinal)
                .Replace("{N}", words[language], StringComparison.Ordinal)
                .Replace("{^N}", Capital(words[language]), StringComparison.Ordinal));
        }

        return new Phrase(filled.MoveToImmutable());
    }

    /// <summary>"a, b and c" in each language.</summary>
    public Phrase List(IReadOnlyList<Phrase> items)
    {
        Phrase list = items.Count == 0 ? Same("") : items[0];
        for (int i = 1; i < items.Count; i++)
            list += Spaced(this[i == items.Count - 1 ? "list.last" : "list.next"]) + items[i];
        return list;
    }

    /// <summary>A day as people write it.</summary>
    public Phrase Day(DateOnly day) => Of("day", Plain(day.Day), this["month." + day.Month.ToString(CultureInfo.InvariantCulture)], Plain(day.Year));

    /// <summary>A day without its year.</summary>
    public Phrase ShortDay(DateOnly day) => Of("day.short", Plain(day.Day), this["month.short." + day.Month.ToString(CultureInfo.InvariantCulture)]);

    /// <summary>Day, time and offset, as far as they are known.</summary>
    public Phrase Moment(PublicationTime time)
    {
        if (time.Instant is not DateTimeOffset instant)
            return Day(time.Day);
        return Of("moment", Day(time.Day), Same(Clock(instant)), Same(Zone(instant)));
    }

    /// <summary>Short day and time; with the offset beside times of other offsets, which would seem to run backwards.</summary>
    public Phrase ShortMoment(PublicationTime time, bool hasOffset = false)
    {
        if (time.Instant is not DateTimeOffset instant)
            return ShortDay(time.Day);
        return Of("moment.short", ShortDay(time.Day), Same(hasOffset ? $"{Clock(instant)} {Zone(instant)}" : Clock(instant)));
    }

    /// <summary>A number with the language's grouping.</summary>
    public Phrase Digits(int number)
    {
        string plain = number.ToString("N0", CultureInfo.InvariantCulture);
        Phrase mark = this["thousands"];
        return new Phrase([.. Enumerable.Range(0, Languages.Length).Select(i => number < 10_000 ? number.ToString(CultureInfo.InvariantCulture) : plain.Replace(",", mark[i], StringComparison.Ordinal))]);
    }

    private Phrase Words(int number) => number is >= 1 and <= 12 ? this["number." + number.ToString(CultureInfo.InvariantCulture)] : Digits(number);

    private Phrase Plain(int number) => Same(number.ToString(CultureInfo.InvariantCulture));

    // The table's cells lose outer blanks: "_" stands for one.
    private Phrase Spaced(Phrase phrase) => new([.. Enumerable.Range(0, Languages.Length).Select(i => phrase[i].Replace('_', ' '))]);

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];

    private static string Clock(DateTimeOffset instant) => instant.ToString("HH:mm", CultureInfo.InvariantCulture);

    private static string Zone(DateTimeOffset instant)
    {
        if (instant.Offset == TimeSpan.Zero)
            return "UTC";
        string sign = instant.Offset < TimeSpan.Zero ? "−" : "+";
        TimeSpan offset = instant.Offset.Duration();
        return offset.Minutes == 0
            ? string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{offset.Hours}")
            : string.Create(CultureInfo.InvariantCulture, $"UTC{sign}{offset.Hours}:{offset.Minutes:00}");
    }
}
