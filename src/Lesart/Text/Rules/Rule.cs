namespace Lesart.Text;

/// <summary>A rule: pattern, conditions, and what it makes of what it finds.</summary>
internal sealed class Rule(string name)
{
    public string Name { get; } = name;

    /// <summary>Class of the edge that it adds; -1 for a rule that reports.</summary>
    public int Makes { get; set; } = -1;

    /// <summary>Whether it only takes its words away from other rules.</summary>
    public bool Rejects { get; set; }

    /// <summary>Whether what it reports is no anchor for what comes after it.</summary>
    public bool KeepsSaid { get; set; }

    /// <summary>Atoms that the match counts as longer than it is.</summary>
    public int Bonus { get; set; }

    /// <summary>Settings and formulas by key.</summary>
    public Dictionary<string, string> Settings { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, RuleFormula> Formulas { get; } = new(StringComparer.Ordinal);

    public List<RuleNeighbour> NotBefore { get; } = [];

    public List<RuleNeighbour> NotAfter { get; } = [];

    /// <summary>Words and classes of which one has to stand before the match; empty for no such condition.</summary>
    public List<RuleNeighbour> OnlyAfter { get; } = [];

    public List<RuleExample> Examples { get; } = [];

    public string Setting(string key, string otherwise) => Settings.GetValueOrDefault(key, otherwise);
}

/// <summary>A word or class that must not stand beside a match.</summary>
internal readonly record struct RuleNeighbour(int Class, bool MustTouch);

/// <summary>An example of a rule.</summary>
/// <param name="IsCounterexample">Whether the rule must find nothing.</param>
/// <param name="Cells">Text and what is expected of it.</param>
internal sealed record RuleExample(bool IsCounterexample, string[] Cells);

/// <summary>A direction that depends on the tense of the clause.</summary>
/// <param name="ByTense">Direction for <c>past</c>, <c>present</c>, <c>future</c>, and <c>none</c> where no verb tells it.</param>
internal sealed record RuleLean(IReadOnlyDictionary<string, string> ByTense)
{
    public string Direction(string tense) => ByTense.GetValueOrDefault(tense.Length == 0 ? "none" : tense, "nearest");
}
