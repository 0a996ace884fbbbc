using System.Collections.Frozen;
using System.Globalization;
using System.Runtime.InteropServices;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>All that is known beforehand about names, in the light of one language: the tables of <c>names/</c> and the pack's titles and roles.</summary>
internal sealed class NameTables
{
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private readonly List<KnownEntity> _entities = [];
    private readonly Dictionary<string, int> _countries = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _capitals = new(StringComparer.Ordinal);
    private readonly HashSet<string> _seats = new(StringComparer.Ordinal);
    private readonly string[] _adjectiveEndings;
    private readonly LanguagePack _pack;
    private readonly FrozenSet<string> _callings;
    private readonly int _longestCalling;
    private readonly string[] _roleForms;
    private readonly Dictionary<(string Office, string Scope), List<(int Entity, OfficeTerm Term)>> _holders = [];

    private NameTables(LanguagePack pack)
    {
        _pack = pack;
        _adjectiveEndings = [.. pack.Setting("adjective-endings").Split(' ', StringSplitOptions.RemoveEmptyEntries).OrderByDescending(static ending => ending.Length)];
        Code = pack.Code;
        Genitive = pack.Setting("name-genitive");
        Indefinites = pack.Setting("role-indefinites").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        Currencies = pack.Setting("currency-names").Split('|', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.Ordinal);
        Formers = pack.Setting("role-formers").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        RoleLinks = pack.Setting("role-links").Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet(StringComparer.OrdinalIgnoreCase);
        RoleEndings = pack.Setting("role-endings").Split(' ', StringSplitOptions.RemoveEmptyEntries);
        DataFolder names = DataFolder.BuiltIn("names/");
        ReadCountries(names);
        ReadBodies(names);
        ReadPeople(names);
        ReadPlaces(names);
        ReadCities(names);
        ReadEvents(names);
        ReadOtherNames(names);
        Letters = NameLetters.Load(pack);
        Classes = WordClasses.Load(pack);
        Ministries = new MinistryTable(Table(names, "ministries.tsv"), Code, Words);
        Titles = pack.Data.Rows("titles.tsv").DistinctBy(static row => row[0]).ToFrozenDictionary(static row => row[0], static row => new TitleWord(row[1], SexOf(row[2])), StringComparer.Ordinal);
        _callings = Titles.Where(static title => title.Value.Kind == "calling" && title.Key.Length > 3).Select(static title => title.Key.ToLowerInvariant()).ToFrozenSet(StringComparer.Ordinal);
        _longestCalling = _callings.Max(static calling => calling?.Length) ?? 0;
        _roleForms = [.. pack.Data.Rows("roles.tsv").Select(static row => row[0]).Order(StringComparer.Ordinal)];
        Roles = pack.Data.Rows("roles.tsv").ToFrozenDictionary(static row => row[0], static row => new RoleWord(SexOf(row[1]), row[2].Split('|'), row[3]), StringComparer.Ordinal);
    }

    /// <summary>The tables for a pack, built on first use.</summary>
    public static NameTables Of(LanguagePack pack) => pack.Table(static pack => new NameTables(pack));

    public string Code { get; }

    /// <summary>Ending of a name's genitive; empty where the language has none.</summary>
    public string Genitive { get; }

    public NameGazetteer Gazetteer { get; } = new();

    public IReadOnlyList<KnownEntity> Entities => _entities;

    /// <inheritdoc cref="PersonNameLists.GivenNames"/>
    public FrozenDictionary<string, char> GivenNames { get; } = PersonNameLists.Instance.GivenNames;

    public FrozenSet<string> Surnames { get; } = PersonNameLists.Instance.Surnames;

    /// <summary>What the letters of a word tell of its kind.</summary>
    public NameLetters Letters { get; }

    /// <summary>Classes of words that are used alike.</summary>
    public WordClasses Classes { get; }

    /// <summary>Words for ministries.</summary>
    public MinistryTable Ministries { get; }

