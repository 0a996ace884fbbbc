using System.Collections.Frozen;
using Lesart.Languages;

namespace Lesart.Text;

/// <summary>What the tables of names (<c>countries.tsv</c>, <c>places.tsv</c>, <c>cities.tsv</c>) tell of a place.</summary>
internal static class PlaceTable
{
    public const string Country = "country";
    public const string City = "city";

    private static readonly Lazy<FrozenDictionary<string, (string Level, string Land)>> Places = new(Read);

    /// <summary>How large a place is (<see cref="Country"/>, <see cref="City"/>, the kinds of <c>places.tsv</c>), and the ISO code of the state it lies in; empty where it lies in none.</summary>
    public static bool TryGet(string entity, out (string Level, string Land) place) => Places.Value.TryGetValue(entity, out place);

    private static FrozenDictionary<string, (string Level, string Land)> Read()
    {
        DataFolder names = DataFolder.BuiltIn("names/");
        Dictionary<string, (string, string)> places = new(StringComparer.Ordinal);
        foreach (DataRow row in names.Rows("countries.tsv").Skip(1))
            places.TryAdd(row[0], (Country, row[1]));
        foreach (DataRow row in names.Rows("places.tsv").Skip(1))
            places.TryAdd(row[0], (row[1], row[2]));
        foreach (DataRow row in names.Rows("cities.tsv").Skip(1))
            places.TryAdd(row[0], (City, row[1]));
        return places.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
