using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>The days of the week and the months by name, to tell "Wednesday night" from "in the evening", which leaves its day to the text around it.</summary>
internal sealed class DayNames
{
    private readonly string[] _stems;
    private readonly HashSet<string> _months;

    private DayNames(LanguagePack pack)
    {
        _stems = [.. pack.Data.Rows("weekdays.tsv").SelectMany(static row => row[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(static form => form.Split('(')[0])];
        _months = pack.Data.Rows("months.tsv").SelectMany(static row => row[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(static form => Folding.Fold(form.Split('(')[0].TrimEnd('.'))).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>The names in a language.</summary>
    public static DayNames Of(LanguagePack pack) => pack.Table(static pack => new DayNames(pack));

    /// <summary>Whether a word is a month's name ("Nov").</summary>
    public bool IsMonth(string word) => _months.Contains(Folding.Fold(word.TrimEnd('.')));

    /// <summary>Whether an expression names a day of the week, alone or in a compound ("Mittwochabend").</summary>
    public bool AreIn(string words) => Array.Exists(_stems, stem => words.Contains(stem, StringComparison.OrdinalIgnoreCase));
}