    /// <summary>What other lands call bodies and places.</summary>
    public OtherNames OtherNames { get; } = new();

    /// <summary>Known people by name.</summary>
    public PersonIndex People { get; } = new();

    /// <summary>Settlements too small to be known one by one.</summary>
    public HashSet<string> Settlements => PersonNameLists.Instance.Settlements;

    public FrozenDictionary<string, TitleWord> Titles { get; }

    public FrozenDictionary<string, RoleWord> Roles { get; }

    /// <summary>Words that make a role mean anyone: "ein Präsident".</summary>
    public IReadOnlySet<string> Indefinites { get; }

    /// <summary>Words for money, which are no names.</summary>
    public IReadOnlySet<string> Currencies { get; }

    /// <summary>Words before a role that say that it is past.</summary>
    public IReadOnlySet<string> Formers { get; }

    /// <summary>Words between a role and the country it belongs to.</summary>
    public IReadOnlySet<string> RoleLinks { get; }

    /// <summary>Endings that a role's word may carry.</summary>
    public IReadOnlyList<string> RoleEndings { get; }

    public bool TryGet(string id, out int entity) => _byId.TryGetValue(id, out entity);

    /// <summary>The state of an ISO code.</summary>
    public bool TryGetCountry(string iso, out int entity) => _countries.TryGetValue(iso, out entity);

    /// <summary>The state whose capital this is; -1 for none.</summary>
    public int CapitalOf(string name) => _capitals.TryGetValue(name, out int state) ? state : -1;

    /// <summary>Whether this names the seat of a government.</summary>
    public bool IsSeat(string name) => _seats.Contains(name);

