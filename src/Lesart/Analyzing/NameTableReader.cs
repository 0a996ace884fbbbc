using System.Globalization;
using System.Runtime.InteropServices;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Reads the tables of <c>names/</c> in the light of one language: entities, and by which names they are found.</summary>
internal sealed class NameTableReader
{
    private const int CountryWeight = 1_000_000_000, BodyWeight = 100_000_000, PlaceWeight = 50_000_000, EventWeight = 20_000_000, PersonWeight = 10_000_000;
    private const char WordMark = '\n';

    private static readonly DataFolder Folder = DataFolder.BuiltIn("names/");
    private static readonly ColumnTable Cities = ColumnTable.Open(Folder, "cities.tsv");

    private readonly LanguagePack _pack;
    private readonly string _code;
    private readonly string[] _adjectiveEndings;

    /// <summary>Reads all tables.</summary>
    /// <exception cref="DataException">A table can't be used.</exception>
    public NameTableReader(LanguagePack pack)
    {
        (_pack, _code) = (pack, pack.Code);
        _adjectiveEndings = [.. pack.Setting("adjective-endings").Split(' ', StringSplitOptions.RemoveEmptyEntries).OrderByDescending(static ending => ending.Length)];
        Entities = new EntityTable(ReadCity);
        ReadCountries();
        ReadBodies();
        ReadPeople();
        ReadPlaces();
        ReadCities();
        ReadEvents();
        ReadOtherNames();
        Gazetteer.Close();
    }

    public EntityTable Entities { get; }

    public NameGazetteer Gazetteer { get; } = new();

    public OtherNames OtherNames { get; } = new();

    public PersonIndex People { get; } = new();

    /// <summary>States by ISO code.</summary>
    public Dictionary<string, int> Countries { get; } = new(StringComparer.Ordinal);

    /// <summary>States by the names of their capitals.</summary>
    public Dictionary<string, int> Capitals { get; } = new(StringComparer.Ordinal);

    /// <summary>Names of seats of governments.</summary>
    public HashSet<string> Seats { get; } = new(StringComparer.Ordinal);

    /// <summary>Holders of offices by office and country or body.</summary>
    public Dictionary<(string Office, string Scope), List<(int Entity, OfficeTerm Term)>> Holders { get; } = [];

    /// <summary>A cell that says 'm' or 'f'; '\0' for any other.</summary>
    public static char SexOf(ReadOnlySpan<char> cell) => cell is "m" or "f" ? cell[0] : '\0';

    /// <summary>The words for ministries.</summary>
    public MinistryTable ReadMinistries() => new(ColumnTable.Open(Folder, "ministries.tsv"), _code, Words);

    private void AddName(ReadOnlySpan<char> name, int entity, KnownNameKind kind, bool needsContext = false, bool isPerson = false)
    {
        if (name is [.., '?'])
        {
            name = name[..^1];
            needsContext = true;
        }

        if (name.Length < 2)
            return;
        NameGazetteer.Entry entry = new(entity, kind, needsContext);
        bool isPlain = IsPlain(name);
        char mark = isPlain ? ' ' : WordMark;
        ReadOnlySpan<char> words = isPlain ? name : string.Join(WordMark, Words(name.ToString()));
        Gazetteer.Add(Go(0, words, mark), entry);
        int first = isPerson ? -1 : words.IndexOf(mark);
        // an adjective at the front is inflected: "der Demokratischen Volksrepublik"
        foreach (string ending in _adjectiveEndings)
        {
            if (first < ending.Length + 3 || !words[..first].EndsWith(ending, StringComparison.Ordinal))
                continue;
            foreach (string other in _adjectiveEndings)
            {
                if (other != ending)
                    Gazetteer.Add(Go(Gazetteer.Go(0, string.Concat(words[..(first - ending.Length)], other)), words[(first + 1)..], mark), entry);
            }

            break;
        }
    }

    private int Go(int state, ReadOnlySpan<char> words, char mark)
    {
        for (int end = words.IndexOf(mark); end >= 0; end = words.IndexOf(mark))
        {
            state = Gazetteer.Go(state, words[..end]);
            words = words[(end + 1)..];
        }

        return Gazetteer.Go(state, words);
    }

    private static bool IsPlain(ReadOnlySpan<char> name)
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

