using System.Globalization;

namespace Lesart.Languages;

/// <summary>How notes for a reader are worded in a language (<c>notes.tsv</c>).</summary>
internal sealed class NoteWords
{
    private readonly Dictionary<string, string> _patterns = new(StringComparer.Ordinal);
    private readonly string[] _months;

    private NoteWords(LanguagePack pack)
    {
        foreach (DataRow row in pack.Data.Rows("notes.tsv"))
            _patterns[row[0]] = row[1];
        _months = Word("months").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The words of a pack.</summary>
    public static NoteWords Of(LanguagePack pack) => pack.Table(static pack => new NoteWords(pack));

    /// <summary>A word or pattern; the key itself where the pack has none.</summary>
    public string Word(string key) => _patterns.GetValueOrDefault(key, key);

    /// <summary>A pattern with its places filled in.</summary>
    public string Say(string key, params object[] parts) => string.Format(CultureInfo.InvariantCulture, Word(key), parts);

    /// <summary>A TIMEX3 day, month or clock time in words; any other value as it is.</summary>
    public string Date(string value)
    {
        int clock = value.IndexOf('T', StringComparison.Ordinal);
        if (clock > 0 && value.Length >= clock + 6 && char.IsAsciiDigit(value[clock + 1]))
            return Say("time", int.Parse(value.AsSpan(clock + 1, 2), CultureInfo.InvariantCulture), value[(clock + 4)..(clock + 6)]);
        string[] parts = (clock > 0 ? value[..clock] : value).Split('-');
        if (parts.Length < 2 || !int.TryParse(parts[1], CultureInfo.InvariantCulture, out int month) || month < 1 || month > _months.Length)
            return value;
        if (parts.Length == 2)
            return Say("month", "", _months[month - 1], parts[0]);
        return int.TryParse(parts[2], CultureInfo.InvariantCulture, out int day) ? Say("day", day, _months[month - 1], parts[0]) : value;
    }
}
