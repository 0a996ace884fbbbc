using Lesart.Languages;

namespace Lesart.Analyzing;

/// <summary>All that is known beforehand about names, in the light of one language: the tables of <c>names/</c> and the pack's titles and roles.</summary>
internal sealed class NameTables
{
    private const string Leader = "leader"; // an office in people.tsv

    private static readonly DataFolder Names = DataFolder.BuiltIn("names/");

    private readonly KnownNames _names;
    private readonly HashSet<string> _callings = new(StringComparer.Ordinal);
    private readonly int _longestCalling;
    private readonly string[] _roleForms;
    private HashSet<string>? _roleEnds;

    private NameTables(LanguagePack pack)
    {
        _names = new KnownNames(pack);
        Code = pack.Code;
        Genitive = pack.Setting("name-genitive");
        Indefinites = pack.Setting("role-indefinites").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Currencies = pack.Setting("currency-names").Split('|', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        Formers = pack.Setting("role-formers").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        RoleLinks = pack.Setting("role-links").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        ShortFormWords = pack.Setting("short-form-words").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        RoleEndings = pack.Setting("role-endings").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Days = pack.Data.Rows("weekdays.tsv").SelectMany(static row => row[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToHashSet(StringComparer.Ordinal);
        Letters = pack.Table(NameLetters.Load);
        Classes = WordClasses.Of(pack);
        Ministries = new MinistryTable(ColumnTable.Open(Names, "ministries.tsv"), pack.Code, name => KnownNameAdder.Words(pack, name));
        foreach (DataRow row in pack.Data.Rows("titles.tsv"))
        {
            // a word's first row counts
            if (!Titles.TryAdd(row[0], new TitleWord(row[1], EntityRows.SexOf(row[2]))) || row[1] != "calling" || row[0].Length <= 3)
                continue;
            _callings.Add(row[0].ToLowerInvariant());
            _longestCalling = Math.Max(_longestCalling, row[0].Length);
        }

        List<string> forms = [];
        foreach (DataRow row in pack.Data.Rows("roles.tsv"))
        {
            Roles.Add(row[0], new RoleWord(EntityRows.SexOf(row[1]), row[2].Split('|'), row[3]));
            forms.Add(row[0]);
        }

        _roleForms = [.. forms];
        Array.Sort(_roleForms, StringComparer.Ordinal);
    }

    /// <summary>The tables for a pack, built on first use.</summary>
    public static NameTables Of(LanguagePack pack) => pack.Table(static pack => new NameTables(pack));

    public string Code { get; }

    /// <summary>Ending of a name's genitive; empty where the language has none.</summary>
    public string Genitive { get; }

    public NameGazetteer Gazetteer => _names.Gazetteer;

    public EntityTable Entities => _names.Entities;

    /// <summary>Given names, surnames and small settlements.</summary>
    public PersonNameLists Lists { get; } = PersonNameLists.Instance;

    /// <summary>What the letters of a word tell of its kind.</summary>
    public NameLetters Letters { get; }

    /// <summary>Classes of words that are used alike.</summary>
    public WordClasses Classes { get; }

    /// <summary>Words for ministries.</summary>
    public MinistryTable Ministries { get; }

    /// <summary>What other lands call bodies and places.</summary>
    public OtherNames OtherNames => _names.OtherNames;

    /// <summary>Known people by name.</summary>
    public PersonIndex People => _names.People;

    public Dictionary<string, TitleWord> Titles { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, RoleWord> Roles { get; } = new(StringComparer.Ordinal);

    /// <summary>Words that make a role mean anyone: "ein Präsident".</summary>
    public IReadOnlySet<string> Indefinites { get; }

    /// <summary>Names of weekdays.</summary>
    public IReadOnlySet<string> Days { get; }

    /// <summary>Words for money, which are no names.</summary>
    public HashSet<string> Currencies { get; }

    /// <summary>Words before a role that say that it is past.</summary>
    public IReadOnlySet<string> Formers { get; }

    /// <summary>Words between a role and the country it belongs to.</summary>
    public IReadOnlySet<string> RoleLinks { get; }

    /// <summary>Words in a bracket before a short form: "(kurz: VKF)".</summary>
    public IReadOnlySet<string> ShortFormWords { get; }

    /// <summary>Endings that a role's word may carry.</summary>
    public IReadOnlyList<string> RoleEndings { get; }

    public bool TryGet(string id, out int entity) => _names.Entities.TryGet(id, out entity);

    /// <summary>The state of an ISO code.</summary>
    public bool TryGetCountry(string iso, out int entity) => _names.TryGetCountry(iso, out entity);

    /// <summary>The state whose capital this is; -1 for none.</summary>
    public int CapitalOf(string name) => _names.TryGetCapital(name, out int state) ? state : -1;

    /// <summary>Where somebody holds an office who holds it there: a state by its ISO code, or by that of its capital; any other body or place by its id.</summary>
    public string ScopeOf(KnownEntity holder) =>
        holder.Type != EntityType.Organization && (holder.Kind is "country" or "former" || CapitalOf(holder.Name) >= 0) ? holder.Country : holder.Id;

    /// <summary>Whether this names the seat of a government.</summary>
    public bool IsSeat(string name) => _names.IsSeat(name);

    /// <summary>Whether a word in small letters is a compound whose end is a calling: "militärexperte".</summary>
    public bool EndsInCalling(ReadOnlySpan<char> lower)
    {
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> callings = _callings.GetAlternateLookup<ReadOnlySpan<char>>();
        for (int length = Math.Min(_longestCalling, lower.Length - 3); length > 3; length--)
        {
            if (callings.Contains(lower[^length..]))
                return true;
        }

        return false;
    }

    /// <summary>Whether a role of several words begins with this one.</summary>
    public bool BeginsRole(string form)
    {
        int at = Array.BinarySearch(_roleForms, form, StringComparer.Ordinal);
        // what it begins stands right behind it in order
        at = at < 0 ? ~at : at + 1;
        return at < _roleForms.Length && _roleForms[at].StartsWith(form, StringComparison.Ordinal);
    }

    /// <summary>Whether a role is this word, or ends in it.</summary>
    public bool EndsRole(string form)
    {
        HashSet<string>? ends = _roleEnds;
        if (ends is null)
        {
            ends = new HashSet<string>(StringComparer.Ordinal);
            foreach (string role in _roleForms)
                ends.Add(role[(role.LastIndexOf(' ') + 1)..]);
            _roleEnds = ends; // threads may do the same work twice
        }

        return ends.Contains(form);
    }

    /// <summary>The one known person who holds one of the offices at a day; -1 where nobody does, or several do.</summary>
    /// <param name="role">The word for the offices.</param>
    /// <param name="scope">Country or body.</param>
    /// <param name="day">The day.</param>
    public int HolderOf(RoleWord role, string scope, DateOnly day)
    {
        int holder = -1;
        bool isLeader = false;
        foreach (string office in role.Offices)
        {
            // where a state has somebody whose office is just that, no president or prime minister is meant by "leader"
            if (isLeader && office != Leader)
                break;
            foreach (int entity in _names.HoldersOf(office, scope))
            {
                KnownEntity person = _names.Entities[entity];
                if (entity == holder || !Array.Exists(person.Offices, term => term.Office == office && term.Scope == scope && term.Covers(day)) || (role.Sex != '\0' && person.Sex != role.Sex))
                    continue;
                if (holder >= 0)
                    return -1;
                (holder, isLeader) = (entity, office == Leader);
            }
        }

        return holder;
    }

    /// <summary>A word before a person's name.</summary>
    public readonly record struct TitleWord(string Kind, char Sex);

    /// <summary>A word for the holder of an office.</summary>
    public readonly record struct RoleWord(char Sex, IReadOnlyList<string> Offices, string Scope);
}
