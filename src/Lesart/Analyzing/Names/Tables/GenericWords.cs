using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Words of kinds of places and bodies, alone or as the end of a name (<c>names/generics.tsv</c>).</summary>
internal sealed class GenericWords
{
    private const int LongestEnd = 9;

    // they come first
    private const int KindsOfPlaces = 9;

    private static readonly string[] Kinds = ["settlement", "area", "water", "height", "street", "building", "island", "land", "star", "firm", "school", "office", "club", "outlet", "work"];

    private readonly HashTable _words = new(1_000);
    private readonly HashTable _ends = new(1_000);

    private GenericWords(DataFolder names)
    {
        foreach (DataRow row in names.Rows("generics.tsv"))
        {
            int kind = Array.IndexOf(Kinds, row[0]);
            if (kind < 0)
                throw row.Error($"'{row[0]}' is no kind of place or body");
            foreach (string word in row[1].Split('|'))
            {
                if (word[0] == '-')
                    _ends.At(word.AsSpan(1)) |= 1 << kind;
                else
                    _words.At(word) |= 1 << kind;
            }
        }
    }

    public static GenericWords Instance { get; } = new(DataFolder.BuiltIn("names/"));

    /// <summary>Whether any of the kinds is one of places.</summary>
    public static bool IsPlace(uint kinds) => (kinds & ((1u << KindsOfPlaces) - 1)) != 0;

    /// <summary>The kinds that the word means by itself, a bit each; 0 for none.</summary>
    public uint KindsOf(string form) => _words.TryGetValue(form, out int kinds) ? (uint)kinds : 0;

    /// <summary>The kinds that its longest known end means, a bit each; 0 for none.</summary>
    /// <param name="lower">The word in small letters.</param>
    /// <param name="length">How long the end is.</param>
    public uint KindsOfEnd(ReadOnlySpan<char> lower, out int length)
    {
        for (length = Math.Min(LongestEnd, lower.Length - 3); length > 0; length--)
        {
            if (_ends.TryGetValue(lower[^length..], out int kinds))
                return (uint)kinds;
        }

        return 0;
    }
}