    private void ReadCountries()
    {
        ColumnTable table = ColumnTable.Open(Folder, "countries.tsv");
        int own = table.Find(_code), iso = table["iso"], kind = table["kind"], metonym = table.Find("metonym." + _code), capital = table.Find("capital." + _code), adjective = table.Find("adjective." + _code);
        int[] others = table.LanguagesBut(_code);
        int[] inhabitants = [table.Find("inhabitant." + _code), table.Find("inhabitant." + _code + ".m"), table.Find("inhabitant." + _code + ".f"), table.Find("inhabitants." + _code)];
        string[] endings = _pack.Setting("adjective-endings").Split(' ');
        while (table.Next())
        {
            string[] otherNames = table.Values(others), usual = table.Values(own);
            if (usual.Length == 0 && otherNames.Length > 0)
                usual = [otherNames[0]];
            if (usual.Length == 0)
                continue;
            string country = table[iso].ToString();
            int entity = Entities.Add(new KnownEntity(table[0].ToString(), EntityType.GeoPolitical, usual[0], table[kind].ToString(), country, '\0', CountryWeight, []));
            if (country.Length > 0)
                Countries.TryAdd(country, entity);
            foreach (string name in usual)
                AddName(name, entity, KnownNameKind.Name, needsContext: name.Length < 3 && !name.All(char.IsUpper));
            foreach (string name in otherNames)
                AddOther(name, entity);

            foreach (string name in table.Values(metonym))
            {
                AddName(name, entity, KnownNameKind.Metonym);
                Seats.Add(name);
            }

            foreach (string name in table.Values(capital))
            {
                AddName(name, entity, KnownNameKind.Capital);
                Capitals.TryAdd(name, entity);
            }

            foreach (string name in table.Values(inhabitants))
                AddName(name, entity, KnownNameKind.Inhabitant);
            foreach (string stem in table.Values(adjective))
                AddAdjective(stem, endings, entity);
        }
    }

    private void AddAdjective(string stem, string[] endings, int entity)
    {
        foreach (string ending in endings)
        {
            AddName(stem + ending, entity, KnownNameKind.Adjective);
            if (char.IsLower(stem[0]))
                AddName(char.ToUpperInvariant(stem[0]) + stem[1..] + ending, entity, KnownNameKind.Adjective);
        }
    }

    private void ReadBodies()
    {
        ColumnTable table = ColumnTable.Open(Folder, "bodies.tsv");
        int own = table.Find(_code), iso = table["iso"], kind = table["kind"];
        int[] others = table.LanguagesBut(_code);
        while (table.Next())
        {
            string[] names = table.Values(own), otherNames = table.Values(others);
            string id = table[0].ToString();
            string usual = (names.Length > 0 ? names[0] : otherNames.Length > 0 ? otherNames[0] : id).TrimEnd('?');
            int entity = Entities.Add(new KnownEntity(id, EntityType.Organization, usual, table[kind].ToString(), table[iso].ToString(), '\0', BodyWeight, []) { Names = names });
            foreach (string name in names)
                AddName(name, entity, KnownNameKind.Name);
            foreach (string name in otherNames)
                AddOther(name, entity);
        }
    }

    private void ReadPlaces()
    {
        ColumnTable table = ColumnTable.Open(Folder, "places.tsv");
        int own = table.Find(_code), iso = table["iso"], kindColumn = table["kind"];
        while (table.Next())
        {
            string[] names = table.Values(own);
            string kind = table[kindColumn].ToString();
            if (names.Length == 0)
                continue;
            int entity = Entities.Add(new KnownEntity(table[0].ToString(), kind == "area" ? EntityType.GeoPolitical : EntityType.Location, names[0].TrimEnd('?'), kind, table[iso].ToString(), '\0', PlaceWeight, []));
            foreach (string name in names)
                AddName(name, entity, KnownNameKind.Name, needsContext: kind == "river" || name.Length < 4);
        }
    }

