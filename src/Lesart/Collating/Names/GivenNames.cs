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

    private static string? SexOf(string name) => name.Split(' ').Select(static word => Sexes.Value.GetValueOrDefault(word)).FirstOrDefault(static sex => sex is not null);
}
