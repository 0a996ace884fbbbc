using System.Globalization;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Reads the tables of <c>names/</c> in the light of one language: entities, and by which names they are found.</summary>
internal sealed class NameTableReader
{
    private const int CountryWeight = 1_000_000_000, BodyWeight = 100_000_000, PlaceWeight = 50_000_000, EventWeight = 20_000_000, PersonWeight = 10_000_000;

    // behind the Latin letters that names are written with, and behind all Latin letters
    private const char BehindLatin = '\u0250', FirstOtherAlphabet = 'Ͱ';

    // Greek, Cyrillic and Armenian letters
    private const char LastWithSurnames = '\u058F';

    private static readonly DataFolder Folder = DataFolder.BuiltIn("names/");
    private static readonly ColumnTable Bodies = ColumnTable.Open(Folder, "bodies.tsv");
    private static readonly ColumnTable Places = ColumnTable.Open(Folder, "places.tsv");
    private static readonly ColumnTable Cities = ColumnTable.Open(Folder, "cities.tsv");

    private readonly LanguagePack _pack;
    private readonly string _code;
    private readonly KnownNameAdder _names;
    private readonly HashTable _holders = new(500);
    private readonly List<List<Holding>> _holdings = [];
    private (int First, int End) _people;

    /// <summary>Reads all tables.</summary>
    /// <exception cref="DataException">A table can't be used.</exception>
    public NameTableReader(LanguagePack pack)
    {
        (_pack, _code, _names) = (pack, pack.Code, new KnownNameAdder(pack, Gazetteer));
        ReadCountries();
        ReadBodies();
        ReadPeople();
        ReadPlaces();
        ReadCities();
        ReadEvents();
        ReadOtherNames();
        Gazetteer.Close();
    }

    /// <summary>Someone's term in an office.</summary>
    public readonly record struct Holding(int Entity, OfficeTerm Term);

    public EntityTable Entities { get; } = new();

    public NameGazetteer Gazetteer { get; } = new();

    public OtherNames OtherNames { get; } = new();

    public PersonIndex People { get; } = new();

    /// <summary>States by ISO code.</summary>
    public Dictionary<string, int> Countries { get; } = new(StringComparer.Ordinal);

