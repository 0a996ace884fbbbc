using System.Collections.Frozen;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>Of which sex those are who bear a given name (<c>names/given-names.tsv</c>): what tells a husband from his wife where their surname doesn't; and short forms of given names (<c>names/transcription.tsv</c>).</summary>
internal static class GivenNames
{
    private static readonly Lazy<FrozenDictionary<string, string>> Sexes = new(static () => DataFolder.BuiltIn("names/").Rows("given-names.tsv").Where(static row => row.Cells.Count > 2 && row[2] is "m" or "f")
        .DistinctBy(static row => row[0], StringComparer.Ordinal).ToFrozenDictionary(static row => row[0], static row => row[2], StringComparer.Ordinal));

    private const int MostLettersOfShort = 5; // "Katherine" is no short form of "Catherine"

    private static readonly Lazy<ILookup<string, int>> Rows = new(static () => DataFolder.BuiltIn("names/").Rows("transcription.tsv").Where(static row => row[0] == "nick")
        .SelectMany(static (row, at) => row[1].Split('|').Select(form => (Form: Folding.Fold(form), At: at))).ToLookup(static item => item.Form, static item => item.At, StringComparer.Ordinal));

    /// <summary>Whether one given name is short for the other, or both for a third ("Mike", "Michael"); both folded.</summary>
    public static bool AreShortForms(string left, string right) => Math.Min(left.Length, right.Length) <= MostLettersOfShort && Rows.Value[left].Intersect(Rows.Value[right]).Any();

    /// <summary>Whether the first words of two names are given names of two sexes.</summary>
    public static bool AreOfTwoSexes(string left, string right) => SexOf(left) is string one && SexOf(right) is string other && one != other;

    /// <summary>Whether two names with one surname have two given names that people bear ("Pieter Muster", "Peter Muster"): a letter that differs is no slip of the pen then.</summary>
    public static bool AreTwo(string left, string right)
    {
        string[] one = left.Split(' '), two = right.Split(' ');
        return one.Length == 2 && two.Length == 2 && one[0] != two[0] && one[1] == two[1] && Sexes.Value.ContainsKey(one[0]) && Sexes.Value.ContainsKey(two[0]) && !AreShortForms(Folding.Fold(one[0]), Folding.Fold(two[0])) && !NameForms.AreTranscriptions(one[0], two[0]);
    }

    private static string? SexOf(string name) => name.Split(' ').Select(static word => Sexes.Value.GetValueOrDefault(word)).FirstOrDefault(static sex => sex is not null);
}
