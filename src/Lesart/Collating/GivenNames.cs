using System.Collections.Frozen;
using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>Of which sex those are who bear a given name (<c>names/given-names.tsv</c>): what tells a husband from his wife where their surname doesn't.</summary>
internal static class GivenNames
{
    private static readonly Lazy<FrozenDictionary<string, string>> Sexes = new(static () => DataFolder.BuiltIn("names/").Rows("given-names.tsv").Where(static row => row.Cells.Count > 2 && row[2] is "m" or "f")
        .DistinctBy(static row => row[0], StringComparer.Ordinal).ToFrozenDictionary(static row => row[0], static row => row[2], StringComparer.Ordinal));

    /// <summary>Whether the first words of two names are given names of two sexes.</summary>
    public static bool AreOfTwoSexes(string left, string right) => SexOf(left) is string one && SexOf(right) is string other && one != other;

    private static string? SexOf(string name) => name.Split(' ').Select(static word => Sexes.Value.GetValueOrDefault(word)).FirstOrDefault(static sex => sex is not null);
}
