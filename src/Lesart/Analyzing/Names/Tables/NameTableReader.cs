using System.Globalization;
using Lesart.Languages;
using Lesart.Text;

namespace Lesart.Analyzing;

/// <summary>Reads the tables of <c>names/</c> in the light of one language, for <see cref="KnownNames"/>.</summary>
internal sealed class NameTableReader
{
    // behind the Latin letters that names are written with, and behind all Latin letters
    private const char BehindLatin = '\u0250', FirstOtherAlphabet = 'Ͱ';

    // Greek, Cyrillic and Armenian letters
    private const char LastWithSurnames = '\u058F';

    private const int LongestSurname = 64;

    private static readonly DataFolder Folder = DataFolder.BuiltIn("names/");

    private readonly LanguagePack _pack;
    private readonly string _code;
    private readonly KnownNameAdder _names;
    private readonly EntityTable.Builder _entities = new();
    private readonly GazetteerBuilder _gazetteer = new();
    private readonly HashTable _otherNames = new(12_000);
    private readonly PersonIndexBuilder _people = new();
    private readonly HashTable _countries = new(300);
    private readonly HashTable _capitals = new(500);
    private readonly HashTable _seats = new(100);
    private readonly HashTable _offices = new(500);
    private readonly List<List<int>> _holders = [];

    /// <summary>Reads all tables.</summary>
    /// <exception cref="DataException">A table can't be used.</exception>
    public NameTableReader(LanguagePack pack)
    {
        (_pack, _code, _names) = (pack, pack.Code, new KnownNameAdder(pack, _gazetteer));
        ReadCountries();
        ReadBodies();
        ReadPeople();
        ReadPlaces();
        ReadCities();
        ReadEvents();
        ReadOtherNames();
    }

    /// <summary>What was read, as a file of tables: the same bytes for the same rows.</summary>
    public byte[] Compile()
    {
        TableWriter file = new(KnownNames.FingerprintOf(_pack));
        _entities.Write(file);
        _gazetteer.Write(file);
        _otherNames.Write(file);
        _people.Write(file);
        _countries.Write(file);
        _capitals.Write(file);
        _seats.Write(file);
        _offices.Write(file);
        NumberLists.Write(file, _holders);
        return file.ToArray();
    }

    /// <summary>The first one with a name keeps it.</summary>
    private static void TryAdd(HashTable names, ReadOnlySpan<char> name, int entity)
    {
        ref int known = ref names.At(name);
        if (known == 0)
            known = entity + 1;
    }

    /// <summary>Stands before the first row of the next table.</summary>
    private ColumnTable Begin(EntitySource source)
    {
        _entities.Begin();
        return EntityRows.Open(source);
    }

