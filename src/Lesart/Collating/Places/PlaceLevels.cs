using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Collating;

/// <summary>How large a place is, by the tables of names: a city and its country are one place told more or less exactly, two cities are two places.</summary>
internal static class PlaceLevels
{
    private const int MinLettersOfEnd = 5; // "-platz", "-bahnhof"; shorter ends are those of towns, too

    // what the words for kinds of places in generics.tsv are among the kinds of places.tsv
    private static readonly Dictionary<string, string> Generic = new(StringComparer.Ordinal)
    {
        ["settlement"] = PlaceTable.City, ["area"] = "county", ["water"] = "water", ["height"] = "mountain", ["street"] = "building", ["building"] = "building", ["island"] = "island", ["land"] = "land",
    };

    private static readonly Lazy<ILookup<string, string>> Wholes = new(static () => DataFolder.BuiltIn("names/").Rows("within.tsv").Skip(1).ToLookup(static row => row[0], static row => row[1], StringComparer.Ordinal));

    private static readonly Lazy<(Dictionary<string, string> Words, (string End, string Level)[] Ends)> Words = new(ReadWords);

    /// <summary>Whether two places, by entity id and name, can be told of one thing in contradiction: both of one level. What no table has may be a town.</summary>
    public static bool AreOfOneLevel((string Entity, string Name) left, (string Entity, string Name) right) => LevelOf(left.Entity, left.Name) == LevelOf(right.Entity, right.Name);

    private static string LevelOf(string entity, string name) => PlaceTable.TryGet(entity, out (string Level, string Land) place) ? place.Level is "sea" or "river" ? "water" : place.Level : LevelOf(name) ?? PlaceTable.City;

    /// <summary>Whether a word calls a kind of places.</summary>
    public static bool IsGeneric(string word) => Words.Value.Words.ContainsKey(word);

    /// <summary>What a word of a name says that the place is, the last one first ("Mount Muster National Park", "Lake Muster", "Musterplatz"); null where none does.</summary>
    public static string? LevelOf(string name)
    {
        string[] words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > 1 && (Words.Value.Words.TryGetValue(words[^1], out string? level) || Words.Value.Words.TryGetValue(words[0], out level)))
            return level;
        return words.Length == 0 ? null : Words.Value.Ends.Where(end => words[^1].Length > end.End.Length && words[^1].EndsWith(end.End, StringComparison.Ordinal)).Select(static end => end.Level).FirstOrDefault();
    }

    /// <summary>Whether one is the country in which the other lies, or the sea of which the other is a part.</summary>
    public static bool IsWithin(string left, string right) => Lies(left, right) || Lies(right, left) || Wholes.Value[left].Contains(right) || Wholes.Value[right].Contains(left);

    private static bool Lies(string place, string country) => PlaceTable.TryGet(place, out (string Level, string Land) inner) && PlaceTable.TryGet(country, out (string Level, string Land) outer)
        && outer.Level == PlaceTable.Country && inner.Level != PlaceTable.Country && inner.Land == outer.Land;

    private static (Dictionary<string, string> Words, (string End, string Level)[] Ends) ReadWords()
    {
        Dictionary<string, string> words = new(StringComparer.Ordinal);
        List<(string End, string Level)> ends = [];
        foreach (DataRow row in DataFolder.BuiltIn("names/").Rows("generics.tsv"))
        {
            if (!Generic.TryGetValue(row[0], out string? level))
                continue;
            foreach (string word in row[1].Split('|'))
            {
                if (word[0] != '-')
                    words.TryAdd(word, level);
                else if (word.Length > MinLettersOfEnd)
                    ends.Add((word[1..], level));
            }
        }

        return (words, [.. ends.OrderByDescending(static end => end.End.Length)]);
    }
}
