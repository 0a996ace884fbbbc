using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>What the tables of <c>names/</c> say, in the light of one language: entities, and by which names they are found.</summary>
/// <remarks>Opened from a pack's <c>names.bin</c>, which the compiler makes of the readable tables; where one of these is another since, or there is no such file, it is made anew as the pack is opened.</remarks>
internal sealed class KnownNames
{
    /// <summary>The compiled file of a pack.</summary>
    public const string CompiledFile = "names.bin";

    private static readonly DataFolder Folder = DataFolder.BuiltIn("names/");

    private readonly HashTable _countries;
    private readonly HashTable _capitals;
    private readonly HashTable _seats;
    private readonly HashTable _offices;
    private readonly NumberLists _holders;

    /// <summary>Opens the tables.</summary>
    /// <exception cref="DataException">A readable table can't be used.</exception>
    public KnownNames(LanguagePack pack)
    {
        TableFile file = TableFile.Open(pack.Data, CompiledFile, FingerprintOf(pack), () => new NameTableReader(pack).Compile());
        Entities = new EntityTable(file, new EntityRows(pack.Code));
        Gazetteer = new NameGazetteer(file);
        OtherNames = new OtherNames(file);
        People = new PersonIndex(file);
        (_countries, _capitals, _seats) = (new HashTable(file), new HashTable(file), new HashTable(file));
        (_offices, _holders) = (new HashTable(file), new NumberLists(file));
    }

    public EntityTable Entities { get; }

    public NameGazetteer Gazetteer { get; }

    /// <summary>What other lands call bodies and places.</summary>
    public OtherNames OtherNames { get; }

    /// <summary>Known people by name.</summary>
    public PersonIndex People { get; }

    /// <summary>Of all files that decide what the tables hold: those of <c>names/</c>, and those that say how the pack cuts and inflects words.</summary>
    public static ulong FingerprintOf(LanguagePack pack) => new SourceFingerprint()
        .Add(Folder, EntityRows.Files)
        .Add(Folder, "other-names.tsv", "transcription.tsv", "given-names.tsv", "surnames.tsv", "western-lands.tsv", "particles.txt")
        .Add(pack.Data, "pack.tsv", "tokens.tsv", "abbreviations.txt", "function-words.txt", "closed.tsv")
        .Value;

    /// <summary>The key of an office of a country or body.</summary>
    public static ulong OfficeKey(string office, string scope) => HashTable.KeyOf(office) ^ (HashTable.KeyOf(scope) << 1);

    /// <summary>The state of an ISO code.</summary>
    public bool TryGetCountry(string iso, out int entity) => TryGet(_countries, iso, out entity);

    /// <summary>The state whose capital has the name.</summary>
    public bool TryGetCapital(string name, out int entity) => TryGet(_capitals, name, out entity);

    /// <summary>Whether this names the seat of a government.</summary>
    public bool IsSeat(string name) => _seats.TryGetValue(name, out _);

    /// <summary>All who ever held the office of a country or body, in the order of their rows.</summary>
    public int[] HoldersOf(string office, string scope)
    {
        if (!_offices.TryGetValue(OfficeKey(office, scope), out int number))
            return [];
        int[] holders = _holders.Of(number - 1).ToArray();
        GC.KeepAlive(this);
        return holders;
    }

    private static bool TryGet(HashTable names, string name, out int entity)
    {
        bool isKnown = names.TryGetValue(name, out entity);
        entity--;
        return isKnown;
    }
}
