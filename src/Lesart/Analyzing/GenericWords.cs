using System.Collections.Frozen;
using Lesart.Languages;

namespace Lesart.Analyzing;

/// <summary>Words of kinds of places and bodies, alone or as the end of a name (<c>names/generics.tsv</c>).</summary>
internal sealed class GenericWords
{
    private const int LongestEnd = 9;

    private static readonly string[] Kinds = ["settlement", "area", "water", "height", "street", "building", "island", "land", "star", "firm", "school", "office", "club", "outlet", "work"];

    private readonly FrozenDictionary<string, uint> _words;
    private readonly FrozenDictionary<string, uint> _ends;

    private GenericWords(DataFolder names)
    {
        Dictionary<string, uint> words = new(StringComparer.Ordinal), ends = new(StringComparer.Ordinal);
        foreach (DataRow row in names.Rows("generics.tsv"))
        {
            int kind = Array.IndexOf(Kinds, row[0]);
            if (kind < 0)
                throw row.Error($"'{row[0]}' is no kind of place or body");
            foreach (string word in row[1].Split('|'))
            {
                if (word[0] == '-')
                    ends[word[1..]] = ends.GetValueOrDefault(word[1..]) | 1u << kind;
                else
                    words[word] = words.GetValueOrDefault(word) | 1u << kind;
            }
        }

        (_words, _ends) = (words.ToFrozenDictionary(StringComparer.Ordinal), ends.ToFrozenDictionary(StringComparer.Ordinal));
    }

    public static GenericWords Instance { get; } = new(DataFolder.BuiltIn("names/"));

    /// <summary>The kinds that the word means by itself, a bit each; 0 for none.</summary>
    public uint KindsOf(string form) => _words.GetValueOrDefault(form);

    /// <summary>The kinds that its longest known end means, a bit each; 0 for none.</summary>
    /// <param name="lower">The word in small letters.</param>
    public uint KindsOfEnd(ReadOnlySpan<char> lower)
    {
        FrozenDictionary<string, uint>.AlternateLookup<ReadOnlySpan<char>> ends = _ends.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int length = Math.Min(LongestEnd, lower.Length - 3); length > 0; length--)
        {
            if (ends.TryGetValue(lower[^length..], out uint kinds))
                return kinds;
        }

        return 0;
    }
}
