using Lesart.Languages;

namespace Lesart.Collating;

/// <summary>How large a place is, by the tables of names: a city and its country are one place told more or less exactly, two cities are two places.</summary>
internal static class PlaceLevels
{
    private const string Country = "country";
    private const string City = "city";

    private static readonly Lazy<Dictionary<string, (string Level, string Land)>> Known = new(Read);

    private static readonly Lazy<ILookup<string, string>> Wholes = new(static () => DataFolder.BuiltIn("names/").Rows("within.tsv").Skip(1).ToLookup(static row => row[0], static row => row[1], StringComparer.Ordinal));

    /// <summary>Whether two places, by entity id, can be told of one thing in contradiction: both of one level. What no table has may be a town.</summary>
    public static bool AreOfOneLevel(string left, string right) => LevelOf(left) == LevelOf(right);

    private static string LevelOf(string entity) => Known.Value.TryGetValue(entity, out (string Level, string Land) place) ? place.Level : City;

    /// <summary>Whether one is the country in which the other lies, or the sea of which the other is a part.</summary>
    public static bool IsWithin(string left, string right) => Lies(left, right) || Lies(right, left) || Wholes.Value[left].Contains(right) || Wholes.Value[right].Contains(left);

    private static bool Lies(string place, string country) => Known.Value.TryGetValue(place, out (string Level, string Land) inner) && Known.Value.TryGetValue(country, out (string Level, string Land) outer)
        && outer.Level == Country && inner.Level != Country && inner.Land == outer.Land;

    private static Dictionary<string, (string Level, string Land)> Read()
    {
        DataFolder names = DataFolder.BuiltIn("names/");
        Dictionary<string, (string, string)> places = new(StringComparer.Ordinal);
        foreach (DataRow row in names.Rows("countries.tsv").Skip(1))
            places.TryAdd(row[0], (Country, row[1]));
        foreach (DataRow row in names.Rows("places.tsv").Skip(1))
            places.TryAdd(row[0], (row[1], row[2]));
        foreach (DataRow row in names.Rows("cities.tsv").Skip(1))
            places.TryAdd(row[0], (City, row[1]));
        return places;
    }
}