    private void ReadCountries()
    {
        ColumnTable table = Begin(EntitySource.Countries);
        int own = table.Find(_code), iso = table["iso"], metonym = table.Find("metonym." + _code), capital = table.Find("capital." + _code), adjective = table.Find("adjective." + _code);
        int[] others = table.LanguagesBut(_code);
        int[] inhabitants = [table.Find("inhabitant." + _code), table.Find("inhabitant." + _code + ".m"), table.Find("inhabitant." + _code + ".f"), table.Find("inhabitants." + _code)];
        while (table.Next())
        {
            ReadOnlySpan<char> names = EntityRows.NamesOfCountry(table, own, others);
            if (names.Length == 0)
                continue;
            int entity = _entities.Add(table[0], table.Offset);
            if (table[iso].Length > 0)
                TryAdd(_countries, table[iso], entity);
            foreach (ReadOnlySpan<char> name in new CellValues(names))
                _names.Add(name, entity, KnownNameKind.Name, needsContext: name.Length < 3 && !IsCapitals(name));
            AddOthers(table, others, entity);
            foreach (ReadOnlySpan<char> name in table.Each(metonym))
            {
                _names.Add(name, entity, KnownNameKind.Metonym);
                TryAdd(_seats, name, entity);
            }

            foreach (ReadOnlySpan<char> name in table.Each(capital))
            {
                _names.Add(name, entity, KnownNameKind.Capital);
                TryAdd(_capitals, name, entity);
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

    private void ReadBodies()
    {
        ColumnTable table = Begin(EntitySource.Bodies);
        int own = table.Find(_code);
        int[] others = table.LanguagesBut(_code);
        while (table.Next())
        {
            int entity = _entities.Add(table[0], table.Offset);
            foreach (ReadOnlySpan<char> name in table.Each(own))
                _names.Add(name, entity, KnownNameKind.Name);
            AddOthers(table, others, entity);
        }
    }

    private void ReadPlaces()
    {
        ColumnTable table = Begin(EntitySource.Places);
        int own = table.Find(_code), kind = table["kind"];
        while (table.Next())
        {
            if (table[own].Length == 0)
                continue;
            int entity = _entities.Add(table[0], table.Offset);
            foreach (ReadOnlySpan<char> name in table.Each(own))
                _names.Add(name, entity, KnownNameKind.Name, needsContext: name.Length < 4 || table[kind] is "river");
        }
    }

    private void ReadCities()
    {
        PersonNameLists lists = PersonNameLists.Instance;
        ColumnTable table = Begin(EntitySource.Cities);
        int populationColumn = table["population"], own = table.Find(_code);
        int[] others = table.LanguagesBut(_code);
        while (table.Next())
        {
            int entity = _entities.Add(table[0], table.Offset), population = int.Parse(table[populationColumn], CultureInfo.InvariantCulture);
            ReadOnlySpan<char> names = table[own];
            bool isBorrowed = names.Length == 0;
            if (isBorrowed)
                names = table[others[0]];
            foreach (ReadOnlySpan<char> name in new CellValues(names))
            {
                // a town that is called like people is meant only where the sentence shows a place
                if (isBorrowed && population < 1_000_000 && (lists.IsGiven(name) || lists.IsSurname(name)))
                    OtherNames.Add(_otherNames, name, entity, isFound: false);
                else
                    _names.Add(name, entity, KnownNameKind.Name, needsContext: population < 300_000);
            }

            foreach (int other in others)
            {
                foreach (ReadOnlySpan<char> name in table.Each(other))
                {
                    if (!CellValues.Holds(names, name))
                        OtherNames.Add(_otherNames, name, entity, isFound: false);
                }
            }
        }
    }

    private void ReadEvents()
    {
        ColumnTable table = Begin(EntitySource.Events);
        int own = table.Find(_code);
        while (table.Next())
        {
            if (table[own].Length == 0)
                continue;
            int entity = _entities.Add(table[0], table.Offset);
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
            if (!_entities.TryGet(table[0], out int entity))
                continue;
            foreach (ReadOnlySpan<char> name in table.Each(names))
                AddOther(name, entity, _entities.IsOf(entity, EntitySource.People));
        }
    }

    private void AddOthers(ColumnTable table, int[] columns, int entity)
    {
        foreach (int column in columns)
        {
            foreach (ReadOnlySpan<char> name in table.Each(column))
                AddOther(name, entity, isPerson: false);
        }
    }

    /// <summary>A name of another language: several words, or another alphabet, count by themselves.</summary>
    private void AddOther(ReadOnlySpan<char> name, int entity, bool isPerson)
    {
        if (name.Contains(' ') || name[0] >= FirstOtherAlphabet)
            _names.Add(name, entity, KnownNameKind.Name, isPerson: isPerson);
        else
            OtherNames.Add(_otherNames, name.TrimEnd('?'), entity, isFound: name[^1] != '?');
    }

    private void ReadPeople()
    {
        string familyFirst = " " + _pack.Setting("family-name-first") + " ";
        ColumnTable table = Begin(EntitySource.People);
        int iso = table["iso"], offices = table.Find("offices");
        int[] spellings = EntityRows.SpellingsOfPeople(table, _code);
        Span<Range> surnames = stackalloc Range[PersonName.MostSurnames];
        while (table.Next())
        {
            string country = table[iso].ToString();
            ReadOnlySpan<char> usual = EntityRows.UsualOfPerson(table, spellings);
            int entity = _entities.Add(table[0], table.Offset);
            foreach (OfficeTerm term in EntityRows.TermsOf(table, offices))
                AddHolder(term, entity);
            bool isFamilyFirst = country.Length > 0 && familyFirst.Contains($" {country} ", StringComparison.Ordinal);
            foreach (int column in spellings)
            {
                foreach (ReadOnlySpan<char> name in table.Each(column))
                {
                    bool isWhole = name.Contains(' ') || name[0] >= BehindLatin;
                    _names.Add(name, entity, KnownNameKind.Name, needsContext: !isWhole, isPerson: true);
                    if (isWhole)
                        _people.Add(name.ToString(), entity);
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
                        AddSurname(name[surname], entity);
                }
            }
        }
    }

    /// <summary>A surname; one that begins with a particle also with its capital at the head of a sentence, or without the one it has at home.</summary>
    private void AddSurname(ReadOnlySpan<char> surname, int entity)
    {
        _names.Add(surname, entity, KnownNameKind.Surname, needsContext: true, isPerson: true);
        int end = surname.IndexOfAny(' ', '-');
        if (end < 0 || surname.Length > LongestSurname || !PersonName.IsParticle(surname[..end]))
            return;
        Span<char> other = stackalloc char[LongestSurname];
        surname.CopyTo(other);
        other[0] = char.IsUpper(surname[0]) ? char.ToLowerInvariant(surname[0]) : char.ToUpperInvariant(surname[0]);
        _names.Add(other[..surname.Length], entity, KnownNameKind.Surname, needsContext: true, isPerson: true);
    }

    private void AddHolder(OfficeTerm term, int entity)
    {
        ref int number = ref _offices.At(KnownNames.OfficeKey(term.Office, term.Scope));
        if (number == 0)
        {
            _holders.Add([]);
            number = _holders.Count;
        }

        List<int> holders = _holders[number - 1];
        if (holders.Count == 0 || holders[^1] != entity)
            holders.Add(entity);
    }
}
