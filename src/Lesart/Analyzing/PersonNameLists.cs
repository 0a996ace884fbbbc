using System.Collections.Frozen;
using Lesart.Languages;

namespace Lesart.Analyzing;

/// <summary>Given names and surnames of many lands, and settlements; shared by all packs.</summary>
internal sealed class PersonNameLists
{
    // lands whose names papers write as they are written at home
    private static readonly FrozenDictionary<string, bool> WesternLands = DataFolder.BuiltIn("names/").Rows("western-lands.tsv").ToFrozenDictionary(static row => row[0], static row => row[1].Length > 0, StringComparer.Ordinal);

    private readonly HashSet<string> _westernGiven = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ownGiven = new(StringComparer.Ordinal);
    private readonly HashSet<string> _westernSurnames = new(StringComparer.Ordinal);

    private PersonNameLists(DataFolder names)
    {
        Dictionary<string, char> given = new(StringComparer.Ordinal);
        foreach (DataRow row in names.Rows("given-names.tsv"))
        {
            given[row[0]] = row[2] is "m" or "f" ? row[2][0] : '\0';
            if (IsWestern(row[1]))
                _westernGiven.Add(NameForm.Plain(row[0]));
            if (row[1].Split(',').Any(static land => WesternLands.GetValueOrDefault(land)))
                _ownGiven.Add(NameForm.Plain(row[0]));
        }

        HashSet<string> surnames = new(StringComparer.Ordinal);
        foreach (DataRow row in names.Rows("surnames.tsv"))
        {
            surnames.Add(row[0]);
            if (IsWestern(row[1]))
                _westernSurnames.Add(NameForm.Plain(row[0]));
        }

        GivenNames = given.ToFrozenDictionary(StringComparer.Ordinal);
        Surnames = surnames.ToFrozenSet(StringComparer.Ordinal);
        Settlements = names.Rows("settlements.txt").Select(static row => row[0]).ToHashSet(StringComparer.Ordinal);
    }

    public static PersonNameLists Instance { get; } = new(DataFolder.BuiltIn("names/"));

    /// <summary>Given names with 'm', 'f' or '\0' for both or unknown.</summary>
    public FrozenDictionary<string, char> GivenNames { get; }

    public FrozenSet<string> Surnames { get; }

    /// <summary>Settlements too small to be known one by one.</summary>
    public HashSet<string> Settlements { get; }

    /// <summary>Whether it is a given name of a land that writes names as papers do.</summary>
    /// <param name="plain">As <see cref="NameForm.Plain"/> writes it.</param>
    public bool IsWesternGiven(string plain) => _westernGiven.Contains(plain);

    /// <summary>Whether it is a given name of a land whose spelling stays beside those of other lands: "Victor".</summary>
    /// <inheritdoc cref="IsWesternGiven"/>
    public bool IsOwnGiven(string plain) => _ownGiven.Contains(plain);

    /// <inheritdoc cref="IsWesternGiven"/>
    public bool IsWesternSurname(string plain) => _westernSurnames.Contains(plain);

    private static bool IsWestern(string lands) => lands.Split(',').Any(WesternLands.ContainsKey);
}