    private void ReadCities()
    {
        PersonNameLists lists = PersonNameLists.Instance;
        ColumnTable table = Cities.Again();
        int populationColumn = table["population"], own = table.Find(_code);
        int[] others = table.LanguagesBut(_code);
        while (table.Next())
        {
            int entity = Entities.Add(table[0], table.Offset), population = int.Parse(table[populationColumn], CultureInfo.InvariantCulture);
            bool isBorrowed = table[own].Length == 0;
            ReadOnlySpan<char> names = table[isBorrowed ? others[0] : own];
            for (ReadOnlySpan<char> rest = names; rest.Length > 0;)
            {
                ReadOnlySpan<char> name = NextValue(ref rest);
                // a town that is called like people is meant only where the sentence shows a place
                if (isBorrowed && population < 1_000_000 && (lists.IsGiven(name) || lists.IsSurname(name)))
                    OtherNames.Add(name, entity, isFound: false);
                else
                    AddName(name, entity, KnownNameKind.Name, needsContext: population < 300_000);
            }

            foreach (int other in others)
            {
                for (ReadOnlySpan<char> rest = table[other]; rest.Length > 0;)
                {
                    ReadOnlySpan<char> name = NextValue(ref rest);
                    if (!Holds(names, name))
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
        return new KnownEntity(table[0].ToString(), EntityType.GeoPolitical, NextValue(ref names).ToString(), "city", table[table["iso"]].ToString(), '\0', int.Parse(table[table["population"]], CultureInfo.InvariantCulture), []);
    }

    /// <summary>Whether a cell's values hold this one.</summary>
    private static bool Holds(ReadOnlySpan<char> cell, ReadOnlySpan<char> value)
    {
        while (cell.Length > 0)
        {
            if (NextValue(ref cell).SequenceEqual(value))
                return true;
        }

        return false;
    }

    /// <summary>Takes the first of a cell's values.</summary>
    private static ReadOnlySpan<char> NextValue(ref ReadOnlySpan<char> rest)
    {
        int end = rest.IndexOf('|');
        ReadOnlySpan<char> value = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return value;
    }

    private void ReadEvents()
    {
        ColumnTable table = ColumnTable.Open(Folder, "events.tsv");
        int own = table.Find(_code);
        while (table.Next())
        {
            string[] names = table.Values(own);
            if (names.Length == 0)
                continue;
            int entity = Entities.Add(new KnownEntity(table[0].ToString(), EntityType.Event, names[0], "", "", '\0', EventWeight, []));
            foreach (string name in names)
                AddName(name, entity, KnownNameKind.Name);
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
            foreach (string name in table.Values(names))
                AddOther(name, entity);
        }
    }

    /// <summary>A name of another language: several words, or another alphabet, count by themselves.</summary>
    private void AddOther(string name, int entity)
    {
        if (name.Contains(' ', StringComparison.Ordinal) || name[0] >= 'Ͱ')
            AddName(name, entity, KnownNameKind.Name, isPerson: Entities[entity].Type == EntityType.Person);
        else
            OtherNames.Add(name.TrimEnd('?'), entity, isFound: name[^1] != '?');
    }

    private void ReadPeople()
    {
        string[] familyFirst = _pack.Setting("family-name-first").Split(' ');
        ColumnTable table = ColumnTable.Open(Folder, "people.tsv");
        int own = table.Find(_code), iso = table["iso"], sex = table["sex"], born = table["born"], offices = table.Find("offices"), other = table.Find("other");
        int[] others = [.. table.LanguagesBut(_code), other];
        while (table.Next())
        {
            string[] spellings = [.. table.Values(own), .. table.Values(others)];
            string country = table[iso].ToString(), usual = spellings[0];
            OfficeTerm[] terms = [.. table.Values(offices).Select(cell => Office(table, cell))];
            int entity = Entities.Add(new KnownEntity(table[0].ToString(), EntityType.Person, usual, "", country, SexOf(table[sex]), PersonWeight + terms.Length, terms) { Born = int.TryParse(table[born], CultureInfo.InvariantCulture, out int year) ? year : null });
            foreach (OfficeTerm term in Entities[entity].Offices)
                (CollectionsMarshal.GetValueRefOrAddDefault(Holders, (term.Office, term.Scope), out _) ??= []).Add((entity, term));
            foreach (string name in spellings)
                AddName(name, entity, KnownNameKind.Name, needsContext: !name.Contains(' ', StringComparison.Ordinal) && name[0] < 0x250, isPerson: true);
            foreach (string name in spellings.Where(static name => name.Contains(' ', StringComparison.Ordinal) || name[0] >= 0x250))
                People.Add(name, entity);

            // as in a register: "Kern, Robert"
            bool isFamilyFirst = familyFirst.Contains(country, StringComparer.Ordinal);
            if (!isFamilyFirst && PersonName.Surnames(usual, familyFirst: false).FirstOrDefault() is string family && usual.EndsWith(family, StringComparison.Ordinal) && family.Length < usual.Length)
            {
                string[] words = [.. Words(family), ",", .. Words(usual[..^family.Length].TrimEnd())];
                Gazetteer.Add(Go(0, string.Join(WordMark, words), WordMark), new NameGazetteer.Entry(entity, KnownNameKind.Name, NeedsContext: false));
            }

            foreach (string surname in spellings.Where(static name => name[0] is < '\u0250' or (>= '\u0370' and < '\u0590')).SelectMany(name => PersonName.Surnames(name, isFamilyFirst)).Distinct(StringComparer.Ordinal))
                AddName(surname, entity, KnownNameKind.Surname, needsContext: true, isPerson: true);
        }
    }

    private static OfficeTerm Office(ColumnTable table, string cell)
    {
        int colon = cell.IndexOf(':', StringComparison.Ordinal), blank = cell.IndexOf(' ', StringComparison.Ordinal);
        int dots = cell.IndexOf("..", StringComparison.Ordinal);
        if (colon < 0 || blank < colon || dots < blank)
            throw table.Error($"'{cell}' is no office with scope and dates");
        return new OfficeTerm(cell[..colon], cell[(colon + 1)..blank], Day(table, cell[(blank + 1)..dots], isLast: false), Day(table, cell[(dots + 2)..], isLast: true));
    }

    private static DateOnly Day(ColumnTable table, string cell, bool isLast)
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
            throw table.Error($"'{cell}' is no date");
        }
    }
}
