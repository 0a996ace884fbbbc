using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>The days of the week by name, to tell "Wednesday night" from "in the evening", which leaves its day to the text around it.</summary>
internal sealed class DayNames
{
    private readonly string[] _stems;

    private DayNames(LanguagePack pack) =>
        _stems = [.. pack.Data.Rows("weekdays.tsv").SelectMany(static row => row[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).Select(static form => form.Split('(')[0])];

    /// <summary>The names in a language.</summary>
    public static DayNames Of(LanguagePack pack) => pack.Table(static pack => new DayNames(pack));

    /// <summary>Whether an expression names a day of the week, alone or in a compound ("Mittwochabend").</summary>
    public bool AreIn(string words) => Array.Exists(_stems, stem => words.Contains(stem, StringComparison.OrdinalIgnoreCase));
}