    /// <summary>Whether a word in small letters is a compound whose end is a calling: "militärexperte".</summary>
    public bool EndsInCalling(ReadOnlySpan<char> lower)
    {
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> callings = _callings.GetAlternateLookup<ReadOnlySpan<char>>();
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

    /// <summary>The one known person who holds one of the offices at a day; -1 where nobody does, or several do.</summary>
    /// <param name="role">The word for the offices.</param>
    /// <param name="scope">Country or body.</param>
    /// <param name="day">The day.</param>
    public int HolderOf(RoleWord role, string scope, DateOnly day)
    {
        int holder = -1;
        foreach (string office in role.Offices)
        {
            if (!_holders.TryGetValue((office, scope), out List<(int Entity, OfficeTerm Term)>? terms))
                continue;
            foreach ((int entity, OfficeTerm term) in terms)
            {
                if (entity == holder || !term.Covers(day) || (role.Sex != '\0' && _entities[entity].Sex != role.Sex))
                    continue;
                if (holder >= 0)
                    return -1;
                holder = entity;
            }
        }

        return holder;
    }

    /// <summary>A word before a person's name.</summary>
    public readonly record struct TitleWord(string Kind, char Sex);

    /// <summary>A word for the holder of an office.</summary>
    public readonly record struct RoleWord(char Sex, IReadOnlyList<string> Offices, string Scope);

    private static char SexOf(string cell) => cell is "m" or "f" ? cell[0] : '\0';

    private int Add(KnownEntity entity)
    {
        if (_byId.TryGetValue(entity.Id, out int known))
            return known;
        _entities.Add(entity);
        _byId.Add(entity.Id, _entities.Count - 1);
        return _entities.Count - 1;
    }

    private void AddName(string name, int entity, KnownNameKind kind, bool needsContext = false)
    {
        if (name is [.., '?'])
            (name, needsContext) = (name[..^1], true);
        if (name.Length < 2)
            return;
        string[] words = IsPlain(name) ? name.Split(' ') : Words(name);
        Gazetteer.Add(words, new NameGazetteer.Entry(entity, kind, needsContext));
        // an adjective at the front is inflected: "der Demokratischen Volksrepublik"
        foreach (string ending in _adjectiveEndings)
        {
            if (words.Length < 2 || _entities[entity].Type == EntityType.Person || words[0].Length < ending.Length + 5 || !words[0].EndsWith(ending, StringComparison.Ordinal))
                continue;
            foreach (string other in _adjectiveEndings.Where(other => other != ending))
                Gazetteer.Add([words[0][..^ending.Length] + other, .. words[1..]], new NameGazetteer.Entry(entity, kind, needsContext));
            break;
        }
    }

    private static bool IsPlain(string name)
    {
        foreach (char letter in name)
        {
            if (!char.IsLetter(letter) && letter != ' ')
                return false;
        }

        return true;
    }

    private string[] Words(string name)
    {
        TokenizedText text = Tokenizer.Tokenize(name, _pack);
        return [.. text.Tokens.Select(token => text.Lexemes[token.Lexeme])];
    }

    /// <summary>Rows of a table whose first row names the columns; columns end in the code of a language where they belong to one.</summary>
    private static IEnumerable<(DataRow Row, Dictionary<string, int> Columns)> Table(DataFolder folder, string file)
    {
        Dictionary<string, int>? columns = null;
        foreach (DataRow row in folder.Rows(file))
        {
            if (columns is null)
                columns = row.Cells.Select(static (name, index) => (name, index)).ToDictionary(static cell => cell.name, static cell => cell.index, StringComparer.Ordinal);
            else
                yield return (row, columns);
        }
    }

    private static string[] Values(DataRow row, Dictionary<string, int> columns, string column) =>
        !columns.TryGetValue(column, out int index) || row[index] is not { Length: > 0 } cell ? [] : cell.Contains('|', StringComparison.Ordinal) ? cell.Split('|') : [cell];

    private static IEnumerable<string> OtherLanguages(Dictionary<string, int> columns, string code) =>
        columns.Keys.Where(key => key.Length == 2 && key != code && key != "id").Order(StringComparer.Ordinal);

    private void ReadCountries(DataFolder names)
    {
        foreach ((DataRow row, Dictionary<string, int> columns) in Table(names, "countries.tsv"))
        {
            string[] own = Values(row, columns, Code);
            string[] usual = own.Length > 0 ? own : [.. OtherLanguages(columns, Code).SelectMany(code => Values(row, columns, code)).Take(1)];
            if (usual.Length == 0)
                continue;
            string iso = row[columns["iso"]];
            int entity = Add(new KnownEntity(row[0], EntityType.GeoPolitical, usual[0], row[columns["kind"]], iso, '\0', 1_000_000_000, []));
            if (iso.Length > 0)
                _countries.TryAdd(iso, entity);
            foreach (string name in usual)
                AddName(name, entity, KnownNameKind.Name, needsContext: name.Length < 3 && !name.All(char.IsUpper));
            foreach (string name in OtherLanguages(columns, Code).SelectMany(code => Values(row, columns, code)))
                AddOther(name, entity);

            foreach (string name in Values(row, columns, "metonym." + Code))
            {
                AddName(name, entity, KnownNameKind.Metonym);
                _seats.Add(name);
            }

            foreach (string name in Values(row, columns, "capital." + Code))
            {
                AddName(name, entity, KnownNameKind.Capital);
                _capitals.TryAdd(name, entity);
            }

            foreach (string column in new[] { "inhabitant." + Code, "inhabitant." + Code + ".m", "inhabitant." + Code + ".f", "inhabitants." + Code })
            {
                foreach (string name in Values(row, columns, column))
                    AddName(name, entity, KnownNameKind.Inhabitant);
            }

            string[] endings = _pack.Setting("adjective-endings").Split(' ');
            foreach (string stem in Values(row, columns, "adjective." + Code))
            {
                foreach (string ending in endings)
                {
                    AddName(stem + ending, entity, KnownNameKind.Adjective);
                    if (char.IsLower(stem[0]))
                        AddName(char.ToUpperInvariant(stem[0]) + stem[1..] + ending, entity, KnownNameKind.Adjective);
                }
            }
        }
    }

    private void ReadBodies(DataFolder names)
    {
        foreach ((DataRow row, Dictionary<string, int> columns) in Table(names, "bodies.tsv"))
        {
            string[] own = Values(row, columns, Code);
            string[] others = [.. OtherLanguages(columns, Code).SelectMany(code => Values(row, columns, code))];
            string usual = (own.Length > 0 ? own[0] : others.Length > 0 ? others[0] : row[0]).TrimEnd('?');
            int entity = Add(new KnownEntity(row[0], EntityType.Organization, usual, row[columns["kind"]], row[columns["iso"]], '\0', 100_000_000, []));
            foreach (string name in own)
                AddName(name, entity, KnownNameKind.Name);
            foreach (string name in others)
                AddOther(name, entity);
        }
    }

    private void ReadPlaces(DataFolder names)
    {
        foreach ((DataRow row, Dictionary<string, int> columns) in Table(names, "places.tsv"))
        {
            string[] own = Values(row, columns, Code);
            string kind = row[columns["kind"]];
            if (own.Length == 0)
                continue;
            int entity = Add(new KnownEntity(row[0], kind == "area" ? EntityType.GeoPolitical : EntityType.Location, own[0].TrimEnd('?'), kind, row[columns["iso"]], '\0', 50_000_000, []));
            foreach (string name in own)
                AddName(name, entity, KnownNameKind.Name, needsContext: kind == "river" || name.Length < 4);
        }
    }

    private void ReadCities(DataFolder names)
    {
        string[]? others = null;
        foreach ((DataRow row, Dictionary<string, int> columns) in Table(names, "cities.tsv"))
        {
            others ??= [.. OtherLanguages(columns, Code)];
            int population = int.Parse(row[columns["population"]], CultureInfo.InvariantCulture);
            string[] own = Values(row, columns, Code);
            bool isBorrowed = own.Length == 0;
            if (isBorrowed)
                own = Values(row, columns, others[0]);
            int entity = Add(new KnownEntity(row[0], EntityType.GeoPolitical, own[0], "city", row[columns["iso"]], '\0', population, []));
            foreach (string name in own)
            {
                // a town that is called like people is meant only where the sentence shows a place
                if (isBorrowed && population < 1_000_000 && (GivenNames.ContainsKey(name) || Surnames.Contains(name)))
                    OtherNames.Add(name, entity, isFound: false);
                else
                    AddName(name, entity, KnownNameKind.Name, needsContext: population < 300_000);
            }

            foreach (string code in others)
            {
                foreach (string name in Values(row, columns, code))
                {
                    if (!own.Contains(name, StringComparer.Ordinal))
                        OtherNames.Add(name, entity, isFound: false);
                }
            }
        }
    }

    private void ReadEvents(DataFolder names)
    {
        foreach ((DataRow row, Dictionary<string, int> columns) in Table(names, "events.tsv"))
        {
            string[] own = Values(row, columns, Code);
            if (own.Length == 0)
                continue;
            int entity = Add(new KnownEntity(row[0], EntityType.Event, own[0], "", "", '\0', 20_000_000, []));
            foreach (string name in own)
                AddName(name, entity, KnownNameKind.Name);
        }
    }

    /// <summary>Names in other lands and alphabets.</summary>
    private void ReadOtherNames(DataFolder names)
    {
        foreach ((DataRow row, Dictionary<string, int> columns) in Table(names, "other-names.tsv"))
        {
            // a language that has no word for a place has no entity for it
            if (!_byId.TryGetValue(row[0], out int entity))
                continue;
            foreach (string name in Values(row, columns, "names"))
                AddOther(name, entity);
        }
    }

    /// <summary>A name of another language: several words, or another alphabet, count by themselves.</summary>
    private void AddOther(string name, int entity)
    {
        if (name.Contains(' ', StringComparison.Ordinal) || name[0] >= 'Ͱ')
            AddName(name, entity, KnownNameKind.Name);
        else
            OtherNames.Add(name.TrimEnd('?'), entity, isFound: name[^1] != '?');
    }

    private void ReadPeople(DataFolder names)
    {
        string[] familyFirst = _pack.Setting("family-name-first").Split(' ');
        foreach ((DataRow row, Dictionary<string, int> columns) in Table(names, "people.tsv"))
        {
            string[] own = Values(row, columns, Code);
            string[] others = [.. OtherLanguages(columns, Code).SelectMany(code => Values(row, columns, code))];
            string[] spellings = [.. own, .. others, .. Values(row, columns, "other")];
            string iso = row[columns["iso"]];
            OfficeTerm[] offices = [.. Values(row, columns, "offices").Select(cell => Office(row, cell))];
            string usual = spellings[0];
            int entity = Add(new KnownEntity(row[0], EntityType.Person, usual, "", iso, SexOf(row[columns["sex"]]), 10_000_000 + offices.Length, offices) { Born = int.TryParse(row[columns["born"]], CultureInfo.InvariantCulture, out int year) ? year : null });
            foreach (OfficeTerm term in _entities[entity].Offices)
                (CollectionsMarshal.GetValueRefOrAddDefault(_holders, (term.Office, term.Scope), out _) ??= []).Add((entity, term));
            foreach (string name in spellings)
                AddName(name, entity, KnownNameKind.Name, needsContext: !name.Contains(' ', StringComparison.Ordinal) && name[0] < 0x250);
            foreach (string name in spellings.Where(static name => name.Contains(' ', StringComparison.Ordinal) || name[0] >= 0x250))
                People.Add(name, entity);

            // as in a register: "Kern, Robert"
            if (!familyFirst.Contains(iso, StringComparer.Ordinal) && PersonName.Surnames(usual, familyFirst: false).FirstOrDefault() is string family && usual.EndsWith(family, StringComparison.Ordinal) && family.Length < usual.Length)
                Gazetteer.Add([.. Words(family), ",", .. Words(usual[..^family.Length].TrimEnd())], new NameGazetteer.Entry(entity, KnownNameKind.Name, NeedsContext: false));
            foreach (string surname in spellings.Where(static name => name[0] < 0x250).SelectMany(name => PersonName.Surnames(name, familyFirst.Contains(iso, StringComparer.Ordinal))).Distinct(StringComparer.Ordinal))
                AddName(surname, entity, KnownNameKind.Surname, needsContext: true);
        }
    }

    private static OfficeTerm Office(DataRow row, string cell)
    {
        int colon = cell.IndexOf(':', StringComparison.Ordinal), blank = cell.IndexOf(' ', StringComparison.Ordinal);
        int dots = cell.IndexOf("..", StringComparison.Ordinal);
        if (colon < 0 || blank < colon || dots < blank)
            throw row.Error($"'{cell}' is no office with scope and dates");
        return new OfficeTerm(cell[..colon], cell[(colon + 1)..blank], Day(row, cell[(blank + 1)..dots], isLast: false), Day(row, cell[(dots + 2)..], isLast: true));
    }

    private static DateOnly Day(DataRow row, string cell, bool isLast)
    {
        if (cell.Length == 0)
            return isLast ? DateOnly.MaxValue : DateOnly.MinValue;
        string[] parts = cell.Split('-');
        try
        {
            int year = int.Parse(parts[0], CultureInfo.InvariantCulture);
            int month = parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : isLast ? 12 : 1;
            int day = parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : isLast ? DateTime.DaysInMonth(year, month) : 1;
            return new DateOnly(year, month, day);
        }
        catch (Exception error) when (error is FormatException or ArgumentOutOfRangeException)
        {
            throw row.Error($"'{cell}' is no date");
        }
    }
}