    /// <summary>States by the names of their capitals.</summary>
    public Dictionary<string, int> Capitals { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of seats of governments.</summary>
    public HashSet<string> Seats { get; } = new(StringComparer.Ordinal);

    /// <summary>A cell that says 'm' or 'f'; '\0' for any other.</summary>
    public static char SexOf(ReadOnlySpan<char> cell) => cell is "m" or "f" ? cell[0] : '\0';

    /// <summary>All terms in the office of a country or body.</summary>
    public IReadOnlyList<Holding> HoldersOf(string office, string scope) =>
        _holders.TryGetValue(OfficeKey(office, scope), out int number) && number > 0 ? _holdings[number - 1] : [];

    /// <summary>The words for ministries.</summary>
    public MinistryTable ReadMinistries() => new(ColumnTable.Open(Folder, "ministries.tsv"), _code, _names.Words);

    private static ulong OfficeKey(string office, string scope) => HashTable.KeyOf(office) ^ (HashTable.KeyOf(scope) << 1);

    private void ReadCountries()
    {
        ColumnTable table = ColumnTable.Open(Folder, "countries.tsv");
        int own = table.Find(_code), iso = table["iso"], kind = table["kind"], metonym = table.Find("metonym." + _code), capital = table.Find("capital." + _code), adjective = table.Find("adjective." + _code);
        int[] others = table.LanguagesBut(_code);
        int[] inhabitants = [table.Find("inhabitant." + _code), table.Find("inhabitant." + _code + ".m"), table.Find("inhabitant." + _code + ".f"), table.Find("inhabitants." + _code)];
        while (table.Next())
        {
            // a country that the language has no word for is called as in another
            ReadOnlySpan<char> names = table[own].Length > 0 ? table[own] : CellValues.First(FirstOf(table, others));
            if (names.Length == 0)
                continue;
            string country = table[iso].ToString();
            int entity = Entities.Add(new KnownEntity(table[0].ToString(), EntityType.GeoPolitical, CellValues.First(names).ToString(), table[kind].ToString(), country, '\0', CountryWeight, []));
            if (country.Length > 0)
                Countries.TryAdd(country, entity);
            foreach (ReadOnlySpan<char> name in new CellValues(names))
                _names.Add(name, entity, KnownNameKind.Name, needsContext: name.Length < 3 && !IsCapitals(name));
            AddOthers(table, others, entity, isPerson: false);
            foreach (ReadOnlySpan<char> name in table.Each(metonym))
            {
                _names.Add(name, entity, KnownNameKind.Metonym);
                Seats.Add(name.ToString());
            }

            foreach (ReadOnlySpan<char> name in table.Each(capital))
            {
                _names.Add(name, entity, KnownNameKind.Capital);
                Capitals.TryAdd(name.ToString(), entity);
            }

            foreach (int column in inhabitants)
            {
                foreach (ReadOnlySpan<char> name in table.Each(column))
                    _names.Add(name, entity, KnownNameKind.Inhabitant);
            }

            foreach (ReadOnlySpan<char> stem in table.Each(adjective))
                _names.AddAdjective(stem, entity);
        }
    }

    private static bool IsCapitals(ReadOnlySpan<char> name)
    {
        foreach (char letter in name)
        {
            if (!char.IsUpper(letter))
                return false;
        }

        return true;
    }

    /// <summary>The first cell of some that holds anything; empty where none does.</summary>
    private static ReadOnlySpan<char> FirstOf(ColumnTable table, int[] columns)
    {
        foreach (int column in columns)
        {
            if (table[column].Length > 0)
                return table[column];
        }

        return [];
    }

    private void ReadBodies()
    {
        Entities.Begin(ReadBody);
        ColumnTable table = Bodies.Again();
        int own = table.Find(_code);
        int[] others = table.LanguagesBut(_code);
        while (table.Next())
        {
            int entity = Entities.Add(table[0], table.Offset);
            foreach (ReadOnlySpan<char> name in table.Each(own))
                _names.Add(name, entity, KnownNameKind.Name);
            AddOthers(table, others, entity, isPerson: false);
        }
    }

    private KnownEntity ReadBody(int row)
    {
        ColumnTable table = Bodies.At(row);
        ReadOnlySpan<char> names = table[table.Find(_code)], name = CellValues.First(names.Length > 0 ? names : FirstOf(table, table.LanguagesBut(_code)));
        return new KnownEntity(table[0].ToString(), EntityType.Organization, (name.Length > 0 ? name : table[0]).TrimEnd('?').ToString(), table[table["kind"]].ToString(), table[table["iso"]].ToString(), '\0', BodyWeight, []) { Names = table.Values(table.Find(_code)) };
    }

    private void ReadPlaces()
    {
        Entities.Begin(ReadPlace);
        ColumnTable table = Places.Again();
        int own = table.Find(_code), kind = table["kind"];
        while (table.Next())
        {
            if (table[own].Length == 0)
                continue;
            int entity = Entities.Add(table[0], table.Offset);
            foreach (ReadOnlySpan<char> name in table.Each(own))
                _names.Add(name, entity, KnownNameKind.Name, needsContext: name.Length < 4 || table[kind] is "river");
        }
    }

    private KnownEntity ReadPlace(int row)
    {
        ColumnTable table = Places.At(row);
        string kind = table[table["kind"]].ToString(), name = CellValues.First(table[table.Find(_code)]).TrimEnd('?').ToString();
        return new KnownEntity(table[0].ToString(), kind == "area" ? EntityType.GeoPolitical : EntityType.Location, name, kind, table[table["iso"]].ToString(), '\0', PlaceWeight, []);
    }

    private void ReadCities()
    {
        Entities.Begin(ReadCity);
        PersonNameLists lists = PersonNameLists.Instance;
        ColumnTable table = Cities.Again();
        int populationColumn = table["population"], own = table.Find(_code);
        int[] others = table.LanguagesBut(_code);
        while (table.Next())
        {
            int entity = Entities.Add(table[0], table.Offset), population = int.Parse(table[populationColumn], CultureInfo.InvariantCulture);
            ReadOnlySpan<char> names = table[own];
            bool isBorrowed = names.Length == 0;
            if (isBorrowed)
                names = table[others[0]];
            foreach (ReadOnlySpan<char> name in new CellValues(names))
            {
                // a town that is called like people is meant only where the sentence shows a place
                if (isBorrowed && population < 1_000_000 && (lists.IsGiven(name) || lists.IsSurname(name)))
                    OtherNames.Add(name, entity, isFound: false);
                else
                    _names.Add(name, entity, KnownNameKind.Name, needsContext: population < 300_000);
            }

            foreach (int other in others)
            {
                foreach (ReadOnlySpan<char> name in table.Each(other))
                {
                    if (!CellValues.Holds(names, name))
                        OtherNames.Add(name, entity, isFound: false);
                }
            }
        }
    }

    private KnownEntity ReadCity(int row)
    {
        ColumnTable table = Cities.At(row);
        ReadOnlySpan<char> names = table[table.Find(_code)];
        if (names.Length == 0)
            names = table[table.LanguagesBut(_code)[0]];
        return new KnownEntity(table[0].ToString(), EntityType.GeoPolitical, CellValues.First(names).ToString(), "city", table[table["iso"]].ToString(), '\0', int.Parse(table[table["population"]], CultureInfo.InvariantCulture), []);
    }

    private void ReadEvents()
    {
        ColumnTable table = ColumnTable.Open(Folder, "events.tsv");
        int own = table.Find(_code);
        while (table.Next())
        {
            if (table[own].Length == 0)
                continue;
            int entity = Entities.Add(new KnownEntity(table[0].ToString(), EntityType.Event, CellValues.First(table[own]).ToString(), "", "", '\0', EventWeight, []));
            foreach (ReadOnlySpan<char> name in table.Each(own))
                _names.Add(name, entity, KnownNameKind.Name);
        }
    }

    /// <summary>Names in other lands and alphabets.</summary>
    private void ReadOtherNames()
    {
        ColumnTable table = ColumnTable.Open(Folder, "other-names.tsv");
        int names = table["names"];
        while (table.Next())
        {
            // a language that has no word for a place has no entity for it
            if (!Entities.TryGet(table[0], out int entity))
                continue;
            foreach (ReadOnlySpan<char> name in table.Each(names))
                AddOther(name, entity, entity >= _people.First && entity < _people.End);
        }
    }

    private void AddOthers(ColumnTable table, int[] columns, int entity, bool isPerson)
    {
        foreach (int column in columns)
        {
            foreach (ReadOnlySpan<char> name in table.Each(column))
                AddOther(name, entity, isPerson);
        }
    }

    /// <summary>A name of another language: several words, or another alphabet, count by themselves.</summary>
    private void AddOther(ReadOnlySpan<char> name, int entity, bool isPerson)
    {
        if (name.Contains(' ') || name[0] >= FirstOtherAlphabet)
            _names.Add(name, entity, KnownNameKind.Name, isPerson: isPerson);
        else
            OtherNames.Add(name.TrimEnd('?'), entity, isFound: name[^1] != '?');
    }

    private void ReadPeople()
    {
        _people.First = Entities.Count;
        string familyFirst = " " + _pack.Setting("family-name-first") + " ";
        ColumnTable table = ColumnTable.Open(Folder, "people.tsv");
        int own = table.Find(_code), iso = table["iso"], sex = table["sex"], born = table["born"], offices = table.Find("offices");
        int[] spellings = [own, .. table.LanguagesBut(_code), table.Find("other")];
        Span<Range> surnames = stackalloc Range[PersonName.MostSurnames];
        while (table.Next())
        {
            string country = table[iso].ToString();
            ReadOnlySpan<char> usual = CellValues.First(FirstOf(table, spellings));
            OfficeTerm[] terms = TermsOf(table, offices);
            int entity = Entities.Add(new KnownEntity(table[0].ToString(), EntityType.Person, usual.ToString(), "", country, SexOf(table[sex]), PersonWeight + terms.Length, terms) { Born = int.TryParse(table[born], CultureInfo.InvariantCulture, out int year) ? year : null });
            foreach (OfficeTerm term in Entities[entity].Offices)
                AddHolding(new Holding(entity, term));
            bool isFamilyFirst = country.Length > 0 && familyFirst.Contains($" {country} ", StringComparison.Ordinal);
            foreach (int column in spellings)
            {
                foreach (ReadOnlySpan<char> name in table.Each(column))
                {
                    bool isWhole = name.Contains(' ') || name[0] >= BehindLatin;
                    _names.Add(name, entity, KnownNameKind.Name, needsContext: !isWhole, isPerson: true);
                    if (isWhole)
                        People.Add(name.ToString(), entity);
                }
            }

            if (!isFamilyFirst && PersonName.Surnames(usual, familyFirst: false, surnames) > 0 && surnames[0].End.Value == usual.Length && surnames[0].Start.Value > 0)
                _names.AddRegistered(usual[surnames[0]], usual[..surnames[0].Start].TrimEnd(), entity);
            foreach (int column in spellings)
            {
                foreach (ReadOnlySpan<char> name in table.Each(column))
                {
                    if (name[0] is >= BehindLatin and (< FirstOtherAlphabet or > LastWithSurnames))
                        continue;
                    foreach (Range surname in surnames[..PersonName.Surnames(name, isFamilyFirst, surnames)])
                        _names.Add(name[surname], entity, KnownNameKind.Surname, needsContext: true, isPerson: true);
                }
            }
        }

        _people.End = Entities.Count;
    }

    private static OfficeTerm[] TermsOf(ColumnTable table, int column)
    {
        OfficeTerm[] terms = new OfficeTerm[CellValues.Count(table[column])];
        int count = 0;
        foreach (ReadOnlySpan<char> value in table.Each(column))
            terms[count++] = OfficeTerm.Read(value, table);
        return terms;
    }

    private void AddHolding(Holding holding)
    {
        ref int number = ref _holders.At(OfficeKey(holding.Term.Office, holding.Term.Scope));
        if (number == 0)
        {
            _holdings.Add([]);
            number = _holdings.Count;
        }

        _holdings[number - 1].Add(holding);
    }
}
